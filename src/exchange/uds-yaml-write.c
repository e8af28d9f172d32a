/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes settings as YAML, with libyaml. Every scalar here is a text; whether it stands with or without quotes decides
 * what other programs take it for: a number that is written as a number is one, "12.10" is not. */
#include "uds-yaml.h"

#include "uds-error.h"
#include "uds-format.h"

#include <string.h>
#include <yaml.h>

typedef struct {
  yaml_emitter_t emitter;
  GByteArray *bytes;
} Writing;

static void
clear_writing (Writing *writing)
{
  yaml_emitter_delete (&writing->emitter);
  g_clear_pointer (&writing->bytes, g_byte_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, clear_writing)

static int
append_bytes (void          *data,
              unsigned char *buffer,
              size_t         size)
{
  g_byte_array_append (data, buffer, (guint) size);
  return 1;
}

/* The words that YAML 1.1 takes for truth, falsehood or nothing; of these only two are what our settings mean. */
static gboolean
is_word (const char *text)
{
  static const char *const words[] = { "null", "~", "yes", "no", "on", "off", "y", "n", "true", "false" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      return !g_str_equal (text, "true") && !g_str_equal (text, "false");
  return FALSE;
}

/* What might be a number, a date or a time, and would be written another way if it were. */
static gboolean
is_not_the_number (const char *text)
{
  g_autofree char *written = NULL;
  double number;

  if (strspn (text, "0123456789+-.:_eExXoabcdfABCDFinfINFT") != strlen (text) || strpbrk (text, "0123456789.") == NULL)
    return FALSE;
  if (!uds_parse_machine (text, &number))
    return TRUE;
  written = uds_format_machine (number);
  return !g_str_equal (written, text);
}

static yaml_scalar_style_t
get_style (const char *key,
           const char *text)
{
  if (strchr (text, '\n') != NULL)
    return YAML_DOUBLE_QUOTED_SCALAR_STYLE;
  /* The number of an indicator is none: 12.1 is not 12.10. */
  if (*text == '\0' || is_word (text) || is_not_the_number (text) || g_strcmp0 (key, "indicator_number") == 0)
    return YAML_SINGLE_QUOTED_SCALAR_STYLE;
  return YAML_PLAIN_SCALAR_STYLE;
}

static gboolean
emit (Writing      *writing,
      yaml_event_t *event)
{
  return yaml_emitter_emit (&writing->emitter, event) == 1;
}

static gboolean
write_scalar (Writing             *writing,
              const char          *text,
              yaml_scalar_style_t  style)
{
  yaml_event_t event;

  return yaml_scalar_event_initialize (&event, NULL, NULL, (yaml_char_t *) text, (int) strlen (text), 1, 1, style) == 1
         && emit (writing, &event);
}

static gboolean write_node (Writing    *writing,
                            const char *key,
                            JsonNode   *node);

static gboolean
write_mapping (Writing    *writing,
               JsonObject *object)
{
  yaml_event_t event;
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  if (yaml_mapping_start_event_initialize (&event, NULL, NULL, 1, YAML_BLOCK_MAPPING_STYLE) == 0
      || !emit (writing, &event))
    return FALSE;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &value))
    if (!write_scalar (writing, key, get_style (NULL, key)) || !write_node (writing, key, value))
      return FALSE;
  return yaml_mapping_end_event_initialize (&event) == 1 && emit (writing, &event);
}

static gboolean
write_sequence (Writing   *writing,
                JsonArray *array)
{
  yaml_event_t event;

  if (yaml_sequence_start_event_initialize (&event, NULL, NULL, 1, YAML_BLOCK_SEQUENCE_STYLE) == 0
      || !emit (writing, &event))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!write_node (writing, NULL, json_array_get_element (array, i)))
      return FALSE;
  return yaml_sequence_end_event_initialize (&event) == 1 && emit (writing, &event);
}

static gboolean
write_node (Writing    *writing,
            const char *key,
            JsonNode   *node)
{
  const char *text;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return write_mapping (writing, json_node_get_object (node));
  if (JSON_NODE_HOLDS_ARRAY (node))
    return write_sequence (writing, json_node_get_array (node));

  text = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
  return text != NULL ? write_scalar (writing, text, get_style (key, text))
                      : write_scalar (writing, "", YAML_PLAIN_SCALAR_STYLE);
}

static gboolean
write_document (Writing    *writing,
                JsonObject *settings)
{
  yaml_event_t event;

  return yaml_stream_start_event_initialize (&event, YAML_UTF8_ENCODING) == 1 && emit (writing, &event)
         && yaml_document_start_event_initialize (&event, NULL, NULL, NULL, 1) == 1 && emit (writing, &event)
         && write_mapping (writing, settings)
         && yaml_document_end_event_initialize (&event, 1) == 1 && emit (writing, &event)
         && yaml_stream_end_event_initialize (&event) == 1 && emit (writing, &event);
}

/**
 * uds_yaml_write:
 * @settings: settings, all scalars as strings
 * @error: %UDS_ERROR_FAILED
 *
 * Returns: (transfer full) (nullable): them as YAML that uds_yaml_read() reads the same, in their order
 */
GBytes *
uds_yaml_write (JsonObject  *settings,
                GError     **error)
{
  g_auto (Writing) writing = { .bytes = g_byte_array_new () };

  yaml_emitter_initialize (&writing.emitter);
  yaml_emitter_set_output (&writing.emitter, append_bytes, writing.bytes);
  yaml_emitter_set_unicode (&writing.emitter, 1);
  yaml_emitter_set_width (&writing.emitter, -1);
  if (write_document (&writing, settings))
    return g_byte_array_free_to_bytes (g_steal_pointer (&writing.bytes));

  g_set_error_literal (error, UDS_ERROR, UDS_ERROR_FAILED,
                       writing.emitter.problem != NULL ? writing.emitter.problem : "YAML");
  return NULL;
}
