/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statistics Denmark writes one table in three shapes and two languages: each comes in whole, and what the city means
 * by it is offered, never guessed. */
#include "import-fixture.h"

#include <string.h>

static const ImportValues api[] = {
  { "danish", "OMRÅDE;KØN;TID;INDHOLD\nKøbenhavn;I alt;2020;12,5\nKøbenhavn;Mænd;2020;..\n", 8, 0,
    "3:4 missing-value", "- 2020=12.5\n{\"KØN\":\"Mænd\"} 2020=-\n" },
  { "another-area-alone-is-a-part", "OMRÅDE;TID;INDHOLD\n147 Frederiksberg;2020;9\n", 3, 0, "0:0 no-headline",
    "{\"OMRÅDE\":\"147 Frederiksberg\"} 2020=9\n" },
  { "english", "REGION;SEX;TIME;CONTENT\nAll Denmark;Total;2020;12.5\n", 4, 0, "", "- 2020=12.5\n" },
  { "bulk", "OMRÅDE;TID;INDHOLD\n000;2020;1234\n", 3, 0, "", "- 2020=1234\n" },
  { "quarters", "SEX;TIME;CONTENT\nTotal;2024Q1;3\nTotal;2024K2;4\n", 6, 0, "", "- 2024-Q1=3\n- 2024-Q2=4\n" },
  { "all-kinds-of-periods",
    "TID;INDHOLD\n2008K1;1\n2015M03;2\n2004U53;3\n2015H1;4\n2015M03D09;5\n2015:2019;6\n2016;7\n", 14, 0, "",
    "- 2004-W53=3\n- 2008-Q1=1\n- 2015-03=2\n- 2015-03-09=5\n- 2015-H1=4\n- 2015/2019=6\n- 2016=7\n" },
  { "all-signs-for-no-value", "KØN;TID;INDHOLD\nA;2001;..\nA;2002;.\nA;2004;…\nA;2005;7\n", 12, 0,
    "2:3 missing-value, 3:3 missing-value, 4:3 missing-value, 0:0 no-headline",
    "{\"KØN\":\"A\"} 2001=-\n{\"KØN\":\"A\"} 2002=-\n{\"KØN\":\"A\"} 2004=-\n{\"KØN\":\"A\"} 2005=7\n" },
  { "a-dash-is-zero", "KØN;TID;INDHOLD\nI alt;2003;-\nI alt;2004;7\n", 6, 0, "", "- 2003=0\n- 2004=7\n" },
  { "provisional-figures", "TID;INDHOLD\n2024;1.234,5*\n2023;1.200,0\n", 4, 0, "",
    "- 2023=1200\n- 2024=1234.5 provisional\n" },
  { "a-status-is-a-breakdown-and-a-unit-a-unit",
    "STATUS;ENHED;TID;INDHOLD\nI alt;Antal;2020;5\n"
    "Studerende;Antal;2020;2\n",
    8, 0, "", "- 2020=5\n{\"STATUS\":\"Studerende\"} 2020=2\n" },
  { "the-country-beside-the-city-is-not-the-whole",
    "OMRÅDE;TID;INDHOLD\nHele landet;2020;9\n101 København;2020;5\n", 6, 0, "0:0 no-headline",
    "{\"OMRÅDE\":\"Hele landet\"} 2020=9\n{\"OMRÅDE\":\"101 København\"} 2020=5\n" },
  { "the-country-of-provinces-is-the-whole", "OMRÅDE;TID;INDHOLD\nHele landet;2020;9\nFyn;2020;5\n", 6, 0, "",
    "- 2020=9\n{\"OMRÅDE\":\"Fyn\"} 2020=5\n" },
  { "ages-with-codes", "ALDER;TID;INDHOLD\nIALT Alder i alt;2020;9\n0-17 0-17 år;2020;5\n", 6, 0, "",
    "- 2020=9\n{\"ALDER\":\"0-17 0-17 år\"} 2020=5\n" },
  { "a-row-without-time", "KØN;TID;INDHOLD\nI alt;;5\nI alt;2020;6\n", 3, 2, "2:1 no-period, 2:3 no-period",
    "- 2020=6\n" },
};

