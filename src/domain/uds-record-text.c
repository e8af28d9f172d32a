/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of a record as text: as machines write them and as readers of a language do. */
#include "uds-record.h"

#include "uds-country.h"
#include "uds-date.h"
#include "uds-error.h"
#include "uds-format.h"
#include "uds-period.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

static gboolean
parse_integer (const char *text,
               UdsValue   *value)
{
  if (!g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &value->integer, NULL))
    return FALSE;
  value->type = UDS_VALUE_INTEGER;
  return TRUE;
}

static gboolean
parse_real (const char *text,
            UdsValue   *value)
{
  if (!uds_parse_machine (text, &value->real))
    return FALSE;
  value->type = UDS_VALUE_REAL;
  return TRUE;
}

static gboolean
parse_boolean (const char *text,
               UdsValue   *value)
{
  if (!g_str_equal (text, "0") && !g_str_equal (text, "1"))
    return FALSE;
  value->type = UDS_VALUE_INTEGER;
  value->integer = *text - '0';
  return TRUE;
}

static gboolean
is_time (const char *text)
{
  return strlen (text) == 5 && text[2] == ':'
         && g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1])
         && g_ascii_isdigit (text[3]) && g_ascii_isdigit (text[4])
         && strncmp (text, "24", 2) < 0 && text[3] < '6';
}

static gboolean
is_known_choice (const UdsField *field,
                 const char     *text)
{
  for (const UdsChoice *choice = field->choices; choice->code != NULL; choice++)
    if (g_str_equal (choice->code, text))
      return TRUE;

  return FALSE;
}

static gboolean
parse_value (const UdsField *field,
             const char     *text,
             UdsValue       *value)
{
  UdsDate date;
  UdsPeriod period;

  switch (field->type)
    {
    case UDS_FIELD_INTEGER:
    case UDS_FIELD_YEAR:
      return parse_integer (text, value);
    case UDS_FIELD_REAL:
      return parse_real (text, value);
    case UDS_FIELD_BOOLEAN:
      return parse_boolean (text, value);
    case UDS_FIELD_DATE:
      if (!uds_date_parse (text, &date))
        return FALSE;
      break;
    case UDS_FIELD_TIME:
      if (!is_time (text))
        return FALSE;
      break;
    case UDS_FIELD_PERIOD:
      if (!uds_period_parse (text, &period, NULL))
        return FALSE;
      value->type = UDS_VALUE_TEXT;
      value->text = uds_period_to_string (&period);
      return TRUE;
    case UDS_FIELD_COUNTRY:
      if (uds_country_find (text) == NULL)
        return FALSE;
      value->type = UDS_VALUE_TEXT;
      value->text = g_strdup (uds_country_find (text));
      return TRUE;
    case UDS_FIELD_CHOICE:
      if (!is_known_choice (field, text))
        return FALSE;
      break;
    case UDS_FIELD_TEXT:
    case UDS_FIELD_LONG_TEXT:
    case UDS_FIELD_REFERENCE:
    case UDS_FIELD_JSON:
    default:
      break;
    }

  value->type = UDS_VALUE_TEXT;
  value->text = g_strdup (text);
  return TRUE;
}

/* What a person may write in a field of this type, for the message after something else was written. */
static char *
describe_expected (const UdsField *field)
{
  g_autoptr (GString) codes = NULL;

  switch (field->type)
    {
    case UDS_FIELD_INTEGER:
    case UDS_FIELD_YEAR:
      return g_strdup (_("a whole number"));
    case UDS_FIELD_REAL:
      return g_strdup (_("a number such as 12.5"));
    case UDS_FIELD_BOOLEAN:
      return g_strdup (_("0 or 1"));
    case UDS_FIELD_DATE:
      return g_strdup (_("a date such as 2022, 2022-07 or 2022-07-01"));
    case UDS_FIELD_TIME:
      return g_strdup (_("a time such as 16:00"));
    case UDS_FIELD_PERIOD:
      return g_strdup (_("a period such as 2022, 2022/2023, 2022-Q1 or 2022-07"));
    case UDS_FIELD_COUNTRY:
      return g_strdup (_("a country such as DE or Germany"));
    case UDS_FIELD_CHOICE:
      codes = g_string_new (NULL);
      for (const UdsChoice *choice = field->choices; choice->code != NULL; choice++)
        g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "", choice->code);
      /* Translators: %s is a list of the values that are possible */
      return g_strdup_printf (_("one of: %s"), codes->str);
    case UDS_FIELD_TEXT:
    case UDS_FIELD_LONG_TEXT:
    case UDS_FIELD_REFERENCE:
    case UDS_FIELD_JSON:
    default:
      return g_strdup (_("text"));
    }
}

/**
 * uds_record_set_from_string:
 * @self: a record
 * @name: the name of a field
 * @text: (nullable): its value as machines write it (decimal point, ISO dates); empty takes the value away
 * @error: what is wrong with @name or @text
 *
 * Returns: %FALSE where there is no such field or @text does not fit it
 */
