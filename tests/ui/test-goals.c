/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The goals as tiles, as heat maps and as what needs attention; sorted, filtered, and there again after a restart. */
#include "ui-fixture.h"

#include "uds-attention-group.h"
#include "uds-chart-table-view.h"
#include "uds-chart-view.h"
#include "uds-goal-page.h"
#include "uds-goal-targets-row.h"
#include "uds-goal-tile.h"
#include "uds-goals-filter.h"
#include "uds-goals-page.h"
#include "uds-indicator-page.h"
#include "uds-record-page.h"
#include "uds-status-label.h"
#include "udsyn-config.h"

/* As for somebody who has just installed it. */
static void
set_up (UiFixture     *fixture,
        gconstpointer  width)
{
  g_autoptr (GSettings) settings = g_settings_new (UDSYN_APP_ID);
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
  ui_fixture_set_up (fixture, width);
}

static GtkWidget *
get_focus (UiFixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

static GtkWidget *
find_type (UiFixture *fixture,
           GType      type)
{
  return ui_find_type (ui_get_window (fixture), type);
}

typedef struct {
  UiFixture *fixture;
  GType type;
} Awaited;

static gboolean
is_there (gpointer data)
{
  const Awaited *awaited = data;

  return find_type (awaited->fixture, awaited->type) != NULL;
}

/* From the face that is shown, by keys alone. A button stays pressed for a moment. */
static void
go_to_next_face (UiFixture *fixture,
                 GType      type)
{
  GtkWidget *group;

  g_assert_true (ui_walk_to_type (fixture, ADW_TYPE_TOGGLE_GROUP));
  group = gtk_widget_get_ancestor (get_focus (fixture), ADW_TYPE_TOGGLE_GROUP);
  g_assert_true (gtk_widget_child_focus (group, GTK_DIR_RIGHT));
  gtk_widget_activate (get_focus (fixture));
  g_assert_true (ui_wait_until (is_there, &(Awaited) { fixture, type }));
  ui_settle (fixture);
}

static void
show_face (UiFixture  *fixture,
           const char *face)
{
  g_autoptr (GSettings) settings = g_settings_new (UDSYN_APP_ID);

  g_settings_set_string (settings, "goals-face", face);
  ui_settle (fixture);
}

/* Filters */

static AdwComboRow *
find_combo (UiFixture  *fixture,
            const char *title)
{
  GtkWidget *label = ui_find_text (find_type (fixture, UDS_TYPE_GOALS_FILTER), title);

  g_assert_nonnull (label);
  return ADW_COMBO_ROW (gtk_widget_get_ancestor (label, ADW_TYPE_COMBO_ROW));
}

static GtkMenuButton *
get_filter_button (UiFixture *fixture)
{
  return GTK_MENU_BUTTON (ui_find_type (find_type (fixture, UDS_TYPE_GOALS_FILTER), GTK_TYPE_MENU_BUTTON));
}

static void
choose (UiFixture  *fixture,
        const char *title,
        guint       choice)
{
  gtk_menu_button_popup (get_filter_button (fixture));
  ui_settle (fixture);
  adw_combo_row_set_selected (find_combo (fixture, title), choice);
  ui_settle (fixture);
}

static void
close_filters (UiFixture *fixture)
{
  gtk_menu_button_popdown (get_filter_button (fixture));
  ui_settle (fixture);
}

/* Tiles */

static GPtrArray *
list_tiles (UiFixture *fixture)
{
  GtkWidget *grid = gtk_widget_get_parent (find_type (fixture, UDS_TYPE_GOAL_TILE));
  GPtrArray *digests = g_ptr_array_new ();

  for (GtkWidget *tile = gtk_widget_get_first_child (grid); tile != NULL; tile = gtk_widget_get_next_sibling (tile))
    g_ptr_array_add (digests, uds_goal_tile_get_digest (UDS_GOAL_TILE (tile)));
  return digests;
}

/* One figure that is assessed is not said to be none. */
static void
test_a_tile_says_that_too_little_is_assessed (UiFixture     *fixture,
                                              gconstpointer  data)
{
  GtkWidget *grid = gtk_widget_get_parent (find_type (fixture, UDS_TYPE_GOAL_TILE));
  guint n_found = 0;

  for (GtkWidget *tile = gtk_widget_get_first_child (grid); tile != NULL; tile = gtk_widget_get_next_sibling (tile))
    {
      UdsGoalDigest *digest = uds_goal_tile_get_digest (UDS_GOAL_TILE (tile));
      const UdsRollUp *roll_up = uds_goal_digest_get_roll_up (digest);
      g_autofree char *why = uds_roll_up_describe (roll_up, UDS_LANGUAGE_EN);
      GtkWidget *label;

      if (roll_up->n_assessed != 1)
        continue;
      g_assert_null (ui_find_text (tile, "Not assessed"));
      label = ui_find_text (tile, "Too little is assessed");
      g_assert_nonnull (label);
      g_assert_cmpstr (gtk_widget_get_tooltip_text (gtk_widget_get_ancestor (label, UDS_TYPE_STATUS_LABEL)), ==, why);
      n_found++;
    }
  g_assert_cmpuint (n_found, >, 0);
}

static guint
count_indicators (GPtrArray *digests,
                  guint      index)
{
  return uds_progress_tally_get_n_indicators (uds_goal_digest_get_tally (g_ptr_array_index (digests, index)));
}

/* Tests */

static void
test_faces_are_switched_by_keyboard (UiFixture     *fixture,
                                     gconstpointer  data)
{
  g_assert_nonnull (find_type (fixture, UDS_TYPE_GOAL_TILE));
  go_to_next_face (fixture, UDS_TYPE_CHART_VIEW);
  g_assert_null (find_type (fixture, UDS_TYPE_GOAL_TILE));
  go_to_next_face (fixture, UDS_TYPE_ATTENTION_GROUP);
  g_assert_null (find_type (fixture, UDS_TYPE_CHART_VIEW));
}

static GtkMenuButton *
walk_to_menu (UiFixture  *fixture,
              const char *name)
{
  for (int i = 0; i < 200; i++)
    {
      GtkWidget *button = get_focus (fixture) != NULL ? gtk_widget_get_parent (get_focus (fixture)) : NULL;

      if (GTK_IS_MENU_BUTTON (button) && g_strcmp0 (gtk_widget_get_tooltip_text (button), name) == 0)
        return GTK_MENU_BUTTON (button);
      gtk_widget_child_focus (ui_get_window (fixture), GTK_DIR_TAB_FORWARD);
    }
  g_assert_not_reached ();
}

/* By keys alone: to the button, into its menu, down to the item. */
static void
choose_item (UiFixture  *fixture,
             const char *name,
             guint       item)
{
  GtkMenuButton *button = walk_to_menu (fixture, name);
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (button));

  gtk_menu_button_popup (button);
  ui_settle (fixture);
  while (get_focus (fixture) == NULL || !gtk_widget_is_ancestor (get_focus (fixture), popover))
    gtk_widget_child_focus (popover, GTK_DIR_TAB_FORWARD);
  for (guint i = 0; i < item; i++)
    gtk_widget_child_focus (popover, GTK_DIR_DOWN);
  gtk_widget_activate (get_focus (fixture));
  ui_settle (fixture);
}

