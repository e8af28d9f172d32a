/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a table of records inside a command: finds for each row the record it is about and what it refers to. What
 * only the database knows to be wrong is reported here: the cell moves from those imported to those reported. */
#include "uds-record-table-private.h"

#include "uds-error.h"
#include "uds-uuid.h"

#include <glib/gi18n.h>

typedef enum {
  OUTCOME_DONE,
  OUTCOME_WAITS, /* for a row that it refers to, further down */
  OUTCOME_FAILED,
} Outcome;

typedef struct {
  UdsRecordTable *table;
  UdsSession *session;
  GHashTable *done; /* of row numbers: written, or refused for good */
  GHashTable *rows; /* a record's id → the row that is about it */
  gboolean last;    /* whether nothing more will come that a row could wait for */
} Saving;

static guint
get_number (const UdsRecordRow *row)
{
  return uds_csv_reader_get_row (row->reader);
}

static void
report_cell (const UdsRecordRow *row,
             guint               column,
             UdsProblemCode      code,
             const char         *detail)
{
  UdsRecordCell *cell = &g_array_index (row->cells, UdsRecordCell, column);
  const char *text = uds_record_row_get_text (row, column);

  if (*text == '\0' || cell->code > UDS_PROBLEM_LAST_NOTE)
    return;

  cell->code = code;
  uds_import_file_take_back (row->table->file, get_number (row), column + 1, code, text, detail);
}

static void
report_row (UdsRecordRow   *row,
            UdsProblemCode  code,
            const char     *detail)
{
  row->refused = TRUE;
  for (guint i = 0; i < row->cells->len; i++)
    report_cell (row, i, code, detail);
}

/* References */

/* The records of @kind that have @text in one field; two are enough to know that it is not one. */
static gboolean
add_named (UdsSession      *session,
           const UdsKind   *kind,
           const char      *field,
           const char      *text,
           GHashTable      *ids,
           GError         **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (kind);
  g_autoptr (GPtrArray) found = NULL;

  /* A name does not fit a field of numbers: then it is none of them. */
  if (!uds_query_where (query, field, UDS_IS, text, NULL))
    return TRUE;
  uds_query_set_limit (query, 2);
  found = uds_session_list_ids (session, query, error);
  if (found == NULL)
    return FALSE;

  for (guint i = 0; i < found->len; i++)
    g_hash_table_add (ids, g_strdup (g_ptr_array_index (found, i)));
  return TRUE;
}

/* By its id, else by its code or number, else by its name in either language. */
static gboolean
find_named (UdsSession     *session,
            const UdsKind  *kind,
            const char     *text,
            GHashTable     *ids,
            GError        **error)
{
  static const char *const names[] = { "id", "code", "number" };

  for (gsize i = 0; i < G_N_ELEMENTS (names) && g_hash_table_size (ids) == 0; i++)
    if ((i == 0 || uds_kind_lookup_field (kind, names[i], NULL) != NULL)
        && !add_named (session, kind, names[i], text, ids, error))
      return FALSE;
  if (g_hash_table_size (ids) > 0 || kind->title == NULL)
    return TRUE;

  return add_named (session, kind, uds_kind_lookup_shown (kind, kind->title, UDS_LANGUAGE_DA)->name, text, ids, error)
         && add_named (session, kind, uds_kind_lookup_shown (kind, kind->title, UDS_LANGUAGE_EN)->name, text, ids,
                       error);
}

static char *
describe_unknown (const UdsKind *kind,
                  const char    *text,
                  guint          n_found)
{
  if (n_found > 0)
    /* Translators: a kind of record, then the name of some, as in a file */
    return g_strdup_printf (_("More than one record of the kind “%s” is called “%s”: write its id instead"), kind->name,
                            text);
  /* Translators: a kind of record, then the name of a record, as in a file */
  return g_strdup_printf (_("There is no record of the kind “%s” called “%s”."), kind->name, text);
}

static void
report_reference (UdsRecordRow   *row,
                  guint           column,
                  const UdsField *field,
                  const char     *detail)
{
  uds_record_clear (row->said, field->name);
  report_cell (row, column, UDS_PROBLEM_UNKNOWN_REFERENCE, detail);
  /* Without a part of its key the row would be taken for another record. */
  if (field->flags & UDS_FIELD_KEY)
    report_row (row, UDS_PROBLEM_ROW_REFUSED, uds_record_row_get_text (row, column));
}

