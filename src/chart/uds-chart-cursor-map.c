/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyboard's way over a map. Arrows go to the nearest place in their direction, as the world map has it; page keys
 * walk all places by importance, each once, so that none is out of reach. */
#include "uds-chart-words-private.h"

#include "uds-chart-projection.h"

#include <math.h>

#define BESIDE_COST 3.0 /* of a way to the side, against one straight ahead */
#define SAME 1e-7       /* radians: places nearer than this lie in one spot, and are walked in their order */

static const UdsChartProjection world = { UDS_CHART_PROJECTION_EQUAL_EARTH, { UDS_CHART_WORLD_MERIDIAN, 0 } };

/* How far it is to another place in a direction; nothing where it does not lie there. */
static double
measure_way (const UdsChartMap *map,
             gsize              from,
             gsize              to,
             int                right,
             int                up)
{
  double x0, y0, x1, y1, ahead, beside;

  uds_chart_projection_map (&world, uds_chart_map_get_degrees (map, from), &x0, &y0);
  uds_chart_projection_map (&world, uds_chart_map_get_degrees (map, to), &x1, &y1);
  if (hypot (x1 - x0, y1 - y0) < SAME)
    x1 = x0 + SAME * ((double) to - (double) from);
  ahead = (x1 - x0) * right + (y1 - y0) * up;
  beside = fabs ((x1 - x0) * up) + fabs ((y1 - y0) * right);
  if (ahead <= 0 || beside > 2 * ahead)
    return G_MAXDOUBLE;
  return ahead + BESIDE_COST * beside;
}

static gsize
find_nearest (const UdsChartMap *map,
              gsize              from,
              int                right,
              int                up)
{
  double shortest = G_MAXDOUBLE;
  gsize nearest = from;

  for (gsize i = 0; i < uds_chart_map_get_n_places (map); i++)
    {
      double way = i != from ? measure_way (map, from, i, right, up) : G_MAXDOUBLE;

      if (way >= shortest)
        continue;
      shortest = way;
      nearest = i;
    }

  return nearest;
}

static gsize
find_by_weight (const UdsChartMap *map,
                gsize              from,
                gboolean           greatest)
{
  gsize found = from;

  for (gsize i = 0; i < uds_chart_map_get_n_places (map); i++)
    {
      double difference = uds_chart_map_get_weight (map, i) - uds_chart_map_get_weight (map, found);

      if (greatest ? difference > 0 : difference < 0)
        found = i;
    }

  return found;
}

/* Moves a place on a map; as uds_chart_place_move(). */
gboolean
uds_chart_cursor_move_on_map (UdsChartPlace *place,
                              UdsChartSpec  *spec,
                              UdsChartMove   move)
{
  const UdsChartMap *map = uds_chart_spec_get_map (spec);
  gsize last = uds_chart_map_get_n_places (map) - 1;
  gsize before = place->series;

  switch (move)
    {
    case UDS_CHART_MOVE_NEXT:
      place->series = find_nearest (map, before, 1, 0);
      break;
    case UDS_CHART_MOVE_PREVIOUS:
      place->series = find_nearest (map, before, -1, 0);
      break;
    case UDS_CHART_MOVE_NEXT_SERIES:
      place->series = find_nearest (map, before, 0, -1);
      break;
    case UDS_CHART_MOVE_PREVIOUS_SERIES:
      place->series = find_nearest (map, before, 0, 1);
      break;
    case UDS_CHART_MOVE_FORWARD:
      place->series = MIN (before + 1, last);
      break;
    case UDS_CHART_MOVE_BACK:
      place->series = before - MIN (before, 1);
      break;
    case UDS_CHART_MOVE_FIRST:
      place->series = 0;
      break;
    case UDS_CHART_MOVE_LAST:
      place->series = last;
      break;
    case UDS_CHART_MOVE_MINIMUM:
      place->series = find_by_weight (map, before, FALSE);
      break;
    case UDS_CHART_MOVE_MAXIMUM:
      place->series = find_by_weight (map, before, TRUE);
      break;
    case UDS_CHART_MOVE_TARGET:
    default:
      break;
    }

  return place->series != before;
}

/* What is said at a place of a map: "Hamburg. Relations: 3. Member of C40."; as uds_chart_place_announce(). */
char *
uds_chart_cursor_announce_on_map (const UdsChartPlace *place,
                                  UdsChartSpec        *spec)
{
  const UdsChartGrid *grid = uds_chart_spec_get_grid (spec);
  const UdsChartCell *cell = uds_chart_grid_get_cell (grid, place->series, place->point);
  GString *text = g_string_new (uds_chart_grid_get_row_label (grid, place->series));
  UdsChartFormat format;

  uds_chart_spec_get_format (spec, &format);
  g_string_append_c (text, '.');
  if (uds_chart_cell_has_value (cell))
    {
      g_autofree char *value = uds_chart_format_value (&format, cell->value);

      g_string_append_printf (text, " %s: %s.", uds_chart_grid_get_column_label (grid, place->point), value);
    }
  if (cell->note != NULL)
    g_string_append_printf (text, " %s", cell->note);

  return g_string_free (text, FALSE);
}
