/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places in the order in which they were added, which is that of the grid's rows: the most important first. A place
 * that is nowhere on the earth is left out when it is added. */
#include "uds-chart-map-private.h"

#include <math.h>

typedef struct {
  UdsChartDegrees degrees;
  gboolean is_lit;
  char *region;
} Place;

struct _UdsChartMap
{
  UdsChartGrid *grid; /* the spec's */
  GArray *places;     /* Place */
  char *lit_words;
  char *other_words;
  gsize locator;
  double max_weight; /* kept, because each dot is asked for it */
};

static void
clear_place (gpointer data)
{
  Place *place = data;

  g_free (place->region);
}

/**
 * uds_chart_map_new:
 * @grid: its rows, none as yet, with one column
 *
 * Returns: (transfer full): a map without places
 */
UdsChartMap *
uds_chart_map_new (UdsChartGrid *grid)
{
  UdsChartMap *self = g_new0 (UdsChartMap, 1);

  self->grid = grid;
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_set_clear_func (self->places, clear_place);
  self->locator = UDS_CHART_NONE;

  return self;
}

void
uds_chart_map_free (UdsChartMap *self)
{
  g_array_unref (self->places);
  g_free (self->lit_words);
  g_free (self->other_words);
  g_free (self);
}

/**
 * uds_chart_map_add_place:
 * @self: a map
 * @place: what is to be shown, which is copied; the most important ones come first
 */
void
uds_chart_map_add_place (UdsChartMap            *self,
                         const UdsChartMapPlace *place)
{
  Place own = { place->degrees, place->is_lit, NULL };
  gsize row;

  if (!(fabs (place->degrees.longitude) <= 180 && fabs (place->degrees.latitude) <= 90))
    return;

  own.region = g_strdup (place->region);
  g_array_append_val (self->places, own);
  row = uds_chart_grid_add_row (self->grid, place->id, NULL, place->name);
  uds_chart_grid_set_cell (self->grid, row, 0,
                           &(UdsChartCell) { .value = place->weight, .level = UDS_CHART_NONE, .note = place->note });
  self->max_weight = MAX (self->max_weight, uds_chart_map_get_weight (self, row));
}

/**
 * uds_chart_map_set_words:
 * @self: a map
 * @lit: (nullable): what the lit places are, "Members of C40"
 * @others: (nullable): what the others are
 *
 * For the legend, which has what there are words for.
 */
void
uds_chart_map_set_words (UdsChartMap *self,
                         const char  *lit,
                         const char  *others)
{
  g_set_str (&self->lit_words, lit);
  g_set_str (&self->other_words, others);
}

/**
 * uds_chart_map_emphasise:
 * @self: a map
 * @id: (nullable): the id of the place whose map it is: our own city
 */
void
uds_chart_map_emphasise (UdsChartMap *self,
                         const char  *id)
{
  uds_chart_grid_emphasise (self->grid, id);
}

/**
 * uds_chart_map_set_locator:
 * @self: a map
 * @place: the index of a place, or %UDS_CHART_NONE
 *
 * Makes the map a small one that only says where a place is.
 */
void
uds_chart_map_set_locator (UdsChartMap *self,
                           gsize        place)
{
  self->locator = place;
}

static const Place *
get_place (const UdsChartMap *self,
           gsize              place)
{
  return &g_array_index (self->places, Place, place);
}

gsize
uds_chart_map_get_n_places (const UdsChartMap *self)
{
  return self->places->len;
}

const UdsChartDegrees *
uds_chart_map_get_degrees (const UdsChartMap *self,
                           gsize              place)
{
  return &get_place (self, place)->degrees;
}

gboolean
uds_chart_map_is_lit (const UdsChartMap *self,
                      gsize              place)
{
  return get_place (self, place)->is_lit;
}

const char *
uds_chart_map_get_region (const UdsChartMap *self,
                          gsize              place)
{
  return get_place (self, place)->region;
}

const char *
uds_chart_map_get_lit_words (const UdsChartMap *self)
{
  return self->lit_words;
}

const char *
uds_chart_map_get_other_words (const UdsChartMap *self)
{
  return self->other_words;
}

/**
 * uds_chart_map_get_locator:
 * @self: a map
 *
 * Returns: the place the map is only to say the whereabouts of, or %UDS_CHART_NONE
 */
gsize
uds_chart_map_get_locator (const UdsChartMap *self)
{
  return self->locator < self->places->len ? self->locator : UDS_CHART_NONE;
}

/**
 * uds_chart_map_get_weight:
 * @self: a map
 * @place: the index of a place
 *
 * Returns: what the area of its dot stands for; 0 where nothing is known
 */
double
uds_chart_map_get_weight (const UdsChartMap *self,
                          gsize              place)
{
  const UdsChartCell *cell = uds_chart_grid_get_cell (self->grid, place, 0);

  return uds_chart_cell_has_value (cell) ? MAX (cell->value, 0) : 0;
}

/**
 * uds_chart_map_get_max_weight:
 * @self: a map
 *
 * Returns: the greatest weight; 0 where there is none
 */
double
uds_chart_map_get_max_weight (const UdsChartMap *self)
{
  return self->max_weight;
}
