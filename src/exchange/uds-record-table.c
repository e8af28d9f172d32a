/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importer of tables of records: the counterpart of uds_export_csv(). Tells by the headings which fields the
 * columns are. An empty cell says nothing: what is there stays. */
#include "uds-importer.h"

#include "uds-error.h"
#include "uds-record-table-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Columns */

static void
clear_column (gpointer data)
{
  g_free (((UdsRecordColumn *) data)->heading);
}

static gboolean
is_taken (GArray *columns,
          int     field)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, UdsRecordColumn, i).field == field)
      return TRUE;
  return FALSE;
}

static gboolean
looks_like (const char *heading,
            const char *name)
{
  g_autofree char *a = g_utf8_casefold (heading, -1);
  g_autofree char *b = g_utf8_casefold (name, -1);

  return g_str_equal (a, b);
}

static gboolean
has_label (const UdsField *field,
           const char     *heading)
{
  return looks_like (heading, field->label) || looks_like (heading, _(field->label));
}

/* The language that a label over a pair stands for: that of the session's texts. Danish texts are translations. */
static UdsFieldFlags
get_first_half (const UdsField *field)
{
  return _(field->label) == field->label ? UDS_FIELD_ENGLISH : UDS_FIELD_DANISH;
}

/* A field by its label. Both halves of a pair have the same: the first column is in the session's language, the second
 * in the other. */
static int
find_label (const UdsKind *kind,
            GArray        *columns,
            const char    *heading)
{
  const UdsFieldFlags halves = UDS_FIELD_DANISH | UDS_FIELD_ENGLISH;
  int second = UDS_RECORD_COLUMN_UNKNOWN;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const UdsField *field = &kind->fields[i];

      if (!has_label (field, heading))
        continue;
      if ((field->flags & halves) == 0 || ((field->flags & get_first_half (field)) && !is_taken (columns, (int) i)))
        return (int) i;
      if (second < 0 || is_taken (columns, second))
        second = (int) i;
    }

  return second;
}

static int
find_field (const UdsKind *kind,
            GArray        *columns,
            const char    *heading)
{
  if (looks_like (heading, "id"))
    return UDS_RECORD_COLUMN_ID;
  for (guint i = 0; i < kind->n_fields; i++)
    if (looks_like (heading, kind->fields[i].name))
      return (int) i;
  return find_label (kind, columns, heading);
}

static void
add_column (GArray        *columns,
            const UdsKind *kind,
            const char    *text)
{
  UdsRecordColumn column = { NULL, UDS_RECORD_COLUMN_UNNAMED };
  const char *start;
  gsize length;

  uds_text_trim (text, &start, &length);
  column.heading = g_strndup (start, length);
  if (length > 0)
    column.field = find_field (kind, columns, column.heading);
  if (column.field >= UDS_RECORD_COLUMN_ID && is_taken (columns, column.field))
    column.field = UDS_RECORD_COLUMN_DUPLICATE;
  g_array_append_val (columns, column);
}

static char
get_separator (const UdsImportFile *file)
{
  return file->separator_given ? file->separator : uds_csv_detect_separator (file->text);
}

/* "id" and then every field of the kind by its name, as an export has them. */
static gboolean
is_export_of (UdsCsvReader  *reader,
              const UdsKind *kind)
{
  if (uds_csv_reader_get_n_cells (reader) != kind->n_fields + 1
      || !g_str_equal (uds_csv_reader_get_cell (reader, 0), "id"))
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    if (!g_str_equal (uds_csv_reader_get_cell (reader, i + 1), kind->fields[i].name))
      return FALSE;
  return TRUE;
}

/**
 * uds_record_table_guess:
 * @file: a file whose text is read
 *
 * Returns: (nullable): the kind whose records Udsyn exported to it; %NULL where its headings are others
 */
const UdsKind *
uds_record_table_guess (const UdsImportFile *file)
{
  g_autoptr (UdsCsvReader) reader = uds_csv_reader_new (file->text, get_separator (file));
  guint n_kinds;
  const UdsKind *const *kinds = uds_kind_list (&n_kinds);

  if (!uds_csv_reader_next (reader, NULL))
    return NULL;
  for (guint i = 0; i < n_kinds; i++)
    if (is_export_of (reader, kinds[i]))
      return kinds[i];
  return NULL;
}

/* Tables */

static void
note_heading (UdsRecordTable *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const UdsRecordColumn *column = &g_array_index (self->columns, UdsRecordColumn, i);
      const char *meaning = column->field == UDS_RECORD_COLUMN_ID ? N_("Id") : N_("Not imported");

      if (column->field >= 0)
        meaning = self->kind->fields[column->field].label;
      uds_import_file_add_column (self->file, column->heading, meaning);
    }
}

static gboolean
read_heading (UdsRecordTable  *self,
              GError         **error)
{
  g_autoptr (UdsCsvReader) reader = uds_csv_reader_new (self->file->text, self->file->separator);
  gboolean known = FALSE;

  if (!uds_csv_reader_read_heading (reader, error))
    return FALSE;
  for (guint i = 0; i < uds_csv_reader_get_n_cells (reader); i++)
    {
      add_column (self->columns, self->kind, uds_csv_reader_get_cell (reader, i));
      known = known || g_array_index (self->columns, UdsRecordColumn, i).field >= 0;
    }
  if (known)
    return TRUE;

  g_set_error (error, UDS_ERROR, UDS_ERROR_UNKNOWN_FORMAT,
               _("No heading of the first row names a field of the kind “%s”"), self->kind->name);
  return FALSE;
}

