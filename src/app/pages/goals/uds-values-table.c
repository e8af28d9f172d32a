/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A column view over the series' observations, read in windows as they are looked at, with an empty row behind them.
 * Where the keyboard goes is decided here; what is written goes to the page. */
#include "uds-values-table.h"

#include "uds-row-list.h"

#include <glib/gi18n.h>

/* So many rows are a page for the keyboard. */
#define PAGE_ROWS 10

struct _UdsValuesTable
{
  AdwBin parent_instance;

  GtkColumnView *view;
  GtkColumnViewColumn *columns[UDS_OBSERVATION_N_COLUMNS];
  GHashTable *cells; /* UdsValuesCell to the GtkListItem that it is in */

  UdsContext *context;
  gboolean is_editable;
  char *series;
  char *series_name; /* none where the indicator has but one */
  UdsRowList *rows; /* none until there is a context */
  GListStore *parts; /* the rows, and where one may write the empty row */
  GListStore *behind;
  UdsNewValue *new_value;
  GtkSingleSelection *selection;

  GObject *current; /* the item that had the focus last */
  UdsObservationColumn current_column;
  guint wanted;      /* the row that gets the focus as soon as it has cells */
  UdsObservationColumn wanted_column;
  guint tick;
  gboolean is_fresh; /* until the focus was put into the table */
  char *awaited;     /* the id of the observation that gets the focus when it appears */
  UdsObservationColumn awaited_column;
};

enum {
  SIGNAL_EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UdsValuesTable, uds_values_table, ADW_TYPE_BIN)

/* Where the keyboard is */

static guint
get_n_items (UdsValuesTable *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

static GtkWidget *
find_cell (UdsValuesTable       *self,
           guint                 position,
           UdsObservationColumn  column)
{
  GHashTableIter iter;
  gpointer cell, item;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, &item))
    if (uds_values_cell_get_item (cell) != NULL && uds_values_cell_get_column (cell) == column
        && gtk_list_item_get_position (item) == position)
      return cell;
  return NULL;
}

static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  UdsValuesTable *self = UDS_VALUES_TABLE (widget);
  GtkWidget *cell = find_cell (self, self->wanted, self->wanted_column);

  if (cell == NULL && self->wanted < get_n_items (self))
    return G_SOURCE_CONTINUE;

  self->tick = 0;
  if (cell != NULL)
    gtk_widget_grab_focus (cell);
  return G_SOURCE_REMOVE;
}

