/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the columns once and gives them the headings of the kind that is listed. Headings can be pressed; the store
 * sorts. What has no room of its own, the cell of the name shows. */
#include "uds-record-columns.h"

#include "uds-record-cell.h"

#include <glib/gi18n.h>

/* What names are laid out by in a narrow window: without it a long one would push the column out. */
#define NARROW_NAME_WIDTH 360

struct _UdsRecordColumns
{
  GObject parent_instance;

  GtkColumnView *view; /* whose columns these are; it outlives them */
  GtkColumnViewColumn *name;
  GtkColumnViewColumn *columns[UDS_LIST_COLUMNS_MAX];

  const UdsKind *kind; /* none until it is told */
  UdsLanguage language;
  guint room;
  guint n_shown;
};

enum {
  PROP_0,
  PROP_N_SHOWN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (UdsRecordColumns, uds_record_columns, G_TYPE_OBJECT)

/* Cells */

static void
on_setup_cb (UdsRecordColumns   *self,
             GtkListItem        *item,
             GtkListItemFactory *factory)
{
  GtkWidget *cell;
  int index = UDS_RECORD_CELL_NAME;

  for (int i = 0; i < UDS_LIST_COLUMNS_MAX; i++)
    if (gtk_column_view_column_get_factory (self->columns[i]) == factory)
      index = i;

  cell = uds_record_cell_new (index, self->language);
  if (index == UDS_RECORD_CELL_NAME)
    g_object_bind_property (self, "n-shown", cell, "summary-from", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (item, cell);
}

static void
on_bind_cb (UdsRecordColumns *self,
            GtkListItem      *item)
{
  uds_record_cell_set_row (UDS_RECORD_CELL (gtk_list_item_get_child (item)), UDS_ROW (gtk_list_item_get_item (item)));
}

static void
on_unbind_cb (UdsRecordColumns *self,
              GtkListItem      *item)
{
  uds_record_cell_set_row (UDS_RECORD_CELL (gtk_list_item_get_child (item)), NULL);
}

static GtkColumnViewColumn *
make_column (UdsRecordColumns *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind_cb), self, G_CONNECT_SWAPPED);
  return gtk_column_view_column_new (NULL, factory);
}

/* Headings */

static void
set_sortable (GtkColumnViewColumn *column,
              gboolean             sortable)
{
  /* It compares nothing: it makes the heading something to press. */
  g_autoptr (GtkSorter) sorter =
      sortable ? GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL)) : NULL;

  if (sortable != (gtk_column_view_column_get_sorter (column) != NULL))
    gtk_column_view_column_set_sorter (column, sorter);
}

static void
show_columns (UdsRecordColumns *self)
{
  guint n_columns;
  const UdsListColumn *columns = uds_kind_list_columns (self->kind, &n_columns);
  guint n_shown = MIN (self->room, n_columns);

  for (guint i = 0; i < UDS_LIST_COLUMNS_MAX; i++)
    {
      gtk_column_view_column_set_visible (self->columns[i], i < n_shown);
      if (i >= n_columns)
        continue;
      gtk_column_view_column_set_title (self->columns[i], _(columns[i].title));
      gtk_column_view_column_set_fixed_width (self->columns[i], columns[i].width);
      set_sortable (self->columns[i], uds_list_column_get_order (&columns[i], self->kind) != NULL);
    }

  if (self->n_shown == n_shown)
    return;
  self->n_shown = n_shown;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SHOWN]);
}

/* GObject */

static void
uds_record_columns_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_N_SHOWN:
      g_value_set_uint (value, UDS_RECORD_COLUMNS (object)->n_shown);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
uds_record_columns_dispose (GObject *object)
{
  UdsRecordColumns *self = UDS_RECORD_COLUMNS (object);

  g_clear_object (&self->name);
  for (guint i = 0; i < UDS_LIST_COLUMNS_MAX; i++)
    g_clear_object (&self->columns[i]);

  G_OBJECT_CLASS (uds_record_columns_parent_class)->dispose (object);
}

static void
uds_record_columns_class_init (UdsRecordColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = uds_record_columns_get_property;
  object_class->dispose = uds_record_columns_dispose;

  properties[PROP_N_SHOWN] = g_param_spec_uint ("n-shown", NULL, NULL, 0, UDS_LIST_COLUMNS_MAX, 0,
                                                G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
uds_record_columns_init (UdsRecordColumns *self)
{
  self->room = UDS_LIST_COLUMNS_MAX;
  self->name = make_column (self);
  for (guint i = 0; i < UDS_LIST_COLUMNS_MAX; i++)
    self->columns[i] = make_column (self);
}

/**
 * uds_record_columns_new:
 * @view: a view without columns
 *
 * Returns: (transfer full): its columns, empty until they are told the kind
 */
UdsRecordColumns *
uds_record_columns_new (GtkColumnView *view)
{
  UdsRecordColumns *self = g_object_new (UDS_TYPE_RECORD_COLUMNS, NULL);

  self->view = view;
  gtk_column_view_column_set_title (self->name, _("Name"));
  gtk_column_view_column_set_expand (self->name, TRUE);
  set_sortable (self->name, TRUE);
  gtk_column_view_append_column (view, self->name);
  for (guint i = 0; i < UDS_LIST_COLUMNS_MAX; i++)
    gtk_column_view_append_column (view, self->columns[i]);
  return self;
}

/**
 * uds_record_columns_set_kind:
 * @self: columns
 * @kind: what is listed
 * @language: the reader's
 */
void
uds_record_columns_set_kind (UdsRecordColumns *self,
                             const UdsKind    *kind,
                             UdsLanguage       language)
{
  g_return_if_fail (UDS_IS_RECORD_COLUMNS (self));

  self->kind = kind;
  self->language = language;
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  show_columns (self);
}

/**
 * uds_record_columns_set_room:
 * @self: columns
 * @n_columns: for how many there is room beside the name; -1 where there is hardly any for the name, which then wraps
 */
void
uds_record_columns_set_room (UdsRecordColumns *self,
                             int               n_columns)
{
  g_return_if_fail (UDS_IS_RECORD_COLUMNS (self));

  self->room = (guint) MAX (n_columns, 0);
  gtk_column_view_column_set_fixed_width (self->name, n_columns < 0 ? NARROW_NAME_WIDTH : -1);
  if (self->kind != NULL)
    show_columns (self);
}

/**
 * uds_record_columns_get_order:
 * @self: columns that know their kind
 * @descending: (out): whether from the highest
 *
 * Returns: (nullable): the field that the user sorts by; %NULL where he does not
 */
const char *
uds_record_columns_get_order (UdsRecordColumns *self,
                              gboolean         *descending)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->view));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  guint n_columns;
  const UdsListColumn *columns = uds_kind_list_columns (self->kind, &n_columns);

  *descending = gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;
  if (column == self->name)
    return self->kind->title;
  for (guint i = 0; i < n_columns; i++)
    if (column == self->columns[i])
      return uds_list_column_get_order (&columns[i], self->kind);

  return NULL;
}
