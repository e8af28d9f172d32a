/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares two orders of ids that each stand there once: what stays is their longest common subsequence, which for
 * such orders is the longest increasing run of places and costs n log n. Knows nothing of rows or views. */
#include "uds-splice-private.h"

#include <string.h>

/* A part of an order. */
typedef struct {
  const UdsUuid *ids;
  guint start;
  guint end;
} Span;

/* A pair of places with the same id, in the order before and after. */
typedef struct {
  guint before;
  guint after;
} Pair;

#define NOWHERE G_MAXUINT

static guint
span_length (const Span *span)
{
  return span->end - span->start;
}

static void
skip_common_ends (Span *before,
                  Span *after)
{
  while (before->start < before->end && after->start < after->end
         && uds_uuid_equal (&before->ids[before->start], &after->ids[after->start]))
    {
      before->start++;
      after->start++;
    }
  while (before->start < before->end && after->start < after->end
         && uds_uuid_equal (&before->ids[before->end - 1], &after->ids[after->end - 1]))
    {
      before->end--;
      after->end--;
    }
}

/* Places by id, in a table with room that is probed in line: a GHashTable of a million takes five times as long. */
typedef struct {
  const UdsUuid *ids;
  guint *places;
  guint mask;
} Index;

static guint *
index_probe (const Index   *index,
             const UdsUuid *id)
{
  guint slot = uds_uuid_hash (id) & index->mask;

  while (index->places[slot] != NOWHERE && !uds_uuid_equal (&index->ids[index->places[slot]], id))
    slot = (slot + 1) & index->mask;
  return &index->places[slot];
}

static void
index_init (Index      *index,
            const Span *span)
{
  gsize n_slots = (gsize) 1 << g_bit_storage (2 * (gulong) span_length (span));

  index->ids = span->ids;
  index->mask = (guint) n_slots - 1;
  index->places = g_new (guint, n_slots);
  memset (index->places, 0xff, n_slots * sizeof (guint));
  for (guint i = span->start; i < span->end; i++)
    *index_probe (index, &span->ids[i]) = i;
}

/* The increasing runs found so far: of each length the pair that ends lowest, and of each pair the one before it. */
typedef struct {
  Pair *pairs;
  guint *previous;
  guint n_pairs;
  guint *ends;
  guint length;
} Runs;

/* The first length whose run ends after @place. */
static guint
find_length (const Runs *runs,
             guint       place)
{
  guint low = 0, high = runs->length;

  if (high > 0 && runs->pairs[runs->ends[high - 1]].before < place)
    return high;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (runs->pairs[runs->ends[middle]].before < place)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
add_pair (Runs  *runs,
          guint  before,
          guint  after)
{
  guint length = find_length (runs, before);

  runs->pairs[runs->n_pairs] = (Pair) { before, after };
  runs->previous[runs->n_pairs] = length > 0 ? runs->ends[length - 1] : NOWHERE;
  runs->ends[length] = runs->n_pairs++;
  runs->length = MAX (runs->length, length + 1);
}

/* The pairs of the longest run, in order. */
static GArray *
trace_longest (const Runs *runs)
{
  GArray *kept = g_array_sized_new (FALSE, FALSE, sizeof (Pair), runs->length);
  guint at = runs->length > 0 ? runs->ends[runs->length - 1] : NOWHERE;

  g_array_set_size (kept, runs->length);
  for (guint i = runs->length; i > 0; i--)
    {
      g_array_index (kept, Pair, i - 1) = runs->pairs[at];
      at = runs->previous[at];
    }
  return kept;
}

static GArray *
find_kept (const Span *before,
           const Span *after)
{
  guint most = span_length (after);
  g_autofree Pair *pairs = g_new (Pair, most);
  g_autofree guint *previous = g_new (guint, most);
  g_autofree guint *ends = g_new (guint, most);
  Runs runs = { .pairs = pairs, .previous = previous, .ends = ends };
  Index index;

  index_init (&index, before);
  for (guint i = after->start; i < after->end; i++)
    {
      guint place = *index_probe (&index, &after->ids[i]);

      if (place != NOWHERE)
        add_pair (&runs, place, i);
    }
  g_free (index.places);
  return trace_longest (&runs);
}

static int
compare_descending (gconstpointer a,
                    gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return (first < second) - (first > second);
}

static guint
gap_before (GArray *splices,
            guint   index)
{
  const UdsSplice *previous = &g_array_index (splices, UdsSplice, index - 1);

  return g_array_index (splices, UdsSplice, index).before - previous->before - previous->removed;
}

/* Joins splices across the shortest stretches that stay, until few enough are left. */
static void
join_splices (GArray *splices,
              guint   first)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (guint));
  guint last = first;
  guint shortest;

  if (splices->len - first <= UDS_MOST_SPLICES)
    return;

  for (guint i = first + 1; i < splices->len; i++)
    {
      guint gap = gap_before (splices, i);

      g_array_append_val (gaps, gap);
    }
  g_array_sort (gaps, compare_descending);
  shortest = g_array_index (gaps, guint, UDS_MOST_SPLICES - 1);

  for (guint i = first + 1; i < splices->len; i++)
    {
      const UdsSplice *splice = &g_array_index (splices, UdsSplice, i);
      UdsSplice *joined = &g_array_index (splices, UdsSplice, last);

      if (splice->before - joined->before - joined->removed > shortest)
        {
          g_array_index (splices, UdsSplice, ++last) = *splice;
          continue;
        }
      joined->removed = splice->before + splice->removed - joined->before;
      joined->added = splice->after + splice->added - joined->after;
    }
  g_array_set_size (splices, last + 1);
}

