/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People go out as one table, in either language, and come in again: where they are, nothing changes; where nobody is,
 * the same people are there. */
#include "import-fixture.h"

#include "uds-person-sheet.h"
#include "uds-sheet-file.h"

#include <string.h>

#define ADD(...) store_fixture_add (fixture, __VA_ARGS__)

static gpointer
make_table (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("contact"));
  g_autoptr (UdsSheet) sheet = NULL;

  uds_query_set_language (query, UDS_LANGUAGE_DA);
  sheet = uds_person_sheet_new (session, query, *(const UdsLanguage *) data, NULL, NULL, error);
  return sheet != NULL ? uds_sheet_render (sheet, UDS_SHEET_CSV, NULL, error) : NULL;
}

static char *
export_table (StoreFixture *fixture,
              UdsLanguage   language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = uds_store_read (fixture->store, make_table, &language, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Everything that a person can have, and somebody with nothing. */
static void
add_people (StoreFixture *fixture)
{
  g_autoptr (UdsRecord) office = ADD ("organisation", "name_en", "Water Office", "name_da", "Vandkontoret", NULL);
  g_autoptr (UdsRecord) city = ADD ("city", "name_en", "Vienna", "name_da", "Wien", NULL);
  g_autoptr (UdsRecord) network = ADD ("network", "name_en", "Rain Cities", NULL);
  g_autoptr (UdsRecord) anna = ADD ("contact", "name", "Anna Sørensen", "prefix", "Dr.", "given_name", "Anna",
                                    "family_name", "Sørensen", "original_name", "Анна", "email", "anna@example.org",
                                    "phone", "+45 33 66", "language", "da", "informed_on", "2026-03-01", "note",
                                    "First line\n=SUM(A1)", NULL);
  g_autoptr (UdsRecord) bo = ADD ("contact", "name", "Bo", "uid", "bo-1", "phone", "56 78", NULL);
  g_autoptr (UdsRecord) nobody = ADD ("contact", "name", "Cleo", NULL);
  const char *id = uds_record_get_id (anna);
  UdsRecord *parts[] = {
    ADD ("contact-role", "contact", id, "organisation", uds_record_get_id (office), "title", "Head", "unit", "Rain",
         "valid_from", "2024-05", NULL),
    ADD ("contact-role", "contact", id, "city", uds_record_get_id (city), "valid_from", "2019", "valid_to",
         "2024-04-30", NULL),
    ADD ("contact-role", "contact", uds_record_get_id (bo), "network", uds_record_get_id (network), "title", "Chair",
         NULL),
    ADD ("contact-role", "contact", uds_record_get_id (bo), "title", "Adviser", NULL),
    ADD ("contact-point", "contact", id, "category", "email", "value", "a.s@example.org", "label", "home", NULL),
    ADD ("contact-point", "contact", id, "category", "address", "value", "Vej 1, 2100 København Ø", NULL),
    ADD ("contact-point", "contact", id, "category", "website", "value", "https://example.org", NULL),
    ADD ("contact-point", "contact", uds_record_get_id (bo), "category", "phone", "value", "12 34", "label", "cell",
         NULL),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_object_unref (parts[i]);
}

static void
test_it_changes_nothing_where_it_came_from (StoreFixture  *fixture,
                                            gconstpointer  data)
{
  add_people (fixture);
  for (int language = UDS_LANGUAGE_DA; language <= UDS_LANGUAGE_EN; language++)
    {
      g_autofree char *table = export_table (fixture, (UdsLanguage) language);
      g_autoptr (UdsImport) import = import_preview_text ("people.csv", table);
      g_autofree char *problems = NULL;

      g_assert_cmpstr (import_get_file (import, 0)->format, ==, "person-table");
      import_assert_nothing_lost (import);
      g_assert_cmpint (import_apply (import, fixture), ==, 0);
      problems = import_list_problems (import_get_file (import, 0));
      g_assert_cmpstr (problems, ==, "");
    }
}

static void
test_the_same_people_are_there (StoreFixture  *fixture,
                                gconstpointer  data)
{
  StoreFixture other = { NULL };
  g_autofree char *table = NULL;
  g_autofree char *again = NULL;
  g_autoptr (UdsImport) import = NULL;

  add_people (fixture);
  table = export_table (fixture, UDS_LANGUAGE_EN);
  g_assert_nonnull (strstr (table, "Anna Sørensen"));
  store_fixture_set_up (&other, NULL);
  import = import_preview_text ("people.csv", table);
  g_assert_cmpint (import_apply (import, &other), >, 0);
  again = export_table (&other, UDS_LANGUAGE_EN);
  g_assert_cmpstr (again, ==, table);
  store_fixture_tear_down (&other, NULL);
}

/* Columns are there for what somebody has. */
static void
test_the_table_is_no_wider_than_needed (StoreFixture  *fixture,
                                        gconstpointer  data)
{
  g_autoptr (UdsRecord) anna = ADD ("contact", "name", "Anna", "email", "a@example.org", NULL);
  g_autofree char *table = export_table (fixture, UDS_LANGUAGE_DA);

  g_assert_true (g_str_has_prefix (table, "Navn,Stilling,Organisation,E-mail,Telefon,Identifikation\r\n"
                                          "Anna,,,a@example.org,,urn:uuid:"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/person-sheet/it-changes-nothing-where-it-came-from", StoreFixture, NULL, store_fixture_set_up,
              test_it_changes_nothing_where_it_came_from, store_fixture_tear_down);
  g_test_add ("/person-sheet/the-same-people-are-there", StoreFixture, NULL, store_fixture_set_up,
              test_the_same_people_are_there, store_fixture_tear_down);
  g_test_add ("/person-sheet/the-table-is-no-wider-than-needed", StoreFixture, NULL, store_fixture_set_up,
              test_the_table_is_no_wider_than_needed, store_fixture_tear_down);
  return g_test_run ();
}
