/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headings, items, paragraphs and web addresses are found where people write them, and nothing else is taken away. */
#include "uds-text-blocks.h"

static void
assert_blocks (const char *text,
               const char *expected)
{
  static const char *const names[] = { "p", "h", "i" };
  g_autoptr (GPtrArray) blocks = uds_text_read_blocks (text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const UdsTextBlock *block = g_ptr_array_index (blocks, i);

      g_string_append_printf (found, "%s%u:%s|", names[block->type], block->level, block->text);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_a_text_is_read_block_by_block (void)
{
  assert_blocks ("", "");
  assert_blocks (" \n\n", "");
  assert_blocks ("one\ntwo\n\nthree", "p0:one two|p0:three|");
  assert_blocks ("# Water\nIt rains.", "h1:Water|p0:It rains.|");
  assert_blocks ("## Squares\n- big\n* small\nend", "h2:Squares|i0:big|i0:small|p0:end|");
  assert_blocks ("#1 of all\n-5 degrees", "p0:#1 of all -5 degrees|");
  assert_blocks ("a\r\n# b\r\n", "p0:a|h1:b|");
}

static void
assert_link (const char *text,
             const char *expected)
{
  gsize start = 0, length = 0;
  gboolean has_link = uds_text_find_link (text, &start, &length);
  g_autofree char *link = has_link ? g_strndup (text + start, length) : NULL;

  g_assert_cmpstr (link, ==, expected);
}

static void
test_an_address_ends_where_a_reader_ends_it (void)
{
  assert_link ("no address", NULL);
  assert_link ("https:// is none", NULL);
  assert_link ("see https://kk.dk.", "https://kk.dk");
  assert_link ("(http://a.dk/x?y=1&z), more", "http://a.dk/x?y=1&z");
  assert_link ("https://a.org/b_(c) and", "https://a.org/b_(c)");
  assert_link ("http:// and https://b.dk!", "https://b.dk");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-blocks/a-text-is-read-block-by-block", test_a_text_is_read_block_by_block);
  g_test_add_func ("/text-blocks/an-address-ends-where-a-reader-ends-it", test_an_address_ends_where_a_reader_ends_it);

  return g_test_run ();
}
