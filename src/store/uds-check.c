/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a database through and lists what is wrong with it, in words. Repairs nothing. */
#include "uds-check.h"

#include "uds-store-private.h"

#include <glib/gi18n.h>

typedef struct {
  gboolean thorough;
  GPtrArray *problems;
} Check;

static gboolean
add_rows (UdsDatabase  *database,
          const char   *sql,
          const char   *format,
          GPtrArray    *problems,
          GError      **error)
{
  UDS_STATEMENT statement = uds_database_prepare (database, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  while (TRUE)
    {
      g_autoptr (GString) problem = NULL;

      if (!uds_database_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      problem = g_string_new (format);
      g_string_replace (problem, "{}", uds_statement_get_text (statement, 0), 1);
      g_ptr_array_add (problems, g_strdup (problem->str));
    }
}

/* A record that can be searched and has no document, or a document without its record. */
static gboolean
check_search (UdsDatabase  *database,
              GPtrArray    *problems,
              GError      **error)
{
  guint n_kinds;
  const UdsKind *const *kinds = uds_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *sql = NULL;

      if (!uds_kind_is_searchable (kinds[i]))
        continue;
      sql = g_strdup_printf ("SELECT \"id\" FROM \"%s\""
                             " WHERE \"id\" NOT IN (SELECT \"record\" FROM \"search_document\")"
                             " UNION ALL SELECT \"record\" FROM \"search_document\""
                             " WHERE \"kind\" = '%s' AND \"record\" NOT IN (SELECT \"id\" FROM \"%s\")",
                             kinds[i]->table, kinds[i]->name, kinds[i]->table);
      /* Translators: {} is the id of a record */
      if (!add_rows (database, sql, _("Search does not match the record {}."), problems, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
run_check (UdsDatabase  *database,
           gpointer      data,
           GError      **error)
{
  Check *check = data;
  const char *pages = check->thorough ? "SELECT \"integrity_check\" FROM pragma_integrity_check"
                                        " WHERE \"integrity_check\" <> 'ok'"
                                      : "SELECT \"quick_check\" FROM pragma_quick_check"
                                        " WHERE \"quick_check\" <> 'ok'";

  /* Translators: {} is what the database engine says */
  if (!add_rows (database, pages, _("The file is damaged: {}"), check->problems, error))
    return FALSE;
  if (!check->thorough || check->problems->len > 0)
    return TRUE;

  return add_rows (database, "SELECT \"table\" FROM pragma_foreign_key_check",
                   /* Translators: {} is the name of a table */
                   _("A record of “{}” refers to one that is gone."), check->problems, error)
         && check_search (database, check->problems, error);
}

/**
 * uds_store_check:
 * @store: a store
 * @thorough: whether to check every index, reference and search document too, instead of the pages only
 * @error: the file could not even be read through
 *
 * Not for the GTK thread: takes about half a second for each 100 MB.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): what is wrong, in words; empty where nothing is
 */
GPtrArray *
uds_store_check (UdsStore  *store,
                 gboolean   thorough,
                 GError   **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  Check check = { thorough, problems };

  if (!uds_store_with_connection (store, run_check, &check, error))
    return NULL;

  return g_steal_pointer (&problems);
}
