/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Indicators as the folder that Open SDG is built from: data/indicator_11-6-2.csv, indicator-config/11-6-2.yml and
 * meta/11-6-2.yml, which sdg-build checks and import takes in again. */
#include "uds-export.h"

#include "uds-atomic-file.h"
#include "uds-error.h"
#include "uds-open-sdg-private.h"
#include "uds-yaml.h"

#include <glib/gi18n.h>
#include <string.h>

static void
file_free (gpointer data)
{
  UdsExportFile *file = data;

  g_free (file->path);
  g_bytes_unref (file->bytes);
  g_free (file);
}

static void
take_file (GPtrArray *files,
           char      *path,
           GBytes    *bytes)
{
  UdsExportFile *file = g_new (UdsExportFile, 1);

  *file = (UdsExportFile) { path, bytes };
  g_ptr_array_add (files, file);
}

static gboolean
is_harmless (char c)
{
  return (guchar) c >= ' ' && strchr ("/\\:*?\"<>|", c) == NULL;
}

/* "11-6-2" for "11.6.2": what file systems of all kinds take, and of two alike the second with a mark. The code itself
 * stands in the settings. */
static char *
make_name (const char *code,
           GHashTable *names)
{
  GString *name = g_string_new (NULL);

  for (const char *p = code; *p != '\0'; p++)
    g_string_append_c (name, is_harmless (*p) ? *p : '_');
  g_string_replace (name, ".", "-", 0);
  while (g_hash_table_contains (names, name->str))
    g_string_append_c (name, '_');
  g_hash_table_add (names, g_strdup (name->str));
  return g_string_free (name, FALSE);
}

/* The concepts of SDMX, "STAT_CONC_DEF", are metadata; all others settings. */
static gboolean
is_concept (const char *key)
{
  return g_ascii_isupper (*key) && strspn (key, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == strlen (key);
}

#define OF_METADATA "@meta"

/* "key@meta" is what import calls a setting that the file of metadata has too, and says otherwise. */
static void
add_setting (JsonObject *config,
             JsonObject *meta,
             JsonObject *settings,
             const char *key,
             JsonNode   *value)
{
  g_autofree char *base =
      g_str_has_suffix (key, OF_METADATA) ? g_strndup (key, strlen (key) - strlen (OF_METADATA)) : NULL;

  if (base != NULL && json_object_has_member (settings, base) && !is_concept (base))
    json_object_set_member (meta, base, json_node_copy (value));
  else
    json_object_set_member (is_concept (key) ? meta : config, key, json_node_copy (value));
}

static gboolean
add_yaml (GPtrArray   *files,
          const char  *folder,
          const char  *name,
          JsonObject  *settings,
          GError     **error)
{
  GBytes *bytes;

  if (json_object_get_size (settings) == 0)
    return TRUE;

  bytes = uds_yaml_write (settings, error);
  if (bytes == NULL)
    return FALSE;
  take_file (files, g_strdup_printf ("%s/%s.yml", folder, name), bytes);
  return TRUE;
}

static gboolean
add_settings (GPtrArray   *files,
              UdsSession  *session,
              UdsRecord   *indicator,
              const char  *name,
              GError     **error)
{
  g_autoptr (JsonObject) settings = uds_open_sdg_settings_new (session, indicator, error);
  g_autoptr (JsonObject) config = json_object_new ();
  g_autoptr (JsonObject) meta = json_object_new ();
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  if (settings == NULL)
    return FALSE;

  json_object_iter_init_ordered (&iter, settings);
  while (json_object_iter_next_ordered (&iter, &key, &value))
    add_setting (config, meta, settings, key, value);
  return add_yaml (files, "indicator-config", name, config, error) && add_yaml (files, "meta", name, meta, error);
}

static gboolean
add_indicator (GPtrArray   *files,
               GHashTable  *names,
               UdsSession  *session,
               UdsRecord   *indicator,
               GError     **error)
{
  g_autofree char *name = make_name (uds_record_get_text (indicator, "code"), names);
  GBytes *table = uds_export_open_sdg (session, uds_record_get_id (indicator), error);

  if (table == NULL)
    return FALSE;
  take_file (files, g_strdup_printf ("data/indicator_%s.csv", name), table);
  return add_settings (files, session, indicator, name, error);
}

/**
 * uds_export_open_sdg_files:
 * @session: a session
 * @query: which indicators
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type UdsExportFile): the files of a folder for Open SDG
 */
GPtrArray *
uds_export_open_sdg_files (UdsSession  *session,
                           UdsQuery    *query,
                           GError     **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (file_free);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) indicators = NULL;

  uds_query_set_long_text (query, TRUE);
  indicators = uds_session_list (session, query, error);
  if (indicators == NULL)
    return NULL;

  for (guint i = 0; i < indicators->len; i++)
    if (!add_indicator (files, names, session, g_ptr_array_index (indicators, i), error))
      return NULL;
  return g_steal_pointer (&files);
}

static gboolean
make_folder (GFile         *folder,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GError) reason = NULL;

  if (g_file_make_directory_with_parents (folder, cancellable, &reason)
      || g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return TRUE;

  g_set_error (error, UDS_ERROR, UDS_ERROR_IO, _("The folder “%s” cannot be made: %s"), g_file_peek_path (folder),
               reason->message);
  return FALSE;
}

/**
 * uds_export_write_files:
 * @files: (element-type UdsExportFile): files
 * @folder: where to; it and the folders in it are made where they are not there
 * @cancellable: (nullable): to give up
 * @error: what went wrong
 *
 * Writes them, each whole or not at all; other files in the folder are left alone. Any thread.
 *
 * Returns: %FALSE where one could not be written
 */
gboolean
uds_export_write_files (GPtrArray     *files,
                        GFile         *folder,
                        GCancellable  *cancellable,
                        GError       **error)
{
  for (guint i = 0; i < files->len; i++)
    {
      const UdsExportFile *file = g_ptr_array_index (files, i);
      g_autoptr (GFile) path = g_file_resolve_relative_path (folder, file->path);
      g_autoptr (GFile) parent = g_file_get_parent (path);

      if (!make_folder (parent, cancellable, error) || !uds_atomic_file_write (path, file->bytes, cancellable, error))
        return FALSE;
    }
  return TRUE;
}
