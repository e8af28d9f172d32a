/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row while it is read: each cell carries what becomes of it until the row is settled, and only settling counts. */
#include "uds-tidy-row-private.h"

#include "uds-json.h"

#include <string.h>

/**
 * uds_tidy_row_get:
 * @self: a row
 * @column: a column, from 0
 *
 * Returns: what becomes of the cell; where the row is too short, of an empty one
 */
const UdsTidyMark *
uds_tidy_row_get (UdsTidyRow *self,
                  guint       column)
{
  static const UdsTidyMark none = { "" };

  return column < self->marks->len ? &g_array_index (self->marks, UdsTidyMark, column) : &none;
}

/**
 * uds_tidy_row_set:
 * @self: a row
 * @column: the column of a cell that is there
 * @code: what is odd about it
 * @detail: (nullable): what the reason names besides
 * @repair: (nullable): what would be right
 *
 * Says what becomes of a cell. The texts must last until the row is settled.
 */
void
uds_tidy_row_set (UdsTidyRow     *self,
                  guint           column,
                  UdsProblemCode  code,
                  const char     *detail,
                  const char     *repair)
{
  UdsTidyMark *mark = &g_array_index (self->marks, UdsTidyMark, column);

  mark->code = code;
  mark->detail = detail;
  mark->repair = repair;
}

/**
 * uds_tidy_row_refuse:
 * @self: a row
 * @code: why
 * @detail: (nullable): what the reason names besides
 *
 * Refuses every cell of the row that is not refused already for a reason of its own.
 */
void
uds_tidy_row_refuse (UdsTidyRow     *self,
                     UdsProblemCode  code,
                     const char     *detail)
{
  for (guint i = 0; i < self->marks->len; i++)
    if (uds_tidy_row_get (self, i)->code <= UDS_PROBLEM_LAST_NOTE)
      uds_tidy_row_set (self, i, code, detail, NULL);
}

static const char *
trim (const char   *text,
      GStringChunk *scratch,
      gboolean     *trimmed)
{
  const char *start;
  gsize length;

  *trimmed = uds_text_trim (text, &start, &length);
  return *trimmed ? g_string_chunk_insert_len (scratch, start, (gssize) length) : text;
}

/**
 * uds_tidy_cell_read:
 * @reader: at a row
 * @columns: (element-type UdsTidyColumn): the columns
 * @column: the place of one; a row may have more cells than there are columns
 * @scratch: where a text is kept that differs from what is written
 * @trimmed: (out): whether there were blanks around it
 *
 * Returns: what a cell says: without blanks around it, and as its column reads it
 */
const char *
uds_tidy_cell_read (UdsCsvReader *reader,
                    GArray       *columns,
                    guint         column,
                    GStringChunk *scratch,
                    gboolean     *trimmed)
{
  const char *text = trim (uds_csv_reader_get_cell (reader, column), scratch, trimmed);
  const UdsTidyColumn *meaning = column < columns->len ? &g_array_index (columns, UdsTidyColumn, column) : NULL;
  gboolean next_trimmed;

  if (meaning == NULL || meaning->read == NULL)
    return text;
  return meaning->read (meaning, text, trim (uds_csv_reader_get_cell (reader, column + 1), scratch, &next_trimmed),
                        scratch);
}

static void
mark_cell (UdsTidyRow *self,
           guint       column)
{
  UdsCsvFlags flags = uds_csv_reader_get_flags (self->reader, column);
  UdsTidyMark mark = { 0 };

  mark.text = uds_tidy_cell_read (self->reader, self->columns, column, self->scratch, &mark.trimmed);
  if ((flags & UDS_CSV_UNCLOSED) != 0)
    mark.code = UDS_PROBLEM_UNCLOSED_QUOTE;
  else if (column >= self->columns->len)
    mark.code = UDS_PROBLEM_EXTRA_CELL;
  else if (g_array_index (self->columns, UdsTidyColumn, column).role == UDS_COLUMN_ROLE_IGNORED)
    mark.code = UDS_PROBLEM_IGNORED_COLUMN;
  else if (g_array_index (self->columns, UdsTidyColumn, column).role == UDS_COLUMN_ROLE_UNNAMED)
    mark.code = UDS_PROBLEM_UNNAMED_COLUMN;
  else if (g_array_index (self->columns, UdsTidyColumn, column).role == UDS_COLUMN_ROLE_DUPLICATE)
    {
      mark.code = UDS_PROBLEM_DUPLICATE_COLUMN;
      mark.detail = g_array_index (self->columns, UdsTidyColumn, column).name;
    }
  else if ((flags & UDS_CSV_STRAY) != 0)
    mark.code = UDS_PROBLEM_STRAY_QUOTE;
  g_array_append_val (self->marks, mark);
}

