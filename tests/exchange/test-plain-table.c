/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table that belongs to no format comes in all the same: by what its headings say, or by what the user says they
 * are, one observation a row or one period a column. No cell is lost on the way. */
#include "import-fixture.h"

static const ImportValues tables[] = {
  { "danish-words", "År;Værdi;Enhed\n2020;1.234,5;ton\n2021;7,5;ton\n", 6, 0, "", "- 2020=1234.5\n- 2021=7.5\n" },
  { "a-column-for-each-year", "Label,2019,2020,2021\nTotal,1,2,3\nMen,4,,6\n", 7, 0, "",
    "- 2019=1\n- 2020=2\n- 2021=3\n{\"Label\":\"Men\"} 2019=4\n{\"Label\":\"Men\"} 2021=6\n" },
  { "one-bad-cell-of-a-wide-row", "Label,2019,2020\nTotal,1,many\n", 2, 1, "2:3 not-a-number", "- 2019=1\n" },
  { "title-above-the-heading",
    "\"Ture på cykel efter bydel\"\n\"og år\"\n\nBydel;2019;2020\nI alt;1,5;2,5\nAmager;1,25;\n", 5, 0, "",
    "- 2019=1.5\n- 2020=2.5\n{\"Bydel\":\"Amager\"} 2019=1.25\n" },
  { "notes-below-the-rows",
    "Label;2019;2020\nTotal;1;2\n\nFra 2020 tælles også elcykler.\n"
    "Kilde: optælling\n", 5, 0, "",
    "- 2019=1\n- 2020=2\n" },
  { "a-blank-row-between-groups", "Label;2019;2020\nTotal;1;2\n;;\nBørn;;\nDrenge;3;4\n", 6, 1, "4:1 no-values",
    "- 2019=1\n- 2020=2\n{\"Label\":\"Drenge\"} 2019=3\n{\"Label\":\"Drenge\"} 2020=4\n" },
  { "two-lines-without-a-blank-one-are-no-title", "Title\nLabel;2019\nTotal;1\n", 0, 0, NULL, NULL },
  { "a-star-is-provisional", "År;Værdi\n2020;1.234,5*\n2021;7,5 *\n", 4, 0, "",
    "- 2020=1234.5 provisional\n- 2021=7.5 provisional\n" },
  { "the-age-of-all", "Alder;2020\nAlder i alt;9\n0-17 år;4\n", 4, 0, "",
    "- 2020=9\n{\"Alder\":\"0-17 år\"} 2020=4\n" },
  { "two-sums-are-no-whole", "Post;2020\nUdgifter i alt;9\nIndtægter i alt;4\n", 4, 0, "0:0 no-headline",
    "{\"Post\":\"Udgifter i alt\"} 2020=9\n{\"Post\":\"Indtægter i alt\"} 2020=4\n" },
  { "nothing-in-a-wide-row", "Label,2019,2020\nTotal,1,2\nHeading,,\n", 3, 1, "3:1 no-values",
    "- 2019=1\n- 2020=2\n" },
  { "every-cell-of-a-wide-row-bad", "Label,2019,2020\nTotal,1,2\nMen,x1,y2\n", 3, 3,
    "3:1 row-refused, 3:2 not-a-number, 3:3 not-a-number", "- 2019=1\n- 2020=2\n" },
  { "a-value-without-a-period-is-a-label", "Value,2019,2020\nTotal,1,2\n", 3, 0, "", "- 2019=1\n- 2020=2\n" },
  { "same-thing-twice-in-wide-rows", "Label,2019,2020\nTotal,1,\nI alt,5,2\n", 4, 1, "3:2 duplicate",
    "- 2019=1\n- 2020=2\n" },
};

/* Without problems to tell of, the file is refused. */
static void
test_table (StoreFixture  *fixture,
            gconstpointer  data)
{
  const ImportValues *table = data;
  g_autoptr (UdsImport) import = NULL;

  if (table->problems != NULL)
    {
      import_assert_values (fixture, "traffic.csv", "table", table);
      return;
    }
  import = import_preview_text ("traffic.csv", table->text);
  g_assert_true (import_get_file (import, 0)->refused);
}

