/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An indicator's page worked as a person works it: parts are chosen by keyboard, the finding is rewritten and undone,
 * another indicator comes beside it, and what was chosen is there again. */
#include "ui-fixture.h"

#include "uds-chart-view.h"
#include "uds-choose-record.h"
#include "uds-finding-editor.h"
#include "uds-indicator-choice-button.h"
#include "uds-indicator-page.h"
#include "uds-indicator-sources.h"
#include "uds-indicator-switches.h"

/* Records */

static void
add_series (UiFixture  *fixture,
            UdsRecord  *indicator,
            const char *unit,
            const char *breakdown,
            double      first,
            double      change)
{
  static int position;
  g_autoptr (UdsRecord) series = uds_record_new (uds_kind_lookup ("series"));

  uds_record_set_text (series, "indicator", uds_record_get_id (indicator));
  uds_record_set_text (series, "unit", unit);
  uds_record_set_text (series, "breakdown", breakdown);
  uds_record_set_integer (series, "position", ++position);
  store_fixture_save (&fixture->store, series);
  for (int year = 2010; year < 2023; year++)
    {
      g_autoptr (UdsRecord) observation = uds_record_new (uds_kind_lookup ("observation"));
      g_autofree char *period = g_strdup_printf ("%d", year);

      uds_record_set_text (observation, "series", uds_record_get_id (series));
      uds_record_set_text (observation, "period", period);
      uds_record_set_real (observation, "value", first + change * (year - 2010));
      if (year == 2020)
        uds_record_set_text (observation, "footnote", "Counted by telephone");
      store_fixture_save (&fixture->store, observation);
    }
}

static void
add_target (UiFixture  *fixture,
            UdsRecord  *indicator,
            const char *name,
            double      value,
            int         year,
            const char *state,
            const char *ended)
{
  g_autoptr (UdsRecord) target = uds_record_new (uds_kind_lookup ("indicator-target"));

  uds_record_set_text (target, "indicator", uds_record_get_id (indicator));
  uds_record_set_text (target, "name_en", name);
  uds_record_set_real (target, "value", value);
  uds_record_set_integer (target, "year", year);
  uds_record_set_text (target, "state", state);
  uds_record_set_text (target, "ended", ended);
  store_fixture_save (&fixture->store, target);
}

static void
add_break (UiFixture *fixture,
           UdsRecord *indicator)
{
  g_autoptr (UdsRecord) change = uds_record_new (uds_kind_lookup ("series-break"));

  uds_record_set_text (change, "indicator", uds_record_get_id (indicator));
  uds_record_set_integer (change, "year", 2016);
  uds_record_set_text (change, "note_en", "New questions");
  store_fixture_save (&fixture->store, change);
}

static void
set_up (UiFixture     *fixture,
        gconstpointer  width)
{
  g_autoptr (UdsRecord) indicator = store_fixture_indicator ("in-work", "I arbejde", "In work");

  ui_fixture_set_up (fixture, width);
  uds_record_set_text (indicator, "unit_da", "procent");
  uds_record_set_text (indicator, "unit_en", "percent");
  uds_record_set_text (indicator, "direction", "up");
  uds_record_set_real (indicator, "target_value", 80);
  uds_record_set_integer (indicator, "target_year", 2030);
  uds_record_set_text (indicator, "link", "https://www.example.org/work?a=1&b=2");
  uds_record_set_text (indicator, "metadata", "{\"graph_type\":\"line\"}");
  store_fixture_save (&fixture->store, indicator);
  add_series (fixture, indicator, NULL, NULL, 60, 0.5);
  add_series (fixture, indicator, NULL, "{\"Sex\":\"Women\"}", 55, 0.75);
  add_series (fixture, indicator, NULL, "{\"Sex\":\"Men\"}", 65, 0.25);
  for (int i = 0; i < 7; i++)
    {
      g_autofree char *breakdown = g_strdup_printf ("{\"Age\":\"%d-%d\"}", 15 + 10 * i, 24 + 10 * i);

      add_series (fixture, indicator, NULL, breakdown, 40 + 5 * i, 0.5);
    }
  add_series (fixture, indicator, NULL, "{\"Age\":\"15-24\",\"Sex\":\"Women\"}", 42, 1);
  add_series (fixture, indicator, "persons", NULL, 300000, 4000);
  add_target (fixture, indicator, "Half in work 2012", 62, 2012, "reached", "2012");
  add_target (fixture, indicator, "Full employment", 90, 2020, "given-up", "2018-05");
  add_target (fixture, indicator, NULL, 75, 2025, "replaced", "2021-01-01");
  add_break (fixture, indicator);
}

