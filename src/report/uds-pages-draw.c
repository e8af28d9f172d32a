/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws the pieces of a page where they were placed, with the elements of the PDF's structure around them. An element
 * whose block goes over a page stays open until the block ends. */
#include "uds-pages-private.h"

#include <glib/gi18n.h>

#define UNIT 7.0
#define COVER_TITLE_Y 224.0
#define COVER_NOTE_Y (UDS_PAGE_HEIGHT - UDS_PAGE_MARGIN)
#define COVER_BADGES 17 /* as many fill the width */
#define COVER_BADGE_GAP 4.0
#define RUNNING_HEAD_Y 28.0
#define RUNNING_FOOT_Y (UDS_PAGE_HEIGHT - 38.5)
#define MARK_SIZE 7.0

static void
draw_text (UdsPainter    *painter,
           const char    *tag,
           const UdsText *text,
           double         x,
           double         y)
{
  if (text->layout == NULL)
    return;
  uds_painter_begin (painter, tag);
  uds_text_draw (text, painter->typesetter, painter->cr, x, y, 0, text->n_lines);
  uds_painter_end (painter, tag);
}

static void
draw_square (UdsPainter     *painter,
             const UdsBadge *badge,
             double          x,
             double          y,
             double          size)
{
  uds_painter_begin (painter, "Artifact");
  cairo_set_source_rgb (painter->cr, badge->background[0], badge->background[1], badge->background[2]);
  cairo_rectangle (painter->cr, x, y, size, size);
  cairo_fill (painter->cr);
  uds_painter_end (painter, "Artifact");
}

static void
draw_in_square (UdsPainter     *painter,
                const UdsBadge *badge,
                const UdsText  *text,
                double          x,
                double          y,
                double          size)
{
  double dx = (size - uds_text_get_natural_width (text)) / 2;
  double dy = (size - uds_text_role_get_leading (text->role)) / 2;

  cairo_set_source_rgb (painter->cr, badge->ink[0], badge->ink[1], badge->ink[2]);
  uds_text_draw (text, painter->typesetter, painter->cr, x + dx, y + dy, 0, 1);
  uds_text_draw_end (text, painter->typesetter, painter->cr, x + dx, y + dy);
}

/* The squares only repeat what the sections are called. */
static void
draw_cover_badges (const UdsBlock *block,
                   UdsPainter     *painter,
                   double          y)
{
  double size = (UDS_BODY_WIDTH + COVER_BADGE_GAP) / COVER_BADGES - COVER_BADGE_GAP;

  for (guint i = 0; i < block->n_badges; i++)
    {
      const UdsBadge *badge = &block->badges[i];
      double x = UDS_PAGE_MARGIN + i * (size + COVER_BADGE_GAP);
      UdsText text;

      uds_text_init (&text, painter->typesetter, UDS_TEXT_BADGE, badge->text);
      draw_square (painter, badge, x, y, size);
      uds_painter_begin (painter, "Artifact");
      draw_in_square (painter, badge, &text, x, y, size);
      uds_painter_end (painter, "Artifact");
      uds_text_clear (&text);
    }
}

static void
draw_cover (const UdsBox *box,
            UdsPainter   *painter)
{
  double y = COVER_TITLE_Y;

  draw_text (painter, "P", &box->organisation, UDS_PAGE_MARGIN, UDS_PAGE_MARGIN);
  draw_text (painter, "P", &box->text, UDS_PAGE_MARGIN, y);
  y += uds_text_get_height (&box->text) + 2 * UNIT;
  draw_text (painter, "P", &box->label, UDS_PAGE_MARGIN, y);
  y += uds_text_get_height (&box->label) + 6 * UNIT;
  draw_cover_badges (box->block, painter, y);
  draw_text (painter, "P", &box->source, UDS_PAGE_MARGIN, COVER_NOTE_Y - uds_text_get_height (&box->source));
}

static void
draw_heading (const UdsBox *box,
              UdsPainter   *painter,
              double        x,
              double        y)
{
  static const char *const tags[UDS_HEADING_LEVELS] = { "H1", "H2", "H3" };
  const char *tag = tags[box->block->level - 1];
  const UdsBadge *badge = box->block->badges;
  double size = uds_text_role_get_leading (box->text.role);

  if (badge != NULL)
    draw_square (painter, badge, x, y, size);

  uds_painter_begin_anchor (painter, box->anchor);
  uds_painter_begin (painter, tag);
  if (badge != NULL)
    draw_in_square (painter, badge, &box->label, x, y, size);
  uds_text_draw (&box->text, painter->typesetter, painter->cr, x + box->x, y, 0, box->text.n_lines);
  uds_painter_end (painter, tag);
  uds_painter_end_anchor (painter);
}

