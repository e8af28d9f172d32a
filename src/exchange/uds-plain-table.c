/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importer of tables that no other importer knows: with a column for the period and one for the value, as the API
 * of Statistics Denmark writes them, or with a column for each period. Where the headings do not say what the columns
 * are, the user does. */
#include "uds-category-private.h"
#include "uds-fold.h"
#include "uds-importer.h"
#include "uds-indicator-plan-private.h"
#include "uds-plain-table-private.h"
#include "uds-tidy-heading-private.h"
#include "uds-tidy-table-private.h"

#include <glib/gi18n.h>

static const struct {
  const char *heading; /* folded */
  UdsColumnRole role;
} headings[] = {
  { "year", UDS_COLUMN_ROLE_PERIOD },         { "ar", UDS_COLUMN_ROLE_PERIOD },
  { "period", UDS_COLUMN_ROLE_PERIOD },       { "periode", UDS_COLUMN_ROLE_PERIOD },
  { "time", UDS_COLUMN_ROLE_PERIOD },         { "tid", UDS_COLUMN_ROLE_PERIOD },
  { "quarter", UDS_COLUMN_ROLE_PERIOD },      { "kvartal", UDS_COLUMN_ROLE_PERIOD },
  { "month", UDS_COLUMN_ROLE_PERIOD },        { "maned", UDS_COLUMN_ROLE_PERIOD },
  { "value", UDS_COLUMN_ROLE_VALUE },         { "vaerdi", UDS_COLUMN_ROLE_VALUE },
  { "content", UDS_COLUMN_ROLE_VALUE },       { "contents", UDS_COLUMN_ROLE_VALUE },
  { "indhold", UDS_COLUMN_ROLE_VALUE },       { "series", UDS_COLUMN_ROLE_SERIES },
  { "serie", UDS_COLUMN_ROLE_SERIES },        { "unit", UDS_COLUMN_ROLE_UNIT },
  { "units", UDS_COLUMN_ROLE_UNIT },          { "enhed", UDS_COLUMN_ROLE_UNIT },
  { "quality", UDS_COLUMN_ROLE_STATUS },      { "kvalitet", UDS_COLUMN_ROLE_STATUS },
  { "status", UDS_COLUMN_ROLE_STATUS },       { "footnote", UDS_COLUMN_ROLE_COMMENT },
  { "fodnote", UDS_COLUMN_ROLE_COMMENT },     { "note", UDS_COLUMN_ROLE_COMMENT },
  { "comment", UDS_COLUMN_ROLE_COMMENT },     { "bemaerkning", UDS_COLUMN_ROLE_COMMENT },
};

/**
 * uds_plain_table_get_role:
 * @heading: the heading of a column
 *
 * Returns: what it says that the column is; a breakdown where it is no word for anything else
 */
UdsColumnRole
uds_plain_table_get_role (const char *heading)
{
  g_autofree char *folded = uds_fold (heading);

  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    if (g_str_equal (headings[i].heading, folded))
      return headings[i].role;
  return UDS_COLUMN_ROLE_BREAKDOWN;
}

static const UdsTidyDialect dialect = {
  .get_role = uds_plain_table_get_role,
  .is_total = uds_category_is_total,
  .wide = TRUE,
  .framed = TRUE,
  .has_parts = TRUE,
};

/* Whether the rows are as long as the heading, as hardly any text without a table is. */
static gboolean
looks_like_table (const UdsImportFile *file)
{
  g_auto (UdsTidyFrame) frame = { 0 };
  g_autoptr (UdsCsvReader) reader = uds_tidy_heading_open (file, &dialect, &frame, NULL);
  guint n_columns;

  if (reader == NULL)
    return FALSE;
  n_columns = uds_csv_reader_get_n_cells (reader);
  return n_columns > 1 && uds_csv_reader_next (reader, NULL) && uds_csv_reader_get_n_cells (reader) == n_columns;
}

static int
sniff (const UdsImportFile  *file,
       const char          **reason)
{
  if (uds_tidy_is_table (file, &dialect, reason))
    return 60;
  if (!uds_import_file_has_suffix (file, (const char *const[]) { ".csv", ".tsv", ".txt", NULL })
      || !looks_like_table (file))
    return 0;
  *reason = _("The file is a table");
  return 50;
}

static gpointer
preview (GPtrArray *files,
         gboolean   repair)
{
  return uds_tidy_tables_plan (files, &dialect, repair);
}

const UdsImporter uds_plain_table_importer = {
  .name = "table",
  .label = N_("Table"),
  .sniff = sniff,
  .preview = preview,
  .apply = uds_indicator_plans_save,
  .free = uds_indicator_plans_free,
  .has_plans = TRUE,
};
