/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of an indicator worked by keyboard: typed, pasted, marked, deleted, and each deed undone by its name. */
#include "ui-fixture.h"

#include "uds-values-cell.h"
#include "uds-values-page.h"

static GtkWidget *
get_focus (UiFixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

static UdsValuesPage *
open_values (UiFixture  *fixture,
             const char *code)
{
  g_autofree char *id = ui_find_id (fixture, "indicator", "code", code);

  g_assert_nonnull (id);
  uds_window_open_record (fixture->window, "indicator", id);
  ui_settle (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.edit-values", "s", id);
  ui_settle (fixture);
  ui_settle (fixture);
  return UDS_VALUES_PAGE (ui_find_type (GTK_WIDGET (fixture->window), UDS_TYPE_VALUES_PAGE));
}

/* A new indicator, without a series. */
static UdsValuesPage *
open_empty (UiFixture *fixture)
{
  g_autoptr (UdsRecord) indicator = store_fixture_indicator ("new", "Ny", "New");

  store_fixture_save (&fixture->store, indicator);
  return open_values (fixture, "new");
}

static void
press (UiFixture *fixture,
       guint      key)
{
  ui_press_key (get_focus (fixture), key);
  ui_settle (fixture);
}

/* The first letter begins; the others are typed into what it began. */
static void
type (UiFixture  *fixture,
      const char *text)
{
  ui_press_key (get_focus (fixture), (guint) *text);
  g_assert_true (GTK_IS_TEXT (get_focus (fixture)));
  gtk_editable_set_text (GTK_EDITABLE (get_focus (fixture)), text);
}

static void
type_and_press (UiFixture  *fixture,
                const char *text,
                guint       key)
{
  type (fixture, text);
  press (fixture, key);
}

static UdsObservationColumn
get_column (UiFixture *fixture)
{
  g_assert_true (UDS_IS_VALUES_CELL (get_focus (fixture)));
  return uds_values_cell_get_column (UDS_VALUES_CELL (get_focus (fixture)));
}

static gpointer
read_all (UdsSession  *session,
          gpointer     data,
          GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("observation"));
  g_autoptr (UdsRecord) indicator = NULL;
  g_autoptr (UdsQuery) wanted = uds_query_new (uds_kind_lookup ("indicator"));
  g_autoptr (GPtrArray) records = NULL;
  GString *text = g_string_new (NULL);

  uds_query_where_is (wanted, "code", data);
  indicator = uds_session_find (session, wanted, error);
  uds_query_where_is (query, "series.indicator", uds_record_get_id (indicator));
  records = uds_session_list (session, query, error);
  for (guint i = 0; i < records->len; i++)
    {
      UdsRecord *record = g_ptr_array_index (records, i);
      g_autofree char *value = uds_record_to_string (record, "value");

      g_string_append_printf (text, "%s%s=%s", i > 0 ? " " : "", uds_record_get_text (record, "period"),
                              value != NULL ? value : "");
      if (uds_record_has (record, "quality"))
        g_string_append_printf (text, ",%s", uds_record_get_text (record, "quality"));
      if (uds_record_has (record, "source"))
        g_string_append_printf (text, ",%s", uds_record_get_text (record, "source"));
    }
  return g_string_free (text, FALSE);
}

static void
expect (UiFixture  *fixture,
        const char *values)
{
  g_autofree char *stored = uds_store_read (fixture->store.store, read_all, (gpointer) "new", NULL);

  g_assert_cmpstr (stored, ==, values);
}

static void
undo (UiFixture  *fixture,
      const char *said)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  ui_wait_for_text (fixture, said);
}

/* Typing */

