/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json-glib keeps members in the order they came; this sorts them, all the way down. */
#include "uds-json.h"

static JsonNode *sort_node (JsonNode *node);

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return g_strcmp0 (a, b);
}

static JsonObject *
sort_object (JsonObject *object)
{
  JsonObject *sorted = json_object_new ();
  GList *keys = g_list_sort (json_object_get_members (object), compare_keys);

  for (GList *l = keys; l != NULL; l = l->next)
    json_object_set_member (sorted, l->data, sort_node (json_object_get_member (object, l->data)));
  g_list_free (keys);
  return sorted;
}

static JsonArray *
sort_array (JsonArray *array)
{
  JsonArray *sorted = json_array_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    json_array_add_element (sorted, sort_node (json_array_get_element (array, i)));
  return sorted;
}

static JsonNode *
sort_node (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonNode *sorted = json_node_new (JSON_NODE_OBJECT);

      json_node_take_object (sorted, sort_object (json_node_get_object (node)));
      return sorted;
    }
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonNode *sorted = json_node_new (JSON_NODE_ARRAY);

      json_node_take_array (sorted, sort_array (json_node_get_array (node)));
      return sorted;
    }
  return json_node_copy (node);
}

/**
 * uds_json_to_canonical:
 * @object: a JSON object
 *
 * Returns: (transfer full): its one text: keys sorted, no blanks
 */
char *
uds_json_to_canonical (JsonObject *object)
{
  g_autoptr (JsonObject) sorted = sort_object (object);
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), sorted);

  return json_to_string (node, FALSE);
}

/**
 * uds_json_parse_object:
 * @text: (nullable): JSON
 *
 * Returns: (transfer full): the object in @text; an empty one where @text holds none
 */
JsonObject *
uds_json_parse_object (const char *text)
{
  g_autoptr (JsonNode) node = text != NULL ? json_from_string (text, NULL) : NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_dup_object (node);
  return json_object_new ();
}
