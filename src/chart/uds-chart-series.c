/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points kept as columns, so that a million of them are scanned at the speed of memory. Periods, notes and
 * qualities take room only in a series that has any. */
#include "uds-chart-series-private.h"

#include "uds-chart-time.h"

#include <math.h>
#include <string.h>

#define GAP_STEPS 1.5     /* a distance of more steps than this is a gap */
#define BLOCK 16          /* points that are looked at together */
#define STEP_SAMPLES 1024 /* distances looked at to find the usual one */
#define STEP_EPSILON 1e-6 /* of a year: half a minute */

struct _UdsChartSeries {
  char *id;
  char *name;
  double step; /* years between points; 0 to find out */

  GArray *positions; /* double, ascending */
  GArray *values;    /* double, finite */
  GArray *qualities; /* (nullable) guint8: UdsChartQuality */
  GPtrArray *labels; /* (nullable) */
  GPtrArray *notes;  /* (nullable) */
  GArray *missing;   /* double, ascending: times known to have no value */
  GArray *breaks;    /* UdsChartBreak, ascending */
};

static void
clear_break (gpointer data)
{
  UdsChartBreak *item = data;

  g_clear_pointer (&item->note, g_free);
}

UdsChartSeries *
uds_chart_series_new (const char *id,
                      const char *name)
{
  UdsChartSeries *self = g_new0 (UdsChartSeries, 1);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->positions = g_array_new (FALSE, FALSE, sizeof (double));
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  self->missing = g_array_new (FALSE, FALSE, sizeof (double));
  self->breaks = g_array_new (FALSE, FALSE, sizeof (UdsChartBreak));
  g_array_set_clear_func (self->breaks, clear_break);

  return self;
}

void
uds_chart_series_free (UdsChartSeries *self)
{
  g_free (self->id);
  g_free (self->name);
  g_array_unref (self->positions);
  g_array_unref (self->values);
  g_clear_pointer (&self->qualities, g_array_unref);
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_array_unref (self->missing);
  g_array_unref (self->breaks);
  g_free (self);
}