static gboolean
is_number (const UdsRecordTable *self,
           guint                 place)
{
  int field = place < self->columns->len ? g_array_index (self->columns, UdsRecordColumn, place).field : -1;

  return field >= 0 && self->kind->fields[field].type == UDS_FIELD_REAL;
}

/* Which decimal sign all its numbers together speak for. What Udsyn exported has points. */
static UdsDecimal
look_at_numbers (UdsRecordTable *self)
{
  g_autoptr (UdsCsvReader) reader = uds_csv_reader_new (self->file->text, self->file->separator);
  UdsDecimalEvidence evidence = { 0 };
  UdsDecimal decimal;

  uds_csv_reader_next (reader, NULL);
  while (uds_csv_reader_next (reader, NULL))
    for (guint i = 0; i < uds_csv_reader_get_n_cells (reader); i++)
      {
        g_autofree char *trimmed = NULL;

        if (!is_number (self, i))
          continue;
        trimmed = g_strstrip (g_strdup (uds_csv_reader_get_cell (reader, i)));
        uds_decimal_look (&evidence, trimmed);
      }

  decimal = uds_decimal_decide (&evidence);
  if (decimal == UDS_DECIMAL_UNKNOWN && uds_record_table_guess (self->file) == self->kind)
    return UDS_DECIMAL_POINT;
  return decimal;
}

/**
 * uds_record_table_new:
 * @file: a file whose text is read
 * @repair: whether the repairs proposed are accepted
 * @error: why nothing in it can be imported
 *
 * Returns: (transfer full) (nullable): the table with its columns; its rows are read with a #UdsRecordRow
 */
UdsRecordTable *
uds_record_table_new (UdsImportFile  *file,
                      gboolean        repair,
                      GError        **error)
{
  g_autoptr (UdsRecordTable) self = g_new0 (UdsRecordTable, 1);

  self->file = file;
  self->kind = file->kind != NULL ? file->kind : uds_record_table_guess (file);
  self->columns = g_array_new (FALSE, FALSE, sizeof (UdsRecordColumn));
  self->repair = repair;
  g_array_set_clear_func (self->columns, clear_column);

  file->separator = get_separator (file);
  if (!read_heading (self, error))
    return NULL;
  if (!file->decimal_given)
    file->decimal = look_at_numbers (self);
  self->decimal = file->decimal;
  return g_steal_pointer (&self);
}

/**
 * uds_record_table_free:
 * @self: (transfer full): a table
 */
void
uds_record_table_free (UdsRecordTable *self)
{
  g_array_unref (self->columns);
  g_free (self);
}

static void
count_cells (const UdsRecordRow *row)
{
  UdsImportFile *file = row->table->file;

  file->n_rows++;
  for (guint i = 0; i < row->cells->len; i++)
    {
      const UdsRecordCell *cell = &g_array_index (row->cells, UdsRecordCell, i);
      const char *text = uds_record_row_get_text (row, i);

      if (*text != '\0')
        uds_import_file_add_cell (file, uds_csv_reader_get_row (row->reader), i + 1, cell->code, text, cell->detail,
                                  cell->repair);
    }
}

static gboolean
read_rows (UdsRecordTable  *self,
           GError         **error)
{
  g_auto (UdsRecordRow) row = { NULL };
  g_autoptr (GError) failure = NULL;

  uds_record_row_init (&row, self);
  while (uds_record_row_next (&row, &failure))
    {
      count_cells (&row);
      if (!uds_import_file_check (self->file, error))
        return FALSE;
    }
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* The importer */

static int
sniff (const UdsImportFile  *file,
       const char          **reason)
{
  if (file->kind != NULL)
    {
      *reason = _("You said which records the file holds");
      return 100;
    }
  if (uds_record_table_guess (file) != NULL)
    {
      *reason = _("The first row has the headings of a file that Udsyn exported");
      return 98;
    }

  *reason = _("The first row does not have the headings of a file that Udsyn exported");
  return 0;
}

static guint
get_rank (const UdsKind *kind)
{
  const UdsKind *const *kinds = uds_kind_list (NULL);
  guint rank = 0;

  while (kinds[rank] != kind)
    rank++;
  return rank;
}

/* What a row refers to may stand in another of the files. */
static int
compare_tables (gconstpointer a,
                gconstpointer b)
{
  const UdsRecordTable *first = *(UdsRecordTable *const *) a, *second = *(UdsRecordTable *const *) b;

  return (int) get_rank (first->kind) - (int) get_rank (second->kind);
}

static gpointer
preview (GPtrArray *files,
         gboolean   repair)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) uds_record_table_free);

  for (guint i = 0; i < files->len; i++)
    {
      UdsImportFile *file = g_ptr_array_index (files, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (UdsRecordTable) table = uds_record_table_new (file, repair, &error);

      if (table == NULL)
        {
          uds_import_file_refuse (file, error);
          continue;
        }
      note_heading (table);
      if (read_rows (table, &error))
        g_ptr_array_add (tables, g_steal_pointer (&table));
      else
        uds_import_file_refuse (file, error);
    }

  g_ptr_array_sort (tables, compare_tables);
  return tables;
}

static gboolean
apply (gpointer     plan,
       UdsSession  *session,
       GError     **error)
{
  GPtrArray *tables = plan;

  for (guint i = 0; i < tables->len; i++)
    if (!uds_record_table_save (g_ptr_array_index (tables, i), session, error))
      return FALSE;
  return TRUE;
}

static void
free_plan (gpointer plan)
{
  g_ptr_array_unref (plan);
}

const UdsImporter uds_record_importer = {
  .name = "records",
  .label = N_("Records"),
  .sniff = sniff,
  .preview = preview,
  .apply = apply,
  .free = free_plan,
};
