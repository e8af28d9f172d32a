/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same words on the pages of cities and organisations and in the printed briefing. */
#include "uds-tie-words.h"

#include "uds-format.h"
#include "uds-record-summary.h"
#include "uds-term-words.h"

/**
 * uds_tie_words_membership:
 * @tie: a membership
 * @language: the reader's
 *
 * Returns: (transfer full) (nullable): as what it is a member, and when; %NULL where neither is known
 */
char *
uds_tie_words_membership (const UdsTie *tie,
                          UdsLanguage   language)
{
  g_autofree char *dates = uds_record_format_dates (tie->record, language);
  const char *const parts[] = { uds_record_get_localized (tie->record, "role", language), dates };

  return uds_format_join (parts, G_N_ELEMENTS (parts));
}

/**
 * uds_tie_words_role:
 * @tie: a role of a person
 * @language: the reader's
 *
 * Returns: (transfer full) (nullable): title, department and time; %NULL where nothing of that is known
 */
char *
uds_tie_words_role (const UdsTie *tie,
                    UdsLanguage   language)
{
  g_autofree char *dates = uds_record_format_dates (tie->record, language);
  const char *const parts[] = {
    uds_record_get_text (tie->record, "title"),
    uds_record_get_text (tie->record, "unit"),
    dates,
  };

  return uds_format_join (parts, G_N_ELEMENTS (parts));
}

/**
 * uds_tie_words_agreement:
 * @agreement: an agreement
 * @language: the reader's
 *
 * Returns: (transfer full): what it is about, for how long, and how far it has come
 */
char *
uds_tie_words_agreement (const UdsTermItem *agreement,
                         UdsLanguage        language)
{
  UdsRecord *record = agreement->record;
  g_autofree char *category = uds_record_format (record, "category", language);
  g_autofree char *state = uds_term_words_state (agreement, language);
  const char *const parts[] = { category, uds_record_get_localized (record, "field", language), state };

  return uds_format_join (parts, G_N_ELEMENTS (parts));
}
