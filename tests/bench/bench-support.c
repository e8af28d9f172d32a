/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the benchmarks' databases and prints their figures. The rows are like an office's in length and spread: words
 * of which some are frequent and most are rare, dates over forty years. */
#include "bench-support.h"

#include "uds-uuid.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#define N_WORDS 20000

static void
check (sqlite3 *handle,
       int      code)
{
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
    g_error ("%s", sqlite3_errmsg (handle));
}

/* A connection beside the store's, with as much memory as one of those. */
sqlite3 *
bench_open (const char *path)
{
  sqlite3 *handle;

  check (NULL, sqlite3_open (path, &handle));
  bench_exec (handle, "PRAGMA cache_size = -8000; PRAGMA temp_store = MEMORY");
  return handle;
}

void
bench_exec (sqlite3    *handle,
            const char *sql)
{
  check (handle, sqlite3_exec (handle, sql, NULL, NULL, NULL));
}

/* The same number is always the same word: two to four syllables, so that beginnings are shared as in a language. */
char *
bench_make_word (guint number)
{
  static const char *const syllables[] = {
    "kli", "ma", "cy", "kel", "by", "bo", "lig", "van", "de", "ener", "gi", "tra", "fik", "sund", "hed", "sko",
    "le", "kul", "tur", "hav", "ne", "gron", "va", "ek", "sam", "ar", "bej", "pro", "jekt", "for", "in", "no",
  };
  GString *word = g_string_new (NULL);
  guint32 rest = number * 2654435761u;

  for (guint i = 0; i < 2 + number % 3; i++, rest /= 32)
    g_string_append (word, syllables[rest / 7 % G_N_ELEMENTS (syllables)]);
  g_string_append_printf (word, "%s", number % 5 == 0 ? "er" : "");
  return g_string_free (word, FALSE);
}

/* As in a language a few words make up most of what is written. */
static const char *
choose_word (char  **words,
             GRand  *random)
{
  double chance = g_rand_double (random);

  return words[(guint) (chance * chance * chance * chance * (N_WORDS - 1))];
}

static char *
choose_words (char  **words,
              GRand  *random,
              guint   n)
{
  GString *text = g_string_new (choose_word (words, random));

  for (guint i = 1; i < n; i++)
    g_string_append_printf (text, " %s", choose_word (words, random));
  return g_string_free (text, FALSE);
}

static void
bind (sqlite3_stmt *statement,
      int           index,
      const char   *text)
{
  sqlite3_bind_text (statement, index, text, -1, SQLITE_TRANSIENT);
}

static void
insert (sqlite3      *handle,
        sqlite3_stmt *statement)
{
  check (handle, sqlite3_step (statement));
  sqlite3_reset (statement);
}

/* Requests are entered about when they come: within two weeks. */
static char *
make_day (GRand *random,
          guint  number,
          guint  n)
{
  g_autoptr (GDateTime) first = g_date_time_new_utc (1986, 1, 1, 0, 0, 0);
  int day = (int) (40 * 365.25 * number / n) + g_rand_int_range (random, 0, 14);
  g_autoptr (GDateTime) date = g_date_time_add_days (first, day);

  return g_date_time_format (date, "%F");
}

static void
fill_requests (sqlite3 *handle,
               guint    n,
               char   **words)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (42);
  sqlite3_stmt *row, *document;

  check (handle, sqlite3_prepare_v2 (handle,
                                     "INSERT INTO request (id, version, subject, received, organisation, persons,"
                                     " contact_name) VALUES (?1, 1, ?2, ?3, ?4, ?5, ?6)",
                                     -1, &row, NULL));
  check (handle, sqlite3_prepare_v2 (handle,
                                     "INSERT INTO search_document (kind, record, title, body)"
                                     " VALUES ('request', ?1, ?2, ?3)",
                                     -1, &document, NULL));
  for (guint i = 0; i < n; i++)
    {
      char id[UDS_UUID_LENGTH + 1];
      g_autofree char *subject = choose_words (words, random, (guint) g_rand_int_range (random, 3, 9));
      g_autofree char *organisation = choose_words (words, random, 2);
      g_autofree char *contact = choose_words (words, random, 2);
      g_autofree char *body = g_strdup_printf ("%s\n%s", organisation, contact);
      g_autofree char *day = make_day (random, i, n);

      uds_uuid_make (id, G_GINT64_CONSTANT (1795478400000000) + (gint64) i * 100);
      bind (row, 1, id);
      bind (row, 2, subject);
      bind (row, 3, day);
      bind (row, 4, organisation);
      sqlite3_bind_int (row, 5, g_rand_int_range (random, 1, 60));
      bind (row, 6, contact);
      insert (handle, row);
      bind (document, 1, id);
      bind (document, 2, subject);
      bind (document, 3, body);
      insert (handle, document);
    }
  sqlite3_finalize (row);
  sqlite3_finalize (document);
}

