/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pieces on pages: what is promised whatever the pieces are, on random ones, and single promises on few. */
#include "uds-paginate.h"

#define PAGE 700.0
#define ROUNDS 2000
#define TOLERANCE 1e-6

static GArray *
make_random_pieces (void)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (UdsPiece));
  guint n = (guint) g_test_rand_int_range (1, 120);
  guint head = UDS_PIECE_NONE;

  for (guint i = 0; i < n; i++)
    {
      gboolean is_high = g_test_rand_int_range (0, 8) == 0;
      UdsPiece piece = {
        .height = is_high ? g_test_rand_double_range (200, 640) : g_test_rand_double_range (8, 40),
        .space = g_test_rand_double_range (0, 40),
        .page_break = g_test_rand_int_range (0, 3) == 0 ? UDS_PAGE_BREAK_AVOIDED : UDS_PAGE_BREAK_ALLOWED,
        .head = head,
      };

      if (g_test_rand_int_range (0, 25) == 0)
        piece.page_break = UDS_PAGE_BREAK_FORCED;
      if (g_test_rand_int_range (0, 10) == 0)
        head = is_high || head != UDS_PIECE_NONE ? UDS_PIECE_NONE : i;
      g_array_append_val (pieces, piece);
    }
  return pieces;
}

static void
assert_each_piece_once_in_order (GArray *pieces,
                                 GArray *placements)
{
  guint next = 0;

  for (guint i = 0; i < placements->len; i++)
    {
      const UdsPlacement *placement = &g_array_index (placements, UdsPlacement, i);

      if (!placement->repeated)
        g_assert_cmpuint (placement->piece, ==, next++);
    }
  g_assert_cmpuint (next, ==, pieces->len);
}

static void
assert_nothing_overlaps_or_leaves_the_page (GArray *pieces,
                                            GArray *placements)
{
  double bottom = 0;
  guint page = 0;

  for (guint i = 0; i < placements->len; i++)
    {
      const UdsPlacement *placement = &g_array_index (placements, UdsPlacement, i);

      g_assert_cmpuint (placement->page, >=, page);
      g_assert_cmpuint (placement->page, <=, page + 1);
      if (placement->page != page)
        bottom = 0;
      page = placement->page;
      g_assert_cmpfloat (placement->y, >=, bottom - TOLERANCE);
      bottom = placement->y + g_array_index (pieces, UdsPiece, placement->piece).height;
      g_assert_cmpfloat (bottom, <=, PAGE + TOLERANCE);
    }
}

static double
height_of_tied (GArray *pieces,
                guint   piece)
{
  guint first = piece, end = piece + 1;
  double height;

  while (first > 0 && g_array_index (pieces, UdsPiece, first).page_break == UDS_PAGE_BREAK_AVOIDED)
    first--;
  while (end < pieces->len && g_array_index (pieces, UdsPiece, end).page_break == UDS_PAGE_BREAK_AVOIDED)
    end++;

  height = g_array_index (pieces, UdsPiece, first).height;
  if (g_array_index (pieces, UdsPiece, first).head != UDS_PIECE_NONE)
    height += g_array_index (pieces, UdsPiece, g_array_index (pieces, UdsPiece, first).head).height;
  for (guint i = first + 1; i < end; i++)
    height += g_array_index (pieces, UdsPiece, i).space + g_array_index (pieces, UdsPiece, i).height;
  return height;
}

/* What begins a page may begin it, must, or did not fit on the one before. */
static void
assert_pages_end_for_a_reason (GArray *pieces,
                               GArray *placements)
{
  for (guint i = 1; i < placements->len; i++)
    {
      const UdsPlacement *before = &g_array_index (placements, UdsPlacement, i - 1);
      const UdsPlacement *placement = &g_array_index (placements, UdsPlacement, i);
      const UdsPiece *piece = &g_array_index (pieces, UdsPiece, placement->piece);
      double bottom = before->y + g_array_index (pieces, UdsPiece, before->piece).height;

      if (placement->repeated || before->repeated)
        continue;
      if (piece->page_break == UDS_PAGE_BREAK_FORCED)
        g_assert_cmpuint (placement->page, ==, before->page + 1);
      else if (placement->page == before->page)
        g_assert_cmpfloat_with_epsilon (placement->y, bottom + piece->space, TOLERANCE);
      else if (piece->page_break == UDS_PAGE_BREAK_AVOIDED)
        g_assert_cmpfloat (height_of_tied (pieces, placement->piece), >, PAGE);
      else
        g_assert_cmpfloat (bottom + piece->space + height_of_tied (pieces, placement->piece), >, PAGE);
    }
}

