/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts what is due for each view and lists what is due next, read off the GTK thread and again after each commit.
 * What is due is src/store's (uds-due.c). */
#include "uds-sidebar.h"

#include "uds-due.h"
#include "uds-page-registry.h"

#include <glib/gi18n.h>

#define N_NEXT 4        /* as many as fit below the views of a small window */
#define DAYS_COUNTED 30 /* what is due later needs nobody yet */

struct _UdsSidebar
{
  AdwBin parent_instance;

  GtkListBox *views;
  GtkWidget *next;
  GtkListBox *dues;

  UdsContext *context;
  GCancellable *reading;
  gulong changed_handler;
};

enum {
  VIEW_CHOSEN,
  RECORD_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UdsSidebar, uds_sidebar, ADW_TYPE_BIN)

/* The views */

static GtkWidget *
make_view_row (const UdsPageInfo *info)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_(info->title));
  GtkWidget *count = gtk_label_new (NULL);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "dimmed");
  gtk_widget_set_visible (count, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(info->title), -1);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (info->icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static const UdsPageInfo *
get_view (GtkListBoxRow *row)
{
  guint n_pages;
  const UdsPageInfo *pages = uds_page_registry_list (&n_pages);

  return &pages[gtk_list_box_row_get_index (row)];
}

static void
on_view_activated_cb (UdsSidebar    *self,
                      GtkListBoxRow *row)
{
  g_signal_emit (self, signals[VIEW_CHOSEN], 0, get_view (row)->id, TRUE);
}

/* Arrows show the views without leaving the sidebar. */
static void
on_view_selected_cb (UdsSidebar    *self,
                     GtkListBoxRow *row)
{
  if (row != NULL)
    g_signal_emit (self, signals[VIEW_CHOSEN], 0, get_view (row)->id, FALSE);
}

static void
show_count (GtkListBoxRow     *row,
            const UdsPageInfo *info,
            guint              count)
{
  GtkWidget *label = gtk_widget_get_last_child (gtk_list_box_row_get_child (row));
  g_autofree char *number = g_strdup_printf ("%u", count);
  /* Translators: how many records of a view */
  g_autofree char *words = g_strdup_printf (_("%u due within 30 days"), count);
  g_autofree char *name = count > 0 ? g_strdup_printf ("%s, %s", _(info->title), words) : g_strdup (_(info->title));

  gtk_label_set_label (GTK_LABEL (label), number);
  gtk_widget_set_visible (label, count > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), count > 0 ? words : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static guint
count_dues (const UdsPageInfo *info,
            GPtrArray         *dues)
{
  guint count = 0;

  for (guint i = 0; i < dues->len; i++)
    {
      const UdsDue *due = g_ptr_array_index (dues, i);

      if (due->days <= DAYS_COUNTED && (info->dues & (1u << due->what)) != 0)
        count++;
    }

  return count;
}

static void
show_counts (UdsSidebar *self,
             GPtrArray  *dues)
{
  guint n_pages;
  const UdsPageInfo *pages = uds_page_registry_list (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    show_count (gtk_list_box_get_row_at_index (self->views, (int) i), &pages[i], count_dues (&pages[i], dues));
}

/* What is due next */

static GtkWidget *
make_line (const char *text,
           const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
make_due_row (const UdsDue *due,
              UdsLanguage   language)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *row = gtk_list_box_row_new ();
  const char *title = uds_record_get_title (due->record, language);
  g_autofree char *text = uds_due_format (due, language);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, text);
  GtkWidget *caption = make_line (text, "caption");

  gtk_widget_add_css_class (caption, due->days < 0 ? "warning" : "dimmed");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), make_line (title, NULL));
  gtk_box_append (GTK_BOX (box), caption);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (due->record), g_object_unref);
  return row;
}

static void
on_due_activated_cb (UdsSidebar    *self,
                     GtkListBoxRow *row)
{
  UdsRecord *record = g_object_get_data (G_OBJECT (row), "record");

  g_signal_emit (self, signals[RECORD_CHOSEN], 0, uds_record_get_kind (record)->name, uds_record_get_id (record));
}

static void
show_next (UdsSidebar *self,
           GPtrArray  *dues)
{
  gtk_list_box_remove_all (self->dues);
  for (guint i = 0; i < MIN (dues->len, N_NEXT); i++)
    gtk_list_box_append (self->dues,
                         make_due_row (g_ptr_array_index (dues, i), uds_context_get_language (self->context)));
  gtk_widget_set_visible (self->next, dues->len > 0);
}

