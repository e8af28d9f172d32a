/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows a long list of records, in groups where the user wants them. Filter, order and groups are the store's; what is
 * asked for stands in uds-list-page-ask.c. */
#include "uds-list-page-private.h"

#include "uds-list-export.h"
#include "uds-list-sections.h"
#include "uds-new-record.h"
#include "udsyn-config.h"

#include <glib/gi18n.h>

enum {
  PROP_0,
  PROP_NARROW,
  PROP_ROOM,
  PROP_GROUP,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (UdsListPage, uds_list_page, UDS_TYPE_PAGE)

UdsListPagePrivate *
uds_list_page_get_private (UdsListPage *self)
{
  return uds_list_page_get_instance_private (self);
}

/**
 * uds_list_page_get_prefix:
 * @self: a page
 *
 * Returns: (nullable): what the names of its settings begin with; %NULL where it keeps nothing
 */
const char *
uds_list_page_get_prefix (UdsListPage *self)
{
  return UDS_LIST_PAGE_GET_CLASS (self)->settings_prefix;
}

/* The list */

/* Headings stand there as soon as what is shown is in groups. */
static void
update_headings (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);
  gboolean is_grouped = uds_row_list_is_grouped (priv->rows);
  g_autoptr (GtkListItemFactory) factory = NULL;
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_column_view_get_model (priv->column_view));

  if (selection == NULL || is_grouped == (gtk_column_view_get_header_factory (priv->column_view) != NULL))
    return;

  if (is_grouped)
    factory = uds_list_sections_make_factory (UDS_LIST_SECTIONS (gtk_single_selection_get_model (selection)),
                                              uds_page_get_language (UDS_PAGE (self)));
  gtk_column_view_set_header_factory (priv->column_view, factory);
}

/**
 * uds_list_page_update_stack:
 * @self: a page with rows
 *
 * Shows the list, or what stands there instead.
 */
void
uds_list_page_update_stack (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);
  gboolean is_searching = *gtk_editable_get_text (GTK_EDITABLE (priv->search_entry)) != '\0';
  const char *face = uds_list_faces_get_active (priv->faces);
  const char *child = "list";

  if (!uds_row_list_is_loading (priv->rows) && g_list_model_get_n_items (G_LIST_MODEL (priv->rows)) == 0)
    child = is_searching || uds_list_page_is_filtered (self) ? "nothing" : "empty";
  gtk_stack_set_visible_child_name (priv->stack, face != NULL ? face : child);
  gtk_widget_set_visible (priv->nothing_button, uds_list_page_is_filtered (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.export", g_str_equal (child, "list"));
}

/* The heading above the first row too, which is there when the rows have been laid out: in the frame after this. */
static gboolean
on_tick_cb (GtkWidget     *column_view,
            GdkFrameClock *clock,
            gpointer       data)
{
  guint *n_ticks = data;

  if (++*n_ticks == 1)
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (column_view)), 0);
  return G_SOURCE_REMOVE;
}

static void
go_to_top (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);

  gtk_column_view_scroll_to (priv->column_view, 0, NULL, GTK_LIST_SCROLL_NONE, NULL);
  if (uds_row_list_is_grouped (priv->rows))
    gtk_widget_add_tick_callback (GTK_WIDGET (priv->column_view), on_tick_cb, g_new0 (guint, 1), g_free);
}

/* What was committed changes the list around the row one looks at; the answer to another question begins at its top. */
static void
on_rows_changed_cb (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);

  update_headings (self);
  uds_list_page_update_stack (self);
  if (!priv->goes_to_top || uds_row_list_is_loading (priv->rows))
    return;
  priv->goes_to_top = FALSE;
  if (g_list_model_get_n_items (G_LIST_MODEL (priv->rows)) > 0)
    go_to_top (self);
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
add_group_item (GMenu      *menu,
                const char *label,
                const char *group)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "list.group", "s", group);
  g_menu_append_item (menu, item);
}

