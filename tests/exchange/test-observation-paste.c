/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table from the clipboard becomes the rows of a series: what is sound is kept, what is not is told cell by cell,
 * and a number that could be two is asked about. */
#include "uds-observation-paste.h"

#include "uds-observation-save.h"

#include "../store/store-fixture.h"

/* Reading */

#define PERIOD UDS_OBSERVATION_COLUMN_PERIOD
#define VALUE UDS_OBSERVATION_COLUMN_VALUE

typedef struct {
  const char *text;
  UdsObservationColumn first;
  const char *rows; /* "period value quality source footnote; …", a dash for none */
  const char *problems; /* "row.column code; …" */
  const char *unit;
} Case;

static const Case cases[] = {
  /* with periods */
  { "2019\t5,1\n2020\t5,2\n", PERIOD, "2019 5.1 - - -; 2020 5.2 - - -", "" },
  { "2019\t5.1\r\n2020\t1,234.5\r\n", PERIOD, "2019 5.1 - - -; 2020 1234.5 - - -", "" },
  { "2024K1\t1\n2024-03\t2\n2015H1\t3\n2018/19\t4", PERIOD,
    "2024-Q1 1 - - -; 2024-03 2 - - -; 2015-H1 3 - - -; 2018/2019 4 - - -", "" },
  { "2019;5,1\n2020;5,2", PERIOD, "2019 5.1 - - -; 2020 5.2 - - -", "" },
  { "2019\t5\tprovisional\tStatistikbanken\tfrom May\n", PERIOD, "2019 5 provisional Statistikbanken from May", "" },
  { "2019\t5*\n", PERIOD, "2019 5 provisional - -", "" },
  { "2019\t..\n", PERIOD, "2019 - - - -", "1.2 missing-value" },
  { "\n2019\t5\n\t\n2020\t6\n", PERIOD, "2019 5 - - -; 2020 6 - - -", "" },
  { "2019\t\"5\"\n", PERIOD, "2019 5 - - -", "" },
  { "", PERIOD, "", "" },

  /* with a heading, in any order */
  { "År\tVærdi\n2019\t5\n", PERIOD, "2019 5 - - -", "" },
  { "Source\tValue\tYear\nDST\t5\t2019\n", VALUE, "2019 5 - DST -", "" },
  { "Year\tMen\n2019\t5\n", PERIOD, "2019 5 - - -", "" },
  { "Year\tMen (percent)\tWomen (percent)\n2019\t5\t6\n", PERIOD, "2019 6 - - -", "1.2 other-column" },
  { "Tid\tKommune\n2019\t5\n", PERIOD, "2019 5 - - -", "" },
  { "Time of it\tHow much\n2019\t5\n", PERIOD, "2019 5 - - -", "" },
  { "Women of all\t\nYear\tMen (percent)\tWomen (percent)\n2019\t5\t6\n", PERIOD, "2019 6 - - -", "2.2 other-column" },

  /* with the table of a chart */
  { "Period\tUnemployment (percent)\tNote\n2019\t5\tuncertain\n", PERIOD, "2019 5 - - -", "" },
  { "Period\tUnemployment\tNote\n2019\t5\tuncertain; projection; from May\n2020\t6\tuncertain of it\n", PERIOD,
    "2019 5 - - from May; 2020 6 - - uncertain of it", "" },
  { "Period\tMen\tWomen\tNote\n2019\t5\t6\tof men\n", PERIOD, "2019 6 - - -", "1.2 other-column; 1.4 other-column" },
  { "Period\tMen\tBoys\tNote\n2019\t5\t6\tof men\n", PERIOD, "2019 - - - -",
    "1.2 other-column; 1.3 other-column; 1.4 other-column" },

  { "Unemployment\n5\n6\n", VALUE, "- 5 - - -; - 6 - - -", "" },

  /* downwards from a row */
  { "5\n6\n", VALUE, "- 5 - - -; - 6 - - -", "" },
  { "5\tmeasured\n6\tProvisional\n", VALUE, "- 5 measured - -; - 6 provisional - -", "" },
  { "2019\t5\n2020\t6\n", VALUE, "2019 5 - - -; 2020 6 - - -", "" },
  { "2019\t5\n2020\t6\n", UDS_OBSERVATION_COLUMN_QUALITY, "2019 5 - - -; 2020 6 - - -", "" },
  { "DST\tfoot\n", UDS_OBSERVATION_COLUMN_SOURCE, "- - - DST foot", "" },
  { "5\tmeasured\tDST\tfoot\tmore\n", VALUE, "- 5 measured DST foot", "1.5 other-column" },

  /* what is not sound */
  { "2019\tfive\n2020\t6\n", PERIOD, "2020 6 - - -", "1.2 not-a-number; 1.1 row-refused" },
  { "20l9\t5\n2020\t6\n", PERIOD, "2020 6 - - -", "1.1 not-a-period; 1.2 row-refused" },
  { "2019\t5\tperhaps\n", PERIOD, "2019 5 - - -", "1.3 not-a-quality" },
  { "2019\t5\n2019\t6\n", PERIOD, "2019 5 - - -", "2.0 duplicate; 2.1 row-refused; 2.2 row-refused" },
  { "\t5\n2020\t6\n", PERIOD, "2020 6 - - -", "1.0 no-period; 1.2 row-refused" },
  { "2018\t5,1\n2019\t5,2\n2020\t5.3\n", PERIOD, "2018 5.1 - - -; 2019 5.2 - - -",
    "3.2 number-format; 3.1 row-refused" },
  { "2019\t5\n2020\t\"6\n", PERIOD, "2019 5 - - -", "2.0 unclosed-quote" },
  { "5l\n6\n", VALUE, "- 6 - - -", "1.1 not-a-number" },

  /* percentages, which are never divided */
  { "2019\t12 %\n2020\t12,5%\n2021\t13 procent\n", PERIOD, "2019 12 - - -; 2020 12.5 - - -; 2021 13 - - -", "", "%" },
  { "12.5 pct.\n12\n", VALUE, "- 12.5 - - -; - 12 - - -", "", "percent" },
  { "2019\t12 %\n2020\t12\n", PERIOD, "2020 12 - - -", "1.2 other-unit; 1.1 row-refused", "persons" },
  { "2019\t1.234 %\n2020\t12\n", PERIOD, "2020 12 - - -", "1.2 other-unit; 1.1 row-refused" },
};

