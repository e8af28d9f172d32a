/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows a long list of records by name, dates and place. Filter and order are the store's; this only asks. */
#include "uds-list-page.h"

#include "uds-list-export.h"
#include "uds-new-record.h"
#include "uds-record-cell.h"
#include "uds-record-summary.h"
#include "uds-row-list.h"

#include <glib/gi18n.h>

typedef struct {
  GtkStack *title_stack;
  AdwWindowTitle *title;
  AdwToggleGroup *kind_toggles;
  GtkDropDown *kind_drop_down;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  AdwStatusPage *empty;
  GtkColumnView *column_view;
  GtkColumnViewColumn *name_column;
  GtkColumnViewColumn *dates_column;
  GtkColumnViewColumn *place_column;

  gboolean narrow;
  const UdsKind *kind; /* that is listed */
  UdsRowList *rows;    /* none until there is a context */
} UdsListPagePrivate;

enum {
  PROP_0,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (UdsListPage, uds_list_page, UDS_TYPE_PAGE)

/* Columns */

static UdsRecordCell *
make_name_cell (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);
  GtkWidget *cell = uds_record_cell_new (UDS_CELL_NAME, uds_page_get_language (UDS_PAGE (self)));

  /* Where there is no room for the other columns, what they say stands below the name. */
  g_object_bind_property (priv->dates_column, "visible", cell, "with-summary",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  return UDS_RECORD_CELL (cell);
}

static void
on_setup_name_cb (UdsListPage *self,
                  GtkListItem *item)
{
  gtk_list_item_set_child (item, GTK_WIDGET (make_name_cell (self)));
}

static void
on_setup_dates_cb (UdsListPage *self,
                   GtkListItem *item)
{
  gtk_list_item_set_child (item, uds_record_cell_new (UDS_CELL_DATES, uds_page_get_language (UDS_PAGE (self))));
}

static void
on_setup_place_cb (UdsListPage *self,
                   GtkListItem *item)
{
  gtk_list_item_set_child (item, uds_record_cell_new (UDS_CELL_PLACE, uds_page_get_language (UDS_PAGE (self))));
}

static void
on_bind_cb (UdsListPage *self,
            GtkListItem *item)
{
  uds_record_cell_set_row (UDS_RECORD_CELL (gtk_list_item_get_child (item)), UDS_ROW (gtk_list_item_get_item (item)));
}

static void
on_unbind_cb (UdsListPage *self,
              GtkListItem *item)
{
  uds_record_cell_set_row (UDS_RECORD_CELL (gtk_list_item_get_child (item)), NULL);
}

static void
set_up_column (UdsListPage         *self,
               GtkColumnViewColumn *column,
               GCallback            setup)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  /* It compares nothing: it makes the heading something to click; the store sorts. */
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));

  g_signal_connect_object (factory, "setup", setup, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_column_set_factory (column, factory);
  gtk_column_view_column_set_sorter (column, sorter);
}

/* The query */

static const char *
get_sort_field (UdsListPagePrivate  *priv,
                GtkColumnViewColumn *column)
{
  if (column == priv->name_column)
    return priv->kind->title;
  if (column == priv->dates_column)
    return uds_kind_get_date_field (priv->kind);
  return uds_kind_get_place_field (priv->kind);
}

/**
 * uds_list_page_make_query:
 * @self: a page with a context
 *
 * Returns: (transfer full): what the list asks for: its kind, what is searched for, how it is sorted
 */
UdsQuery *
uds_list_page_make_query (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (priv->column_view));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (priv->search_entry));
  const char *field = column != NULL ? get_sort_field (priv, column) : NULL;
  UdsQuery *query = uds_query_new (priv->kind);

  uds_query_set_language (query, uds_page_get_language (UDS_PAGE (self)));
  if (*text != '\0')
    uds_query_match (query, text);
  if (field != NULL)
    uds_query_order_by (query, field,
                        gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING, NULL);
  return query;
}

static void
ask (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);
  g_autoptr (UdsQuery) query = NULL;

  if (priv->rows == NULL)
    return;

  query = uds_list_page_make_query (self);
  uds_row_list_set_query (priv->rows, query);
}

static void
update_stack (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);
  gboolean is_searching = *gtk_editable_get_text (GTK_EDITABLE (priv->search_entry)) != '\0';
  const char *child = "list";

  if (!uds_row_list_is_loading (priv->rows) && g_list_model_get_n_items (G_LIST_MODEL (priv->rows)) == 0)
    child = is_searching ? "nothing" : "empty";
  gtk_stack_set_visible_child_name (priv->stack, child);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.export", g_str_equal (child, "list"));
}

static void
on_rows_changed_cb (UdsListPage *self)
{
  update_stack (self);
}

/* The kinds */

static const char *
get_empty_description (const UdsKind *kind)
{
  if (uds_kind_lookup_field (kind, "received", NULL) != NULL)
    return _("Requests for visits will be listed here, the latest first.");
  return _("What is entered or imported will be listed here.");
}

static void
show_kind (UdsListPage   *self,
           const UdsKind *kind)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);
  UdsContext *context = uds_page_get_context (UDS_PAGE (self));
  GtkSelectionModel *selection;

  priv->kind = kind;
  g_clear_object (&priv->rows);
  adw_status_page_set_icon_name (priv->empty, kind->icon);
  adw_status_page_set_description (priv->empty, get_empty_description (kind));
  if (context == NULL)
    return;

  priv->rows = uds_row_list_new (uds_context_get_store (context));
  g_signal_connect_object (priv->rows, "items-changed", G_CALLBACK (on_rows_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->rows, "notify::loading", G_CALLBACK (on_rows_changed_cb), self, G_CONNECT_SWAPPED);
  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_object_ref (priv->rows))));
  gtk_single_selection_set_autoselect (GTK_SINGLE_SELECTION (selection), FALSE);
  gtk_column_view_set_model (priv->column_view, selection);
  g_object_unref (selection);
  ask (self);
}

