/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Does to a naive list in memory what is done to the store, and compares. */
#include "row-list-fixture.h"

#include "uds-fold.h"

#include <string.h>

/* Follows the selected place as a selection model does: a place that is taken out is lost. */
static void
follow_selection (RowFixture *fixture,
                  guint       position,
                  guint       removed,
                  guint       added)
{
  if (fixture->selected == NULL || fixture->selected_position < position)
    return;

  if (fixture->selected_position < position + removed)
    fixture->lost = TRUE;
  else
    fixture->selected_position += added - removed;
}

static void
on_items_changed_cb (GListModel *model,
                     guint       position,
                     guint       removed,
                     guint       added,
                     RowFixture *fixture)
{
  g_string_append_printf (fixture->log, "%s%u-%u+%u", fixture->log->len > 0 ? " " : "", position, removed, added);
  follow_selection (fixture, position, removed, added);

  if (removed > 0)
    g_ptr_array_remove_range (fixture->replay, position, removed);
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (UdsRow) row = g_list_model_get_item (model, i);

      g_ptr_array_insert (fixture->replay, (gint) i, g_strdup (uds_row_get_id (row)));
    }

  /* Also between two splices the list is as it says. */
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, fixture->replay->len);
  g_assert_null (g_list_model_get_item (model, fixture->replay->len));
  for (guint i = 0; i < fixture->replay->len; i += 1 + fixture->replay->len / 16)
    {
      g_autoptr (UdsRow) row = g_list_model_get_item (model, i);

      g_assert_cmpstr (uds_row_get_id (row), ==, g_ptr_array_index (fixture->replay, i));
    }
}

/**
 * row_fixture_set_up:
 * @fixture: to be set up
 * @data: unused
 *
 * Makes a store without requests, and a list over it.
 */
void
row_fixture_set_up (RowFixture    *fixture,
                    gconstpointer  data)
{
  store_fixture_set_up (&fixture->store, NULL);
  fixture->records = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->shown = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  fixture->replay = g_ptr_array_new_with_free_func (g_free);
  fixture->log = g_string_new (NULL);
  fixture->field = "persons";
  fixture->list = uds_row_list_new (fixture->store.store);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (on_items_changed_cb), fixture);
}

static gpointer
read_nothing (UdsSession  *session,
              gpointer     data,
              GError     **error)
{
  return data;
}

static void
on_nothing_read_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      data)
{
  *(gboolean *) data = TRUE;
}

/**
 * row_list_settle:
 * @list: a list
 * @store: its store
 *
 * What the list asks for is answered in order: after a few questions of our own it has nothing more to ask.
 */
void
row_list_settle (UdsRowList *list,
                 UdsStore   *store)
{
  for (int round = 0; round < 8 || uds_row_list_is_loading (list); round++)
    {
      gboolean done = FALSE;

      while (g_main_context_iteration (NULL, FALSE))
        continue;
      uds_store_read_async (store, read_nothing, list, NULL, NULL, NULL, on_nothing_read_cb, &done);
      while (!done)
        g_main_context_iteration (NULL, TRUE);
    }
}

/**
 * row_fixture_settle:
 * @fixture: a fixture
 */
void
row_fixture_settle (RowFixture *fixture)
{
  row_list_settle (fixture->list, fixture->store.store);
}

/**
 * row_fixture_tear_down:
 * @fixture: a fixture
 * @data: unused
 */
void
row_fixture_tear_down (RowFixture    *fixture,
                       gconstpointer  data)
{
  row_fixture_settle (fixture);
  g_clear_object (&fixture->selected);
  g_signal_handlers_disconnect_by_data (fixture->list, fixture);
  g_assert_finalize_object (fixture->list);
  g_ptr_array_unref (fixture->records);
  g_ptr_array_unref (fixture->shown);
  g_ptr_array_unref (fixture->replay);
  g_string_free (fixture->log, TRUE);
  store_fixture_tear_down (&fixture->store, NULL);
}

/* Writing */

static gboolean
save_all (UdsSession  *session,
          gpointer     data,
          GError     **error)
{
  GPtrArray *records = data;

  for (guint i = 0; i < records->len; i++)
    if (!uds_session_save (session, g_ptr_array_index (records, i), error))
      return FALSE;
  return TRUE;
}

