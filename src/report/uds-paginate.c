/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills pages from the first to the last, keeping together what is tied. Nothing is moved ahead of its place. */
#include "uds-paginate.h"

/* Heights are sums of the same numbers in another order. */
#define TOLERANCE 1e-6

typedef struct {
  const UdsPiece *pieces;
  guint n_pieces;
  double page_height;
  guint page;
  double y;
  gboolean page_is_empty;
  GArray *placements;
} Filler;

static guint
find_end_of_tied (const Filler *self,
                  guint         first)
{
  guint end = first + 1;

  while (end < self->n_pieces && self->pieces[end].page_break == UDS_PAGE_BREAK_AVOIDED)
    end++;
  return end;
}

static double
head_height (const Filler   *self,
             const UdsPiece *piece)
{
  return piece->head == UDS_PIECE_NONE ? 0 : self->pieces[piece->head].height;
}

/* What the pieces take of the page, where the first of them may begin it. */
static double
height_of (const Filler *self,
           guint         first,
           guint         end,
           gboolean      begins_page)
{
  double height = begins_page ? head_height (self, &self->pieces[first]) : self->pieces[first].space;

  height += self->pieces[first].height;
  for (guint i = first + 1; i < end; i++)
    height += self->pieces[i].space + self->pieces[i].height;
  return height;
}

static gboolean
fits (const Filler *self,
      guint         first,
      guint         end)
{
  return self->y + height_of (self, first, end, self->page_is_empty) <= self->page_height + TOLERANCE;
}

static void
begin_page (Filler *self)
{
  self->page++;
  self->y = 0;
  self->page_is_empty = TRUE;
}

static void
add_placement (Filler   *self,
               guint     piece,
               gboolean  repeated)
{
  UdsPlacement placement = { piece, self->page, self->y, repeated };

  g_array_append_val (self->placements, placement);
  self->y += self->pieces[piece].height;
}

static void
place (Filler *self,
       guint   index)
{
  const UdsPiece *piece = &self->pieces[index];

  if (!self->page_is_empty)
    self->y += piece->space;
  else if (piece->head != UDS_PIECE_NONE)
    add_placement (self, piece->head, TRUE);

  add_placement (self, index, FALSE);
  self->page_is_empty = FALSE;
}

/* Pieces tied to each other that together are higher than a page part where they must. */
static void
place_tied (Filler *self,
            guint   first,
            guint   end)
{
  gboolean fit_a_page = height_of (self, first, end, TRUE) <= self->page_height + TOLERANCE;

  if (fit_a_page && !self->page_is_empty && !fits (self, first, end))
    begin_page (self);

  for (guint i = first; i < end; i++)
    {
      if (!self->page_is_empty && !fits (self, i, i + 1))
        begin_page (self);
      place (self, i);
    }
}

/**
 * uds_paginate:
 * @pieces: (array length=n_pieces): the pieces, in the order they are read in; none higher than a page with its head
 * @n_pieces: how many
 * @page_height: the height of a page's text, in points
 *
 * Returns: (transfer full) (element-type UdsPlacement): each piece once, in order, and heads where they are repeated
 */
GArray *
uds_paginate (const UdsPiece *pieces,
              guint           n_pieces,
              double          page_height)
{
  Filler filler = {
    .pieces = pieces,
    .n_pieces = n_pieces,
    .page_height = page_height,
    .page_is_empty = TRUE,
    .placements = g_array_sized_new (FALSE, FALSE, sizeof (UdsPlacement), n_pieces),
  };

  for (guint first = 0, end; first < n_pieces; first = end)
    {
      end = find_end_of_tied (&filler, first);
      if (pieces[first].page_break == UDS_PAGE_BREAK_FORCED && !filler.page_is_empty)
        begin_page (&filler);
      place_tied (&filler, first, end);
    }

  return filler.placements;
}
