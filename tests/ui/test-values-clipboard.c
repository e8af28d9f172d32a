/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a spreadsheet puts on the clipboard, pasted into the table of values as Ctrl+V does. */
#include "values-fixture.h"

#define TABLE "År\tVærdi\tKilde\n2023\t7,5\tDST\n2024\t8,5\tDST\n"

static GdkClipboard *
get_clipboard (UiFixture *fixture)
{
  return gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
}

static GdkContentProvider *
provide (const char *type,
         const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return gdk_content_provider_new_for_bytes (type, bytes);
}

static void
paste_clipboard (UiFixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (values_get_focus (fixture), "values.paste", NULL));
}

static void
paste (UiFixture  *fixture,
       const char *text)
{
  gdk_clipboard_set_text (get_clipboard (fixture), text);
  paste_clipboard (fixture);
}

static void
test_cells_of_a_spreadsheet_come_as_rows_and_go_by_one_undo (UiFixture     *fixture,
                                                             gconstpointer  data)
{
  GdkContentProvider *offered[] = { provide ("text/html", "<table><tr><td>2023</td><td>7,5</td></tr></table>"),
                                    provide ("text/plain;charset=utf-8", TABLE),
                                    provide ("image/png", "no matter") };
  g_autoptr (GdkContentProvider) content = gdk_content_provider_new_union (offered, G_N_ELEMENTS (offered));

  values_fill (fixture, values_open_empty (fixture));
  gdk_clipboard_set_content (get_clipboard (fixture), content);
  paste_clipboard (fixture);
  ui_wait_for_text (fixture, "New rows: 1 · Changed: 1");
  values_expect (fixture, "2021=5 2022=6 2023=7.5,DST 2024=8.5,DST");

  values_undo (fixture, "Undone: Values pasted into “New”");
  values_expect (fixture, "2021=5 2022=6 2023=7");
}

static void
test_line_ends_and_empty_cells_of_any_program_do (UiFixture     *fixture,
                                                  gconstpointer  data)
{
  values_open_empty (fixture);
  paste (fixture, "\r\nPeriod\tValue\t\r\n2021\t 5 \t\r\n\t\t\r\n2022\t\t\r\n2023\t7\t\r\n\r\n");
  ui_wait_for_text (fixture, "New rows: 2 · Unchanged: 1");
  values_expect (fixture, "2021=5 2023=7");
}

static void
test_a_picture_alone_changes_nothing_and_is_told (UiFixture     *fixture,
                                                  gconstpointer  data)
{
  g_autoptr (GdkContentProvider) picture = provide ("image/png", "no matter");

  values_fill (fixture, values_open_empty (fixture));
  gdk_clipboard_set_content (get_clipboard (fixture), picture);
  paste_clipboard (fixture);
  ui_wait_for_text (fixture, "There is nothing in the clipboard that could be a table of values");
  values_expect (fixture, "2021=5 2022=6 2023=7");

  /* Nothing was done that could be undone: what goes is what was done before. */
  values_undo (fixture, "Undone: Values pasted into “New”");
  values_expect (fixture, "");
}

static void
test_a_text_that_is_no_table_is_told_line_by_line (UiFixture     *fixture,
                                                   gconstpointer  data)
{
  values_fill (fixture, values_open_empty (fixture));
  paste (fixture, "Dear colleague,\nthe figures follow tomorrow.\n");
  ui_wait_for_text (fixture, "Not taken: 2");
  ui_draw (fixture, "values-no-table");
  values_expect (fixture, "2021=5 2022=6 2023=7");
}

static void
test_a_number_that_could_be_two_waits_for_an_answer (UiFixture     *fixture,
                                                     gconstpointer  data)
{
  values_fill (fixture, values_open_empty (fixture));
  paste (fixture, "2024\t1.234\n2025\t2.345\n");
  ui_wait_for_text (fixture, "Which Number is “1.234”?");
  values_expect (fixture, "2021=5 2022=6 2023=7");
  ui_press_button (fixture, "Cancel");
  ui_settle (fixture);
  values_expect (fixture, "2021=5 2022=6 2023=7");

  paste (fixture, "2024\t1.234\n2025\t2.345\n");
  ui_wait_for_text (fixture, "Which Number is “1.234”?");
  ui_press_button (fixture, "1234");
  ui_wait_for_text (fixture, "New rows: 2");
  values_expect (fixture, "2021=5 2022=6 2023=7 2024=1234 2025=2345");
}

#define ADD(path, func) \
  g_test_add ("/values-clipboard/" path, UiFixture, NULL, ui_fixture_set_up, func, ui_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  /* GTK's accessibility for tests crashes when something is announced. */
  g_setenv ("GTK_A11Y", "none", TRUE);
  ui_init (&argc, &argv);
  ui_speak ("en_GB.UTF-8");

  ADD ("cells-of-a-spreadsheet-come-as-rows-and-go-by-one-undo",
       test_cells_of_a_spreadsheet_come_as_rows_and_go_by_one_undo);
  ADD ("line-ends-and-empty-cells-of-any-program-do", test_line_ends_and_empty_cells_of_any_program_do);
  ADD ("a-picture-alone-changes-nothing-and-is-told", test_a_picture_alone_changes_nothing_and_is_told);
  ADD ("a-text-that-is-no-table-is-told-line-by-line", test_a_text_that_is_no_table_is_told_line_by_line);
  ADD ("a-number-that-could-be-two-waits-for-an-answer", test_a_number_that_could_be_two_waits_for_an_answer);

  return g_test_run ();
}
