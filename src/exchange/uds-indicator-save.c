/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes what was read, inside a command. What is there already as the files say is left alone; a field that somebody
 * changed by hand since the last import stays theirs. */
#include "uds-indicator-plan-private.h"

/* Sets a field to what the files say now, unless it was changed by hand since they said it before. */
static void
merge_fields (UdsRecord *record,
              UdsRecord *before,
              UdsRecord *after)
{
  const UdsKind *kind = uds_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const UdsValue *current = uds_record_peek (record, i);
      const UdsValue *value = uds_record_peek (after, i);

      if (value->type == UDS_VALUE_NONE)
        continue;
      if (current->type == UDS_VALUE_NONE || (before != NULL && uds_value_equal (current, uds_record_peek (before, i))))
        uds_record_put (record, i, value);
    }
}

static gboolean
save_and_count (UdsSession     *session,
                UdsRecord      *record,
                UdsImportFile  *file,
                GError        **error)
{
  gboolean created = uds_record_get_version (record) == 0;
  gboolean changed = uds_record_has_changes (record);

  if (!uds_session_save (session, record, error))
    return FALSE;

  if (created)
    file->records.created++;
  else if (changed)
    file->records.updated++;
  else
    file->records.unchanged++;
  return TRUE;
}

static JsonObject *
merge_settings (JsonObject *old,
                JsonObject *settings)
{
  JsonObject *merged = json_object_new ();
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  json_object_iter_init (&iter, old);
  while (json_object_iter_next (&iter, &key, &value))
    json_object_set_member (merged, key, json_node_copy (value));
  json_object_iter_init (&iter, settings);
  while (json_object_iter_next (&iter, &key, &value))
    json_object_set_member (merged, key, json_node_copy (value));
  return merged;
}

static void
apply_settings (UdsIndicatorPlan *self,
                UdsRecord        *indicator,
                JsonObject       *old,
                JsonObject       *settings)
{
  const UdsKind *kind = uds_record_get_kind (indicator);
  g_autoptr (UdsRecord) before = uds_record_new (kind);
  g_autoptr (UdsRecord) after = uds_record_new (kind);
  g_autoptr (JsonObject) kept = self->terms->clean != NULL ? self->terms->clean (settings)
                                                           : json_object_ref (settings);
  g_autofree char *text = uds_json_to_canonical (kept);

  self->terms->fill_indicator (before, old);
  self->terms->fill_indicator (after, settings);
  merge_fields (indicator, before, after);
  if (json_object_get_size (kept) > 0)
    uds_record_set_text (indicator, "metadata", text);
}

/* Whether two parts of an indicator are one, by the fields that tell such parts apart. */
static gboolean
is_same_part (UdsRecord *first,
              UdsRecord *second)
{
  const UdsKind *kind = uds_record_get_kind (first);

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & UDS_FIELD_KEY) && !(kind->fields[i].flags & UDS_FIELD_OWNER)
        && !uds_value_equal (uds_record_peek (first, i), uds_record_peek (second, i)))
      return FALSE;

  return TRUE;
}

static UdsRecord *
find_part (GPtrArray *parts,
           UdsRecord *wanted)
{
  for (guint i = 0; wanted != NULL && i < parts->len; i++)
    if (is_same_part (g_ptr_array_index (parts, i), wanted))
      return g_ptr_array_index (parts, i);

  return NULL;
}

static gpointer
get_nth (GPtrArray *records,
         guint      place)
{
  return place < records->len ? g_ptr_array_index (records, place) : NULL;
}

/* @existing is what the files said before, or what says the same. */
static gboolean
save_part (UdsSession     *session,
           UdsRecord      *indicator,
           UdsRecord      *existing,
           UdsRecord      *before,
           UdsRecord      *after,
           UdsImportFile  *file,
           GError        **error)
{
  g_autoptr (UdsRecord) part = existing != NULL ? g_object_ref (existing)
                                                : uds_record_new (uds_record_get_kind (after));

  merge_fields (part, before, after);
  uds_record_set_text (part, "indicator", uds_record_get_id (indicator));
  return save_and_count (session, part, file, error);
}

/* A part that the files say otherwise now is the one in the same place of their list. What somebody added by hand is
 * no part of the list and stays. */
