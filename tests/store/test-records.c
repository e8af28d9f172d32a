/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is saved is there again, two people's changes merge, and a record goes with its parts. */
#include "store-fixture.h"

#include "uds-error.h"

#include <math.h>

static void
test_survives_reopening (StoreFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (UdsRecord) record = store_fixture_indicator ("11.6.2", "Fine partikler", "Fine particles");
  g_autoptr (UdsRecord) again = NULL;

  uds_record_set_real (record, "target_value", 0.1 + 0.2);
  uds_record_set_text (record, "note_da", "En lang note om måling på gadeniveau");
  g_assert_cmpint (store_fixture_save (fixture, record), ==, 1);
  g_assert_cmpint (uds_record_get_version (record), ==, 1);

  store_fixture_reopen (fixture);
  g_assert_false (uds_store_is_new (fixture->store));
  again = store_fixture_get (fixture, "indicator", uds_record_get_id (record));
  g_assert_cmpstr (uds_record_get_text (again, "title_da"), ==, "Fine partikler");
  g_assert_cmpstr (uds_record_get_text (again, "note_da"), ==, "En lang note om måling på gadeniveau");
  g_assert_cmpfloat (uds_record_get_real (again, "target_value"), ==, 0.1 + 0.2);
  g_assert_false (uds_record_has (again, "limit_value"));
}

static void
test_nothing_changed_is_no_command (StoreFixture  *fixture,
                                    gconstpointer  data)
{
  g_autoptr (UdsRecord) record = store_fixture_indicator ("1.1", "A", NULL);

  g_assert_cmpint (store_fixture_save (fixture, record), ==, 1);
  uds_record_set_text (record, "title_da", "B");
  uds_record_set_text (record, "title_da", "A");
  g_assert_cmpint (store_fixture_save (fixture, record), ==, 0);
}

static void
test_changes_of_two_merge (StoreFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr (UdsRecord) mine = store_fixture_indicator ("1.1", "A", NULL);
  g_autoptr (UdsRecord) theirs = NULL;

  store_fixture_save (fixture, mine);
  theirs = store_fixture_get (fixture, "indicator", uds_record_get_id (mine));

  uds_record_set_text (theirs, "title_en", "Theirs");
  store_fixture_save (fixture, theirs);
  uds_record_set_text (mine, "title_da", "Min");
  store_fixture_save (fixture, mine);

  g_assert_cmpstr (uds_record_get_text (mine, "title_da"), ==, "Min");
  g_assert_cmpstr (uds_record_get_text (mine, "title_en"), ==, "Theirs");
  g_assert_cmpint (uds_record_get_version (mine), ==, 3);
}

static gboolean
save (UdsSession  *session,
      gpointer     data,
      GError     **error)
{
  return uds_session_save (session, data, error);
}

static void
test_changes_of_the_same_field_are_asked_about (StoreFixture  *fixture,
                                                gconstpointer  data)
{
  g_autoptr (UdsRecord) mine = store_fixture_indicator ("1.1", "A", NULL);
  g_autoptr (UdsRecord) theirs = NULL;
  g_autoptr (UdsRecord) stored = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_save (fixture, mine);
  theirs = store_fixture_get (fixture, "indicator", uds_record_get_id (mine));
  uds_record_set_text (theirs, "title_da", "Deres");
  store_fixture_save (fixture, theirs);

  uds_record_set_text (mine, "title_da", "Min");
  uds_record_set_text (mine, "title_en", "Mine");
  g_assert_cmpint (uds_store_write (fixture->store, "Save", save, mine, &error), ==, -1);
  g_assert_error (error, UDS_ERROR, UDS_ERROR_CONFLICT);
  stored = store_fixture_get (fixture, "indicator", uds_record_get_id (mine));
  g_assert_cmpstr (uds_record_get_text (stored, "title_da"), ==, "Deres");
  g_assert_false (uds_record_has (stored, "title_en"));
  g_assert_cmpstr (uds_record_get_text (mine, "title_da"), ==, "Min");
}

