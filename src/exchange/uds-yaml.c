/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks over libyaml's events. Depth and the number of nodes are limited, aliases counting as much as what they stand
 * for, so that a small file cannot become a large one. */
#include "uds-yaml.h"

#include "uds-error.h"

#include <glib/gi18n.h>
#include <string.h>
#include <yaml.h>

typedef struct {
  JsonNode *node;
  guint n_nodes;
} Anchor;

typedef struct {
  yaml_parser_t parser;
  yaml_event_t event;
  UdsImportFile *file;
  guint first_line;
  guint depth;
  guint n_nodes;
  const char *dropped; /* the key said twice below which everything is only reported */
  GHashTable *anchors;
} Reading;

static void
anchor_free (gpointer data)
{
  Anchor *anchor = data;

  json_node_unref (anchor->node);
  g_free (anchor);
}

static void
free_reading (Reading *reading)
{
  yaml_event_delete (&reading->event);
  yaml_parser_delete (&reading->parser);
  g_hash_table_unref (reading->anchors);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, free_reading)

static JsonNode *read_node (Reading  *reading,
                            GError  **error);

static guint
get_line (Reading *reading)
{
  return reading->first_line + (guint) reading->event.start_mark.line;
}

static gboolean
next_event (Reading  *reading,
            GError  **error)
{
  yaml_event_delete (&reading->event);
  if (yaml_parser_parse (&reading->parser, &reading->event))
    return TRUE;

  /* Translators: a line, a column, and what the YAML library says, in English */
  g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID, _("Line %u, column %u is not valid YAML: %s"),
               reading->first_line + (guint) reading->parser.problem_mark.line,
               (guint) reading->parser.problem_mark.column + 1, reading->parser.problem);
  memset (&reading->event, 0, sizeof reading->event);
  return FALSE;
}

static gboolean
count_nodes (Reading  *reading,
             guint     n_nodes,
             GError  **error)
{
  reading->n_nodes += n_nodes;
  if (reading->n_nodes <= UDS_YAML_MAX_NODES)
    return TRUE;

  g_set_error (error, UDS_ERROR, UDS_ERROR_LIMIT, _("Line %u: the file has more than %d values"), get_line (reading),
               UDS_YAML_MAX_NODES);
  return FALSE;
}

/* The scalar at hand, which may hold zero bytes where YAML's escapes make them. */
static char *
get_scalar (Reading  *reading,
            GError  **error)
{
  const char *value = (const char *) reading->event.data.scalar.value;
  gsize length = reading->event.data.scalar.length;

  if (strlen (value) == length)
    return g_strdup (value);

  g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID, _("Line %u holds a zero byte: this is no text file"),
               get_line (reading));
  return NULL;
}

static gboolean
has_content (Reading    *reading,
             const char *value)
{
  const char *start;
  gsize length;

  uds_text_trim (value, &start, &length);
  if (length == 0)
    return FALSE;
  return !reading->event.data.scalar.plain_implicit || (!g_str_equal (value, "~") && !g_str_equal (value, "null"));
}

static JsonNode *
read_scalar (Reading  *reading,
             GError  **error)
{
  g_autofree char *value = get_scalar (reading, error);
  guint column = (guint) reading->event.start_mark.column + 1;

  if (value == NULL)
    return NULL;
  if (!has_content (reading, value))
    return json_node_new (JSON_NODE_NULL);

  uds_import_file_add_cell (reading->file, get_line (reading), column,
                            reading->dropped != NULL ? UDS_PROBLEM_DUPLICATE_KEY : UDS_PROBLEM_NONE, value,
                            reading->dropped, NULL);
  return json_node_init_string (json_node_alloc (), value);
}

static JsonNode *
read_sequence (Reading  *reading,
               GError  **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  json_node_take_array (node, array);
  for (;;)
    {
      JsonNode *item;

      if (!next_event (reading, error))
        return NULL;
      if (reading->event.type == YAML_SEQUENCE_END_EVENT)
        return g_steal_pointer (&node);
      item = read_node (reading, error);
      if (item == NULL)
        return NULL;
      json_array_add_element (array, item);
    }
}

static char *
read_key (Reading  *reading,
          GError  **error)
{
  g_autofree char *key = NULL;
  const char *start;
  gsize length;

  if (reading->event.type != YAML_SCALAR_EVENT)
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID, _("Line %u: the name of a setting is not a text"),
                   get_line (reading));
      return NULL;
    }

  key = get_scalar (reading, error);
  if (key == NULL)
    return NULL;
  if (uds_text_trim (key, &start, &length))
    uds_import_file_add_note (reading->file, get_line (reading), (guint) reading->event.start_mark.column + 1,
                              UDS_PROBLEM_TRIMMED, key, NULL);
  return g_strndup (start, length);
}