static void
test_a_new_indicator_gets_its_first_series_by_typing (UiFixture     *fixture,
                                                      gconstpointer  data)
{
  open_empty (fixture);
  ui_draw (fixture, "values-empty");
  g_assert_cmpint (get_column (fixture), ==, UDS_OBSERVATION_COLUMN_PERIOD);
  type_and_press (fixture, "2023", GDK_KEY_Tab);
  expect (fixture, "");
  g_assert_cmpint (get_column (fixture), ==, UDS_OBSERVATION_COLUMN_VALUE);
  type_and_press (fixture, "1.234,5", GDK_KEY_Return);
  expect (fixture, "2023=1234.5");
  g_assert_nonnull (ui_find_text (GTK_WIDGET (fixture->window), "Add 2023 to “New”"));

  undo (fixture, "Undone: Add 2023 to “New”");
  expect (fixture, "");
}

static void
test_the_next_period_is_offered_and_need_not_be_typed (UiFixture     *fixture,
                                                       gconstpointer  data)
{
  open_empty (fixture);
  type_and_press (fixture, "2023K4", GDK_KEY_Tab);
  type_and_press (fixture, "5", GDK_KEY_Return);
  g_assert_nonnull (ui_find_text (GTK_WIDGET (fixture->window), "Q1 2024"));
  g_assert_cmpint (get_column (fixture), ==, UDS_OBSERVATION_COLUMN_VALUE);
  type_and_press (fixture, "6", GDK_KEY_Return);
  type_and_press (fixture, "7", GDK_KEY_Return);
  expect (fixture, "2023-Q4=5 2024-Q1=6 2024-Q2=7");
}

static void
test_tab_goes_on_in_the_row_that_was_just_made (UiFixture     *fixture,
                                                gconstpointer  data)
{
  UdsRecord *record;

  open_empty (fixture);
  type_and_press (fixture, "2023", GDK_KEY_Tab);
  type_and_press (fixture, "5", GDK_KEY_Tab);
  g_assert_cmpint (get_column (fixture), ==, UDS_OBSERVATION_COLUMN_QUALITY);
  record = uds_values_cell_get_record (UDS_VALUES_CELL (get_focus (fixture)));
  g_assert_cmpstr (uds_record_get_text (record, "period"), ==, "2023");

  press (fixture, GDK_KEY_F2);
  gtk_widget_activate_action (get_focus (fixture), "quality.choose", "s", "provisional");
  ui_settle (fixture);
  expect (fixture, "2023=5,provisional");
}

static void
fill (UiFixture     *fixture,
      UdsValuesPage *page)
{
  uds_values_page_paste (page, "2021\t5\n2022\t6\n2023\t7\n");
  ui_wait_for_text (fixture, "New rows: 3");
}

static void
test_an_old_figure_is_put_right_marked_and_given_a_source (UiFixture     *fixture,
                                                           gconstpointer  data)
{
  fill (fixture, open_empty (fixture));
  press (fixture, GDK_KEY_Home);
  press (fixture, GDK_KEY_Right);
  g_assert_cmpint (get_column (fixture), ==, UDS_OBSERVATION_COLUMN_VALUE);
  type_and_press (fixture, "5,5", GDK_KEY_Tab);
  expect (fixture, "2021=5.5 2022=6 2023=7");

  press (fixture, GDK_KEY_F2);
  gtk_widget_activate_action (get_focus (fixture), "quality.choose", "s", "provisional");
  ui_settle (fixture);
  g_assert_nonnull (ui_find_text (GTK_WIDGET (fixture->window), "○ Provisional"));
  press (fixture, GDK_KEY_Right);
  type_and_press (fixture, "DST", GDK_KEY_Return);
  expect (fixture, "2021=5.5,provisional,DST 2022=6 2023=7");
  ui_draw (fixture, "values-edited");

  undo (fixture, "Undone: Change “Source” for 2021 in “New”");
  undo (fixture, "Undone: Change “Quality” for 2021 in “New”");
  undo (fixture, "Undone: Change “Value” for 2021 in “New”");
  expect (fixture, "2021=5 2022=6 2023=7");
}

