/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A matrix is told by its heading, whose first cells are blank: above the columns of labels. What the dimensions are
 * called stands in the title alone: "Population by region, time and sex". */
#include "uds-matrix-shape-private.h"

#include "uds-category-private.h"
#include "uds-csv.h"
#include "uds-description-private.h"
#include "uds-period.h"
#include "uds-value-cell-private.h"

#include <string.h>

#define MAX_HEADINGS 8

static char *
dup_trimmed (const char *text)
{
  const char *start;
  gsize length;

  uds_text_trim (text, &start, &length);
  return length > 0 ? g_strndup (start, length) : NULL;
}

static gboolean
is_blank (const char *text)
{
  const char *start;
  gsize length;

  uds_text_trim (text, &start, &length);
  return length == 0;
}

static guint
count_leading_blanks (UdsCsvReader *reader)
{
  guint n = 0;

  while (n < uds_csv_reader_get_n_cells (reader) && is_blank (uds_csv_reader_get_cell (reader, n)))
    n++;
  return n;
}

static void
clear_dimension (gpointer data)
{
  UdsMatrixDimension *dimension = data;

  g_free (dimension->name);
  g_hash_table_unref (dimension->categories);
}

static UdsMatrixDimension *
get_dimension (const UdsMatrixShape *self,
               guint                 place)
{
  return &g_array_index (self->dimensions, UdsMatrixDimension, place);
}

static void
add_dimension (UdsMatrixShape *self)
{
  UdsMatrixDimension dimension = {
    .categories = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };

  g_array_append_val (self->dimensions, dimension);
}

static void
add_category (UdsMatrixShape *self,
              guint           dimension,
              const char     *text)
{
  GHashTable *categories = get_dimension (self, dimension)->categories;
  g_autofree char *category = dup_trimmed (text);

  if (category != NULL && !g_hash_table_contains (categories, category))
    g_hash_table_add (categories, g_steal_pointer (&category));
}

/* A row above the columns. Of all but the last, a category stands above its first column only. */
static void
add_heading (UdsMatrixShape *self,
             UdsCsvReader   *reader)
{
  GPtrArray *heading = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < uds_csv_reader_get_n_cells (reader); i++)
    g_ptr_array_add (heading, i < self->n_stubs ? NULL : dup_trimmed (uds_csv_reader_get_cell (reader, i)));
  g_ptr_array_add (self->headings, heading);
}

static void
fill_headings (UdsMatrixShape *self)
{
  for (guint i = 0; i < self->headings->len; i++)
    {
      GPtrArray *heading = g_ptr_array_index (self->headings, i);

      add_dimension (self);
      for (guint j = self->n_stubs; j < heading->len; j++)
        {
          if (g_ptr_array_index (heading, j) == NULL && i + 1 < self->headings->len && j > self->n_stubs)
            heading->pdata[j] = g_strdup (g_ptr_array_index (heading, j - 1));
          if (g_ptr_array_index (heading, j) != NULL)
            add_category (self, self->n_stubs + i, g_ptr_array_index (heading, j));
        }
    }
}

static UdsCsvReader *
open_below_headings (const UdsMatrixShape *self,
                     const UdsImportFile  *file,
                     char                  separator)
{
  g_autoptr (UdsCsvReader) reader = uds_tidy_frame_open (&self->frame, file->text, separator, NULL);

  for (guint i = 1; reader != NULL && i < self->headings->len; i++)
    uds_csv_reader_next (reader, NULL);
  return g_steal_pointer (&reader);
}

static void
look_at_row (UdsMatrixShape *self,
             UdsCsvReader   *reader)
{
  for (guint i = 0; i < uds_csv_reader_get_n_cells (reader); i++)
    {
      g_autofree char *text = dup_trimmed (uds_csv_reader_get_cell (reader, i));

      if (text == NULL)
        continue;
      if (i >= self->n_stubs)
        uds_value_cell_look (&self->decimal, text);
      else if (!uds_tidy_frame_is_note (&self->frame, reader))
        add_category (self, i, text);
    }
}