static void
test_required_fields_are_required (StoreFixture  *fixture,
                                   gconstpointer  data)
{
  g_autoptr (UdsRecord) nameless = store_fixture_indicator ("1.1", NULL, NULL);
  g_autoptr (UdsRecord) codeless = store_fixture_indicator (NULL, "A", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (uds_store_write (fixture->store, "Save", save, nameless, &error), ==, -1);
  g_assert_error (error, UDS_ERROR, UDS_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (uds_store_write (fixture->store, "Save", save, codeless, &error), ==, -1);
  g_assert_error (error, UDS_ERROR, UDS_ERROR_INVALID);
}

static UdsRecord *
add_part (StoreFixture *fixture,
          const char   *kind,
          const char   *owner_field,
          UdsRecord    *owner)
{
  UdsRecord *record = uds_record_new (uds_kind_lookup (kind));

  uds_record_set_text (record, owner_field, uds_record_get_id (owner));
  if (g_str_equal (kind, "observation"))
    {
      uds_record_set_text (record, "period", "2020");
      uds_record_set_real (record, "value", 7.25);
    }
  store_fixture_save (fixture, record);
  return record;
}

static void
test_parts_go_with_their_owner (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr (UdsRecord) administration = uds_record_new (uds_kind_lookup ("administration"));
  g_autoptr (UdsRecord) indicator = store_fixture_indicator ("1.1", "A", NULL);
  g_autoptr (UdsRecord) series = NULL;
  g_autoptr (UdsRecord) observation = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 group;

  uds_record_set_text (administration, "code", "TMF");
  uds_record_set_text (administration, "name_da", "Teknik- og Miljøforvaltningen");
  store_fixture_save (fixture, administration);
  uds_record_set_text (indicator, "administration", uds_record_get_id (administration));
  store_fixture_save (fixture, indicator);
  series = add_part (fixture, "series", "indicator", indicator);
  observation = add_part (fixture, "observation", "series", series);
  before = store_fixture_dump (fixture);

  group = store_fixture_remove (fixture, indicator);
  g_assert_null (store_fixture_get (fixture, "series", uds_record_get_id (series)));
  g_assert_null (store_fixture_get (fixture, "observation", uds_record_get_id (observation)));
  g_assert_cmpint (uds_store_undo (fixture->store, group, NULL), >, 0);
  after = store_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_references_are_forgotten_with_their_target (StoreFixture  *fixture,
                                                 gconstpointer  data)
{
  g_autoptr (UdsRecord) administration = uds_record_new (uds_kind_lookup ("administration"));
  g_autoptr (UdsRecord) indicator = store_fixture_indicator ("1.1", "A", NULL);
  g_autoptr (UdsRecord) again = NULL;

  uds_record_set_text (administration, "code", "TMF");
  uds_record_set_text (administration, "name_da", "Teknik- og Miljøforvaltningen");
  store_fixture_save (fixture, administration);
  uds_record_set_text (indicator, "administration", uds_record_get_id (administration));
  store_fixture_save (fixture, indicator);

  store_fixture_remove (fixture, administration);
  again = store_fixture_get (fixture, "indicator", uds_record_get_id (indicator));
  g_assert_nonnull (again);
  g_assert_false (uds_record_has (again, "administration"));
}

/* The table of each kind has exactly the columns of its field table, in its order. */
static void
test_every_field_has_its_column (StoreFixture  *fixture,
                                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  uds_store_read (fixture->store, store_fixture_read_everything, NULL, &error);
  g_assert_no_error (error);
}

/* SQLite's own way to write a number into JSON would lose its last bits. */
static void
test_every_number_survives_undo (StoreFixture  *fixture,
                                 gconstpointer  data)
{
  g_autoptr (UdsRecord) record = store_fixture_indicator ("1.1", "A", NULL);

  uds_record_set_real (record, "target_value", 1);
  store_fixture_save (fixture, record);
  for (guint i = 0; i < 300; i++)
    {
      union {
        guint64 bits;
        double real;
      } number;
      g_autoptr (UdsRecord) again = NULL;
      gint64 group;

      number.bits = ((guint64) (guint32) g_test_rand_int () << 32) | (guint32) g_test_rand_int ();
      if (!isfinite (number.real))
        continue;
      uds_record_set_real (record, "target_value", number.real);
      store_fixture_save (fixture, record);
      uds_record_clear (record, "target_value");
      group = store_fixture_save (fixture, record);
      g_assert_cmpint (uds_store_undo (fixture->store, group, NULL), >, 0);

      again = store_fixture_get (fixture, "indicator", uds_record_get_id (record));
      g_assert_cmpfloat (uds_record_get_real (again, "target_value"), ==, number.real);
      g_set_object (&record, again);
    }
}

/* Links */

typedef struct {
  UdsRecord *from;
  UdsRecord *to;
} Ends;

static gboolean
tie (UdsSession  *session,
     gpointer     data,
     GError     **error)
{
  Ends *ends = data;

  return uds_session_link (session, ends->from, "serves", ends->to, error);
}

static gboolean
untie (UdsSession  *session,
       gpointer     data,
       GError     **error)
{
  Ends *ends = data;

  return uds_session_unlink (session, ends->from, "serves", ends->to, error);
}

static gpointer
list_tied (UdsSession  *session,
           gpointer     data,
           GError     **error)
{
  return uds_session_list_linked (session, data, "serves", error);
}

static guint
count_tied (StoreFixture *fixture,
            UdsRecord    *record)
{
  g_autoptr (GPtrArray) tied = uds_store_read (fixture->store, list_tied, record, NULL);

  return tied->len;
}

static void
test_a_link_is_taken_back_and_undo_ties_it_again (StoreFixture  *fixture,
                                                  gconstpointer  data)
{
  g_autoptr (UdsRecord) a = store_fixture_indicator ("1.1", "A", NULL);
  g_autoptr (UdsRecord) b = store_fixture_indicator ("1.2", "B", NULL);
  g_autoptr (UdsRecord) c = store_fixture_indicator ("1.3", "C", NULL);

  store_fixture_save (fixture, a);
  store_fixture_save (fixture, b);
  store_fixture_save (fixture, c);
  g_assert_cmpint (uds_store_write (fixture->store, "", tie, &(Ends) { a, b }, NULL), >, 0);
  g_assert_cmpint (uds_store_write (fixture->store, "", tie, &(Ends) { a, c }, NULL), >, 0);

  g_assert_cmpint (uds_store_write (fixture->store, "", untie, &(Ends) { a, b }, NULL), >, 0);
  g_assert_cmpuint (count_tied (fixture, a), ==, 1);
  g_assert_cmpuint (count_tied (fixture, b), ==, 0);
  g_assert_cmpint (uds_store_write (fixture->store, "", untie, &(Ends) { a, b }, NULL), ==, 0);

  g_assert_cmpint (uds_store_undo (fixture->store, 0, NULL), >, 0);
  g_assert_cmpuint (count_tied (fixture, b), ==, 1);
}

/* Many at once */

#define N_AT_ONCE 137 /* whole batches, and some */

static gboolean
add_all (UdsSession  *session,
         gpointer     data,
         GError     **error)
{
  GPtrArray *records = data;

  return uds_session_add (session, (UdsRecord *const *) records->pdata, records->len, error);
}

static GPtrArray *
make_observations (UdsRecord *series)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < N_AT_ONCE; i++)
    {
      UdsRecord *record = uds_record_new (uds_kind_lookup ("observation"));
      g_autofree char *year = g_strdup_printf ("%d", 1800 + i);

      uds_record_set_text (record, "series", uds_record_get_id (series));
      uds_record_set_text (record, "period", year);
      uds_record_set_real (record, "value", i / 8.0);
      g_ptr_array_add (records, record);
    }
  return records;
}

/* All of them or none, with the history of each and the name of what is wrong. */
static void
test_many_are_kept_at_once (StoreFixture  *fixture,
                            gconstpointer  data)
{
  g_autoptr (UdsRecord) indicator = store_fixture_indicator ("1.1", "A", NULL);
  g_autoptr (UdsRecord) series = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) twice = NULL;
  g_autoptr (UdsRecord) last = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 group;

  store_fixture_save (fixture, indicator);
  series = add_part (fixture, "series", "indicator", indicator);
  before = store_fixture_dump (fixture);
  records = make_observations (series);
  group = uds_store_write (fixture->store, "Add", add_all, records, &error);
  g_assert_no_error (error);
  last = store_fixture_get (fixture, "observation", uds_record_get_id (g_ptr_array_index (records, N_AT_ONCE - 1)));
  g_assert_cmpfloat (uds_record_get_real (last, "value"), ==, (N_AT_ONCE - 1) / 8.0);

  g_assert_cmpint (uds_store_undo (fixture->store, group, NULL), >, 0);
  after = store_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);

  twice = make_observations (series);
  uds_record_set_text (g_ptr_array_index (twice, 70), "period", "1801");
  g_assert_cmpint (uds_store_write (fixture->store, "Add", add_all, twice, &error), ==, -1);
  g_assert_nonnull (error);
  g_clear_pointer (&after, g_free);
  after = store_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/records/" name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

  ADD ("survive-reopening", test_survives_reopening);
  ADD ("without-changes-are-no-command", test_nothing_changed_is_no_command);
  ADD ("merge-changes-of-two", test_changes_of_two_merge);
  ADD ("ask-about-changes-of-the-same-field", test_changes_of_the_same_field_are_asked_about);
  ADD ("need-their-required-fields", test_required_fields_are_required);
  ADD ("take-their-parts-with-them", test_parts_go_with_their_owner);
  ADD ("forget-a-deleted-target", test_references_are_forgotten_with_their_target);
  ADD ("have-a-column-for-every-field", test_every_field_has_its_column);
  ADD ("keep-every-bit-of-a-number", test_every_number_survives_undo);
  ADD ("many-are-kept-at-once", test_many_are_kept_at_once);
  ADD ("a-link-is-taken-back-and-undo-ties-it-again", test_a_link_is_taken_back_and_undo_ties_it_again);

  return g_test_run ();
}
