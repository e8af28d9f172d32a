/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for each pair, made as it comes in sight. Which pairs there are is src/store's to say (uds-duplicates.c); what
 * becomes of one is the dialog's (uds-merge-dialog.c). */
#include "uds-duplicates-page.h"

#include "uds-format.h"
#include "uds-merge-dialog.h"
#include "uds-merge.h"
#include "uds-record-summary.h"
#include "uds-wrapped-label.h"

#include <glib/gi18n.h>

struct _UdsDuplicatesPage
{
  UdsPage parent_instance;

  AdwWindowTitle *window_title;
  GtkStack *stack;
  GtkListView *view;
  AdwStatusPage *nothing;

  const UdsKind *kind;
  GPtrArray *pairs;    /* of UdsDuplicate; none until they are read */
  GtkStringList *rows; /* the key of each pair, in their order */
};

G_DEFINE_FINAL_TYPE (UdsDuplicatesPage, uds_duplicates_page, UDS_TYPE_PAGE)

static const UdsDuplicate *
get_pair (UdsDuplicatesPage *self,
          guint              position)
{
  return g_ptr_array_index (self->pairs, position);
}

/* Rows */

/* The name of one of the two, and below it what tells it from the other. */
static GtkWidget *
make_half (void)
{
  GtkWidget *half = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *facts = uds_wrapped_label_new (NULL, "caption");

  gtk_widget_add_css_class (facts, "dimmed");
  gtk_box_append (GTK_BOX (half), uds_wrapped_label_new (NULL, NULL));
  gtk_box_append (GTK_BOX (half), facts);
  return half;
}

static GtkWidget *
make_apart_button (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Not the same"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "duplicates.tell-apart");
  return button;
}

static void
on_setup_cb (UdsDuplicatesPage *self,
             GtkListItem       *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *halves = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_widget_set_hexpand (halves, TRUE);
  gtk_box_append (GTK_BOX (halves), make_half ());
  gtk_box_append (GTK_BOX (halves), make_half ());
  gtk_box_append (GTK_BOX (row), halves);
  gtk_box_append (GTK_BOX (row), make_apart_button ());
  gtk_widget_add_css_class (row, "pair");
  gtk_list_item_set_child (item, row);
}

static void
show_half (GtkWidget   *half,
           UdsRecord   *record,
           UdsLanguage  language)
{
  GtkWidget *name = gtk_widget_get_first_child (half);
  g_autofree char *facts = uds_record_tell_apart (record, language);

  gtk_label_set_text (GTK_LABEL (name), uds_record_get_title (record, language));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (name)), facts != NULL ? facts : "");
  gtk_widget_set_visible (gtk_widget_get_next_sibling (name), facts != NULL);
}

static char *
say_half (UdsRecord   *record,
          UdsLanguage  language)
{
  g_autofree char *facts = uds_record_tell_apart (record, language);

  return g_strjoin (", ", uds_record_get_title (record, language), facts, NULL);
}

static char *
say_pair (const UdsDuplicate *pair,
          UdsLanguage         language)
{
  g_autofree char *first = say_half (pair->first, language);
  g_autofree char *second = say_half (pair->second, language);

  return g_strjoin ("; ", first, second, NULL);
}

static void
on_bind_cb (UdsDuplicatesPage *self,
            GtkListItem       *item)
{
  const UdsDuplicate *pair = get_pair (self, gtk_list_item_get_position (item));
  UdsLanguage language = uds_page_get_language (UDS_PAGE (self));
  g_autofree char *said = say_pair (pair, language);
  GtkWidget *halves = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *button = gtk_widget_get_next_sibling (halves);

  show_half (gtk_widget_get_first_child (halves), pair->first, language);
  show_half (gtk_widget_get_last_child (halves), pair->second, language);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", uds_record_get_id (pair->first),
                                    uds_record_get_id (pair->second));
  gtk_list_item_set_accessible_label (item, said);
}

/* Reading */

typedef struct {
  const UdsKind *kind;
  UdsLanguage language;
} Wanted;

typedef struct {
  GPtrArray *pairs;
  char **keys; /* for each pair, what tells whether a row is still true */
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_ptr_array_unref (found->pairs);
  g_strfreev (found->keys);
  g_free (found);
}

static char **
make_keys (GPtrArray   *pairs,
           UdsLanguage  language)
{
  char **keys = g_new0 (char *, pairs->len + 1);

  for (guint i = 0; i < pairs->len; i++)
    {
      const UdsDuplicate *pair = g_ptr_array_index (pairs, i);
      g_autofree char *said = say_pair (pair, language);

      keys[i] = g_strjoin (" ", uds_record_get_id (pair->first), uds_record_get_id (pair->second), said, NULL);
    }
  return keys;
}

