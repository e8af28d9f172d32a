/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Splices turn one order into the other with as few changes as a slow search finds, and are themselves few. */
#include "uds-splice-private.h"

#include <string.h>

static GArray *
make_order (guint n)
{
  GArray *order = g_array_new (FALSE, TRUE, sizeof (UdsUuid));

  g_array_set_size (order, n);
  for (guint i = 0; i < n; i++)
    memcpy (g_array_index (order, UdsUuid, i).bytes + 12, &i, sizeof i);
  return order;
}

static void
move (GArray *order,
      guint   from,
      guint   to)
{
  UdsUuid id = g_array_index (order, UdsUuid, from);

  g_array_remove_index (order, from);
  g_array_insert_val (order, to, id);
}

/* Takes out, puts in and moves a few ids. */
static GArray *
disturb (GArray *order,
         guint   n_changes)
{
  GArray *other = g_array_copy (order);

  for (guint i = 0; i < n_changes; i++)
    {
      guint place = (guint) g_test_rand_int_range (0, (gint32) other->len);
      UdsUuid id = { { 0 } };

      switch (g_test_rand_int_range (0, 3))
        {
        case 0:
          g_array_remove_index (other, place);
          break;
        case 1:
          id.bytes[0] = 1;
          id.bytes[15] = (guint8) i;
          g_array_insert_val (other, place, id);
          break;
        default:
          move (other, place, (guint) g_test_rand_int_range (0, (gint32) other->len));
        }
    }

  return other;
}

/* Replays the splices as a view does; returns how many ids were touched. */
static guint
assert_turns_into (GArray *before,
                   GArray *after,
                   GArray *splices)
{
  g_autoptr (GArray) replay = g_array_copy (before);
  guint n_touched = 0;

  for (guint i = 0; i < splices->len; i++)
    {
      const UdsSplice *splice = &g_array_index (splices, UdsSplice, i);

      g_assert_cmpuint (splice->removed + splice->added, >, 0);
      if (splice->removed > 0)
        g_array_remove_range (replay, splice->after, splice->removed);
      if (splice->added > 0)
        g_array_insert_vals (replay, splice->after, &g_array_index (after, UdsUuid, splice->after), splice->added);
      n_touched += splice->removed + splice->added;
    }

  g_assert_cmpmem (replay->data, replay->len * sizeof (UdsUuid), after->data, after->len * sizeof (UdsUuid));
  return n_touched;
}

/* The longest common subsequence by the textbook. */
static guint
count_common (GArray *before,
              GArray *after)
{
  g_autofree guint *row = g_new0 (guint, after->len + 1);

  for (guint i = 0; i < before->len; i++)
    for (guint j = 0, diagonal = 0; j < after->len; j++)
      {
        guint above = row[j + 1];

        if (uds_uuid_equal (&g_array_index (before, UdsUuid, i), &g_array_index (after, UdsUuid, j)))
          row[j + 1] = diagonal + 1;
        else
          row[j + 1] = MAX (above, row[j]);
        diagonal = above;
      }

  return row[after->len];
}

static void
test_fewest_ids_change (void)
{
  for (int round = 0; round < 300; round++)
    {
      g_autoptr (GArray) before = make_order ((guint) g_test_rand_int_range (8, 60));
      g_autoptr (GArray) after = disturb (before, (guint) g_test_rand_int_range (0, 8));
      g_autoptr (GArray) splices = uds_splice_find (before, after, NULL);

      g_assert_cmpuint (assert_turns_into (before, after, splices), ==,
                        before->len + after->len - 2 * count_common (before, after));
    }
}

static void
test_from_and_to_nothing (void)
{
  g_autoptr (GArray) nothing = make_order (0);
  g_autoptr (GArray) order = make_order (5);
  g_autoptr (GArray) in = uds_splice_find (nothing, order, NULL);
  g_autoptr (GArray) out = uds_splice_find (order, nothing, NULL);
  g_autoptr (GArray) same = uds_splice_find (order, order, NULL);

  g_assert_cmpuint (in->len, ==, 1);
  g_assert_cmpuint (assert_turns_into (nothing, order, in), ==, 5);
  g_assert_cmpuint (out->len, ==, 1);
  g_assert_cmpuint (assert_turns_into (order, nothing, out), ==, 5);
  g_assert_cmpuint (same->len, ==, 0);
}

static void
test_anchor_stays (void)
{
  for (int round = 0; round < 300; round++)
    {
      g_autoptr (GArray) before = make_order (40);
      guint place = (guint) g_test_rand_int_range (0, 40);
      UdsUuid anchor = g_array_index (before, UdsUuid, place);
      g_autoptr (GArray) after = g_array_copy (before);
      g_autoptr (GArray) splices = NULL;

      move (after, place, (guint) g_test_rand_int_range (0, 40));
      splices = uds_splice_find (before, after, &anchor);
      assert_turns_into (before, after, splices);
      for (guint i = 0; i < splices->len; i++)
        {
          const UdsSplice *splice = &g_array_index (splices, UdsSplice, i);

          g_assert_true (place < splice->before || place >= splice->before + splice->removed);
        }
    }
}

static void
test_many_changes_make_few_splices (void)
{
  g_autoptr (GArray) before = make_order (10000);
  g_autoptr (GArray) after = make_order (0);
  g_autoptr (GArray) splices = NULL;

  for (guint i = 0; i < before->len; i++)
    if (i % 3 != 0 || (i > 4000 && i < 8000))
      g_array_append_val (after, g_array_index (before, UdsUuid, i));
  splices = uds_splice_find (before, after, NULL);

  g_assert_cmpuint (splices->len, <=, UDS_MOST_SPLICES);
  g_assert_cmpuint (splices->len, >, 1);
  /* What stays in one piece is not touched. */
  g_assert_cmpuint (assert_turns_into (before, after, splices), <=, 10000 + after->len - 2 * 3999);
}

static void
test_reversed_million_takes_no_square_time (void)
{
  g_autoptr (GArray) before = make_order (1000000);
  g_autoptr (GArray) after = make_order (0);
  g_autoptr (GArray) splices = NULL;

  for (guint i = before->len; i > 0; i--)
    g_array_append_val (after, g_array_index (before, UdsUuid, i - 1));
  splices = uds_splice_find (before, after, NULL);
  assert_turns_into (before, after, splices);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/splice/fewest-ids-change", test_fewest_ids_change);
  g_test_add_func ("/splice/from-and-to-nothing", test_from_and_to_nothing);
  g_test_add_func ("/splice/anchor-stays", test_anchor_stays);
  g_test_add_func ("/splice/many-changes-make-few-splices", test_many_changes_make_few_splices);
  g_test_add_func ("/splice/reversed-million-takes-no-square-time", test_reversed_million_takes_no_square_time);

  return g_test_run ();
}
