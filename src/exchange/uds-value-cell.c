/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a cell in a column of values by the column's decimal sign. A number that could be two is never guessed. */
#include "uds-value-cell-private.h"

#include <string.h>

static UdsProblemCode
look_at_odd_cell (UdsValueCell *self,
                  const char   *text,
                  UdsDecimal    decimal,
                  gboolean      accept_repair)
{
  if (uds_decimal_is_missing (text))
    return UDS_PROBLEM_MISSING_VALUE;
  if (decimal == UDS_DECIMAL_UNKNOWN && uds_decimal_is_ambiguous (text))
    return UDS_PROBLEM_AMBIGUOUS_NUMBER;

  self->repair = uds_decimal_repair (decimal, text);
  if (self->repair == NULL)
    return UDS_PROBLEM_NOT_A_NUMBER;
  if (!accept_repair)
    return UDS_PROBLEM_NUMBER_FORMAT;

  self->has_value = uds_decimal_parse (UDS_DECIMAL_POINT, self->repair, &self->value);
  return UDS_PROBLEM_REPAIRED;
}

/* Provisional figures have a star behind them: "1.234*". */
static const char *
skip_star (const char *text,
           GString   **number)
{
  gsize length = strlen (text);

  if (length < 2 || text[length - 1] != '*')
    return text;

  *number = g_string_new_len (text, (gssize) length - 1);
  while ((*number)->len > 0 && (*number)->str[(*number)->len - 1] == ' ')
    g_string_truncate (*number, (*number)->len - 1);
  return (*number)->str;
}

/**
 * uds_value_cell_look:
 * @evidence: what the cells of the column said so far
 * @text: the text of one more, without blanks around it
 */
void
uds_value_cell_look (UdsDecimalEvidence *evidence,
                     const char         *text)
{
  g_autoptr (GString) number = NULL;

  uds_decimal_look (evidence, skip_star (text, &number));
}

/**
 * uds_value_cell_read:
 * @self: (out): what the cell is; to be cleared
 * @text: its text without blanks around it
 * @nil: (nullable): the sign that stands for zero
 * @decimal: the decimal sign of its column
 * @accept_repair: whether it is imported as a repair proposes
 */
void
uds_value_cell_read (UdsValueCell *self,
                     const char   *text,
                     const char   *nil,
                     UdsDecimal    decimal,
                     gboolean      accept_repair)
{
  g_autoptr (GString) number = NULL;
  const char *bare;

  *self = (UdsValueCell) { .has_value = g_strcmp0 (text, nil) == 0 };
  if (*text == '\0' || self->has_value)
    return;

  bare = skip_star (text, &number);
  self->has_value = uds_decimal_parse (decimal, bare, &self->value);
  if (!self->has_value)
    self->code = look_at_odd_cell (self, bare, decimal, accept_repair);
  self->provisional = self->has_value && bare != text;
}

/**
 * uds_value_cell_clear:
 * @self: a cell that was read
 */
void
uds_value_cell_clear (UdsValueCell *self)
{
  g_clear_pointer (&self->repair, g_free);
}
