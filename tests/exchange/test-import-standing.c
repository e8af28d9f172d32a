/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an imported indicator is called and which goal it belongs to: looking says what importing does, the user has the
 * last word, and nothing is guessed. */
#include "import-fixture.h"

#include <string.h>

#define TABLE "TID;INDHOLD\n2020;1,5\n2021;2,5\n"
#define OPEN_SDG "Year,Value\n2020,1.5\n"

static void
look_up (UdsImport    *import,
         StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (uds_import_look_up (import, fixture->store, &error));
  g_assert_no_error (error);
}

static const UdsImportIndicator *
get_indicator (UdsImport *import)
{
  g_assert_cmpuint (import_get_file (import, 0)->indicators->len, ==, 1);
  return g_ptr_array_index (import_get_file (import, 0)->indicators, 0);
}

static gpointer
count (UdsSession  *session,
       gpointer     kind,
       GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup (kind));

  return GINT_TO_POINTER ((int) uds_session_count (session, query, error));
}

static int
count_records (StoreFixture *fixture,
               const char   *kind)
{
  return GPOINTER_TO_INT (uds_store_read (fixture->store, count, (gpointer) kind, NULL));
}

typedef struct {
  const char *goal;
  const char *title_da;
  const char *title_en;
  const char *place_da;
} Standing;

/* The number of its goal as text; NULL for none. */
static gpointer
read_goal (UdsSession  *session,
           gpointer     id,
           GError     **error)
{
  g_autoptr (UdsRecord) goal = uds_session_get (session, uds_kind_lookup ("goal"), id, error);

  return uds_record_to_string (goal, "number");
}

static void
assert_stands (StoreFixture   *fixture,
               const char     *code,
               const Standing *standing)
{
  g_autoptr (UdsRecord) indicator = import_get_indicator (fixture, code);
  const char *id = uds_record_get_text (indicator, "goal");
  g_autofree char *goal = id != NULL ? uds_store_read (fixture->store, read_goal, (gpointer) id, NULL) : NULL;

  g_assert_cmpstr (goal, ==, standing->goal);
  g_assert_cmpstr (uds_record_get_text (indicator, "title_da"), ==, standing->title_da);
  g_assert_cmpstr (uds_record_get_text (indicator, "title_en"), ==, standing->title_en);
  g_assert_cmpstr (uds_record_get_text (indicator, "place_da"), ==, standing->place_da);
}

static void
undo (StoreFixture *fixture,
      gint64        group)
{
  g_autoptr (GError) error = NULL;

  uds_store_undo (fixture->store, group, &error);
  g_assert_no_error (error);
}

static void
test_looking_says_what_importing_does_and_changes_nothing (StoreFixture  *fixture,
                                                           gconstpointer  data)
{
  g_autoptr (UdsImport) import = import_preview_text ("indicator_3-3-1.csv", OPEN_SDG);
  g_autofree char *before = store_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autofree char *title = NULL;

  look_up (import, fixture);
  after = store_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (uds_import_get_goals (import)->len, ==, 17);
  g_assert_true (get_indicator (import)->is_new);
  g_assert_true (get_indicator (import)->has_un_title);
  g_assert_cmpuint (get_indicator (import)->goal, ==, 3);
  title = g_strdup (uds_record_get_title (get_indicator (import)->record, UDS_LANGUAGE_DA));

  import_apply (import, fixture);
  g_assert_cmpstr (uds_record_get_title (get_indicator (import)->record, UDS_LANGUAGE_DA), ==, title);
  g_assert_cmpuint (get_indicator (import)->goal, ==, 3);

  /* Once it is there, the next file of it brings no name. */
  uds_import_preview (import);
  look_up (import, fixture);
  g_assert_false (get_indicator (import)->is_new);
  g_assert_false (get_indicator (import)->has_un_title);
}

static void
test_what_is_left_empty_stays_empty (StoreFixture  *fixture,
                                     gconstpointer  data)
{
  g_autoptr (UdsImport) import = import_preview_text ("FOLK1A.csv", TABLE);

  look_up (import, fixture);
  g_assert_cmpuint (get_indicator (import)->goal, ==, 0);
  import_apply (import, fixture);
  assert_stands (fixture, "FOLK1A", &(Standing) { NULL, NULL, "FOLK1A", NULL });
  g_assert_cmpint (count_records (fixture, "goal"), ==, 0);
}

