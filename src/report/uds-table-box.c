/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns get what their longest text needs; where that is too much for the page, none gets less than its longest word
 * before the others have given what they can. What is left over goes to the columns that hold words. */
#include "uds-table-box-private.h"

#define GAP 12        /* between columns */
#define PADDING 2.625 /* above and below the lines of a row */
#define HEAD_PADDING 3.5
#define MARK_SIZE 6
#define MARK_SPACE 9.5
#define HEAD_RULE 0.75
#define ROW_RULE 0.3
#define ROW_GREY 0.6

typedef struct {
  double x;
  double width;
} Column;

struct _UdsTableBox {
  const UdsDocumentTable *table;
  guint n_columns;
  guint n_rows;
  double width;
  Column *columns;
  UdsText *headings;
  UdsText *cells;
  guint n_head_lines;
};

static UdsText *
get_cell (const UdsTableBox *self,
          guint              row,
          guint              column)
{
  return &self->cells[row * self->n_columns + column];
}

static void
set_texts (UdsTableBox   *self,
           UdsTypesetter *typesetter)
{
  for (guint c = 0; c < self->n_columns; c++)
    uds_text_init (&self->headings[c], typesetter, UDS_TEXT_CELL_HEAD,
                   uds_document_table_get_heading (self->table, c, NULL));

  for (guint r = 0; r < self->n_rows; r++)
    {
      UdsTextRole role = uds_document_table_is_strong (self->table, r) ? UDS_TEXT_CELL_STRONG : UDS_TEXT_CELL;

      for (guint c = 0; c < self->n_columns; c++)
        uds_text_init (get_cell (self, r, c), typesetter, role, uds_document_table_get_cell (self->table, r, c, NULL));
    }
}

static double
mark_space (UdsMark mark)
{
  return mark == UDS_MARK_NONE ? 0 : MARK_SPACE;
}

static gboolean
is_numeric (const UdsTableBox *self,
            guint              column)
{
  return (uds_document_table_get_flags (self->table, column) & UDS_COLUMN_NUMERIC) != 0;
}

static double
widest_cell (const UdsTableBox *self,
             guint column,
             double (*measure) (const UdsText *))
{
  double width = 0;

  for (guint r = 0; r < self->n_rows; r++)
    {
      UdsMark mark;

      uds_document_table_get_cell (self->table, r, column, &mark);
      width = MAX (width, measure (get_cell (self, r, column)) + mark_space (mark));
    }
  return width;
}

static double
natural_width (const UdsTableBox *self,
               guint              column)
{
  return MAX (uds_text_get_natural_width (&self->headings[column]),
              widest_cell (self, column, uds_text_get_natural_width));
}

/* Words may stand below each other, a figure and its unit may not. */
static double
least_width (const UdsTableBox *self,
             guint              column)
{
  gboolean numeric = is_numeric (self, column);

  return MAX (uds_text_get_longest_word (&self->headings[column]),
              widest_cell (self, column, numeric ? uds_text_get_natural_width : uds_text_get_longest_word));
}

/* Gives what is left over to the columns that hold words, by how wide they are. */
static void
stretch (UdsTableBox *self,
         double       left_over)
{
  double words = 0;

  for (guint c = 0; c < self->n_columns; c++)
    words += is_numeric (self, c) ? 0 : self->columns[c].width;
  for (guint c = 0; c < self->n_columns && words > 0; c++)
    if (!is_numeric (self, c))
      self->columns[c].width *= 1 + left_over / words;
}

/* Takes up to @missing from the columns of one sort, by how much each can give. Returns what is still missing. */
static double
take (UdsTableBox  *self,
      gboolean      numeric,
      const double *least,
      double        missing)
{
  double can_give = 0, part;

  for (guint c = 0; c < self->n_columns; c++)
    can_give += is_numeric (self, c) == numeric ? self->columns[c].width - least[c] : 0;
  if (can_give <= 0)
    return missing;

  part = MIN (missing / can_give, 1);
  for (guint c = 0; c < self->n_columns; c++)
    if (is_numeric (self, c) == numeric)
      self->columns[c].width -= part * (self->columns[c].width - least[c]);
  return MAX (missing - can_give, 0);
}

