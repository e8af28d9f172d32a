/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importer of JSON-stat: how one is recognised, and how the datasets in it become indicators. What a file holds
 * uds-json-stat-dataset.c reads. */
#include "uds-importer.h"

#include "uds-description-private.h"
#include "uds-format.h"
#include "uds-json-stat-private.h"

#include <glib/gi18n.h>
#include <string.h>

static guint
find_value (GHashTable *places,
            guint       place)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (places, GUINT_TO_POINTER (place)));
}

/* Gives each value its status. */
static void
join_statuses (UdsJsonStatDataset *dataset)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < dataset->statuses->len; i++)
    g_hash_table_insert (places, GUINT_TO_POINTER (g_array_index (dataset->statuses, UdsJsonStatStatus, i).place),
                         GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < dataset->cube->values->len; i++)
    {
      UdsCubeValue *value = &g_array_index (dataset->cube->values, UdsCubeValue, i);
      guint found = find_value (places, value->place);
      UdsJsonStatStatus *status = found > 0 ? &g_array_index (dataset->statuses, UdsJsonStatStatus, found - 1) : NULL;

      value->status = dataset->status;
      if (status == NULL || status->is_used)
        continue;
      value->status = status->text;
      value->counts_status = TRUE;
      status->is_used = TRUE;
    }
}

/* A status without a value says why there is none, and is then what stands there. */
static gboolean
add_lone_statuses (UdsJsonStatDataset  *dataset,
                   GError             **error)
{
  for (guint i = 0; i < dataset->statuses->len; i++)
    {
      const UdsJsonStatStatus *status = &g_array_index (dataset->statuses, UdsJsonStatStatus, i);
      UdsCubeValue value = { .place = status->place, .line = status->line, .text = status->text,
                             .status = status->text };

      if (!status->is_used && !uds_cube_add_value (dataset->cube, &value, error))
        return FALSE;
    }
  return TRUE;
}

static void
report_outside (UdsImportFile      *file,
                const UdsCubeValue *value)
{
  g_autofree char *number = value->has_value ? uds_format_machine (value->value) : NULL;

  uds_import_file_add_cell (file, value->line, 1, UDS_PROBLEM_OUTSIDE_TABLE, number != NULL ? number : value->text,
                            NULL, NULL);
  if (value->counts_status)
    uds_import_file_add_cell (file, value->line, 1, UDS_PROBLEM_OUTSIDE_TABLE, value->status, NULL, NULL);
}

static gboolean
drop_outside (UdsJsonStatDataset  *dataset,
              UdsImportFile       *file,
              guint                size,
              GError             **error)
{
  GArray *values = dataset->cube->values;
  guint n_kept = 0;

  for (guint i = 0; i < values->len; i++)
    {
      const UdsCubeValue *value = &g_array_index (values, UdsCubeValue, i);

      if (value->place < size)
        g_array_index (values, UdsCubeValue, n_kept++) = *value;
      else
        report_outside (file, value);
      if (!uds_import_file_check (file, error))
        return FALSE;
    }
  g_array_set_size (values, n_kept);
  return TRUE;
}

static gboolean
settle_dataset (UdsJsonStatDataset  *dataset,
                UdsImportFile       *file,
                GError             **error)
{
  guint size;

  if (!uds_json_stat_read_dimensions (dataset->cube, dataset->object, error)
      || !uds_cube_get_size (dataset->cube, &size, error))
    return FALSE;
  join_statuses (dataset);
  if (!add_lone_statuses (dataset, error) || !drop_outside (dataset, file, size, error))
    return FALSE;

  if (dataset->n_listed > 0 && dataset->n_listed < size)
    {
      g_autofree char *n_missing = g_strdup_printf ("%u", size - dataset->n_listed);

      uds_import_file_add_note (file, 0, 0, UDS_PROBLEM_VALUES_MISSING, NULL, n_missing);
    }
  uds_cube_settle (dataset->cube);
  return TRUE;
}

/* One table goes by the name of the file; of several each has a code of its own. */
static char *
make_code (UdsImportFile            *file,
           GPtrArray                *datasets,
           const UdsJsonStatDataset *dataset,
           guint                     number)
{
  g_autofree char *code = uds_import_file_get_code (file, NULL);

  if (datasets->len == 1)
    return g_steal_pointer (&code);
  if (dataset->name != NULL)
    return g_strdup_printf ("%s.%s", code, dataset->name);
  return g_strdup_printf ("%s.%u", code, number);
}

