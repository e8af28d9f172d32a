/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list page asks the store for: its kind, what is searched for and filtered by, how it is sorted and grouped.
 * What is filtered and grouped by is kept in the settings. */
#include "uds-list-page-private.h"

#include "uds-format.h"

#include <glib/gi18n.h>

/**
 * uds_list_page_is_filtered:
 * @self: a page
 *
 * Returns: whether the filter does not let everything pass
 */
gboolean
uds_list_page_is_filtered (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_private (self);

  return priv->filter_text != NULL;
}

/* All of the kind that has the words. */
static UdsQuery *
make_base (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_private (self);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (priv->search_entry));
  gboolean descending;
  const char *field = uds_record_columns_get_order (priv->columns, &descending);
  UdsQuery *query = uds_query_new (priv->kind);

  uds_query_set_language (query, uds_page_get_language (UDS_PAGE (self)));
  if (*text != '\0')
    uds_query_match (query, text);
  if (field != NULL)
    uds_query_order_by (query, field, descending, NULL);
  return query;
}

static UdsDate
get_today (UdsListPage *self)
{
  return uds_clock_get_today (uds_context_get_clock (uds_page_get_context (UDS_PAGE (self))));
}

static UdsListGroups *
make_groups (UdsListPage *self)
{
  g_autoptr (GVariant) filter = uds_list_page_get_filter (self);
  g_autoptr (UdsQuery) query = make_base (self);
  UdsDate today = get_today (self);

  return filter != NULL ? uds_list_groups_new (query, filter, &today) : NULL;
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
  UdsQuery *query = make_base (self);
  g_autoptr (GVariant) filter = uds_list_page_get_filter (self);
  UdsDate today = get_today (self);

  if (filter != NULL)
    uds_list_filter_apply (filter, query, &today);
  return query;
}

/**
 * uds_list_page_ask_faces:
 * @self: a page with a context
 *
 * The list follows what is committed by itself; faces ask again.
 */
void
uds_list_page_ask_faces (UdsListPage *self)
{
  g_autoptr (UdsQuery) query = uds_list_page_make_query (self);

  if (UDS_LIST_PAGE_GET_CLASS (self)->asked != NULL)
    UDS_LIST_PAGE_GET_CLASS (self)->asked (self, query);
}

/**
 * uds_list_page_ask:
 * @self: a page
 *
 * Shows the answer to what is asked now, from its top.
 */
void
uds_list_page_ask (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_private (self);
  g_autoptr (UdsQuery) query = NULL;
  g_autoptr (UdsListGroups) groups = NULL;

  if (priv->rows == NULL)
    return;

  query = uds_list_page_make_query (self);
  groups = make_groups (self);
  priv->goes_to_top = TRUE;
  uds_row_list_set_query (priv->rows, query, groups);
  uds_list_page_ask_faces (self);
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
  UdsListPagePrivate *priv = uds_list_page_get_private (self);
  g_autoptr (GVariant) chosen = uds_list_filter_read (priv->settings, uds_list_page_get_prefix (self));
  g_autofree char *label = NULL;

  g_free (priv->filter_text);
  priv->filter_text = uds_list_filter_describe (chosen, priv->kind, facets, uds_page_get_language (UDS_PAGE (self)));
  /* Translators: what a filter lets pass */
  label = g_strdup_printf (_("Filter: %s"), priv->filter_text);
  gtk_label_set_label (priv->filter_label, uds_list_page_is_filtered (self) ? label : "");
  gtk_widget_set_visible (priv->filter_bar, uds_list_page_is_filtered (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.clear-filters", uds_list_page_is_filtered (self));
  uds_list_filter_button_show (priv->filter_button, priv->kind, facets, priv->filter_text);
  uds_list_page_update_stack (self);
}

static void
on_facets_read (UdsPage *page,
                gpointer facets)
{
  show_filter (UDS_LIST_PAGE (page), facets);
}

/**
 * uds_list_page_load_filter:
 * @self: a page with a context
 *
 * What there is to choose from changes with the kind and with what is committed.
 */
void
uds_list_page_load_filter (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_private (self);
  FacetsWanted *wanted;

  if (priv->settings == NULL)
    return;

  wanted = g_new0 (FacetsWanted, 1);
  wanted->kind = priv->kind;
  wanted->language = uds_page_get_language (UDS_PAGE (self));
  uds_page_read (UDS_PAGE (self), read_facets, wanted, g_free, (GDestroyNotify) g_ptr_array_unref, on_facets_read);
}

/**
 * uds_list_page_follow_filter:
 * @self: a page whose filter has changed
 */
void
uds_list_page_follow_filter (UdsListPage *self)
{
  g_object_notify (G_OBJECT (self), "group");
  if (uds_page_get_context (UDS_PAGE (self)) == NULL)
    return;

  uds_list_page_ask (self);
  uds_list_page_load_filter (self);
}

/**
 * uds_list_page_clear_filters:
 * @self: a page with settings
 *
 * Lets everything pass, in the groups that there are.
 */
void
uds_list_page_clear_filters (UdsListPage *self)
{
  UdsListPagePrivate *priv = uds_list_page_get_private (self);
  g_autoptr (GVariant) filter = uds_list_page_get_filter (self);
  g_autoptr (GVariant) none = g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE ("{ss}"), NULL, 0));
  const char *group = uds_list_filter_get (filter, UDS_LIST_GROUP);

  uds_list_filter_write (priv->settings, uds_list_page_get_prefix (self),
                         uds_list_filter_with (none, UDS_LIST_GROUP, group));
}

/* Groups */

/**
 * uds_list_page_get_group:
 * @self: a page
 *
 * Returns: the name of the facet that the list is grouped by; empty where it is not
 */
const char *
uds_list_page_get_group (UdsListPage *self)
{
  g_autoptr (GVariant) filter = uds_list_page_get_filter (self);
  const UdsFacet *facet =
      filter != NULL ? uds_list_groups_find_facet (filter, uds_list_page_get_private (self)->kind) : NULL;

  return facet != NULL ? facet->name : "";
}

/**
 * uds_list_page_set_group:
 * @self: a page with settings
 * @group: (nullable): the name of the facet to group by; %NULL or empty for none
 */
void
uds_list_page_set_group (UdsListPage *self,
                         const char  *group)
{
  UdsListPagePrivate *priv = uds_list_page_get_private (self);
  g_autoptr (GVariant) filter = uds_list_page_get_filter (self);

  if (filter != NULL && g_strcmp0 (uds_list_page_get_group (self), group != NULL ? group : "") != 0)
    uds_list_filter_write (priv->settings, uds_list_page_get_prefix (self),
                           uds_list_filter_with (filter, UDS_LIST_GROUP, group));
}

/* What is filtered and searched for */

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
  UdsListPagePrivate *priv = uds_list_page_get_private (self);

  g_return_val_if_fail (UDS_IS_LIST_PAGE (self), NULL);

  return priv->settings != NULL ? uds_list_filter_read (priv->settings, uds_list_page_get_prefix (self)) : NULL;
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
  UdsListPagePrivate *priv = uds_list_page_get_private (self);
  const char *words;
  g_autofree char *quoted = NULL;

  g_return_val_if_fail (UDS_IS_LIST_PAGE (self), NULL);

  words = gtk_editable_get_text (GTK_EDITABLE (priv->search_entry));
  /* Translators: what is searched for */
  quoted = *words != '\0' ? g_strdup_printf (_("“%s”"), words) : NULL;
  return uds_format_join ((const char *const[]) { priv->filter_text, quoted }, 2);
}