/* The page */

static GtkWidget *
open_page (UiFixture *fixture)
{
  g_autofree char *id = ui_find_id (fixture, "indicator", "code", "in-work");

  uds_window_open_record (fixture->window, "indicator", id);
  ui_settle (fixture);
  return ui_find_type (GTK_WIDGET (fixture->window), UDS_TYPE_INDICATOR_PAGE);
}

static UdsChartSpec *
get_spec (UiFixture *fixture)
{
  return uds_chart_view_get_spec (UDS_CHART_VIEW (ui_find_type (GTK_WIDGET (fixture->window), UDS_TYPE_CHART_VIEW)));
}

typedef struct {
  const char *label;
  GtkWidget *found;
} Wanted;

static void
look_for_check (GtkWidget *widget,
                gpointer   data)
{
  Wanted *wanted = data;
  GtkWidget *child;

  if (!GTK_IS_CHECK_BUTTON (widget))
    return;

  child = gtk_check_button_get_child (GTK_CHECK_BUTTON (widget));
  if (GTK_IS_LABEL (child) && g_str_equal (gtk_label_get_label (GTK_LABEL (child)), wanted->label))
    wanted->found = widget;
}

static GtkWidget *
find_check (UiFixture  *fixture,
            const char *label)
{
  Wanted wanted = { .label = label };

  ui_for_each (GTK_WIDGET (fixture->window), look_for_check, &wanted);
  g_assert_nonnull (wanted.found);
  return wanted.found;
}

static void
look_for_choice (GtkWidget *widget,
                 gpointer   data)
{
  Wanted *wanted = data;
  GtkWidget *button;

  if (!UDS_IS_INDICATOR_CHOICE_BUTTON (widget))
    return;

  button = adw_bin_get_child (ADW_BIN (widget));
  if (g_str_has_prefix (gtk_label_get_label (GTK_LABEL (gtk_menu_button_get_child (GTK_MENU_BUTTON (button)))),
                        wanted->label))
    wanted->found = button;
}

/* Opens the list of a choice, as Enter on its button does. */
static void
open_choice (UiFixture  *fixture,
             const char *label)
{
  Wanted wanted = { .label = label };

  ui_for_each (GTK_WIDGET (fixture->window), look_for_choice, &wanted);
  g_assert_nonnull (wanted.found);
  gtk_menu_button_popup (GTK_MENU_BUTTON (wanted.found));
  ui_settle (fixture);
}

static void
choose (UiFixture  *fixture,
        const char *choice,
        const char *label)
{
  open_choice (fixture, choice);
  gtk_widget_activate (find_check (fixture, label));
  ui_settle (fixture);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (find_check (fixture, label), GTK_TYPE_POPOVER)));
  ui_settle (fixture);
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
test_parts_are_chosen_by_keyboard (UiFixture     *fixture,
                                   gconstpointer  data)
{
  GtkWidget *focus;
  UdsChartSpec *spec;

  open_page (fixture);
  g_assert_cmpuint (uds_chart_spec_get_n_series (get_spec (fixture)), ==, 1);

  g_assert_true (ui_walk_to_type (fixture, UDS_TYPE_INDICATOR_CHOICE_BUTTON));
  open_choice (fixture, "Sex");
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (GTK_IS_CHECK_BUTTON (focus));
  gtk_widget_activate (focus);
  ui_settle (fixture);

  spec = get_spec (fixture);
  g_assert_cmpuint (uds_chart_spec_get_n_series (spec), ==, 2);
  g_assert_cmpstr (uds_chart_series_get_name (uds_chart_spec_get_series (spec, 0)), ==, "All");
  g_assert_cmpstr (uds_chart_series_get_name (uds_chart_spec_get_series (spec, 1)), ==, "Women");
  g_assert_nonnull (ui_find_text (GTK_WIDGET (fixture->window), "Highest in 2022: All, 66.0%. Lowest: Women, 64.0%"));
}

static void
test_the_unit_decides_what_targets_are_about (UiFixture     *fixture,
                                               gconstpointer  data)
{
  open_page (fixture);
  choose (fixture, "Unit", "persons");
  g_assert_cmpstr (uds_chart_spec_get_unit (get_spec (fixture)), ==, "persons");
  g_assert_cmpuint (uds_chart_spec_get_n_targets (get_spec (fixture)), ==, 3); /* those that name no unit */
  g_assert_cmpuint (uds_chart_spec_get_base (get_spec (fixture)), ==, UDS_CHART_NONE);
}

