/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PX files come in as the offices that write them mean them: every value with its period and breakdown, every remark
 * kept, and of a damaged file what is sound. */
#include "import-fixture.h"

#include "uds-json.h"

#include <string.h>

#define HEAD "CHARSET=\"ANSI\";\nAXIS-VERSION=\"2013\";\nTITLE=\"Bikes\";\n"

#define BY_SEX HEAD                                  \
    "STUB=\"sex\";\nHEADING=\"year\";\n"             \
    "VALUES(\"sex\")=\"Total\",\"Men\",\"Women\";\n" \
    "VALUES(\"year\")=\"2024\",\"2025\";\n"

#define LARGE HEAD "STUB=\"a\",\"b\",\"c\";\nHEADING=\"year\";\nVALUES(\"year\")=\"2025\";\n"

#define ONE_ROW(times, values) HEAD "HEADING=\"tid\";\n" times "DATA=\n" values

#define SPARSE HEAD                          \
    "STUB=\"shore\";\nHEADING=\"year\";\n"   \
    "VALUES(\"shore\")=\"East\",\"West\";\n" \
    "CODES(\"shore\")=\"e\",\"w\";\n"        \
    "VALUES(\"year\")=\"2024\",\"2025\";\n"  \
    "KEYS(\"shore\")=CODES;\nDATA=\n"

