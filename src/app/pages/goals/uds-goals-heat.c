/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows a heat map as chart or table. What is in it is src/report's; that it is read again when another is chosen, the
 * page's. */
#include "uds-goals-heat.h"

#include "uds-chart-save.h"
#include "uds-chart-table-view.h"
#include "uds-chart-view.h"

struct _UdsGoalsHeat
{
  AdwBin parent_instance;

  AdwToggleGroup *charts;
  AdwToggleGroup *forms;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkStack *stack;
  UdsChartView *chart;
  UdsChartTableView *table;
};

G_DEFINE_FINAL_TYPE (UdsGoalsHeat, uds_goals_heat, ADW_TYPE_BIN)

static gboolean
has_cells (UdsGoalsHeat *self)
{
  UdsChartSpec *spec = uds_chart_view_get_spec (self->chart);
  const UdsChartGrid *grid = spec != NULL ? uds_chart_spec_get_grid (spec) : NULL;

  return grid != NULL && uds_chart_grid_get_n_rows (grid) > 0 && uds_chart_grid_get_n_columns (grid) > 0;
}

static void
show_form (UdsGoalsHeat *self)
{
  gtk_stack_set_visible_child_name (self->stack,
                                    has_cells (self) ? adw_toggle_group_get_active_name (self->forms) : "empty");
}

static void
on_form_cb (UdsGoalsHeat *self)
{
  if (self->chart != NULL)
    show_form (self);
}

static void
on_activated_cb (UdsGoalsHeat *self,
                 const char   *id)
{
  const char *kind = g_strcmp0 (adw_toggle_group_get_active_name (self->charts), "targets") == 0 ? "target" : "goal";

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "(ss)", kind, id);
}

static void
uds_goals_heat_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UDS_TYPE_GOALS_HEAT);

  G_OBJECT_CLASS (uds_goals_heat_parent_class)->dispose (object);
}

static void
uds_goals_heat_class_init (UdsGoalsHeatClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_goals_heat_dispose;

  g_type_ensure (UDS_TYPE_CHART_VIEW);
  g_type_ensure (UDS_TYPE_CHART_TABLE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-goals-heat.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsGoalsHeat, charts);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalsHeat, forms);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalsHeat, title);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalsHeat, subtitle);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalsHeat, stack);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalsHeat, chart);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalsHeat, table);
  gtk_widget_class_bind_template_callback (widget_class, on_form_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activated_cb);
}

static void
uds_goals_heat_init (UdsGoalsHeat *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * uds_goals_heat_bind:
 * @self: a face
 * @settings: the application's, which remember the chart
 */
void
uds_goals_heat_bind (UdsGoalsHeat *self,
                     GSettings    *settings)
{
  g_return_if_fail (UDS_IS_GOALS_HEAT (self));

  g_settings_bind (settings, "goals-chart", self->charts, "active-name", G_SETTINGS_BIND_DEFAULT);
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/**
 * uds_goals_heat_show:
 * @self: a face
 * @spec: the heat map; nobody may change it any more
 */
void
uds_goals_heat_show (UdsGoalsHeat *self,
                     UdsChartSpec *spec)
{
  g_return_if_fail (UDS_IS_GOALS_HEAT (self));

  show_text (self->title, uds_chart_spec_get_title (spec));
  show_text (self->subtitle, uds_chart_spec_get_subtitle (spec));
  uds_chart_view_set_spec (self->chart, spec);
  uds_chart_table_view_set_spec (self->table, spec);
  show_form (self);
}

/**
 * uds_goals_heat_can_export:
 * @self: a face
 *
 * Returns: whether there is a chart to be saved
 */
gboolean
uds_goals_heat_can_export (UdsGoalsHeat *self)
{
  g_return_val_if_fail (UDS_IS_GOALS_HEAT (self), FALSE);

  return has_cells (self);
}

/**
 * uds_goals_heat_export:
 * @self: a face with a chart to be saved
 *
 * Asks where to and writes the chart there.
 */
void
uds_goals_heat_export (UdsGoalsHeat *self)
{
  UdsChartSpec *spec;

  g_return_if_fail (UDS_IS_GOALS_HEAT (self));

  spec = uds_chart_view_get_spec (self->chart);
  uds_chart_save (GTK_WIDGET (self), spec, uds_chart_spec_get_title (spec));
}
