/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A temporary file beside the old one, synced and then renamed over it, so that a reader, or a machine that
 * comes up after a power cut, finds the old contents or the new. Turns GIO's errors into ours. */
#include "uds-atomic-file.h"

#include "uds-error.h"

#define MODE 0666 /* as far as the user's umask lets it */

static int
error_code_for (const GError *error)
{
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return UDS_ERROR_FULL;
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return UDS_ERROR_NOT_FOUND;
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES)
      || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ROFS)
      || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_PERM)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    return UDS_ERROR_READ_ONLY;

  return UDS_ERROR_IO;
}

static gboolean
replace_contents (GFile         *file,
                  GBytes        *contents,
                  GCancellable  *cancellable,
                  GError       **error)
{
  const char *path = g_file_peek_path (file);
  gsize length;
  const char *data = g_bytes_get_data (contents, &length);

  if (path == NULL)
    return g_file_replace_contents (file, length > 0 ? data : "", length, NULL, FALSE, G_FILE_CREATE_NONE,
                                    NULL, cancellable, error);

  return g_file_set_contents_full (path, length > 0 ? data : "", (gssize) length,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, MODE, error);
}

/**
 * uds_atomic_file_write:
 * @file: where to write; its folder must be there
 * @contents: all of it
 * @cancellable: (nullable): to give up before anything is written
 * @error: %UDS_ERROR_FULL, %UDS_ERROR_READ_ONLY, %UDS_ERROR_NOT_FOUND or %UDS_ERROR_IO, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Replaces a file. On any error the file is as it was before. Blocks; any thread.
 *
 * Returns: whether it was written
 */
gboolean
uds_atomic_file_write (GFile         *file,
                       GBytes        *contents,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (replace_contents (file, contents, cancellable, &reason))
    return TRUE;

  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&reason));
  else
    g_set_error_literal (error, UDS_ERROR, error_code_for (reason), reason->message);
  return FALSE;
}
