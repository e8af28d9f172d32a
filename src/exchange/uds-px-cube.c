/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the dimensions of a cube from the records of a PX file: their categories, their periods, which one is the
 * measure and what means the whole. The values are uds-px-data.c's. */
#include "uds-px-private.h"

#include "uds-error.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  const UdsPx *px;
  UdsImportFile *file;
  UdsCube *cube;
  guint n_categories;
} Making;

static void
note_unread (Making            *making,
             const UdsPxRecord *record)
{
  uds_import_file_add_note (making->file, record->line, 0, UDS_PROBLEM_SETTING_UNREAD, NULL, record->name);
}

/* Time */

/* Time scales by their letters, with how many of them a year has and how they are written behind one. */
static const struct {
  char letter;
  int n_digits, n_parts;
  const char *form;
} scales[] = {
  { 'A', 0, 1, "" }, { 'H', 1, 2, "-H" }, { 'Q', 1, 4, "-Q" }, { 'M', 2, 12, "-" }, { 'W', 2, 53, "-W" },
};

/* The scale of TLIST(A1, …); G_N_ELEMENTS (scales) where it is another. */
static gsize
find_scale (const UdsPx       *px,
            const UdsPxRecord *record)
{
  const UdsPxToken *list = uds_px_get_token (px, record, 0);
  const UdsPxToken *scale = uds_px_get_token (px, record, 2);
  gsize i;

  if (scale == NULL || scale->text == NULL || list->text == NULL || g_ascii_strcasecmp (list->text, "TLIST") != 0)
    return G_N_ELEMENTS (scales);
  for (i = 0; i < G_N_ELEMENTS (scales); i++)
    if (scales[i].letter == g_ascii_toupper (scale->text[0]))
      break;
  return i;
}

static gboolean
make_period (gsize      scale,
             int        year,
             int        part,
             UdsPeriod *period)
{
  g_autofree char *text = scales[scale].n_parts == 1
                              ? g_strdup_printf ("%04d", year)
                              : g_strdup_printf ("%04d%s%0*d", year, scales[scale].form, scales[scale].n_digits, part);

  return uds_period_parse (text, period, NULL);
}

/* "19711" is the first quarter of 1971 where the scale is quarters. */
static gboolean
split_period (gsize       scale,
              const char *text,
              int        *year,
              int        *part)
{
  if (strlen (text) != 4 + (gsize) scales[scale].n_digits || strspn (text, "0123456789") != strlen (text))
    return FALSE;

  *part = scales[scale].n_digits > 0 ? atoi (text + 4) : 1;
  *year = atoi (text);
  for (int i = 0; i < scales[scale].n_digits; i++)
    *year /= 10;
  return TRUE;
}

static gboolean
read_period (gsize       scale,
             const char *text,
             UdsPeriod  *period)
{
  int year, part;

  return (split_period (scale, text, &year, &part) && make_period (scale, year, part, period))
         || uds_period_parse (text, period, NULL);
}

/* All periods from one to another, the first included; no more than there are categories for. */
static gboolean
add_range (GArray     *periods,
           gsize       scale,
           const char *first,
           const char *last,
           guint       most)
{
  UdsPeriod period, end;
  int year, part;

  if (!split_period (scale, first, &year, &part) || !read_period (scale, last, &end))
    return FALSE;
  while (periods->len <= most)
    {
      if (make_period (scale, year, part, &period))
        {
          if (uds_date_compare (&period.begin, &end.begin) > 0)
            return TRUE;
          g_array_append_val (periods, period);
        }
      else if (part < 53)
        return FALSE;
      part++;
      if (part > scales[scale].n_parts)
        {
          year++;
          part = 1;
        }
    }
  return FALSE;
}

