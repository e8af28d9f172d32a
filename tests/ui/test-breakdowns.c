/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Indicators as statistics publish them, with hundreds of breakdowns, codes beside them, and sometimes no whole: what
 * is shown of them at first can be read, and everything can be shown. */
#include "ui-fixture.h"

#include "uds-chart-view.h"
#include "uds-indicator-choice-button.h"
#include "uds-indicator-page.h"
#include "uds-indicator-switches.h"
#include "uds-related-list.h"

static const char *const countries[] = { NULL, "England", "Scotland", "Wales", "Northern Ireland" };
static const char *const ages[] = { NULL, "0-14", "15-24", "25-34", "35-49", "50-64", "65 or more" };
static const char *const sexes[] = { NULL, "Women", "Men" };
static const char *const tenures[] = { NULL, "Owner-occupied", "Rented from a housing association" };

#define N_PARTS (G_N_ELEMENTS (countries) * G_N_ELEMENTS (ages) * G_N_ELEMENTS (sexes) * G_N_ELEMENTS (tenures))

static void
add_series (UdsSession *session,
            UdsRecord  *indicator,
            const char *breakdown,
            guint       number)
{
  g_autoptr (UdsRecord) series = uds_record_new (uds_kind_lookup ("series"));

  uds_record_set_text (series, "indicator", uds_record_get_id (indicator));
  uds_record_set_text (series, "unit", "percent");
  uds_record_set_text (series, "breakdown", breakdown);
  uds_record_set_integer (series, "position", number + 1);
  g_assert_true (uds_session_save (session, series, NULL));
  for (int year = 2015; year < 2023; year += 7)
    {
      g_autoptr (UdsRecord) observation = uds_record_new (uds_kind_lookup ("observation"));
      g_autofree char *period = g_strdup_printf ("%d", year);

      uds_record_set_text (observation, "series", uds_record_get_id (series));
      uds_record_set_text (observation, "period", period);
      uds_record_set_real (observation, "value", 20 + (number * 37 % 100) / 7.0 + (year - 2015) / 3.0);
      g_assert_true (uds_session_save (session, observation, NULL));
    }
}

static void
add_member (GString    *json,
            const char *name,
            const char *value)
{
  if (value != NULL)
    g_string_append_printf (json, "%s\"%s\":\"%s\"", json->len > 1 ? "," : "", name, value);
}

/* NULL for the whole. */
static char *
make_breakdown (guint number)
{
  GString *json = g_string_new ("{");
  guint country = number % G_N_ELEMENTS (countries);
  guint rest = number / G_N_ELEMENTS (countries);

  if (number == 0)
    {
      g_string_free (json, TRUE);
      return NULL;
    }
  add_member (json, "Country", countries[country]);
  add_member (json, "GeoCode", country > 0 ? (const char *[]) { "E9", "S9", "W9", "N9" }[country - 1] : NULL);
  add_member (json, "Age", ages[rest % G_N_ELEMENTS (ages)]);
  rest /= G_N_ELEMENTS (ages);
  add_member (json, "Sex", sexes[rest % G_N_ELEMENTS (sexes)]);
  add_member (json, "Tenure", tenures[rest / G_N_ELEMENTS (sexes)]);
  g_string_append_c (json, '}');
  return g_string_free_and_steal (json);
}

static gboolean
fill (UdsSession  *session,
      gpointer     data,
      GError     **error)
{
  g_autoptr (UdsRecord) many = store_fixture_indicator ("many", "Andel i bolig", "Share in housing");
  g_autoptr (UdsRecord) parts = store_fixture_indicator ("parts", "Luft i byer", "Air in cities");

  uds_record_set_text (many, "direction", "up");
  g_assert_true (uds_session_save (session, many, error));
  g_assert_true (uds_session_save (session, parts, error));
  for (guint i = 0; i < N_PARTS; i++)
    {
      g_autofree char *breakdown = make_breakdown (i);

      add_series (session, many, breakdown, i);
    }
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *breakdown = g_strdup_printf ("{\"City\":\"City %u\"}", i + 1);

      add_series (session, parts, breakdown, i);
    }
  return TRUE;
}

static void
set_up (UiFixture     *fixture,
        gconstpointer  width)
{
  g_autoptr (GError) error = NULL;

  ui_fixture_set_up (fixture, width);
  uds_store_write (fixture->store.store, "Fill", fill, NULL, &error);
  g_assert_no_error (error);
}

static GtkWidget *
open_page (UiFixture  *fixture,
           const char *code)
{
  g_autofree char *id = ui_find_id (fixture, "indicator", "code", code);

  uds_window_open_record (fixture->window, "indicator", id);
  ui_settle (fixture);
  return ui_find_type (GTK_WIDGET (fixture->window), UDS_TYPE_INDICATOR_PAGE);
}

static UdsChartSpec *
get_spec (UiFixture *fixture)
{
  return uds_chart_view_get_spec (UDS_CHART_VIEW (ui_find_type (GTK_WIDGET (fixture->window), UDS_TYPE_CHART_VIEW)));
}

static guint
count_rows (UiFixture *fixture)
{
  return uds_chart_grid_get_n_rows (uds_chart_spec_get_grid (get_spec (fixture)));
}

static void
show_kind (UiFixture  *fixture,
           const char *name)
{
  GtkWidget *switches = ui_find_type (GTK_WIDGET (fixture->window), UDS_TYPE_INDICATOR_SWITCHES);

  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (ui_find_type (switches, ADW_TYPE_TOGGLE_GROUP)), name);
  ui_settle (fixture);
}

