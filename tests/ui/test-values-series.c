/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables that go out and come back change nothing, in both languages; percentages are what their series says; and a
 * second series is made by hand. */
#include "values-fixture.h"

#include "uds-chart-sheet.h"
#include "uds-chart-table.h"
#include "uds-chart-view.h"
#include "uds-indicator-page.h"
#include "uds-new-series.h"
#include "uds-sheet-file.h"

#include <glib/gi18n.h>

/* What is copied */

static void
set_up (UiFixture     *fixture,
        gconstpointer  locale)
{
  ui_speak (locale);
  ui_fixture_set_up (fixture, NULL);
}

static UdsChartSpec *
get_chart (UiFixture *fixture)
{
  g_autofree char *id = ui_find_id (fixture, "indicator", "code", "new");
  GtkWidget *page;

  uds_window_open_record (fixture->window, "indicator", id);
  ui_settle (fixture);
  page = ui_find_type (GTK_WIDGET (fixture->window), UDS_TYPE_INDICATOR_PAGE);
  return uds_chart_view_get_spec (UDS_CHART_VIEW (ui_find_type (page, UDS_TYPE_CHART_VIEW)));
}

static char *
copy_text (UiFixture *fixture)
{
  g_autoptr (UdsChartTable) table = uds_chart_table_new (get_chart (fixture));

  return uds_chart_table_to_tsv (table);
}

/* As a spreadsheet has it that was given the table as HTML, and gives it back as text. */
static char *
copy_html (UiFixture *fixture)
{
  g_autoptr (UdsSheet) sheet = uds_chart_sheet_new (get_chart (fixture));
  g_autofree char *html = uds_sheet_to_html (sheet);
  GString *text = g_string_new (strstr (html, "<body>"));
  g_autoptr (GRegex) tags = g_regex_new ("<[^>]*>", 0, 0, NULL);
  char *bare;

  g_string_replace (text, "\n", "", 0);
  g_string_replace (text, "</th><th", "\t<", 0);
  g_string_replace (text, "</td><td", "\t<", 0);
  g_string_replace (text, "</tr>", "\n", 0);
  g_string_replace (text, "</p>", "\n", 0);
  bare = g_regex_replace_literal (tags, text->str, -1, 0, "", 0, NULL);
  g_string_free (text, TRUE);
  return bare;
}

typedef char *(*CopyFunc) (UiFixture *fixture);

/* As it stands in the outcome: "Unchanged: 3". */
static void
paste_unchanged (UiFixture  *fixture,
                 CopyFunc    copy,
                 const char *n_rows,
                 const char *values)
{
  g_autofree char *text = copy (fixture);
  g_autofree char *said = g_strdup_printf ("%s: %s", _("Unchanged"), n_rows);

  uds_values_page_paste (values_open (fixture, "new"), text);
  ui_wait_for_text (fixture, said);
  values_expect (fixture, values);
}

static void
test_a_copied_table_changes_nothing (UiFixture     *fixture,
                                     gconstpointer  data)
{
  UdsValuesPage *page = values_open_empty (fixture);
  g_autofree char *rows = g_strdup_printf ("%s: 4", _("New rows"));

  uds_values_page_paste (page, "2020\t5,25\tprovisional\tDST\tFrom May; by telephone\n2021\t6\testimated\n2022\t7\n"
                               "2023\t8\t\t\tFrom May\n");
  ui_wait_for_text (fixture, rows);
  for (guint i = 0; i < 2; i++)
    paste_unchanged (fixture, i == 0 ? copy_text : copy_html, "4",
                     "2020=5.25,provisional,DST,From May; by telephone 2021=6,estimated 2022=7 2023=8,From May");
}

static void
test_a_copied_table_of_other_periods_changes_nothing (UiFixture     *fixture,
                                                      gconstpointer  data)
{
  UdsValuesPage *page = values_open_empty (fixture);
  g_autofree char *rows = g_strdup_printf ("%s: 2", _("New rows"));

  uds_values_page_paste (page, "2020K4\t5,5\n2021K1\t6*\n");
  ui_wait_for_text (fixture, rows);
  paste_unchanged (fixture, copy_text, "2", "2020-Q4=5.5 2021-Q1=6,provisional");
  uds_values_page_paste (values_open (fixture, "new"), "2020-11\t7\n2020-12\t8\n");
  ui_wait_for_text (fixture, rows);
  paste_unchanged (fixture, copy_text, "4", "2020-11=7 2020-12=8 2020-Q4=5.5 2021-Q1=6,provisional");
}

