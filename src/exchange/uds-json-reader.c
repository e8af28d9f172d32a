/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Depth and the number of nodes are limited, so that a hostile file costs no more than its own size. */
#include "uds-json-reader.h"

#include "uds-error.h"

#include <glib/gi18n.h>
#include <string.h>

struct _UdsJsonReader
{
  const char *at;
  guint line;
  guint depth;
  guint n_nodes;
  gboolean is_first[UDS_JSON_MAX_DEPTH]; /* whether nothing of the object or array was read yet */
  GString *text;
};

/**
 * uds_json_reader_new:
 * @text: JSON in UTF-8; must outlive the reader
 *
 * Returns: (transfer full): a reader at its beginning
 */
UdsJsonReader *
uds_json_reader_new (const char *text)
{
  UdsJsonReader *self = g_new0 (UdsJsonReader, 1);

  self->at = text;
  self->line = 1;
  self->text = g_string_new (NULL);
  return self;
}

/**
 * uds_json_reader_free:
 * @self: (transfer full): a reader
 */
void
uds_json_reader_free (UdsJsonReader *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * uds_json_reader_get_line:
 * @self: a reader
 *
 * Returns: the line that it stands in
 */
guint
uds_json_reader_get_line (UdsJsonReader *self)
{
  return self->line;
}

static gboolean
fail (UdsJsonReader  *self,
      GError        **error)
{
  if (*self->at == '\0')
    g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID, _("The file ends in line %u before it is complete"), self->line);
  else
    g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID, _("Line %u is not valid JSON"), self->line);
  return FALSE;
}

static void
skip_blanks (UdsJsonReader *self)
{
  for (; *self->at == ' ' || *self->at == '\t' || *self->at == '\n' || *self->at == '\r'; self->at++)
    self->line += *self->at == '\n';
}

/**
 * uds_json_reader_peek:
 * @self: a reader before a value
 * @piece: (out): what the value is
 * @error: that there is no value
 *
 * Returns: whether there is one
 */
gboolean
uds_json_reader_peek (UdsJsonReader  *self,
                      UdsJsonPiece   *piece,
                      GError        **error)
{
  skip_blanks (self);
  switch (*self->at)
    {
    case '{':
      *piece = UDS_JSON_OBJECT;
      return TRUE;
    case '[':
      *piece = UDS_JSON_ARRAY;
      return TRUE;
    case '"':
      *piece = UDS_JSON_STRING;
      return TRUE;
    case 't':
      *piece = UDS_JSON_TRUE;
      return TRUE;
    case 'f':
      *piece = UDS_JSON_FALSE;
      return TRUE;
    case 'n':
      *piece = UDS_JSON_NULL;
      return TRUE;
    default:
      *piece = UDS_JSON_NUMBER;
      return *self->at == '-' || g_ascii_isdigit (*self->at) || fail (self, error);
    }
}

/**
 * uds_json_reader_enter:
 * @self: a reader before an object or array
 * @error: that it is nested too deep
 *
 * Returns: %FALSE where it is
 */
gboolean
uds_json_reader_enter (UdsJsonReader  *self,
                       GError        **error)
{
  if (self->depth == UDS_JSON_MAX_DEPTH)
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_LIMIT, _("Line %u is nested deeper than %d levels"), self->line,
                   UDS_JSON_MAX_DEPTH);
      return FALSE;
    }
  self->at++;
  self->is_first[self->depth++] = TRUE;
  return TRUE;
}

/* Goes on to what follows in the object or array, or leaves it. */
static gboolean
next (UdsJsonReader  *self,
      char            end,
      GError        **error)
{
  gboolean *is_first = &self->is_first[self->depth - 1];

  skip_blanks (self);
  if (*self->at == end)
    {
      self->at++;
      self->depth--;
      return FALSE;
    }
  if (!*is_first)
    {
      if (*self->at != ',')
        return fail (self, error);
      self->at++;
      skip_blanks (self);
    }
  *is_first = FALSE;
  return TRUE;
}

/* Texts */

static gboolean
read_unit (UdsJsonReader  *self,
           gunichar       *unit,
           GError        **error)
{
  *unit = 0;
  for (guint i = 1; i <= 4; i++)
    {
      if (!g_ascii_isxdigit (self->at[i]))
        return fail (self, error);
      *unit = *unit * 16 + (gunichar) g_ascii_xdigit_value (self->at[i]);
    }
  self->at += 5;
  return TRUE;
}

