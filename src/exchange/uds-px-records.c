/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes the text of a PX file apart: KEYWORD[language]("subject")=values; record after record up to the data. What
 * the keywords mean is decided elsewhere. */
#include "uds-px-private.h"

#include "uds-error.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  UdsPx *px;
  const char *at;
  guint line;
  GString *buffer;
} Reading;

/**
 * uds_px_skip_blanks:
 * @at: a place in a text
 * @line: (inout): the line it is in
 *
 * Returns: the next place with something else than blanks and line ends
 */
const char *
uds_px_skip_blanks (const char *at,
                    guint      *line)
{
  for (; *at == ' ' || (*at >= '\t' && *at <= '\r') || *at == '\x1a'; at++)
    *line += *at == '\n' || (*at == '\r' && at[1] != '\n');
  return at;
}

static void
skip_blanks (Reading *reading)
{
  reading->at = uds_px_skip_blanks (reading->at, &reading->line);
}

static gboolean
fail (Reading     *reading,
      const char  *expected,
      GError     **error)
{
  /* Translators: the number of a line, then a sign or a word */
  g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID, _("Line %u is not as PX has it: “%s” should stand there"),
               reading->line, expected);
  return FALSE;
}

static gboolean
read_sign (Reading  *reading,
           char      sign,
           GError  **error)
{
  const char expected[] = { sign, '\0' };

  skip_blanks (reading);
  if (*reading->at != sign)
    return fail (reading, expected, error);
  reading->at++;
  return TRUE;
}

/* A text; one that goes on in another right behind it, mostly in the next line, is one with it. */
static const char *
read_text (Reading  *reading,
           GError  **error)
{
  g_string_truncate (reading->buffer, 0);
  while (*reading->at == '"')
    {
      const char *begin = reading->at + 1;
      const char *end = strchr (begin, '"');

      if (end == NULL)
        {
          g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID,
                       _("The quotation mark in line %u is never closed; the file may be cut off"), reading->line);
          return NULL;
        }
      g_string_append_len (reading->buffer, begin, end - begin);
      for (const char *p = begin; p < end; p++)
        reading->line += *p == '\n';
      reading->at = end + 1;
      skip_blanks (reading);
    }
  return g_string_chunk_insert_len (reading->px->texts, reading->buffer->str, (gssize) reading->buffer->len);
}

static const char *
read_word (Reading    *reading,
           const char *ends)
{
  gsize length = strcspn (reading->at, ends);
  const char *word = g_string_chunk_insert_len (reading->px->texts, reading->at, (gssize) length);

  reading->at += length;
  return word;
}

/* The name */

static gboolean
read_language (Reading      *reading,
               UdsPxRecord  *record,
               GError      **error)
{
  skip_blanks (reading);
  if (*reading->at != '[')
    return TRUE;
  reading->at++;
  record->language = read_word (reading, "];=\r\n");
  return read_sign (reading, ']', error);
}

static gboolean
read_subjects (Reading      *reading,
               UdsPxRecord  *record,
               GString      *name,
               GError      **error)
{
  skip_blanks (reading);
  if (*reading->at != '(')
    return TRUE;

  for (char before = '('; before != ')';)
    {
      const char *subject;

      reading->at++;
      skip_blanks (reading);
      if (*reading->at != '"')
        return fail (reading, "\"", error);
      subject = read_text (reading, error);
      if (subject == NULL)
        return FALSE;
      if (record->subject == NULL)
        record->subject = subject;
      g_string_append_printf (name, "%c\"%s\"", before, subject);
      before = *reading->at;
      if (before != ',' && before != ')')
        return fail (reading, ")", error);
    }
  reading->at++;
  g_string_append_c (name, ')');
  return TRUE;
}

static gboolean
read_name (Reading      *reading,
           UdsPxRecord  *record,
           GError      **error)
{
  g_autoptr (GString) name = NULL;
  gsize length = 0;
  g_autofree char *keyword = NULL;

  while (g_ascii_isalnum (reading->at[length]) || reading->at[length] == '-' || reading->at[length] == '_')
    length++;
  if (length == 0)
    return fail (reading, "DATA=", error);
  keyword = g_ascii_strup (reading->at, (gssize) length);
  record->keyword = g_string_chunk_insert_const (reading->px->texts, keyword);
  record->line = reading->line;
  reading->at += length;

  if (!read_language (reading, record, error))
    return FALSE;
  name = g_string_new (keyword);
  if (record->language != NULL)
    g_string_append_printf (name, "[%s]", record->language);
  if (!read_subjects (reading, record, name, error))
    return FALSE;
  record->name = g_string_chunk_insert_const (reading->px->texts, name->str);
  return read_sign (reading, '=', error);
}

/* The value */

/* A hyphen between two texts makes a range of them; one before anything else belongs to a word. */
static gboolean
is_range (Reading *reading)
{
  guint line = 0;

  return *reading->at == '-' && *uds_px_skip_blanks (reading->at + 1, &line) == '"';
}

static gboolean
read_token (Reading     *reading,
            UdsPxToken  *token,
            GError     **error)
{
  *token = (UdsPxToken) { .kind = *reading->at, .line = reading->line };
  if (token->kind == '"')
    {
      token->text = read_text (reading, error);
      return token->text != NULL;
    }
  if (strchr (",()", token->kind) != NULL || is_range (reading))
    {
      reading->at++;
      return TRUE;
    }
  token->kind = 'w';
  token->text = read_word (reading, " \t\r\n\f\v\x1a,;()\"");
  return TRUE;
}