static void
test_the_worst_or_the_best_covered_come_first (UiFixture     *fixture,
                                               gconstpointer  data)
{
  g_autoptr (GPtrArray) worst = NULL;
  g_autoptr (GPtrArray) covered = NULL;

  choose_item (fixture, "Sort", 1);
  worst = list_tiles (fixture);
  choose_item (fixture, "Sort", 2);
  covered = list_tiles (fixture);
  ui_draw (fixture, "goals-by-coverage");

  g_assert_cmpuint (worst->len, ==, 18);
  for (guint i = 1; i < 17; i++)
    {
      const UdsRollUp *before = uds_goal_digest_get_roll_up (g_ptr_array_index (worst, i - 1));
      const UdsRollUp *roll_up = uds_goal_digest_get_roll_up (g_ptr_array_index (worst, i));
      const UdsProgressTally *more = uds_goal_digest_get_tally (g_ptr_array_index (covered, i - 1));
      const UdsProgressTally *less = uds_goal_digest_get_tally (g_ptr_array_index (covered, i));
      double score, score_before;

      g_assert_true (!uds_roll_up_get_score (roll_up, &score)
                     || (uds_roll_up_get_score (before, &score_before) && score_before <= score));
      g_assert_cmpfloat (uds_progress_tally_get_coverage (more), >=, uds_progress_tally_get_coverage (less));
    }
  g_assert_null (uds_goal_digest_get_goal (g_ptr_array_index (worst, 17)));
  g_assert_null (uds_goal_digest_get_goal (g_ptr_array_index (covered, 17)));
}