static void
test_what_is_said_comes_with_the_goals_in_one_command_and_goes_with_it (StoreFixture  *fixture,
                                                                        gconstpointer  data)
{
  g_autoptr (UdsImport) import = import_preview_text ("FOLK1A.csv", TABLE);
  g_autofree char *before = store_fixture_dump (fixture);
  g_autofree char *after = NULL;
  gint64 group;

  uds_import_set_field (import, 0, "goal", "11");
  uds_import_set_field (import, 0, "title_da", "Folketal");
  uds_import_set_field (import, 0, "place_da", "København");
  look_up (import, fixture);
  g_assert_cmpuint (get_indicator (import)->goal, ==, 11);

  group = import_apply (import, fixture);
  assert_stands (fixture, "FOLK1A", &(Standing) { "11", "Folketal", NULL, "København" });
  g_assert_cmpint (count_records (fixture, "goal"), ==, 17);

  undo (fixture, group);
  after = store_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_said_twice_nothing_changes_and_unsaid_it_stays (StoreFixture  *fixture,
                                                     gconstpointer  data)
{
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (UdsImport) import = import_preview_text ("FOLK1A.csv", "\"Population\"\n\n ;2020\nTotal;5\n");
      UdsImportRecords records;

      if (i < 2)
        {
          uds_import_set_field (import, 0, "goal", "11");
          uds_import_set_field (import, 0, "title_en", "People");
        }
      g_assert_true ((import_apply (import, fixture) == 0) == (i > 0));
      import_sum_records (import, &records);
      g_assert_true ((records.created == 0 && records.updated == 0) == (i > 0));
      assert_stands (fixture, "FOLK1A", &(Standing) { "11", NULL, "People", NULL });
    }
}

static void
test_a_said_title_is_not_mixed_with_that_of_the_un (StoreFixture  *fixture,
                                                    gconstpointer  data)
{
  g_autoptr (UdsImport) import = import_preview_text ("indicator_3-3-1.csv", OPEN_SDG);

  uds_import_set_field (import, 0, "title_da", "Nye hivtilfælde pr. 100.000");
  look_up (import, fixture);
  g_assert_false (get_indicator (import)->has_un_title);
  import_apply (import, fixture);
  assert_stands (fixture, "3.3.1", &(Standing) { "3", "Nye hivtilfælde pr. 100.000", NULL, NULL });
}

static void
test_a_title_taken_away_leaves_the_code (StoreFixture  *fixture,
                                         gconstpointer  data)
{
  g_autoptr (UdsImport) import = import_preview_text ("indicator_3-3-1.csv", OPEN_SDG);

  uds_import_set_field (import, 0, "title_da", "");
  import_apply (import, fixture);
  assert_stands (fixture, "3.3.1", &(Standing) { "3", NULL, "3.3.1", NULL });
}

static gboolean
import_has_target (StoreFixture *fixture,
                   const char   *name,
                   const char   *goal)
{
  g_autoptr (UdsImport) import = import_preview_text (name, OPEN_SDG);
  g_autofree char *code = uds_import_file_get_code (import_get_file (import, 0), NULL);
  g_autoptr (UdsRecord) indicator = NULL;

  uds_import_set_field (import, 0, "goal", goal);
  import_apply (import, fixture);
  indicator = import_get_indicator (fixture, code);
  return uds_record_has (indicator, "target");
}

static void
test_under_another_goal_it_is_about_no_target_of_the_first (StoreFixture  *fixture,
                                                            gconstpointer  data)
{
  g_assert_false (import_has_target (fixture, "indicator_11-6-1.csv", "12"));

  g_assert_true (import_has_target (fixture, "indicator_11-6-2.csv", NULL));
  g_assert_false (import_has_target (fixture, "indicator_11-6-2.csv", "12"));
  g_assert_false (import_has_target (fixture, "indicator_11-6-2.csv", NULL));
  g_assert_true (import_has_target (fixture, "indicator_11-6-2.csv", "11"));
}

static void
test_none_is_an_answer_too (StoreFixture  *fixture,
                            gconstpointer  data)
{
  g_autoptr (UdsImport) import = import_preview_text ("indicator_99-1-1.csv", OPEN_SDG);
  g_autoptr (UdsImport) known = import_preview_text ("indicator_11-6-2.csv", OPEN_SDG);
  g_autoptr (UdsRecord) indicator = NULL;

  uds_import_set_field (known, 0, "goal", "");
  import_apply (known, fixture);
  indicator = import_get_indicator (fixture, "11.6.2");
  g_assert_false (uds_record_has (indicator, "goal"));
  g_assert_false (uds_record_has (indicator, "target"));
  import_apply (import, fixture);
}

