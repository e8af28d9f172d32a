/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The long list is at every moment what a naive list would be, tells its changes as few splices, keeps the selected
 * row, and holds few records. */
#include "uds-fold.h"
#include "uds-row-list.h"

#include "../store/store-fixture.h"

#include <string.h>

#define N_KEPT 512
#define N_FIRST 256

typedef struct {
  StoreFixture store;
  UdsRowList *list;

  GPtrArray *records;  /* of UdsRecord: what the store holds */
  const char *field;   /* the naive order */
  gboolean descending;
  int least;           /* the naive filter: so many persons at least */

  GPtrArray *shown;    /* of GHashTable: the ids of each state that the list may have shown since it last settled */
  GPtrArray *replay;   /* of char *: the ids that a view has been told of */
  GString *log;
  UdsRow *selected;
  guint selected_position;
  gboolean lost;
} Fixture;

/* Follows the selected place as a selection model does: a place that is taken out is lost. */
static void
follow_selection (Fixture *fixture,
                  guint    position,
                  guint    removed,
                  guint    added)
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
                     Fixture    *fixture)
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

static void
set_up (Fixture       *fixture,
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

/* What the list asks for is answered in order: after a few questions of our own it has nothing more to ask. */
static void
settle (Fixture *fixture)
{
  for (int round = 0; round < 6; round++)
    {
      gboolean done = FALSE;

      while (g_main_context_iteration (NULL, FALSE))
        continue;
      uds_store_read_async (fixture->store.store, read_nothing, fixture, NULL, NULL, NULL, on_nothing_read_cb, &done);
      while (!done)
        g_main_context_iteration (NULL, TRUE);
    }
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  settle (fixture);
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

static void
save (Fixture   *fixture,
      GPtrArray *records)
{
  g_autoptr (GError) error = NULL;

  uds_store_write (fixture->store.store, "Save", save_all, records, &error);
  g_assert_no_error (error);
}

static UdsRecord *
make_request (const char *subject,
              int         persons)
{
  UdsRecord *record = uds_record_new (uds_kind_lookup ("request"));

  uds_record_set_text (record, "subject", subject);
  uds_record_set_integer (record, "persons", persons);
  return record;
}

/* So many requests, of 10, 20, 30 … persons. */
static void
add_requests (Fixture *fixture,
              int      n)
{
  for (int i = 0; i < n; i++)
    {
      g_autofree char *subject = g_strdup_printf ("Subject %d", i);

      g_ptr_array_add (fixture->records, make_request (subject, 10 * (i + 1)));
    }
  save (fixture, fixture->records);
}

static void
set_persons (Fixture *fixture,
             guint    index,
             int      persons)
{
  UdsRecord *record = g_ptr_array_index (fixture->records, index);

  uds_record_set_integer (record, "persons", persons);
  store_fixture_save (&fixture->store, record);
}

static void
show (Fixture *fixture)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("request"));
  g_autofree char *least = g_strdup_printf ("%d", fixture->least);
  g_autoptr (GError) error = NULL;

  uds_query_order_by (query, fixture->field, fixture->descending, &error);
  g_assert_no_error (error);
  uds_query_where (query, "persons", UDS_AT_LEAST, least, &error);
  g_assert_no_error (error);
  uds_row_list_set_query (fixture->list, query);
}

static void
show_and_settle (Fixture *fixture)
{
  show (fixture);
  settle (fixture);
  g_string_truncate (fixture->log, 0);
}

static void
select_row (Fixture *fixture,
            guint    position)
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
  Fixture *fixture = data;
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
list_naively (Fixture *fixture)
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

/* What is committed now, under the query that is set now: the store's thread may read it at this moment, and the list
 * then shows it before it comes to what follows. */
static void
remember_state (Fixture *fixture)
{
  g_autoptr (GPtrArray) naive = list_naively (fixture);
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < naive->len; i++)
    g_hash_table_add (ids, g_strdup (uds_record_get_id (g_ptr_array_index (naive, i))));
  g_ptr_array_add (fixture->shown, ids);
}