/* Series by hand */

static UdsValuesPage *
get_page (UiFixture *fixture)
{
  return UDS_VALUES_PAGE (ui_find_type (GTK_WIDGET (fixture->window), UDS_TYPE_VALUES_PAGE));
}

static void
choose_series (UiFixture *fixture,
               guint      position)
{
  GtkWidget *chooser = ui_find_type (GTK_WIDGET (get_page (fixture)), GTK_TYPE_DROP_DOWN);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), position);
  ui_settle (fixture);
}

static void
write_row (UiFixture  *fixture,
           const char *name,
           const char *text)
{
  UdsNewSeries *dialog = UDS_NEW_SERIES (ui_find_type (GTK_WIDGET (fixture->window), UDS_TYPE_NEW_SERIES));

  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_template_child (GTK_WIDGET (dialog), UDS_TYPE_NEW_SERIES, name)),
                         text);
}

static void
test_a_second_series_is_added_and_filled (UiFixture     *fixture,
                                          gconstpointer  data)
{
  values_fill (fixture, values_open_empty (fixture));
  choose_series (fixture, 1);
  write_row (fixture, "part_row", "Women");
  ui_press_button (fixture, "Add");
  g_assert_nonnull (ui_find_text (GTK_WIDGET (fixture->window), "Say by what the whole is divided into parts."));
  ui_draw (fixture, "series-problem");
  write_row (fixture, "dimension_row", "Sex");
  ui_press_button (fixture, "Add");
  ui_wait_for_text (fixture, "Series “Women” added to “New”");
  ui_settle (fixture);

  g_assert_cmpint (values_get_column (fixture), ==, UDS_OBSERVATION_COLUMN_PERIOD);
  values_type_and_press (fixture, "2022", GDK_KEY_Tab);
  values_type_and_press (fixture, "3", GDK_KEY_Return);
  ui_draw (fixture, "series-filled");
  values_expect (fixture, "2021=5 2022=6 2022=3 2023=7");

  values_undo (fixture, "Undone: 2022 added to “New”");
  values_undo (fixture, "Undone: Series “Women” added to “New”");
  values_expect (fixture, "2021=5 2022=6 2023=7");
}

static void
test_a_series_in_another_unit_is_added (UiFixture     *fixture,
                                        gconstpointer  data)
{
  values_fill (fixture, values_open_empty (fixture));
  choose_series (fixture, 1);
  ui_press_button (fixture, "Add");
  g_assert_nonnull (ui_find_text (GTK_WIDGET (fixture->window), "The indicator has this series already."));
  write_row (fixture, "unit_row", "percent");
  ui_press_button (fixture, "Add");
  ui_wait_for_text (fixture, "Series “percent” added to “New”");
  ui_settle (fixture);
  values_type_and_press (fixture, "2022", GDK_KEY_Tab);
  values_type_and_press (fixture, "12 %", GDK_KEY_Return);
  values_expect (fixture, "2021=5 2022=6 2022=12 2023=7");
}

static void
test_a_copied_table_of_several_series_goes_where_it_came_from (UiFixture     *fixture,
                                                               gconstpointer  data)
{
  values_fill (fixture, values_open_empty (fixture));
  choose_series (fixture, 1);
  write_row (fixture, "dimension_row", "Sex");
  write_row (fixture, "part_row", "Women");
  ui_press_button (fixture, "Add");
  ui_wait_for_text (fixture, "Series “Women” added to “New”");
  ui_settle (fixture);
  uds_values_page_paste (get_page (fixture),
                         "Period\tNew\tWomen\tNote\n2021\t5\t\tof all\n2022\t6\t3\tuncertain; of all\n2023\t7\t\t\n");
  ui_wait_for_text (fixture, "New rows: 1 · Unchanged: 2");
  values_expect (fixture, "2021=5 2022=6 2022=3 2023=7");
}

static void
test_a_series_is_added_in_a_small_window (UiFixture     *fixture,
                                          gconstpointer  data)
{
  UdsValuesPage *page = values_open_empty (fixture);

  uds_values_page_paste (page, "2021\t5\tprovisional\n2022\tmange\n2023\t7\n");
  ui_wait_for_text (fixture, "Ikke medtaget: 1");
  ui_draw (fixture, "series-small");
  choose_series (fixture, 1);
  write_row (fixture, "part_row", "Kvinder");
  ui_press_button (fixture, "Tilføj");
  ui_draw (fixture, "series-small-dialog");
  write_row (fixture, "dimension_row", "Køn");
  ui_press_button (fixture, "Tilføj");
  ui_wait_for_text (fixture, "Serien “Kvinder” føjet til “Ny”");
}

