/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The disk of the power-cut tests: what was synced stays; of what was written since, each sector of 512 bytes, each new
 * size, each new name and each deletion is there or not by the toss of a coin. Nothing here knows of records. */
#include "disk-fixture.h"

#include <sqlite3.h>

#define SECTOR 512

struct _Disk
{
  sqlite3_vfs vfs; /* the first member: SQLite hands it back to us */
  sqlite3_vfs *real;
  char *folder;

  GMutex mutex; /* guards all below: a store has two threads */
  GRand *rand;
  GHashTable *images; /* Image by path */
  GPtrArray *cuts;
  guint one_in;
  guint n_acknowledged;
  gint64 room; /* bytes by which files may still grow; -1 for no limit */
  char *held;  /* a file whose bytes are room as soon as it is gone */
  gint64 held_bytes;
  gboolean fail_syncs;
};

/* A file as programs see it and as the platter has it. */
typedef struct {
  GByteArray *current;
  GByteArray *durable;
  GByteArray *dirty; /* for each sector, whether it was written since the last sync */
  gboolean has_name;
  gboolean is_deleted;
} Image;

typedef struct {
  sqlite3_file base;
  Disk *disk;
  Image *image; /* none for a file that is not watched */
  sqlite3_file *real;
} DiskFile;

static void
image_free (gpointer data)
{
  Image *image = data;

  g_byte_array_unref (image->current);
  g_byte_array_unref (image->durable);
  g_byte_array_unref (image->dirty);
  g_free (image);
}

static void
resize (GByteArray *bytes,
        gsize       size)
{
  gsize before = bytes->len;

  g_byte_array_set_size (bytes, (guint) size);
  if (size > before)
    memset (bytes->data + before, 0, size - before);
}

static void
image_sync (Image *image)
{
  g_byte_array_set_size (image->durable, 0);
  g_byte_array_append (image->durable, image->current->data, image->current->len);
  g_byte_array_set_size (image->dirty, 0);
  image->has_name = TRUE;
}

static void
image_write (Image      *image,
             const void *data,
             gsize       length,
             gsize       offset)
{
  gsize end = offset + length;

  if (end > image->current->len)
    resize (image->current, end);
  if (end / SECTOR >= image->dirty->len)
    resize (image->dirty, end / SECTOR + 1);
  memcpy (image->current->data + offset, data, length);
  memset (image->dirty->data + offset / SECTOR, TRUE, (end - 1) / SECTOR - offset / SECTOR + 1);
}

/* A size between the one synced and the one now. */
static gsize
choose_size (Image *image,
             GRand *rand)
{
  gsize less = MIN (image->durable->len, image->current->len);
  gsize more = MAX (image->durable->len, image->current->len);

  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
      return image->durable->len;
    case 1:
      return image->current->len;
    default:
      return MIN (more, less + (gsize) g_rand_int_range (rand, 0, (gint32) ((more - less) / SECTOR + 1)) * SECTOR);
    }
}

static GBytes *
image_leave (Image *image,
             GRand *rand)
{
  gsize size = choose_size (image, rand);
  g_autoptr (GByteArray) left = g_byte_array_new ();

  resize (left, size);
  /* A file that was never synced has no bytes to copy, not even from nowhere. */
  if (MIN (size, image->durable->len) > 0)
    memcpy (left->data, image->durable->data, MIN (size, image->durable->len));
  for (gsize i = 0; i < image->dirty->len && i * SECTOR < MIN (size, image->current->len); i++)
    if (image->dirty->data[i] && g_rand_boolean (rand))
      memcpy (left->data + i * SECTOR, image->current->data + i * SECTOR,
              MIN (SECTOR, MIN (size, image->current->len) - i * SECTOR));

  return g_byte_array_free_to_bytes (g_steal_pointer (&left));
}

/* A name that was never synced may be there, and so may one whose deletion was not. */
static gboolean
is_found (Image *image,
          GRand *rand)
{
  gboolean certain = image->has_name && !image->is_deleted;

  return certain || g_rand_boolean (rand);
}

