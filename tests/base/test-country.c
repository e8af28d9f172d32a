/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Countries are known by code and by name in both languages. */
#include "uds-country.h"

static void
test_a_code_has_a_name_in_both_languages (void)
{
  g_assert_cmpstr (uds_country_get_name ("DE", UDS_LANGUAGE_EN), ==, "Germany");
  g_assert_cmpstr (uds_country_get_name ("DE", UDS_LANGUAGE_DA), ==, "Tyskland");
  g_assert_cmpstr (uds_country_get_name ("AD", UDS_LANGUAGE_DA), ==, "Andorra");
  g_assert_cmpstr (uds_country_get_name ("ZW", UDS_LANGUAGE_EN), ==, "Zimbabwe");
  g_assert_null (uds_country_get_name ("QQ", UDS_LANGUAGE_EN));
  g_assert_null (uds_country_get_name ("", UDS_LANGUAGE_EN));
}

static void
test_people_write_codes_and_names (void)
{
  static const struct {
    const char *text;
    const char *code;
  } cases[] = {
    { "DE", "DE" },
    { "de", "DE" },
    { " Tyskland ", "DE" },
    { "GERMANY", "DE" },
    { "osterreich", NULL },
    { "østrig", "AT" },
    { "Elfenbenskysten", "CI" },
    { "England", "GB" },
    { "Holland", "NL" },
    { "Atlantis", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (uds_country_find (cases[i].text), ==, cases[i].code);
}

/* The table is searched by halves: a country out of place would not be found. */
static void
test_every_country_is_found_by_its_code (void)
{
  guint n_found = 0;

  for (char first = 'A'; first <= 'Z'; first++)
    for (char second = 'A'; second <= 'Z'; second++)
      {
        const char code[] = { first, second, '\0' };

        if (uds_country_get_name (code, UDS_LANGUAGE_DA) == NULL)
          continue;
        n_found++;
        g_assert_cmpstr (uds_country_find (code), ==, code);
        g_assert_cmpstr (uds_country_find (uds_country_get_name (code, UDS_LANGUAGE_DA)), ==, code);
        g_assert_cmpstr (uds_country_find (uds_country_get_name (code, UDS_LANGUAGE_EN)), ==, code);
      }

  g_assert_cmpuint (n_found, ==, 191);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/country/a-code-has-a-name-in-both-languages", test_a_code_has_a_name_in_both_languages);
  g_test_add_func ("/country/people-write-codes-and-names", test_people_write_codes_and_names);
  g_test_add_func ("/country/every-country-is-found-by-its-code", test_every_country_is_found_by_its_code);

  return g_test_run ();
}
