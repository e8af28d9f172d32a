/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the columns of a tidy table by their headings: a few names have a meaning, all others are breakdowns. */
#include "uds-open-sdg-columns-private.h"

#include "uds-import-file.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *const meanings[] = {
  [UDS_OPEN_SDG_PERIOD] = N_("Period"),
  [UDS_OPEN_SDG_VALUE] = N_("Value"),
  [UDS_OPEN_SDG_SERIES] = N_("Series"),
  [UDS_OPEN_SDG_UNIT] = N_("Unit"),
  [UDS_OPEN_SDG_BREAKDOWN] = N_("Breakdown"),
  [UDS_OPEN_SDG_STATUS] = N_("Quality"),
  [UDS_OPEN_SDG_COMMENT] = N_("Footnote"),
  [UDS_OPEN_SDG_ATTRIBUTE] = N_("Attribute"),
  [UDS_OPEN_SDG_UNNAMED] = N_("Not imported"),
  [UDS_OPEN_SDG_DUPLICATE] = N_("Not imported"),
};

static void
clear_column (gpointer data)
{
  g_free (((UdsOpenSdgColumn *) data)->name);
}

static gboolean
has_name (const char        *name,
          const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      return TRUE;
  return FALSE;
}

static UdsOpenSdgRole
get_role (const char *name)
{
  static const char *const period[] = { "Year", NULL };
  static const char *const value[] = { "Value", NULL };
  static const char *const series[] = { "Series", NULL };
  static const char *const unit[] = { "Units", "Unit", "Unit measure", NULL };
  static const char *const status[] = { "Observation status", NULL };
  static const char *const attribute[] = { "Unit multiplier", "Progress", NULL };

  if (*name == '\0')
    return UDS_OPEN_SDG_UNNAMED;
  if (has_name (name, period))
    return UDS_OPEN_SDG_PERIOD;
  if (has_name (name, value))
    return UDS_OPEN_SDG_VALUE;
  if (has_name (name, series))
    return UDS_OPEN_SDG_SERIES;
  if (has_name (name, unit))
    return UDS_OPEN_SDG_UNIT;
  if (has_name (name, status))
    return UDS_OPEN_SDG_STATUS;
  if (g_ascii_strncasecmp (name, "COMMENT_OBS", strlen ("COMMENT_OBS")) == 0)
    return UDS_OPEN_SDG_COMMENT;
  return has_name (name, attribute) ? UDS_OPEN_SDG_ATTRIBUTE : UDS_OPEN_SDG_BREAKDOWN;
}

static gboolean
is_taken (GArray     *columns,
          const char *name)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_str_equal (g_array_index (columns, UdsOpenSdgColumn, i).name, name))
      return TRUE;
  return FALSE;
}

/**
 * uds_open_sdg_columns_find:
 * @columns: (element-type UdsOpenSdgColumn): columns
 * @role: a role
 * @place: (out): the first column that has it
 *
 * Returns: whether there is one
 */
gboolean
uds_open_sdg_columns_find (GArray *columns,
           UdsOpenSdgRole    role,
           guint  *place)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, UdsOpenSdgColumn, i).role == role)
      {
        *place = i;
        return TRUE;
      }
  return FALSE;
}

/* A second column for what there is only one of: a second unit is kept as an attribute, anything else cannot be. */
static UdsOpenSdgRole
settle_role (GArray     *columns,
             const char *name)
{
  UdsOpenSdgRole role = get_role (name);
  guint other;

  if (role == UDS_OPEN_SDG_UNNAMED)
    return role;
  if (is_taken (columns, name))
    return UDS_OPEN_SDG_DUPLICATE;
  if (role > UDS_OPEN_SDG_UNIT || !uds_open_sdg_columns_find (columns, role, &other))
    return role;
  return role == UDS_OPEN_SDG_UNIT ? UDS_OPEN_SDG_ATTRIBUTE : UDS_OPEN_SDG_DUPLICATE;
}

/**
 * uds_open_sdg_columns_read:
 * @reader: a reader at the heading
 *
 * Returns: (transfer full) (element-type UdsOpenSdgColumn): what the columns are
 */
GArray *
uds_open_sdg_columns_read (UdsCsvReader *reader)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (UdsOpenSdgColumn));

  g_array_set_clear_func (columns, clear_column);
  for (guint i = 0; i < uds_csv_reader_get_n_cells (reader); i++)
    {
      const char *start;
      gsize length;
      UdsOpenSdgColumn column;

      uds_text_trim (uds_csv_reader_get_cell (reader, i), &start, &length);
      column.name = g_strndup (start, length);
      column.role = settle_role (columns, column.name);
      g_array_append_val (columns, column);
    }
  return columns;
}

/**
 * uds_open_sdg_role_get_meaning:
 * @role: a role
 *
 * Returns: what a reader calls it; English, marked for translation
 */
const char *
uds_open_sdg_role_get_meaning (UdsOpenSdgRole role)
{
  return meanings[role];
}
