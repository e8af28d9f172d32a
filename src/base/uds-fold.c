/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folding for search, and sort keys for lists. Both take a character apart by the same rules; the keys then
 * keep what the alphabet counts as letters of their own. No locale is asked: none may be installed. */
#include "uds-fold.h"

#include <string.h>

/* Bytes of the first level of a sort key, in their order. Other scripts follow as UTF-8, above them. */
#define KEY_LEVEL '\x01'
#define KEY_BLANK '\x02'
#define KEY_NUMBER 0x10 /* plus the number of digits */
#define KEY_NUMBER_DIGITS_MAX 15
#define KEY_LETTER_AE "{" /* the three bytes after "z" */
#define KEY_LETTER_OE "|"
#define KEY_LETTER_AA "}"

typedef struct {
  gunichar letter;
  const char *text;
} Replacement;

static const char *
find_replacement (const Replacement *replacements,
                  gsize              n_replacements,
                  gunichar           letter)
{
  for (gsize i = 0; i < n_replacements; i++)
    if (replacements[i].letter == letter)
      return replacements[i].text;
  return NULL;
}

/* Letters that Unicode does not take apart. */
static const char *
plain_for_letter (gunichar letter)
{
  static const Replacement replacements[] = {
    { 0x00f8, "o" },  { 0x00e6, "ae" }, { 0x00df, "ss" }, { 0x0153, "oe" }, { 0x00f0, "d" }, { 0x00fe, "th" },
    { 0x0111, "d" },  { 0x0142, "l" },  { 0x0131, "i" },  { 0x0127, "h" },  { 0x0167, "t" }, { 0x014b, "n" },
    { 0x03c2, "σ" },
  };

  return find_replacement (replacements, G_N_ELEMENTS (replacements), letter);
}

/* Marks of the scripts whose letters stand without them; the vowel signs of other scripts are text. */
static gboolean
is_accent (gunichar c)
{
  return (c >= 0x0300 && c <= 0x036f) || (c >= 0x1ab0 && c <= 0x1aff) || (c >= 0x1dc0 && c <= 0x1dff)
         || (c >= 0x20d0 && c <= 0x20ff);
}

/* Appends @c as small letters without accents: "É" as "e", "²" as "2", a soft hyphen as nothing. */
static void
append_plain (GString *text,
              gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n_parts; i++)
    {
      gunichar letter = g_unichar_tolower (parts[i]);
      const char *plain = plain_for_letter (letter);

      if (is_accent (letter) || g_unichar_type (letter) == G_UNICODE_FORMAT)
        continue;
      if (plain != NULL)
        g_string_append (text, plain);
      else
        g_string_append_unichar (text, letter);
    }
}

/* One rule makes å, aa and a the same: there are never two "a" in a row. It holds for any part of a text, so
 * what a person has typed so far stays the beginning of what is found. */
static void
collapse_a (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    if (*from != 'a' || to == text || to[-1] != 'a')
      *to++ = *from;
  *to = '\0';
}

/**
 * uds_fold:
 * @text: any text; bytes that are no UTF-8 count as U+FFFD
 *
 * Folds a text so that what looks alike to a searching person is the same: "København" and "kobenhavn",
 * "Århus", "Aarhus" and "arhus", "CO₂" and "co2". Folding twice changes nothing, and the fold of a text's
 * beginning is the beginning of its fold.
 *
 * Returns: (transfer full): the folded text
 */
char *
uds_fold (const char *text)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) folded = NULL;
  char *result;

  if (g_str_is_ascii (text))
    {
      result = g_ascii_strdown (text, -1);
      collapse_a (result);
      return result;
    }

  valid = g_utf8_make_valid (text, -1);
  folded = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    append_plain (folded, g_utf8_get_char (p));

  result = g_string_free_and_steal (g_steal_pointer (&folded));
  collapse_a (result);
  return result;
}