static void
test_a_goal_that_is_not_there_is_refused_with_everything (StoreFixture  *fixture,
                                                          gconstpointer  data)
{
  g_autoptr (UdsImport) import = import_preview_text ("FOLK1A.csv", TABLE);
  g_autoptr (GError) error = NULL;

  uds_import_set_field (import, 0, "goal", "18");
  g_assert_cmpint (uds_import_apply (import, fixture->store, &error), ==, -1);
  g_assert_nonnull (strstr (error->message, "18"));
  g_assert_cmpint (count_records (fixture, "indicator"), ==, 0);
}

static void
test_a_rehearsal_counts_what_is_said_too (StoreFixture  *fixture,
                                          gconstpointer  data)
{
  g_autoptr (UdsImport) rehearsal = import_preview_text ("FOLK1A.csv", TABLE);
  g_autoptr (UdsImport) import = import_preview_text ("FOLK1A.csv", TABLE);
  g_autoptr (UdsImport) before = import_preview_text ("FOLK1A.csv", TABLE);
  g_autoptr (GError) error = NULL;
  UdsImportRecords rehearsed, written;

  import_apply (before, fixture);
  uds_import_set_field (rehearsal, 0, "goal", "11");
  uds_import_set_field (import, 0, "goal", "11");
  g_assert_true (uds_import_rehearse (rehearsal, fixture->store, &error));
  import_sum_records (rehearsal, &rehearsed);
  import_apply (import, fixture);
  import_sum_records (import, &written);
  g_assert_cmpmem (&rehearsed, sizeof rehearsed, &written, sizeof written);
  g_assert_cmpuint (written.updated, ==, 1);
}

static void
test_the_goal_of_a_table_with_settings_is_said_at_the_table (StoreFixture  *fixture,
                                                             gconstpointer  data)
{
  g_autoptr (UdsImport) import = uds_import_new ();
  g_autoptr (GBytes) settings = g_bytes_new_static ("indicator_name: Noise\n", 22);
  g_autoptr (GBytes) table = g_bytes_new_static (OPEN_SDG, sizeof OPEN_SDG - 1);

  uds_import_add_bytes (import, "indicator-config/noise.yml", settings);
  uds_import_add_bytes (import, "data/indicator_noise.csv", table);
  uds_import_preview (import);
  look_up (import, fixture);
  g_assert_cmpuint (import_get_file (import, 0)->indicators->len, ==, 0);
  g_assert_cmpuint (import_get_file (import, 1)->indicators->len, ==, 1);
  g_assert_cmpuint (uds_import_count_indicators (import), ==, 1);

  uds_import_set_field (import, 1, "goal", "11");
  import_apply (import, fixture);
  assert_stands (fixture, "noise", &(Standing) { "11", NULL, "Noise", NULL });
}

#define ADD(path, func) \
  g_test_add ("/import-standing/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("looking-says-what-importing-does-and-changes-nothing",
       test_looking_says_what_importing_does_and_changes_nothing);
  ADD ("what-is-left-empty-stays-empty", test_what_is_left_empty_stays_empty);
  ADD ("what-is-said-comes-with-the-goals-in-one-command-and-goes-with-it",
       test_what_is_said_comes_with_the_goals_in_one_command_and_goes_with_it);
  ADD ("said-twice-nothing-changes-and-unsaid-it-stays", test_said_twice_nothing_changes_and_unsaid_it_stays);
  ADD ("a-said-title-is-not-mixed-with-that-of-the-un", test_a_said_title_is_not_mixed_with_that_of_the_un);
  ADD ("a-title-taken-away-leaves-the-code", test_a_title_taken_away_leaves_the_code);
  ADD ("under-another-goal-it-is-about-no-target-of-the-first",
       test_under_another_goal_it_is_about_no_target_of_the_first);
  ADD ("none-is-an-answer-too", test_none_is_an_answer_too);
  ADD ("a-goal-that-is-not-there-is-refused-with-everything",
       test_a_goal_that_is_not_there_is_refused_with_everything);
  ADD ("a-rehearsal-counts-what-is-said-too", test_a_rehearsal_counts_what_is_said_too);
  ADD ("the-goal-of-a-table-with-settings-is-said-at-the-table",
       test_the_goal_of_a_table_with_settings_is_said_at_the_table);

  return g_test_run ();
}
