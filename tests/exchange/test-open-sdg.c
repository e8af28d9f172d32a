/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Open SDG files come in as their offices really write them: every cell is in a record or under the problems, the same
 * file again changes nothing, and an import is taken back whole. */
#include "import-fixture.h"

#include <string.h>

typedef struct {
  const char *promise;
  const char *text;
  guint n_imported, n_reported;
  const char *problems;
} Table;

static const Table tables[] = {
  { "plain", "Year,Value\n2020,1.5\n2021,2\n", 4, 0, "" },
  { "no-final-newline", "Year,Value\r\n2020,1.5\r\n2021,2", 4, 0, "" },
  { "lone-cr", "Year,Value\r2020,1.5\r2021,2\r", 4, 0, "" },
  { "value-not-last", "Year,Units,Value,COMMENT_OBS_0\n2020,%,5,E\n", 4, 0, "" },
  { "empty-rows", "Year,Sex,Value\n\n2020,,1\n,,\n\n", 2, 0, "" },
  { "quoted-years", "Year,Value\n\"2020\",1\n\"2021\",2\n", 4, 0, "" },
  { "missing-value", "Year,Value\n2020,\n2021,n/a\n2022,..\n", 5, 0, "3:2 missing-value, 4:2 missing-value" },
  { "negative-and-scientific", "Year,Value\n2020,-5\n2021,1.234E-05\n", 4, 0, "" },
  { "blanks-in-heading", "Year, Sex ,Value\n2020,,1\n2020,M,2\n", 5, 0, "1:2 trimmed" },
  { "blanks-in-cells", "Year,Sex,Value\n2020,, 67.46\n2021, M,2\n", 5, 0, "2:3 trimmed, 3:2 trimmed" },
  { "only-blanks", "Year,Sex,Value\n2020,  ,1\n", 3, 0, "2:2 trimmed" },
  { "unnamed-columns", "Year,Value,,\n2020,1,,\n2021,2,\"3,515.20\",\n", 4, 1, "3:3 unnamed-column" },
  { "column-after-value", "Year,Value,COL2\n2020,1,\n", 2, 0, "" },
  { "column-twice", "Year,Value,Value\n2020,1,2\n", 2, 1, "2:3 duplicate-column" },
  { "longer-than-heading", "Year,Value\n2020,1,2\n", 2, 1, "2:3 extra-cell" },
  { "cut-off", "Year,Sex,Value\n2020,,1\n2021,M", 2, 2, "3:1 short-row, 3:2 short-row" },
  { "cut-off-in-quotes", "Year,Sex,Value\n2020,,1\n2021,\"M,2\n", 2, 2, "3:1 row-refused, 3:2 unclosed-quote" },
  { "sentence-as-year", "Year,Sex,Value\nNot measured yet,M,\n2020,,1\n", 2, 2, "2:1 not-a-period, 2:2 row-refused" },
  { "no-year", "Year,Sex,Value\n,M,3\n2020,,1\n", 2, 2, "2:2 no-period, 2:3 no-period" },
  { "duplicate-years", "Year,Sex,Value\n2020,,1\n2020,M,2\n2020,,3\n", 5, 2, "4:1 duplicate, 4:3 duplicate" },
  { "same-period-twice", "Year,Value\n2018/19,1\n2018-2019,2\n", 2, 2, "3:1 duplicate, 3:2 duplicate" },
  { "thousands", "Year,Value\n2020,\"3,515.20\"\n2021,12.5\n", 2, 2, "2:1 row-refused, 2:2 number-format" },
  { "no-number", "Year,Value\n2020,many\n2021,12.5\n", 2, 2, "2:1 row-refused, 2:2 not-a-number" },
  { "ambiguous", "Year,Value\n2020,1.234\n2021,12\n", 2, 2, "2:1 row-refused, 2:2 ambiguous-number" },
  { "point-proven", "Year,Value\n2020,1.234\n2021,0.5\n", 4, 0, "" },
  { "danish", "Year;Value\n2020;1.234,5\n2021;2.345\n2022;0,7\n", 6, 0, "" },
  { "quarters", "Year,Value\n2000 Q1,1\n2000 Q2,2\n2024 Q1,3\n", 6, 0, "" },
  { "spans",
    "Year,Value\n2018/19,1\n2011 to 2015,2\n1994/95 - 1996/97,3\n2009–2010,4\nJan 2004-Dec 2004,5\n2021-07-27,6\n",
    12, 0, "" },
  { "school-years",
    "Year,Value\n2010-11,1\n2011-12,2\n2012-13,3\n", 6, 0, "2:1 two-years, 3:1 two-years, 4:1 two-years" },
  { "months", "Year,Value\n2010-10,1\n2010-11,2\n", 4, 0, "" },
  { "no-headline", "Year,Sex,Value\n2020,M,1\n2020,F,2\n", 6, 0, "0:0 no-headline" },
  { "two-units", "Year,Units,Value\n2020,%,1\n2020,Persons,200\n", 6, 0, "" },
  { "stray-quote", "Year,Sex,Value\n2020,\"M\"x,1\n2020,,2\n", 5, 0, "2:2 stray-quote" },
  { "ons-columns",
    "Year,Unit measure,Unit multiplier,Observation status,Progress,Value\n2020,%,Units,Normal value,3,1\n",
    6, 0, "" },
  { "labels",
    "Year,Geography,Value\n2020,\"Belleville (CY), Ont.\",1\n2020,,1\n2021,_Physical \"\"assault,2\n", 8, 0, "" },
};

