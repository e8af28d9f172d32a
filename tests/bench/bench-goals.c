/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The overview of the goals with 400 indicators and 200,000 observations, in the application's own window: from
 * choosing it in the sidebar to the frame that shows the tiles. Progress is calculated from one value a year, so so
 * many observations are those of parts: twenty series to each indicator, as statistics by age and sex have them. The
 * starting content is the anchor. */
#include "bench-frame.h"
#include "bench-support.h"

#include "uds-content.h"
#include "uds-goal-tile.h"
#include "uds-uuid.h"
#include "uds-window.h"

#define N_INDICATORS 400
#define N_SERIES 20 /* of each indicator */
#define N_OBSERVATIONS 200000
#define N_POINTS (N_OBSERVATIONS / N_INDICATORS / N_SERIES) /* of each series */
#define N_ROUNDS 11
#define MOST_MILLISECONDS 100

typedef struct {
  BenchDatabase database;
  UdsContext *context;
  GArray *opening; /* of double */
  GArray *cpu;     /* of double: the GTK thread's */
  GArray *again;   /* of double */
} Subject;

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
            guint       number)
{
  char id[UDS_UUID_LENGTH + 1];
  g_autofree char *breakdown = number > 0 ? g_strdup_printf ("'{\"Age\":\"%u\"}'", number) : g_strdup ("NULL");
  g_autofree char *series = NULL;

  make_id (id, number);
  series = g_strdup_printf ("INSERT INTO series (id, version, indicator, breakdown, position)"
                            " VALUES ('%s', 1, '%s', %s, %u)",
                            id, indicator, breakdown, number);
  bench_exec (handle, series);
  for (guint i = 0; i < N_POINTS; i++)
    {
      char observation_id[UDS_UUID_LENGTH + 1];
      g_autofree char *observation = NULL;

      make_id (observation_id, i);
      observation = g_strdup_printf ("INSERT INTO observation (id, version, series, period, value, quality)"
                                     " VALUES ('%s', 1, '%s', '%u', %u.5, 'measured')",
                                     observation_id, id, 2000 + i, 100 + (number * 7 + i * 13) % 50);
      bench_exec (handle, observation);
    }
}

static void
add_indicator (sqlite3 *handle,
               guint    number)
{
  char id[UDS_UUID_LENGTH + 1];
  g_autofree char *sql = NULL;

  make_id (id, number);
  sql = g_strdup_printf ("INSERT INTO indicator (id, version, code, title_en, place_en, unit_en, direction,"
                         " target_value, goal, target)"
                         " SELECT '%s', 1, 'bench-%u', 'Indicator %u', 'Copenhagen', 'percent', '%s', %u, goal, id"
                         " FROM target ORDER BY position LIMIT 1 OFFSET %u",
                         id, number, number, number % 2 == 0 ? "up" : "down", number % 100, number % 169);
  bench_exec (handle, sql);
  for (guint i = 0; i < N_SERIES; i++)
    add_series (handle, id, i);
}

static void
replace_indicators (const char *path)
{
  sqlite3 *handle = bench_open (path);

  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  bench_exec (handle, "PRAGMA synchronous = OFF; BEGIN; DELETE FROM observation; DELETE FROM series;"
                      " DELETE FROM indicator");
  for (guint i = 0; i < N_INDICATORS; i++)
    add_indicator (handle, i);
  bench_exec (handle, "COMMIT; PRAGMA wal_checkpoint (TRUNCATE)");
  sqlite3_close (handle);
}

/* That what is measured is what it says. */
static gpointer
check_digests (UdsSession  *session,
               gpointer     data,
               GError     **error)
{
  g_autoptr (GPtrArray) digests = uds_session_digest_goals (session, NULL, error);
  GPtrArray *all = uds_goal_digest_get_indicators (g_ptr_array_index (digests, digests->len - 1));

  g_assert_cmpuint (digests->len, ==, 18);
  g_assert_cmpuint (all->len, ==, N_INDICATORS);
  for (guint i = 0; i < all->len; i++)
    g_assert_cmpuint (uds_indicator_digest_get_n_points (g_ptr_array_index (all, i)), ==, N_POINTS);
  return NULL;
}