static void
cut_free (gpointer data)
{
  Cut *cut = data;

  g_hash_table_unref (cut->files);
  g_free (cut);
}

static void
cut_power (Disk *disk)
{
  Cut *cut = g_new0 (Cut, 1);
  GHashTableIter iter;
  gpointer path, value;

  cut->n_acknowledged = disk->n_acknowledged;
  cut->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  g_hash_table_iter_init (&iter, disk->images);
  while (g_hash_table_iter_next (&iter, &path, &value))
    {
      Image *image = value;

      if (!is_found (image, disk->rand))
        continue;
      g_hash_table_insert (cut->files, g_path_get_basename (path), image_leave (image, disk->rand));
    }

  g_ptr_array_add (disk->cuts, cut);
}

/* Before the operation under way reaches the platter. */
static void
perhaps_cut (Disk *disk)
{
  if (disk->one_in > 0 && g_rand_int_range (disk->rand, 0, (gint32) disk->one_in) == 0)
    cut_power (disk);
}

static int
file_close (sqlite3_file *base)
{
  DiskFile *file = (DiskFile *) base;

  return file->real->pMethods->xClose (file->real);
}

static int
file_read (sqlite3_file  *base,
           void          *data,
           int            length,
           sqlite3_int64  offset)
{
  DiskFile *file = (DiskFile *) base;

  return file->real->pMethods->xRead (file->real, data, length, offset);
}

static void
take_held (Disk *disk)
{
  if (disk->held == NULL || g_file_test (disk->held, G_FILE_TEST_EXISTS))
    return;

  disk->room += disk->held_bytes;
  g_clear_pointer (&disk->held, g_free);
}

static int
write_watched (DiskFile      *file,
               const void    *data,
               int            length,
               sqlite3_int64  offset)
{
  Disk *disk = file->disk;
  gint64 growth = MAX (0, offset + length - (gint64) file->image->current->len);
  int code;

  if (disk->room >= 0)
    take_held (disk);
  if (disk->room >= 0 && growth > disk->room)
    return SQLITE_FULL;

  code = file->real->pMethods->xWrite (file->real, data, length, offset);
  if (code != SQLITE_OK)
    return code;
  if (disk->room >= 0)
    disk->room -= growth;
  image_write (file->image, data, (gsize) length, (gsize) offset);
  perhaps_cut (disk);
  return SQLITE_OK;
}

static int
file_write (sqlite3_file  *base,
            const void    *data,
            int            length,
            sqlite3_int64  offset)
{
  DiskFile *file = (DiskFile *) base;
  g_autoptr (GMutexLocker) locker = NULL;

  if (file->image == NULL)
    return file->real->pMethods->xWrite (file->real, data, length, offset);

  locker = g_mutex_locker_new (&file->disk->mutex);
  return write_watched (file, data, length, offset);
}

static int
file_truncate (sqlite3_file  *base,
               sqlite3_int64  size)
{
  DiskFile *file = (DiskFile *) base;
  int code = file->real->pMethods->xTruncate (file->real, size);
  g_autoptr (GMutexLocker) locker = NULL;

  if (file->image == NULL || code != SQLITE_OK)
    return code;

  locker = g_mutex_locker_new (&file->disk->mutex);
  resize (file->image->current, (gsize) size);
  perhaps_cut (file->disk);
  return SQLITE_OK;
}

/* Never reaches the machine's own disk: the tests would only wait for it. */
static int
file_sync (sqlite3_file *base,
           int           flags)
{
  DiskFile *file = (DiskFile *) base;
  g_autoptr (GMutexLocker) locker = NULL;

  if (file->image == NULL)
    return SQLITE_OK;

  locker = g_mutex_locker_new (&file->disk->mutex);
  perhaps_cut (file->disk);
  if (file->disk->fail_syncs)
    return SQLITE_IOERR_FSYNC;
  image_sync (file->image);
  return SQLITE_OK;
}

static int
file_size (sqlite3_file  *base,
           sqlite3_int64 *size)
{
  DiskFile *file = (DiskFile *) base;

  return file->real->pMethods->xFileSize (file->real, size);
}

