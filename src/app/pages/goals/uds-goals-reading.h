/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the view of the goals reads at once, in the store's thread: the goals that pass the filter, what of them needs
 * attention, the chart that is shown, and what there is to filter by. */
#pragma once

#include "uds-attention.h"
#include "uds-chart-spec.h"
#include "uds-store.h"

G_BEGIN_DECLS

/**
 * UdsGoalsChart:
 * @UDS_GOALS_CHART_NONE: none is shown
 * @UDS_GOALS_CHART_YEARS: the goals over the years
 * @UDS_GOALS_CHART_MULTIPLES: a small chart for each goal
 * @UDS_GOALS_CHART_TARGETS: the targets by status
 */
typedef enum {
  UDS_GOALS_CHART_NONE,
  UDS_GOALS_CHART_YEARS,
  UDS_GOALS_CHART_MULTIPLES,
  UDS_GOALS_CHART_TARGETS,
} UdsGoalsChart;

/**
 * UdsGoalsWanted:
 * @filter: which goals and indicators
 * @chart: the chart that is shown
 * @language: the reader's
 * @today: the day it is
 */
typedef struct {
  UdsGoalFilter *filter;
  UdsGoalsChart  chart;
  UdsLanguage    language;
  UdsDate        today;
} UdsGoalsWanted;

/**
 * UdsGoalsFound:
 * @wanted: what was asked
 * @digests: (element-type UdsGoalDigest): the goals by number, and at the end the city as a whole
 * @attention: what of them needs attention
 * @dues: (element-type UdsDue): reminders, deadlines and ends of agreements within half a year, by day
 * @spec: (nullable): the chart
 * @has_goals: whether there are goals at all, whatever the filter
 * @administrations: code → name, in order; those of former times say until when they were there
 * @purposes: code → name, in order
 * @filter_text: (nullable): what the filter lets pass, in words; %NULL where that is everything
 */
typedef struct {
  UdsGoalsWanted *wanted;
  GPtrArray      *digests;
  UdsAttention   *attention;
  GPtrArray      *dues;
  UdsChartSpec   *spec;
  gboolean        has_goals;
  GPtrArray      *administrations;
  GPtrArray      *purposes;
  char           *filter_text;
} UdsGoalsFound;

/**
 * UdsGoalsChoice:
 * @code: what is remembered
 * @name: what the reader sees
 */
typedef struct {
  char *code;
  char *name;
} UdsGoalsChoice;

void           uds_goals_wanted_free      (gpointer              wanted);
UdsGoalsFound *uds_goals_found_ref        (UdsGoalsFound        *self);
void           uds_goals_found_unref      (gpointer              found);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsGoalsFound, uds_goals_found_unref)

gpointer       uds_goals_read             (UdsSession           *session,
                                           gpointer              wanted,
                                           GError              **error);
gboolean       uds_goals_found_is_nothing (const UdsGoalsFound  *self);

G_END_DECLS