/**
 * uds_tidy_row_read:
 * @self: a row whose reader stands at it
 *
 * Begins the row: what its cells hold, and which cannot be imported wherever they stand.
 *
 * Returns: whether any cell has content
 */
gboolean
uds_tidy_row_read (UdsTidyRow *self)
{
  gboolean content = FALSE;

  g_array_set_size (self->marks, 0);
  g_string_chunk_clear (self->scratch);
  for (guint i = 0; i < uds_csv_reader_get_n_cells (self->reader); i++)
    {
      mark_cell (self, i);
      content |= *uds_tidy_row_get (self, i)->text != '\0';
    }
  return content;
}

/**
 * uds_tidy_row_settle:
 * @self: a row that was read
 *
 * Gives each cell to the file's count: once, with what became of it.
 */
void
uds_tidy_row_settle (UdsTidyRow *self)
{
  guint row = uds_csv_reader_get_row (self->reader);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const UdsTidyMark *mark = uds_tidy_row_get (self, i);
      const char *written = uds_csv_reader_get_cell (self->reader, i);
      gboolean trimmed = mark->trimmed && mark->code <= UDS_PROBLEM_LAST_NOTE;

      if (*written == '\0')
        continue;
      if (trimmed && mark->code == UDS_PROBLEM_NONE)
        {
          uds_import_file_add_cell (self->file, row, i + 1, UDS_PROBLEM_TRIMMED, written, NULL, mark->text);
          continue;
        }
      uds_import_file_add_cell (self->file, row, i + 1, mark->code, written, mark->detail, mark->repair);
      if (trimmed)
        uds_import_file_add_note (self->file, row, i + 1, UDS_PROBLEM_TRIMMED, written, NULL);
    }
}

static gboolean
has_role (UdsTidyRow    *self,
          guint          column,
          UdsColumnRole  first,
          UdsColumnRole  last)
{
  UdsColumnRole role = g_array_index (self->columns, UdsTidyColumn, column).role;

  return role >= first && role <= last;
}

/**
 * uds_tidy_row_join:
 * @self: a row
 * @first: a role
 * @last: a role
 * @joined: what the text is put into
 *
 * Returns: (transfer none): the row's cells from role @first to @last in one text, the same for rows where they are
 */
const char *
uds_tidy_row_join (UdsTidyRow    *self,
                   UdsColumnRole  first,
                   UdsColumnRole  last,
                   GString       *joined)
{
  g_string_truncate (joined, 0);
  for (guint i = 0; i < self->columns->len; i++)
    {
      if (!has_role (self, i, first, last))
        continue;
      g_string_append (joined, uds_tidy_row_get (self, i)->text);
      g_string_append_c (joined, '\x1f');
    }
  return joined->str;
}

/**
 * uds_quality_is_code:
 * @text: how sure a value is said to be
 *
 * Returns: whether it is the code of a quality, which then says all there is
 */
gboolean
uds_quality_is_code (const char *text)
{
  return uds_field_get_choice_label (uds_kind_lookup_field (uds_kind_lookup ("observation"), "quality", NULL), text)
         != NULL;
}

/**
 * uds_quality_from_status:
 * @text: (nullable): how sure a value is said to be
 *
 * Returns: (nullable): the code of the quality that it means: one of our own, or one of SDMX's (CL_OBS_STATUS)
 */
