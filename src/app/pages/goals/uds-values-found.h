/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page of values reads in the store's thread before it shows a series. */
#pragma once

#include "uds-session.h"

G_BEGIN_DECLS

/**
 * UdsValuesWanted:
 * @id: the id of an indicator
 * @series_id: (nullable): the id of the series to show; %NULL for the headline
 */
typedef struct {
  char *id;
  char *series_id;
} UdsValuesWanted;

/**
 * UdsValuesFound:
 * @indicator: the indicator
 * @series: (element-type UdsRecord): its series
 * @series_id: (nullable): the id of the one to show; %NULL where there is none
 * @next: (nullable): the period behind the last of that series; %NULL where nobody can tell
 */
typedef struct {
  UdsRecord *indicator;
  GPtrArray *series;
  char      *series_id;
  char      *next;
} UdsValuesFound;

void       uds_values_wanted_free (gpointer     data);
void       uds_values_found_free  (gpointer     data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsValuesFound, uds_values_found_free)

UdsRecord *uds_values_find_series (GPtrArray   *series,
                                   const char  *id);
char      *uds_values_make_next   (const char  *text);
char      *uds_values_name_part   (UdsRecord   *series);
gpointer   uds_values_read        (UdsSession  *session,
                                   gpointer     data,
                                   GError     **error);

G_END_DECLS
