/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where pages are drawn: a Cairo context and, for a PDF, the structure that is written along with the drawing.
 * For src/report only. */
#pragma once

#include "uds-document-table.h"
#include "uds-pdf-finish.h"
#include "uds-typesetter-private.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * UdsPainter:
 * @cr: where to draw
 * @typesetter: that set the texts
 * @notes: (nullable): what Cairo cannot write into a PDF; %NULL where no structure is wanted
 */
typedef struct {
  cairo_t       *cr;
  UdsTypesetter *typesetter;
  UdsPdfNotes   *notes;
} UdsPainter;

void uds_painter_begin          (UdsPainter *self,
                                 const char *tag);
void uds_painter_end            (UdsPainter *self,
                                 const char *tag);
void uds_painter_begin_figure   (UdsPainter *self,
                                 const char *alternative);
void uds_painter_begin_header   (UdsPainter *self,
                                 gboolean    of_row);
void uds_painter_begin_link     (UdsPainter *self,
                                 guint       anchor,
                                 const char *description);
void uds_painter_begin_anchor   (UdsPainter *self,
                                 guint       anchor);
void uds_painter_end_anchor     (UdsPainter *self);
void uds_painter_draw_rule      (UdsPainter *self,
                                 double      x,
                                 double      y,
                                 double      width,
                                 double      thickness,
                                 double      grey);
void uds_painter_draw_leader    (UdsPainter *self,
                                 double      from,
                                 double      to,
                                 double      y);
void uds_painter_draw_mark      (UdsPainter *self,
                                 UdsMark     mark,
                                 double      x,
                                 double      y,
                                 double      size);

G_END_DECLS
