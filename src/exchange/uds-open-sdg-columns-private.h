/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a tidy table are, by their headings. For src/exchange only. */
#pragma once

#include "uds-csv.h"

G_BEGIN_DECLS

/**
 * UdsOpenSdgRole:
 * @UDS_OPEN_SDG_PERIOD: the year
 * @UDS_OPEN_SDG_VALUE: the value
 * @UDS_OPEN_SDG_SERIES: which series
 * @UDS_OPEN_SDG_UNIT: in which unit
 * @UDS_OPEN_SDG_BREAKDOWN: a group that the observation is about; empty for all
 * @UDS_OPEN_SDG_STATUS: how sure the value is
 * @UDS_OPEN_SDG_COMMENT: a remark on the value
 * @UDS_OPEN_SDG_ATTRIBUTE: anything else about the value
 * @UDS_OPEN_SDG_UNNAMED: no heading; its cells have nowhere to go
 * @UDS_OPEN_SDG_DUPLICATE: a heading said before; its cells have nowhere to go
 *
 * From series to breakdown, the cells of a row say which series it belongs to; from status to attribute, they are kept
 * with the observation.
 */
typedef enum {
  UDS_OPEN_SDG_PERIOD,
  UDS_OPEN_SDG_VALUE,
  UDS_OPEN_SDG_SERIES,
  UDS_OPEN_SDG_UNIT,
  UDS_OPEN_SDG_BREAKDOWN,
  UDS_OPEN_SDG_STATUS,
  UDS_OPEN_SDG_COMMENT,
  UDS_OPEN_SDG_ATTRIBUTE,
  UDS_OPEN_SDG_UNNAMED,
  UDS_OPEN_SDG_DUPLICATE,
} UdsOpenSdgRole;

/**
 * UdsOpenSdgColumn:
 * @role: what it is
 * @name: its heading without blanks around it
 */
typedef struct {
  UdsOpenSdgRole  role;
  char           *name;
} UdsOpenSdgColumn;

GArray     *uds_open_sdg_columns_read    (UdsCsvReader    *reader);
gboolean    uds_open_sdg_columns_find    (GArray          *columns,
                                          UdsOpenSdgRole   role,
                                          guint           *place);
const char *uds_open_sdg_role_get_meaning (UdsOpenSdgRole  role);

G_END_DECLS