static void
test_table (gconstpointer data)
{
  const Table *table = data;
  g_autoptr (UdsImport) import = import_preview_text ("indicator_1-1-1.csv", table->text);
  const UdsImportFile *file = import_get_file (import, 0);
  g_autofree char *problems = import_list_problems (file);

  g_assert_false (file->refused);
  g_assert_cmpstr (problems, ==, table->problems);
  g_assert_cmpuint (file->cells.imported, ==, table->n_imported);
  g_assert_cmpuint (file->cells.reported, ==, table->n_reported);
  import_assert_nothing_lost (import);
}

typedef struct {
  const char *promise;
  const char *name;
  const char *text;
  const char *code;
} Refused;

static const Refused refused[] = {
  { "empty", "indicator_1-1-1.csv", "", "invalid-file" },
  { "only-a-mark", "indicator_1-1-1.csv", "\xef\xbb\xbf", "unknown-format" },
  { "heading-only", "indicator_1-1-1.csv", "Year,Value\n", "invalid-file" },
  { "other-table", "trees.csv", "Name,Height\nA,1\n", "unknown-format" },
  { "no-value", "indicator_1-1-1.csv", "Year,Sex\n2020,M\n", "unknown-format" },
  { "prose", "readme.txt", "Dear all,\nhere it is.\n", "unknown-format" },
  { "other-yaml", "compose.yml", "services:\n  web: {}\n", "unknown-format" },
  { "broken-yaml", "1-1-1.yml", "indicator_number: 1.1.1\ngraph_title: [a\n", "invalid-file" },
  { "yaml-list", "1-1-1.yml", "- indicator_number:\n- graph_title: x\nindicator_name: 1\n", "invalid-file" },
  { "unended-front-matter", "1-1-1.md", "---\nindicator_number: 1.1.1\n", "invalid-file" },
  { "utf-8-in-name-only", "indicator_1-1-1.csv", "Year,Value\n2020,\x81\n", "invalid-file" },
};

static void
test_refused (gconstpointer data)
{
  const Refused *text = data;
  g_autoptr (UdsImport) import = import_preview_text (text->name, text->text);
  const UdsImportFile *file = import_get_file (import, 0);
  const UdsProblem *problem = g_ptr_array_index (file->problems, 0);
  g_autofree char *reason = uds_problem_get_reason (problem);

  g_assert_true (file->refused);
  g_assert_false (uds_import_has_content (import));
  g_assert_cmpuint (file->problems->len, ==, 1);
  g_assert_cmpstr (uds_problem_get_name (problem), ==, text->code);
  g_assert_cmpstr (reason, !=, "");
  import_assert_nothing_lost (import);
}

static void
test_proposed_repair_is_taken_when_accepted (void)
{
  g_autoptr (UdsImport) import = import_preview_text ("indicator_1-1-1.csv", tables[21].text);
  const UdsImportFile *file = import_get_file (import, 0);
  const UdsProblem *problem = g_ptr_array_index (file->problems, 1);
  g_autofree char *problems = NULL;

  g_assert_cmpstr (problem->repair, ==, "3515.2");

  uds_import_set_repair (import, TRUE);
  uds_import_preview (import);
  problems = import_list_problems (file);
  g_assert_cmpstr (problems, ==, "2:2 repaired");
  g_assert_cmpuint (file->cells.reported, ==, 0);
}

