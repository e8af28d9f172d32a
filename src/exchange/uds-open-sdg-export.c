/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An indicator as a tidy table that Open SDG accepts: the year first, the value last, the place before it, no blanks
 * around. Text is not guarded against spreadsheets here, because the table must come in again as it went out.
 *
 * Quality and footnote stand in the attributes they came in with; where somebody has changed them since, or they never
 * had any, they stand as Udsyn has them: the code of the quality as the status, the footnote as COMMENT_OBS. */
#include "uds-export.h"

#include "uds-json.h"
#include "uds-tidy-row-private.h"

#include <string.h>

#define STATUS "Observation status"
#define PLACE "GeoCode"

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
  gboolean has_statuses;
  gboolean has_footnotes;
  gboolean has_places;
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
           JsonObject *object,
           const char *apart)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    if (!g_str_equal (l->data, apart) && !g_ptr_array_find_with_equal_func (names, l->data, g_str_equal, NULL))
      g_ptr_array_add (names, g_strdup (l->data));
}

static const char *
get_member (JsonObject *object,
            const char *name)
{
  return json_object_get_string_member_with_default (object, name, NULL);
}

static gboolean
is_comment (const char *name)
{
  return g_ascii_strncasecmp (name, UDS_TIDY_FOOTNOTE, strlen (UDS_TIDY_FOOTNOTE)) == 0;
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
      add_names (table->breakdown_names, series->breakdown, PLACE);
      table->has_places |= json_object_has_member (series->breakdown, PLACE);
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

/* What is said of the quality: as the observation came in with it, if that still is true. */
static const char *
get_status (const Table *table,
            guint        place)
{
  const char *status = get_member (g_ptr_array_index (table->attributes, place), STATUS);
  const char *quality = uds_record_get_text (g_ptr_array_index (table->observations, place), "quality");

  return g_strcmp0 (uds_quality_from_status (status), quality) == 0 ? status : quality;
}

/* The footnote that the remarks of an observation make when they come in. */
static char *
join_comments (const Table *table,
               guint        place)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) comments = NULL;

  for (guint i = 0; i < table->attribute_names->len; i++)
    {
      const char *name = g_ptr_array_index (table->attribute_names, i);
      const char *text = get_member (g_ptr_array_index (table->attributes, place), name);

      if (text != NULL && is_comment (name))
        g_strv_builder_add (builder, text);
    }
  comments = g_strv_builder_end (builder);
  return comments[0] != NULL ? g_strjoinv ("; ", comments) : NULL;
}

/* Whether the remarks no longer are what the footnote says. */
static gboolean
has_own_footnote (const Table *table,
                  guint        place)
{
  g_autofree char *comments = join_comments (table, place);

  return g_strcmp0 (comments, uds_record_get_text (g_ptr_array_index (table->observations, place), "footnote")) != 0;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (a, b);
}

static void
find_columns (Table *table)
{
  for (guint i = 0; i < table->observations->len; i++)
    add_names (table->attribute_names, g_ptr_array_index (table->attributes, i), STATUS);
  /* The order must not depend on which observation comes first. */
  g_ptr_array_sort_values (table->attribute_names, compare_names);

  for (guint i = 0; i < table->observations->len; i++)
    {
      table->has_statuses |= get_status (table, i) != NULL;
      table->has_footnotes |= has_own_footnote (table, i);
    }
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

      g_ptr_array_add (table->attributes, uds_json_parse_object (uds_record_get_text (observation, "attributes")));
    }
  find_columns (table);
  return TRUE;
}

/* Open SDG refuses a table with blanks around a cell. */
static void
append_cell (GString    *text,
             const char *cell)
{
  const char *start;
  gsize length;
  g_autofree char *trimmed = NULL;

  g_string_append_c (text, ',');
  if (cell == NULL)
    return;
  uds_text_trim (cell, &start, &length);
  trimmed = g_strndup (start, length);
  uds_csv_append_cell (text, trimmed);
}

static void
append_names (GString   *text,
              GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    append_cell (text, g_ptr_array_index (names, i));
}

static void
append_heading (const Table *table,
                GString     *text)
{
  g_string_append (text, "Year");
  if (table->has_names)
    append_cell (text, "Series");
  if (table->has_units)
    append_cell (text, "Units");
  append_names (text, table->breakdown_names);
  if (table->has_statuses)
    append_cell (text, STATUS);
  append_names (text, table->attribute_names);
  if (table->has_footnotes)
    append_cell (text, UDS_TIDY_FOOTNOTE);
  if (table->has_places)
    append_cell (text, PLACE);
  g_string_append (text, ",Value\r\n");
}

static void
append_series (const Table  *table,
               const Series *series,
               GString      *text)
{
  if (table->has_names)
    append_cell (text, uds_record_get_text (series->record, "name"));
  if (table->has_units)
    append_cell (text, uds_record_get_text (series->record, "unit"));
  for (guint i = 0; i < table->breakdown_names->len; i++)
    append_cell (text, get_member (series->breakdown, g_ptr_array_index (table->breakdown_names, i)));
}

static void
append_attributes (const Table *table,
                   guint        place,
                   GString     *text)
{
  JsonObject *attributes = g_ptr_array_index (table->attributes, place);
  UdsRecord *observation = g_ptr_array_index (table->observations, place);
  gboolean own_footnote = has_own_footnote (table, place);

  if (table->has_statuses)
    append_cell (text, get_status (table, place));
  for (guint i = 0; i < table->attribute_names->len; i++)
    {
      const char *name = g_ptr_array_index (table->attribute_names, i);

      append_cell (text, own_footnote && is_comment (name) ? NULL : get_member (attributes, name));
    }
  if (table->has_footnotes)
    append_cell (text, own_footnote ? uds_record_get_text (observation, "footnote") : NULL);
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
  append_series (table, series, text);
  append_attributes (table, place, text);
  if (table->has_places)
    append_cell (text, get_member (series->breakdown, PLACE));
  append_cell (text, value);
  g_string_append (text, "\r\n");
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