/* The values of a file: what is odd about them and what becomes of them. */
static const ImportTable tables[] = {
  { "total-is-the-whole", BY_SEX "DATA=\n10 11\n4 5\n6 6;\n", 0, "",
    "- 2024=10\n- 2025=11\n{\"sex\":\"Men\"} 2024=4\n{\"sex\":\"Men\"} 2025=5\n"
    "{\"sex\":\"Women\"} 2024=6\n{\"sex\":\"Women\"} 2025=6\n" },
  { "data-on-one-line", BY_SEX "DATA=10 11 4 5 6 6;", 0, "",
    "- 2024=10\n- 2025=11\n{\"sex\":\"Men\"} 2024=4\n{\"sex\":\"Men\"} 2025=5\n"
    "{\"sex\":\"Women\"} 2024=6\n{\"sex\":\"Women\"} 2025=6\n" },
  { "elimination-names-the-whole",
    HEAD "STUB=\"area\";\nHEADING=\"year\";\nVALUES(\"area\")=\"The city\",\"North\";\nVALUES(\"year\")=\"2025\";\n"
         "ELIMINATION(\"area\")=\"The city\";\nDATA=9 5;\n",
    0, "", "- 2025=9\n{\"area\":\"North\"} 2025=5\n" },
  { "elimination-yes-names-none",
    HEAD "STUB=\"age\";\nHEADING=\"year\";\nVALUES(\"age\")=\"0-17\",\"18+\";\nVALUES(\"year\")=\"2025\";\n"
         "ELIMINATION(\"age\")=YES;\nDATA=9 5;\n",
    0, "0:0 no-headline", "{\"age\":\"0-17\"} 2025=9\n{\"age\":\"18+\"} 2025=5\n" },
  { "code-is-the-whole",
    HEAD "STUB=\"area\";\nHEADING=\"year\";\nVALUES(\"area\")=\"Byen\",\"Nord\";\nCODES(\"area\")=\"TOT\",\"1\";\n"
         "VALUES(\"year\")=\"2025\";\nDATA=9 5;\n",
    0, "", "- 2025=9\n{\"area\":\"Nord\"} 2025=5\n" },
  { "one-category-is-no-breakdown",
    HEAD "STUB=\"area\";\nHEADING=\"year\";\nVALUES(\"area\")=\"Byen\";\nVALUES(\"year\")=\"2025\";\nDATA=9;\n", 0, "",
    "- 2025=9\n" },
  { "semicolon-and-number-sign-in-texts",
    HEAD "STUB=\"trade\";\nHEADING=\"year\";\nVALUES(\"trade\")=\"Total\",\"Care; schools #1\";\n"
         "VALUES(\"year\")=\"2025\";\nDATA=\n9\n5;\n",
    0, "", "- 2025=9\n{\"trade\":\"Care; schools #1\"} 2025=5\n" },
  { "text-over-two-lines",
    HEAD "STUB=\"trade\";\nHEADING=\"year\";\nVALUES(\"trade\")=\"Total\",\"Care and \"\n\"schools\";\n"
         "VALUES(\"year\")=\"2025\";\nDATA=\n9\n5;\n",
    0, "", "- 2025=9\n{\"trade\":\"Care and schools\"} 2025=5\n" },
  { "codes-without-values",
    HEAD "STUB=\"area\";\nHEADING=\"year\";\nCODES(\"area\")=\"T\",\"N\";\nCODES(\"year\")=\"2025\";\nDATA=9 5;\n",
    0, "",
    "- 2025=9\n{\"area\":\"N\"} 2025=5\n" },
  { "codes-of-another-length",
    HEAD "HEADING=\"year\";\nVALUES(\"year\")=\"2024\",\"2025\";\nCODES(\"year\")=\"2024\";\nDATA=9 5;\n", 0,
    "6:0 setting-unread", "- 2024=9\n- 2025=5\n" },
  { "same-text-twice-is-told-apart",
    HEAD "STUB=\"area\";\nHEADING=\"year\";\nVALUES(\"area\")=\"Holm\",\"Holm\";\nCODES(\"area\")=\"1\",\"2\";\n"
         "VALUES(\"year\")=\"2025\";\nDATA=9 5;\n",
    0, "0:0 no-headline", "{\"area\":\"Holm\"} 2025=9\n{\"area\":\"Holm (2)\"} 2025=5\n" },

  { "years-as-a-list",
    ONE_ROW ("VALUES(\"tid\")=\"a\",\"b\";\nTIMEVAL(\"tid\")=TLIST(A1),\"2024\",\"2025\";\n",
             "1 2;"),
    0, "", "- 2024=1\n- 2025=2\n" },
  { "years-as-a-range",
    ONE_ROW ("VALUES(\"tid\")=\"a\",\"b\",\"c\";\nTIMEVAL(\"tid\")=TLIST(A1,\"2023\"-\"2025\");\n",
             "1 2 3;"),
    0, "", "- 2023=1\n- 2024=2\n- 2025=3\n" },
  { "halves",
    ONE_ROW ("VALUES(\"tid\")=\"a\",\"b\",\"c\";\nTIMEVAL(\"tid\")=TLIST(H1),\"20242\"-\"20252\";\n",
             "1 2 3;"),
    0, "", "- 2024-H2=1\n- 2025-H1=2\n- 2025-H2=3\n" },
  { "quarters",
    ONE_ROW ("VALUES(\"tid\")=\"1971K1\",\"1971K2\";\nTIMEVAL(\"tid\")=TLIST(Q1),\"19711\",\"19712\";\n",
             "1 2;"),
    0, "", "- 1971-Q1=1\n- 1971-Q2=2\n" },
  { "months-over-the-year",
    ONE_ROW ("VALUES(\"tid\")=\"a\",\"b\",\"c\";\nTIMEVAL(\"tid\")=TLIST(M1),\"202411\"-\"202501\";\n",
             "1 2 3;"),
    0, "", "- 2024-11=1\n- 2024-12=2\n- 2025-01=3\n" },
  { "weeks-over-the-year",
    ONE_ROW ("VALUES(\"tid\")=\"a\",\"b\",\"c\";\nTIMEVAL(\"tid\")=TLIST(W1),\"202052\"-\"202101\";\n",
             "1 2 3;"),
    0, "", "- 2020-W52=1\n- 2020-W53=2\n- 2021-W01=3\n" },
  { "times-without-values",
    ONE_ROW ("TIMEVAL(\"tid\")=TLIST(Q1),\"20251\",\"20252\";\n",
             "1 2;"),
    0, "", "- 2025-Q1=1\n- 2025-Q2=2\n" },
  { "list-of-times-that-does-not-fit",
    ONE_ROW ("VALUES(\"tid\")=\"2024\",\"2025\";\nTIMEVAL(\"tid\")=TLIST(A1),\"2024\"-\"2029\";\n",
             "1 2;"),
    0, "6:0 setting-unread", "- 2024=1\n- 2025=2\n" },
  { "category-that-is-no-period",
    ONE_ROW ("VALUES(\"tid\")=\"2024\",\"later\";\n",
             "1 2;"),
    1, "7:1 not-a-period", "- 2024=1\n" },

  { "several-measures-with-units",
    HEAD "STUB=\"what\";\nHEADING=\"year\";\nCONTVARIABLE=\"what\";\nVALUES(\"what\")=\"Births\",\"Weight\";\n"
         "UNITS(\"Births\")=\"children\";\nUNITS(\"Weight\")=\"grams\";\nVALUES(\"year\")=\"2025\";\nDATA=9 3500.5;\n",
    0, "", "[Births|children] - 2025=9\n[Weight|grams] - 2025=3500.5\n" },
  { "units-of-values-make-a-measure",
    HEAD "STUB=\"what\";\nHEADING=\"year\";\nVALUES(\"what\")=\"Births\",\"Weight\";\nUNITS(\"Births\")=\"children\";\n"
         "UNITS(\"Weight\")=\"grams\";\nVALUES(\"year\")=\"2025\";\nDATA=9 3500;\n",
    0, "", "[Births|children] - 2025=9\n[Weight|grams] - 2025=3500\n" },

  { "signs-of-what-is-missing",
    HEAD "HEADING=\"year\";\nVALUES(\"year\")=\"2022\",\"2023\",\"2024\",\"2025\";\nDATASYMBOL1=\"Not relevant\";\n"
         "DATASYMBOL3=\"Too few\";\nDATA=\".\" \"..\" ... \"......\";\n",
    0, "", "- 2022=- (Not relevant)\n- 2023=-\n- 2024=- (Too few)\n- 2025=-\n" },
  { "hyphen-is-nil", BY_SEX "DATA=\n10 \"-\"\n4 -\n6 -1;\n", 0, "",
    "- 2024=10\n- 2025=0\n{\"sex\":\"Men\"} 2024=4\n{\"sex\":\"Men\"} 2025=0\n"
    "{\"sex\":\"Women\"} 2024=6\n{\"sex\":\"Women\"} 2025=-1\n" },
  { "decimal-sign-is-a-point", BY_SEX "DATA=\n1.234 1,5\n4 5\n6 6;\n", 1, "9:1 value-not-a-number",
    "- 2024=1.234\n{\"sex\":\"Men\"} 2024=4\n{\"sex\":\"Men\"} 2025=5\n"
    "{\"sex\":\"Women\"} 2024=6\n{\"sex\":\"Women\"} 2025=6\n" },
  { "text-among-the-numbers", BY_SEX "DATA=\n10 \"many\"\n4 5\n6 6;\n", 1, "9:1 value-not-a-number",
    "- 2024=10\n{\"sex\":\"Men\"} 2024=4\n{\"sex\":\"Men\"} 2025=5\n"
    "{\"sex\":\"Women\"} 2024=6\n{\"sex\":\"Women\"} 2025=6\n" },

  { "data-cut-off-between-values", BY_SEX "DATA=\n10 11\n4 \n", 0, "10:0 values-missing",
    "- 2024=10\n- 2025=11\n{\"sex\":\"Men\"} 2024=4\n" },
  { "data-cut-off-in-a-value", BY_SEX "DATA=\n10 11\n4", 1, "10:0 values-missing, 10:1 cut-off",
    "- 2024=10\n- 2025=11\n" },
  { "data-cut-off-in-a-text", BY_SEX "DATA=\n10 11\n\".", 1, "10:0 values-missing, 10:1 unclosed-quote",
    "- 2024=10\n- 2025=11\n" },
  { "more-values-than-places",
    ONE_ROW ("VALUES(\"tid\")=\"2024\",\"2025\";\n",
             "1 2 3\n4;"),
    2, "7:1 outside-table, 8:1 outside-table", "- 2024=1\n- 2025=2\n" },
  { "text-behind-the-data",
    ONE_ROW ("VALUES(\"tid\")=\"2024\";\n",
             "1;\nrest"),
    1, "8:1 outside-table", "- 2024=1\n" },
  { "keyword-said-twice",
    ONE_ROW ("VALUES(\"tid\")=\"2024\";\nVALUES(\"tid\")=\"2025\";\n",
             "1;"),
    1, "6:1 duplicate-key", "- 2024=1\n" },

  { "rows-behind-keys", SPARSE "\"w\",1 2;\n", 0, "0:0 no-headline",
    "{\"shore\":\"West\"} 2024=1\n{\"shore\":\"West\"} 2025=2\n" },
  { "key-that-is-a-text", SPARSE "\"West\" 1 \"..\"\n\"e\", 3 4;\n", 0, "0:0 no-headline",
    "{\"shore\":\"West\"} 2024=1\n{\"shore\":\"West\"} 2025=-\n"
    "{\"shore\":\"East\"} 2024=3\n{\"shore\":\"East\"} 2025=4\n" },
  { "key-that-is-not-listed", SPARSE "\"x\",1 2\n\"w\",3 4;\n", 2,
    "11:1 unknown-category, 11:1 unknown-category, 0:0 no-headline",
    "{\"shore\":\"West\"} 2024=3\n{\"shore\":\"West\"} 2025=4\n" },
  { "short-row-behind-a-key", SPARSE "\"e\",1\n\"w\",3 4;\n", 0, "11:0 values-missing, 0:0 no-headline",
    "{\"shore\":\"East\"} 2024=1\n{\"shore\":\"West\"} 2024=3\n{\"shore\":\"West\"} 2025=4\n" },
  { "key-said-twice", SPARSE "\"e\",1 2\n\"e\",3 4;\n", 2, "12:1 duplicate, 12:1 duplicate, 0:0 no-headline",
    "{\"shore\":\"East\"} 2024=1\n{\"shore\":\"East\"} 2025=2\n" },
};

