/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of an indicator with 20,000 observations in 501 series, of 250 areas by sex, against that of one with a
 * single series: how long the GTK thread is busy in one go, and in all, while it opens and while it is worked. */
#include "bench-frame.h"
#include "bench-support.h"

#include "uds-chart-view.h"
#include "uds-content.h"
#include "uds-indicator-choice-button.h"
#include "uds-indicator-page.h"
#include "uds-indicator-switches.h"
#include "uds-uuid.h"
#include "uds-window.h"

#define N_AREAS 250
#define N_SEXES 2
#define N_POINTS 40
#define N_ROUNDS 11
#define MOST_MILLISECONDS 16

/* Steps */

typedef enum {
  STEP_OPEN,
  STEP_LIST,
  STEP_CHOOSE,
  STEP_BARS,
  STEP_TABLE,
  N_STEPS,
} Step;

static const char *const step_names[] = {
  [STEP_OPEN] = "opening the page",
  [STEP_LIST] = "opening the list of 250 areas",
  [STEP_CHOOSE] = "choosing one of them",
  [STEP_BARS] = "turning lines into bars",
  [STEP_TABLE] = "turning to the table",
};

typedef struct {
  char *id;
  GArray *longest[N_STEPS]; /* of double, milliseconds */
  GArray *cpu[N_STEPS];
} Subject;

/* How long the main loop is busy between two waits. */

static double busy_since;
static double longest_busy;

static int
poll_and_watch (GPollFD *fds,
                guint    n_fds,
                int      timeout)
{
  int result;

  longest_busy = MAX (longest_busy, bench_now () - busy_since);
  result = g_poll (fds, n_fds, timeout);
  busy_since = bench_now ();
  return result;
}

/* The database */

static void
make_id (char  id[UDS_UUID_LENGTH + 1],
         guint number)
{
  uds_uuid_make (id, G_GINT64_CONSTANT (1795478400000000) + (gint64) number * 100);
}

static void
add_series (sqlite3    *handle,
            const char *indicator,
            const char *breakdown,
            guint       number)
{
  char id[UDS_UUID_LENGTH + 1];
  g_autofree char *sql = NULL;

  make_id (id, number);
  sql = g_strdup_printf ("INSERT INTO series (id, version, indicator, breakdown, position)"
                         " VALUES ('%s', 1, '%s', %s%s%s, %u)",
                         id, indicator, breakdown != NULL ? "'" : "", breakdown != NULL ? breakdown : "NULL",
                         breakdown != NULL ? "'" : "", number);
  bench_exec (handle, sql);
  for (guint i = 0; i < N_POINTS; i++)
    {
      char observation_id[UDS_UUID_LENGTH + 1];
      g_autofree char *observation = NULL;

      make_id (observation_id, i);
      observation = g_strdup_printf ("INSERT INTO observation (id, version, series, period, value, quality)"
                                     " VALUES ('%s', 1, '%s', '%u', %u.5, 'measured')",
                                     observation_id, id, 1985 + i, 100 + (number * 7 + i * 13) % 50);
      bench_exec (handle, observation);
    }
}

static void
add_indicator (sqlite3    *handle,
               const char *code,
               char        id[UDS_UUID_LENGTH + 1])
{
  g_autofree char *sql = NULL;

  make_id (id, 0);
  sql = g_strdup_printf ("INSERT INTO indicator (id, version, code, title_en, unit_en, direction, target_value)"
                         " VALUES ('%s', 1, '%s', 'Indicator %s', 'percent', 'up', 80)",
                         id, code, code);
  bench_exec (handle, sql);
  add_series (handle, id, NULL, 0);
}

static void
fill (const char *path,
      Subject    *many,
      Subject    *one)
{
  sqlite3 *handle = bench_open (path);
  char id[UDS_UUID_LENGTH + 1];

  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  bench_exec (handle, "PRAGMA synchronous = OFF; BEGIN");
  add_indicator (handle, "one", id);
  one->id = g_strdup (id);
  add_indicator (handle, "many", id);
  many->id = g_strdup (id);
  for (guint i = 0; i < N_AREAS * N_SEXES; i++)
    {
      static const char *const sexes[N_SEXES] = { "", ",\"Sex\":\"Women\"" };
      g_autofree char *breakdown =
          g_strdup_printf ("{\"Area\":\"Area no. %u\"%s}", i / N_SEXES + 1, sexes[i % N_SEXES]);

      add_series (handle, id, breakdown, i + 1);
    }
  bench_exec (handle, "COMMIT; PRAGMA wal_checkpoint (TRUNCATE)");
  sqlite3_close (handle);
}

/* The page */

/* The window has charts on other pages too. */
static GtkWidget *
find_on_page (GtkWidget *window,
              GType      type)
{
  GtkWidget *page = bench_find_type (window, UDS_TYPE_INDICATOR_PAGE);

  return page != NULL ? bench_find_type (page, type) : NULL;
}

static gboolean
shows_chart (GtkWidget *window)
{
  GtkWidget *chart = find_on_page (window, UDS_TYPE_CHART_VIEW);

  return chart != NULL && gtk_widget_get_mapped (chart) && uds_chart_view_get_spec (UDS_CHART_VIEW (chart)) != NULL;
}