/**
 * row_fixture_save:
 * @fixture: a fixture
 * @records: (element-type UdsRecord): records
 *
 * Saves them as one command.
 */
void
row_fixture_save (RowFixture *fixture,
                  GPtrArray  *records)
{
  g_autoptr (GError) error = NULL;

  uds_store_write (fixture->store.store, "Save", save_all, records, &error);
  g_assert_no_error (error);
}

/**
 * row_fixture_make_request:
 * @subject: its subject
 * @persons: how many come
 *
 * Returns: (transfer full): a request that is not stored
 */
UdsRecord *
row_fixture_make_request (const char *subject,
                          int         persons)
{
  UdsRecord *record = uds_record_new (uds_kind_lookup ("request"));

  uds_record_set_text (record, "subject", subject);
  uds_record_set_integer (record, "persons", persons);
  return record;
}

/**
 * row_fixture_add_requests:
 * @fixture: a fixture
 * @n: so many
 *
 * Stores requests of 10, 20, 30 … persons.
 */
void
row_fixture_add_requests (RowFixture *fixture,
                          int         n)
{
  for (int i = 0; i < n; i++)
    {
      g_autofree char *subject = g_strdup_printf ("Subject %d", i);

      g_ptr_array_add (fixture->records, row_fixture_make_request (subject, 10 * (i + 1)));
    }
  row_fixture_save (fixture, fixture->records);
}

/**
 * row_fixture_set_persons:
 * @fixture: a fixture
 * @index: which of the records
 * @persons: how many come
 *
 * Stores it so.
 */
void
row_fixture_set_persons (RowFixture *fixture,
                         guint       index,
                         int         persons)
{
  UdsRecord *record = g_ptr_array_index (fixture->records, index);

  uds_record_set_integer (record, "persons", persons);
  store_fixture_save (&fixture->store, record);
}

/**
 * row_fixture_show:
 * @fixture: a fixture
 *
 * Sets the query of the naive order and filter.
 */
void
row_fixture_show (RowFixture *fixture)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("request"));
  g_autofree char *least = g_strdup_printf ("%d", fixture->least);
  g_autoptr (GError) error = NULL;

  uds_query_order_by (query, fixture->field, fixture->descending, &error);
  g_assert_no_error (error);
  uds_query_where (query, "persons", UDS_AT_LEAST, least, &error);
  g_assert_no_error (error);
  uds_row_list_set_query (fixture->list, query, NULL);
}

/**
 * row_fixture_show_and_settle:
 * @fixture: a fixture
 *
 * The same, waited for and not logged.
 */
void
row_fixture_show_and_settle (RowFixture *fixture)
{
  row_fixture_show (fixture);
  row_fixture_settle (fixture);
  g_string_truncate (fixture->log, 0);
}

/**
 * row_fixture_select:
 * @fixture: a fixture
 * @position: where a row stands
 *
 * Takes hold of it.
 */
void
row_fixture_select (RowFixture *fixture,
                    guint       position)
{
  g_clear_object (&fixture->selected);
  fixture->selected = g_list_model_get_item (G_LIST_MODEL (fixture->list), position);
  fixture->selected_position = position;
  fixture->lost = FALSE;
  uds_row_list_set_anchor (fixture->list, fixture->selected);
}

/* The naive list */

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      data)
{
  RowFixture *fixture = data;
  UdsRecord *first = *(UdsRecord *const *) a, *second = *(UdsRecord *const *) b;
  int order;

  if (g_str_equal (fixture->field, "persons"))
    order = (int) (uds_record_get_integer (first, "persons") - uds_record_get_integer (second, "persons"));
  else
    order = uds_sort_compare (uds_record_get_text (first, fixture->field),
                              uds_record_get_text (second, fixture->field), UDS_LANGUAGE_EN);
  if (order == 0)
    return strcmp (uds_record_get_id (first), uds_record_get_id (second));
  return fixture->descending ? -order : order;
}

