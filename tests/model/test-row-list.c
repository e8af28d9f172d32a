/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The long list is at every moment what a naive list would be, tells its changes as few splices, keeps the selected
 * row, and holds few records. */
#include "row-list-fixture.h"

#define N_KEPT 512
#define N_FIRST 256

/* Random operations */

static void
change_one (RowFixture *fixture)
{
  UdsRecord *record = g_ptr_array_index (fixture->records, g_test_rand_int_range (0, (gint32) fixture->records->len));

  if (g_test_rand_bit ())
    uds_record_set_integer (record, "persons", g_test_rand_int_range (0, 600));
  else
    uds_record_set_text (record, "subject", g_test_rand_bit () ? "Aardvark" : "Zebra");
}

static void
operate (RowFixture *fixture)
{
  gint32 n_records = (gint32) fixture->records->len;
  gint32 victim = g_test_rand_int_range (0, n_records);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (fixture->list));

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      g_ptr_array_add (fixture->records, row_fixture_make_request ("Middle", g_test_rand_int_range (0, 600)));
      break;
    case 1:
      store_fixture_remove (&fixture->store, g_ptr_array_index (fixture->records, victim));
      g_ptr_array_remove_index (fixture->records, (guint) victim);
      break;
    case 2:
      fixture->field = g_test_rand_bit () ? "persons" : "subject";
      fixture->descending = g_test_rand_bit ();
      row_fixture_remember_state (fixture);
      row_fixture_show (fixture);
      break;
    case 3:
      fixture->least = g_test_rand_int_range (0, 300);
      row_fixture_remember_state (fixture);
      row_fixture_show (fixture);
      break;
    case 4:
      for (int i = 0; i < 40; i++)
        change_one (fixture);
      break;
    case 5:
      if (n_rows > 0)
        row_fixture_select (fixture, (guint) g_test_rand_int_range (0, (gint32) n_rows));
      break;
    default:
      change_one (fixture);
    }
  row_fixture_save (fixture, fixture->records);
  row_fixture_remember_state (fixture);
}

static void
test_is_as_a_naive_list (RowFixture    *fixture,
                         gconstpointer  data)
{
  row_fixture_add_requests (fixture, GPOINTER_TO_INT (data));
  row_fixture_show (fixture);
  row_fixture_settle (fixture);
  row_fixture_select (fixture, 0);

  for (int i = 0; i < 150; i++)
    {
      g_ptr_array_set_size (fixture->shown, 0);
      for (int j = g_test_rand_int_range (1, 4); j > 0; j--)
        operate (fixture);
      row_fixture_settle (fixture);
      row_fixture_assert_as_naive (fixture);
      if (fixture->lost)
        g_clear_object (&fixture->selected);
    }
}

static void
test_single_changes_are_minimal (RowFixture    *fixture,
                                 gconstpointer  data)
{
  row_fixture_add_requests (fixture, 100);
  row_fixture_show_and_settle (fixture);

  g_ptr_array_add (fixture->records, row_fixture_make_request ("New", 505));
  row_fixture_save (fixture, fixture->records);
  row_fixture_settle (fixture);
  g_assert_cmpstr (fixture->log->str, ==, "50-0+1");

  g_string_truncate (fixture->log, 0);
  store_fixture_remove (&fixture->store, g_ptr_array_index (fixture->records, 9));
  row_fixture_settle (fixture);
  g_assert_cmpstr (fixture->log->str, ==, "9-1+0");

  g_string_truncate (fixture->log, 0);
  row_fixture_set_persons (fixture, 0, 905);
  row_fixture_settle (fixture);
  g_assert_cmpstr (fixture->log->str, ==, "0-1+0 89-0+1");

  g_string_truncate (fixture->log, 0);
  row_fixture_set_persons (fixture, 0, 906);
  row_fixture_settle (fixture);
  g_assert_cmpstr (fixture->log->str, ==, "");
}

static void
test_others_move_around_the_anchor (RowFixture    *fixture,
                                    gconstpointer  data)
{
  row_fixture_add_requests (fixture, 100);
  row_fixture_show_and_settle (fixture);
  row_fixture_select (fixture, 10);

  row_fixture_set_persons (fixture, 10, 905);
  row_fixture_settle (fixture);
  g_assert_false (fixture->lost);
  g_assert_cmpuint (fixture->selected_position, ==, 89);
  row_fixture_assert_as_naive (fixture);

  /* The other end is beyond the first look. */
  fixture->descending = TRUE;
  row_fixture_show (fixture);
  row_fixture_settle (fixture);
  g_assert_false (fixture->lost);
  g_assert_cmpuint (fixture->selected_position, ==, 10);
  row_fixture_assert_as_naive (fixture);
}

static void
test_first_look_keeps_the_anchor (RowFixture    *fixture,
                                  gconstpointer  data)
{
  row_fixture_add_requests (fixture, 1000);
  row_fixture_show_and_settle (fixture);
  row_fixture_select (fixture, 10);

  fixture->descending = TRUE;
  row_fixture_show (fixture);
  row_fixture_settle (fixture);
  g_assert_false (fixture->lost);
  g_assert_cmpuint (fixture->selected_position, ==, 989);
}

