/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the series and observations of a table. What is in the database is compared in one scan, so that a million
 * rows cost no query each. */
#include "uds-indicator-plan-private.h"

#include <string.h>

/* Where the fields of an observation stand in its field table. */
typedef struct {
  guint series;
  guint period;
  guint label;
  guint value;
  guint quality;
  guint footnote;
  guint attributes;
} Places;

typedef struct {
  UdsIndicatorTable *table;
  GHashTable *series; /* id of a series to its place plus one */
  Places places;
} Comparison;

static guint
get_place (const UdsKind *kind,
           const char    *name)
{
  guint place = 0;

  uds_kind_lookup_field (kind, name, &place);
  return place;
}

static Places
get_places (void)
{
  const UdsKind *kind = uds_kind_lookup ("observation");

  return (Places) {
    .series = get_place (kind, "series"),
    .period = get_place (kind, "period"),
    .label = get_place (kind, "period_label"),
    .value = get_place (kind, "value"),
    .quality = get_place (kind, "quality"),
    .footnote = get_place (kind, "footnote"),
    .attributes = get_place (kind, "attributes"),
  };
}

static GHashTable *
list_series (UdsSession  *session,
             UdsRecord   *indicator,
             GError     **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("series"));
  g_autoptr (GPtrArray) records = NULL;

  uds_query_where_is (query, "indicator", uds_record_get_id (indicator));
  records = uds_session_list (session, query, error);
  if (records == NULL)
    return NULL;

  for (guint i = 0; i < records->len; i++)
    {
      UdsRecord *series = g_ptr_array_index (records, i);

      g_hash_table_insert (ids,
                           uds_indicator_series_make_key (uds_record_get_text (series, "name"),
                                                          uds_record_get_text (series, "unit"),
                                                          uds_record_get_text (series, "breakdown")),
                           g_strdup (uds_record_get_id (series)));
    }
  return g_steal_pointer (&ids);
}

static gboolean
create_series (UdsSession          *session,
               UdsRecord           *indicator,
               UdsIndicatorSeries  *series,
               guint                position,
               GError             **error)
{
  g_autoptr (UdsRecord) record = uds_record_new (uds_kind_lookup ("series"));

  uds_record_set_text (record, "indicator", uds_record_get_id (indicator));
  uds_record_set_text (record, "name", series->name);
  uds_record_set_text (record, "unit", series->unit);
  uds_record_set_text (record, "breakdown", series->breakdown);
  uds_record_set_integer (record, "position", position);
  if (!uds_session_save (session, record, error))
    return FALSE;

  g_set_str (&series->id, uds_record_get_id (record));
  return TRUE;
}

/* Finds the record of each series or makes it; *known gets those that were there. */
static gboolean
save_series (UdsIndicatorTable  *self,
             UdsRecord          *indicator,
             UdsSession         *session,
             GHashTable         *known,
             GError            **error)
{
  g_autoptr (GHashTable) ids = list_series (session, indicator, error);
  guint position;

  if (ids == NULL)
    return FALSE;

  position = g_hash_table_size (ids);
  for (guint i = 0; i < self->series->len; i++)
    {
      UdsIndicatorSeries *series = &g_array_index (self->series, UdsIndicatorSeries, i);
      g_autofree char *key = uds_indicator_series_make_key (series->name, series->unit, series->breakdown);
      const char *id = g_hash_table_lookup (ids, key);

      if (id != NULL)
        {
          g_set_str (&series->id, id);
          g_hash_table_insert (known, series->id, GUINT_TO_POINTER (i + 1));
          self->file->records.unchanged++;
          continue;
        }
      if (!create_series (session, indicator, series, ++position, error))
        return FALSE;
      self->file->records.created++;
    }
  return TRUE;
}

static const char *
get_text (const UdsValue *value)
{
  return value->type == UDS_VALUE_TEXT ? value->text : NULL;
}

/* Whether what the file says is there; what it does not speak of counts as said. */
static gboolean
says (const UdsValue *value,
      const char     *text)
{
  return text == NULL || g_strcmp0 (get_text (value), text) == 0;
}

static gboolean
is_same (const UdsIndicatorObservation *observation,
         const UdsValue                *values,
         const Places                  *places)
{
  const UdsValue *value = &values[places->value];

  if (observation->has_value != (value->type == UDS_VALUE_REAL))
    return FALSE;
  return (!observation->has_value || value->real == observation->value)
         && says (&values[places->label], observation->label) && says (&values[places->quality], observation->quality)
         && says (&values[places->footnote], observation->footnote)
         && says (&values[places->attributes], observation->attributes);
}

