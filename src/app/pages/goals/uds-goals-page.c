/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the goals with their indicators and shows them in one of three faces: a tile for each, a heat map, a list of
 * what needs attention. Face, order and filter are kept in the settings; whatever changes there, the page follows.
 * Tiles stay when what they show changes, and the focus with them. */
#include "uds-goals-page.h"

#include "uds-attention-list.h"
#include "uds-command.h"
#include "uds-content.h"
#include "uds-goal-order.h"
#include "uds-goal-tile.h"
#include "uds-goals-filter.h"
#include "uds-goals-heat.h"
#include "uds-goals-reading.h"
#include "uds-new-record.h"
#include "uds-print.h"
#include "udsyn-config.h"

#include <glib/gi18n.h>

struct _UdsGoalsPage
{
  UdsPage parent_instance;

  AdwToggleGroup *faces;
  UdsGoalsFilter *filter;
  GtkWidget *order_button;
  GtkWidget *filter_bar;
  GtkLabel *filter_label;
  GtkStack *stack;
  GtkFlowBox *grid;
  AdwBin *heat_place;
  AdwBin *attention_place;

  /* Made when they are to be seen for the first time. */
  UdsGoalsHeat *heat;
  UdsAttentionList *attention;

  GSettings *settings;
  UdsGoalsFound *found; /* none until it is read */
};

G_DEFINE_FINAL_TYPE (UdsGoalsPage, uds_goals_page, UDS_TYPE_PAGE)

/* The tiles */

static void
add_indicator (UdsGoalsPage  *self,
               UdsGoalDigest *digest)
{
  UdsRecord *goal = digest != NULL ? uds_goal_digest_get_goal (digest) : NULL;

  uds_new_record_present (UDS_PAGE (self), uds_kind_lookup ("indicator"), goal != NULL ? "goal" : NULL,
                          goal != NULL ? uds_record_get_id (goal) : NULL);
}

static void
on_add_cb (UdsGoalsPage *self,
           UdsGoalTile  *tile)
{
  add_indicator (self, uds_goal_tile_get_digest (tile));
}

static void
on_activated_cb (UdsGoalsPage *self,
                 UdsGoalTile  *tile)
{
  UdsRecord *goal = uds_goal_digest_get_goal (uds_goal_tile_get_digest (tile));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "(ss)", "goal",
                              goal != NULL ? uds_record_get_id (goal) : "");
}

static UdsGoalTile *
ensure_tile (UdsGoalsPage *self,
             guint         index)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->grid, (int) index);
  GtkWidget *tile;

  if (child != NULL)
    return UDS_GOAL_TILE (child);

  tile = uds_goal_tile_new ();
  g_signal_connect_object (tile, "add", G_CALLBACK (on_add_cb), self, G_CONNECT_SWAPPED);
  gtk_flow_box_append (self->grid, tile);
  return UDS_GOAL_TILE (tile);
}

static void
remove_tiles_from (UdsGoalsPage *self,
                   guint         index)
{
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->grid, (int) index)) != NULL)
    gtk_flow_box_remove (self->grid, GTK_WIDGET (child));
}

static void
show_tiles (UdsGoalsPage *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "goals-order");
  g_autoptr (GPtrArray) digests = uds_goal_order_sort (uds_goal_order_from_name (name), self->found->digests);
  gboolean is_filtered = self->found->filter_text != NULL;

  for (guint i = 0; i < digests->len; i++)
    uds_goal_tile_set_digest (ensure_tile (self, i), g_ptr_array_index (digests, i), is_filtered,
                              self->found->wanted->language);
  remove_tiles_from (self, digests->len);
}

/* The faces */

static char *
get_face (UdsGoalsPage *self)
{
  return g_settings_get_string (self->settings, "goals-face");
}

static gboolean
has_face (UdsGoalsPage *self,
          const char   *name)
{
  g_autofree char *face = get_face (self);

  return g_str_equal (face, name);
}

static UdsGoalsChart
get_chart (UdsGoalsPage *self)
{
  g_autofree char *chart = g_settings_get_string (self->settings, "goals-chart");

  if (!has_face (self, "heat"))
    return UDS_GOALS_CHART_NONE;
  if (g_str_equal (chart, "multiples"))
    return UDS_GOALS_CHART_MULTIPLES;
  return g_str_equal (chart, "targets") ? UDS_GOALS_CHART_TARGETS : UDS_GOALS_CHART_YEARS;
}

static void
show_filter (UdsGoalsPage *self)
{
  const char *text = self->found->filter_text;
  /* Translators: what a filter lets pass */
  g_autofree char *label = text != NULL ? g_strdup_printf (_("Only: %s"), text) : g_strdup ("");

  uds_goals_filter_show (self->filter, self->found);
  gtk_label_set_label (self->filter_label, label);
  gtk_widget_set_visible (self->filter_bar, text != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "goals.clear-filters", text != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "goals.add-goals", uds_page_can_write (UDS_PAGE (self)));
}

static UdsGoalsHeat *
ensure_heat (UdsGoalsPage *self)
{
  if (self->heat != NULL)
    return self->heat;

  self->heat = g_object_new (UDS_TYPE_GOALS_HEAT, NULL);
  uds_goals_heat_bind (self->heat, self->settings);
  adw_bin_set_child (self->heat_place, GTK_WIDGET (self->heat));
  return self->heat;
}

