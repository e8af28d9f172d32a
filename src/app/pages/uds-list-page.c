/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows a long list of records. Filter and order are the store's; this only asks. What is listed and filtered by is
 * kept in the settings where the view has some, and the page follows them. */
#include "uds-list-page.h"

#include "uds-format.h"
#include "uds-kind-choice.h"
#include "uds-list-export.h"
#include "uds-list-faces.h"
#include "uds-list-filter-button.h"
#include "uds-new-record.h"
#include "uds-record-columns.h"
#include "uds-row-list.h"
#include "udsyn-config.h"

#include <glib/gi18n.h>

typedef struct {
  GtkStack *title_stack;
  AdwWindowTitle *title;
  AdwToggleGroup *kind_toggles;
  GtkDropDown *kind_drop_down;
  GtkSearchEntry *search_entry;
  UdsListFilterButton *filter_button;
  GtkWidget *filter_bar;
  GtkLabel *filter_label;
  AdwBin *top_place;
  AdwToggleGroup *face_toggles;
  GtkStack *stack;
  AdwStatusPage *empty;
  GtkWidget *nothing_button;
  GtkColumnView *column_view;

  gboolean narrow;
  int room;
  gboolean goes_to_top; /* when what was asked for is there */
  UdsRecordColumns *columns;
  GSettings *settings;  /* none where the view keeps nothing */
  UdsKindChoice *choice;
  UdsListFaces *faces;
  const UdsKind *kind;  /* that is listed */
  UdsRowList *rows;     /* none until there is a context */
  char *filter_text;    /* what the filter lets pass, in words; none where that is everything */
} UdsListPagePrivate;

enum {
  PROP_0,
  PROP_NARROW,
  PROP_ROOM,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (UdsListPage, uds_list_page, UDS_TYPE_PAGE)

/* The query */

static const char *
get_prefix (UdsListPage *self)
{
  return UDS_LIST_PAGE_GET_CLASS (self)->settings_prefix;
}

static gboolean
is_filtered (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);

  return priv->filter_text != NULL;
}

static void
filter (UdsListPage *self,
        UdsQuery    *query)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);
  UdsDate today = uds_clock_get_today (uds_context_get_clock (uds_page_get_context (UDS_PAGE (self))));
  g_autoptr (GVariant) chosen = NULL;

  if (priv->settings == NULL)
    return;

  chosen = uds_list_filter_read (priv->settings, get_prefix (self));
  uds_list_filter_apply (chosen, query, &today);
}

/**
 * uds_list_page_make_query:
 * @self: a page with a context
 *
 * Returns: (transfer full): what the list asks for: its kind, what is searched for and filtered by, how it is sorted
 */
UdsQuery *
uds_list_page_make_query (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (priv->search_entry));
  gboolean descending;
  const char *field = uds_record_columns_get_order (priv->columns, &descending);
  UdsQuery *query = uds_query_new (priv->kind);

  uds_query_set_language (query, uds_page_get_language (UDS_PAGE (self)));
  if (*text != '\0')
    uds_query_match (query, text);
  if (field != NULL)
    uds_query_order_by (query, field, descending, NULL);
  filter (self, query);
  return query;
}

/* The list follows what is committed by itself; faces ask again. */
static void
ask_faces (UdsListPage *self)
{
  g_autoptr (UdsQuery) query = uds_list_page_make_query (self);

  if (UDS_LIST_PAGE_GET_CLASS (self)->asked != NULL)
    UDS_LIST_PAGE_GET_CLASS (self)->asked (self, query);
}

static void
ask (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);
  g_autoptr (UdsQuery) query = NULL;

  if (priv->rows == NULL)
    return;

  query = uds_list_page_make_query (self);
  priv->goes_to_top = TRUE;
  uds_row_list_set_query (priv->rows, query);
  ask_faces (self);
}

static void
update_stack (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);
  gboolean is_searching = *gtk_editable_get_text (GTK_EDITABLE (priv->search_entry)) != '\0';
  const char *face = uds_list_faces_get_active (priv->faces);
  const char *child = "list";

  if (!uds_row_list_is_loading (priv->rows) && g_list_model_get_n_items (G_LIST_MODEL (priv->rows)) == 0)
    child = is_searching || is_filtered (self) ? "nothing" : "empty";
  gtk_stack_set_visible_child_name (priv->stack, face != NULL ? face : child);
  gtk_widget_set_visible (priv->nothing_button, is_filtered (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.export", g_str_equal (child, "list"));
}

/* What was committed changes the list around the row one looks at; the answer to another question begins at its top. */
static void
on_rows_changed_cb (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);

  update_stack (self);
  if (!priv->goes_to_top || uds_row_list_is_loading (priv->rows))
    return;
  priv->goes_to_top = FALSE;
  if (g_list_model_get_n_items (G_LIST_MODEL (priv->rows)) > 0)
    gtk_column_view_scroll_to (priv->column_view, 0, NULL, GTK_LIST_SCROLL_NONE, NULL);
}

/* The filter */

typedef struct {
  const UdsKind *kind;
  UdsLanguage language;
} FacetsWanted;

static gpointer
read_facets (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  const FacetsWanted *wanted = data;

  return uds_session_read_facets (session, wanted->kind, wanted->language, error);
}

