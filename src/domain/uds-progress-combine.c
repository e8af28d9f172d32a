/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mean of several progresses, and the count of many statuses. How one series is assessed stands in uds-progress.c
 * and in the files of the methods. */
#include "uds-progress-private.h"

/**
 * uds_progress_status_for_score:
 * @score: the mean of several scores
 *
 * Returns: the status that Open SDG gives it; achieved is for the caller to find
 */
UdsProgressStatus
uds_progress_status_for_score (double score)
{
  if (uds_progress_reaches (score, 2.5))
    return UDS_PROGRESS_SUBSTANTIAL;
  if (uds_progress_reaches (score, 0))
    return UDS_PROGRESS_MODERATE;
  return uds_progress_reaches (score, -2.5) ? UDS_PROGRESS_LIMITED : UDS_PROGRESS_DETERIORATION;
}

static gboolean
is_same_group (const char *const *groups,
               gsize              i,
               gsize              j)
{
  if (i == j)
    return TRUE;
  return groups != NULL && groups[i] != NULL && *groups[i] != '\0' && g_strcmp0 (groups[i], groups[j]) == 0;
}

/* The mean score of the group of series @i; %FALSE where an earlier series has stood for it. */
static gboolean
get_group_score (const UdsProgress *series,
                 const char *const *groups,
                 gsize              n_series,
                 gsize              i,
                 double            *score)
{
  double sum = 0;
  guint n = 0;

  for (gsize j = 0; j < n_series; j++)
    {
      if (!series[j].has_score || !is_same_group (groups, i, j))
        continue;
      if (j < i)
        return FALSE;
      sum += series[j].score;
      n++;
    }

  *score = sum / n;
  return TRUE;
}

static void
combine_scores (UdsProgress       *combined,
                const UdsProgress *series,
                const char *const *groups,
                gsize              n_series)
{
  gboolean all_achieved = TRUE;
  double sum = 0;
  guint n = 0;

  combined->method = series[0].method;
  for (gsize i = 0; i < n_series; i++)
    {
      double score;

      if (!series[i].has_score)
        continue;
      all_achieved = all_achieved && series[i].status == UDS_PROGRESS_ACHIEVED;
      if (!get_group_score (series, groups, n_series, i, &score))
        continue;
      sum += score;
      n++;
    }

  uds_progress_set_status (combined, all_achieved ? UDS_PROGRESS_ACHIEVED : uds_progress_status_for_score (sum / n),
              UDS_PROGRESS_REASON_COMBINED, sum / n);
}

/**
 * uds_progress_combine:
 * @series: (array length=n_series): the progress of each series of an indicator
 * @groups: (nullable) (array length=n_series): for each series the name of its group, or %NULL
 * @n_series: how many, at least one
 *
 * Computes the progress of an indicator with several series: the mean of their scores, where a group counts
 * as one; achieved only if all that are assessed are. Where just one is assessed, that one is the
 * indicator's.
 *
 * Returns: the progress; not available, with the reason of the first series, if none is
 */
UdsProgress
uds_progress_combine (const UdsProgress *series,
                      const char *const *groups,
                      gsize              n_series)
{
  UdsProgress combined = { .status = UDS_PROGRESS_NOT_AVAILABLE };
  gsize first = 0;
  guint n_assessed = 0;

  g_return_val_if_fail (n_series > 0, combined);

  for (gsize i = n_series; i > 0; i--)
    {
      n_assessed += series[i - 1].has_score;
      first = series[i - 1].has_score ? i - 1 : first;
    }

  if (n_assessed > 1)
    combine_scores (&combined, series, groups, n_series);
  else
    combined = series[first];

  combined.n_series = (guint) n_series;
  combined.n_assessed = n_assessed;
  return combined;
}

/**
 * uds_progress_tally_add:
 * @tally: a tally
 * @status: the status of one more indicator
 */
void
uds_progress_tally_add (UdsProgressTally  *tally,
                        UdsProgressStatus  status)
{
  tally->counts[status]++;
}

/**
 * uds_progress_tally_get_n_indicators:
 * @tally: a tally
 *
 * Returns: how many indicators there are
 */
guint
uds_progress_tally_get_n_indicators (const UdsProgressTally *tally)
{
  guint sum = 0;

  for (gsize i = 0; i < UDS_PROGRESS_N_STATUSES; i++)
    sum += tally->counts[i];
  return sum;
}

/**
 * uds_progress_tally_get_n_assessed:
 * @tally: a tally
 *
 * Returns: how many indicators are assessed
 */
guint
uds_progress_tally_get_n_assessed (const UdsProgressTally *tally)
{
  return uds_progress_tally_get_n_indicators (tally) - tally->counts[UDS_PROGRESS_NOT_AVAILABLE];
}

/**
 * uds_progress_tally_get_n_on_their_way:
 * @tally: a tally
 *
 * Returns: how many indicators have reached their target or are on their way
 */
guint
uds_progress_tally_get_n_on_their_way (const UdsProgressTally *tally)
{
  return tally->counts[UDS_PROGRESS_ACHIEVED] + tally->counts[UDS_PROGRESS_SUBSTANTIAL];
}

/**
 * uds_progress_tally_get_coverage:
 * @tally: a tally
 *
 * Returns: the share of the indicators that are assessed, 0 to 1; 0 if there is none
 */
double
uds_progress_tally_get_coverage (const UdsProgressTally *tally)
{
  guint n_indicators = uds_progress_tally_get_n_indicators (tally);

  return n_indicators == 0 ? 0 : (double) uds_progress_tally_get_n_assessed (tally) / n_indicators;
}
