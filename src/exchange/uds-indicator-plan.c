/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be written of several indicators, and which indicator a file is about. Writing one of them is
 * uds-indicator-save.c's. */
#include "uds-indicator-plan-private.h"

#include <string.h>

/**
 * uds_indicator_plan_new:
 * @terms: what its metadata mean
 * @code: the code of the indicator
 * @file: the file that its own record is counted for
 *
 * Returns: (transfer full): a plan without metadata and tables
 */
UdsIndicatorPlan *
uds_indicator_plan_new (const UdsIndicatorTerms *terms,
                        const char              *code,
                        UdsImportFile           *file)
{
  UdsIndicatorPlan *self = g_new0 (UdsIndicatorPlan, 1);

  self->terms = terms;
  self->code = g_strdup (code);
  self->file = file;
  self->metadata = json_object_new ();
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) uds_indicator_table_free);
  return self;
}

/**
 * uds_indicator_plan_free:
 * @self: (transfer full): a plan
 */
void
uds_indicator_plan_free (UdsIndicatorPlan *self)
{
  g_free (self->code);
  json_object_unref (self->metadata);
  g_ptr_array_unref (self->tables);
  g_free (self);
}

/**
 * uds_indicator_plans_new:
 *
 * Returns: (transfer full) (element-type UdsIndicatorPlan): an empty list of plans, as importers give from their
 *   preview
 */
GPtrArray *
uds_indicator_plans_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) uds_indicator_plan_free);
}

/**
 * uds_indicator_plans_save:
 * @plans: a list of plans
 * @session: a session inside a command
 * @error: what went wrong
 *
 * Writes all of them: what an importer does to apply them.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_indicator_plans_save (gpointer     plans,
                          UdsSession  *session,
                          GError     **error)
{
  GPtrArray *list = plans;

  for (guint i = 0; i < list->len; i++)
    if (!uds_indicator_plan_save (g_ptr_array_index (list, i), session, error))
      return FALSE;
  return TRUE;
}

/**
 * uds_indicator_plans_free:
 * @plans: (transfer full): a list of plans
 */
void
uds_indicator_plans_free (gpointer plans)
{
  g_ptr_array_unref (plans);
}

/* Numbers and letters between hyphens or points, a goal's number first: "11-6-2", "6-3-1-a", "archived-4-2-1". */
static gboolean
is_id (const char *stem)
{
  const char *start = g_str_has_prefix (stem, "archived-") ? stem + strlen ("archived-") : stem;
  gboolean joined = FALSE;

  if (!g_ascii_isdigit (*start))
    return FALSE;
  for (const char *p = start; *p != '\0'; p++)
    {
      gboolean joint = *p == '-' || *p == '.';

      if ((joint && (joined || p[1] == '\0')) || (!joint && !g_ascii_isalnum (*p)))
        return FALSE;
      joined = joint;
    }
  return strpbrk (start, "-.") != NULL;
}

/**
 * uds_indicator_code_from_file:
 * @file: a file
 * @is_certain: (out) (optional): whether the user said it, or the name of the file is a code
 *
 * Returns: (transfer full): the code of the indicator that the file is about: what the user said; or the id in its
 *   name, "11.6.2" of "indicator_11-6-2.csv"; a name that is no id stands for itself
 */
char *
uds_indicator_code_from_file (const UdsImportFile *file,
                              gboolean            *is_certain)
{
  g_autofree char *stem = uds_import_file_get_stem (file);
  const char *id = g_str_has_prefix (stem, "indicator_") ? stem + strlen ("indicator_") : stem;
  gboolean certain = file->indicator != NULL || is_id (id);

  if (is_certain != NULL)
    *is_certain = certain;
  if (file->indicator != NULL)
    return g_strdup (file->indicator);
  return certain ? g_strdelimit (g_strdup (id), "-", '.') : g_utf8_make_valid (id, -1);
}
