/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The view of the networks lists what a filter lets pass and says so; filters are kept under a name, and what is listed
 * and filtered by is there again. A network's page tells who was a member on a day. */
#include "ui-fixture.h"

#include "uds-chart-card.h"
#include "uds-day-row.h"
#include "uds-list-filter-button.h"
#include "uds-list-filter.h"
#include "uds-list-page.h"
#include "uds-record-page.h"
#include "udsyn-config.h"

static const char *const keys[] = { "networks-kind", "networks-filter", "networks-saved-filters" };

static void
set_up (UiFixture     *fixture,
        gconstpointer  width)
{
  ui_fixture_set_up (fixture, width);
  uds_window_show_page (fixture->window, "networks");
  ui_settle (fixture);
}

static void
set_up_danish (UiFixture     *fixture,
               gconstpointer  width)
{
  ui_speak ("da_DK.UTF-8");
  set_up (fixture, width);
}

static void
tear_down (UiFixture     *fixture,
           gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (UDSYN_APP_ID);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
  ui_fixture_tear_down (fixture, data);
  ui_speak ("en_GB.UTF-8");
}

static void
list_cities_of (UiFixture  *fixture,
                const char *network,
                const char *day)
{
  g_autoptr (GSettings) settings = g_settings_new (UDSYN_APP_ID);
  g_autofree char *id = ui_find_id (fixture, "network", "code", network);
  g_autoptr (GVariant) none = g_variant_ref_sink (g_variant_new_parsed ("@a{ss} {}"));
  g_autoptr (GVariant) filter = g_variant_ref_sink (uds_list_filter_with (none, "network", id));

  g_settings_set_string (settings, "networks-kind", "city");
  g_settings_set_value (settings, "networks-filter", uds_list_filter_with (filter, "day", day));
  ui_settle (fixture);
}

static void
test_members_of_a_network_are_listed_on_a_day (UiFixture     *fixture,
                                               gconstpointer  data)
{
  list_cities_of (fixture, "force", "2016-08-31");
  ui_draw (fixture, "networks-nobody");
  g_assert_true (ui_says (fixture, "Nothing Found"));

  list_cities_of (fixture, "force", "2016-09-01");
  ui_draw (fixture, "networks-members");
  g_assert_true (ui_says (fixture, "Filter: FORCE – Cities Cooperating for Circular Economy · on 1 September 2016"));
  g_assert_true (ui_says (fixture, "Hamburg"));
  g_assert_true (ui_says (fixture, "Lisbon"));
  g_assert_false (ui_says (fixture, "Accra"));

  ui_press_button (fixture, "Clear");
  ui_draw (fixture, "networks-cleared");
  g_assert_true (ui_says (fixture, "Accra"));
  g_assert_false (ui_says (fixture, "Filter: FORCE"));
}

static GtkWidget *
row_of (GtkWidget  *widget,
        const char *text)
{
  return gtk_widget_get_ancestor (ui_find_text (widget, text), ADW_TYPE_ACTION_ROW);
}

static void
test_a_filter_is_kept_under_a_name (UiFixture     *fixture,
                                    gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (UDSYN_APP_ID);
  g_autoptr (GVariant) saved = NULL;
  GtkWidget *button, *entry;

  list_cities_of (fixture, "force", "2016-09-01");
  button = ui_find_type (ui_get_window (fixture), UDS_TYPE_LIST_FILTER_BUTTON);
  gtk_menu_button_popup (GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (button))));
  ui_settle (fixture);
  ui_draw_popover (gtk_menu_button_get_popover (GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (button)))),
                   "networks-filter");
  entry = gtk_widget_get_ancestor (ui_find_text (button, "Save This Filter As"), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (entry), "  Partners in 2016 ");
  g_signal_emit_by_name (entry, "apply");
  ui_settle (fixture);
  ui_draw_popover (gtk_menu_button_get_popover (GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (button)))),
                   "networks-filter-saved");
  g_assert_nonnull (ui_find_text (button, "Partners in 2016"));

  ui_press_button (fixture, "Clear");
  g_settings_set_string (settings, "networks-kind", "network");
  ui_settle (fixture);
  g_assert_false (ui_says (fixture, "Hamburg"));

  gtk_widget_activate (row_of (button, "Partners in 2016"));
  ui_settle (fixture);
  g_assert_true (ui_says (fixture, "Filter: FORCE"));
  g_assert_true (ui_says (fixture, "Hamburg"));

  gtk_menu_button_popup (GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (button))));
  ui_settle (fixture);
  g_signal_emit_by_name (ui_find_type (row_of (button, "Partners in 2016"), GTK_TYPE_BUTTON), "clicked");
  ui_settle (fixture);
  g_assert_null (ui_find_text (button, "Partners in 2016"));
  saved = g_settings_get_value (settings, "networks-saved-filters");
  g_assert_cmpuint (g_variant_n_children (saved), ==, 0);
}