static void
subject_init (Subject *self,
              gboolean has_many)
{
  g_autoptr (UdsClock) clock = uds_clock_new ();
  g_autoptr (GError) error = NULL;

  bench_database_init (&self->database, 0, FALSE);
  uds_content_fill (self->database.store, &error);
  g_assert_no_error (error);
  if (has_many)
    {
      replace_indicators (self->database.path);
      uds_store_read (self->database.store, check_digests, NULL, NULL);
    }
  self->context = uds_context_new (self->database.store, clock, UDS_LANGUAGE_EN);
  self->opening = g_array_new (FALSE, FALSE, sizeof (double));
  self->cpu = g_array_new (FALSE, FALSE, sizeof (double));
  self->again = g_array_new (FALSE, FALSE, sizeof (double));
}

static void
subject_clear (Subject *self)
{
  g_array_unref (self->opening);
  g_array_unref (self->cpu);
  g_array_unref (self->again);
  g_clear_object (&self->context);
  bench_database_clear (&self->database);
}

/* The view */

static gboolean
shows_tiles (GtkWidget *window)
{
  GtkWidget *tile = bench_find_type (window, UDS_TYPE_GOAL_TILE);

  return tile != NULL && gtk_widget_get_mapped (tile);
}

/* Choosing the view, until its frame is drawn. */
static void
choose_view (UdsWindow *window,
             GArray    *times,
             GArray    *cpu)
{
  double start = bench_now (), worked = bench_cpu_of_thread ();
  double passed;

  uds_window_show_page (window, "goals");
  bench_wait_for_frame (GTK_WIDGET (window), shows_tiles);
  passed = bench_now () - start;
  worked = bench_cpu_of_thread () - worked;
  if (times != NULL)
    g_array_append_val (times, passed);
  if (cpu != NULL)
    g_array_append_val (cpu, worked);
}

/* For the first time, when it is read, and once more from another view. */
static void
open_view (Subject *subject,
           gboolean counts)
{
  UdsWindow *window = uds_window_new (UDS_APPLICATION (g_application_get_default ()));

  uds_window_show_page (window, "networks");
  uds_window_set_context (window, subject->context);
  gtk_window_present (GTK_WINDOW (window));
  bench_settle (300);

  choose_view (window, counts ? subject->opening : NULL, counts ? subject->cpu : NULL);
  bench_settle (100);
  uds_window_show_page (window, "networks");
  bench_settle (100);
  choose_view (window, counts ? subject->again : NULL, NULL);

  gtk_window_destroy (GTK_WINDOW (window));
  bench_settle (50);
}

static double
median (GArray *times)
{
  return bench_percentile (times, 50);
}

static void
report (Subject *many,
        Subject *content)
{
  bench_report_aim ("goals of 400 indicators opened", "ms", median (many->opening), MOST_MILLISECONDS);
  bench_report_aim ("the same once more", "ms", median (many->again), MOST_MILLISECONDS);
  bench_report ("goals of 400 indicators opened", "ms", median (many->opening), "of the starting content",
                median (content->opening), 1.5);
  bench_report ("CPU of it in the GTK thread", "ms", median (many->cpu), "of the starting content",
                median (content->cpu), 1.25);
  bench_report_load ();
}

int
main (void)
{
  g_autoptr (UdsApplication) application = bench_start_application ();
  Subject content = { 0 }, many = { 0 };

  subject_init (&content, FALSE);
  subject_init (&many, TRUE);
  for (guint round = 0; round <= N_ROUNDS; round++)
    {
      open_view (&content, round > 0);
      open_view (&many, round > 0);
    }
  report (&many, &content);

  subject_clear (&content);
  subject_clear (&many);
  return 0;
}
