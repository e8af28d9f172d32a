/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers the files of an import: one, those of a folder, or those of a repository by its layout. */
#include "uds-import.h"

#include "uds-error.h"

#include <glib/gi18n.h>

#define MAX_FILES 10000

static const char *const suffixes[] = { ".csv", ".tsv", ".txt", ".yml", ".yaml", ".md", ".px", ".json",
                                        ".vcf", ".vcard", NULL };

/**
 * uds_import_get_suffixes:
 *
 * Returns: (transfer none) (array zero-terminated=1): the endings of names of files that may be imported, with their
 *   points
 */
const char *const *
uds_import_get_suffixes (void)
{
  return suffixes;
}

/* What lies about in repositories beside the data. */
static gboolean
is_worth_reading (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (*name == '.' || g_str_has_prefix (lower, "readme"))
    return FALSE;
  for (guint i = 0; suffixes[i] != NULL; i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return TRUE;
  return FALSE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_folder (GFile   *folder,
             GError **error)
{
  g_autoptr (GFileEnumerator) enumerator =
      g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                 G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GFileInfo *info;

  if (enumerator == NULL)
    return NULL;

  for (;;)
    {
      if (!g_file_enumerator_iterate (enumerator, &info, NULL, NULL, error))
        return NULL;
      if (info == NULL)
        break;
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR && is_worth_reading (g_file_info_get_name (info)))
        g_ptr_array_add (names, g_strdup (g_file_info_get_name (info)));
    }
  g_ptr_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}

static void
add_refused (UdsImport    *self,
             GFile        *file,
             const GError *error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  UdsImportFile *refused = uds_import_file_new (name, NULL);

  uds_import_file_refuse (refused, error);
  g_ptr_array_add (uds_import_get_files (self), refused);
}

static void
add_folder (UdsImport *self,
            GFile     *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = list_folder (folder, &error);

  if (names == NULL)
    {
      add_refused (self, folder, error);
      return;
    }
  if (uds_import_get_files (self)->len + names->len > MAX_FILES)
    {
      g_set_error (&error, UDS_ERROR, UDS_ERROR_LIMIT, _("The folder has more than %d files"), MAX_FILES);
      add_refused (self, folder, error);
      return;
    }

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GFile) child = g_file_get_child (folder, g_ptr_array_index (names, i));

      g_ptr_array_add (uds_import_get_files (self), uds_import_file_load (child));
    }
}

/**
 * uds_import_add:
 * @self: an import
 * @file: a file; or a folder: an Open SDG repository, or one with files in it
 *
 * Reads the file, or of a repository the files of its data and metadata folders. What cannot be read becomes a
 * refused file that says why. Blocks.
 */
void
uds_import_add (UdsImport *self,
                GFile     *file)
{
  static const char *const folders[] = { "indicator-config", "meta", "csv-meta", "data" };
  gboolean repository = FALSE;

  g_return_if_fail (UDS_IS_IMPORT (self));

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_DIRECTORY)
    {
      g_ptr_array_add (uds_import_get_files (self), uds_import_file_load (file));
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autoptr (GFile) folder = g_file_get_child (file, folders[i]);

      if (g_file_query_file_type (folder, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_DIRECTORY)
        continue;
      add_folder (self, folder);
      repository = TRUE;
    }
  if (!repository)
    add_folder (self, file);
}

/**
 * uds_import_add_bytes:
 * @self: an import
 * @name: the name of a file
 * @bytes: its content
 */
void
uds_import_add_bytes (UdsImport  *self,
                      const char *name,
                      GBytes     *bytes)
{
  g_return_if_fail (UDS_IS_IMPORT (self));

  g_ptr_array_add (uds_import_get_files (self), uds_import_file_new (name, bytes));
}
