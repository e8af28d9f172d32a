/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well a document fits what was searched for, as a function of SQLite's full-text index, and how kinds stand to
 * each other. Which documents are ranked is uds-session-search.c's. */
#include "uds-search-private.h"

/* A hit in the title weighs ten times one in the text. */
static const double weights[] = { 10.0, 1.0 };

/* A word in the title puts a record before all that have it in their text only; the kind, before or behind others of
 * the same; how well the text fits, a few points at the most, among those of the same kind. */
#define TITLE_STEP 10000.0
#define KIND_STEP 100.0

/* What the office has and follows stands before what others have; the UN's own list, which is there to look up, behind
 * everything. */
static const char *const kinds[] = {
  "goal", "indicator", "target", "effort", "network", "city", "agreement", "event", "organisation", "comparison",
};

/* The usual constants of Okapi BM25: how soon more hits of a word count less, and how much length counts. */
#define SATURATION 1.2
#define LENGTH_SHARE 0.75

/* The length of the document beside that of all on average. */
static int
measure_length (const Fts5ExtensionApi *api,
                Fts5Context            *context,
                double                 *length)
{
  sqlite3_int64 n_tokens, n_documents;
  int own, code;

  code = api->xColumnSize (context, -1, &own);
  if (code == SQLITE_OK)
    code = api->xColumnTotalSize (context, -1, &n_tokens);
  if (code == SQLITE_OK)
    code = api->xRowCount (context, &n_documents);
  if (code == SQLITE_OK)
    *length = own * (double) n_documents / (double) n_tokens;
  return code;
}

/* How often each word is in the document, a title's words weighing more. */
static int
count_words (const Fts5ExtensionApi *api,
             Fts5Context            *context,
             double                 *counts)
{
  int n_hits;
  int code = api->xInstCount (context, &n_hits);

  for (int i = 0; i < n_hits && code == SQLITE_OK; i++)
    {
      int word, column, offset;

      code = api->xInst (context, i, &word, &column, &offset);
      if (code == SQLITE_OK)
        counts[word] += weights[column];
    }
  return code;
}

/* Okapi BM25 without the rarity of the words: SQLite's own bm25 () reads all hits among a million documents for that,
 * and for a single word it changes nothing. */
static void
rank (const Fts5ExtensionApi  *api,
      Fts5Context             *context,
      sqlite3_context         *result,
      int                      n_values,
      sqlite3_value          **values)
{
  int n_words = api->xPhraseCount (context);
  g_autofree double *counts = g_new0 (double, n_words);
  double length = 1, score = 0;
  int n_titled = 0;
  int code = measure_length (api, context, &length);

  if (code == SQLITE_OK)
    code = count_words (api, context, counts);
  if (code != SQLITE_OK)
    {
      sqlite3_result_error_code (result, code);
      return;
    }

  for (int i = 0; i < n_words; i++)
    {
      score += counts[i] * (SATURATION + 1)
               / (counts[i] + SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length));
      n_titled += counts[i] >= weights[0];
    }
  sqlite3_result_double (result, -(n_titled * TITLE_STEP + score));
}

/**
 * uds_search_get_handicap:
 * @kind: a kind
 *
 * Returns: what is added to the rank of documents of @kind, so that less important kinds come later
 */
double
uds_search_get_handicap (const UdsKind *kind)
{
  gsize place = 0;

  if (g_str_equal (kind->name, "un-indicator"))
    return G_MAXINT;

  while (place < G_N_ELEMENTS (kinds) && !g_str_equal (kinds[place], kind->name))
    place++;
  return place * KIND_STEP;
}

/**
 * uds_search_add_rank:
 * @handle: a connection
 *
 * Gives the connection the function "uds_rank (search)": how well a document fits, less is better.
 *
 * Returns: a result code of SQLite
 */
int
uds_search_add_rank (sqlite3 *handle)
{
  fts5_api *api = NULL;
  sqlite3_stmt *statement;
  int code = sqlite3_prepare_v2 (handle, "SELECT fts5 (?1)", -1, &statement, NULL);

  if (code != SQLITE_OK)
    return code;

  sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
  sqlite3_step (statement);
  code = sqlite3_finalize (statement);
  return code == SQLITE_OK ? api->xCreateFunction (api, "uds_rank", NULL, rank, NULL) : code;
}
