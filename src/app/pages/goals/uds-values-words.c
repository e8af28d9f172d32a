/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words only; no widgets. */
#include "uds-values-words.h"

#include "uds-format.h"
#include "uds-period.h"

#include <glib/gi18n.h>

/**
 * uds_values_words_period:
 * @period: a period in its canonical form
 * @language: the reader's
 *
 * Returns: (transfer full): the period as people write it
 */
char *
uds_values_words_period (const char  *period,
                         UdsLanguage  language)
{
  UdsPeriod parsed;

  return uds_period_parse (period, &parsed, NULL) ? uds_period_format (&parsed, language) : g_strdup (period);
}

/* A full point is measured, a hollow one is not: as charts draw them. */
static char *
format_quality (UdsRecord *observation)
{
  const char *code = uds_record_get_text (observation, "quality");
  g_autofree char *word = uds_observation_write_cell (observation, UDS_OBSERVATION_COLUMN_QUALITY, UDS_LANGUAGE_EN);

  return code != NULL ? g_strdup_printf ("%s %s", g_str_equal (code, "measured") ? "●" : "○", word) : g_strdup ("");
}

/**
 * uds_values_words_cell:
 * @observation: an observation
 * @column: what is shown of it
 * @language: the reader's
 *
 * Returns: (transfer full): what the cell shows; empty where the observation does not say it
 */
char *
uds_values_words_cell (UdsRecord            *observation,
                       UdsObservationColumn  column,
                       UdsLanguage           language)
{
  const UdsField *field = uds_observation_column_get_field (column);

  if (!uds_record_has (observation, field->name))
    return g_strdup ("");
  if (column == UDS_OBSERVATION_COLUMN_PERIOD)
    return uds_values_words_period (uds_record_get_text (observation, field->name), language);
  if (column == UDS_OBSERVATION_COLUMN_VALUE)
    return uds_format_value (uds_record_get_real (observation, field->name), language);
  if (column == UDS_OBSERVATION_COLUMN_QUALITY)
    return format_quality (observation);
  return g_strdup (uds_record_get_text (observation, field->name));
}

/**
 * uds_values_words_hint:
 * @new_value: the empty row
 * @column: a column
 * @language: the reader's
 *
 * Returns: (transfer full) (nullable): what may be written there; %NULL where that need not be said
 */
char *
uds_values_words_hint (UdsNewValue          *new_value,
                       UdsObservationColumn  column,
                       UdsLanguage           language)
{
  const char *next = uds_new_value_get_next (new_value);

  if (column > UDS_OBSERVATION_COLUMN_VALUE)
    return NULL;
  if (column == UDS_OBSERVATION_COLUMN_PERIOD && next != NULL)
    return uds_values_words_period (next, language);
  return g_strdup (column == UDS_OBSERVATION_COLUMN_PERIOD ? _("New period") : _("New value"));
}

/**
 * uds_values_words_name:
 * @observation: (nullable): an observation; %NULL where it is not read yet
 * @column: what is shown of it
 * @text: what the cell shows
 * @series: (nullable): what the series is called where the indicator has several
 * @language: the reader's
 *
 * Returns: (transfer full): what a screen reader calls the cell: "2019, Value, Women: 5.5"
 */
char *
uds_values_words_name (UdsRecord            *observation,
                       UdsObservationColumn  column,
                       const char           *text,
                       const char           *series,
                       UdsLanguage           language)
{
  const char *label = _(uds_observation_column_get_field (column)->label);
  const char *period = observation != NULL ? uds_record_get_text (observation, "period") : NULL;
  g_autofree char *where = period != NULL ? uds_values_words_period (period, language) : g_strdup (_("New row"));

  return g_strdup_printf ("%s, %s%s%s: %s", where, label, series != NULL ? ", " : "", series != NULL ? series : "",
                          *text != '\0' ? text : UDS_FORMAT_NONE);
}
