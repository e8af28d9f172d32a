/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list is sorted as its reader's language has it, by what is shown, with what has no value last. */
#include "script-fixture.h"
#include "store-fixture.h"

#include "uds-database-private.h"
#include "uds-fold.h"

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

/* Names as they come: short ones, so that many begin alike, with the letters that sort apart. */
static char *
make_random_name (GRand *random)
{
  static const char *const letters[] = { "a", "aa", "å", "Å", "æ", "ø", "ö", "z", "Z", "e", "é", " ", "9", "10" };
  GString *name = g_string_new ("b");

  for (int i = g_rand_int_range (random, 1, 5); i > 0; i--)
    g_string_append (name, letters[g_rand_int_range (random, 0, G_N_ELEMENTS (letters))]);
  return g_string_free (name, FALSE);
}

/* More than are looked up one by one. */
#define N_NAMES 6000u
#define N_EAST 2000u

static gboolean
save_random_names (UdsSession  *session,
                   gpointer     data,
                   GError     **error)
{
  for (guint i = 0; i < N_NAMES; i++)
    {
      g_autoptr (UdsRecord) city = uds_record_new (uds_kind_lookup ("city"));
      g_autofree char *danish = i % 7 != 0 ? make_random_name (data) : NULL;
      g_autofree char *english = i % 5 != 0 || danish == NULL ? make_random_name (data) : NULL;

      uds_record_set_text (city, "name_da", danish);
      uds_record_set_text (city, "name_en", english);
      uds_record_set_text (city, "region_da", i % 3 == 0 ? "Øst" : "Vest");
      if (!uds_session_save (session, city, error))
        return FALSE;
    }
  return TRUE;
}

/* By how a list shows them: each name is not before the one above it. */
static void
assert_sorted (StoreFixture *fixture,
               UdsQuery     *query,
               UdsLanguage   language,
               gboolean      descending,
               guint         n_expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;

  uds_query_set_language (query, language);
  records = uds_store_read (fixture->store, list_records, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, n_expected);
  for (guint i = 1; i < records->len; i++)
    {
      int order = uds_sort_compare (uds_record_get_title (g_ptr_array_index (records, i - 1), language),
                                    uds_record_get_title (g_ptr_array_index (records, i), language), language);

      g_assert_cmpint (descending ? -order : order, <=, 0);
    }
}

/* Whatever is asked for and however much of it: all names, those of a filter, those with a word, the first of them. */
static void
test_every_list_of_names_is_sorted (StoreFixture  *fixture,
                                    gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GError) error = NULL;

  g_assert_true (uds_store_write (fixture->store, "Fill", save_random_names, random, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < 64; i++)
    {
      g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("city"));
      gboolean descending = (i & 1) != 0, filtered = (i & 4) != 0;
      guint n_expected;

      if (descending)
        uds_query_order_by (query, "name", TRUE, NULL);
      if (filtered)
        uds_query_where_is (query, "region_da", i & 32 ? "Øst" : "Vest");
      if (i & 8)
        uds_query_match (query, "b");
      if (i & 16)
        uds_query_set_limit (query, 20);
      n_expected = i & 32 ? N_EAST : N_NAMES - N_EAST;
      if (!filtered)
        n_expected = N_NAMES;
      assert_sorted (fixture, query, languages[(i >> 1) & 1], descending, i & 16 ? 20 : n_expected);
    }
}

static gboolean
rename_first (UdsSession  *session,
              gpointer     data,
              GError     **error)
{
  g_autoptr (UdsRecord) record = uds_session_find (session, data, error);

  uds_record_set_text (record, "name_da", "Zwolle");
  return uds_session_save (session, record, error);
}

static gboolean
remove_first (UdsSession  *session,
              gpointer     data,
              GError     **error)
{
  g_autoptr (UdsRecord) record = uds_session_find (session, data, error);

  return uds_session_remove (session, uds_record_get_kind (record), uds_record_get_id (record), error);
}

static void
undo (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (uds_store_undo (fixture->store, 0, &error));
  g_assert_no_error (error);
}

static void
test_the_order_follows_changes_and_undo (StoreFixture  *fixture,
                                         gconstpointer  data)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("city"));
  g_autoptr (GError) error = NULL;

  add_city (fixture, "Aalst", NULL, NULL);
  add_city (fixture, "Bonn", NULL, NULL);
  add_city (fixture, "Wien", NULL, NULL);
  g_assert_true (uds_store_write (fixture->store, "Rename", rename_first, query, &error));
  assert_list (fixture, "city", UDS_LANGUAGE_EN, "Bonn Wien Zwolle");
  undo (fixture);
  assert_list (fixture, "city", UDS_LANGUAGE_EN, "Aalst Bonn Wien");
  g_assert_true (uds_store_write (fixture->store, "Remove", remove_first, query, &error));
  assert_list (fixture, "city", UDS_LANGUAGE_EN, "Bonn Wien");
  undo (fixture);
  assert_list (fixture, "city", UDS_LANGUAGE_EN, "Aalst Bonn Wien");
}

/* What was there before the names had keys is sorted like the rest. */
static void
test_names_of_an_older_file_are_sorted (StoreFixture  *fixture,
                                        gconstpointer  data)
{
  static const char rows[] =
      "INSERT INTO city (id, version, name_da) VALUES ('00000000-0000-7000-8000-000000000001', 1, 'Zürich'),"
      " ('00000000-0000-7000-8000-000000000002', 1, 'Aarau');"
      "INSERT INTO search_document (kind, record, title, body)"
      " SELECT 'city', id, lower (name_da), '' FROM city";
  g_autofree char *path = g_build_filename (fixture->folder, "older.db", NULL);
  g_autoptr (GError) error = NULL;
  UdsDatabase *database;

  script_make_older (path, 11, 1);
  database = uds_database_open (path, 0, &error);
  g_assert_no_error (error);
  uds_database_exec (database, rows, &error);
  g_assert_no_error (error);
  uds_database_close (database);

  g_clear_object (&fixture->store);
  fixture->store = uds_store_open (path, fixture->clock, &error);
  g_assert_no_error (error);
  assert_list (fixture, "city", UDS_LANGUAGE_DA, "Zürich Aarau");
  assert_list (fixture, "city", UDS_LANGUAGE_EN, "Aarau Zürich");
  script_assert_sound (fixture->store);
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

  ADD ("every-list-of-names-is-sorted", test_every_list_of_names_is_sorted);
  ADD ("names-of-an-older-file-are-sorted", test_names_of_an_older_file_are_sorted);
  ADD ("the-order-follows-changes-and-undo", test_the_order_follows_changes_and_undo);

  return g_test_run ();
}