static void
test_what_was_listed_is_there_again (UiFixture     *fixture,
                                     gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (UDSYN_APP_ID);

  g_settings_set_string (settings, "networks-kind", "city");
  g_settings_set_value (settings, "networks-filter", g_variant_new_parsed ("{'country': 'DE'}"));
  ui_settle (fixture);
  ui_fixture_tear_down (fixture, data);
  set_up (fixture, data);
  ui_draw (fixture, "networks-again");
  g_assert_true (ui_says (fixture, "Filter: Germany"));
  g_assert_true (ui_says (fixture, "Hamburg"));
}

static void
list_grouped (UiFixture  *fixture,
              const char *kind,
              const char *filter)
{
  g_autoptr (GSettings) settings = g_settings_new (UDSYN_APP_ID);

  g_settings_set_string (settings, "networks-kind", kind);
  g_settings_set_value (settings, "networks-filter", g_variant_new_parsed (filter));
  ui_settle (fixture);
}

static GtkWidget *
find_page (UiFixture *fixture)
{
  return ui_find_type (ui_get_window (fixture), UDS_TYPE_LIST_PAGE);
}

static void
test_a_list_is_grouped (UiFixture     *fixture,
                        gconstpointer  data)
{
  g_autoptr (UdsRecord) nowhere =
      store_fixture_add (&fixture->store, "city", "name_en", "Atlantis", "name_da", "Atlantis", NULL);
  GtkWidget *heading;

  list_grouped (fixture, "city", "{'group': 'country'}");
  ui_draw (fixture, "networks-grouped");
  heading = ui_find_text (ui_get_window (fixture), "Argentina · 1");
  g_assert_nonnull (heading);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (heading)), ==, GTK_ACCESSIBLE_ROLE_HEADING);
  g_assert_false (ui_says (fixture, "Filter:"));

  /* In the groups of what is searched for; what has nothing of the facet comes last. */
  gtk_editable_set_text (GTK_EDITABLE (ui_find_type (ui_get_window (fixture), GTK_TYPE_SEARCH_ENTRY)), "a");
  ui_settle (fixture);
  g_usleep (G_USEC_PER_SEC / 4);
  ui_settle (fixture);
  gtk_editable_set_text (GTK_EDITABLE (ui_find_type (ui_get_window (fixture), GTK_TYPE_SEARCH_ENTRY)), "atlant");
  ui_wait_for_text (fixture, "No country · 1");
  ui_draw (fixture, "networks-grouped-searched");
  gtk_editable_set_text (GTK_EDITABLE (ui_find_type (ui_get_window (fixture), GTK_TYPE_SEARCH_ENTRY)), "");
  ui_wait_for_text (fixture, "Argentina · 1");
}

static void
test_groups_are_chosen_and_kept (UiFixture     *fixture,
                                 gconstpointer  data)
{
  GtkWidget *page = find_page (fixture);

  list_grouped (fixture, "city", "@a{ss} {}");
  g_assert_false (ui_says (fixture, "Argentina · 1"));
  gtk_widget_activate_action (page, "list.group", "s", "country");
  ui_settle (fixture);
  g_assert_true (ui_says (fixture, "Argentina · 1"));

  /* A filter is cleared, the groups stay. */
  list_grouped (fixture, "city", "{'group': 'country', 'country': 'DE'}");
  g_assert_true (ui_says (fixture, "Germany · "));
  g_assert_false (ui_says (fixture, "Argentina · 1"));
  ui_press_button (fixture, "Clear");
  ui_settle (fixture);
  g_assert_true (ui_says (fixture, "Argentina · 1"));

  /* Another kind has none of it; this one has it again. */
  list_grouped (fixture, "network", "{'group': 'country'}");
  g_assert_false (ui_says (fixture, "Argentina · 1"));
  list_grouped (fixture, "city", "{'group': 'country'}");
  g_assert_true (ui_says (fixture, "Argentina · 1"));
  gtk_widget_activate_action (page, "list.group", "s", "");
  ui_settle (fixture);
  g_assert_false (ui_says (fixture, "Argentina · 1"));
}

