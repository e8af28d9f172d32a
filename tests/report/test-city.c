/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the office knows about a city: gathered, told in words, and printed on two pages. */
#include "../store/store-fixture.h"
#include "uds-city-report.h"
#include "uds-city-words.h"
#include "uds-document-private.h"
#include "uds-pages.h"
#include "uds-tie-words.h"

#include <locale.h>

typedef struct {
  StoreFixture store;
  UdsRecord *own;
  UdsRecord *city;
  UdsRecord *network;
  UdsRecord *comparison;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  StoreFixture *store = &fixture->store;

  store_fixture_set_up (store, NULL);
  fixture->own =
      store_fixture_add (store, "city", "name_en", "Copenhagen", "code", "copenhagen", "country", "DK", NULL);
  fixture->city = store_fixture_add (store, "city", "name_en", "Hamburg", "code", "hamburg", "country", "Germany",
                                     "region_en", "Europe", "latitude", "53.55", "longitude", "9.99", NULL);
  fixture->network = store_fixture_add (store, "network", "name_en", "Harbour Cities", "code", "harbours", NULL);
  fixture->comparison = store_fixture_add (store, "comparison", "code", "co2", "title_en", "CO2 per inhabitant",
                                           "unit_en", "t", "year", "2016", "decimals", "1", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->own);
  g_object_unref (fixture->city);
  g_object_unref (fixture->network);
  g_object_unref (fixture->comparison);
  store_fixture_tear_down (&fixture->store, NULL);
}

static void
join (Fixture    *fixture,
      UdsRecord  *city,
      const char *role,
      const char *from)
{
  g_autoptr (UdsRecord) membership =
      store_fixture_add (&fixture->store, "membership", "network", uds_record_get_id (fixture->network), "city",
                         uds_record_get_id (city), "role_en", role, "valid_from", from, NULL);
}

static gpointer
read_city (UdsSession  *session,
           gpointer     data,
           GError     **error)
{
  return uds_session_digest_city (session, uds_record_get_id (data), UDS_LANGUAGE_EN, error);
}

static UdsCityDigest *
digest (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  UdsCityDigest *found = uds_store_read (fixture->store.store, read_city, fixture->city, &error);

  g_assert_no_error (error);
  return found;
}

static void
test_a_city_with_nothing_says_so (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (UdsCityDigest) found = digest (fixture);
  g_autofree char *summary = uds_city_words_summary (found, UDS_LANGUAGE_EN);
  g_autofree char *place = uds_city_words_place (fixture->city, UDS_LANGUAGE_DA);

  g_assert_cmpstr (summary, ==, "Nothing together yet");
  g_assert_cmpstr (place, ==, "Tyskland · Europe");
  g_assert_cmpstr (uds_city_words_own_name (found, UDS_LANGUAGE_EN), ==, "Copenhagen");
}

static void
test_other_names_stand_with_their_time (Fixture       *fixture,
                                        gconstpointer  data)
{
  const char *city = uds_record_get_id (fixture->city);
  g_autoptr (UdsRecord) old = store_fixture_add (&fixture->store, "other-name", "city", city, "name_en", "Hammaburg",
                                                 "valid_to", "1200", NULL);
  g_autoptr (UdsRecord) short_name =
      store_fixture_add (&fixture->store, "other-name", "city", city, "name_en", "HH", NULL);
  g_autoptr (UdsCityDigest) found = digest (fixture);
  g_autofree char *names = uds_city_words_names (found, UDS_LANGUAGE_EN);

  g_assert_true (g_str_equal (names, "Also called Hammaburg (until 1200); HH")
                 || g_str_equal (names, "Also called HH; Hammaburg (until 1200)"));
}

static void
test_a_network_of_both_comes_before_one_of_its_own (Fixture       *fixture,
                                                    gconstpointer  data)
{
  g_autoptr (UdsRecord) other =
      store_fixture_add (&fixture->store, "network", "name_en", "A League", "code", "league", NULL);
  g_autoptr (UdsRecord) alone =
      store_fixture_add (&fixture->store, "membership", "network", uds_record_get_id (other), "city",
                         uds_record_get_id (fixture->city), "valid_from", "1990", NULL);
  g_autoptr (UdsCityDigest) found = NULL;
  g_autofree char *theirs = NULL, *ours = NULL, *none = NULL;
  GPtrArray *memberships;

  join (fixture, fixture->city, "Chair", "2011");
  join (fixture, fixture->own, "Member", "2009");
  found = digest (fixture);
  memberships = uds_city_digest_get_memberships (found);
  g_assert_cmpuint (memberships->len, ==, 2);
  theirs = uds_tie_words_membership (g_ptr_array_index (memberships, 0), UDS_LANGUAGE_EN);
  ours = uds_city_words_own_role (g_ptr_array_index (memberships, 0), UDS_LANGUAGE_EN);
  none = uds_city_words_own_role (g_ptr_array_index (memberships, 1), UDS_LANGUAGE_EN);
  g_assert_cmpstr (theirs, ==, "Chair · since 2011");
  g_assert_cmpstr (ours, ==, "Member");
  g_assert_null (none);
}

