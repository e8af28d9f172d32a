/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Computes progress: pure arithmetic on points, without data access or words (those are in
 * uds-progress-text.c). Formulas and their numbers: Open SDG, docs/progress-methodology.md, after Statistics
 * Canada's method. Where that method gives infinity or a status by accident, the code says what we do. */
#include "uds-progress.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Differences below this are noise of the arithmetic, not of the world. */
#define NOISE 1e-12

/* Beyond this many years a projection says nothing. */
#define YEARS_AHEAD_MAX 100

#define SCORE_MAX 5
#define LIMIT_EXPONENT 4.44

static gboolean
reaches (double value,
         double threshold)
{
  return value >= threshold - NOISE;
}

static gboolean
exceeds (double value,
         double threshold)
{
  return value > threshold + NOISE;
}

static double
growth_per_year (double from,
                 double to,
                 int    n_years)
{
  return pow (to / from, 1.0 / n_years) - 1;
}

static int
compare_years (const void *a,
               const void *b)
{
  const UdsProgressPoint *first = a;
  const UdsProgressPoint *second = b;

  return (first->year > second->year) - (first->year < second->year);
}

/* The points that count, sorted by year. */
static UdsProgressPoint *
select_points (const UdsProgressPoint *points,
               gsize                   n_points,
               int                     base_year,
               gsize                  *n_selected)
{
  UdsProgressPoint *selected = g_new (UdsProgressPoint, n_points);
  gsize n = 0;

  for (gsize i = 0; i < n_points; i++)
    if (points[i].year >= base_year && isfinite (points[i].value))
      selected[n++] = points[i];

  if (n > 0)
    qsort (selected, n, sizeof *selected, compare_years);
  *n_selected = n;
  return selected;
}

static gboolean
has_duplicate_year (const UdsProgressPoint *sorted,
                    gsize                   n_points)
{
  for (gsize i = 1; i < n_points; i++)
    if (sorted[i].year == sorted[i - 1].year)
      return TRUE;
  return FALSE;
}

static gboolean
has_value_before (const UdsProgressPoint *points,
                  gsize                   n_points,
                  int                     year)
{
  for (gsize i = 0; i < n_points; i++)
    if (points[i].year < year && isfinite (points[i].value))
      return TRUE;
  return FALSE;
}

static void
set_not_available (UdsProgress       *progress,
                   UdsProgressReason  reason)
{
  progress->status = UDS_PROGRESS_NOT_AVAILABLE;
  progress->reason = reason;
  progress->has_score = FALSE;
}

static void
set_status (UdsProgress       *progress,
            UdsProgressStatus  status,
            UdsProgressReason  reason,
            double             score)
{
  progress->status = status;
  progress->reason = reason;
  progress->has_score = TRUE;
  progress->score = score;
}

static void
set_ratio (UdsProgress *progress,
           double       ratio)
{
  progress->has_ratio = TRUE;
  progress->ratio = fabs (ratio) < NOISE ? 0 : ratio;
}

/* How hard a step is near the limit: 1 far from it, 0 at it. A step near a limit is smaller and counts
 * more. */
static double
closeness_factor (double base,
                  double limit)
{
  double from = fabs (base);
  double end = fabs (limit);

  if (from >= 2 * end)
    return 1;
  if (from <= end)
    return 1 - pow (from / end, LIMIT_EXPONENT);
  return 1 - pow ((2 * end - from) / end, LIMIT_EXPONENT);
}

static double
score_for_trend (double rate,
                 double factor)
{
  if (rate < 0)
    return fmax (125 * rate - 2.5, -SCORE_MAX);
  if (factor == 0)
    return SCORE_MAX;
  if (rate >= 0.015 * factor)
    return fmin (500 * rate / factor - 5, SCORE_MAX);
  if (rate >= 0.005 * factor)
    return 250 * rate / factor - 1.25;
  return 500 * rate / factor - 2.5;
}

/* Exactly 0.5 % and 1.5 % a year are not yet enough. The method leaves that to the noise of its arithmetic,
 * which puts the plain cases (100 to 100.5, 100 to 101.5) below; so all of them are. */
static UdsProgressStatus
status_for_trend (double rate,
                  double factor)
{
  if (rate < 0)
    return UDS_PROGRESS_DETERIORATION;
  if (factor == 0 || exceeds (rate, 0.015 * factor))
    return UDS_PROGRESS_SUBSTANTIAL;
  return exceeds (rate, 0.005 * factor) ? UDS_PROGRESS_MODERATE : UDS_PROGRESS_LIMITED;
}

static void
assess_trend (UdsProgress              *progress,
              const UdsProgressOptions *options,
              double                    base,
              double                    gain)
{
  double factor = options->has_limit ? closeness_factor (base, options->limit) : 1;
  UdsProgressReason reason = factor == 0 && gain >= 0 ? UDS_PROGRESS_REASON_AT_LIMIT : UDS_PROGRESS_REASON_TREND;

  set_ratio (progress, gain);
  set_status (progress, status_for_trend (progress->ratio, factor), reason,
              score_for_trend (progress->ratio, factor));
}

