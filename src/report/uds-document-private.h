/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The blocks of a document, as its pages read them. For src/report only. */
#pragma once

#include "uds-document.h"

G_BEGIN_DECLS

typedef enum {
  UDS_BLOCK_COVER,
  UDS_BLOCK_CONTENTS,
  UDS_BLOCK_HEADING,
  UDS_BLOCK_PARAGRAPH,
  UDS_BLOCK_LIST_ITEM,
  UDS_BLOCK_FIGURE,
  UDS_BLOCK_TABLE,
  UDS_BLOCK_PAGE_BREAK,
} UdsBlockType;

/**
 * UdsBlock:
 * @type: what it is; says which of the others hold
 * @level: of a heading, and the deepest one in the contents
 * @style: of a paragraph
 * @mark: the shape before a paragraph
 * @lead: how many bytes at the start of a paragraph's text stand out
 * @text: of headings, paragraphs and list items; the heading of the contents
 * @label: of a list item
 * @badges: of the cover, or the one of a heading
 * @n_badges: how many
 * @figure: its texts are owned by the block
 * @table: owned by the block
 * @organisation: on the cover
 * @note: on the cover
 * @keep: whether it stays on one page with the block after it
 */
typedef struct {
  UdsBlockType      type;
  guint             level;
  UdsParagraphStyle style;
  UdsMark           mark;
  gsize             lead;
  char             *text;
  char             *label;
  UdsBadge         *badges;
  guint             n_badges;
  UdsFigure         figure;
  UdsDocumentTable *table;
  char             *organisation;
  char             *note;
  gboolean          keep;
} UdsBlock;

guint           uds_document_get_n_blocks (UdsDocument *self);
const UdsBlock *uds_document_get_block    (UdsDocument *self,
                                           guint        index);

G_END_DECLS
