/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An indicator with what everybody shows of it: its headline series, the points in order, and its progress.
 * Views, commands and reports all read this one piece, so that a figure is the same everywhere. */
#pragma once

#include "uds-progress.h"
#include "uds-session.h"

G_BEGIN_DECLS

/**
 * UdsDigestPoint:
 * @period: the period in its canonical form
 * @year: its first year
 * @position: where it stands on the axis of time, in years
 * @value: the value
 * @uncertain: whether it is anything but plainly measured
 * @quality: (nullable): the code of its quality
 * @footnote: (nullable): what is said about it
 */
typedef struct {
  char    *period;
  int      year;
  double   position;
  double   value;
  gboolean uncertain;
  char    *quality;
  char    *footnote;
} UdsDigestPoint;

#define UDS_TYPE_INDICATOR_DIGEST (uds_indicator_digest_get_type ())
G_DECLARE_FINAL_TYPE (UdsIndicatorDigest, uds_indicator_digest, UDS, INDICATOR_DIGEST, GObject)

UdsRecord            *uds_indicator_digest_get_indicator (UdsIndicatorDigest  *self);
UdsRecord            *uds_indicator_digest_get_series    (UdsIndicatorDigest  *self);
gboolean              uds_indicator_digest_is_headline   (UdsIndicatorDigest  *self);
gboolean              uds_indicator_digest_is_namesake   (UdsIndicatorDigest  *self);
guint                 uds_indicator_digest_get_n_series  (UdsIndicatorDigest  *self);
guint                 uds_indicator_digest_get_n_points  (UdsIndicatorDigest  *self);
const UdsDigestPoint *uds_indicator_digest_get_point     (UdsIndicatorDigest  *self,
                                                          guint                index);
const UdsDigestPoint *uds_indicator_digest_get_latest    (UdsIndicatorDigest  *self);
GPtrArray            *uds_indicator_digest_get_targets   (UdsIndicatorDigest  *self);
GPtrArray            *uds_indicator_digest_get_breaks    (UdsIndicatorDigest  *self);
const UdsProgress    *uds_indicator_digest_get_progress  (UdsIndicatorDigest  *self);
UdsProgress           uds_indicator_digest_calculate_until (UdsIndicatorDigest *self,
                                                            int              year);
const char           *uds_indicator_digest_get_unit      (UdsIndicatorDigest  *self,
                                                          UdsLanguage          language);
int                   uds_indicator_digest_get_decimals  (UdsIndicatorDigest  *self);

UdsIndicatorDigest   *uds_session_digest_indicator       (UdsSession          *session,
                                                          UdsRecord           *indicator,
                                                          GError             **error);
GPtrArray            *uds_session_digest_indicators      (UdsSession          *session,
                                                          UdsQuery            *query,
                                                          GError             **error);

G_END_DECLS