static char *
read_finding (UiFixture *fixture)
{
  g_autofree char *id = ui_find_id (fixture, "indicator", "code", "in-work");
  g_autoptr (UdsRecord) indicator = store_fixture_get (&fixture->store, "indicator", id);

  return g_strdup (uds_record_get_text (indicator, "finding_en"));
}

static void
write_finding (UiFixture  *fixture,
               GtkWidget  *page,
               const char *text)
{
  GtkWidget *editor, *entry;

  gtk_widget_activate_action (page, "indicator.finding", NULL);
  editor = ui_find_type (page, UDS_TYPE_FINDING_EDITOR);
  entry = ui_find_type (editor, GTK_TYPE_ENTRY);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  ui_settle (fixture);
}

static void
test_the_finding_is_written_by_hand_until_it_is_undone (UiFixture     *fixture,
                                                        gconstpointer  data)
{
  static const char automatic[] = "Up from 62.5% in 2015 to 66.0% in 2022";
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *page = open_page (fixture);
  g_autofree char *written = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *emptied = NULL;

  g_assert_nonnull (ui_find_text (page, automatic));
  write_finding (fixture, page, "Two in three are in work");
  written = read_finding (fixture);
  g_assert_cmpstr (written, ==, "Two in three are in work");
  g_assert_nonnull (ui_find_text (page, written));
  g_assert_cmpstr (uds_chart_spec_get_title (get_spec (fixture)), ==, written);
  g_assert_nonnull (ui_find_text (page, "Written by hand. The figures say: Up from 62.5% in 2015 to 66.0% in 2022"));
  ui_draw (fixture, "indicator-by-hand");

  write_finding (fixture, page, "Of every hundred two more were in work in 2022 than in 2015");
  g_assert_null (ui_find_text (page, "Written by hand"));
  gtk_widget_activate_action (window, "win.undo", NULL);
  ui_wait_for_text (fixture, written);

  gtk_widget_activate_action (window, "win.undo", NULL);
  ui_wait_for_text (fixture, automatic);
  undone = read_finding (fixture);
  g_assert_null (undone);
  g_assert_null (ui_find_text (page, "Written by hand"));

  write_finding (fixture, page, "Two in three are in work");
  write_finding (fixture, page, "");
  emptied = read_finding (fixture);
  g_assert_null (emptied);
  g_assert_nonnull (ui_find_text (page, automatic));
}

static void
test_the_automatic_sentence_typed_again_is_not_stored (UiFixture     *fixture,
                                                       gconstpointer  data)
{
  GtkWidget *page = open_page (fixture);
  g_autofree char *stored = NULL;

  write_finding (fixture, page, " Up from 62.5% in 2015 to 66.0% in 2022 ");
  stored = read_finding (fixture);
  g_assert_null (stored);
}

static void
test_what_was_chosen_is_there_again (UiFixture     *fixture,
                                     gconstpointer  data)
{
  open_page (fixture);
  choose (fixture, "Sex", "Women");
  uds_window_show_page (fixture->window, "goals");
  ui_settle (fixture);
  open_page (fixture);
  g_assert_cmpuint (uds_chart_spec_get_n_series (get_spec (fixture)), ==, 2);
}

static void
test_the_header_names_the_indicator (UiFixture     *fixture,
                                     gconstpointer  data)
{
  g_assert_nonnull (ui_find_text (open_page (fixture), "in-work"));
}

static void
draw (UiFixture     *fixture,
      const char    *what,
      gconstpointer  width)
{
  g_autofree char *name = g_strdup_printf ("indicator-%s-%d", what, GPOINTER_TO_INT (width));

  ui_draw (fixture, name);
}

/* Whatever is chosen, at both widths; the pictures are for people. */
static void
test_everything_can_be_shown (UiFixture     *fixture,
                              gconstpointer  data)
{
  open_page (fixture);
  draw (fixture, "plain", data);
  open_choice (fixture, "Age");
  draw (fixture, "choice", data);
  for (int i = 0; i < 7; i++)
    {
      g_autofree char *label = g_strdup_printf ("%d-%d", 15 + 10 * i, 24 + 10 * i);

      gtk_widget_activate (find_check (fixture, label));
    }
  ui_settle (fixture);
  g_assert_cmpuint (uds_chart_spec_get_n_series (get_spec (fixture)), ==, 8);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (find_check (fixture, "15-24"), GTK_TYPE_POPOVER)));
  ui_settle (fixture);
  draw (fixture, "ages", data);
  show_kind (fixture, "bars");
  g_assert_cmpuint (uds_chart_grid_get_n_rows (uds_chart_spec_get_grid (get_spec (fixture))), ==, 8);
  draw (fixture, "bars", data);
  show_kind (fixture, "dumbbell");
  draw (fixture, "then-and-now", data);
}

