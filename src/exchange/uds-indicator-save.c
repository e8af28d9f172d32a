/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes what was read, inside a command. What is there already as the files say is left alone; a field that somebody
 * changed by hand since the last import stays theirs. */
#include "uds-indicator-plan-private.h"

#include "uds-content.h"

#include <stdlib.h>
#include <string.h>

#define N_GOALS 17

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

/* Looks for a record by one field; *record is NULL where there is none. */
static gboolean
find_record (UdsSession  *session,
             const char  *kind,
             const char  *field,
             const char  *value,
             UdsRecord  **record,
             GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup (kind));
  GError *local_error = NULL;

  uds_query_where_is (query, field, value);
  uds_query_set_long_text (query, TRUE);
  *record = uds_session_find (session, query, &local_error);
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, local_error);
  return FALSE;
}

static gboolean
refer_to (UdsSession  *session,
          UdsRecord   *indicator,
          const char  *kind,
          const char  *field,
          const char  *value,
          GError     **error)
{
  g_autoptr (UdsRecord) record = NULL;

  if (uds_record_has (indicator, kind))
    return TRUE;
  if (!find_record (session, kind, field, value, &record, error))
    return FALSE;
  if (record != NULL)
    uds_record_set_text (indicator, kind, uds_record_get_id (record));
  return TRUE;
}

/* The goals that an indicator can belong to are the same for everybody: a database that was made empty gets them with
 * the first new indicator that names one. */
static gboolean
ensure_goals (UdsSession  *session,
              UdsRecord   *indicator,
              const char  *number,
              GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("goal"));
  int wanted = atoi (number);
  gint64 n_goals;

  if (uds_record_get_version (indicator) != 0 || wanted < 1 || wanted > N_GOALS)
    return TRUE;

  n_goals = uds_session_count (session, query, error);
  return n_goals > 0 || (n_goals == 0 && uds_content_load_goals (session, NULL, error));
}

/* "11.6.2" belongs to target 11.6 and to goal 11. */
static gboolean
refer_upwards (UdsSession  *session,
               UdsRecord   *indicator,
               GError     **error)
{
  const char *code = uds_record_get_text (indicator, "code");
  g_auto (GStrv) parts = NULL;
  g_autofree char *target = NULL;

  if (g_str_has_prefix (code, "archived."))
    code += strlen ("archived.");
  parts = g_strsplit (code, ".", 3);
  if (g_strv_length (parts) < 2 || strspn (parts[0], "0123456789") != strlen (parts[0]) || *parts[0] == '\0')
    return TRUE;

  target = g_strdup_printf ("%s.%s", parts[0], parts[1]);
  return ensure_goals (session, indicator, parts[0], error)
         && refer_to (session, indicator, "target", "code", target, error)
         && (strlen (parts[0]) > 2 || refer_to (session, indicator, "goal", "number", parts[0], error));
}

/* What the metadata say outright needs no guessing. */
static gboolean
refer_as_told (UdsIndicatorPlan  *self,
               UdsSession        *session,
               UdsRecord         *indicator,
               GError           **error)
{
  static const struct {
    const char *kind, *field;
  } references[] = { { "goal", "number" }, { "target", "code" }, { "administration", "code" } };

  const char *name;

  if (self->terms->get_reference (self->metadata, "goal", &name) && name != NULL
      && !ensure_goals (session, indicator, name, error))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    {
      if (self->terms->get_reference (self->metadata, references[i].kind, &name) && name != NULL
          && !refer_to (session, indicator, references[i].kind, references[i].field, name, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_told_all (UdsIndicatorPlan *self)
{
  const char *name;

  return self->terms->get_reference != NULL && self->terms->get_reference (self->metadata, "goal", &name);
}

static gboolean
has_title (UdsRecord *indicator)
{
  return uds_record_get_localized (indicator, "title", UDS_LANGUAGE_EN) != NULL;
}

/* An indicator of the UN lends its name where the files give none; otherwise the code must do. */
static gboolean
name_indicator (UdsSession  *session,
                UdsRecord   *indicator,
                GError     **error)
{
  const char *code = uds_record_get_text (indicator, "code");
  g_autoptr (UdsRecord) official = NULL;

  if (!find_record (session, "un-indicator", "code", code, &official, error))
    return FALSE;
  if (official != NULL && !uds_record_has (indicator, "un_indicator"))
    uds_record_set_text (indicator, "un_indicator", code);
  if (official != NULL && !has_title (indicator))
    {
      uds_record_set_text (indicator, "title_da", uds_record_get_text (official, "text_da"));
      uds_record_set_text (indicator, "title_en", uds_record_get_text (official, "text_en"));
    }
  if (!has_title (indicator))
    uds_record_set_text (indicator, "title_en", code);
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

/* What the files do not say of an indicator, its code does. */
static gboolean
complete (UdsIndicatorPlan  *self,
          UdsSession        *session,
          UdsRecord         *indicator,
          GError           **error)
{
  if (is_told_all (self))
    return refer_as_told (self, session, indicator, error);
  return refer_upwards (session, indicator, error) && name_indicator (session, indicator, error);
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
  g_autoptr (UdsRecord) indicator = NULL;
  g_autoptr (JsonObject) old = NULL;
  g_autoptr (JsonObject) settings = NULL;

  if (!find_record (session, "indicator", "code", self->code, &indicator, error))
    return FALSE;
  if (indicator == NULL)
    {
      indicator = uds_record_new (uds_kind_lookup ("indicator"));
      uds_record_set_text (indicator, "code", self->code);
    }

  old = uds_json_parse_object (uds_record_get_text (indicator, "metadata"));
  settings = merge_settings (old, self->metadata);
  apply_settings (self, indicator, old, settings);
  if (!complete (self, session, indicator, error)
      || !save_and_count (session, indicator, self->file, error)
      || !save_all_parts (self, session, indicator, old, settings, error))
    return FALSE;

  for (guint i = 0; i < self->tables->len; i++)
    if (!uds_indicator_table_save (g_ptr_array_index (self->tables, i), indicator, session, error))
      return FALSE;
  return TRUE;
}