static void
test_what_is_detected_can_be_overruled (void)
{
  g_autoptr (UdsImport) import = import_preview_text ("indicator_1-1-1.csv", "Year;Value\n2020;1.234\n2021;5\n");
  const UdsImportFile *file = import_get_file (import, 0);

  g_assert_cmpint (file->separator, ==, ';');
  g_assert_cmpint (file->decimal, ==, UDS_DECIMAL_UNKNOWN);
  g_assert_cmpuint (file->cells.reported, ==, 2);

  uds_import_set_decimal (import, 0, UDS_DECIMAL_COMMA);
  uds_import_preview (import);
  g_assert_cmpuint (file->cells.reported, ==, 0);

  uds_import_set_separator (import, 0, ',');
  uds_import_preview (import);
  g_assert_true (file->refused);

  uds_import_set_separator (import, 0, ';');
  uds_import_set_encoding (import, 0, UDS_ENCODING_UTF_16_BE);
  uds_import_preview (import);
  g_assert_true (file->refused);
}

static char *
get_sample (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "open-sdg", name, NULL);
}

static void
test_folder_is_one_import (StoreFixture  *fixture,
                           gconstpointer  data)
{
  g_autofree char *path = get_sample ("");

  import_assert_round_trip (fixture, path);
}

static gpointer
find_indicator (UdsSession  *session,
                gpointer     code,
                GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("indicator"));

  uds_query_where_is (query, "code", code);
  uds_query_set_long_text (query, TRUE);
  return uds_session_find (session, query, error);
}

static UdsRecord *
get_indicator (StoreFixture *fixture,
               const char   *code)
{
  UdsRecord *indicator = uds_store_read (fixture->store, find_indicator, (gpointer) code, NULL);

  g_assert_nonnull (indicator);
  return indicator;
}

static void
test_metadata_becomes_fields (StoreFixture  *fixture,
                              gconstpointer  data)
{
  g_autofree char *path = get_sample ("");
  g_autoptr (UdsImport) import = import_preview_path (path);
  g_autoptr (UdsRecord) air = NULL, work = NULL, school = NULL;

  import_apply (import, fixture);
  air = get_indicator (fixture, "11.6.2");
  g_assert_cmpstr (uds_record_get_text (air, "title_en"), ==, "Yearly mean of fine particles");
  g_assert_cmpstr (uds_record_get_text (air, "place_en"), ==, "Sampletown");
  g_assert_cmpstr (uds_record_get_text (air, "unit_en"), ==, "µg/m³");
  g_assert_cmpstr (uds_record_get_text (air, "publisher"), ==, "Sampletown Environment");
  g_assert_cmpstr (uds_record_get_text (air, "source"), ==, "Air quality log");
  g_assert_cmpstr (uds_record_get_text (air, "definition"), ==, "Mean of the daily means at two stations.");
  g_assert_cmpstr (uds_record_get_text (air, "direction"), ==, "down");
  g_assert_cmpfloat (uds_record_get_real (air, "target_value"), ==, 5);
  g_assert_cmpint (uds_record_get_integer (air, "target_year"), ==, 2030);
  g_assert_cmpint (uds_record_get_integer (air, "base_year"), ==, 2015);
  g_assert_cmpint (uds_record_get_integer (air, "decimals"), ==, 1);
  g_assert_nonnull (strstr (uds_record_get_text (air, "metadata"), "\"progress_status\":\"target_achieved\""));

  work = get_indicator (fixture, "8.5.2");
  g_assert_cmpstr (uds_record_get_text (work, "title_en"), ==, "Unemployment rate");
  g_assert_cmpstr (uds_record_get_text (work, "publisher"), ==, "Sample Statistics");
  g_assert_cmpstr (uds_record_get_text (work, "link"), ==, "https://example.org/labour");
  g_assert_false (uds_record_has (work, "direction"));
  g_assert_nonnull (strstr (uds_record_get_text (work, "metadata"), "not comparable"));

  school = get_indicator (fixture, "4.1.1");
  g_assert_cmpstr (uds_record_get_text (school, "title_en"), ==, "Pupils who finish school");
  g_assert_cmpstr (uds_record_get_text (school, "unit_en"), ==, "per cent");
  g_assert_cmpstr (uds_record_get_text (school, "link"), ==, "https://example.org/schools");
}

static gpointer
dump_observations (UdsSession  *session,
                   gpointer     code,
                   GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("observation"));
  g_autoptr (GPtrArray) records = NULL;
  GString *dump = g_string_new (NULL);

  uds_query_where_is (query, "series.indicator.code", code);
  uds_query_order_by (query, "period", FALSE, NULL);
  records = uds_session_list (session, query, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      UdsRecord *record = g_ptr_array_index (records, i);
      g_autoptr (UdsRecord) series = uds_session_get (session, uds_kind_lookup ("series"),
                                                      uds_record_get_text (record, "series"), error);
      g_autofree char *value = uds_record_to_string (record, "value");

      g_string_append_printf (dump, "%s|%s|%s|%s|%s|%s\n", uds_record_get_text (record, "period"),
                              uds_record_get_text (series, "name"), uds_record_get_text (series, "breakdown"), value,
                              uds_record_get_text (record, "quality"), uds_record_get_text (record, "footnote"));
    }
  return g_string_free (dump, FALSE);
}

