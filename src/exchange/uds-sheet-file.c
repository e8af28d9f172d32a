/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which writer a format has, and the two forms that are plain text. */
#include "uds-sheet-file.h"

#include "uds-atomic-file.h"
#include "uds-error.h"
#include "uds-export.h"
#include "uds-sheet-package-private.h"

#include <glib/gi18n.h>

/**
 * uds_sheet_format_from_name:
 * @name: the name of a file
 * @format: (out): the format that its ending means
 *
 * Returns: %FALSE where it means none
 */
gboolean
uds_sheet_format_from_name (const char     *name,
                            UdsSheetFormat *format)
{
  static const struct {
    const char *suffix;
    UdsSheetFormat format;
  } formats[] = { { ".csv", UDS_SHEET_CSV }, { ".ods", UDS_SHEET_ODS }, { ".xlsx", UDS_SHEET_XLSX } };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (lower, formats[i].suffix))
      {
        *format = formats[i].format;
        return TRUE;
      }
  return FALSE;
}

static void
append_csv_cell (GString            *text,
                 const UdsSheetCell *cell)
{
  g_autofree char *number = NULL;

  switch (cell->type)
    {
    case UDS_SHEET_TEXT:
      uds_csv_append_guarded (text, cell->text);
      break;
    case UDS_SHEET_NUMBER:
    case UDS_SHEET_YEAR:
      number = uds_format_machine (cell->number);
      g_string_append (text, number);
      break;
    case UDS_SHEET_DATE:
      g_string_append (text, cell->text);
      break;
    case UDS_SHEET_NONE:
    default:
      break;
    }
}

static void
append_csv_line (GString    *text,
                 const char *line)
{
  uds_csv_append_guarded (text, line);
  g_string_append (text, "\r\n");
}

static void
append_csv_notes (GString  *text,
                  UdsSheet *sheet)
{
  const char *title = uds_sheet_get_title (sheet);

  if (title == NULL && uds_sheet_get_n_notes (sheet) == 0)
    return;

  g_string_append (text, "\r\n");
  if (title != NULL)
    append_csv_line (text, title);
  for (gsize i = 0; i < uds_sheet_get_n_notes (sheet); i++)
    append_csv_line (text, uds_sheet_get_note (sheet, i));
}

static GBytes *
render_csv (UdsSheet      *sheet,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize n_columns = uds_sheet_get_n_columns (sheet);

  for (gsize column = 0; column < n_columns; column++)
    {
      g_string_append (text, column > 0 ? "," : "");
      uds_csv_append_guarded (text, uds_sheet_get_heading (sheet, column));
    }
  g_string_append (text, "\r\n");
  for (gsize row = 0; row < uds_sheet_get_n_rows (sheet); row++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      for (gsize column = 0; column < n_columns; column++)
        {
          g_string_append (text, column > 0 ? "," : "");
          append_csv_cell (text, uds_sheet_get_cell (sheet, row, column));
        }
      g_string_append (text, "\r\n");
    }
  append_csv_notes (text, sheet);
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

/**
 * uds_sheet_render:
 * @sheet: a sheet
 * @format: a format
 * @cancellable: (nullable): to give up
 * @error: %UDS_ERROR_LIMIT where the format cannot hold so many rows or columns, %G_IO_ERROR_CANCELLED
 *
 * The same sheet always gives the same bytes. Takes its time where there are many rows; any thread.
 *
 * Returns: (transfer full) (nullable): a file
 */
GBytes *
uds_sheet_render (UdsSheet        *sheet,
                  UdsSheetFormat   format,
                  GCancellable    *cancellable,
                  GError         **error)
{
  g_return_val_if_fail (UDS_IS_SHEET (sheet), NULL);

  if (format == UDS_SHEET_CSV)
    return render_csv (sheet, cancellable, error);
  if (uds_sheet_get_n_rows (sheet) >= UDS_SHEET_MAX_ROWS || uds_sheet_get_n_columns (sheet) > UDS_SHEET_MAX_COLUMNS)
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_LIMIT,
                   _ ("A spreadsheet holds %u rows and %u columns at the most. Export the table as CSV."),
                   UDS_SHEET_MAX_ROWS, UDS_SHEET_MAX_COLUMNS);
      return NULL;
    }
  return format == UDS_SHEET_ODS ? uds_sheet_render_ods (sheet, cancellable, error)
                                 : uds_sheet_render_xlsx (sheet, cancellable, error);
}

/**
 * uds_sheet_write:
 * @sheet: a sheet
 * @format: a format
 * @file: where to write it
 * @cancellable: (nullable): to give up
 * @error: as of uds_sheet_render() and uds_atomic_file_write()
 *
 * Writes the file whole or not at all. Any thread.
 *
 * Returns: whether it was written
 */
gboolean
uds_sheet_write (UdsSheet        *sheet,
                 UdsSheetFormat   format,
                 GFile           *file,
                 GCancellable    *cancellable,
                 GError         **error)
{
  g_autoptr (GBytes) bytes = uds_sheet_render (sheet, format, cancellable, error);

  return bytes != NULL && uds_atomic_file_write (file, bytes, cancellable, error);
}

static void
append_element (GString    *html,
                const char *name,
                const char *attributes,
                const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (html, "<%s%s>%s</%s>\n", name, attributes, escaped, name);
}

static void
append_html_row (GString  *html,
                 UdsSheet *sheet,
                 gsize     row)
{
  g_string_append (html, "<tr>\n");
  for (gsize column = 0; column < uds_sheet_get_n_columns (sheet); column++)
    {
      g_autofree char *text = uds_sheet_format_cell (sheet, row, column);
      gboolean is_number = uds_sheet_get_cell (sheet, row, column)->type == UDS_SHEET_NUMBER;

      append_element (html, "td", is_number ? " align=\"right\"" : "", text);
    }
  g_string_append (html, "</tr>\n");
}

/**
 * uds_sheet_to_html:
 * @sheet: a sheet
 *
 * Returns: (transfer full): the table with its title above and its notes below, as word processors and spreadsheets
 *   take it from the clipboard
 */
char *
uds_sheet_to_html (UdsSheet *sheet)
{
  GString *html = g_string_new (NULL);
  const char *title = uds_sheet_get_title (sheet);

  g_return_val_if_fail (UDS_IS_SHEET (sheet), NULL);

  g_string_append_printf (html, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head><meta charset=\"utf-8\"></head>\n<body>\n",
                          uds_language_get_code (uds_sheet_get_language (sheet)));
  if (title != NULL)
    append_element (html, "p", "", title);
  g_string_append (html, "<table>\n<thead>\n<tr>\n");
  for (gsize column = 0; column < uds_sheet_get_n_columns (sheet); column++)
    append_element (html, "th", "", uds_sheet_get_heading (sheet, column));
  g_string_append (html, "</tr>\n</thead>\n<tbody>\n");
  for (gsize row = 0; row < uds_sheet_get_n_rows (sheet); row++)
    append_html_row (html, sheet, row);
  g_string_append (html, "</tbody>\n</table>\n");
  for (gsize i = 0; i < uds_sheet_get_n_notes (sheet); i++)
    append_element (html, "p", "", uds_sheet_get_note (sheet, i));
  g_string_append (html, "</body>\n</html>\n");
  return g_string_free (html, FALSE);
}
