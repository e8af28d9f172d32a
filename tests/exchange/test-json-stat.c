/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON-stat in both versions comes in whole: lists and sparse objects, statuses, roles and units; what does not fit
 * its own dimensions is reported, and a hostile file costs nothing. */
#include "import-fixture.h"

#include "uds-json.h"

#define YEARS "\"dimension\":{\"year\":{\"category\":{\"index\":[\"2023\",\"2024\",\"2025\"]}}}"

/* A dataset of version 2 over three years, with what is said of its values. */
#define OF_YEARS(values) \
  "{\"version\":\"2.0\",\"class\":\"dataset\",\"id\":[\"year\"],\"size\":[3]," YEARS "," values "}"

/* One of version 2 with any two dimensions, the second being two years. */
#define BY(dimension, size, more)                                            \
  "{\"version\":\"2.0\",\"id\":[\"by\",\"year\"],\"size\":[" size ",2],"     \
  "\"dimension\":{\"by\":" dimension ",\n"                                   \
  "\"year\":{\"category\":{\"index\":[\"2024\",\"2025\"]}}}," more "}"

#define SEX                                        \
  "{\"category\":{\"index\":{\"m\":1,\"T\":0},"    \
  "\"label\":{\"m\":\"Mænd\",\"T\":\"Enhver\"}}}"

#define ONE_AREA "{\"label\":\"Område\",\"category\":{\"label\":{\"101\":\"København\"}}}"

#define WITH_A_WHOLE                               \
  "{\"category\":{\"index\":[\"a\",\"b\"]},"       \
  "\"extension\":{\"elimination\":true,\"eliminationValueCode\":\"b\"}}"

#define MEASURE                                                                               \
  "{\"category\":{\"index\":[\"n\",\"kg\"],\"label\":{\"n\":\"Number\",\"kg\":\"Weight\"},"   \
  "\"unit\":{\"n\":{\"label\":\"trees\"},\"kg\":{\"base\":\"kilos\"}}}}"

#define QUARTERS "{\"category\":{\"index\":[\"2001K1\",\"2001K2\"]}}"

#define ESCAPED "{\"label\":\"\\u00e5\\ud83d\\udeb2\\n\\ud800\",\"category\":{\"index\":[\"a\",\"b\"]}}"

#define OTHER_TIME "\"role\":{\"time\":[\"by\"]},"

#define BUNDLE "{\"trees\":" OF_YEARS ("\"value\":[1]") ",\"bridges\":" OF_YEARS ("\"value\":[2]") "}"

#define ITEM "{\"class\":\"dataset\",\"href\":\"x\"}"