static gboolean
add_token (Reading           *reading,
           const UdsPxToken  *token,
           GError           **error)
{
  if (reading->px->tokens->len == UDS_PX_MAX_VALUES)
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_LIMIT, _("Line %u: the file has more than %d values"), reading->line,
                   UDS_PX_MAX_VALUES);
      return FALSE;
    }
  g_array_append_vals (reading->px->tokens, token, 1);
  return TRUE;
}

static gboolean
read_value (Reading      *reading,
            UdsPxRecord  *record,
            GError      **error)
{
  record->first = reading->px->tokens->len;
  record->is_list = TRUE;
  for (;;)
    {
      UdsPxToken token;

      skip_blanks (reading);
      if (*reading->at == ';')
        break;
      if (*reading->at == '\0')
        return fail (reading, ";", error);
      if (!read_token (reading, &token, error))
        return FALSE;
      record->is_list = record->is_list && (token.text != NULL || token.kind == ',');
      if (!add_token (reading, &token, error))
        return FALSE;
    }
  reading->at++;
  record->n_tokens = reading->px->tokens->len - record->first;
  return TRUE;
}

static void
add_record (UdsPx       *self,
            UdsPxRecord *record)
{
  record->is_duplicate = g_hash_table_contains (self->by_name, record->name);
  g_array_append_vals (self->records, record, 1);
  if (!record->is_duplicate)
    g_hash_table_insert (self->by_name, (gpointer) record->name, GUINT_TO_POINTER (self->records->len));
}

static gboolean
read_records (Reading  *reading,
              GError  **error)
{
  for (;;)
    {
      UdsPxRecord record = { 0 };

      skip_blanks (reading);
      if (!read_name (reading, &record, error))
        return FALSE;
      if (g_str_equal (record.keyword, "DATA"))
        break;
      if (!read_value (reading, &record, error))
        return FALSE;
      add_record (reading->px, &record);
    }
  reading->px->data = reading->at;
  reading->px->data_line = reading->line;
  return TRUE;
}

/**
 * uds_px_new:
 * @text: a PX file in UTF-8; must outlive it
 * @error: what is wrong, with the line
 *
 * Returns: (transfer full) (nullable): the file in its parts
 */
UdsPx *
uds_px_new (const char  *text,
            GError     **error)
{
  g_autoptr (UdsPx) self = g_new0 (UdsPx, 1);
  g_autoptr (GString) buffer = g_string_new (NULL);
  Reading reading = { .px = self, .at = text, .line = 1, .buffer = buffer };

  self->texts = g_string_chunk_new (4096);
  self->tokens = g_array_new (FALSE, FALSE, sizeof (UdsPxToken));
  self->records = g_array_new (FALSE, FALSE, sizeof (UdsPxRecord));
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  return read_records (&reading, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * uds_px_free:
 * @self: (transfer full): a PX file
 */
void
uds_px_free (UdsPx *self)
{
  g_string_chunk_free (self->texts);
  g_array_unref (self->tokens);
  g_array_unref (self->records);
  g_hash_table_unref (self->by_name);
  g_free (self);
}

/**
 * uds_px_find:
 * @self: a PX file
 * @keyword: a keyword
 * @language: (nullable): a language, as the records say it
 * @subject: (nullable): what it is about
 *
 * Returns: (transfer none) (nullable): the record
 */
const UdsPxRecord *
uds_px_find (const UdsPx *self,
             const char  *keyword,
             const char  *language,
             const char  *subject)
{
  g_autoptr (GString) name = g_string_new (keyword);
  guint place;

  if (language != NULL)
    g_string_append_printf (name, "[%s]", language);
  if (subject != NULL)
    g_string_append_printf (name, "(\"%s\")", subject);
  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_name, name->str));
  return place > 0 ? &g_array_index (self->records, UdsPxRecord, place - 1) : NULL;
}

/**
 * uds_px_get_token:
 * @self: a PX file
 * @record: one of its records
 * @place: the place of a token in its value
 *
 * Returns: (transfer none) (nullable): the token; %NULL where there are not so many
 */
const UdsPxToken *
uds_px_get_token (const UdsPx       *self,
                  const UdsPxRecord *record,
                  guint              place)
{
  return place < record->n_tokens ? &g_array_index (self->tokens, UdsPxToken, record->first + place) : NULL;
}

/**
 * uds_px_get_text:
 * @self: a PX file
 * @keyword: a keyword
 * @language: (nullable): a language, as the records say it
 * @subject: (nullable): what it is about
 *
 * Returns: (transfer none) (nullable): the first text or word of the record's value
 */
const char *
uds_px_get_text (const UdsPx *self,
                 const char  *keyword,
                 const char  *language,
                 const char  *subject)
{
  const UdsPxRecord *record = uds_px_find (self, keyword, language, subject);
  const UdsPxToken *token = record != NULL ? uds_px_get_token (self, record, 0) : NULL;

  return token != NULL ? token->text : NULL;
}

/**
 * uds_px_list_texts:
 * @self: a PX file
 * @record: (nullable): one of its records
 *
 * Returns: (transfer container) (element-type utf8): the texts and words of its value
 */
GPtrArray *
uds_px_list_texts (const UdsPx       *self,
                   const UdsPxRecord *record)
{
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; record != NULL && i < record->n_tokens; i++)
    {
      const UdsPxToken *token = uds_px_get_token (self, record, i);

      if (token->text != NULL)
        g_ptr_array_add (texts, (gpointer) token->text);
    }
  return texts;
}
