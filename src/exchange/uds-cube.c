/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds a cube and settles what its file leaves open: which dimension is time, and what tells categories of the same
 * name apart. Nothing here knows a format, nor what an indicator is. */
#include "uds-cube-private.h"

#include "uds-error.h"
#include "uds-fold.h"

#include <glib/gi18n.h>

static void
category_free (gpointer data)
{
  UdsCubeCategory *category = data;

  g_free (category->code);
  g_free (category->text);
  g_free (category->unit);
  g_free (category);
}

static void
dimension_free (gpointer data)
{
  UdsCubeDimension *dimension = data;

  g_free (dimension->code);
  g_free (dimension->text);
  g_free (dimension->whole);
  g_ptr_array_unref (dimension->categories);
  g_free (dimension);
}

/**
 * uds_cube_new:
 *
 * Returns: (transfer full): a cube without dimensions and values
 */
UdsCube *
uds_cube_new (void)
{
  UdsCube *self = g_new (UdsCube, 1);

  *self = (UdsCube) {
    .dimensions = g_ptr_array_new_with_free_func (dimension_free),
    .values = g_array_new (FALSE, FALSE, sizeof (UdsCubeValue)),
    .texts = g_string_chunk_new (256),
  };
  return self;
}

/**
 * uds_cube_free:
 * @self: (transfer full): a cube
 */