static Outcome
resolve_reference (Saving          *saving,
                   UdsRecordRow    *row,
                   guint            column,
                   const UdsField  *field,
                   GError         **error)
{
  const UdsKind *target = uds_kind_lookup (field->target);
  const char *text = uds_record_get_text (row->said, field->name);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *detail = NULL;
  GHashTableIter iter;
  gpointer id;

  if (!find_named (saving->session, target, text, ids, error))
    return OUTCOME_FAILED;
  if (g_hash_table_size (ids) == 1)
    {
      g_hash_table_iter_init (&iter, ids);
      g_hash_table_iter_next (&iter, &id, NULL);
      uds_record_set_text (row->said, field->name, id);
      return OUTCOME_DONE;
    }
  if (target == saving->table->kind && g_hash_table_size (ids) == 0 && !saving->last)
    return OUTCOME_WAITS;

  detail = describe_unknown (target, text, g_hash_table_size (ids));
  report_reference (row, column, field, detail);
  return OUTCOME_DONE;
}

static Outcome
resolve_references (Saving        *saving,
                    UdsRecordRow  *row,
                    GError       **error)
{
  const UdsRecordTable *table = saving->table;

  for (guint i = 0; i < MIN (row->cells->len, table->columns->len) && !row->refused; i++)
    {
      int place = g_array_index (table->columns, UdsRecordColumn, i).field;
      const UdsField *field = place >= 0 ? &table->kind->fields[place] : NULL;
      Outcome outcome;

      if (field == NULL || field->type != UDS_FIELD_REFERENCE || !uds_record_has (row->said, field->name))
        continue;
      outcome = resolve_reference (saving, row, i, field, error);
      if (outcome != OUTCOME_DONE)
        return outcome;
    }

  return OUTCOME_DONE;
}

/* Records */

static gboolean
has_column (const UdsRecordTable *table,
            guint                 field)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (g_array_index (table->columns, UdsRecordColumn, i).field == (int) field)
      return TRUE;
  return FALSE;
}

/* The record that says the same as the row in the fields with @flags, or in all that the row gives where there are
 * none: so a row without a key that came in before is found again. What the row leaves empty may be anything, or, where
 * @empty is none and there is a column for it, must be empty too. *record stays as it is where there is none. */
