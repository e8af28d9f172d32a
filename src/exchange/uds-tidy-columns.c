/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the columns of a tidy table by their headings. What a heading means a dialect says, and the user above it. */
#include "uds-tidy-columns-private.h"

#include "uds-period.h"

static gboolean
is_period (const char *name)
{
  UdsPeriod period;

  return uds_period_parse (name, &period, NULL);
}

/* What the user says of a column, where a file is given and the user says anything. */
static gboolean
is_given (const UdsImportFile *file,
          const char          *name,
          UdsColumnRole       *role)
{
  return file != NULL && uds_import_file_get_role (file, name, role);
}

static void
clear_column (gpointer data)
{
  g_free (((UdsTidyColumn *) data)->name);
}

static gboolean
is_taken (GArray     *columns,
          const char *name)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_str_equal (g_array_index (columns, UdsTidyColumn, i).name, name))
      return TRUE;
  return FALSE;
}

/**
 * uds_tidy_columns_find:
 * @columns: (element-type UdsTidyColumn): columns
 * @role: a role
 * @place: (out): the first column that has it
 *
 * Returns: whether there is one
 */
gboolean
uds_tidy_columns_find (GArray        *columns,
                       UdsColumnRole  role,
                       guint         *place)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, UdsTidyColumn, i).role == role)
      {
        *place = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_single (UdsColumnRole role)
{
  return role == UDS_COLUMN_ROLE_PERIOD || role == UDS_COLUMN_ROLE_VALUE || role == UDS_COLUMN_ROLE_SERIES
         || role == UDS_COLUMN_ROLE_UNIT;
}

/* A second column for what there is only one of: a second unit is kept as an attribute, anything else cannot be. */
static UdsColumnRole
settle_role (GArray               *columns,
             const char           *name,
             UdsColumnRole         suggested,
             const UdsImportFile  *file)
{
  UdsColumnRole role;
  guint other;

  if (*name == '\0')
    return UDS_COLUMN_ROLE_UNNAMED;
  if (suggested == UDS_COLUMN_ROLE_TECHNICAL)
    return suggested;
  if (is_taken (columns, name))
    return UDS_COLUMN_ROLE_DUPLICATE;
  if (!is_given (file, name, &role) || (role == UDS_COLUMN_ROLE_VALUE_OF_PERIOD && !is_period (name)))
    role = suggested;
  if (!is_single (role) || !uds_tidy_columns_find (columns, role, &other))
    return role;
  return role == UDS_COLUMN_ROLE_UNIT ? UDS_COLUMN_ROLE_ATTRIBUTE : UDS_COLUMN_ROLE_DUPLICATE;
}

/* A table may give each year a column of its own: "2019", "2020", … A column of values without a period is then no
 * more than a label. */
static void
find_periods_in_headings (GArray              *columns,
                          const UdsImportFile *file)
{
  for (guint i = 0; i < columns->len; i++)
    {
      UdsTidyColumn *column = &g_array_index (columns, UdsTidyColumn, i);
      UdsColumnRole given;

      if (column->role == UDS_COLUMN_ROLE_VALUE)
        column->role = UDS_COLUMN_ROLE_BREAKDOWN;
      else if (column->role == UDS_COLUMN_ROLE_BREAKDOWN && !is_given (file, column->name, &given)
               && is_period (column->name))
        column->role = UDS_COLUMN_ROLE_VALUE_OF_PERIOD;
    }
}

/* Whether there is a period in a heading but none in a column. */
static gboolean
is_wide (GArray *columns)
{
  gboolean wide = FALSE;

  for (guint i = 0; i < columns->len; i++)
    {
      const UdsTidyColumn *column = &g_array_index (columns, UdsTidyColumn, i);

      if (column->role == UDS_COLUMN_ROLE_PERIOD)
        return FALSE;
      wide |= column->role == UDS_COLUMN_ROLE_VALUE_OF_PERIOD
              || (column->role == UDS_COLUMN_ROLE_BREAKDOWN && is_period (column->name));
    }
  return wide;
}

/**
 * uds_tidy_columns_read:
 * @reader: a reader at the heading
 * @dialect: what headings mean
 * @file: (nullable): the file, whose user may have said otherwise; %NULL to go by the headings alone
 *
 * Returns: (transfer full) (element-type UdsTidyColumn): what the columns are; valid no longer than what the user said
 */
GArray *
uds_tidy_columns_read (UdsCsvReader         *reader,
                       const UdsTidyDialect *dialect,
                       const UdsImportFile  *file)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (UdsTidyColumn));

  g_array_set_clear_func (columns, clear_column);
  for (guint i = 0; i < uds_csv_reader_get_n_cells (reader); i++)
    {
      UdsTidyColumn column = { 0 };
      const char *start;
      gsize length;

      uds_text_trim (uds_csv_reader_get_cell (reader, i), &start, &length);
      column.name = g_strndup (start, length);
      column.role = dialect->get_role (column.name);
      if (dialect->read_heading != NULL)
        dialect->read_heading (&column, reader, i);
      column.role = settle_role (columns, column.name, column.role, file);
      column.wanted = file != NULL ? uds_import_file_get_wanted (file, column.name) : NULL;
      g_array_append_val (columns, column);
    }
  if (dialect->wide && is_wide (columns))
    find_periods_in_headings (columns, file);
  return columns;
}