static void
test_a_filter_counts_in_every_face_and_says_so (UiFixture     *fixture,
                                                gconstpointer  data)
{
  g_autoptr (GPtrArray) all = list_tiles (fixture);
  guint n_all = count_indicators (all, 17), n_city;
  g_autoptr (GPtrArray) city = NULL;
  g_autoptr (GPtrArray) again = NULL;

  choose (fixture, "Place", UDS_SCOPE_CITY);
  close_filters (fixture);
  ui_draw (fixture, "goals-filtered");
  g_assert_true (ui_says (fixture, "Only: The city"));
  city = list_tiles (fixture);
  n_city = count_indicators (city, 17);
  g_assert_cmpuint (city->len, ==, 18);
  g_assert_cmpuint (n_city, >, 0);
  g_assert_cmpuint (n_city, <, n_all);

  show_face (fixture, "heat");
  g_assert_true (ui_says (fixture, "Only: The city"));
  show_face (fixture, "attention");
  g_assert_true (ui_says (fixture, "Only: The city"));
  g_assert_false (ui_says (fixture, "in Denmark"));

  show_face (fixture, "grid");
  ui_press_button (fixture, "Clear");
  again = list_tiles (fixture);
  g_assert_false (ui_says (fixture, "Only:"));
  g_assert_cmpuint (count_indicators (again, 17), ==, n_all);
}

static void
test_a_purpose_leaves_the_goals_that_serve_it (UiFixture     *fixture,
                                               gconstpointer  data)
{
  g_autoptr (GPtrArray) tiles = NULL;

  choose (fixture, "Purpose", 3);
  close_filters (fixture);
  g_assert_true (ui_says (fixture, "Only: Inspire"));
  tiles = list_tiles (fixture);
  g_assert_cmpuint (tiles->len, ==, 5); /* 3, 11, 13 and 17, and the city */
}

static void
test_a_filter_that_leaves_nothing_offers_to_be_cleared (UiFixture     *fixture,
                                                        gconstpointer  data)
{
  choose (fixture, "Administration", 1);
  close_filters (fixture);
  ui_draw (fixture, "goals-nothing");
  g_assert_true (ui_says (fixture, "Nothing Passes the Filter"));
  ui_press_button (fixture, "Clear Filters");
  g_assert_nonnull (find_type (fixture, UDS_TYPE_GOAL_TILE));
}

static void
test_face_order_and_filter_are_there_again (UiFixture     *fixture,
                                            gconstpointer  data)
{
  choose (fixture, "Place", UDS_SCOPE_COUNTRY);
  close_filters (fixture);
  choose_item (fixture, "Sort", 1);
  show_face (fixture, "attention");
  ui_fixture_tear_down (fixture, NULL);

  ui_fixture_set_up (fixture, NULL);
  g_assert_nonnull (find_type (fixture, UDS_TYPE_ATTENTION_GROUP));
  g_assert_true (ui_says (fixture, "Only: The country"));
}

static void
test_a_heat_map_leads_to_its_goals (UiFixture     *fixture,
                                    gconstpointer  data)
{
  GtkWidget *chart;

  show_face (fixture, "heat");
  ui_draw (fixture, "goals-heat");
  g_assert_true (ui_walk_to_type (fixture, UDS_TYPE_CHART_VIEW));
  chart = get_focus (fixture);
  ui_press_key (chart, GDK_KEY_Down);
  ui_press_key (chart, GDK_KEY_Return);
  ui_settle (fixture);
  g_assert_nonnull (find_type (fixture, UDS_TYPE_GOAL_PAGE));
}

static void
test_targets_stand_beside_their_statuses_as_chart_and_table (UiFixture     *fixture,
                                                             gconstpointer  data)
{
  show_face (fixture, "heat");
  ui_press_button (fixture, "Targets");
  ui_draw (fixture, "goals-targets");
  g_assert_true (ui_says (fixture, "targets are measured"));
  g_assert_nonnull (find_type (fixture, UDS_TYPE_CHART_VIEW));
  ui_press_button (fixture, "Table");
  ui_draw (fixture, "goals-targets-table");
  g_assert_nonnull (find_type (fixture, UDS_TYPE_CHART_TABLE_VIEW));
}

static void
test_the_goals_stand_side_by_side (UiFixture     *fixture,
                                   gconstpointer  data)
{
  show_face (fixture, "heat");
  ui_press_button (fixture, "Side by Side");
  ui_draw (fixture, "goals-multiples");
  g_assert_true (ui_says (fixture, "Mean score of the indicators"));
  g_assert_nonnull (find_type (fixture, UDS_TYPE_CHART_VIEW));
}

