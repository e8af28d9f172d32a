/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite's full-text index over all kinds: folded titles and texts go in; the keys by which names are sorted stand
 * beside them; the words a user types become an expression in which nothing has a special meaning. Reading hits is
 * uds-session-search.c's. */
#include "uds-search-private.h"

#include "uds-fold.h"
#include "uds-query-private.h"

/* One folded word as a quoted prefix: only letters and digits ever reach the index's own language. */
static void
append_word (GString    *expression,
             const char *word,
             gsize       length)
{
  if (expression->len > 0)
    g_string_append_c (expression, ' ');
  g_string_append_c (expression, '"');
  g_string_append_len (expression, word, (gssize) length);
  g_string_append (expression, "\"*");
}

/**
 * uds_search_make_expression:
 * @text: what a user typed
 *
 * Returns: (transfer full) (nullable): the index's expression for records that have all the words of @text or words
 *   beginning with them; %NULL where @text has no word
 */
char *
uds_search_make_expression (const char *text)
{
  g_autofree char *folded = uds_fold (text);
  GString *expression = g_string_new (NULL);
  const char *start = NULL;

  for (const char *at = folded;; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      gboolean inside = letter != 0 && g_unichar_isalnum (letter);

      if (inside && start == NULL)
        start = at;
      if (!inside && start != NULL)
        {
          append_word (expression, start, (gsize) (at - start));
          start = NULL;
        }
      if (letter == 0)
        break;
    }

  return g_string_free (expression, expression->len == 0);
}

static gboolean
is_part_of_title (const UdsKind  *kind,
                  const UdsField *field)
{
  g_autofree char *base = uds_field_get_base_name (field);

  return g_strcmp0 (base, kind->title) == 0;
}

static void
collect (UdsRecord *record,
         gboolean   title,
         GString   *text)
{
  const UdsKind *kind = uds_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const UdsValue *value = uds_record_peek (record, i);
      g_autofree char *folded = NULL;

      if (!(kind->fields[i].flags & UDS_FIELD_SEARCHABLE) || value->type != UDS_VALUE_TEXT
          || is_part_of_title (kind, &kind->fields[i]) != title)
        continue;
      folded = uds_fold (value->text);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", folded);
    }
}

static gboolean
find_document (UdsDatabase   *database,
               const char    *record,
               sqlite3_stmt **statement,
               gboolean      *found,
               GError       **error)
{
  *statement = uds_database_prepare (database,
                                     "SELECT \"id\", \"title\", \"body\" FROM \"search_document\""
                                     " WHERE \"record\" = $1",
                                     error);
  if (*statement == NULL)
    return FALSE;

  uds_statement_bind_text (*statement, 1, record);
  return uds_database_step (database, *statement, found, error);
}

static gboolean
index_document (UdsDatabase   *database,
                const char    *sql,
                gint64         id,
                const char    *title,
                const char    *body,
                GError       **error)
{
  UDS_STATEMENT statement = uds_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, id);
  uds_statement_bind_text (statement, 2, title);
  uds_statement_bind_text (statement, 3, body);
  return uds_database_run (database, statement, error);
}

/**
 * uds_search_remove:
 * @database: a connection that may write
 * @record: a record's id
 * @error: what went wrong
 *
 * Takes a record out of the index, if it is in it.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_search_remove (UdsDatabase  *database,
                   const char   *record,
                   GError      **error)
{
  UDS_STATEMENT document = NULL;
  UDS_STATEMENT removal = NULL;
  gboolean found;

  if (!find_document (database, record, &document, &found, error))
    return FALSE;
  if (!found)
    return TRUE;

  /* The index is told what it held: it keeps no text of its own. */
  if (!index_document (database,
                       "INSERT INTO \"search\" (\"search\", rowid, \"title\", \"body\") VALUES ('delete', $1, $2, $3)",
                       sqlite3_column_int64 (document, 0), uds_statement_get_text (document, 1),
                       uds_statement_get_text (document, 2), error))
    return FALSE;

  removal = uds_database_prepare (database, "DELETE FROM \"search_document\" WHERE \"record\" = $1", error);
  if (removal == NULL)
    return FALSE;
  uds_statement_bind_text (removal, 1, record);
  return uds_database_run (database, removal, error);
}