typedef struct {
  const char *promise;
  const char *text;
  const char *reason; /* a part of it */
} Refused;

static const Refused refused[] = {
  { "no-data", HEAD "HEADING=\"year\";\n", "DATA=" },
  { "no-dimensions", HEAD "DATA=1;", "STUB" },
  { "no-categories", HEAD "HEADING=\"year\";\nDATA=1;", "year" },
  { "no-time", HEAD "HEADING=\"sex\";\nVALUES(\"sex\")=\"Men\";\nDATA=1;", "time" },
  { "open-quotation-mark", HEAD "HEADING=\"year;\nDATA=1;", "line 4" },
  { "no-sign-between", HEAD "HEADING \"year\";\nDATA=1;", "Line 4" },
  { "cut-off-in-a-keyword", HEAD "HEADING=\"year\"", "Line 4" },
};

static char *
read_fixture_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "px", name, NULL);
}

static void
test_table (StoreFixture  *fixture,
            gconstpointer  data)
{
  import_assert_table (fixture, "bikes.px", "px", data);
}

static void
test_refused (gconstpointer data)
{
  const Refused *text = data;
  g_autoptr (UdsImport) import = import_preview_text ("bikes.px", text->text);
  const UdsImportFile *file = import_get_file (import, 0);
  g_autofree char *reason = NULL;

  g_assert_true (file->refused);
  g_assert_cmpuint (file->problems->len, ==, 1);
  reason = uds_problem_get_reason (g_ptr_array_index (file->problems, 0));
  if (strstr (reason, text->reason) == NULL)
    g_error ("“%s” does not name “%s”", reason, text->reason);
}