/* Reading */

typedef struct {
  UdsDate today;
  UdsLanguage language;
} Wanted;

static gpointer
read_dues (UdsSession  *session,
           gpointer     data,
           GError     **error)
{
  const Wanted *wanted = data;
  UdsDate until = uds_date_add_months (&wanted->today, UDS_DUE_MONTHS);

  return uds_session_list_due (session, &wanted->today, &until, wanted->language, error);
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (UdsSidebar) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dues = uds_store_read_finish (UDS_STORE (source), result, &error);

  /* What keeps it from being read, the page says that is open. */
  if (dues == NULL)
    return;

  show_counts (self, dues);
  show_next (self, dues);
}

static void
stop_reading (UdsSidebar *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
read_again (UdsSidebar *self)
{
  Wanted *wanted = g_new (Wanted, 1);

  stop_reading (self);
  self->reading = g_cancellable_new ();
  *wanted = (Wanted) { uds_clock_get_today (uds_context_get_clock (self->context)),
                       uds_context_get_language (self->context) };
  uds_store_read_async (uds_context_get_store (self->context), read_dues, wanted, g_free,
                        (GDestroyNotify) g_ptr_array_unref, self->reading, on_read_cb, g_object_ref (self));
}

static void
forget_context (UdsSidebar *self)
{
  stop_reading (self);
  if (self->context != NULL)
    g_clear_signal_handler (&self->changed_handler, uds_context_get_store (self->context));
  g_clear_object (&self->context);
}

/* GObject */

static void
uds_sidebar_dispose (GObject *object)
{
  forget_context (UDS_SIDEBAR (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), UDS_TYPE_SIDEBAR);

  G_OBJECT_CLASS (uds_sidebar_parent_class)->dispose (object);
}

static void
uds_sidebar_class_init (UdsSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_sidebar_dispose;

  /**
   * UdsSidebar::view-chosen:
   * @self: the sidebar
   * @view: the name of a view
   * @activated: whether the user goes there, rather than looks at it on the way along the list
   */
  signals[VIEW_CHOSEN] = g_signal_new ("view-chosen", UDS_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  /**
   * UdsSidebar::record-chosen:
   * @self: the sidebar
   * @kind: the name of a kind
   * @id: the id of a record
   */
  signals[RECORD_CHOSEN] = g_signal_new ("record-chosen", UDS_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsSidebar, views);
  gtk_widget_class_bind_template_child (widget_class, UdsSidebar, next);
  gtk_widget_class_bind_template_child (widget_class, UdsSidebar, dues);
  gtk_widget_class_bind_template_callback (widget_class, on_view_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_view_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_due_activated_cb);
}

static void
uds_sidebar_init (UdsSidebar *self)
{
  guint n_pages;
  const UdsPageInfo *pages = uds_page_registry_list (&n_pages);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < n_pages; i++)
    gtk_list_box_append (self->views, make_view_row (&pages[i]));
}

/**
 * uds_sidebar_select:
 * @self: the sidebar
 * @view: the name of a view
 *
 * Marks the view that is shown.
 */
void
uds_sidebar_select (UdsSidebar *self,
                    const char *view)
{
  guint n_pages;
  const UdsPageInfo *pages = uds_page_registry_list (&n_pages);

  g_return_if_fail (UDS_IS_SIDEBAR (self));

  for (guint i = 0; i < n_pages; i++)
    if (g_str_equal (pages[i].id, view))
      gtk_list_box_select_row (self->views, gtk_list_box_get_row_at_index (self->views, (int) i));
}

/**
 * uds_sidebar_set_context:
 * @self: the sidebar
 * @context: the context
 *
 * Says what is due there, now and after each commit.
 */
void
uds_sidebar_set_context (UdsSidebar *self,
                         UdsContext *context)
{
  g_return_if_fail (UDS_IS_SIDEBAR (self));
  g_return_if_fail (UDS_IS_CONTEXT (context));

  if (self->context == context)
    return;

  forget_context (self);
  self->context = g_object_ref (context);
  self->changed_handler = g_signal_connect_object (uds_context_get_store (context), "changed", G_CALLBACK (read_again),
                                                   self, G_CONNECT_SWAPPED);
  read_again (self);
}
