/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes PDF structure through Cairo's tags, and draws the few shapes of a page that are not text. What only divides
 * or decorates is an artefact: readers of the structure do not meet it. */
#include "uds-painter-private.h"

#define ARTIFACT "Artifact"
#define LEADER_STEP 4
#define LEADER_WIDTH 0.7
#define MARK_LINE 0.11 /* of a ring, as a part of its size */

static void
begin (UdsPainter *self,
       const char *tag,
       const char *attributes)
{
  if (self->notes != NULL)
    cairo_tag_begin (self->cr, tag, attributes);
}

/* Begins an element of the structure that has no attributes. */
void
uds_painter_begin (UdsPainter *self,
                   const char *tag)
{
  begin (self, tag, NULL);
}

void
uds_painter_end (UdsPainter *self,
                 const char *tag)
{
  if (self->notes != NULL)
    cairo_tag_end (self->cr, tag);
}

void
uds_painter_begin_figure (UdsPainter *self,
                          const char *alternative)
{
  if (self->notes == NULL)
    return;
  uds_pdf_notes_add_figure (self->notes, alternative);
  begin (self, "Figure", NULL);
}

void
uds_painter_begin_header (UdsPainter *self,
                          gboolean    of_row)
{
  if (self->notes == NULL)
    return;
  uds_pdf_notes_add_header (self->notes, of_row);
  begin (self, "TH", NULL);
}

void
uds_painter_begin_link (UdsPainter *self,
                        guint       anchor,
                        const char *description)
{
  g_autofree char *attributes = g_strdup_printf ("dest='h%u'", anchor);

  if (self->notes == NULL)
    return;
  uds_pdf_notes_add_link (self->notes, description);
  begin (self, CAIRO_TAG_LINK, attributes);
}

void
uds_painter_begin_anchor (UdsPainter *self,
                          guint       anchor)
{
  g_autofree char *attributes = g_strdup_printf ("name='h%u' internal", anchor);

  begin (self, CAIRO_TAG_DEST, attributes);
}

void
uds_painter_end_anchor (UdsPainter *self)
{
  uds_painter_end (self, CAIRO_TAG_DEST);
}

void
uds_painter_draw_rule (UdsPainter *self,
                       double      x,
                       double      y,
                       double      width,
                       double      thickness,
                       double      grey)
{
  uds_painter_begin (self, ARTIFACT);
  cairo_set_source_rgb (self->cr, grey, grey, grey);
  cairo_rectangle (self->cr, x, y - thickness / 2, width, thickness);
  cairo_fill (self->cr);
  uds_painter_end (self, ARTIFACT);
}

/* Dots from one end to the other, on a grid that all leaders of a page share. */
void
uds_painter_draw_leader (UdsPainter *self,
                         double      from,
                         double      to,
                         double      y)
{
  static const double dots[] = { 0, LEADER_STEP };
  double first = (double) ((int) (from / LEADER_STEP) + 1) * LEADER_STEP;

  if (first >= to)
    return;

  uds_painter_begin (self, ARTIFACT);
  cairo_save (self->cr);
  cairo_set_source_rgb (self->cr, 0.35, 0.35, 0.35);
  cairo_set_line_width (self->cr, LEADER_WIDTH);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (self->cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_move_to (self->cr, first, y);
  cairo_line_to (self->cr, to, y);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
  uds_painter_end (self, ARTIFACT);
}

static void
add_polygon (cairo_t      *cr,
             const double *points,
             guint         n_points)
{
  for (guint i = 0; i < n_points; i++)
    cairo_line_to (cr, points[2 * i], points[2 * i + 1]);
  cairo_close_path (cr);
}

/* A mark within the unit square, filled or, for a ring, stroked. */
static void
draw_unit_mark (cairo_t *cr,
                UdsMark  mark)
{
  static const double up[] = { 0.5, 0.06, 1, 0.94, 0, 0.94 };
  static const double down[] = { 0.5, 0.94, 1, 0.06, 0, 0.06 };
  static const double wedge[] = { 1, 0.06, 1, 0.94, 0, 0.94 };

  switch (mark)
    {
    case UDS_MARK_DISC:
      cairo_arc (cr, 0.5, 0.5, 0.5, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    case UDS_MARK_TRIANGLE_UP:
      add_polygon (cr, up, 3);
      cairo_fill (cr);
      break;
    case UDS_MARK_WEDGE:
      add_polygon (cr, wedge, 3);
      cairo_fill (cr);
      break;
    case UDS_MARK_BAR:
      cairo_rectangle (cr, 0, 0.34, 1, 0.32);
      cairo_fill (cr);
      break;
    case UDS_MARK_TRIANGLE_DOWN:
      add_polygon (cr, down, 3);
      cairo_fill (cr);
      break;
    case UDS_MARK_RING:
      cairo_set_line_width (cr, MARK_LINE);
      cairo_arc (cr, 0.5, 0.5, 0.5 - MARK_LINE / 2, 0, 2 * G_PI);
      cairo_stroke (cr);
      break;
    case UDS_MARK_NONE:
    default:
      break;
    }
}

/* (x, y) is the upper left corner of the square the mark fills. */
void
uds_painter_draw_mark (UdsPainter *self,
                       UdsMark     mark,
                       double      x,
                       double      y,
                       double      size)
{
  uds_painter_begin (self, ARTIFACT);
  cairo_save (self->cr);
  cairo_set_source_rgb (self->cr, 0, 0, 0);
  cairo_translate (self->cr, x, y);
  cairo_scale (self->cr, size, size);
  cairo_new_path (self->cr);
  draw_unit_mark (self->cr, mark);
  cairo_restore (self->cr);
  uds_painter_end (self, ARTIFACT);
}
