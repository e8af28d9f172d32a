/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A million observations saved in one command, checked, with ids and history, against the sqlite3 shell reading the
 * same rows from a file into a bare table, and into a table with the same keys. */
#include "bench-support.h"

#include "uds-uuid.h"

#include <glib/gstdio.h>

#define N_ROWS 1000000
#define N_PERIODS 1000

typedef struct {
  GPtrArray *periods; /* of char * */
  UdsRecord *indicator;
} Rows;

static gboolean
save_series (UdsSession  *session,
             Rows        *rows,
             guint        number,
             char       **id,
             GError     **error)
{
  g_autofree char *name = g_strdup_printf ("Series %u", number);
  g_autoptr (UdsRecord) series = uds_record_new (uds_kind_lookup ("series"));

  uds_record_set_text (series, "indicator", uds_record_get_id (rows->indicator));
  uds_record_set_text (series, "name", name);
  if (!uds_session_save (session, series, error))
    return FALSE;
  *id = g_strdup (uds_record_get_id (series));
  return TRUE;
}

static gboolean
save_observation (UdsSession  *session,
                  const char  *series,
                  const char  *period,
                  double       value,
                  GError     **error)
{
  g_autoptr (UdsRecord) record = uds_record_new (uds_kind_lookup ("observation"));

  uds_record_set_text (record, "series", series);
  uds_record_set_text (record, "period", period);
  uds_record_set_real (record, "value", value);
  uds_record_set_text (record, "source", "Danmarks Statistik");
  return uds_session_save (session, record, error);
}

static double
make_value (guint series,
            guint period)
{
  return (series * 7919 + period * 104729) % 100003 / 16.0;
}

static gboolean
save_all (UdsSession  *session,
          gpointer     data,
          GError     **error)
{
  Rows *rows = data;

  if (!uds_session_save (session, rows->indicator, error))
    return FALSE;
  for (guint i = 0; i < N_ROWS / N_PERIODS; i++)
    {
      g_autofree char *series = NULL;

      if (!save_series (session, rows, i, &series, error))
        return FALSE;
      for (guint j = 0; j < N_PERIODS; j++)
        if (!save_observation (session, series, g_ptr_array_index (rows->periods, j), make_value (i, j), error))
          return FALSE;
    }
  return TRUE;
}

static void
write_file (const char *path,
            Rows       *rows)
{
  FILE *file = g_fopen (path, "w");

  for (guint i = 0; i < N_ROWS / N_PERIODS; i++)
    {
      char series[UDS_UUID_LENGTH + 1], id[UDS_UUID_LENGTH + 1];

      uds_uuid_make (series, 0);
      for (guint j = 0; j < N_PERIODS; j++)
        {
          uds_uuid_make (id, 0);
          fprintf (file, "%s,1,%s,%s,,%.17g,,,,Danmarks Statistik\n", id, series,
                   (const char *) g_ptr_array_index (rows->periods, j), make_value (i, j));
        }
    }
  fclose (file);
}

#define OTHER_COLUMNS \
  "version INTEGER NOT NULL, series TEXT NOT NULL, period TEXT NOT NULL, period_label TEXT, value REAL, quality TEXT," \
  " footnote TEXT, attributes TEXT, source TEXT"

#define BARE_TABLE "CREATE TABLE observation (id TEXT NOT NULL, " OTHER_COLUMNS ")"
#define KEYED_TABLE \
  "CREATE TABLE observation (id TEXT NOT NULL PRIMARY KEY, " OTHER_COLUMNS ") STRICT, WITHOUT ROWID;" \
  "CREATE UNIQUE INDEX observation_key ON observation (series, period)"

static GPtrArray *
make_periods (void)
{
  GPtrArray *periods = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < N_PERIODS; i++)
    g_ptr_array_add (periods, g_strdup_printf ("%d-%02d", 1940 + i / 12, 1 + i % 12));
  return periods;
}

int
main (void)
{
  g_autoptr (UdsRecord) indicator = uds_record_new (uds_kind_lookup ("indicator"));
  g_autoptr (GPtrArray) periods = make_periods ();
  Rows rows = { periods, indicator };
  g_autoptr (GError) error = NULL;
  g_autofree char *csv = NULL;
  BenchDatabase database;
  double bare, bare_cpu, keyed, keyed_cpu, start, cpu;

  bench_database_init (&database, 0, FALSE);
  csv = g_build_filename (database.folder, "rows.csv", NULL);
  write_file (csv, &rows);
  bare = bench_import_with_shell (csv, "observation", BARE_TABLE, &bare_cpu);
  keyed = bench_import_with_shell (csv, "observation", KEYED_TABLE, &keyed_cpu);

  uds_record_set_text (indicator, "code", "1.1");
  uds_record_set_text (indicator, "title_da", "Måling");
  start = bench_now ();
  cpu = bench_cpu ();
  uds_store_write (database.store, "Import", save_all, &rows, &error);
  g_assert_no_error (error);
  start = bench_now () - start;
  cpu = bench_cpu () - cpu;

  g_print ("%d observations saved in %.1f s, CPU %.1f s\n", N_ROWS, start / 1000, cpu / 1000);
  bench_report ("a million observations", "ms", start, "shell, bare table", bare, 6);
  bench_report ("a million observations", "ms", start, "shell, same keys", keyed, 6);
  bench_report ("CPU of it", "ms", cpu, "shell, bare table", bare_cpu, 6);
  bench_report ("CPU of it", "ms", cpu, "shell, same keys", keyed_cpu, 6);
  bench_report_load ();
  bench_database_clear (&database);
  return 0;
}
