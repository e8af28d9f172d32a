/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures each block and cuts it into pieces: lines, rows, wholes, with the space between them and what ties them:
 * a heading to what follows, two lines at least at the end and the start of a page, two rows to the head of a table. */
#include "uds-boxes-private.h"

#define UNIT 7.0                /* all space is a multiple of half a line */
#define TEXT_WIDTH 420.0        /* of running text, for the eye to find the next line */
#define BADGE_SPACE 1.45        /* of a heading's leading: the badge and what is free beside it */
#define LABEL_WIDTH 17.5        /* of a list item's label */
#define MARK_INDENT 17.5        /* of a paragraph with a mark */
#define ENTRY_INDENT 21.0       /* of each level of the contents, and of its labels */
#define NUMBER_WIDTH 42.0       /* kept free for the page at the end of an entry */
#define ROOM_FOR_HEADINGS 112.0 /* a figure or row leaves so much of a page to the headings above it */
#define COVER_TITLE_WIDTH 440.0
#define HEADING_LINES 6 /* more than that is no heading, and ends with an ellipsis */
#define SOURCE_LINES 16

typedef struct {
  UdsBoxes *boxes;
  UdsDocument *document;
  guint n_anchors;
  gboolean break_forced; /* before the next piece */
  gboolean tied;         /* the next piece to the last one */
  double space_after;    /* the last piece */
  double list_indent;    /* of the texts of the list that is measured */
} Cutter;

UdsBox *
uds_boxes_get (const UdsBoxes *self,
               guint           index)
{
  return &g_array_index (self->boxes, UdsBox, index);
}

const UdsPart *
uds_boxes_get_part (const UdsBoxes *self,
                    guint           index)
{
  return &g_array_index (self->parts, UdsPart, index);
}

const UdsEntry *
uds_boxes_get_entry (const UdsBoxes *self,
                     guint           index)
{
  return &g_array_index (self->entries, UdsEntry, index);
}

static UdsPageBreak
choose_break (const Cutter *self,
              gboolean      tied)
{
  if (self->break_forced)
    return UDS_PAGE_BREAK_FORCED;
  return tied || self->tied ? UDS_PAGE_BREAK_AVOIDED : UDS_PAGE_BREAK_ALLOWED;
}

/* Adds a piece; @space is what it wants above itself, @tied whether it stays with the one before. */
static guint
add_piece (Cutter        *self,
           const UdsPart *part,
           double         height,
           double         space,
           gboolean       tied)
{
  UdsPiece piece = {
    .height = height,
    .space = MAX (space, self->space_after),
    .page_break = choose_break (self, tied),
    .head = UDS_PIECE_NONE,
  };

  self->break_forced = FALSE;
  self->tied = FALSE;
  self->space_after = 0;
  g_array_append_val (self->boxes->pieces, piece);
  g_array_append_val (self->boxes->parts, *part);
  return self->boxes->pieces->len - 1;
}

static void
cut_whole (Cutter *self,
           guint   box,
           double  height,
           double  before,
           double  after)
{
  UdsPart part = { .type = UDS_PART_WHOLE, .box = box, .opens = TRUE, .closes = TRUE };

  add_piece (self, &part, height, before, FALSE);
  self->space_after = after;
}

/* One piece a line; no page ends after the first or before the last, nor within a block that stays with the next. */
static void
cut_lines (Cutter *self,
           guint   index,
           double  before,
           double  after)
{
  const UdsBox *box = uds_boxes_get (self->boxes, index);
  const UdsText *text = &box->text;
  guint n = text->n_lines;

  for (guint i = 0; i < n; i++)
    {
      UdsPart part = {
        .type = UDS_PART_LINES, .box = index, .first = i, .n_lines = 1, .opens = i == 0, .closes = i == n - 1
      };
      gboolean tied = i > 0 && (i == 1 || i == n - 1 || box->block->keep);

      add_piece (self, &part, uds_text_role_get_leading (text->role), i == 0 ? before : 0, tied);
    }
  self->space_after = after;
}

/* A text that is not divided. */
static void
set_whole_text (Cutter      *self,
                UdsText     *text,
                UdsTextRole  role,
                const char  *string,
                double       width,
                guint        max_lines)
{
  uds_text_init (text, self->boxes->typesetter, role, string);
  uds_text_set_width (text, width);
  uds_text_set_max_lines (text, max_lines);
}

