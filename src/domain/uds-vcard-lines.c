/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pure text: how kept lines change when a card comes in again or two people become one. Reading and writing cards is
 * exchange's. */
#include "uds-vcard-lines.h"

#include <string.h>

/* The name of the property without its groups. */
static const char *
find_name (const char *line,
           gsize      *length)
{
  gsize head = strcspn (line, ";:");
  const char *name = line;

  for (const char *p = line; p < line + head; p++)
    if (*p == '.')
      name = p + 1;
  *length = (gsize) (line + head - name);
  return name;
}

static gboolean
have_same_name (const char *a,
                const char *b)
{
  gsize a_length, b_length;
  const char *a_name = find_name (a, &a_length);
  const char *b_name = find_name (b, &b_length);

  return a_length == b_length && g_ascii_strncasecmp (a_name, b_name, a_length) == 0;
}

/**
 * uds_vcard_line_is_named:
 * @line: a line
 * @name: the name of a property
 *
 * Returns: whether it is one of that property, whatever its group
 */
gboolean
uds_vcard_line_is_named (const char *line,
                         const char *name)
{
  return have_same_name (line, name);
}

/**
 * uds_vcard_line_is_head:
 * @line: a line
 *
 * Returns: whether it has no value, only the parameters of what a field has
 */
gboolean
uds_vcard_line_is_head (const char *line)
{
  const char *colon = strchr (line, ':');
  gboolean quoted = FALSE;

  if (!g_str_has_suffix (line, ":"))
    return FALSE;
  for (const char *p = line; *p != '\0'; p++)
    {
      if (*p == ':' && !quoted)
        return p[1] == '\0';
      quoted ^= *p == '"';
    }
  return colon[1] == '\0';
}

static gboolean
contains (GPtrArray  *lines,
          const char *line)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_str_equal (g_ptr_array_index (lines, i), line))
      return TRUE;
  return FALSE;
}

static gboolean
has_name_of (GPtrArray  *lines,
             const char *line)
{
  for (guint i = 0; i < lines->len; i++)
    if (have_same_name (g_ptr_array_index (lines, i), line))
      return TRUE;
  return FALSE;
}

static GPtrArray *
split (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) pieces = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; pieces[i] != NULL; i++)
    if (*pieces[i] != '\0')
      g_ptr_array_add (lines, g_strdup (pieces[i]));
  return lines;
}

static char *
join (GPtrArray *lines)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) pieces = NULL;

  if (lines->len == 0)
    return NULL;
  for (guint i = 0; i < lines->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (lines, i));
  pieces = g_strv_builder_end (builder);
  return g_strjoinv ("\n", pieces);
}

/* Whether every line is there, and nothing else of their names. */
static gboolean
says_the_same (GPtrArray *before,
               GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (!contains (before, g_ptr_array_index (lines, i)))
      return FALSE;
  for (guint i = 0; i < before->len; i++)
    if (has_name_of (lines, g_ptr_array_index (before, i)) && !contains (lines, g_ptr_array_index (before, i)))
      return FALSE;
  return TRUE;
}

/**
 * uds_vcard_lines_update:
 * @before: (nullable): the lines that a record keeps
 * @lines: (element-type utf8): those of a card that is about the same person
 *
 * A property that the card has takes the place of those of the same name; what the card does not speak of stays.
 *
 * Returns: (transfer full) (nullable): the lines that the record is to keep; @before where the card says nothing new
 */
char *
uds_vcard_lines_update (const char *before,
                        GPtrArray  *lines)
{
  g_autoptr (GPtrArray) now = split (before);

  if (says_the_same (now, lines))
    return g_strdup (before);

  for (guint i = now->len; i > 0; i--)
    if (has_name_of (lines, g_ptr_array_index (now, i - 1)))
      g_ptr_array_remove_index (now, i - 1);
  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (now, g_strdup (g_ptr_array_index (lines, i)));
  return join (now);
}

/**
 * uds_vcard_lines_join:
 * @winner: (nullable): the lines of the record that stays
 * @loser: (nullable): those of the record that goes into it
 *
 * The parameters of the loser's fields and its parts of a name belong to what the winner does not have.
 *
 * Returns: (transfer full) (nullable): the lines of both, each once
 */
char *
uds_vcard_lines_join (const char *winner,
                      const char *loser)
{
  g_autoptr (GPtrArray) lines = split (winner);
  g_autoptr (GPtrArray) others = split (loser);

  for (guint i = 0; i < others->len; i++)
    {
      const char *line = g_ptr_array_index (others, i);

      if (!contains (lines, line) && !uds_vcard_line_is_head (line) && !uds_vcard_line_is_named (line, "N"))
        g_ptr_array_add (lines, g_strdup (line));
    }
  return join (lines);
}
