/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of a million observations through the importer: read, checked, every cell counted, compared with what is
 * there, written with ids, history and search; against the sqlite3 shell putting the same file into a bare table. Then
 * the same file again, which changes nothing. */
#include "bench-support.h"

#include "uds-import.h"

#include <glib/gstdio.h>

#define N_SERIES 4000
#define N_YEARS 250
#define FIRST_YEAR 1775

#define BARE_TABLE "CREATE TABLE observation (year INTEGER, area TEXT, value REAL)"

/* The shell would take a heading for a row. */
static char *
write_file (const char *folder,
            const char *name,
            gboolean    heading)
{
  char *path = g_build_filename (folder, name, NULL);
  FILE *file = g_fopen (path, "w");

  if (heading)
    fputs ("Year,Area,Value\n", file);
  for (guint i = 0; i < N_SERIES; i++)
    for (guint j = 0; j < N_YEARS; j++)
      fprintf (file, "%u,Parish %u,%.4f\n", FIRST_YEAR + j, i, (i * 7919 + j * 104729) % 100003 / 16.0);
  fclose (file);
  return path;
}

typedef struct {
  double preview;
  double whole;
  double cpu;
} Times;

static Times
import (BenchDatabase *database,
        const char    *path,
        guint          n_created)
{
  g_autoptr (UdsImport) import = uds_import_new ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  const UdsImportFile *report;
  double start = bench_now ();
  Times times = { .cpu = bench_cpu () };

  uds_import_add (import, file);
  uds_import_preview (import);
  times.preview = bench_now () - start;
  uds_import_apply (import, database->store, &error);
  g_assert_no_error (error);
  times.whole = bench_now () - start;
  times.cpu = bench_cpu () - times.cpu;

  report = g_ptr_array_index (uds_import_get_files (import), 0);
  g_assert_cmpuint (report->cells.imported, ==, 3 * N_SERIES * N_YEARS);
  g_assert_cmpuint (report->records.created, ==, n_created);
  return times;
}

int
main (void)
{
  const guint n_records = N_SERIES * N_YEARS + N_SERIES + 1;
  g_autofree char *csv = NULL;
  g_autofree char *rows = NULL;
  BenchDatabase database;
  Times first, again;
  double bare, bare_cpu;

  bench_database_init (&database, 0, FALSE);
  csv = write_file (database.folder, "indicator_1-1-1.csv", TRUE);
  rows = write_file (database.folder, "rows.csv", FALSE);

  bare = bench_import_with_shell (rows, "observation", BARE_TABLE, &bare_cpu);
  first = import (&database, csv, n_records);
  again = import (&database, csv, 0);

  g_print ("%u records made in %.1f s (looking into the file %.1f s), CPU %.1f s; again in %.1f s, CPU %.1f s\n",
           n_records, first.whole / 1000, first.preview / 1000, first.cpu / 1000, again.whole / 1000,
           again.cpu / 1000);
  bench_report ("import of a million observations", "ms", first.whole, "shell, bare table", bare, 6);
  bench_report ("CPU of it", "ms", first.cpu, "shell, bare table", bare_cpu, 6);
  bench_report ("the same file again", "ms", again.whole, "shell, bare table", bare, 6);
  bench_report_load ();
  bench_database_clear (&database);
  return 0;
}
