/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importer of Open SDG files: tells tables from metadata, and brings together the files about one indicator by
 * their names. */
#include "uds-importer.h"

#include "uds-error.h"
#include "uds-open-sdg-private.h"
#include "uds-tidy-table-private.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
has_name (const char        *name,
          const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      return TRUE;
  return FALSE;
}

/* A few names have a meaning, all others are breakdowns. */
static UdsColumnRole
get_role (const char *heading)
{
  static const char *const period[] = { "Year", NULL };
  static const char *const value[] = { "Value", NULL };
  static const char *const series[] = { "Series", NULL };
  static const char *const unit[] = { "Units", "Unit", "Unit measure", NULL };
  static const char *const status[] = { "Observation status", NULL };
  static const char *const attribute[] = { "Unit multiplier", "Progress", NULL };

  if (has_name (heading, period))
    return UDS_COLUMN_ROLE_PERIOD;
  if (has_name (heading, value))
    return UDS_COLUMN_ROLE_VALUE;
  if (has_name (heading, series))
    return UDS_COLUMN_ROLE_SERIES;
  if (has_name (heading, unit))
    return UDS_COLUMN_ROLE_UNIT;
  if (has_name (heading, status))
    return UDS_COLUMN_ROLE_STATUS;
  if (g_ascii_strncasecmp (heading, "COMMENT_OBS", strlen ("COMMENT_OBS")) == 0)
    return UDS_COLUMN_ROLE_COMMENT;
  return has_name (heading, attribute) ? UDS_COLUMN_ROLE_ATTRIBUTE : UDS_COLUMN_ROLE_BREAKDOWN;
}

static const UdsTidyDialect dialect = { .get_role = get_role, .is_format = TRUE };

static int
sniff (const UdsImportFile  *file,
       const char          **reason)
{
  const char *other;
  g_autofree char *stem = NULL;

  if (uds_tidy_is_table (file, &dialect, reason))
    {
      stem = uds_import_file_get_stem (file);
      return g_str_has_prefix (stem, "indicator_") ? 95 : 80;
    }
  if (uds_open_sdg_is_metadata (file, &other))
    {
      *reason = other;
      return 75;
    }
  if (!uds_import_file_has_suffix (file, (const char *const[]) { ".csv", ".tsv", ".txt", NULL }))
    *reason = other;
  return 0;
}

/* The indicator that a file is about: what its name says, or else what stands in it. Of files that we wrote, the names
 * always belong together. */
static char *
make_code (const UdsImportFile *file,
           JsonObject          *metadata)
{
  const char *number = NULL;
  gboolean from_name;
  g_autofree char *code = uds_import_file_get_code (file, &from_name);

  if (metadata != NULL && !from_name && uds_open_sdg_own_get (metadata) == NULL)
    number = json_object_get_string_member_with_default (metadata, "indicator_number", NULL);
  return number != NULL ? g_strstrip (g_strdup (number)) : g_steal_pointer (&code);
}

static UdsIndicatorPlan *
find_indicator (GPtrArray     *plan,
                GHashTable    *by_code,
                UdsImportFile *file,
                JsonObject    *metadata)
{
  g_autofree char *code = make_code (file, metadata);
  UdsIndicatorPlan *indicator = g_hash_table_lookup (by_code, code);

  if (indicator != NULL)
    return indicator;

  indicator = uds_indicator_plan_new (&uds_open_sdg_terms, code, file);
  g_ptr_array_add (plan, indicator);
  g_hash_table_insert (by_code, indicator->code, indicator);
  return indicator;
}

/* Keeps the settings with content. Where two files say different things under one name, the second is kept under a
 * name that says where it stands: "indicator_name@meta". */
static void
add_settings (JsonObject          *all,
              JsonObject          *settings,
              const UdsImportFile *file)
{
  g_autofree char *folder = g_path_get_dirname (file->name);
  g_autofree char *place = g_path_get_basename (folder);
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  json_object_iter_init (&iter, settings);
  while (json_object_iter_next (&iter, &key, &value))
    {
      JsonNode *other = json_object_get_member (all, key);
      g_autofree char *second = g_strconcat (key, "@", place, NULL);

      if (JSON_NODE_HOLDS_NULL (value))
        continue;
      json_object_set_member (all, other == NULL || json_node_equal (other, value) ? key : second,
                              json_node_copy (value));
    }
}

static void
preview_table (GPtrArray     *plan,
               GHashTable    *by_code,
               UdsImportFile *file,
               gboolean       repair)
{
  g_autoptr (GError) error = NULL;
  UdsIndicatorTable *table = uds_tidy_table_read (file, &dialect, repair, NULL, &error);
  UdsIndicatorPlan *indicator;

  if (table == NULL)
    {
      uds_tidy_table_refuse (file, &dialect, error);
      return;
    }
  indicator = find_indicator (plan, by_code, file, NULL);
  g_ptr_array_add (indicator->tables, table);
}

static void
preview_metadata (GPtrArray     *plan,
                  GHashTable    *by_code,
                  UdsImportFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) settings = uds_open_sdg_metadata_read (file, &error);

  if (settings == NULL)
    {
      uds_import_file_refuse (file, error);
      return;
    }
  uds_open_sdg_note_settings (file, settings);
  add_settings (find_indicator (plan, by_code, file, settings)->metadata, settings, file);
}

/* A code that is no name of a file stands in the settings that we write. */
static void
take_codes (GPtrArray *plan)
{
  for (guint i = 0; i < plan->len; i++)
    {
      UdsIndicatorPlan *indicator = g_ptr_array_index (plan, i);
      JsonObject *own = uds_open_sdg_own_get (indicator->metadata);
      const char *code = own != NULL ? uds_open_sdg_own_get_text (own, "code") : NULL;

      if (code != NULL)
        g_set_str (&indicator->code, code);
    }
}

static gpointer
preview (GPtrArray *files,
         gboolean   repair)
{
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *plan = uds_indicator_plans_new ();

  for (guint i = 0; i < files->len; i++)
    {
      UdsImportFile *file = g_ptr_array_index (files, i);
      const char *reason;

      if (uds_tidy_is_table (file, &dialect, &reason))
        preview_table (plan, by_code, file, repair);
      else
        preview_metadata (plan, by_code, file);
    }
  take_codes (plan);
  return plan;
}

const UdsImporter uds_open_sdg_importer = {
  .name = "open-sdg",
  .label = N_("Open SDG"),
  .sniff = sniff,
  .preview = preview,
  .apply = uds_indicator_plans_save,
  .free = uds_indicator_plans_free,
  .has_plans = TRUE,
};