static gboolean
meets_target (const UdsProgressOptions *options,
              double                    value)
{
  return options->direction == UDS_DIRECTION_UP ? value >= options->target : value <= options->target;
}

/* Sets the target, and whether it is measured by. One declared reached counts as such for as long as it is met; one
 * given up or replaced is no measure any more. */
static void
set_target (UdsProgress              *progress,
            const UdsProgressOptions *options,
            const UdsProgressPoint   *sorted,
            gsize                     n_points)
{
  gboolean is_met = n_points > 0 && meets_target (options, sorted[n_points - 1].value);

  if (!options->has_target)
    return;

  progress->has_target = options->target_state == UDS_TARGET_ACTIVE
                         || (options->target_state == UDS_TARGET_REACHED && is_met);
  progress->has_former_target = !progress->has_target;
  progress->target = options->target;
  progress->target_year = options->target_year != 0 ? options->target_year : UDS_PROGRESS_TARGET_YEAR;
  progress->target_state = options->target_state;
  for (gsize i = 0; i < n_points && sorted[i].year <= progress->target_year; i++)
    progress->was_met_in_time |= meets_target (options, sorted[i].value);
}

/* The first year of those, up to the latest, in all of which the target is met. */
static int
find_year_of_arrival (const UdsProgressOptions *options,
                      const UdsProgressPoint   *sorted,
                      gsize                     n_points)
{
  gsize i = n_points - 1;

  while (i > 0 && meets_target (options, sorted[i - 1].value))
    i--;
  return sorted[i].year;
}

/* The year in which the target is met if growth goes on as observed; 0 if it is not, or too far away. */
static int
project_year_of_arrival (const UdsProgress *progress,
                         double             target)
{
  double n_years = log (target / progress->latest.value) / log1p (progress->observed_rate);

  if (!isfinite (n_years) || n_years <= 0 || n_years > YEARS_AHEAD_MAX)
    return 0;
  return progress->latest.year + (int) ceil (n_years - NOISE);
}

static double
score_for_target (double ratio)
{
  if (ratio >= 0.6)
    return fmin (7.1429 * ratio - 4.2857, SCORE_MAX);
  return fmax (4.1667 * ratio - 2.5, -SCORE_MAX);
}

static UdsProgressStatus
status_for_target (double ratio)
{
  if (reaches (ratio, 0.95))
    return UDS_PROGRESS_SUBSTANTIAL;
  if (reaches (ratio, 0.6))
    return UDS_PROGRESS_MODERATE;
  return ratio >= 0 ? UDS_PROGRESS_LIMITED : UDS_PROGRESS_DETERIORATION;
}

/* Sets the rate the target asks for and the ratio, where there are any. A target of zero is approached from
 * the side the values are on. */
static void
measure_by_target (UdsProgress *progress,
                   double       base,
                   double       target,
                   double       gain)
{
  int n_years = progress->target_year - progress->base.year;
  double required, ratio;

  if (n_years <= 0 || target / base <= 0)
    return;

  required = growth_per_year (base, target, n_years);
  if (!isfinite (required))
    return;
  progress->has_required_rate = TRUE;
  progress->required_rate = required;

  /* Where the values began at the target nothing is required, and there is nothing to measure by. */
  ratio = gain / fabs (required);
  if (isfinite (ratio))
    set_ratio (progress, ratio);
}

static UdsProgressReason
reason_for_no_ratio (const UdsProgress *progress,
                     double             base)
{
  if (progress->target_year <= progress->base.year)
    return UDS_PROGRESS_REASON_TARGET_YEAR;
  if (progress->target / base < 0)
    return UDS_PROGRESS_REASON_TARGET_SIGN;
  return UDS_PROGRESS_REASON_OUT_OF_RANGE;
}

/* Of a target that is not met. */
static void
assess_distance (UdsProgress              *progress,
                 const UdsProgressOptions *options,
                 double                    base,
                 double                    target)
{
  gboolean left = meets_target (options, progress->base.value);

  if (!progress->has_ratio && left)
    {
      set_status (progress, UDS_PROGRESS_DETERIORATION, UDS_PROGRESS_REASON_TARGET_LEFT, -SCORE_MAX);
      return;
    }
  if (!progress->has_ratio)
    {
      set_not_available (progress, reason_for_no_ratio (progress, base));
      return;
    }

  progress->arrival_year = project_year_of_arrival (progress, target);
  set_status (progress, status_for_target (progress->ratio),
              left ? UDS_PROGRESS_REASON_TARGET_LEFT : UDS_PROGRESS_REASON_TARGET,
              score_for_target (progress->ratio));
}

static void
assess_target (UdsProgress              *progress,
               const UdsProgressOptions *options,
               const UdsProgressPoint   *sorted,
               gsize                     n_points,
               double                    base,
               double                    gain)
{
  double target = options->target != 0 ? options->target : copysign (UDS_PROGRESS_IN_PLACE_OF_ZERO, base);

  measure_by_target (progress, base, target, gain);
  if (!meets_target (options, progress->latest.value))
    {
      assess_distance (progress, options, base, target);
      return;
    }

  progress->arrival_year = find_year_of_arrival (options, sorted, n_points);
  set_status (progress, UDS_PROGRESS_ACHIEVED, UDS_PROGRESS_REASON_TARGET_REACHED, SCORE_MAX);
}

