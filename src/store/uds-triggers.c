/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The triggers that write every change of a record into the "change" table, made from the field tables so that
 * a new field is in the history from its first day. SQLite's own; an office server has its own file. */
#include "uds-triggers-private.h"

/* What has a letter of its own behind the backslash; all other signs below the blank are written by their number. */
static char
get_short_escape (unsigned char letter)
{
  static const char escapes[] = {
    ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r', ['"'] = '"', ['\\'] = '\\',
  };

  return letter < sizeof escapes ? escapes[letter] : '\0';
}

/* A text as JSON writes it. Only what JSON cannot hold as it is gets escaped; all else goes over in whole stretches. */
static void
append_quoted (sqlite3_str *json,
               const char  *text,
               int          length)
{
  int start = 0;

  sqlite3_str_appendchar (json, 1, '"');
  for (int i = 0; i < length; i++)
    {
      unsigned char letter = (unsigned char) text[i];

      if (letter >= 0x20 && letter != '"' && letter != '\\')
        continue;
      sqlite3_str_append (json, text + start, i - start);
      start = i + 1;
      if (get_short_escape (letter) != '\0')
        sqlite3_str_appendf (json, "\\%c", get_short_escape (letter));
      else
        sqlite3_str_appendf (json, "\\u%04x", letter);
    }
  sqlite3_str_append (json, text + start, length - start);
  sqlite3_str_appendchar (json, 1, '"');
}

/* A number with 15 digits, as SQLite writes it into JSON, is not all of it; 17 are. */
static void
append_value (sqlite3_str   *json,
              sqlite3_value *value)
{
  switch (sqlite3_value_type (value))
    {
    case SQLITE_INTEGER:
      sqlite3_str_appendf (json, "%lld", sqlite3_value_int64 (value));
      break;
    case SQLITE_FLOAT:
      sqlite3_str_appendf (json, "%!.17g", sqlite3_value_double (value));
      break;
    default:
      append_quoted (json, (const char *) sqlite3_value_text (value), sqlite3_value_bytes (value));
    }
}

/* uds_record_json (kind, version, value of the first field, …): the fields that have a value. The tables are strict, so
 * that a value which is no number is text. */
static void
make_json (sqlite3_context  *context,
           int               n_values,
           sqlite3_value   **values)
{
  const UdsKind *kind = n_values >= 2 ? uds_kind_lookup ((const char *) sqlite3_value_text (values[0])) : NULL;
  sqlite3_str *json;
  int length;

  if (kind == NULL || kind->n_fields + 2 != (guint) n_values)
    {
      sqlite3_result_error (context, "uds_record_json() does not know these fields", -1);
      return;
    }

  json = sqlite3_str_new (sqlite3_context_db_handle (context));
  sqlite3_str_appendf (json, "{\"version\":%lld", sqlite3_value_int64 (values[1]));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (sqlite3_value_type (values[i + 2]) == SQLITE_NULL)
        continue;
      sqlite3_str_append (json, ",\"", 2);
      sqlite3_str_appendall (json, kind->fields[i].name);
      sqlite3_str_append (json, "\":", 2);
      append_value (json, values[i + 2]);
    }
  sqlite3_str_appendchar (json, 1, '}');

  length = sqlite3_str_length (json);
  if (sqlite3_str_errcode (json) == SQLITE_OK)
    sqlite3_result_text (context, sqlite3_str_finish (json), length, sqlite3_free);
  else
    {
      sqlite3_result_error_code (context, sqlite3_str_errcode (json));
      sqlite3_free (sqlite3_str_finish (json));
    }
}

/**
 * uds_triggers_add_json:
 * @handle: a connection
 *
 * Gives the connection the function that the triggers call. Put together in SQL the same text makes triggers several
 * times as long, and SQLite reads all of them whenever a file is opened.
 *
 * Returns: a result code of SQLite
 */
int
uds_triggers_add_json (sqlite3 *handle)
{
  return sqlite3_create_function_v2 (handle, "uds_record_json", -1,
                                     SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL, make_json, NULL, NULL,
                                     NULL);
}

/* The expression for a record as the history keeps it: a JSON object of its version and of the fields that have a
 * value. @row is "NEW" or "OLD". */
static char *
make_json_call (const UdsKind *kind,
                const char    *row)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "uds_record_json ('%s', %s.\"version\"", kind->name, row);
  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (sql, ", %s.\"%s\"", row, kind->fields[i].name);
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

static gboolean
renew_trigger (UdsDatabase    *database,
               const UdsKind  *kind,
               const char     *event,
               GError        **error)
{
  g_autofree char *record = g_strdup_printf ("%s.\"id\"", g_str_equal (event, "insert") ? "NEW" : "OLD");
  g_autofree char *before = g_str_equal (event, "insert") ? g_strdup ("NULL") : make_json_call (kind, "OLD");
  g_autofree char *after = g_str_equal (event, "delete") ? g_strdup ("NULL") : make_json_call (kind, "NEW");
  g_autofree char *sql =
      g_strdup_printf ("DROP TRIGGER IF EXISTS \"%s_%s\";"
                       "CREATE TRIGGER \"%s_%s\" AFTER %s ON \"%s\" BEGIN"
                       " INSERT INTO \"change\" (\"group_id\", \"kind\", \"record\", \"before\", \"after\")"
                       " VALUES ((SELECT max (\"id\") FROM \"change_group\"), '%s', %s, %s, %s);"
                       "END",
                       kind->table, event, kind->table, event, event, kind->table, kind->name, record, before, after);

  return uds_database_exec (database, sql, error);
}

/**
 * uds_triggers_renew:
 * @database: a connection inside a transaction
 * @error: what went wrong
 *
 * Makes the triggers of all kinds anew. The group of a change is the latest: a command begins by making its own.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_triggers_renew (UdsDatabase  *database,
                    GError      **error)
{
  guint n_kinds;
  const UdsKind *const *kinds = uds_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    if (!renew_trigger (database, kinds[i], "insert", error)
        || !renew_trigger (database, kinds[i], "update", error)
        || !renew_trigger (database, kinds[i], "delete", error))
      return FALSE;

  return TRUE;
}
