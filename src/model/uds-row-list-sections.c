/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the groups of the list begin and end. While splices are told, the first rows are in the new groups and the rest
 * in those that were before; a group that both have goes on across the seam. */
#include "uds-row-list-private.h"

static guint
find_section (GPtrArray *sections,
              guint      place)
{
  guint low = 0, high = sections->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;
      const UdsListSection *section = g_ptr_array_index (sections, middle);

      if (section->start <= place)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* The group that a row is in, and where it begins and ends among rows of the same order. */
static const UdsListSection *
look_up (GPtrArray *sections,
         guint      n_ids,
         guint      place,
         guint     *start,
         guint     *end)
{
  const UdsListSection *section, *next;
  guint index;

  *start = 0;
  *end = n_ids;
  if (sections == NULL || sections->len == 0)
    return NULL;

  index = find_section (sections, place);
  section = g_ptr_array_index (sections, index);
  next = index + 1 < sections->len ? g_ptr_array_index (sections, index + 1) : NULL;
  *start = section->start;
  if (next != NULL)
    *end = next->start;
  return section;
}

static const UdsListSection *
look_up_now (UdsRowList *self,
             guint       position,
             guint      *start,
             guint      *end)
{
  const UdsListSection *section = look_up (self->sections, self->ids->len, position, start, end);

  *end = MIN (*end, self->n_told);
  return section;
}

static const UdsListSection *
look_up_before (UdsRowList *self,
                guint       position,
                guint      *start,
                guint      *end)
{
  guint from = self->from_before, told = self->n_told;
  const UdsListSection *section =
      look_up (self->sections_before, self->ids_before->len, position - told + from, start, end);

  *start = MAX (*start, from) - from + told;
  *end = *end - from + told;
  return section;
}

static gboolean
is_same (const UdsListSection *a,
         const UdsListSection *b)
{
  return g_strcmp0 (a != NULL ? a->code : NULL, b != NULL ? b->code : NULL) == 0;
}

static const UdsListSection *
find_around (UdsRowList *self,
             guint       position,
             guint      *start,
             guint      *end)
{
  const UdsListSection *section;
  guint told = self->n_told, other_start, other_end;

  if (position < told)
    {
      section = look_up_now (self, position, start, end);
      if (*end == told && told < uds_row_list_count_ids (self)
          && is_same (section, look_up_before (self, told, &other_start, &other_end)))
        *end = other_end;
      return section;
    }

  section = look_up_before (self, position, start, end);
  if (*start == told && told > 0 && is_same (section, look_up_now (self, told - 1, &other_start, &other_end)))
    *start = other_start;
  return section;
}

/**
 * uds_row_list_get_section:
 * @self: a list
 * @position: a place in it
 * @start: (out): where the group begins that it is in
 * @end: (out): the place after its last row
 *
 * Returns: (transfer none) (nullable): what the group is called, valid until the list tells of changes; %NULL where the
 *   list is in no groups
 */
const char *
uds_row_list_get_section (UdsRowList *self,
                          guint       position,
                          guint      *start,
                          guint      *end)
{
  const UdsListSection *section;

  g_return_val_if_fail (UDS_IS_ROW_LIST (self), NULL);

  if (position >= uds_row_list_count_ids (self))
    {
      *start = uds_row_list_count_ids (self);
      *end = G_MAXUINT;
      return NULL;
    }

  section = find_around (self, position, start, end);
  return section != NULL ? section->name : NULL;
}

/**
 * uds_row_list_is_grouped:
 * @self: a list
 *
 * Returns: whether what it shows is in groups
 */
gboolean
uds_row_list_is_grouped (UdsRowList *self)
{
  g_return_val_if_fail (UDS_IS_ROW_LIST (self), FALSE);

  return self->sections != NULL;
}
