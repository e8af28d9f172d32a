/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings that we write have a part of our own, which other programs pass over: all fields of the indicator, by
 * their names, and what the settings said before we made them say what is true now. By it an indicator comes in again
 * exactly as it went out, in Danish and English, with its goal, its parts and the settings that others wrote.
 *
 *   udsyn:
 *     fields: { code: "11.6.2", title_da: …, goal: "11", … }
 *     calculations: [ { position: "1", … }, … ], and so on for all kinds of its parts
 *     added: [ keys that are ours ]
 *     replaced: { keys that are not: what they said } */
#include "uds-open-sdg-private.h"

#include <string.h>

#define OWN "udsyn"

/* What refers to other records is written by what people call them. */
static const struct {
  const char *field, *kind, *name;
} references[] = {
  { "goal", "goal", "number" },
  { "target", "target", "code" },
  { "administration", "administration", "code" },
};

/* What is part of an indicator, and what we call it there. */
static const struct {
  const char *kind, *key;
} parts[] = {
  { "calculation", "calculations" },
  { "indicator-target", "targets" },
  { "series-break", "breaks" },
};

static JsonObject *
get_object (JsonObject *object,
            const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonArray *
get_array (JsonObject *object,
           const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/**
 * uds_open_sdg_own_get:
 * @settings: the settings of an indicator
 *
 * Returns: (transfer none) (nullable): our own part of them
 */
JsonObject *
uds_open_sdg_own_get (JsonObject *settings)
{
  return get_object (settings, OWN);
}

/* Writing */

static gboolean
set_reference (JsonObject      *fields,
               UdsSession      *session,
               UdsRecord       *record,
               const UdsField  *field,
               GError         **error)
{
  g_autoptr (UdsRecord) target = NULL;
  g_autofree char *name = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    {
      if (!g_str_equal (references[i].field, field->name))
        continue;
      target = uds_session_get (session, uds_kind_lookup (field->target), uds_record_get_text (record, field->name),
                                error);
      if (target == NULL)
        return FALSE;
      name = uds_record_to_string (target, references[i].name);
      json_object_set_string_member (fields, field->name, name);
    }
  return TRUE;
}

/* All that a record has, but what it belongs to and what others wrote. */
static JsonObject *
write_fields (UdsSession  *session,
              UdsRecord   *record,
              GError     **error)
{
  const UdsKind *kind = uds_record_get_kind (record);
  g_autoptr (JsonObject) fields = json_object_new ();

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const UdsField *field = &kind->fields[i];
      g_autofree char *text = uds_record_to_string (record, field->name);

      if (text == NULL || (field->flags & UDS_FIELD_OWNER) != 0 || g_str_equal (field->name, "metadata"))
        continue;
      if (field->type != UDS_FIELD_REFERENCE)
        json_object_set_string_member (fields, field->name, text);
      else if (!set_reference (fields, session, record, field, error))
        return NULL;
    }
  return g_steal_pointer (&fields);
}

static gboolean
write_parts (JsonObject     *own,
             const char     *key,
             UdsSession     *session,
             UdsRecord      *indicator,
             const UdsKind  *kind,
             GError        **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (JsonArray) array = json_array_new ();

  uds_query_where_is (query, "indicator", uds_record_get_id (indicator));
  uds_query_set_long_text (query, TRUE);
  records = uds_session_list (session, query, error);
  if (records == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      JsonObject *fields = write_fields (session, g_ptr_array_index (records, i), error);

      if (fields == NULL)
        return FALSE;
      json_array_add_object_element (array, fields);
    }
  if (records->len > 0)
    json_object_set_array_member (own, key, g_steal_pointer (&array));
  return TRUE;
}

/**
 * uds_open_sdg_own_new:
 * @session: a session
 * @indicator: an indicator
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): our own part of its settings
 */
JsonObject *
uds_open_sdg_own_new (UdsSession  *session,
                      UdsRecord   *indicator,
                      GError     **error)
{
  g_autoptr (JsonObject) own = json_object_new ();
  JsonObject *fields = write_fields (session, indicator, error);

  if (fields == NULL)
    return NULL;
  json_object_set_object_member (own, "fields", fields);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!write_parts (own, parts[i].key, session, indicator, uds_kind_lookup (parts[i].kind), error))
      return NULL;
  return g_steal_pointer (&own);
}

/**
 * uds_open_sdg_own_remember:
 * @own: our own part of @settings
 * @settings: the settings of an indicator
 * @key: one of them, whether it is there or not
 * @instead: (transfer full) (nullable): what it is to say; %NULL where it is to be left out
 *
 * Makes a setting say something, and remembers what it said.
 */