static void
test_escape_takes_back_what_is_being_typed (UiFixture     *fixture,
                                            gconstpointer  data)
{
  fill (fixture, open_empty (fixture));
  press (fixture, GDK_KEY_Home);
  press (fixture, GDK_KEY_Right);
  type_and_press (fixture, "9", GDK_KEY_Escape);
  g_assert_cmpint (get_column (fixture), ==, UDS_OBSERVATION_COLUMN_VALUE);
  expect (fixture, "2021=5 2022=6 2023=7");
}

static void
test_delete_empties_a_cell_and_without_its_period_a_row_is_gone (UiFixture     *fixture,
                                                                 gconstpointer  data)
{
  fill (fixture, open_empty (fixture));
  press (fixture, GDK_KEY_Home);
  press (fixture, GDK_KEY_Right);
  press (fixture, GDK_KEY_Delete);
  expect (fixture, "2021= 2022=6 2023=7");
  undo (fixture, "Undone: Change “Value” for 2021");

  press (fixture, GDK_KEY_Left);
  press (fixture, GDK_KEY_Delete);
  expect (fixture, "2022=6 2023=7");
  undo (fixture, "Undone: Delete 2021 from “New”");
  expect (fixture, "2021=5 2022=6 2023=7");
}

static void
test_what_is_no_number_stays_and_is_explained (UiFixture     *fixture,
                                               gconstpointer  data)
{
  fill (fixture, open_empty (fixture));
  press (fixture, GDK_KEY_Home);
  press (fixture, GDK_KEY_Right);
  type_and_press (fixture, "6 or 7", GDK_KEY_Return);
  g_assert_true (GTK_IS_TEXT (get_focus (fixture)));
  g_assert_nonnull (ui_find_text (GTK_WIDGET (fixture->window), "This is not a number"));
  ui_draw (fixture, "values-refused");
  press (fixture, GDK_KEY_Escape);
  expect (fixture, "2021=5 2022=6 2023=7");
}

static void
test_a_number_that_could_be_two_is_asked_about (UiFixture     *fixture,
                                                gconstpointer  data)
{
  fill (fixture, open_empty (fixture));
  press (fixture, GDK_KEY_Home);
  press (fixture, GDK_KEY_Right);
  type_and_press (fixture, "1.234", GDK_KEY_Return);
  g_assert_nonnull (ui_find_text (GTK_WIDGET (fixture->window), "Which Number is “1.234”?"));
  ui_draw (fixture, "values-question");
  expect (fixture, "2021=5 2022=6 2023=7");
  ui_press_button (fixture, "1234");
  expect (fixture, "2021=1234 2022=6 2023=7");
}

static void
test_a_period_is_there_once (UiFixture     *fixture,
                             gconstpointer  data)
{
  fill (fixture, open_empty (fixture));
  press (fixture, GDK_KEY_Home);
  type_and_press (fixture, "2022", GDK_KEY_Return);
  g_assert_nonnull (ui_find_text (GTK_WIDGET (fixture->window), "The series has a row for 2022 already"));
  expect (fixture, "2021=5 2022=6 2023=7");
}

static void
test_leaving_the_page_keeps_what_was_just_typed (UiFixture     *fixture,
                                                 gconstpointer  data)
{
  fill (fixture, open_empty (fixture));
  press (fixture, GDK_KEY_Home);
  press (fixture, GDK_KEY_Right);
  type (fixture, "8");
  uds_window_show_page (fixture->window, "events");
  ui_settle (fixture);
  expect (fixture, "2021=8 2022=6 2023=7");
}

/* Pasting */

static void
test_a_table_is_pasted_as_one_deed_and_what_is_not_sound_is_told (UiFixture     *fixture,
                                                                  gconstpointer  data)
{
  UdsValuesPage *page = open_empty (fixture);

  fill (fixture, page);
  uds_values_page_paste (page, "År\tVærdi\tKilde\n2023\t7,5\tDST\n2024\t8,5\tDST\n2025\tmany\tDST\n");
  ui_wait_for_text (fixture, "New rows: 1 · Changed: 1 · Not taken: 1");
  expect (fixture, "2021=5 2022=6 2023=7.5,DST 2024=8.5,DST");
  g_assert_nonnull (ui_find_text (GTK_WIDGET (fixture->window), "Row 4 · Column “Værdi”"));
  ui_draw (fixture, "values-pasted");

  undo (fixture, "Undone: Paste values into “New”");
  expect (fixture, "2021=5 2022=6 2023=7");
}

