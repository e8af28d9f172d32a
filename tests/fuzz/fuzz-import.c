/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a file of an import. What kind of file it is, its name says, which each target is built with; and where
 * that does not do, the kind of its records. */
#include "uds-import.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static void
check (const UdsImportFile *file)
{
  guint n_reported = 0;

  g_assert_cmpuint (file->cells.read, ==, file->cells.imported + file->cells.reported);
  for (guint i = 0; i < file->problems->len; i++)
    {
      const UdsProblem *problem = g_ptr_array_index (file->problems, i);
      g_autofree char *reason = uds_problem_get_reason (problem);

      g_assert_true (g_utf8_validate (reason, -1, NULL));
      n_reported += !uds_problem_is_note (problem);
    }
  if (!file->refused)
    g_assert_cmpuint (n_reported, ==, file->cells.reported);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (UdsImport) import = uds_import_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autofree char *json = NULL;
  const UdsImportFile *file;

  uds_import_add_bytes (import, FUZZ_NAME, bytes);
  uds_import_set_repair (import, size % 2 == 1);
#ifdef FUZZ_KIND
  uds_import_set_kind (import, 0, uds_kind_lookup (FUZZ_KIND));
#endif
  uds_import_preview (import);
  file = g_ptr_array_index (uds_import_get_files (import), 0);
  check (file);
  json = uds_import_file_to_json (file, 0);
  return 0;
}
