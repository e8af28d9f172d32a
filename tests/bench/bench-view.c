/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The view of a million requests against that of a hundred, in the application's own window: from choosing it in the
 * sidebar to the frame that shows the first rows, then page by page. The toolkit makes some two hundred rows where
 * there are as many, whatever the list holds: three hundred are the anchor for what a million adds to that, and for
 * scrolling. What the model alone takes is bench-list.c's. */
#include "bench-frame.h"
#include "bench-support.h"

#include "uds-row-list.h"
#include "uds-window.h"

#define N_ROWS 1000000
#define N_SOME 300
#define N_FEW 100
#define N_ROUNDS 11
#define N_PAGES 60

typedef struct {
  BenchDatabase database;
  UdsContext *context;
  GArray *opening; /* of double, as those below */
  GArray *opening_cpu;
  GArray *page;
  GArray *page_cpu;
} Subject;

static GtkAdjustment *
get_adjustment (GtkWidget *view)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
}

/* The rows on screen are those about the adjustment's share of the whole. */
static gboolean
is_filled (GtkWidget *window)
{
  GtkWidget *view = bench_find_type (window, GTK_TYPE_COLUMN_VIEW);
  GListModel *model = view != NULL ? G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view))) : NULL;
  guint n_rows = model != NULL ? g_list_model_get_n_items (model) : 0;
  GtkAdjustment *adjustment;
  guint first, n_shown;

  if (n_rows == 0)
    return FALSE;
  adjustment = get_adjustment (view);
  first = (guint) (gtk_adjustment_get_value (adjustment) / gtk_adjustment_get_upper (adjustment) * n_rows);
  n_shown = (guint) (gtk_adjustment_get_page_size (adjustment) / gtk_adjustment_get_upper (adjustment) * n_rows);

  for (guint i = first; i < MIN (first + n_shown, n_rows); i++)
    {
      g_autoptr (UdsRow) row = g_list_model_get_item (model, i);

      if (uds_row_get_record (row) == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
add (GArray *times,
     double  time)
{
  g_array_append_val (times, time);
}

/* Page by page, and from the start again where the end is reached. */
static void
scroll (GtkWidget *window,
        Subject   *subject)
{
  GtkAdjustment *adjustment = get_adjustment (bench_find_type (window, GTK_TYPE_COLUMN_VIEW));

  for (guint i = 0; i < N_PAGES; i++)
    {
      double page = gtk_adjustment_get_page_size (adjustment);
      double next = gtk_adjustment_get_value (adjustment) + page;
      double start = bench_now (), cpu = bench_cpu ();

      gtk_adjustment_set_value (adjustment, next + page <= gtk_adjustment_get_upper (adjustment) ? next : 0);
      bench_wait_for_frame (window, is_filled);
      add (subject->page, bench_now () - start);
      add (subject->page_cpu, bench_cpu () - cpu);
    }
}

static void
wait_for_all (GtkWidget *window)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (bench_find_type (window, GTK_TYPE_COLUMN_VIEW));
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_column_view_get_model (view));
  UdsRowList *list = UDS_ROW_LIST (gtk_single_selection_get_model (selection));

  while (uds_row_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
  bench_settle (100);
}

/* A window that shows another view is there already, as for a user who goes to this one. */
static void
open_view (Subject *subject,
           gboolean counts)
{
  UdsWindow *window = uds_window_new (UDS_APPLICATION (g_application_get_default ()));
  double start, cpu;

  uds_window_show_page (window, "goals");
  uds_window_set_context (window, subject->context);
  gtk_window_present (GTK_WINDOW (window));
  bench_settle (300);

  start = bench_now ();
  cpu = bench_cpu_of_thread ();
  uds_window_show_page (window, "delegations");
  bench_wait_for_frame (GTK_WIDGET (window), is_filled);
  if (counts)
    {
      add (subject->opening, bench_now () - start);
      add (subject->opening_cpu, bench_cpu_of_thread () - cpu);
    }

  wait_for_all (GTK_WIDGET (window));
  if (counts && subject->page->len < 5 * N_PAGES)
    scroll (GTK_WIDGET (window), subject);
  gtk_window_destroy (GTK_WINDOW (window));
  bench_settle (50);
}

static void
subject_init (Subject *self,
              guint    n_rows)
{
  g_autoptr (UdsClock) clock = uds_clock_new ();

  bench_database_init (&self->database, n_rows, FALSE);
  self->context = uds_context_new (self->database.store, clock, UDS_LANGUAGE_EN);
  for (GArray **times = &self->opening; times <= &self->page_cpu; times++)
    *times = g_array_new (FALSE, FALSE, sizeof (double));
}

static void
subject_clear (Subject *self)
{
  for (GArray **times = &self->opening; times <= &self->page_cpu; times++)
    g_array_unref (*times);
  g_clear_object (&self->context);
  bench_database_clear (&self->database);
}

static double
median (GArray *times)
{
  return bench_percentile (times, 50);
}

static void
report (Subject *many,
        Subject *some,
        Subject *few)
{
  bench_report ("view of a million opened", "ms", median (many->opening), "of a hundred", median (few->opening), 1.25);
  bench_report ("view of a million opened", "ms", median (many->opening), "of three hundred", median (some->opening),
                1.25);
  bench_report ("CPU of it in the GTK thread", "ms", median (many->opening_cpu), "of a hundred",
                median (few->opening_cpu), 1.25);
  bench_report ("CPU of it in the GTK thread", "ms", median (many->opening_cpu), "of three hundred",
                median (some->opening_cpu), 1.25);
  bench_report ("a page of a million", "ms", median (many->page), "of three hundred", median (some->page), 1.25);
  bench_report ("CPU of it in all threads", "ms", median (many->page_cpu), "of three hundred",
                median (some->page_cpu), 1.5);
  g_print ("a page of a million, ms p95/max: %.1f/%.1f\n", bench_percentile (many->page, 95),
           bench_percentile (many->page, 100));
  bench_report_load ();
}

int
main (void)
{
  g_autoptr (UdsApplication) application = NULL;
  Subject many = { 0 }, some = { 0 }, few = { 0 };

  application = bench_start_application ();
  subject_init (&many, N_ROWS);
  subject_init (&some, N_SOME);
  subject_init (&few, N_FEW);
  for (guint round = 0; round <= N_ROUNDS; round++)
    {
      open_view (&many, round > 0);
      open_view (&some, round > 0);
      open_view (&few, round > 0);
    }
  report (&many, &some, &few);

  subject_clear (&many);
  subject_clear (&some);
  subject_clear (&few);
  return 0;
}