static void
add_splice (GArray *splices,
            guint   before,
            guint   before_end,
            guint   after,
            guint   after_end)
{
  UdsSplice splice = { before, before_end - before, after, after_end - after };

  if (splice.removed > 0 || splice.added > 0)
    g_array_append_val (splices, splice);
}

static void
compare_spans (Span    before,
               Span    after,
               GArray *splices)
{
  guint first = splices->len;
  g_autoptr (GArray) kept = NULL;

  skip_common_ends (&before, &after);
  if (before.start == before.end || after.start == after.end)
    {
      add_splice (splices, before.start, before.end, after.start, after.end);
      return;
    }

  kept = find_kept (&before, &after);
  for (guint i = 0; i < kept->len; i++)
    {
      const Pair *pair = &g_array_index (kept, Pair, i);

      add_splice (splices, before.start, pair->before, after.start, pair->after);
      before.start = pair->before + 1;
      after.start = pair->after + 1;
    }
  add_splice (splices, before.start, before.end, after.start, after.end);
  join_splices (splices, first);
}

static guint
find_place (const Span    *span,
            const UdsUuid *id)
{
  for (guint i = span->start; i < span->end; i++)
    if (uds_uuid_equal (&span->ids[i], id))
      return i;
  return NOWHERE;
}

/**
 * uds_splice_find:
 * @before: (element-type UdsUuid): an order of ids, each there once
 * @after: (element-type UdsUuid): another
 * @anchor: (nullable): an id that must not be taken out and put in again where both orders have it: a view forgets
 *   what it knew of such a row. Without it the fewest ids change
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type UdsSplice): what makes @after of @before, in order; at most
 *   %UDS_MOST_SPLICES on either side of @anchor
 */
GArray *
uds_splice_find (GArray        *before,
                 GArray        *after,
                 const UdsUuid *anchor)
{
  GArray *splices = g_array_new (FALSE, FALSE, sizeof (UdsSplice));
  Span old = { (const UdsUuid *) before->data, 0, before->len };
  Span new = { (const UdsUuid *) after->data, 0, after->len };
  guint old_place = anchor != NULL ? find_place (&old, anchor) : NOWHERE;
  guint new_place = old_place != NOWHERE ? find_place (&new, anchor) : NOWHERE;

  if (new_place == NOWHERE)
    {
      compare_spans (old, new, splices);
      return splices;
    }

  compare_spans ((Span) { old.ids, 0, old_place }, (Span) { new.ids, 0, new_place }, splices);
  compare_spans ((Span) { old.ids, old_place + 1, old.end }, (Span) { new.ids, new_place + 1, new.end }, splices);
  return splices;
}
