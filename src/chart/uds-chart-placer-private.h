/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where labels go: beside lines without hiding them, never over each other. Geometry only: no text, no data.
 * */
#pragma once

#include "uds-chart-mark.h"

G_BEGIN_DECLS

/**
 * UdsChartSlot:
 * @wanted: the middle the label would like to have
 * @height: of the label
 * @middle: (out): the middle it got
 */
typedef struct {
  double wanted;
  double height;
  double middle;
} UdsChartSlot;

typedef struct _UdsChartPlacer UdsChartPlacer;

UdsChartPlacer *uds_chart_placer_new            (const UdsChartRect   *bounds);
void            uds_chart_placer_free           (UdsChartPlacer       *self);
void            uds_chart_placer_add_rect       (UdsChartPlacer       *self,
                                                 const UdsChartRect   *rect);
void            uds_chart_placer_add_path       (UdsChartPlacer       *self,
                                                 const UdsChartVertex *vertices,
                                                 gsize                 n_vertices);
gboolean        uds_chart_placer_choose         (UdsChartPlacer       *self,
                                                 const UdsChartRect   *candidates,
                                                 gsize                 n_candidates,
                                                 UdsChartRect         *chosen);
gboolean        uds_chart_placer_choose_exactly (UdsChartPlacer       *self,
                                                 const UdsChartRect   *candidates,
                                                 gsize                 n_candidates,
                                                 gsize                 most_crossings,
                                                 UdsChartRect         *chosen);
gboolean        uds_chart_spread_slots          (UdsChartSlot         *slots,
                                                 gsize                 n_slots,
                                                 double                top,
                                                 double                bottom);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsChartPlacer, uds_chart_placer_free)

G_END_DECLS
