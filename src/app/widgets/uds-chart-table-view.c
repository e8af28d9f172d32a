/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns over src/chart's table. An item is only the time of its row; the cells ask the table. */
#include "uds-chart-table-view.h"

#include "uds-chart-menu.h"
#include "uds-chart-table.h"

#include <glib/gi18n.h>

struct _UdsChartTableView
{
  AdwBin parent_instance;

  GtkColumnView *view;
  UdsChartSpec *spec;   /* none until there is one */
  UdsChartTable *table; /* of the spec */
};

G_DEFINE_FINAL_TYPE (UdsChartTableView, uds_chart_table_view, ADW_TYPE_BIN)

typedef struct {
  UdsChartTable *table;
  gsize column;
} Cells;

static void
cells_free (gpointer  data,
            GClosure *closure)
{
  Cells *cells = data;

  g_object_unref (cells->table);
  g_free (cells);
}

static void
on_setup_cb (Cells       *cells,
             GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), uds_chart_table_is_numeric (cells->table, cells->column) ? 1 : 0);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
on_bind_cb (Cells       *cells,
            GtkListItem *item)
{
  g_autofree char *text = uds_chart_table_get_text (cells->table, gtk_list_item_get_position (item), cells->column);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static Cells *
cells_new (UdsChartTable *table,
           gsize          column)
{
  Cells *cells = g_new0 (Cells, 1);

  cells->table = g_object_ref (table);
  cells->column = column;
  return cells;
}

static void
add_column (UdsChartTableView *self,
            gsize              column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *heading = uds_chart_table_get_heading (self->table, column);
  g_autoptr (GtkColumnViewColumn) view_column = gtk_column_view_column_new (heading, factory);

  g_signal_connect_data (factory, "setup", G_CALLBACK (on_setup_cb), cells_new (self->table, column), cells_free,
                         G_CONNECT_SWAPPED);
  g_signal_connect_data (factory, "bind", G_CALLBACK (on_bind_cb), cells_new (self->table, column), cells_free,
                         G_CONNECT_SWAPPED);
  gtk_column_view_column_set_expand (view_column, TRUE);
  gtk_column_view_append_column (self->view, view_column);
}

static void
remove_columns (UdsChartTableView *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

static void
fill_rows (UdsChartTableView *self)
{
  GtkStringList *rows = gtk_string_list_new (NULL);
  g_autoptr (GtkSelectionModel) selection = NULL;

  for (gsize i = 0; i < uds_chart_table_get_n_rows (self->table); i++)
    gtk_string_list_take (rows, uds_chart_table_get_text (self->table, i, 0));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (rows)));
  gtk_column_view_set_model (self->view, selection);
}

static void
uds_chart_table_view_dispose (GObject *object)
{
  UdsChartTableView *self = UDS_CHART_TABLE_VIEW (object);

  g_clear_object (&self->table);
  g_clear_object (&self->spec);

  G_OBJECT_CLASS (uds_chart_table_view_parent_class)->dispose (object);
}

static void
uds_chart_table_view_class_init (UdsChartTableViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = uds_chart_table_view_dispose;
}

static UdsChartSpec *
get_spec (GtkWidget *widget)
{
  return UDS_CHART_TABLE_VIEW (widget)->spec;
}

static void
uds_chart_table_view_init (UdsChartTableView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Values"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scroller);
  uds_chart_menu_attach (GTK_WIDGET (self), get_spec, "chart.copy-table");
}

/**
 * uds_chart_table_view_new:
 *
 * Returns: (transfer floating): an empty table
 */
GtkWidget *
uds_chart_table_view_new (void)
{
  return g_object_new (UDS_TYPE_CHART_TABLE_VIEW, NULL);
}

/**
 * uds_chart_table_view_set_spec:
 * @self: a table
 * @spec: the chart whose figures to show; nobody may change it afterwards
 */
void
uds_chart_table_view_set_spec (UdsChartTableView *self,
                               UdsChartSpec      *spec)
{
  g_return_if_fail (UDS_IS_CHART_TABLE_VIEW (self));

  g_set_object (&self->spec, spec);
  g_clear_object (&self->table);
  self->table = uds_chart_table_new (spec);
  gtk_column_view_set_model (self->view, NULL);
  remove_columns (self);
  for (gsize i = 0; i < uds_chart_table_get_n_columns (self->table); i++)
    add_column (self, i);
  fill_rows (self);
}
