/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of an indicator's values by keyboard alone: where the focus is at first and where each key leads, what
 * belongs to the window, what is copied, and what a screen reader calls a cell. */
#include "values-fixture.h"

#include "uds-values-move.h"
#include "uds-values-words.h"

/* Where keys lead */

static void
test_keys_lead_as_in_a_spreadsheet (void)
{
  static const struct {
    guint key;
    GdkModifierType state;
    UdsValuesMove move;
  } cases[] = {
    { GDK_KEY_Up, 0, UDS_VALUES_UP },
    { GDK_KEY_Down, 0, UDS_VALUES_DOWN },
    { GDK_KEY_Left, 0, UDS_VALUES_LEFT },
    { GDK_KEY_KP_Left, 0, UDS_VALUES_LEFT },
    { GDK_KEY_Right, 0, UDS_VALUES_RIGHT },
    { GDK_KEY_Return, 0, UDS_VALUES_DOWN },
    { GDK_KEY_Return, GDK_SHIFT_MASK, UDS_VALUES_UP },
    { GDK_KEY_Tab, 0, UDS_VALUES_NEXT },
    { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, UDS_VALUES_PREVIOUS },
    { GDK_KEY_Tab, GDK_CONTROL_MASK, UDS_VALUES_STAY },
    { GDK_KEY_Up, GDK_CONTROL_MASK, UDS_VALUES_FIRST },
    { GDK_KEY_End, 0, UDS_VALUES_LAST },
    { GDK_KEY_Page_Down, 0, UDS_VALUES_PAGE_DOWN },
    { GDK_KEY_a, 0, UDS_VALUES_STAY },
    /* the window's */
    { GDK_KEY_Left, GDK_ALT_MASK, UDS_VALUES_STAY },
    { GDK_KEY_KP_Left, GDK_ALT_MASK, UDS_VALUES_STAY },
    { GDK_KEY_Right, GDK_ALT_MASK, UDS_VALUES_STAY },
    { GDK_KEY_Down, GDK_SUPER_MASK, UDS_VALUES_STAY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (uds_values_move_from_key (cases[i].key, cases[i].state), ==, cases[i].move);
}

static void
test_alt_and_an_arrow_is_the_windows (UiFixture     *fixture,
                                      gconstpointer  data)
{
  values_fill (fixture, values_open_empty (fixture));
  g_assert_false (ui_press_with (values_get_focus (fixture), GDK_KEY_Left, GDK_ALT_MASK));
  values_press (fixture, GDK_KEY_Right);
  values_type (fixture, "9");
  g_assert_false (ui_press_with (values_get_focus (fixture), GDK_KEY_Left, GDK_ALT_MASK));
  g_assert_false (ui_press_with (values_get_focus (fixture), GDK_KEY_Return, GDK_ALT_MASK));
  g_assert_true (GTK_IS_TEXT (values_get_focus (fixture)));
}

static void
test_going_back_keeps_what_was_just_typed (UiFixture     *fixture,
                                           gconstpointer  data)
{
  values_fill (fixture, values_open_empty (fixture));
  values_press (fixture, GDK_KEY_Home);
  values_press (fixture, GDK_KEY_Right);
  gtk_widget_activate_action (values_get_focus (fixture), "navigation.pop", NULL);
  ui_settle (fixture);
  values_open (fixture, "new");
  values_press (fixture, GDK_KEY_Home);
  values_press (fixture, GDK_KEY_Right);
  values_type (fixture, "9");
  gtk_widget_activate_action (values_get_focus (fixture), "navigation.pop", NULL);
  ui_wait_for_text (fixture, "“Value” for 2021 in “New” changed");
  values_expect (fixture, "2021=9 2022=6 2023=7");
}

static const char *
get_period (UiFixture *fixture)
{
  UdsRecord *record = uds_values_cell_get_record (UDS_VALUES_CELL (values_get_focus (fixture)));

  return uds_record_get_text (record, "period");
}

static void
test_it_opens_where_one_writes_what_is_new (UiFixture     *fixture,
                                            gconstpointer  data)
{
  values_fill (fixture, values_open_empty (fixture));
  uds_window_show_page (fixture->window, "events");
  ui_settle (fixture);
  values_open (fixture, "new");
  g_assert_cmpint (values_get_column (fixture), ==, UDS_OBSERVATION_COLUMN_PERIOD);
  g_assert_null (get_period (fixture));
}

static void
test_tab_walks_the_cells_and_out_of_the_table (UiFixture     *fixture,
                                               gconstpointer  data)
{
  values_fill (fixture, values_open_empty (fixture));
  values_press (fixture, GDK_KEY_Home);
  g_assert_cmpstr (get_period (fixture), ==, "2021");
  for (guint i = 1; i < UDS_OBSERVATION_N_COLUMNS; i++)
    {
      values_press (fixture, GDK_KEY_Tab);
      g_assert_cmpint (values_get_column (fixture), ==, i);
    }
  values_press (fixture, GDK_KEY_Tab);
  g_assert_cmpstr (get_period (fixture), ==, "2022");
  g_assert_cmpint (values_get_column (fixture), ==, UDS_OBSERVATION_COLUMN_PERIOD);
  values_press (fixture, GDK_KEY_ISO_Left_Tab);
  g_assert_cmpstr (get_period (fixture), ==, "2021");

  values_press (fixture, GDK_KEY_Home);
  for (guint i = 0; i < UDS_OBSERVATION_N_COLUMNS; i++)
    values_press (fixture, GDK_KEY_ISO_Left_Tab);
  g_assert_nonnull (values_get_focus (fixture));
  g_assert_false (UDS_IS_VALUES_CELL (values_get_focus (fixture)));
}

static void
test_arrows_stop_at_the_edges (UiFixture     *fixture,
                               gconstpointer  data)
{
  values_fill (fixture, values_open_empty (fixture));
  values_press (fixture, GDK_KEY_Home);
  values_press (fixture, GDK_KEY_Up);
  values_press (fixture, GDK_KEY_Left);
  g_assert_cmpstr (get_period (fixture), ==, "2021");
  g_assert_cmpint (values_get_column (fixture), ==, UDS_OBSERVATION_COLUMN_PERIOD);
  for (guint i = 0; i < 10; i++)
    values_press (fixture, GDK_KEY_Right);
  g_assert_cmpint (values_get_column (fixture), ==, UDS_OBSERVATION_COLUMN_FOOTNOTE);
  for (guint i = 0; i < 10; i++)
    values_press (fixture, GDK_KEY_Down);
  g_assert_null (get_period (fixture));
}

static void
test_f2_and_enter_change_a_value (UiFixture     *fixture,
                                  gconstpointer  data)
{
  values_fill (fixture, values_open_empty (fixture));
  values_press (fixture, GDK_KEY_Home);
  values_press (fixture, GDK_KEY_Right);
  values_press (fixture, GDK_KEY_F2);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (values_get_focus (fixture))), ==, "5");
  gtk_editable_set_text (GTK_EDITABLE (values_get_focus (fixture)), "5,5");
  values_press (fixture, GDK_KEY_Return);
  g_assert_cmpstr (get_period (fixture), ==, "2022");
  g_assert_cmpint (values_get_column (fixture), ==, UDS_OBSERVATION_COLUMN_VALUE);
  values_expect (fixture, "2021=5.5 2022=6 2023=7");
}

