/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings of an indicator as Open SDG takes them: those it came in with, made to say what is true now, and what
 * Open SDG needs besides. */
#include "uds-open-sdg-private.h"

#include "uds-format.h"

#include <string.h>

static JsonNode *
make_text (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

/* English where there is any: the keys have one language. */
static const char *
get_published (UdsRecord  *indicator,
               const char *field)
{
  g_autofree char *base = NULL;

  if (!g_str_has_suffix (field, "_en"))
    return uds_record_get_text (indicator, field);
  base = g_strndup (field, strlen (field) - strlen ("_en"));
  return uds_record_get_localized (indicator, base, UDS_LANGUAGE_EN);
}

/* The setting that the field was filled from, or would be. */
static const char *
find_key (JsonObject           *settings,
          const UdsOpenSdgText *text)
{
  for (guint i = 0; text->keys[i] != NULL; i++)
    if (json_object_has_member (settings, text->keys[i]))
      return text->keys[i];
  return text->keys[0];
}

static void
set_text (JsonObject           *own,
          JsonObject           *settings,
          UdsRecord            *indicator,
          UdsRecord            *as_read,
          const UdsOpenSdgText *text)
{
  const char *published = get_published (indicator, text->field);

  if (g_strcmp0 (published, get_published (as_read, text->field)) != 0)
    uds_open_sdg_own_remember (own, settings, find_key (settings, text),
                               published != NULL ? make_text (published) : NULL);
}

static void
add_text (JsonObject *own,
          JsonObject *settings,
          const char *key,
          const char *text)
{
  if (text != NULL && !json_object_has_member (settings, key))
    uds_open_sdg_own_remember (own, settings, key, make_text (text));
}

/* Progress */

static void
set_option (JsonObject *options,
            UdsRecord  *indicator,
            const char *field,
            const char *key)
{
  g_autofree char *text = uds_record_to_string (indicator, field);

  if (text != NULL)
    json_object_set_string_member (options, key, text);
}

static JsonObject *
make_options (UdsRecord *indicator)
{
  const char *direction = uds_record_get_text (indicator, "direction");
  JsonObject *options = json_object_new ();

  set_option (options, indicator, "series", "series");
  set_option (options, indicator, "series_unit", "unit");
  if (direction != NULL)
    json_object_set_string_member (options, "direction", g_str_equal (direction, "up") ? "positive" : "negative");
  set_option (options, indicator, "base_year", "base_year");
  set_option (options, indicator, "target_value", "target");
  set_option (options, indicator, "target_year", "target_year");
  set_option (options, indicator, "limit_value", "limit");
  return options;
}

static gboolean
is_same (UdsRecord *indicator,
         UdsRecord *as_read)
{
  static const char *const fields[] = { "series", "series_unit", "direction", "base_year", "target_value",
                                        "target_year", "limit_value" };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *now = uds_record_to_string (indicator, fields[i]);
      g_autofree char *then = uds_record_to_string (as_read, fields[i]);

      if (g_strcmp0 (now, then) != 0)
        return FALSE;
    }
  return TRUE;
}

/* How several calculations are put together only whoever wrote them knows: those stay as they are. */
static gboolean
has_calculations (JsonObject *own)
{
  return json_object_has_member (own, "calculations");
}

static void
set_options (JsonObject *own,
             JsonObject *settings,
             UdsRecord  *indicator,
             UdsRecord  *as_read)
{
  g_autoptr (JsonObject) options = make_options (indicator);
  JsonArray *list;
  JsonNode *node;

  if (has_calculations (own) || is_same (indicator, as_read))
    return;
  if (json_object_get_size (options) == 0)
    {
      uds_open_sdg_own_remember (own, settings, "progress_calculation_options", NULL);
      return;
    }

  list = json_array_new ();
  json_array_add_object_element (list, g_steal_pointer (&options));
  node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, list);
  uds_open_sdg_own_remember (own, settings, "progress_calculation_options", node);
  add_text (own, settings, "auto_progress_calculation", "true");
}

/* "complete" where there is something to show. */
static const char *
get_status (UdsSession  *session,
            UdsRecord   *indicator,
            GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("observation"));
  g_autoptr (GPtrArray) ids = NULL;

  uds_query_where_is (query, "series.indicator", uds_record_get_id (indicator));
  uds_query_set_unordered (query);
  uds_query_set_limit (query, 1);
  ids = uds_session_list_ids (session, query, error);
  if (ids == NULL)
    return NULL;
  return ids->len > 0 ? "complete" : "notstarted";
}

/**
 * uds_open_sdg_settings_new:
 * @session: a session
 * @indicator: an indicator with its long texts
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): its settings, all scalars as strings
 */
JsonObject *
uds_open_sdg_settings_new (UdsSession  *session,
                           UdsRecord   *indicator,
                           GError     **error)
{
  g_autoptr (JsonObject) settings = uds_json_parse_object (uds_record_get_text (indicator, "metadata"));
  g_autoptr (UdsRecord) as_read = uds_record_new (uds_record_get_kind (indicator));
  g_autoptr (JsonObject) own = uds_open_sdg_own_new (session, indicator, error);
  const char *status = own != NULL ? get_status (session, indicator, error) : NULL;
  const UdsOpenSdgText *texts;
  gsize n_texts;

  if (status == NULL)
    return NULL;

  uds_open_sdg_terms.fill_indicator (as_read, settings);
  texts = uds_open_sdg_list_texts (&n_texts);
  for (gsize i = 0; i < n_texts; i++)
    set_text (own, settings, indicator, as_read, &texts[i]);
  set_options (own, settings, indicator, as_read);
  add_text (own, settings, "indicator_number", uds_record_get_text (indicator, "code"));
  add_text (own, settings, "indicator_name", uds_record_get_localized (indicator, "title", UDS_LANGUAGE_EN));
  add_text (own, settings, "graph_title", uds_record_get_localized (indicator, "title", UDS_LANGUAGE_EN));
  add_text (own, settings, "reporting_status", status);
  add_text (own, settings, "published", "true");
  add_text (own, settings, "graph_type", "line");
  add_text (own, settings, "data_non_statistical", "false");
  json_object_set_object_member (settings, "udsyn", g_steal_pointer (&own));
  return g_steal_pointer (&settings);
}
