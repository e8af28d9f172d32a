/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report on the goals, from a store to what other programs read in the PDF. */
#include "report-fixture.h"

#include "uds-goals-report.h"
#include "uds-pages.h"
#include "uds-store.h"

#include <glib/gstdio.h>
#include <string.h>

#define NOON 1790000000000000 /* 21 September 2026 */

typedef struct {
  char *folder;
  UdsClock *clock;
  UdsStore *store;
} Fixture;

static void
put (UdsRecord  *record,
     const char *name,
     const char *text)
{
  g_autoptr (GError) error = NULL;

  uds_record_set_from_string (record, name, text, &error);
  g_assert_no_error (error);
}

static void
save (UdsSession *session,
      UdsRecord  *record)
{
  g_autoptr (GError) error = NULL;

  uds_session_save (session, record, &error);
  g_assert_no_error (error);
}

static UdsRecord *
add_goal (UdsSession *session,
          const char *number,
          const char *name,
          const char *colour)
{
  UdsRecord *goal = uds_record_new (uds_kind_lookup ("goal"));

  put (goal, "number", number);
  put (goal, "name_en", name);
  put (goal, "sentence_en", "What the goal says in full");
  put (goal, "colour", colour);
  put (goal, "ink", "#FFFFFF");
  save (session, goal);
  return goal;
}

static UdsRecord *
add_indicator (UdsSession *session,
               UdsRecord  *goal,
               const char *code,
               const char *title)
{
  UdsRecord *indicator = uds_record_new (uds_kind_lookup ("indicator"));

  put (indicator, "code", code);
  put (indicator, "title_en", title);
  if (goal != NULL)
    put (indicator, "goal", uds_record_get_id (goal));
  put (indicator, "unit_en", "%");
  put (indicator, "place_en", "Copenhagen");
  put (indicator, "direction", "up");
  put (indicator, "source", "Bicycle account 2020");
  save (session, indicator);
  return indicator;
}

static void
add_values (UdsSession *session,
            UdsRecord  *indicator,
            int         first_year,
            const char *values)
{
  g_autoptr (UdsRecord) series = uds_record_new (uds_kind_lookup ("series"));
  g_auto (GStrv) words = g_strsplit (values, " ", -1);

  put (series, "indicator", uds_record_get_id (indicator));
  save (session, series);
  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_autoptr (UdsRecord) observation = uds_record_new (uds_kind_lookup ("observation"));
      g_autofree char *period = g_strdup_printf ("%d", first_year + (int) i);

      put (observation, "series", uds_record_get_id (series));
      put (observation, "period", period);
      put (observation, "value", words[i]);
      save (session, observation);
    }
}

/* Two of one name: the city's rose for long, and fell since the year that progress is counted from. */
static void
add_namesakes (UdsSession *session,
               UdsRecord  *goal)
{
  g_autoptr (UdsRecord) city = add_indicator (session, goal, "life-city", "Life expectancy");
  g_autoptr (UdsRecord) country = add_indicator (session, goal, "life-country", "Life expectancy");

  put (city, "unit_en", "years (at birth)");
  put (city, "publisher", "Eurostat");
  put (city, "citation_en", "Eurostat, table tgs00101, December 2020");
  put (city, "source", "someone/some-repository@7be342fb: data/raw/tgs00101.csv");
  save (session, city);
  put (country, "place_en", "Denmark");
  put (country, "publisher", "Statistics Denmark");
  save (session, country);
  add_values (session, city, 2009, "78.1 78.5 79 79.4 80 80.6 81.2 81 80.9 80.7");
}

static UdsRecord *
add_administration (UdsSession *session,
                    const char *name,
                    const char *from,
                    const char *to)
{
  UdsRecord *administration = uds_record_new (uds_kind_lookup ("administration"));

  put (administration, "code", "TMF");
  put (administration, "name_en", name);
  put (administration, "valid_from", from);
  put (administration, "valid_to", to);
  save (session, administration);
  return administration;
}

static void
link_to (UdsSession *session,
         UdsRecord  *effort,
         UdsRecord  *served)
{
  g_autoptr (GError) error = NULL;

  uds_session_link (session, effort, "serves", served, &error);
  g_assert_no_error (error);
}

static UdsRecord *
add_effort (UdsSession *session,
            const char *code,
            const char *name)
{
  UdsRecord *effort = uds_record_new (uds_kind_lookup ("effort"));

  put (effort, "code", code);
  put (effort, "name_en", name);
  put (effort, "start", "2011");
  put (effort, "end", "2025");
  save (session, effort);
  return effort;
}

static UdsRecord *
add_target (UdsSession *session,
            UdsRecord  *goal,
            const char *code)
{
  UdsRecord *target = uds_record_new (uds_kind_lookup ("target"));

  put (target, "code", code);
  put (target, "text_en", "What the target says");
  put (target, "goal", uds_record_get_id (goal));
  save (session, target);
  return target;
}

