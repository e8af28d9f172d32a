/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers of a column of text: which sign is the decimal sign there, and what a cell is by it. Where the cells do
 * not say, the answer is that they do not: 1.234 is never guessed. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UdsDecimal:
 * @UDS_DECIMAL_POINT: 1234.5
 * @UDS_DECIMAL_COMMA: 1234,5 or 1.234,5
 * @UDS_DECIMAL_UNKNOWN: the cells fit both
 */
typedef enum {
  UDS_DECIMAL_POINT,
  UDS_DECIMAL_COMMA,
  UDS_DECIMAL_UNKNOWN,
} UdsDecimal;

/**
 * UdsDecimalEvidence:
 * @n_point: how many cells can only be read with a decimal point
 * @n_comma: how many cells can only be read with a decimal comma
 * @n_either: how many cells can be read both ways and mean different numbers then
 */
typedef struct {
  guint n_point;
  guint n_comma;
  guint n_either;
} UdsDecimalEvidence;

void       uds_decimal_look   (UdsDecimalEvidence       *evidence,
                               const char               *text);
UdsDecimal uds_decimal_decide (const UdsDecimalEvidence *evidence);
gboolean   uds_decimal_parse  (UdsDecimal                decimal,
                               const char               *text,
                               double                   *value);
char      *uds_decimal_repair (UdsDecimal                decimal,
                               const char               *text);
gboolean   uds_decimal_is_ambiguous (const char         *text);
gboolean   uds_decimal_is_missing (const char           *text);

G_END_DECLS
