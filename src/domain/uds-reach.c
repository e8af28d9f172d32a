/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Addresses as people write them become URIs: mailto (RFC 6068), tel (RFC 3966), https. What is none becomes nothing,
 * so that nobody is offered what leads nowhere. */
#include "uds-reach.h"

#include <string.h>

/* The fewest digits that can be called: 112. */
#define FEWEST_DIGITS 3

/**
 * uds_reach_get_way:
 * @field: a field
 *
 * Returns: (nullable): "email", "phone" or "website", as contact points call it too; %NULL where the field holds no
 *   address
 */
const char *
uds_reach_get_way (const UdsField *field)
{
  static const char *const ways[] = { "email", "phone", "website" };

  for (gsize i = 0; field->type == UDS_FIELD_TEXT && i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (field->name, ways[i]))
      return ways[i];

  return g_str_equal (field->name, "contact_email") ? ways[0] : NULL;
}

static char *
without_scheme (const char *value,
                const char *scheme)
{
  gsize length = strlen (scheme);

  return g_strstrip (g_strdup (g_ascii_strncasecmp (value, scheme, length) == 0 ? value + length : value));
}

/* Mail */

/* "Anna <anna@example.org>" */
static char *
find_address (const char *value)
{
  g_autofree char *text = without_scheme (value, "mailto:");
  const char *open = strrchr (text, '<');
  const char *close = open != NULL ? strchr (open, '>') : NULL;

  return close != NULL ? g_strstrip (g_strndup (open + 1, (gsize) (close - open - 1))) : g_steal_pointer (&text);
}

static char *
make_mail (const char *value)
{
  g_autofree char *address = find_address (value);
  const char *at = strrchr (address, '@');
  g_autofree char *local = NULL;
  g_autofree char *domain = NULL;

  if (at == NULL || at == address || at[1] == '\0' || strpbrk (at, " \t,;") != NULL)
    return NULL;
  /* A quoted name may hold anything; another no blank. */
  if (*address != '"' && strpbrk (address, " \t\"") != NULL)
    return NULL;

  local = g_strndup (address, (gsize) (at - address));
  domain = g_uri_escape_string (at + 1, "[]:", FALSE);
  g_free (g_steal_pointer (&address));
  address = g_uri_escape_string (local, "!$'*+", FALSE);
  return g_strdup_printf ("mailto:%s@%s", address, domain);
}

/* Telephone */

/* "(0)" is dialled inside the country only, and a number with its country is dialled from everywhere. */
static const char *
skip_trunk (const char    *p,
            const GString *number)
{
  return number->len > 0 && number->str[0] == '+' && g_str_has_prefix (p, "(0)") ? p + 3 : p;
}

static gboolean
is_visual (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION || c == 0xa0
         || (c < 128 && strchr ("().-/", (int) c) != NULL);
}

/* The digits from @p on, up to what is no part of a number. */
static const char *
read_number (const char *p,
             GString    *number)
{
  for (;;)
    {
      const char *after = skip_trunk (p, number);
      gunichar c = g_utf8_get_char (after);

      /* Two numbers in one field are parted by a slash with blanks; between digits it parts them. */
      if (c == '\0' || g_str_has_prefix (after, " / "))
        return after;
      if (g_unichar_digit_value (c) >= 0)
        g_string_append_c (number, (char) ('0' + g_unichar_digit_value (c)));
      else if (c == '+' && number->len == 0)
        g_string_append_c (number, '+');
      else if (!is_visual (c))
        return after;
      p = g_utf8_next_char (after);
    }
}

/* "ext. 12", "x12", "lok. 12", ";ext=12" */
static void
read_extension (const char *p,
                GString    *number)
{
  static const char *const words[] = { ";ext=", "extension", "ext", "lokal", "lok", "x" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);
      const char *digits = p + length + strspn (p + MIN (length, strlen (p)), ". :");
      gsize n_digits;

      if (g_ascii_strncasecmp (p, words[i], length) != 0)
        continue;
      n_digits = strspn (digits, "0123456789");
      if (n_digits > 0)
        g_string_append_printf (number, ";ext=%.*s", (int) n_digits, digits);
      return;
    }
}

static char *
make_call (const char *value)
{
  g_autofree char *text = without_scheme (value, "tel:");
  g_autoptr (GString) number = g_string_new (NULL);
  const char *rest = read_number (text, number);

  if (g_str_has_prefix (number->str, "00"))
    g_string_overwrite (g_string_erase (number, 0, 1), 0, "+");
  if (strspn (number->str + (number->str[0] == '+'), "0123456789") < FEWEST_DIGITS)
    return NULL;

  read_extension (rest, number);
  return g_strdup_printf ("tel:%s", number->str);
}

/* Web */

/* In what is written after the host; the percent sign too, since what has one is escaped already. */
#define WEB_ALLOWED "%/:?#[]@!$&'()*+,;="

static char *
make_host (const char *host,
           gsize       length)
{
  g_autofree char *text = g_strndup (host, length);

  return g_hostname_is_non_ascii (text) ? g_hostname_to_ascii (text) : g_ascii_strdown (text, -1);
}

static char *
make_web (const char *value)
{
  g_autofree char *text = g_strstrip (g_strdup (value));
  const char *scheme_end = strstr (text, "://");
  const char *start = scheme_end != NULL ? scheme_end + 3 : text;
  gsize length = strcspn (start, "/?#");
  g_autofree char *scheme = scheme_end != NULL ? g_ascii_strdown (text, scheme_end - text) : g_strdup ("https");
  g_autofree char *host = make_host (start, length);
  g_autofree char *rest = g_uri_escape_string (start + length, WEB_ALLOWED, FALSE);
  g_autofree char *uri = NULL;

  if (!g_str_equal (scheme, "http") && !g_str_equal (scheme, "https"))
    return NULL;
  if (host == NULL || strchr (host, '.') == NULL || *host == '.' || strpbrk (host, " \t@\\\"<>") != NULL)
    return NULL;

  uri = g_strdup_printf ("%s://%s%s", scheme, host, rest);
  return g_uri_is_valid (uri, G_URI_FLAGS_NONE, NULL) ? g_steal_pointer (&uri) : NULL;
}

/**
 * uds_reach_make_uri:
 * @way: (nullable): "email", "phone" or "website"; of any other there is no URI
 * @value: (nullable): an address or number as somebody wrote it
 *
 * Returns: (transfer full) (nullable): what opens a program that reaches it; %NULL where it cannot be one
 */
char *
uds_reach_make_uri (const char *way,
                    const char *value)
{
  if (way == NULL || value == NULL)
    return NULL;
  if (g_str_equal (way, "email"))
    return make_mail (value);
  if (g_str_equal (way, "phone"))
    return make_call (value);
  return g_str_equal (way, "website") ? make_web (value) : NULL;
}