static void
choose_kind (UdsListPage *self,
             guint        index)
{
  const UdsKind *kind = uds_kind_lookup (UDS_LIST_PAGE_GET_CLASS (self)->kinds[index]);
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);

  if (kind == priv->kind)
    return;

  adw_toggle_group_set_active (priv->kind_toggles, index);
  gtk_drop_down_set_selected (priv->kind_drop_down, index);
  gtk_column_view_sort_by_column (priv->column_view, NULL, GTK_SORT_ASCENDING);
  show_kind (self, kind);
}

static void
on_kind_toggled_cb (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);
  guint active = adw_toggle_group_get_active (priv->kind_toggles);

  if (priv->kind != NULL && active != GTK_INVALID_LIST_POSITION)
    choose_kind (self, active);
}

static void
on_kind_selected_cb (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);

  if (priv->kind != NULL)
    choose_kind (self, gtk_drop_down_get_selected (priv->kind_drop_down));
}

static void
fill_kinds (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);
  const char *const *kinds = UDS_LIST_PAGE_GET_CLASS (self)->kinds;
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      AdwToggle *toggle = adw_toggle_new ();
      const char *label = _(uds_kind_lookup (kinds[i])->label_plural);

      adw_toggle_set_label (toggle, label);
      adw_toggle_group_add (priv->kind_toggles, toggle);
      gtk_string_list_append (labels, label);
    }
  gtk_drop_down_set_model (priv->kind_drop_down, G_LIST_MODEL (labels));
}

/* Where there is little room the kinds stand in a list that drops down. */
static void
arrange_kinds (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);
  gboolean has_choice = UDS_LIST_PAGE_GET_CLASS (self)->kinds[1] != NULL;

  gtk_stack_set_visible_child_name (priv->title_stack, has_choice && !priv->narrow ? "kinds" : "title");
  gtk_widget_set_visible (GTK_WIDGET (priv->kind_drop_down), has_choice && priv->narrow);
}

static void
set_narrow (UdsListPage *self,
            gboolean     narrow)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);

  if (priv->narrow == narrow)
    return;

  priv->narrow = narrow;
  arrange_kinds (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

/* Signals */

static void
on_search_changed_cb (UdsListPage *self)
{
  ask (self);
}

static void
on_activate_cb (UdsListPage *self,
                guint        position)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);
  g_autoptr (UdsRow) row = g_list_model_get_item (G_LIST_MODEL (priv->rows), position);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "(ss)", priv->kind->name, uds_row_get_id (row));
}

static void
on_export (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  g_autoptr (UdsQuery) query = uds_list_page_make_query (UDS_LIST_PAGE (widget));

  uds_list_export (widget, uds_page_get_context (UDS_PAGE (widget)), query);
}

/* UdsPage */

/* The list itself follows what was committed. */
static void
uds_list_page_load (UdsPage *page)
{
  UdsListPage *self = UDS_LIST_PAGE (page);
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);

  if (priv->rows == NULL)
    show_kind (self, priv->kind);
}

static void
uds_list_page_add (UdsPage *page)
{
  UdsListPage *self = UDS_LIST_PAGE (page);
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);

  uds_new_record_present (page, priv->kind, NULL, NULL);
}

static void
uds_list_page_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (UDS_LIST_PAGE (object));

  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, priv->narrow);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
uds_list_page_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      set_narrow (UDS_LIST_PAGE (object), g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
uds_list_page_constructed (GObject *object)
{
  UdsListPage *self = UDS_LIST_PAGE (object);
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);

  G_OBJECT_CLASS (uds_list_page_parent_class)->constructed (object);

  g_object_bind_property (self, "title", priv->title, "title", G_BINDING_SYNC_CREATE);
  fill_kinds (self);
  arrange_kinds (self);
  choose_kind (self, 0);
}

static void
uds_list_page_dispose (GObject *object)
{
  UdsListPage *self = UDS_LIST_PAGE (object);
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);

  g_clear_object (&priv->rows);
  gtk_widget_dispose_template (GTK_WIDGET (self), UDS_TYPE_LIST_PAGE);

  G_OBJECT_CLASS (uds_list_page_parent_class)->dispose (object);
}

static void
uds_list_page_class_init (UdsListPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = uds_list_page_get_property;
  object_class->set_property = uds_list_page_set_property;
  object_class->constructed = uds_list_page_constructed;
  object_class->dispose = uds_list_page_dispose;
  UDS_PAGE_CLASS (klass)->load = uds_list_page_load;
  UDS_PAGE_CLASS (klass)->add = uds_list_page_add;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-list-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, title_stack);
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, title);
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, kind_toggles);
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, kind_drop_down);
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, search_entry);
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, stack);
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, empty);
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, column_view);
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, name_column);
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, dates_column);
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, place_column);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_install_action (widget_class, "list.export", NULL, on_export);
}

static void
uds_list_page_init (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.export", FALSE);
  set_up_column (self, priv->name_column, G_CALLBACK (on_setup_name_cb));
  set_up_column (self, priv->dates_column, G_CALLBACK (on_setup_dates_cb));
  set_up_column (self, priv->place_column, G_CALLBACK (on_setup_place_cb));
  g_signal_connect_object (gtk_column_view_get_sorter (priv->column_view), "changed", G_CALLBACK (ask), self,
                           G_CONNECT_SWAPPED);
}