static GArray *
list_periods (const UdsPx       *px,
              const UdsPxRecord *record,
              guint              most)
{
  g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (UdsPeriod));
  gsize scale = find_scale (px, record);

  for (guint i = 3; scale < G_N_ELEMENTS (scales) && i < record->n_tokens; i++)
    {
      const UdsPxToken *token = uds_px_get_token (px, record, i);
      const UdsPxToken *sign = uds_px_get_token (px, record, i + 1);
      const UdsPxToken *last = uds_px_get_token (px, record, i + 2);
      UdsPeriod period;

      if (token->text == NULL)
        continue;
      if (sign != NULL && sign->kind == '-' && last != NULL && last->text != NULL)
        {
          if (!add_range (periods, scale, token->text, last->text, most))
            return NULL;
          i += 2;
        }
      else if (read_period (scale, token->text, &period))
        g_array_append_val (periods, period);
      else
        return NULL;
    }
  return g_steal_pointer (&periods);
}

static void
read_time (Making           *making,
           UdsCubeDimension *dimension)
{
  const UdsPxRecord *record = uds_px_find (making->px, "TIMEVAL", NULL, dimension->text);
  g_autoptr (GArray) periods = NULL;

  if (record == NULL)
    return;
  dimension->role = UDS_COLUMN_ROLE_PERIOD;
  periods = list_periods (making->px, record, dimension->categories->len);
  if (periods == NULL || (periods->len > 0 && periods->len != dimension->categories->len))
    {
      note_unread (making, record);
      return;
    }
  for (guint i = 0; i < periods->len; i++)
    {
      UdsCubeCategory *category = g_ptr_array_index (dimension->categories, i);

      category->has_period = TRUE;
      category->period = g_array_index (periods, UdsPeriod, i);
    }
}

/* Categories */

/* The periods themselves where a file has no texts for them. */
static GPtrArray *
list_times (const UdsPx       *px,
            const UdsPxRecord *record)
{
  g_autoptr (GArray) periods = record != NULL ? list_periods (px, record, UDS_CUBE_MAX_CATEGORIES) : NULL;
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; periods != NULL && i < periods->len; i++)
    g_ptr_array_add (texts, uds_period_to_string (&g_array_index (periods, UdsPeriod, i)));
  return texts;
}

static GPtrArray *
list_categories (Making     *making,
                 const char *name,
                 GPtrArray  *codes)
{
  g_autoptr (GPtrArray) values = uds_px_list_texts (making->px, uds_px_find (making->px, "VALUES", NULL, name));

  if (values->len > 0)
    return g_steal_pointer (&values);
  if (codes->len > 0)
    return g_ptr_array_ref (codes);
  return list_times (making->px, uds_px_find (making->px, "TIMEVAL", NULL, name));
}

static gboolean
add_categories (Making            *making,
                UdsCubeDimension  *dimension,
                GError           **error)
{
  const UdsPxRecord *record = uds_px_find (making->px, "CODES", NULL, dimension->text);
  g_autoptr (GPtrArray) codes = uds_px_list_texts (making->px, record);
  g_autoptr (GPtrArray) values = list_categories (making, dimension->text, codes);

  making->n_categories += values->len;
  if (values->len == 0)
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID,
                   /* Translators: the name of a dimension, such as “Age” */
                   _("The file does not list the categories of “%s”"), dimension->text);
      return FALSE;
    }
  if (making->n_categories > UDS_CUBE_MAX_CATEGORIES)
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_LIMIT, _("The dimensions have more than %d categories"),
                   UDS_CUBE_MAX_CATEGORIES);
      return FALSE;
    }

  if (codes->len > 0 && codes->len != values->len)
    {
      note_unread (making, record);
      g_ptr_array_set_size (codes, 0);
    }
  for (guint i = 0; i < values->len; i++)
    uds_cube_add_category (dimension, codes->len > 0 ? g_ptr_array_index (codes, i) : NULL,
                           g_ptr_array_index (values, i));
  return TRUE;
}

/* The measure */