static char *
write_row (UdsRecord *record)
{
  static const char *const fields[] = { "period", "value", "quality", "source", "footnote" };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = uds_record_to_string (record, fields[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", value != NULL ? value : "-");
    }
  return g_string_free (text, FALSE);
}

static char *
write_rows (UdsObservationPaste *paste)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < uds_observation_paste_get_n_rows (paste); i++)
    {
      g_autofree char *row = write_row (uds_observation_paste_get_row (paste, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", row);
    }
  return g_string_free (text, FALSE);
}

static char *
write_problems (UdsObservationPaste *paste)
{
  GPtrArray *problems = uds_observation_paste_get_problems (paste);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const UdsProblem *problem = g_ptr_array_index (problems, i);

      g_string_append_printf (text, "%s%u.%u %s", i > 0 ? "; " : "", problem->row, problem->column,
                              uds_problem_get_name (problem));
    }
  return g_string_free (text, FALSE);
}

static void
test_tables_are_read (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UdsObservationPaste) paste =
          uds_observation_paste_new (cases[i].text, cases[i].first, "Women", cases[i].unit);
      g_autofree char *rows = write_rows (paste);
      g_autofree char *problems = write_problems (paste);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (rows, ==, cases[i].rows);
      g_assert_cmpstr (problems, ==, cases[i].problems);
      g_assert_null (uds_observation_paste_get_question (paste));
    }
}

