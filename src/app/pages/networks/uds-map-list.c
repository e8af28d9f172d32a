/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for each place of the map, in its order: the most important first. Rows are made as they come in sight. */
#include "uds-map-list.h"

#include "uds-map-sign.h"
#include "uds-wrapped-label.h"

#include <glib/gi18n.h>

struct _UdsMapList
{
  AdwBin parent_instance;

  GtkListView *view;
  GtkSingleSelection *selection; /* of the ids of the places */
  UdsChartSpec *spec;
};

enum {
  SIGNAL_CHOSEN,
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UdsMapList, uds_map_list, ADW_TYPE_BIN)

/* Rows */

static void
on_setup_cb (UdsMapList  *self,
             GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *facts = uds_wrapped_label_new (NULL, "caption");
  GtkWidget *sign = uds_wrapped_label_new (NULL, NULL);

  gtk_widget_add_css_class (facts, "dimmed");
  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (texts), uds_wrapped_label_new (NULL, NULL));
  gtk_box_append (GTK_BOX (texts), facts);
  gtk_box_append (GTK_BOX (row), sign);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_widget_add_css_class (row, "place");
  gtk_list_item_set_child (item, row);
}

static UdsMapSign
get_sign (UdsMapList *self,
          gsize       place)
{
  if (place == uds_chart_grid_get_emphasised (uds_chart_spec_get_grid (self->spec)))
    return UDS_MAP_SIGN_OWN;
  return uds_chart_map_is_lit (uds_chart_spec_get_map (self->spec), place) ? UDS_MAP_SIGN_LIT : UDS_MAP_SIGN_OTHER;
}

static void
on_bind_cb (UdsMapList  *self,
            GtkListItem *item)
{
  const UdsChartGrid *grid = uds_chart_spec_get_grid (self->spec);
  gsize place = gtk_list_item_get_position (item);
  const char *note = uds_chart_grid_get_cell (grid, place, 0)->note;
  GtkWidget *sign = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *name = gtk_widget_get_first_child (gtk_widget_get_next_sibling (sign));
  GtkWidget *facts = gtk_widget_get_next_sibling (name);

  uds_map_sign_show (GTK_LABEL (sign), get_sign (self, place));
  gtk_label_set_text (GTK_LABEL (name), uds_chart_grid_get_row_label (grid, place));
  gtk_label_set_text (GTK_LABEL (facts), note != NULL ? note : "");
  gtk_widget_set_visible (facts, note != NULL);
  gtk_list_item_set_accessible_label (item, uds_chart_grid_get_row_label (grid, place));
  gtk_list_item_set_accessible_description (item, note != NULL ? note : "");
}

/* Signals */

static const char *
get_id (UdsMapList *self,
        guint       position)
{
  return uds_chart_grid_get_row_id (uds_chart_spec_get_grid (self->spec), position);
}

static void
on_selected_cb (UdsMapList *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, get_id (self, position));
}

static void
on_activate_cb (UdsMapList *self,
                guint       position)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, get_id (self, position));
}

/* GObject */

static void
uds_map_list_dispose (GObject *object)
{
  UdsMapList *self = UDS_MAP_LIST (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->spec);

  G_OBJECT_CLASS (uds_map_list_parent_class)->dispose (object);
}

static void
uds_map_list_class_init (UdsMapListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = uds_map_list_dispose;

  /* With the id of the place the user looks at. */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", UDS_TYPE_MAP_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  /* With the id of the place that is to be opened. */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", UDS_TYPE_MAP_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
uds_map_list_init (UdsMapList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_cb), self, G_CONNECT_SWAPPED);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected_cb), self, G_CONNECT_SWAPPED);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory));
  gtk_list_view_set_show_separators (self->view, TRUE);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activate_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Places on the map"),
                                  -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * uds_map_list_new:
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
uds_map_list_new (void)
{
  return g_object_new (UDS_TYPE_MAP_LIST, NULL);
}

/**
 * uds_map_list_set_spec:
 * @self: a list
 * @spec: a map; nobody may change it afterwards
 */
void
uds_map_list_set_spec (UdsMapList   *self,
                       UdsChartSpec *spec)
{
  const UdsChartGrid *grid = uds_chart_spec_get_grid (spec);
  g_autoptr (GtkStringList) ids = gtk_string_list_new (NULL);

  g_return_if_fail (UDS_IS_MAP_LIST (self));

  for (gsize i = 0; i < uds_chart_grid_get_n_rows (grid); i++)
    gtk_string_list_append (ids, uds_chart_grid_get_row_id (grid, i));
  gtk_single_selection_set_model (self->selection, NULL);
  g_set_object (&self->spec, spec);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (ids));
}

/**
 * uds_map_list_show_place:
 * @self: a list
 * @id: the id of one of its places
 *
 * Selects the place and brings it in sight.
 */
void
uds_map_list_show_place (UdsMapList *self,
                         const char *id)
{
  gsize row;

  g_return_if_fail (UDS_IS_MAP_LIST (self));

  row = self->spec != NULL ? uds_chart_grid_find_row (uds_chart_spec_get_grid (self->spec), id) : UDS_CHART_NONE;
  if (row != UDS_CHART_NONE)
    gtk_list_view_scroll_to (self->view, (guint) row, GTK_LIST_SCROLL_SELECT, NULL);
}
