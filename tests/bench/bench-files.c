/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files as offices have them through the importer: the largest of the city repositories, 18,000 rows, and a whole
 * repository of 165 files with 175,000 rows, previewed and applied in one command; against the sqlite3 shell putting
 * the same rows into a bare table. What a million rows in one file take is bench-import.c's. */
#include "bench-support.h"

#include "uds-import.h"

#include <glib/gstdio.h>

#define FIRST_YEAR 2000
#define N_ROUNDS 5

#define BARE_TABLE "CREATE TABLE observation (year INTEGER, area TEXT, value REAL)"

typedef struct {
  const char *name;
  guint n_files;
  guint n_series; /* in each file, after its headline */
  guint n_years;
  double aim; /* in milliseconds */
} Repository;

static const Repository repositories[] = {
  { "a file of 18,000 rows", 1, 899, 20, 1000 },
  { "165 files with 175,000 rows", 165, 52, 20, 10000 },
};

static void
write_rows (FILE             *file,
            const Repository *repository,
            guint             number)
{
  for (guint i = 0; i <= repository->n_series; i++)
    for (guint j = 0; j < repository->n_years; j++)
      {
        g_autofree char *area = i > 0 ? g_strdup_printf ("District %u", i) : g_strdup ("");

        fprintf (file, "%u,%s,%.3f\n", FIRST_YEAR + j, area, (number * 31 + i * 7919 + j * 104729) % 100003 / 16.0);
      }
}

static void
write_file (const char       *path,
            const char       *heading,
            const Repository *repository,
            guint             first,
            guint             n_files)
{
  FILE *file = g_fopen (path, "w");

  fputs (heading, file);
  for (guint i = 0; i < n_files; i++)
    write_rows (file, repository, first + i);
  fclose (file);
}

/* As a repository is laid out: data/indicator_1-1-1.csv and so on. The shell would take headings for rows. */
static char *
write_repository (const char       *folder,
                  const Repository *repository,
                  char            **rows)
{
  char *data = g_build_filename (folder, "data", NULL);

  g_mkdir (data, 0700);
  for (guint i = 0; i < repository->n_files; i++)
    {
      g_autofree char *name = g_strdup_printf ("indicator_%u-%u-1.csv", i / 10 + 1, i % 10 + 1);
      g_autofree char *path = g_build_filename (data, name, NULL);

      write_file (path, "Year,District,Value\n", repository, i, 1);
    }

  *rows = g_build_filename (folder, "rows.csv", NULL);
  write_file (*rows, "", repository, 0, repository->n_files);
  return data;
}

static void
remove_repository (const char       *data,
                   const Repository *repository)
{
  for (guint i = 0; i < repository->n_files; i++)
    {
      g_autofree char *name = g_strdup_printf ("indicator_%u-%u-1.csv", i / 10 + 1, i % 10 + 1);
      g_autofree char *path = g_build_filename (data, name, NULL);

      g_unlink (path);
    }
  g_rmdir (data);
}

static double
import (BenchDatabase    *database,
        const char       *data,
        const Repository *repository)
{
  const guint n_rows = repository->n_files * (repository->n_series + 1) * repository->n_years;
  g_autoptr (UdsImport) import = uds_import_new ();
  g_autoptr (GFile) folder = g_file_new_for_path (data);
  g_autoptr (GError) error = NULL;
  GPtrArray *files;
  guint n_created = 0;
  double start = bench_now ();

  uds_import_add (import, folder);
  uds_import_preview (import);
  uds_import_apply (import, database->store, &error);
  start = bench_now () - start;
  g_assert_no_error (error);

  files = uds_import_get_files (import);
  g_assert_cmpuint (files->len, ==, repository->n_files);
  for (guint i = 0; i < files->len; i++)
    n_created += ((const UdsImportFile *) g_ptr_array_index (files, i))->records.created;
  g_assert_cmpuint (n_created, >=, n_rows);
  return start;
}

static void
measure (const Repository *repository)
{
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) bare = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autofree char *rows = NULL;
      g_autofree char *data = NULL;
      BenchDatabase database;
      double time, cpu;

      bench_database_init (&database, 0, FALSE);
      data = write_repository (database.folder, repository, &rows);
      time = bench_import_with_shell (rows, "observation", BARE_TABLE, &cpu);
      g_array_append_val (bare, time);
      time = import (&database, data, repository);
      g_array_append_val (ours, time);
      remove_repository (data, repository);
      g_unlink (rows);
      bench_database_clear (&database);
    }

  bench_report_aim (repository->name, "ms", bench_percentile (ours, 50), repository->aim);
  g_print ("the shell, into a bare table: %.3g ms, ratio %.1f\n", bench_percentile (bare, 50),
           bench_percentile (ours, 50) / bench_percentile (bare, 50));
}

int
main (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (repositories); i++)
    measure (&repositories[i]);
  bench_report_load ();
  return 0;
}
