/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of an indicator worked by keyboard: typed, pasted, marked, deleted, and each deed undone by its name. */
#include "values-fixture.h"

/* Typing */

static void
test_a_new_indicator_gets_its_first_series_by_typing (UiFixture     *fixture,
                                                      gconstpointer  data)
{
  values_open_empty (fixture);
  ui_draw (fixture, "values-empty");
  g_assert_cmpint (values_get_column (fixture), ==, UDS_OBSERVATION_COLUMN_PERIOD);
  values_type_and_press (fixture, "2023", GDK_KEY_Tab);
  values_expect (fixture, "");
  g_assert_cmpint (values_get_column (fixture), ==, UDS_OBSERVATION_COLUMN_VALUE);
  values_type_and_press (fixture, "1.234,5", GDK_KEY_Return);
  values_expect (fixture, "2023=1234.5");
  g_assert_nonnull (ui_find_text (GTK_WIDGET (fixture->window), "2023 added to “New”"));

  values_undo (fixture, "Undone: 2023 added to “New”");
  values_expect (fixture, "");
}

static void
test_the_next_period_is_offered_and_need_not_be_typed (UiFixture     *fixture,
                                                       gconstpointer  data)
{
  values_open_empty (fixture);
  values_type_and_press (fixture, "2023K4", GDK_KEY_Tab);
  values_type_and_press (fixture, "5", GDK_KEY_Return);
  g_assert_nonnull (ui_find_text (GTK_WIDGET (fixture->window), "Q1 2024"));
  g_assert_cmpint (values_get_column (fixture), ==, UDS_OBSERVATION_COLUMN_VALUE);
  values_type_and_press (fixture, "6", GDK_KEY_Return);
  values_type_and_press (fixture, "7", GDK_KEY_Return);
  values_expect (fixture, "2023-Q4=5 2024-Q1=6 2024-Q2=7");
}

static void
test_tab_goes_on_in_the_row_that_was_just_made (UiFixture     *fixture,
                                                gconstpointer  data)
{
  UdsRecord *record;

  values_open_empty (fixture);
  values_type_and_press (fixture, "2023", GDK_KEY_Tab);
  values_type_and_press (fixture, "5", GDK_KEY_Tab);
  g_assert_cmpint (values_get_column (fixture), ==, UDS_OBSERVATION_COLUMN_QUALITY);
  record = uds_values_cell_get_record (UDS_VALUES_CELL (values_get_focus (fixture)));
  g_assert_cmpstr (uds_record_get_text (record, "period"), ==, "2023");

  values_press (fixture, GDK_KEY_F2);
  gtk_widget_activate_action (values_get_focus (fixture), "quality.choose", "s", "provisional");
  ui_settle (fixture);
  values_expect (fixture, "2023=5,provisional");
}

static void
test_an_old_figure_is_put_right_marked_and_given_a_source (UiFixture     *fixture,
                                                           gconstpointer  data)
{
  values_fill (fixture, values_open_empty (fixture));
  values_press (fixture, GDK_KEY_Home);
  values_press (fixture, GDK_KEY_Right);
  g_assert_cmpint (values_get_column (fixture), ==, UDS_OBSERVATION_COLUMN_VALUE);
  values_type_and_press (fixture, "5,5", GDK_KEY_Tab);
  values_expect (fixture, "2021=5.5 2022=6 2023=7");

  values_press (fixture, GDK_KEY_F2);
  gtk_widget_activate_action (values_get_focus (fixture), "quality.choose", "s", "provisional");
  ui_settle (fixture);
  g_assert_nonnull (ui_find_text (GTK_WIDGET (fixture->window), "○ Provisional"));
  values_press (fixture, GDK_KEY_Right);
  values_type_and_press (fixture, "DST", GDK_KEY_Return);
  values_expect (fixture, "2021=5.5,provisional,DST 2022=6 2023=7");
  ui_draw (fixture, "values-edited");

  values_undo (fixture, "Undone: “Source” for 2021 in “New” changed");
  values_undo (fixture, "Undone: “Quality” for 2021 in “New” changed");
  values_undo (fixture, "Undone: “Value” for 2021 in “New” changed");
  values_expect (fixture, "2021=5 2022=6 2023=7");
}

static void
test_escape_takes_back_what_is_being_typed (UiFixture     *fixture,
                                            gconstpointer  data)
{
  values_fill (fixture, values_open_empty (fixture));
  values_press (fixture, GDK_KEY_Home);
  values_press (fixture, GDK_KEY_Right);
  values_type_and_press (fixture, "9", GDK_KEY_Escape);
  g_assert_cmpint (values_get_column (fixture), ==, UDS_OBSERVATION_COLUMN_VALUE);
  values_expect (fixture, "2021=5 2022=6 2023=7");
}

static void
test_delete_empties_a_cell_and_without_its_period_a_row_is_gone (UiFixture     *fixture,
                                                                 gconstpointer  data)
{
  values_fill (fixture, values_open_empty (fixture));
  values_press (fixture, GDK_KEY_Home);
  values_press (fixture, GDK_KEY_Right);
  values_press (fixture, GDK_KEY_Delete);
  values_expect (fixture, "2021= 2022=6 2023=7");
  values_undo (fixture, "Undone: “Value” for 2021");

  values_press (fixture, GDK_KEY_Left);
  values_press (fixture, GDK_KEY_Delete);
  values_expect (fixture, "2022=6 2023=7");
  values_undo (fixture, "Undone: 2021 deleted from “New”");
  values_expect (fixture, "2021=5 2022=6 2023=7");
}