static void
test_rows_become_observations (StoreFixture  *fixture,
                               gconstpointer  data)
{
  g_autofree char *path = get_sample ("data/indicator_8-5-2.csv");
  g_autoptr (UdsImport) import = import_preview_path (path);
  g_autofree char *dump = NULL;

  import_apply (import, fixture);
  dump = uds_store_read (fixture->store, dump_observations, (gpointer) "8.5.2", NULL);
  g_assert_cmpstr (dump, ==,
                   "2020|Rate|(null)|5.5|measured|(null)\n"
                   "2021|Rate|(null)|5.25|provisional|First count\n"
                   "2021|Rate|{\"Age\":\"16, 17\",\"Gender\":\"female\"}|4|measured|(null)\n"
                   "2021|Count|{\"GeoCode\":\"D1\"}|1200|measured|(null)\n");
}

static void
test_newer_file_updates_what_differs (StoreFixture  *fixture,
                                      gconstpointer  data)
{
  g_autoptr (UdsImport) first = import_preview_text ("indicator_1-1-1.csv", "Year,Value\n2020,1\n2021,2\n");
  g_autoptr (UdsImport) second = import_preview_text ("indicator_1-1-1.csv", "Year,Value\n2020,1\n2021,2.5\n2022,3\n");
  UdsImportRecords records;
  g_autofree char *dump = NULL;

  import_apply (first, fixture);
  import_apply (second, fixture);
  import_sum_records (second, &records);
  g_assert_cmpuint (records.created, ==, 1);
  g_assert_cmpuint (records.updated, ==, 1);
  g_assert_cmpuint (records.unchanged, ==, 3);
  dump = uds_store_read (fixture->store, dump_observations, (gpointer) "1.1.1", NULL);
  g_assert_cmpstr (dump, ==,
                   "2020|(null)|(null)|1|(null)|(null)\n"
                   "2021|(null)|(null)|2.5|(null)|(null)\n"
                   "2022|(null)|(null)|3|(null)|(null)\n");
}

static void
test_hand_made_title_stays (StoreFixture  *fixture,
                            gconstpointer  data)
{
  static const char text[] = "indicator_number: 1.1.1\ngraph_title: From the file\ncomputation_units: percent\n";
  static const char newer[] = "indicator_number: 1.1.1\ngraph_title: Newer\ncomputation_units: per cent\n";
  g_autoptr (UdsImport) first = import_preview_text ("1-1-1.yml", text);
  g_autoptr (UdsImport) second = import_preview_text ("1-1-1.yml", newer);
  g_autoptr (UdsRecord) indicator = NULL, after = NULL;

  import_apply (first, fixture);
  indicator = get_indicator (fixture, "1.1.1");
  uds_record_set_text (indicator, "title_en", "By hand");
  store_fixture_save (fixture, indicator);

  import_apply (second, fixture);
  after = get_indicator (fixture, "1.1.1");
  g_assert_cmpstr (uds_record_get_text (after, "title_en"), ==, "By hand");
  g_assert_cmpstr (uds_record_get_text (after, "unit_en"), ==, "per cent");
}

static gpointer
count_calculations (UdsSession  *session,
                    gpointer     data,
                    GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("calculation"));

  return GINT_TO_POINTER ((int) uds_session_count (session, query, error));
}

static void
test_several_calculations_become_records (StoreFixture  *fixture,
                                          gconstpointer  data)
{
  g_autofree char *path = get_sample ("meta/8-5-2.md");
  g_autoptr (UdsImport) import = import_preview_path (path);

  import_apply (import, fixture);
  g_assert_cmpint (GPOINTER_TO_INT (uds_store_read (fixture->store, count_calculations, NULL, NULL)), ==, 3);
}

static void
import_lines (StoreFixture *fixture,
              const char   *text)
{
  g_autoptr (UdsImport) import = import_preview_text ("1-2-1.yml", text);

  import_apply (import, fixture);
}