static int
file_lock (sqlite3_file *base,
           int           level)
{
  DiskFile *file = (DiskFile *) base;

  return file->real->pMethods->xLock (file->real, level);
}

static int
file_unlock (sqlite3_file *base,
             int           level)
{
  DiskFile *file = (DiskFile *) base;

  return file->real->pMethods->xUnlock (file->real, level);
}

static int
file_check_reserved_lock (sqlite3_file *base,
                          int          *locked)
{
  DiskFile *file = (DiskFile *) base;

  return file->real->pMethods->xCheckReservedLock (file->real, locked);
}

static int
file_control (sqlite3_file *base,
              int           operation,
              void         *argument)
{
  DiskFile *file = (DiskFile *) base;

  return file->real->pMethods->xFileControl (file->real, operation, argument);
}

static int
file_sector_size (sqlite3_file *base)
{
  DiskFile *file = (DiskFile *) base;

  return file->real->pMethods->xSectorSize (file->real);
}

static int
file_characteristics (sqlite3_file *base)
{
  DiskFile *file = (DiskFile *) base;

  return file->real->pMethods->xDeviceCharacteristics (file->real);
}

static int
file_shm_map (sqlite3_file   *base,
              int             region,
              int             size,
              int             extend,
              void volatile **memory)
{
  DiskFile *file = (DiskFile *) base;

  return file->real->pMethods->xShmMap (file->real, region, size, extend, memory);
}

static int
file_shm_lock (sqlite3_file *base,
               int           offset,
               int           n_locks,
               int           flags)
{
  DiskFile *file = (DiskFile *) base;

  return file->real->pMethods->xShmLock (file->real, offset, n_locks, flags);
}

static void
file_shm_barrier (sqlite3_file *base)
{
  DiskFile *file = (DiskFile *) base;

  file->real->pMethods->xShmBarrier (file->real);
}

static int
file_shm_unmap (sqlite3_file *base,
                int           remove)
{
  DiskFile *file = (DiskFile *) base;

  return file->real->pMethods->xShmUnmap (file->real, remove);
}

/* Version 2: a file that can share memory, for the log, but that cannot be read by mapping it. */
static const sqlite3_io_methods methods = {
  2, file_close, file_read, file_write, file_truncate, file_sync, file_size, file_lock, file_unlock,
  file_check_reserved_lock, file_control, file_sector_size, file_characteristics, file_shm_map, file_shm_lock,
  file_shm_barrier, file_shm_unmap, NULL, NULL,
};

static gboolean
is_watched (Disk       *disk,
            const char *path)
{
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;

  return g_strcmp0 (folder, disk->folder) == 0;
}

/* A file that is there before the first look at it counts as synced. */
static Image *
image_new (const char *path)
{
  Image *image = g_new0 (Image, 1);
  g_autofree char *content = NULL;
  gsize length = 0;

  image->current = g_byte_array_new ();
  image->durable = g_byte_array_new ();
  image->dirty = g_byte_array_new ();
  if (g_file_get_contents (path, &content, &length, NULL) && length > 0)
    {
      g_byte_array_append (image->current, (const guint8 *) content, (guint) length);
      image_sync (image);
    }
  return image;
}

static Image *
watch (Disk       *disk,
       const char *path)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&disk->mutex);
  Image *image = g_hash_table_lookup (disk->images, path);

  if (image == NULL || image->is_deleted)
    {
      image = image_new (path);
      g_hash_table_replace (disk->images, g_strdup (path), image);
    }
  return image;
}

static int
disk_open (sqlite3_vfs      *vfs,
           sqlite3_filename  path,
           sqlite3_file     *base,
           int               flags,
           int              *flags_out)
{
  Disk *disk = (Disk *) vfs;
  DiskFile *file = (DiskFile *) base;
  int code;

  file->real = (sqlite3_file *) (file + 1);
  file->base.pMethods = NULL;
  code = disk->real->xOpen (disk->real, path, file->real, flags, flags_out);
  if (code != SQLITE_OK)
    return code;

  file->base.pMethods = &methods;
  file->disk = disk;
  file->image = is_watched (disk, path) ? watch (disk, path) : NULL;
  return SQLITE_OK;
}