void
uds_open_sdg_own_remember (JsonObject *own,
                           JsonObject *settings,
                           const char *key,
                           JsonNode   *instead)
{
  JsonNode *before = json_object_get_member (settings, key);

  if (before != NULL)
    {
      if (get_object (own, "replaced") == NULL)
        json_object_set_object_member (own, "replaced", json_object_new ());
      json_object_set_member (get_object (own, "replaced"), key, json_node_copy (before));
    }
  else if (instead != NULL)
    {
      if (get_array (own, "added") == NULL)
        json_object_set_array_member (own, "added", json_array_new ());
      json_array_add_string_element (get_array (own, "added"), key);
    }

  if (instead != NULL)
    json_object_set_member (settings, key, instead);
  else
    json_object_remove_member (settings, key);
}

/* Reading */

/**
 * uds_open_sdg_own_forget:
 * @settings: settings that came in
 *
 * Returns: (transfer full): them as they were before we wrote them
 */
JsonObject *
uds_open_sdg_own_forget (JsonObject *settings)
{
  JsonObject *own = uds_open_sdg_own_get (settings);
  JsonObject *before = json_object_new ();
  JsonArray *added = own != NULL ? get_array (own, "added") : NULL;
  JsonObject *replaced = own != NULL ? get_object (own, "replaced") : NULL;
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  json_object_iter_init (&iter, settings);
  while (json_object_iter_next (&iter, &key, &value))
    if (!g_str_equal (key, OWN))
      json_object_set_member (before, key, json_node_copy (value));
  for (guint i = 0; added != NULL && i < json_array_get_length (added); i++)
    if (JSON_NODE_HOLDS_VALUE (json_array_get_element (added, i)))
      json_object_remove_member (before, json_array_get_string_element (added, i));
  if (replaced == NULL)
    return before;

  json_object_iter_init (&iter, replaced);
  while (json_object_iter_next (&iter, &key, &value))
    json_object_set_member (before, key, json_node_copy (value));
  return before;
}

/**
 * uds_open_sdg_own_get_text:
 * @own: our own part of settings
 * @field: the name of a field of the indicator
 *
 * Returns: (nullable): what it says of the field; of a reference what people call the record
 */
const char *
uds_open_sdg_own_get_text (JsonObject *own,
                           const char *field)
{
  JsonObject *fields = get_object (own, "fields");
  JsonNode *node = fields != NULL ? json_object_get_member (fields, field) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static void
fill (UdsRecord  *record,
      JsonObject *fields)
{
  const UdsKind *kind = uds_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const UdsField *field = &kind->fields[i];
      JsonNode *node = json_object_get_member (fields, field->name);

      if (field->type == UDS_FIELD_REFERENCE || g_str_equal (field->name, "code") || node == NULL
          || !JSON_NODE_HOLDS_VALUE (node))
        continue;
      /* What is no value of the field any more is left out, as everywhere in settings. */
      uds_record_set_from_string (record, field->name, json_node_get_string (node), NULL);
    }
}

/**
 * uds_open_sdg_own_fill:
 * @own: our own part of settings
 * @indicator: an indicator
 *
 * Sets its fields but its code and what refers to other records.
 */
void
uds_open_sdg_own_fill (JsonObject *own,
                       UdsRecord  *indicator)
{
  JsonObject *fields = get_object (own, "fields");

  if (fields != NULL)
    fill (indicator, fields);
}

static JsonArray *
get_parts (JsonObject    *own,
           const UdsKind *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i].kind, kind->name))
      return get_array (own, parts[i].key);

  return NULL;
}

/* Whether it has what it must have besides its owner. What others left out of it, nobody can make up. */
static gboolean
is_whole (UdsRecord *part)
{
  const UdsKind *kind = uds_record_get_kind (part);

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & UDS_FIELD_REQUIRED) && !(kind->fields[i].flags & UDS_FIELD_OWNER)
        && !uds_record_has (part, kind->fields[i].name))
      return FALSE;

  return TRUE;
}

/**
 * uds_open_sdg_own_list_parts:
 * @own: our own part of settings
 * @kind: a kind of what is part of an indicator
 *
 * Returns: (transfer full) (element-type UdsRecord): those of the indicator
 */
GPtrArray *
uds_open_sdg_own_list_parts (JsonObject    *own,
                             const UdsKind *kind)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  JsonArray *array = get_parts (own, kind);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      g_autoptr (UdsRecord) record = NULL;

      if (!JSON_NODE_HOLDS_OBJECT (node))
        continue;
      record = uds_record_new (kind);
      fill (record, json_node_get_object (node));
      if (is_whole (record))
        g_ptr_array_add (records, g_steal_pointer (&record));
    }
  return records;
}