static void
measure_cover (Cutter *self,
               guint   index)
{
  UdsBox *box = uds_boxes_get (self->boxes, index);
  double width = COVER_TITLE_WIDTH;

  set_whole_text (self, &box->organisation, UDS_TEXT_LEAD, box->block->organisation, width, 2);
  set_whole_text (self, &box->text, UDS_TEXT_COVER_TITLE, uds_document_get_title (self->document), width, 4);
  set_whole_text (self, &box->label, UDS_TEXT_COVER_SUBTITLE, uds_document_get_subtitle (self->document), width, 4);
  set_whole_text (self, &box->source, UDS_TEXT_BODY, box->block->note, width, 4);

  self->break_forced = TRUE;
  cut_whole (self, index, UDS_BODY_HEIGHT, 0, 0);
  self->break_forced = TRUE;
}

static UdsTextRole
heading_role (guint level)
{
  static const UdsTextRole roles[UDS_HEADING_LEVELS] = {
    UDS_TEXT_HEADING_1, UDS_TEXT_HEADING_2, UDS_TEXT_HEADING_3
  };

  return roles[level - 1];
}

static void
measure_heading (Cutter *self,
                 guint   index)
{
  static const double before[UDS_HEADING_LEVELS] = { 6 * UNIT, 4 * UNIT, 3 * UNIT };
  static const double after[UDS_HEADING_LEVELS] = { 2 * UNIT, UNIT, 0 };
  UdsBox *box = uds_boxes_get (self->boxes, index);
  guint level = box->block->level;
  UdsTextRole role = heading_role (level);

  if (box->block->n_badges > 0)
    {
      box->x = uds_text_role_get_leading (role) * BADGE_SPACE;
      uds_text_init (&box->label, self->boxes->typesetter, UDS_TEXT_BADGE, box->block->badges[0].text);
    }
  set_whole_text (self, &box->text, role, box->block->text, UDS_BODY_WIDTH - box->x, HEADING_LINES);
  box->anchor = ++self->n_anchors;

  cut_whole (self, index, uds_text_get_height (&box->text), before[level - 1], after[level - 1]);
  self->tied = TRUE;
}

static void
measure_paragraph (Cutter *self,
                   guint   index)
{
  static const UdsTextRole roles[] = {
    [UDS_PARAGRAPH_BODY] = UDS_TEXT_BODY, [UDS_PARAGRAPH_LEAD] = UDS_TEXT_LEAD, [UDS_PARAGRAPH_NOTE] = UDS_TEXT_NOTE
  };
  UdsBox *box = uds_boxes_get (self->boxes, index);

  uds_text_init (&box->text, self->boxes->typesetter, roles[box->block->style], box->block->text);
  if (box->block->lead > 0)
    uds_text_set_lead (&box->text, box->block->lead);
  box->x = box->block->mark == UDS_MARK_NONE ? 0 : MARK_INDENT;
  uds_text_set_width (&box->text, TEXT_WIDTH - box->x);
  cut_lines (self, index, 0, UNIT);
}

static gboolean
is_list_item (UdsDocument *document,
              guint        index)
{
  return index < uds_document_get_n_blocks (document)
         && uds_document_get_block (document, index)->type == UDS_BLOCK_LIST_ITEM;
}

/* The texts of a list begin below each other, behind the widest of its labels. */
static double
find_list_indent (Cutter *self,
                  guint   first)
{
  double indent = LABEL_WIDTH;

  for (guint i = first; is_list_item (self->document, i); i++)
    {
      UdsText label;

      uds_text_init (&label, self->boxes->typesetter, UDS_TEXT_BODY, uds_document_get_block (self->document, i)->label);
      indent = MAX (indent, uds_text_get_natural_width (&label) + UNIT);
      uds_text_clear (&label);
    }
  return indent;
}

static void
measure_list_item (Cutter *self,
                   guint   index)
{
  UdsBox *box = uds_boxes_get (self->boxes, index);

  uds_text_init (&box->label, self->boxes->typesetter, UDS_TEXT_BODY, box->block->label);
  uds_text_init (&box->text, self->boxes->typesetter, UDS_TEXT_BODY, box->block->text);
  box->begins_list = index == 0 || !is_list_item (self->document, index - 1);
  if (box->begins_list)
    self->list_indent = find_list_indent (self, index);
  box->x = self->list_indent;
  uds_text_set_width (&box->text, TEXT_WIDTH - box->x);
  box->ends_list = !is_list_item (self->document, index + 1);
  cut_lines (self, index, 0, box->ends_list ? 2 * UNIT : UNIT / 2);
}