/* \u and four digits; two of them for letters beyond the first plane. Half of such a pair is no letter. */
static gboolean
read_numbered (UdsJsonReader  *self,
               GError        **error)
{
  gunichar letter, low;

  if (!read_unit (self, &letter, error))
    return FALSE;
  if (letter >= 0xd800 && letter < 0xdc00 && self->at[0] == '\\' && self->at[1] == 'u')
    {
      self->at++;
      if (!read_unit (self, &low, error))
        return FALSE;
      letter = low >= 0xdc00 && low < 0xe000 ? 0x10000 + ((letter - 0xd800) << 10) + (low - 0xdc00) : 0xfffd;
    }
  if (letter == 0)
    return fail (self, error);
  g_string_append_unichar (self->text, letter >= 0xd800 && letter < 0xe000 ? 0xfffd : letter);
  return TRUE;
}

static gboolean
read_escape (UdsJsonReader  *self,
             GError        **error)
{
  static const char signs[] = "\"\\/bfnrt";
  static const char letters[] = "\"\\/\b\f\n\r\t";
  const char *sign;

  self->at++;
  if (*self->at == 'u')
    return read_numbered (self, error);
  sign = *self->at != '\0' ? strchr (signs, *self->at) : NULL;
  if (sign == NULL)
    return fail (self, error);
  g_string_append_c (self->text, letters[sign - signs]);
  self->at++;
  return TRUE;
}

static gboolean
read_text (UdsJsonReader  *self,
           GError        **error)
{
  g_string_truncate (self->text, 0);
  self->at++;
  for (;;)
    {
      gsize length = strcspn (self->at, "\"\\\n");

      g_string_append_len (self->text, self->at, (gssize) length);
      self->at += length;
      if (*self->at == '"')
        break;
      if (*self->at != '\\')
        return fail (self, error);
      if (!read_escape (self, error))
        return FALSE;
    }
  self->at++;
  return TRUE;
}

/**
 * uds_json_reader_next_member:
 * @self: a reader in an object
 * @key: (out) (transfer full): the name of the next member, whose value must then be read
 * @error: what is wrong
 *
 * Returns: %FALSE where the object ends, or on failure with @error set
 */
gboolean
uds_json_reader_next_member (UdsJsonReader  *self,
                             char          **key,
                             GError        **error)
{
  *key = NULL;
  if (!next (self, '}', error))
    return FALSE;
  if (*self->at != '"')
    return fail (self, error);
  if (!read_text (self, error))
    return FALSE;
  skip_blanks (self);
  if (*self->at != ':')
    return fail (self, error);
  self->at++;
  *key = g_strndup (self->text->str, self->text->len);
  return TRUE;
}

/**
 * uds_json_reader_next_element:
 * @self: a reader in an array
 * @error: what is wrong
 *
 * Returns: whether there is another value, which must then be read; %FALSE where the array ends, or on failure with
 *   @error set
 */
gboolean
uds_json_reader_next_element (UdsJsonReader  *self,
                              GError        **error)
{
  return next (self, ']', error);
}

/* Scalars */

static gboolean
read_word (UdsJsonReader  *self,
           GError        **error)
{
  static const char *const words[] = { "true", "false", "null", NULL };
  gsize length = strspn (self->at, "abcdefghijklmnopqrstuvwxyz");

  g_string_overwrite_len (g_string_truncate (self->text, 0), 0, self->at, (gssize) length);
  if (length == 0)
    {
      length = strspn (self->at, "+-.0123456789eE");
      g_string_overwrite_len (self->text, 0, self->at, (gssize) length);
    }
  else if (!g_strv_contains (words, self->text->str))
    return fail (self, error);
  self->at += length;
  return TRUE;
}

/**
 * uds_json_reader_read_scalar:
 * @self: a reader before a value that is no object or array
 * @error: what is wrong
 *
 * Returns: (transfer none) (nullable): its text, valid until the reader goes on
 */
const char *
uds_json_reader_read_scalar (UdsJsonReader  *self,
                             GError        **error)
{
  if (*self->at == '"' ? read_text (self, error) : read_word (self, error))
    return self->text->str;
  return NULL;
}

