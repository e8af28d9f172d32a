/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Detection looks for byte order marks, then for what only one encoding can be. The conversions are written out here,
 * so that they need no tables of the C library, which a sandbox may lack, and can say which line is at fault. */
#include "uds-encoding.h"

#include "uds-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* Enough to tell UTF-16 by the zero bytes of its ASCII letters. */
#define SAMPLE_SIZE 4096

static const char *const names[] = {
  [UDS_ENCODING_UTF_8] = "UTF-8",
  [UDS_ENCODING_UTF_16_LE] = "UTF-16LE",
  [UDS_ENCODING_UTF_16_BE] = "UTF-16BE",
  [UDS_ENCODING_WINDOWS_1252] = "windows-1252",
};

/* Where Windows-1252 differs from ISO 8859-1: 0x80 to 0x9f. Zero where it has no letter. */
static const guint16 windows_1252[32] = {
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
  0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
};

static gboolean
starts_with (const guint8 *data,
             gsize         size,
             const char   *mark,
             gsize         mark_size)
{
  return size >= mark_size && memcmp (data, mark, mark_size) == 0;
}

/* Text of western Europe in UTF-16 has a zero byte in nearly every pair, always on the same side. */
static gboolean
looks_like_utf_16 (const guint8 *data,
                   gsize         size,
                   UdsEncoding  *encoding)
{
  gsize n_zeros[2] = { 0, 0 };
  gsize sample = MIN (size, SAMPLE_SIZE) & ~(gsize) 1;

  for (gsize i = 0; i < sample; i++)
    n_zeros[i % 2] += data[i] == 0;

  if (n_zeros[1] > sample / 4 && n_zeros[0] < n_zeros[1] / 8 + 1)
    *encoding = UDS_ENCODING_UTF_16_LE;
  else if (n_zeros[0] > sample / 4 && n_zeros[1] < n_zeros[0] / 8 + 1)
    *encoding = UDS_ENCODING_UTF_16_BE;
  else
    return FALSE;
  return TRUE;
}

/* In Windows-1252 two letters beyond ASCII that make one of UTF-8 hardly ever meet. */
static gboolean
is_mostly_utf_8 (const char *text,
                 gsize       size)
{
  gsize n_letters = 0, n_bad = 0;
  const char *end = text + size;

  while (text < end)
    {
      const char *valid_until;

      g_utf8_validate_len (text, (gsize) (end - text), &valid_until);
      for (const char *p = text; p < valid_until; p++)
        n_letters += ((guint8) *p & 0xc0) == 0xc0;
      n_bad += valid_until < end && (guint8) *valid_until >= 0x80;
      text = valid_until + 1;
    }
  return n_letters > n_bad;
}

/**
 * uds_encoding_detect:
 * @bytes: a text file
 *
 * A byte order mark decides; without one, zero bytes on one side of each pair mean UTF-16, what has more letters of
 * UTF-8 than bytes that are none is UTF-8, and everything else is taken as Windows-1252. A guess: the user can overrule
 * it. UTF-8 with a few bad bytes is not read as Windows-1252, which would make two wrong letters of each good one.
 *
 * Returns: the encoding that @bytes seem to be in
 */
UdsEncoding
uds_encoding_detect (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  UdsEncoding encoding;

  if (starts_with (data, size, "\xef\xbb\xbf", 3))
    return UDS_ENCODING_UTF_8;
  if (starts_with (data, size, "\xff\xfe", 2))
    return UDS_ENCODING_UTF_16_LE;
  if (starts_with (data, size, "\xfe\xff", 2))
    return UDS_ENCODING_UTF_16_BE;
  if (looks_like_utf_16 (data, size, &encoding))
    return encoding;
  if (g_utf8_validate_len ((const char *) data, size, NULL) || is_mostly_utf_8 ((const char *) data, size))
    return UDS_ENCODING_UTF_8;
  return UDS_ENCODING_WINDOWS_1252;
}

/* Line ends are LF, CR LF or CR alone. */
static guint
count_lines (const char *text,
             gsize       size)
{
  guint n_lines = 1;

  for (gsize i = 0; i < size; i++)
    n_lines += text[i] == '\n' || (text[i] == '\r' && (i + 1 == size || text[i + 1] != '\n'));
  return n_lines;
}

static void
set_invalid (GError      **error,
             const char   *text,
             gsize         size,
             UdsEncoding   encoding)
{
  g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID, _("Line %u is not text in the encoding %s"),
               count_lines (text, size), names[encoding]);
}

