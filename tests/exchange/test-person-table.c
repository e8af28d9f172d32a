/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of people come in as address books write them and as people keep them: nobody is lost, nothing gets to the
 * wrong person, and the same file again changes nothing. */
#include "import-fixture.h"

#include <string.h>

static const char *const contact_fields[] = { "name", "prefix", "given_name", "family_name", "email", "phone", NULL };
static const char *const point_fields[] = { "category", "value", "label", NULL };
static const char *const role_fields[] = { "organisation", "title", "unit", NULL };

typedef struct {
  const char *promise;
  const char *text;
  guint n_reported;
  const char *problems;
  const char *people;
  const char *points;
  const char *roles;
} Case;

static const Case cases[] = {
  { "a-table-as-people-keep-it",
    "Navn;Titel;Organisation;E-mail;Telefon\n"
    "Åse Ærø;Kontorchef;Region Sjælland;aase@example.org;+45 12 34 56 78\n"
    "Bo Øst;;;bo@example.org;\n",
    0, "2:3 organisation-made",
    "Åse Ærø|-|-|-|aase@example.org|+45 12 34 56 78\n"
    "Bo Øst|-|-|-|bo@example.org|-\n",
    "", "Region Sjælland|Kontorchef|-\n" },
  { "as-a-mail-program-writes-it",
    "\"Title\",\"First Name\",\"Middle Name\",\"Last Name\",\"Company\",\"Department\",\"Job Title\","
    "\"Business Street\",\"Business City\",\"Business Postal Code\",\"Business Country/Region\",\"Business Phone\","
    "\"Mobile Phone\",\"E-mail Address\",\"E-mail Type\",\"E-mail 2 Address\",\"Priority\"\n"
    "\"Dr.\",\"Ana\",\"María\",\"Pérez\",\"City of Buenos Aires\",\"Mobility\",\"Director\",\"Uspallata 3160\","
    "\"Buenos Aires\",\"1437\",\"Argentina\",\"+54 11 1\",\"+54 9 11 2\",\"ana@example.org\",\"SMTP\","
    "\"a.p@example.org\",\"Normal\"\n",
    1, "2:5 organisation-made, 2:17 unknown-column",
    "Ana Pérez|Dr.|Ana|Pérez|ana@example.org|+54 11 1\n",
    "address|Uspallata 3160, 1437 Buenos Aires, Argentina|work\nphone|+54 9 11 2|cell\nemail|a.p@example.org|-\n",
    "City of Buenos Aires|Director|Mobility\n" },
  { "as-a-web-address-book-writes-it",
    "Name,Given Name,Family Name,E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Type,E-mail 2 - Value,Phone 1 - Type,"
    "Phone 1 - Value,Organization 1 - Name,Organization 1 - Title\n"
    "Li Wei,Wei,Li,* Work,li@example.cn ::: li2@example.cn,Home,wei@example.cn,Mobile,+86 10,Beijing FAO,Officer\n",
    0, "2:10 organisation-made", "Li Wei|-|Wei|Li|li@example.cn|+86 10\n",
    "email|li2@example.cn|-\nemail|wei@example.cn|home\n", "Beijing FAO|Officer|-\n" },
  /* The file that gave a colleague's address to everybody without one. */
  { "an-empty-cell-takes-nothing-from-the-row-above",
    "Name,E-mail\nAnna,anna@example.org\nBo,\nCarl,carl@example.org\n", 0, "",
    "Anna|-|-|-|anna@example.org|-\nBo|-|-|-|-|-\nCarl|-|-|-|carl@example.org|-\n", "", "" },
  { "lines-within-a-cell-are-one-cell",
    "Name,E-mail,Note\n\"Anna\",a@example.org,\"First\nSecond\n\"\nBo,b@example.org,\n", 0, "",
    "Anna|-|-|-|a@example.org|-\nBo|-|-|-|b@example.org|-\n", "", "" },
  { "several-addresses-in-a-cell-are-several", "Navn;E-mail\nAnna;a@example.org, b@example.org\n", 0, "",
    "Anna|-|-|-|a@example.org|-\n", "email|b@example.org|-\n", "" },
  { "two-people-of-one-name-stay-two", "Name,E-mail\nJens Jensen,j1@example.org\nJens Jensen,j2@example.org\n", 0, "",
    "Jens Jensen|-|-|-|j1@example.org|-\nJens Jensen|-|-|-|j2@example.org|-\n", "", "" },
  { "the-same-person-twice-is-one", "Name,E-mail,Phone\nAnna,a@example.org,1\nAnna,A@example.org,2\n", 0,
    "3:0 same-person", "Anna|-|-|-|a@example.org|1\n", "phone|2|-\n", "" },
  { "who-has-no-name-is-called-by-the-address", "Name,E-mail\n,a@example.org\n", 0, "2:0 name-made",
    "a@example.org|-|-|-|a@example.org|-\n", "", "" },
  { "a-row-about-nobody-is-reported", "Name,E-mail,Note\n,,Call back\nBo,b@example.org,\n", 1, "2:3 nobody",
    "Bo|-|-|-|b@example.org|-\n", "", "" },
  { "what-stands-beside-the-table-is-reported", "Name,E-mail\nBo,b@example.org,more\n", 1, "2:3 extra-cell",
    "Bo|-|-|-|b@example.org|-\n", "", "" },
  { "danish-words-say-which-number",
    "Fornavn;Efternavn;Arbejdstelefon;Telefon (privat);Mobiltelefon\nIda;Dam;1;2;3\n", 0, "",
    "Ida Dam|-|Ida|Dam|-|1\n", "phone|2|home\nphone|3|cell\n", "" },
};