static const ImportTable tables[] = {
  { "list-of-values", OF_YEARS ("\"value\":[1,2.5,-3e2]"), 0, "", "- 2023=1\n- 2024=2.5\n- 2025=-300\n" },
  { "null-is-an-empty-cell", OF_YEARS ("\"value\":[1,null,3]"), 0, "", "- 2023=1\n- 2025=3\n" },
  { "sparse-values", OF_YEARS ("\"value\":{\"2\":7,\"0\":5}"), 0, "", "- 2023=5\n- 2025=7\n" },
  { "values-before-dimensions", "{\"value\":[1,2,3],\"id\":[\"year\"],\"size\":[3]," YEARS "}", 0, "",
    "- 2023=1\n- 2024=2\n- 2025=3\n" },
  { "list-that-is-too-short", OF_YEARS ("\"value\":[1,2]"), 0, "0:0 values-missing", "- 2023=1\n- 2024=2\n" },
  { "list-that-is-too-long", OF_YEARS ("\"value\":[1,2,3,\n4]"), 1, "2:1 outside-table",
    "- 2023=1\n- 2024=2\n- 2025=3\n" },
  { "place-out-of-range", OF_YEARS ("\"value\":{\"0\":1,\n\"4294967295\":2}"), 1, "2:1 outside-table", "- 2023=1\n" },
  { "place-said-twice", OF_YEARS ("\"value\":{\"0\":1,\n\"0\":2}"), 1, "2:1 duplicate", "- 2023=1\n" },
  { "sign-for-no-value", OF_YEARS ("\"value\":[1,\"..\",\"3\"]"), 0, "1:1 missing-value",
    "- 2023=1\n- 2024=-\n- 2025=3\n" },
  { "text-among-the-values", OF_YEARS ("\"value\":[1,\n\"many\",true]"), 2,
    "2:1 value-not-a-number, 2:1 value-not-a-number", "- 2023=1\n" },

  { "statuses-in-a-list", OF_YEARS ("\"value\":[1,2,3],\"status\":[null,\"p\",\"e\"]"), 0, "",
    "- 2023=1\n- 2024=2 (provisional)\n- 2025=3 (estimated)\n" },
  { "statuses-by-place", OF_YEARS ("\"status\":{\"2\":\"e\"},\"value\":[1,2,3]"), 0, "",
    "- 2023=1\n- 2024=2\n- 2025=3 (estimated)\n" },
  { "one-status-for-all", OF_YEARS ("\"value\":[1,null,3],\"status\":\"p\""), 0, "",
    "- 2023=1 (provisional)\n- 2025=3 (provisional)\n" },
  { "status-without-a-value", OF_YEARS ("\"value\":[1,null,3],\"status\":[\"\",\":\",\"\"]"), 0, "",
    "- 2023=1\n- 2024=-\n- 2025=3\n" },
  { "status-out-of-range", OF_YEARS ("\"value\":[1,2,3],\n\"status\":{\"9\":\"p\"}"), 1, "2:1 outside-table",
    "- 2023=1\n- 2024=2\n- 2025=3\n" },
  { "status-of-a-bad-value", OF_YEARS ("\"value\":[1,\"x1\",3],\n\"status\":{\"1\":\"p\"}"), 2,
    "1:1 value-not-a-number, 1:1 value-not-a-number", "- 2023=1\n- 2025=3\n" },

  { "categories-as-an-object", BY (SEX, "2", "\"value\":[1,2,3,4]"), 0, "",
    "- 2024=1\n- 2025=2\n{\"by\":\"Mænd\"} 2024=3\n{\"by\":\"Mænd\"} 2025=4\n" },
  { "one-category-without-a-place", BY (ONE_AREA, "1", "\"value\":[1,2]"), 0, "", "- 2024=1\n- 2025=2\n" },
  { "category-that-is-the-whole", BY (WITH_A_WHOLE, "2", "\"value\":[1,2,3,4]"), 0, "",
    "{\"by\":\"a\"} 2024=1\n{\"by\":\"a\"} 2025=2\n- 2024=3\n- 2025=4\n" },
  { "measure-with-units", BY (MEASURE, "2", "\"role\":{\"metric\":[\"by\"]},\"value\":[1,2,3,4]"), 0, "",
    "[Number|trees] - 2024=1\n[Number|trees] - 2025=2\n[Weight|kilos] - 2024=3\n[Weight|kilos] - 2025=4\n" },
  { "time-by-its-role", BY (QUARTERS, "2", OTHER_TIME "\"value\":[1,2,3,4]"), 0, "0:0 no-headline",
    "{\"year\":\"2024\"} 2001-Q1=1\n{\"year\":\"2024\"} 2001-Q2=3\n"
    "{\"year\":\"2025\"} 2001-Q1=2\n{\"year\":\"2025\"} 2001-Q2=4\n" },

  { "version-1-in-a-bundle",
    "{\"dataset\":{\"dimension\":{\"id\":[\"year\"],\"size\":[3],\"role\":{\"time\":[\"year\"]},"
    "\"year\":{\"category\":{\"index\":{\"2023\":0,\"2024\":1,\"2025\":2}}}},\"value\":[1,2,3]}}",
    0, "", "- 2023=1\n- 2024=2\n- 2025=3\n" },
  { "collection-with-a-dataset-in-it",
    "{\"class\":\"collection\",\"link\":{\"item\":[" ITEM "," OF_YEARS ("\"value\":[1,2,3]") "]}}", 0, "",
    "- 2023=1\n- 2024=2\n- 2025=3\n" },
  { "member-said-twice", OF_YEARS ("\"label\":\"a\",\n\"label\":\"b\",\"value\":[1]"), 1,
    "2:1 duplicate-key, 0:0 values-missing", "- 2023=1\n" },
  { "escapes", BY (ESCAPED, "2", "\"value\":[1]"), 0, "0:0 values-missing, 0:0 no-headline",
    "{\"å🚲\\n\xef\xbf\xbd\":\"a\"} 2024=1\n" },
};

typedef struct {
  const char *promise;
  const char *text;
  UdsProblemCode code;
} Refused;