void
uds_cube_free (UdsCube *self)
{
  g_ptr_array_unref (self->dimensions);
  g_array_unref (self->values);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * uds_cube_add_dimension:
 * @self: a cube
 * @code: the code of its next dimension
 * @text: what a reader calls it
 *
 * Returns: (transfer none): the dimension, a breakdown without categories
 */
UdsCubeDimension *
uds_cube_add_dimension (UdsCube    *self,
                        const char *code,
                        const char *text)
{
  UdsCubeDimension *dimension = g_new (UdsCubeDimension, 1);

  *dimension = (UdsCubeDimension) {
    .code = g_strdup (code),
    .text = g_strdup (text),
    .role = UDS_COLUMN_ROLE_BREAKDOWN,
    .categories = g_ptr_array_new_with_free_func (category_free),
  };
  g_ptr_array_add (self->dimensions, dimension);
  return dimension;
}

/**
 * uds_cube_add_category:
 * @dimension: a dimension
 * @code: (nullable): the code of its next category
 * @text: what a reader calls it
 *
 * Returns: (transfer none): the category
 */
UdsCubeCategory *
uds_cube_add_category (UdsCubeDimension *dimension,
                       const char       *code,
                       const char       *text)
{
  UdsCubeCategory *category = g_new0 (UdsCubeCategory, 1);

  category->code = g_strdup (code);
  category->text = g_strdup (text);
  g_ptr_array_add (dimension->categories, category);
  return category;
}

/**
 * uds_cube_find_dimension:
 * @self: a cube
 * @name: the code or text of a dimension
 *
 * Returns: (transfer none) (nullable): the first dimension of that name
 */
UdsCubeDimension *
uds_cube_find_dimension (UdsCube    *self,
                         const char *name)
{
  for (guint i = 0; i < self->dimensions->len; i++)
    {
      UdsCubeDimension *dimension = g_ptr_array_index (self->dimensions, i);

      if (g_str_equal (dimension->code, name) || g_str_equal (dimension->text, name))
        return dimension;
    }
  return NULL;
}

/**
 * uds_cube_find_category:
 * @dimension: a dimension
 * @name: the code or text of one of its categories
 * @place: (out): where it is
 *
 * Returns: whether there is one
 */
gboolean
uds_cube_find_category (UdsCubeDimension *dimension,
                        const char       *name,
                        guint            *place)
{
  for (guint i = 0; i < dimension->categories->len; i++)
    {
      const UdsCubeCategory *category = g_ptr_array_index (dimension->categories, i);

      if (g_strcmp0 (category->code, name) == 0 || g_str_equal (category->text, name))
        {
          *place = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * uds_cube_get_size:
 * @self: a cube with all its dimensions
 * @size: (out): how many values it has room for
 * @error: %UDS_ERROR_LIMIT where that is more than we accept
 *
 * Returns: %FALSE where it is too large
 */
gboolean
uds_cube_get_size (UdsCube  *self,
                   guint    *size,
                   GError  **error)
{
  guint64 product = 1;

  for (guint i = 0; i < self->dimensions->len; i++)
    {
      product *= ((UdsCubeDimension *) g_ptr_array_index (self->dimensions, i))->categories->len;
      if (product > UDS_CUBE_MAX_SIZE)
        {
          g_set_error (error, UDS_ERROR, UDS_ERROR_LIMIT, _("The dimensions of the table make more than %d values"),
                       UDS_CUBE_MAX_SIZE);
          return FALSE;
        }
    }
  *size = (guint) product;
  return TRUE;
}

/**
 * uds_cube_add_value:
 * @self: a cube
 * @value: a value whose texts are the cube's
 * @error: %UDS_ERROR_LIMIT where there are more than we accept
 *
 * Returns: %FALSE where there are too many
 */
gboolean
uds_cube_add_value (UdsCube             *self,
                    const UdsCubeValue  *value,
                    GError             **error)
{
  if (self->values->len == UDS_CUBE_MAX_VALUES)
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_LIMIT, _("Line %u: the file has more than %d values"), value->line,
                   UDS_CUBE_MAX_VALUES);
      return FALSE;
    }
  g_array_append_vals (self->values, value, 1);
  return TRUE;
}

/* Time */

static void
read_period (UdsCubeCategory *category)
{
  if (category->has_period)
    return;
  category->has_period = category->code != NULL && uds_period_parse (category->code, &category->period, NULL);
  if (!category->has_period)
    category->has_period = uds_period_parse (category->text, &category->period, NULL);
}

static gboolean
is_called_time (const char *name)
{
  static const char *const names[] = {
    "tid", "time", "time_period", "year", "ar", "period", "periode", "quarter", "kvartal", "month", "maned", NULL,
  };
  g_autofree char *folded = uds_fold (name);

  return g_strv_contains (names, folded);
}

static gboolean
has_only_periods (const UdsCubeDimension *dimension)
{
  UdsPeriod period;

  for (guint i = 0; i < dimension->categories->len; i++)
    {
      const UdsCubeCategory *category = g_ptr_array_index (dimension->categories, i);

      if ((category->code == NULL || !uds_period_parse (category->code, &period, NULL))
          && !uds_period_parse (category->text, &period, NULL))
        return FALSE;
    }
  return dimension->categories->len > 0;
}

static UdsCubeDimension *
find_role (UdsCube       *self,
           UdsColumnRole  role)
{
  for (guint i = 0; i < self->dimensions->len; i++)
    {
      UdsCubeDimension *dimension = g_ptr_array_index (self->dimensions, i);

      if (dimension->role == role)
        return dimension;
    }
  return NULL;
}

static gboolean
is_named_time (const UdsCubeDimension *dimension)
{
  return is_called_time (dimension->code) || is_called_time (dimension->text);
}

static void
guess_time_by (UdsCube  *self,
               gboolean (*is_time) (const UdsCubeDimension *dimension))
{
  for (guint i = 0; i < self->dimensions->len; i++)
    {
      UdsCubeDimension *dimension = g_ptr_array_index (self->dimensions, i);

      if (dimension->role == UDS_COLUMN_ROLE_BREAKDOWN && is_time (dimension))
        {
          dimension->role = UDS_COLUMN_ROLE_PERIOD;
          return;
        }
    }
}

/* A name for time goes before categories that could be years, since numbers of other things can be too. */
static void
guess_time (UdsCube *self)
{
  if (find_role (self, UDS_COLUMN_ROLE_PERIOD) == NULL)
    guess_time_by (self, is_named_time);
  if (find_role (self, UDS_COLUMN_ROLE_PERIOD) == NULL)
    guess_time_by (self, has_only_periods);
}

/* Names */

/* Gives the second of two equal texts the code behind it, or else its number. */
static void
tell_apart (GHashTable  *taken,
            char       **text,
            const char  *code,
            guint        number)
{
  if (g_hash_table_contains (taken, *text) && code != NULL)
    {
      g_autofree char *old = *text;

      *text = g_strdup_printf ("%s (%s)", old, code);
    }
  while (g_hash_table_contains (taken, *text))
    {
      g_autofree char *old = *text;

      *text = g_strdup_printf ("%s (%u)", old, number);
    }
  g_hash_table_add (taken, *text);
}

static void
tell_categories_apart (UdsCubeDimension *dimension)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < dimension->categories->len; i++)
    {
      UdsCubeCategory *category = g_ptr_array_index (dimension->categories, i);

      tell_apart (taken, &category->text, category->code, i + 1);
    }
}

/**
 * uds_cube_settle:
 * @self: a cube with all its dimensions
 *
 * Finds the dimension of time where the file does not say, reads the periods, and makes the names of dimensions and
 * of the categories of each different from each other.
 */
void
uds_cube_settle (UdsCube *self)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);

  guess_time (self);
  for (guint i = 0; i < self->dimensions->len; i++)
    {
      UdsCubeDimension *dimension = g_ptr_array_index (self->dimensions, i);

      for (guint j = 0; j < dimension->categories->len; j++)
        read_period (g_ptr_array_index (dimension->categories, j));
      tell_categories_apart (dimension);
      tell_apart (taken, &dimension->text, dimension->code, i + 1);
    }
}