/* A city stands in each of its networks. */
static void
test_cities_are_grouped_by_network (UiFixture     *fixture,
                                    gconstpointer  data)
{
  list_grouped (fixture, "city", "{'group': 'network'}");
  ui_draw (fixture, data == GINT_TO_POINTER (360) ? "networks-grouped-narrow" : "networks-grouped-network");
  g_assert_true (ui_says (fixture, "C40"));
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (
                         GTK_SCROLLABLE (ui_find_type (ui_get_window (fixture), GTK_TYPE_COLUMN_VIEW)))), ==, 0);
  for (gsize i = 0; i < 2; i++)
    {
      list_grouped (fixture, "network", "{'group': 'category'}");
      list_grouped (fixture, "organisation", "{'group': 'country'}");
      list_grouped (fixture, "contact", "{'group': 'role'}");
      list_grouped (fixture, "agreement", "{'group': 'country'}");
      ui_draw (fixture, "networks-grouped-agreements");
      list_grouped (fixture, "note", "{'group': 'theme'}");
    }
}

static void
open_network (UiFixture  *fixture,
              const char *code)
{
  g_autofree char *id = ui_find_id (fixture, "network", "code", code);

  uds_window_open_record (fixture->window, "network", id);
  ui_settle (fixture);
}

static void
activate_in_chart (UiFixture  *fixture,
                   const char *row)
{
  g_signal_emit_by_name (ui_find_type (ui_get_window (fixture), UDS_TYPE_CHART_CARD), "activated", row);
  ui_settle (fixture);
}

/* As a picture on demand, in which another record can be opened. */
static void
test_relations_are_shown_on_demand (UiFixture     *fixture,
                                    gconstpointer  data)
{
  g_autofree char *city = ui_find_id (fixture, "city", "code", "buenos-aires");
  g_autofree char *network = ui_find_id (fixture, "network", "code", "c40");
  g_autofree char *row = g_strdup_printf ("network/%s", network);

  uds_window_open_record (fixture->window, "city", city);
  ui_settle (fixture);
  gtk_widget_activate_action (ui_find_type (ui_get_window (fixture), UDS_TYPE_RECORD_PAGE), "record.relations", NULL);
  ui_wait_for_text (fixture, "relations of Buenos Aires");
  ui_draw (fixture, data == GINT_TO_POINTER (360) ? "relations-narrow" : "relations-city");
  activate_in_chart (fixture, row);
  ui_wait_for_text (fixture, "C40");
  g_assert_null (ui_find_type (ui_get_window (fixture), UDS_TYPE_CHART_CARD));

  gtk_widget_activate_action (ui_find_type (ui_get_window (fixture), UDS_TYPE_RECORD_PAGE), "record.relations", NULL);
  ui_wait_for_text (fixture, "relations of C40");
  ui_draw (fixture, data == GINT_TO_POINTER (360) ? "relations-network-narrow" : "relations-network");
}

static void
choose_day (UiFixture  *fixture,
            const char *day)
{
  GtkWidget *row = ui_find_type (ui_get_window (fixture), UDS_TYPE_DAY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (row), day);
  g_signal_emit_by_name (row, "apply");
  ui_settle (fixture);
}