static gpointer
list_lines (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  g_autoptr (UdsQuery) targets = uds_query_new (uds_kind_lookup ("indicator-target"));
  g_autoptr (UdsQuery) breaks = uds_query_new (uds_kind_lookup ("series-break"));
  g_autoptr (GPtrArray) all_targets = uds_session_list (session, targets, error);
  g_autoptr (GPtrArray) all_breaks = uds_session_list (session, breaks, error);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < all_targets->len; i++)
    {
      UdsRecord *target = g_ptr_array_index (all_targets, i);
      const char *name = uds_record_get_localized (target, "name", UDS_LANGUAGE_EN);
      const char *unit = uds_record_get_text (target, "unit");

      g_string_append_printf (lines, "%g %s %s;", uds_record_get_real (target, "value"), unit != NULL ? unit : "-",
                              name != NULL ? name : "-");
    }
  for (guint i = 0; i < all_breaks->len; i++)
    g_string_append_printf (lines, "|%d", (int) uds_record_get_integer (g_ptr_array_index (all_breaks, i), "year"));
  return g_string_free (lines, FALSE);
}

/* Importing again changes the line that was changed, and nothing twice. */
static void
test_lines_in_charts_become_targets_and_breaks (StoreFixture  *fixture,
                                                gconstpointer  data)
{
  static const char first[] = "indicator_number: 1.2.1\ngraph_title: Poverty\n"
                              "graph_target_lines:\n  - value: 7.25\n    unit: percent\n    label_content: Half\n"
                              "  - value: 9\n    label_content: custom.label\n"
                              "graph_series_breaks:\n  - value: 2018\n";
  static const char second[] = "indicator_number: 1.2.1\ngraph_title: Poverty\n"
                               "graph_target_lines:\n  - value: 7\n    unit: percent\n    label_content: Half\n"
                               "graph_series_breaks:\n  - value: 2018\n  - value: 2020\n";
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;
  g_autofree char *changed = NULL;

  import_lines (fixture, first);
  once = uds_store_read (fixture->store, list_lines, NULL, NULL);
  g_assert_cmpstr (once, ==, "7.25 percent Half;9 - -;|2018");
  import_lines (fixture, first);
  twice = uds_store_read (fixture->store, list_lines, NULL, NULL);
  g_assert_cmpstr (twice, ==, once);
  import_lines (fixture, second);
  changed = uds_store_read (fixture->store, list_lines, NULL, NULL);
  g_assert_cmpstr (changed, ==, "7 percent Half;|2018|2020");
}

static void
add_real_files (GPtrArray  *paths,
                const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        add_real_files (paths, path);
      else
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
}

static void
test_real_files_come_in_whole (StoreFixture  *fixture,
                               gconstpointer  data)
{
  const char *shared = g_getenv ("UDSYN_SHARED");
  g_autofree char *folder = g_build_filename (shared != NULL ? shared : "", "data", "open-sdg", NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  if (shared == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("there are no real files here");
      return;
    }

  add_real_files (paths, folder);
  g_assert_cmpuint (paths->len, >, 0);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (UdsImport) import = import_preview_path (g_ptr_array_index (paths, i));
      g_autofree char *problems = import_list_problems (import_get_file (import, 0));

      g_test_message ("%s: %s", import_get_file (import, 0)->name, problems);
      g_assert_false (import_get_file (import, 0)->refused);
      g_assert_cmpuint (import_get_file (import, 0)->cells.reported, ==, 0);
      import_assert_round_trip (fixture, g_ptr_array_index (paths, i));
    }
}

int
main (int   argc,
      char *argv[])
{
  static const ImportTest tests[] = {
    { "/open-sdg/folder-is-one-import", test_folder_is_one_import },
    { "/open-sdg/metadata-becomes-fields", test_metadata_becomes_fields },
    { "/open-sdg/rows-become-observations", test_rows_become_observations },
    { "/open-sdg/newer-file-updates-what-differs", test_newer_file_updates_what_differs },
    { "/open-sdg/hand-made-title-stays", test_hand_made_title_stays },
    { "/open-sdg/several-calculations-become-records", test_several_calculations_become_records },
    { "/open-sdg/lines-in-charts-become-targets-and-breaks", test_lines_in_charts_become_targets_and_breaks },
    { "/open-sdg/real-files-come-in-whole", test_real_files_come_in_whole },
  };

  g_test_init (&argc, &argv, NULL);

  import_add_plain_cases ("/open-sdg/table/", tables, test_table);
  import_add_plain_cases ("/open-sdg/refused/", refused, test_refused);
  g_test_add_func ("/open-sdg/proposed-repair-is-taken-when-accepted", test_proposed_repair_is_taken_when_accepted);
  g_test_add_func ("/open-sdg/what-is-detected-can-be-overruled", test_what_is_detected_can_be_overruled);
  import_add_tests (tests);

  return g_test_run ();
}
