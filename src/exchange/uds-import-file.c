/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one place where cells are counted: each is added once, with what became of it, so that no cell is lost and none
 * counts twice. */
#include "uds-import-file.h"

#include "uds-category-private.h"
#include "uds-error.h"
#include "uds-file-signature-private.h"
#include "uds-vcard.h"

#include <glib/gi18n.h>
#include <string.h>

static void
column_free (gpointer data)
{
  UdsImportColumn *column = data;

  g_free (column->heading);
  g_clear_pointer (&column->categories, g_ptr_array_unref);
  g_free (column->proposed);
  g_free (column);
}

/**
 * uds_import_file_new:
 * @name: what the user calls the file
 * @bytes: (nullable): its content
 *
 * Returns: (transfer full): the file before anybody looked into it
 */
UdsImportFile *
uds_import_file_new (const char *name,
                     GBytes     *bytes)
{
  UdsImportFile *self = g_new0 (UdsImportFile, 1);

  self->name = g_strdup (name);
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) uds_problem_free);
  self->roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->indicators = g_ptr_array_new_with_free_func ((GDestroyNotify) uds_import_indicator_free);
  return self;
}

/**
 * uds_import_file_free:
 * @self: (transfer full): a file
 */
void
uds_import_file_free (UdsImportFile *self)
{
  g_free (self->name);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->problems);
  g_hash_table_unref (self->roles);
  g_hash_table_unref (self->wanted);
  g_hash_table_unref (self->said);
  g_ptr_array_unref (self->indicators);
  g_free (self->indicator);
  g_free (self);
}

static void
set_too_large (GError **error)
{
  g_autofree char *size = g_format_size (UDS_IMPORT_MAX_SIZE);

  g_set_error (error, UDS_ERROR, UDS_ERROR_LIMIT, _("The file is larger than %s"), size);
}

/* Never more than the limit is read, whatever the file system says its size is. */
static GBytes *
load_bytes (GFile   *file,
            GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GByteArray) content = g_byte_array_new ();
  guint8 chunk[65536];
  gssize n_read;

  if (stream == NULL)
    return NULL;

  while ((n_read = g_input_stream_read (G_INPUT_STREAM (stream), chunk, sizeof chunk, NULL, error)) > 0)
    {
      g_byte_array_append (content, chunk, (guint) n_read);
      if (content->len > UDS_IMPORT_MAX_SIZE)
        {
          set_too_large (error);
          return NULL;
        }
    }
  return n_read == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&content)) : NULL;
}

/**
 * uds_import_file_load:
 * @file: a file
 *
 * Reads a file of at most %UDS_IMPORT_MAX_SIZE bytes.
 *
 * Returns: (transfer full): the file; refused where it cannot be read or is larger
 */
UdsImportFile *
uds_import_file_load (GFile *file)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = load_bytes (file, &error);
  UdsImportFile *self = uds_import_file_new (name, bytes);

  if (bytes == NULL)
    uds_import_file_refuse (self, error);
  return self;
}

static void
forget_findings (UdsImportFile *self)
{
  self->n_rows = 0;
  self->cells = (UdsImportCells) { 0 };
  self->records = (UdsImportRecords) { 0 };
  g_ptr_array_set_size (self->columns, 0);
  g_ptr_array_set_size (self->problems, 0);
  g_ptr_array_set_size (self->indicators, 0);
}

/* Lines of a vCard are folded in the middle of letters and may be in several encodings: its importer reads bytes. */
static GBytes *
make_text (const UdsImportFile  *self,
           GError              **error)
{
  GBytes *text = uds_encoding_to_utf8 (self->bytes, self->encoding, error);
  gsize size;
  const char *data = g_bytes_get_data (self->bytes, &size);
  char *valid;

  if (text != NULL || !uds_vcard_is_one (self->bytes))
    return text;
  g_clear_error (error);
  valid = g_utf8_make_valid (data, (gssize) size);
  return g_bytes_new_take (valid, strlen (valid));
}

/**
 * uds_import_file_read:
 * @self: a file
 *
 * Forgets what an earlier preview found and makes the text anew, in the encoding given or else detected.
 *
 * Returns: %FALSE where the file has no text; it is then refused
 */