static void
draw_figure (const UdsBox *box,
             UdsPainter   *painter,
             double        x,
             double        y)
{
  const UdsFigure *figure = &box->block->figure;

  draw_text (painter, "Caption", &box->text, x, y);
  y += uds_text_get_height (&box->text);
  draw_text (painter, "P", &box->label, x, y);
  y += uds_text_get_height (&box->label) + UNIT;

  uds_painter_begin_figure (painter, figure->alternative);
  cairo_save (painter->cr);
  cairo_translate (painter->cr, x, y);
  figure->draw (painter->cr, UDS_BODY_WIDTH, box->figure_height, figure->data);
  cairo_restore (painter->cr);
  uds_painter_end (painter, "Figure");

  draw_text (painter, "P", &box->source, x, y + box->figure_height + UNIT);
}

static void
draw_whole (const UdsBox *box,
            UdsPainter   *painter,
            double        x,
            double        y)
{
  if (box->block->type == UDS_BLOCK_COVER)
    draw_cover (box, painter);
  else if (box->block->type == UDS_BLOCK_HEADING)
    draw_heading (box, painter, x, y);
  else
    draw_figure (box, painter, x, y);
}

static void
open_list_item (const UdsBox *box,
                UdsPainter   *painter,
                double        x,
                double        y)
{
  if (box->begins_list)
    uds_painter_begin (painter, "L");
  uds_painter_begin (painter, "LI");
  draw_text (painter, "Lbl", &box->label, x, y);
  uds_painter_begin (painter, "LBody");
}

static void
close_list_item (const UdsBox *box,
                 UdsPainter   *painter)
{
  uds_painter_end (painter, "LBody");
  uds_painter_end (painter, "LI");
  if (box->ends_list)
    uds_painter_end (painter, "L");
}

static void
draw_lines (const UdsBox  *box,
            const UdsPart *part,
            UdsPainter    *painter,
            double         x,
            double         y)
{
  gboolean is_item = box->block->type == UDS_BLOCK_LIST_ITEM;
  double middle = uds_text_role_get_leading (box->text.role) / 2;

  if (part->opens && box->block->mark != UDS_MARK_NONE)
    uds_painter_draw_mark (painter, box->block->mark, x, y + middle - MARK_SIZE / 2, MARK_SIZE);
  if (part->opens && is_item)
    open_list_item (box, painter, x, y);
  else if (part->opens)
    uds_painter_begin (painter, "P");

  uds_text_draw (&box->text, painter->typesetter, painter->cr, x + box->x, y, part->first, part->n_lines);

  if (part->closes && is_item)
    close_list_item (box, painter);
  else if (part->closes)
    uds_painter_end (painter, "P");
}

static void
draw_table_part (const UdsBox       *box,
                 const UdsPart      *part,
                 const UdsPlacement *placement,
                 UdsPainter         *painter,
                 double              x,
                 double              y)
{
  if (part->opens && !placement->repeated)
    uds_painter_begin (painter, "Table");

  if (part->type == UDS_PART_CAPTION)
    draw_text (painter, "Caption", &box->text, x, y);
  else if (part->type == UDS_PART_HEAD)
    uds_table_box_draw_head (box->table, painter, x, y, placement->repeated);
  else
    uds_table_box_draw_row (box->table, painter, part->row, x, y, part->first, part->n_lines);

  if (part->closes && !placement->repeated)
    uds_painter_end (painter, "Table");
}

static char *
describe_link (const UdsBox *heading)
{
  if (heading->block->n_badges > 0)
    return g_strdup_printf ("%s %s", heading->block->badges[0].text, heading->block->text);
  return g_strdup (heading->block->text);
}