static char *
dump_roles (StoreFixture *fixture)
{
  return import_dump_records (fixture, "contact-role", role_fields);
}

static void
assert_points (StoreFixture *fixture,
               const char   *expected)
{
  g_autofree char *points = import_dump_records (fixture, "contact-point", point_fields);
  g_auto (GStrv) lines = g_strsplit (expected, "\n", -1);

  g_assert_cmpuint (strlen (points), ==, strlen (expected));
  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (points, lines[i]) == NULL)
      g_error ("“%s” is not among:\n%s", lines[i], points);
}

static void
test_case (StoreFixture  *fixture,
           gconstpointer  data)
{
  const Case *expected = data;
  g_autoptr (UdsImport) import = import_preview_text ("people.csv", expected->text);
  g_autoptr (UdsImport) again = import_preview_text ("people.csv", expected->text);
  g_autofree char *people = NULL;
  g_autofree char *roles = NULL;
  g_autofree char *problems = NULL;
  UdsImportRecords records;

  g_assert_cmpstr (import_get_file (import, 0)->format, ==, "person-table");
  import_assert_nothing_lost (import);
  g_assert_cmpint (import_apply (import, fixture), >, 0);
  g_assert_cmpuint (import_get_file (import, 0)->cells.reported, ==, expected->n_reported);
  problems = import_list_problems (import_get_file (import, 0));
  g_assert_cmpstr (problems, ==, expected->problems);

  people = import_dump_records (fixture, "contact", contact_fields);
  g_assert_cmpstr (people, ==, expected->people);
  assert_points (fixture, expected->points);
  roles = dump_roles (fixture);
  g_assert_cmpint (*roles != '\0', ==, *expected->roles != '\0');

  g_assert_cmpint (import_apply (again, fixture), ==, 0);
  import_sum_records (again, &records);
  g_assert_cmpuint (records.created + records.updated, ==, 0);
}

/* As spreadsheets of an office write it: Windows-1252, semicolons. */
static void
test_other_letters (StoreFixture  *fixture,
                    gconstpointer  data)
{
  static const char text[] = "Navn;E-mail\r\nS\xf8ren \xd8stby;soeren@example.org\r\n";
  g_autoptr (UdsImport) import = uds_import_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autofree char *people = NULL;

  uds_import_add_bytes (import, "people.csv", bytes);
  uds_import_preview (import);
  g_assert_cmpint (import_apply (import, fixture), >, 0);
  people = import_dump_records (fixture, "contact", contact_fields);
  g_assert_cmpstr (people, ==, "Søren Østby|-|-|-|soeren@example.org|-\n");
}