static void
assert_heads_are_repeated (GArray *pieces,
                           GArray *placements)
{
  for (guint i = 0; i < placements->len; i++)
    {
      const UdsPlacement *placement = &g_array_index (placements, UdsPlacement, i);
      const UdsPlacement *before = i == 0 ? NULL : placement - 1;
      const UdsPiece *piece = &g_array_index (pieces, UdsPiece, placement->piece);
      gboolean begins_page = before == NULL || before->page != placement->page || before->repeated;

      if (placement->repeated || !begins_page || piece->head == UDS_PIECE_NONE)
        continue;
      g_assert_nonnull (before);
      g_assert_true (before->repeated);
      g_assert_cmpuint (before->page, ==, placement->page);
      g_assert_cmpuint (before->piece, ==, piece->head);
    }
}

static void
test_promises_hold_for_random_pieces (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GArray) pieces = make_random_pieces ();
      g_autoptr (GArray) placements = uds_paginate ((const UdsPiece *) (void *) pieces->data, pieces->len, PAGE);

      assert_each_piece_once_in_order (pieces, placements);
      assert_nothing_overlaps_or_leaves_the_page (pieces, placements);
      assert_pages_end_for_a_reason (pieces, placements);
      assert_heads_are_repeated (pieces, placements);
    }
}

static void
assert_pages (const UdsPiece *pieces,
              guint           n_pieces,
              const char     *expected)
{
  g_autoptr (GArray) placements = uds_paginate (pieces, n_pieces, 100);
  g_autoptr (GString) actual = g_string_new (NULL);

  for (guint i = 0; i < placements->len; i++)
    {
      const UdsPlacement *placement = &g_array_index (placements, UdsPlacement, i);

      g_string_append_printf (actual, "%s%u%s@%u:%d", i == 0 ? "" : " ", placement->piece,
                              placement->repeated ? "r" : "", placement->page, (int) placement->y);
    }
  g_assert_cmpstr (actual->str, ==, expected);
}

static void
test_a_heading_goes_with_what_follows (void)
{
  const UdsPiece pieces[] = {
    { 70, 0, UDS_PAGE_BREAK_ALLOWED, UDS_PIECE_NONE },
    { 10, 5, UDS_PAGE_BREAK_ALLOWED, UDS_PIECE_NONE },
    { 20, 0, UDS_PAGE_BREAK_AVOIDED, UDS_PIECE_NONE },
  };

  assert_pages (pieces, 3, "0@0:0 1@1:0 2@1:10");
}

static void
test_what_fits_to_the_point_stays (void)
{
  const UdsPiece pieces[] = {
    { 60, 0, UDS_PAGE_BREAK_ALLOWED, UDS_PIECE_NONE },
    { 35, 5, UDS_PAGE_BREAK_ALLOWED, UDS_PIECE_NONE },
  };

  assert_pages (pieces, 2, "0@0:0 1@0:65");
}

static void
test_a_table_repeats_its_head (void)
{
  const UdsPiece pieces[] = {
    { 10, 0, UDS_PAGE_BREAK_ALLOWED, UDS_PIECE_NONE },
    { 50, 0, UDS_PAGE_BREAK_AVOIDED, 0 },
    { 50, 0, UDS_PAGE_BREAK_ALLOWED, 0 },
    { 45, 0, UDS_PAGE_BREAK_ALLOWED, 0 },
  };

  assert_pages (pieces, 4, "0@0:0 1@0:10 0r@1:0 2@1:10 0r@2:0 3@2:10");
}

static void
test_breaks_leave_no_empty_page (void)
{
  const UdsPiece pieces[] = {
    { 100, 0, UDS_PAGE_BREAK_FORCED, UDS_PIECE_NONE },
    { 100, 9, UDS_PAGE_BREAK_FORCED, UDS_PIECE_NONE },
    { 10, 9, UDS_PAGE_BREAK_FORCED, UDS_PIECE_NONE },
  };

  assert_pages (pieces, 3, "0@0:0 1@1:0 2@2:0");
}

static void
test_too_much_tied_parts_where_it_must (void)
{
  const UdsPiece pieces[] = {
    { 60, 0, UDS_PAGE_BREAK_ALLOWED, UDS_PIECE_NONE },
    { 60, 0, UDS_PAGE_BREAK_AVOIDED, UDS_PIECE_NONE },
    { 40, 0, UDS_PAGE_BREAK_AVOIDED, UDS_PIECE_NONE },
  };

  assert_pages (pieces, 3, "0@0:0 1@1:0 2@1:60");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paginate/promises-hold-for-random-pieces", test_promises_hold_for_random_pieces);
  g_test_add_func ("/paginate/a-heading-goes-with-what-follows", test_a_heading_goes_with_what_follows);
  g_test_add_func ("/paginate/what-fits-to-the-point-stays", test_what_fits_to_the_point_stays);
  g_test_add_func ("/paginate/a-table-repeats-its-head", test_a_table_repeats_its_head);
  g_test_add_func ("/paginate/breaks-leave-no-empty-page", test_breaks_leave_no_empty_page);
  g_test_add_func ("/paginate/too-much-tied-parts-where-it-must", test_too_much_tied_parts_where_it_must);
  return g_test_run ();
}