/* The headings of figures are broken before the words of the other columns are. Where not even the longest words find
 * room they part, and no column has more than its share. */
static void
shrink (UdsTableBox *self,
        double       available,
        double       missing)
{
  g_autofree double *least = g_new (double, self->n_columns);
  double total = 0;

  for (guint c = 0; c < self->n_columns; c++)
    {
      least[c] = MIN (least_width (self, c), self->columns[c].width);
      total += least[c];
    }
  for (guint c = 0; c < self->n_columns && total > available; c++)
    least[c] = MIN (least[c], available / self->n_columns);

  missing = take (self, TRUE, least, missing);
  take (self, FALSE, least, missing);
}

static void
place_columns (UdsTableBox *self)
{
  double available = self->width - GAP * (self->n_columns - 1);
  double natural = 0, x = 0;

  for (guint c = 0; c < self->n_columns; c++)
    {
      self->columns[c].width = natural_width (self, c);
      natural += self->columns[c].width;
    }

  if (natural <= available)
    stretch (self, available - natural);
  else
    shrink (self, available, natural - available);

  for (guint c = 0; c < self->n_columns; c++)
    {
      self->columns[c].x = x;
      x += self->columns[c].width + GAP;
    }
}

/* A rounded width must not make a line of a text that was measured to fit. */
static void
break_lines (UdsTableBox *self)
{
  UdsMark mark;

  for (guint c = 0; c < self->n_columns; c++)
    {
      double width = self->columns[c].width + 0.01;

      uds_text_set_width (&self->headings[c], width);
      uds_document_table_get_heading (self->table, c, &mark);
      self->n_head_lines = MAX (self->n_head_lines, self->headings[c].n_lines + (mark == UDS_MARK_NONE ? 0 : 1));

      for (guint r = 0; r < self->n_rows; r++)
        {
          uds_document_table_get_cell (self->table, r, c, &mark);
          uds_text_set_width (get_cell (self, r, c), width - mark_space (mark));
        }
    }
}

UdsTableBox *
uds_table_box_new (const UdsDocumentTable *table,
                   UdsTypesetter          *typesetter,
                   double                  width)
{
  UdsTableBox *self = g_new0 (UdsTableBox, 1);

  self->table = table;
  self->n_columns = uds_document_table_get_n_columns (table);
  self->n_rows = uds_document_table_get_n_rows (table);
  self->width = width;
  self->columns = g_new0 (Column, self->n_columns);
  self->headings = g_new0 (UdsText, self->n_columns);
  self->cells = g_new0 (UdsText, (gsize) self->n_rows * self->n_columns);

  set_texts (self, typesetter);
  place_columns (self);
  break_lines (self);
  return self;
}

void
uds_table_box_free (UdsTableBox *self)
{
  for (guint c = 0; c < self->n_columns; c++)
    uds_text_clear (&self->headings[c]);
  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    uds_text_clear (&self->cells[i]);
  g_free (self->columns);
  g_free (self->headings);
  g_free (self->cells);
  g_free (self);
}

gboolean
uds_table_box_has_head (const UdsTableBox *self)
{
  return self->n_head_lines > 0;
}

double
uds_table_box_get_head_height (const UdsTableBox *self)
{
  return self->n_head_lines * uds_text_role_get_leading (UDS_TEXT_CELL_HEAD) + HEAD_PADDING;
}

guint
uds_table_box_get_n_lines (const UdsTableBox *self,
                           guint              row)
{
  guint n_lines = 1;

  for (guint c = 0; c < self->n_columns; c++)
    n_lines = MAX (n_lines, get_cell (self, row, c)->n_lines);
  return n_lines;
}

double
uds_table_box_get_row_height (guint n_lines)
{
  return n_lines * uds_text_role_get_leading (UDS_TEXT_CELL) + 2 * PADDING;
}

/* How many lines a row may have that is to be no higher. */
guint
uds_table_box_get_lines_in (double height)
{
  return (guint) ((height - 2 * PADDING) / uds_text_role_get_leading (UDS_TEXT_CELL));
}

