/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The data of a chart. How its values are written stands in uds-chart-format.c. What is not valid is left out when it
 * is set, so that nobody downstream has to look again. */
#include "uds-chart-spec.h"

#include "uds-chart-grid-private.h"
#include "uds-chart-map-private.h"
#include "uds-chart-series-private.h"
#include "uds-chart-time.h"
#include "uds-format.h"

#include <math.h>

#define DECIMALS_SAMPLES 2000 /* of a longer series, so many values say how many decimals are needed */

struct _UdsChartSpec {
  GObject parent_instance;

  UdsLanguage language;
  UdsChartKind kind;
  char *title;
  char *subtitle;
  char *source;
  char *unit;
  int decimals;
  GPtrArray *footnotes; /* char * */
  GPtrArray *series;    /* UdsChartSeries * */
  GPtrArray *panels;    /* UdsChartSpec * */
  gboolean shares_scale;
  UdsChartGrid *grid;   /* of the kinds that have one */
  UdsChartMap *map;     /* of a map */
  GArray *targets;      /* UdsChartTarget */
  UdsChartPath required_path;
  UdsChartPath projection;
  gboolean has_required_path;
  gboolean has_projection;
  gsize base; /* a point of the first series, or UDS_CHART_NONE */
};

G_DEFINE_FINAL_TYPE (UdsChartSpec, uds_chart_spec, G_TYPE_OBJECT)

static void
uds_chart_spec_finalize (GObject *object)
{
  UdsChartSpec *self = UDS_CHART_SPEC (object);

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->source);
  g_free (self->unit);
  g_ptr_array_unref (self->footnotes);
  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->panels);
  g_clear_pointer (&self->map, uds_chart_map_free);
  g_clear_pointer (&self->grid, uds_chart_grid_free);
  g_array_unref (self->targets);

  G_OBJECT_CLASS (uds_chart_spec_parent_class)->finalize (object);
}

static void
uds_chart_spec_class_init (UdsChartSpecClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = uds_chart_spec_finalize;
}

static void
clear_target (gpointer data)
{
  UdsChartTarget *target = data;

  g_clear_pointer (&target->label, g_free);
}

static void
uds_chart_spec_init (UdsChartSpec *self)
{
  self->decimals = UDS_FORMAT_SHORTEST;
  self->base = UDS_CHART_NONE;
  self->footnotes = g_ptr_array_new_with_free_func (g_free);
  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify) uds_chart_series_free);
  self->panels = g_ptr_array_new_with_free_func (g_object_unref);
  self->targets = g_array_new (FALSE, FALSE, sizeof (UdsChartTarget));
  g_array_set_clear_func (self->targets, clear_target);
}

/**
 * uds_chart_spec_new:
 * @language: of its numbers and dates, and of the texts it will be given; the session's, so that the words
 *   the chart adds itself (from gettext) are in it too
 *
 * Returns: (transfer full): an empty spec
 */
UdsChartSpec *
uds_chart_spec_new (UdsLanguage language)
{
  UdsChartSpec *self = g_object_new (UDS_TYPE_CHART_SPEC, NULL);

  self->language = language;
  return self;
}

/**
 * uds_chart_spec_set_title:
 * @self: a spec
 * @title: (nullable): the finding, a short sentence
 */
void
uds_chart_spec_set_title (UdsChartSpec *self,
                          const char   *title)
{
  g_return_if_fail (UDS_IS_CHART_SPEC (self));

  g_set_str (&self->title, title);
}

/**
 * uds_chart_spec_set_subtitle:
 * @self: a spec
 * @subtitle: (nullable): what is measured, in which unit, where
 */
void
uds_chart_spec_set_subtitle (UdsChartSpec *self,
                             const char   *subtitle)
{
  g_return_if_fail (UDS_IS_CHART_SPEC (self));

  g_set_str (&self->subtitle, subtitle);
}

/**
 * uds_chart_spec_set_source:
 * @self: a spec
 * @source: (nullable): where the data come from and from when they are, as a line: "Source: …"
 */
void
uds_chart_spec_set_source (UdsChartSpec *self,
                           const char   *source)
{
  g_return_if_fail (UDS_IS_CHART_SPEC (self));

  g_set_str (&self->source, source);
}

/**
 * uds_chart_spec_add_footnote:
 * @self: a spec
 * @footnote: what else a reader must know
 */