/* Whether the reader's row is one more above the columns: no label, but something above them. */
static gboolean
is_heading (const UdsMatrixShape *self,
            UdsCsvReader         *reader)
{
  guint n_blank = count_leading_blanks (reader);

  return n_blank >= self->n_stubs && n_blank < uds_csv_reader_get_n_cells (reader)
         && self->headings->len < MAX_HEADINGS;
}

/* The headings, and where the notes begin. */
static gboolean
read_frame (UdsMatrixShape      *self,
           const UdsImportFile *file,
           char                 separator,
           guint                max_rows)
{
  g_autoptr (UdsCsvReader) reader = uds_tidy_frame_open (&self->frame, file->text, separator, NULL);
  gboolean more;

  if (reader == NULL)
    return FALSE;
  self->n_stubs = count_leading_blanks (reader);
  if (self->n_stubs == 0 || self->n_stubs >= uds_csv_reader_get_n_cells (reader))
    return FALSE;

  for (guint i = 0; i < self->n_stubs; i++)
    add_dimension (self);
  do
    add_heading (self, reader);
  while ((more = uds_csv_reader_next (reader, NULL)) && is_heading (self, reader));
  fill_headings (self);

  for (; more && uds_csv_reader_get_row (reader) <= max_rows; more = uds_csv_reader_next (reader, NULL))
    uds_tidy_frame_look (&self->frame, reader);
  return TRUE;
}

static void
read_categories (UdsMatrixShape      *self,
                 const UdsImportFile *file,
                 char                 separator,
                 guint                max_rows)
{
  g_autoptr (UdsCsvReader) reader = open_below_headings (self, file, separator);

  while (reader != NULL && uds_csv_reader_next (reader, NULL) && uds_csv_reader_get_row (reader) <= max_rows)
    look_at_row (self, reader);
}

static gboolean
are_periods (GHashTable *categories)
{
  GHashTableIter iter;
  gpointer category;
  UdsPeriod period;

  g_hash_table_iter_init (&iter, categories);
  while (g_hash_table_iter_next (&iter, &category, NULL))
    if (!uds_period_parse (category, &period, NULL))
      return FALSE;
  return g_hash_table_size (categories) > 0;
}

static gboolean
find_time (UdsMatrixShape *self)
{
  for (guint i = 0; i < self->dimensions->len; i++)
    if (are_periods (get_dimension (self, i)->categories))
      {
        get_dimension (self, i)->is_time = TRUE;
        return TRUE;
      }
  return FALSE;
}

/* "region, time and sex" as three names; %NULL where it is another number of them, or one is said twice. */
static GStrv
split_names (const char *list,
             guint       n_names)
{
  static const char *const last[] = { " and ", " og " };

  for (gsize i = 0; i < G_N_ELEMENTS (last); i++)
    {
      const char *joint = g_strrstr (list, last[i]);
      g_autofree char *first = joint != NULL ? g_strndup (list, joint - list) : NULL;
      g_autofree char *all = joint != NULL ? g_strconcat (first, ", ", joint + strlen (last[i]), NULL)
                                           : g_strdup (list);
      g_auto (GStrv) names = g_strsplit (all, ", ", -1);
      gboolean twice = FALSE;

      for (guint j = 0; names[j] != NULL; j++)
        twice |= *names[j] == '\0' || g_strv_contains ((const char *const *) names + j + 1, names[j]);
      if (!twice && g_strv_length (names) == n_names)
        return g_steal_pointer (&names);
    }
  return NULL;
}

