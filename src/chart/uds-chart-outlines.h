/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outlines of the countries, as resources/map has them. Where they lie on paper is a projection's. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UdsChartDegrees:
 * @longitude: −180 to 180, east positive
 * @latitude: −90 to 90, north positive
 *
 * A place on the earth.
 */
typedef struct {
  double longitude;
  double latitude;
} UdsChartDegrees;

/**
 * UdsChartDetail:
 * @UDS_CHART_DETAIL_WORLD: all of it, coarse
 * @UDS_CHART_DETAIL_EUROPE: Europe, finer, cut off at its bounds
 */
typedef enum {
  UDS_CHART_DETAIL_WORLD,
  UDS_CHART_DETAIL_EUROPE,
} UdsChartDetail;

#define UDS_CHART_N_DETAILS (UDS_CHART_DETAIL_EUROPE + 1)

/**
 * UdsChartRing:
 * @points: (array length=n_points): its corners; the last is joined to the first
 * @n_points: how many
 * @south: the southernmost latitude
 * @north: the northernmost
 *
 * The coast or border of a part of a country, or of a hole in one. No ring crosses 180°.
 */
typedef struct {
  const UdsChartDegrees *points;
  gsize n_points;
  double south;
  double north;
} UdsChartRing;

const UdsChartRing *uds_chart_outlines_get        (UdsChartDetail         detail,
                                                   gsize                 *n_rings);
void                uds_chart_outlines_get_bounds (UdsChartDetail         detail,
                                                   UdsChartDegrees       *south_west,
                                                   UdsChartDegrees       *north_east);

G_END_DECLS
