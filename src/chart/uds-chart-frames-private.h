/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Windows on the earth: which part of it each shows, in which projection, and how large. A map has one for all of it
 * and, where places lie close together, smaller ones beside or below it. */
#pragma once

#include "uds-chart-map.h"
#include "uds-chart-mark.h"
#include "uds-chart-projection.h"

G_BEGIN_DECLS

/**
 * UdsChartMapFrame:
 * @title: (nullable): what it shows, where that is to be said
 * @plot: where it is
 * @projection: how the earth is laid flat
 * @x: what lies in the middle of @plot, in radians of the projection
 * @y: the same, upwards
 * @scale: units to a radian
 * @is_crowded: whether its places lie on top of each other in the frames around it
 */
typedef struct {
  const char *title;
  UdsChartRect plot;
  UdsChartProjection projection;
  double x;
  double y;
  double scale;
  gboolean is_crowded;
} UdsChartMapFrame;

/* The whole, Europe, Greater Copenhagen. */
#define UDS_CHART_FRAMES_MAX 3

/**
 * UdsChartMapFrames:
 * @frames: (array length=n_frames): the main one, then the insets, each finer than those before
 * @n_frames: how many
 */
typedef struct {
  UdsChartMapFrame frames[UDS_CHART_FRAMES_MAX];
  gsize n_frames;
} UdsChartMapFrames;

void     uds_chart_frames_arrange       (UdsChartMapFrames      *self,
                                         const UdsChartMap      *map,
                                         const UdsChartRect     *area,
                                         double                  gap);
double   uds_chart_frames_get_height    (const UdsChartMap      *map,
                                         double                  width,
                                         double                  gap);
void     uds_chart_frame_init_view      (UdsChartMapFrame       *self,
                                         const UdsChartRect     *plot,
                                         const UdsChartMapView  *view);
void     uds_chart_frame_map            (const UdsChartMapFrame *self,
                                         const UdsChartDegrees  *degrees,
                                         UdsChartVertex         *vertex);
gboolean uds_chart_frame_invert         (const UdsChartMapFrame *self,
                                         double                  x,
                                         double                  y,
                                         UdsChartDegrees        *degrees);
gboolean uds_chart_frame_is_within      (const UdsChartMapFrame *self,
                                         const UdsChartDegrees  *south_west,
                                         const UdsChartDegrees  *north_east);

G_END_DECLS
