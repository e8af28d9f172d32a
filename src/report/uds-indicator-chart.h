/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chart of an indicator: its digest, or what somebody chose to see of it, as a chart's spec. Window, files and
 * paper all draw this one. */
#pragma once

#include "uds-chart-spec.h"
#include "uds-indicator-selection.h"

G_BEGIN_DECLS

/**
 * UdsIndicatorLine:
 * @id: names it for programs
 * @label: (nullable): what it is called beside others; %NULL for the whole of the indicator
 * @points: (array length=n_points): its points, the earliest first
 * @n_points: at least one
 *
 * One line or row of a view: a part of the indicator, or the indicator it is compared with.
 */
typedef struct {
  const char           *id;
  char                 *label;
  const UdsDigestPoint *points;
  guint                 n_points;
} UdsIndicatorLine;

/**
 * UdsIndicatorView:
 * @digest: an indicator
 * @parts: its parts
 * @compared: (nullable): the indicator it is compared with
 * @selection: what of it to show
 *
 * All that the chart of a selection is made from.
 */
typedef struct {
  UdsIndicatorDigest    *digest;
  UdsIndicatorParts     *parts;
  UdsIndicatorDigest    *compared;
  UdsIndicatorSelection *selection;
} UdsIndicatorView;

UdsChartSpec *uds_indicator_chart_new      (UdsIndicatorDigest     *digest,
                                            UdsLanguage             language);
UdsChartSpec *uds_indicator_chart_new_view (const UdsIndicatorView *view,
                                            UdsLanguage             language);

UdsIndicatorView *uds_session_view_indicator    (UdsSession                   *session,
                                                 UdsRecord                    *indicator,
                                                 const UdsIndicatorSelection  *selection,
                                                 GError                      **error);
void              uds_indicator_view_free       (UdsIndicatorView             *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsIndicatorView, uds_indicator_view_free)

const char *uds_indicator_view_get_unit     (const UdsIndicatorView *self,
                                             UdsLanguage             language);
int         uds_indicator_view_get_decimals (const UdsIndicatorView *self);
gboolean    uds_indicator_view_can_share    (const UdsIndicatorView *self,
                                             UdsLanguage             language);
GArray     *uds_indicator_view_list_lines   (const UdsIndicatorView *self,
                                             UdsLanguage             language);

G_END_DECLS