static gboolean
was_ever_out (Fixture    *fixture,
              const char *id)
{
  for (guint i = 0; i < fixture->shown->len; i++)
    if (!g_hash_table_contains (g_ptr_array_index (fixture->shown, i), id))
      return TRUE;
  return FALSE;
}

/* A row that is out of the list is not selected; one that never was is where it was selected. */
static void
assert_selection (Fixture   *fixture,
                  GPtrArray *naive)
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
assert_row (Fixture   *fixture,
            guint      position,
            UdsRecord *expected)
{
  g_autoptr (UdsRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->list), position);
  UdsRecord *record;

  if (uds_row_get_record (row) == NULL)
    settle (fixture);
  record = uds_row_get_record (row);
  g_assert_cmpstr (uds_record_get_id (record), ==, uds_record_get_id (expected));
  g_assert_cmpint (uds_record_get_version (record), ==, uds_record_get_version (expected));
  g_assert_cmpstr (uds_record_get_text (record, "subject"), ==, uds_record_get_text (expected, "subject"));
  g_assert_cmpint (uds_record_get_integer (record, "persons"), ==, uds_record_get_integer (expected, "persons"));
}

static void
assert_as_naive (Fixture *fixture)
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

/* Random operations */

static void
change_one (Fixture *fixture)
{
  UdsRecord *record = g_ptr_array_index (fixture->records, g_test_rand_int_range (0, (gint32) fixture->records->len));

  if (g_test_rand_bit ())
    uds_record_set_integer (record, "persons", g_test_rand_int_range (0, 600));
  else
    uds_record_set_text (record, "subject", g_test_rand_bit () ? "Aardvark" : "Zebra");
}

static void
operate (Fixture *fixture)
{
  gint32 n_records = (gint32) fixture->records->len;
  gint32 victim = g_test_rand_int_range (0, n_records);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (fixture->list));

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      g_ptr_array_add (fixture->records, make_request ("Middle", g_test_rand_int_range (0, 600)));
      break;
    case 1:
      store_fixture_remove (&fixture->store, g_ptr_array_index (fixture->records, victim));
      g_ptr_array_remove_index (fixture->records, (guint) victim);
      break;
    case 2:
      fixture->field = g_test_rand_bit () ? "persons" : "subject";
      fixture->descending = g_test_rand_bit ();
      remember_state (fixture);
      show (fixture);
      break;
    case 3:
      fixture->least = g_test_rand_int_range (0, 300);
      remember_state (fixture);
      show (fixture);
      break;
    case 4:
      for (int i = 0; i < 40; i++)
        change_one (fixture);
      break;
    case 5:
      if (n_rows > 0)
        select_row (fixture, (guint) g_test_rand_int_range (0, (gint32) n_rows));
      break;
    default:
      change_one (fixture);
    }
  save (fixture, fixture->records);
  remember_state (fixture);
}

static void
test_is_as_a_naive_list (Fixture       *fixture,
                         gconstpointer  data)
{
  add_requests (fixture, GPOINTER_TO_INT (data));
  show (fixture);
  settle (fixture);
  select_row (fixture, 0);

  for (int i = 0; i < 150; i++)
    {
      g_ptr_array_set_size (fixture->shown, 0);
      for (int j = g_test_rand_int_range (1, 4); j > 0; j--)
        operate (fixture);
      settle (fixture);
      assert_as_naive (fixture);
      if (fixture->lost)
        g_clear_object (&fixture->selected);
    }
}

static void
test_single_changes_are_minimal (Fixture       *fixture,
                                 gconstpointer  data)
{
  add_requests (fixture, 100);
  show_and_settle (fixture);

  g_ptr_array_add (fixture->records, make_request ("New", 505));
  save (fixture, fixture->records);
  settle (fixture);
  g_assert_cmpstr (fixture->log->str, ==, "50-0+1");

  g_string_truncate (fixture->log, 0);
  store_fixture_remove (&fixture->store, g_ptr_array_index (fixture->records, 9));
  settle (fixture);
  g_assert_cmpstr (fixture->log->str, ==, "9-1+0");

  g_string_truncate (fixture->log, 0);
  set_persons (fixture, 0, 905);
  settle (fixture);
  g_assert_cmpstr (fixture->log->str, ==, "0-1+0 89-0+1");

  g_string_truncate (fixture->log, 0);
  set_persons (fixture, 0, 906);
  settle (fixture);
  g_assert_cmpstr (fixture->log->str, ==, "");
}