/* One setting of a mapping. Of a name said twice the first counts. */
static gboolean
read_member (Reading     *reading,
             JsonObject  *object,
             GError     **error)
{
  g_autofree char *key = read_key (reading, error);
  g_autoptr (JsonNode) value = NULL;
  const char *outer = reading->dropped;
  gboolean duplicate;

  if (key == NULL)
    return FALSE;

  duplicate = json_object_has_member (object, key);
  if (duplicate && outer == NULL)
    reading->dropped = key;
  value = next_event (reading, error) ? read_node (reading, error) : NULL;
  reading->dropped = outer;
  if (value == NULL)
    return FALSE;

  if (!duplicate)
    json_object_set_member (object, key, g_steal_pointer (&value));
  return TRUE;
}

static JsonNode *
read_mapping (Reading  *reading,
              GError  **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_node_take_object (node, object);
  for (;;)
    {
      if (!next_event (reading, error))
        return NULL;
      if (reading->event.type == YAML_MAPPING_END_EVENT)
        return g_steal_pointer (&node);
      if (!read_member (reading, object, error))
        return NULL;
    }
}

static JsonNode *
read_alias (Reading  *reading,
            GError  **error)
{
  const char *name = (const char *) reading->event.data.alias.anchor;
  Anchor *anchor = g_hash_table_lookup (reading->anchors, name);

  if (anchor == NULL)
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID, _("Line %u refers to “%s”, which is not there"),
                   get_line (reading), name);
      return NULL;
    }
  return count_nodes (reading, anchor->n_nodes, error) ? json_node_ref (anchor->node) : NULL;
}

static const char *
get_anchor (const yaml_event_t *event)
{
  if (event->type == YAML_SCALAR_EVENT)
    return (const char *) event->data.scalar.anchor;
  if (event->type == YAML_SEQUENCE_START_EVENT)
    return (const char *) event->data.sequence_start.anchor;
  return (const char *) event->data.mapping_start.anchor;
}

static JsonNode *
read_collection (Reading  *reading,
                 GError  **error)
{
  JsonNode *node;

  if (reading->depth == UDS_YAML_MAX_DEPTH)
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_LIMIT, _("Line %u is nested deeper than %d levels"), get_line (reading),
                   UDS_YAML_MAX_DEPTH);
      return NULL;
    }

  reading->depth++;
  if (reading->event.type == YAML_SEQUENCE_START_EVENT)
    node = read_sequence (reading, error);
  else
    node = read_mapping (reading, error);
  reading->depth--;
  return node;
}

/* The value that begins with the event at hand. */
static JsonNode *
read_node (Reading  *reading,
           GError  **error)
{
  g_autofree char *name = NULL;
  guint n_nodes = reading->n_nodes;
  JsonNode *node;

  if (!count_nodes (reading, 1, error))
    return NULL;
  if (reading->event.type == YAML_ALIAS_EVENT)
    return read_alias (reading, error);

  name = g_strdup (get_anchor (&reading->event));
  if (reading->event.type == YAML_SCALAR_EVENT)
    node = read_scalar (reading, error);
  else
    node = read_collection (reading, error);

  if (node != NULL && name != NULL)
    {
      Anchor *anchor = g_new (Anchor, 1);

      *anchor = (Anchor) { json_node_ref (node), reading->n_nodes - n_nodes };
      g_hash_table_replace (reading->anchors, g_steal_pointer (&name), anchor);
    }
  return node;
}

/* What comes before the content: the beginnings of the stream and of its first document. */
static gboolean
find_content (Reading  *reading,
              GError  **error)
{
  while (next_event (reading, error))
    {
      if (reading->event.type == YAML_MAPPING_START_EVENT)
        return TRUE;
      if (reading->event.type == YAML_STREAM_START_EVENT || reading->event.type == YAML_DOCUMENT_START_EVENT)
        continue;
      g_set_error_literal (error, UDS_ERROR, UDS_ERROR_INVALID,
                           _("The file does not hold settings of the form “name: value”"));
      return FALSE;
    }
  return FALSE;
}

/* A second document would be lost silently. */
static gboolean
find_end (Reading  *reading,
          GError  **error)
{
  if (!next_event (reading, error) || !next_event (reading, error))
    return FALSE;
  if (reading->event.type == YAML_STREAM_END_EVENT)
    return TRUE;

  g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID, _("Line %u begins a second document"), get_line (reading));
  return FALSE;
}

/**
 * uds_yaml_read:
 * @file: the file whose cells are counted: each scalar with content is one
 * @text: YAML in UTF-8
 * @size: how long it is
 * @first_line: the line of @file in which it begins
 * @error: what is wrong, with the line
 *
 * Returns: (transfer full) (nullable): the mapping, its scalars as strings, those without content as null
 */
JsonObject *
uds_yaml_read (UdsImportFile  *file,
               const char     *text,
               gsize           size,
               guint           first_line,
               GError        **error)
{
  g_auto (Reading) reading = {
    .file = file,
    .first_line = first_line,
    .anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, anchor_free),
  };
  g_autoptr (JsonNode) node = NULL;

  yaml_parser_initialize (&reading.parser);
  yaml_parser_set_encoding (&reading.parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string (&reading.parser, (const unsigned char *) text, size);

  if (!find_content (&reading, error))
    return NULL;
  node = read_collection (&reading, error);
  if (node == NULL || !find_end (&reading, error))
    return NULL;
  return json_node_dup_object (node);
}