/* A row that was out of sight gets its cells only when it is drawn. */
static void
focus_cell (UdsValuesTable       *self,
            guint                 position,
            UdsObservationColumn  column)
{
  GtkWidget *cell = find_cell (self, position, column);

  self->wanted = position;
  self->wanted_column = column;
  gtk_column_view_scroll_to (self->view, position, self->columns[column], GTK_LIST_SCROLL_NONE, NULL);
  if (cell != NULL)
    gtk_widget_grab_focus (cell);
  else if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

static gboolean
is_shown (UdsValuesTable *self,
          int             column)
{
  return gtk_column_view_column_get_visible (self->columns[column]);
}

/* The column @step further of those shown; outside the table where there is none. */
static int
step_column (UdsValuesTable *self,
             int             column,
             int             step)
{
  column += step;
  while (column >= 0 && column < UDS_OBSERVATION_N_COLUMNS && !is_shown (self, column))
    column += step;
  return column;
}

static void
go (UdsValuesTable *self,
    gint64          row,
    int             column)
{
  gint64 last = (gint64) get_n_items (self) - 1;

  if (column < 0 || column >= UDS_OBSERVATION_N_COLUMNS || last < 0)
    return;
  focus_cell (self, (guint) CLAMP (row, 0, last), column);
}

/* Past the ends of a row into the next one; past the ends of the table, out of it. */
static void
go_on (UdsValuesTable *self,
       gint64          row,
       int             column,
       int             step)
{
  int next = step_column (self, column, step);
  int end = step > 0 ? step_column (self, -1, 1) : step_column (self, UDS_OBSERVATION_N_COLUMNS, -1);

  if (next >= 0 && next < UDS_OBSERVATION_N_COLUMNS)
    go (self, row, next);
  else if (row + step >= 0 && row + step < get_n_items (self))
    go (self, row + step, end);
  else
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                            step > 0 ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
}

static void
on_moved_cb (UdsValuesTable *self,
             int             where,
             UdsValuesCell  *cell)
{
  gint64 row = gtk_list_item_get_position (g_hash_table_lookup (self->cells, cell));
  int column = uds_values_cell_get_column (cell);

  switch ((UdsValuesMove) where)
    {
    case UDS_VALUES_UP:
      go (self, row - 1, column);
      return;

    case UDS_VALUES_DOWN:
      go (self, row + 1, column);
      return;

    case UDS_VALUES_LEFT:
      go (self, row, step_column (self, column, -1));
      return;

    case UDS_VALUES_RIGHT:
      go (self, row, step_column (self, column, 1));
      return;

    case UDS_VALUES_NEXT:
      go_on (self, row, column, 1);
      return;

    case UDS_VALUES_PREVIOUS:
      go_on (self, row, column, -1);
      return;

    case UDS_VALUES_PAGE_UP:
      go (self, row - PAGE_ROWS, column);
      return;

    case UDS_VALUES_PAGE_DOWN:
      go (self, row + PAGE_ROWS, column);
      return;

    case UDS_VALUES_FIRST:
      go (self, 0, column);
      return;

    case UDS_VALUES_LAST:
      go (self, G_MAXINT, column);
      return;

    case UDS_VALUES_STAY:
    default:
      return;
    }
}

static void
on_focus_cb (GtkEventController *focus,
             gpointer            data)
{
  UdsValuesTable *self = data;
  UdsValuesCell *cell = UDS_VALUES_CELL (gtk_event_controller_get_widget (focus));
  GtkListItem *item = g_hash_table_lookup (self->cells, cell);

  if (item == NULL || uds_values_cell_get_item (cell) == NULL)
    return;

  g_set_object (&self->current, uds_values_cell_get_item (cell));
  self->current_column = uds_values_cell_get_column (cell);
  gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (item));
}

/* One opens the table to write what is new. */
static void
focus_new_value (UdsValuesTable *self)
{
  if (!self->is_fresh || uds_row_list_is_loading (self->rows) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->is_fresh = FALSE;
  go (self, G_MAXINT, UDS_OBSERVATION_COLUMN_PERIOD);
}

static void
on_loading_cb (UdsValuesTable *self)
{
  focus_new_value (self);
}

static void
on_items_changed_cb (UdsValuesTable *self)
{
  guint position;

  if (self->awaited == NULL || !uds_row_list_find (self->rows, self->awaited, &position))
    return;

  g_clear_pointer (&self->awaited, g_free);
  focus_cell (self, position, self->awaited_column);
}

/* Cells */

static void
on_edited_cb (UdsValuesTable *self,
              UdsValuesCell  *cell)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, cell);
}

static UdsObservationColumn
find_column (UdsValuesTable     *self,
             GtkListItemFactory *factory)
{
  for (guint i = 0; i < UDS_OBSERVATION_N_COLUMNS; i++)
    if (gtk_column_view_column_get_factory (self->columns[i]) == factory)
      return i;
  g_assert_not_reached ();
}

static void
on_setup_cb (UdsValuesTable     *self,
             GtkListItem        *item,
             GtkListItemFactory *factory)
{
  UdsLanguage language = uds_context_get_language (self->context);
  GtkWidget *cell = uds_values_cell_new (find_column (self, factory), language);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (on_focus_cb), self, 0);
  gtk_widget_add_controller (cell, focus);
  uds_values_cell_set_editable (UDS_VALUES_CELL (cell), self->is_editable);
  g_signal_connect_object (cell, "edited", G_CALLBACK (on_edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "moved", G_CALLBACK (on_moved_cb), self, G_CONNECT_SWAPPED);
  g_hash_table_insert (self->cells, cell, item);
  gtk_list_item_set_focusable (item, FALSE);
  gtk_list_item_set_child (item, cell);
}

