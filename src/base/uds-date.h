/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date that may be partial ("2022", "2022-06", "2022-06-29"), ISO weeks, Easter, and how people write them.
 * Text in the database is ISO; text for readers follows the language. No clock; the only time zone is the
 * computer's. */
#pragma once

#include "uds-language.h"

G_BEGIN_DECLS

/**
 * UdsDate:
 * @year: 1 to 9999
 * @month: 1 to 12, or 0 where only the year is known
 * @day: 1 to 31, or 0 where only the month is known
 */
typedef struct {
  guint16 year;
  guint8  month;
  guint8  day;
} UdsDate;

gboolean uds_date_parse       (const char    *text,
                               UdsDate       *date);
gboolean uds_date_read        (const char    *text,
                               UdsDate       *date);
char    *uds_date_to_string   (const UdsDate *date);
int      uds_date_compare     (const UdsDate *a,
                               const UdsDate *b);
UdsDate  uds_date_first_day   (const UdsDate *date);
UdsDate  uds_date_last_day    (const UdsDate *date);
UdsDate  uds_date_add_days    (const UdsDate *date,
                               int            days);
UdsDate  uds_date_add_months  (const UdsDate *date,
                               int            months);
int      uds_date_days_between (const UdsDate *from,
                                const UdsDate *to);
int      uds_date_get_weekday (const UdsDate *date);
int      uds_date_get_iso_week (const UdsDate *date,
                                int           *week_year);
UdsDate  uds_date_easter      (int            year);
UdsDate  uds_date_from_unix   (gint64         microseconds);
char    *uds_date_format      (const UdsDate *date,
                               UdsLanguage    language);
char    *uds_date_format_range (const UdsDate *from,
                                const UdsDate *to,
                                UdsLanguage    language);
char    *uds_time_format      (int            hour,
                               int            minute,
                               UdsLanguage    language);
const char *uds_month_get_name (int           month,
                                UdsLanguage   language);
int      uds_month_find       (const char    *name,
                               gsize          length);

G_END_DECLS
