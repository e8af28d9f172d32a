/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a new database under a name nobody looks at, and gives it its own only when it is whole and on the disk: a
 * power cut on the way leaves no half file that would be refused as none of ours. */
#include "uds-create-private.h"

#include "uds-backup-private.h"
#include "uds-migrate-private.h"

#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
write_whole (const char        *path,
             UdsDatabaseFlags   flags,
             GError           **error)
{
  g_autoptr (UdsDatabase) database = uds_database_open (path, flags, error);
  gboolean is_new;

  return database != NULL && uds_migrate_apply (database, &is_new, error);
}

/* A second name, which unlike a new one never takes the place of what another program made meanwhile. */
static gboolean
give_name (const char  *temporary,
           const char  *path,
           gboolean    *made,
           GError     **error)
{
  *made = link (temporary, path) == 0;
  if (*made)
    return uds_backup_sync_folder (path, error);

  /* Another program was faster, or the file system has no second names: opening makes or takes the file in place. */
  return TRUE;
}

/**
 * uds_create_file:
 * @path: a file that does not exist
 * @flags: how it will be opened
 * @made: (out): whether @path is ours now; else another program made it meanwhile, or it is yet to be made in place
 * @error: what went wrong
 *
 * Returns: %FALSE on failure; there is then nothing at @path that was not there before
 */
gboolean
uds_create_file (const char        *path,
                 UdsDatabaseFlags   flags,
                 gboolean          *made,
                 GError           **error)
{
  g_autofree char *temporary = g_strdup_printf ("%s.%08x.part", path, g_random_int ());
  gboolean done;

  *made = FALSE;
  done = write_whole (temporary, flags, error) && uds_backup_sync_file (temporary, error)
         && give_name (temporary, path, made, error);
  g_unlink (temporary);
  return done;
}
