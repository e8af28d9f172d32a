/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The thread in which a database is opened, and mended first if need be. When that is wanted is uds-application.c's. */
#include "uds-opening.h"

#include "uds-backup.h"
#include "uds-content.h"
#include "uds-error.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

/**
 * uds_opening_free:
 * @opening: (transfer full): what was to be opened
 */
void
uds_opening_free (UdsOpening *opening)
{
  g_free (opening->path);
  g_free (opening->backup);
  g_clear_object (&opening->previous);
  g_free (opening);
}

/**
 * uds_opened_free:
 * @opened: (transfer full): what was opened
 */
void
uds_opened_free (UdsOpened *opened)
{
  g_clear_object (&opened->context);
  g_clear_pointer (&opened->salvage, uds_salvage_free);
  g_free (opened->aside);
  g_clear_error (&opened->failure);
  g_free (opened);
}

/* Another file, if one is wanted. What does not work leaves the file as it is. */
static void
change_file (const UdsOpening *opening,
             UdsClock         *clock,
             UdsOpened        *opened)
{
  if (opening->previous != NULL)
    uds_store_close (opening->previous);
  if (opening->salvage)
    opened->salvage = uds_salvage_run (opening->path, clock, &opened->failure);
  else if (opening->backup != NULL)
    uds_backup_restore (opening->backup, opening->path, clock, &opened->aside, &opened->failure);

  /* There is no way back to a damaged file. */
  if (opened->aside != NULL && !uds_backup_is_sound (opened->aside))
    g_clear_pointer (&opened->aside, g_free);
}

static UdsStore *
open_store (const UdsOpening  *opening,
            UdsClock          *clock,
            GError           **error)
{
  g_autofree char *folder = g_path_get_dirname (opening->path);
  g_autoptr (UdsStore) store = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      /* Translators: a folder, and the system's reason */
      g_set_error (error, UDS_ERROR, UDS_ERROR_IO, _("The folder “%s” cannot be made: %s"), folder, g_strerror (errno));
      return NULL;
    }

  store = uds_store_open (opening->path, clock, error);
  if (store == NULL || (!opening->empty && !uds_content_fill (store, error)))
    return NULL;
  return g_steal_pointer (&store);
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  UdsOpening *opening = data;
  g_autoptr (UdsClock) clock = uds_clock_new ();
  g_autoptr (UdsOpened) opened = g_new0 (UdsOpened, 1);
  g_autoptr (UdsStore) store = NULL;
  GError *error = NULL;

  change_file (opening, clock, opened);
  store = open_store (opening, clock, &error);
  if (store == NULL)
    {
      /* Why it could not be mended says more than that it still cannot be opened. */
      if (opened->failure != NULL)
        {
          g_clear_error (&error);
          error = g_steal_pointer (&opened->failure);
        }
      g_task_return_error (task, error);
      return;
    }

  opened->context = uds_context_new (store, clock, uds_language_from_locale ());
  g_task_return_pointer (task, g_steal_pointer (&opened), (GDestroyNotify) uds_opened_free);
}

static void
free_opening (gpointer data)
{
  uds_opening_free (data);
}

/**
 * uds_opening_start:
 * @opening: (transfer full): what to open and how
 * @source: (type GObject): the object that wants it
 * @callback: called in the caller's main context, with @source
 */
void
uds_opening_start (UdsOpening          *opening,
                   gpointer             source,
                   GAsyncReadyCallback  callback)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, NULL);

  g_task_set_source_tag (task, uds_opening_start);
  g_task_set_task_data (task, opening, free_opening);
  g_task_run_in_thread (task, run);
}

/**
 * uds_opening_finish:
 * @result: what the callback was given
 * @error: why there is no open store
 *
 * Returns: (transfer full) (nullable): what was opened
 */
UdsOpened *
uds_opening_finish (GAsyncResult  *result,
                    GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
