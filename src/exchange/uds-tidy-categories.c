/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers the categories of each breakdown before any row is read, those of rows left out too. */
#include "uds-tidy-categories-private.h"

#include "uds-category-private.h"

struct _UdsTidyCategories
{
  GArray *columns;
  GPtrArray *sets; /* of each column a set of texts; none where it is no breakdown */
  GStringChunk *scratch;
};

static void
set_free (gpointer set)
{
  if (set != NULL)
    g_hash_table_unref (set);
}

/**
 * uds_tidy_categories_new:
 * @columns: (element-type UdsTidyColumn): the columns of a table, all of them
 *
 * Returns: (transfer full): their categories, none of which is known yet
 */
UdsTidyCategories *
uds_tidy_categories_new (GArray *columns)
{
  UdsTidyCategories *self = g_new0 (UdsTidyCategories, 1);

  self->columns = g_array_ref (columns);
  self->scratch = g_string_chunk_new (256);
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
  g_array_unref (self->columns);
  g_string_chunk_free (self->scratch);
  g_free (self);
}

/**
 * uds_tidy_categories_look:
 * @self: the categories
 * @reader: at a row
 */
void
uds_tidy_categories_look (UdsTidyCategories *self,
                          UdsCsvReader      *reader)
{
  for (guint i = 0; i < self->sets->len; i++)
    {
      GHashTable *set = g_ptr_array_index (self->sets, i);
      gboolean trimmed;
      const char *text;

      if (set == NULL || g_hash_table_size (set) > UDS_IMPORT_MAX_CATEGORIES)
        continue;
      text = uds_tidy_cell_read (reader, self->columns, i, self->scratch, &trimmed);
      if (*text != '\0' && !g_hash_table_contains (set, text))
        g_hash_table_add (set, g_strdup (text));
    }
  g_string_chunk_clear (self->scratch);
}

/**
 * uds_tidy_categories_settle:
 * @self: the categories of all rows; must outlive what the columns are used for
 *
 * Says in each column of a breakdown which category means all of them.
 */
void
uds_tidy_categories_settle (const UdsTidyCategories *self)
{
  for (guint i = 0; i < self->sets->len; i++)
    {
      GHashTable *set = g_ptr_array_index (self->sets, i);
      UdsTidyColumn *column = &g_array_index (self->columns, UdsTidyColumn, i);

      if (set != NULL && g_hash_table_size (set) <= UDS_IMPORT_MAX_CATEGORIES)
        column->whole = uds_categories_find_whole (column->name, set);
    }
}

/**
 * uds_tidy_categories_list:
 * @self: the categories
 * @file: the file, which has listed its columns
 *
 * Puts the categories of each breakdown that has not too many into the file's columns, and proposes our own city.
 */
void
uds_tidy_categories_list (const UdsTidyCategories *self,
                          UdsImportFile           *file)
{
  for (guint i = 0; i < self->sets->len; i++)
    {
      GHashTable *set = g_ptr_array_index (self->sets, i);
      UdsImportColumn *column = g_ptr_array_index (file->columns, i);

      if (set == NULL || g_hash_table_size (set) > UDS_IMPORT_MAX_CATEGORIES)
        continue;
      uds_import_column_set_categories (column, set);
    }
}