/* One effort serves the goal, another one of its targets; the administration of both was renamed since. */
static void
add_efforts (UdsSession *session,
             UdsRecord  *goal)
{
  g_autoptr (UdsRecord) then = add_administration (session, "Building and Technology", NULL, "2012");
  g_autoptr (UdsRecord) now = add_administration (session, "Technical and Environmental", "2013", NULL);
  g_autoptr (UdsRecord) bicycles = add_effort (session, "plan", "Bicycle strategy");
  g_autoptr (UdsRecord) noise = add_effort (session, "noise", "Noise plan");
  g_autoptr (UdsRecord) first = add_target (session, goal, "11.1");
  g_autoptr (UdsRecord) second = add_target (session, goal, "11.2");

  put (bicycles, "administration", uds_record_get_id (now));
  put (bicycles, "measured_by_en", "Trips by bicycle");
  put (bicycles, "status", "Running");
  save (session, bicycles);
  link_to (session, bicycles, goal);
  link_to (session, noise, second);
}

static gboolean
fill (UdsSession  *session,
      gpointer     data,
      GError     **error)
{
  g_autoptr (UdsRecord) empty = add_goal (session, "1", "No poverty", "#E5243B");
  g_autoptr (UdsRecord) cities = add_goal (session, "11", "Sustainable cities", "not a colour");
  g_autoptr (UdsRecord) cycling = add_indicator (session, cities, "cycling", "Trips by bicycle");
  g_autoptr (UdsRecord) waiting = add_indicator (session, cities, "waiting", "Not measured yet");
  g_autoptr (UdsRecord) stray = add_indicator (session, NULL, "stray", "Nobody's indicator");

  add_values (session, cycling, 2015, "36 41 43 44");
  add_namesakes (session, cities);
  add_efforts (session, cities);
  return TRUE;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("udsyn-report-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "udsyn.db", NULL);
  fixture->clock = uds_clock_new_fixed (NOON);
  fixture->store = uds_store_open (path, fixture->clock, &error);
  g_assert_no_error (error);
  uds_store_write (fixture->store, "Fill", fill, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_clear_object (&fixture->store);
  g_clear_object (&fixture->clock);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static const UdsReportOptions options = {
  .language = UDS_LANGUAGE_EN,
  .organisation = "City of Copenhagen",
  .date = { 2026, 9, 21 },
};

static gpointer
write_all (UdsSession  *session,
           gpointer     data,
           GError     **error)
{
  return uds_goals_report_new (session, &options, error);
}

static gpointer
write_goal (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  g_autoptr (UdsRecord) goal = report_find (session, "goal", "number", "11");

  return uds_goals_report_new_for_goal (session, &options, goal, error);
}

static gpointer
write_indicator (UdsSession  *session,
                 gpointer     data,
                 GError     **error)
{
  g_autoptr (UdsRecord) indicator = report_find (session, "indicator", "code", "cycling");

  return uds_goals_report_new_for_indicator (session, &options, indicator, NULL, error);
}

/* The file a report becomes. */
static char *
print (Fixture     *fixture,
       UdsReadFunc  write)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UdsDocument) document = uds_store_read (fixture->store, write, NULL, &error);
  g_autoptr (UdsPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;
  char *path;

  g_assert_no_error (error);
  pages = uds_pages_new (document);
  pdf = uds_pages_to_pdf (pages, NULL, &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "report.pdf", NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  return path;
}

static char *
run (const char *const *command)
{
  g_autofree char *program = g_find_program_in_path (command[0]);
  g_autoptr (GError) error = NULL;
  char *answer = NULL;

  if (program == NULL)
    {
      g_test_skip_printf ("there is no %s here", command[0]);
      return NULL;
    }
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &answer, NULL, NULL, &error);
  g_assert_no_error (error);
  return answer;
}

/* What a screen reader would read; the inside of charts is theirs, in words it is in their alternative texts. */
static char *
read_structure (const char *path)
{
  g_autofree char *answer = run ((const char *const[]) { "pdfinfo", "-struct-text", path, NULL });
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean in_figure = FALSE;

  if (answer == NULL)
    return NULL;
  lines = g_strsplit (answer, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      gboolean is_deep = g_str_has_prefix (*line, "    ");

      in_figure = (in_figure && is_deep) || g_str_equal (*line, "  Figure");
      if (!(in_figure && is_deep) && **line != '\0' && strstr (*line, "Object ") == NULL)
        g_string_append_printf (text, "%s\n", *line);
    }
  return g_strdup (text->str);
}

static void
assert_as_golden (const char *actual,
                  const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", name, NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("UDSYN_UPDATE_GOLDEN") != NULL)
    g_file_set_contents (path, actual, -1, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (actual, ==, expected);
}

static void
test_all_goals_read_as_they_should (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autofree char *path = print (fixture, write_all);
  g_autofree char *structure = read_structure (path);

  if (structure != NULL)
    assert_as_golden (structure, "goals-report.txt");
}

/* The report's texts, with what is in it and what is not; both lists end with NULL. */
static void
assert_reads (Fixture           *fixture,
              UdsReadFunc        write,
              const char *const *there,
              const char *const *absent)
{
  g_autofree char *path = print (fixture, write);
  g_autofree char *structure = read_structure (path);

  if (structure == NULL)
    return;
  for (; *there != NULL; there++)
    if (strstr (structure, *there) == NULL)
      g_error ("the report does not say “%s”", *there);
  for (; *absent != NULL; absent++)
    if (strstr (structure, *absent) != NULL)
      g_error ("the report says “%s”", *absent);
}

#define TEXTS(...) ((const char *const[]) { __VA_ARGS__, NULL })
#define NO_TEXTS ((const char *const[]) { NULL })

static void
test_one_goal_has_only_its_own (Fixture       *fixture,
                                gconstpointer  data)
{
  assert_reads (fixture, write_goal,
                TEXTS ("\"11 Sustainable cities\"", "Trips by bicycle",
                       "Bicycle strategy (Building and Technology · 2011–2025 · Running)", "Noise plan (2011–2025)"),
                TEXTS ("No poverty", "Nobody's indicator"));
}

static void
test_one_indicator_is_one_page (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *path = print (fixture, write_indicator);
  g_autofree char *structure = read_structure (path);
  g_autofree char *info = NULL;

  if (structure == NULL)
    return;
  g_assert_nonnull (strstr (structure, "Up from 36% in 2015 to 44% in 2018"));
  info = run ((const char *const[]) { "pdfinfo", path, NULL });
  g_assert_nonnull (strstr (info, "Pages:           1\n"));
  g_assert_nonnull (strstr (info, "Title:           Trips by bicycle\n"));
}

static void
test_caption_and_status_compare_the_same_two_points (Fixture       *fixture,
                                                     gconstpointer  data)
{
  assert_reads (fixture, write_goal,
                TEXTS ("\"Down from 81.2 in 2015 to 80.7\u00a0years in 2018\"",
                       "\"Going back. It was 81.2 in 2015 and 80.7\u00a0years in 2018, a change of"),
                TEXTS ("Up from 78.1"));
}

static void
test_namesakes_are_told_apart_by_their_place (Fixture       *fixture,
                                              gconstpointer  data)
{
  assert_reads (fixture, write_goal,
                TEXTS ("\"Life expectancy, Copenhagen\"", "\"Life expectancy, Denmark\"", "\"Trips by bicycle\""),
                NO_TEXTS);
}

static void
test_a_table_that_is_cut_says_so (Fixture       *fixture,
                                  gconstpointer  data)
{
  assert_reads (fixture, write_goal, TEXTS ("\"The latest 8 of 10 values; the first is from 2009.\""), NO_TEXTS);
}

static void
test_a_source_is_a_publisher_and_no_path (Fixture       *fixture,
                                          gconstpointer  data)
{
  assert_reads (fixture, write_goal,
                TEXTS ("\"Source: Eurostat, table tgs00101, December 2020\"",
                       "\"Life expectancy, Copenhagen: Eurostat, table tgs00101, December 2020\"",
                       "\"Life expectancy, Denmark: Statistics Denmark; Bicycle account 2020\""),
                TEXTS ("some-repository"));
}

static void
test_each_chart_is_there_in_words (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autofree char *path = print (fixture, write_all);
  g_autofree char *json = run ((const char *const[]) { "qpdf", "--json", "--json-key=qpdf", path, NULL });

  if (json == NULL)
    return;
  g_assert_nonnull (strstr (json, "\"/Alt\": \"u:Line chart: Trips by bicycle. Up from 36% in 2015 to 44% in 2018."));
}

static void
test_the_same_store_prints_the_same_bytes (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autofree char *path = print (fixture, write_all);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize n_first, n_second;

  g_assert_true (g_file_get_contents (path, &first, &n_first, NULL));
  g_free (print (fixture, write_all));
  g_assert_true (g_file_get_contents (path, &second, &n_second, NULL));
  g_assert_cmpmem (first, n_first, second, n_second);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add ("/goals-report/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("all-goals-read-as-they-should", test_all_goals_read_as_they_should);
  ADD ("one-goal-has-only-its-own", test_one_goal_has_only_its_own);
  ADD ("one-indicator-is-one-page", test_one_indicator_is_one_page);
  ADD ("caption-and-status-compare-the-same-two-points", test_caption_and_status_compare_the_same_two_points);
  ADD ("namesakes-are-told-apart-by-their-place", test_namesakes_are_told_apart_by_their_place);
  ADD ("a-table-that-is-cut-says-so", test_a_table_that_is_cut_says_so);
  ADD ("a-source-is-a-publisher-and-no-path", test_a_source_is_a_publisher_and_no_path);
  ADD ("each-chart-is-there-in-words", test_each_chart_is_there_in_words);
  ADD ("the-same-store-prints-the-same-bytes", test_the_same_store_prints_the_same_bytes);
  return g_test_run ();
}