static gboolean
decode_windows_1252 (const guint8  *data,
                     gsize          size,
                     GString       *text,
                     GError       **error)
{
  for (gsize i = 0; i < size; i++)
    {
      gunichar letter = data[i] >= 0x80 && data[i] < 0xa0 ? windows_1252[data[i] - 0x80] : data[i];

      if (letter == 0 && data[i] != 0)
        {
          set_invalid (error, text->str, text->len, UDS_ENCODING_WINDOWS_1252);
          return FALSE;
        }
      if (letter < 0x80)
        g_string_append_c (text, (char) letter);
      else
        g_string_append_unichar (text, letter);
    }
  return TRUE;
}

static gunichar
get_utf_16_unit (const guint8 *data,
                 UdsEncoding   encoding)
{
  return encoding == UDS_ENCODING_UTF_16_LE ? data[0] | (gunichar) data[1] << 8 : data[1] | (gunichar) data[0] << 8;
}

static gboolean
decode_utf_16 (const guint8  *data,
               gsize          size,
               UdsEncoding    encoding,
               GString       *text,
               GError       **error)
{
  for (gsize i = 0; i < size; i += 2)
    {
      gunichar unit = i + 1 < size ? get_utf_16_unit (data + i, encoding) : 0xdc00;

      if (unit >= 0xd800 && unit < 0xdc00 && i + 3 < size)
        {
          gunichar low = get_utf_16_unit (data + i + 2, encoding);

          if (low >= 0xdc00 && low < 0xe000)
            {
              unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
              i += 2;
            }
        }
      if (unit >= 0xd800 && unit < 0xe000)
        {
          set_invalid (error, text->str, text->len, encoding);
          return FALSE;
        }
      g_string_append_unichar (text, unit);
    }
  return TRUE;
}

static GBytes *
check_utf_8 (GBytes  *bytes,
             GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *end;

  /* A zero byte is valid here and is found by the caller. */
  for (const char *p = data; !g_utf8_validate_len (p, data + size - p, &end); p = end + 1)
    {
      if (*end != '\0')
        {
          set_invalid (error, data, end - data, UDS_ENCODING_UTF_8);
          return NULL;
        }
    }
  return g_bytes_ref (bytes);
}

static GBytes *
decode (GBytes       *bytes,
        UdsEncoding   encoding,
        GError      **error)
{
  g_autoptr (GString) text = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gboolean valid;

  if (encoding == UDS_ENCODING_UTF_8)
    return check_utf_8 (bytes, error);

  text = g_string_sized_new (size + size / 8);
  if (encoding == UDS_ENCODING_WINDOWS_1252)
    valid = decode_windows_1252 (data, size, text, error);
  else
    valid = decode_utf_16 (data, size, encoding, text, error);
  return valid ? g_string_free_to_bytes (g_steal_pointer (&text)) : NULL;
}

/**
 * uds_encoding_to_utf8:
 * @bytes: a text file
 * @encoding: the encoding it is in
 * @error: what went wrong
 *
 * A byte order mark is left out. Bytes that are no text in @encoding, and zero bytes, are
 * %UDS_ERROR_INVALID, with the line they stand in.
 *
 * Returns: (transfer full) (nullable): the same text in UTF-8, free of zero bytes
 */
GBytes *
uds_encoding_to_utf8 (GBytes       *bytes,
                      UdsEncoding   encoding,
                      GError      **error)
{
  g_autoptr (GBytes) text = decode (bytes, encoding, error);
  const char *data;
  const char *zero;
  gsize size;

  if (text == NULL)
    return NULL;

  data = g_bytes_get_data (text, &size);
  zero = size > 0 ? memchr (data, '\0', size) : NULL;
  if (zero != NULL)
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID, _("Line %u holds a zero byte: this is no text file"),
                   count_lines (data, zero - data));
      return NULL;
    }

  if (starts_with ((const guint8 *) data, size, "\xef\xbb\xbf", 3))
    return g_bytes_new_from_bytes (text, 3, size - 3);
  return g_steal_pointer (&text);
}

/**
 * uds_encoding_get_name:
 * @encoding: an encoding
 *
 * Returns: its name as IANA registers it
 */
const char *
uds_encoding_get_name (UdsEncoding encoding)
{
  return names[encoding];
}

/**
 * uds_encoding_from_name:
 * @name: the name of an encoding, in any case
 * @encoding: (out): the encoding
 *
 * Returns: whether we know it
 */
gboolean
uds_encoding_from_name (const char  *name,
                        UdsEncoding *encoding)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      {
        *encoding = (UdsEncoding) i;
        return TRUE;
      }
  return FALSE;
}
