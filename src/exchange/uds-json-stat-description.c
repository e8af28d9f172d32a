/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a dataset of JSON-stat says of its table that is a field of an indicator. The dataset itself is kept whole
 * beside it, but for its values. */
#include "uds-json-stat-private.h"

#include "uds-description-private.h"
#include "uds-plain-text.h"

#define MOST_DECIMALS 15

/* Only offices that extend the format say the language. */
static const char *
get_language (JsonObject *dataset)
{
  JsonObject *extension = uds_json_stat_get_object (dataset, "extension");
  const char *language = uds_json_stat_get_text (uds_json_stat_get_object (extension, "px"), "language");

  if (language == NULL)
    language = uds_json_stat_get_text (extension, "language");
  return g_strcmp0 (language, "da") == 0 ? "da" : "en";
}

static void
describe (JsonObject *metadata,
          const char *field,
          const char *text)
{
  g_autofree char *plain = text != NULL ? uds_plain_text_from_html (text) : NULL;

  uds_description_set (metadata, field, plain);
}

static void
describe_localized (JsonObject *metadata,
                    const char *field,
                    const char *language,
                    const char *text)
{
  g_autofree char *localized = g_strconcat (field, "_", language, NULL);

  describe (metadata, localized, text);
}

static void
append_line (GString    *lines,
             const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", text);
}

/* One note, or a list of them. */
static char *
join_notes (JsonObject *dataset)
{
  JsonArray *list = uds_json_stat_get_array (dataset, "note");
  GString *lines = g_string_new (NULL);

  append_line (lines, uds_json_stat_get_text (dataset, "note"));
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        append_line (lines, json_node_get_string (node));
    }
  return g_string_free (lines, FALSE);
}

static char *
join_contacts (JsonObject *dataset)
{
  static const char *const parts[] = { "raw", "name", "mail", "phone", NULL };
  JsonObject *extension = uds_json_stat_get_object (dataset, "extension");
  JsonArray *list = uds_json_stat_get_array (extension, "contact");
  GString *lines = g_string_new (NULL);

  append_line (lines, uds_json_stat_get_text (extension, "contact"));
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);

      for (guint j = 0; JSON_NODE_HOLDS_OBJECT (node) && parts[j] != NULL; j++)
        append_line (lines, uds_json_stat_get_text (json_node_get_object (node), parts[j]));
    }
  return g_string_free (lines, FALSE);
}

/* The measure's unit where its categories share one, and the most decimals that any of them has. */
static void
describe_units (JsonObject *metadata,
                JsonObject *dataset,
                UdsCube    *cube,
                const char *language)
{
  const char *unit = NULL;
  gboolean is_shared = TRUE;
  gint64 decimals = -1;

  for (guint i = 0; i < cube->dimensions->len; i++)
    {
      const UdsCubeDimension *dimension = g_ptr_array_index (cube->dimensions, i);

      for (guint j = 0; dimension->role == UDS_COLUMN_ROLE_SERIES && j < dimension->categories->len; j++)
        {
          const UdsCubeCategory *category = g_ptr_array_index (dimension->categories, j);
          JsonObject *said = uds_json_stat_get_unit (dataset, dimension->code, category->code);

          is_shared = is_shared && (unit == NULL || g_strcmp0 (unit, category->unit) == 0);
          unit = unit == NULL ? category->unit : unit;
          if (said != NULL)
            decimals = MAX (decimals, uds_json_stat_get_integer (json_object_get_member (said, "decimals")));
        }
    }
  if (is_shared)
    describe_localized (metadata, "unit", language, unit);
  if (decimals >= 0 && decimals <= MOST_DECIMALS)
    {
      g_autofree char *text = g_strdup_printf ("%d", (int) decimals);

      uds_description_set (metadata, "decimals", text);
    }
}

/**
 * uds_json_stat_describe:
 * @metadata: the metadata of an indicator
 * @dataset: a dataset of JSON-stat
 * @cube: its cube with its dimensions
 */
void
uds_json_stat_describe (JsonObject *metadata,
                        JsonObject *dataset,
                        UdsCube    *cube)
{
  const char *language = get_language (dataset);
  g_autofree char *notes = join_notes (dataset);
  g_autofree char *contacts = join_contacts (dataset);

  describe_localized (metadata, "title", language, uds_json_stat_get_text (dataset, "label"));
  describe_localized (metadata, "note", language, notes);
  describe_units (metadata, dataset, cube, language);
  describe (metadata, "source", uds_json_stat_get_text (dataset, "source"));
  describe (metadata, "link", uds_json_stat_get_text (dataset, "href"));
  describe (metadata, "contact", contacts);
  describe (metadata, "updated", uds_json_stat_get_text (dataset, "updated"));
}