static int
disk_delete (sqlite3_vfs *vfs,
             const char  *path,
             int          sync_folder)
{
  Disk *disk = (Disk *) vfs;
  int code = disk->real->xDelete (disk->real, path, 0);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&disk->mutex);
  Image *image = g_hash_table_lookup (disk->images, path);

  if (image == NULL || code != SQLITE_OK)
    return code;

  image->is_deleted = TRUE;
  perhaps_cut (disk);
  if (sync_folder)
    g_hash_table_remove (disk->images, path);
  return SQLITE_OK;
}

/* All files that SQLite opens from now on are on this disk, if they lie in the folder. What a file system does beside
 * opening and deleting is done by SQLite's own, which does not look at whom it is called for. */
Disk *
disk_new (const char *folder,
          guint32     seed)
{
  Disk *disk = g_new0 (Disk, 1);

  disk->real = sqlite3_vfs_find (NULL);
  disk->vfs = *disk->real;
  disk->vfs.pNext = NULL;
  disk->vfs.zName = "disk-fixture";
  disk->vfs.szOsFile = (int) sizeof (DiskFile) + disk->real->szOsFile;
  disk->vfs.xOpen = disk_open;
  disk->vfs.xDelete = disk_delete;

  g_mutex_init (&disk->mutex);
  disk->folder = g_strdup (folder);
  disk->rand = g_rand_new_with_seed (seed);
  disk->images = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, image_free);
  disk->cuts = g_ptr_array_new_with_free_func (cut_free);
  disk->room = -1;
  g_assert_cmpint (sqlite3_vfs_register (&disk->vfs, TRUE), ==, SQLITE_OK);
  return disk;
}

/* No file of the disk may be open any more. */
void
disk_free (Disk *disk)
{
  sqlite3_vfs_unregister (&disk->vfs);
  g_ptr_array_unref (disk->cuts);
  g_hash_table_unref (disk->images);
  g_rand_free (disk->rand);
  g_free (disk->folder);
  g_free (disk->held);
  g_mutex_clear (&disk->mutex);
  g_free (disk);
}

/* Cuts the power at one operation in @n_operations, 0 for never. The writing program does not notice. */
void
disk_cut_one_in (Disk  *disk,
                 guint  n_operations)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&disk->mutex);

  disk->one_in = n_operations;
}

/* Later cuts remember that this many commands had been promised. */
void
disk_acknowledge (Disk  *disk,
                  guint  n_acknowledged)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&disk->mutex);

  disk->n_acknowledged = n_acknowledged;
}

/* The cuts since the last call. */
GPtrArray *
disk_take_cuts (Disk *disk)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&disk->mutex);
  GPtrArray *cuts = disk->cuts;

  disk->cuts = g_ptr_array_new_with_free_func (cut_free);
  return cuts;
}

/* Files may grow by this many bytes together before the disk is full; -1 for no limit. */
void
disk_set_room (Disk   *disk,
               gint64  n_bytes)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&disk->mutex);

  disk->room = n_bytes;
}

/* A file that SQLite knows nothing of: when it goes, the full disk has room for as many bytes again. */
void
disk_hold_room (Disk       *disk,
                const char *path,
                gint64      n_bytes)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&disk->mutex);

  g_set_str (&disk->held, path);
  disk->held_bytes = n_bytes;
}

void
disk_fail_syncs (Disk     *disk,
                 gboolean  fail)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&disk->mutex);

  disk->fail_syncs = fail;
}

/* Puts what a cut left into a folder. */
void
cut_write (const Cut  *cut,
           const char *folder)
{
  GHashTableIter iter;
  gpointer name, bytes;

  g_hash_table_iter_init (&iter, cut->files);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      gsize length;
      const char *content = g_bytes_get_data (bytes, &length);

      g_assert_true (g_file_set_contents_full (path, content != NULL ? content : "", (gssize) length,
                                               G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
}
