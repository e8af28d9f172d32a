/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outlines are all there, lie on the earth, and tear at no edge. */
#include "uds-chart-outlines.h"

#include <gio/gio.h>
#include <math.h>

#define BYTES_LIMIT 70000

static const struct {
  const char *path;
  gsize n_rings;
  gsize n_points;
  UdsChartDegrees south_west;
  UdsChartDegrees north_east;
} expected[UDS_CHART_N_DETAILS] = {
  { "/dk/kk/Udsyn/map/world.outlines", 288, 10288, { -180, -85.61 }, { 180, 83.65 } },
  { "/dk/kk/Udsyn/map/europe.outlines", 181, 5335, { -25, 33 }, { 45, 72 } },
};

static void
test_all_of_them (void)
{
  for (UdsChartDetail detail = 0; detail < UDS_CHART_N_DETAILS; detail++)
    {
      gsize n_rings, n_points = 0;
      const UdsChartRing *rings = uds_chart_outlines_get (detail, &n_rings);
      UdsChartDegrees south_west, north_east;

      for (gsize i = 0; i < n_rings; i++)
        n_points += rings[i].n_points;
      uds_chart_outlines_get_bounds (detail, &south_west, &north_east);

      g_assert_cmpuint (n_rings, ==, expected[detail].n_rings);
      g_assert_cmpuint (n_points, ==, expected[detail].n_points);
      g_assert_cmpfloat (south_west.longitude, ==, expected[detail].south_west.longitude);
      g_assert_cmpfloat (south_west.latitude, ==, expected[detail].south_west.latitude);
      g_assert_cmpfloat (north_east.longitude, ==, expected[detail].north_east.longitude);
      g_assert_cmpfloat (north_east.latitude, ==, expected[detail].north_east.latitude);
    }
}

static void
test_small (void)
{
  gsize total = 0;

  for (UdsChartDetail detail = 0; detail < UDS_CHART_N_DETAILS; detail++)
    {
      g_autoptr (GBytes) bytes = g_resources_lookup_data (expected[detail].path, 0, NULL);

      g_assert_nonnull (bytes);
      total += g_bytes_get_size (bytes);
    }
  g_assert_cmpuint (total, <, BYTES_LIMIT);
}

/* Two neighbouring points on both sides of 180° would draw a band over the whole map. Antarctica closes along the edge
 * and below the pole, where no map shows it. */
static void
test_no_ring_crosses_the_edge (void)
{
  for (UdsChartDetail detail = 0; detail < UDS_CHART_N_DETAILS; detail++)
    {
      gsize n_rings;
      const UdsChartRing *rings = uds_chart_outlines_get (detail, &n_rings);

      for (gsize i = 0; i < n_rings; i++)
        for (gsize j = 0; j < rings[i].n_points; j++)
          {
            const UdsChartDegrees *from = &rings[i].points[j];
            const UdsChartDegrees *to = &rings[i].points[(j + 1) % rings[i].n_points];

            g_assert_cmpfloat (fabs (from->longitude), <=, 180);
            g_assert_cmpfloat (fabs (from->latitude), <=, 90);
            g_assert_cmpfloat (rings[i].south, <=, from->latitude);
            g_assert_cmpfloat (rings[i].north, >=, from->latitude);
            if (from->latitude > -84)
              g_assert_cmpfloat (fabs (from->longitude - to->longitude), <, 90);
          }
    }
}

/* Whether a place is on land, by the even-odd rule. */
static gboolean
is_land (UdsChartDetail  detail,
         UdsChartDegrees place)
{
  gsize n_rings;
  const UdsChartRing *rings = uds_chart_outlines_get (detail, &n_rings);
  gboolean is_inside = FALSE;

  for (gsize i = 0; i < n_rings; i++)
    for (gsize j = 0; j < rings[i].n_points; j++)
      {
        const UdsChartDegrees *from = &rings[i].points[j];
        const UdsChartDegrees *to = &rings[i].points[(j + 1) % rings[i].n_points];
        double part = (place.latitude - from->latitude) / (to->latitude - from->latitude);

        if ((from->latitude > place.latitude) == (to->latitude > place.latitude))
          continue;
        is_inside ^= place.longitude < from->longitude + part * (to->longitude - from->longitude);
      }
  return is_inside;
}

static void
test_land_and_sea (void)
{
  static const struct {
    UdsChartDegrees place;
    gboolean is_land;
  } places[] = {
    { { 9.2, 56.3 }, TRUE },   /* Jutland */
    { { 2, 46 }, TRUE },       /* France */
    { { 28.2, -29.6 }, TRUE }, /* Lesotho, in a hole of South Africa */
    { { 24, -29 }, TRUE },     /* South Africa */
    { { -175, 66.5 }, TRUE },  /* Russia beyond 180° */
    { { 3, 56 }, FALSE },      /* the North Sea */
    { { -30, 30 }, FALSE },    /* the Atlantic */
    { { 180, 30 }, FALSE },    /* the Pacific */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_test_message ("%g %g", places[i].place.longitude, places[i].place.latitude);
      g_assert_cmpint (is_land (UDS_CHART_DETAIL_WORLD, places[i].place), ==, places[i].is_land);
    }
  g_assert_true (is_land (UDS_CHART_DETAIL_EUROPE, (UdsChartDegrees) { 11.9, 55.5 }));  /* Zealand */
  g_assert_false (is_land (UDS_CHART_DETAIL_EUROPE, (UdsChartDegrees) { 11.1, 55.4 })); /* the Great Belt */
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outlines/all of them", test_all_of_them);
  g_test_add_func ("/outlines/under 70 kB", test_small);
  g_test_add_func ("/outlines/no ring crosses the edge", test_no_ring_crosses_the_edge);
  g_test_add_func ("/outlines/land and sea", test_land_and_sea);

  return g_test_run ();
}