static void
on_teardown_cb (UdsValuesTable *self,
                GtkListItem    *item)
{
  g_hash_table_remove (self->cells, gtk_list_item_get_child (item));
}

static void
on_bind_cb (UdsValuesTable *self,
            GtkListItem    *item)
{
  UdsValuesCell *cell = UDS_VALUES_CELL (gtk_list_item_get_child (item));

  uds_values_cell_set_series (cell, self->series_name);
  uds_values_cell_set_item (cell, gtk_list_item_get_item (item));
}

static void
set_series_name (UdsValuesTable *self,
                 const char     *name)
{
  GHashTableIter iter;
  gpointer cell;

  g_set_str (&self->series_name, name);
  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    uds_values_cell_set_series (cell, name);
}

static void
on_unbind_cb (UdsValuesTable *self,
              GtkListItem    *item)
{
  uds_values_cell_set_item (UDS_VALUES_CELL (gtk_list_item_get_child (item)), NULL);
}

static void
add_column (UdsValuesTable       *self,
            UdsObservationColumn  column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  const char *label = _(uds_observation_column_get_field (column)->label);

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "teardown", G_CALLBACK (on_teardown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind_cb), self, G_CONNECT_SWAPPED);
  self->columns[column] = gtk_column_view_column_new (label, factory);
  gtk_column_view_column_set_expand (self->columns[column], TRUE);
  gtk_column_view_append_column (self->view, self->columns[column]);
}

/* GObject */

static void
uds_values_table_map (GtkWidget *widget)
{
  UdsValuesTable *self = UDS_VALUES_TABLE (widget);

  GTK_WIDGET_CLASS (uds_values_table_parent_class)->map (widget);

  if (self->rows != NULL)
    focus_new_value (self);
}

static void
uds_values_table_dispose (GObject *object)
{
  UdsValuesTable *self = UDS_VALUES_TABLE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  self->view = NULL;
  for (guint i = 0; i < UDS_OBSERVATION_N_COLUMNS; i++)
    g_clear_object (&self->columns[i]);
  g_clear_object (&self->context);
  g_clear_object (&self->rows);
  g_clear_object (&self->parts);
  g_clear_object (&self->behind);
  g_clear_object (&self->new_value);
  g_clear_object (&self->selection);
  g_clear_object (&self->current);

  G_OBJECT_CLASS (uds_values_table_parent_class)->dispose (object);
}

static void
uds_values_table_finalize (GObject *object)
{
  UdsValuesTable *self = UDS_VALUES_TABLE (object);

  g_hash_table_unref (self->cells);
  g_free (self->series);
  g_free (self->series_name);
  g_free (self->awaited);

  G_OBJECT_CLASS (uds_values_table_parent_class)->finalize (object);
}

static void
uds_values_table_class_init (UdsValuesTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = uds_values_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = uds_values_table_finalize;
  GTK_WIDGET_CLASS (klass)->map = uds_values_table_map;

  signals[SIGNAL_EDITED] = g_signal_new ("edited", UDS_TYPE_VALUES_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, UDS_TYPE_VALUES_CELL);
}

static void
uds_values_table_init (UdsValuesTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->is_fresh = TRUE;
  self->cells = g_hash_table_new (NULL, NULL);
  self->parts = g_list_store_new (G_TYPE_LIST_MODEL);
  self->behind = g_list_store_new (UDS_TYPE_NEW_VALUE);
  self->new_value = uds_new_value_new ();
  g_list_store_append (self->behind, self->new_value);

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_column_view_set_show_column_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "values");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Values"), -1);
  for (guint i = 0; i < UDS_OBSERVATION_N_COLUMNS; i++)
    add_column (self, i);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scroller);
}