static void
show_filter (UdsListPage *self,
             GPtrArray   *facets)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);
  g_autoptr (GVariant) chosen = uds_list_filter_read (priv->settings, get_prefix (self));
  g_autofree char *label = NULL;

  g_free (priv->filter_text);
  priv->filter_text = uds_list_filter_describe (chosen, priv->kind, facets, uds_page_get_language (UDS_PAGE (self)));
  /* Translators: what a filter lets pass */
  label = g_strdup_printf (_("Filter: %s"), priv->filter_text);
  gtk_label_set_label (priv->filter_label, is_filtered (self) ? label : "");
  gtk_widget_set_visible (priv->filter_bar, is_filtered (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.clear-filters", is_filtered (self));
  uds_list_filter_button_show (priv->filter_button, priv->kind, facets, priv->filter_text);
  update_stack (self);
}

static void
on_facets_read (UdsPage *page,
                gpointer facets)
{
  show_filter (UDS_LIST_PAGE (page), facets);
}

/* What there is to choose from changes with the kind and with what is committed. */
static void
load_filter (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);
  FacetsWanted *wanted;

  if (priv->settings == NULL)
    return;

  wanted = g_new0 (FacetsWanted, 1);
  wanted->kind = priv->kind;
  wanted->language = uds_page_get_language (UDS_PAGE (self));
  uds_page_read (UDS_PAGE (self), read_facets, wanted, g_free, (GDestroyNotify) g_ptr_array_unref, on_facets_read);
}

static void
on_filter_changed_cb (UdsListPage *self)
{
  if (uds_page_get_context (UDS_PAGE (self)) == NULL)
    return;

  ask (self);
  load_filter (self);
}

static void
on_clear_filters (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (UDS_LIST_PAGE (widget));

  uds_list_filter_write (priv->settings, get_prefix (UDS_LIST_PAGE (widget)), NULL);
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
  gtk_column_view_set_model (priv->column_view, NULL);
  uds_record_columns_set_kind (priv->columns, kind,
                               context != NULL ? uds_context_get_language (context) : UDS_LANGUAGE_EN);
  uds_list_faces_set_kind (priv->faces, kind);
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
  load_filter (self);
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
    update_stack (self);
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
    {
      show_kind (self, priv->kind);
      return;
    }
  load_filter (self);
  ask_faces (self);
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

  if (get_prefix (self) == NULL)
    return;

  priv->settings = g_settings_new (UDSYN_APP_ID);
  filter_changed = g_strdup_printf ("changed::%s-filter", get_prefix (self));
  kind_key = g_strdup_printf ("%s-kind", get_prefix (self));
  g_signal_connect_object (priv->settings, filter_changed, G_CALLBACK (on_filter_changed_cb), self, G_CONNECT_SWAPPED);
  uds_kind_choice_bind (priv->choice, priv->settings, kind_key);
  uds_list_filter_button_bind (priv->filter_button, priv->settings, get_prefix (self));
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
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, filter_button);
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, filter_bar);
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, filter_label);
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, top_place);
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, face_toggles);
  gtk_widget_class_bind_template_child_private (widget_class, UdsListPage, nothing_button);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_face_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_install_action (widget_class, "list.export", NULL, on_export);
  gtk_widget_class_install_action (widget_class, "list.clear-filters", NULL, on_clear_filters);
}

static void
uds_list_page_init (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.export", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.clear-filters", FALSE);
  priv->room = UDS_LIST_COLUMNS_MAX;
  priv->columns = uds_record_columns_new (priv->column_view);
  priv->faces = uds_list_faces_new (priv->face_toggles, priv->stack);
  g_signal_connect_object (gtk_column_view_get_sorter (priv->column_view), "changed", G_CALLBACK (ask), self,
                           G_CONNECT_SWAPPED);
}

/**
 * uds_list_page_set_top:
 * @self: a page
 * @top: (nullable) (transfer floating): what stands between the search and the list, such as a map; %NULL for nothing
 */
void
uds_list_page_set_top (UdsListPage *self,
                       GtkWidget   *top)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);

  g_return_if_fail (UDS_IS_LIST_PAGE (self));

  adw_bin_set_child (priv->top_place, top);
  gtk_widget_set_visible (GTK_WIDGET (priv->top_place), top != NULL);
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

/**
 * uds_list_page_get_filter:
 * @self: a page
 *
 * Returns: (transfer full) (nullable): what is filtered by, such as the network (uds_list_filter_get()); %NULL where
 *   the view has no filters
 */
GVariant *
uds_list_page_get_filter (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);

  g_return_val_if_fail (UDS_IS_LIST_PAGE (self), NULL);

  return priv->settings != NULL ? uds_list_filter_read (priv->settings, get_prefix (self)) : NULL;
}

/**
 * uds_list_page_describe:
 * @self: a page
 *
 * Returns: (transfer full) (nullable): what the filter lets pass and what is searched for, in words; %NULL where
 *   everything is listed
 */
char *
uds_list_page_describe (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_instance_private (self);
  const char *words;
  g_autofree char *quoted = NULL;

  g_return_val_if_fail (UDS_IS_LIST_PAGE (self), NULL);

  words = gtk_editable_get_text (GTK_EDITABLE (priv->search_entry));
  /* Translators: what is searched for */
  quoted = *words != '\0' ? g_strdup_printf (_("“%s”"), words) : NULL;
  return uds_format_join ((const char *const[]) { priv->filter_text, quoted }, 2);
}
