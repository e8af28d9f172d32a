/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One unfolded line as a property: what its bytes are as letters, how its value was carried, and all of it as version
 * 4.0 writes it. */
#include "uds-vcard-private.h"

#include <string.h>

/* What is shown of a value that is too large, or of a line that is no property. */
#define LONGEST_EXCERPT 200

/**
 * uds_vcard_line_head_says:
 * @line: a line
 * @word: a word
 *
 * Returns: whether it stands before the value
 */
gboolean
uds_vcard_line_head_says (const char *line,
                          const char *word)
{
  gsize head = strcspn (line, ":");
  gsize length = strlen (word);

  for (gsize i = 0; i + length <= head; i++)
    if (g_ascii_strncasecmp (line + i, word, length) == 0)
      return TRUE;
  return FALSE;
}

/**
 * uds_vcard_line_is_base64:
 * @line: a line
 *
 * Returns: whether its value is bytes in base64
 */
gboolean
uds_vcard_line_is_base64 (const char *line)
{
  return uds_vcard_line_head_says (line, "BASE64") || uds_vcard_line_head_says (line, "ENCODING=B");
}

static char *
decode_with (const char  *bytes,
             gsize        length,
             UdsEncoding  encoding)
{
  g_autoptr (GBytes) content = g_bytes_new_static (bytes, length);
  g_autoptr (GBytes) text = uds_encoding_to_utf8 (content, encoding, NULL);
  gsize size;
  const char *data;

  if (text == NULL)
    return NULL;
  data = g_bytes_get_data (text, &size);
  return g_strndup (data, size);
}

static char *
decode_charset (const char *bytes,
                gsize       length,
                const char *charset)
{
  UdsEncoding encoding;

  if (uds_encoding_from_name (charset, &encoding))
    return decode_with (bytes, length, encoding);
  if (g_ascii_strcasecmp (charset, "ISO-8859-1") == 0 || g_ascii_strcasecmp (charset, "US-ASCII") == 0)
    return decode_with (bytes, length, UDS_ENCODING_WINDOWS_1252);
  return g_convert (bytes, (gssize) length, "UTF-8", charset, NULL, NULL, NULL);
}

/* By what the property says, else by what the bytes look like. Letters that nobody can read become U+FFFD. */
static char *
decode (const UdsVcardLetters *letters,
        const char            *bytes,
        gsize                  length,
        const char            *charset,
        gboolean              *has_bad_letters)
{
  g_autoptr (GBytes) content = g_bytes_new_static (bytes, length);
  char *text = charset != NULL ? decode_charset (bytes, length, charset) : NULL;

  if (text == NULL && letters->is_certain)
    text = decode_with (bytes, length, letters->encoding);
  if (text == NULL && g_utf8_validate_len (bytes, length, NULL))
    return g_strndup (bytes, length);
  if (text == NULL && uds_encoding_detect (content) == UDS_ENCODING_WINDOWS_1252)
    text = decode_with (bytes, length, UDS_ENCODING_WINDOWS_1252);
  if (text != NULL && g_utf8_validate (text, -1, NULL))
    return text;

  g_free (text);
  *has_bad_letters = TRUE;
  return g_utf8_make_valid (bytes, (gssize) length);
}

static char *
decode_quoted_printable (const char *text,
                         gsize      *length)
{
  GString *bytes = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '=' && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]))
        {
          g_string_append_c (bytes, (char) (g_ascii_xdigit_value (p[1]) << 4 | g_ascii_xdigit_value (p[2])));
          p += 2;
        }
      else
        g_string_append_c (bytes, *p);
    }
  *length = bytes->len;
  return g_string_free (bytes, FALSE);
}

/* Properties */

static gboolean
is_transfer (const char *parameter)
{
  static const char *const words[] = { "QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT", "B" };
  const char *value = g_ascii_strncasecmp (parameter, "ENCODING=", 9) == 0 ? parameter + 9 : parameter;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (value, words[i]) == 0 && (value != parameter || i + 1 < G_N_ELEMENTS (words)))
      return TRUE;
  return g_ascii_strncasecmp (parameter, "CHARSET=", 8) == 0;
}

/* As later versions write them: what stands without a name is a type. */
static char *
tidy_parameters (const char *parameters,
                 guint       version)
{
  GString *tidy = g_string_new (NULL);

  for (const char *p = parameters; *p == ';';)
    {
      const char *start = p + 1;
      gboolean quoted = FALSE;
      g_autofree char *one = NULL;

      for (p = start; *p != '\0' && (*p != ';' || quoted); p++)
        quoted ^= *p == '"';
      one = g_strndup (start, (gsize) (p - start));
      if (is_transfer (one) || *one == '\0')
        continue;
      g_string_append (tidy, version == 21 && strchr (one, '=') == NULL ? ";TYPE=" : ";");
      g_string_append (tidy, one);
    }
  return g_string_free (tidy, FALSE);
}

static const char *
get_media (const char *name)
{
  if (g_str_equal (name, "PHOTO") || g_str_equal (name, "LOGO"))
    return "image";
  return g_str_equal (name, "SOUND") ? "audio" : "application";
}

