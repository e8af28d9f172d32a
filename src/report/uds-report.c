/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of reports. A new one is a line here. */
#include "uds-report.h"

#include "uds-agreements-report.h"
#include "uds-city-report.h"
#include "uds-goals-report.h"
#include "uds-networks-report.h"
#include "uds-notes-report.h"

static UdsDocument *
write_goals (UdsSession              *session,
             const UdsReportOptions  *options,
             UdsRecord               *record,
             GError                 **error)
{
  return record == NULL ? uds_goals_report_new (session, options, error)
                        : uds_goals_report_new_for_goal (session, options, record, error);
}

static UdsDocument *
write_indicator (UdsSession              *session,
                 const UdsReportOptions  *options,
                 UdsRecord               *record,
                 GError                 **error)
{
  return uds_goals_report_new_for_indicator (session, options, record, NULL, error);
}

static UdsDocument *
write_notes (UdsSession              *session,
             const UdsReportOptions  *options,
             UdsRecord               *record,
             GError                 **error)
{
  return uds_notes_report_new (session, options, error);
}

static const UdsReport reports[] = {
  { "goals", "goal", "NUMBER", TRUE, write_goals },
  { "indicator", "indicator", "CODE", FALSE, write_indicator },
  { "city", "city", "NAME", FALSE, uds_city_report_new },
  { "networks", "network", "NAME", TRUE, uds_networks_report_new },
  { "agreements", NULL, "FIELD", TRUE, uds_agreements_report_new },
  { "notes", NULL, "THEME|PERIOD", TRUE, write_notes },
};

/**
 * uds_report_list:
 * @n_reports: (out): how many
 *
 * Returns: (array length=n_reports): the reports
 */
const UdsReport *
uds_report_list (guint *n_reports)
{
  *n_reports = G_N_ELEMENTS (reports);
  return reports;
}

/**
 * uds_report_lookup:
 * @name: what commands call it
 *
 * Returns: (nullable): the report; %NULL where there is none of that name
 */
const UdsReport *
uds_report_lookup (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    if (g_str_equal (reports[i].name, name))
      return &reports[i];

  return NULL;
}