static void
test_without_goals_every_face_says_how_to_begin (UiFixture     *fixture,
                                                 gconstpointer  data)
{
  static const char *const faces[] = { "heat", "attention", "grid" };

  for (guint i = 0; i < G_N_ELEMENTS (faces); i++)
    {
      show_face (fixture, faces[i]);
      g_assert_true (ui_says (fixture, "No Goals Yet"));
    }
  ui_draw (fixture, "goals-empty");
  ui_press_button (fixture, "Add the 17 Goals");
  ui_wait_for_text (fixture, "No Poverty");
  g_assert_false (ui_says (fixture, "No Goals Yet"));
}

/* What needs attention */

static gboolean
set_next_due (UdsSession  *session,
              gpointer     data,
              GError     **error)
{
  g_autoptr (UdsRecord) indicator = uds_session_get (session, uds_kind_lookup ("indicator"), data, error);

  uds_record_set_text (indicator, "next_due", "2026-11-23");
  return uds_session_save (session, indicator, error);
}

static void
test_what_is_due_comes_first_and_opens (UiFixture     *fixture,
                                        gconstpointer  data)
{
  g_autoptr (UdsRecord) agreement =
      store_fixture_add (&fixture->store, "agreement", "title_en", "Harbours and sea", "end", "2027-03-31", "remind_on",
                         "2026-12-10", NULL);
  g_autoptr (UdsRecord) call =
      store_fixture_add (&fixture->store, "note", "title", "Call for green harbours", "due", "2027-01-20", NULL);
  g_autoptr (UdsRecord) later = store_fixture_add (&fixture->store, "note", "title", "Later", "due", "2028", NULL);

  show_face (fixture, "attention");
  ui_draw (fixture, "goals-due");
  g_assert_true (ui_says (fixture, "Due within six months · 3"));
  g_assert_true (ui_says (fixture, "Reminder: 10 December 2026 · in 16 days"));
  g_assert_true (ui_says (fixture, "Ends: 31 March 2027 · in 4 months"));
  g_assert_false (ui_says (fixture, "Later"));
  gtk_widget_activate (gtk_widget_get_ancestor (
      ui_find_text (find_type (fixture, UDS_TYPE_GOALS_PAGE), "Deadline: 20 January"), ADW_TYPE_ACTION_ROW));
  ui_settle (fixture);
  g_assert_true (ui_says (fixture, "Call for green harbours"));
}

static void
test_what_needs_attention_says_why_and_opens (UiFixture     *fixture,
                                              gconstpointer  data)
{
  g_autofree char *id = ui_find_id (fixture, "indicator", "code", "cph-population");
  GtkWidget *row;

  show_face (fixture, "attention");
  ui_draw (fixture, "goals-attention");
  g_assert_true (ui_says (fixture, "Going back · "));
  g_assert_true (ui_says (fixture, "Overdue for update · "));
  g_assert_true (ui_says (fixture, "Targets without an indicator · "));
  g_assert_true (ui_says (fixture, "Targets without an effort · "));
  g_assert_true (ui_says (fixture, "more than 3 years ago"));

  uds_store_write (fixture->store.store, "Set the date", set_next_due, id, NULL);
  ui_settle (fixture);
  while (!ui_says (fixture, "The next figure was due 23 November 2026"))
    {
      row = gtk_widget_get_ancestor (ui_find_text (ui_get_window (fixture), "Show "), ADW_TYPE_BUTTON_ROW);
      g_assert_nonnull (row);
      g_signal_emit_by_name (row, "activated");
      ui_settle (fixture);
    }
  row = gtk_widget_get_ancestor (ui_find_text (ui_get_window (fixture), "The next figure was due"),
                                 ADW_TYPE_ACTION_ROW);
  gtk_widget_activate (row);
  ui_settle (fixture);
  g_assert_nonnull (find_type (fixture, UDS_TYPE_INDICATOR_PAGE));
}

static gboolean
take_goal_away (UdsSession  *session,
                gpointer     data,
                GError     **error)
{
  g_autoptr (UdsRecord) indicator = uds_session_get (session, uds_kind_lookup ("indicator"), data, error);

  uds_record_set_text (indicator, "goal", NULL);
  return uds_session_save (session, indicator, error);
}

static const char *
get_uppermost_group (UiFixture *fixture)
{
  return adw_preferences_group_get_title (
      ADW_PREFERENCES_GROUP (find_type (fixture, UDS_TYPE_ATTENTION_GROUP)));
}