static const Refused refused[] = {
  { "no-list-of-dimensions", "{\"class\":\"dataset\"," YEARS ",\"value\":[1]}", UDS_PROBLEM_INVALID_FILE },
  { "no-table", "{\"class\":\"dimension\",\"dimension\":1}", UDS_PROBLEM_UNKNOWN_FORMAT },
  { "no-time", "{\"id\":[\"by\"],\"size\":[1],\"dimension\":{\"by\":{}},\"value\":[1]}", UDS_PROBLEM_UNKNOWN_FORMAT },
  { "fewer-categories-than-said", "{\"id\":[\"year\"],\"size\":[4]," YEARS ",\"value\":[1]}",
    UDS_PROBLEM_INVALID_FILE },
  { "category-out-of-range",
    "{\"id\":[\"year\"],\"size\":[1],\"dimension\":{\"year\":{\"category\":{\"index\":{\"2025\":7}}}}}",
    UDS_PROBLEM_INVALID_FILE },
  { "negative-size", "{\"id\":[\"year\"],\"size\":[-1]," YEARS "}", UDS_PROBLEM_INVALID_FILE },
  { "size-beyond-all-limits", "{\"id\":[\"year\"],\"size\":[99999999999]," YEARS "}", UDS_PROBLEM_TOO_LARGE },
  { "values-in-values", OF_YEARS ("\"value\":[[1]]"), UDS_PROBLEM_INVALID_FILE },
  { "values-that-are-a-text", OF_YEARS ("\"value\":\"1\""), UDS_PROBLEM_INVALID_FILE },
  { "place-that-is-none", OF_YEARS ("\"value\":{\"-1\":1}"), UDS_PROBLEM_INVALID_FILE },
  { "values-said-twice", OF_YEARS ("\"value\":[1],\"value\":[2]"), UDS_PROBLEM_INVALID_FILE },
  { "cut-off", "{\"id\":[\"year\"],\"size\":[3]," YEARS ",\"value\":[1,2", UDS_PROBLEM_INVALID_FILE },
  { "text-behind-it", OF_YEARS ("\"value\":[1]") "x", UDS_PROBLEM_INVALID_FILE },
  { "zero-letter", "{\"dimension\":{},\"label\":\"\\u0000\"}", UDS_PROBLEM_INVALID_FILE },
  { "open-text", "{\"dimension\":{},\"label\":\"\n\"}", UDS_PROBLEM_INVALID_FILE },
};

static char *
read_fixture_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "json-stat", name, NULL);
}

static void
test_table (StoreFixture  *fixture,
            gconstpointer  data)
{
  import_assert_table (fixture, "trees.json", "json-stat", data);
}

static void
test_refused (gconstpointer data)
{
  const Refused *text = data;
  g_autoptr (UdsImport) import = import_preview_text ("trees.json", text->text);
  const UdsImportFile *file = import_get_file (import, 0);

  g_assert_true (file->refused);
  g_assert_cmpuint (file->problems->len, ==, 1);
  g_assert_cmpint (((UdsProblem *) g_ptr_array_index (file->problems, 0))->code, ==, text->code);
}

static void
test_texts_become_fields (StoreFixture  *fixture,
                          gconstpointer  data)
{
  g_autofree char *path = read_fixture_path ("trees.json");
  g_autoptr (UdsImport) import = import_preview_path (path);
  const UdsImportFile *file = import_get_file (import, 0);
  g_autoptr (UdsRecord) indicator = NULL;
  g_autoptr (JsonObject) metadata = NULL;
  JsonObject *all;

  g_assert_cmpuint (file->problems->len, ==, 0);
  /* 11 values, 3 statuses, 40 texts and numbers around them. */
  g_assert_cmpuint (file->cells.read, ==, 11 + 3 + 40);
  g_assert_cmpint (import_apply (import, fixture), >, 0);

  indicator = import_get_indicator (fixture, "trees");
  g_assert_cmpstr (uds_record_get_text (indicator, "title_da"), ==, "Træer plantet efter art");
  g_assert_cmpstr (uds_record_get_text (indicator, "source"), ==, "Parkvæsenet");
  g_assert_cmpstr (uds_record_get_text (indicator, "note_da"), ==,
                   "Døde træer er ikke talt med.\nTal for 2025 er foreløbige.");
  g_assert_cmpint (uds_record_get_integer (indicator, "decimals"), ==, 1);

  metadata = uds_json_parse_object (uds_record_get_text (indicator, "metadata"));
  all = json_object_get_object_member (metadata, "json-stat");
  g_assert_cmpstr (json_object_get_string_member (all, "updated"), ==, "2026-01-12");
  g_assert_false (json_object_has_member (all, "value"));
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (metadata, "description"), "contact"),
                   ==, "Gartneren\ngartner@example.org");
}

