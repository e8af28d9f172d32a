/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of a million rows against one of a hundred: the time to its first rows, a page of scrolling, and the whole
 * order against a bare scan of the ids. */
#include "bench-support.h"

#define N_ROWS 1000000
#define N_FEW 100
#define N_ROUNDS 21
#define PAGE 30

static void
scroll (UdsRowList *list,
        guint       page,
        GArray     *times)
{
  GListModel *model = G_LIST_MODEL (list);
  guint n_rows = g_list_model_get_n_items (model);
  guint first = (guint) ((guint64) page * 104729 * PAGE % (n_rows - PAGE));
  double start = bench_now ();

  bench_wait_for_rows (model, first, first + PAGE);
  start = bench_now () - start;
  g_array_append_val (times, start);
}

/* The longest time that the main loop was kept busy: with one million rows nothing may take a frame. */
static double
measure_longest_step (BenchDatabase *database)
{
  g_autoptr (UdsRowList) list = uds_row_list_new (database->store);
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("request"));
  double longest = 0;

  uds_query_order_by (query, "subject", FALSE, NULL);
  uds_row_list_set_query (list, query, NULL);
  while (uds_row_list_is_loading (list))
    {
      double start = bench_cpu_of_thread ();

      g_main_context_iteration (NULL, TRUE);
      longest = MAX (longest, bench_cpu_of_thread () - start);
    }
  return longest;
}

/* Reads each id, and does nothing with it. */
static double
scan_bare (sqlite3 *handle)
{
  double start = bench_now ();
  sqlite3_stmt *statement;

  sqlite3_prepare_v2 (handle, "SELECT id FROM request ORDER BY received DESC NULLS LAST, id", -1, &statement, NULL);
  while (sqlite3_step (statement) == SQLITE_ROW)
    sqlite3_column_text (statement, 0);
  sqlite3_finalize (statement);
  return bench_now () - start;
}

int
main (void)
{
  g_autoptr (GArray) many = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) few = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) bare = g_array_new (FALSE, FALSE, sizeof (double));
  BenchDatabase databases[2];
  sqlite3 *handle;

  bench_database_init (&databases[0], N_ROWS, FALSE);
  bench_database_init (&databases[1], N_FEW, FALSE);
  handle = bench_open (databases[0].path);

  for (int round = 0; round < N_ROUNDS; round++)
    for (int which = 0; which < 2; which++)
      {
        double start = bench_now ();
        g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("request"));
        g_autoptr (UdsRowList) list = bench_open_list (&databases[which], query, NULL, which == 0 ? many : few);

        bench_wait_for_all (list);
        if (which != 0 || round >= 5)
          continue;
        start = bench_now () - start;
        g_array_append_val (all, start);
        start = scan_bare (handle);
        g_array_append_val (bare, start);
        for (guint page = 1; page <= 40; page++)
          scroll (list, page, pages);
      }

  bench_report ("first rows of a million", "ms", bench_percentile (many, 50), "of a hundred",
                bench_percentile (few, 50), 1.25);
  bench_report ("all ids of a million", "ms", bench_percentile (all, 50), "bare scan", bench_percentile (bare, 50),
                1.5);
  bench_report_aim ("a page anywhere, p95", "ms", bench_percentile (pages, 95), 16);
  bench_report_aim ("the longest step of the main loop", "ms", measure_longest_step (&databases[0]), 16);
  bench_report_load ();

  sqlite3_close (handle);
  bench_database_clear (&databases[0]);
  bench_database_clear (&databases[1]);
  return 0;
}