/* The clipboard */

static void
on_text_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
has_text (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_what_is_copied_is_pasted (UiFixture     *fixture,
                               gconstpointer  data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  g_autofree char *text = NULL;

  values_fill (fixture, values_open_empty (fixture));
  values_press (fixture, GDK_KEY_Home);
  values_press (fixture, GDK_KEY_Right);
  gtk_widget_activate_action (values_get_focus (fixture), "values.copy", NULL);
  gdk_clipboard_read_text_async (clipboard, NULL, on_text_cb, &text);
  g_assert_true (ui_wait_until (has_text, &text));
  g_assert_cmpstr (text, ==, "5");

  values_press (fixture, GDK_KEY_Down);
  gtk_widget_activate_action (values_get_focus (fixture), "values.paste", NULL);
  ui_wait_for_text (fixture, "“Value” for 2022 in “New” changed");
  values_expect (fixture, "2021=5 2022=5 2023=7");
  values_undo (fixture, "Undone: “Value” for 2022 in “New” changed");
}

static void
test_a_row_is_deleted_by_keyboard (UiFixture     *fixture,
                                   gconstpointer  data)
{
  values_fill (fixture, values_open_empty (fixture));
  values_press (fixture, GDK_KEY_Home);
  values_press (fixture, GDK_KEY_Right);
  gtk_widget_activate_action (values_get_focus (fixture), "values.delete-row", NULL);
  ui_settle (fixture);
  values_expect (fixture, "2022=6 2023=7");
}

/* Names */

static void
test_a_screen_reader_hears_where_it_is (void)
{
  g_autoptr (UdsRecord) observation = uds_record_new (uds_kind_lookup ("observation"));
  g_autofree char *whole = NULL;
  g_autofree char *part = NULL;
  g_autofree char *none = NULL;

  uds_record_set_text (observation, "period", "2019-Q1");
  whole = uds_values_words_name (observation, UDS_OBSERVATION_COLUMN_VALUE, "5.5", NULL, UDS_LANGUAGE_EN);
  g_assert_cmpstr (whole, ==, "Q1 2019, Value: 5.5");
  part = uds_values_words_name (observation, UDS_OBSERVATION_COLUMN_VALUE, "5.5", "Women", UDS_LANGUAGE_EN);
  g_assert_cmpstr (part, ==, "Q1 2019, Value, Women: 5.5");
  none = uds_values_words_name (NULL, UDS_OBSERVATION_COLUMN_QUALITY, "", NULL, UDS_LANGUAGE_EN);
  g_assert_cmpstr (none, ==, "New row, Quality: –");
}

#define ADD(path, func) \
  g_test_add ("/values-keys/" path, UiFixture, NULL, ui_fixture_set_up, func, ui_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  /* GTK's accessibility for tests crashes when something is announced. */
  g_setenv ("GTK_A11Y", "none", TRUE);
  ui_init (&argc, &argv);
  ui_speak ("en_GB.UTF-8");

  g_test_add_func ("/values-keys/keys-lead-as-in-a-spreadsheet", test_keys_lead_as_in_a_spreadsheet);
  ADD ("alt-and-an-arrow-is-the-windows", test_alt_and_an_arrow_is_the_windows);
  ADD ("going-back-keeps-what-was-just-typed", test_going_back_keeps_what_was_just_typed);
  ADD ("it-opens-where-one-writes-what-is-new", test_it_opens_where_one_writes_what_is_new);
  ADD ("tab-walks-the-cells-and-out-of-the-table", test_tab_walks_the_cells_and_out_of_the_table);
  ADD ("arrows-stop-at-the-edges", test_arrows_stop_at_the_edges);
  ADD ("f2-and-enter-change-a-value", test_f2_and_enter_change_a_value);
  ADD ("what-is-copied-is-pasted", test_what_is_copied_is_pasted);
  ADD ("a-row-is-deleted-by-keyboard", test_a_row_is_deleted_by_keyboard);
  g_test_add_func ("/values-keys/a-screen-reader-hears-where-it-is", test_a_screen_reader_hears_where_it_is);

  return g_test_run ();
}