static void
make_model (UdsValuesTable *self)
{
  GtkFlattenListModel *flat;

  self->rows = uds_row_list_new (uds_context_get_store (self->context));
  g_signal_connect_object (self->rows, "notify::loading", G_CALLBACK (on_loading_cb), self, G_CONNECT_SWAPPED);
  g_list_store_append (self->parts, self->rows);
  if (self->is_editable)
    g_list_store_append (self->parts, self->behind);
  flat = gtk_flatten_list_model_new (G_LIST_MODEL (g_object_ref (self->parts)));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (flat));
  g_object_unref (flat);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  /* After the view, which has then made room for the row. */
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (on_items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/**
 * uds_values_table_set_context:
 * @self: a table
 * @context: the context
 * @is_editable: whether one may write in it
 *
 * "edited" is emitted with the #UdsValuesCell in which something was written.
 */
void
uds_values_table_set_context (UdsValuesTable *self,
                              UdsContext     *context,
                              gboolean        is_editable)
{
  g_return_if_fail (UDS_IS_VALUES_TABLE (self));

  if (self->context != NULL)
    return;

  self->context = g_object_ref (context);
  self->is_editable = is_editable;
  make_model (self);
}

/**
 * uds_values_table_set_series:
 * @self: a table with a context
 * @series: (nullable): the id of the series to show; %NULL where there is none yet
 * @name: (nullable): what it is called where the indicator has several
 */
void
uds_values_table_set_series (UdsValuesTable *self,
                             const char     *series,
                             const char     *name)
{
  g_autoptr (UdsQuery) query = NULL;

  g_return_if_fail (UDS_IS_VALUES_TABLE (self));
  g_return_if_fail (self->rows != NULL);

  set_series_name (self, name);
  if (series == NULL)
    {
      focus_new_value (self);
      return;
    }
  if (!g_set_str (&self->series, series))
    return;

  query = uds_query_new (uds_kind_lookup ("observation"));
  uds_query_where_is (query, "series", series);
  uds_row_list_set_query (self->rows, query, NULL);
}

/**
 * uds_values_table_get_new_value:
 * @self: a table
 *
 * Returns: (transfer none): its empty row
 */
UdsNewValue *
uds_values_table_get_new_value (UdsValuesTable *self)
{
  return self->new_value;
}

/**
 * uds_values_table_get_current:
 * @self: a table
 * @column: (out): the column
 *
 * Returns: (transfer none) (nullable): the #UdsRow or #UdsNewValue that had the focus last
 */
GObject *
uds_values_table_get_current (UdsValuesTable       *self,
                              UdsObservationColumn *column)
{
  *column = self->current_column;
  return self->current;
}

/**
 * uds_values_table_start:
 * @self: a table
 *
 * Puts the focus into the empty row once the series that is set next is there.
 */
void
uds_values_table_start (UdsValuesTable *self)
{
  self->is_fresh = TRUE;
}

/**
 * uds_values_table_await:
 * @self: a table
 * @id: the id of an observation that is being stored
 * @column: a column
 *
 * Goes on in its row as soon as it is there.
 */
void
uds_values_table_await (UdsValuesTable       *self,
                        const char           *id,
                        UdsObservationColumn  column)
{
  g_set_str (&self->awaited, id);
  self->awaited_column = column;
}

/**
 * uds_values_table_show_only:
 * @self: a table
 * @column: of the columns behind the value, the only one to show; the period to show all
 */
void
uds_values_table_show_only (UdsValuesTable       *self,
                            UdsObservationColumn  column)
{
  for (guint i = UDS_OBSERVATION_COLUMN_QUALITY; i < UDS_OBSERVATION_N_COLUMNS; i++)
    gtk_column_view_column_set_visible (self->columns[i], column == UDS_OBSERVATION_COLUMN_PERIOD || column == i);
}

/**
 * uds_values_table_flush:
 * @self: a table
 *
 * Tells what is being written in one of its cells.
 */
void
uds_values_table_flush (UdsValuesTable *self)
{
  g_autoptr (GPtrArray) cells = g_hash_table_get_keys_as_ptr_array (self->cells);

  for (guint i = 0; i < cells->len; i++)
    uds_values_cell_flush (g_ptr_array_index (cells, i));
}