static void
test_a_number_that_could_be_two_is_asked_about (void)
{
  static const struct {
    const char *text;
    const char *question;
    const char *by_point;
    const char *by_comma;
  } tables[] = {
    { "2019\t1.234\n2020\t5\n", "1.234", "2019 1.234 - - -; 2020 5 - - -", "2019 1234 - - -; 2020 5 - - -" },
    { "2019\t1,234\n", "1,234", "2019 1234 - - -", "2019 1.234 - - -" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (UdsObservationPaste) paste = uds_observation_paste_new (tables[i].text, PERIOD, NULL, NULL);
      g_autofree char *by_comma = NULL;
      g_autofree char *by_point = NULL;

      g_assert_cmpstr (uds_observation_paste_get_question (paste), ==, tables[i].question);
      g_assert_cmpuint (uds_observation_paste_get_counts (paste).refused, ==, 1);

      uds_observation_paste_set_decimal (paste, UDS_DECIMAL_COMMA);
      g_assert_null (uds_observation_paste_get_question (paste));
      by_comma = write_rows (paste);
      g_assert_cmpstr (by_comma, ==, tables[i].by_comma);
      uds_observation_paste_set_decimal (paste, UDS_DECIMAL_POINT);
      by_point = write_rows (paste);
      g_assert_cmpstr (by_point, ==, tables[i].by_point);
    }
}

static void
test_other_numbers_of_the_table_say_what_one_is (void)
{
  g_autoptr (UdsObservationPaste) paste = uds_observation_paste_new ("2019\t1.234\n2020\t0,5\n", PERIOD, NULL, NULL);
  g_autofree char *rows = write_rows (paste);

  g_assert_null (uds_observation_paste_get_question (paste));
  g_assert_cmpstr (rows, ==, "2019 1234 - - -; 2020 0.5 - - -");
}

static void
test_too_many_rows_are_a_file_to_import (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (UdsObservationPaste) paste = NULL;
  g_autofree char *problems = NULL;

  for (guint i = 0; i <= UDS_PASTE_MAX_ROWS; i++)
    g_string_append (text, "5\n");
  paste = uds_observation_paste_new (text->str, VALUE, NULL, NULL);
  problems = write_problems (paste);
  g_assert_cmpuint (uds_observation_paste_get_n_rows (paste), ==, 0);
  g_assert_cmpstr (problems, ==, "100001.0 too-large");
}

/* Writing */

typedef struct {
  UdsObservationPaste *paste;
  char *indicator;
  char *anchor;
} Writing;

static gboolean
write_paste (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  Writing *writing = data;

  return uds_observation_paste_save (writing->paste, session, writing->indicator, NULL, writing->anchor, error);
}

static gint64
paste (StoreFixture         *fixture,
       UdsRecord            *indicator,
       const char           *text,
       UdsObservationColumn  first,
       const char           *anchor,
       UdsPasteCounts       *counts)
{
  g_autoptr (UdsObservationPaste) read = uds_observation_paste_new (text, first, NULL, NULL);
  Writing writing = { read, (char *) uds_record_get_id (indicator), (char *) anchor };
  g_autoptr (GError) error = NULL;
  gint64 group = uds_store_write (fixture->store, "Paste", write_paste, &writing, &error);

  g_assert_no_error (error);
  if (counts != NULL)
    *counts = uds_observation_paste_get_counts (read);
  return group;
}

static gpointer
read_rows (UdsSession  *session,
           gpointer     data,
           GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("observation"));
  g_autoptr (GPtrArray) records = uds_session_list (session, query, error);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *row = write_row (g_ptr_array_index (records, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", row);
    }
  return g_string_free (text, FALSE);
}

static void
expect_rows (StoreFixture *fixture,
             const char   *expected)
{
  g_autofree char *rows = uds_store_read (fixture->store, read_rows, NULL, NULL);

  g_assert_cmpstr (rows, ==, expected);
}

static gpointer
find_id (UdsSession  *session,
         gpointer     data,
         GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("observation"));
  g_autoptr (UdsRecord) record = NULL;

  uds_query_where_is (query, "period", data);
  record = uds_session_find (session, query, error);
  return g_strdup (uds_record_get_id (record));
}

static void
test_a_paste_makes_the_first_series_and_is_undone_as_one (StoreFixture  *fixture,
                                                          gconstpointer  data)
{
  g_autoptr (UdsRecord) indicator = store_fixture_indicator ("1.1", "A", NULL);
  UdsPasteCounts counts;
  g_autoptr (GError) error = NULL;

  store_fixture_save (fixture, indicator);
  g_assert_cmpint (paste (fixture, indicator, "2019\t5\n2020\t6\n", PERIOD, NULL, &counts), >, 0);
  g_assert_cmpuint (counts.created, ==, 2);
  expect_rows (fixture, "2019 5 - - -; 2020 6 - - -");

  uds_store_undo (fixture->store, 0, &error);
  g_assert_no_error (error);
  expect_rows (fixture, "");
}

static void
test_a_paste_changes_what_differs_and_leaves_what_it_does_not_speak_of (StoreFixture  *fixture,
                                                                        gconstpointer  data)
{
  g_autoptr (UdsRecord) indicator = store_fixture_indicator ("1.1", "A", NULL);
  UdsPasteCounts counts;

  store_fixture_save (fixture, indicator);
  paste (fixture, indicator, "2019\t5\tmeasured\tDST\n2020\t6\n", PERIOD, NULL, NULL);
  paste (fixture, indicator, "2019\t5,5\n2020\t6\n2021\t7\n", PERIOD, NULL, &counts);
  expect_rows (fixture, "2019 5.5 measured DST -; 2020 6 - - -; 2021 7 - - -");
  g_assert_cmpuint (counts.created, ==, 1);
  g_assert_cmpuint (counts.updated, ==, 1);
  g_assert_cmpuint (counts.unchanged, ==, 1);

  g_assert_cmpint (paste (fixture, indicator, "2019\t5,5\n2020\t6\n", PERIOD, NULL, NULL), ==, 0);
}

