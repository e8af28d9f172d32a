/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where nothing changed the rows stay, and the focus with them. What is due is src/store's (uds-due.c). */
#include "uds-due-group.h"

#include "uds-due.h"
#include "uds-format.h"
#include "uds-related-list.h"

#include <glib/gi18n.h>

#define MAX_ROWS 50

struct _UdsDueGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* of GtkWidget */
  char *content;   /* what the rows say, to be compared */
};

G_DEFINE_FINAL_TYPE (UdsDueGroup, uds_due_group, ADW_TYPE_PREFERENCES_GROUP)

static char *
describe (GPtrArray   *dues,
          UdsLanguage  language)
{
  GString *content = g_string_new (NULL);

  for (guint i = 0; i < dues->len; i++)
    {
      const UdsDue *due = g_ptr_array_index (dues, i);
      g_autofree char *text = uds_due_format (due, language);

      g_string_append_printf (content, "%s\t%s\t%s\n", uds_record_get_id (due->record),
                              uds_record_get_title (due->record, language), text);
    }
  return g_string_free (content, FALSE);
}

static void
show_rows (UdsDueGroup *self,
           GPtrArray   *dues,
           UdsLanguage  language)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < MIN (dues->len, MAX_ROWS); i++)
    {
      const UdsDue *due = g_ptr_array_index (dues, i);
      g_autofree char *text = uds_due_format (due, language);
      GtkWidget *row = uds_fact_row_new (due->record, uds_record_get_title (due->record, language), text);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
show_heading (UdsDueGroup *self,
              guint        n_dues,
              UdsLanguage  language)
{
  g_autofree char *title = g_strdup_printf ("%s · %u", _("Due within six months"), n_dues);
  g_autofree char *shown = uds_format_number (MAX_ROWS, 0, language);
  /* Translators: a number of records */
  g_autofree char *note = g_strdup_printf (_("The first %s are shown."), shown);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), n_dues > MAX_ROWS ? note : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), n_dues > 0);
}

static void
uds_due_group_finalize (GObject *object)
{
  UdsDueGroup *self = UDS_DUE_GROUP (object);

  g_ptr_array_unref (self->rows);
  g_free (self->content);

  G_OBJECT_CLASS (uds_due_group_parent_class)->finalize (object);
}

static void
uds_due_group_class_init (UdsDueGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = uds_due_group_finalize;
}

static void
uds_due_group_init (UdsDueGroup *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * uds_due_group_new:
 *
 * Returns: (transfer floating): a group in which nothing is due
 */
GtkWidget *
uds_due_group_new (void)
{
  return g_object_new (UDS_TYPE_DUE_GROUP, NULL);
}

/**
 * uds_due_group_show:
 * @self: a group
 * @dues: (element-type UdsDue): what is due, by day
 * @language: the reader's
 */
void
uds_due_group_show (UdsDueGroup *self,
                    GPtrArray   *dues,
                    UdsLanguage  language)
{
  g_autofree char *content = NULL;

  g_return_if_fail (UDS_IS_DUE_GROUP (self));

  content = describe (dues, language);
  if (g_strcmp0 (content, self->content) == 0)
    return;

  g_free (self->content);
  self->content = g_steal_pointer (&content);
  show_heading (self, dues->len, language);
  show_rows (self, dues, language);
}