static void
test_others_move_around_the_anchor (Fixture       *fixture,
                                    gconstpointer  data)
{
  add_requests (fixture, 100);
  show_and_settle (fixture);
  select_row (fixture, 10);

  set_persons (fixture, 10, 905);
  settle (fixture);
  g_assert_false (fixture->lost);
  g_assert_cmpuint (fixture->selected_position, ==, 89);
  assert_as_naive (fixture);

  /* The other end is beyond the first look. */
  fixture->descending = TRUE;
  show (fixture);
  settle (fixture);
  g_assert_false (fixture->lost);
  g_assert_cmpuint (fixture->selected_position, ==, 10);
  assert_as_naive (fixture);
}

static void
test_first_look_keeps_the_anchor (Fixture       *fixture,
                                  gconstpointer  data)
{
  add_requests (fixture, 1000);
  show_and_settle (fixture);
  select_row (fixture, 10);

  fixture->descending = TRUE;
  show (fixture);
  settle (fixture);
  g_assert_false (fixture->lost);
  g_assert_cmpuint (fixture->selected_position, ==, 989);
}

/* "Subject 9" is read before "Subject 10", and re-sorted by text the selected row is still the selected one. */
static void
test_another_order_keeps_the_selection (Fixture       *fixture,
                                        gconstpointer  data)
{
  add_requests (fixture, 100);
  show_and_settle (fixture);
  select_row (fixture, 10);

  fixture->field = "subject";
  fixture->descending = TRUE;
  show (fixture);
  settle (fixture);
  g_assert_false (fixture->lost);
  g_assert_cmpuint (fixture->selected_position, ==, 89);
  assert_as_naive (fixture);
}

static void
test_first_rows_come_first (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (UdsRow) first = NULL;

  add_requests (fixture, 1000);
  show (fixture);
  g_assert_true (uds_row_list_is_loading (fixture->list));
  while (fixture->replay->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fixture->log->str, ==, "0-0+256");
  g_assert_true (uds_row_list_is_loading (fixture->list));
  first = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);
  g_assert_nonnull (uds_row_get_record (first));

  settle (fixture);
  g_assert_cmpstr (fixture->log->str, ==, "0-0+256 256-0+744");
  g_assert_false (uds_row_list_is_loading (fixture->list));
}

static void
test_late_answers_are_dropped (Fixture       *fixture,
                               gconstpointer  data)
{
  add_requests (fixture, 20);
  show (fixture);
  fixture->least = 110;
  show (fixture);
  settle (fixture);
  g_assert_cmpstr (fixture->log->str, ==, "0-0+10");
  assert_as_naive (fixture);

  /* The answer is there already, but nobody looked at it yet. */
  g_string_truncate (fixture->log, 0);
  fixture->least = 0;
  show (fixture);
  g_usleep (G_USEC_PER_SEC / 20);
  fixture->least = 200;
  show (fixture);
  settle (fixture);
  g_assert_cmpstr (fixture->log->str, ==, "0-9+0");
  assert_as_naive (fixture);
}

static void
count_notify (guint *count)
{
  *count += 1;
}

