/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the session's language from the locale. Knows nothing of gettext's catalogues. */
#include "uds-language.h"

/**
 * uds_language_from_locale:
 *
 * The language of this session: Danish where the user's first language that we speak is Danish, else English.
 * Reads LANGUAGE, LC_ALL, LC_MESSAGES and LANG as gettext does.
 *
 * Returns: the language
 */
UdsLanguage
uds_language_from_locale (void)
{
  const char *const *names = g_get_language_names_with_category ("LC_MESSAGES");
  UdsLanguage language;

  for (gsize i = 0; names[i] != NULL; i++)
    if (uds_language_from_code (names[i], &language))
      return language;

  return UDS_LANGUAGE_EN;
}

/**
 * uds_language_from_code:
 * @code: a language or locale name such as "da", "da_DK.UTF-8", "en"
 * @language: (out): the language
 *
 * Returns: %FALSE if @code names neither Danish nor English; @language is then untouched
 */
gboolean
uds_language_from_code (const char  *code,
                        UdsLanguage *language)
{
  static const struct {
    char code[3];
    UdsLanguage language;
  } known[] = { { "da", UDS_LANGUAGE_DA }, { "en", UDS_LANGUAGE_EN } };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      if (!g_str_has_prefix (code, known[i].code) || g_ascii_isalpha (code[2]))
        continue;
      *language = known[i].language;
      return TRUE;
    }

  return FALSE;
}

/**
 * uds_language_get_code:
 * @language: a language
 *
 * Returns: its ISO 639-1 code
 */
const char *
uds_language_get_code (UdsLanguage language)
{
  return language == UDS_LANGUAGE_DA ? "da" : "en";
}
