/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences about a map: how many places, in which parts of the world, which have the greatest dots, and where our own
 * city is among them. */
#include "uds-chart-words-private.h"

#include <glib/gi18n.h>

#define REGIONS_DESCRIBED 8
#define PLACES_DESCRIBED 5

typedef struct {
  const char *name;
  guint n_places;
} Region;

static int
compare_regions (gconstpointer a,
                 gconstpointer b)
{
  const Region *first = a;
  const Region *second = b;

  if (first->n_places != second->n_places)
    return first->n_places < second->n_places ? 1 : -1;
  return g_strcmp0 (first->name, second->name);
}

static void
count_region (GArray     *regions,
              const char *name)
{
  Region region = { name, 1 };

  for (guint i = 0; i < regions->len; i++)
    if (g_str_equal (g_array_index (regions, Region, i).name, name))
      {
        g_array_index (regions, Region, i).n_places++;
        return;
      }
  g_array_append_val (regions, region);
}

/* The parts of the world by how many lit places are in them, the one with most first. */
static GArray *
list_regions (const UdsChartMap *map)
{
  GArray *regions = g_array_new (FALSE, FALSE, sizeof (Region));

  for (gsize i = 0; i < uds_chart_map_get_n_places (map); i++)
    if (uds_chart_map_is_lit (map, i) && uds_chart_map_get_region (map, i) != NULL)
      count_region (regions, uds_chart_map_get_region (map, i));
  g_array_sort (regions, compare_regions);
  return regions;
}

/* "Europe 19, Africa 12" */
static void
append_regions (GString           *text,
                const UdsChartMap *map)
{
  g_autoptr (GArray) regions = list_regions (map);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autofree char *joined = NULL;

  for (guint i = 0; i < MIN (regions->len, REGIONS_DESCRIBED); i++)
    g_strv_builder_take (builder, g_strdup_printf ("%s %u", g_array_index (regions, Region, i).name,
                                                   g_array_index (regions, Region, i).n_places));
  words = g_strv_builder_end (builder);
  if (words[0] == NULL)
    return;

  joined = g_strjoinv (", ", words);
  g_string_append_c (text, ' ');
  /* Translators: parts of the world or of a country, and how many places are there, "Europe 19, Africa 12" */
  g_string_append_printf (text, _ ("By region: %s."), joined);
}

static char *
format_place (UdsChartSpec *spec,
              gsize         place)
{
  const UdsChartGrid *grid = uds_chart_spec_get_grid (spec);
  g_autofree char *value = NULL;
  UdsChartFormat format;

  uds_chart_spec_get_format (spec, &format);
  value = uds_chart_format_value (&format, uds_chart_map_get_weight (uds_chart_spec_get_map (spec), place));
  return g_strdup_printf ("%s %s", uds_chart_grid_get_row_label (grid, place), value);
}

/* The lit place with the greatest dot among those that are not named yet; only dots for more than one count. */
static gsize
find_greatest (const UdsChartMap *map,
               const gboolean    *is_named)
{
  gsize greatest = UDS_CHART_NONE;
  double weight = 1;

  for (gsize i = 0; i < uds_chart_map_get_n_places (map); i++)
    {
      if (is_named[i] || !uds_chart_map_is_lit (map, i) || uds_chart_map_get_weight (map, i) <= weight)
        continue;
      weight = uds_chart_map_get_weight (map, i);
      greatest = i;
    }
  return greatest;
}

static void
append_greatest (GString      *text,
                 UdsChartSpec *spec)
{
  const UdsChartMap *map = uds_chart_spec_get_map (spec);
  g_autofree gboolean *is_named = g_new0 (gboolean, uds_chart_map_get_n_places (map) + 1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) places = NULL;
  g_autofree char *joined = NULL;
  gsize greatest;

  for (int i = 0; i < PLACES_DESCRIBED && (greatest = find_greatest (map, is_named)) != UDS_CHART_NONE; i++)
    {
      is_named[greatest] = TRUE;
      g_strv_builder_take (builder, format_place (spec, greatest));
    }
  places = g_strv_builder_end (builder);
  if (places[0] == NULL)
    return;

  joined = g_strjoinv (", ", places);
  g_string_append_c (text, ' ');
  /* Translators: what the dots stand for, "Relations", and places with how many they have, "Paris 4, Oslo 2" */
  g_string_append_printf (text, _ ("%s, most first: %s."),
                          uds_chart_grid_get_column_label (uds_chart_spec_get_grid (spec), 0), joined);
}

/* Adds to @text what a map shows; as uds_chart_describe(). */
void
uds_chart_describe_map (UdsChartSpec *spec,
                        GString      *text)
{
  const UdsChartMap *map = uds_chart_spec_get_map (spec);
  const UdsChartGrid *grid = uds_chart_spec_get_grid (spec);
  guint n_places = (guint) uds_chart_map_get_n_places (map);
  gsize own = uds_chart_grid_get_emphasised (grid);
  guint n_lit = 0;

  for (gsize i = 0; i < n_places; i++)
    n_lit += uds_chart_map_is_lit (map, i) ? 1 : 0;
  g_string_append_printf (text, ngettext ("Map with %u place.", "Map with %u places.", n_places), n_places);
  if (n_lit < n_places && uds_chart_map_get_lit_words (map) != NULL)
    g_string_append_printf (text, " %s: %u.", uds_chart_map_get_lit_words (map), n_lit);
  append_regions (text, map);
  append_greatest (text, spec);
  if (own != UDS_CHART_NONE && n_places > 1)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, _ ("%s is marked."), uds_chart_grid_get_row_label (grid, own));
    }
}