static void
test_what_is_no_number_stays_and_is_explained (UiFixture     *fixture,
                                               gconstpointer  data)
{
  values_fill (fixture, values_open_empty (fixture));
  values_press (fixture, GDK_KEY_Home);
  values_press (fixture, GDK_KEY_Right);
  values_type_and_press (fixture, "6 or 7", GDK_KEY_Return);
  g_assert_true (GTK_IS_TEXT (values_get_focus (fixture)));
  g_assert_nonnull (ui_find_text (GTK_WIDGET (fixture->window), "This is not a number"));
  ui_draw (fixture, "values-refused");
  values_press (fixture, GDK_KEY_Escape);
  values_expect (fixture, "2021=5 2022=6 2023=7");
}

static void
test_a_number_that_could_be_two_is_asked_about (UiFixture     *fixture,
                                                gconstpointer  data)
{
  values_fill (fixture, values_open_empty (fixture));
  values_press (fixture, GDK_KEY_Home);
  values_press (fixture, GDK_KEY_Right);
  values_type_and_press (fixture, "1.234", GDK_KEY_Return);
  g_assert_nonnull (ui_find_text (GTK_WIDGET (fixture->window), "Which Number is “1.234”?"));
  ui_draw (fixture, "values-question");
  values_expect (fixture, "2021=5 2022=6 2023=7");
  ui_press_button (fixture, "1234");
  values_expect (fixture, "2021=1234 2022=6 2023=7");
}

static void
test_a_period_is_there_once (UiFixture     *fixture,
                             gconstpointer  data)
{
  values_fill (fixture, values_open_empty (fixture));
  values_press (fixture, GDK_KEY_Home);
  values_type_and_press (fixture, "2022", GDK_KEY_Return);
  g_assert_nonnull (ui_find_text (GTK_WIDGET (fixture->window), "The series has a row for 2022 already"));
  values_expect (fixture, "2021=5 2022=6 2023=7");
}

static void
test_leaving_the_page_keeps_what_was_just_typed (UiFixture     *fixture,
                                                 gconstpointer  data)
{
  values_fill (fixture, values_open_empty (fixture));
  values_press (fixture, GDK_KEY_Home);
  values_press (fixture, GDK_KEY_Right);
  values_type (fixture, "8");
  uds_window_show_page (fixture->window, "events");
  ui_settle (fixture);
  values_expect (fixture, "2021=8 2022=6 2023=7");
}

/* Pasting */

static void
test_a_table_is_pasted_as_one_deed_and_what_is_not_sound_is_told (UiFixture     *fixture,
                                                                  gconstpointer  data)
{
  UdsValuesPage *page = values_open_empty (fixture);

  values_fill (fixture, page);
  uds_values_page_paste (page, "År\tVærdi\tKilde\n2023\t7,5\tDST\n2024\t8,5\tDST\n2025\tmany\tDST\n");
  ui_wait_for_text (fixture, "New rows: 1 · Changed: 1 · Not taken: 1");
  values_expect (fixture, "2021=5 2022=6 2023=7.5,DST 2024=8.5,DST");
  g_assert_nonnull (ui_find_text (GTK_WIDGET (fixture->window), "Row 4 · Column “Værdi”"));
  ui_draw (fixture, "values-pasted");

  values_undo (fixture, "Undone: Values pasted into “New”");
  values_expect (fixture, "2021=5 2022=6 2023=7");
}

static void
test_a_column_is_pasted_from_the_cell_downwards (UiFixture     *fixture,
                                                 gconstpointer  data)
{
  UdsValuesPage *page = values_open_empty (fixture);

  values_fill (fixture, page);
  values_press (fixture, GDK_KEY_End);
  values_press (fixture, GDK_KEY_Up);
  values_press (fixture, GDK_KEY_Right);
  uds_values_page_paste (page, "10,5\n11,5\n");
  ui_wait_for_text (fixture, "New rows: 1 · Changed: 1");
  values_expect (fixture, "2021=5 2022=6 2023=10.5 2024=11.5");
}

static void
test_every_row_is_reached_among_many (UiFixture     *fixture,
                                      gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  UdsValuesPage *page = values_open_empty (fixture);
  UdsRecord *record;

  for (int i = 0; i < 240; i++)
    g_string_append_printf (text, "%d-%02d\t%d,5\n", 1980 + i / 12, i % 12 + 1, i);
  uds_values_page_paste (page, text->str);
  ui_wait_for_text (fixture, "New rows: 240");
  values_press (fixture, GDK_KEY_Home);
  record = uds_values_cell_get_record (UDS_VALUES_CELL (values_get_focus (fixture)));
  g_assert_cmpstr (uds_record_get_text (record, "period"), ==, "1980-01");
  values_press (fixture, GDK_KEY_End);
  values_press (fixture, GDK_KEY_Up);
  ui_settle (fixture);
  record = uds_values_cell_get_record (UDS_VALUES_CELL (values_get_focus (fixture)));
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
