/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What reading a paste leaves for writing it. For src/exchange only. */
#pragma once

#include "uds-observation-paste.h"

G_BEGIN_DECLS

/**
 * UdsPasteRow:
 * @number: where it stands in what was pasted
 * @record: an observation that says what the row says
 * @says: what the row speaks of; the rest is left as it is
 *
 * A row that was understood.
 */
typedef struct {
  guint number;
  UdsRecord *record;
  gboolean says[UDS_OBSERVATION_N_COLUMNS];
} UdsPasteRow;

struct _UdsObservationPaste
{
  GObject parent_instance;

  char *series;               /* the name of the series that is shown */
  UdsObservationColumn first;
  GPtrArray *lines;           /* of lines as they were pasted; the heading is one of them */
  gboolean has_heading;
  guint first_row;            /* the number of the first below the heading */
  GArray *columns;            /* of guint: what the columns are */
  gboolean has_period;
  UdsDecimal decimal;
  const char *question;       /* a number that could be two; none where all are plain */

  GPtrArray *rows;       /* of UdsPasteRow */
  GPtrArray *problems;   /* of UdsProblem */
  guint n_text_problems; /* those of the text as a whole */
  guint n_row_problems;  /* and with those of its rows */
  guint n_refused;
  UdsPasteCounts counts;
};

G_END_DECLS
