/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An indicator as a tidy table that Open SDG accepts: the year first, the value last, no blanks around. Text is not
 * guarded against spreadsheets here, because the table must come in again as it went out. */
#include "uds-export.h"

#include "uds-format.h"
#include "uds-json.h"

#include <string.h>

typedef struct {
  UdsRecord *record;
  JsonObject *breakdown;
} Series;

typedef struct {
  GHashTable *series; /* id to Series */
  GPtrArray *observations;
  GPtrArray *attributes; /* parsed, in the order of the observations */
  GPtrArray *breakdown_names;
  GPtrArray *attribute_names;
  gboolean has_names;
  gboolean has_units;
} Table;

static void
series_free (gpointer data)
{
  Series *series = data;

  g_object_unref (series->record);
  json_object_unref (series->breakdown);
  g_free (series);
}

static void
clear_table (Table *table)
{
  g_hash_table_unref (table->series);
  g_clear_pointer (&table->observations, g_ptr_array_unref);
  g_ptr_array_unref (table->attributes);
  g_ptr_array_unref (table->breakdown_names);
  g_ptr_array_unref (table->attribute_names);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, clear_table)

static void
add_names (GPtrArray  *names,
           JsonObject *object)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    if (!g_ptr_array_find_with_equal_func (names, l->data, g_str_equal, NULL))
      g_ptr_array_add (names, g_strdup (l->data));
}

static gboolean
read_series (Table       *table,
             UdsSession  *session,
             const char  *indicator,
             GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("series"));
  g_autoptr (GPtrArray) records = NULL;

  uds_query_where_is (query, "indicator", indicator);
  records = uds_session_list (session, query, error);
  if (records == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      UdsRecord *record = g_ptr_array_index (records, i);
      Series *series = g_new (Series, 1);

      *series = (Series) { g_object_ref (record), uds_json_parse_object (uds_record_get_text (record, "breakdown")) };
      add_names (table->breakdown_names, series->breakdown);
      table->has_names |= uds_record_has (record, "name");
      table->has_units |= uds_record_has (record, "unit");
      g_hash_table_insert (table->series, (gpointer) uds_record_get_id (record), series);
    }
  return TRUE;
}

/* Series in their order, and the periods of each in theirs. */
static int
compare_observations (gconstpointer a,
                      gconstpointer b,
                      gpointer      data)
{
  const Table *table = data;
  UdsRecord *one = (UdsRecord *) a, *other = (UdsRecord *) b;
  const Series *one_series = g_hash_table_lookup (table->series, uds_record_get_text (one, "series"));
  const Series *other_series = g_hash_table_lookup (table->series, uds_record_get_text (other, "series"));
  gint64 one_position = uds_record_get_integer (one_series->record, "position");
  gint64 other_position = uds_record_get_integer (other_series->record, "position");

  if (one_position != other_position)
    return one_position < other_position ? -1 : 1;
  return g_strcmp0 (uds_record_get_text (one, "period"), uds_record_get_text (other, "period"));
}

static gboolean
read_observations (Table       *table,
                   UdsSession  *session,
                   const char  *indicator,
                   GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("observation"));

  uds_query_where_is (query, "series.indicator", indicator);
  table->observations = uds_session_list (session, query, error);
  if (table->observations == NULL)
    return FALSE;

  g_ptr_array_sort_values_with_data (table->observations, compare_observations, table);
  for (guint i = 0; i < table->observations->len; i++)
    {
      UdsRecord *observation = g_ptr_array_index (table->observations, i);
      JsonObject *attributes = uds_json_parse_object (uds_record_get_text (observation, "attributes"));

      add_names (table->attribute_names, attributes);
      g_ptr_array_add (table->attributes, attributes);
    }
  return TRUE;
}

static void
append_names (GString   *text,
              GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    {
      g_string_append_c (text, ',');
      uds_csv_append_cell (text, g_ptr_array_index (names, i));
    }
}

static void
append_members (GString    *text,
                GPtrArray  *names,
                JsonObject *object)
{
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      g_string_append_c (text, ',');
      uds_csv_append_cell (text, json_object_get_string_member_with_default (object, name, NULL));
    }
}

static void
append_heading (const Table *table,
                GString     *text)
{
  g_string_append (text, "Year");
  if (table->has_names)
    g_string_append (text, ",Series");
  append_names (text, table->breakdown_names);
  append_names (text, table->attribute_names);
  if (table->has_units)
    g_string_append (text, ",Units");
  g_string_append (text, ",Value\r\n");
}

static void
append_observation (const Table *table,
                    guint        place,
                    GString     *text)
{
  UdsRecord *observation = g_ptr_array_index (table->observations, place);
  const Series *series = g_hash_table_lookup (table->series, uds_record_get_text (observation, "series"));
  const char *label = uds_record_get_text (observation, "period_label");
  g_autofree char *value = uds_record_to_string (observation, "value");

  uds_csv_append_cell (text, label != NULL ? label : uds_record_get_text (observation, "period"));
  if (table->has_names)
    {
      g_string_append_c (text, ',');
      uds_csv_append_cell (text, uds_record_get_text (series->record, "name"));
    }
  append_members (text, table->breakdown_names, series->breakdown);
  append_members (text, table->attribute_names, g_ptr_array_index (table->attributes, place));
  if (table->has_units)
    {
      g_string_append_c (text, ',');
      uds_csv_append_cell (text, uds_record_get_text (series->record, "unit"));
    }
  g_string_append_printf (text, ",%s\r\n", value != NULL ? value : "");
}

/**
 * uds_export_open_sdg:
 * @session: a session
 * @indicator: the id of an indicator
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): its observations as a tidy table
 */
GBytes *
uds_export_open_sdg (UdsSession  *session,
                     const char  *indicator,
                     GError     **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (Table) table = {
    .series = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, series_free),
    .attributes = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref),
    .breakdown_names = g_ptr_array_new_with_free_func (g_free),
    .attribute_names = g_ptr_array_new_with_free_func (g_free),
  };

  if (!read_series (&table, session, indicator, error) || !read_observations (&table, session, indicator, error))
    return NULL;

  append_heading (&table, text);
  for (guint i = 0; i < table.observations->len; i++)
    append_observation (&table, i, text);
  return g_string_free_to_bytes (g_steal_pointer (&text));
}