/* The title says the names behind "by" or "efter"; what stands before is the title of the figures. */
static GStrv
take_names (UdsMatrixShape *self)
{
  static const char *const joints[] = { " by ", " efter ", " fordelt på " };

  for (gsize i = 0; self->frame.title != NULL && i < G_N_ELEMENTS (joints); i++)
    for (char *p = strstr (self->frame.title, joints[i]); p != NULL; p = strstr (p + 1, joints[i]))
      {
        GStrv names = split_names (p + strlen (joints[i]), self->dimensions->len);

        if (names == NULL)
          continue;
        *p = '\0';
        return names;
      }
  return NULL;
}

/* A name by place is part of what tells series apart, and therefore the same in every language. */
static void
name_dimensions (UdsMatrixShape      *self,
                 const UdsImportFile *file)
{
  g_auto (GStrv) names = take_names (self);

  for (guint i = 0; i < self->dimensions->len; i++)
    {
      UdsMatrixDimension *dimension = get_dimension (self, i);

      dimension->is_told = names != NULL;
      if (names != NULL)
        dimension->name = g_strdup (names[i]);
      else if (i < self->n_stubs)
        dimension->name = g_strdup_printf ("Column %u", i + 1);
      else
        dimension->name = g_strdup_printf ("Heading %u", i - self->n_stubs + 1);
      dimension->wanted = uds_import_file_get_wanted (file, dimension->name);
      if (!dimension->is_time)
        dimension->whole = uds_categories_find_whole (dimension->name, dimension->categories);
    }
}

/**
 * uds_matrix_shape_read:
 * @file: a file whose text is read
 * @max_rows: how many rows to look at
 *
 * Returns: (transfer full) (nullable): the shape of the matrix in it; %NULL where it is none, or has no periods
 */
UdsMatrixShape *
uds_matrix_shape_read (const UdsImportFile *file,
                       guint                max_rows)
{
  g_autoptr (UdsMatrixShape) self = g_new0 (UdsMatrixShape, 1);
  char separator = file->separator_given ? file->separator : uds_csv_detect_separator (file->text);

  self->headings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->dimensions = g_array_new (FALSE, FALSE, sizeof (UdsMatrixDimension));
  g_array_set_clear_func (self->dimensions, clear_dimension);
  uds_tidy_frame_find_heading (&self->frame, file->text, separator);
  if (!read_frame (self, file, separator, max_rows))
    return NULL;
  read_categories (self, file, separator, max_rows);
  if (!find_time (self))
    return NULL;
  name_dimensions (self, file);
  return g_steal_pointer (&self);
}

/**
 * uds_matrix_shape_free:
 * @self: (transfer full): a shape
 */
void
uds_matrix_shape_free (UdsMatrixShape *self)
{
  uds_tidy_frame_clear (&self->frame);
  g_ptr_array_unref (self->headings);
  g_array_unref (self->dimensions);
  g_free (self);
}

/**
 * uds_matrix_shape_open:
 * @self: a shape
 * @file: the file it was read from, whose separator is set
 *
 * Returns: (transfer full) (nullable): a reader before the first row below the headings
 */
UdsCsvReader *
uds_matrix_shape_open (const UdsMatrixShape *self,
                       const UdsImportFile  *file)
{
  return open_below_headings (self, file, file->separator);
}

/**
 * uds_matrix_shape_get_category:
 * @self: a shape
 * @heading: a row above the columns, from 0
 * @column: a column
 *
 * Returns: (nullable): what stands above the column there
 */
const char *
uds_matrix_shape_get_category (const UdsMatrixShape *self,
                               guint                 heading,
                               guint                 column)
{
  GPtrArray *categories = g_ptr_array_index (self->headings, heading);

  return column < categories->len ? g_ptr_array_index (categories, column) : NULL;
}

/**
 * uds_matrix_shape_describe:
 * @self: a shape
 * @metadata: the metadata of the indicator that the matrix is about
 *
 * Sets the title, without the names of dimensions that it ends in, and the notes.
 */
void
uds_matrix_shape_describe (const UdsMatrixShape *self,
                           JsonObject           *metadata)
{
  uds_tidy_frame_describe (&self->frame, metadata);
}
