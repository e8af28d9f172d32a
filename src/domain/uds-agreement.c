/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the term of agreements, projects and cooperations, and tells whether a binding agreement says who approved it
 * (the strategy's principle 6). */
#include "uds-agreement.h"

/**
 * uds_record_has_term:
 * @record: a record
 *
 * Returns: whether it is something that was agreed for a time: an agreement, or a network, project or cooperation
 */
gboolean
uds_record_has_term (UdsRecord *record)
{
  return uds_record_is_a (record, "agreement") || uds_record_is_a (record, "network");
}

/**
 * uds_record_get_term_facts:
 * @record: a record that has a term
 * @successor: (nullable): the record that renews it
 * @language: the language of content
 * @facts: (out): what is known of its term; its texts are the records'
 *
 * Only an agreement needs a reason where it has no end (the strategy's principle 4).
 */
void
uds_record_get_term_facts (UdsRecord    *record,
                           UdsRecord    *successor,
                           UdsLanguage   language,
                           UdsTermFacts *facts)
{
  *facts = (UdsTermFacts) {
    .start = uds_record_get_text (record, "start"),
    .end = uds_record_get_text (record, "end"),
  };
  if (!uds_record_is_a (record, "agreement"))
    return;

  facts->needs_end = TRUE;
  facts->no_end_reason = uds_record_get_text (record, "no_end_reason");
  facts->notice_months = (int) CLAMP (uds_record_get_integer (record, "notice_months"), 0, 12 * 99);
  facts->continues = g_strcmp0 (uds_record_get_text (record, "renewal"), "automatic") == 0;
  if (successor == NULL)
    return;
  facts->successor = uds_record_get_title (successor, language);
  facts->successor_start = uds_record_get_text (successor, "start");
}

/**
 * uds_agreement_lacks_approval:
 * @agreement: an agreement
 *
 * Returns: whether it is binding and not all is said of its approval: when, which item of the agenda, what it covers
 */
gboolean
uds_agreement_lacks_approval (UdsRecord *agreement)
{
  return uds_record_get_integer (agreement, "binding") != 0
         && (!uds_record_has (agreement, "approved_on") || !uds_record_has (agreement, "approved_item")
             || !uds_record_has (agreement, "approved_scope"));
}