static void
fill_group_menu (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);
  guint n_facets;
  const UdsFacet *facets = uds_facet_list (&n_facets);

  g_menu_remove_all (priv->group_menu);
  if (priv->settings == NULL)
    return;

  /* Translators: of a list that is not in groups */
  add_group_item (priv->group_menu, _("Nothing"), "");
  for (guint i = 0; i < n_facets; i++)
    if (uds_facet_makes_groups (&facets[i], priv->kind))
      add_group_item (priv->group_menu, _(facets[i].label), facets[i].name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUP]);
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
  gtk_column_view_set_model (priv->column_view, NULL);
  gtk_column_view_set_header_factory (priv->column_view, NULL);
  fill_group_menu (self);
  uds_record_columns_set_kind (priv->columns, kind,
                               context != NULL ? uds_context_get_language (context) : UDS_LANGUAGE_EN);
  uds_list_faces_set_kind (priv->faces, kind);
  adw_status_page_set_icon_name (priv->empty, kind->icon);
  adw_status_page_set_description (priv->empty, get_empty_description (kind));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.duplicates", context != NULL && kind->is_mergeable);
  if (context == NULL)
    return;

  priv->rows = uds_row_list_new (uds_context_get_store (context));
  g_signal_connect_object (priv->rows, "items-changed", G_CALLBACK (on_rows_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (priv->rows, "notify::loading", G_CALLBACK (on_rows_changed_cb), self, G_CONNECT_SWAPPED);
  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (uds_list_sections_new (priv->rows))));
  gtk_single_selection_set_autoselect (GTK_SINGLE_SELECTION (selection), FALSE);
  gtk_column_view_set_model (priv->column_view, selection);
  g_object_unref (selection);
  uds_list_page_ask (self);
  uds_list_page_load_filter (self);
  if (UDS_LIST_PAGE_GET_CLASS (self)->kind_shown != NULL)
    UDS_LIST_PAGE_GET_CLASS (self)->kind_shown (self, kind);
}

static void
on_kind_changed_cb (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);

  show_kind (self, uds_kind_choice_get_kind (priv->choice));
}

static void
on_face_toggled_cb (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);

  if (priv->rows != NULL)
    uds_list_page_update_stack (self);
}

static void
set_narrow (UdsListPage *self,
            gboolean     narrow)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);

  if (priv->narrow == narrow)
    return;

  priv->narrow = narrow;
  uds_kind_choice_set_narrow (priv->choice, priv->title_stack, narrow);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
set_room (UdsListPage *self,
          int          room)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);

  if (priv->room == room)
    return;

  priv->room = room;
  uds_record_columns_set_room (priv->columns, room);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROOM]);
}

/* Signals */

