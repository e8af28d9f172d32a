/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A filter lets pass what it says, on the day it says; what it is in words; what a list shows beside the names. */
#include "uds-list-columns.h"
#include "uds-list-filter.h"

#include "../store/store-fixture.h"

#include <locale.h>

static const UdsDate today = { 2022, 6, 29 };

typedef struct {
  StoreFixture store;
  char *network;
} Fixture;

static void
add_member (Fixture    *fixture,
            const char *name,
            const char *country,
            const char *role,
            const char *from,
            const char *to)
{
  g_autoptr (UdsRecord) city =
      store_fixture_add (&fixture->store, "city", "name_en", name, "country", country, NULL);
  g_autoptr (UdsRecord) membership =
      store_fixture_add (&fixture->store, "membership", "network", fixture->network, "city", uds_record_get_id (city),
                         "role_en", role, "valid_from", from, "valid_to", to, NULL);

  g_assert_nonnull (membership);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (UdsRecord) network = NULL;

  store_fixture_set_up (&fixture->store, data);
  network = store_fixture_add (&fixture->store, "network", "name_en", "Port Cities", "category", "network", NULL);
  fixture->network = g_strdup (uds_record_get_id (network));
  add_member (fixture, "Hamburg", "DE", "Member", "2015-06-01", "2018-05-31");
  add_member (fixture, "Oslo", "NO", "Chair", "2016", "2017");
  add_member (fixture, "Malmö", "SE", "Member", "2022-06", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_free (fixture->network);
  store_fixture_tear_down (&fixture->store, data);
}

static gpointer
list_records (UdsSession  *session,
              gpointer     data,
              GError     **error)
{
  return uds_session_list (session, data, error);
}

/* Takes names and values, ended by NULL. */
static GVariant *
make_filter (const char *facet,
             ...)
{
  GVariant *filter = g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE ("{ss}"), NULL, 0));
  va_list args;

  va_start (args, facet);
  for (; facet != NULL; facet = va_arg (args, const char *))
    {
      g_autoptr (GVariant) before = filter;

      filter = g_variant_ref_sink (uds_list_filter_with (before, facet, va_arg (args, const char *)));
    }
  va_end (args);
  return filter;
}

static void
assert_passes (Fixture    *fixture,
               const char *kind,
               GVariant   *filter,
               const char *expected)
{
  g_autoptr (GVariant) owned = filter;
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup (kind));
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  uds_query_set_language (query, UDS_LANGUAGE_EN);
  uds_list_filter_apply (filter, query, &today);
  records = uds_store_read (fixture->store.store, list_records, query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            uds_record_get_title (g_ptr_array_index (records, i), UDS_LANGUAGE_EN));
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_members_are_those_of_the_day (Fixture       *fixture,
                                   gconstpointer  data)
{
  static const struct {
    const char *day, *members;
  } cases[] = {
    { "2015-05-31", "" },
    { "2015-06-01", "Hamburg" },
    { "2015-12-31", "Hamburg" },
    { "2016-01-01", "Hamburg Oslo" },
    { "2017-12-31", "Hamburg Oslo" },
    { "2018-01-01", "Hamburg" },
    { "2018-05-31", "Hamburg" },
    { "2018-06-01", "" },
    { "2022-05-31", "" },
    { "2022-06-01", "Malmö" },
    { "2099-01-01", "Malmö" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].day);
      assert_passes (fixture, "city", make_filter ("network", fixture->network, "day", cases[i].day, NULL),
                     cases[i].members);
    }
  assert_passes (fixture, "city", make_filter ("network", fixture->network, NULL), "Malmö");
}

static void
test_what_is_chosen_holds_together (Fixture       *fixture,
                                    gconstpointer  data)
{
  assert_passes (fixture, "city", make_filter (NULL, NULL), "Hamburg Malmö Oslo");
  assert_passes (fixture, "city", make_filter ("country", "NO", NULL), "Oslo");
  assert_passes (fixture, "city", make_filter ("role", "Chair", "day", "2016-05", NULL), "Oslo");
  assert_passes (fixture, "city", make_filter ("role", "Chair", "country", "DE", "day", "2016-05", NULL), "");
  assert_passes (fixture, "network", make_filter ("category", "network", NULL), "Port Cities");
  assert_passes (fixture, "network", make_filter ("category", "eu-project", NULL), "");
}

static void
test_what_a_kind_does_not_have_lets_it_pass (Fixture       *fixture,
                                             gconstpointer  data)
{
  assert_passes (fixture, "network", make_filter ("country", "NO", NULL), "Port Cities");
  assert_passes (fixture, "event", make_filter ("network", fixture->network, "day", "2016", NULL), "");
}

static void
test_a_filter_is_chosen_and_taken_back (void)
{
  g_autoptr (GVariant) filter = make_filter ("network", "x", "day", "2016", "network", "y", NULL);
  g_autoptr (GVariant) less = g_variant_ref_sink (uds_list_filter_with (filter, "day", ""));

  g_assert_cmpstr (uds_list_filter_get (filter, "network"), ==, "y");
  g_assert_cmpstr (uds_list_filter_get (filter, "day"), ==, "2016");
  g_assert_null (uds_list_filter_get (less, "day"));
  g_assert_null (uds_list_filter_get (less, "country"));
}

static gpointer
read_facets (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  return uds_session_read_facets (session, data, UDS_LANGUAGE_EN, error);
}

