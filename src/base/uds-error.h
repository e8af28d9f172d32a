/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one error domain of Udsyn: a code for each class of failure that a caller treats differently.
 * What went wrong is said in the message, in the user's language; nothing here knows of files or SQL. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define UDS_ERROR (uds_error_quark ())

/**
 * UdsError:
 * @UDS_ERROR_FAILED: it did not work; the message says why
 * @UDS_ERROR_INVALID: what was given is not valid (a field, a file, an argument)
 * @UDS_ERROR_NOT_FOUND: there is no such record, field, kind or file
 * @UDS_ERROR_CONFLICT: somebody else changed the same thing first
 * @UDS_ERROR_NOT_OURS: the file is no Udsyn database
 * @UDS_ERROR_NEWER: the file was written by a newer Udsyn
 * @UDS_ERROR_READ_ONLY: the place or the file cannot be written
 * @UDS_ERROR_CORRUPT: the file is damaged
 * @UDS_ERROR_FULL: the disk is full
 * @UDS_ERROR_BUSY: another program holds the file
 * @UDS_ERROR_SYNCED_FOLDER: the place is a folder that is synchronised between machines
 * @UDS_ERROR_IO: reading or writing failed
 * @UDS_ERROR_LIMIT: the input is larger than we accept
 * @UDS_ERROR_UNKNOWN_FORMAT: nobody recognised the file
 */
typedef enum {
  UDS_ERROR_FAILED,
  UDS_ERROR_INVALID,
  UDS_ERROR_NOT_FOUND,
  UDS_ERROR_CONFLICT,
  UDS_ERROR_NOT_OURS,
  UDS_ERROR_NEWER,
  UDS_ERROR_READ_ONLY,
  UDS_ERROR_CORRUPT,
  UDS_ERROR_FULL,
  UDS_ERROR_BUSY,
  UDS_ERROR_SYNCED_FOLDER,
  UDS_ERROR_IO,
  UDS_ERROR_LIMIT,
  UDS_ERROR_UNKNOWN_FORMAT,
} UdsError;

GQuark uds_error_quark (void);

G_END_DECLS
