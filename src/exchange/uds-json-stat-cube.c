/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the dimensions of a cube from a dataset of JSON-stat: version 2 lists them beside "dimension", version 1 in
 * it. The values are uds-json-stat.c's. */
#include "uds-json-stat-private.h"

#include "uds-error.h"

#include <glib/gi18n.h>

/**
 * uds_json_stat_get_object:
 * @object: (nullable): an object
 * @name: a member
 *
 * Returns: (transfer none) (nullable): the object there, if there is one
 */
JsonObject *
uds_json_stat_get_object (JsonObject *object,
                          const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * uds_json_stat_get_array:
 * @object: (nullable): an object
 * @name: a member
 *
 * Returns: (transfer none) (nullable): the array there, if there is one
 */
JsonArray *
uds_json_stat_get_array (JsonObject *object,
                         const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static const char *
get_node_text (JsonNode *node)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

/**
 * uds_json_stat_get_text:
 * @object: (nullable): an object
 * @name: a member
 *
 * Returns: (transfer none) (nullable): the text there, if there is one
 */
const char *
uds_json_stat_get_text (JsonObject *object,
                        const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL ? get_node_text (node) : NULL;
}

/**
 * uds_json_stat_get_integer:
 * @node: (nullable): a value
 *
 * Returns: the whole number that it is; -1 where it is none
 */
gint64
uds_json_stat_get_integer (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return -1;
  return json_node_get_int (node);
}

/**
 * uds_json_stat_get_unit:
 * @dataset: a dataset
 * @dimension: the code of a dimension
 * @code: the code of one of its categories
 *
 * Returns: (transfer none) (nullable): what is said of the unit of its values
 */
JsonObject *
uds_json_stat_get_unit (JsonObject *dataset,
                        const char *dimension,
                        const char *code)
{
  JsonObject *all = uds_json_stat_get_object (uds_json_stat_get_object (dataset, "dimension"), dimension);
  JsonObject *category = uds_json_stat_get_object (all, "category");

  return uds_json_stat_get_object (uds_json_stat_get_object (category, "unit"), code);
}

/* Categories */

static gboolean
fail (const char  *dimension,
      GError     **error)
{
  g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID,
               /* Translators: the name of a dimension, such as “Age” */
               _("The categories of “%s” are not as many as the file says, or not in a row"), dimension);
  return FALSE;
}

static gboolean
list_codes_of_array (JsonArray *index,
                     GPtrArray *codes)
{
  if (json_array_get_length (index) != codes->len)
    return FALSE;
  for (guint i = 0; i < codes->len; i++)
    {
      const char *code = get_node_text (json_array_get_element (index, i));

      if (code == NULL)
        return FALSE;
      g_ptr_array_index (codes, i) = (gpointer) code;
    }
  return TRUE;
}

static gboolean
list_codes_of_object (JsonObject *index,
                      GPtrArray  *codes)
{
  JsonObjectIter iter;
  const char *code;
  JsonNode *value;

  if (json_object_get_size (index) != codes->len)
    return FALSE;
  json_object_iter_init (&iter, index);
  while (json_object_iter_next (&iter, &code, &value))
    {
      gint64 place = uds_json_stat_get_integer (value);

      if (place < 0 || place >= codes->len || g_ptr_array_index (codes, place) != NULL)
        return FALSE;
      g_ptr_array_index (codes, place) = (gpointer) code;
    }
  return TRUE;
}

/* A dimension with one category need not say where it is. */
static gboolean
list_only_code (JsonObject *labels,
                const char *dimension,
                GPtrArray  *codes)
{
  JsonObjectIter iter;
  const char *code = dimension;

  if (codes->len != 1 || (labels != NULL && json_object_get_size (labels) > 1))
    return FALSE;
  if (labels != NULL)
    {
      json_object_iter_init (&iter, labels);
      json_object_iter_next (&iter, &code, NULL);
    }
  g_ptr_array_index (codes, 0) = (gpointer) code;
  return TRUE;
}

static gboolean
list_codes (JsonObject *category,
            const char *dimension,
            GPtrArray  *codes)
{
  JsonArray *array = uds_json_stat_get_array (category, "index");
  JsonObject *object = uds_json_stat_get_object (category, "index");

  if (array != NULL)
    return list_codes_of_array (array, codes);
  if (object != NULL)
    return list_codes_of_object (object, codes);
  return list_only_code (uds_json_stat_get_object (category, "label"), dimension, codes);
}

static const char *
get_unit_text (JsonObject *unit)
{
  static const char *const names[] = { "label", "base", "symbol", NULL };

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *text = uds_json_stat_get_text (unit, names[i]);

      if (text != NULL && *text != '\0')
        return text;
    }
  return NULL;
}