/* The index of the first of @sorted that is @position or later. */
static gsize
lower_bound (const GArray *sorted,
             double        position)
{
  const double *values = (const double *) (gconstpointer) sorted->data;
  gsize low = 0;
  gsize high = sorted->len;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (values[middle] < position)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gsize
insertion_index (const GArray *sorted,
                 double        position)
{
  if (sorted->len == 0 || g_array_index (sorted, double, sorted->len - 1) <= position)
    return sorted->len;

  return lower_bound (sorted, nextafter (position, G_MAXDOUBLE));
}

static void
insert_text (GPtrArray  **texts,
             gsize        index,
             gsize        n_points,
             const char  *text)
{
  if (*texts == NULL && text == NULL)
    return;

  if (*texts == NULL)
    {
      *texts = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_set_size (*texts, (int) n_points);
    }
  g_ptr_array_insert (*texts, (int) index, g_strdup (text));
}

static void
insert_quality (UdsChartSeries  *self,
                gsize            index,
                gsize            n_points,
                UdsChartQuality  quality)
{
  guint8 byte = (guint8) quality;

  if (self->qualities == NULL && quality == UDS_CHART_MEASURED)
    return;

  if (self->qualities == NULL)
    {
      self->qualities = g_array_new (FALSE, TRUE, sizeof (guint8));
      g_array_set_size (self->qualities, (guint) n_points);
    }
  g_array_insert_val (self->qualities, index, byte);
}

/**
 * uds_chart_series_add_point:
 * @self: a series
 * @point: the point; its texts are copied
 *
 * Adds a point where it belongs in time. A @value that is not finite says that nothing is known for that
 * time: the line has a gap there. A @position that is not finite, or outside the years 1 to 9999, is left
 * out.
 */
void
uds_chart_series_add_point (UdsChartSeries      *self,
                            const UdsChartPoint *point)
{
  gsize n_points = self->positions->len;
  gsize index;

  if (!uds_chart_position_is_valid (point->position))
    return;
  if (!isfinite (point->value))
    {
      g_array_insert_val (self->missing, insertion_index (self->missing, point->position), point->position);
      return;
    }

  index = insertion_index (self->positions, point->position);
  g_array_insert_val (self->positions, index, point->position);
  g_array_insert_val (self->values, index, point->value);
  insert_quality (self, index, n_points, point->quality);
  insert_text (&self->labels, index, n_points, point->label);
  insert_text (&self->notes, index, n_points, point->note);
}

/**
 * uds_chart_series_add_values:
 * @self: a series
 * @positions: (array length=n_values): when, as a year with a fraction
 * @values: (array length=n_values): how much
 * @n_values: how many
 *
 * Adds measured points, as uds_chart_series_add_point() does. Fast where they come in order of time.
 */
void
uds_chart_series_add_values (UdsChartSeries *self,
                             const double   *positions,
                             const double   *values,
                             gsize           n_values)
{
  for (gsize i = 0; i < n_values; i++)
    uds_chart_series_add_point (self,
                                &(UdsChartPoint) { positions[i], values[i], UDS_CHART_MEASURED, NULL, NULL });
}

/**
 * uds_chart_series_add_break:
 * @self: a series
 * @position: the first time that is counted in the new way; no break where it is no time
 * @note: (nullable): what changed, in the spec's language
 *
 * Says that values before and after are not alike: the line is interrupted there.
 */
void
uds_chart_series_add_break (UdsChartSeries *self,
                            double          position,
                            const char     *note)
{
  UdsChartBreak item = { position, NULL };
  guint index = self->breaks->len;

  if (!uds_chart_position_is_valid (position))
    return;

  item.note = g_strdup (note);
  while (index > 0 && g_array_index (self->breaks, UdsChartBreak, index - 1).position > position)
    index--;
  g_array_insert_val (self->breaks, index, item);
}

/**
 * uds_chart_series_set_step:
 * @self: a series
 * @step: years between two points where none is missing, or 0 to take the distance that is usual in the
 *   series
 */
void
uds_chart_series_set_step (UdsChartSeries *self,
                           double          step)
{
  g_return_if_fail (isfinite (step) && step >= 0);

  self->step = step;
}

const char *
uds_chart_series_get_id (const UdsChartSeries *self)
{
  return self->id;
}

const char *
uds_chart_series_get_name (const UdsChartSeries *self)
{
  return self->name;
}

gsize
uds_chart_series_get_n_points (const UdsChartSeries *self)
{
  return self->positions->len;
}

/**
 * uds_chart_series_get_point:
 * @self: a series
 * @index: less than the number of points; points are in order of time
 * @point: (out): the point; its texts belong to the series
 */
void
uds_chart_series_get_point (const UdsChartSeries *self,
                            gsize                 index,
                            UdsChartPoint        *point)
{
  g_return_if_fail (index < self->positions->len);

  point->position = g_array_index (self->positions, double, index);
  point->value = g_array_index (self->values, double, index);
  point->quality =
      self->qualities != NULL ? g_array_index (self->qualities, guint8, index) : UDS_CHART_MEASURED;
  point->label = self->labels != NULL ? g_ptr_array_index (self->labels, index) : NULL;
  point->note = self->notes != NULL ? g_ptr_array_index (self->notes, index) : NULL;
}

/**
 * uds_chart_series_get_positions:
 * @self: a series
 *
 * Returns: (array): when, ascending; valid until a point is added
 */
const double *
uds_chart_series_get_positions (const UdsChartSeries *self)
{
  return (const double *) (gconstpointer) self->positions->data;
}

/**
 * uds_chart_series_get_values:
 * @self: a series
 *
 * Returns: (array): how much, all finite; valid until a point is added
 */
const double *
uds_chart_series_get_values (const UdsChartSeries *self)
{
  return (const double *) (gconstpointer) self->values->data;
}

/**
 * uds_chart_series_has_quality:
 * @self: a series
 * @quality: uncertain or projected
 *
 * Returns: whether any point is of that quality
 */
gboolean
uds_chart_series_has_quality (const UdsChartSeries *self,
                              UdsChartQuality       quality)
{
  return self->qualities != NULL
         && memchr (self->qualities->data, (int) quality, self->qualities->len) != NULL;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/**
 * uds_chart_series_get_step:
 * @self: a series
 *
 * Returns: the step that was set, else the median distance between neighbours (of a sample in a long
 *   series), in years; 0 where there are not two points apart
 */
double
uds_chart_series_get_step (const UdsChartSeries *self)
{
  g_autoptr (GArray) distances = NULL;
  const double *positions = uds_chart_series_get_positions (self);
  gsize stride;

  if (self->step > 0)
    return self->step;

  distances = g_array_new (FALSE, FALSE, sizeof (double));
  stride = self->positions->len / STEP_SAMPLES + 1;
  for (gsize i = 1; i < self->positions->len; i += stride)
    {
      double distance = positions[i] - positions[i - 1];

      if (distance > 0)
        g_array_append_val (distances, distance);
    }
  if (distances->len == 0)
    return 0;

  g_array_sort (distances, compare_doubles);
  return (g_array_index (distances, double, (distances->len - 1) / 2)
          + g_array_index (distances, double, distances->len / 2))
         / 2;
}

/* What is missing between two neighbours: whole steps for the eye, whole years where both stand for years. */
static UdsChartGap
make_gap (gsize  before,
          double from,
          double to,
          double step)
{
  gboolean is_yearly = from == floor (from) && to == floor (to);
  double margin = is_yearly ? 1 : MIN (step, (to - from) / 2);

  return (UdsChartGap) { before, from + margin, to - margin };
}

/* Whether a block of points has no gap, as most blocks of a long series have not. */
static gboolean
block_is_dense (const double *positions,
                double        widest)
{
  gboolean is_dense = TRUE;

  for (gsize i = 0; i < BLOCK; i++)
    is_dense &= positions[i + 1] - positions[i] <= widest;

  return is_dense;
}

/**
 * uds_chart_series_get_gaps:
 * @self: a series
 *
 * Finds where points are missing: where neighbours are further apart than one and a half steps, and where a
 * point without a value was added between them.
 *
 * Returns: (transfer full) (element-type UdsChartGap): the gaps in order of time
 */
GArray *
uds_chart_series_get_gaps (const UdsChartSeries *self)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (UdsChartGap));
  const double *positions = uds_chart_series_get_positions (self);
  const double *missing = (const double *) (gconstpointer) self->missing->data;
  double step = uds_chart_series_get_step (self);
  double widest = step * GAP_STEPS + STEP_EPSILON;
  gsize next_missing = 0;

  for (gsize i = 1; i < self->positions->len; i++)
    {
      UdsChartGap gap;
      gboolean is_missing;

      if (self->missing->len == 0 && i + BLOCK <= self->positions->len
          && block_is_dense (positions + i - 1, widest))
        {
          i += BLOCK - 1;
          continue;
        }
      while (next_missing < self->missing->len && missing[next_missing] <= positions[i - 1])
        next_missing++;
      is_missing = next_missing < self->missing->len && missing[next_missing] < positions[i];
      if (!is_missing && positions[i] - positions[i - 1] <= widest)
        continue;

      gap = make_gap (i - 1, positions[i - 1], positions[i], step);
      if (gap.from <= gap.to)
        g_array_append_val (gaps, gap);
    }

  return gaps;
}