const char *
uds_quality_from_status (const char *text)
{
  static const struct {
    const char *code, *beginning, *quality;
  } statuses[] = {
    { "A", "normal", "measured" },    { "P", "provisional", "provisional" }, { "E", "estimate", "estimated" },
    { "F", "forecast", "estimated" }, { "I", "imputed", "derived" },
  };

  if (text == NULL || uds_quality_is_code (text))
    return text;
  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (g_ascii_strcasecmp (text, statuses[i].code) == 0
        || g_ascii_strncasecmp (text, statuses[i].beginning, strlen (statuses[i].beginning)) == 0)
      return statuses[i].quality;
  return NULL;
}

/* What is kept as the quality or the footnote and needs no second place: what our own tables say. */
static gboolean
is_field (const UdsTidyColumn *column,
          const char          *text)
{
  if (column->role == UDS_COLUMN_ROLE_STATUS)
    return uds_quality_is_code (text);
  return column->role == UDS_COLUMN_ROLE_COMMENT && g_str_equal (column->name, UDS_TIDY_FOOTNOTE);
}

/**
 * uds_tidy_row_make_json:
 * @self: a row
 * @first: a role
 * @last: a role
 * @is_total: (nullable): tells the texts that mean all, which are left out
 *
 * Returns: (transfer full) (nullable): the row's cells from role @first to @last as a JSON object by heading; %NULL
 *   where all are empty
 */
char *
uds_tidy_row_make_json (UdsTidyRow    *self,
                        UdsColumnRole  first,
                        UdsColumnRole  last,
                        gboolean     (*is_total) (const char *category))
{
  g_autoptr (JsonObject) object = json_object_new ();

  for (guint i = 0; i < self->columns->len; i++)
    {
      const UdsTidyColumn *column = &g_array_index (self->columns, UdsTidyColumn, i);
      const char *text = uds_tidy_row_get (self, i)->text;

      if (has_role (self, i, first, last) && *text != '\0' && column->wanted == NULL
          && g_strcmp0 (text, column->whole) != 0 && (is_total == NULL || !is_total (text))
          && !is_field (column, text))
        json_object_set_string_member (object, column->name, text);
    }
  return json_object_get_size (object) > 0 ? uds_json_to_canonical (object) : NULL;
}

/**
 * uds_tidy_row_get_text:
 * @self: a row
 * @role: a role that one column at most has
 *
 * Returns: (nullable): what stands there; %NULL where nothing does
 */
const char *
uds_tidy_row_get_text (UdsTidyRow    *self,
                       UdsColumnRole  role)
{
  const char *text;
  guint column;

  if (!uds_tidy_columns_find (self->columns, role, &column))
    return NULL;
  text = uds_tidy_row_get (self, column)->text;
  return *text != '\0' ? text : NULL;
}

/**
 * uds_tidy_row_get_quality:
 * @self: a row
 *
 * Returns: (nullable): the code of the quality that the row says its values have
 */
const char *
uds_tidy_row_get_quality (UdsTidyRow *self)
{
  const char *quality = uds_quality_from_status (uds_tidy_row_get_text (self, UDS_COLUMN_ROLE_STATUS));
  const UdsField *field = uds_kind_lookup_field (uds_kind_lookup ("observation"), "quality", NULL);

  /* The row's text does not last. */
  for (const UdsChoice *choice = field->choices; quality != NULL && choice->code != NULL; choice++)
    if (g_str_equal (choice->code, quality))
      return choice->code;
  return NULL;
}

/**
 * uds_tidy_row_make_footnote:
 * @self: a row
 *
 * Returns: (transfer full) (nullable): the row's remarks in one text
 */
char *
uds_tidy_row_make_footnote (UdsTidyRow *self)
{
  GString *footnote = NULL;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *text = uds_tidy_row_get (self, i)->text;

      if (!has_role (self, i, UDS_COLUMN_ROLE_COMMENT, UDS_COLUMN_ROLE_COMMENT) || *text == '\0')
        continue;
      if (footnote == NULL)
        footnote = g_string_new (text);
      else
        g_string_append_printf (footnote, "; %s", text);
    }
  return footnote != NULL ? g_string_free (footnote, FALSE) : NULL;
}