static void
draw_entry (const UdsSheet *self,
            const UdsPart  *part,
            UdsPainter     *painter,
            double          x,
            double          y)
{
  const UdsEntry *entry = uds_boxes_get_entry (self->boxes, part->entry);
  const UdsBox *heading = uds_boxes_get (self->boxes, entry->box);
  g_autofree char *description = describe_link (heading);
  g_autofree char *number = g_strdup_printf ("%u", heading->page + 1);
  double leading = uds_text_role_get_leading (entry->text.role);
  double last = y + (entry->text.n_lines - 1) * leading;
  double right = x + UDS_BODY_WIDTH;
  UdsText page;

  if (part->opens)
    uds_painter_begin (painter, "TOC");
  uds_text_init (&page, painter->typesetter, entry->text.role, number);
  uds_painter_draw_leader (painter, x + entry->x + uds_text_get_last_line_width (&entry->text) + UNIT / 2,
                           right - uds_text_get_natural_width (&page) - UNIT / 2, last + leading * 0.68);

  uds_painter_begin (painter, "TOCI");
  uds_painter_begin_link (painter, heading->anchor, description);
  uds_text_draw (&entry->label, painter->typesetter, painter->cr, x, y, 0, 1);
  uds_text_draw_end (&entry->label, painter->typesetter, painter->cr, x, y);
  uds_text_draw (&entry->text, painter->typesetter, painter->cr, x + entry->x, y, 0, entry->text.n_lines);
  uds_text_draw_end (&entry->text, painter->typesetter, painter->cr, x + entry->x, y);
  uds_text_draw_to_right (&page, painter->typesetter, painter->cr, right, last, 0, 1);
  uds_painter_end (painter, CAIRO_TAG_LINK);
  uds_painter_end (painter, "TOCI");
  if (part->closes)
    uds_painter_end (painter, "TOC");
  uds_text_clear (&page);
}

static void
draw_placement (const UdsSheet     *self,
                const UdsPlacement *placement,
                UdsPainter         *painter)
{
  const UdsPart *part = uds_boxes_get_part (self->boxes, placement->piece);
  const UdsBox *box = uds_boxes_get (self->boxes, part->box);
  double x = UDS_PAGE_MARGIN;
  double y = UDS_PAGE_MARGIN + placement->y;

  switch (part->type)
    {
    case UDS_PART_LINES:
      draw_lines (box, part, painter, x, y);
      break;
    case UDS_PART_CAPTION:
    case UDS_PART_HEAD:
    case UDS_PART_ROW:
      draw_table_part (box, part, placement, painter, x, y);
      break;
    case UDS_PART_TITLE:
      draw_text (painter, "H1", &box->text, x, y);
      break;
    case UDS_PART_ENTRY:
      draw_entry (self, part, painter, x, y);
      break;
    case UDS_PART_WHOLE:
    default:
      draw_whole (box, painter, x, y);
      break;
    }
}

/* A line that is no part of the text, set to one of the page's sides. */
static void
draw_running (UdsPainter *painter,
              const char *string,
              double      y,
              gboolean    to_right)
{
  UdsText text;

  uds_text_init (&text, painter->typesetter, UDS_TEXT_RUNNING, string);
  uds_text_set_max_lines (&text, 1);
  uds_painter_begin (painter, "Artifact");
  if (to_right)
    uds_text_draw_to_right (&text, painter->typesetter, painter->cr, UDS_PAGE_WIDTH - UDS_PAGE_MARGIN, y, 0, 1);
  else
    uds_text_draw (&text, painter->typesetter, painter->cr, UDS_PAGE_MARGIN, y, 0, 1);
  uds_painter_end (painter, "Artifact");
  uds_text_clear (&text);
}

static void
draw_head_and_foot (const UdsSheet *self,
                    UdsPainter     *painter)
{
  /* Translators: at the foot of a printed page: which page it is, of how many */
  g_autofree char *number = g_strdup_printf (_ ("page %u of %u"), self->page + 1, self->n_pages);

  draw_running (painter, uds_document_get_title (self->document), RUNNING_HEAD_Y, FALSE);
  draw_running (painter, uds_document_get_subtitle (self->document), RUNNING_HEAD_Y, TRUE);
  draw_running (painter, number, RUNNING_FOOT_Y, TRUE);
}

/* A cover fills its page alone. */
gboolean
uds_sheet_is_cover (const UdsSheet *self)
{
  const UdsPart *part = uds_boxes_get_part (self->boxes, self->placements[0].piece);

  return uds_boxes_get (self->boxes, part->box)->block->type == UDS_BLOCK_COVER;
}

void
uds_sheet_draw (const UdsSheet *self,
                UdsPainter     *painter)
{
  for (guint i = 0; i < self->n_placements; i++)
    draw_placement (self, &self->placements[i], painter);
  if (!uds_sheet_is_cover (self))
    draw_head_and_foot (self, painter);
}