static gboolean
find_like (UdsSession          *session,
           const UdsRecordRow  *row,
           UdsFieldFlags        flags,
           UdsComparison        empty,
           UdsRecord          **record,
           gboolean            *asked,
           GError             **error)
{
  UdsRecord *said = row->said;
  const UdsKind *kind = uds_record_get_kind (said);
  g_autoptr (UdsQuery) query = uds_query_new (kind);
  GError *failure = NULL;

  *asked = FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *value = uds_record_to_string (said, kind->fields[i].name);

      if ((kind->fields[i].flags & flags) != flags)
        continue;
      if (value == NULL && empty == UDS_IS_NONE && has_column (row->table, i)
          && !uds_query_where (query, kind->fields[i].name, UDS_IS_NONE, NULL, error))
        return FALSE;
      if (value == NULL)
        continue;
      *asked = TRUE;
      uds_query_where_is (query, kind->fields[i].name, value);
    }
  if (!*asked)
    return TRUE;

  uds_query_set_long_text (query, TRUE);
  *record = uds_session_find (session, query, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

static gboolean
find_by_id (UdsSession     *session,
            const UdsKind  *kind,
            const char     *id,
            UdsRecord     **record,
            GError        **error)
{
  g_autoptr (GError) failure = NULL;

  *record = uds_session_get (session, kind, id, &failure);
  if (*record != NULL || g_error_matches (failure, UDS_ERROR, UDS_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* By the id, else by the key, else by everything. An id that nobody has becomes that of a new record. A row that does
 * not say its id may leave out what everybody knows, such as since when a city is a member. */
static UdsRecord *
find_record (UdsSession          *session,
             const UdsRecordRow  *row,
             GError             **error)
{
  g_autoptr (UdsRecord) record = NULL;
  gboolean asked = FALSE;

  if ((row->id != NULL && !find_by_id (session, row->table->kind, row->id, &record, error))
      || (record == NULL && !find_like (session, row, UDS_FIELD_KEY, UDS_IS_NONE, &record, &asked, error))
      || (record == NULL && row->id == NULL && asked
          && !find_like (session, row, UDS_FIELD_KEY, UDS_IS_SOME, &record, &asked, error))
      || (record == NULL && row->id == NULL && !asked
          && !find_like (session, row, 0, UDS_IS_SOME, &record, &asked, error)))
    return NULL;

  if (record == NULL)
    {
      record = uds_record_new (row->table->kind);
      uds_record_set_identity (record, row->id, 0);
    }
  return g_steal_pointer (&record);
}

static void
fill_record (UdsRecord *record,
             UdsRecord *said)
{
  for (guint i = 0; i < uds_record_get_kind (record)->n_fields; i++)
    if (uds_record_peek (said, i)->type != UDS_VALUE_NONE)
      uds_record_put (record, i, uds_record_peek (said, i));
}

/* Whether a row before was about the record, and said something else. */
static gboolean
contradicts (Saving       *saving,
             UdsRecordRow *row,
             UdsRecord    *record)
{
  const char *id = uds_record_get_id (record);
  guint before = id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (saving->rows, id)) : 0;
  g_autofree char *number = g_strdup_printf ("%u", before);

  if (before == 0 || !uds_record_has_changes (record))
    return FALSE;
  report_row (row, UDS_PROBLEM_DUPLICATE_RECORD, number);
  return TRUE;
}

static void
count (UdsImportFile *file,
       gboolean       created,
       gboolean       changed)
{
  if (created)
    file->records.created++;
  else if (changed)
    file->records.updated++;
  else
    file->records.unchanged++;
}

static gboolean
is_rows_fault (const GError *error)
{
  return g_error_matches (error, UDS_ERROR, UDS_ERROR_INVALID)
         || g_error_matches (error, UDS_ERROR, UDS_ERROR_CONFLICT);
}

static gboolean
save_record (Saving        *saving,
             UdsRecordRow  *row,
             GError       **error)
{
  g_autoptr (UdsRecord) record = find_record (saving->session, row, error);
  g_autoptr (GError) failure = NULL;
  gboolean created, changed;

  if (record == NULL)
    return FALSE;
  fill_record (record, row->said);
  if (contradicts (saving, row, record))
    return TRUE;

  created = uds_record_get_version (record) == 0;
  changed = uds_record_has_changes (record);
  if (!uds_session_save (saving->session, record, &failure))
    {
      if (!is_rows_fault (failure))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      report_row (row, UDS_PROBLEM_RECORD_REFUSED, failure->message);
      return TRUE;
    }

  count (saving->table->file, created, changed);
  g_hash_table_replace (saving->rows, g_strdup (uds_record_get_id (record)), GUINT_TO_POINTER (get_number (row)));
  return TRUE;
}

static Outcome
save_row (Saving        *saving,
          UdsRecordRow  *row,
          GError       **error)
{
  Outcome outcome = resolve_references (saving, row, error);

  if (outcome != OUTCOME_DONE || row->refused)
    return outcome;
  return save_record (saving, row, error) ? OUTCOME_DONE : OUTCOME_FAILED;
}

/* One walk over all rows that are not written yet. */
static gboolean
save_rows (Saving    *saving,
           gboolean  *waiting,
           GError   **error)
{
  g_auto (UdsRecordRow) row = { NULL };

  *waiting = FALSE;
  uds_record_row_init (&row, saving->table);
  while (uds_record_row_next (&row, NULL))
    {
      gpointer number = GUINT_TO_POINTER (get_number (&row));
      Outcome outcome;

      if (row.refused || g_hash_table_contains (saving->done, number))
        continue;
      outcome = save_row (saving, &row, error);
      if (outcome == OUTCOME_FAILED)
        return FALSE;
      if (outcome == OUTCOME_DONE)
        g_hash_table_add (saving->done, number);
      else
        *waiting = TRUE;
    }

  return TRUE;
}

/**
 * uds_record_table_save:
 * @self: a table that was previewed
 * @session: a session inside a command
 * @error: what went wrong
 *
 * Writes its rows and counts the records; rows that refer to others of the table come after those. Cells that turn out
 * not to be imported are reported in the file.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_record_table_save (UdsRecordTable  *self,
                       UdsSession      *session,
                       GError         **error)
{
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Saving saving = { self, session, done, rows, FALSE };
  gboolean waiting = TRUE;

  while (waiting)
    {
      guint n_before = g_hash_table_size (done);

      if (!save_rows (&saving, &waiting, error))
        return FALSE;
      saving.last = g_hash_table_size (done) == n_before;
    }

  uds_import_file_sort_problems (self->file);
  return TRUE;
}
