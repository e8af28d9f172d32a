/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The triggers that write every change of a record into the "change" table, made from the field tables so that
 * a new field is in the history from its first day. SQLite's own; an office server has its own file. */
#include "uds-triggers-private.h"

/* One member with the comma before it, or nothing where the field has no value. SQLite writes a number into JSON with
 * 15 digits, which is not all of it; 17 are. */
static void
append_member (GString        *sql,
               const UdsField *field,
               const char     *row)
{
  g_autofree char *column = g_strdup_printf ("%s.\"%s\"", row, field->name);

  g_string_append_printf (sql, " || iif (%s IS NULL, '', ',\"%s\":' || ", column, field->name);
  if (field->type == UDS_FIELD_REAL)
    g_string_append_printf (sql, "printf ('%%!.17g', %s))", column);
  else
    g_string_append_printf (sql, "json_quote (%s))", column);
}

/**
 * uds_triggers_json:
 * @kind: a kind
 * @row: how the row is named in the statement: "NEW", "OLD" or the table's alias
 *
 * The text is put together instead of made by json_object(), which would write the empty fields too and costs more than
 * the rest of an insert.
 *
 * Returns: (transfer full): the SQL expression for a record as the history keeps it: a JSON object of its version
 *   and of the fields that have a value
 */
char *
uds_triggers_json (const UdsKind *kind,
                   const char    *row)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "'{\"version\":' || %s.\"version\"", row);
  for (guint i = 0; i < kind->n_fields; i++)
    append_member (sql, &kind->fields[i], row);
  g_string_append (sql, " || '}'");

  return g_string_free (sql, FALSE);
}

static gboolean
renew_trigger (UdsDatabase    *database,
               const UdsKind  *kind,
               const char     *event,
               GError        **error)
{
  g_autofree char *record = g_strdup_printf ("%s.\"id\"", g_str_equal (event, "insert") ? "NEW" : "OLD");
  g_autofree char *before = g_str_equal (event, "insert") ? g_strdup ("NULL") : uds_triggers_json (kind, "OLD");
  g_autofree char *after = g_str_equal (event, "delete") ? g_strdup ("NULL") : uds_triggers_json (kind, "NEW");
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
