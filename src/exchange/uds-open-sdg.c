/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importer of Open SDG files: tells tables from metadata, and brings together the files about one indicator by
 * their names. */
#include "uds-importer.h"

#include "uds-error.h"
#include "uds-open-sdg-private.h"

#include <glib/gi18n.h>
#include <string.h>

static void
indicator_free (gpointer data)
{
  UdsOpenSdgIndicator *indicator = data;

  g_free (indicator->code);
  json_object_unref (indicator->metadata);
  g_ptr_array_unref (indicator->tables);
  g_free (indicator);
}

static int
sniff (const UdsImportFile  *file,
       const char          **reason)
{
  const char *other;
  g_autofree char *stem = NULL;

  if (uds_open_sdg_is_table (file, reason))
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

/* The indicator that a file is about, from its name; a name that is no id stands for itself. */
static char *
make_code (const UdsImportFile *file,
           JsonObject          *metadata)
{
  g_autofree char *stem = uds_import_file_get_stem (file);
  const char *id = g_str_has_prefix (stem, "indicator_") ? stem + strlen ("indicator_") : stem;
  const char *number = NULL;

  if (is_id (id))
    return g_strdelimit (g_strdup (id), "-", '.');
  if (metadata != NULL)
    number = json_object_get_string_member_with_default (metadata, "indicator_number", NULL);
  if (number != NULL)
    return g_strstrip (g_strdup (number));
  return g_utf8_make_valid (id, -1);
}

static UdsOpenSdgIndicator *
find_indicator (GPtrArray     *plan,
                GHashTable    *by_code,
                UdsImportFile *file,
                JsonObject    *metadata)
{
  g_autofree char *code = make_code (file, metadata);
  UdsOpenSdgIndicator *indicator = g_hash_table_lookup (by_code, code);

  if (indicator != NULL)
    return indicator;

  indicator = g_new0 (UdsOpenSdgIndicator, 1);
  indicator->code = g_steal_pointer (&code);
  indicator->file = file;
  indicator->metadata = json_object_new ();
  indicator->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) uds_open_sdg_table_free);
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
  UdsOpenSdgTable *table = uds_open_sdg_table_read (file, repair, &error);
  UdsOpenSdgIndicator *indicator;

  if (table == NULL)
    {
      uds_import_file_refuse (file, error);
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

static gpointer
preview (GPtrArray *files,
         gboolean   repair)
{
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *plan = g_ptr_array_new_with_free_func (indicator_free);

  for (guint i = 0; i < files->len; i++)
    {
      UdsImportFile *file = g_ptr_array_index (files, i);
      const char *reason;

      if (uds_open_sdg_is_table (file, &reason))
        preview_table (plan, by_code, file, repair);
      else
        preview_metadata (plan, by_code, file);
    }
  return plan;
}

static gboolean
apply (gpointer     plan,
       UdsSession  *session,
       GError     **error)
{
  GPtrArray *indicators = plan;

  for (guint i = 0; i < indicators->len; i++)
    if (!uds_open_sdg_indicator_save (g_ptr_array_index (indicators, i), session, error))
      return FALSE;
  return TRUE;
}

static void
free_plan (gpointer plan)
{
  g_ptr_array_unref (plan);
}

const UdsImporter uds_open_sdg_importer = {
  .name = "open-sdg",
  .label = N_("Open SDG"),
  .sniff = sniff,
  .preview = preview,
  .apply = apply,
  .free = free_plan,
};
