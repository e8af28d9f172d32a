/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popover that reads a record's history and lists its commands, latest first. */
#include "uds-history-popover.h"

#include "uds-window.h"

#include <glib/gi18n.h>

#define MOST_CHANGES 50

typedef struct {
  GtkBox *list;
  UdsLanguage language;
} Filling;

static void
filling_free (Filling *filling)
{
  g_object_unref (filling->list);
  g_free (filling);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Filling, filling_free)

static GtkWidget *
make_line (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static char *
format_time (gint64      microseconds,
             UdsLanguage language)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (microseconds);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  UdsDate date = uds_date_from_unix (microseconds);
  g_autofree char *day = uds_date_format (&date, language);
  g_autofree char *time = uds_time_format (g_date_time_get_hour (local), g_date_time_get_minute (local), language);

  return g_strdup_printf ("%s, %s", day, time);
}

static void
add_change (Filling         *filling,
            const UdsChange *change)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *name = uds_command_format (change->command);
  g_autofree char *time = format_time (change->command->at, filling->language);
  GtkWidget *dim = make_line (time, "caption");

  gtk_widget_add_css_class (dim, "dimmed");
  gtk_box_append (GTK_BOX (box), make_line (name, NULL));
  gtk_box_append (GTK_BOX (box), dim);
  gtk_box_append (filling->list, box);
}

static gpointer
read_changes (UdsSession  *session,
              gpointer     data,
              GError     **error)
{
  return uds_session_list_changes (session, data, 0, MOST_CHANGES, error);
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Filling) filling = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = uds_store_read_finish (UDS_STORE (source), result, &error);

  if (changes == NULL)
    {
      uds_window_report (GTK_WIDGET (filling->list), error);
      return;
    }

  for (guint i = 0; i < changes->len; i++)
    add_change (filling, g_ptr_array_index (changes, i));
  if (changes->len == 0)
    gtk_box_append (filling->list, make_line (_("Nothing has been changed here yet."), "dimmed"));
}

/**
 * uds_history_popover_new:
 * @context: the context
 * @id: the record's id
 *
 * Returns: (transfer floating): a popover that fills itself
 */
GtkWidget *
uds_history_popover_new (UdsContext *context,
                         const char *id)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  Filling *filling = g_new0 (Filling, 1);

  gtk_widget_add_css_class (list, "history");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 400);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("History"), -1);

  filling->list = g_object_ref (GTK_BOX (list));
  filling->language = uds_context_get_language (context);
  uds_store_read_async (uds_context_get_store (context), read_changes, g_strdup (id), g_free,
                        (GDestroyNotify) g_ptr_array_unref, NULL, on_read_cb, filling);
  return popover;
}
