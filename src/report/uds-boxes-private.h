/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The blocks of a document, measured: their texts broken into lines, and the pieces that pages are filled with.
 * For src/report only. */
#pragma once

#include "uds-document-private.h"
#include "uds-paginate.h"
#include "uds-table-box-private.h"
#include "uds-typesetter-private.h"

G_BEGIN_DECLS

#define UDS_PAGE_WIDTH 595.276
#define UDS_PAGE_HEIGHT 841.89
#define UDS_PAGE_MARGIN 56.693 /* 20 mm */
#define UDS_BODY_WIDTH (UDS_PAGE_WIDTH - 2 * UDS_PAGE_MARGIN)
#define UDS_BODY_HEIGHT (UDS_PAGE_HEIGHT - 2 * UDS_PAGE_MARGIN)

/**
 * UdsBox:
 * @block: what it was made of
 * @x: the left edge of its first text
 * @text: of a heading, paragraph or list item; the title on the cover; the caption of a figure or table
 * @label: of a list item; the badge's text of a heading; the subtitle on the cover and of a figure
 * @source: of a figure; the note on the cover
 * @organisation: on the cover
 * @figure_height: of a figure alone
 * @table: of a table
 * @anchor: of a heading, its number from 1
 * @page: of a heading, where it came, from 0
 * @begins_list: whether the list begins with this item
 * @ends_list: whether it ends with it
 */
typedef struct {
  const UdsBlock *block;
  double          x;
  UdsText         text;
  UdsText         label;
  UdsText         source;
  UdsText         organisation;
  double          figure_height;
  UdsTableBox    *table;
  guint           anchor;
  guint           page;
  gboolean        begins_list;
  gboolean        ends_list;
} UdsBox;

/**
 * UdsPartType:
 * @UDS_PART_WHOLE: the whole block
 * @UDS_PART_LINES: lines of its text
 * @UDS_PART_CAPTION: the caption of a table
 * @UDS_PART_HEAD: the headings of a table
 * @UDS_PART_ROW: a row of a table, or lines of it
 * @UDS_PART_TITLE: the heading of the contents
 * @UDS_PART_ENTRY: an entry of the contents
 */
typedef enum {
  UDS_PART_WHOLE,
  UDS_PART_LINES,
  UDS_PART_CAPTION,
  UDS_PART_HEAD,
  UDS_PART_ROW,
  UDS_PART_TITLE,
  UDS_PART_ENTRY,
} UdsPartType;

/**
 * UdsPart:
 * @type: which part of its block
 * @box: the number of the block's box
 * @row: of a row
 * @entry: which entry of the contents
 * @first: the first line
 * @n_lines: how many lines
 * @opens: whether the block begins with it
 * @closes: whether the block ends with it
 *
 * What a piece is.
 */
typedef struct {
  UdsPartType type;
  guint       box;
  guint       row;
  guint       entry;
  guint       first;
  guint       n_lines;
  gboolean    opens;
  gboolean    closes;
} UdsPart;

/**
 * UdsEntry:
 * @box: of the heading
 * @label: the text of its badge
 * @text: the heading's, set for the contents
 * @x: the left edge of @text; of @label it is 0
 */
typedef struct {
  guint   box;
  UdsText label;
  UdsText text;
  double  x;
} UdsEntry;

/**
 * UdsBoxes:
 * @typesetter: that set the texts
 * @boxes: (element-type UdsBox): one for each block
 * @pieces: (element-type UdsPiece): to be divided into pages
 * @parts: (element-type UdsPart): what they are
 * @entries: (element-type UdsEntry): the lines of the contents
 */
typedef struct {
  UdsTypesetter *typesetter;
  GArray        *boxes;
  GArray        *pieces;
  GArray        *parts;
  GArray        *entries;
} UdsBoxes;

UdsBoxes     *uds_boxes_new              (UdsDocument    *document);
void          uds_boxes_free             (UdsBoxes       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsBoxes, uds_boxes_free)

UdsBox       *uds_boxes_get              (const UdsBoxes *self,
                                          guint           index);
const UdsPart *uds_boxes_get_part        (const UdsBoxes *self,
                                          guint           index);
const UdsEntry *uds_boxes_get_entry      (const UdsBoxes *self,
                                          guint           index);

G_END_DECLS
