/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search finds what people type the way they type it, forgets what is deleted, and takes no word for a command. */
#include "store-fixture.h"

typedef struct {
  const char *text;
  const char *kind;
} Search;

static gpointer
search (UdsSession  *session,
        gpointer     data,
        GError     **error)
{
  Search *wanted = data;

  return uds_session_search (session, wanted->text, wanted->kind != NULL ? uds_kind_lookup (wanted->kind) : NULL, 50,
                             error);
}

/* The titles found, best first, joined by bars. */
static char *
find (StoreFixture *fixture,
      const char   *text,
      const char   *kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = uds_store_read (fixture->store, search, &(Search) { text, kind }, &error);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    {
      const UdsHit *hit = g_ptr_array_index (hits, i);

      g_ptr_array_add (titles, (gpointer) uds_record_get_title (hit->record, UDS_LANGUAGE_DA));
    }
  g_ptr_array_add (titles, NULL);
  return g_strjoinv ("|", (char **) titles->pdata);
}

#define assert_finds(text, titles) \
  G_STMT_START { g_autofree char *found = find (fixture, text, NULL); g_assert_cmpstr (found, ==, titles); } G_STMT_END

static UdsRecord *
add_city (StoreFixture *fixture,
          const char   *name,
          const char   *note)
{
  UdsRecord *record = uds_record_new (uds_kind_lookup ("city"));

  uds_record_set_text (record, "name_da", name);
  uds_record_set_text (record, "note_da", note);
  store_fixture_save (fixture, record);
  return record;
}

static void
test_finds_as_people_type (StoreFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr (UdsRecord) copenhagen = add_city (fixture, "København", NULL);
  g_autoptr (UdsRecord) aarhus = add_city (fixture, "Århus", NULL);
  g_autoptr (UdsRecord) sao_paulo = add_city (fixture, "São Paulo", NULL);

  assert_finds ("kobenhavn", "København");
  assert_finds ("KØBEN", "København");
  assert_finds ("aarhus", "Århus");
  assert_finds ("sao pau", "São Paulo");
  assert_finds ("oslo", "");
  assert_finds ("", "");
}

static void
test_ranks_names_before_texts (StoreFixture  *fixture,
                               gconstpointer  data)
{
  g_autoptr (UdsRecord) named = add_city (fixture, "Hamburg", NULL);
  g_autoptr (UdsRecord) mentioned = add_city (fixture, "Lübeck", "Ligger tæt på Hamburg");

  assert_finds ("hamburg", "Hamburg|Lübeck");
}

static void
test_forgets_what_changed (StoreFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr (UdsRecord) record = add_city (fixture, "Peking", NULL);
  gint64 group;

  uds_record_set_text (record, "name_da", "Beijing");
  store_fixture_save (fixture, record);
  assert_finds ("peking", "");
  assert_finds ("beijing", "Beijing");

  group = store_fixture_remove (fixture, record);
  assert_finds ("beijing", "");
  uds_store_undo (fixture->store, group, NULL);
  assert_finds ("beijing", "Beijing");
}

static void
test_takes_no_word_for_a_command (StoreFixture  *fixture,
                                  gconstpointer  data)
{
  static const char *const texts[] = {
    "\"", "hamb\" OR \"x", "* ", "NEAR(a b)", "title:x", "-hamburg", "a AND", "(", "'; DROP TABLE city; --", "{}", "^h",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *found = find (fixture, texts[i], NULL);

      g_assert_cmpstr (found, ==, "");
    }
}

static void
test_can_keep_to_one_kind (StoreFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr (UdsRecord) city = add_city (fixture, "Klimaby", NULL);
  g_autoptr (UdsRecord) indicator = store_fixture_indicator ("13.1", "Klimaaftryk", NULL);
  g_autofree char *found = NULL;

  store_fixture_save (fixture, indicator);
  found = find (fixture, "klima", "indicator");
  g_assert_cmpstr (found, ==, "Klimaaftryk");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/search/" name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

  ADD ("finds-as-people-type", test_finds_as_people_type);
  ADD ("ranks-names-before-texts", test_ranks_names_before_texts);
  ADD ("forgets-what-changed", test_forgets_what_changed);
  ADD ("takes-no-word-for-a-command", test_takes_no_word_for_a_command);
  ADD ("can-keep-to-one-kind", test_can_keep_to_one_kind);

  return g_test_run ();
}
