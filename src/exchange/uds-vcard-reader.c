/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads cards from bytes, not from text: lines are folded in the middle of letters, and each property may say an
 * encoding of its own (uds-vcard-property.c). Whatever stands in the file comes out as a property or as a line that is
 * none. */
#include "uds-vcard-private.h"

#include "uds-error.h"

#include <glib/gi18n.h>
#include <string.h>

#define BEGIN "BEGIN:VCARD"
#define END "END:VCARD"

/* Files put behind each other keep theirs. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

struct _UdsVcardReader
{
  GBytes *bytes;
  const char *at;
  const char *end;
  guint line; /* of what stands at @at */
  UdsEncoding encoding;
  gboolean is_certain;
  guint n_cards;

  GString *logical; /* the unfolded line that was read last */
  guint logical_line;
  gboolean is_too_large;
  gboolean is_pending; /* whether it is to be read again */
};

/**
 * uds_vcard_is_one:
 * @bytes: the content of a file
 *
 * Returns: whether its first line is that of a card, whatever the case and the encoding
 */
gboolean
uds_vcard_is_one (GBytes *bytes)
{
  gsize size, length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  char start[sizeof BEGIN] = { 0 };

  for (gsize i = 0; i < size && length < strlen (BEGIN); i++)
    if (data[i] > ' ' && data[i] < 0x7f)
      start[length++] = (char) data[i];
  return g_ascii_strcasecmp (start, BEGIN) == 0;
}

/**
 * uds_vcard_reader_new:
 * @bytes: the content of a file
 * @encoding: how it is written; of bytes, where a property or its line does not say otherwise
 * @is_certain: whether lines that look otherwise are in @encoding all the same
 * @error: it is not written so
 *
 * Returns: (transfer full) (nullable): a reader before the first card
 */
UdsVcardReader *
uds_vcard_reader_new (GBytes       *bytes,
                      UdsEncoding   encoding,
                      gboolean      is_certain,
                      GError      **error)
{
  gboolean is_wide = encoding == UDS_ENCODING_UTF_16_LE || encoding == UDS_ENCODING_UTF_16_BE;
  g_autoptr (GBytes) content = is_wide ? uds_encoding_to_utf8 (bytes, encoding, error) : g_bytes_ref (bytes);
  UdsVcardReader *self;
  gsize size;

  if (content == NULL)
    return NULL;

  self = g_new0 (UdsVcardReader, 1);
  self->at = g_bytes_get_data (content, &size);
  self->end = self->at + size;
  self->bytes = g_steal_pointer (&content);
  self->encoding = is_wide ? UDS_ENCODING_UTF_8 : encoding;
  self->is_certain = is_certain;
  self->line = 1;
  self->logical = g_string_new (NULL);
  if (size >= 3 && memcmp (self->at, BYTE_ORDER_MARK, 3) == 0)
    self->at += 3;
  return self;
}

/**
 * uds_vcard_reader_free:
 * @self: (transfer full): a reader
 */
void
uds_vcard_reader_free (UdsVcardReader *self)
{
  g_bytes_unref (self->bytes);
  g_string_free (self->logical, TRUE);
  g_free (self);
}

/**
 * uds_vcard_card_free:
 * @self: (transfer full): a card
 */
void
uds_vcard_card_free (UdsVcardCard *self)
{
  g_ptr_array_unref (self->properties);
  g_free (self);
}

/* Lines */

static void
append (UdsVcardReader *self,
        const char     *start,
        gsize           length)
{
  if (self->logical->len + length > UDS_VCARD_MAX_VALUE)
    self->is_too_large = TRUE;
  else
    g_string_append_len (self->logical, start, (gssize) length);
}

/* Goes past one line of the file. */
static const char *
take_line (UdsVcardReader *self,
           gsize          *length)
{
  const char *start = self->at;
  const char *p = start;

  while (p < self->end && *p != '\n' && *p != '\r')
    p++;
  *length = (gsize) (p - start);
  if (p + 1 < self->end && *p == '\r' && p[1] == '\n')
    p++;
  self->at = MIN (p + 1, self->end);
  self->line++;
  return start;
}

static gboolean
is_blank (char letter)
{
  return letter == ' ' || letter == '\t';
}

