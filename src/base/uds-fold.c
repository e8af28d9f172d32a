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

static void
append_letter_key (GString     *key,
                   gunichar     letter,
                   UdsLanguage  language)
{
  const char *own = language == UDS_LANGUAGE_DA ? danish_key_for_letter (letter) : NULL;

  if (own != NULL)
    g_string_append (key, own);
  else
    append_plain (key, letter);
}

/* Returns what follows the letter. */
static const char *
append_next_letter_key (GString     *key,
                        const char  *p,
                        UdsLanguage  language)
{
  if (language == UDS_LANGUAGE_DA && g_str_has_prefix (p, "aa"))
    {
      g_string_append (key, KEY_LETTER_AA);
      return p + 2;
    }

  append_letter_key (key, g_utf8_get_char (p), language);
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
      p = g_ascii_isdigit (*p) ? append_number_key (key, p) : append_next_letter_key (key, p, language);
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

/* Comparing without making keys: a database that sorts a million rows compares twenty million times. A walk gives the
 * bytes of the first level of a key one after the other, and no more of them than the comparison needs. */
typedef struct {
  const char *at;
  const char *end;
  UdsLanguage language;
  gboolean started;  /* whether a letter or a number came before */
  guint digits;      /* of the number at hand that are still to come */
  GString *letter;   /* the key of a letter that is not ASCII */
  gsize letter_used; /* how much of it was given */
} Walk;

/* Whether the walk gives what the key would: texts that need no normalising and whose letters stay one letter in lower
 * case, which are nearly all texts here. */
static gboolean
can_walk (const char *text,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      guchar byte = (guchar) text[i];
      guint letter;

      if (byte >= 0x20 && byte <= 0x7e)
        continue;
      if (byte < 0xc2 || byte > 0xcb || ++i == length || ((guchar) text[i] & 0xc0) != 0x80)
        return FALSE;
      letter = ((byte & 0x1fu) << 6) | ((guchar) text[i] & 0x3fu);
      /* Controls, the soft hyphen that is no letter, and the capital I with a dot that becomes two. */
      if (letter < 0xa0 || letter == 0x00ad || letter == 0x0130)
        return FALSE;
    }

  return TRUE;
}

/* Skips what is neither letter nor number. Returns whether there was any. */
static gboolean
walk_to_word (Walk *walk)
{
  const char *start = walk->at;

  while (walk->at < walk->end && !is_letter (g_utf8_get_char (walk->at)))
    walk->at = g_utf8_next_char (walk->at);
  return walk->at > start;
}

static int
walk_number (Walk *walk)
{
  while (walk->at < walk->end && *walk->at == '0')
    walk->at++;
  while (walk->at + walk->digits < walk->end && g_ascii_isdigit (walk->at[walk->digits]))
    walk->digits++;
  return KEY_NUMBER + (int) MIN (walk->digits, KEY_NUMBER_DIGITS_MAX);
}

static int
walk_ascii_letter (Walk *walk)
{
  char letter = g_ascii_tolower (*walk->at++);

  if (letter != 'a' || walk->language != UDS_LANGUAGE_DA || walk->at == walk->end
      || g_ascii_tolower (*walk->at) != 'a')
    return letter;
  walk->at++;
  return *KEY_LETTER_AA;
}

static void
walk_other_letter (Walk *walk)
{
  if (walk->letter == NULL)
    walk->letter = g_string_sized_new (8);
  g_string_truncate (walk->letter, 0);
  walk->letter_used = 0;
  append_letter_key (walk->letter, g_unichar_tolower (g_utf8_get_char (walk->at)), walk->language);
  walk->at = g_utf8_next_char (walk->at);
}

/* The next byte of the key's first level, as strcmp() sees it; %KEY_LEVEL at its end. */
static int
walk_on (Walk *walk)
{
  while (TRUE)
    {
      if (walk->letter != NULL && walk->letter_used < walk->letter->len)
        return (guchar) walk->letter->str[walk->letter_used++];
      if (walk->digits > 0)
        {
          walk->digits--;
          return *walk->at++;
        }
      if (walk_to_word (walk) && walk->started && walk->at < walk->end)
        return KEY_BLANK;
      if (walk->at == walk->end)
        return KEY_LEVEL;
      walk->started = TRUE;
      if (g_ascii_isdigit (*walk->at))
        return walk_number (walk);
      if ((guchar) *walk->at < 0x80)
        return walk_ascii_letter (walk);
      walk_other_letter (walk);
    }
}

static int
compare_words (const char  *a,
               gsize        a_length,
               const char  *b,
               gsize        b_length,
               UdsLanguage  language)
{
  Walk first = { .at = a, .end = a + a_length, .language = language };
  Walk second = { .at = b, .end = b + b_length, .language = language };
  int order = 0, byte = 0;

  while (order == 0 && byte != KEY_LEVEL)
    {
      byte = walk_on (&first);
      order = byte - walk_on (&second);
    }

  if (first.letter != NULL)
    g_string_free (first.letter, TRUE);
  if (second.letter != NULL)
    g_string_free (second.letter, TRUE);
  return order;
}

static int
compare_bytes (const char *a,
               gsize       a_length,
               const char *b,
               gsize       b_length)
{
  int order = memcmp (a, b, MIN (a_length, b_length));

  return order != 0 ? order : (a_length > b_length) - (a_length < b_length);
}

/* The second level: the texts in lower case. */
static int
compare_lower (const char *a,
               gsize       a_length,
               const char *b,
               gsize       b_length)
{
  const char *a_end = a + a_length, *b_end = b + b_length;

  for (; a < a_end && b < b_end; a = g_utf8_next_char (a), b = g_utf8_next_char (b))
    {
      gunichar first = g_unichar_tolower (g_utf8_get_char (a));
      gunichar second = g_unichar_tolower (g_utf8_get_char (b));

      if (first != second)
        return first < second ? -1 : 1;
    }

  return (a < a_end) - (b < b_end);
}

/**
 * uds_sort_compare_length:
 * @a: a text, which need not end with a zero
 * @a_length: its length in bytes
 * @b: another text
 * @b_length: its length in bytes
 * @language: whose alphabet
 *
 * The order of the keys of uds_sort_key(), found without making them where that is possible. Any thread.
 *
 * Returns: less than, equal to or greater than 0
 */
int
uds_sort_compare_length (const char  *a,
                         gsize        a_length,
                         const char  *b,
                         gsize        b_length,
                         UdsLanguage  language)
{
  g_autofree char *key_a = NULL;
  g_autofree char *key_b = NULL;
  g_autofree char *text_a = NULL;
  g_autofree char *text_b = NULL;
  int order;

  if (can_walk (a, a_length) && can_walk (b, b_length))
    {
      order = compare_words (a, a_length, b, b_length, language);
      if (order == 0)
        order = compare_lower (a, a_length, b, b_length);
      return order != 0 ? order : compare_bytes (a, a_length, b, b_length);
    }

  text_a = g_strndup (a, a_length);
  text_b = g_strndup (b, b_length);
  key_a = uds_sort_key (text_a, language);
  key_b = uds_sort_key (text_b, language);
  return strcmp (key_a, key_b);
}

/**
 * uds_sort_compare:
 * @a: a text
 * @b: another text
 * @language: whose alphabet
 *
 * Returns: less than, equal to or greater than 0; see uds_sort_key()
 */
int
uds_sort_compare (const char  *a,
                  const char  *b,
                  UdsLanguage  language)
{
  return uds_sort_compare_length (a, strlen (a), b, strlen (b), language);
}