/* Files without CONTVARIABLE have a measure all the same where single values have units. */
static UdsCubeDimension *
find_dimension_with_units (Making *making)
{
  g_autoptr (GHashTable) subjects = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < making->px->records->len; i++)
    {
      const UdsPxRecord *record = &g_array_index (making->px->records, UdsPxRecord, i);

      if (g_str_equal (record->keyword, "UNITS") && record->language == NULL && record->subject != NULL)
        g_hash_table_add (subjects, (gpointer) record->subject);
    }
  for (guint i = 0; g_hash_table_size (subjects) > 0 && i < making->cube->dimensions->len; i++)
    {
      UdsCubeDimension *dimension = g_ptr_array_index (making->cube->dimensions, i);

      for (guint j = 0; j < dimension->categories->len; j++)
        if (g_hash_table_contains (subjects, ((UdsCubeCategory *) g_ptr_array_index (dimension->categories, j))->text))
          return dimension;
    }
  return NULL;
}

static void
mark_measure (Making *making)
{
  const char *name = uds_px_get_text (making->px, "CONTVARIABLE", NULL, NULL);
  UdsCubeDimension *measure = name != NULL ? uds_cube_find_dimension (making->cube, name)
                                           : find_dimension_with_units (making);

  if (measure == NULL || measure->role == UDS_COLUMN_ROLE_PERIOD)
    return;
  measure->role = UDS_COLUMN_ROLE_SERIES;
  for (guint i = 0; i < measure->categories->len; i++)
    {
      UdsCubeCategory *category = g_ptr_array_index (measure->categories, i);

      category->unit = g_strdup (uds_px_get_text (making->px, "UNITS", NULL, category->text));
    }
}

static void
mark_whole (Making           *making,
            UdsCubeDimension *dimension)
{
  const UdsPxRecord *record = uds_px_find (making->px, "ELIMINATION", NULL, dimension->text);
  const UdsPxToken *token = record != NULL ? uds_px_get_token (making->px, record, 0) : NULL;

  /* YES without quotation marks says that its categories can be added up, not that one of them is the sum. */
  if (token != NULL && token->kind == '"')
    dimension->whole = g_strdup (token->text);
}

static gboolean
add_dimension (Making      *making,
               const char  *name,
               GError     **error)
{
  const char *code = uds_px_get_text (making->px, "VARIABLECODE", NULL, name);
  UdsCubeDimension *dimension;

  if (making->cube->dimensions->len == UDS_CUBE_MAX_DIMENSIONS)
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_LIMIT, _("The table has more than %d dimensions"),
                   UDS_CUBE_MAX_DIMENSIONS);
      return FALSE;
    }
  dimension = uds_cube_add_dimension (making->cube, code != NULL ? code : name, name);
  if (!add_categories (making, dimension, error))
    return FALSE;
  read_time (making, dimension);
  mark_whole (making, dimension);
  return TRUE;
}

/**
 * uds_px_make_cube:
 * @self: a PX file
 * @file: the file that gets notes on what cannot be used
 * @error: what is missing
 *
 * Returns: (transfer full) (nullable): a cube with its dimensions and without values, not yet settled
 */
UdsCube *
uds_px_make_cube (const UdsPx    *self,
                  UdsImportFile  *file,
                  GError        **error)
{
  g_autoptr (UdsCube) cube = uds_cube_new ();
  Making making = { .px = self, .file = file, .cube = cube };
  static const char *const keywords[] = { "STUB", "HEADING" };

  for (gsize i = 0; i < G_N_ELEMENTS (keywords); i++)
    {
      g_autoptr (GPtrArray) names = uds_px_list_texts (self, uds_px_find (self, keywords[i], NULL, NULL));

      for (guint j = 0; j < names->len; j++)
        if (!add_dimension (&making, g_ptr_array_index (names, j), error))
          return NULL;
    }
  if (cube->dimensions->len == 0)
    {
      g_set_error_literal (error, UDS_ERROR, UDS_ERROR_INVALID,
                           _("The file names no dimensions: neither STUB nor HEADING is there"));
      return NULL;
    }
  mark_measure (&making);
  return g_steal_pointer (&cube);
}
