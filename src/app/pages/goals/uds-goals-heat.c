/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses the chart and leads from its rows to their pages. What is in it is src/report's; that it is read again when
 * another is chosen, the page's. */
#include "uds-goals-heat.h"

#include "uds-chart-card.h"

struct _UdsGoalsHeat
{
  AdwBin parent_instance;

  AdwToggleGroup *charts;
  UdsChartCard *card;
};

G_DEFINE_FINAL_TYPE (UdsGoalsHeat, uds_goals_heat, ADW_TYPE_BIN)

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

  g_type_ensure (UDS_TYPE_CHART_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-goals-heat.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsGoalsHeat, charts);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalsHeat, card);
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

  uds_chart_card_set_spec (self->card, spec);
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

  return !uds_chart_card_is_empty (self->card);
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
  g_return_if_fail (UDS_IS_GOALS_HEAT (self));

  gtk_widget_activate_action (GTK_WIDGET (self->card), "chart-card.export", NULL);
}