static void
test_an_agreement_counts_once_however_the_city_is_named_in_it (Fixture       *fixture,
                                                               gconstpointer  data)
{
  StoreFixture *store = &fixture->store;
  const char *city = uds_record_get_id (fixture->city);
  g_autoptr (UdsRecord) first = store_fixture_add (store, "agreement", "title_en", "On water", "code", "water", "city",
                                                   city, "start", "2012", NULL);
  g_autoptr (UdsRecord) second =
      store_fixture_add (store, "agreement", "title_en", "On heat", "code", "heat", "category", "memorandum",
                         "field_en", "District heating", "start", "2020", "end", "2024", NULL);
  g_autoptr (UdsRecord) party =
      store_fixture_add (store, "party", "agreement", uds_record_get_id (first), "city", city, NULL);
  g_autoptr (UdsRecord) other_party =
      store_fixture_add (store, "party", "agreement", uds_record_get_id (second), "city", city, NULL);
  g_autoptr (UdsCityDigest) found = digest (fixture);
  GPtrArray *agreements = uds_city_digest_get_agreements (found);
  g_autofree char *latest = NULL, *open = NULL;

  g_assert_cmpuint (agreements->len, ==, 2);
  latest = uds_tie_words_agreement (g_ptr_array_index (agreements, 0), UDS_LANGUAGE_EN);
  open = uds_tie_words_agreement (g_ptr_array_index (agreements, 1), UDS_LANGUAGE_EN);
  g_assert_cmpstr (latest, ==, "Memorandum of understanding · District heating · 2020–2024 · Expired");
  g_assert_cmpstr (open, ==, "since 2012 · End date missing");
}

static void
test_people_of_its_organisations_belong_to_it (Fixture       *fixture,
                                               gconstpointer  data)
{
  StoreFixture *store = &fixture->store;
  g_autoptr (UdsRecord) office = store_fixture_add (store, "organisation", "name_en", "Harbour Office", "code",
                                                    "office", "city", uds_record_get_id (fixture->city), NULL);
  g_autoptr (UdsRecord) contact = store_fixture_add (store, "contact", "uid", "1", "name", "Anna Schmidt", NULL);
  g_autoptr (UdsRecord) role =
      store_fixture_add (store, "contact-role", "contact", uds_record_get_id (contact), "organisation",
                         uds_record_get_id (office), "title", "Director", "valid_from", "2021", NULL);
  g_autoptr (UdsCityDigest) found = digest (fixture);
  GPtrArray *roles = uds_city_digest_get_roles (found);
  g_autofree char *words = NULL;

  g_assert_cmpuint (roles->len, ==, 1);
  words = uds_tie_words_role (g_ptr_array_index (roles, 0), UDS_LANGUAGE_EN);
  g_assert_cmpstr (words, ==, "Director · since 2021");
}

static void
compare_values (Fixture *fixture)
{
  const char *comparison = uds_record_get_id (fixture->comparison);
  g_autoptr (UdsRecord) theirs = store_fixture_add (&fixture->store, "comparison-value", "comparison", comparison,
                                                    "city", uds_record_get_id (fixture->city), "value", "5.24", NULL);
  g_autoptr (UdsRecord) ours = store_fixture_add (&fixture->store, "comparison-value", "comparison", comparison, "city",
                                                  uds_record_get_id (fixture->own), "value", "2.56", NULL);
}

