/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table beside the chart, cell for cell, and below it what the chart says in words. */
#include "uds-chart-sheet.h"

#include "uds-chart-notes.h"
#include "uds-chart-table.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
is_year (const char *text)
{
  return strlen (text) == 4 && strspn (text, "0123456789") == 4;
}

static void
append_cell (UdsSheet      *sheet,
             UdsChartTable *table,
             gsize          row,
             gsize          column)
{
  g_autofree char *text = NULL;
  double value;

  if (uds_chart_table_get_number (table, row, column, &value))
    {
      uds_sheet_append_number (sheet, value);
      return;
    }

  text = uds_chart_table_get_text (table, row, column);
  if (column == 0 && is_year (text))
    uds_sheet_append_year (sheet, g_ascii_strtoll (text, NULL, 10));
  else if (g_str_equal (text, UDS_FORMAT_NONE))
    uds_sheet_append_none (sheet);
  else
    uds_sheet_append_text (sheet, text);
}

static void
add_targets (UdsSheet     *sheet,
             UdsChartSpec *spec)
{
  UdsChartFormat format;

  uds_chart_spec_get_format (spec, &format);
  for (gsize i = 0; i < uds_chart_spec_get_n_targets (spec); i++)
    {
      g_autofree char *label = uds_chart_target_format_label (uds_chart_spec_get_target (spec, i), &format);

      uds_sheet_add_note (sheet, label);
    }
}

static void
add_notes (UdsSheet     *sheet,
           UdsChartSpec *spec)
{
  g_autofree char *notes = uds_chart_notes_new (spec);

  uds_sheet_set_title (sheet, uds_chart_spec_get_title (spec));
  uds_sheet_add_note (sheet, uds_chart_spec_get_subtitle (spec));
  add_targets (sheet, spec);
  uds_sheet_add_note (sheet, uds_chart_spec_get_source (spec));
  uds_sheet_add_note (sheet, notes);
}

/**
 * uds_chart_sheet_new:
 * @spec: a chart, which must not change any more
 *
 * The figures are those on screen: numbers in full, shown with the chart's decimals. Any thread.
 *
 * Returns: (transfer full): its table with its title, targets, source and notes
 */
UdsSheet *
uds_chart_sheet_new (UdsChartSpec *spec)
{
  g_autoptr (UdsChartTable) table = uds_chart_table_new (spec);
  UdsSheet *sheet = uds_sheet_new (_ ("Values"), uds_chart_spec_get_language (spec));
  gsize n_columns = uds_chart_table_get_n_columns (table);

  for (gsize column = 0; column < n_columns; column++)
    {
      g_autofree char *heading = uds_chart_table_get_heading (table, column);

      uds_sheet_add_column (sheet, heading, uds_chart_table_get_decimals (table, column));
    }
  for (gsize row = 0; row < uds_chart_table_get_n_rows (table); row++)
    for (gsize column = 0; column < n_columns; column++)
      append_cell (sheet, table, row, column);
  add_notes (sheet, spec);
  return sheet;
}