/* Bytes in base64 are an address of data in version 4.0. */
static void
make_data_address (UdsVcardProperty *property)
{
  g_autofree char *type = uds_vcard_get_parameter (property->parameters, "TYPE");
  g_autofree char *lower = g_ascii_strdown (type != NULL ? type : "octet-stream", -1);
  g_autofree char *others = uds_vcard_without_parameter (property->parameters, "TYPE");
  GString *value = g_string_new (NULL);

  g_string_printf (value, "data:%s/%s;base64,", type != NULL ? get_media (property->name) : "application", lower);
  for (const char *p = property->value; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (value, *p);
  g_free (property->value);
  property->value = g_string_free (value, FALSE);
  g_free (property->parameters);
  property->parameters = g_steal_pointer (&others);
}

/* A value that was carried as quoted-printable may have several lines; a tab or a strange sign stays. */
static char *
put_on_one_line (const char *text)
{
  GString *value = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\r' && p[1] == '\n')
        continue;
      if (*p == '\n' || *p == '\r')
        g_string_append (value, "\\n");
      else
        g_string_append_c (value, *p);
    }
  return g_string_free (value, FALSE);
}

/* Version 2.1 escapes semicolons only: its other backslashes are letters. */
static char *
escape_old (const char *text)
{
  GString *value = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\\' && (p[1] == '\0' || strchr (";,\\:", p[1]) == NULL))
        g_string_append (value, "\\\\");
      else if (*p == '\\' && p[1] != '\0')
        {
          g_string_append_len (value, p, 2);
          p++;
        }
      else
        g_string_append_c (value, *p);
    }
  return g_string_free (value, FALSE);
}

/* The value carried as bytes, as text. */
static void
read_value (const UdsVcardLetters *letters,
            UdsVcardProperty     *property,
            const char           *raw,
            gboolean              is_quoted,
            guint                 version)
{
  g_autofree char *charset = uds_vcard_get_parameter (property->parameters, "CHARSET");
  gsize length = strlen (raw);
  g_autofree char *bytes = is_quoted ? decode_quoted_printable (raw, &length) : g_strdup (raw);
  gboolean has_bad_letters = FALSE;
  g_autofree char *text = decode (letters, bytes, length, charset, &has_bad_letters);
  g_autofree char *escaped = version == 21 ? escape_old (text) : g_strdup (text);

  g_free (property->value);
  property->value = put_on_one_line (escaped);
  if (has_bad_letters)
    property->fault = UDS_PROBLEM_BAD_LETTERS;
}

/**
 * uds_vcard_property_new_stray:
 * @fault: why the line is no property
 * @text: the line
 * @line: which it is
 *
 * Returns: (transfer full): the line among the properties
 */
UdsVcardProperty *
uds_vcard_property_new_stray (UdsProblemCode  fault,
                              const char     *text,
                              guint           line)
{
  UdsVcardProperty *stray = g_new0 (UdsVcardProperty, 1);
  g_autofree char *start = g_strndup (text, LONGEST_EXCERPT);

  stray->line = line;
  stray->fault = fault;
  stray->value = g_utf8_make_valid (start, -1);
  return stray;
}

static void
cut_off (UdsVcardProperty *property)
{
  g_autofree char *start = g_strndup (property->value, LONGEST_EXCERPT);

  property->fault = UDS_PROBLEM_TOO_LARGE;
  g_free (property->value);
  property->value = g_utf8_make_valid (start, -1);
}

/* A property whose value is still as it was carried. */
static UdsVcardProperty *
parse_head (const UdsVcardLetters *letters,
            const char           *line,
            const char          **raw)
{
  gboolean ignored = FALSE;
  const char *colon = strchr (line, ':');
  g_autofree char *text = NULL;
  UdsVcardProperty *property;

  if (colon == NULL)
    return NULL;
  text = decode (letters, line, strlen (line), NULL, &ignored);
  property = uds_vcard_property_parse (text);
  if (property == NULL)
    return NULL;

  /* The head is letters of ASCII nearly always; where it is not, its value is what was decoded. */
  *raw = g_utf8_validate (line, -1, NULL) ? NULL : strchr (line, ':') + 1;
  if (*raw != NULL && strchr (property->parameters, '"') != NULL)
    *raw = NULL;
  return property;
}

/**
 * uds_vcard_property_read:
 * @letters: how the file is written
 * @raw_line: an unfolded line
 * @version: the version of its card
 *
 * Returns: (transfer full): the property it is
 */
UdsVcardProperty *
uds_vcard_property_read (const UdsVcardLetters *letters,
                         const UdsVcardLine    *raw_line,
                         guint                  version)
{
  const char *line = g_bytes_get_data (raw_line->bytes, NULL);
  const char *raw = NULL;
  g_autofree char *before = NULL;
  UdsVcardProperty *property = parse_head (letters, line, &raw);
  g_autofree char *tidy = NULL;

  if (property == NULL)
    return uds_vcard_property_new_stray (UDS_PROBLEM_NOT_A_PROPERTY, line, raw_line->line);

  property->line = raw_line->line;
  before = g_strdup (raw != NULL ? raw : property->value);
  tidy = tidy_parameters (property->parameters, version);
  if (raw_line->is_too_large)
    cut_off (property);
  else
    read_value (letters, property, before, uds_vcard_line_head_says (line, "QUOTED-PRINTABLE"), version);
  g_free (property->parameters);
  property->parameters = g_steal_pointer (&tidy);
  if (raw_line->has_zero && property->fault == UDS_PROBLEM_NONE)
    property->fault = UDS_PROBLEM_BAD_LETTERS;
  if (!raw_line->is_too_large && uds_vcard_line_is_base64 (line) && !g_str_has_prefix (property->value, "data:"))
    make_data_address (property);
  return property;
}