static gboolean
compare_observation (const char     *id,
                     const UdsValue *values,
                     gpointer        data)
{
  Comparison *comparison = data;
  UdsIndicatorTable *table = comparison->table;
  const Places *places = &comparison->places;
  guint series = GPOINTER_TO_UINT (g_hash_table_lookup (comparison->series, get_text (&values[places->series])));
  guint period = GPOINTER_TO_UINT (g_hash_table_lookup (table->period_places, get_text (&values[places->period])));
  UdsIndicatorObservation *observation;

  if (series == 0 || period == 0)
    return TRUE;
  observation = uds_indicator_table_find (table, series - 1, period - 1);
  if (observation == NULL)
    return TRUE;

  observation->state = UDS_OBSERVATION_SAME;
  if (!is_same (observation, values, places))
    {
      observation->state = UDS_OBSERVATION_CHANGED;
      observation->id = g_string_chunk_insert (table->texts, id);
    }
  return TRUE;
}

static gboolean
compare_observations (UdsIndicatorTable  *self,
                      UdsRecord          *indicator,
                      UdsSession         *session,
                      GHashTable         *known,
                      GError            **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("observation"));
  Comparison comparison = { self, known, get_places () };

  for (guint i = 0; i < self->observations->len; i++)
    g_array_index (self->observations, UdsIndicatorObservation, i).state = UDS_OBSERVATION_NEW;
  if (g_hash_table_size (known) == 0)
    return TRUE;

  uds_query_where_is (query, "series.indicator", uds_record_get_id (indicator));
  uds_query_set_unordered (query);
  return uds_session_scan (session, query, compare_observation, &comparison, error);
}

/* So many are kept at once. */
#define BATCH 500u

static void
put_text (UdsRecord  *record,
          guint       place,
          const char *text)
{
  if (text != NULL)
    uds_record_put (record, place, &(UdsValue) { UDS_VALUE_TEXT, .text = (char *) text });
}

static void
fill_observation (UdsRecord                     *record,
                  const UdsIndicatorTable       *table,
                  const UdsIndicatorObservation *observation,
                  const Places                  *places)
{
  UdsValue value = { UDS_VALUE_NONE };

  if (observation->has_value)
    value = (UdsValue) { UDS_VALUE_REAL, .real = observation->value };
  uds_record_put (record, places->value, &value);
  put_text (record, places->series, g_array_index (table->series, UdsIndicatorSeries, observation->series).id);
  put_text (record, places->period, g_ptr_array_index (table->periods, observation->period));
  put_text (record, places->label, observation->label);
  put_text (record, places->quality, observation->quality);
  put_text (record, places->footnote, observation->footnote);
  put_text (record, places->attributes, observation->attributes);
}

static gboolean
update_observation (UdsIndicatorTable              *self,
                    const UdsIndicatorObservation  *observation,
                    UdsSession                     *session,
                    const Places                   *places,
                    GError                        **error)
{
  g_autoptr (UdsRecord) record = uds_session_get (session, uds_kind_lookup ("observation"), observation->id, error);

  if (record == NULL)
    return FALSE;
  fill_observation (record, self, observation, places);
  if (!uds_session_save (session, record, error))
    return FALSE;
  self->file->records.updated++;
  return TRUE;
}

/* New observations, not yet kept. */
typedef struct {
  UdsIndicatorTable *table;
  UdsSession *session;
  Places places;
  GPtrArray *records;
} Batch;

static gboolean
keep_batch (Batch   *self,
            GError **error)
{
  if (!uds_session_add (self->session, (UdsRecord *const *) self->records->pdata, self->records->len, error))
    return FALSE;
  self->table->file->records.created += self->records->len;
  g_ptr_array_set_size (self->records, 0);
  return TRUE;
}

static gboolean
save_observation (Batch                          *self,
                  const UdsIndicatorObservation  *observation,
                  GError                        **error)
{
  UdsRecord *record;

  switch (observation->state)
    {
    case UDS_OBSERVATION_SAME:
      self->table->file->records.unchanged++;
      return TRUE;
    case UDS_OBSERVATION_CHANGED:
      return update_observation (self->table, observation, self->session, &self->places, error);
    case UDS_OBSERVATION_NEW:
    default:
      record = uds_record_new (uds_kind_lookup ("observation"));
      fill_observation (record, self->table, observation, &self->places);
      g_ptr_array_add (self->records, record);
      return self->records->len < BATCH || keep_batch (self, error);
    }
}

/**
 * uds_indicator_table_save:
 * @self: a table
 * @indicator: the stored indicator that it is about
 * @session: a session inside a command
 * @error: what went wrong
 *
 * Writes the series and observations that are not there as the table says, and counts them in its file.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_indicator_table_save (UdsIndicatorTable  *self,
                          UdsRecord          *indicator,
                          UdsSession         *session,
                          GError            **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  Batch batch = { self, session, get_places (), records };

  if (!save_series (self, indicator, session, known, error)
      || !compare_observations (self, indicator, session, known, error))
    return FALSE;

  for (guint i = 0; i < self->observations->len; i++)
    if (!save_observation (&batch, &g_array_index (self->observations, UdsIndicatorObservation, i), error))
      return FALSE;
  return keep_batch (&batch, error);
}
