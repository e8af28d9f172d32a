/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who was a member of a network on a day, how sure that is, what the network is measured by; and the directory. */
#include "../store/store-fixture.h"
#include "uds-document-private.h"
#include "uds-network-words.h"
#include "uds-networks-report.h"
#include "uds-pages.h"

#include <locale.h>

typedef struct {
  StoreFixture store;
  UdsRecord *network;
} Fixture;

static UdsRecord *
add_city (Fixture    *fixture,
          const char *name,
          const char *code)
{
  return store_fixture_add (&fixture->store, "city", "name_en", name, "code", code, NULL);
}

static void
join (Fixture    *fixture,
      UdsRecord  *city,
      const char *role,
      const char *from,
      const char *to)
{
  g_autoptr (UdsRecord) membership = uds_record_new (uds_kind_lookup ("membership"));

  uds_record_set_text (membership, "network", uds_record_get_id (fixture->network));
  uds_record_set_text (membership, "city", uds_record_get_id (city));
  uds_record_set_text (membership, "role_en", role);
  uds_record_set_text (membership, "valid_from", from);
  uds_record_set_text (membership, "valid_to", to);
  store_fixture_save (&fixture->store, membership);
}

static void
add_member (Fixture    *fixture,
            const char *name,
            const char *from,
            const char *to)
{
  g_autofree char *code = g_ascii_strdown (name, -1);
  g_autoptr (UdsRecord) city = add_city (fixture, name, code);

  join (fixture, city, NULL, from, to);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  store_fixture_set_up (&fixture->store, NULL);
  fixture->network = store_fixture_add (&fixture->store, "network", "name_en", "Harbour Cities", "code", "harbours",
                                        "category", "network", "start", "2005", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->network);
  store_fixture_tear_down (&fixture->store, NULL);
}

static gpointer
read_network (UdsSession  *session,
              gpointer     data,
              GError     **error)
{
  return uds_session_digest_network (session, data, UDS_LANGUAGE_EN, error);
}

static UdsNetworkDigest *
digest (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  UdsNetworkDigest *found = uds_store_read (fixture->store.store, read_network,
                                            (gpointer) uds_record_get_id (fixture->network), &error);

  g_assert_no_error (error);
  return found;
}

static void
assert_members (UdsNetworkDigest *found,
                const char       *text,
                const char       *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GPtrArray) members = NULL;
  UdsDate day;

  g_assert_true (uds_date_parse (text, &day));
  members = uds_network_digest_list_members_on (found, &day);
  for (guint i = 0; i < members->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            uds_network_member_get_name_on (g_ptr_array_index (members, i), &day, UDS_LANGUAGE_EN));
  g_test_message ("%s", text);
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_first_and_last_day_belong_to_it (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (UdsNetworkDigest) found = NULL;

  add_member (fixture, "Hamburg", "2015-06-01", "2018-05-31");
  add_member (fixture, "Oslo", "2016", "2017-02");
  add_member (fixture, "Lisbon", "2017-03-01", NULL);
  add_member (fixture, "Genoa", NULL, "2015");
  found = digest (fixture);

  assert_members (found, "1900-01-01", "Genoa");
  assert_members (found, "2015-05-31", "Genoa");
  assert_members (found, "2015-06-01", "Genoa Hamburg");
  assert_members (found, "2015-12-31", "Genoa Hamburg");
  assert_members (found, "2016-01-01", "Hamburg Oslo");
  assert_members (found, "2017-02-28", "Hamburg Oslo");
  assert_members (found, "2017-03-01", "Hamburg Lisbon");
  assert_members (found, "2018-05-31", "Hamburg Lisbon");
  assert_members (found, "2018-06-01", "Lisbon");
  assert_members (found, "2100-01-01", "Lisbon");
}

static void
test_a_guess_is_called_one (Fixture       *fixture,
                            gconstpointer  data)
{
  const UdsDate day = { 2016, 5, 1 };
  g_autoptr (UdsNetworkDigest) found = NULL;
  g_autofree char *words = NULL;
  g_autofree char *guess = NULL;
  g_autofree char *fact = NULL;

  add_member (fixture, "Genoa", NULL, NULL);
  add_member (fixture, "Hamburg", "2015-06-01", NULL);
  found = digest (fixture);
  words = uds_network_words_members_on (found, &day, UDS_LANGUAGE_EN);
  g_assert_cmpstr (words, ==, "2 members on 1 May 2016. Since when is not known of 1.");
  guess = uds_network_words_member (g_ptr_array_index (uds_network_digest_get_members (found), 0), &day,
                                    UDS_LANGUAGE_EN);
  fact = uds_network_words_member (g_ptr_array_index (uds_network_digest_get_members (found), 1), &day,
                                   UDS_LANGUAGE_EN);
  g_assert_cmpstr (guess, ==, "since when is not known");
  g_assert_cmpstr (fact, ==, "since 1 June 2015");
}