/* The arithmetic */

typedef struct {
  const char *method;
  const char *figure;
} Method;

static const Method methods[] = {
  { "open-sdg", "Observed as a share of required" },
  { "un", "Carried on to 2030" },
  { "eurostat", "Observed as a share of required" },
};

static void
test_every_method_shows_its_arithmetic (UiFixture     *fixture,
                                        gconstpointer  data)
{
  g_autofree char *id = ui_find_id (fixture, "indicator", "code", "in-work");

  for (gsize i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_autoptr (UdsRecord) indicator = store_fixture_get (&fixture->store, "indicator", id);
      g_autofree char *name = g_strdup_printf ("indicator-why-%s", methods[i].method);
      GtkMenuButton *button;
      GtkPopover *popover;

      uds_record_set_text (indicator, "method", methods[i].method);
      store_fixture_save (&fixture->store, indicator);
      uds_window_show_page (fixture->window, "goals");
      ui_settle (fixture);
      button = GTK_MENU_BUTTON (gtk_widget_get_ancestor (ui_find_text (open_page (fixture), "Why?"),
                                                         GTK_TYPE_MENU_BUTTON));
      gtk_menu_button_popup (button);
      ui_settle (fixture);
      popover = gtk_menu_button_get_popover (button);
      ui_draw_popover (popover, name);
      g_assert_nonnull (ui_find_text (GTK_WIDGET (popover), methods[i].figure));
      gtk_popover_popdown (popover);
      ui_settle (fixture);
    }
}

/* Cars should become fewer: more of them is growth and a way back. */
static void
test_a_rise_of_what_should_fall_is_told_so (UiFixture     *fixture,
                                            gconstpointer  data)
{
  g_autofree char *id = ui_find_id (fixture, "indicator", "code", "cph-cars");
  GtkMenuButton *button;

  uds_window_open_record (fixture->window, "indicator", id);
  ui_settle (fixture);
  button = GTK_MENU_BUTTON (gtk_widget_get_ancestor (ui_find_text (GTK_WIDGET (fixture->window), "Why?"),
                                                     GTK_TYPE_MENU_BUTTON));
  gtk_menu_button_popup (button);
  ui_settle (fixture);
  ui_draw_popover (gtk_menu_button_get_popover (button), "indicator-why-rise");
  g_assert_nonnull (ui_find_text (GTK_WIDGET (gtk_menu_button_get_popover (button)), "+0.91%"));
  g_assert_nonnull (ui_find_text (GTK_WIDGET (gtk_menu_button_get_popover (button)), "In the wanted direction"));
  g_assert_nonnull (ui_find_text (GTK_WIDGET (gtk_menu_button_get_popover (button)), "−0.91%"));
  gtk_menu_button_popdown (button);
}

/* Beside another indicator */

static void
add_long_name (UiFixture *fixture)
{
  static const char title[] = "Annual mean level of fine particles in towns and cities, weighted by their population";
  g_autoptr (UdsRecord) other = store_fixture_indicator ("aaa", title, title);

  store_fixture_save (&fixture->store, other);
  add_series (fixture, other, "micrograms", NULL, 12, -0.1);
}

static int
get_chip_height (GtkWidget *switches)
{
  GtkWidget *chip = ui_find_type (switches, UDS_TYPE_INDICATOR_CHOICE_BUTTON);

  return gtk_widget_get_height (adw_bin_get_child (ADW_BIN (chip)));
}

static int
find_bottom (GtkWidget *widget,
             GtkWidget *within)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, within, &bounds));
  return (int) (bounds.origin.y + bounds.size.height);
}

/* However long its name is, the other switches stay as high as their words, and nothing is left empty below. */
static void
test_another_indicator_stands_beside_it (UiFixture     *fixture,
                                         gconstpointer  width)
{
  GtkWidget *switches, *button;
  int height;

  add_long_name (fixture);
  switches = ui_find_type (open_page (fixture), UDS_TYPE_INDICATOR_SWITCHES);
  height = get_chip_height (switches);

  ui_press_button (fixture, "Compare…");
  g_signal_emit_by_name (ui_find_type (ui_find_type (GTK_WIDGET (fixture->window), UDS_TYPE_CHOOSE_RECORD),
                                       GTK_TYPE_LIST_VIEW),
                         "activate", 0);
  ui_wait_for_text (fixture, "Compared with: Annual mean level of fine particles in towns and cities, weighted by their"
                             " population");
  ui_settle (fixture);
  draw (fixture, "compared", width);

  button = gtk_widget_get_ancestor (ui_find_text (switches, "Compared with: Annual"), GTK_TYPE_BUTTON);
  g_assert_cmpint (get_chip_height (switches), ==, height);
  g_assert_cmpint (find_bottom (button, switches), ==, gtk_widget_get_height (switches));
  if (GPOINTER_TO_INT (width) == 1280)
    g_assert_cmpint (gtk_widget_get_height (switches), <=, 2 * height + 12);
}

