/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing inside a command: a record is changed or deleted together with its place in the search index. A change writes
 * only the fields that differ and merges with what others changed meanwhile; the history is written by triggers
 * (uds-triggers.c). How new records are made is uds-session-insert.c's. */
#include "uds-session-private.h"

#include "uds-error.h"
#include "uds-query-private.h"
#include "uds-search-private.h"
#include "uds-uuid.h"

#include <glib/gi18n.h>

/* UPDATE … SET of the changed fields WHERE the version is the one that was read */
static char *
make_update_sql (UdsRecord *record)
{
  const UdsKind *kind = uds_record_get_kind (record);
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "UPDATE \"%s\" SET \"version\" = \"version\" + 1", kind->table);
  for (guint i = 0; i < kind->n_fields; i++)
    if (uds_record_is_changed (record, i))
      g_string_append_printf (sql, ", \"%s\" = $%u", kind->fields[i].name, i + 3);
  g_string_append (sql, " WHERE \"id\" = $1 AND \"version\" = $2");
  return g_string_free (sql, FALSE);
}

static gboolean
update_version (UdsSession  *self,
                UdsRecord   *record,
                gint64       version,
                gboolean    *updated,
                GError     **error)
{
  const UdsKind *kind = uds_record_get_kind (record);
  g_autofree char *sql = make_update_sql (record);
  UDS_STATEMENT statement = uds_database_prepare (self->database, sql, error);

  if (statement == NULL)
    return FALSE;

  uds_statement_bind_text (statement, 1, uds_record_get_id (record));
  sqlite3_bind_int64 (statement, 2, version);
  for (guint i = 0; i < kind->n_fields; i++)
    if (uds_record_is_changed (record, i))
      uds_statement_bind_value (statement, (int) i + 3, uds_record_peek (record, i));

  if (!uds_database_run (self->database, statement, error))
    return FALSE;
  *updated = sqlite3_changes (uds_database_get_handle (self->database)) == 1;
  return TRUE;
}

/* Whether each field that we changed is still as we read it, whatever else changed. */
static gboolean
can_merge (UdsRecord  *record,
           UdsRecord  *current,
           GError    **error)
{
  const UdsKind *kind = uds_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (!uds_record_is_changed (record, i)
          || uds_value_equal (uds_record_peek_before (record, i), uds_record_peek (current, i))
          || uds_value_equal (uds_record_peek (record, i), uds_record_peek (current, i)))
        continue;
      g_set_error (error, UDS_ERROR, UDS_ERROR_CONFLICT,
                   /* Translators: %s is the label of a field */
                   _("“%s” was changed by somebody else meanwhile."
                     " Look at the new value and change it again if needed."),
                   _(kind->fields[i].label));
      return FALSE;
    }

  return TRUE;
}

/* What is stored now, for the record in memory and for the index. */
static gboolean
refresh (UdsSession  *self,
         UdsRecord   *record,
         GError     **error)
{
  const UdsKind *kind = uds_record_get_kind (record);
  g_autoptr (UdsRecord) current = uds_session_get (self, kind, uds_record_get_id (record), error);

  if (current == NULL)
    return FALSE;

  uds_record_set_identity (record, uds_record_get_id (current), uds_record_get_version (current));
  for (guint i = 0; i < kind->n_fields; i++)
    uds_record_put (record, i, uds_record_peek (current, i));
  return !uds_kind_is_searchable (kind) || uds_search_put (self->database, record, error);
}

static gboolean
update_changed (UdsSession  *self,
                UdsRecord   *record,
                GError     **error)
{
  g_autoptr (UdsRecord) current = NULL;
  gboolean updated;

  if (!update_version (self, record, uds_record_get_version (record), &updated, error))
    return FALSE;
  if (updated)
    return refresh (self, record, error);

  current = uds_session_get (self, uds_record_get_kind (record), uds_record_get_id (record), error);
  if (current == NULL || !can_merge (record, current, error))
    return FALSE;
  return update_version (self, record, uds_record_get_version (current), &updated, error)
         && refresh (self, record, error);
}