static const ImportValues matrices[] = {
  { "danish", "\"Børn efter område, tid og alder\"\n\n ; ;0 år;1 år\nNord;;;\n ;2020;5;6\n ;2021;7;8\n", 7, 0,
    "0:0 no-headline",
    "{\"alder\":\"0 år\",\"område\":\"Nord\"} 2020=5\n{\"alder\":\"0 år\",\"område\":\"Nord\"} 2021=7\n"
    "{\"alder\":\"1 år\",\"område\":\"Nord\"} 2020=6\n{\"alder\":\"1 år\",\"område\":\"Nord\"} 2021=8\n" },
  { "the-city-alone", "\"Børn efter område, tid og alder\"\n\n ; ;I alt;1 år\n101 København;;;\n ;2020;5;6\n", 4, 0, "",
    "- 2020=5\n{\"alder\":\"1 år\"} 2020=6\n" },
  { "time-above-the-columns", "\"Trips by mode and time\"\n\n ,2019,2020\nTotal,1.5,2.5\nWalking,1.25,\n", 5, 0, "",
    "- 2019=1.5\n- 2020=2.5\n{\"mode\":\"Walking\"} 2019=1.25\n" },
  { "two-rows-of-headings",
    "\"Trips by mode, time and sex\"\n\n ,2019,,2020,\n ,Men,Total,Men,Total\n"
    "Total,1,2,3,4\n", 5,
    0, "",
    "{\"sex\":\"Men\"} 2019=1\n{\"sex\":\"Men\"} 2020=3\n- 2019=2\n- 2020=4\n" },
  { "a-title-that-names-nothing", "Trips\n\n , ,Men\nTotal,,\n ,2020,3\n", 3, 0,
    "3:0 unnamed-dimension, 3:1 unnamed-dimension, 0:0 no-headline",
    "{\"Heading 1\":\"Men\"} 2020=3\n" },
  { "no-title-at-all", ";2019;2020\nI alt;1;2\nMænd;3;4\n", 6, 0, "1:1 unnamed-dimension",
    "- 2019=1\n- 2020=2\n{\"Column 1\":\"Mænd\"} 2019=3\n{\"Column 1\":\"Mænd\"} 2020=4\n" },
  { "a-group-of-nothing", "\"Trips by area, time and sex\"\n\n , ,Total\nNorth,,\n ,2020,3\nSouth,,\n ,2020,\n", 3, 2,
    "6:1 no-values, 7:2 no-values, 0:0 no-headline", "{\"area\":\"North\"} 2020=3\n" },
  { "a-group-of-bad-values", "\"Trips by area, time and sex\"\n\n , ,Total\nNorth,,\n ,2020,many\n ,2021,4\n", 3, 2,
    "5:2 row-refused, 5:3 not-a-number, 0:0 no-headline", "{\"area\":\"North\"} 2021=4\n" },
  { "the-same-twice", "\"Trips by area, time and sex\"\n\n , ,Total\nTotal,,\n ,2020,3\nTotal,,\n ,2020,5\n", 3, 3,
    "6:1 duplicate, 7:2 duplicate, 7:3 duplicate", "- 2020=3\n" },
  { "provisional-and-missing", "\"Trips by mode and time\"\n\n ,2019,2020\nTotal,..,2.5*\n", 3, 0, "4:2 missing-value",
    "- 2019=-\n- 2020=2.5 provisional\n" },
  { "a-dash-is-zero", "\"Trips by mode and time\"\n\n ,2019,2020\nTotal,-,2.5\n", 3, 0, "", "- 2019=0\n- 2020=2.5\n" },
  { "a-note-below", "\"Trips by mode and time\"\n\n ,2019\nTotal,1\n\nWithout ferries\n", 3, 0, "", "- 2019=1\n" },
  { "a-cell-too-many", "\"Trips by mode and time\"\n\n ,2019\nTotal,1,2\n", 2, 1, "4:3 extra-cell", "- 2019=1\n" },
};

