/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at the folder of a database file: the kind of file system, the marks of synchronising programs, our rights.
 * What follows from it is decided in uds-store.c. */
#include "uds-place-private.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <linux/magic.h>
#include <sys/vfs.h>
#include <unistd.h>

/* File systems on which SQLite's write-ahead log does not work (sqlite.org/wal.html): all programs that use it must
 * share memory. The numbers are those of statfs(2); some are not in linux/magic.h. */
static const guint64 network_types[] = {
  NFS_SUPER_MAGIC, SMB_SUPER_MAGIC, 0xff534d42 /* CIFS */, 0xfe534d42 /* SMB2 */, CODA_SUPER_MAGIC, AFS_SUPER_MAGIC,
  NCP_SUPER_MAGIC, V9FS_MAGIC, 0x65735546 /* FUSE: sshfs, gvfs, davfs */,
  0x00c36400 /* Ceph */, 0x0bd00bd0 /* Lustre */, 0x01161970 /* GFS2 */,
};

/* What synchronising programs leave in the folders they copy. */
static const char *const sync_marks[] = {
  ".sync.ffs_db", ".owncloudsync.log", ".nextcloudsync.log", ".dropbox", ".dropbox.cache", ".stfolder",
  ".SynologyWorkingDirectory", ".tmp.drivedownload", ".849C9593-D756-4E56-8D6E-42412F2A707B" /* OneDrive */,
};

/**
 * uds_place_is_network_type:
 * @type: the number of a kind of file system, as statfs(2) gives it
 *
 * Returns: whether a write-ahead log is unsafe there
 */
gboolean
uds_place_is_network_type (guint64 type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (network_types); i++)
    if (network_types[i] == type)
      return TRUE;

  return FALSE;
}

/* The desktop clients of Nextcloud and ownCloud keep their list of files as .sync_0123abcd.db in the top folder. */
static gboolean
has_sync_database (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  if (dir == NULL)
    return FALSE;

  while ((name = g_dir_read_name (dir)) != NULL)
    if ((g_str_has_prefix (name, ".sync_") || g_str_has_prefix (name, "._sync_")) && g_str_has_suffix (name, ".db"))
      return TRUE;

  return FALSE;
}

static gboolean
has_sync_mark (const char *folder)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sync_marks); i++)
    {
      g_autofree char *mark = g_build_filename (folder, sync_marks[i], NULL);

      if (g_file_test (mark, G_FILE_TEST_EXISTS))
        return TRUE;
    }

  return has_sync_database (folder);
}

static gboolean
is_synced (const char *folder)
{
  g_autofree char *here = g_strdup (folder);

  while (TRUE)
    {
      g_autofree char *parent = g_path_get_dirname (here);

      if (has_sync_mark (here))
        return TRUE;
      if (g_str_equal (parent, here))
        return FALSE;
      g_set_str (&here, parent);
    }
}

static gboolean
is_writable (const char *path,
             const char *folder)
{
  if (access (folder, W_OK) != 0)
    return FALSE;

  return access (path, F_OK) != 0 || access (path, W_OK) == 0;
}

/**
 * uds_place_inspect:
 * @path: an absolute path of a database file that need not exist, in a folder that does
 *
 * Returns: what kind of place it is
 */
UdsPlace
uds_place_inspect (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct statfs info;

  if (is_synced (folder))
    return UDS_PLACE_SYNCED;
  if (!is_writable (path, folder))
    return UDS_PLACE_READ_ONLY;
  if (statfs (folder, &info) == 0 && uds_place_is_network_type ((guint64) info.f_type))
    return UDS_PLACE_NETWORK;
  return UDS_PLACE_LOCAL;
}

/* Where SQLite locks a file: whoever has it open in any way but for a moment holds some of these bytes
 * (sqlite.org/fileformat2.html, "the lock-byte page"). */
#define LOCK_BYTES 0x40000000
#define N_LOCK_BYTES 512

/**
 * uds_place_is_in_use:
 * @path: a database file that this program does not have open
 *
 * Returns: whether another program has it open
 */
gboolean
uds_place_is_in_use (const char *path)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = LOCK_BYTES, .l_len = N_LOCK_BYTES };
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean in_use;

  if (fd < 0)
    return FALSE;

  in_use = fcntl (fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
  g_close (fd, NULL);
  return in_use;
}