static gpointer
read_pairs (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  const Wanted *wanted = data;
  GPtrArray *pairs = uds_session_list_duplicates (session, wanted->kind, error);
  Found *found;

  if (pairs == NULL)
    return NULL;

  found = g_new (Found, 1);
  *found = (Found) { pairs, make_keys (pairs, wanted->language) };
  return found;
}

static gboolean
is_row (UdsDuplicatesPage *self,
        guint              position,
        const char        *key)
{
  return g_str_equal (gtk_string_list_get_string (self->rows, position), key);
}

/* Only what lies between the rows that stay changes, so that one's place in the list stays too. */
static void
show_rows (UdsDuplicatesPage *self,
           const Found       *found)
{
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  guint n_after = found->pairs->len;
  guint n_both = MIN (n_before, n_after);
  guint start = 0, end = 0;
  g_autofree const char **added = NULL;

  while (start < n_both && is_row (self, start, found->keys[start]))
    start++;
  while (end < n_both - start && is_row (self, n_before - 1 - end, found->keys[n_after - 1 - end]))
    end++;
  added = g_new0 (const char *, n_after - start - end + 1);
  for (guint i = 0; i < n_after - start - end; i++)
    added[i] = found->keys[start + i];
  gtk_string_list_splice (self->rows, start, n_before - start - end, added);
}

static void
show_pairs (UdsPage  *page,
            gpointer  result)
{
  UdsDuplicatesPage *self = UDS_DUPLICATES_PAGE (page);
  const Found *found = result;
  g_autofree char *count = NULL;
  g_autofree char *subtitle = NULL;

  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  self->pairs = g_ptr_array_ref (found->pairs);
  show_rows (self, found);
  count = uds_format_number (self->pairs->len, 0, uds_page_get_language (page));
  /* Translators: a kind of record, such as People, and how many pairs of them there are */
  subtitle = g_strdup_printf (_("%s: %s"), _(self->kind->label_plural), count);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_stack_set_visible_child_name (self->stack, self->pairs->len > 0 ? "pairs" : "none");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "duplicates.tell-apart", uds_page_can_write (page));
}

static void
uds_duplicates_page_load (UdsPage *page)
{
  Wanted *wanted = g_new (Wanted, 1);

  *wanted = (Wanted) { UDS_DUPLICATES_PAGE (page)->kind, uds_page_get_language (page) };
  uds_page_read (page, read_pairs, wanted, g_free, found_free, show_pairs);
}

/* Signals */

static void
on_activate_cb (UdsDuplicatesPage *self,
                guint              position)
{
  const UdsDuplicate *pair = get_pair (self, position);

  if (uds_page_can_write (UDS_PAGE (self)))
    uds_merge_dialog_present (UDS_PAGE (self), pair->first, uds_record_get_id (pair->second), NULL);
}

static void
on_tell_apart (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  const char *first, *second;

  g_variant_get (parameter, "(&s&s)", &first, &second);
  uds_merge_dialog_tell_apart (UDS_PAGE (widget), UDS_DUPLICATES_PAGE (widget)->kind, first, second);
}

/* GObject */

static void
uds_duplicates_page_dispose (GObject *object)
{
  UdsDuplicatesPage *self = UDS_DUPLICATES_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UDS_TYPE_DUPLICATES_PAGE);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->pairs, g_ptr_array_unref);

  G_OBJECT_CLASS (uds_duplicates_page_parent_class)->dispose (object);
}

static void
uds_duplicates_page_class_init (UdsDuplicatesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_duplicates_page_dispose;
  UDS_PAGE_CLASS (klass)->load = uds_duplicates_page_load;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-duplicates-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsDuplicatesPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, UdsDuplicatesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, UdsDuplicatesPage, view);
  gtk_widget_class_bind_template_child (widget_class, UdsDuplicatesPage, nothing);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_install_action (widget_class, "duplicates.tell-apart", "(ss)", on_tell_apart);
}

static void
uds_duplicates_page_init (UdsDuplicatesPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *rows;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = gtk_string_list_new (NULL);
  rows = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (rows));
  g_object_unref (rows);
}

/**
 * uds_duplicates_page_new:
 * @kind: the name of a kind that is mergeable
 *
 * Returns: (transfer floating): a page of all pairs of it, empty until it is given the context
 */
UdsPage *
uds_duplicates_page_new (const char *kind)
{
  UdsDuplicatesPage *self = g_object_new (UDS_TYPE_DUPLICATES_PAGE, NULL);

  self->kind = uds_kind_lookup (kind);
  adw_status_page_set_icon_name (self->nothing, self->kind->icon);
  return UDS_PAGE (self);
}