static gpointer
read_city (UdsSession  *session,
           gpointer     data,
           GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("city"));
  g_autoptr (GPtrArray) records = NULL;

  uds_query_where_is (query, "name_en", data);
  records = uds_session_list (session, query, error);
  if (records == NULL || !uds_session_read_columns (session, uds_kind_lookup ("city"), records, UDS_LANGUAGE_EN, error))
    return NULL;
  return g_object_ref (g_ptr_array_index (records, 0));
}

static const UdsFacetChoices *
find_choices (GPtrArray  *facets,
              const char *name)
{
  for (guint i = 0; i < facets->len; i++)
    {
      const UdsFacetChoices *choices = g_ptr_array_index (facets, i);

      if (g_str_equal (choices->facet->name, name))
        return choices;
    }
  return NULL;
}

/* Of all the cities only those are to choose that somebody wrote about. */
static void
test_notes_are_those_about_a_city (Fixture       *fixture,
                                   gconstpointer  data)
{
  const UdsKind *kind = uds_kind_lookup ("note");
  g_autoptr (UdsRecord) oslo = uds_store_read (fixture->store.store, read_city, (gpointer) "Oslo", NULL);
  g_autoptr (UdsRecord) note = store_fixture_add (&fixture->store, "note", "title", "Ferries", "date", "2021", NULL);
  g_autoptr (UdsRecord) other = store_fixture_add (&fixture->store, "note", "title", "Calls", "date", "2022", NULL);
  g_autoptr (UdsRecord) link =
      store_fixture_add (&fixture->store, "link", "from_kind", "note", "from_id", uds_record_get_id (note), "relation",
                         "concerns", "to_kind", "city", "to_id", uds_record_get_id (oslo), NULL);
  g_autoptr (GPtrArray) facets = uds_store_read (fixture->store.store, read_facets, (gpointer) kind, NULL);
  const UdsFacetChoices *cities = find_choices (facets, "city");

  g_assert_cmpuint (cities->names->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (cities->names, 0), ==, "Oslo");
  assert_passes (fixture, "note", make_filter ("city", g_ptr_array_index (cities->codes, 0), NULL), "Ferries");
  assert_passes (fixture, "note", make_filter (NULL, NULL), "Calls Ferries");
}

static void
test_it_says_in_words_what_passes (Fixture       *fixture,
                                   gconstpointer  data)
{
  const UdsKind *kind = uds_kind_lookup ("city");
  g_autoptr (GPtrArray) facets = uds_store_read (fixture->store.store, read_facets, (gpointer) kind, NULL);
  g_autoptr (GVariant) filter =
      make_filter ("network", fixture->network, "country", "DE", "role", "Chair", "day", "2016-05-01", NULL);
  g_autoptr (GVariant) none = make_filter (NULL, NULL);
  g_autofree char *words = uds_list_filter_describe (filter, kind, facets, UDS_LANGUAGE_EN);

  g_assert_cmpstr (words, ==, "Port Cities · Germany · Chair · on 1 May 2016");
  g_assert_null (uds_list_filter_describe (none, kind, facets, UDS_LANGUAGE_EN));
}

static void
test_what_was_deleted_is_no_code (Fixture       *fixture,
                                  gconstpointer  data)
{
  const UdsKind *kind = uds_kind_lookup ("city");
  g_autoptr (GPtrArray) facets = uds_store_read (fixture->store.store, read_facets, (gpointer) kind, NULL);
  g_autoptr (GVariant) filter = make_filter ("network", "01a22f0f-ea50-77fb-9a8e-b5717cf479d2", NULL);
  g_autofree char *words = uds_list_filter_describe (filter, kind, facets, UDS_LANGUAGE_EN);

  g_assert_cmpstr (words, ==, "something that is not there any more");
}

static void
test_a_city_is_listed_with_its_networks (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autoptr (UdsRecord) malmoe = uds_store_read (fixture->store.store, read_city, (gpointer) "Malmö", NULL);
  g_autoptr (UdsRecord) hamburg = uds_store_read (fixture->store.store, read_city, (gpointer) "Hamburg", NULL);
  g_autofree char *now = uds_record_get_columns_from (malmoe, 0, UDS_LANGUAGE_EN);
  g_autofree char *past = uds_record_get_columns_from (hamburg, 0, UDS_LANGUAGE_EN);

  g_assert_cmpstr (now, ==, "Sweden · 1 network");
  g_assert_cmpstr (past, ==, "Germany");
}

#define ADD(path, func) g_test_add ("/list-filter/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  ADD ("members-are-those-of-the-day", test_members_are_those_of_the_day);
  ADD ("what-is-chosen-holds-together", test_what_is_chosen_holds_together);
  ADD ("what-a-kind-does-not-have-lets-it-pass", test_what_a_kind_does_not_have_lets_it_pass);
  g_test_add_func ("/list-filter/a-filter-is-chosen-and-taken-back", test_a_filter_is_chosen_and_taken_back);
  ADD ("notes-are-those-about-a-city", test_notes_are_those_about_a_city);
  ADD ("it-says-in-words-what-passes", test_it_says_in_words_what_passes);
  ADD ("what-was-deleted-is-no-code", test_what_was_deleted_is_no_code);
  ADD ("a-city-is-listed-with-its-networks", test_a_city_is_listed_with_its_networks);

  return g_test_run ();
}