gboolean
uds_import_file_read (UdsImportFile *self)
{
  g_autoptr (GError) error = NULL;
  const char *signature;

  if (self->bytes == NULL)
    return FALSE;

  forget_findings (self);
  self->refused = FALSE;
  self->format = NULL;
  if (!self->encoding_given)
    self->encoding = uds_encoding_detect (self->bytes);

  g_clear_pointer (&self->text, g_bytes_unref);
  if (g_bytes_get_size (self->bytes) == 0)
    g_set_error_literal (&error, UDS_ERROR, UDS_ERROR_INVALID, _("The file is empty"));
  else if (g_bytes_get_size (self->bytes) > UDS_IMPORT_MAX_SIZE)
    set_too_large (&error);
  else if ((signature = uds_file_signature_describe (self->bytes)) != NULL)
    g_set_error_literal (&error, UDS_ERROR, UDS_ERROR_UNKNOWN_FORMAT, signature);
  else
    self->text = make_text (self, &error);

  if (self->text == NULL)
    uds_import_file_refuse (self, error);
  return self->text != NULL;
}

/**
 * uds_import_file_recode:
 * @self: a file whose text is read
 * @encoding: how the file itself says that it is written
 *
 * Makes the text anew in @encoding, unless the user said how the file is written.
 *
 * Returns: %FALSE where the file is not written so; its text is then left alone
 */
gboolean
uds_import_file_recode (UdsImportFile *self,
                        UdsEncoding    encoding)
{
  GBytes *text;

  if (self->encoding_given || self->encoding == encoding)
    return TRUE;
  text = uds_encoding_to_utf8 (self->bytes, encoding, NULL);
  if (text == NULL)
    return FALSE;

  g_bytes_unref (self->text);
  self->text = text;
  self->encoding = encoding;
  return TRUE;
}

static UdsProblemCode
get_refusal (const GError *error)
{
  if (g_error_matches (error, UDS_ERROR, UDS_ERROR_UNKNOWN_FORMAT))
    return UDS_PROBLEM_UNKNOWN_FORMAT;
  if (g_error_matches (error, UDS_ERROR, UDS_ERROR_LIMIT))
    return UDS_PROBLEM_TOO_LARGE;
  return error->domain == UDS_ERROR ? UDS_PROBLEM_INVALID_FILE : UDS_PROBLEM_UNREADABLE_FILE;
}

/**
 * uds_import_file_refuse:
 * @self: a file
 * @error: why
 *
 * Takes back everything found in the file: nothing of it will be imported, and the one problem left says why.
 */
void
uds_import_file_refuse (UdsImportFile *self,
                        const GError  *error)
{
  forget_findings (self);
  self->refused = TRUE;
  g_ptr_array_add (self->problems, uds_problem_new (0, 0, get_refusal (error), NULL, error->message, NULL));
}

/**
 * uds_import_file_get_stem:
 * @self: a file
 *
 * Returns: (transfer full): its name without folders and suffix
 */
char *
uds_import_file_get_stem (const UdsImportFile *self)
{
  char *stem = g_path_get_basename (self->name);
  char *dot = strrchr (stem, '.');

  if (dot != NULL && dot != stem)
    *dot = '\0';
  return stem;
}

/* Numbers and letters between hyphens or points, a goal's number first: "11-6-2", "6-3-1-a", "archived-4-2-1". */
static gboolean
is_id (const char *stem)
{
  const char *start = g_str_has_prefix (stem, "archived-") ? stem + strlen ("archived-") : stem;
  gboolean joined = FALSE;

  if (!g_ascii_isdigit (*start))
    return FALSE;
  for (const char *p = start; *p != '\0'; p++)
    {
      gboolean joint = *p == '-' || *p == '.';

      if ((joint && (joined || p[1] == '\0')) || (!joint && !g_ascii_isalnum (*p)))
        return FALSE;
      joined = joint;
    }
  return strpbrk (start, "-.") != NULL;
}

/**
 * uds_import_file_get_code:
 * @self: a file
 * @is_certain: (out) (optional): whether the user said it, or the name of the file is a code
 *
 * Returns: (transfer full): the code of the indicator that the file is about: what the user said; or the id in its
 *   name, "11.6.2" of "indicator_11-6-2.csv"; a name that is no id stands for itself
 */
