/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two records about the same become one: nothing that either says or that refers to it is lost, and undo makes them two
 * again. */
#include "store-fixture.h"

#include "uds-error.h"
#include "uds-merge.h"

#define ADD(...) store_fixture_add (fixture, __VA_ARGS__)

typedef struct {
  UdsRecord *kept;
  UdsRecord *merged;
} Two;

static gboolean
run_merge (UdsSession  *session,
           gpointer     data,
           GError     **error)
{
  const Two *two = data;

  return uds_session_merge (session, uds_record_get_kind (two->kept), uds_record_get_id (two->kept),
                            uds_record_get_id (two->merged), error);
}

static void
merge (StoreFixture *fixture,
       UdsRecord    *kept,
       UdsRecord    *merged)
{
  Two two = { kept, merged };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (uds_store_write (fixture->store, "merge", run_merge, &two, &error), >, 0);
  g_assert_no_error (error);
}

/* The value of a field of every record of a kind. */
typedef struct {
  const char *kind;
  const char *field;
} Wanted;

static gpointer
list_values (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  const Wanted *wanted = data;
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup (wanted->kind));
  g_autoptr (GPtrArray) records = NULL;
  GString *text = g_string_new (NULL);

  uds_query_set_long_text (query, TRUE);
  records = uds_session_list (session, query, error);
  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *value = uds_record_to_string (g_ptr_array_index (records, i), wanted->field);

      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", value != NULL ? value : "-");
    }
  return g_string_free (text, FALSE);
}

static void
assert_values (StoreFixture *fixture,
               const char   *kind,
               const char   *field,
               const char   *expected)
{
  Wanted wanted = { kind, field };
  g_autofree char *values = uds_store_read (fixture->store, list_values, &wanted, NULL);

  g_assert_cmpstr (values, ==, expected);
}

