/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the hits of a search. What goes into the index is uds-search.c's, how well a text fits is
 * uds-search-rank.c's. */
#include "uds-session-private.h"

#include "uds-search-private.h"

/* How many of the newest hits are ranked: enough to fill any list, few enough for a keystroke among a million. */
#define RANKED_HITS 1000

/* Of how many of the best the kind is looked up: rows all over a large file cost more than to rank them. */
#define SORTED_HITS 250

#define SEARCH(newest) \
  "WITH \"newest\" AS (SELECT \"search\".rowid AS \"id\", uds_rank (\"search\") AS \"score\"" \
  " FROM " newest " ORDER BY \"search\".rowid DESC LIMIT $2)," \
  " \"best\" AS (SELECT \"id\", \"score\" FROM \"newest\" ORDER BY \"score\", \"id\" DESC LIMIT $3)" \
  "SELECT \"kind\", \"record\", \"score\" FROM \"best\" JOIN \"search_document\" USING (\"id\")" \
  " ORDER BY \"score\", \"id\" DESC"

#define SEARCH_ALL SEARCH ("\"search\" WHERE \"search\" MATCH $1")
#define SEARCH_KIND \
  SEARCH ("\"search\" JOIN \"search_document\" AS \"document\" ON \"document\".\"id\" = \"search\".rowid" \
          " WHERE \"search\" MATCH $1 AND \"document\".\"kind\" = $4")

typedef struct {
  const UdsKind *kind;
  char *record;
  double rank;
} Found;

static void
clear_found (gpointer data)
{
  g_free (((Found *) data)->record);
}

/**
 * uds_hit_free:
 * @hit: (transfer full): a hit
 */
void
uds_hit_free (UdsHit *hit)
{
  g_object_unref (hit->record);
  g_free (hit);
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  double one = ((const Found *) a)->rank, other = ((const Found *) b)->rank;

  return (one > other) - (one < other);
}

static void
add_found (sqlite3_stmt *statement,
           GArray       *all)
{
  Found found = { .kind = uds_kind_lookup (uds_statement_get_text (statement, 0)) };

  /* A newer Udsyn may have kinds that this one does not know. */
  if (found.kind == NULL)
    return;

  found.record = g_strdup (uds_statement_get_text (statement, 1));
  found.rank = sqlite3_column_double (statement, 2) + uds_search_get_handicap (found.kind);
  g_array_append_val (all, found);
}

/* What fits, what fits best first; of two that fit as well the newer. */
static GArray *
find (UdsSession    *self,
      sqlite3_stmt  *statement,
      GError       **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Found));
  gboolean is_end;

  g_array_set_clear_func (all, clear_found);
  while (uds_database_next (self->database, statement, &is_end, error))
    add_found (statement, all);
  if (!is_end)
    return NULL;

  g_array_sort (all, compare_found);
  return g_steal_pointer (&all);
}

static GPtrArray *
read_hits (UdsSession    *self,
           GArray        *found,
           guint          limit,
           GError       **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) uds_hit_free);

  for (guint i = 0; i < MIN (found->len, limit); i++)
    {
      const Found *one = &g_array_index (found, Found, i);
      UdsRecord *record = uds_session_get (self, one->kind, one->record, error);
      UdsHit *hit;

      if (record == NULL)
        return NULL;
      hit = g_new (UdsHit, 1);
      *hit = (UdsHit) { .record = record, .rank = one->rank };
      g_ptr_array_add (hits, hit);
    }

  return g_steal_pointer (&hits);
}

/**
 * uds_session_search:
 * @self: a session
 * @text: what a user typed
 * @kind: (nullable): the kind to search, %NULL for all
 * @limit: how many hits at the most
 * @error: what went wrong
 *
 * Finds the records that have all the words of @text, or words that begin with them: those called so first, and among
 * them what the office itself has and follows before what others have. Of very many hits only the newest are ranked,
 * so that an answer comes between two keystrokes.
 *
 * Returns: (transfer full) (nullable) (element-type UdsHit): the hits, best first
 */
GPtrArray *
uds_session_search (UdsSession     *self,
                    const char     *text,
                    const UdsKind  *kind,
                    guint           limit,
                    GError        **error)
{
  g_autofree char *expression = uds_search_make_expression (text);
  g_autoptr (GArray) found = NULL;
  UDS_STATEMENT statement = NULL;

  if (expression == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) uds_hit_free);

  statement = uds_database_prepare (self->database, kind != NULL ? SEARCH_KIND : SEARCH_ALL, error);
  if (statement == NULL)
    return NULL;
  uds_statement_bind_text (statement, 1, expression);
  sqlite3_bind_int (statement, 2, RANKED_HITS);
  sqlite3_bind_int64 (statement, 3, MAX (limit, SORTED_HITS));
  if (kind != NULL)
    uds_statement_bind_text (statement, 4, kind->name);

  found = find (self, statement, error);
  return found != NULL ? read_hits (self, found, limit, error) : NULL;
}
