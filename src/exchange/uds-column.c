/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of what a column can be: one for people, one for commands and for what is remembered. */
#include "uds-column.h"

#include <glib/gi18n.h>

static const struct {
  const char *name; /* none where a user cannot say it */
  const char *label;
} roles[] = {
  [UDS_COLUMN_ROLE_PERIOD] = { "period", N_("Period") },
  [UDS_COLUMN_ROLE_VALUE] = { "value", N_("Value") },
  [UDS_COLUMN_ROLE_VALUE_OF_PERIOD] = { "value-of-period", N_("Values of this period") },
  [UDS_COLUMN_ROLE_SERIES] = { "series", N_("Series") },
  [UDS_COLUMN_ROLE_UNIT] = { "unit", N_("Unit") },
  [UDS_COLUMN_ROLE_BREAKDOWN] = { "breakdown", N_("Breakdown") },
  [UDS_COLUMN_ROLE_STATUS] = { "quality", N_("Quality") },
  [UDS_COLUMN_ROLE_COMMENT] = { "footnote", N_("Footnote") },
  [UDS_COLUMN_ROLE_ATTRIBUTE] = { "attribute", N_("Attribute") },
  [UDS_COLUMN_ROLE_TECHNICAL] = { NULL, N_("For programs") },
  [UDS_COLUMN_ROLE_IGNORED] = { "ignored", N_("Not imported") },
  [UDS_COLUMN_ROLE_UNNAMED] = { NULL, N_("Not imported") },
  [UDS_COLUMN_ROLE_DUPLICATE] = { NULL, N_("Not imported") },
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
  return roles[role].label;
}

/**
 * uds_column_role_get_name:
 * @role: a role
 *
 * Returns: (nullable): its name in commands; %NULL for a role that the user cannot give to a column
 */
const char *
uds_column_role_get_name (UdsColumnRole role)
{
  return roles[role].name;
}

/**
 * uds_column_role_from_name:
 * @name: a name
 * @role: (out): the role of that name
 *
 * Returns: whether there is one
 */
gboolean
uds_column_role_from_name (const char    *name,
                           UdsColumnRole *role)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_strcmp0 (roles[i].name, name) == 0)
      {
        *role = i;
        return TRUE;
      }
  return FALSE;
}