static void
test_api (StoreFixture  *fixture,
          gconstpointer  data)
{
  import_assert_values (fixture, "FOLK1A.csv", "statbank", data);
}

static void
test_matrix (StoreFixture  *fixture,
             gconstpointer  data)
{
  import_assert_values (fixture, "FOLK1A.csv", "statbank-matrix", data);
}

static void
test_city_is_proposed_and_not_taken (StoreFixture  *fixture,
                                     gconstpointer  data)
{
  static const struct {
    const char *heading, *first, *second, *proposed;
  } regions[] = {
    { "OMRÅDE", "101 København", "147 Frederiksberg", "101 København" },
    { "REGION", "Copenhagen", "Frederiksberg", "Copenhagen" },
    { "KOMMUNE", "101", "147", "101" },
    { "OMRÅDE", "Byen København", "Københavns omegn", NULL },
    { "OMRÅDE", "084 Region Hovedstaden", "Hele landet", NULL },
    { "ALDER", "101", "102", NULL },
    { "OMRÅDE", "101 København", "101 København", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s;TID;INDHOLD\n%s;2020;5\n%s;2021;6\n", regions[i].heading,
                                               regions[i].first, regions[i].second);
      g_autoptr (UdsImport) import = import_preview_text ("FOLK1A.csv", text);
      const UdsImportFile *file = import_get_file (import, 0);
      const UdsImportColumn *column = g_ptr_array_index (file->columns, 0);

      g_assert_cmpstr (column->proposed, ==, regions[i].proposed);
      g_assert_cmpuint (file->cells.imported, ==, 6);
    }
}

static void
test_city_of_a_matrix_is_proposed (StoreFixture  *fixture,
                                   gconstpointer  data)
{
  g_autoptr (UdsImport) import = import_preview_text (
      "FOLK1A.csv", "\"Folketal efter område, tid og køn\"\n\n ; ;I alt\nHele landet;;\n ;2020;9\nKøbenhavn;;\n"
    " ;2020;5\n");
  const UdsImportFile *file = import_get_file (import, 0);
  const UdsImportColumn *column = g_ptr_array_index (file->columns, 0);
  g_autofree char *problems = NULL;
  g_autofree char *observations = NULL;

  g_assert_cmpstr (column->heading, ==, "område");
  g_assert_cmpstr (column->proposed, ==, "København");

  uds_import_set_wanted (import, 0, "område", "København");
  uds_import_preview (import);
  problems = import_list_problems (file);
  g_assert_cmpstr (problems, ==, "4:1 unwanted, 5:2 unwanted, 5:3 unwanted");
  import_assert_nothing_lost (import);

  g_assert_cmpint (import_apply (import, fixture), >, 0);
  observations = import_dump_values (fixture);
  g_assert_cmpstr (observations, ==, "- 2020=5\n");
}

static void
test_one_place_of_many_is_the_whole (StoreFixture  *fixture,
                                     gconstpointer  data)
{
  g_autoptr (UdsImport) import =
      import_preview_text ("FOLK1A.csv", "OMRÅDE;TID;INDHOLD\n101 København;2020;5\n147 Frederiksberg;2020;6\n");
  const UdsImportFile *file = import_get_file (import, 0);
  const UdsImportColumn *column = g_ptr_array_index (file->columns, 0);
  g_autofree char *problems = NULL;
  g_autofree char *observations = NULL;

  g_assert_cmpuint (column->categories->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (column->categories, 0), ==, "101 København");

  uds_import_set_wanted (import, 0, "OMRÅDE", "101 København");
  uds_import_preview (import);
  problems = import_list_problems (file);
  g_assert_cmpstr (problems, ==, "3:1 unwanted, 3:2 unwanted, 3:3 unwanted");
  import_assert_nothing_lost (import);

  g_assert_cmpint (import_apply (import, fixture), >, 0);
  observations = import_dump_values (fixture);
  g_assert_cmpstr (observations, ==, "- 2020=5\n");
}