static void
test_a_column_is_pasted_from_the_cell_downwards (UiFixture     *fixture,
                                                 gconstpointer  data)
{
  UdsValuesPage *page = open_empty (fixture);

  fill (fixture, page);
  press (fixture, GDK_KEY_End);
  press (fixture, GDK_KEY_Up);
  press (fixture, GDK_KEY_Right);
  uds_values_page_paste (page, "10,5\n11,5\n");
  ui_wait_for_text (fixture, "New rows: 1 · Changed: 1");
  expect (fixture, "2021=5 2022=6 2023=10.5 2024=11.5");
}

static void
test_every_row_is_reached_among_many (UiFixture     *fixture,
                                                        gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  UdsValuesPage *page = open_empty (fixture);
  UdsRecord *record;

  for (int i = 0; i < 240; i++)
    g_string_append_printf (text, "%d-%02d\t%d,5\n", 1980 + i / 12, i % 12 + 1, i);
  uds_values_page_paste (page, text->str);
  ui_wait_for_text (fixture, "New rows: 240");
  press (fixture, GDK_KEY_Home);
  record = uds_values_cell_get_record (UDS_VALUES_CELL (get_focus (fixture)));
  g_assert_cmpstr (uds_record_get_text (record, "period"), ==, "1980-01");
  press (fixture, GDK_KEY_End);
  press (fixture, GDK_KEY_Up);
  ui_settle (fixture);
  record = uds_values_cell_get_record (UDS_VALUES_CELL (get_focus (fixture)));
  g_assert_cmpstr (uds_record_get_text (record, "period"), ==, "1999-12");
}

#define ADD(path, func) g_test_add ("/values/" path, UiFixture, NULL, ui_fixture_set_up, func, ui_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  /* GTK's accessibility for tests crashes when something is announced. */
  g_setenv ("GTK_A11Y", "none", TRUE);
  ui_init (&argc, &argv);
  ui_speak ("en_GB.UTF-8");

  ADD ("a-new-indicator-gets-its-first-series-by-typing", test_a_new_indicator_gets_its_first_series_by_typing);
  ADD ("the-next-period-is-offered-and-need-not-be-typed", test_the_next_period_is_offered_and_need_not_be_typed);
  ADD ("tab-goes-on-in-the-row-that-was-just-made", test_tab_goes_on_in_the_row_that_was_just_made);
  ADD ("an-old-figure-is-put-right-marked-and-given-a-source",
       test_an_old_figure_is_put_right_marked_and_given_a_source);
  ADD ("escape-takes-back-what-is-being-typed", test_escape_takes_back_what_is_being_typed);
  ADD ("delete-empties-a-cell-and-without-its-period-a-row-is-gone",
       test_delete_empties_a_cell_and_without_its_period_a_row_is_gone);
  ADD ("what-is-no-number-stays-and-is-explained", test_what_is_no_number_stays_and_is_explained);
  ADD ("a-number-that-could-be-two-is-asked-about", test_a_number_that_could_be_two_is_asked_about);
  ADD ("a-period-is-there-once", test_a_period_is_there_once);
  ADD ("leaving-the-page-keeps-what-was-just-typed", test_leaving_the_page_keeps_what_was_just_typed);
  ADD ("a-table-is-pasted-as-one-deed-and-what-is-not-sound-is-told",
       test_a_table_is_pasted_as_one_deed_and_what_is_not_sound_is_told);
  ADD ("a-column-is-pasted-from-the-cell-downwards", test_a_column_is_pasted_from_the_cell_downwards);
  ADD ("every-row-is-reached-among-many", test_every_row_is_reached_among_many);

  return g_test_run ();
}