/**
 * uds_session_save:
 * @self: a session inside a command
 * @record: a record, new or read before
 * @error: a field is missing; somebody else changed the same field (%UDS_ERROR_CONFLICT) or deleted the record
 *   (%UDS_ERROR_NOT_FOUND)
 *
 * Keeps a new record, or what was changed in one that was read. Where others changed other fields meanwhile, both
 * changes hold. Afterwards @record is as stored. A record without changes is not written.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_session_save (UdsSession  *self,
                  UdsRecord   *record,
                  GError     **error)
{
  gboolean kept;

  g_return_val_if_fail (self->group != 0, FALSE);

  if (!uds_record_validate (record, error))
    return FALSE;
  if (uds_record_get_version (record) == 0)
    kept = uds_session_insert_new (self, record, error);
  else
    kept = !uds_record_has_changes (record) || update_changed (self, record, error);

  if (kept)
    uds_record_mark_stored (record);
  return kept;
}

static char *
make_delete_sql (const UdsKind *kind)
{
  return g_strdup_printf ("DELETE FROM \"%s\" WHERE \"id\" = $1", kind->table);
}

/**
 * uds_session_delete_row:
 * @self: a session inside a command
 * @kind: a kind
 * @id: a record's id
 * @error: what went wrong
 *
 * Deletes one row and takes it out of the index. What refers to it is the caller's matter.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_session_delete_row (UdsSession     *self,
                        const UdsKind  *kind,
                        const char     *id,
                        GError        **error)
{
  UDS_STATEMENT statement = uds_database_prepare_for (self->database, kind, make_delete_sql, error);

  if (statement == NULL)
    return FALSE;

  uds_statement_bind_text (statement, 1, id);
  return uds_database_run (self->database, statement, error)
         && (!uds_kind_is_searchable (kind) || uds_search_remove (self->database, id, error));
}

static gboolean
forget_reference (UdsSession      *self,
                  UdsRecord       *record,
                  const UdsField  *field,
                  GError         **error)
{
  uds_record_clear (record, field->name);
  return uds_session_save (self, record, error);
}

/* What a reference to a deleted record becomes: parts go with their owner, others forget it. */
static gboolean
release_reference (UdsSession      *self,
                   const UdsKind   *kind,
                   const UdsField  *field,
                   const char      *id,
                   GError         **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (kind);
  g_autoptr (GPtrArray) ids = NULL;

  uds_query_where_is (query, field->name, id);
  ids = uds_session_list_ids (self, query, error);
  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      const char *other = g_ptr_array_index (ids, i);
      g_autoptr (UdsRecord) record = NULL;

      if (field->flags & (UDS_FIELD_OWNER | UDS_FIELD_REQUIRED))
        {
          if (!uds_session_remove (self, kind, other, error))
            return FALSE;
          continue;
        }
      record = uds_session_get (self, kind, other, error);
      if (record == NULL || !forget_reference (self, record, field, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
release_links (UdsSession  *self,
               const char  *id,
               GError     **error)
{
  const UdsKind *link = uds_kind_lookup ("link");
  static const char *const ends[] = { "from_id", "to_id" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      UdsField end = { ends[i], UDS_FIELD_TEXT, NULL, .flags = UDS_FIELD_OWNER };

      if (!release_reference (self, link, &end, id, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
release_references (UdsSession     *self,
                    const UdsKind  *target,
                    const char     *id,
                    GError        **error)
{
  guint n_kinds;
  const UdsKind *const *kinds = uds_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < kinds[i]->n_fields; j++)
      if (g_strcmp0 (kinds[i]->fields[j].target, target->name) == 0
          && !release_reference (self, kinds[i], &kinds[i]->fields[j], id, error))
        return FALSE;

  return TRUE;
}

static gboolean
is_referred_to (const UdsKind *kind)
{
  guint n_kinds;
  const UdsKind *const *kinds = uds_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < kinds[i]->n_fields; j++)
      if (g_strcmp0 (kinds[i]->fields[j].target, kind->name) == 0)
        return TRUE;

  return uds_kind_is_listed (kind);
}

/**
 * uds_session_remove:
 * @self: a session inside a command
 * @kind: a kind
 * @id: a record's id
 * @error: what went wrong; there is no such record (%UDS_ERROR_NOT_FOUND)
 *
 * Deletes a record with its parts and links; other records forget that they referred to it.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_session_remove (UdsSession     *self,
                    const UdsKind  *kind,
                    const char     *id,
                    GError        **error)
{
  g_autoptr (UdsRecord) record = NULL;

  g_return_val_if_fail (self->group != 0, FALSE);

  record = uds_session_get (self, kind, id, error);
  if (record == NULL)
    return FALSE;

  if (is_referred_to (kind) && (!release_references (self, kind, id, error) || !release_links (self, id, error)))
    return FALSE;
  return uds_session_delete_row (self, kind, id, error);
}

static UdsQuery *
make_link_query (const char *from,
                 const char *relation,
                 const char *to)
{
  UdsQuery *query = uds_query_new (uds_kind_lookup ("link"));

  if (from != NULL)
    uds_query_where_is (query, "from_id", from);
  if (relation != NULL)
    uds_query_where_is (query, "relation", relation);
  if (to != NULL)
    uds_query_where_is (query, "to_id", to);
  return query;
}

/**
 * uds_session_link:
 * @self: a session inside a command
 * @from: a stored record
 * @relation: what @from is to @to, such as "serves"
 * @to: a stored record
 * @error: what went wrong
 *
 * Ties two records together, once.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_session_link (UdsSession  *self,
                  UdsRecord   *from,
                  const char  *relation,
                  UdsRecord   *to,
                  GError     **error)
{
  g_autoptr (UdsQuery) query = make_link_query (uds_record_get_id (from), relation, uds_record_get_id (to));
  g_autoptr (UdsRecord) link = NULL;
  gint64 n_links = uds_session_count (self, query, error);

  if (n_links != 0)
    return n_links > 0;

  link = uds_record_new (uds_kind_lookup ("link"));
  uds_record_set_text (link, "from_kind", uds_record_get_kind (from)->name);
  uds_record_set_text (link, "from_id", uds_record_get_id (from));
  uds_record_set_text (link, "relation", relation);
  uds_record_set_text (link, "to_kind", uds_record_get_kind (to)->name);
  uds_record_set_text (link, "to_id", uds_record_get_id (to));
  return uds_session_save (self, link, error);
}

/**
 * uds_session_unlink:
 * @self: a session inside a command
 * @from: a stored record
 * @relation: what @from is to @to, such as "serves"
 * @to: a stored record
 * @error: what went wrong
 *
 * Takes back that two records are tied together. Where they are not, nothing is to be done.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_session_unlink (UdsSession  *self,
                    UdsRecord   *from,
                    const char  *relation,
                    UdsRecord   *to,
                    GError     **error)
{
  g_autoptr (UdsQuery) query = make_link_query (uds_record_get_id (from), relation, uds_record_get_id (to));
  g_autoptr (GPtrArray) ids = uds_session_list_ids (self, query, error);

  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    if (!uds_session_remove (self, uds_query_get_kind (query), g_ptr_array_index (ids, i), error))
      return FALSE;
  return TRUE;
}

/* Adds the records at the other end of the links of @query, but for a kind that this version does not know. */
static gboolean
add_linked (UdsSession   *self,
            UdsQuery     *query,
            const char   *end_kind,
            const char   *end_id,
            GPtrArray    *linked,
            GError      **error)
{
  g_autoptr (GPtrArray) links = uds_session_list (self, query, error);

  if (links == NULL)
    return FALSE;

  for (guint i = 0; i < links->len; i++)
    {
      UdsRecord *link = g_ptr_array_index (links, i);
      const UdsKind *kind = uds_kind_lookup (uds_record_get_text (link, end_kind));
      UdsRecord *record;

      if (kind == NULL)
        continue;
      record = uds_session_get (self, kind, uds_record_get_text (link, end_id), error);
      if (record == NULL)
        return FALSE;
      g_ptr_array_add (linked, record);
    }

  return TRUE;
}

/**
 * uds_session_list_linked:
 * @self: a session
 * @record: a stored record
 * @relation: (nullable): which links, %NULL for all
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type UdsRecord): the records tied to @record in either direction
 */
GPtrArray *
uds_session_list_linked (UdsSession  *self,
                         UdsRecord   *record,
                         const char  *relation,
                         GError     **error)
{
  g_autoptr (GPtrArray) linked = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (UdsQuery) from = make_link_query (uds_record_get_id (record), relation, NULL);
  g_autoptr (UdsQuery) to = make_link_query (NULL, relation, uds_record_get_id (record));

  if (!add_linked (self, from, "to_kind", "to_id", linked, error)
      || !add_linked (self, to, "from_kind", "from_id", linked, error))
    return NULL;

  return g_steal_pointer (&linked);
}

/**
 * uds_session_set_note:
 * @self: a session inside a command
 * @name: the name of something the store is to remember
 * @value: what
 * @error: what went wrong
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_session_set_note (UdsSession  *self,
                      const char  *name,
                      const char  *value,
                      GError     **error)
{
  UDS_STATEMENT statement = uds_database_prepare (self->database,
                                                  "INSERT INTO \"store_note\" (\"name\", \"value\") VALUES ($1, $2)"
                                                  " ON CONFLICT (\"name\")"
                                                  " DO UPDATE SET \"value\" = excluded.\"value\"",
                                                  error);

  if (statement == NULL)
    return FALSE;

  uds_statement_bind_text (statement, 1, name);
  uds_statement_bind_text (statement, 2, value);
  return uds_database_run (self->database, statement, error);
}
