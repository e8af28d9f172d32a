/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares days with the fields "valid_from" and "valid_to", which may be partial or open. */
#include "uds-validity.h"

static gboolean
read_day (UdsRecord  *record,
          const char *field,
          UdsDate    *date)
{
  const char *text = uds_record_get_text (record, field);

  return text != NULL && uds_date_parse (text, date);
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
  UdsDate from, to;

  if (read_day (record, "valid_from", &from))
    {
      from = uds_date_first_day (&from);
      if (uds_date_compare (day, &from) < 0)
        return FALSE;
    }
  if (read_day (record, "valid_to", &to))
    {
      to = uds_date_last_day (&to);
      if (uds_date_compare (day, &to) > 0)
        return FALSE;
    }
  return TRUE;
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
