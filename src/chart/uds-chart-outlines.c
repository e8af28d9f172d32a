/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the arrangement that resources/map/make.py writes, once, and keeps it. */
#include "uds-chart-outlines.h"

#include "udsyn-resources.h"

#include <gio/gio.h>

#define FOLDER "/dk/kk/Udsyn/map/"
#define HUNDREDTHS 100.0
#define GROUP_BITS 7
#define GROUP_MASK 0x7f

typedef struct {
  GArray *points; /* UdsChartDegrees */
  GArray *rings;  /* UdsChartRing */
  UdsChartDegrees south_west;
  UdsChartDegrees north_east;
} Outlines;

typedef struct {
  const guint8 *next;
  const guint8 *end;
} Reader;

static guint32
read_number (Reader *reader)
{
  guint32 number = 0;
  guint shift = 0;

  while (reader->next < reader->end && shift < 32)
    {
      guint8 group = *reader->next++;

      number |= (guint32) (group & GROUP_MASK) << shift;
      if (group <= GROUP_MASK)
        return number;
      shift += GROUP_BITS;
    }

  g_assert_not_reached (); /* it is compiled in, and tested */
}

static int
read_distance (Reader *reader)
{
  guint32 number = read_number (reader);

  return number % 2 == 0 ? (int) (number / 2) : -(int) (number / 2) - 1;
}

static void
read_ring (Reader          *reader,
           Outlines        *outlines,
           UdsChartDegrees *last)
{
  gsize n_points = read_number (reader);
  UdsChartRing ring = { NULL, n_points, G_MAXDOUBLE, -G_MAXDOUBLE };

  for (gsize i = 0; i < n_points; i++)
    {
      UdsChartDegrees point;

      last->longitude += read_distance (reader);
      last->latitude += read_distance (reader);
      point = (UdsChartDegrees) { last->longitude / HUNDREDTHS, last->latitude / HUNDREDTHS };
      ring.south = MIN (ring.south, point.latitude);
      ring.north = MAX (ring.north, point.latitude);
      outlines->south_west.longitude = MIN (outlines->south_west.longitude, point.longitude);
      outlines->north_east.longitude = MAX (outlines->north_east.longitude, point.longitude);
      g_array_append_val (outlines->points, point);
    }
  outlines->south_west.latitude = MIN (outlines->south_west.latitude, ring.south);
  outlines->north_east.latitude = MAX (outlines->north_east.latitude, ring.north);
  g_array_append_val (outlines->rings, ring);
}

/* The points have stopped moving only when all of them are there. */
static void
point_to_points (Outlines *outlines)
{
  const UdsChartDegrees *next = (const UdsChartDegrees *) (gpointer) outlines->points->data;

  for (guint i = 0; i < outlines->rings->len; i++)
    {
      UdsChartRing *ring = &g_array_index (outlines->rings, UdsChartRing, i);

      ring->points = next;
      next += ring->n_points;
    }
}

static Outlines *
read_outlines (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, ".outlines", NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (udsyn_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  Outlines *outlines = g_new0 (Outlines, 1);
  UdsChartDegrees last = { 0, 0 };
  gsize length, n_rings;
  Reader reader;

  reader.next = g_bytes_get_data (bytes, &length);
  reader.end = reader.next + length;
  outlines->points = g_array_new (FALSE, FALSE, sizeof (UdsChartDegrees));
  outlines->rings = g_array_new (FALSE, FALSE, sizeof (UdsChartRing));
  outlines->south_west = (UdsChartDegrees) { G_MAXDOUBLE, G_MAXDOUBLE };
  outlines->north_east = (UdsChartDegrees) { -G_MAXDOUBLE, -G_MAXDOUBLE };
  n_rings = read_number (&reader);
  for (gsize i = 0; i < n_rings; i++)
    read_ring (&reader, outlines, &last);
  point_to_points (outlines);

  return outlines;
}

static const Outlines *
get_outlines (UdsChartDetail detail)
{
  static const char *const names[UDS_CHART_N_DETAILS] = { "world", "europe" };
  static Outlines *all[UDS_CHART_N_DETAILS];

  if (g_once_init_enter_pointer (&all[detail]))
    g_once_init_leave_pointer (&all[detail], read_outlines (names[detail]));
  return all[detail];
}

/**
 * uds_chart_outlines_get:
 * @detail: how much of the earth, and how fine
 * @n_rings: (out): how many rings
 *
 * Any thread. The rings stay as long as the program.
 *
 * Returns: (array length=n_rings) (transfer none): the rings. Filled together by the even-odd rule they are the land
 */
const UdsChartRing *
uds_chart_outlines_get (UdsChartDetail  detail,
                        gsize          *n_rings)
{
  const Outlines *outlines = get_outlines (detail);

  *n_rings = outlines->rings->len;
  return (const UdsChartRing *) (gpointer) outlines->rings->data;
}

/**
 * uds_chart_outlines_get_bounds:
 * @detail: how much of the earth
 * @south_west: (out): where it begins
 * @north_east: (out): where it ends
 */
void
uds_chart_outlines_get_bounds (UdsChartDetail   detail,
                               UdsChartDegrees *south_west,
                               UdsChartDegrees *north_east)
{
  *south_west = get_outlines (detail)->south_west;
  *north_east = get_outlines (detail)->north_east;
}
