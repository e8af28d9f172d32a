/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is pasted: a single value goes into the cell; a table is read in a thread, asked about where a number could be
 * two, and written as one command. */
#include "uds-values-page-private.h"

#include "uds-row.h"
#include "uds-values-edit.h"
#include "uds-values-found.h"
#include "uds-values-question.h"

#include <string.h>

/* Where there is no text: no table, and no value either. */
#define NOTHING "\n"

/* What is pasted on a cell, while it is read. */
typedef struct {
  char *text;
  char *series;
  char *unit;
  UdsObservationColumn column;
} PastedText;

static void
pasted_text_free (gpointer data)
{
  PastedText *pasted = data;

  g_free (pasted->text);
  g_free (pasted->series);
  g_free (pasted->unit);
  g_free (pasted);
}

static void
on_pasted_cb (GObject      *object,
              const GError *error)
{
  UdsValuesPage *self = UDS_VALUES_PAGE (object);

  if (error == NULL)
    uds_values_outcome_show_paste (self->outcome, self->paste, uds_page_get_language (UDS_PAGE (self)));
  g_clear_object (&self->paste);
}

static void
write_paste (UdsValuesPage *self)
{
  UdsObservationColumn column;
  GObject *item = uds_values_table_get_current (self->table, &column);

  uds_values_edit_paste (GTK_WIDGET (self), uds_page_get_context (UDS_PAGE (self)), self->indicator, self->series_id,
                         UDS_IS_ROW (item) ? uds_row_get_id (UDS_ROW (item)) : NULL, self->paste, on_pasted_cb,
                         G_OBJECT (self));
}

static void
on_paste_answered (UdsDecimal decimal,
                   gpointer   data)
{
  g_autoptr (UdsValuesPage) self = data;

  if (decimal == UDS_DECIMAL_UNKNOWN)
    {
      g_clear_object (&self->paste);
      return;
    }
  uds_observation_paste_set_decimal (self->paste, decimal);
  write_paste (self);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const PastedText *pasted = data;

  g_task_return_pointer (task, uds_observation_paste_new (pasted->text, pasted->column, pasted->series, pasted->unit),
                         g_object_unref);
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  UdsValuesPage *self = UDS_VALUES_PAGE (source);
  const char *question;

  g_clear_object (&self->paste);
  self->paste = g_task_propagate_pointer (G_TASK (result), NULL);
  question = uds_observation_paste_get_question (self->paste);
  if (question != NULL)
    uds_values_question_present (GTK_WIDGET (self), question, uds_page_get_language (UDS_PAGE (self)),
                                 on_paste_answered, g_object_ref (self));
  else
    write_paste (self);
}

static gboolean
is_table (const char *text)
{
  return strpbrk (text, "\t\r\n;") != NULL;
}

/* As tables of charts call the series: by the part it is about, else by its own name or the indicator's. */
static char *
name_heading (UdsValuesPage *self)
{
  UdsRecord *series = uds_values_page_get_series (self);
  g_autofree char *part = series != NULL ? uds_values_name_part (series) : g_strdup ("");

  if (*part != '\0')
    return g_steal_pointer (&part);
  if (series != NULL && uds_record_has (series, "name"))
    return g_strdup (uds_record_get_text (series, "name"));
  return g_strdup (uds_record_get_title (self->indicator, uds_page_get_language (UDS_PAGE (self))));
}

/**
 * uds_values_page_paste:
 * @self: a page that was read
 * @text: a text from the clipboard
 *
 * Pastes a table from the cell that had the focus last; a single value, into it.
 */
void
uds_values_page_paste (UdsValuesPage *self,
                       const char    *text)
{
  UdsObservationColumn column;
  GObject *item = uds_values_table_get_current (self->table, &column);
  PastedText *pasted;
  g_autoptr (GTask) task = NULL;

  if (self->paste != NULL)
    return;

  if (item != NULL && !is_table (text))
    {
      uds_values_page_write (self, item, column, text);
      return;
    }

  pasted = g_new0 (PastedText, 1);
  pasted->text = g_strdup (text);
  pasted->series = name_heading (self);
  pasted->unit = g_strdup (uds_values_page_get_unit (self));
  pasted->column = item != NULL ? column : UDS_OBSERVATION_COLUMN_PERIOD;
  task = g_task_new (self, NULL, on_read_cb, NULL);
  g_task_set_task_data (task, pasted, pasted_text_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
on_clipboard_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (UdsValuesPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  uds_values_page_paste (self, text != NULL ? text : NOTHING);
}

static gboolean
has_text (GdkClipboard *clipboard)
{
  g_autoptr (GdkContentFormats) text = gdk_content_formats_new_for_gtype (G_TYPE_STRING);

  text = gdk_content_formats_union_deserialize_mime_types (g_steal_pointer (&text));
  return gdk_content_formats_match (text, gdk_clipboard_get_formats (clipboard));
}

/**
 * uds_values_page_paste_clipboard:
 * @self: a page that was read
 *
 * Pastes what is on the clipboard.
 */
void
uds_values_page_paste_clipboard (UdsValuesPage *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (has_text (clipboard))
    gdk_clipboard_read_text_async (clipboard, NULL, on_clipboard_cb, g_object_ref (self));
  else
    uds_values_page_paste (self, NOTHING);
}
