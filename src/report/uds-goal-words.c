/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says what a digest of a goal holds in lines. The sentence of its status is the roll-up's own (uds-roll-up.c). */
#include "uds-goal-words.h"

#include "uds-format.h"
#include "uds-record-summary.h"

#include <glib/gi18n.h>

/**
 * uds_goal_words_targets:
 * @digest: a goal
 *
 * Returns: (transfer full) (nullable): how many of its targets are measured and worked on; %NULL where it has none
 */
char *
uds_goal_words_targets (UdsGoalDigest *digest)
{
  GPtrArray *targets = uds_goal_digest_get_targets (digest);
  guint n_measured = 0, n_worked_on = 0;

  if (targets->len == 0)
    return NULL;

  for (guint i = 0; i < targets->len; i++)
    {
      n_measured += uds_goal_digest_covers_target (digest, g_ptr_array_index (targets, i));
      n_worked_on += uds_goal_digest_works_on_target (digest, g_ptr_array_index (targets, i));
    }
  /* Translators: of the targets of a goal: with an indicator, all of them, with an effort */
  return g_strdup_printf (_ ("Targets with an indicator: %1$u of %2$u; with an effort: %3$u."), n_measured,
                          targets->len, n_worked_on);
}

/**
 * uds_goal_words_effort:
 * @digest: a goal
 * @effort: one of its efforts
 * @language: the reader's
 *
 * Returns: (transfer full) (nullable): who does it, as that was called then, when, and how it stands; %NULL where
 *   nothing of that is known
 */
char *
uds_goal_words_effort (UdsGoalDigest *digest,
                       UdsRecord     *effort,
                       UdsLanguage    language)
{
  UdsRecord *administration = uds_goal_digest_find_administration (digest, effort);
  g_autofree char *dates = uds_record_format_dates (effort, language);
  const char *const parts[] = {
    administration != NULL ? uds_record_get_title (administration, language) : NULL,
    dates,
    uds_record_get_text (effort, "status"),
  };

  return uds_format_join (parts, G_N_ELEMENTS (parts));
}

/**
 * uds_goal_words_measured_by:
 * @effort: an effort
 * @language: the reader's
 *
 * Returns: (transfer full) (nullable): by what its success is measured; %NULL where that was not written down
 */
char *
uds_goal_words_measured_by (UdsRecord   *effort,
                            UdsLanguage  language)
{
  const char *measured_by = uds_record_get_localized (effort, "measured_by", language);

  /* Translators: what shows whether an effort succeeds */
  return measured_by != NULL ? g_strdup_printf (_ ("Measured by: %s"), measured_by) : NULL;
}