/* The text of ladcykler.px is Windows-1252, and its keys have Danish letters. */
static void
test_texts_become_fields (StoreFixture  *fixture,
                          gconstpointer  data)
{
  static const struct {
    const char *field, *text;
  } fields[] = {
    { "title_da", "Ladcykler efter bydel, køn på ejeren og år" },
    { "title_en", "Cargo bikes by district, sex of the owner and year" },
    { "unit_da", "tusinde" },
    { "unit_en", "thousands" },
    { "source", "Vejvæsenet" },
    { "note_da", "Talt om efteråret; også cykler uden lås.\nSkøn før 2024 & tal derefter." },
    { "note_en", "Counted in autumn." },
  };
  g_autofree char *path = read_fixture_path ("ladcykler.px");
  g_autoptr (UdsImport) import = import_preview_path (path);
  const UdsImportFile *file = import_get_file (import, 0);
  g_autoptr (UdsRecord) indicator = NULL;
  g_autoptr (JsonObject) metadata = NULL;
  JsonObject *all, *description;

  g_assert_cmpint (file->encoding, ==, UDS_ENCODING_WINDOWS_1252);
  g_assert_cmpuint (file->problems->len, ==, 0);
  /* 27 values and 57 texts of the keywords before them. */
  g_assert_cmpuint (file->cells.read, ==, 27 + 57);
  g_assert_cmpint (import_apply (import, fixture), >, 0);

  indicator = import_get_indicator (fixture, "ladcykler");
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    g_assert_cmpstr (uds_record_get_text (indicator, fields[i].field), ==, fields[i].text);
  g_assert_cmpint (uds_record_get_integer (indicator, "decimals"), ==, 1);

  metadata = uds_json_parse_object (uds_record_get_text (indicator, "metadata"));
  all = json_object_get_object_member (metadata, "px");
  g_assert_cmpstr (json_object_get_string_member (all, "MATRIX"), ==, "LADCYKEL");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (all, "VALUES[en](\"district\")")), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (all, "TIMEVAL(\"år\")"), ==, "TLIST(A1),\"2023\"-\"2025\"");
  description = json_object_get_object_member (metadata, "description");
  g_assert_cmpstr (json_object_get_string_member (description, "contact"), ==,
                   "Vejvæsenets tællere\ntaellere@example.org");
  g_assert_cmpstr (json_object_get_string_member (description, "updated"), ==, "20260112 09:00");
}

