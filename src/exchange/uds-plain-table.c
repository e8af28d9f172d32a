/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importer of tables that no other importer knows: with a column for the period and one for the value, as the API
 * of Statistics Denmark writes them, or with a column for each period. Where the headings do not say what the columns
 * are, the user does. */
#include "uds-description-private.h"
#include "uds-error.h"
#include "uds-fold.h"
#include "uds-importer.h"
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

static UdsColumnRole
get_role (const char *heading)
{
  g_autofree char *folded = uds_fold (heading);

  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    if (g_str_equal (headings[i].heading, folded))
      return headings[i].role;
  return UDS_COLUMN_ROLE_BREAKDOWN;
}

static gboolean
is_total (const char *category)
{
  static const char *const totals[] = { "total", "i alt", "ialt", "alle", "all", NULL };
  g_autofree char *folded = uds_fold (category);

  return g_strv_contains (totals, folded);
}

static const UdsTidyDialect dialect = { .get_role = get_role, .is_total = is_total, .wide = TRUE };

/* Whether the rows are as long as the heading, as hardly any text without a table is. */
static gboolean
looks_like_table (const UdsImportFile *file)
{
  char separator = file->separator_given ? file->separator : uds_csv_detect_separator (file->text);
  g_autoptr (UdsCsvReader) reader = uds_csv_reader_new (file->text, separator);
  guint n_columns;

  if (!uds_csv_reader_next (reader, NULL))
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

static UdsIndicatorPlan *
make_plan (UdsImportFile *file)
{
  g_autofree char *code = uds_import_file_get_code (file, NULL);

  return uds_indicator_plan_new (&uds_description_terms, code, file);
}

static gpointer
preview (GPtrArray *files,
         gboolean   repair)
{
  GPtrArray *plans = uds_indicator_plans_new ();

  for (guint i = 0; i < files->len; i++)
    {
      UdsImportFile *file = g_ptr_array_index (files, i);
      g_autoptr (GError) error = NULL;
      UdsIndicatorTable *table = uds_tidy_table_read (file, &dialect, repair, &error);
      UdsIndicatorPlan *plan;

      if (table == NULL)
        {
          uds_tidy_table_refuse (file, &dialect, error);
          continue;
        }
      plan = make_plan (file);
      g_ptr_array_add (plan->tables, table);
      g_ptr_array_add (plans, plan);
    }
  return plans;
}

const UdsImporter uds_plain_table_importer = {
  .name = "table",
  .label = N_("Table"),
  .sniff = sniff,
  .preview = preview,
  .apply = uds_indicator_plans_save,
  .free = uds_indicator_plans_free,
};