static void
test_figures_stand_beside_our_own (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr (UdsCityDigest) found = NULL;
  g_autofree char *measure = NULL, *theirs = NULL, *ours = NULL;
  const UdsTie *figure;

  compare_values (fixture);
  found = digest (fixture);
  g_assert_cmpuint (uds_city_digest_get_figures (found)->len, ==, 1);
  figure = g_ptr_array_index (uds_city_digest_get_figures (found), 0);
  measure = uds_city_words_measure (figure, UDS_LANGUAGE_EN);
  theirs = uds_city_words_figure (figure, figure->record, UDS_LANGUAGE_DA);
  ours = uds_city_words_figure (figure, figure->own, UDS_LANGUAGE_EN);
  g_assert_cmpstr (measure, ==, "CO2 per inhabitant · 2016");
  g_assert_cmpstr (theirs, ==, "5,2\u00a0t");
  g_assert_cmpstr (ours, ==, "2.6\u00a0t");
}

/* On paper */

static gpointer
write_report (UdsSession  *session,
              gpointer     data,
              GError     **error)
{
  const UdsReportOptions options = { .language = UDS_LANGUAGE_EN, .date = { 2026, 9, 21 } };

  return uds_city_report_new (session, &options, data, error);
}

/* More of everything than anybody can read before a meeting. */
static void
fill (Fixture *fixture)
{
  StoreFixture *store = &fixture->store;
  const char *city = uds_record_get_id (fixture->city);

  for (int i = 0; i < 40; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", i);
      g_autofree char *title = g_strdup_printf ("A fairly long name, as such names are, of number %d of all", i);
      g_autoptr (UdsRecord) network = store_fixture_add (store, "network", "name_en", title, "code", number, NULL);
      g_autoptr (UdsRecord) membership = store_fixture_add (store, "membership", "network", uds_record_get_id (network),
                                                            "city", city, "role_en", "Member", NULL);
      g_autoptr (UdsRecord) agreement =
          store_fixture_add (store, "agreement", "title_en", title, "code", number, "city", city, NULL);
      g_autoptr (UdsRecord) request =
          store_fixture_add (store, "request", "subject", title, "city", city, "persons", "12", NULL);
      g_autoptr (UdsRecord) contact = store_fixture_add (store, "contact", "uid", number, "name", title, NULL);
      g_autoptr (UdsRecord) role = store_fixture_add (store, "contact-role", "contact", uds_record_get_id (contact),
                                                      "city", city, "title", "Director", NULL);
    }
  compare_values (fixture);
}

static void
test_a_briefing_is_two_pages_however_much_there_is (Fixture       *fixture,
                                                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UdsDocument) document = NULL;
  g_autoptr (UdsPages) pages = NULL;

  fill (fixture);
  document = uds_store_read (fixture->store.store, write_report, fixture->city, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (uds_document_get_title (document), ==, "Hamburg");
  pages = uds_pages_new (document);
  g_assert_cmpuint (uds_pages_get_n (pages), ==, 2);
}

/* Hamburg's coordinates are known, our own city's are not. */
static void
test_a_briefing_shows_where_the_city_is (Fixture       *fixture,
                                         gconstpointer  data)
{
  const struct {
    UdsRecord *city;
    guint n_figures;
  } expected[] = { { fixture->city, 1 }, { fixture->own, 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (UdsDocument) document =
          uds_store_read (fixture->store.store, write_report, expected[i].city, NULL);
      guint n_figures = 0;

      for (guint j = 0; j < uds_document_get_n_blocks (document); j++)
        n_figures += uds_document_get_block (document, j)->type == UDS_BLOCK_FIGURE;
      g_assert_cmpuint (n_figures, ==, expected[i].n_figures);
    }
}

#define ADD(path, func) g_test_add ("/city/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int          argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");

  ADD ("a-city-with-nothing-says-so", test_a_city_with_nothing_says_so);
  ADD ("other-names-stand-with-their-time", test_other_names_stand_with_their_time);
  ADD ("a-network-of-both-comes-before-one-of-its-own", test_a_network_of_both_comes_before_one_of_its_own);
  ADD ("an-agreement-counts-once-however-the-city-is-named-in-it",
       test_an_agreement_counts_once_however_the_city_is_named_in_it);
  ADD ("people-of-its-organisations-belong-to-it", test_people_of_its_organisations_belong_to_it);
  ADD ("figures-stand-beside-our-own", test_figures_stand_beside_our_own);
  ADD ("a-briefing-shows-where-the-city-is", test_a_briefing_shows_where_the_city_is);
  ADD ("a-briefing-is-two-pages-however-much-there-is", test_a_briefing_is_two_pages_however_much_there_is);

  return g_test_run ();
}