static gboolean
add_categories (UdsCubeDimension  *dimension,
                JsonObject        *dataset,
                JsonObject        *category,
                guint              size,
                GError           **error)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  JsonObject *labels = uds_json_stat_get_object (category, "label");

  g_ptr_array_set_size (codes, (int) size);
  if (!list_codes (category, dimension->code, codes))
    return fail (dimension->code, error);
  for (guint i = 0; i < size; i++)
    {
      const char *code = g_ptr_array_index (codes, i);
      const char *label = uds_json_stat_get_text (labels, code);
      UdsCubeCategory *added = uds_cube_add_category (dimension, code, label != NULL ? label : code);

      added->unit = g_strdup (get_unit_text (uds_json_stat_get_unit (dataset, dimension->code, code)));
    }
  return TRUE;
}

/* Dimensions */

static gboolean
has_role (JsonObject *roles,
          const char *role,
          const char *dimension)
{
  JsonArray *list = uds_json_stat_get_array (roles, role);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    if (g_strcmp0 (get_node_text (json_array_get_element (list, i)), dimension) == 0)
      return TRUE;
  return FALSE;
}

static void
mark_dimension (UdsCubeDimension *dimension,
                JsonObject       *description,
                JsonObject       *roles)
{
  JsonObject *extension = uds_json_stat_get_object (description, "extension");

  if (has_role (roles, "time", dimension->code))
    dimension->role = UDS_COLUMN_ROLE_PERIOD;
  else if (has_role (roles, "metric", dimension->code))
    dimension->role = UDS_COLUMN_ROLE_SERIES;
  dimension->whole = g_strdup (uds_json_stat_get_text (extension, "eliminationValueCode"));
}

static gboolean
add_dimension (UdsCube     *cube,
               JsonObject  *dataset,
               JsonObject  *roles,
               const char  *code,
               guint        size,
               GError     **error)
{
  JsonObject *description = uds_json_stat_get_object (uds_json_stat_get_object (dataset, "dimension"), code);
  const char *label = uds_json_stat_get_text (description, "label");
  UdsCubeDimension *dimension = uds_cube_add_dimension (cube, code, label != NULL && *label != '\0' ? label : code);

  if (!add_categories (dimension, dataset, uds_json_stat_get_object (description, "category"), size, error))
    return FALSE;
  mark_dimension (dimension, description, roles);
  return TRUE;
}

/* Version 1 has the lists where version 2 has only dimensions. */
static JsonArray *
find_list (JsonObject *dataset,
           const char *name)
{
  JsonArray *list = uds_json_stat_get_array (dataset, name);

  return list != NULL ? list : uds_json_stat_get_array (uds_json_stat_get_object (dataset, "dimension"), name);
}

/**
 * uds_json_stat_read_dimensions:
 * @cube: a cube without dimensions
 * @dataset: a dataset of JSON-stat
 * @error: what is wrong
 *
 * Returns: %FALSE where the dataset does not say which dimensions it has, or has too many categories
 */
gboolean
uds_json_stat_read_dimensions (UdsCube     *cube,
                               JsonObject  *dataset,
                               GError     **error)
{
  JsonArray *ids = find_list (dataset, "id");
  JsonArray *sizes = find_list (dataset, "size");
  JsonObject *roles = uds_json_stat_get_object (dataset, "role");
  gint64 n_categories = 0;

  if (roles == NULL)
    roles = uds_json_stat_get_object (uds_json_stat_get_object (dataset, "dimension"), "role");
  if (ids == NULL || sizes == NULL || json_array_get_length (ids) != json_array_get_length (sizes)
      || json_array_get_length (ids) == 0)
    {
      g_set_error_literal (error, UDS_ERROR, UDS_ERROR_INVALID,
                           _("The file does not list its dimensions with their sizes under “id” and “size”"));
      return FALSE;
    }
  if (json_array_get_length (ids) > UDS_CUBE_MAX_DIMENSIONS)
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_LIMIT, _("The table has more than %d dimensions"),
                   UDS_CUBE_MAX_DIMENSIONS);
      return FALSE;
    }

  for (guint i = 0; i < json_array_get_length (ids); i++)
    {
      const char *code = get_node_text (json_array_get_element (ids, i));
      gint64 size = uds_json_stat_get_integer (json_array_get_element (sizes, i));

      if (code == NULL || size < 0)
        return fail (code != NULL ? code : "", error);
      if (size > UDS_CUBE_MAX_CATEGORIES || (n_categories += size) > UDS_CUBE_MAX_CATEGORIES)
        {
          g_set_error (error, UDS_ERROR, UDS_ERROR_LIMIT, _("The dimensions have more than %d categories"),
                       UDS_CUBE_MAX_CATEGORIES);
          return FALSE;
        }
      if (!add_dimension (cube, dataset, roles, code, (guint) size, error))
        return FALSE;
    }
  return TRUE;
}