static void
test_user_says_what_columns_are (StoreFixture  *fixture,
                                 gconstpointer  data)
{
  g_autoptr (UdsImport) import = import_preview_text ("traffic.csv", "When,How much,Who,Clerk\n2020,5,Total,AB\n");
  const UdsImportFile *file = import_get_file (import, 0);
  g_autofree char *problems = NULL;
  g_autofree char *observations = NULL;

  g_assert_true (file->refused);
  g_assert_cmpuint (file->columns->len, ==, 4);

  uds_import_set_role (import, 0, "When", UDS_COLUMN_ROLE_PERIOD);
  uds_import_set_role (import, 0, "How much", UDS_COLUMN_ROLE_VALUE);
  uds_import_set_role (import, 0, "Clerk", UDS_COLUMN_ROLE_IGNORED);
  uds_import_preview (import);
  problems = import_list_problems (file);
  g_assert_cmpstr (problems, ==, "2:4 ignored-column");
  import_assert_nothing_lost (import);

  g_assert_cmpint (import_apply (import, fixture), >, 0);
  observations = import_dump_values (fixture);
  g_assert_cmpstr (observations, ==, "- 2020=5\n");
}

static void
test_user_says_which_indicator_it_is (StoreFixture  *fixture,
                                      gconstpointer  data)
{
  g_autoptr (UdsImport) import = import_preview_text ("download (3).csv", "Year;Værdi\n2020;5\n");
  g_autoptr (UdsRecord) indicator = NULL;

  uds_import_set_indicator (import, 0, "KBH.11.2.1");
  uds_import_preview (import);
  g_assert_cmpint (import_apply (import, fixture), >, 0);

  indicator = import_get_indicator (fixture, "KBH.11.2.1");
}

static gpointer
recall (UdsSession  *session,
        gpointer     import,
        GError     **error)
{
  return GINT_TO_POINTER (uds_import_recall (import, session, error));
}

static UdsImport *
recall_and_preview (StoreFixture *fixture,
                    const char   *name,
                    const char   *text)
{
  UdsImport *import = import_preview_text (name, text);
  g_autoptr (GError) error = NULL;

  uds_store_read (fixture->store, recall, import, &error);
  g_assert_no_error (error);
  uds_import_preview (import);
  return import;
}

static void
test_what_was_said_goes_for_the_next_of_its_shape (StoreFixture  *fixture,
                                                   gconstpointer  data)
{
  g_autoptr (UdsImport) import = import_preview_text ("a.csv", "When;Where;How much\n2020;Here;1.234\n2020;There;2\n");
  g_autoptr (UdsImport) next = NULL, other = NULL;
  g_autofree char *problems = NULL;

  uds_import_set_role (import, 0, "When", UDS_COLUMN_ROLE_PERIOD);
  uds_import_set_role (import, 0, "How much", UDS_COLUMN_ROLE_VALUE);
  uds_import_set_wanted (import, 0, "Where", "Here");
  uds_import_set_decimal (import, 0, UDS_DECIMAL_COMMA);
  uds_import_preview (import);
  g_assert_cmpint (import_apply (import, fixture), >, 0);
  store_fixture_reopen (fixture);

  next = recall_and_preview (fixture, "b.csv", "When;Where;How much\n2021;Here;5.678\n2021;There;7\n");
  problems = import_list_problems (import_get_file (next, 0));
  g_assert_cmpstr (problems, ==, "3:1 unwanted, 3:2 unwanted, 3:3 unwanted");

  other = recall_and_preview (fixture, "c.csv", "When;Who;How much\n2021;Me;5\n");
  g_assert_true (import_get_file (other, 0)->refused);
}

int
main (int    argc,
      char **argv)
{
  static const ImportTest tests[] = {
    { "/plain-table/user-says-what-columns-are", test_user_says_what_columns_are },
    { "/plain-table/user-says-which-indicator-it-is", test_user_says_which_indicator_it_is },
    { "/plain-table/what-was-said-goes-for-the-next-of-its-shape", test_what_was_said_goes_for_the_next_of_its_shape },
  };

  g_test_init (&argc, &argv, NULL);
  import_add_cases ("/plain-table/", tables, test_table);
  import_add_tests (tests);
  return g_test_run ();
}