/* Of at least two points of different years, in the direction that is wanted. */
static void
assess (UdsProgress              *progress,
        const UdsProgressOptions *options,
        const UdsProgressPoint   *sorted,
        gsize                     n_points)
{
  double base = progress->base.value != 0 ? progress->base.value : UDS_PROGRESS_IN_PLACE_OF_ZERO;
  double latest = progress->latest.value;
  int wanted = options->direction == UDS_DIRECTION_UP ? 1 : -1;
  double observed, gain;

  if (latest / base < 0)
    {
      set_not_available (progress, UDS_PROGRESS_REASON_OPPOSITE_SIGNS);
      return;
    }
  observed = growth_per_year (base, latest, progress->latest.year - progress->base.year);
  if (!isfinite (observed))
    {
      set_not_available (progress, UDS_PROGRESS_REASON_OUT_OF_RANGE);
      return;
    }

  progress->has_observed_rate = TRUE;
  progress->observed_rate = observed;

  /* Growth of a negative value is a fall. */
  gain = wanted * copysign (1, base) * observed;
  if (progress->has_target)
    assess_target (progress, options, sorted, n_points, base, gain);
  else
    assess_trend (progress, options, base, gain);
}

/**
 * uds_direction_from_name:
 * @name: (nullable): "up", "down" or anything else
 *
 * Returns: the direction
 */
UdsDirection
uds_direction_from_name (const char *name)
{
  if (g_strcmp0 (name, "up") == 0)
    return UDS_DIRECTION_UP;
  if (g_strcmp0 (name, "down") == 0)
    return UDS_DIRECTION_DOWN;
  return UDS_DIRECTION_UNKNOWN;
}

/**
 * uds_target_state_from_name:
 * @name: (nullable): "active", "reached", "given-up" or "replaced"
 *
 * Returns: the state; a target of which nothing is said holds
 */
UdsTargetState
uds_target_state_from_name (const char *name)
{
  static const char *const names[] = {
    [UDS_TARGET_ACTIVE] = "active",
    [UDS_TARGET_REACHED] = "reached",
    [UDS_TARGET_GIVEN_UP] = "given-up",
    [UDS_TARGET_REPLACED] = "replaced",
  };

  for (UdsTargetState state = 0; state < G_N_ELEMENTS (names); state++)
    if (g_strcmp0 (name, names[state]) == 0)
      return state;
  return UDS_TARGET_ACTIVE;
}

/**
 * uds_progress_calculate:
 * @points: (array length=n_points): the values of one series, in any order
 * @n_points: how many
 * @options: direction, target and so on
 *
 * Computes the progress of one series: the growth a year from the first value in or after the base year to
 * the latest, measured by the growth that the target asks for, or by 1.5 % and 0.5 % a year where there is
 * none, or none that still holds. Any thread.
 *
 * Returns: the progress, with a reason also where it is not available
 */
UdsProgress
uds_progress_calculate (const UdsProgressPoint   *points,
                        gsize                     n_points,
                        const UdsProgressOptions *options)
{
  UdsProgress progress = { .status = UDS_PROGRESS_NOT_AVAILABLE };
  int base_year = options->base_year != 0 ? options->base_year : UDS_PROGRESS_BASE_YEAR;
  gsize n_sorted;
  g_autofree UdsProgressPoint *sorted = select_points (points, n_points, base_year, &n_sorted);

  progress.base_year = base_year;
  progress.has_earlier = has_value_before (points, n_points, base_year);
  set_target (&progress, options, sorted, n_sorted);
  if (n_sorted > 0)
    {
      progress.base = sorted[0];
      progress.latest = sorted[n_sorted - 1];
    }

  if (n_sorted == 0 && progress.has_earlier)
    progress.reason = UDS_PROGRESS_REASON_NO_RECENT_DATA;
  else if (n_sorted == 0)
    progress.reason = UDS_PROGRESS_REASON_NO_DATA;
  else if (has_duplicate_year (sorted, n_sorted))
    progress.reason = UDS_PROGRESS_REASON_DUPLICATE_YEAR;
  else if (n_sorted == 1)
    progress.reason = UDS_PROGRESS_REASON_ONE_POINT;
  else if (options->direction == UDS_DIRECTION_UNKNOWN)
    progress.reason = UDS_PROGRESS_REASON_NO_DIRECTION;
  else
    assess (&progress, options, sorted, n_sorted);

  return progress;
}

static UdsProgressStatus
status_for_score (double score)
{
  if (reaches (score, 2.5))
    return UDS_PROGRESS_SUBSTANTIAL;
  if (reaches (score, 0))
    return UDS_PROGRESS_MODERATE;
  return reaches (score, -2.5) ? UDS_PROGRESS_LIMITED : UDS_PROGRESS_DETERIORATION;
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

  set_status (combined, all_achieved ? UDS_PROGRESS_ACHIEVED : status_for_score (sum / n),
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