void
uds_chart_spec_add_footnote (UdsChartSpec *self,
                             const char   *footnote)
{
  g_return_if_fail (UDS_IS_CHART_SPEC (self));
  g_return_if_fail (footnote != NULL);

  g_ptr_array_add (self->footnotes, g_strdup (footnote));
}

/**
 * uds_chart_spec_set_unit:
 * @self: a spec
 * @unit: (nullable): of all values as it is printed: "%", "t", "persons"
 */
void
uds_chart_spec_set_unit (UdsChartSpec *self,
                         const char   *unit)
{
  g_return_if_fail (UDS_IS_CHART_SPEC (self));

  g_set_str (&self->unit, unit);
}

/**
 * uds_chart_spec_set_decimals:
 * @self: a spec
 * @decimals: how many decimals values are written with, or %UDS_FORMAT_SHORTEST for as many as they need
 */
void
uds_chart_spec_set_decimals (UdsChartSpec *self,
                             int           decimals)
{
  g_return_if_fail (UDS_IS_CHART_SPEC (self));
  g_return_if_fail (decimals >= UDS_FORMAT_SHORTEST);

  self->decimals = decimals;
}

/**
 * uds_chart_spec_add_series:
 * @self: a spec
 * @id: names the series for programs; unlike the others' ids
 * @name: names the series for people
 *
 * Adds a series after the others. The first five are coloured, so the most important ones come first.
 *
 * Returns: (transfer none): the series, to be filled
 */
UdsChartSeries *
uds_chart_spec_add_series (UdsChartSpec *self,
                           const char   *id,
                           const char   *name)
{
  UdsChartSeries *series;

  g_return_val_if_fail (UDS_IS_CHART_SPEC (self), NULL);
  g_return_val_if_fail (id != NULL && name != NULL, NULL);

  series = uds_chart_series_new (id, name);
  g_ptr_array_add (self->series, series);

  return series;
}

/**
 * uds_chart_spec_add_target:
 * @self: a spec
 * @target: the target, which is copied; left out where its value is not finite
 */
void
uds_chart_spec_add_target (UdsChartSpec         *self,
                           const UdsChartTarget *target)
{
  UdsChartTarget copy = *target;

  g_return_if_fail (UDS_IS_CHART_SPEC (self));

  if (!isfinite (target->value))
    return;

  if (!uds_chart_position_is_valid (target->position))
    copy.position = 0;
  if (!uds_chart_position_is_valid (target->ended))
    copy.ended = 0;
  copy.label = g_strdup (target->label);
  g_array_append_val (self->targets, copy);
}

/**
 * uds_chart_spec_make_grid:
 * @self: a spec without series
 * @kind: one of the kinds that show categories
 *
 * Makes the spec a chart of categories.
 *
 * Returns: (transfer none): its data, to be filled
 */
UdsChartGrid *
uds_chart_spec_make_grid (UdsChartSpec *self,
                          UdsChartKind  kind)
{
  g_return_val_if_fail (UDS_IS_CHART_SPEC (self), NULL);
  g_return_val_if_fail (self->grid == NULL && self->series->len == 0 && self->panels->len == 0, NULL);

  self->kind = kind;
  self->grid = uds_chart_grid_new ();
  return self->grid;
}

/**
 * uds_chart_spec_make_map:
 * @self: a spec without series
 * @heading: (nullable): what its places are, "City"
 * @weights: what the areas of their dots stand for, "Relations"
 *
 * Makes the spec a map.
 *
 * Returns: (transfer none): its places, to be added
 */
UdsChartMap *
uds_chart_spec_make_map (UdsChartSpec *self,
                         const char   *heading,
                         const char   *weights)
{
  UdsChartGrid *grid = uds_chart_spec_make_grid (self, UDS_CHART_MAP);

  g_return_val_if_fail (grid != NULL, NULL);

  uds_chart_grid_set_heading (grid, heading);
  uds_chart_grid_add_column (grid, weights, UDS_CHART_NONE);
  self->map = uds_chart_map_new (grid);
  return self->map;
}

/**
 * uds_chart_spec_add_panel:
 * @self: a spec without series of its own
 * @panel: a line chart of one series, or none where there are no data; it must not change any more
 *
 * Makes the spec small multiples, and adds a chart to them. Its title stands above it; its series is named like it.
 */