/* Percentages */

static void
test_a_percentage_is_asked_after_in_another_unit (UiFixture     *fixture,
                                                  gconstpointer  data)
{
  values_fill (fixture, values_open_empty (fixture));
  values_press (fixture, GDK_KEY_Home);
  values_press (fixture, GDK_KEY_Right);
  values_type_and_press (fixture, "12 %", GDK_KEY_Return);
  ui_wait_for_text (fixture, "This is a percentage, but the unit of the series is: –");
  g_assert_true (GTK_IS_TEXT (values_get_focus (fixture)));
  values_press (fixture, GDK_KEY_Escape);
  uds_values_page_paste (get_page (fixture), "1.234 %");
  values_expect (fixture, "2021=5 2022=6 2023=7");
}

/* Where the problems are */

static gboolean
covers (GtkWidget *above,
        GtkWidget *below,
        GtkWidget *window)
{
  graphene_rect_t a, b;

  return gtk_widget_compute_bounds (above, window, &a) && gtk_widget_compute_bounds (below, window, &b)
         && graphene_rect_intersection (&a, &b, NULL);
}

static void
find_toast (GtkWidget *widget,
            gpointer   data)
{
  GtkWidget **toast = data;

  if (g_str_equal (gtk_widget_get_css_name (widget), "toast"))
    *toast = widget;
}

static void
test_no_toast_covers_the_problems (UiFixture     *fixture,
                                   gconstpointer  data)
{
  UdsValuesPage *page = values_open_empty (fixture);
  GtkWidget *toast = NULL;
  GtkWidget *problem;

  uds_values_page_paste (page, "2019\t5\n2020\tmany\n2021\tfew\n2022\tsome\n2023\t6\n");
  ui_wait_for_text (fixture, "New rows: 2 · Not taken: 3");
  ui_wait_for_text (fixture, "Values pasted into “New”");
  ui_draw (fixture, "pasted-narrow");
  ui_for_each (GTK_WIDGET (fixture->window), find_toast, &toast);
  problem = ui_find_text (GTK_WIDGET (fixture->window), "This is not a number");
  g_assert_nonnull (toast);
  g_assert_false (covers (toast, problem, GTK_WIDGET (fixture->window)));
}

/* A small window, in which a toast covers much. */
static void
set_up_small (UiFixture     *fixture,
              gconstpointer  locale)
{
  ui_speak (locale);
  ui_fixture_set_up (fixture, GINT_TO_POINTER (360));
}

#define ADD(path, locale, func) \
  g_test_add ("/values-series/" path, UiFixture, locale, set_up, func, ui_fixture_tear_down)
#define ADD_BOTH(path, func) \
  ADD (path "/da", "da_DK.UTF-8", func); \
  ADD (path "/en", "en_GB.UTF-8", func)

int
main (int   argc,
      char *argv[])
{
  /* GTK's accessibility for tests crashes when something is announced. */
  g_setenv ("GTK_A11Y", "none", TRUE);
  ui_init (&argc, &argv);

  ADD_BOTH ("a-copied-table-changes-nothing", test_a_copied_table_changes_nothing);
  ADD_BOTH ("a-copied-table-of-other-periods-changes-nothing", test_a_copied_table_of_other_periods_changes_nothing);
  ADD ("a-second-series-is-added-and-filled", "en_GB.UTF-8", test_a_second_series_is_added_and_filled);
  ADD ("a-series-in-another-unit-is-added", "en_GB.UTF-8", test_a_series_in_another_unit_is_added);
  ADD ("a-copied-table-of-several-series-goes-where-it-came-from", "en_GB.UTF-8",
       test_a_copied_table_of_several_series_goes_where_it_came_from);
  ADD ("a-percentage-is-asked-after-in-another-unit", "en_GB.UTF-8", test_a_percentage_is_asked_after_in_another_unit);
  g_test_add ("/values-series/no-toast-covers-the-problems", UiFixture, "en_GB.UTF-8", set_up_small,
              test_no_toast_covers_the_problems, ui_fixture_tear_down);
  g_test_add ("/values-series/a-series-is-added-in-a-small-window", UiFixture, "da_DK.UTF-8", set_up_small,
              test_a_series_is_added_in_a_small_window, ui_fixture_tear_down);

  return g_test_run ();
}