/* However many say who is a member: the first are named, and how many more there are. */
static void
test_who_says_so_is_said_of_many_too (Fixture       *fixture,
                                      gconstpointer  data)
{
  static const char *const sources[] = { "a.example", "b.example", "a.example", "c.example", "d.example", "e.example" };
  const UdsDate day = { 2016, 5, 1 };
  g_autoptr (UdsNetworkDigest) found = NULL;
  g_autofree char *words = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autofree char *code = g_strdup_printf ("city-%" G_GSIZE_FORMAT, i);
      g_autoptr (UdsRecord) city = add_city (fixture, code, code);

      g_object_unref (store_fixture_add (&fixture->store, "membership", "network", uds_record_get_id (fixture->network),
                                         "city", uds_record_get_id (city), "valid_from", "2015", "source", sources[i],
                                         NULL));
    }
  found = digest (fixture);
  words = uds_network_words_members_on (found, &day, UDS_LANGUAGE_EN);
  g_assert_cmpstr (words, ==, "6 members on 1 May 2016. Source: a.example; b.example; c.example, and 2 more");
}

static void
test_a_city_is_called_what_it_was_called_then (Fixture       *fixture,
                                               gconstpointer  data)
{
  const UdsDate day = { 1990, 5, 1 };
  g_autoptr (UdsRecord) city = add_city (fixture, "Mumbai", "mumbai");
  g_autoptr (UdsRecord) name = store_fixture_add (&fixture->store, "other-name", "city", uds_record_get_id (city),
                                                  "name_en", "Bombay", "valid_to", "1995-10", NULL);
  g_autoptr (UdsRecord) elsewhere = store_fixture_add (&fixture->store, "other-name", "city", uds_record_get_id (city),
                                                       "name_en", "Bombaim", NULL);
  g_autoptr (UdsNetworkDigest) found = NULL;
  g_autofree char *words = NULL;

  join (fixture, city, NULL, "1980", NULL);
  found = digest (fixture);
  assert_members (found, "1995-10-31", "Bombay");
  assert_members (found, "1995-11-01", "Mumbai");
  words = uds_network_words_member (g_ptr_array_index (uds_network_digest_get_members (found), 0), &day,
                                    UDS_LANGUAGE_EN);
  g_assert_cmpstr (words, ==, "now Mumbai · since 1980");
}

static void
test_our_roles_stand_in_the_order_of_time (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autoptr (UdsRecord) own = add_city (fixture, "Copenhagen", "copenhagen");
  g_autoptr (UdsNetworkDigest) found = NULL;
  g_autoptr (GPtrArray) roles = NULL;
  const char *const expected[] = { "Member", "Chair", "Vice-chair" };

  join (fixture, own, "Chair", "2014", "2016");
  join (fixture, own, "Vice-chair", "2017", NULL);
  join (fixture, own, "Member", "2005", "2013");
  add_member (fixture, "Oslo", "2001", NULL);
  found = digest (fixture);
  roles = uds_network_digest_list_own (found);
  g_assert_cmpuint (roles->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < roles->len; i++)
    {
      const UdsNetworkMember *role = g_ptr_array_index (roles, i);

      g_assert_cmpstr (uds_record_get_text (role->membership, "role_en"), ==, expected[i]);
    }
}

static void
test_each_count_has_its_date_and_source (Fixture       *fixture,
                                         gconstpointer  data)
{
  const char *network = uds_record_get_id (fixture->network);
  g_autoptr (UdsRecord) counted =
      store_fixture_add (&fixture->store, "network-figure", "network", network, "category", "members", "name_en",
                         "Member cities", "value", "94", "date", "2019-10", "source", "C40 Annual Report", NULL);
  g_autoptr (UdsRecord) bare = store_fixture_add (&fixture->store, "network-figure", "network", network, "category",
                                                  "fee", "name_en", "Fee", "value", "35000", NULL);
  g_autofree char *value = uds_network_words_figure (counted, UDS_LANGUAGE_EN);
  g_autofree char *source = uds_network_words_figure_source (counted, UDS_LANGUAGE_EN);
  g_autofree char *missing = uds_network_words_figure_source (bare, UDS_LANGUAGE_EN);

  g_assert_cmpstr (value, ==, "Member cities: 94");
  g_assert_cmpstr (source, ==, "October 2019 · C40 Annual Report");
  g_assert_cmpstr (missing, ==, "date not known · source not known");
}

