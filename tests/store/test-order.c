/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list is sorted as its reader's language has it, by what is shown, with what has no value last. */
#include "store-fixture.h"

static const UdsLanguage languages[] = { UDS_LANGUAGE_DA, UDS_LANGUAGE_EN };

static void
add_city (StoreFixture *fixture,
          const char   *name_da,
          const char   *name_en,
          const char   *region_da)
{
  g_autoptr (UdsRecord) city = uds_record_new (uds_kind_lookup ("city"));

  uds_record_set_text (city, "name_da", name_da);
  uds_record_set_text (city, "name_en", name_en);
  uds_record_set_text (city, "region_da", region_da);
  store_fixture_save (fixture, city);
}

static gpointer
list_records (UdsSession  *session,
              gpointer     data,
              GError     **error)
{
  return uds_session_list (session, data, error);
}

/* The titles of what the query gives, one after the other. */
static char *
list_titles (StoreFixture *fixture,
             UdsQuery     *query,
             UdsLanguage   language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  GString *titles = g_string_new (NULL);

  uds_query_set_language (query, language);
  records = uds_store_read (fixture->store, list_records, query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? " " : "",
                            uds_record_get_title (g_ptr_array_index (records, i), language));
  return g_string_free (titles, FALSE);
}

static void
assert_list (StoreFixture *fixture,
             const char   *kind,
             UdsLanguage   language,
             const char   *expected)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup (kind));
  g_autofree char *titles = list_titles (fixture, query, language);

  g_assert_cmpstr (titles, ==, expected);
}

static void
test_names_are_sorted_as_the_language_has_it (StoreFixture  *fixture,
                                              gconstpointer  data)
{
  static const char *const names[] = { "Århus", "ølstykke", "Ølby", "Zürich", "Ærø", "Aabenraa", "bergen", "Berlin" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    add_city (fixture, names[i], names[i], NULL);

  assert_list (fixture, "city", UDS_LANGUAGE_DA, "bergen Berlin Zürich Ærø Ølby ølstykke Aabenraa Århus");
  assert_list (fixture, "city", UDS_LANGUAGE_EN, "Aabenraa Ærø Århus bergen Berlin Ølby ølstykke Zürich");
}

static void
test_a_pair_is_sorted_by_what_is_shown (StoreFixture  *fixture,
                                        gconstpointer  data)
{
  add_city (fixture, "Wien", "Vienna", NULL);
  add_city (fixture, "Rom", "Rome", NULL);
  add_city (fixture, "Venedig", "Venice", NULL);
  add_city (fixture, NULL, "Sofia", NULL);
  add_city (fixture, "Vejle", NULL, NULL);

  assert_list (fixture, "city", UDS_LANGUAGE_DA, "Rom Sofia Vejle Venedig Wien");
  assert_list (fixture, "city", UDS_LANGUAGE_EN, "Rome Sofia Vejle Venice Vienna");
}

static void
test_what_has_no_value_comes_last (StoreFixture  *fixture,
                                   gconstpointer  data)
{
  add_city (fixture, "A", "A", NULL);
  add_city (fixture, "B", "B", "Østrig");
  add_city (fixture, "C", "C", "Zeeland");

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    for (int descending = 0; descending < 2; descending++)
      {
        g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("city"));
        gboolean z_first = (languages[i] == UDS_LANGUAGE_DA) != (descending != 0);
        g_autofree char *titles = NULL;

        g_assert_true (uds_query_order_by (query, "region", descending != 0, NULL));
        titles = list_titles (fixture, query, languages[i]);
        g_assert_cmpstr (titles, ==, z_first ? "C B A" : "B C A");
      }
}

static void
test_codes_are_sorted_by_their_numbers (StoreFixture  *fixture,
                                        gconstpointer  data)
{
  static const char *const codes[] = { "11.10.1", "2.1", "11.2.1", "1.a.1", "11.2.b" };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (UdsRecord) indicator = store_fixture_indicator (codes[i], codes[i], codes[i]);

      store_fixture_save (fixture, indicator);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    assert_list (fixture, "indicator", languages[i], "1.a.1 2.1 11.2.1 11.2.b 11.10.1");
}

static void
test_a_pair_is_named_without_its_language (StoreFixture  *fixture,
                                           gconstpointer  data)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("city"));
  g_autoptr (GError) error = NULL;
  guint n_kinds;
  const UdsKind *const *kinds = uds_kind_list (&n_kinds);

  g_assert_true (uds_query_order_by (query, "name", FALSE, &error));
  g_assert_true (uds_query_order_by (query, "name_en", FALSE, &error));
  g_assert_true (uds_query_order_by (query, "id", FALSE, &error));
  g_assert_no_error (error);
  g_assert_false (uds_query_order_by (query, "moon", FALSE, &error));
  g_assert_nonnull (error);

  for (guint i = 0; i < n_kinds; i++)
    g_assert_nonnull (uds_kind_lookup_shown (kinds[i], kinds[i]->order, UDS_LANGUAGE_EN));
}

#define ADD(name, func) g_test_add ("/order/" name, StoreFixture, NULL, store_fixture_set_up, func, \
                                    store_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("names-are-sorted-as-the-language-has-it", test_names_are_sorted_as_the_language_has_it);
  ADD ("a-pair-is-sorted-by-what-is-shown", test_a_pair_is_sorted_by_what_is_shown);
  ADD ("what-has-no-value-comes-last", test_what_has_no_value_comes_last);
  ADD ("codes-are-sorted-by-their-numbers", test_codes_are_sorted_by_their_numbers);
  ADD ("a-pair-is-named-without-its-language", test_a_pair_is_named_without_its_language);

  return g_test_run ();
}