static void
test_a_page_tells_who_was_a_member_when (UiFixture     *fixture,
                                         gconstpointer  data)
{
  open_network (fixture, "force");
  choose_day (fixture, "2016-08-31");
  ui_draw (fixture, "network-before");
  g_assert_true (ui_says (fixture, "1 member on 31 August 2016."));
  g_assert_false (ui_says (fixture, "Lisbon"));

  choose_day (fixture, "soon");
  g_assert_true (ui_says (fixture, "1 member on 31 August 2016."));
  g_assert_true (gtk_widget_has_css_class (ui_find_type (ui_get_window (fixture), UDS_TYPE_DAY_ROW), "error"));

  choose_day (fixture, "1/9-2016");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ui_find_type (ui_get_window (fixture), UDS_TYPE_DAY_ROW))), ==,
                   "1 September 2016");
  ui_draw (fixture, "network");
  g_assert_true (ui_says (fixture, "Lisbon"));
  g_assert_true (ui_says (fixture, "Partners: 22"));
  g_assert_true (ui_says (fixture, "September 2016 · CORDIS"));

  gtk_widget_activate (row_of (ui_get_window (fixture), "Lisbon"));
  ui_settle (fixture);
  g_assert_true (ui_says (fixture, "Print Briefing…"));
}

static void
test_many_members_are_listed (UiFixture     *fixture,
                              gconstpointer  data)
{
  open_network (fixture, "c40");
  ui_draw (fixture, "network-many");
  g_assert_true (ui_says (fixture, "Since when is not known of 97."));
  ui_press_button (fixture, "Cities (97)");
  ui_draw (fixture, "network-many-listed");
  g_assert_true (ui_says (fixture, "Filter: C40 Cities"));
  g_assert_true (ui_says (fixture, "Accra"));
}

static void
test_the_filter_is_reached_by_keyboard (UiFixture     *fixture,
                                        gconstpointer  data)
{
  g_assert_true (ui_walk_to_type (fixture, UDS_TYPE_LIST_FILTER_BUTTON));
}

static void
test_a_narrow_window_lists_in_danish (UiFixture     *fixture,
                                      gconstpointer  data)
{
  list_cities_of (fixture, "force", "2016-09-01");
  ui_draw (fixture, "networks-narrow-da");
  g_assert_true (ui_says (fixture, "Tyskland · "));
  g_assert_true (ui_says (fixture, "den 1. september 2016"));

  open_network (fixture, "who-hcn");
  ui_draw (fixture, "network-narrow-da");
  g_assert_true (ui_says (fixture, "8 medlemmer den 24. november 2026."));
}

#define ADD(path, func, width) \
  g_test_add ("/networks/" path, UiFixture, GINT_TO_POINTER (width), set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  /* GTK's accessibility for tests crashes when something is announced. */
  g_setenv ("GTK_A11Y", "none", TRUE);
  ui_init (&argc, &argv);
  ui_speak ("en_GB.UTF-8");

  ADD ("members-of-a-network-are-listed-on-a-day", test_members_of_a_network_are_listed_on_a_day, 1180);
  ADD ("a-filter-is-kept-under-a-name", test_a_filter_is_kept_under_a_name, 1180);
  ADD ("what-was-listed-is-there-again", test_what_was_listed_is_there_again, 1180);
  ADD ("a-page-tells-who-was-a-member-when", test_a_page_tells_who_was_a_member_when, 1180);
  ADD ("many-members-are-listed", test_many_members_are_listed, 1180);
  ADD ("the-filter-is-reached-by-keyboard", test_the_filter_is_reached_by_keyboard, 1180);
  ADD ("relations-are-shown-on-demand", test_relations_are_shown_on_demand, 1180);
  ADD ("relations-are-shown-in-a-narrow-window", test_relations_are_shown_on_demand, 360);
  ADD ("a-list-is-grouped", test_a_list_is_grouped, 1180);
  ADD ("groups-are-chosen-and-kept", test_groups_are_chosen_and_kept, 1180);
  ADD ("cities-are-grouped-by-network", test_cities_are_grouped_by_network, 1180);
  ADD ("cities-are-grouped-in-a-narrow-window", test_cities_are_grouped_by_network, 360);
  g_test_add ("/networks/a-narrow-window-lists-in-danish", UiFixture, GINT_TO_POINTER (360), set_up_danish,
              test_a_narrow_window_lists_in_danish, tear_down);

  return g_test_run ();
}
