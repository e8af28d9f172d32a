/* SPDX-License-Identifier: GPL-3.0-or-later */
/* M4 (Jugel, Jerzak, Hackenbroich and Markl, 2014): the first, lowest, highest and last point of each column
 * of pixels draw the same line as all points do. */
#include "uds-chart-decimate.h"

#define POINTS_PER_COLUMN 4

/* The first index from @start on whose position is @limit or later: by steps that double, then by halves,
 * since columns are short compared with the series. */
static gsize
find_column_end (const double *positions,
                 gsize         start,
                 gsize         n_points,
                 double        limit)
{
  gsize low = start;
  gsize step = 1;
  gsize high;

  while (low + step < n_points && positions[low + step] < limit)
    {
      low += step;
      step *= 2;
    }

  high = MIN (low + step, n_points);
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (positions[middle] < limit)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
add_column (GArray       *indices,
            const double *values,
            gsize         start,
            gsize         end)
{
  gsize lowest = start;
  gsize highest = start;
  double minimum = values[start];
  double maximum = values[start];
  gsize kept[POINTS_PER_COLUMN];

  for (gsize i = start + 1; i < end; i++)
    {
      double value = values[i];

      if (value < minimum)
        {
          minimum = value;
          lowest = i;
        }
      else if (value > maximum)
        {
          maximum = value;
          highest = i;
        }
    }

  kept[0] = start;
  kept[1] = MIN (lowest, highest);
  kept[2] = MAX (lowest, highest);
  kept[3] = end - 1;
  for (gsize i = 0; i < POINTS_PER_COLUMN; i++)
    if (i == 0 || kept[i] != kept[i - 1])
      g_array_append_val (indices, kept[i]);
}

/**
 * uds_chart_decimate:
 * @positions: (array length=n_points): when, ascending
 * @values: (array length=n_points): how much, finite
 * @n_points: how many
 * @from: the start of the first column
 * @to: the end of the last column; later than @from
 * @n_columns: how many columns of pixels there are, at least one
 *
 * Returns: (transfer full) (element-type gsize): the indices of the points to draw, ascending, at most
 *   four to a column; all of them where there are no more than that
 */
GArray *
uds_chart_decimate (const double *positions,
                    const double *values,
                    gsize         n_points,
                    double        from,
                    double        to,
                    gsize         n_columns)
{
  gsize n_most = n_columns * POINTS_PER_COLUMN;
  GArray *indices = g_array_sized_new (FALSE, FALSE, sizeof (gsize), (guint) MIN (n_points, n_most));
  gsize start = 0;

  if (n_points <= n_most)
    {
      for (gsize i = 0; i < n_points; i++)
        g_array_append_val (indices, i);
      return indices;
    }

  for (gsize column = 0; column < n_columns && start < n_points; column++)
    {
      double limit = from + (to - from) * (double) (column + 1) / (double) n_columns;
      gsize end = column + 1 == n_columns ? n_points : find_column_end (positions, start, n_points, limit);

      if (end > start)
        add_column (indices, values, start, end);
      start = end;
    }

  return indices;
}