/* Source and metadata */

static void
unfold (GtkWidget *widget,
        gpointer   data)
{
  if (ADW_IS_EXPANDER_ROW (widget))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
}

static void
test_the_source_is_one_click_away (UiFixture     *fixture,
                                   gconstpointer  width)
{
  GtkWidget *page = open_page (fixture);
  GtkWidget *link = ui_find_text (page, "www.example.org/work?a=1&b=2");
  GtkWidget *row;

  g_assert_nonnull (link);
  row = gtk_widget_get_ancestor (link, ADW_TYPE_ACTION_ROW);
  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (row), ==, "Open in the Browser");
  ui_for_each (ui_find_type (page, UDS_TYPE_INDICATOR_SOURCES), unfold, NULL);
  ui_settle (fixture);
  g_assert_nonnull (ui_find_text (page, "graph_type"));
}

/* Language */

static void
set_up_danish (UiFixture     *fixture,
               gconstpointer  width)
{
  ui_speak ("da_DK.UTF-8");
  set_up (fixture, width);
}

static void
tear_down_danish (UiFixture     *fixture,
                  gconstpointer  width)
{
  ui_fixture_tear_down (fixture, width);
  ui_speak ("en_GB.UTF-8");
}

/* Files are in English more often than not. What the file says stays in the data. */
static void
test_common_parts_are_called_in_danish (UiFixture     *fixture,
                                        gconstpointer  width)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  g_autofree char *series = NULL;

  open_page (fixture);
  open_choice (fixture, "Køn");
  gtk_widget_activate (gtk_root_get_focus (GTK_ROOT (window)));
  ui_settle (fixture);
  ui_draw (fixture, "indicator-danish");
  g_assert_cmpstr (uds_chart_series_get_name (uds_chart_spec_get_series (get_spec (fixture), 1)), ==, "Kvinder");
  g_assert_nonnull (ui_find_text (window, "Køn: Kvinder"));
  series = ui_find_id (fixture, "series", "breakdown", "{\"Sex\":\"Women\"}");
  g_assert_nonnull (series);
}

int
main (int   argc,
      char *argv[])
{
#define ADD(path, width, func) \
  g_test_add ("/indicator/" path, UiFixture, GINT_TO_POINTER (width), set_up, func, ui_fixture_tear_down)

  ui_init (&argc, &argv);

  ADD ("parts-are-chosen-by-keyboard", 0, test_parts_are_chosen_by_keyboard);
  ADD ("the-unit-decides-what-targets-are-about", 0, test_the_unit_decides_what_targets_are_about);
  ADD ("the-finding-is-written-by-hand-until-it-is-undone", 0, test_the_finding_is_written_by_hand_until_it_is_undone);
  ADD ("the-automatic-sentence-typed-again-is-not-stored", 0, test_the_automatic_sentence_typed_again_is_not_stored);
  ADD ("what-was-chosen-is-there-again", 0, test_what_was_chosen_is_there_again);
  ADD ("the-header-names-the-indicator", 0, test_the_header_names_the_indicator);
  ADD ("a-rise-of-what-should-fall-is-told-so", 0, test_a_rise_of_what_should_fall_is_told_so);
  ADD ("every-method-shows-its-arithmetic", 0, test_every_method_shows_its_arithmetic);
  ADD ("another-indicator-stands-beside-it/wide", 1280, test_another_indicator_stands_beside_it);
  ADD ("another-indicator-stands-beside-it/narrow", 360, test_another_indicator_stands_beside_it);
  ADD ("everything-can-be-shown/wide", 1280, test_everything_can_be_shown);
  ADD ("everything-can-be-shown/narrow", 360, test_everything_can_be_shown);
  ADD ("the-source-is-one-click-away", 0, test_the_source_is_one_click_away);
  g_test_add ("/indicator/common-parts-are-called-in-danish", UiFixture, GINT_TO_POINTER (1180), set_up_danish,
              test_common_parts_are_called_in_danish, tear_down_danish);

  return g_test_run ();
}