void
uds_chart_spec_add_panel (UdsChartSpec *self,
                          UdsChartSpec *panel)
{
  g_return_if_fail (UDS_IS_CHART_SPEC (self) && UDS_IS_CHART_SPEC (panel));
  g_return_if_fail (self->grid == NULL && self->series->len == 0);
  g_return_if_fail (panel->kind == UDS_CHART_LINES && panel->series->len <= 1);

  self->kind = UDS_CHART_MULTIPLES;
  if (panel->series->len == 0)
    uds_chart_spec_add_series (panel, panel->title, panel->title);
  g_ptr_array_add (self->panels, g_object_ref (panel));
}

/**
 * uds_chart_spec_set_shares_scale:
 * @self: a spec of small multiples
 * @shares_scale: whether all of them have the same scale of values, which is then to be in one unit
 *
 * The notes say which it is. Time is the same in all of them.
 */
void
uds_chart_spec_set_shares_scale (UdsChartSpec *self,
                                 gboolean      shares_scale)
{
  g_return_if_fail (UDS_IS_CHART_SPEC (self));

  self->shares_scale = shares_scale;
}

static gboolean
path_is_valid (const UdsChartPath *path)
{
  return uds_chart_position_is_valid (path->from_position) && uds_chart_position_is_valid (path->to_position)
         && path->from_position < path->to_position && isfinite (path->from_value)
         && isfinite (path->to_value);
}

/**
 * uds_chart_spec_set_required_path:
 * @self: a spec
 * @path: (nullable): from the base to the target; none where it is not finite or does not go forward in time
 */
void
uds_chart_spec_set_required_path (UdsChartSpec       *self,
                                  const UdsChartPath *path)
{
  g_return_if_fail (UDS_IS_CHART_SPEC (self));

  self->has_required_path = path != NULL && path_is_valid (path);
  if (self->has_required_path)
    self->required_path = *path;
}

/**
 * uds_chart_spec_set_projection:
 * @self: a spec
 * @path: (nullable): of the first series, from its latest point to where and when it arrives; none where
 *   it is not finite or does not go forward in time
 */
void
uds_chart_spec_set_projection (UdsChartSpec       *self,
                               const UdsChartPath *path)
{
  g_return_if_fail (UDS_IS_CHART_SPEC (self));

  self->has_projection = path != NULL && path_is_valid (path);
  if (self->has_projection)
    self->projection = *path;
}

/**
 * uds_chart_spec_set_base:
 * @self: a spec
 * @point: the index of the point of the first series that progress is counted from, or %UDS_CHART_NONE
 */
void
uds_chart_spec_set_base (UdsChartSpec *self,
                         gsize         point)
{
  g_return_if_fail (UDS_IS_CHART_SPEC (self));

  self->base = point;
}

UdsLanguage
uds_chart_spec_get_language (UdsChartSpec *self)
{
  return self->language;
}

const char *
uds_chart_spec_get_title (UdsChartSpec *self)
{
  return self->title;
}

const char *
uds_chart_spec_get_subtitle (UdsChartSpec *self)
{
  return self->subtitle;
}

const char *
uds_chart_spec_get_source (UdsChartSpec *self)
{
  return self->source;
}

const char *
uds_chart_spec_get_unit (UdsChartSpec *self)
{
  return self->unit;
}

gsize
uds_chart_spec_get_n_footnotes (UdsChartSpec *self)
{
  return self->footnotes->len;
}

const char *
uds_chart_spec_get_footnote (UdsChartSpec *self,
                             gsize         index)
{
  return g_ptr_array_index (self->footnotes, index);
}

UdsChartKind
uds_chart_spec_get_kind (UdsChartSpec *self)
{
  return self->kind;
}

/**
 * uds_chart_spec_get_n_series:
 * @self: a spec
 *
 * Returns: how many series it has; of small multiples, how many charts; none of a chart of categories
 */
gsize
uds_chart_spec_get_n_series (UdsChartSpec *self)
{
  return self->kind == UDS_CHART_MULTIPLES ? self->panels->len : self->series->len;
}

/**
 * uds_chart_spec_get_series:
 * @self: a spec
 * @index: less than the number of series
 *
 * Returns: (transfer none): a series; of small multiples, that of the chart with this index
 */
const UdsChartSeries *
uds_chart_spec_get_series (UdsChartSpec *self,
                           gsize         index)
{
  if (self->kind == UDS_CHART_MULTIPLES)
    return uds_chart_spec_get_series (uds_chart_spec_get_panel (self, index), 0);
  return g_ptr_array_index (self->series, index);
}

