/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an indicator is called and where it stands: as the user says, else as the files say, else as its code does. */
#include "uds-indicator-plan-private.h"

#include "uds-category-private.h"
#include "uds-content.h"
#include "uds-error.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#define N_GOALS 17

/**
 * uds_indicator_find_record:
 * @session: a session
 * @kind: the name of a kind
 * @field: one of its fields
 * @value: what stands there
 * @record: (out) (nullable): the first record with it, with its long texts; %NULL where there is none
 * @error: what went wrong
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_indicator_find_record (UdsSession  *session,
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
  if (!uds_indicator_find_record (session, kind, field, value, &record, error))
    return FALSE;
  if (record != NULL)
    uds_record_set_text (indicator, kind, uds_record_get_id (record));
  return TRUE;
}

/* The goals that an indicator can belong to are the same for everybody: a database that was made empty gets them with
 * the first indicator that names one. */
static gboolean
ensure_goals (UdsSession  *session,
              const char  *number,
              GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("goal"));
  int wanted = atoi (number);
  gint64 n_goals;

  if (wanted < 1 || wanted > N_GOALS)
    return TRUE;

  n_goals = uds_session_count (session, query, error);
  return n_goals > 0 || (n_goals == 0 && uds_content_load_goals (session, NULL, error));
}

/* A target belongs to a goal; an indicator that was put under another is not about it. */
static gboolean
refer_to_target (UdsSession  *session,
                 UdsRecord   *indicator,
                 const char  *code,
                 GError     **error)
{
  g_autoptr (UdsRecord) target = NULL;

  if (uds_record_has (indicator, "target"))
    return TRUE;
  if (!uds_indicator_find_record (session, "target", "code", code, &target, error))
    return FALSE;
  if (target != NULL
      && g_strcmp0 (uds_record_get_text (target, "goal"), uds_record_get_text (indicator, "goal")) == 0)
    uds_record_set_text (indicator, "target", uds_record_get_id (target));
  return TRUE;
}

/* What the user says */

static gboolean
is_said (const UdsImportFile *file,
         const char          *field)
{
  return uds_import_file_get_said (file, field) != NULL;
}

static gboolean
put_under_goal (UdsSession  *session,
                UdsRecord   *indicator,
                const char  *number,
                GError     **error)
{
  g_autoptr (UdsRecord) goal = NULL;
  const char *id;

  if (*number != '\0')
    {
      if (!ensure_goals (session, number, error)
          || !uds_indicator_find_record (session, "goal", "number", number, &goal, error))
        return FALSE;
      if (goal == NULL)
        {
          /* Translators: %s is a number */
          g_set_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND, _("There is no goal %s."), number);
          return FALSE;
        }
    }

  id = goal != NULL ? uds_record_get_id (goal) : NULL;
  if (g_strcmp0 (uds_record_get_text (indicator, "goal"), id) != 0)
    uds_record_clear (indicator, "target");
  uds_record_set_text (indicator, "goal", id);
  return TRUE;
}

static gboolean
obey (const UdsImportFile  *file,
      UdsSession           *session,
      UdsRecord            *indicator,
      GError              **error)
{
  const char *goal = uds_import_file_get_said (file, "goal");
  GHashTableIter iter;
  gpointer field, text;

  g_hash_table_iter_init (&iter, file->said);
  while (g_hash_table_iter_next (&iter, &field, &text))
    if (!g_str_equal (field, "goal"))
      uds_record_set_text (indicator, field, text);
  return goal == NULL || put_under_goal (session, indicator, goal, error);
}

