/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the store at every key and shows the hits in groups, in the order of each group's best. */
#include "uds-search-page.h"

#include "uds-record-summary.h"
#include "uds-search-marks.h"

#include <glib/gi18n.h>

#define MOST_HITS 60

struct _UdsSearchPage
{
  UdsPage parent_instance;

  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkBox *hits;

  UdsRecord *best; /* what Enter opens; none where nothing is found */
};

G_DEFINE_FINAL_TYPE (UdsSearchPage, uds_search_page, UDS_TYPE_PAGE)

/* Hits */

static char *
make_subtitle (UdsRecord   *record,
               UdsLanguage  language)
{
  g_autofree char *dates = uds_record_format_dates (record, language);
  const char *place = uds_record_get_place (record, language);

  if (dates != NULL && place != NULL)
    return g_strdup_printf ("%s · %s", dates, place);
  return dates != NULL ? g_steal_pointer (&dates) : g_strdup (place);
}

static GtkWidget *
make_row (UdsSearchPage *self,
          UdsRecord     *record,
          UdsLanguage    language)
{
  GtkWidget *row = adw_action_row_new ();
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *title = uds_search_mark (uds_record_get_title (record, language), query);
  g_autofree char *subtitle = make_subtitle (record, language);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    {
      g_autofree char *marked = uds_search_mark (subtitle, query);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), marked);
    }
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (uds_record_get_kind (record)->icon));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", uds_record_get_kind (record)->name,
                                    uds_record_get_id (record));
  return row;
}

static GtkWidget *
ensure_group (UdsSearchPage *self,
              GHashTable    *groups,
              const UdsKind *kind)
{
  GtkWidget *group = g_hash_table_lookup (groups, kind);

  if (group != NULL)
    return group;

  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(kind->label_plural));
  gtk_box_append (self->hits, group);
  g_hash_table_insert (groups, (gpointer) kind, group);
  return group;
}

static void
clear_hits (UdsSearchPage *self)
{
  GtkWidget *child;

  g_clear_object (&self->best);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->hits))) != NULL)
    gtk_box_remove (self->hits, child);
}

static void
show_hits (UdsPage  *page,
           gpointer  result)
{
  UdsSearchPage *self = UDS_SEARCH_PAGE (page);
  g_autoptr (GHashTable) groups = g_hash_table_new (NULL, NULL);
  GPtrArray *hits = result;

  clear_hits (self);
  for (guint i = 0; i < hits->len; i++)
    {
      UdsRecord *record = ((const UdsHit *) g_ptr_array_index (hits, i))->record;
      GtkWidget *group = ensure_group (self, groups, uds_record_get_kind (record));

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (self, record, uds_page_get_language (page)));
    }
  if (hits->len > 0)
    g_set_object (&self->best, ((const UdsHit *) g_ptr_array_index (hits, 0))->record);
  gtk_stack_set_visible_child_name (self->stack, hits->len > 0 ? "hits" : "nothing");
}

/* Searching */

static gpointer
read_hits (UdsSession  *session,
           gpointer     data,
           GError     **error)
{
  return uds_session_search (session, data, NULL, MOST_HITS, error);
}

static void
on_search_changed_cb (UdsSearchPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (uds_page_get_context (UDS_PAGE (self)) == NULL)
    return;
  if (*text == '\0')
    {
      clear_hits (self);
      gtk_stack_set_visible_child_name (self->stack, "hint");
      return;
    }

  uds_page_read (UDS_PAGE (self), read_hits, g_strdup (text), g_free, (GDestroyNotify) g_ptr_array_unref, show_hits);
}

static void
on_entry_activated_cb (UdsSearchPage *self)
{
  if (self->best != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "(ss)", uds_record_get_kind (self->best)->name,
                                uds_record_get_id (self->best));
}

/* Down leads from the words to what they found. */
static gboolean
on_key_cb (UdsSearchPage *self,
           guint          key)
{
  return (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
         && gtk_widget_child_focus (GTK_WIDGET (self->hits), GTK_DIR_TAB_FORWARD);
}

static void
on_stop_cb (UdsSearchPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
}

static void
uds_search_page_load (UdsPage *page)
{
  on_search_changed_cb (UDS_SEARCH_PAGE (page));
}

static void
uds_search_page_shown (AdwNavigationPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (UDS_SEARCH_PAGE (page)->entry));
}

static void
uds_search_page_dispose (GObject *object)
{
  g_clear_object (&UDS_SEARCH_PAGE (object)->best);
  gtk_widget_dispose_template (GTK_WIDGET (object), UDS_TYPE_SEARCH_PAGE);

  G_OBJECT_CLASS (uds_search_page_parent_class)->dispose (object);
}

static void
uds_search_page_class_init (UdsSearchPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_search_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = uds_search_page_shown;
  UDS_PAGE_CLASS (klass)->load = uds_search_page_load;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-search-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsSearchPage, entry);
  gtk_widget_class_bind_template_child (widget_class, UdsSearchPage, stack);
  gtk_widget_class_bind_template_child (widget_class, UdsSearchPage, hits);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_cb);
}

static void
uds_search_page_init (UdsSearchPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * uds_search_page_new:
 *
 * Returns: (transfer floating): a search that takes the focus when it is shown
 */
UdsPage *
uds_search_page_new (void)
{
  return g_object_new (UDS_TYPE_SEARCH_PAGE, NULL);
}

/**
 * uds_search_page_get_entry:
 * @self: a search
 *
 * Returns: (transfer none): where one types
 */
GtkWidget *
uds_search_page_get_entry (UdsSearchPage *self)
{
  g_return_val_if_fail (UDS_IS_SEARCH_PAGE (self), NULL);

  return GTK_WIDGET (self->entry);
}