static void
test_what_is_over_is_asked_for_its_last_day (Fixture       *fixture,
                                             gconstpointer  data)
{
  static const struct {
    const char *end;
    UdsDate day, limited;
  } cases[] = {
    { NULL, { 2022, 6, 29 }, { 2022, 6, 29 } },
    { "2021", { 2022, 6, 29 }, { 2021, 12, 31 } },
    { "2021-02", { 2022, 6, 29 }, { 2021, 2, 28 } },
    { "2021-02", { 2021, 2, 28 }, { 2021, 2, 28 } },
    { "2023", { 2022, 6, 29 }, { 2022, 6, 29 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UdsNetworkDigest) found = NULL;
      UdsDate limited;

      uds_record_set_text (fixture->network, "end", cases[i].end);
      if (uds_record_has_changes (fixture->network))
        store_fixture_save (&fixture->store, fixture->network);
      found = digest (fixture);
      limited = uds_network_digest_limit_day (found, &cases[i].day);
      g_assert_cmpint (uds_date_compare (&limited, &cases[i].limited), ==, 0);
    }
}

static gpointer
write_report (UdsSession  *session,
              gpointer     data,
              GError     **error)
{
  const UdsReportOptions options = { .language = UDS_LANGUAGE_EN, .date = { 2022, 6, 29 } };

  return uds_networks_report_new (session, &options, data, error);
}

static void
assert_prints (Fixture   *fixture,
               UdsRecord *network,
               guint      n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UdsDocument) document = uds_store_read (fixture->store.store, write_report, network, &error);
  g_autoptr (UdsPages) pages = NULL;

  g_assert_no_error (error);
  pages = uds_pages_new (document);
  g_assert_cmpuint (uds_pages_get_n (pages), ==, n_pages);
}

static void
test_the_directory_prints_all_or_one_or_none (Fixture       *fixture,
                                              gconstpointer  data)
{
  add_member (fixture, "Oslo", "2001", NULL);
  assert_prints (fixture, NULL, 1);
  assert_prints (fixture, fixture->network, 1);
  store_fixture_remove (&fixture->store, fixture->network);
  assert_prints (fixture, NULL, 1);
}

static guint
count_figures (Fixture *fixture)
{
  g_autoptr (UdsDocument) document =
      uds_store_read (fixture->store.store, write_report, fixture->network, NULL);
  guint n_figures = 0;

  for (guint i = 0; i < uds_document_get_n_blocks (document); i++)
    n_figures += uds_document_get_block (document, i)->type == UDS_BLOCK_FIGURE;
  return n_figures;
}

static UdsRecord *
add_city_at (Fixture    *fixture,
             const char *name,
             const char *latitude,
             const char *longitude)
{
  return store_fixture_add (&fixture->store, "city", "name_en", name, "code", name, "latitude", latitude, "longitude",
                            longitude, NULL);
}

static void
test_members_are_on_a_map (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (UdsRecord) oslo = add_city_at (fixture, "Oslo", "59.91", "10.75");
  g_autoptr (UdsRecord) rome = add_city_at (fixture, "Rome", "41.9", "12.5");

  join (fixture, oslo, NULL, "2001", NULL);
  g_assert_cmpuint (count_figures (fixture), ==, 0);
  join (fixture, rome, NULL, "2001", NULL);
  g_assert_cmpuint (count_figures (fixture), ==, 1);
}

#define ADD(path, func) g_test_add ("/network/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  ADD ("first-and-last-day-belong-to-it", test_first_and_last_day_belong_to_it);
  ADD ("a-guess-is-called-one", test_a_guess_is_called_one);
  ADD ("who-says-so-is-said-of-many-too", test_who_says_so_is_said_of_many_too);
  ADD ("a-city-is-called-what-it-was-called-then", test_a_city_is_called_what_it_was_called_then);
  ADD ("our-roles-stand-in-the-order-of-time", test_our_roles_stand_in_the_order_of_time);
  ADD ("each-count-has-its-date-and-source", test_each_count_has_its_date_and_source);
  ADD ("what-is-over-is-asked-for-its-last-day", test_what_is_over_is_asked_for_its_last_day);
  ADD ("members-are-on-a-map", test_members_are_on_a_map);
  ADD ("the-directory-prints-all-or-one-or-none", test_the_directory_prints_all_or_one_or_none);

  return g_test_run ();
}
