/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person writes of an observation, cell by cell: typed, pasted or given to a command, it is read the same way.
 * A number that could be two is never guessed. */
#pragma once

#include "uds-decimal.h"
#include "uds-problem.h"
#include "uds-record.h"

G_BEGIN_DECLS

/**
 * UdsObservationColumn:
 * @UDS_OBSERVATION_COLUMN_PERIOD: the period
 * @UDS_OBSERVATION_COLUMN_VALUE: the value
 * @UDS_OBSERVATION_COLUMN_QUALITY: how sure it is
 * @UDS_OBSERVATION_COLUMN_SOURCE: where it comes from
 * @UDS_OBSERVATION_COLUMN_FOOTNOTE: what is said about it
 *
 * In the order in which tables show them.
 */
typedef enum {
  UDS_OBSERVATION_COLUMN_PERIOD,
  UDS_OBSERVATION_COLUMN_VALUE,
  UDS_OBSERVATION_COLUMN_QUALITY,
  UDS_OBSERVATION_COLUMN_SOURCE,
  UDS_OBSERVATION_COLUMN_FOOTNOTE,
} UdsObservationColumn;

#define UDS_OBSERVATION_N_COLUMNS 5

const UdsField *uds_observation_column_get_field (UdsObservationColumn  column);
char           *uds_observation_strip_share      (const char           *text,
                                                  gboolean             *is_share);
UdsDecimal      uds_observation_tell_decimal     (const char           *text,
                                                  const char           *unit);
UdsProblem     *uds_observation_read_cell        (UdsRecord            *observation,
                                                  UdsObservationColumn  column,
                                                  const char           *text,
                                                  UdsDecimal            decimal,
                                                  const char           *unit);
char           *uds_observation_write_cell       (UdsRecord            *observation,
                                                  UdsObservationColumn  column,
                                                  UdsLanguage           language);

G_END_DECLS
