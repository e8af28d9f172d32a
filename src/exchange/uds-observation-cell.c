/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a cell into an observation and writes it as it may be read again. Whether the observation may be kept is
 * uds-observation-save.c's business. */
#include "uds-observation-cell.h"

#include "uds-fold.h"
#include "uds-format.h"
#include "uds-import-file.h"
#include "uds-period.h"
#include "uds-value-cell-private.h"

#include <glib/gi18n.h>
#include <string.h>

static char *
trim (const char *text)
{
  const char *start;
  gsize length;

  uds_text_trim (text, &start, &length);
  return g_strndup (start, length);
}

static UdsProblem *
report (UdsProblemCode  code,
        const char     *text,
        const char     *repair)
{
  return uds_problem_new (0, 0, code, text, repair, repair);
}

/* What was written is kept where it is not the form that periods are kept in. */
static UdsProblem *
read_period (UdsRecord  *observation,
             const char *text)
{
  g_autofree char *canonical = NULL;
  UdsPeriod period;

  if (*text == '\0')
    return report (UDS_PROBLEM_NO_PERIOD, NULL, NULL);
  if (!uds_period_parse (text, &period, NULL))
    return report (UDS_PROBLEM_NOT_A_PERIOD, text, NULL);

  canonical = uds_period_to_string (&period);
  uds_record_set_text (observation, "period", canonical);
  uds_record_set_text (observation, "period_label", g_str_equal (canonical, text) ? NULL : text);
  return NULL;
}

/* Whether signs between thousands leave no doubt: "1,234.5" among decimal points, and "1,234" once it is known that
 * they are. */
static gboolean
is_plain (const char *text,
          UdsDecimal  decimal)
{
  UdsDecimal told = uds_observation_tell_decimal (text, NULL);

  return strpbrk (text, ".,") == NULL || told == decimal || told == UDS_DECIMAL_UNKNOWN;
}

/* A percentage is a value of a series in percent as it stands, and of no other. */
static UdsProblem *
read_value (UdsRecord  *observation,
            const char *text,
            UdsDecimal  decimal,
            const char *unit)
{
  gboolean is_share;
  g_autofree char *number = uds_observation_strip_share (text, &is_share);
  g_auto (UdsValueCell) cell = { 0 };

  if (is_share && !uds_unit_is_share (unit))
    return uds_problem_new (0, 0, UDS_PROBLEM_OTHER_UNIT, text, unit != NULL ? unit : UDS_FORMAT_NONE, NULL);

  uds_value_cell_read (&cell, number, NULL, decimal, is_plain (number, decimal));
  if (cell.code > UDS_PROBLEM_LAST_NOTE)
    return report (cell.code, text, cell.repair);

  if (cell.has_value)
    uds_record_set_real (observation, "value", cell.value);
  else
    uds_record_clear (observation, "value");
  if (cell.provisional)
    uds_record_set_text (observation, "quality", "provisional");
  return cell.code == UDS_PROBLEM_MISSING_VALUE ? report (cell.code, text, NULL) : NULL;
}

static gboolean
is_word (const char *folded,
         const char *word)
{
  g_autofree char *other = uds_fold (word);

  return g_str_equal (folded, other);
}

static UdsProblem *
read_quality (UdsRecord  *observation,
              const char *text)
{
  const UdsField *field = uds_observation_column_get_field (UDS_OBSERVATION_COLUMN_QUALITY);
  g_autofree char *folded = uds_fold (text);

  for (const UdsChoice *choice = field->choices; choice->code != NULL; choice++)
    if (is_word (folded, choice->code) || is_word (folded, choice->label) || is_word (folded, _(choice->label)))
      {
        uds_record_set_text (observation, "quality", choice->code);
        return NULL;
      }

  return report (UDS_PROBLEM_NOT_A_QUALITY, text, NULL);
}

/**
 * uds_observation_column_get_field:
 * @column: a column
 *
 * Returns: the field of an observation that it shows
 */
const UdsField *
uds_observation_column_get_field (UdsObservationColumn column)
{
  static const char *const names[UDS_OBSERVATION_N_COLUMNS] = { "period", "value", "quality", "source", "footnote" };

  return uds_kind_lookup_field (uds_kind_lookup ("observation"), names[column], NULL);
}

