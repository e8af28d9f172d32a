/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Computes progress: pure arithmetic on points, without data access or words (those are in uds-progress-text.c). Here
 * is what all methods start with: which points count, and whether anything can be said. Each method stands in a file of
 * its own. */
#include "uds-progress-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int
compare_years (const void *a,
               const void *b)
{
  const UdsProgressPoint *first = a;
  const UdsProgressPoint *second = b;

  return (first->year > second->year) - (first->year < second->year);
}

/* All points that have a value, sorted by year. */
static UdsProgressPoint *
sort_points (const UdsProgressPoint *points,
             gsize                   n_points,
             gsize                  *n_sorted)
{
  UdsProgressPoint *sorted = g_new (UdsProgressPoint, n_points);
  gsize n = 0;

  for (gsize i = 0; i < n_points; i++)
    if (isfinite (points[i].value))
      sorted[n++] = points[i];

  if (n > 0)
    qsort (sorted, n, sizeof *sorted, compare_years);
  *n_sorted = n;
  return sorted;
}

/* How many of the sorted points do not count, as too early: those before the base year. The UN goes back to the nearest
 * year that gives two values where there are not two from the base year on. */
static gsize
count_too_early (const UdsProgressPoint *sorted,
                 gsize                   n_points,
                 int                     base_year,
                 UdsProgressMethod       method)
{
  gsize n = 0;

  while (n < n_points && sorted[n].year < base_year)
    n++;
  if (method != UDS_METHOD_UN || n_points - n >= 2)
    return n;

  n = n_points >= 2 ? n_points - 2 : 0;
  while (n > 0 && sorted[n - 1].year == sorted[n].year)
    n--;
  return n;
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

/* Sets the target, and whether it is measured by. One declared reached counts as such for as long as it is met; one
 * given up or replaced is no measure any more. */
static void
set_target (UdsProgress              *progress,
            const UdsProgressOptions *options,
            const UdsProgressPoint   *sorted,
            gsize                     n_points)
{
  gboolean is_met = n_points > 0 && uds_progress_meets_target (options, sorted[n_points - 1].value);

  if (!options->has_target)
    return;

  progress->has_target = options->target_state == UDS_TARGET_ACTIVE
                         || (options->target_state == UDS_TARGET_REACHED && is_met);
  progress->has_former_target = !progress->has_target;
  progress->target = options->target;
  progress->target_year = options->target_year != 0 ? options->target_year : UDS_PROGRESS_TARGET_YEAR;
  progress->target_state = options->target_state;
  for (gsize i = 0; i < n_points && sorted[i].year <= progress->target_year; i++)
    progress->was_met_in_time |= uds_progress_meets_target (options, sorted[i].value);
}

static void
assess_by_method (UdsProgress           *progress,
                  const UdsProgressCase *this_case)
{
  switch (this_case->options->method)
    {
    case UDS_METHOD_UN:
      uds_progress_assess_un (progress, this_case);
      break;
    case UDS_METHOD_EUROSTAT:
      uds_progress_assess_eurostat (progress, this_case);
      break;
    case UDS_METHOD_OPEN_SDG:
    default:
      uds_progress_assess_open_sdg (progress, this_case);
    }
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
  double observed;

  if (latest / base < 0)
    {
      uds_progress_set_not_available (progress, UDS_PROGRESS_REASON_OPPOSITE_SIGNS);
      return;
    }
  observed = uds_progress_growth_per_year (base, latest, progress->latest.year - progress->base.year);
  if (!isfinite (observed))
    {
      uds_progress_set_not_available (progress, UDS_PROGRESS_REASON_OUT_OF_RANGE);
      return;
    }

  progress->has_observed_rate = TRUE;
  progress->observed_rate = observed;

  /* Growth of a negative value is a fall. */
  assess_by_method (progress, &(UdsProgressCase) { options, sorted, n_points, base,
                                                   wanted * copysign (1, base) * observed });
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
 * @options: direction, target, method and so on
 *
 * Computes the progress of one series from the growth a year from the first value in or after the base year to the
 * latest, by the method that is asked for. Any thread.
 *
 * Returns: the progress, with a reason also where it is not available
 */
UdsProgress
uds_progress_calculate (const UdsProgressPoint   *points,
                        gsize                     n_points,
                        const UdsProgressOptions *options)
{
  UdsProgress progress = { .status = UDS_PROGRESS_NOT_AVAILABLE, .method = options->method };
  int base_year = options->base_year != 0 ? options->base_year : UDS_PROGRESS_BASE_YEAR;
  gsize n_all;
  g_autofree UdsProgressPoint *all = sort_points (points, n_points, &n_all);
  gsize n_early = count_too_early (all, n_all, base_year, options->method);
  const UdsProgressPoint *sorted = all + n_early;
  gsize n_sorted = n_all - n_early;

  progress.base_year = base_year;
  progress.has_earlier = n_early > 0;
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