char *
uds_import_file_get_code (const UdsImportFile *self,
                          gboolean            *is_certain)
{
  g_autofree char *stem = uds_import_file_get_stem (self);
  const char *id = g_str_has_prefix (stem, "indicator_") ? stem + strlen ("indicator_") : stem;
  gboolean certain = self->indicator != NULL || is_id (id);

  if (is_certain != NULL)
    *is_certain = certain;
  if (self->indicator != NULL)
    return g_strdup (self->indicator);
  return certain ? g_strdelimit (g_strdup (id), "-", '.') : g_utf8_make_valid (id, -1);
}

/**
 * uds_import_file_has_suffix:
 * @self: a file
 * @suffixes: (array zero-terminated=1): suffixes in small letters, with their points
 *
 * Returns: whether its name ends with one of them
 */
gboolean
uds_import_file_has_suffix (const UdsImportFile *self,
                            const char *const   *suffixes)
{
  g_autofree char *lower = g_ascii_strdown (self->name, -1);

  for (guint i = 0; suffixes[i] != NULL; i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return TRUE;
  return FALSE;
}

/**
 * uds_import_file_add_column:
 * @self: a file
 * @heading: the heading of its next column
 * @meaning: what it is taken for; see #UdsImportColumn
 */
void
uds_import_file_add_column (UdsImportFile *self,
                            const char    *heading,
                            const char    *meaning)
{
  UdsImportColumn *column = g_new (UdsImportColumn, 1);

  *column = (UdsImportColumn) { .heading = g_strdup (heading), .meaning = meaning };
  g_ptr_array_add (self->columns, column);
}

/**
 * uds_import_file_add_role_column:
 * @self: a file
 * @heading: the heading of its next column
 * @role: what it is in a table of observations
 */
void
uds_import_file_add_role_column (UdsImportFile *self,
                                 const char    *heading,
                                 UdsColumnRole  role)
{
  UdsImportColumn *column;

  uds_import_file_add_column (self, heading, uds_column_role_get_label (role));
  column = g_ptr_array_index (self->columns, self->columns->len - 1);
  column->has_role = TRUE;
  column->role = role;
}

/**
 * uds_import_column_set_categories:
 * @column: a column that is a breakdown
 * @categories: (element-type utf8): a set of its categories
 *
 * Lists them for the user to choose from, and proposes our own city where it is one of several.
 */
void
uds_import_column_set_categories (UdsImportColumn *column,
                                  GHashTable      *categories)
{
  column->categories = uds_categories_sort (categories);
  if (column->categories->len > 1)
    column->proposed = g_strdup (uds_categories_find_city (column->heading, categories));
}

/**
 * uds_import_file_get_role:
 * @self: a file
 * @heading: the heading of a column
 * @role: (out): what the user says it is
 *
 * Returns: whether the user says anything of it
 */
gboolean
uds_import_file_get_role (const UdsImportFile *self,
                          const char          *heading,
                          UdsColumnRole       *role)
{
  gpointer value;

  if (!g_hash_table_lookup_extended (self->roles, heading, NULL, &value))
    return FALSE;

  *role = GPOINTER_TO_UINT (value);
  return TRUE;
}

/**
 * uds_import_file_get_wanted:
 * @self: a file
 * @heading: the heading of a breakdown
 *
 * Returns: (nullable): the only category that the user wants of it; %NULL for all
 */
const char *
uds_import_file_get_wanted (const UdsImportFile *self,
                            const char          *heading)
{
  return g_hash_table_lookup (self->wanted, heading);
}

/**
 * uds_import_file_get_said:
 * @self: a file
 * @field: a field of an indicator
 *
 * Returns: (nullable): what the user says it is; empty for none, %NULL where nothing is said
 */
const char *
uds_import_file_get_said (const UdsImportFile *self,
                          const char          *field)
{
  return g_hash_table_lookup (self->said, field);
}

/**
 * uds_import_file_add_cell:
 * @self: a file
 * @row: the cell's row
 * @column: its column, from 1
 * @code: %UDS_PROBLEM_NONE or a note for a cell that is imported; otherwise why it is not
 * @value: what stands there
 * @detail: (nullable): what the reason names besides
 * @repair: (nullable): what would be right
 *
 * Counts one cell that is not empty, and keeps the problem where there is one. To be called once for each.
 */
void
uds_import_file_add_cell (UdsImportFile  *self,
                          guint           row,
                          guint           column,
                          UdsProblemCode  code,
                          const char     *value,
                          const char     *detail,
                          const char     *repair)
{
  self->cells.read++;
  if (code <= UDS_PROBLEM_LAST_NOTE)
    self->cells.imported++;
  else
    self->cells.reported++;

  if (code != UDS_PROBLEM_NONE)
    g_ptr_array_add (self->problems, uds_problem_new (row, column, code, value, detail, repair));
}

/**
 * uds_import_file_add_note:
 * @self: a file
 * @row: a row, or 0
 * @column: a column, or 0
 * @code: the code of a note
 * @value: (nullable): what stands there
 * @detail: (nullable): what the reason names besides
 *
 * Keeps a remark that is not about a cell below the heading; it counts as no cell.
 */
void
uds_import_file_add_note (UdsImportFile  *self,
                          guint           row,
                          guint           column,
                          UdsProblemCode  code,
                          const char     *value,
                          const char     *detail)
{
  g_ptr_array_add (self->problems, uds_problem_new (row, column, code, value, detail, NULL));
}

/**
 * uds_import_file_take_back:
 * @self: a file
 * @row: the row of a cell that was counted as imported
 * @column: its column, from 1
 * @code: why it is not after all
 * @value: what stands there
 * @detail: (nullable): what the reason names besides
 *
 * For what shows only when a file is applied. Follow with uds_import_file_sort_problems().
 */
void
uds_import_file_take_back (UdsImportFile  *self,
                           guint           row,
                           guint           column,
                           UdsProblemCode  code,
                           const char     *value,
                           const char     *detail)
{
  self->cells.imported--;
  self->cells.reported++;
  g_ptr_array_add (self->problems, uds_problem_new (row, column, code, value, detail, NULL));
}

static int
compare_problems (gconstpointer a,
                  gconstpointer b)
{
  const UdsProblem *first = *(UdsProblem *const *) a, *second = *(UdsProblem *const *) b;

  if (first->row != second->row)
    return first->row < second->row ? -1 : 1;
  return (first->column > second->column) - (first->column < second->column);
}

/**
 * uds_import_file_sort_problems:
 * @self: a file
 *
 * Puts its problems into the order of its rows again.
 */
void
uds_import_file_sort_problems (UdsImportFile *self)
{
  g_ptr_array_sort (self->problems, compare_problems);
}

/**
 * uds_import_file_check:
 * @self: a file
 * @error: %UDS_ERROR_LIMIT where so much in it is odd that it is probably read the wrong way
 *
 * Returns: whether to read on
 */
gboolean
uds_import_file_check (UdsImportFile  *self,
                       GError        **error)
{
  if (self->problems->len <= UDS_IMPORT_MAX_PROBLEMS)
    return TRUE;

  g_set_error (error, UDS_ERROR, UDS_ERROR_LIMIT,
               _("More than %d cells cannot be imported. Please check the separator and the decimal sign"),
               UDS_IMPORT_MAX_PROBLEMS);
  return FALSE;
}

static gboolean
is_blank (gunichar letter)
{
  return letter == ' ' || (letter >= '\t' && letter <= '\r') || letter == 0x00a0 || letter == 0x2007 || letter == 0x202f
         || letter == 0xfeff;
}

/**
 * uds_text_trim:
 * @text: UTF-8
 * @start: (out): where it begins without the blanks before it
 * @length: (out): how long it is without the blanks around it
 *
 * Blanks are also line ends, blanks that do not break, and byte order marks glued on by mistake.
 *
 * Returns: whether there were any
 */
gboolean
uds_text_trim (const char  *text,
               const char **start,
               gsize       *length)
{
  const char *end = text + strlen (text);
  const char *before;

  *start = text;
  while (*start < end && is_blank (g_utf8_get_char (*start)))
    *start = g_utf8_next_char (*start);
  while (end > *start && is_blank (g_utf8_get_char (before = g_utf8_prev_char (end))))
    end = before;
  *length = end - *start;
  return *start != text || *end != '\0';
}