static gboolean
save_parts (UdsIndicatorPlan  *self,
            UdsSession        *session,
            const UdsKind     *kind,
            UdsRecord         *indicator,
            JsonObject        *old,
            JsonObject        *settings,
            GError           **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (kind);
  g_autoptr (GPtrArray) before = self->terms->list_parts (kind, old);
  g_autoptr (GPtrArray) after = self->terms->list_parts (kind, settings);
  g_autoptr (GPtrArray) existing = NULL;

  uds_query_set_long_text (query, TRUE);
  uds_query_where_is (query, "indicator", uds_record_get_id (indicator));
  existing = uds_session_list (session, query, error);
  if (existing == NULL)
    return FALSE;

  for (guint i = 0; i < after->len; i++)
    {
      UdsRecord *part = find_part (existing, get_nth (before, i));

      if (part == NULL)
        part = find_part (existing, g_ptr_array_index (after, i));
      if (!save_part (session, indicator, part, get_nth (before, i), g_ptr_array_index (after, i), self->file, error))
        return FALSE;
    }

  for (guint i = after->len; i < before->len; i++)
    {
      UdsRecord *part = find_part (existing, g_ptr_array_index (before, i));

      if (part == NULL)
        continue;
      if (!uds_session_remove (session, kind, uds_record_get_id (part), error))
        return FALSE;
      self->file->records.updated++;
    }
  return TRUE;
}

static gboolean
save_all_parts (UdsIndicatorPlan  *self,
                UdsSession        *session,
                UdsRecord         *indicator,
                JsonObject        *old,
                JsonObject        *settings,
                GError           **error)
{
  static const char *const kinds[] = { "calculation", "indicator-target", "series-break" };

  if (self->terms->list_parts == NULL)
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!save_parts (self, session, uds_kind_lookup (kinds[i]), indicator, old, settings, error))
      return FALSE;

  return TRUE;
}

/* The indicator as it will be, with what the files said of it before and say now. */
static UdsImportIndicator *
make_indicator (UdsIndicatorPlan  *self,
                UdsSession        *session,
                JsonObject       **old,
                JsonObject       **settings,
                GError           **error)
{
  g_autoptr (UdsImportIndicator) indicator = NULL;
  g_autoptr (UdsRecord) record = NULL;

  if (!uds_indicator_find_record (session, "indicator", "code", self->code, &record, error))
    return NULL;
  if (record == NULL)
    {
      record = uds_record_new (uds_kind_lookup ("indicator"));
      uds_record_set_text (record, "code", self->code);
    }

  indicator = uds_import_indicator_new (record);
  *old = uds_json_parse_object (uds_record_get_text (record, "metadata"));
  *settings = merge_settings (*old, self->metadata);
  apply_settings (self, record, *old, *settings);
  return uds_indicator_plan_complete (self, session, indicator, error) ? g_steal_pointer (&indicator) : NULL;
}

/**
 * uds_indicator_plan_look_up:
 * @self: what is to be written
 * @session: a session; inside a command where there are no goals yet
 * @error: what went wrong
 *
 * Tells the file what becomes of the indicator, and writes nothing but the goals where there are none.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_indicator_plan_look_up (UdsIndicatorPlan  *self,
                            UdsSession        *session,
                            GError           **error)
{
  g_autoptr (JsonObject) old = NULL;
  g_autoptr (JsonObject) settings = NULL;
  UdsImportIndicator *indicator = make_indicator (self, session, &old, &settings, error);

  if (indicator == NULL)
    return FALSE;

  g_ptr_array_add (uds_indicator_plan_get_file (self)->indicators, indicator);
  return TRUE;
}

/**
 * uds_indicator_plan_save:
 * @self: what is to be written
 * @session: a session inside a command
 * @error: what went wrong
 *
 * Writes the indicator with its parts, series and observations, and counts them in the files.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_indicator_plan_save (UdsIndicatorPlan  *self,
                         UdsSession        *session,
                         GError           **error)
{
  g_autoptr (JsonObject) old = NULL;
  g_autoptr (JsonObject) settings = NULL;
  UdsImportIndicator *indicator = make_indicator (self, session, &old, &settings, error);

  if (indicator == NULL)
    return FALSE;

  g_ptr_array_add (uds_indicator_plan_get_file (self)->indicators, indicator);
  if (!save_and_count (session, indicator->record, self->file, error)
      || !save_all_parts (self, session, indicator->record, old, settings, error))
    return FALSE;

  for (guint i = 0; i < self->tables->len; i++)
    if (!uds_indicator_table_save (g_ptr_array_index (self->tables, i), indicator->record, session, error))
      return FALSE;
  return TRUE;
}