static gboolean
add_plan (UdsImportFile  *file,
          GPtrArray      *datasets,
          guint           place,
          GPtrArray      *plans,
          GError        **error)
{
  UdsJsonStatDataset *dataset = g_ptr_array_index (datasets, place);
  g_autofree char *code = make_code (file, datasets, dataset, place + 1);
  g_autoptr (UdsIndicatorPlan) plan = uds_indicator_plan_new (&uds_description_terms, code, file);
  UdsIndicatorTable *table;

  if (!settle_dataset (dataset, file, error))
    return FALSE;
  json_object_set_object_member (plan->metadata, "json-stat", json_object_ref (dataset->object));
  uds_json_stat_describe (plan->metadata, dataset->object, dataset->cube);
  table = uds_cube_to_table (dataset->cube, file, error);
  if (table == NULL)
    return FALSE;
  g_ptr_array_add (plan->tables, table);
  g_ptr_array_add (plans, g_steal_pointer (&plan));
  return TRUE;
}

/* What stands around the datasets is kept with the first. */
static void
keep_root (GPtrArray *plans,
           JsonNode  *root)
{
  UdsIndicatorPlan *first = g_ptr_array_index (plans, 0);

  if (JSON_NODE_HOLDS_OBJECT (root))
    json_object_set_member (first->metadata, "json-stat-root", json_node_copy (root));
}

static gboolean
read_datasets (UdsImportFile  *file,
               GPtrArray      *datasets,
               GPtrArray      *plans,
               GError        **error)
{
  g_autoptr (JsonNode) root = uds_json_stat_read (file, datasets, error);

  if (root == NULL)
    return FALSE;
  for (guint i = 0; i < datasets->len; i++)
    if (!add_plan (file, datasets, i, plans, error))
      return FALSE;
  keep_root (plans, root);
  return TRUE;
}

/* Refuses the file, but shows the dimensions of its tables, so that the user can say what they are. */
static void
refuse (UdsImportFile *file,
        GPtrArray     *datasets,
        const GError  *error)
{
  uds_import_file_refuse (file, error);
  for (guint i = 0; i < datasets->len; i++)
    uds_cube_list_columns (((UdsJsonStatDataset *) g_ptr_array_index (datasets, i))->cube, file);
}

static void
read_file (UdsImportFile *file,
           GPtrArray     *plans)
{
  g_autoptr (GPtrArray) datasets = g_ptr_array_new_with_free_func ((GDestroyNotify) uds_json_stat_dataset_free);
  g_autoptr (GPtrArray) own = uds_indicator_plans_new ();
  g_autoptr (GError) error = NULL;

  if (read_datasets (file, datasets, own, &error))
    g_ptr_array_extend_and_steal (plans, g_steal_pointer (&own));
  else
    refuse (file, datasets, error);
}

static int
sniff (const UdsImportFile  *file,
       const char          **reason)
{
  static const char *const suffixes[] = { ".json", NULL };
  gsize size;
  const char *data = g_bytes_get_data (file->text, &size);
  gsize start = 0;

  while (start < size && g_ascii_isspace (data[start]))
    start++;
  if (start < size && data[start] == '{' && memmem (data, size, "\"dimension\"", strlen ("\"dimension\"")) != NULL)
    {
      *reason = _("The file is a table in JSON-stat");
      return 90;
    }
  *reason = _("The file is JSON, but holds no table");
  return uds_import_file_has_suffix (file, suffixes) ? 20 : 0;
}

static gpointer
preview (GPtrArray *files,
         gboolean   repair)
{
  GPtrArray *plans = uds_indicator_plans_new ();

  for (guint i = 0; i < files->len; i++)
    read_file (g_ptr_array_index (files, i), plans);
  return plans;
}

const UdsImporter uds_json_stat_importer = {
  .name = "json-stat",
  .label = N_("JSON-stat table"),
  .sniff = sniff,
  .preview = preview,
  .apply = uds_indicator_plans_save,
  .free = uds_indicator_plans_free,
  .has_plans = TRUE,
};
