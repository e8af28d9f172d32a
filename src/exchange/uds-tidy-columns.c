/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the columns of a tidy table by their headings. What a heading means a dialect says, and the user above it. */
#include "uds-tidy-columns-private.h"

#include "uds-period.h"

#include <glib/gi18n.h>

static const char *const labels[] = {
  [UDS_COLUMN_ROLE_PERIOD] = N_("Period"),
  [UDS_COLUMN_ROLE_VALUE] = N_("Value"),
  [UDS_COLUMN_ROLE_VALUE_OF_PERIOD] = N_("Values of this period"),
  [UDS_COLUMN_ROLE_SERIES] = N_("Series"),
  [UDS_COLUMN_ROLE_UNIT] = N_("Unit"),
  [UDS_COLUMN_ROLE_BREAKDOWN] = N_("Breakdown"),
  [UDS_COLUMN_ROLE_STATUS] = N_("Quality"),
  [UDS_COLUMN_ROLE_COMMENT] = N_("Footnote"),
  [UDS_COLUMN_ROLE_ATTRIBUTE] = N_("Attribute"),
  [UDS_COLUMN_ROLE_IGNORED] = N_("Not imported"),
  [UDS_COLUMN_ROLE_UNNAMED] = N_("Not imported"),
  [UDS_COLUMN_ROLE_DUPLICATE] = N_("Not imported"),
};

/**
 * uds_column_role_get_label:
 * @role: a role
 *
 * Returns: what a reader calls it; English, marked for translation
 */
const char *
uds_column_role_get_label (UdsColumnRole role)
{
  return labels[role];
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
             const UdsTidyDialect *dialect,
             const UdsImportFile  *file)
{
  UdsColumnRole role;
  guint other;

  if (*name == '\0')
    return UDS_COLUMN_ROLE_UNNAMED;
  if (is_taken (columns, name))
    return UDS_COLUMN_ROLE_DUPLICATE;
  if (!is_given (file, name, &role))
    role = dialect->get_role (name);
  if (!is_single (role) || !uds_tidy_columns_find (columns, role, &other))
    return role;
  return role == UDS_COLUMN_ROLE_UNIT ? UDS_COLUMN_ROLE_ATTRIBUTE : UDS_COLUMN_ROLE_DUPLICATE;
}

/* A table may give each year a column of its own: "2019", "2020", … */
static void
find_periods_in_headings (GArray              *columns,
                          const UdsImportFile *file)
{
  for (guint i = 0; i < columns->len; i++)
    {
      UdsTidyColumn *column = &g_array_index (columns, UdsTidyColumn, i);
      UdsColumnRole given;
      UdsPeriod period;

      if (column->role == UDS_COLUMN_ROLE_BREAKDOWN && !is_given (file, column->name, &given)
          && uds_period_parse (column->name, &period, NULL))
        column->role = UDS_COLUMN_ROLE_VALUE_OF_PERIOD;
    }
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
  guint place;

  g_array_set_clear_func (columns, clear_column);
  for (guint i = 0; i < uds_csv_reader_get_n_cells (reader); i++)
    {
      UdsTidyColumn column = { 0 };
      const char *start;
      gsize length;

      uds_text_trim (uds_csv_reader_get_cell (reader, i), &start, &length);
      column.name = g_strndup (start, length);
      column.role = settle_role (columns, column.name, dialect, file);
      column.wanted = file != NULL ? uds_import_file_get_wanted (file, column.name) : NULL;
      g_array_append_val (columns, column);
    }
  if (dialect->wide && !uds_tidy_columns_find (columns, UDS_COLUMN_ROLE_PERIOD, &place))
    find_periods_in_headings (columns, file);
  return columns;
}