gsize
uds_chart_series_get_n_breaks (const UdsChartSeries *self)
{
  return self->breaks->len;
}

/**
 * uds_chart_series_get_break:
 * @self: a series
 * @index: less than the number of breaks; breaks are in order of time
 *
 * Returns: (transfer none): the break
 */
const UdsChartBreak *
uds_chart_series_get_break (const UdsChartSeries *self,
                            gsize                 index)
{
  g_return_val_if_fail (index < self->breaks->len, NULL);

  return &g_array_index (self->breaks, UdsChartBreak, index);
}

/**
 * uds_chart_series_find:
 * @self: a series
 * @position: a time
 *
 * Returns: the index of the first point at @position or later; the number of points where there is none
 */
gsize
uds_chart_series_find (const UdsChartSeries *self,
                       double                position)
{
  return lower_bound (self->positions, position);
}

/**
 * uds_chart_series_find_nearest:
 * @self: a series
 * @position: a time
 *
 * Returns: the index of the point nearest in time, the earlier of two; %UDS_CHART_NONE in an empty series
 */
gsize
uds_chart_series_find_nearest (const UdsChartSeries *self,
                               double                position)
{
  const double *positions = uds_chart_series_get_positions (self);
  gsize after = uds_chart_series_find (self, position);

  if (self->positions->len == 0)
    return UDS_CHART_NONE;
  if (after == 0)
    return 0;
  if (after == self->positions->len || position - positions[after - 1] <= positions[after] - position)
    return after - 1;

  return after;
}

/**
 * uds_chart_series_find_minimum:
 * @self: a series
 *
 * Returns: the index of the first of the lowest points; %UDS_CHART_NONE in an empty series
 */
gsize
uds_chart_series_find_minimum (const UdsChartSeries *self)
{
  const double *values = uds_chart_series_get_values (self);
  gsize found = self->values->len > 0 ? 0 : UDS_CHART_NONE;

  for (gsize i = 1; i < self->values->len; i++)
    if (values[i] < values[found])
      found = i;

  return found;
}

/**
 * uds_chart_series_find_maximum:
 * @self: a series
 *
 * Returns: the index of the first of the highest points; %UDS_CHART_NONE in an empty series
 */
gsize
uds_chart_series_find_maximum (const UdsChartSeries *self)
{
  const double *values = uds_chart_series_get_values (self);
  gsize found = self->values->len > 0 ? 0 : UDS_CHART_NONE;

  for (gsize i = 1; i < self->values->len; i++)
    if (values[i] > values[found])
      found = i;

  return found;
}
