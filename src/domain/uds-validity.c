/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares days with the fields "valid_from" and "valid_to", which may be partial or open. */
#include "uds-validity.h"

/**
 * uds_validity_includes:
 * @from: (nullable): the first day, which may be partial
 * @to: (nullable): the last day, which may be partial
 * @day: a day
 *
 * Returns: whether @day lies between the two; an open end, or one that is no date, is no end
 */
gboolean
uds_validity_includes (const char    *from,
                       const char    *to,
                       const UdsDate *day)
{
  UdsDate date;

  if (from != NULL && uds_date_parse (from, &date))
    {
      date = uds_date_first_day (&date);
      if (uds_date_compare (day, &date) < 0)
        return FALSE;
    }
  if (to != NULL && uds_date_parse (to, &date))
    {
      date = uds_date_last_day (&date);
      if (uds_date_compare (day, &date) > 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * uds_record_is_valid_on:
 * @record: a record with "valid_from" and "valid_to"
 * @day: a day
 *
 * Returns: whether it was in force on the day; an open end is no end
 */
gboolean
uds_record_is_valid_on (UdsRecord     *record,
                        const UdsDate *day)
{
  return uds_validity_includes (uds_record_get_text (record, "valid_from"), uds_record_get_text (record, "valid_to"),
                                day);
}

static UdsRecord *
find_by_id (GPtrArray  *records,
            const char *id)
{
  for (guint i = 0; i < records->len; i++)
    if (g_strcmp0 (uds_record_get_id (g_ptr_array_index (records, i)), id) == 0)
      return g_ptr_array_index (records, i);
  return NULL;
}

/**
 * uds_records_find_valid:
 * @records: (element-type UdsRecord): records with "code", "valid_from" and "valid_to"
 * @id: (nullable): the id of one of them
 * @date: (nullable): a date, which may be partial
 *
 * Returns: (transfer none) (nullable): the record with the code of @id that was in force on the first day of @date;
 *   where none was, or the date is not known, that with the @id itself
 */
UdsRecord *
uds_records_find_valid (GPtrArray  *records,
                        const char *id,
                        const char *date)
{
  UdsRecord *chosen = find_by_id (records, id);
  UdsDate day;

  if (chosen == NULL || date == NULL || !uds_date_parse (date, &day))
    return chosen;

  day = uds_date_first_day (&day);
  if (uds_record_is_valid_on (chosen, &day))
    return chosen;
  for (guint i = 0; i < records->len; i++)
    {
      UdsRecord *other = g_ptr_array_index (records, i);

      if (g_strcmp0 (uds_record_get_text (other, "code"), uds_record_get_text (chosen, "code")) == 0
          && uds_record_is_valid_on (other, &day))
        return other;
    }
  return chosen;
}
