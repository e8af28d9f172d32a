/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps what a file says of its indicator under one name in the metadata, so that the next import sees what it said. */
#include "uds-description-private.h"

#define DESCRIPTION "description"

static void
fill_indicator (UdsRecord  *indicator,
                JsonObject *metadata)
{
  JsonNode *node = json_object_get_member (metadata, DESCRIPTION);
  JsonObjectIter iter;
  const char *field;
  JsonNode *value;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &field, &value))
    if (uds_kind_lookup_field (uds_record_get_kind (indicator), field, NULL) != NULL)
      uds_record_set_from_string (indicator, field, json_node_get_string (value), NULL);
}

const UdsIndicatorTerms uds_description_terms = { .fill_indicator = fill_indicator };

/**
 * uds_description_set:
 * @metadata: the metadata of an indicator
 * @field: the name of one of its fields
 * @text: (nullable): what the file says of it; %NULL and empty texts say nothing
 */
void
uds_description_set (JsonObject *metadata,
                     const char *field,
                     const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (!json_object_has_member (metadata, DESCRIPTION))
    json_object_set_object_member (metadata, DESCRIPTION, json_object_new ());
  json_object_set_string_member (json_object_get_object_member (metadata, DESCRIPTION), field, text);
}