static void
test_changed_rows_stay_the_same_objects (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autoptr (UdsRow) row = NULL;
  g_autoptr (UdsRow) again = NULL;
  g_autoptr (UdsRow) back = NULL;
  g_autoptr (GError) error = NULL;
  guint n_notified = 0;

  add_requests (fixture, 5);
  show_and_settle (fixture);
  row = g_list_model_get_item (G_LIST_MODEL (fixture->list), 2);
  g_signal_connect_swapped (row, "notify::record", G_CALLBACK (count_notify), &n_notified);

  uds_record_set_text (g_ptr_array_index (fixture->records, 2), "subject", "Other");
  save (fixture, fixture->records);
  settle (fixture);
  g_assert_cmpstr (uds_record_get_text (uds_row_get_record (row), "subject"), ==, "Other");
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpstr (fixture->log->str, ==, "");

  set_persons (fixture, 2, 35);
  settle (fixture);
  again = g_list_model_get_item (G_LIST_MODEL (fixture->list), 2);
  g_assert_true (again == row);

  store_fixture_remove (&fixture->store, g_ptr_array_index (fixture->records, 2));
  settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 4);
  uds_store_undo (fixture->store.store, 0, &error);
  g_assert_no_error (error);
  settle (fixture);
  back = g_list_model_get_item (G_LIST_MODEL (fixture->list), 2);
  g_assert_true (back == row);
}

static void
on_row_gone (gpointer  data,
             GObject  *row)
{
  *(guint *) data -= 1;
}

static void
test_few_rows_are_kept (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (UdsRow) held = NULL;
  guint n_alive = 0;

  add_requests (fixture, 3000);
  show_and_settle (fixture);
  held = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);
  settle (fixture);
  g_assert_nonnull (uds_row_get_record (held));

  /* As a view that scrolls: down by pages, and looking at each row twice. */
  for (guint i = 1000; i < 2 * 2000; i++)
    {
      g_autoptr (UdsRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->list), i / 2 + 500);

      if (g_hash_table_add (seen, g_strdup (uds_row_get_id (row))))
        {
          g_object_weak_ref (G_OBJECT (row), on_row_gone, &n_alive);
          n_alive++;
        }
      if (i % 128 == 0)
        settle (fixture);
      g_assert_cmpuint (n_alive, <=, N_KEPT + 1);
    }

  settle (fixture);
  g_assert_cmpuint (n_alive, >, N_FIRST);
  g_assert_nonnull (uds_row_get_record (held));
  g_assert_finalize_object (g_steal_pointer (&fixture->list));
  g_assert_cmpuint (n_alive, ==, 0);
  fixture->list = uds_row_list_new (fixture->store.store);
}

static void
test_what_is_passed_by_is_not_read_first (Fixture       *fixture,
                                          gconstpointer  data)
{
  GListModel *model = G_LIST_MODEL (fixture->list);
  g_autoptr (UdsRow) last = NULL;
  g_autoptr (UdsRow) passed = NULL;

  add_requests (fixture, 3000);
  show_and_settle (fixture);
  for (guint i = 500; i < 2900; i += 64)
    g_object_unref (g_list_model_get_item (model, i));
  last = g_list_model_get_item (model, 2999);
  while (uds_row_get_record (last) == NULL)
    g_main_context_iteration (NULL, TRUE);

  settle (fixture);
  passed = g_list_model_get_item (model, 1000);
  g_assert_null (uds_row_get_record (passed));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, data, func) g_test_add ("/row-list/" path, Fixture, data, set_up, func, tear_down)
  ADD ("is-as-a-naive-list", GINT_TO_POINTER (60), test_is_as_a_naive_list);
  ADD ("is-as-a-naive-list-when-long", GINT_TO_POINTER (700), test_is_as_a_naive_list);
  ADD ("single-changes-are-minimal", NULL, test_single_changes_are_minimal);
  ADD ("others-move-around-the-anchor", NULL, test_others_move_around_the_anchor);
  ADD ("first-look-keeps-the-anchor", NULL, test_first_look_keeps_the_anchor);
  ADD ("another-order-keeps-the-selection", NULL, test_another_order_keeps_the_selection);
  ADD ("first-rows-come-first", NULL, test_first_rows_come_first);
  ADD ("late-answers-are-dropped", NULL, test_late_answers_are_dropped);
  ADD ("changed-rows-stay-the-same-objects", NULL, test_changed_rows_stay_the_same_objects);
  ADD ("few-rows-are-kept", NULL, test_few_rows_are_kept);
  ADD ("what-is-passed-by-is-not-read-first", NULL, test_what_is_passed_by_is_not_read_first);
#undef ADD

  return g_test_run ();
}
