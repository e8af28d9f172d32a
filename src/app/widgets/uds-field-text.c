/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers, dates and countries in the reader's form; everything else as it is stored. */
#include "uds-field-text.h"

#include "uds-country.h"
#include "uds-date.h"
#include "uds-format.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * uds_field_format_label:
 * @field: a field
 *
 * Returns: (transfer full): its label; of a pair, with the language
 */
char *
uds_field_format_label (const UdsField *field)
{
  if (field->flags & UDS_FIELD_DANISH)
    /* Translators: the label of a field that is kept in two languages */
    return g_strdup_printf (_("%s (Danish)"), _(field->label));
  if (field->flags & UDS_FIELD_ENGLISH)
    /* Translators: the label of a field that is kept in two languages */
    return g_strdup_printf (_("%s (English)"), _(field->label));
  return g_strdup (_(field->label));
}

/**
 * uds_field_text_format:
 * @field: a field
 * @record: a record that has it
 * @language: the reader's
 *
 * Returns: (transfer full): the value as one would type it; empty where there is none
 */
char *
uds_field_text_format (const UdsField *field,
                       UdsRecord      *record,
                       UdsLanguage     language)
{
  UdsDate date;

  if (!uds_record_has (record, field->name))
    return g_strdup ("");
  if (field->type == UDS_FIELD_REAL)
    return uds_format_value (uds_record_get_real (record, field->name), language);
  if (field->type == UDS_FIELD_COUNTRY)
    return uds_record_format (record, field->name, language);
  if (field->type == UDS_FIELD_DATE && uds_date_parse (uds_record_get_text (record, field->name), &date))
    return uds_date_format (&date, language);
  return uds_record_to_string (record, field->name);
}

static gboolean
reads_number (const UdsField *field,
              double          number)
{
  return field->type == UDS_FIELD_REAL || (field->type == UDS_FIELD_INTEGER && trunc (number) >= number);
}

/**
 * uds_field_text_read:
 * @field: a field
 * @text: what was typed: "1.234,5", "1. juli 2022", "Tyskland"
 * @language: of its numbers
 *
 * Returns: (transfer full): what the record takes; what is none of these stays, so that the record says what is
 *   wrong with it
 */
char *
uds_field_text_read (const UdsField *field,
                     const char     *text,
                     UdsLanguage     language)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));
  double number;
  UdsDate date;

  if (uds_parse_number (bare, language, &number) && reads_number (field, number))
    return uds_format_machine (number);
  if (field->type == UDS_FIELD_DATE && uds_date_read (bare, &date))
    return uds_date_to_string (&date);
  if (field->type == UDS_FIELD_COUNTRY && uds_country_find (bare) != NULL)
    return g_strdup (uds_country_find (bare));
  return g_steal_pointer (&bare);
}