/* Whether the next line is letters of base64 that somebody forgot to put a blank before. */
static gboolean
goes_on_as_base64 (const UdsVcardReader *self)
{
  const char *p = self->at;

  while (p < self->end && (g_ascii_isalnum (*p) || strchr ("+/=", *p) != NULL) && *p != '\0')
    p++;
  return p > self->at && (p == self->end || *p == '\n' || *p == '\r');
}

/* Whether the next line begins with the mark, which no line is folded into. */
static gboolean
next_is (const UdsVcardReader *self,
         const char           *mark)
{
  gsize length = strlen (mark);
  const char *p = self->at;

  while (p < self->end && is_blank (*p))
    p++;
  return (gsize) (self->end - p) >= length && g_ascii_strncasecmp (p, mark, length) == 0;
}

static void
take_quoted_printable (UdsVcardReader *self)
{
  while (self->logical->len > 0 && self->logical->str[self->logical->len - 1] == '=' && self->at < self->end
         && !next_is (self, END) && !next_is (self, BEGIN))
    {
      gsize length;
      const char *start = take_line (self, &length);

      g_string_truncate (self->logical, self->logical->len - 1);
      append (self, start, length);
    }
}

/* Version 2.1 folds where a blank is, which stays; later versions put one in. */
static void
take_folded (UdsVcardReader *self,
             gboolean        keep_blank)
{
  gboolean base64 = uds_vcard_line_is_base64 (self->logical->str);

  while (self->at < self->end && (is_blank (*self->at) || (base64 && goes_on_as_base64 (self))) && !next_is (self, END))
    {
      gsize skip = is_blank (*self->at) && (base64 || !keep_blank) ? 1 : 0;
      gsize length;
      const char *start = take_line (self, &length);

      append (self, start + skip, length - skip);
    }
}

static gboolean
read_line (UdsVcardReader *self,
           gboolean        is_old)
{
  gsize length;
  const char *start;

  if (self->is_pending)
    {
      self->is_pending = FALSE;
      return TRUE;
    }
  if (self->at >= self->end)
    return FALSE;

  g_string_truncate (self->logical, 0);
  self->is_too_large = FALSE;
  self->logical_line = self->line;
  start = take_line (self, &length);
  append (self, start, length);
  if (uds_vcard_line_head_says (self->logical->str, "QUOTED-PRINTABLE"))
    take_quoted_printable (self);
  else if (length > 0)
    take_folded (self, is_old);
  return TRUE;
}

static gboolean
is_empty (const char *text)
{
  return text[strspn (text, " \t")] == '\0';
}

static gboolean
is_mark (const GString *line,
         const char    *mark)
{
  const char *p = g_str_has_prefix (line->str, BYTE_ORDER_MARK) ? line->str + 3 : line->str;

  for (; *mark != '\0'; mark++)
    {
      p += strspn (p, " \t");
      if (g_ascii_toupper (*p++) != *mark)
        return FALSE;
    }
  return p[strspn (p, " \t")] == '\0';
}

/* Cards */

static void
raw_line_clear (gpointer data)
{
  g_bytes_unref (((UdsVcardLine *) data)->bytes);
}

/* AGENT of the older versions is a whole card as a value: it becomes one line of text, as version 3.0 has it. */
static gboolean
begins_agent (GArray *lines)
{
  const UdsVcardLine *last = lines->len > 0 ? &g_array_index (lines, UdsVcardLine, lines->len - 1) : NULL;
  const char *text = last != NULL ? g_bytes_get_data (last->bytes, NULL) : "";
  const char *colon = strchr (text, ':');

  return g_ascii_strncasecmp (text, "AGENT", 5) == 0 && colon != NULL && is_empty (colon + 1);
}

static void
add_line (UdsVcardReader *self,
          GArray         *lines)
{
  UdsVcardLine line = { .line = self->logical_line, .is_too_large = self->is_too_large };

  for (gsize i = 0; i < self->logical->len; i++)
    if (self->logical->str[i] == '\0')
      {
        self->logical->str[i] = '?';
        line.has_zero = TRUE;
      }
  line.bytes = g_bytes_new (self->logical->str, self->logical->len + 1);
  g_array_append_val (lines, line);
}