static void
draw (UiFixture     *fixture,
      const char    *what,
      gconstpointer  width)
{
  g_autofree char *name = g_strdup_printf ("breakdowns-%s-%d", what, GPOINTER_TO_INT (width));

  ui_draw (fixture, name);
}

/* Choices */

static void
collect_choices (GtkWidget *widget,
                 gpointer   data)
{
  if (UDS_IS_INDICATOR_CHOICE_BUTTON (widget))
    g_ptr_array_add (data, widget);
}

static void
test_rows_begin_with_what_can_be_read (UiFixture     *fixture,
                                       gconstpointer  width)
{
  GtkWidget *page = open_page (fixture, "many");
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();

  ui_for_each (page, collect_choices, choices);
  g_assert_cmpuint (choices->len, ==, 4); /* none for the codes */
  draw (fixture, "lines", width);

  show_kind (fixture, "bars");
  g_assert_cmpuint (count_rows (fixture), ==, 5);
  g_assert_nonnull (ui_find_text (page, "Country · 4"));
  g_assert_cmpstr (uds_chart_spec_get_footnote (get_spec (fixture), 0), ==, "5 of 315 breakdowns are shown.");
  draw (fixture, "bars", width);
  show_kind (fixture, "dumbbell");
  draw (fixture, "then-and-now", width);
}

static void
choose_everything (GtkWidget *widget,
                   gpointer   data)
{
  if (GTK_IS_CHECK_BUTTON (widget) && gtk_widget_is_sensitive (widget))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (widget), TRUE);
}

/* Chosen or not, hundreds of rows are no reason for a warning. */
static void
test_everything_can_be_shown (UiFixture     *fixture,
                              gconstpointer  width)
{
  GtkWidget *page = open_page (fixture, "many");
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();

  show_kind (fixture, "bars");
  ui_for_each (page, collect_choices, choices);
  for (guint i = 0; i < choices->len; i++)
    {
      GtkMenuButton *button = GTK_MENU_BUTTON (adw_bin_get_child (g_ptr_array_index (choices, i)));

      gtk_menu_button_popup (button);
      ui_settle (fixture);
      ui_for_each (GTK_WIDGET (button), choose_everything, NULL);
      gtk_menu_button_popdown (button);
      ui_settle (fixture);
    }
  g_assert_cmpuint (count_rows (fixture), ==, N_PARTS);
  draw (fixture, "all-bars", width);
  show_kind (fixture, "dumbbell");
  draw (fixture, "all-then-and-now", width);
  show_kind (fixture, "lines");
  draw (fixture, "all-lines", width);
}

/* Series */

typedef struct {
  GHashTable *titles;
  guint n_rows;
} Rows;

static void
collect_series (GtkWidget *widget,
                gpointer   data)
{
  Rows *rows = data;

  if (!ADW_IS_ACTION_ROW (widget) || gtk_widget_get_ancestor (widget, UDS_TYPE_RELATED_LIST) == NULL
      || gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) == NULL)
    return;
  rows->n_rows++;
  g_hash_table_add (rows->titles, g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget))));
}

static guint
count_series (UiFixture *fixture)
{
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Rows rows = { titles, 0 };

  ui_for_each (GTK_WIDGET (fixture->window), collect_series, &rows);
  g_assert_cmpuint (g_hash_table_size (titles), ==, rows.n_rows);
  return rows.n_rows;
}

static void
test_series_are_told_apart_and_folded (UiFixture     *fixture,
                                       gconstpointer  width)
{
  GtkWidget *page = open_page (fixture, "many");
  GtkWidget *more;

  g_assert_cmpuint (count_series (fixture), ==, 5);
  g_assert_nonnull (ui_find_text (page, "Northern Ireland"));
  more = ui_find_text (page, "Show 25 More");
  g_assert_nonnull (more);
  g_assert_true (gtk_widget_activate (gtk_widget_get_ancestor (more, ADW_TYPE_BUTTON_ROW)));
  ui_settle (fixture);
  g_assert_cmpuint (count_series (fixture), ==, 30);
}

/* Without a whole */

static void
test_parts_are_not_taken_for_the_whole (UiFixture     *fixture,
                                        gconstpointer  width)
{
  GtkWidget *page = open_page (fixture, "parts");

  g_assert_nonnull (ui_find_text (page, "No value of the whole. City 1: Up from 20.0% in 2015 to 22.3% in 2022"));
  g_assert_nonnull (ui_find_text (page, "There are values of parts, but none of the whole, and only the whole is "
                                        "assessed."));
  draw (fixture, "no-whole", width);
  show_kind (fixture, "bars");
  g_assert_cmpuint (count_rows (fixture), ==, 13);
  draw (fixture, "no-whole-bars", width);
}

int
main (int   argc,
      char *argv[])
{
#define ADD(path, width, func) \
  g_test_add ("/breakdowns/" path, UiFixture, GINT_TO_POINTER (width), set_up, func, ui_fixture_tear_down)

  ui_init (&argc, &argv);

  ADD ("rows-begin-with-what-can-be-read/wide", 1280, test_rows_begin_with_what_can_be_read);
  ADD ("rows-begin-with-what-can-be-read/narrow", 360, test_rows_begin_with_what_can_be_read);
  ADD ("everything-can-be-shown/wide", 1280, test_everything_can_be_shown);
  ADD ("everything-can-be-shown/narrow", 360, test_everything_can_be_shown);
  ADD ("series-are-told-apart-and-folded", 0, test_series_are_told_apart_and_folded);
  ADD ("parts-are-not-taken-for-the-whole/wide", 1280, test_parts_are_not_taken_for_the_whole);
  ADD ("parts-are-not-taken-for-the-whole/narrow", 360, test_parts_are_not_taken_for_the_whole);

  return g_test_run ();
}
