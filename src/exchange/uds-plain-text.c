/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Leaves tags out, turns those that begin a line into one, and entities into their letters. What is no tag, such as
 * the sign in “a < b”, stays. */
#include "uds-plain-text.h"

#include <string.h>

/* Longer than any entity known here, and than any number of a letter. */
#define MOST_ENTITY 10

static gboolean
begins_line (const char *name,
             gsize       length)
{
  static const char *const names[] = { "br", "p", "div", "li", "tr", "ul", "ol", "table", "h1", "h2", "h3", NULL };

  for (guint i = 0; names[i] != NULL; i++)
    if (strlen (names[i]) == length && g_ascii_strncasecmp (names[i], name, length) == 0)
      return TRUE;
  return FALSE;
}

/* Where the tag that begins here ends; %NULL where none does. */
static const char *
skip_tag (const char *at,
          gboolean   *is_line)
{
  const char *name = at[1] == '/' ? at + 2 : at + 1;
  const char *end;
  gsize length = 0;

  if (!g_ascii_isalpha (*name))
    return NULL;
  end = strpbrk (name, "<>");
  if (end == NULL || *end != '>')
    return NULL;

  while (g_ascii_isalnum (name[length]))
    length++;
  *is_line = begins_line (name, length) && at[1] != '/';
  return end + 1;
}

static gunichar
get_numbered (const char *name)
{
  gboolean hexadecimal = name[1] == 'x' || name[1] == 'X';
  const char *digits = name + (hexadecimal ? 2 : 1);
  char *end;
  guint64 letter = g_ascii_strtoull (digits, &end, hexadecimal ? 16 : 10);

  if (!g_ascii_isxdigit (*digits) || *end != '\0' || letter > 0x10ffff || !g_unichar_validate ((gunichar) letter))
    return 0;
  return (gunichar) letter;
}

static gunichar
get_letter (const char *name)
{
  static const struct {
    const char *name;
    gunichar letter;
  } entities[] = {
    { "amp", '&' },        { "lt", '<' },         { "gt", '>' },         { "quot", '"' },      { "apos", '\'' },
    { "nbsp", 0xa0 },      { "aelig", 0xe6 },     { "oslash", 0xf8 },    { "aring", 0xe5 },    { "AElig", 0xc6 },
    { "Oslash", 0xd8 },    { "Aring", 0xc5 },     { "eacute", 0xe9 },    { "auml", 0xe4 },     { "ouml", 0xf6 },
    { "uuml", 0xfc },      { "ndash", 0x2013 },   { "mdash", 0x2014 },   { "sect", 0xa7 },     { "hellip", 0x2026 },
  };

  if (*name == '#')
    return get_numbered (name);
  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_equal (entities[i].name, name))
      return entities[i].letter;
  return 0;
}

static const char *
read_entity (const char *at,
             gunichar   *letter)
{
  char name[MOST_ENTITY + 1];
  gsize length = strcspn (at + 1, "; &<");

  if (at[1 + length] != ';' || length > MOST_ENTITY)
    return NULL;
  memcpy (name, at + 1, length);
  name[length] = '\0';
  *letter = get_letter (name);
  return *letter != 0 ? at + length + 2 : NULL;
}

/**
 * uds_plain_text_from_html:
 * @html: a text with or without HTML in it
 *
 * Returns: (transfer full): the same without tags and blanks around it
 */
char *
uds_plain_text_from_html (const char *html)
{
  GString *text = g_string_new (NULL);
  const char *next;
  gunichar letter;
  gboolean is_line;

  for (const char *at = html; *at != '\0'; at = next)
    {
      if (*at == '<' && (next = skip_tag (at, &is_line)) != NULL)
        {
          if (is_line && text->len > 0)
            g_string_append_c (text, '\n');
        }
      else if (*at == '&' && (next = read_entity (at, &letter)) != NULL)
        g_string_append_unichar (text, letter);
      else
        {
          g_string_append_c (text, *at);
          next = at + 1;
        }
    }
  return g_strstrip (g_string_free (text, FALSE));
}