static void
fill (const char *path,
      guint       n_requests,
      gboolean    searchable)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  sqlite3 *handle = bench_open (path);

  for (guint i = 0; i < N_WORDS; i++)
    g_ptr_array_add (words, bench_make_word (i));
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  bench_exec (handle, "PRAGMA synchronous = OFF; PRAGMA cache_size = -200000; BEGIN");
  fill_requests (handle, n_requests, (char **) words->pdata);
  if (searchable)
    bench_exec (handle, "INSERT INTO search (search) VALUES ('rebuild')");
  bench_exec (handle, "COMMIT; PRAGMA wal_checkpoint (TRUNCATE)");
  sqlite3_close (handle);
}

void
bench_database_init (BenchDatabase *self,
                     guint          n_requests,
                     gboolean       searchable)
{
  g_autoptr (UdsClock) clock = uds_clock_new ();
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("udsyn-bench-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "udsyn.db", NULL);
  self->store = uds_store_open (self->path, clock, &error);
  g_assert_no_error (error);
  if (n_requests > 0)
    fill (self->path, n_requests, searchable);
}

void
bench_database_clear (BenchDatabase *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  if (self->store != NULL)
    g_assert_finalize_object (g_steal_pointer (&self->store));
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

void
bench_wait_for_rows (GListModel *model,
                     guint       first,
                     guint       end)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = first; i < end; i++)
    g_ptr_array_add (rows, g_list_model_get_item (model, i));
  for (guint i = 0; i < rows->len; i++)
    while (uds_row_get_record (g_ptr_array_index (rows, i)) == NULL)
      g_main_context_iteration (NULL, TRUE);
}

void
bench_wait_for_all (UdsRowList *list)
{
  while (uds_row_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
}

#define FIRST_PAGE 30u

/* As a view is opened: the query, then the first page with its records. */
UdsRowList *
bench_open_list (BenchDatabase *database,
                 UdsQuery      *query,
                 UdsListGroups *groups,
                 GArray        *times)
{
  double start = bench_now ();
  UdsRowList *list = uds_row_list_new (database->store);
  GListModel *model = G_LIST_MODEL (list);

  uds_row_list_set_query (list, query, groups);
  while (g_list_model_get_n_items (model) == 0 && uds_row_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
  bench_wait_for_rows (model, 0, MIN (FIRST_PAGE, g_list_model_get_n_items (model)));
  start = bench_now () - start;
  g_array_append_val (times, start);
  return list;
}

static double
read_cpu_of_children (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

/* Milliseconds in which the sqlite3 shell makes a table and fills it from a file: the whole program. It reads, converts
 * and writes, and keeps a log as we do. @cpu is what it worked of them. */
double
bench_import_with_shell (const char *csv,
                         const char *table,
                         const char *schema,
                         double     *cpu)
{
  g_autofree char *import = g_strdup_printf (".import %s %s", csv, table);
  g_autofree char *path = g_strconcat (csv, ".db", NULL);
  const char *argv[] = { "sqlite3", "-csv", path, "PRAGMA journal_mode = WAL", schema, import, NULL };
  g_autoptr (GError) error = NULL;
  double start = bench_now ();
  int status;

  *cpu = read_cpu_of_children ();
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  start = bench_now () - start;
  *cpu = read_cpu_of_children () - *cpu;
  g_unlink (path);
  return start;
}

static double
read_clock (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

/* Milliseconds on the wall. */
double
bench_now (void)
{
  return read_clock (CLOCK_MONOTONIC);
}

/* Milliseconds of work by all threads: what a loaded machine does not change. */
double
bench_cpu (void)
{
  return read_clock (CLOCK_PROCESS_CPUTIME_ID);
}

/* Milliseconds of work by the calling thread. */
double
bench_cpu_of_thread (void)
{
  return read_clock (CLOCK_THREAD_CPUTIME_ID);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

double
bench_percentile (GArray *times,
                  double  percent)
{
  g_array_sort (times, compare);
  return g_array_index (times, double, (guint) (percent / 100 * (times->len - 1)));
}

void
bench_report (const char *what,
              const char *unit,
              double      ours,
              const char *anchor_name,
              double      anchor,
              double      aim)
{
  g_print ("%s: ours %.3g %s, %s %.3g %s, ratio %.2f (aim: at most %g)%s\n", what, ours, unit, anchor_name, anchor,
           unit, ours / anchor, aim, ours <= aim * anchor ? "" : " MISSED");
}

void
bench_report_aim (const char *what,
                  const char *unit,
                  double      ours,
                  double      aim)
{
  g_print ("%s: %.3g %s (aim: at most %g)%s\n", what, ours, unit, aim, ours <= aim ? "" : " MISSED");
}

void
bench_report_load (void)
{
  double load[1] = { 0 };

  getloadavg (load, 1);
  g_print ("SQLite %s, load %.1f%s\n", sqlite3_libversion (), load[0],
           load[0] > 1.5 ? ": too busy for figures to be quoted" : "");
}