static UdsAttentionList *
ensure_attention (UdsGoalsPage *self)
{
  if (self->attention != NULL)
    return self->attention;

  self->attention = g_object_new (UDS_TYPE_ATTENTION_LIST, NULL);
  adw_bin_set_child (self->attention_place, GTK_WIDGET (self->attention));
  return self->attention;
}

/* A face is filled when it is to be seen. */
static void
show_face (UdsGoalsPage *self)
{
  g_autofree char *face = get_face (self);
  const char *child = face;

  if (!self->found->has_goals)
    child = "empty";
  else if (uds_goals_found_is_nothing (self->found))
    child = "nothing";
  else if (g_str_equal (face, "grid"))
    show_tiles (self);
  else if (g_str_equal (face, "heat"))
    uds_goals_heat_show (ensure_heat (self), self->found->spec);
  else
    uds_attention_list_show (ensure_attention (self), self->found);

  gtk_stack_set_visible_child_name (self->stack, child);
  gtk_widget_set_visible (self->order_button, g_str_equal (child, "grid"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "goals.export",
                                 g_str_equal (child, "heat") && uds_goals_heat_can_export (self->heat));
}

static void
show_found (UdsPage  *page,
            gpointer  result)
{
  UdsGoalsPage *self = UDS_GOALS_PAGE (page);

  g_clear_pointer (&self->found, uds_goals_found_unref);
  self->found = uds_goals_found_ref (result);
  show_filter (self);
  show_face (self);
}

/* The settings */

/* What was read will do for another face and another order, but not for another chart or filter. */
static void
on_settings_changed_cb (UdsGoalsPage *self,
                        const char   *key)
{
  gboolean needs_chart = has_face (self, "heat");

  if (self->found == NULL || !g_str_has_prefix (key, "goals-"))
    return;

  if (!needs_chart && (g_str_equal (key, "goals-order") || g_str_equal (key, "goals-face")))
    show_face (self);
  else
    uds_page_reload (UDS_PAGE (self));
}

static void
on_clear_filters (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  uds_goals_filter_clear (UDS_GOALS_PAGE (widget)->settings);
}

static void
on_add_goals (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  uds_command_run (widget, uds_page_get_context (UDS_PAGE (widget)), _("The 17 goals"), uds_content_load_goals, NULL,
                   NULL);
}

static void
on_export (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  uds_goals_heat_export (UDS_GOALS_PAGE (widget)->heat);
}

static void
follow_settings (UdsGoalsPage *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GAction) order = NULL;

  self->settings = g_settings_new (UDSYN_APP_ID);
  order = g_settings_create_action (self->settings, "goals-order");
  g_action_map_add_action (G_ACTION_MAP (actions), order);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "order", G_ACTION_GROUP (actions));
  g_settings_bind (self->settings, "goals-face", self->faces, "active-name", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (on_settings_changed_cb), self, G_CONNECT_SWAPPED);
}

/* UdsPage */

static void
uds_goals_page_load (UdsPage *page)
{
  UdsGoalsPage *self = UDS_GOALS_PAGE (page);
  UdsGoalsWanted *wanted = g_new0 (UdsGoalsWanted, 1);

  wanted->filter = uds_goals_filter_read (self->settings);
  wanted->chart = get_chart (self);
  wanted->language = uds_page_get_language (page);
  wanted->today = uds_clock_get_today (uds_context_get_clock (uds_page_get_context (page)));
  uds_page_read (page, uds_goals_read, wanted, uds_goals_wanted_free, uds_goals_found_unref, show_found);
}

static void
uds_goals_page_add (UdsPage *page)
{
  add_indicator (UDS_GOALS_PAGE (page), NULL);
}

static void
uds_goals_page_print (UdsPage *page)
{
  uds_print_report (page, "goals", NULL);
}

/* GObject */

static void
uds_goals_page_dispose (GObject *object)
{
  UdsGoalsPage *self = UDS_GOALS_PAGE (object);

  g_clear_pointer (&self->found, uds_goals_found_unref);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), UDS_TYPE_GOALS_PAGE);

  G_OBJECT_CLASS (uds_goals_page_parent_class)->dispose (object);
}

static void
uds_goals_page_class_init (UdsGoalsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_goals_page_dispose;
  UDS_PAGE_CLASS (klass)->load = uds_goals_page_load;
  UDS_PAGE_CLASS (klass)->add = uds_goals_page_add;
  UDS_PAGE_CLASS (klass)->print = uds_goals_page_print;

  g_type_ensure (UDS_TYPE_GOALS_FILTER);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-goals-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsGoalsPage, faces);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalsPage, order_button);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalsPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalsPage, filter_label);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalsPage, grid);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalsPage, heat_place);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalsPage, attention_place);
  gtk_widget_class_bind_template_callback (widget_class, on_activated_cb);
  gtk_widget_class_install_action (widget_class, "goals.clear-filters", NULL, on_clear_filters);
  gtk_widget_class_install_action (widget_class, "goals.add-goals", NULL, on_add_goals);
  gtk_widget_class_install_action (widget_class, "goals.export", NULL, on_export);
}

static void
uds_goals_page_init (UdsGoalsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "goals.clear-filters", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "goals.export", FALSE);
  follow_settings (self);
}
