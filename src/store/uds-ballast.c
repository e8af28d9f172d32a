/* SPDX-License-Identifier: GPL-3.0-or-later */
/* On a full disk SQLite refuses even to delete, as that too is written to the log first. So the store keeps a file of
 * 4 MB that holds nothing; removing it makes the room in which the edit at hand and some tidying up still work. When
 * it is given away is uds-store-work.c's to say. */
#include "uds-ballast-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/statvfs.h>
#include <unistd.h>

static char *
get_path (const char *database)
{
  return g_strconcat (database, ".reserve", NULL);
}

static gboolean
is_there (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 && info.st_size >= UDS_BALLAST_SIZE;
}

/* As much again must be left: a ballast that filled the disk would be given away at once. */
static gboolean
has_room (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct statvfs info;

  return statvfs (folder, &info) != 0 || (guint64) info.f_bavail * info.f_frsize >= 2 * (guint64) UDS_BALLAST_SIZE;
}

/* Takes up the blocks themselves: a file with a hole in it would give nothing back. */
static int
take_up (const char *path)
{
  int fd = g_open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  int code;

  if (fd < 0)
    return errno;

  code = posix_fallocate (fd, 0, UDS_BALLAST_SIZE);
  g_close (fd, NULL);
  if (code != 0)
    g_unlink (path);
  return code;
}

/**
 * uds_ballast_keep:
 * @database: the path of a database that may be written to
 *
 * Makes the ballast of @database where it is not there and the disk has room for it and as much again. Where it cannot
 * be made for another reason, the database does without.
 *
 * Returns: %FALSE where the disk is too full for it
 */
gboolean
uds_ballast_keep (const char *database)
{
  g_autofree char *path = get_path (database);
  int code;

  if (is_there (path))
    return TRUE;
  if (!has_room (path))
    return FALSE;

  code = take_up (path);
  return code != ENOSPC && code != EDQUOT;
}

/**
 * uds_ballast_release:
 * @database: the path of a database
 *
 * Returns: whether there was a ballast, whose room is free now
 */
gboolean
uds_ballast_release (const char *database)
{
  g_autofree char *path = get_path (database);

  return g_unlink (path) == 0;
}
