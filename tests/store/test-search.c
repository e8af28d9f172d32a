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

/* The id of a new record, which is part of another where @owner is not NULL. */
static char *
add_titled (StoreFixture *fixture,
            const char   *kind,
            const char   *code,
            const char   *title,
            const char   *owner)
{
  g_autoptr (UdsRecord) record = uds_record_new (uds_kind_lookup (kind));
  const UdsKind *self = uds_record_get_kind (record);
  g_autofree char *title_field = g_strconcat (self->title, "_da", NULL);
  const char *key = uds_kind_lookup_field (self, "number", NULL) != NULL ? "number" : "code";

  g_assert_true (uds_record_set_from_string (record, key, code, NULL));
  uds_record_set_text (record, title_field, title);
  if (owner != NULL)
    uds_record_set_text (record, g_str_equal (kind, "target") ? "goal" : "target", owner);
  store_fixture_save (fixture, record);
  return g_strdup (uds_record_get_id (record));
}

/* The UN's list says the word more often and in fewer words, and was added last: it is behind all the same. */
static void
test_puts_our_own_before_the_uns (StoreFixture  *fixture,
                                  gconstpointer  data)
{
  static const char *const kinds[] = { "event", "effort", "indicator" };
  static const char *const titles[] = { "Vand i byen", "Mindre spildt vand", "Husholdningernes forbrug af vand" };
  g_autofree char *goal = add_titled (fixture, "goal", "6", "Rent vand og sanitet til alle", NULL);
  g_autofree char *target = add_titled (fixture, "target", "6.5", "Styring af vand", goal);
  g_autoptr (UdsRecord) city = add_city (fixture, "Vandby", NULL);
  g_autoptr (UdsRecord) mentioning = add_city (fixture, "Oslo", "Har vand");
  g_autofree char *found = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_free (add_titled (fixture, kinds[i], "a", titles[i], NULL));
  for (int i = 0; i < 60; i++)
    {
      g_autofree char *code = g_strdup_printf ("6.5.%d", i);

      g_free (add_titled (fixture, "un-indicator", code, "Vand", target));
    }

  found = find (fixture, "vand", NULL);
  g_assert_true (g_str_has_prefix (found, "Rent vand og sanitet til alle|Husholdningernes forbrug af vand|"
                                          "Styring af vand|Mindre spildt vand|Vandby|Vand i byen|Oslo|Vand|"));
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

/* The titles of the records of a kind that match, in the order of the answer. */
static gpointer
list_matching (UdsSession  *session,
               gpointer     data,
               GError     **error)
{
  const Search *wanted = data;
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup (wanted->kind));
  g_autoptr (GPtrArray) records = NULL;
  GString *titles = g_string_new (NULL);

  uds_query_match_code (query, wanted->text);
  records = uds_session_list (session, query, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      g_autofree char *title = uds_record_format_title (g_ptr_array_index (records, i), UDS_LANGUAGE_DA);

      g_string_append_printf (titles, "%s%s", titles->len > 0 ? "|" : "", title);
    }
  return g_string_free (titles, FALSE);
}

static void
assert_matches (StoreFixture *fixture,
                const char   *kind,
                const char   *text,
                const char   *titles)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = uds_store_read (fixture->store, list_matching, &(Search) { text, kind }, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, titles);
}

static void
add_goal (StoreFixture *fixture,
          gint64        number,
          const char   *name)
{
  g_autoptr (UdsRecord) goal = uds_record_new (uds_kind_lookup ("goal"));

  uds_record_set_integer (goal, "number", number);
  uds_record_set_text (goal, "name_da", name);
  store_fixture_save (fixture, goal);
}

static void
add_indicator (StoreFixture *fixture,
               const char   *code,
               const char   *title)
{
  g_autoptr (UdsRecord) indicator = store_fixture_indicator (code, title, NULL);

  store_fixture_save (fixture, indicator);
}

static void
test_a_number_or_code_comes_before_words (StoreFixture  *fixture,
                                          gconstpointer  data)
{
  g_autoptr (UdsRecord) city = add_city (fixture, "Oslo", NULL);

  add_goal (fixture, 1, "Afskaf fattigdom");
  add_goal (fixture, 11, "Bæredygtige byer");
  add_goal (fixture, 2, "Stop sult");
  add_indicator (fixture, "11.6.2", "Fine partikler");
  add_indicator (fixture, "1.1", "Byer i 11 lande");
  add_indicator (fixture, "dk_x", "Cykler");
  add_indicator (fixture, "dkax", "Busser");

  assert_matches (fixture, "goal", "11", "11 · Bæredygtige byer");
  assert_matches (fixture, "goal", "1", "1 · Afskaf fattigdom|11 · Bæredygtige byer");
  assert_matches (fixture, "goal", " 2 ", "2 · Stop sult");
  assert_matches (fixture, "goal", "baeredyg", "11 · Bæredygtige byer");
  assert_matches (fixture, "goal", "18", "");
  assert_matches (fixture, "indicator", "11", "11.6.2 · Fine partikler|1.1 · Byer i 11 lande");
  assert_matches (fixture, "indicator", "11.6", "11.6.2 · Fine partikler");
  assert_matches (fixture, "indicator", "DK_", "Cykler|Busser");
  assert_matches (fixture, "indicator", "d_ax", "");
  assert_matches (fixture, "indicator", "", "1.1 · Byer i 11 lande|11.6.2 · Fine partikler|Cykler|Busser");
  assert_matches (fixture, "city", "osl", "Oslo");
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
  ADD ("puts-our-own-before-the-uns", test_puts_our_own_before_the_uns);
  ADD ("forgets-what-changed", test_forgets_what_changed);
  ADD ("takes-no-word-for-a-command", test_takes_no_word_for_a_command);
  ADD ("can-keep-to-one-kind", test_can_keep_to_one_kind);
  ADD ("a-number-or-code-comes-before-words", test_a_number_or_code_comes_before_words);

  return g_test_run ();
}