static void
draw_mark (UdsPainter    *painter,
           UdsMark        mark,
           const UdsText *text,
           double         x,
           double         y)
{
  double middle = uds_text_role_get_leading (text->role) / 2;

  if (mark != UDS_MARK_NONE)
    uds_painter_draw_mark (painter, mark, x, y + middle - MARK_SIZE / 2.0, MARK_SIZE);
}

/* Draws lines of a text in its column, with its mark before the first of them. */
static void
draw_in_column (const UdsTableBox *self,
                UdsPainter        *painter,
                guint              column,
                const UdsText     *text,
                UdsMark            mark,
                double             x,
                double             y,
                guint              first,
                guint              n_lines)
{
  const Column *place = &self->columns[column];
  double space = mark_space (mark);

  if (text->layout == NULL)
    return;

  if (is_numeric (self, column))
    {
      double right = x + place->x + place->width;

      draw_mark (painter, mark, text, right - uds_text_get_last_line_width (text) - space, y);
      uds_text_draw_to_right (text, painter->typesetter, painter->cr, right, y, first, n_lines);
      return;
    }

  if (first == 0)
    draw_mark (painter, mark, text, x + place->x, y);
  uds_text_draw (text, painter->typesetter, painter->cr, x + place->x + space, y, first, n_lines);
}

/* A heading stands at the foot of its row, its mark above it. */
static void
draw_heading (const UdsTableBox *self,
              UdsPainter        *painter,
              guint              column,
              double             x,
              double             y)
{
  const UdsText *text = &self->headings[column];
  const Column *place = &self->columns[column];
  double leading = uds_text_role_get_leading (UDS_TEXT_CELL_HEAD);
  double top = y + (self->n_head_lines - text->n_lines) * leading;
  UdsMark mark;

  uds_document_table_get_heading (self->table, column, &mark);
  draw_mark (painter, mark, text, x + place->x + (is_numeric (self, column) ? place->width - MARK_SIZE : 0),
             top - leading);
  draw_in_column (self, painter, column, text, UDS_MARK_NONE, x, top, 0, text->n_lines);
}

static void
draw_headings (const UdsTableBox *self,
               UdsPainter        *painter,
               double             x,
               double             y)
{
  uds_painter_begin (painter, "TR");
  for (guint c = 0; c < self->n_columns; c++)
    {
      uds_painter_begin_header (painter, FALSE);
      draw_heading (self, painter, c, x, y);
      uds_painter_end (painter, "TH");
    }
  uds_painter_end (painter, "TR");
}

/* Draws the headings; where they are there a second time they are none of the table's rows. */
void
uds_table_box_draw_head (const UdsTableBox *self,
                         UdsPainter        *painter,
                         double             x,
                         double             y,
                         gboolean           repeated)
{
  UdsPainter untagged = { painter->cr, painter->typesetter, NULL };

  if (repeated)
    {
      uds_painter_begin (painter, "Artifact");
      draw_headings (self, &untagged, x, y);
      uds_painter_end (painter, "Artifact");
    }
  else
    draw_headings (self, painter, x, y);

  uds_painter_draw_rule (painter, x, y + uds_table_box_get_head_height (self), self->width, HEAD_RULE, 0);
}

void
uds_table_box_draw_row (const UdsTableBox *self,
                        UdsPainter        *painter,
                        guint              row,
                        double             x,
                        double             y,
                        guint              first,
                        guint              n_lines)
{
  uds_painter_begin (painter, "TR");
  for (guint c = 0; c < self->n_columns; c++)
    {
      gboolean is_header = (uds_document_table_get_flags (self->table, c) & UDS_COLUMN_ROW_HEADER) != 0;
      UdsMark mark;

      uds_document_table_get_cell (self->table, row, c, &mark);
      if (is_header)
        uds_painter_begin_header (painter, TRUE);
      else
        uds_painter_begin (painter, "TD");
      draw_in_column (self, painter, c, get_cell (self, row, c), mark, x, y + PADDING, first, n_lines);
      uds_painter_end (painter, is_header ? "TH" : "TD");
    }
  uds_painter_end (painter, "TR");

  uds_painter_draw_rule (painter, x, y + uds_table_box_get_row_height (n_lines), self->width, ROW_RULE, ROW_GREY);
}
