/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the heading of a tidy table is and whether it makes one. What its columns are is uds-tidy-columns.c's, the rows
 * are uds-tidy-table.c's. */
#include "uds-tidy-heading-private.h"

#include "uds-tidy-table-private.h"

#include <glib/gi18n.h>

/**
 * uds_tidy_heading_has_values:
 * @columns: (element-type UdsTidyColumn): columns
 *
 * Returns: whether there is a period and a value
 */
gboolean
uds_tidy_heading_has_values (GArray *columns)
{
  guint place;

  return uds_tidy_columns_find (columns, UDS_COLUMN_ROLE_VALUE_OF_PERIOD, &place)
         || (uds_tidy_columns_find (columns, UDS_COLUMN_ROLE_PERIOD, &place)
             && uds_tidy_columns_find (columns, UDS_COLUMN_ROLE_VALUE, &place));
}

/**
 * uds_tidy_heading_find_separator:
 * @file: a file whose text is read
 * @dialect: how its columns may be named
 *
 * Returns: what stands between its cells: what the user said, or what the dialect or the rows tell
 */
char
uds_tidy_heading_find_separator (const UdsImportFile  *file,
                                 const UdsTidyDialect *dialect)
{
  char separator = dialect->find_separator != NULL ? dialect->find_separator (file->text) : 0;

  if (file->separator_given)
    return file->separator;
  return separator != 0 ? separator : uds_csv_detect_separator (file->text);
}

/**
 * uds_tidy_heading_open:
 * @file: a file whose text is read
 * @dialect: how its columns may be named
 * @frame: gets the place of the heading, and the title above it
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): a reader at the heading
 */
UdsCsvReader *
uds_tidy_heading_open (const UdsImportFile   *file,
                       const UdsTidyDialect  *dialect,
                       UdsTidyFrame          *frame,
                       GError               **error)
{
  char separator = uds_tidy_heading_find_separator (file, dialect);

  frame->heading = 1;
  if (dialect->framed)
    uds_tidy_frame_find_heading (frame, file->text, separator);
  return uds_tidy_frame_open (frame, file->text, separator, error);
}

/**
 * uds_tidy_is_table:
 * @file: a file whose text is read
 * @dialect: how its columns may be named
 * @reason: (out): why or why not, in the user's language
 *
 * Returns: whether its heading has a period and a value
 */
gboolean
uds_tidy_is_table (const UdsImportFile   *file,
                   const UdsTidyDialect  *dialect,
                   const char           **reason)
{
  g_autoptr (UdsCsvReader) reader = NULL;
  g_autoptr (GArray) columns = NULL;
  g_auto (UdsTidyFrame) frame = { 0 };
  guint place;

  *reason = _("The first row has no heading “Year”, so this is no indicator file");
  reader = uds_tidy_heading_open (file, dialect, &frame, NULL);
  if (reader == NULL)
    return FALSE;

  columns = uds_tidy_columns_read (reader, dialect, dialect->is_format ? NULL : file);
  if (uds_tidy_columns_find (columns, UDS_COLUMN_ROLE_PERIOD, &place))
    *reason = _("The first row has a heading “Year” but none “Value”, so there is nothing to read");
  if (!uds_tidy_heading_has_values (columns))
    return FALSE;
  *reason = _("The first row has the headings “Year” and “Value”");
  return TRUE;
}

/**
 * uds_tidy_heading_list:
 * @columns: (element-type UdsTidyColumn): columns
 * @file: the file, which gets them for the preview
 */
void
uds_tidy_heading_list (GArray        *columns,
                       UdsImportFile *file)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const UdsTidyColumn *column = &g_array_index (columns, UdsTidyColumn, i);

      uds_import_file_add_role_column (file, column->name, column->role);
    }
}

/**
 * uds_tidy_table_refuse:
 * @file: a file that uds_tidy_table_read() gave nothing of
 * @dialect: how its columns may be named
 * @error: why
 *
 * Refuses the file, but shows its columns, so that the user can say what they are.
 */
void
uds_tidy_table_refuse (UdsImportFile        *file,
                       const UdsTidyDialect *dialect,
                       const GError         *error)
{
  g_auto (UdsTidyFrame) frame = { 0 };
  g_autoptr (UdsCsvReader) reader = uds_tidy_heading_open (file, dialect, &frame, NULL);
  g_autoptr (GArray) columns = NULL;

  uds_import_file_refuse (file, error);
  if (reader == NULL)
    return;
  columns = uds_tidy_columns_read (reader, dialect, file);
  uds_tidy_heading_list (columns, file);
}
