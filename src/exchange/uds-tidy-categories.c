/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers the categories of each breakdown while the rows are read, those of rows left out too. */
#include "uds-tidy-categories-private.h"

/* A breakdown with more is nothing to choose from. */
#define MOST_CATEGORIES 1000

struct _UdsTidyCategories
{
  GPtrArray *sets; /* of each column a set of texts; none where it is no breakdown */
};

static void
set_free (gpointer set)
{
  if (set != NULL)
    g_hash_table_unref (set);
}

/**
 * uds_tidy_categories_new:
 * @columns: (element-type UdsTidyColumn): the columns of a table
 *
 * Returns: (transfer full): their categories, none of which is known yet
 */
UdsTidyCategories *
uds_tidy_categories_new (GArray *columns)
{
  UdsTidyCategories *self = g_new0 (UdsTidyCategories, 1);

  self->sets = g_ptr_array_new_with_free_func (set_free);
  for (guint i = 0; i < columns->len; i++)
    {
      gboolean breakdown = g_array_index (columns, UdsTidyColumn, i).role == UDS_COLUMN_ROLE_BREAKDOWN;

      g_ptr_array_add (self->sets, breakdown ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) : NULL);
    }
  return self;
}

/**
 * uds_tidy_categories_free:
 * @self: (transfer full): the categories
 */
void
uds_tidy_categories_free (UdsTidyCategories *self)
{
  g_ptr_array_unref (self->sets);
  g_free (self);
}

/**
 * uds_tidy_categories_note:
 * @self: the categories
 * @row: a row that was read
 */
void
uds_tidy_categories_note (UdsTidyCategories *self,
                          UdsTidyRow        *row)
{
  for (guint i = 0; i < self->sets->len; i++)
    {
      GHashTable *set = g_ptr_array_index (self->sets, i);
      const char *text = uds_tidy_row_get (row, i)->text;

      if (set != NULL && *text != '\0' && g_hash_table_size (set) <= MOST_CATEGORIES
          && !g_hash_table_contains (set, text))
        g_hash_table_add (set, g_strdup (text));
    }
}

static int
compare_categories (gconstpointer a,
                    gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/**
 * uds_tidy_categories_list:
 * @self: the categories; they are moved, so that nothing is left of them
 * @file: the file, which has listed its columns
 *
 * Puts the categories of each breakdown that has not too many into the file's columns.
 */
void
uds_tidy_categories_list (UdsTidyCategories *self,
                          UdsImportFile     *file)
{
  for (guint i = 0; i < self->sets->len; i++)
    {
      GHashTable *set = g_ptr_array_index (self->sets, i);
      UdsImportColumn *column = g_ptr_array_index (file->columns, i);

      if (set == NULL || g_hash_table_size (set) > MOST_CATEGORIES)
        continue;
      column->categories = g_hash_table_steal_all_keys (set);
      g_ptr_array_set_free_func (column->categories, g_free);
      g_ptr_array_sort (column->categories, compare_categories);
    }
}