static void
test_provisional_becomes_final (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr (UdsImport) first = import_preview_text ("FOLK1A.csv", "TID;INDHOLD\n2020;5,5*\n");
  g_autoptr (UdsImport) second = import_preview_text ("FOLK1A.csv", "TID;INDHOLD\n2020;5,5\n");
  g_autofree char *observations = NULL;

  g_assert_cmpint (import_apply (first, fixture), >, 0);
  g_assert_cmpint (import_apply (second, fixture), >, 0);
  observations = import_dump_values (fixture);
  g_assert_cmpstr (observations, ==, "- 2020=5.5\n");
}

static void
test_thousands_or_decimals_are_asked_for (StoreFixture  *fixture,
                                          gconstpointer  data)
{
  static const struct {
    const char *text;
    guint n_reported; /* while nobody said which sign it is */
  } files[] = {
    { "TID;INDHOLD\n2020;1.234\n2021;5\n", 2 },
    { "\"Ture efter by og tid\"\n\n ;2020;2021\nI alt;1.234;5\n", 1 },
    { "Label;2020;2021\nI alt;1.234;5\n", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = g_strdup_printf ("table-%" G_GSIZE_FORMAT ".csv", i);
      g_autoptr (UdsImport) import = import_preview_text (name, files[i].text);
      const UdsImportFile *file = import_get_file (import, 0);

      g_assert_cmpint (file->decimal, ==, UDS_DECIMAL_UNKNOWN);
      g_assert_cmpuint (file->cells.reported, ==, files[i].n_reported);
      import_assert_nothing_lost (import);

      uds_import_set_decimal (import, 0, UDS_DECIMAL_COMMA);
      uds_import_preview (import);
      g_assert_cmpuint (file->cells.reported, ==, 0);
      import_assert_nothing_lost (import);
    }
}

/* The one with a code, or the only one. */
static gpointer
read_indicator (UdsSession  *session,
                gpointer     code,
                GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("indicator"));

  if (code != NULL)
    uds_query_where_is (query, "code", code);
  uds_query_set_long_text (query, TRUE);
  return uds_session_find (session, query, error);
}

