/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns a cube into series and observations: time into periods, the measure into series, all other dimensions into
 * breakdowns, of which the category that means the whole is left out. Here each value is given to the count once. */
#include "uds-cube-private.h"

#include "uds-category-private.h"
#include "uds-error.h"
#include "uds-format.h"
#include "uds-json.h"

#include <glib/gi18n.h>

/* The column of the values comes first in the list, so that it is the same for all cubes of a file. */
#define VALUE_COLUMN 1

typedef enum {
  WANTED_ALL,
  WANTED_ONE,
  WANTED_NONE, /* what the user wants is not there */
} Wanted;

/* A dimension as the user sees it. */
typedef struct {
  UdsCubeDimension *dimension;
  UdsColumnRole role;
  guint stride;
  Wanted wanted;
  guint wanted_place;
  gboolean has_whole;
  guint whole;
} Axis;

typedef struct {
  UdsImportFile *file;
  UdsIndicatorTable *table;
  GArray *axes;
  const Axis *time;
  GHashTable *series;     /* a place in the cube without its time, to a series' place plus one */
  GHashTable *attributes; /* a status to JSON */
} Turning;

static void
free_turning (Turning *turning)
{
  g_clear_pointer (&turning->axes, g_array_unref);
  g_clear_pointer (&turning->series, g_hash_table_unref);
  g_clear_pointer (&turning->attributes, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Turning, free_turning)

/* The axes */

static gboolean
is_whole_code (const char *code)
{
  static const char *const codes[] = { "T", "TOT", "_T", "TOTAL", NULL };

  return code != NULL && g_strv_contains (codes, code);
}

static gboolean
find_whole (UdsCubeDimension *dimension,
            guint            *place)
{
  if (dimension->whole != NULL && uds_cube_find_category (dimension, dimension->whole, place))
    return TRUE;
  for (guint i = 0; i < dimension->categories->len; i++)
    if (uds_category_is_total (((UdsCubeCategory *) g_ptr_array_index (dimension->categories, i))->text))
      {
        *place = i;
        return TRUE;
      }
  for (guint i = 0; i < dimension->categories->len; i++)
    if (is_whole_code (((UdsCubeCategory *) g_ptr_array_index (dimension->categories, i))->code))
      {
        *place = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_role_for_dimensions (UdsColumnRole role)
{
  return role == UDS_COLUMN_ROLE_PERIOD || role == UDS_COLUMN_ROLE_SERIES || role == UDS_COLUMN_ROLE_UNIT
         || role == UDS_COLUMN_ROLE_BREAKDOWN || role == UDS_COLUMN_ROLE_IGNORED;
}

static gboolean
is_taken (GArray        *axes,
          UdsColumnRole  role)
{
  for (guint i = 0; i < axes->len; i++)
    if (g_array_index (axes, Axis, i).role == role)
      return TRUE;
  return FALSE;
}

static gboolean
is_single (UdsColumnRole role)
{
  return role == UDS_COLUMN_ROLE_PERIOD || role == UDS_COLUMN_ROLE_SERIES || role == UDS_COLUMN_ROLE_UNIT;
}

/* What the user says goes first; of what there is only one, the first dimension has it. */
static void
settle_roles (GArray              *axes,
              const UdsImportFile *file)
{
  for (guint given = 2; given-- > 0;)
    for (guint i = 0; i < axes->len; i++)
      {
        Axis *axis = &g_array_index (axes, Axis, i);
        UdsColumnRole role;
        gboolean is_given = uds_import_file_get_role (file, axis->dimension->text, &role)
                            && is_role_for_dimensions (role);

        if (is_given != (given == 1))
          continue;
        if (!is_given)
          role = axis->dimension->role;
        axis->role = is_single (role) && is_taken (axes, role) ? UDS_COLUMN_ROLE_BREAKDOWN : role;
      }
}

static GArray *
make_axes (UdsCube             *cube,
           const UdsImportFile *file)
{
  GArray *axes = g_array_new (FALSE, TRUE, sizeof (Axis));
  guint stride = 1;

  g_array_set_size (axes, cube->dimensions->len);
  for (guint i = axes->len; i-- > 0;)
    {
      Axis *axis = &g_array_index (axes, Axis, i);
      const char *wanted;

      axis->dimension = g_ptr_array_index (cube->dimensions, i);
      axis->role = UDS_COLUMN_ROLE_BREAKDOWN;
      axis->stride = stride;
      axis->has_whole = find_whole (axis->dimension, &axis->whole);
      wanted = uds_import_file_get_wanted (file, axis->dimension->text);
      if (wanted != NULL)
        axis->wanted = uds_cube_find_category (axis->dimension, wanted, &axis->wanted_place) ? WANTED_ONE : WANTED_NONE;
      stride *= axis->dimension->categories->len;
    }
  settle_roles (axes, file);
  return axes;
}

static gboolean
has_one_left (const Axis *axis)
{
  return axis->wanted != WANTED_ALL || axis->dimension->categories->len == 1;
}

static gboolean
check_axes (Turning  *turning,
            GError  **error)
{
  for (guint i = 0; i < turning->axes->len; i++)
    {
      const Axis *axis = &g_array_index (turning->axes, Axis, i);

      if (axis->role == UDS_COLUMN_ROLE_PERIOD)
        turning->time = axis;
      if (axis->role == UDS_COLUMN_ROLE_IGNORED && !has_one_left (axis))
        {
          g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID,
                       /* Translators: the name of a dimension, such as “Age” */
                       _("“%s” can be left out only when one of its categories is chosen"), axis->dimension->text);
          return FALSE;
        }
    }
  if (turning->time != NULL)
    return TRUE;

  g_set_error_literal (error, UDS_ERROR, UDS_ERROR_UNKNOWN_FORMAT,
                       _("No dimension of the table is known to be time; please say which one holds the periods"));
  return FALSE;
}

/* The list of columns */

static UdsImportColumn *
find_column (UdsImportFile *file,
             const char    *heading)
{
  for (guint i = VALUE_COLUMN; i < file->columns->len; i++)
    {
      UdsImportColumn *column = g_ptr_array_index (file->columns, i);

      if (g_str_equal (column->heading, heading))
        return column;
    }
  return NULL;
}

static void
list_axis (UdsImportFile *file,
           const Axis    *axis)
{
  UdsCubeDimension *dimension = axis->dimension;
  UdsImportColumn *column = find_column (file, dimension->text);
  gboolean is_new = column == NULL;

  if (is_new)
    {
      uds_import_file_add_role_column (file, dimension->text, axis->role);
      column = g_ptr_array_index (file->columns, file->columns->len - 1);
    }
  if (dimension->categories->len > UDS_IMPORT_MAX_CATEGORIES)
    return;
  if (column->categories == NULL)
    column->categories = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < dimension->categories->len && column->categories->len < UDS_IMPORT_MAX_CATEGORIES; i++)
    {
      const UdsCubeCategory *category = g_ptr_array_index (dimension->categories, i);

      if (is_new || !g_ptr_array_find_with_equal_func (column->categories, category->text, g_str_equal, NULL))
        g_ptr_array_add (column->categories, g_strdup (category->text));
    }
}

static void
list_axes (UdsImportFile *file,
           GArray        *axes)
{
  if (file->columns->len == 0)
    uds_import_file_add_column (file, _("Value"), uds_column_role_get_label (UDS_COLUMN_ROLE_VALUE));
  for (guint i = 0; i < axes->len; i++)
    list_axis (file, &g_array_index (axes, Axis, i));
}

/**
 * uds_cube_list_columns:
 * @self: a cube that is settled
 * @file: its file
 *
 * Shows its dimensions with their categories in the columns of @file, so that the user can say what they are.
 */
void
uds_cube_list_columns (UdsCube       *self,
                       UdsImportFile *file)
{
  g_autoptr (GArray) axes = make_axes (self, file);

  list_axes (file, axes);
}

/* The values */

static guint
get_coordinate (const Axis *axis,
                guint       place)
{
  return place / axis->stride % axis->dimension->categories->len;
}

static const UdsCubeCategory *
get_category (const Axis *axis,
              guint       place)
{
  return g_ptr_array_index (axis->dimension->categories, get_coordinate (axis, place));
}

static char *
make_breakdown (GArray *axes,
                guint   place)
{
  g_autoptr (JsonObject) object = json_object_new ();

  for (guint i = 0; i < axes->len; i++)
    {
      const Axis *axis = &g_array_index (axes, Axis, i);

      if (axis->role == UDS_COLUMN_ROLE_BREAKDOWN && !has_one_left (axis)
          && (!axis->has_whole || get_coordinate (axis, place) != axis->whole))
        json_object_set_string_member (object, axis->dimension->text, get_category (axis, place)->text);
    }
  return json_object_get_size (object) > 0 ? uds_json_to_canonical (object) : NULL;
}

static guint
intern_series (Turning *turning,
               guint    place)
{
  g_autofree char *breakdown = make_breakdown (turning->axes, place);
  const char *name = NULL;
  const char *unit = NULL;

  for (guint i = 0; i < turning->axes->len; i++)
    {
      const Axis *axis = &g_array_index (turning->axes, Axis, i);

      if (axis->role == UDS_COLUMN_ROLE_SERIES && !has_one_left (axis))
        name = get_category (axis, place)->text;
      if (axis->role == UDS_COLUMN_ROLE_SERIES && axis->dimension->categories->len > 1 && unit == NULL)
        unit = get_category (axis, place)->unit;
      if (axis->role == UDS_COLUMN_ROLE_UNIT)
        unit = get_category (axis, place)->text;
    }
  return uds_indicator_table_intern_series (turning->table, name, unit, breakdown);
}

static guint
find_series (Turning *turning,
             guint    place)
{
  guint key = place - get_coordinate (turning->time, place) * turning->time->stride;
  guint series = GPOINTER_TO_UINT (g_hash_table_lookup (turning->series, GUINT_TO_POINTER (key)));

  if (series == 0)
    {
      series = 1 + intern_series (turning, place);
      g_hash_table_insert (turning->series, GUINT_TO_POINTER (key), GUINT_TO_POINTER (series));
    }
  return series - 1;
}

static const char *
find_attributes (Turning    *turning,
                 const char *status)
{
  const char *json;

  if (status == NULL)
    return NULL;
  json = g_hash_table_lookup (turning->attributes, status);
  if (json == NULL)
    {
      g_autoptr (JsonObject) object = json_object_new ();
      g_autofree char *text = NULL;

      json_object_set_string_member (object, "status", status);
      text = uds_json_to_canonical (object);
      json = uds_indicator_table_share (turning->table, text);
      g_hash_table_insert (turning->attributes, (gpointer) status, (gpointer) json);
    }
  return json;
}

/* The codes of Eurostat, which SDMX shares and others took over. */
static const char *
get_quality (const char *status)
{
  if (g_strcmp0 (status, "p") == 0 || g_strcmp0 (status, "P") == 0)
    return "provisional";
  if (g_strcmp0 (status, "e") == 0 || g_strcmp0 (status, "E") == 0)
    return "estimated";
  return NULL;
}

static void
count_value (Turning            *turning,
             const UdsCubeValue *value,
             UdsProblemCode      code,
             const char         *text,
             const char         *detail)
{
  g_autofree char *number = NULL;

  if (text == NULL)
    text = value->text;
  if (text == NULL && code != UDS_PROBLEM_NONE && value->has_value)
    text = number = uds_format_machine (value->value);
  uds_import_file_add_cell (turning->file, value->line, VALUE_COLUMN, code, text, detail, NULL);
  if (value->counts_status)
    uds_import_file_add_cell (turning->file, value->line, VALUE_COLUMN,
                              code > UDS_PROBLEM_LAST_NOTE ? code : UDS_PROBLEM_NONE, value->status, detail, NULL);
}

static const char *
find_unwanted (GArray *axes,
               guint   place)
{
  for (guint i = 0; i < axes->len; i++)
    {
      const Axis *axis = &g_array_index (axes, Axis, i);

      if (axis->wanted == WANTED_NONE
          || (axis->wanted == WANTED_ONE && get_coordinate (axis, place) != axis->wanted_place))
        return get_category (axis, place)->text;
    }
  return NULL;
}

/* "Men, 2020": where in the table a value stands. */
static char *
describe_place (GArray *axes,
                guint   place)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < axes->len; i++)
    {
      const Axis *axis = &g_array_index (axes, Axis, i);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", get_category (axis, place)->text);
    }
  return g_string_free (text, FALSE);
}

