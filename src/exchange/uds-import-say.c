/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user says of a file of an import, whatever it looks like: how it is written, what its columns are, what of
 * it is wanted, what it is about. It counts from the next preview on; what its indicator is called, from now on. */
#include "uds-import.h"

static gboolean
has_file (UdsImport *self,
          guint      file)
{
  return UDS_IS_IMPORT (self) && file < uds_import_get_files (self)->len;
}

/**
 * uds_import_set_encoding:
 * @self: an import
 * @file: the place of a file
 * @encoding: how it is written, whatever it looks like
 */
void
uds_import_set_encoding (UdsImport   *self,
                         guint        file,
                         UdsEncoding  encoding)
{
  UdsImportFile *import_file;

  g_return_if_fail (has_file (self, file));

  import_file = g_ptr_array_index (uds_import_get_files (self), file);
  import_file->encoding = encoding;
  import_file->encoding_given = TRUE;
}

/**
 * uds_import_set_separator:
 * @self: an import
 * @file: the place of a file
 * @separator: what stands between its cells: `,`, `;` or a tab
 */
void
uds_import_set_separator (UdsImport *self,
                          guint      file,
                          char       separator)
{
  UdsImportFile *import_file;

  g_return_if_fail (has_file (self, file));

  import_file = g_ptr_array_index (uds_import_get_files (self), file);
  import_file->separator = separator;
  import_file->separator_given = TRUE;
}

/**
 * uds_import_set_decimal:
 * @self: an import
 * @file: the place of a file
 * @decimal: the decimal sign of its numbers
 */
void
uds_import_set_decimal (UdsImport  *self,
                        guint       file,
                        UdsDecimal  decimal)
{
  UdsImportFile *import_file;

  g_return_if_fail (has_file (self, file));

  import_file = g_ptr_array_index (uds_import_get_files (self), file);
  import_file->decimal = decimal;
  import_file->decimal_given = TRUE;
}

/**
 * uds_import_set_kind:
 * @self: an import
 * @file: the place of a file
 * @kind: (nullable): the kind that its rows are records of; %NULL to go by what it looks like
 */
void
uds_import_set_kind (UdsImport     *self,
                     guint          file,
                     const UdsKind *kind)
{
  g_return_if_fail (has_file (self, file));

  ((UdsImportFile *) g_ptr_array_index (uds_import_get_files (self), file))->kind = kind;
}

/**
 * uds_import_set_role:
 * @self: an import
 * @file: the place of a file
 * @heading: the heading of a column of observations
 * @role: what the column is, whatever its heading says
 */
void
uds_import_set_role (UdsImport     *self,
                     guint          file,
                     const char    *heading,
                     UdsColumnRole  role)
{
  UdsImportFile *import_file;

  g_return_if_fail (has_file (self, file));

  import_file = g_ptr_array_index (uds_import_get_files (self), file);
  g_hash_table_insert (import_file->roles, g_strdup (heading), GUINT_TO_POINTER (role));
}

/**
 * uds_import_set_wanted:
 * @self: an import
 * @file: the place of a file
 * @heading: the heading of a breakdown
 * @category: (nullable): the only category of it that is to be imported; %NULL for all
 */
void
uds_import_set_wanted (UdsImport  *self,
                       guint       file,
                       const char *heading,
                       const char *category)
{
  UdsImportFile *import_file;

  g_return_if_fail (has_file (self, file));

  import_file = g_ptr_array_index (uds_import_get_files (self), file);
  if (category != NULL)
    g_hash_table_insert (import_file->wanted, g_strdup (heading), g_strdup (category));
  else
    g_hash_table_remove (import_file->wanted, heading);
}

/**
 * uds_import_set_indicator:
 * @self: an import
 * @file: the place of a file
 * @code: (nullable): the code of the indicator that it is about; %NULL to go by its name
 */
void
uds_import_set_indicator (UdsImport  *self,
                          guint       file,
                          const char *code)
{
  UdsImportFile *import_file;

  g_return_if_fail (has_file (self, file));

  import_file = g_ptr_array_index (uds_import_get_files (self), file);
  g_set_str (&import_file->indicator, code);
}

/**
 * uds_import_set_field:
 * @self: an import
 * @file: the place of a file
 * @field: a field of an indicator that holds text, or "goal"
 * @text: (nullable): what the indicators in the file are to have there, a goal by its number; empty for none, whatever
 *   the file says; %NULL to go by the file
 *
 * Nothing needs to be previewed for it: it counts when the import is applied.
 */
void
uds_import_set_field (UdsImport  *self,
                      guint       file,
                      const char *field,
                      const char *text)
{
  UdsImportFile *import_file;

  g_return_if_fail (has_file (self, file));

  import_file = g_ptr_array_index (uds_import_get_files (self), file);
  if (text != NULL)
    g_hash_table_insert (import_file->said, g_strdup (field), g_strdup (text));
  else
    g_hash_table_remove (import_file->said, field);
}
