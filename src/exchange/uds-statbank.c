/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importer of what the API of Statistics Denmark writes: a column for each variable under its own name, TID or
 * TIME, and INDHOLD or CONTENT. Its matrices are uds-statbank-matrix.c's, tables with a column for each year
 * uds-plain-table.c's. */
#include "uds-category-private.h"
#include "uds-fold.h"
#include "uds-importer.h"
#include "uds-indicator-plan-private.h"
#include "uds-tidy-table-private.h"
#include "uds-value-cell-private.h"

#include <glib/gi18n.h>

/* All other variables are breakdowns, whatever their names mean elsewhere: a STATUS is one of people. */
static UdsColumnRole
get_role (const char *heading)
{
  static const char *const period[] = { "tid", "time", NULL };
  static const char *const value[] = { "indhold", "content", "contents", NULL };
  static const char *const unit[] = { "enhed", "unit", NULL };
  g_autofree char *folded = uds_fold (heading);

  if (g_strv_contains (period, folded))
    return UDS_COLUMN_ROLE_PERIOD;
  if (g_strv_contains (value, folded))
    return UDS_COLUMN_ROLE_VALUE;
  return g_strv_contains (unit, folded) ? UDS_COLUMN_ROLE_UNIT : UDS_COLUMN_ROLE_BREAKDOWN;
}

/* A figure without a star is final: one that was provisional must not stay so. */
static const UdsTidyDialect dialect = {
  .get_role = get_role,
  .is_total = uds_category_is_total,
  .quality = "measured",
  .nil = UDS_VALUE_CELL_NIL,
  .has_parts = TRUE,
  .is_format = TRUE,
};

static int
sniff (const UdsImportFile  *file,
       const char          **reason)
{
  if (uds_tidy_is_table (file, &dialect, reason))
    {
      *reason = _("The first row has the headings of Statistics Denmark");
      return 90;
    }
  return 0;
}

static gpointer
preview (GPtrArray *files,
         gboolean   repair)
{
  return uds_tidy_tables_plan (files, &dialect, repair);
}

const UdsImporter uds_statbank_importer = {
  .name = "statbank",
  .label = N_("StatBank Denmark"),
  .sniff = sniff,
  .preview = preview,
  .apply = uds_indicator_plans_save,
  .free = uds_indicator_plans_free,
  .has_plans = TRUE,
};
