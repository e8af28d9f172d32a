/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What importers do whose files are one tidy table each, about one indicator: a preview of them all. */
#include "uds-description-private.h"
#include "uds-tidy-table-private.h"

static UdsIndicatorPlan *
make_plan (UdsImportFile *file)
{
  g_autofree char *code = uds_import_file_get_code (file, NULL);

  return uds_indicator_plan_new (&uds_description_terms, code, file);
}

/**
 * uds_tidy_tables_plan:
 * @files: (element-type UdsImportFile): files whose text is read
 * @dialect: how their columns may be named
 * @repair: whether the repairs proposed are accepted
 *
 * Returns: (transfer full) (element-type UdsIndicatorPlan): what is to be written; files that cannot be read are
 *   refused
 */
GPtrArray *
uds_tidy_tables_plan (GPtrArray            *files,
                      const UdsTidyDialect *dialect,
                      gboolean              repair)
{
  GPtrArray *plans = uds_indicator_plans_new ();

  for (guint i = 0; i < files->len; i++)
    {
      UdsImportFile *file = g_ptr_array_index (files, i);
      UdsIndicatorPlan *plan = make_plan (file);
      g_autoptr (GError) error = NULL;
      UdsIndicatorTable *table = uds_tidy_table_read (file, dialect, repair, plan->metadata, &error);

      if (table == NULL)
        {
          uds_tidy_table_refuse (file, dialect, error);
          uds_indicator_plan_free (plan);
          continue;
        }
      g_ptr_array_add (plan->tables, table);
      g_ptr_array_add (plans, plan);
    }
  return plans;
}