static void
test_tables_of_a_bundle_are_told_apart (StoreFixture  *fixture,
                                        gconstpointer  data)
{
  g_autoptr (UdsImport) import = import_preview_text ("city.json", BUNDLE);
  const UdsImportFile *file = import_get_file (import, 0);
  g_autoptr (UdsRecord) trees = NULL;
  g_autoptr (UdsRecord) bridges = NULL;

  g_assert_cmpuint (file->columns->len, ==, 2);
  import_assert_nothing_lost (import);
  uds_import_set_field (import, 0, "goal", "15");
  g_assert_cmpint (import_apply (import, fixture), >, 0);
  trees = import_get_indicator (fixture, "city.trees");
  bridges = import_get_indicator (fixture, "city.bridges");

  /* What is said of the file is said of all its tables. */
  g_assert_true (uds_record_has (trees, "goal"));
  g_assert_cmpstr (uds_record_get_text (trees, "goal"), ==, uds_record_get_text (bridges, "goal"));
  g_assert_cmpuint (file->indicators->len, ==, 2);
}

static void
test_one_category_is_wanted (StoreFixture  *fixture,
                             gconstpointer  data)
{
  g_autofree char *path = read_fixture_path ("trees.json");
  g_autoptr (UdsImport) import = import_preview_path (path);
  const UdsImportFile *file = import_get_file (import, 0);
  g_autofree char *observations = NULL;

  uds_import_set_wanted (import, 0, "Mål", "Antal");
  uds_import_set_wanted (import, 0, "Art", "Eg");
  uds_import_preview (import);
  g_assert_false (file->refused);
  import_assert_nothing_lost (import);

  g_assert_cmpint (import_apply (import, fixture), >, 0);
  observations = import_dump_observations (fixture);
  g_assert_cmpstr (observations, ==, "[|træer] - 2024=80\n[|træer] - 2025=90\n");
}

static void
test_metadata_alone_come_in (StoreFixture  *fixture,
                             gconstpointer  data)
{
  g_autoptr (UdsImport) import = import_preview_text ("empty.json", OF_YEARS ("\"label\":\"Boats\",\"value\":[]"));
  g_autoptr (UdsRecord) indicator = NULL;

  g_assert_cmpint (import_apply (import, fixture), >, 0);
  indicator = import_get_indicator (fixture, "empty");
  g_assert_cmpstr (uds_record_get_text (indicator, "title_en"), ==, "Boats");
}

static void
test_depth_is_limited (void)
{
  g_autoptr (GString) text = g_string_new ("{\"dimension\":");
  g_autoptr (UdsImport) import = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, '[');
  import = import_preview_text ("deep.json", text->str);
  g_assert_cmpint (((UdsProblem *) g_ptr_array_index (import_get_file (import, 0)->problems, 0))->code, ==,
                   UDS_PROBLEM_TOO_LARGE);
}

static void
test_own_files_come_in_whole (StoreFixture  *fixture,
                              gconstpointer  data)
{
  static const char *const names[] = { "trees.json", "bridges.json" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = read_fixture_path (names[i]);

      import_assert_round_trip (fixture, path);
    }
}

int
main (int    argc,
      char **argv)
{
  static const ImportTest tests[] = {
    { "/json-stat/texts-become-fields", test_texts_become_fields },
    { "/json-stat/tables-of-a-bundle-are-told-apart", test_tables_of_a_bundle_are_told_apart },
    { "/json-stat/one-category-is-wanted", test_one_category_is_wanted },
    { "/json-stat/metadata-alone-come-in", test_metadata_alone_come_in },
    { "/json-stat/own-files-come-in-whole", test_own_files_come_in_whole },
  };

  g_test_init (&argc, &argv, NULL);
  import_add_cases ("/json-stat/table/", tables, test_table);
  import_add_plain_cases ("/json-stat/refused/", refused, test_refused);
  import_add_tests (tests);
  g_test_add_func ("/json-stat/depth-is-limited", test_depth_is_limited);
  return g_test_run ();
}
