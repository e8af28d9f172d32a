/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a command in the store's thread and tells what became of it. */
#include "uds-command.h"

#include "uds-window.h"

#include <glib/gi18n.h>

typedef struct {
  GtkWidget *widget;
  char *name;
  UdsCommandDoneFunc done; /* none where nobody waits for it */
  GObject *object;
} Running;

static void
running_free (Running *running)
{
  g_object_unref (running->widget);
  g_clear_object (&running->object);
  g_free (running->name);
  g_free (running);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Running, running_free)

static void
on_written_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (Running) running = data;
  g_autoptr (GError) error = NULL;
  gint64 group = uds_store_write_finish (UDS_STORE (source), result, &error);

  if (group < 0)
    uds_window_report (running->widget, error);
  else if (group > 0)
    uds_window_tell_done (running->widget, running->name, group);
  if (running->done != NULL)
    running->done (running->object, error);
}

static Running *
running_new (GtkWidget  *widget,
             const char *name)
{
  Running *running = g_new0 (Running, 1);

  running->widget = GTK_WIDGET (g_object_ref (gtk_widget_get_root (widget)));
  running->name = g_strdup (name);
  return running;
}

/**
 * uds_command_run:
 * @widget: a widget in the window that tells the outcome; toasts are lost once it is in none
 * @context: the context
 * @name: what the user did, as the toast and the history say it
 * @func: does it, in the store's thread
 * @data: handed to @func
 * @data_free: (nullable): frees @data
 */
void
uds_command_run (GtkWidget      *widget,
                 UdsContext     *context,
                 const char     *name,
                 UdsWriteFunc    func,
                 gpointer        data,
                 GDestroyNotify  data_free)
{
  uds_store_write_async (uds_context_get_store (context), name, func, data, data_free, NULL, on_written_cb,
                         running_new (widget, name));
}

/**
 * uds_command_run_then:
 * @widget: a widget in the window that tells the outcome
 * @context: the context
 * @name: what the user did
 * @func: does it, in the store's thread
 * @data: handed to @func
 * @data_free: (nullable): frees @data
 * @done: called when it is done or was not
 * @object: handed to @done, and kept until then
 *
 * uds_command_run() for one who has to know what became of it.
 */
void
uds_command_run_then (GtkWidget          *widget,
                      UdsContext         *context,
                      const char         *name,
                      UdsWriteFunc        func,
                      gpointer            data,
                      GDestroyNotify      data_free,
                      UdsCommandDoneFunc  done,
                      GObject            *object)
{
  Running *running = running_new (widget, name);

  running->done = done;
  running->object = g_object_ref (object);
  uds_store_write_async (uds_context_get_store (context), name, func, data, data_free, NULL, on_written_cb, running);
}

/* A copy: saving changes the record, and what does not fit on the disk is taken back and saved again. */
static gboolean
write_record (UdsSession  *session,
              gpointer     data,
              GError     **error)
{
  g_autoptr (UdsRecord) record = uds_record_copy (data);

  return uds_session_save (session, record, error);
}

/**
 * uds_command_save:
 * @widget: a widget in the window that tells the outcome
 * @context: the context
 * @name: what the user did
 * @record: the record with its changes; nobody may change it afterwards
 */
void
uds_command_save (GtkWidget  *widget,
                  UdsContext *context,
                  const char *name,
                  UdsRecord  *record)
{
  uds_command_run (widget, context, name, write_record, g_object_ref (record), g_object_unref);
}

/**
 * uds_command_save_then:
 * @widget: a widget in the window that tells the outcome
 * @context: the context
 * @name: what the user did
 * @record: the record with its changes; nobody may change it afterwards
 * @done: called when it is saved or was not
 * @object: handed to @done, and kept until then
 *
 * uds_command_save() for one who has to know what became of it.
 */
void
uds_command_save_then (GtkWidget          *widget,
                       UdsContext         *context,
                       const char         *name,
                       UdsRecord          *record,
                       UdsCommandDoneFunc  done,
                       GObject            *object)
{
  uds_command_run_then (widget, context, name, write_record, g_object_ref (record), g_object_unref, done, object);
}

static gboolean
remove_record (UdsSession  *session,
               gpointer     data,
               GError     **error)
{
  UdsRecord *record = data;

  return uds_session_remove (session, uds_record_get_kind (record), uds_record_get_id (record), error);
}

/**
 * uds_command_remove:
 * @widget: a widget in the window that tells the outcome
 * @context: the context
 * @record: a stored record
 *
 * Deletes it with everything that is part of it.
 */
void
uds_command_remove (GtkWidget  *widget,
                    UdsContext *context,
                    UdsRecord  *record)
{
  const char *title = uds_record_get_title (record, uds_context_get_language (context));
  /* Translators: the name of a record */
  g_autofree char *name = g_strdup_printf (_("“%s” deleted"), title);

  uds_command_run (widget, context, name, remove_record, g_object_ref (record), g_object_unref);
}