/**
 * uds_observation_strip_share:
 * @text: what stands in a cell of values
 * @is_share: (out): whether a word or sign for percent stands behind the number
 *
 * Returns: (transfer full): the text without that and without blanks around it
 */
char *
uds_observation_strip_share (const char *text,
                             gboolean   *is_share)
{
  static const char *const signs[] = { "%", "procent", "percent", "pct.", "pct", "per cent" };
  g_autofree char *bare = trim (text);
  g_autofree char *lower = g_ascii_strdown (bare, -1);

  *is_share = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (signs) && !*is_share; i++)
    {
      gsize length = strlen (signs[i]);

      *is_share = g_str_has_suffix (lower, signs[i]) && strpbrk (lower, "0123456789") != NULL;
      if (*is_share)
        bare[strlen (bare) - length] = '\0';
    }
  return trim (bare);
}

/**
 * uds_observation_tell_decimal:
 * @text: a number that stands alone
 * @unit: (nullable): the unit of its series
 *
 * Returns: the decimal sign it can only be read with; %UDS_DECIMAL_UNKNOWN where it could be read both ways
 */
UdsDecimal
uds_observation_tell_decimal (const char *text,
                              const char *unit)
{
  gboolean is_share;
  g_autofree char *number = uds_observation_strip_share (text, &is_share);
  UdsDecimalEvidence evidence = { 0 };

  /* It is refused however it is read. */
  if (is_share && !uds_unit_is_share (unit))
    return UDS_DECIMAL_POINT;

  uds_value_cell_look (&evidence, number);
  return uds_decimal_decide (&evidence);
}

/**
 * uds_observation_read_cell:
 * @observation: the observation that the cell is about
 * @column: what the cell says of it
 * @text: what stands in the cell; an empty one clears the field, but for the period, which every observation has
 * @decimal: of a value, its decimal sign
 * @unit: (nullable): of a value, the unit of its series
 *
 * Returns: (transfer full) (nullable): what is odd about the cell, without a place; where it is more than a note,
 *   @observation is as it was
 */
UdsProblem *
uds_observation_read_cell (UdsRecord            *observation,
                           UdsObservationColumn  column,
                           const char           *text,
                           UdsDecimal            decimal,
                           const char           *unit)
{
  const char *name = uds_observation_column_get_field (column)->name;
  g_autofree char *bare = trim (text);

  if (column == UDS_OBSERVATION_COLUMN_PERIOD)
    return read_period (observation, bare);

  if (*bare == '\0')
    uds_record_clear (observation, name);
  else if (column == UDS_OBSERVATION_COLUMN_VALUE)
    return read_value (observation, bare, decimal, unit);
  else if (column == UDS_OBSERVATION_COLUMN_QUALITY)
    return read_quality (observation, bare);
  else
    uds_record_set_text (observation, name, bare);
  return NULL;
}

/* Nothing between thousands: "1234,5". */
static char *
write_number (double      value,
              UdsLanguage language)
{
  char *text = uds_format_machine (value);

  if (language == UDS_LANGUAGE_DA && strchr (text, 'e') == NULL)
    g_strdelimit (text, ".", ',');
  return text;
}

/**
 * uds_observation_write_cell:
 * @observation: an observation
 * @column: what is wanted of it
 * @language: of its numbers
 *
 * Returns: (transfer full): what a person would write into the cell; empty where there is nothing
 */
char *
uds_observation_write_cell (UdsRecord            *observation,
                            UdsObservationColumn  column,
                            UdsLanguage           language)
{
  const UdsField *field = uds_observation_column_get_field (column);
  const char *text, *label;

  if (!uds_record_has (observation, field->name))
    return g_strdup ("");
  if (column == UDS_OBSERVATION_COLUMN_VALUE)
    return write_number (uds_record_get_real (observation, field->name), language);

  text = uds_record_get_text (observation, field->name);
  label = uds_field_get_choice_label (field, text);
  return g_strdup (label != NULL ? label : text);
}
