/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formulas, for a sphere with a radius of 1. Results are radians, x to the east and y to the north. */
#include "uds-chart-projection.h"

#include <math.h>

#define RADIANS (G_PI / 180)

/* The four coefficients of Equal Earth. */
#define A1 1.340264
#define A2 -0.081106
#define A3 0.000893
#define A4 0.003796

#define STEPS_MAX 12
#define PRECISION 1e-12
#define EDGE 1e-9 /* of the longitude, in degrees: rounding carries nothing over the edge */

/* From the middle of the map, −180 to 180. */
static double
from_centre (double longitude,
             double centre)
{
  double difference = longitude - centre;

  if (difference > 180 + EDGE)
    return difference - 360;
  if (difference < -180 - EDGE)
    return difference + 360;
  return difference;
}

static double
to_longitude (double from,
              double centre)
{
  double longitude = from + centre;

  if (longitude > 180)
    return longitude - 360;
  if (longitude < -180)
    return longitude + 360;
  return longitude;
}

static double
equal_earth_y (double theta)
{
  double square = theta * theta;
  double sixth = square * square * square;

  return theta * (A1 + A2 * square + sixth * (A3 + A4 * square));
}

/* How fast y grows with theta. */
static double
equal_earth_slope (double theta)
{
  double square = theta * theta;
  double sixth = square * square * square;

  return A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square);
}

static void
map_equal_earth (double  from,
                 double  latitude,
                 double *x,
                 double *y)
{
  double theta = asin (sqrt (3) / 2 * sin (latitude));

  *x = 2 * sqrt (3) * from * cos (theta) / (3 * equal_earth_slope (theta));
  *y = equal_earth_y (theta);
}

/* Newton's method, which finds theta in a few steps everywhere on the map. */
static gboolean
invert_equal_earth (double  x,
                    double  y,
                    double *from,
                    double *latitude)
{
  double theta = y;
  double sine;

  for (int i = 0; i < STEPS_MAX; i++)
    {
      double step = (equal_earth_y (theta) - y) / equal_earth_slope (theta);

      theta -= step;
      if (fabs (step) < PRECISION)
        break;
    }

  sine = 2 * sin (theta) / sqrt (3);
  if (fabs (theta) > G_PI / 3 + PRECISION)
    return FALSE;
  *latitude = asin (CLAMP (sine, -1, 1));
  *from = sqrt (3) * x * equal_earth_slope (theta) / (2 * cos (theta));
  return fabs (*from) <= G_PI + PRECISION;
}

static void
map_azimuthal (double  from,
               double  latitude,
               double  centre,
               double *x,
               double *y)
{
  double cosine = sin (centre) * sin (latitude) + cos (centre) * cos (latitude) * cos (from);
  double scale = sqrt (2 / MAX (1 + cosine, PRECISION)); /* the point opposite has no place */

  *x = scale * cos (latitude) * sin (from);
  *y = scale * (cos (centre) * sin (latitude) - sin (centre) * cos (latitude) * cos (from));
}

static gboolean
invert_azimuthal (double  x,
                  double  y,
                  double  centre,
                  double *from,
                  double *latitude)
{
  double distance = hypot (x, y);
  double angle;

  if (distance > 2)
    return FALSE;

  angle = 2 * asin (distance / 2);
  if (distance < PRECISION)
    {
      *latitude = centre;
      *from = 0;
      return TRUE;
    }
  *latitude = asin (CLAMP (cos (angle) * sin (centre) + y * sin (angle) * cos (centre) / distance, -1, 1));
  *from = atan2 (x * sin (angle), distance * cos (centre) * cos (angle) - y * sin (centre) * sin (angle));
  return TRUE;
}

/**
 * uds_chart_projection_map:
 * @self: a projection
 * @degrees: a place on the earth
 * @x: (out): to the right of the centre, in radians
 * @y: (out): above it, in radians
 */
void
uds_chart_projection_map (const UdsChartProjection *self,
                          const UdsChartDegrees    *degrees,
                          double                   *x,
                          double                   *y)
{
  double from = from_centre (degrees->longitude, self->centre.longitude) * RADIANS;

  if (self->kind == UDS_CHART_PROJECTION_EQUAL_EARTH)
    map_equal_earth (from, degrees->latitude * RADIANS, x, y);
  else
    map_azimuthal (from, degrees->latitude * RADIANS, self->centre.latitude * RADIANS, x, y);
}

/**
 * uds_chart_projection_invert:
 * @self: a projection
 * @x: to the right of the centre, in radians
 * @y: above it, in radians
 * @degrees: (out): what lies there
 *
 * Returns: %FALSE where that is beside the map; @degrees is then not to be used
 */
gboolean
uds_chart_projection_invert (const UdsChartProjection *self,
                             double                    x,
                             double                    y,
                             UdsChartDegrees          *degrees)
{
  double from = 0, latitude = 0;
  gboolean is_inside = self->kind == UDS_CHART_PROJECTION_EQUAL_EARTH
                           ? invert_equal_earth (x, y, &from, &latitude)
                           : invert_azimuthal (x, y, self->centre.latitude * RADIANS, &from, &latitude);

  degrees->longitude = to_longitude (from / RADIANS, self->centre.longitude);
  degrees->latitude = latitude / RADIANS;
  return is_inside;
}
