/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the axes must show: the data, the targets, and as much of a projection as does not crush the data; the times of
 * rows, today, and some room for what has no end. */
#include "uds-chart-layout-private.h"

#include "uds-chart-time.h"

#include <math.h>

#define PROJECTION_PART 0.6 /* of the time the data cover: a projection that takes longer leaves the chart */
#define ZERO_PART 0.5       /* a lowest value under this part of the highest brings zero into view */
#define LANES 4
#define OPEN_PART 0.12   /* of the time that rows cover: so far beyond it reaches what has no end */
#define SPANS_PART 0.015 /* of it: around all rows */
#define SINGLE_MARGIN 1.0 /* years on each side of a single point */
#define SPAN_MIN 1e-6     /* of a year: half a minute; points nearer than this are one */
#define EMPTY_YEAR 2000   /* any year will do for the axis of an empty chart, which is not shown */

static void
include_time (UdsChartExtent *extent,
              double          position)
{
  extent->from = MIN (extent->from, position);
  extent->to = MAX (extent->to, position);
}

static void
include_value (UdsChartExtent *extent,
               double          value)
{
  extent->minimum = MIN (extent->minimum, value);
  extent->maximum = MAX (extent->maximum, value);
}

/* How far apart points stand; one by itself at the turn of a year stands for that year. */
static double
find_step (const UdsChartSeries *series)
{
  double step = uds_chart_series_get_step (series);
  double first = uds_chart_series_get_positions (series)[0];

  return step == 0 && first == floor (first) ? 1 : step;
}

/* Four at a time, so that one comparison need not wait for the one before. */
static void
include_values (UdsChartExtent *extent,
                const double   *values,
                gsize           n_values)
{
  double lowest[LANES], highest[LANES];
  gsize n_whole = n_values - n_values % LANES;

  for (gsize lane = 0; lane < LANES; lane++)
    lowest[lane] = highest[lane] = values[0];
  for (gsize i = 0; i < n_whole; i += LANES)
    for (gsize lane = 0; lane < LANES; lane++)
      {
        lowest[lane] = values[i + lane] < lowest[lane] ? values[i + lane] : lowest[lane];
        highest[lane] = values[i + lane] > highest[lane] ? values[i + lane] : highest[lane];
      }

  for (gsize lane = 0; lane < LANES; lane++)
    {
      include_value (extent, lowest[lane]);
      include_value (extent, highest[lane]);
    }
  for (gsize i = n_whole; i < n_values; i++)
    include_value (extent, values[i]);
}

static void
include_series (UdsChartExtent       *extent,
                const UdsChartSeries *series)
{
  const double *positions = uds_chart_series_get_positions (series);
  const double *values = uds_chart_series_get_values (series);
  gsize n_points = uds_chart_series_get_n_points (series);
  double step;

  if (n_points == 0)
    return;

  step = find_step (series);
  include_values (extent, values, n_points);
  include_time (extent, positions[0]);
  include_time (extent, positions[n_points - 1]);
  if (step > 0)
    extent->step = extent->step > 0 ? MIN (extent->step, step) : step;
}

static void
include_path (UdsChartExtent     *extent,
              const UdsChartPath *path)
{
  include_time (extent, path->from_position);
  include_time (extent, path->to_position);
  include_value (extent, path->from_value);
  include_value (extent, path->to_value);
}

/* A projection may reach far into the future: then only its beginning is shown. */
static void
include_projection (UdsChartExtent     *extent,
                    const UdsChartPath *path)
{
  double latest = MAX (extent->to, path->from_position);
  double horizon = latest + MAX ((latest - extent->from) * PROJECTION_PART, 1);
  double end = MIN (path->to_position, horizon);
  double part = (end - path->from_position) / (path->to_position - path->from_position);

  include_path (extent, &(UdsChartPath) {
                            .from_position = path->from_position,
                            .from_value = path->from_value,
                            .to_position = end,
                            .to_value = path->from_value * (1 - part) + path->to_value * part,
                        });
}

/* Times of rows. What has no start or end goes on to the edges. */
static void
include_spans (UdsChartExtent     *extent,
               const UdsChartGrid *grid)
{
  gboolean is_open = FALSE, has_no_start = FALSE;
  double length;

  for (gsize row = 0; row < uds_chart_grid_get_n_rows (grid); row++)
    {
      const UdsChartSpan *span = uds_chart_grid_get_span (grid, row);

      if (span == NULL)
        continue;
      is_open = is_open || isnan (span->to);
      has_no_start = has_no_start || isnan (span->from);
      if (!isnan (span->from))
        include_time (extent, span->from);
      if (!isnan (span->to))
        include_time (extent, span->to);
    }
  if (!isnan (uds_chart_grid_get_now (grid)))
    include_time (extent, uds_chart_grid_get_now (grid));

  if (extent->from > extent->to)
    return;
  length = MAX (extent->to - extent->from, 1);
  extent->to = MIN (extent->to + length * (is_open ? OPEN_PART : SPANS_PART), UDS_CHART_POSITION_MAX);
  extent->from = MAX (extent->from - length * (has_no_start ? OPEN_PART : SPANS_PART), UDS_CHART_POSITION_MIN);
}

static void
include_all (UdsChartExtent *extent,
             UdsChartSpec   *spec)
{
  const UdsChartPath *required_path = uds_chart_spec_get_required_path (spec);
  const UdsChartPath *projection = uds_chart_spec_get_projection (spec);

  if (uds_chart_spec_get_kind (spec) == UDS_CHART_TIMELINE)
    include_spans (extent, uds_chart_spec_get_grid (spec));
  for (gsize i = 0; i < uds_chart_spec_get_n_series (spec); i++)
    include_series (extent, uds_chart_spec_get_series (spec, i));
  for (gsize i = 0; i < uds_chart_spec_get_n_targets (spec); i++)
    {
      const UdsChartTarget *target = uds_chart_spec_get_target (spec, i);

      include_value (extent, target->value);
      if (target->position != 0)
        include_time (extent, target->position);
    }
  if (required_path != NULL)
    include_path (extent, required_path);
  if (projection != NULL)
    include_projection (extent, projection);
}

/**
 * uds_chart_build_extent:
 * @build: a build with a spec
 *
 * Finds what the axes must show. Never an empty range of time.
 */
void
uds_chart_build_extent (UdsChartBuild *build)
{
  UdsChartExtent *extent = &build->extent;

  *extent = (UdsChartExtent) { G_MAXDOUBLE, -G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, 0 };
  include_all (extent, build->spec);

  if (extent->minimum > extent->maximum)
    include_value (extent, 0);
  if (extent->minimum > 0 && extent->minimum < extent->maximum * ZERO_PART)
    extent->minimum = 0;
  if (extent->maximum < 0 && extent->maximum > extent->minimum * ZERO_PART)
    extent->maximum = 0;

  if (extent->from > extent->to)
    include_time (extent, EMPTY_YEAR);
  if (extent->to - extent->from > SPAN_MIN)
    return;
  extent->from = MAX (extent->from - SINGLE_MARGIN, UDS_CHART_POSITION_MIN);
  extent->to = MIN (extent->to + SINGLE_MARGIN, UDS_CHART_POSITION_MAX);
}
