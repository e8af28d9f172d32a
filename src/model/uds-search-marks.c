/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks the beginnings of words as the search index finds them: folded, so that "kob" marks "Køb" in "København". */
#include "uds-search-marks.h"

#include "uds-fold.h"

#include <string.h>

/* The end of the shortest beginning of the word at @start whose folded form begins with @wanted; NULL where none. */
static const char *
match_word (const char *start,
            const char *end,
            const char *wanted)
{
  for (const char *at = start; at < end;)
    {
      g_autofree char *part = NULL;
      g_autofree char *folded = NULL;

      at = g_utf8_next_char (at);
      part = g_strndup (start, (gsize) (at - start));
      folded = uds_fold (part);
      if (g_str_has_prefix (folded, wanted))
        return at;
      if (strlen (folded) > strlen (wanted))
        return NULL;
    }

  return NULL;
}

static const char *
match_any (const char  *start,
           const char  *end,
           char       **wanted)
{
  for (guint i = 0; wanted[i] != NULL; i++)
    {
      const char *match = *wanted[i] != '\0' ? match_word (start, end, wanted[i]) : NULL;

      if (match != NULL)
        return match;
    }

  return NULL;
}

static void
append_escaped (GString    *markup,
                const char *start,
                const char *end)
{
  g_autofree char *escaped = g_markup_escape_text (start, end - start);

  g_string_append (markup, escaped);
}

static const char *
skip (const char *at,
      gboolean    alnum)
{
  while (*at != '\0' && g_unichar_isalnum (g_utf8_get_char (at)) == alnum)
    at = g_utf8_next_char (at);
  return at;
}

/**
 * uds_search_mark:
 * @text: a text that was found
 * @query: what the user typed
 *
 * Returns: (transfer full): @text as Pango markup with the beginnings of words that @query asks for in bold
 */
char *
uds_search_mark (const char *text,
                 const char *query)
{
  g_autofree char *folded = uds_fold (query);
  g_auto (GStrv) wanted = g_strsplit_set (folded, " \t.,:;/-–", -1);
  GString *markup = g_string_new (NULL);

  for (const char *at = text; *at != '\0';)
    {
      const char *word = skip (at, FALSE);
      const char *end = skip (word, TRUE);
      const char *match = match_any (word, end, wanted);

      append_escaped (markup, at, word);
      if (match != NULL)
        {
          g_string_append (markup, "<b>");
          append_escaped (markup, word, match);
          g_string_append (markup, "</b>");
        }
      append_escaped (markup, match != NULL ? match : word, end);
      at = end;
    }

  return g_string_free (markup, FALSE);
}