/* The letters after z and those sorted with them, as Danish dictionaries and DS 377 have it. */
static const char *
danish_key_for_letter (gunichar letter)
{
  static const Replacement replacements[] = {
    { 0x00e6, KEY_LETTER_AE }, { 0x00e4, KEY_LETTER_AE }, { 0x00f8, KEY_LETTER_OE },
    { 0x00f6, KEY_LETTER_OE },
    { 0x0151, KEY_LETTER_OE }, { 0x0153, KEY_LETTER_OE }, { 0x00e5, KEY_LETTER_AA }, { 0x00fc, "y" },
    { 0x0171, "y" },
  };

  return find_replacement (replacements, G_N_ELEMENTS (replacements), letter);
}

/* A number sorts by its value: first by how many digits it has. Returns what follows it. */
static const char *
append_number_key (GString    *key,
                   const char *p)
{
  const char *end;

  while (*p == '0')
    p++;
  for (end = p; g_ascii_isdigit (*end);)
    end++;

  g_string_append_c (key, (char) (KEY_NUMBER + MIN (end - p, KEY_NUMBER_DIGITS_MAX)));
  g_string_append_len (key, p, end - p);
  return end;
}

static const char *
append_letter_key (GString     *key,
                   const char  *p,
                   UdsLanguage  language)
{
  gunichar letter = g_utf8_get_char (p);
  const char *own = NULL;

  if (language == UDS_LANGUAGE_DA && g_str_has_prefix (p, "aa"))
    {
      g_string_append (key, KEY_LETTER_AA);
      return p + 2;
    }

  if (language == UDS_LANGUAGE_DA)
    own = danish_key_for_letter (letter);
  if (own != NULL)
    g_string_append (key, own);
  else
    append_plain (key, letter);
  return g_utf8_next_char (p);
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_FORMAT;
}

/* What is neither letter nor number only parts words, however much of it there is. */
static void
append_words_key (GString     *key,
                  const char  *lower,
                  UdsLanguage  language)
{
  gboolean parted = FALSE;

  for (const char *p = lower; *p != '\0';)
    {
      if (!is_letter (g_utf8_get_char (p)))
        {
          parted = key->len > 0;
          p = g_utf8_next_char (p);
          continue;
        }
      if (parted)
        g_string_append_c (key, KEY_BLANK);
      parted = FALSE;
      p = g_ascii_isdigit (*p) ? append_number_key (key, p) : append_letter_key (key, p, language);
    }
}

/**
 * uds_sort_key:
 * @text: any text; bytes that are no UTF-8 count as U+FFFD
 * @language: whose alphabet
 *
 * Makes a key that strcmp() orders as the language does: in Danish a to z, æ, ø, å, where aa is å; in English
 * without regard to accents. A blank comes before letters, numbers sort by value (up to 15 digits), accents
 * and capitals decide only between texts that are otherwise the same, capitals first.
 *
 * Returns: (transfer full): the key, valid UTF-8
 */
char *
uds_sort_key (const char  *text,
              UdsLanguage  language)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autofree char *lower = g_utf8_strdown (composed, -1);
  GString *key = g_string_sized_new (3 * strlen (composed));

  append_words_key (key, lower, language);
  g_string_append_c (key, KEY_LEVEL);
  g_string_append (key, lower);
  g_string_append_c (key, KEY_LEVEL);
  g_string_append (key, composed);

  return g_string_free_and_steal (key);
}

/**
 * uds_sort_compare:
 * @a: a text
 * @b: another text
 * @language: whose alphabet
 *
 * For a few comparisons; a long list is better sorted by keys made once with uds_sort_key().
 *
 * Returns: less than, equal to or greater than 0
 */
int
uds_sort_compare (const char  *a,
                  const char  *b,
                  UdsLanguage  language)
{
  g_autofree char *key_a = uds_sort_key (a, language);
  g_autofree char *key_b = uds_sort_key (b, language);

  return strcmp (key_a, key_b);
}
