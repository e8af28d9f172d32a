/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the indicator, its series and the period behind the last; the values themselves are read as they are looked
 * at (uds-values-table.c). */
#include "uds-values-found.h"

#include "uds-indicator-digest.h"
#include "uds-period.h"

#include <json-glib/json-glib.h>

/**
 * uds_values_wanted_free:
 * @data: (transfer full) (type UdsValuesWanted): what was wanted
 */
void
uds_values_wanted_free (gpointer data)
{
  UdsValuesWanted *wanted = data;

  g_free (wanted->id);
  g_free (wanted->series_id);
  g_free (wanted);
}

/**
 * uds_values_found_free:
 * @data: (transfer full) (type UdsValuesFound): what was read
 */
void
uds_values_found_free (gpointer data)
{
  UdsValuesFound *found = data;

  g_clear_object (&found->indicator);
  g_clear_pointer (&found->series, g_ptr_array_unref);
  g_free (found->series_id);
  g_free (found->next);
  g_free (found);
}

/**
 * uds_values_find_series:
 * @series: (element-type UdsRecord): series
 * @id: the id of one
 *
 * Returns: (transfer none) (nullable): the series; %NULL where it is none of them
 */
UdsRecord *
uds_values_find_series (GPtrArray  *series,
                        const char *id)
{
  for (guint i = 0; i < series->len; i++)
    if (g_strcmp0 (uds_record_get_id (g_ptr_array_index (series, i)), id) == 0)
      return g_ptr_array_index (series, i);
  return NULL;
}

/* The one that was chosen; else the headline. */
static gboolean
choose_series (UdsValuesFound  *found,
               UdsSession      *session,
               const char      *chosen,
               GError         **error)
{
  g_autoptr (UdsIndicatorDigest) digest = NULL;

  if (chosen != NULL && uds_values_find_series (found->series, chosen) != NULL)
    {
      found->series_id = g_strdup (chosen);
      return TRUE;
    }

  digest = uds_session_digest_indicator (session, found->indicator, error);
  if (digest == NULL)
    return FALSE;
  if (uds_indicator_digest_get_series (digest) != NULL)
    found->series_id = g_strdup (uds_record_get_id (uds_indicator_digest_get_series (digest)));
  return TRUE;
}

/**
 * uds_values_make_next:
 * @text: a period
 *
 * Returns: (transfer full) (nullable): the one after it, in its canonical form; %NULL where nobody can tell
 */
char *
uds_values_make_next (const char *text)
{
  UdsPeriod period;

  if (!uds_period_parse (text, &period, NULL) || !uds_period_get_next (&period, &period))
    return NULL;
  return uds_period_to_string (&period);
}

static gboolean
read_next (UdsValuesFound  *found,
           UdsSession      *session,
           GError         **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("observation"));
  g_autoptr (GPtrArray) last = NULL;

  if (found->series_id == NULL)
    return TRUE;

  uds_query_where_is (query, "series", found->series_id);
  uds_query_order_by (query, "period", TRUE, NULL);
  uds_query_set_limit (query, 1);
  last = uds_session_list (session, query, error);
  if (last == NULL)
    return FALSE;
  if (last->len > 0)
    found->next = uds_values_make_next (uds_record_get_text (g_ptr_array_index (last, 0), "period"));
  return TRUE;
}

/**
 * uds_values_read:
 * @session: the reader's session
 * @data: (type UdsValuesWanted): what is wanted
 * @error: what went wrong
 *
 * A #UdsReadFunc.
 *
 * Returns: (transfer full) (nullable) (type UdsValuesFound): what was found
 */
gpointer
uds_values_read (UdsSession  *session,
                 gpointer     data,
                 GError     **error)
{
  const UdsValuesWanted *wanted = data;
  g_autoptr (UdsValuesFound) found = g_new0 (UdsValuesFound, 1);
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("series"));

  found->indicator = uds_session_get (session, uds_kind_lookup ("indicator"), wanted->id, error);
  if (found->indicator == NULL)
    return NULL;

  uds_query_where_is (query, "indicator", wanted->id);
  found->series = uds_session_list (session, query, error);
  if (found->series == NULL || !choose_series (found, session, wanted->series_id, error)
      || !read_next (found, session, error))
    return NULL;
  return g_steal_pointer (&found);
}

static void
append_category (JsonObject *breakdown,
                 const char *name,
                 JsonNode   *node,
                 gpointer    data)
{
  GString *text = data;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_string (node) != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", json_node_get_string (node));
}

/**
 * uds_values_name_part:
 * @series: a series, which may have no values yet
 *
 * Returns: (transfer full): the part it is about, "Female, 15-24"; empty where it is the whole
 */
char *
uds_values_name_part (UdsRecord *series)
{
  const char *breakdown = uds_record_get_text (series, "breakdown");
  g_autoptr (JsonNode) node = breakdown != NULL ? json_from_string (breakdown, NULL) : NULL;
  GString *text = g_string_new (NULL);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    json_object_foreach_member (json_node_get_object (node), append_category, text);
  return g_string_free (text, FALSE);
}
