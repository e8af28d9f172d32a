/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the round earth to flat paper and back. Both projections are equal-area, so that a country is as large as it is
 * wherever it lies, and dots can be compared with the land around them. */
#pragma once

#include "uds-chart-outlines.h"

G_BEGIN_DECLS

/**
 * UdsChartProjectionKind:
 * @UDS_CHART_PROJECTION_EQUAL_EARTH: of the whole world: Bojan Šavrič, Tom Patterson and Bernhard Jenny, “The Equal
 *   Earth map projection”, International Journal of Geographical Information Science, 2018
 * @UDS_CHART_PROJECTION_AZIMUTHAL: of a part of it, true in shape at its centre: Johann Heinrich Lambert, 1772, as the
 *   European grid has it (ETRS89-LAEA). Equal Earth makes the north flat: at Copenhagen a square mile is 1.4 times as
 *   wide as it is high, which a world map needs and a map of Europe does not
 */
typedef enum {
  UDS_CHART_PROJECTION_EQUAL_EARTH,
  UDS_CHART_PROJECTION_AZIMUTHAL,
} UdsChartProjectionKind;

/**
 * UdsChartProjection:
 * @kind: which one
 * @centre: what lies at the origin; of Equal Earth the latitude is 0
 */
typedef struct {
  UdsChartProjectionKind kind;
  UdsChartDegrees centre;
} UdsChartProjection;

/**
 * UDS_CHART_WORLD_MERIDIAN:
 *
 * The meridian in the middle of the world map. The map is cut opposite to it, in the Bering Strait, so that Russia and
 * America are whole; it also runs close to Copenhagen.
 */
#define UDS_CHART_WORLD_MERIDIAN 11.6

void     uds_chart_projection_map    (const UdsChartProjection *self,
                                      const UdsChartDegrees    *degrees,
                                      double                   *x,
                                      double                   *y);
gboolean uds_chart_projection_invert (const UdsChartProjection *self,
                                      double                    x,
                                      double                    y,
                                      UdsChartDegrees          *degrees);

G_END_DECLS