/**
 * uds_chart_spec_get_panel:
 * @self: a spec
 * @series: the index of a series
 *
 * Returns: (transfer none): what says how the series is written and which targets it has: one of the small multiples,
 *   else @self
 */
UdsChartSpec *
uds_chart_spec_get_panel (UdsChartSpec *self,
                          gsize         series)
{
  return self->kind == UDS_CHART_MULTIPLES ? g_ptr_array_index (self->panels, series) : self;
}

gboolean
uds_chart_spec_get_shares_scale (UdsChartSpec *self)
{
  return self->shares_scale;
}

/**
 * uds_chart_spec_get_grid:
 * @self: a spec
 *
 * Returns: (transfer none) (nullable): the data of a chart of categories, %NULL where it is none
 */
const UdsChartGrid *
uds_chart_spec_get_grid (UdsChartSpec *self)
{
  return self->grid;
}

/**
 * uds_chart_spec_get_map:
 * @self: a spec
 *
 * Returns: (transfer none) (nullable): where the rows of its grid are on the earth, %NULL where it is no map
 */
const UdsChartMap *
uds_chart_spec_get_map (UdsChartSpec *self)
{
  return self->map;
}

gsize
uds_chart_spec_get_n_targets (UdsChartSpec *self)
{
  return self->targets->len;
}

const UdsChartTarget *
uds_chart_spec_get_target (UdsChartSpec *self,
                           gsize         index)
{
  return &g_array_index (self->targets, UdsChartTarget, index);
}

/**
 * uds_chart_spec_get_required_path:
 * @self: a spec
 *
 * Returns: (nullable) (transfer none): the way from the base to the target
 */
const UdsChartPath *
uds_chart_spec_get_required_path (UdsChartSpec *self)
{
  return self->has_required_path ? &self->required_path : NULL;
}

/**
 * uds_chart_spec_get_projection:
 * @self: a spec
 *
 * Returns: (nullable) (transfer none): the way from the latest point to where the first series arrives
 */
const UdsChartPath *
uds_chart_spec_get_projection (UdsChartSpec *self)
{
  return self->has_projection ? &self->projection : NULL;
}

/**
 * uds_chart_spec_get_base:
 * @self: a spec
 *
 * Returns: the point of the first series that progress is counted from, or %UDS_CHART_NONE
 */
gsize
uds_chart_spec_get_base (UdsChartSpec *self)
{
  if (self->series->len == 0)
    return UDS_CHART_NONE;
  return self->base < uds_chart_series_get_n_points (g_ptr_array_index (self->series, 0)) ? self->base : UDS_CHART_NONE;
}

static void
append_grid_values (const UdsChartGrid *grid,
                    GArray             *values)
{
  for (gsize row = 0; row < uds_chart_grid_get_n_rows (grid) && values->len < DECIMALS_SAMPLES; row++)
    for (gsize column = 0; column < uds_chart_grid_get_n_columns (grid); column++)
      {
        const UdsChartCell *cell = uds_chart_grid_get_cell (grid, row, column);

        if (uds_chart_cell_has_value (cell))
          g_array_append_val (values, cell->value);
      }
}

static int
find_decimals (UdsChartSpec *self)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  if (self->grid != NULL)
    append_grid_values (self->grid, values);
  for (gsize i = 0; i < self->series->len; i++)
    {
      const UdsChartSeries *series = g_ptr_array_index (self->series, i);
      gsize n_points = uds_chart_series_get_n_points (series);

      g_array_append_vals (values, uds_chart_series_get_values (series),
                           (guint) MIN (n_points, DECIMALS_SAMPLES));
    }

  return uds_format_readable_decimals ((const double *) (gconstpointer) values->data, values->len);
}

/**
 * uds_chart_spec_get_format:
 * @self: a spec
 * @format: (out): how all its values are written alike; valid until the spec changes
 */
void
uds_chart_spec_get_format (UdsChartSpec   *self,
                           UdsChartFormat *format)
{
  g_return_if_fail (UDS_IS_CHART_SPEC (self));

  format->language = self->language;
  format->unit = self->unit;
  format->decimals = self->decimals == UDS_FORMAT_SHORTEST ? find_decimals (self) : self->decimals;
}
