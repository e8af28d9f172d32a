/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All series of an indicator that have values, each with its points and the part of the whole that it is about. What is
 * chosen among them is src/report's. */
#pragma once

#include "uds-breakdown.h"
#include "uds-indicator-digest.h"

G_BEGIN_DECLS

/**
 * UdsIndicatorPart:
 * @series: the series
 * @points: (element-type UdsDigestPoint): its points, the earliest first; never empty
 * @pairs: (element-type UdsBreakdownPair): what it is about; empty where it is the whole
 * @label: (nullable): that in words, "Female, 15-24"; %NULL where it is the whole
 */
typedef struct {
  UdsRecord *series;
  GArray    *points;
  GArray    *pairs;
  char      *label;
} UdsIndicatorPart;

#define UDS_TYPE_INDICATOR_PARTS (uds_indicator_parts_get_type ())
G_DECLARE_FINAL_TYPE (UdsIndicatorParts, uds_indicator_parts, UDS, INDICATOR_PARTS, GObject)

guint                   uds_indicator_parts_get_n     (UdsIndicatorParts      *self);
const UdsIndicatorPart *uds_indicator_parts_get       (UdsIndicatorParts      *self,
                                                       guint                   index);
const GArray           *uds_indicator_parts_get_start (UdsIndicatorParts      *self);
const UdsDigestPoint   *uds_indicator_part_get_point  (const UdsIndicatorPart *self,
                                                       guint                   index);
const UdsDigestPoint   *uds_indicator_part_get_latest (const UdsIndicatorPart *self);

UdsIndicatorParts *uds_session_read_indicator_parts (UdsSession  *session,
                                                     UdsRecord   *indicator,
                                                     GError     **error);

G_END_DECLS