/* "Subject 9" is read before "Subject 10", and re-sorted by text the selected row is still the selected one. */
static void
test_another_order_keeps_the_selection (RowFixture    *fixture,
                                        gconstpointer  data)
{
  row_fixture_add_requests (fixture, 100);
  row_fixture_show_and_settle (fixture);
  row_fixture_select (fixture, 10);

  fixture->field = "subject";
  fixture->descending = TRUE;
  row_fixture_show (fixture);
  row_fixture_settle (fixture);
  g_assert_false (fixture->lost);
  g_assert_cmpuint (fixture->selected_position, ==, 89);
  row_fixture_assert_as_naive (fixture);
}

static void
test_first_rows_come_first (RowFixture    *fixture,
                            gconstpointer  data)
{
  g_autoptr (UdsRow) first = NULL;

  row_fixture_add_requests (fixture, 1000);
  row_fixture_show (fixture);
  g_assert_true (uds_row_list_is_loading (fixture->list));
  while (fixture->replay->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fixture->log->str, ==, "0-0+256");
  g_assert_true (uds_row_list_is_loading (fixture->list));
  first = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);
  g_assert_nonnull (uds_row_get_record (first));

  row_fixture_settle (fixture);
  g_assert_cmpstr (fixture->log->str, ==, "0-0+256 256-0+744");
  g_assert_false (uds_row_list_is_loading (fixture->list));
}

static void
test_late_answers_are_dropped (RowFixture    *fixture,
                               gconstpointer  data)
{
  row_fixture_add_requests (fixture, 20);
  row_fixture_show (fixture);
  fixture->least = 110;
  row_fixture_show (fixture);
  row_fixture_settle (fixture);
  g_assert_cmpstr (fixture->log->str, ==, "0-0+10");
  row_fixture_assert_as_naive (fixture);

  /* The answer is there already, but nobody looked at it yet. */
  g_string_truncate (fixture->log, 0);
  fixture->least = 0;
  row_fixture_show (fixture);
  g_usleep (G_USEC_PER_SEC / 20);
  fixture->least = 200;
  row_fixture_show (fixture);
  row_fixture_settle (fixture);
  g_assert_cmpstr (fixture->log->str, ==, "0-9+0");
  row_fixture_assert_as_naive (fixture);
}

static void
count_notify (guint *count)
{
  *count += 1;
}

static void
test_changed_rows_stay_the_same_objects (RowFixture    *fixture,
                                         gconstpointer  data)
{
  g_autoptr (UdsRow) row = NULL;
  g_autoptr (UdsRow) again = NULL;
  g_autoptr (UdsRow) back = NULL;
  g_autoptr (GError) error = NULL;
  guint n_notified = 0;

  row_fixture_add_requests (fixture, 5);
  row_fixture_show_and_settle (fixture);
  row = g_list_model_get_item (G_LIST_MODEL (fixture->list), 2);
  g_signal_connect_swapped (row, "notify::record", G_CALLBACK (count_notify), &n_notified);

  uds_record_set_text (g_ptr_array_index (fixture->records, 2), "subject", "Other");
  row_fixture_save (fixture, fixture->records);
  row_fixture_settle (fixture);
  g_assert_cmpstr (uds_record_get_text (uds_row_get_record (row), "subject"), ==, "Other");
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpstr (fixture->log->str, ==, "");

  row_fixture_set_persons (fixture, 2, 35);
  row_fixture_settle (fixture);
  again = g_list_model_get_item (G_LIST_MODEL (fixture->list), 2);
  g_assert_true (again == row);

  store_fixture_remove (&fixture->store, g_ptr_array_index (fixture->records, 2));
  row_fixture_settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 4);
  uds_store_undo (fixture->store.store, 0, &error);
  g_assert_no_error (error);
  row_fixture_settle (fixture);
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
test_few_rows_are_kept (RowFixture    *fixture,
                        gconstpointer  data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (UdsRow) held = NULL;
  guint n_alive = 0;

  row_fixture_add_requests (fixture, 3000);
  row_fixture_show_and_settle (fixture);
  held = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);
  row_fixture_settle (fixture);
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
        row_fixture_settle (fixture);
      g_assert_cmpuint (n_alive, <=, N_KEPT + 1);
    }

  row_fixture_settle (fixture);
  g_assert_cmpuint (n_alive, >, N_FIRST);
  g_assert_nonnull (uds_row_get_record (held));
  g_assert_finalize_object (g_steal_pointer (&fixture->list));
  g_assert_cmpuint (n_alive, ==, 0);
  fixture->list = uds_row_list_new (fixture->store.store);
}

static void
test_what_is_passed_by_is_not_read_first (RowFixture    *fixture,
                                          gconstpointer  data)
{
  GListModel *model = G_LIST_MODEL (fixture->list);
  g_autoptr (UdsRow) last = NULL;
  g_autoptr (UdsRow) passed = NULL;

  row_fixture_add_requests (fixture, 3000);
  row_fixture_show_and_settle (fixture);
  for (guint i = 500; i < 2900; i += 64)
    g_object_unref (g_list_model_get_item (model, i));
  last = g_list_model_get_item (model, 2999);
  while (uds_row_get_record (last) == NULL)
    g_main_context_iteration (NULL, TRUE);

  row_fixture_settle (fixture);
  passed = g_list_model_get_item (model, 1000);
  g_assert_null (uds_row_get_record (passed));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, data, func) \
  g_test_add ("/row-list/" path, RowFixture, data, row_fixture_set_up, func, row_fixture_tear_down)
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
