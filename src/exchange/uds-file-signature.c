/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of file that people take for a table, or hit beside one, and what to do with each. Text is not looked at
 * here: which table it is, the importers say. */
#include "uds-file-signature-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define WORKBOOK N_("This is a workbook, a text document or a compressed folder." \
                    " Save the sheet as CSV, or take the files out, and import those")
#define OLD_OFFICE N_("This is a document of an older office program. Open it there and save the sheet as CSV")
#define PICTURE N_("This is a picture. Import the table with the figures it shows")
#define PROGRAM N_("This is a program, not a table")

/* The bytes are those that each format's own description names. */
static const struct {
  const char *bytes;
  guint length;
  const char *description;
} signatures[] = {
  { "PK\003\004", 4, WORKBOOK },
  { "\320\317\021\340\241\261\032\341", 8, OLD_OFFICE },
  { "%PDF-", 5, N_("This is a PDF document. Import the table it was made from, as CSV") },
  { "\211PNG\r\n\032\n", 8, PICTURE },
  { "\377\330\377", 3, PICTURE },
  { "GIF8", 4, PICTURE },
  { "SQLite format 3\0", 16, N_("This is a database. One of Udsyn’s own is brought back by restoring it") },
  { "\037\213", 2, N_("This is a compressed file. Unpack it and import what is in it") },
  { "\177ELF", 4, PROGRAM },
  { "MZ\220\0", 4, PROGRAM },
};

/**
 * uds_file_signature_describe:
 * @bytes: the content of a file
 *
 * Returns: (nullable): what the file is and what to do with it, translated; %NULL where it may be text
 */
const char *
uds_file_signature_describe (GBytes *bytes)
{
  gsize size;
  const char *content = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (size >= signatures[i].length && memcmp (content, signatures[i].bytes, signatures[i].length) == 0)
      return _(signatures[i].description);

  return NULL;
}