static void
test_what_there_is_to_do_stands_above_what_is_in_order (UiFixture     *fixture,
                                                        gconstpointer  data)
{
  g_autofree char *id = ui_find_id (fixture, "indicator", "code", "cph-population");

  show_face (fixture, "attention");
  g_assert_true (g_str_has_prefix (get_uppermost_group (fixture), "Going back"));

  uds_store_write (fixture->store.store, "Take the goal away", take_goal_away, id, NULL);
  ui_settle (fixture);
  g_assert_cmpstr (get_uppermost_group (fixture), ==, "Indicators without a goal · 1");
}

static void
test_targets_unfold_under_their_goal (UiFixture     *fixture,
                                      gconstpointer  data)
{
  GtkWidget *goal, *target;

  show_face (fixture, "attention");
  goal = find_type (fixture, UDS_TYPE_GOAL_TARGETS_ROW);
  g_assert_nonnull (goal);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (goal), TRUE);
  ui_settle (fixture);
  ui_draw (fixture, "goals-attention-unfolded");
  target = ui_find_type (goal, ADW_TYPE_ACTION_ROW);
  g_assert_nonnull (target);
  gtk_widget_activate (gtk_widget_get_ancestor (ui_find_text (goal, "1.1"), ADW_TYPE_ACTION_ROW));
  ui_settle (fixture);
  g_assert_nonnull (find_type (fixture, UDS_TYPE_RECORD_PAGE));
}

#define ADD(path, func) g_test_add ("/goals/" path, UiFixture, NULL, set_up, func, ui_fixture_tear_down)

/* A goal's page */

static void
test_a_goal_tells_who_works_on_it (UiFixture     *fixture,
                                   gconstpointer  data)
{
  g_autofree char *id = ui_find_id (fixture, "goal", "number", "13");
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *networks;

  uds_window_open_record (fixture->window, "goal", id);
  ui_settle (fixture);
  g_assert_nonnull (ui_find_text (window, "CPH 2025 Climate Plan"));
  g_assert_nonnull (ui_find_text (window, "2012–2025"));
  g_assert_nonnull (ui_find_text (window, "CO2 reduction since 2005"));
  g_assert_nonnull (ui_find_text (window, "Here we work with the goal"));
  networks = gtk_widget_get_ancestor (ui_find_text (ui_find_type (window, ADW_TYPE_EXPANDER_ROW), "Networks"),
                                      ADW_TYPE_EXPANDER_ROW);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (networks), TRUE);
  ui_settle (fixture);
  g_assert_nonnull (ui_find_text (networks, "C40"));
}

int
main (int   argc,
      char *argv[])
{
  /* GTK's accessibility for tests crashes when something is announced. */
  g_setenv ("GTK_A11Y", "none", TRUE);
  ui_init (&argc, &argv);
  ui_speak ("en_GB.UTF-8");

  ADD ("a-goal-tells-who-works-on-it", test_a_goal_tells_who_works_on_it);
  ADD ("a-tile-says-that-too-little-is-assessed", test_a_tile_says_that_too_little_is_assessed);
  ADD ("faces-are-switched-by-keyboard", test_faces_are_switched_by_keyboard);
  ADD ("the-worst-or-the-best-covered-come-first", test_the_worst_or_the_best_covered_come_first);
  ADD ("a-filter-counts-in-every-face-and-says-so", test_a_filter_counts_in_every_face_and_says_so);
  ADD ("a-purpose-leaves-the-goals-that-serve-it", test_a_purpose_leaves_the_goals_that_serve_it);
  ADD ("a-filter-that-leaves-nothing-offers-to-be-cleared", test_a_filter_that_leaves_nothing_offers_to_be_cleared);
  ADD ("face-order-and-filter-are-there-again", test_face_order_and_filter_are_there_again);
  ADD ("the-goals-stand-side-by-side", test_the_goals_stand_side_by_side);
  ADD ("a-heat-map-leads-to-its-goals", test_a_heat_map_leads_to_its_goals);
  ADD ("targets-stand-beside-their-statuses-as-chart-and-table",
       test_targets_stand_beside_their_statuses_as_chart_and_table);
  g_test_add ("/goals/without-goals-every-face-says-how-to-begin", UiFixture, NULL, ui_fixture_set_up_empty,
              test_without_goals_every_face_says_how_to_begin, ui_fixture_tear_down);
  ADD ("what-is-due-comes-first-and-opens", test_what_is_due_comes_first_and_opens);
  ADD ("what-needs-attention-says-why-and-opens", test_what_needs_attention_says_why_and_opens);
  ADD ("what-there-is-to-do-stands-above-what-is-in-order", test_what_there_is_to_do_stands_above_what_is_in_order);
  ADD ("targets-unfold-under-their-goal", test_targets_unfold_under_their_goal);

  return g_test_run ();
}
