/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a column of a table of observations can be. Which column is which, the formats tell or the user says. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UdsColumnRole:
 * @UDS_COLUMN_ROLE_PERIOD: the year, or another period
 * @UDS_COLUMN_ROLE_VALUE: the value
 * @UDS_COLUMN_ROLE_VALUE_OF_PERIOD: the value of the period in the heading
 * @UDS_COLUMN_ROLE_SERIES: which series
 * @UDS_COLUMN_ROLE_UNIT: in which unit
 * @UDS_COLUMN_ROLE_BREAKDOWN: a group that the observation is about; empty for all
 * @UDS_COLUMN_ROLE_STATUS: how sure the value is
 * @UDS_COLUMN_ROLE_COMMENT: a remark on the value
 * @UDS_COLUMN_ROLE_ATTRIBUTE: anything else about the value
 * @UDS_COLUMN_ROLE_TECHNICAL: for programs: it says how to take the row, or again what the cells beside it say
 * @UDS_COLUMN_ROLE_IGNORED: the user leaves it out
 * @UDS_COLUMN_ROLE_UNNAMED: no heading; its cells have nowhere to go
 * @UDS_COLUMN_ROLE_DUPLICATE: a heading said before; its cells have nowhere to go
 *
 * From series to breakdown, the cells of a row say which series it belongs to; from status to attribute, they are kept
 * with the observation; the cells of the last three are reported.
 */
typedef enum {
  UDS_COLUMN_ROLE_PERIOD,
  UDS_COLUMN_ROLE_VALUE,
  UDS_COLUMN_ROLE_VALUE_OF_PERIOD,
  UDS_COLUMN_ROLE_SERIES,
  UDS_COLUMN_ROLE_UNIT,
  UDS_COLUMN_ROLE_BREAKDOWN,
  UDS_COLUMN_ROLE_STATUS,
  UDS_COLUMN_ROLE_COMMENT,
  UDS_COLUMN_ROLE_ATTRIBUTE,
  UDS_COLUMN_ROLE_TECHNICAL,
  UDS_COLUMN_ROLE_IGNORED,
  UDS_COLUMN_ROLE_UNNAMED,
  UDS_COLUMN_ROLE_DUPLICATE,
} UdsColumnRole;

const char *uds_column_role_get_label (UdsColumnRole  role);
const char *uds_column_role_get_name  (UdsColumnRole  role);
gboolean    uds_column_role_from_name (const char    *name,
                                       UdsColumnRole *role);

G_END_DECLS