gboolean
uds_record_set_from_string (UdsRecord   *self,
                            const char  *name,
                            const char  *text,
                            GError     **error)
{
  const UdsKind *kind;
  const UdsField *field;
  UdsValue value = { UDS_VALUE_NONE };
  guint index;

  g_return_val_if_fail (UDS_IS_RECORD (self), FALSE);

  kind = uds_record_get_kind (self);
  field = uds_kind_lookup_field (kind, name, &index);
  if (field == NULL)
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND,
                   /* Translators: a kind of record, then the name of a field */
                   _("A record of the kind “%s” has no field “%s”."), kind->name, name);
      return FALSE;
    }

  if (text != NULL && *text != '\0' && !parse_value (field, text, &value))
    {
      g_autofree char *expected = describe_expected (field);

      g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID,
                   /* Translators: a value, the name of a field, then what would be right */
                   _("“%s” does not fit the field “%s”: it takes %s."), text, name, expected);
      return FALSE;
    }

  uds_record_put (self, index, &value);
  uds_value_clear (&value);
  return TRUE;
}

/**
 * uds_record_to_string:
 * @self: a record
 * @name: the name of a field
 *
 * Returns: (transfer full) (nullable): the value as machines write it; %NULL where there is none
 */
char *
uds_record_to_string (UdsRecord  *self,
                      const char *name)
{
  const UdsValue *value;
  guint index;

  g_return_val_if_fail (UDS_IS_RECORD (self), NULL);
  g_return_val_if_fail (uds_kind_lookup_field (uds_record_get_kind (self), name, &index) != NULL, NULL);

  value = uds_record_peek (self, index);
  switch (value->type)
    {
    case UDS_VALUE_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
    case UDS_VALUE_REAL:
      return uds_format_machine (value->real);
    case UDS_VALUE_TEXT:
      return g_strdup (value->text);
    case UDS_VALUE_NONE:
    default:
      return NULL;
    }
}

static char *
format_text (const UdsField *field,
             const char     *text,
             UdsLanguage     language)
{
  UdsDate date;
  UdsPeriod period;

  if (field->type == UDS_FIELD_DATE && uds_date_parse (text, &date))
    return uds_date_format (&date, language);
  if (field->type == UDS_FIELD_TIME && is_time (text))
    return uds_time_format (atoi (text), atoi (text + 3), language);
  if (field->type == UDS_FIELD_PERIOD && uds_period_parse (text, &period, NULL))
    return uds_period_format (&period, language);
  if (field->type == UDS_FIELD_COUNTRY && uds_country_get_name (text, language) != NULL)
    return g_strdup (uds_country_get_name (text, language));
  if (field->type == UDS_FIELD_CHOICE)
    {
      const char *label = uds_field_get_choice_label (field, text);

      return g_strdup (label != NULL ? label : text);
    }
  return g_strdup (text);
}

/**
 * uds_record_format:
 * @self: a record
 * @name: the name of a field
 * @language: the language of numbers and dates
 *
 * Returns: (transfer full) (nullable): the value as a reader of @language writes it; %NULL where there is none
 */
char *
uds_record_format (UdsRecord   *self,
                   const char  *name,
                   UdsLanguage  language)
{
  const UdsField *field;
  const UdsValue *value;
  guint index;

  g_return_val_if_fail (UDS_IS_RECORD (self), NULL);

  field = uds_kind_lookup_field (uds_record_get_kind (self), name, &index);
  g_return_val_if_fail (field != NULL, NULL);
  value = uds_record_peek (self, index);

  if (value->type == UDS_VALUE_NONE)
    return NULL;
  if (value->type == UDS_VALUE_TEXT)
    return format_text (field, value->text, language);
  if (field->type == UDS_FIELD_BOOLEAN)
    return g_strdup (value->integer ? _("Yes") : _("No"));
  if (field->type == UDS_FIELD_YEAR)
    return uds_record_to_string (self, name);
  return uds_format_value (uds_record_get_real (self, name), language);
}

/**
 * uds_record_format_title:
 * @self: a record
 * @language: the reader's
 *
 * Returns: (transfer full): what it is called, behind the number or code that people know it by, where that begins with
 *   a digit: "11 · Sustainable Cities and Communities"
 */
char *
uds_record_format_title (UdsRecord   *self,
                         UdsLanguage  language)
{
  const char *field = uds_kind_get_code_field (uds_record_get_kind (self));
  g_autofree char *code = field != NULL ? uds_record_to_string (self, field) : NULL;
  const char *title = uds_record_get_title (self, language);

  if (code == NULL || !g_ascii_isdigit (*code) || g_str_equal (code, title))
    return g_strdup (title);
  return g_strdup_printf ("%s · %s", code, title);
}
