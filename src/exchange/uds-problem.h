/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an importer has to say about one cell: where it stands, what is odd about it, and what would put it right. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UdsProblemCode:
 * @UDS_PROBLEM_NONE: the cell is imported and nothing is odd about it
 *
 * Up to and with %UDS_PROBLEM_LAST_NOTE they are notes: the content is imported all the same. The others are reasons
 * why a cell, a row or a file is not. What each means stands in uds-problem.c beside its text.
 */
typedef enum {
  UDS_PROBLEM_NONE,
  UDS_PROBLEM_TRIMMED,
  UDS_PROBLEM_MISSING_VALUE,
  UDS_PROBLEM_REPAIRED,
  UDS_PROBLEM_TWO_YEARS,
  UDS_PROBLEM_STRAY_QUOTE,
  UDS_PROBLEM_NO_HEADLINE,
  UDS_PROBLEM_SETTING_UNREAD,
  UDS_PROBLEM_UNNAMED_DIMENSION,
  UDS_PROBLEM_VALUES_MISSING,
  UDS_PROBLEM_NAME_MADE,
  UDS_PROBLEM_CARD_NOT_ENDED,
  UDS_PROBLEM_BAD_LETTERS,
  UDS_PROBLEM_SAME_PERSON,
  UDS_PROBLEM_ORGANISATION_MADE,
  UDS_PROBLEM_SEVERAL_CALLED,
  UDS_PROBLEM_LAST_NOTE = UDS_PROBLEM_SEVERAL_CALLED,
  UDS_PROBLEM_NOT_A_PERIOD,
  UDS_PROBLEM_NO_PERIOD,
  UDS_PROBLEM_NOT_A_NUMBER,
  UDS_PROBLEM_NUMBER_FORMAT,
  UDS_PROBLEM_AMBIGUOUS_NUMBER,
  UDS_PROBLEM_OTHER_UNIT,
  UDS_PROBLEM_NOT_A_QUALITY,
  UDS_PROBLEM_VALUE_NOT_A_NUMBER,
  UDS_PROBLEM_CUT_OFF,
  UDS_PROBLEM_OUTSIDE_TABLE,
  UDS_PROBLEM_UNKNOWN_CATEGORY,
  UDS_PROBLEM_ROW_REFUSED,
  UDS_PROBLEM_DUPLICATE,
  UDS_PROBLEM_OTHER_VALUE,
  UDS_PROBLEM_UNWANTED,
  UDS_PROBLEM_DELETION,
  UDS_PROBLEM_NO_VALUES,
  UDS_PROBLEM_SHORT_ROW,
  UDS_PROBLEM_UNCLOSED_QUOTE,
  UDS_PROBLEM_IGNORED_COLUMN,
  UDS_PROBLEM_UNNAMED_COLUMN,
  UDS_PROBLEM_DUPLICATE_COLUMN,
  UDS_PROBLEM_EXTRA_CELL,
  UDS_PROBLEM_NO_KEY,
  UDS_PROBLEM_DUPLICATE_KEY,
  UDS_PROBLEM_UNKNOWN_COLUMN,
  UDS_PROBLEM_OTHER_COLUMN,
  UDS_PROBLEM_DOES_NOT_FIT,
  UDS_PROBLEM_NOT_JSON,
  UDS_PROBLEM_UNKNOWN_REFERENCE,
  UDS_PROBLEM_RECORD_REFUSED,
  UDS_PROBLEM_DUPLICATE_RECORD,
  UDS_PROBLEM_NOT_A_PROPERTY,
  UDS_PROBLEM_OUTSIDE_CARD,
  UDS_PROBLEM_EMPTY_CARD,
  UDS_PROBLEM_NOBODY,
  UDS_PROBLEM_OTHER_PERSON,
  UDS_PROBLEM_UNKNOWN_FORMAT,
  UDS_PROBLEM_TOO_LARGE,
  UDS_PROBLEM_INVALID_FILE,
  UDS_PROBLEM_UNREADABLE_FILE,
} UdsProblemCode;

/**
 * UdsProblem:
 * @row: the row of a table as a spreadsheet counts, the line of any other text; 0 where it is about the whole file
 * @column: the column from 1; 0 where it is about the whole row or file
 * @code: what is odd
 * @value: (nullable): what stands there
 * @detail: (nullable): what the reason names besides
 * @repair: (nullable): what would stand there if it were right; of a note, what was imported
 */
typedef struct {
  guint           row;
  guint           column;
  UdsProblemCode  code;
  char           *value;
  char           *detail;
  char           *repair;
} UdsProblem;

UdsProblem *uds_problem_new        (guint              row,
                                    guint              column,
                                    UdsProblemCode     code,
                                    const char        *value,
                                    const char        *detail,
                                    const char        *repair);
void        uds_problem_free       (UdsProblem        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsProblem, uds_problem_free)

gboolean    uds_problem_is_note    (const UdsProblem  *self);
const char *uds_problem_get_name   (const UdsProblem  *self);
char       *uds_problem_get_reason (const UdsProblem  *self);

G_END_DECLS
