/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo as commands of the store: the session does the work (uds-history-undo.c), this finds which command is
 * meant and gives the new one its name. */
#include "uds-store.h"

#include "uds-error.h"

#include <glib/gi18n.h>

typedef struct {
  gint64 group;
  gboolean redo;
} Undo;

static gboolean
find_group (UdsSession  *session,
            Undo        *undo,
            GError     **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (UdsCommand) command = NULL;

  if (undo->group != 0)
    return TRUE;

  command = undo->redo ? uds_session_next_redo (session, &failure) : uds_session_next_undo (session, &failure);
  if (command != NULL)
    {
      undo->group = command->group;
      return TRUE;
    }

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error_literal (error, UDS_ERROR, UDS_ERROR_NOT_FOUND,
                         undo->redo ? _("There is nothing to redo.") : _("There is nothing to undo."));
  return FALSE;
}

static gboolean
run_undo (UdsSession  *session,
          gpointer     data,
          GError     **error)
{
  Undo *undo = data;

  return find_group (session, undo, error) && uds_session_undo (session, undo->group, error);
}

/**
 * uds_store_undo:
 * @self: a store
 * @group: the number of the command to take back, 0 for the latest that still stands
 * @error: why it cannot be taken back; nothing was then changed
 *
 * Returns: the number of the new command; -1 on failure
 */
gint64
uds_store_undo (UdsStore  *self,
                gint64     group,
                GError   **error)
{
  Undo undo = { group, FALSE };

  return uds_store_write (self, _("Undo"), run_undo, &undo, error);
}

/**
 * uds_store_redo:
 * @self: a store
 * @error: why not; nothing was then changed
 *
 * Does again what was undone last.
 *
 * Returns: the number of the new command; -1 on failure
 */
gint64
uds_store_redo (UdsStore  *self,
                GError   **error)
{
  Undo undo = { 0, TRUE };

  return uds_store_write (self, _("Redo"), run_undo, &undo, error);
}

/**
 * uds_store_undo_async:
 * @self: a store
 * @group: the number of the command to take back, 0 for the latest
 * @redo: whether to do again what was undone last instead
 * @cancellable: (nullable): to take it back before it begins
 * @callback: called when it is done
 * @user_data: handed to @callback
 */
void
uds_store_undo_async (UdsStore            *self,
                      gint64               group,
                      gboolean             redo,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  Undo *undo = g_new0 (Undo, 1);

  undo->group = group;
  undo->redo = redo;
  uds_store_write_async (self, redo ? _("Redo") : _("Undo"), run_undo, undo, g_free, cancellable, callback, user_data);
}

/**
 * uds_store_undo_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: why it cannot be taken back
 *
 * Returns: the number of the new command; -1 on failure
 */
gint64
uds_store_undo_finish (UdsStore      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  return uds_store_write_finish (self, result, error);
}
