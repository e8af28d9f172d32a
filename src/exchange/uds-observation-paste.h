/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table from the clipboard as rows of one series: with a heading or without, with periods or from a row downwards.
 * What is sound is kept; the rest is reported cell by cell. */
#pragma once

#include "uds-observation-cell.h"
#include "uds-session.h"

G_BEGIN_DECLS

/**
 * UDS_PASTE_MAX_ROWS:
 *
 * So many rows are read; what has more is a file to be imported.
 */
#define UDS_PASTE_MAX_ROWS 100000

#define UDS_TYPE_OBSERVATION_PASTE (uds_observation_paste_get_type ())
G_DECLARE_FINAL_TYPE (UdsObservationPaste, uds_observation_paste, UDS, OBSERVATION_PASTE, GObject)

/**
 * UdsPasteCounts:
 * @created: rows that were not there
 * @updated: rows that said something else
 * @unchanged: rows that said the same
 * @refused: rows that were not taken
 */
typedef struct {
  guint created;
  guint updated;
  guint unchanged;
  guint refused;
} UdsPasteCounts;

UdsObservationPaste  *uds_observation_paste_new          (const char            *text,
                                                          UdsObservationColumn   first,
                                                          const char            *series,
                                                          const char            *unit);
const char           *uds_observation_paste_get_question (UdsObservationPaste   *self);
void                  uds_observation_paste_set_decimal  (UdsObservationPaste   *self,
                                                          UdsDecimal             decimal);
guint                 uds_observation_paste_get_n_rows   (UdsObservationPaste   *self);
UdsRecord            *uds_observation_paste_get_row      (UdsObservationPaste   *self,
                                                          guint                  index);
GPtrArray            *uds_observation_paste_get_problems (UdsObservationPaste   *self);
const char           *uds_observation_paste_get_heading  (UdsObservationPaste   *self,
                                                          guint                  column);
UdsPasteCounts        uds_observation_paste_get_counts   (UdsObservationPaste   *self);
gboolean              uds_observation_paste_save         (UdsObservationPaste   *self,
                                                          UdsSession            *session,
                                                          const char            *indicator,
                                                          const char            *series,
                                                          const char            *anchor,
                                                          GError               **error);

G_END_DECLS