static void
add_observation (Turning            *turning,
                 const UdsCubeValue *value)
{
  const UdsCubeCategory *time = get_category (turning->time, value->place);
  UdsIndicatorTable *table = turning->table;
  UdsIndicatorObservation observation = {
    .series = find_series (turning, value->place),
    .period = uds_indicator_table_intern_period (table, &time->period),
    .row = value->line,
    .has_value = value->has_value,
    .value = value->value,
  };
  const UdsIndicatorObservation *other = uds_indicator_table_find (table, observation.series, observation.period);

  if (other != NULL)
    {
      g_autofree char *detail = NULL;
      UdsProblemCode code = uds_indicator_table_tell_second (other, value->has_value, value->value, &detail);

      count_value (turning, value, code, NULL, detail);
      return;
    }
  if (!g_str_equal (time->text, g_ptr_array_index (table->periods, observation.period)))
    observation.label = uds_indicator_table_share (table, time->text);
  observation.quality = get_quality (value->status);
  observation.footnote = uds_indicator_table_share (table, value->footnote);
  observation.attributes = find_attributes (turning, value->status);
  uds_indicator_table_add (table, &observation);
  count_value (turning, value, value->code, NULL, NULL);
}

static void
turn_value (Turning            *turning,
            const UdsCubeValue *value)
{
  const char *unwanted = find_unwanted (turning->axes, value->place);
  const UdsCubeCategory *time = get_category (turning->time, value->place);

  if (unwanted != NULL)
    count_value (turning, value, UDS_PROBLEM_UNWANTED, NULL, unwanted);
  else if (value->code > UDS_PROBLEM_LAST_NOTE)
    {
      g_autofree char *place = describe_place (turning->axes, value->place);

      count_value (turning, value, value->code, NULL, place);
    }
  else if (!time->has_period)
    count_value (turning, value, UDS_PROBLEM_NOT_A_PERIOD, time->text, NULL);
  else
    add_observation (turning, value);
}

/**
 * uds_cube_to_table:
 * @self: a cube that is settled and whose size is accepted
 * @file: the file that counts its values
 * @error: why nothing in it can be imported
 *
 * Lists the dimensions as columns of @file and counts each value of the cube as one cell.
 *
 * Returns: (transfer full) (nullable): its series and observations
 */
UdsIndicatorTable *
uds_cube_to_table (UdsCube        *self,
                   UdsImportFile  *file,
                   GError        **error)
{
  g_autoptr (UdsIndicatorTable) table = uds_indicator_table_new (file);
  g_auto (Turning) turning = {
    .file = file,
    .table = table,
    .axes = make_axes (self, file),
    .series = g_hash_table_new (NULL, NULL),
    .attributes = g_hash_table_new (g_str_hash, g_str_equal),
  };

  if (!check_axes (&turning, error))
    return NULL;
  list_axes (file, turning.axes);
  for (guint i = 0; i < self->values->len; i++)
    {
      turn_value (&turning, &g_array_index (self->values, UdsCubeValue, i));
      if (!uds_import_file_check (file, error))
        return NULL;
    }
  file->n_rows += self->values->len;
  uds_indicator_table_note_headline (table);
  return g_steal_pointer (&table);
}