static void
test_where_figures_of_the_city_alone_are_from_is_kept (StoreFixture  *fixture,
                                                       gconstpointer  data)
{
  static const struct {
    const char *text, *wanted, *place;
  } files[] = {
    { "OMRÅDE;TID;INDHOLD\n101 København;2020;5\n", NULL, "København" },
    { "OMRÅDE;TID;INDHOLD\n101 København;2020;5\n147 Frederiksberg;2020;6\n", "101 København", "København" },
    { "OMRÅDE;TID;INDHOLD\n101 København;2020;5\n147 Frederiksberg;2020;6\n", "147 Frederiksberg", NULL },
    { "OMRÅDE;TID;INDHOLD\n147 Frederiksberg;2020;6\n", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *code = g_strdup_printf ("FOLK%" G_GSIZE_FORMAT, i);
      g_autofree char *name = g_strconcat (code, ".csv", NULL);
      g_autoptr (UdsImport) import = import_preview_text (name, files[i].text);
      g_autoptr (UdsRecord) indicator = NULL;

      if (files[i].wanted != NULL)
        uds_import_set_wanted (import, 0, "OMRÅDE", files[i].wanted);
      uds_import_preview (import);
      g_assert_cmpint (import_apply (import, fixture), >, 0);
      indicator = uds_store_read (fixture->store, read_indicator, code, NULL);
      g_assert_cmpstr (uds_record_get_text (indicator, "place_da"), ==, files[i].place);
    }
}

static void
test_title_and_notes_are_read (StoreFixture  *fixture,
                               gconstpointer  data)
{
  static const struct {
    const char *file, *da, *en, *footnote;
  } files[] = {
    { "wide.csv", "Ture på cykel efter bydel", NULL, "Ture under 500 meter er ikke talt med." },
    { "matrix-da.csv", "Pladser i daginstitutioner", NULL, "Tallene er talt op den 1. september." },
    { "matrix-en.csv", NULL, "Lakes and streams", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "statbank", files[i].file, NULL);
      g_autoptr (UdsImport) import = import_preview_path (path);
      g_autoptr (UdsRecord) indicator = NULL;
      g_autoptr (GError) error = NULL;
      gint64 group = import_apply (import, fixture);

      g_assert_cmpint (group, >, 0);
      indicator = uds_store_read (fixture->store, read_indicator, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (uds_record_get_text (indicator, "title_da"), ==, files[i].da);
      g_assert_cmpstr (uds_record_get_text (indicator, "title_en"), ==, files[i].en);
      g_assert_cmpstr (uds_record_get_text (indicator, "footnote"), ==, files[i].footnote);
      uds_store_undo (fixture->store, group, &error);
      g_assert_no_error (error);
    }
}

static void
test_files_go_in_once_and_come_out (StoreFixture  *fixture,
                                    gconstpointer  data)
{
  static const struct {
    const char *file;
    UdsEncoding encoding;
  } files[] = {
    { "api-da.csv", UDS_ENCODING_UTF_8 },
    { "wide.csv", UDS_ENCODING_WINDOWS_1252 },
    { "matrix-da.csv", UDS_ENCODING_UTF_8 },
    { "matrix-en.csv", UDS_ENCODING_UTF_16_LE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "statbank", files[i].file, NULL);
      g_autoptr (UdsImport) import = import_preview_path (path);

      g_assert_cmpint (import_get_file (import, 0)->encoding, ==, files[i].encoding);
      import_assert_round_trip (fixture, path);
    }
}

static void
test_real_file (StoreFixture  *fixture,
                gconstpointer  data)
{
  const char *shared = g_getenv ("UDSYN_SHARED");
  g_autofree char *path = g_build_filename (shared != NULL ? shared : "", "data", "statbank",
                                            "matrix-population-quarterly.csv", NULL);
  g_autoptr (UdsImport) import = NULL;
  const UdsImportFile *file;

  if (shared == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("there is no real file here");
      return;
    }

  import = import_preview_path (path);
  file = import_get_file (import, 0);
  g_assert_cmpstr (file->format, ==, "statbank-matrix");
  g_assert_cmpuint (file->cells.reported, ==, 0);
  g_assert_cmpuint (file->cells.imported, ==, 5 + 10 + 3 * 10);
  g_assert_cmpuint (file->columns->len, ==, 5);
  import_assert_round_trip (fixture, path);
}

int
main (int    argc,
      char **argv)
{
  static const ImportTest tests[] = {
    { "/statbank/city-is-proposed-and-not-taken", test_city_is_proposed_and_not_taken },
    { "/statbank/where-figures-of-the-city-alone-are-from-is-kept",
      test_where_figures_of_the_city_alone_are_from_is_kept },
    { "/statbank/city-of-a-matrix-is-proposed", test_city_of_a_matrix_is_proposed },
    { "/statbank/one-place-of-many-is-the-whole", test_one_place_of_many_is_the_whole },
    { "/statbank/provisional-becomes-final", test_provisional_becomes_final },
    { "/statbank/thousands-or-decimals-are-asked-for", test_thousands_or_decimals_are_asked_for },
    { "/statbank/title-and-notes-are-read", test_title_and_notes_are_read },
    { "/statbank/files-go-in-once-and-come-out", test_files_go_in_once_and_come_out },
    { "/statbank/real-file", test_real_file },
  };

  g_test_init (&argc, &argv, NULL);
  import_add_cases ("/statbank/api/", api, test_api);
  import_add_cases ("/statbank/matrix/", matrices, test_matrix);
  import_add_tests (tests);
  return g_test_run ();
}
