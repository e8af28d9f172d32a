/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The projections against published values, back and forth, and by what they promise: areas. */
#include "uds-chart-projection.h"

#include <math.h>

#define PRECISION 1e-6
#define AUTHALIC_RADIUS 6371007.1809 /* of WGS 84, in metres */

static const UdsChartProjection world = { UDS_CHART_PROJECTION_EQUAL_EARTH, { 0, 0 } };
static const UdsChartProjection shifted = { UDS_CHART_PROJECTION_EQUAL_EARTH, { UDS_CHART_WORLD_MERIDIAN, 0 } };
static const UdsChartProjection europe = { UDS_CHART_PROJECTION_AZIMUTHAL, { 10, 52 } };
static const UdsChartProjection pole = { UDS_CHART_PROJECTION_AZIMUTHAL, { 0, 90 } };

static void
assert_maps (const UdsChartProjection *projection,
             double                    longitude,
             double                    latitude,
             double                    expected_x,
             double                    expected_y)
{
  double x, y;

  uds_chart_projection_map (projection, &(UdsChartDegrees) { longitude, latitude }, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, expected_x, PRECISION);
  g_assert_cmpfloat_with_epsilon (y, expected_y, PRECISION);
}

static void
test_equal_earth (void)
{
  double equator, pole_line, top, nothing;

  /* The bounds of EPSG:8857, which are in metres. */
  assert_maps (&world, 180, 0, 17243959.06 / AUTHALIC_RADIUS, 0);
  assert_maps (&world, 0, 90, 0, 8392927.6 / AUTHALIC_RADIUS);
  /* By the paper's polynomial, computed apart. */
  assert_maps (&world, 12.57, 55.68, 0.1484162319, 1.0277856883);
  assert_maps (&world, -70, 40, -0.9329070735, 0.7746211959);

  /* The paper: the pole line is 0.59247 times as long as the equator, and the map 2.05458 times as wide as high. */
  uds_chart_projection_map (&world, &(UdsChartDegrees) { 180, 0 }, &equator, &nothing);
  uds_chart_projection_map (&world, &(UdsChartDegrees) { 180, 90 }, &pole_line, &top);
  g_assert_cmpfloat_with_epsilon (pole_line / equator, 0.59247, 5e-6);
  g_assert_cmpfloat_with_epsilon (equator / top, 2.05458, 5e-6);
}

/* John P. Snyder, Map Projections: A Working Manual (1987), numerical example of the sphere, radius 3. */
static void
test_azimuthal (void)
{
  const UdsChartProjection snyder = { UDS_CHART_PROJECTION_AZIMUTHAL, { -100, 40 } };

  assert_maps (&snyder, 100, -20, -4.2339303 / 3, 4.0257775 / 3);
  assert_maps (&europe, 10, 52, 0, 0);
}

static void
test_there_and_back (void)
{
  const UdsChartProjection *projections[] = { &world, &shifted, &europe, &pole };

  for (gsize i = 0; i < G_N_ELEMENTS (projections); i++)
    for (double longitude = -179; longitude < 180; longitude += 7)
      for (double latitude = -89; latitude < 90; latitude += 4)
        {
          UdsChartDegrees back;
          double x, y;

          uds_chart_projection_map (projections[i], &(UdsChartDegrees) { longitude, latitude }, &x, &y);
          g_assert_true (uds_chart_projection_invert (projections[i], x, y, &back));
          g_assert_cmpfloat_with_epsilon (back.longitude, longitude, PRECISION);
          g_assert_cmpfloat_with_epsilon (back.latitude, latitude, PRECISION);
        }
}

static void
test_beside_the_map (void)
{
  UdsChartDegrees degrees;

  g_assert_false (uds_chart_projection_invert (&world, 2.8, 0, &degrees));
  g_assert_false (uds_chart_projection_invert (&world, 0, 1.4, &degrees));
  g_assert_false (uds_chart_projection_invert (&world, 2.6, 1.2, &degrees));
  g_assert_false (uds_chart_projection_invert (&europe, 1.5, 1.5, &degrees));
  g_assert_true (uds_chart_projection_invert (&europe, 1, 1, &degrees));
}

/* A small square keeps its area, on all of the world map, and on the half of the earth that the other is used for. */
static void
test_areas (void)
{
  const UdsChartProjection *projections[] = { &world, &shifted, &europe };
  const double side = 0.01;

  for (gsize i = 0; i < G_N_ELEMENTS (projections); i++)
    for (double longitude = -160; longitude < 165; longitude += 13)
      for (double latitude = -80; latitude < 81; latitude += 8)
        {
          double x0, y0, x1, y1, x2, y2, area, expected;

          uds_chart_projection_map (projections[i], &(UdsChartDegrees) { longitude, latitude - side / 2 }, &x0, &y0);
          if (projections[i] == &europe && hypot (x0, y0) > G_SQRT2)
            continue;
          uds_chart_projection_map (projections[i], &(UdsChartDegrees) { longitude + side, latitude - side / 2 }, &x1,
                                    &y1);
          uds_chart_projection_map (projections[i], &(UdsChartDegrees) { longitude, latitude + side / 2 }, &x2, &y2);
          area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
          expected = pow (side * G_PI / 180, 2) * cos (latitude * G_PI / 180);
          g_assert_cmpfloat_with_epsilon (area / expected, 1, 0.002);
        }
}

/* Beyond the middle's antipode the map goes on at its other edge: the Bering Strait is where it is cut. */
static void
test_cut_in_the_bering_strait (void)
{
  double russia, alaska, y;

  uds_chart_projection_map (&shifted, &(UdsChartDegrees) { -169.9, 66 }, &russia, &y);
  uds_chart_projection_map (&shifted, &(UdsChartDegrees) { -168.1, 65.6 }, &alaska, &y);
  g_assert_cmpfloat (russia, >, 1.9);
  g_assert_cmpfloat (alaska, <, -1.9);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection/equal earth", test_equal_earth);
  g_test_add_func ("/projection/azimuthal", test_azimuthal);
  g_test_add_func ("/projection/there and back", test_there_and_back);
  g_test_add_func ("/projection/beside the map", test_beside_the_map);
  g_test_add_func ("/projection/areas", test_areas);
  g_test_add_func ("/projection/cut in the Bering Strait", test_cut_in_the_bering_strait);

  return g_test_run ();
}