static void
test_file_says_its_encoding (void)
{
  static const struct {
    const char *codepage;
    const char *area; /* æ as it is written in the file */
    const char *read;
    UdsEncoding encoding;
    gboolean is_noted;
  } files[] = {
    { "CODEPAGE=\"Windows-1252\";\n", "\xe6", "æ", UDS_ENCODING_WINDOWS_1252, FALSE },
    { "CODEPAGE=\"iso-8859-1\";\n", "\xe6", "æ", UDS_ENCODING_WINDOWS_1252, FALSE },
    { "CODEPAGE=\"iso-8859-1\";\n", "\xc3\xa6", "Ã¦", UDS_ENCODING_WINDOWS_1252, FALSE },
    { "CODEPAGE=\"utf-8\";\n", "\xc3\xa6", "æ", UDS_ENCODING_UTF_8, FALSE },
    { "CODEPAGE=\"utf-8\";\n", "\xe6", "æ", UDS_ENCODING_WINDOWS_1252, TRUE },
    { "CODEPAGE=\"IBM850\";\n", "\xe6", "æ", UDS_ENCODING_WINDOWS_1252, TRUE },
    { "", "\xe6", "æ", UDS_ENCODING_WINDOWS_1252, FALSE },
    { "", "\xc3\xa6", "æ", UDS_ENCODING_UTF_8, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *text = g_strconcat (HEAD, files[i].codepage, "STUB=\"area\";\nHEADING=\"year\";\n"
                                                                    "VALUES(\"area\")=\"Total\",\"",
                                           files[i].area, "\";\n"
                                                          "VALUES(\"year\")=\"2025\";\nDATA=9 5;",
                                           NULL);
      g_autoptr (UdsImport) import = import_preview_text ("areas.px", text);
      const UdsImportFile *file = import_get_file (import, 0);
      const UdsImportColumn *column = g_ptr_array_index (file->columns, 1);

      g_assert_cmpint (file->encoding, ==, files[i].encoding);
      g_assert_cmpstr (g_ptr_array_index (column->categories, 1), ==, files[i].read);
      g_assert_cmpuint (file->problems->len, ==, files[i].is_noted);

      uds_import_set_encoding (import, 0, UDS_ENCODING_WINDOWS_1252);
      uds_import_preview (import);
      g_assert_cmpint (file->encoding, ==, UDS_ENCODING_WINDOWS_1252);
    }
}

static void
test_one_category_is_wanted (StoreFixture  *fixture,
                             gconstpointer  data)
{
  g_autoptr (UdsImport) import = import_preview_text ("bikes.px", BY_SEX "DATA=\n10 11\n4 5\n6 6;\n");
  const UdsImportFile *file = import_get_file (import, 0);
  g_autofree char *observations = NULL;

  uds_import_set_role (import, 0, "sex", UDS_COLUMN_ROLE_IGNORED);
  uds_import_preview (import);
  g_assert_true (file->refused);
  g_assert_cmpuint (file->columns->len, ==, 3);

  uds_import_set_wanted (import, 0, "sex", "Women");
  uds_import_preview (import);
  g_assert_false (file->refused);
  g_assert_cmpuint (file->cells.reported, ==, 4);
  import_assert_nothing_lost (import);

  g_assert_cmpint (import_apply (import, fixture), >, 0);
  observations = import_dump_observations (fixture);
  g_assert_cmpstr (observations, ==, "- 2024=6\n- 2025=6\n");
}

static void
test_user_says_which_dimension_is_time (void)
{
  g_autoptr (UdsImport) import = import_preview_text (
      "bikes.px", HEAD "STUB=\"sex\";\nHEADING=\"season\";\nVALUES(\"sex\")=\"Total\",\"Men\";\n"
                       "VALUES(\"season\")=\"2024/25\",\"early\";\nDATA=1 2 3 4;");
  const UdsImportFile *file = import_get_file (import, 0);

  g_assert_true (file->refused);
  uds_import_set_role (import, 0, "season", UDS_COLUMN_ROLE_PERIOD);
  uds_import_preview (import);
  g_assert_false (file->refused);
  g_assert_cmpuint (file->cells.reported, ==, 2);
  import_assert_nothing_lost (import);
}

static void
test_hostile_sizes_are_refused (void)
{
  g_autoptr (GString) text = g_string_new (LARGE);
  g_autoptr (UdsImport) import = NULL;

  for (const char *name = "abc"; *name != '\0'; name++)
    {
      g_string_append_printf (text, "VALUES(\"%c\")=\"0\"", *name);
      for (guint i = 1; i < 2000; i++)
        g_string_append_printf (text, ",\"%u\"", i);
      g_string_append (text, ";\n");
    }
  g_string_append (text, "DATA=1;");
  import = import_preview_text ("large.px", text->str);
  g_assert_true (import_get_file (import, 0)->refused);
  g_assert_cmpint (((UdsProblem *) g_ptr_array_index (import_get_file (import, 0)->problems, 0))->code, ==,
                   UDS_PROBLEM_TOO_LARGE);
}

static void
test_own_files_come_in_whole (StoreFixture  *fixture,
                              gconstpointer  data)
{
  static const char *const names[] = { "ladcykler.px", "stork-nests.px" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = read_fixture_path (names[i]);

      import_assert_round_trip (fixture, path);
    }
}

static void
test_real_files_come_in_whole (StoreFixture  *fixture,
                               gconstpointer  data)
{
  import_assert_real_files (fixture, "px");
}

int
main (int    argc,
      char **argv)
{
  static const ImportTest tests[] = {
    { "/px/texts-become-fields", test_texts_become_fields },
    { "/px/one-category-is-wanted", test_one_category_is_wanted },
    { "/px/own-files-come-in-whole", test_own_files_come_in_whole },
    { "/px/real-files-come-in-whole", test_real_files_come_in_whole },
  };

  g_test_init (&argc, &argv, NULL);
  import_add_cases ("/px/table/", tables, test_table);
  import_add_plain_cases ("/px/refused/", refused, test_refused);
  import_add_tests (tests);
  g_test_add_func ("/px/file-says-its-encoding", test_file_says_its_encoding);
  g_test_add_func ("/px/user-says-which-dimension-is-time", test_user_says_which_dimension_is_time);
  g_test_add_func ("/px/hostile-sizes-are-refused", test_hostile_sizes_are_refused);
  return g_test_run ();
}