static const char *
get_sorted_name (UdsRecord   *record,
                 UdsLanguage  language)
{
  const UdsKind *kind = uds_record_get_kind (record);

  return uds_record_get_localized (record, kind->title, language);
}

static sqlite3_stmt *
prepare_document (UdsDatabase    *database,
                  const UdsKind  *kind,
                  GError        **error)
{
  if (!uds_kind_is_sorted_by_name (kind))
    return uds_database_prepare (database,
                                 "INSERT INTO \"search_document\" (\"kind\", \"record\", \"title\", \"body\")"
                                 " VALUES ($1, $2, $3, $4)",
                                 error);

  return uds_database_prepare (database,
                               "INSERT INTO \"search_document\""
                               " (\"kind\", \"record\", \"title\", \"body\", \"sort_da\", \"sort_en\")"
                               " VALUES ($1, $2, $3, $4, uds_sort_key ($5, 'da'), uds_sort_key ($6, 'en'))",
                               error);
}

/**
 * uds_search_put:
 * @database: a connection that may write
 * @record: a record with all its values
 * @error: what went wrong
 *
 * Puts a record into the index, in place of what it held about it, and into the order of its kind where that is sorted
 * by names. Newly put records are found first.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_search_put (UdsDatabase  *database,
                UdsRecord    *record,
                GError      **error)
{
  const UdsKind *kind = uds_record_get_kind (record);
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) body = g_string_new (NULL);
  UDS_STATEMENT document = NULL;

  if (!uds_search_remove (database, uds_record_get_id (record), error))
    return FALSE;

  collect (record, TRUE, title);
  collect (record, FALSE, body);
  document = prepare_document (database, kind, error);
  if (document == NULL)
    return FALSE;
  uds_statement_bind_text (document, 1, kind->name);
  uds_statement_bind_text (document, 2, uds_record_get_id (record));
  uds_statement_bind_text (document, 3, title->str);
  uds_statement_bind_text (document, 4, body->str);
  if (uds_kind_is_sorted_by_name (kind))
    {
      uds_statement_bind_text (document, 5, get_sorted_name (record, UDS_LANGUAGE_DA));
      uds_statement_bind_text (document, 6, get_sorted_name (record, UDS_LANGUAGE_EN));
    }
  if (!uds_database_run (database, document, error))
    return FALSE;

  return index_document (database, "INSERT INTO \"search\" (rowid, \"title\", \"body\") VALUES ($1, $2, $3)",
                         sqlite3_last_insert_rowid (uds_database_get_handle (database)), title->str, body->str, error);
}

static gboolean
sort_kind (UdsDatabase    *database,
           const UdsKind  *kind,
           UdsLanguage     language,
           GError        **error)
{
  const char *code = uds_language_get_code (language);
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "UPDATE \"search_document\" SET \"sort_%s\" = uds_sort_key ((SELECT ", code);
  uds_kind_append_shown (kind, kind->title, language, sql);
  g_string_append_printf (sql,
                          " FROM \"%s\" WHERE \"%s\".\"id\" = \"record\"), '%s')"
                          " WHERE \"kind\" = '%s' AND \"sort_%s\" IS NULL",
                          kind->table, kind->table, code, kind->name, code);
  return uds_database_exec (database, sql->str, error);
}

/**
 * uds_search_sort_all:
 * @database: a connection that may write
 * @error: what went wrong
 *
 * Makes the keys of the names that have none yet: after a migration, of all that were there before.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_search_sort_all (UdsDatabase  *database,
                     GError      **error)
{
  guint n_kinds;
  const UdsKind *const *kinds = uds_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    if (uds_kind_is_sorted_by_name (kinds[i])
        && (!sort_kind (database, kinds[i], UDS_LANGUAGE_DA, error)
            || !sort_kind (database, kinds[i], UDS_LANGUAGE_EN, error)))
      return FALSE;

  return TRUE;
}