/* What the files and the code say */

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
  return (uds_record_get_version (indicator) != 0 || ensure_goals (session, parts[0], error))
         && (strlen (parts[0]) > 2 || refer_to (session, indicator, "goal", "number", parts[0], error))
         && refer_to_target (session, indicator, target, error);
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

  gboolean goal_is_said = is_said (uds_indicator_plan_get_file (self), "goal");
  const char *name;

  if (uds_record_get_version (indicator) == 0 && self->terms->get_reference (self->metadata, "goal", &name)
      && name != NULL && !ensure_goals (session, name, error))
    return FALSE;

  for (gsize i = goal_is_said ? 1 : 0; i < G_N_ELEMENTS (references); i++)
    {
      if (!self->terms->get_reference (self->metadata, references[i].kind, &name) || name == NULL)
        continue;
      if (goal_is_said && g_str_equal (references[i].kind, "target")
              ? !refer_to_target (session, indicator, name, error)
              : !refer_to (session, indicator, references[i].kind, references[i].field, name, error))
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

/* An indicator of the UN lends its name where neither user nor files give one; otherwise the code must do. */
static gboolean
name_indicator (const UdsImportFile  *file,
                UdsSession           *session,
                UdsImportIndicator   *indicator,
                GError              **error)
{
  UdsRecord *record = indicator->record;
  const char *code = uds_record_get_text (record, "code");
  gboolean is_named = has_title (record) || is_said (file, "title_da") || is_said (file, "title_en");
  g_autoptr (UdsRecord) official = NULL;

  if (!uds_indicator_find_record (session, "un-indicator", "code", code, &official, error))
    return FALSE;
  if (official != NULL && !uds_record_has (record, "un_indicator"))
    uds_record_set_text (record, "un_indicator", code);
  if (official != NULL && !is_named)
    {
      uds_record_set_text (record, "title_da", uds_record_get_text (official, "text_da"));
      uds_record_set_text (record, "title_en", uds_record_get_text (official, "text_en"));
      indicator->has_un_title = TRUE;
    }
  if (!has_title (record))
    uds_record_set_text (record, "title_en", code);
  return TRUE;
}

static gboolean
is_of_city (const UdsImportFile   *file,
            const UdsImportColumn *column)
{
  const char *wanted = uds_import_file_get_wanted (file, column->heading);

  if (wanted == NULL && column->categories != NULL && column->categories->len == 1)
    wanted = g_ptr_array_index (column->categories, 0);
  return wanted != NULL && uds_category_is_city (column->heading, wanted);
}

/* Where all figures are the city's, that is told here alone: it is no part of anything. */
static void
name_place (const UdsImportFile *file,
            UdsRecord           *indicator)
{
  if (uds_record_has (indicator, "place_da") || uds_record_has (indicator, "place_en") || is_said (file, "place_da")
      || is_said (file, "place_en"))
    return;

  for (guint i = 0; i < file->columns->len; i++)
    if (is_of_city (file, g_ptr_array_index (file->columns, i)))
      {
        uds_record_set_text (indicator, "place_da", "København");
        uds_record_set_text (indicator, "place_en", "Copenhagen");
        return;
      }
}

static gboolean
note_goal (UdsSession          *session,
           UdsImportIndicator  *indicator,
           GError             **error)
{
  const char *id = uds_record_get_text (indicator->record, "goal");
  g_autoptr (UdsRecord) goal = NULL;

  if (id == NULL)
    return TRUE;
  goal = uds_session_get (session, uds_kind_lookup ("goal"), id, error);
  if (goal != NULL)
    indicator->goal = (guint) uds_record_get_integer (goal, "number");
  return goal != NULL;
}

/**
 * uds_indicator_plan_get_file:
 * @self: what is to be written
 *
 * Returns: (transfer none): the file that the user is told of the indicator at, and says something of it at: that of
 *   its values where there is one
 */
UdsImportFile *
uds_indicator_plan_get_file (const UdsIndicatorPlan *self)
{
  return self->tables->len > 0 ? ((const UdsIndicatorTable *) g_ptr_array_index (self->tables, 0))->file : self->file;
}

/**
 * uds_indicator_plan_complete:
 * @self: what is to be written
 * @session: a session; inside a command where there are no goals yet
 * @indicator: the indicator with what the files say of it
 * @error: what went wrong
 *
 * Gives it its name and its place among the goals, as the user says; what the user does not say, the files do, and what
 * they do not say either, its code.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_indicator_plan_complete (UdsIndicatorPlan    *self,
                             UdsSession          *session,
                             UdsImportIndicator  *indicator,
                             GError             **error)
{
  const UdsImportFile *file = uds_indicator_plan_get_file (self);
  gboolean has_no_goal = g_strcmp0 (uds_import_file_get_said (file, "goal"), "") == 0;

  if (!obey (file, session, indicator->record, error))
    return FALSE;
  name_place (file, indicator->record);
  if (is_told_all (self))
    return refer_as_told (self, session, indicator->record, error) && note_goal (session, indicator, error);
  return (has_no_goal || refer_upwards (session, indicator->record, error))
         && name_indicator (file, session, indicator, error) && note_goal (session, indicator, error);
}