static void
test_nothing_is_lost (StoreFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr (UdsRecord) office = ADD ("organisation", "name_en", "Office", NULL);
  g_autoptr (UdsRecord) kept = ADD ("contact", "name", "Anna Ø", "email", "a@example.org", "note",
                                    "Speaks French", "vcard", "X-A:1", NULL);
  g_autoptr (UdsRecord) merged = ADD ("contact", "name", "Anna Oe", "email", "b@example.org",
                                      "phone", "1", "language", "fr", "note", "Met in Lyon", "vcard",
                                      "X-A:1\nX-B:2", "uid", "u2", NULL);
  g_autoptr (UdsRecord) point = ADD ("contact-point", "contact", uds_record_get_id (merged),
                                     "category", "website", "value", "example.org", NULL);
  g_autoptr (UdsRecord) role = ADD ("contact-role", "contact", uds_record_get_id (kept),
                                    "organisation", uds_record_get_id (office), "title", "Head", NULL);
  g_autoptr (UdsRecord) same_role = ADD ("contact-role", "contact", uds_record_get_id (merged),
                                         "organisation", uds_record_get_id (office), "title", "Head", "unit",
                                         "Climate", NULL);
  g_autofree char *before = store_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  merge (fixture, kept, merged);
  assert_values (fixture, "contact", "name", "Anna Ø");
  assert_values (fixture, "contact", "email", "a@example.org");
  assert_values (fixture, "contact", "phone", "1");
  assert_values (fixture, "contact", "language", "fr");
  assert_values (fixture, "contact", "uid", "u2");
  assert_values (fixture, "contact", "note", "Speaks French\n\nMet in Lyon");
  assert_values (fixture, "contact", "vcard", "X-A:1\nX-B:2");
  assert_values (fixture, "contact-point", "value", "b@example.org|example.org");
  assert_values (fixture, "contact-role", "title", "Head");
  assert_values (fixture, "contact-role", "unit", "Climate");

  g_assert_true (uds_store_undo (fixture->store, 0, &error));
  g_assert_no_error (error);
  after = store_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

/* What referred to the one that goes, as a reference or as a link, refers to the one that stays. */
static void
test_references_follow (StoreFixture  *fixture,
                        gconstpointer  data)
{
  g_autoptr (UdsRecord) kept = ADD ("organisation", "name_en", "Region Zealand", "country", "DK", NULL);
  g_autoptr (UdsRecord) merged = ADD ("organisation", "name_en", "Region Sjælland", "part_of",
                                      uds_record_get_id (kept), NULL);
  g_autoptr (UdsRecord) network = ADD ("network", "name_en", "Greater Copenhagen", NULL);
  g_autoptr (UdsRecord) membership = ADD ("membership", "network", uds_record_get_id (network),
                                          "organisation", uds_record_get_id (merged), NULL);
  g_autoptr (UdsRecord) link = ADD ("link", "from_kind", "network", "from_id",
                                    uds_record_get_id (network), "relation", "involves", "to_kind",
                                    "organisation", "to_id", uds_record_get_id (merged), NULL);
  g_autoptr (UdsRecord) tie = ADD ("link", "from_kind", "organisation", "from_id",
                                   uds_record_get_id (merged), "relation", "related", "to_kind",
                                   "organisation", "to_id", uds_record_get_id (kept), NULL);

  merge (fixture, kept, merged);
  assert_values (fixture, "membership", "organisation", uds_record_get_id (kept));
  assert_values (fixture, "link", "to_id", uds_record_get_id (kept));
  assert_values (fixture, "organisation", "part_of", "-");
  assert_values (fixture, "other-name", "name_en", "Region Sjælland");
}

/* What is told before it is done is what happens. */
static void
assert_foreseen (UdsRecord       *kept,
                 UdsRecord       *merged,
                 const char      *field,
                 UdsMergeOutcome  expected)
{
  guint index;

  g_assert_nonnull (uds_kind_lookup_field (uds_record_get_kind (kept), field, &index));
  g_assert_cmpint (uds_merge_foresee (kept, merged, index), ==, expected);
}

static void
test_a_merge_is_foreseen (StoreFixture  *fixture,
                          gconstpointer  data)
{
  g_autoptr (UdsRecord) kept = ADD ("organisation", "name_en", "Region Zealand", "country", "DK", "email",
                                    "a@example.org", "note_en", "Sorø", NULL);
  g_autoptr (UdsRecord) merged = ADD ("organisation", "name_en", "Zealand Region", "country", "DK", "email",
                                      "b@example.org", "phone", "1", "note_en", "Big", "part_of",
                                      uds_record_get_id (kept), NULL);
  g_autoptr (UdsRecord) anna = ADD ("contact", "name", "Anna", "email", "a@example.org", NULL);
  g_autoptr (UdsRecord) oe = ADD ("contact", "name", "Oe", "email", "b@example.org", NULL);

  assert_foreseen (kept, merged, "name_en", UDS_MERGE_BESIDES);
  assert_foreseen (kept, merged, "country", UDS_MERGE_SAME);
  assert_foreseen (kept, merged, "email", UDS_MERGE_DROPPED);
  assert_foreseen (kept, merged, "phone", UDS_MERGE_TAKEN);
  assert_foreseen (kept, merged, "note_en", UDS_MERGE_JOINED);
  assert_foreseen (kept, merged, "part_of", UDS_MERGE_SAME);
  assert_foreseen (anna, oe, "name", UDS_MERGE_DROPPED);
  assert_foreseen (anna, oe, "email", UDS_MERGE_BESIDES);

  merge (fixture, kept, merged);
  merge (fixture, anna, oe);
  assert_values (fixture, "other-name", "name_en", "Zealand Region");
  assert_values (fixture, "organisation", "email", "a@example.org");
  assert_values (fixture, "organisation", "phone", "1");
  assert_values (fixture, "organisation", "note_en", "Sorø\n\nBig");
  assert_values (fixture, "organisation", "part_of", "-");
  assert_values (fixture, "contact", "name", "Anna");
  assert_values (fixture, "contact-point", "value", "b@example.org");
}

static void
test_is_refused (StoreFixture  *fixture,
                 gconstpointer  data)
{
  g_autoptr (UdsRecord) one = ADD ("contact", "name", "Anna", NULL);
  g_autoptr (UdsRecord) goal = ADD ("note", "title", "A", NULL);
  g_autoptr (UdsRecord) other = ADD ("note", "title", "B", NULL);
  const Two twos[] = { { one, one }, { goal, other } };

  for (gsize i = 0; i < G_N_ELEMENTS (twos); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (uds_store_write (fixture->store, "merge", run_merge, (gpointer) &twos[i], &error), <, 0);
      g_assert_error (error, UDS_ERROR, UDS_ERROR_INVALID);
    }
  assert_values (fixture, "note", "title", "A|B");
}

static gpointer
list_similar (UdsSession  *session,
              gpointer     data,
              GError     **error)
{
  return uds_session_list_similar (session, data, error);
}

static gpointer
list_duplicates (UdsSession  *session,
                 gpointer     data,
                 GError     **error)
{
  return uds_session_list_duplicates (session, data, error);
}

static GPtrArray *
find_duplicates (StoreFixture *fixture,
                 const char   *kind)
{
  return uds_store_read (fixture->store, list_duplicates, (gpointer) uds_kind_lookup (kind), NULL);
}

/* One name however it is written, or one address; not a name that another's is part of, nor one in another country. */
static void
test_duplicates_are_found (StoreFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr (UdsRecord) anna = ADD ("contact", "name", "Anna Sørensen", "email", "a@example.org", NULL);
  g_autoptr (UdsRecord) again = ADD ("contact", "name", "ANNA SORENSEN", NULL);
  g_autoptr (UdsRecord) married = ADD ("contact", "name", "Anna Dam", "email", "A@example.org", NULL);
  g_autoptr (UdsRecord) longer = ADD ("contact", "name", "Anna Sørensen Holm", NULL);
  g_autoptr (UdsRecord) here = ADD ("city", "name_en", "Birmingham", "country", "GB", NULL);
  g_autoptr (UdsRecord) there = ADD ("city", "name_en", "Birmingham", "country", "US", NULL);
  g_autoptr (GPtrArray) pairs = find_duplicates (fixture, "contact");
  g_autoptr (GPtrArray) cities = find_duplicates (fixture, "city");
  g_autoptr (GPtrArray) similar = uds_store_read (fixture->store, list_similar, anna, NULL);
  g_autoptr (GPtrArray) none = uds_store_read (fixture->store, list_similar, longer, NULL);

  g_assert_cmpuint (pairs->len, ==, 2);
  g_assert_cmpuint (cities->len, ==, 0);
  g_assert_cmpuint (similar->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 0);
}

static gboolean
run_tell_apart (UdsSession  *session,
                gpointer     data,
                GError     **error)
{
  const Two *two = data;

  return uds_session_tell_apart (session, uds_record_get_kind (two->kept), uds_record_get_id (two->kept),
                                 uds_record_get_id (two->merged), error);
}

static void
tell_apart (StoreFixture *fixture,
            UdsRecord    *first,
            UdsRecord    *second)
{
  Two two = { first, second };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (uds_store_write (fixture->store, "tell apart", run_tell_apart, &two, &error), >=, 0);
  g_assert_no_error (error);
}

static void
assert_n_similar (StoreFixture *fixture,
                  UdsRecord    *record,
                  guint         expected)
{
  g_autoptr (GPtrArray) similar = uds_store_read (fixture->store, list_similar, record, NULL);

  g_assert_cmpuint (similar->len, ==, expected);
}

static void
assert_n_pairs (StoreFixture *fixture,
                guint         expected)
{
  g_autoptr (GPtrArray) pairs = find_duplicates (fixture, "contact");

  g_assert_cmpuint (pairs->len, ==, expected);
}

/* Father and son: said once, from either side, of these two only, and taken back like everything else. */
static void
test_two_are_told_apart (StoreFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (UdsRecord) father = ADD ("contact", "name", "Ib Holm", NULL);
  g_autoptr (UdsRecord) son = ADD ("contact", "name", "Ib Holm", NULL);
  g_autoptr (UdsRecord) again = ADD ("contact", "name", "IB HOLM", NULL);
  g_autoptr (GError) error = NULL;

  assert_n_pairs (fixture, 2);
  tell_apart (fixture, father, son);
  tell_apart (fixture, son, father);
  assert_values (fixture, "link", "relation", "different");
  assert_n_similar (fixture, father, 1);
  assert_n_similar (fixture, son, 1);
  assert_n_similar (fixture, again, 2);
  /* The third is still like the father, and no less like the son. */
  tell_apart (fixture, again, father);
  assert_n_pairs (fixture, 1);
  tell_apart (fixture, again, son);
  assert_n_pairs (fixture, 0);

  g_assert_true (uds_store_undo (fixture->store, 0, &error));
  g_assert_no_error (error);
  assert_n_pairs (fixture, 1);
}

/* Whoever is another than the one that goes is another than the one that stays. */
static void
test_what_was_told_apart_stays_so (StoreFixture  *fixture,
                                   gconstpointer  data)
{
  g_autoptr (UdsRecord) kept = ADD ("contact", "name", "Ib Holm", NULL);
  g_autoptr (UdsRecord) son = ADD ("contact", "name", "Ib Holm", NULL);
  g_autoptr (UdsRecord) merged = ADD ("contact", "name", "Ib Holm", NULL);

  tell_apart (fixture, merged, son);
  tell_apart (fixture, kept, merged);
  merge (fixture, kept, merged);
  assert_n_pairs (fixture, 0);
  assert_n_similar (fixture, son, 0);
  assert_values (fixture, "link", "from_id", uds_record_get_id (kept));
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char *path;
    void (*test) (StoreFixture *, gconstpointer);
  } tests[] = {
    { "/merge/nothing-is-lost-and-undo-makes-them-two", test_nothing_is_lost },
    { "/merge/references-and-links-follow", test_references_follow },
    { "/merge/what-becomes-of-each-field-is-foreseen", test_a_merge_is_foreseen },
    { "/merge/what-cannot-be-one-is-refused", test_is_refused },
    { "/merge/duplicates-are-found", test_duplicates_are_found },
    { "/merge/two-are-told-apart", test_two_are_told_apart },
    { "/merge/what-was-told-apart-stays-so", test_what_was_told_apart_stays_so },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StoreFixture, NULL, store_fixture_set_up, tests[i].test, store_fixture_tear_down);
  return g_test_run ();
}
