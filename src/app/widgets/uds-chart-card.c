/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around every chart of a page. Drawing is uds-chart-view.c's, the table uds-chart-table-view.c's, what is
 * drawn src/report's. */
#include "uds-chart-card.h"

#include "uds-chart-save.h"
#include "uds-chart-table-view.h"
#include "uds-chart-view.h"

struct _UdsChartCard
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *subtitle;
  AdwToggleGroup *forms;
  UdsChartView *chart;
  UdsChartTableView *table;
};

G_DEFINE_FINAL_TYPE (UdsChartCard, uds_chart_card, ADW_TYPE_BIN)

static void
on_export (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  UdsChartSpec *spec = uds_chart_card_get_spec (UDS_CHART_CARD (widget));

  if (spec != NULL)
    uds_chart_save (widget, spec, uds_chart_spec_get_title (spec));
}

static void
uds_chart_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UDS_TYPE_CHART_CARD);

  G_OBJECT_CLASS (uds_chart_card_parent_class)->dispose (object);
}

static void
uds_chart_card_class_init (UdsChartCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_chart_card_dispose;

  g_type_ensure (UDS_TYPE_CHART_VIEW);
  g_type_ensure (UDS_TYPE_CHART_TABLE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsChartCard, title);
  gtk_widget_class_bind_template_child (widget_class, UdsChartCard, subtitle);
  gtk_widget_class_bind_template_child (widget_class, UdsChartCard, forms);
  gtk_widget_class_bind_template_child (widget_class, UdsChartCard, chart);
  gtk_widget_class_bind_template_child (widget_class, UdsChartCard, table);
  gtk_widget_class_install_action (widget_class, "chart-card.export", NULL, on_export);
}

static void
uds_chart_card_init (UdsChartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/**
 * uds_chart_card_set_spec:
 * @self: a card
 * @spec: what to show; nobody may change it any more
 */
void
uds_chart_card_set_spec (UdsChartCard *self,
                         UdsChartSpec *spec)
{
  g_return_if_fail (UDS_IS_CHART_CARD (self));

  show_text (self->title, uds_chart_spec_get_title (spec));
  show_text (self->subtitle, uds_chart_spec_get_subtitle (spec));
  uds_chart_view_set_spec (self->chart, spec);
  uds_chart_table_view_set_spec (self->table, spec);
}

/**
 * uds_chart_card_get_spec:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): what it shows
 */
UdsChartSpec *
uds_chart_card_get_spec (UdsChartCard *self)
{
  g_return_val_if_fail (UDS_IS_CHART_CARD (self), NULL);

  return uds_chart_view_get_spec (self->chart);
}