/* The card that is the value of the last line: what is read until its own end. */
static void
take_agent (UdsVcardReader *self,
            GArray         *lines)
{
  UdsVcardLine *last = &g_array_index (lines, UdsVcardLine, lines->len - 1);
  g_autoptr (GString) value = g_string_new (g_bytes_get_data (last->bytes, NULL));
  g_autofree char *before = NULL;
  guint depth = 0;

  for (;;)
    {
      gboolean begins = is_mark (self->logical, BEGIN);
      g_autofree char *escaped = NULL;

      if (begins && depth > 0 && g_ascii_strcasecmp (before, "AGENT:") != 0)
        {
          self->is_pending = TRUE;
          break;
        }
      depth += begins;
      depth -= is_mark (self->logical, END);
      escaped = uds_vcard_escape (self->logical->str);
      last->is_too_large |= value->len > UDS_VCARD_MAX_VALUE;
      if (!last->is_too_large)
        g_string_append_printf (value, "%s\\n", escaped);
      g_free (before);
      before = g_strstrip (g_strdup (self->logical->str));
      if (depth == 0 || !read_line (self, FALSE))
        break;
    }
  g_bytes_unref (last->bytes);
  last->bytes = g_bytes_new (value->str, value->len + 1);
}

static guint
find_version (GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_bytes_get_data (g_array_index (lines, UdsVcardLine, i).bytes, NULL);

      if (g_ascii_strncasecmp (line, "VERSION:", 8) == 0)
        {
          if (strstr (line, "2.1") != NULL)
            return 21;
          return strstr (line, "4.") != NULL ? 40 : 30;
        }
    }
  return 30;
}

static gboolean
is_version (const UdsVcardProperty *property)
{
  return g_strcmp0 (property->name, "VERSION") == 0;
}

static void
make_properties (const UdsVcardReader *self,
                 UdsVcardCard         *card,
                 GArray               *lines)
{
  const UdsVcardLetters letters = { self->encoding, self->is_certain };

  card->version = find_version (lines);
  for (guint i = 0; i < lines->len; i++)
    {
      const UdsVcardLine *line = &g_array_index (lines, UdsVcardLine, i);
      UdsVcardProperty *property = uds_vcard_property_read (&letters, line, card->version);

      if (is_version (property) || (is_empty (property->value) && property->fault == UDS_PROBLEM_NONE))
        uds_vcard_property_free (property);
      else
        g_ptr_array_add (card->properties, property);
    }
}

/* Whether the lines so far say version 2.1, which folds in a way of its own. */
static gboolean
is_old (GArray *lines)
{
  return lines->len > 0 && find_version (lines) == 21;
}

static void
read_card (UdsVcardReader *self,
           UdsVcardCard   *card)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (UdsVcardLine));
  gboolean old = FALSE;

  g_array_set_clear_func (lines, raw_line_clear);
  while (!card->is_ended && read_line (self, old))
    {
      if (is_mark (self->logical, END))
        card->is_ended = TRUE;
      else if (is_mark (self->logical, BEGIN) && begins_agent (lines))
        take_agent (self, lines);
      else if (is_mark (self->logical, BEGIN))
        {
          self->is_pending = TRUE;
          break;
        }
      else if (!is_empty (self->logical->str))
        {
          add_line (self, lines);
          old = old || (lines->len < 4 && is_old (lines));
        }
    }
  make_properties (self, card, lines);
}

/**
 * uds_vcard_reader_next:
 * @self: a reader
 *
 * Returns: (transfer full) (nullable): the next card; %NULL at the end
 */
UdsVcardCard *
uds_vcard_reader_next (UdsVcardReader *self)
{
  g_autoptr (UdsVcardCard) card = g_new0 (UdsVcardCard, 1);

  card->properties = g_ptr_array_new_with_free_func ((GDestroyNotify) uds_vcard_property_free);
  while (read_line (self, FALSE))
    {
      if (is_mark (self->logical, BEGIN))
        {
          card->number = ++self->n_cards;
          card->line = self->logical_line;
          read_card (self, card);
          return g_steal_pointer (&card);
        }
      if (!is_empty (self->logical->str))
        g_ptr_array_add (card->properties, uds_vcard_property_new_stray (UDS_PROBLEM_OUTSIDE_CARD, self->logical->str,
                                                                         self->logical_line));
    }
  return card->properties->len > 0 ? g_steal_pointer (&card) : NULL;
}
