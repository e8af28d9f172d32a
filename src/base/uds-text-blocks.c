/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markup as simple as it can be: what is no heading, item or address stands as it was written. Nothing is drawn
 * here. */
#include "uds-text-blocks.h"

#include <string.h>

static void
block_free (gpointer data)
{
  UdsTextBlock *block = data;

  g_free (block->text);
  g_free (block);
}

static void
add_block (GPtrArray        *blocks,
           UdsTextBlockType  type,
           guint             level,
           const char       *text)
{
  UdsTextBlock *block = g_new (UdsTextBlock, 1);

  *block = (UdsTextBlock) { type, level, g_strdup (text) };
  g_ptr_array_add (blocks, block);
}

static void
end_paragraph (GPtrArray *blocks,
               GString   *paragraph)
{
  if (paragraph->len > 0)
    add_block (blocks, UDS_TEXT_PARAGRAPH, 0, paragraph->str);
  g_string_truncate (paragraph, 0);
}

/* Returns the text of a heading, NULL where the line is none. */
static const char *
get_heading (const char *line,
             guint      *level)
{
  gsize n_signs = strspn (line, "#");

  *level = (guint) n_signs;
  return n_signs > 0 && line[n_signs] == ' ' ? line + n_signs + strspn (line + n_signs, " ") : NULL;
}

static const char *
get_item (const char *line)
{
  return (*line == '-' || *line == '*') && line[1] == ' ' ? line + 2 + strspn (line + 2, " ") : NULL;
}

static void
read_line (GPtrArray  *blocks,
           GString    *paragraph,
           const char *line)
{
  guint level;
  const char *heading = get_heading (line, &level);
  const char *item = get_item (line);

  if (heading == NULL && item == NULL && *line != '\0')
    {
      g_string_append_printf (paragraph, "%s%s", paragraph->len > 0 ? " " : "", line);
      return;
    }

  end_paragraph (blocks, paragraph);
  if (heading != NULL)
    add_block (blocks, UDS_TEXT_HEADING, level, heading);
  else if (item != NULL)
    add_block (blocks, UDS_TEXT_ITEM, 0, item);
}

/**
 * uds_text_read_blocks:
 * @text: a long text
 *
 * Returns: (transfer full) (element-type UdsTextBlock): its blocks from the first, none of an empty text
 */
GPtrArray *
uds_text_read_blocks (const char *text)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (block_free);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) paragraph = g_string_new (NULL);

  for (char **line = lines; *line != NULL; line++)
    read_line (blocks, paragraph, g_strstrip (*line));
  end_paragraph (blocks, paragraph);
  return blocks;
}

static const char *
find_scheme (const char *text)
{
  const char *secure = strstr (text, "https://");
  const char *plain = strstr (text, "http://");

  if (secure == NULL || plain == NULL)
    return secure != NULL ? secure : plain;
  return MIN (secure, plain);
}

/* The sign that ends a sentence is not of the address; nor is a bracket that it does not open itself. */
static gsize
measure_link (const char *link)
{
  gsize length = strcspn (link, " \t\n\"<>");

  while (length > 0 && strchr (".,;:!?)]'", link[length - 1]) != NULL)
    {
      if (link[length - 1] == ')' && memchr (link, '(', length) != NULL)
        break;
      length--;
    }
  return length;
}

/**
 * uds_text_find_link:
 * @text: a text
 * @start: (out): where its first web address begins, in bytes
 * @length: (out): how long that is
 *
 * Returns: %FALSE where there is none; the places are then untouched
 */
gboolean
uds_text_find_link (const char *text,
                    gsize      *start,
                    gsize      *length)
{
  for (const char *link = find_scheme (text); link != NULL; link = find_scheme (link + 1))
    {
      gsize found = measure_link (link);

      if (found <= strlen (g_str_has_prefix (link, "https") ? "https://" : "http://"))
        continue;
      *start = (gsize) (link - text);
      *length = found;
      return TRUE;
    }
  return FALSE;
}