static void
on_search_changed_cb (UdsListPage *self)
{
  uds_list_page_ask (self);
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
on_clear_filters (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  uds_list_page_clear_filters (UDS_LIST_PAGE (widget));
}

static void
on_duplicates (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (UDS_LIST_PAGE (widget));

  gtk_widget_activate_action (widget, "win.duplicates", "s", priv->kind->name);
}

static void
on_export (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  g_autoptr (UdsQuery) query = uds_list_page_make_query (UDS_LIST_PAGE (widget));

  uds_list_export (widget, uds_page_get_context (UDS_PAGE (widget)), query, NULL);
}

/* UdsPage */

/* The list itself follows what was committed. */
static void
uds_list_page_load (UdsPage *page)
{
  UdsListPage *self = UDS_LIST_PAGE (page);
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);

  if (priv->rows == NULL)
    {
      show_kind (self, priv->kind);
      return;
    }
  uds_list_page_load_filter (self);
  uds_list_page_ask_faces (self);
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

    case PROP_ROOM:
      g_value_set_int (value, priv->room);
      break;

    case PROP_GROUP:
      g_value_set_string (value, uds_list_page_get_group (UDS_LIST_PAGE (object)));
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

    case PROP_ROOM:
      set_room (UDS_LIST_PAGE (object), g_value_get_int (value));
      break;

    case PROP_GROUP:
      uds_list_page_set_group (UDS_LIST_PAGE (object), g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
follow_settings (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);
  g_autofree char *filter_changed = NULL;
  g_autofree char *kind_key = NULL;

  if (uds_list_page_get_prefix (self) == NULL)
    return;

  priv->settings = g_settings_new (UDSYN_APP_ID);
  filter_changed = g_strdup_printf ("changed::%s-filter", uds_list_page_get_prefix (self));
  kind_key = g_strdup_printf ("%s-kind", uds_list_page_get_prefix (self));
  g_signal_connect_object (priv->settings, filter_changed, G_CALLBACK (uds_list_page_follow_filter), self,
                           G_CONNECT_SWAPPED);
  uds_kind_choice_bind (priv->choice, priv->settings, kind_key);
  uds_list_filter_button_bind (priv->filter_button, priv->settings, uds_list_page_get_prefix (self));
  gtk_widget_set_visible (GTK_WIDGET (priv->filter_button), TRUE);
}

static void
uds_list_page_constructed (GObject *object)
{
  UdsListPage *self = UDS_LIST_PAGE (object);
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);

  G_OBJECT_CLASS (uds_list_page_parent_class)->constructed (object);

  g_object_bind_property (self, "title", priv->title, "title", G_BINDING_SYNC_CREATE);
  priv->choice = uds_kind_choice_new (priv->kind_toggles, priv->kind_drop_down, UDS_LIST_PAGE_GET_CLASS (self)->kinds);
  uds_kind_choice_set_narrow (priv->choice, priv->title_stack, priv->narrow);
  follow_settings (self);
  show_kind (self, uds_kind_choice_get_kind (priv->choice));
  g_signal_connect_object (priv->choice, "changed", G_CALLBACK (on_kind_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
uds_list_page_dispose (GObject *object)
{
  UdsListPage *self = UDS_LIST_PAGE (object);
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);

  g_clear_object (&priv->rows);
  g_clear_object (&priv->columns);
  g_clear_object (&priv->choice);
  g_clear_object (&priv->faces);
  g_clear_object (&priv->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), UDS_TYPE_LIST_PAGE);

  G_OBJECT_CLASS (uds_list_page_parent_class)->dispose (object);
}

static void
uds_list_page_finalize (GObject *object)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (UDS_LIST_PAGE (object));

  g_free (priv->filter_text);

  G_OBJECT_CLASS (uds_list_page_parent_class)->finalize (object);
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
  object_class->finalize = uds_list_page_finalize;
  UDS_PAGE_CLASS (klass)->load = uds_list_page_load;
  UDS_PAGE_CLASS (klass)->add = uds_list_page_add;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ROOM] = g_param_spec_int ("room", NULL, NULL, -1, UDS_LIST_COLUMNS_MAX, UDS_LIST_COLUMNS_MAX,
                                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_GROUP] = g_param_spec_string ("group", NULL, NULL, "",
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (UDS_TYPE_LIST_FILTER_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-list-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, title_stack);
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, title);
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, kind_toggles);
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, kind_drop_down);
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, search_entry);
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, stack);
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, empty);
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, column_view);
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, group_menu);
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, filter_button);
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, filter_bar);
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, filter_label);
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, face_toggles);
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, nothing_button);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_face_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_install_action (widget_class, "list.export", NULL, on_export);
  gtk_widget_class_install_action (widget_class, "list.duplicates", NULL, on_duplicates);
  gtk_widget_class_install_action (widget_class, "list.clear-filters", NULL, on_clear_filters);
  gtk_widget_class_install_property_action (widget_class, "list.group", "group");
}

static void
uds_list_page_init (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.export", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.duplicates", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.clear-filters", FALSE);
  priv->room = UDS_LIST_COLUMNS_MAX;
  priv->columns = uds_record_columns_new (priv->column_view);
  priv->faces = uds_list_faces_new (priv->face_toggles, priv->stack);
  g_signal_connect_object (gtk_column_view_get_sorter (priv->column_view), "changed", G_CALLBACK (uds_list_page_ask),
                           self, G_CONNECT_SWAPPED);
}

/**
 * uds_list_page_add_face:
 * @self: a page
 * @kind: the name of the kind that it shows
 * @name: its name for machines
 * @title: its name for the user, translated
 * @face: (transfer floating): another way to look at the records of @kind
 *
 * Where the kind is listed, the user can then choose between the list and its faces. A face asks for what the list asks
 * for (uds_list_page_make_query()).
 */
void
uds_list_page_add_face (UdsListPage *self,
                        const char  *kind,
                        const char  *name,
                        const char  *title,
                        GtkWidget   *face)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);

  g_return_if_fail (UDS_IS_LIST_PAGE (self));

  uds_list_faces_add (priv->faces, uds_kind_lookup (kind), name, title, face);
}
