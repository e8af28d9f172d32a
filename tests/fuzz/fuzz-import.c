/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a file of an import: the first says which kind of file and as what, the rest is what is in it. */
#include "uds-import.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static void
check (const UdsImportFile *file)
{
  g_assert_cmpuint (file->cells.read, ==, file->cells.imported + file->cells.reported);
  for (guint i = 0; i < file->problems->len; i++)
    {
      g_autofree char *reason = uds_problem_get_reason (g_ptr_array_index (file->problems, i));

      g_assert_true (g_utf8_validate (reason, -1, NULL));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static const char *const names[] = { "indicator_1-1-1.csv", "1-1-1.yml", "1-1-1.md", "csv-meta/1-1-1.csv" };
  g_autoptr (UdsImport) import = uds_import_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *json = NULL;

  if (size == 0)
    return 0;

  bytes = g_bytes_new (data + 1, size - 1);
  uds_import_add_bytes (import, names[data[0] % G_N_ELEMENTS (names)], bytes);
  uds_import_set_repair (import, (data[0] & 0x80) != 0);
  if (data[0] & 0x40)
    uds_import_set_kind (import, 0, uds_kind_lookup (data[0] & 0x20 ? "indicator" : "organisation"));
  uds_import_preview (import);
  check (g_ptr_array_index (uds_import_get_files (import), 0));
  json = uds_import_file_to_json (g_ptr_array_index (uds_import_get_files (import), 0), 0);
  return 0;
}
