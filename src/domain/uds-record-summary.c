/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of a kind's fields are its dates and its place, found by the names that all kinds share; what tells a record
 * from others of its name. */
#include "uds-record-summary.h"

#include "uds-country.h"
#include "uds-date.h"
#include "uds-format.h"

#include <glib/gi18n.h>

/* First and last day; the first pair that a kind has counts. */
static const char *const date_fields[][2] = {
  { "start", "end" },
  { "received", NULL },
  { "valid_from", "valid_to" },
};

static const char *const place_fields[] = { "place", "region", "country" };

static gboolean
has_field (const UdsKind *kind,
           const char    *name)
{
  return name != NULL && uds_kind_lookup_field (kind, name, NULL) != NULL;
}

/**
 * uds_kind_get_title_field:
 * @kind: a kind
 * @language: the reader's
 *
 * Returns: (nullable): the field that names a record; %NULL where the kind has no names
 */
const char *
uds_kind_get_title_field (const UdsKind *kind,
                          UdsLanguage    language)
{
  return kind->title != NULL ? uds_kind_lookup_shown (kind, kind->title, language)->name : NULL;
}

static const char *const *
find_date_fields (const UdsKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (date_fields); i++)
    if (has_field (kind, date_fields[i][0]))
      return date_fields[i];

  return NULL;
}

/**
 * uds_kind_get_date_field:
 * @kind: a kind
 *
 * Returns: (nullable): the field with the date that records are sorted by; %NULL where there is none
 */
const char *
uds_kind_get_date_field (const UdsKind *kind)
{
  const char *const *fields = find_date_fields (kind);

  return fields != NULL ? fields[0] : NULL;
}

/**
 * uds_kind_get_time_fields:
 * @kind: a kind
 * @from: (out): the field with the first day
 * @to: (out): the field with the last day
 *
 * Returns: whether records of @kind hold for a time
 */
gboolean
uds_kind_get_time_fields (const UdsKind  *kind,
                          const char    **from,
                          const char    **to)
{
  const char *const *fields = find_date_fields (kind);

  if (fields == NULL || fields[1] == NULL)
    return FALSE;
  *from = fields[0];
  *to = fields[1];
  return TRUE;
}

/**
 * uds_kind_get_place_field:
 * @kind: a kind
 *
 * Returns: (nullable): the field with the place that records are sorted by, of a pair its name without its language;
 *   %NULL where there is none
 */
const char *
uds_kind_get_place_field (const UdsKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (place_fields); i++)
    if (uds_kind_lookup_shown (kind, place_fields[i], UDS_LANGUAGE_EN) != NULL)
      return place_fields[i];

  return NULL;
}

static gboolean
get_date (UdsRecord  *record,
          const char *field,
          UdsDate    *date)
{
  const char *text = has_field (uds_record_get_kind (record), field) ? uds_record_get_text (record, field) : NULL;

  return text != NULL && uds_date_parse (text, date);
}

/* What happens has times of day, and what is received just comes; the rest goes on from its first day. */
static gboolean
goes_on (const UdsKind *kind)
{
  return find_date_fields (kind)[1] != NULL && !has_field (kind, "start_time");
}

/**
 * uds_record_format_dates:
 * @record: a record
 * @language: the reader's
 *
 * Returns: (transfer full) (nullable): from when until when it was or will be; %NULL where nobody said
 */
char *
uds_record_format_dates (UdsRecord   *record,
                         UdsLanguage  language)
{
  const char *const *fields = find_date_fields (uds_record_get_kind (record));
  g_autofree char *text = NULL;
  UdsDate from, to;
  gboolean has_from = fields != NULL && get_date (record, fields[0], &from);
  gboolean has_to = fields != NULL && get_date (record, fields[1], &to);

  if (has_from && has_to)
    return uds_date_format_range (&from, &to, language);
  if (!has_from && !has_to)
    return NULL;

  text = uds_date_format (has_from ? &from : &to, language);
  if (has_to)
    /* Translators: a date */
    return g_strdup_printf (_("until %s"), text);
  if (goes_on (uds_record_get_kind (record)))
    /* Translators: a date */
    return g_strdup_printf (_("since %s"), text);
  return g_steal_pointer (&text);
}

/**
 * uds_record_get_place:
 * @record: a record
 * @language: the reader's
 *
 * Returns: (nullable): where it is; %NULL where nobody said
 */
const char *
uds_record_get_place (UdsRecord   *record,
                      UdsLanguage  language)
{
  const UdsKind *kind = uds_record_get_kind (record);

  for (guint i = 0; i < G_N_ELEMENTS (place_fields); i++)
    {
      const UdsField *field = uds_kind_lookup_shown (kind, place_fields[i], language);
      const char *place = field != NULL ? uds_record_get_localized (record, place_fields[i], language) : NULL;
      const char *country =
          place != NULL && field->type == UDS_FIELD_COUNTRY ? uds_country_get_name (place, language) : NULL;

      if (place != NULL)
        return country != NULL ? country : place;
    }

  return NULL;
}

/**
 * uds_record_tell_apart:
 * @record: a record
 * @language: the reader's
 *
 * Returns: (transfer full) (nullable): what tells it from another of the same name: how a person is reached, where
 *   something is and when; %NULL where nobody said
 */
char *
uds_record_tell_apart (UdsRecord   *record,
                       UdsLanguage  language)
{
  gboolean is_person = uds_record_is_a (record, "contact");
  g_autofree char *dates = uds_record_format_dates (record, language);
  const char *const facts[] = {
    is_person ? uds_record_get_text (record, "email") : uds_record_get_place (record, language),
    is_person ? uds_record_get_text (record, "phone") : NULL,
    dates,
  };

  return uds_format_join (facts, G_N_ELEMENTS (facts));
}
