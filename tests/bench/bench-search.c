/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search among a million documents, key by key, against the same hits by bare SQL on a warm statement and against
 * ranking all hits. All in this process, in turn. */
#include "bench-support.h"

#include "uds-fold.h"

#include <string.h>

#define N_DOCUMENTS 1000000
#define N_HITS 50
#define N_TYPED 25

/* What ours does at best: the newest thousand ranked, joined to their rows. */
#define NEWEST_RANKED \
  "SELECT request.* FROM (SELECT rowid AS document, bm25 (search, 10.0, 1.0) AS score FROM search" \
  " WHERE search MATCH ?1 ORDER BY rowid DESC LIMIT 1000)" \
  " JOIN search_document ON search_document.id = document JOIN request ON request.id = record" \
  " ORDER BY score LIMIT 50"

#define ALL_RANKED \
  "SELECT request.* FROM (SELECT rowid AS document FROM search WHERE search MATCH ?1 ORDER BY rank LIMIT 50)" \
  " JOIN search_document ON search_document.id = document JOIN request ON request.id = record"

typedef struct {
  const char *name;
  gsize most; /* letters of the last word */
  double aim;
  GArray *ours;
  GArray *cpu;
  GArray *newest;
  GArray *all;
} Group;

static gpointer
search (UdsSession  *session,
        gpointer     data,
        GError     **error)
{
  return uds_session_search (session, data, NULL, N_HITS, error);
}

static void
add (GArray *times,
     double  time)
{
  g_array_append_val (times, time);
}

static guint
search_with_ours (BenchDatabase *database,
                  char          *text,
                  Group         *group)
{
  g_autoptr (GError) error = NULL;
  double cpu = bench_cpu (), start = bench_now ();
  g_autoptr (GPtrArray) hits = uds_store_read (database->store, search, text, &error);

  g_assert_no_error (error);
  add (group->ours, bench_now () - start);
  add (group->cpu, bench_cpu () - cpu);
  return hits->len;
}

static char *
make_expression (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 0);
  GString *expression = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (expression, "\"%s\"* ", words[i]);
  return g_string_free (expression, FALSE);
}

static guint
search_bare (sqlite3_stmt *statement,
             const char   *text,
             GArray       *times)
{
  g_autofree char *expression = make_expression (text);
  double start = bench_now ();
  guint n_hits = 0;

  sqlite3_bind_text (statement, 1, expression, -1, SQLITE_STATIC);
  for (; sqlite3_step (statement) == SQLITE_ROW; n_hits++)
    for (int column = 0; column < sqlite3_column_count (statement); column++)
      sqlite3_column_text (statement, column);
  sqlite3_reset (statement);
  add (times, bench_now () - start);
  return n_hits;
}

static Group *
find_group (Group *groups,
            gsize  n_letters)
{
  for (Group *group = groups;; group++)
    if (n_letters <= group->most)
      return group;
}

/* One or two words as a user types them, letter by letter. */
static void
type (BenchDatabase *database,
      sqlite3_stmt  *newest,
      sqlite3_stmt  *all,
      Group         *groups,
      guint          number)
{
  g_autofree char *first = bench_make_word (number * number * 3 + 1);
  g_autofree char *second = bench_make_word (number * 7 + 2);
  g_autofree char *words = number % 3 == 0 ? g_strconcat (first, " ", second, NULL) : g_strdup (first);
  g_autofree char *typed = uds_fold (words);

  for (gsize length = 1; length <= strlen (typed); length++)
    {
      g_autofree char *text = g_strndup (typed, length);
      const char *last_word = strrchr (text, ' ');
      gsize n_letters = last_word != NULL ? strlen (last_word + 1) : length;
      Group *group = find_group (groups, n_letters);
      guint n_hits;

      if (n_letters == 0)
        continue;
      n_hits = search_with_ours (database, text, group);
      g_assert_cmpuint (search_bare (newest, text, group->newest), ==, n_hits);
      if (number < 5)
        search_bare (all, text, group->all);
    }
}

static void
report (Group *group)
{
  g_autofree char *median = g_strdup_printf ("search, %s, p50", group->name);
  g_autofree char *late = g_strdup_printf ("search, %s, p95", group->name);
  double ours = bench_percentile (group->ours, 50);

  g_print ("%s: %u keystrokes, CPU p50/p95/max %.2f/%.2f/%.2f ms\n", group->name, group->cpu->len,
           bench_percentile (group->cpu, 50), bench_percentile (group->cpu, 95), bench_percentile (group->cpu, 100));
  bench_report (median, "ms", ours, "bare SQL", bench_percentile (group->newest, 50), 1.5);
  bench_report (median, "ms", ours, "all ranked", bench_percentile (group->all, 50), 0.1);
  bench_report_aim (late, "ms", bench_percentile (group->ours, 95), group->aim);
}

int
main (void)
{
  Group groups[] = {
    { "1 letter", 1, 30 },
    { "2 letters", 2, 16 },
    { "3 letters or more", G_MAXSIZE, 16 },
  };
  BenchDatabase database;
  sqlite3 *handle;
  sqlite3_stmt *newest, *all;

  bench_database_init (&database, N_DOCUMENTS, TRUE);
  handle = bench_open (database.path);
  sqlite3_prepare_v2 (handle, NEWEST_RANKED, -1, &newest, NULL);
  sqlite3_prepare_v2 (handle, ALL_RANKED, -1, &all, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    for (GArray **times = &groups[i].ours; times <= &groups[i].all; times++)
      *times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_TYPED; i++)
    type (&database, newest, all, groups, i);
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      report (&groups[i]);
      for (GArray **times = &groups[i].ours; times <= &groups[i].all; times++)
        g_array_unref (*times);
    }
  bench_report_load ();

  sqlite3_finalize (newest);
  sqlite3_finalize (all);
  sqlite3_close (handle);
  bench_database_clear (&database);
  return 0;
}