/* Of 400 people 400 are there. */
static void
test_nobody_is_lost (StoreFixture  *fixture,
                     gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("Name,E-mail,Company,Note\n");
  g_autoptr (UdsImport) import = NULL;
  g_autofree char *people = NULL;
  guint n_people = 0;

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (text, "Person %u,%s%u@example.org,\"City, %u\",\"Line\nand \"\"more\"\"\"\n", i % 390,
                            i % 2 ? "a" : "B", i, i % 7);
  import = import_preview_text ("people.csv", text->str);
  g_assert_cmpuint (import_get_file (import, 0)->n_rows, ==, 400);
  import_assert_nothing_lost (import);
  import_apply (import, fixture);
  g_assert_cmpuint (import_get_file (import, 0)->cells.imported, ==, 1600);
  people = import_dump_records (fixture, "contact", contact_fields);
  for (const char *p = people; *p != '\0'; p++)
    n_people += *p == '\n';
  g_assert_cmpuint (n_people, ==, 400);
}

/* A table of something else is not taken for people, and one of people is not where the user says so. */
/* Whoever is at the second of two ports of one name stays there and is not somebody new; of others it is said that two
 * are called so. */
static void
test_two_places_have_one_name (StoreFixture  *fixture,
                               gconstpointer  data)
{
  static const char text[] = "Name,E-mail,Organisation\nAnna,a@example.org,Harbour\nBo,,Harbour\nIda,,Harbour\n";
  g_autoptr (UdsRecord) first = store_fixture_add (fixture, "organisation", "name_en", "Harbour", NULL);
  g_autoptr (UdsRecord) second = store_fixture_add (fixture, "organisation", "name_en", "Harbour", NULL);
  const char *there = uds_record_get_id (second);
  g_autoptr (UdsRecord) anna = store_fixture_add (fixture, "contact", "name", "Anna", "email", "a@example.org", NULL);
  g_autoptr (UdsRecord) bo = store_fixture_add (fixture, "contact", "name", "Bo", NULL);
  g_autoptr (UdsRecord) role =
      store_fixture_add (fixture, "contact-role", "contact", uds_record_get_id (anna), "organisation", there, NULL);
  g_autoptr (UdsRecord) other =
      store_fixture_add (fixture, "contact-role", "contact", uds_record_get_id (bo), "organisation", there, NULL);
  g_autoptr (UdsImport) import = import_preview_text ("people.csv", text);
  g_autofree char *expected = g_strdup_printf ("%s|-|-\n%s|-|-\n%s|-|-\n", there, there, uds_record_get_id (first));
  g_autofree char *problems = NULL;
  g_autofree char *roles = NULL;

  g_assert_cmpint (import_apply (import, fixture), >, 0);
  problems = import_list_problems (import_get_file (import, 0));
  g_assert_cmpstr (problems, ==, "4:3 several-called");
  roles = dump_roles (fixture);
  g_assert_cmpstr (roles, ==, expected);
}

static void
test_is_told_by_its_headings (void)
{
  g_autoptr (UdsImport) figures = import_preview_text ("a.csv", "Year,Value\n2020,1\n");
  g_autoptr (UdsImport) names = import_preview_text ("a.csv", "Name,Organisation\nBo,C40\n");
  g_autoptr (UdsImport) said = uds_import_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Name,Organisation\nBo,C40\n", 25);

  g_assert_cmpstr (import_get_file (figures, 0)->format, !=, "person-table");
  g_assert_cmpstr (import_get_file (names, 0)->format, !=, "person-table");
  uds_import_add_bytes (said, "a.csv", bytes);
  uds_import_set_kind (said, 0, uds_kind_lookup ("contact"));
  uds_import_preview (said);
  g_assert_cmpstr (import_get_file (said, 0)->format, ==, "person-table");
}

int
main (int   argc,
      char *argv[])
{
  static const ImportTest tests[] = {
    { "/person-table/letters-of-an-older-encoding", test_other_letters },
    { "/person-table/nobody-is-lost", test_nobody_is_lost },
    { "/person-table/two-places-have-one-name", test_two_places_have_one_name },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  import_add_cases ("/person-table/", cases, test_case);
  import_add_tests (tests);
  g_test_add_func ("/person-table/is-told-by-its-headings", test_is_told_by_its_headings);
  return g_test_run ();
}