typedef void (*StepFunc) (UdsWindow *window,
                          Subject   *subject);

static void
open_page (UdsWindow *window,
           Subject   *subject)
{
  uds_window_open_record (window, "indicator", subject->id);
  bench_wait_for_frame (GTK_WIDGET (window), shows_chart);
}

static GtkMenuButton *
find_choice (UdsWindow *window)
{
  GtkWidget *choice = find_on_page (GTK_WIDGET (window), UDS_TYPE_INDICATOR_CHOICE_BUTTON);

  return choice != NULL ? GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (choice))) : NULL;
}

static void
open_list (UdsWindow *window,
           Subject   *subject)
{
  if (find_choice (window) != NULL)
    gtk_menu_button_popup (find_choice (window));
}

static void
choose_one (UdsWindow *window,
            Subject   *subject)
{
  GtkWidget *check = find_choice (window) != NULL
                         ? bench_find_type (GTK_WIDGET (find_choice (window)), GTK_TYPE_CHECK_BUTTON)
                         : NULL;

  if (check != NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
}

static void
show_bars (UdsWindow *window,
           Subject   *subject)
{
  GtkWidget *switches = find_on_page (GTK_WIDGET (window), UDS_TYPE_INDICATOR_SWITCHES);

  if (find_choice (window) != NULL)
    gtk_menu_button_popdown (find_choice (window));
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (bench_find_type (switches, ADW_TYPE_TOGGLE_GROUP)), "bars");
}

static void
show_table (UdsWindow *window,
            Subject   *subject)
{
  GtkWidget *card = gtk_widget_get_ancestor (find_on_page (GTK_WIDGET (window), UDS_TYPE_CHART_VIEW),
                                             g_type_from_name ("UdsChartCard"));

  g_object_set (card, "form", "table", NULL);
}

static void
add (GArray *times,
     double  time)
{
  g_array_append_val (times, time);
}

static void
take_step (UdsWindow *window,
           Subject   *subject,
           Step       step,
           gboolean   counts)
{
  static const StepFunc functions[] = { open_page, open_list, choose_one, show_bars, show_table };
  double cpu = bench_cpu_of_thread ();

  busy_since = bench_now ();
  longest_busy = 0;
  functions[step](window, subject);
  bench_settle (150);
  if (!counts)
    return;
  add (subject->longest[step], longest_busy);
  add (subject->cpu[step], bench_cpu_of_thread () - cpu);
}

static void
work (UdsContext *context,
      Subject    *subject,
      gboolean    counts)
{
  UdsWindow *window = uds_window_new (UDS_APPLICATION (g_application_get_default ()));

  uds_window_show_page (window, "networks");
  uds_window_set_context (window, context);
  gtk_window_present (GTK_WINDOW (window));
  bench_settle (300);
  for (Step step = 0; step < N_STEPS; step++)
    take_step (window, subject, step, counts);
  gtk_window_destroy (GTK_WINDOW (window));
  bench_settle (50);
}

static void
report (Subject *many,
        Subject *one)
{
  for (Step step = 0; step < N_STEPS; step++)
    {
      g_autofree char *longest = g_strdup_printf ("%s, longest in one go", step_names[step]);
      g_autofree char *cpu = g_strdup_printf ("%s, CPU of the GTK thread", step_names[step]);

      bench_report_aim (longest, "ms", bench_percentile (many->longest[step], 50), MOST_MILLISECONDS);
      bench_report (longest, "ms", bench_percentile (many->longest[step], 50), "of one series",
                    bench_percentile (one->longest[step], 50), 1.25);
      bench_report (cpu, "ms", bench_percentile (many->cpu[step], 50), "of one series",
                    bench_percentile (one->cpu[step], 50), 1.25);
    }
  bench_report_load ();
}

static void
subject_init (Subject *self)
{
  for (Step step = 0; step < N_STEPS; step++)
    {
      self->longest[step] = g_array_new (FALSE, FALSE, sizeof (double));
      self->cpu[step] = g_array_new (FALSE, FALSE, sizeof (double));
    }
}

static void
subject_clear (Subject *self)
{
  g_free (self->id);
  for (Step step = 0; step < N_STEPS; step++)
    {
      g_array_unref (self->longest[step]);
      g_array_unref (self->cpu[step]);
    }
}

int
main (void)
{
  g_autoptr (UdsApplication) application = bench_start_application ();
  g_autoptr (UdsClock) clock = uds_clock_new ();
  Subject many = { NULL }, one = { NULL };
  BenchDatabase database;
  UdsContext *context;

  bench_database_init (&database, 0, FALSE);
  subject_init (&many);
  subject_init (&one);
  fill (database.path, &many, &one);
  g_main_context_set_poll_func (NULL, poll_and_watch);
  for (guint round = 0; round <= N_ROUNDS; round++)
    {
      /* What was chosen is remembered with the context. */
      context = uds_context_new (database.store, clock, UDS_LANGUAGE_EN);
      work (context, &one, round > 0);
      work (context, &many, round > 0);
      g_object_unref (context);
    }
  report (&many, &one);

  subject_clear (&many);
  subject_clear (&one);
  bench_database_clear (&database);
  return 0;
}
