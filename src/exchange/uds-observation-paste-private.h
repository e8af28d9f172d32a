/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reading of a paste, of its columns and its writing share. For src/exchange only. */
#pragma once

#include "uds-observation-paste.h"

G_BEGIN_DECLS

/**
 * UDS_PASTE_NO_COLUMN:
 *
 * A column that is none of an observation's.
 */
#define UDS_PASTE_NO_COLUMN UDS_OBSERVATION_N_COLUMNS

/**
 * UdsPasteLine:
 * @number: where it stands in what was pasted
 * @unclosed: whether a quotation mark in it never ends
 * @cells: without blanks around them
 *
 * A row as it was pasted.
 */
typedef struct {
  guint number;
  gboolean unclosed;
  GStrv cells;
} UdsPasteLine;

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
  char *unit;                 /* of its values; none where it has none */
  UdsObservationColumn first;
  GPtrArray *lines;           /* of UdsPasteLine as they were pasted; the heading is one of them */
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

const UdsPasteLine *uds_paste_get_line      (UdsObservationPaste *self,
                                             guint                index);
const char         *uds_paste_get_cell      (const UdsPasteLine  *line,
                                             guint                column);
gboolean            uds_paste_line_is_empty (const UdsPasteLine  *line);
void                uds_paste_find_columns  (UdsObservationPaste *self);
void                uds_paste_find_decimal  (UdsObservationPaste *self);

G_END_DECLS
