/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be written of several indicators. Writing one of them is uds-indicator-save.c's. */
#include "uds-indicator-plan-private.h"

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
