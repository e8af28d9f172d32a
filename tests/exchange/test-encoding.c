/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters come through from every encoding that office programs write, and what is no text is refused with its line. */
#include "uds-encoding.h"
#include "uds-error.h"

#include <string.h>

static const struct {
  const char *bytes;
  gsize size;
  UdsEncoding encoding;
  const char *text;
} texts[] = {
  { "", 0, UDS_ENCODING_UTF_8, "" },
  { "Year", 4, UDS_ENCODING_UTF_8, "Year" },
  { "K\303\270benhavn", 10, UDS_ENCODING_UTF_8, "København" },
  { "\xef\xbb\xbfK\xc3\xb8", 6, UDS_ENCODING_UTF_8, "Kø" },
  { "\xff\xfeK\0\xf8\0", 6, UDS_ENCODING_UTF_16_LE, "Kø" },
  { "\xfe\xff\0K\0\xf8", 6, UDS_ENCODING_UTF_16_BE, "Kø" },
  { "Y\0e\0a\0r\0\n\0\xf8\0", 12, UDS_ENCODING_UTF_16_LE, "Year\nø" },
  { "\0Y\0e\0a\0r\0\n\0\xf8", 12, UDS_ENCODING_UTF_16_BE, "Year\nø" },
  { "\xff\xfe\x3d\xd8\x00\xde", 6, UDS_ENCODING_UTF_16_LE, "😀" },
  { "K\370benhavn \x80 \x96 \x9f", 15, UDS_ENCODING_WINDOWS_1252, "København € – Ÿ" },
};

static void
test_encodings_are_told_and_read (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i].bytes, texts[i].size);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) text = uds_encoding_to_utf8 (bytes, texts[i].encoding, &error);
      gsize size;
      const char *data;

      g_assert_no_error (error);
      g_assert_cmpint (uds_encoding_detect (bytes), ==, texts[i].encoding);
      data = g_bytes_get_data (text, &size);
      g_assert_cmpmem (data, size, texts[i].text, strlen (texts[i].text));
    }
}

static void
test_a_bad_byte_does_not_spoil_the_others (void)
{
  static const char mixed[] = "Omr\303\245de\nN\303\270rrebro\nT\303\270jh\370j\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (mixed, strlen (mixed));
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (uds_encoding_detect (bytes), ==, UDS_ENCODING_UTF_8);
  text = uds_encoding_to_utf8 (bytes, UDS_ENCODING_UTF_8, &error);
  g_assert_null (text);
  g_assert_nonnull (strstr (error->message, "Line 3 "));
}

static const struct {
  const char *bytes;
  gsize size;
  UdsEncoding encoding;
  const char *place;
} no_texts[] = {
  { "a\nb\n\xf8", 5, UDS_ENCODING_UTF_8, "Line 3 " },
  { "a\0\n", 3, UDS_ENCODING_UTF_8, "Line 1 " },
  { "a\rb\r\nc\0\xf8", 8, UDS_ENCODING_UTF_8, "Line 3 " },
  { "a\n\x81", 3, UDS_ENCODING_WINDOWS_1252, "Line 2 " },
  { "a\n\0", 3, UDS_ENCODING_WINDOWS_1252, "Line 2 " },
  { "a\0\n\0\x00\xd8", 6, UDS_ENCODING_UTF_16_LE, "Line 2 " },
  { "a\0\n\0\x00\xdc", 6, UDS_ENCODING_UTF_16_LE, "Line 2 " },
  { "a\0b", 3, UDS_ENCODING_UTF_16_LE, "Line 1 " },
};

static void
test_what_is_no_text_is_refused_with_its_line (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (no_texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (no_texts[i].bytes, no_texts[i].size);
      g_autoptr (GError) error = NULL;

      g_assert_null (uds_encoding_to_utf8 (bytes, no_texts[i].encoding, &error));
      g_assert_error (error, UDS_ERROR, UDS_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, no_texts[i].place));
    }
}

static void
test_names_go_both_ways (void)
{
  UdsEncoding encoding;

  for (int i = UDS_ENCODING_UTF_8; i <= UDS_ENCODING_WINDOWS_1252; i++)
    {
      g_autofree char *name = g_ascii_strup (uds_encoding_get_name ((UdsEncoding) i), -1);

      g_assert_true (uds_encoding_from_name (name, &encoding));
      g_assert_cmpint (encoding, ==, i);
    }
  g_assert_false (uds_encoding_from_name ("EBCDIC", &encoding));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/encoding/is-told-and-read", test_encodings_are_told_and_read);
  g_test_add_func ("/encoding/a-bad-byte-does-not-spoil-the-others", test_a_bad_byte_does_not_spoil_the_others);
  g_test_add_func ("/encoding/what-is-no-text-is-refused-with-its-line", test_what_is_no_text_is_refused_with_its_line);
  g_test_add_func ("/encoding/names-go-both-ways", test_names_go_both_ways);

  return g_test_run ();
}