static void
measure_figure (Cutter *self,
                guint   index)
{
  UdsBox *box = uds_boxes_get (self->boxes, index);
  const UdsFigure *figure = &box->block->figure;
  double texts;

  set_whole_text (self, &box->text, UDS_TEXT_CAPTION, figure->caption, UDS_BODY_WIDTH, HEADING_LINES);
  set_whole_text (self, &box->label, UDS_TEXT_SUBTITLE, figure->subtitle, UDS_BODY_WIDTH, HEADING_LINES);
  set_whole_text (self, &box->source, UDS_TEXT_NOTE, figure->source, UDS_BODY_WIDTH, SOURCE_LINES);

  texts = uds_text_get_height (&box->text) + uds_text_get_height (&box->label) + uds_text_get_height (&box->source);
  box->figure_height = MIN (UDS_BODY_WIDTH * figure->aspect, UDS_BODY_HEIGHT - ROOM_FOR_HEADINGS - texts - 2 * UNIT);
  cut_whole (self, index, texts + box->figure_height + 2 * UNIT, 2 * UNIT, 2 * UNIT);
}

/* The pieces of one row: one, but for a row that is higher than a page. */
static void
cut_row (Cutter *self,
         guint   index,
         guint   row,
         guint   n_rows,
         guint   head)
{
  const UdsTableBox *table = uds_boxes_get (self->boxes, index)->table;
  guint n_lines = uds_table_box_get_n_lines (table, row);
  guint most = uds_table_box_get_lines_in (UDS_BODY_HEIGHT - ROOM_FOR_HEADINGS);

  for (guint first = 0; first < n_lines; first += most)
    {
      UdsPart part = { .type = UDS_PART_ROW, .box = index, .row = row, .first = first };
      gboolean tied = first == 0 && row > 0 && (row == 1 || row == n_rows - 1);
      guint piece;

      part.n_lines = MIN (most, n_lines - first);
      part.closes = row == n_rows - 1 && first + part.n_lines == n_lines;
      part.opens = row == 0 && first == 0 && head == UDS_PIECE_NONE;
      piece = add_piece (self, &part, uds_table_box_get_row_height (part.n_lines), 0, tied);
      g_array_index (self->boxes->pieces, UdsPiece, piece).head = head;
    }
}

static void
measure_table (Cutter *self,
               guint   index)
{
  UdsBox *box = uds_boxes_get (self->boxes, index);
  const UdsDocumentTable *table = box->block->table;
  guint n_rows = uds_document_table_get_n_rows (table);
  UdsPart caption = { .type = UDS_PART_CAPTION, .box = index, .opens = TRUE };
  UdsPart heading = { .type = UDS_PART_HEAD, .box = index, .closes = n_rows == 0 };
  double before = 2 * UNIT;
  guint head = UDS_PIECE_NONE;

  box->table = uds_table_box_new (table, self->boxes->typesetter, UDS_BODY_WIDTH);
  set_whole_text (self, &box->text, UDS_TEXT_CAPTION, uds_document_table_get_caption (table), UDS_BODY_WIDTH,
                  HEADING_LINES);

  if (box->text.layout != NULL)
    {
      add_piece (self, &caption, uds_text_get_height (&box->text), before, FALSE);
      self->tied = TRUE;
      before = UNIT / 2;
    }
  heading.opens = box->text.layout == NULL;
  head = add_piece (self, &heading, uds_table_box_get_head_height (box->table), before, FALSE);
  self->tied = TRUE;
  for (guint row = 0; row < n_rows; row++)
    cut_row (self, index, row, n_rows, head);
  self->space_after = 2 * UNIT;
}

static void
add_entry (Cutter   *self,
           guint     heading,
           gboolean  with_labels)
{
  const UdsBlock *block = uds_document_get_block (self->document, heading);
  UdsTextRole role = block->level == 1 ? UDS_TEXT_BODY : UDS_TEXT_CELL;
  UdsEntry entry = { .box = heading, .x = ENTRY_INDENT * (block->level - 1 + (with_labels ? 1 : 0)) };

  uds_text_init (&entry.label, self->boxes->typesetter, UDS_TEXT_HEADING_3,
                 block->n_badges > 0 ? block->badges[0].text : NULL);
  set_whole_text (self, &entry.text, role, block->text, UDS_BODY_WIDTH - entry.x - NUMBER_WIDTH, HEADING_LINES);
  g_array_append_val (self->boxes->entries, entry);
}

static gboolean
is_listed (const UdsBlock *block,
           guint           levels)
{
  return block->type == UDS_BLOCK_HEADING && block->level <= levels;
}