static void
test_rows_about_other_series_make_nothing (StoreFixture  *fixture,
                                           gconstpointer  data)
{
  g_autoptr (UdsRecord) indicator = store_fixture_indicator ("1.1", "A", NULL);
  UdsPasteCounts counts;

  store_fixture_save (fixture, indicator);
  paste (fixture, indicator, "Period\tMen\tWomen\n2019\t\t5\n2020\t6\t\n", PERIOD, NULL, &counts);
  expect_rows (fixture, "");
  g_assert_cmpuint (counts.unchanged, ==, 2);

  paste (fixture, indicator, "2019\n", PERIOD, NULL, &counts);
  expect_rows (fixture, "2019 - - - -");
}

static void
test_rows_below_the_last_get_the_periods_that_follow (StoreFixture  *fixture,
                                                      gconstpointer  data)
{
  g_autoptr (UdsRecord) indicator = store_fixture_indicator ("1.1", "A", NULL);
  g_autofree char *anchor = NULL;

  store_fixture_save (fixture, indicator);
  paste (fixture, indicator, "2019K3\t5\n2019K4\t6\n", PERIOD, NULL, NULL);
  anchor = uds_store_read (fixture->store, find_id, (gpointer) "2019-Q4", NULL);
  paste (fixture, indicator, "7\n\n9\n", VALUE, anchor, NULL);
  expect_rows (fixture, "2019-Q3 5 - - -; 2019-Q4 7 - - -; 2020-Q2 9 - - -");

  paste (fixture, indicator, "10\n", VALUE, NULL, NULL);
  expect_rows (fixture, "2019-Q3 5 - - -; 2019-Q4 7 - - -; 2020-Q2 9 - - -; 2020-Q3 10 - - -");
}

static void
test_where_no_period_follows_the_row_is_reported (StoreFixture  *fixture,
                                                  gconstpointer  data)
{
  g_autoptr (UdsRecord) indicator = store_fixture_indicator ("1.1", "A", NULL);
  UdsPasteCounts counts;

  store_fixture_save (fixture, indicator);
  paste (fixture, indicator, "5\n6\n", VALUE, NULL, &counts);
  expect_rows (fixture, "");
  g_assert_cmpuint (counts.refused, ==, 2);
}

static gboolean
save_observation (UdsSession  *session,
                  gpointer     data,
                  GError     **error)
{
  return uds_session_save_observation (session, data, error);
}

static void
test_a_series_has_a_period_once (StoreFixture  *fixture,
                                 gconstpointer  data)
{
  g_autoptr (UdsRecord) indicator = store_fixture_indicator ("1.1", "A", NULL);
  g_autoptr (UdsRecord) row = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_save (fixture, indicator);
  paste (fixture, indicator, "2019\t5\n2020\t6\n", PERIOD, NULL, NULL);
  id = uds_store_read (fixture->store, find_id, (gpointer) "2020", NULL);
  row = store_fixture_get (fixture, "observation", id);
  g_assert_null (uds_observation_read_cell (row, PERIOD, "2019", UDS_DECIMAL_POINT, NULL));

  g_assert_cmpint (uds_store_write (fixture->store, "Change", save_observation, row, &error), ==, -1);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "2019"));
  expect_rows (fixture, "2019 5 - - -; 2020 6 - - -");
}

#define ADD(path, func) \
  g_test_add ("/observation-paste/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/observation-paste/tables-are-read", test_tables_are_read);
  g_test_add_func ("/observation-paste/a-number-that-could-be-two-is-asked-about",
                   test_a_number_that_could_be_two_is_asked_about);
  g_test_add_func ("/observation-paste/other-numbers-of-the-table-say-what-one-is",
                   test_other_numbers_of_the_table_say_what_one_is);
  g_test_add_func ("/observation-paste/too-many-rows-are-a-file-to-import", test_too_many_rows_are_a_file_to_import);
  ADD ("a-paste-makes-the-first-series-and-is-undone-as-one", test_a_paste_makes_the_first_series_and_is_undone_as_one);
  ADD ("a-paste-changes-what-differs-and-leaves-what-it-does-not-speak-of",
       test_a_paste_changes_what_differs_and_leaves_what_it_does_not_speak_of);
  ADD ("rows-about-other-series-make-nothing", test_rows_about_other_series_make_nothing);
  ADD ("rows-below-the-last-get-the-periods-that-follow", test_rows_below_the_last_get_the_periods_that_follow);
  ADD ("where-no-period-follows-the-row-is-reported", test_where_no_period_follows_the_row_is_reported);
  ADD ("a-series-has-a-period-once", test_a_series_has_a_period_once);

  return g_test_run ();
}
