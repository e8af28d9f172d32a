/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a map shows beyond its grid: where the rows of the grid lie on the earth, which of them the map is about, and in
 * which part of the world each is. Made by a spec and owned by it. Nothing here knows of sizes. */
#pragma once

#include "uds-chart-grid.h"
#include "uds-chart-outlines.h"

G_BEGIN_DECLS

/**
 * UdsChartMapPlace:
 * @id: names the place for programs; unlike the others' ids
 * @name: names it for people, "Hamburg"
 * @degrees: where it lies
 * @weight: what the area of its dot stands for
 * @is_lit: whether the map is about it; the others are only hinted at
 * @region: (nullable): the part of the world it is counted in, "Africa"
 * @note: (nullable): what else is to be said about it
 */
typedef struct {
  const char *id;
  const char *name;
  UdsChartDegrees degrees;
  double weight;
  gboolean is_lit;
  const char *region;
  const char *note;
} UdsChartMapPlace;

/**
 * UdsChartMapView:
 * @centre: what lies in the middle
 * @scale: units of the layout to a radian of the earth
 *
 * Which part of the world a map shows.
 */
typedef struct {
  UdsChartDegrees centre;
  double scale;
} UdsChartMapView;

typedef struct _UdsChartMap UdsChartMap;

double                 uds_chart_map_view_limit     (UdsChartMapView        *self,
                                                     double                  width,
                                                     double                  height);

void                   uds_chart_map_add_place      (UdsChartMap            *self,
                                                     const UdsChartMapPlace *place);
void                   uds_chart_map_set_words      (UdsChartMap            *self,
                                                     const char             *lit,
                                                     const char             *others);
void                   uds_chart_map_emphasise      (UdsChartMap            *self,
                                                     const char             *id);
void                   uds_chart_map_set_locator    (UdsChartMap            *self,
                                                     gsize                   place);

gsize                  uds_chart_map_get_n_places   (const UdsChartMap      *self);
const UdsChartDegrees *uds_chart_map_get_degrees    (const UdsChartMap      *self,
                                                     gsize                   place);
gboolean               uds_chart_map_is_lit         (const UdsChartMap      *self,
                                                     gsize                   place);
const char            *uds_chart_map_get_region     (const UdsChartMap      *self,
                                                     gsize                   place);
const char            *uds_chart_map_get_lit_words  (const UdsChartMap      *self);
const char            *uds_chart_map_get_other_words (const UdsChartMap     *self);
gsize                  uds_chart_map_get_locator    (const UdsChartMap      *self);
double                 uds_chart_map_get_weight     (const UdsChartMap      *self,
                                                     gsize                   place);
double                 uds_chart_map_get_max_weight (const UdsChartMap      *self);

G_END_DECLS