static GPtrArray *
list_naively (RowFixture *fixture)
{
  GPtrArray *naive = g_ptr_array_new ();

  for (guint i = 0; i < fixture->records->len; i++)
    if (uds_record_get_integer (g_ptr_array_index (fixture->records, i), "persons") >= fixture->least)
      g_ptr_array_add (naive, g_ptr_array_index (fixture->records, i));
  g_ptr_array_sort_with_data (naive, compare, fixture);
  return naive;
}

static gboolean
is_in (GPtrArray  *naive,
       const char *id)
{
  for (guint i = 0; i < naive->len; i++)
    if (g_str_equal (uds_record_get_id (g_ptr_array_index (naive, i)), id))
      return TRUE;
  return FALSE;
}

/**
 * row_fixture_remember_state:
 * @fixture: a fixture
 *
 * What is committed now, under the query that is set now: the store's thread may read it at this moment, and the list
 * then shows it before it comes to what follows.
 */
void
row_fixture_remember_state (RowFixture *fixture)
{
  g_autoptr (GPtrArray) naive = list_naively (fixture);
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < naive->len; i++)
    g_hash_table_add (ids, g_strdup (uds_record_get_id (g_ptr_array_index (naive, i))));
  g_ptr_array_add (fixture->shown, ids);
}

static gboolean
was_ever_out (RowFixture *fixture,
              const char *id)
{
  for (guint i = 0; i < fixture->shown->len; i++)
    if (!g_hash_table_contains (g_ptr_array_index (fixture->shown, i), id))
      return TRUE;
  return FALSE;
}

/* A row that is out of the list is not selected; one that never was is where it was selected. */
static void
assert_selection (RowFixture *fixture,
                  GPtrArray  *naive)
{
  const char *id = uds_row_get_id (fixture->selected);

  if (!is_in (naive, id))
    g_assert_true (fixture->lost);
  if (fixture->lost)
    g_assert_true (was_ever_out (fixture, id));
  else
    g_assert_cmpstr (uds_record_get_id (g_ptr_array_index (naive, fixture->selected_position)), ==, id);
}

/* One row with its record, as a view comes to see it. */
static void
assert_row (RowFixture *fixture,
            guint       position,
            UdsRecord  *expected)
{
  g_autoptr (UdsRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->list), position);
  UdsRecord *record;

  if (uds_row_get_record (row) == NULL)
    row_fixture_settle (fixture);
  record = uds_row_get_record (row);
  g_assert_cmpstr (uds_record_get_id (record), ==, uds_record_get_id (expected));
  g_assert_cmpint (uds_record_get_version (record), ==, uds_record_get_version (expected));
  g_assert_cmpstr (uds_record_get_text (record, "subject"), ==, uds_record_get_text (expected, "subject"));
  g_assert_cmpint (uds_record_get_integer (record, "persons"), ==, uds_record_get_integer (expected, "persons"));
}

/**
 * row_fixture_assert_as_naive:
 * @fixture: a fixture
 *
 * Fails where the list is not what a naive one would be.
 */
void
row_fixture_assert_as_naive (RowFixture *fixture)
{
  g_autoptr (GPtrArray) naive = list_naively (fixture);
  GListModel *model = G_LIST_MODEL (fixture->list);

  g_assert_no_error (uds_row_list_get_error (fixture->list));
  g_assert_false (uds_row_list_is_loading (fixture->list));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, naive->len);
  g_assert_cmpuint (fixture->replay->len, ==, naive->len);
  for (guint i = 0; i < naive->len; i++)
    {
      g_autoptr (UdsRow) row = g_list_model_get_item (model, i);
      const char *id = uds_record_get_id (g_ptr_array_index (naive, i));
      guint position;

      g_assert_cmpstr (uds_row_get_id (row), ==, id);
      g_assert_cmpstr (g_ptr_array_index (fixture->replay, i), ==, id);
      g_assert_true (uds_row_list_find (fixture->list, id, &position));
      g_assert_cmpuint (position, ==, i);
    }

  for (guint i = 0; i < MIN (naive->len, 4); i++)
    {
      guint position = (guint) g_test_rand_int_range (0, (gint32) naive->len);

      assert_row (fixture, position, g_ptr_array_index (naive, position));
    }
  if (fixture->selected != NULL)
    assert_selection (fixture, naive);
}
