/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rows begin with, where nobody has chosen any: the whole and the parts of one dimension, the first that has few;
 * where all have many, the largest of the one that has the fewest. */
#include "uds-indicator-selection-private.h"

#define FEW_ROWS 12 /* so many beside each other are read at a glance */

static guint
count_other_pairs (const GArray *pairs,
                   const char   *dimension)
{
  guint n = 0;

  for (guint i = 0; i < pairs->len; i++)
    n += !g_str_equal (g_array_index (pairs, UdsBreakdownPair, i).dimension, dimension);
  return n;
}

static gboolean
is_about_dimension (const GArray *pairs,
                    const char   *dimension)
{
  return count_other_pairs (pairs, dimension) < pairs->len;
}

/* Whether a part differs from what is shown in one dimension alone. */
static gboolean
is_sibling (const UdsIndicatorPart *part,
            const GArray           *shown,
            const char             *dimension)
{
  if (!is_about_dimension (part->pairs, dimension)
      || count_other_pairs (part->pairs, dimension) != count_other_pairs (shown, dimension))
    return FALSE;

  for (guint i = 0; i < part->pairs->len; i++)
    {
      const UdsBreakdownPair *pair = &g_array_index (part->pairs, UdsBreakdownPair, i);

      if (!g_str_equal (pair->dimension, dimension) && !uds_breakdown_pairs_has (shown, pair->dimension, pair->value))
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
list_siblings (const UdsIndicatorSelection *self,
               UdsIndicatorParts           *parts,
               const GArray                *shown,
               const char                  *dimension)
{
  GPtrArray *siblings = g_ptr_array_new ();

  for (guint i = 0; i < uds_indicator_parts_get_n (parts); i++)
    {
      const UdsIndicatorPart *part = uds_indicator_parts_get (parts, i);

      if (uds_indicator_selection_is_candidate (self, part) && is_sibling (part, shown, dimension))
        g_ptr_array_add (siblings, (gpointer) part);
    }
  return siblings;
}

/* Those of the first dimension that has few; else of the one that has the fewest. */
static GPtrArray *
find_rows (const UdsIndicatorSelection *self,
           UdsIndicatorParts           *parts,
           const GArray                *shown)
{
  g_autoptr (GPtrArray) choices = uds_indicator_selection_list_choices (self, parts);
  g_autoptr (GPtrArray) fewest = g_ptr_array_new ();

  for (guint i = 0; i < choices->len; i++)
    {
      const UdsIndicatorChoice *choice = g_ptr_array_index (choices, i);
      g_autoptr (GPtrArray) siblings = NULL;

      if (choice->of != UDS_CHOICE_OF_PARTS || uds_breakdown_is_technical (choice->dimension))
        continue;
      siblings = list_siblings (self, parts, shown, choice->dimension);
      if (siblings->len + !is_about_dimension (shown, choice->dimension) < 2)
        continue;
      if (siblings->len <= FEW_ROWS)
        return g_steal_pointer (&siblings);
      if (fewest->len == 0 || siblings->len < fewest->len)
        {
          g_ptr_array_unref (fewest);
          fewest = g_steal_pointer (&siblings);
        }
    }

  return g_steal_pointer (&fewest);
}

static int
compare_latest (gconstpointer a,
                gconstpointer b)
{
  double x = uds_indicator_part_get_latest (*(const UdsIndicatorPart *const *) a)->value;
  double y = uds_indicator_part_get_latest (*(const UdsIndicatorPart *const *) b)->value;

  return (x < y) - (x > y);
}

static void
choose_rows (UdsIndicatorSelection *self,
             UdsIndicatorParts     *parts,
             const GArray          *shown)
{
  g_autoptr (GPtrArray) rows = find_rows (self, parts, shown);

  if (rows->len > FEW_ROWS)
    g_ptr_array_sort (rows, compare_latest);
  for (guint i = 0; i < MIN (rows->len, FEW_ROWS); i++)
    {
      const UdsIndicatorPart *part = g_ptr_array_index (rows, i);

      for (guint j = 0; j < part->pairs->len; j++)
        {
          const UdsBreakdownPair *pair = &g_array_index (part->pairs, UdsBreakdownPair, j);

          if (!uds_breakdown_pairs_has (self->pairs, pair->dimension, pair->value))
            uds_breakdown_pairs_add (self->pairs, pair->dimension, pair->value);
        }
    }
}

/**
 * uds_indicator_selection_set_kind:
 * @self: a selection
 * @parts: the parts of its indicator
 * @kind: %UDS_CHART_LINES, %UDS_CHART_BARS or %UDS_CHART_DUMBBELL
 *
 * Shows it as lines or as rows. One row alone says nothing: then parts to stand beside it are chosen, no more than can
 * be read.
 */
void
uds_indicator_selection_set_kind (UdsIndicatorSelection *self,
                                  UdsIndicatorParts     *parts,
                                  UdsChartKind           kind)
{
  g_autoptr (GPtrArray) shown = NULL;

  self->kind = kind;
  uds_indicator_selection_repair (self, parts);
  shown = uds_indicator_selection_list_shown (self, parts);
  if (kind != UDS_CHART_LINES && shown->len == 1)
    choose_rows (self, parts, ((const UdsIndicatorPart *) g_ptr_array_index (shown, 0))->pairs);
}