static gboolean
has_content (const char *text)
{
  const char *start;
  gsize length;

  uds_text_trim (text, &start, &length);
  return length > 0;
}

static JsonNode *
make_number (const char *text)
{
  gint64 integer;

  if (g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &integer, NULL))
    return json_node_init_int (json_node_alloc (), integer);
  return json_node_init_string (json_node_alloc (), text);
}

static JsonNode *
read_scalar (UdsJsonReader  *self,
             UdsJsonPiece    piece,
             UdsImportFile  *file,
             const char     *dropped,
             GError        **error)
{
  guint line = self->line;
  const char *text = uds_json_reader_read_scalar (self, error);

  if (text == NULL)
    return NULL;
  if (piece == UDS_JSON_NULL)
    return json_node_new (JSON_NODE_NULL);
  if (has_content (text))
    uds_import_file_add_cell (file, line, 1, dropped != NULL ? UDS_PROBLEM_DUPLICATE_KEY : UDS_PROBLEM_NONE, text,
                              dropped, NULL);
  if (piece == UDS_JSON_STRING)
    return json_node_init_string (json_node_alloc (), text);
  if (piece == UDS_JSON_NUMBER)
    return make_number (text);
  return json_node_init_boolean (json_node_alloc (), piece == UDS_JSON_TRUE);
}

static JsonNode *
read_array (UdsJsonReader  *self,
            UdsImportFile  *file,
            const char     *dropped,
            GError        **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();
  g_autoptr (GError) local_error = NULL;

  json_node_take_array (node, array);
  while (uds_json_reader_next_element (self, &local_error))
    {
      JsonNode *item = uds_json_reader_read_node (self, file, dropped, error);

      if (item == NULL)
        return NULL;
      json_array_add_element (array, item);
    }
  if (local_error == NULL)
    return g_steal_pointer (&node);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* Of a name said twice the first counts. */
static JsonNode *
read_object (UdsJsonReader  *self,
             UdsImportFile  *file,
             const char     *dropped,
             GError        **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  g_autoptr (GError) local_error = NULL;
  char *key;

  json_node_take_object (node, object);
  while (uds_json_reader_next_member (self, &key, &local_error))
    {
      g_autofree char *name = key;
      gboolean is_duplicate = json_object_has_member (object, name);
      JsonNode *value =
          uds_json_reader_read_node (self, file, is_duplicate && dropped == NULL ? name : dropped, error);

      if (value == NULL)
        return NULL;
      if (is_duplicate)
        json_node_unref (value);
      else
        json_object_set_member (object, name, value);
    }
  if (local_error == NULL)
    return g_steal_pointer (&node);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * uds_json_reader_read_node:
 * @self: a reader before a value
 * @file: the file whose cells are counted: each scalar with content is one
 * @dropped: (nullable): the name said twice below which everything is only reported
 * @error: what is wrong
 *
 * Returns: (transfer full) (nullable): the value with all that is in it
 */
JsonNode *
uds_json_reader_read_node (UdsJsonReader  *self,
                           UdsImportFile  *file,
                           const char     *dropped,
                           GError        **error)
{
  UdsJsonPiece piece;

  if (!uds_json_reader_peek (self, &piece, error))
    return NULL;
  if (self->n_nodes++ == UDS_JSON_MAX_NODES)
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_LIMIT, _("Line %u: the file has more than %d values"), self->line,
                   UDS_JSON_MAX_NODES);
      return NULL;
    }
  if (piece != UDS_JSON_OBJECT && piece != UDS_JSON_ARRAY)
    return read_scalar (self, piece, file, dropped, error);
  if (!uds_json_reader_enter (self, error))
    return NULL;
  return piece == UDS_JSON_OBJECT ? read_object (self, file, dropped, error)
                                  : read_array (self, file, dropped, error);
}

/**
 * uds_json_reader_finish:
 * @self: a reader behind the only value of its text
 * @error: that more follows
 *
 * Returns: whether the text ends here
 */
gboolean
uds_json_reader_finish (UdsJsonReader  *self,
                        GError        **error)
{
  skip_blanks (self);
  return *self->at == '\0' || fail (self, error);
}
