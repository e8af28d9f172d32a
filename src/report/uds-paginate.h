/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which piece of a document comes on which page. Knows heights and ties between pieces, nothing of what they are. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UDS_PIECE_NONE:
 *
 * No piece.
 */
#define UDS_PIECE_NONE G_MAXUINT

/**
 * UdsPageBreak:
 * @UDS_PAGE_BREAK_ALLOWED: a page may end before the piece
 * @UDS_PAGE_BREAK_AVOIDED: the piece stays with the one before it, unless all that are tied so are higher than a page
 * @UDS_PAGE_BREAK_FORCED: the piece begins a page
 */
typedef enum {
  UDS_PAGE_BREAK_ALLOWED,
  UDS_PAGE_BREAK_AVOIDED,
  UDS_PAGE_BREAK_FORCED,
} UdsPageBreak;

/**
 * UdsPiece:
 * @height: in points
 * @space: kept free above it, unless it begins a page
 * @page_break: whether a page may end before it
 * @head: the piece before it that is repeated above it where it begins a page, or %UDS_PIECE_NONE
 *
 * The smallest part that is not split: a line, a row, a figure with its caption.
 */
typedef struct {
  double       height;
  double       space;
  UdsPageBreak page_break;
  guint        head;
} UdsPiece;

/**
 * UdsPlacement:
 * @piece: which piece
 * @page: on which page, from 0
 * @y: its upper edge, below that of the page's text
 * @repeated: whether it stands there a second time, as a head
 */
typedef struct {
  guint    piece;
  guint    page;
  double   y;
  gboolean repeated;
} UdsPlacement;

GArray *uds_paginate (const UdsPiece *pieces,
                      guint           n_pieces,
                      double          page_height);

G_END_DECLS