static void
collect_entries (Cutter *self,
                 guint   index,
                 guint   levels)
{
  guint n_blocks = uds_document_get_n_blocks (self->document);
  gboolean with_labels = FALSE;

  for (guint i = index; i < n_blocks; i++)
    {
      const UdsBlock *block = uds_document_get_block (self->document, i);

      with_labels |= is_listed (block, levels) && block->n_badges > 0;
    }
  for (guint i = index; i < n_blocks; i++)
    if (is_listed (uds_document_get_block (self->document, i), levels))
      add_entry (self, i, with_labels);
}

static void
measure_contents (Cutter *self,
                  guint   index)
{
  UdsBox *box = uds_boxes_get (self->boxes, index);
  UdsPart title = { .type = UDS_PART_TITLE, .box = index };
  guint first = self->boxes->entries->len;

  set_whole_text (self, &box->text, UDS_TEXT_HEADING_1, box->block->text, UDS_BODY_WIDTH, HEADING_LINES);
  collect_entries (self, index, box->block->level);

  add_piece (self, &title, uds_text_get_height (&box->text), 6 * UNIT, FALSE);
  self->tied = TRUE;
  self->space_after = 2 * UNIT;
  for (guint i = first; i < self->boxes->entries->len; i++)
    {
      const UdsEntry *entry = uds_boxes_get_entry (self->boxes, i);
      UdsPart part = {
        .type = UDS_PART_ENTRY,
        .box = index,
        .entry = i,
        .opens = i == first,
        .closes = i == self->boxes->entries->len - 1,
      };
      gboolean is_chief = uds_document_get_block (self->document, entry->box)->level == 1;

      add_piece (self, &part, uds_text_get_height (&entry->text), is_chief ? UNIT / 2 : 0, part.closes && i > first);
    }
  self->space_after = 2 * UNIT;
}

static void
measure (Cutter *self,
         guint   index)
{
  switch (uds_boxes_get (self->boxes, index)->block->type)
    {
    case UDS_BLOCK_COVER:
      measure_cover (self, index);
      break;
    case UDS_BLOCK_CONTENTS:
      measure_contents (self, index);
      break;
    case UDS_BLOCK_HEADING:
      measure_heading (self, index);
      break;
    case UDS_BLOCK_PARAGRAPH:
      measure_paragraph (self, index);
      break;
    case UDS_BLOCK_LIST_ITEM:
      measure_list_item (self, index);
      break;
    case UDS_BLOCK_FIGURE:
      measure_figure (self, index);
      break;
    case UDS_BLOCK_TABLE:
      measure_table (self, index);
      break;
    case UDS_BLOCK_PAGE_BREAK:
    default:
      self->break_forced = TRUE;
      break;
    }
}

static void
box_clear (gpointer data)
{
  UdsBox *box = data;

  uds_text_clear (&box->text);
  uds_text_clear (&box->label);
  uds_text_clear (&box->source);
  uds_text_clear (&box->organisation);
  g_clear_pointer (&box->table, uds_table_box_free);
}

static void
entry_clear (gpointer data)
{
  UdsEntry *entry = data;

  uds_text_clear (&entry->label);
  uds_text_clear (&entry->text);
}

/* Measures a document, which must outlive what is returned. */
UdsBoxes *
uds_boxes_new (UdsDocument *document)
{
  UdsBoxes *self = g_new0 (UdsBoxes, 1);
  Cutter cutter = { .boxes = self, .document = document };
  guint n_blocks = uds_document_get_n_blocks (document);

  self->typesetter = uds_typesetter_new (uds_document_get_language (document));
  self->boxes = g_array_sized_new (FALSE, TRUE, sizeof (UdsBox), n_blocks);
  g_array_set_clear_func (self->boxes, box_clear);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (UdsPiece));
  self->parts = g_array_new (FALSE, FALSE, sizeof (UdsPart));
  self->entries = g_array_new (FALSE, FALSE, sizeof (UdsEntry));
  g_array_set_clear_func (self->entries, entry_clear);

  for (guint i = 0; i < n_blocks; i++)
    {
      UdsBox box = { .block = uds_document_get_block (document, i) };

      g_array_append_val (self->boxes, box);
      measure (&cutter, i);
      cutter.tied |= box.block->keep;
    }
  return self;
}

void
uds_boxes_free (UdsBoxes *self)
{
  g_array_unref (self->boxes);
  g_array_unref (self->pieces);
  g_array_unref (self->parts);
  g_array_unref (self->entries);
  uds_typesetter_free (self->typesetter);
  g_free (self);
}
