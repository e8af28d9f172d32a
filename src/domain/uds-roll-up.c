/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mean of the indicators' scores, as Open SDG takes the mean of an indicator's series
 * (docs/progress-methodology.md), with the same thresholds; and the words for it. Reads no records. */
#include "uds-roll-up.h"

#include <glib/gi18n.h>

#include "uds-format.h"

#define SCORE_DECIMALS 2

static const char *const reason_names[] = {
  [UDS_ROLL_UP_MEAN] = "mean",
  [UDS_ROLL_UP_NO_INDICATORS] = "no-indicators",
  [UDS_ROLL_UP_NONE_ASSESSED] = "none-assessed",
  [UDS_ROLL_UP_TOO_FEW] = "too-few",
  [UDS_ROLL_UP_LOW_COVERAGE] = "low-coverage",
};

/**
 * uds_roll_up_add:
 * @self: a roll-up
 * @progress: how far one more indicator has come
 */
void
uds_roll_up_add (UdsRollUp         *self,
                 const UdsProgress *progress)
{
  self->n_indicators++;
  if (!progress->has_score)
    return;

  self->n_assessed++;
  self->n_achieved += progress->status == UDS_PROGRESS_ACHIEVED;
  self->sum += progress->score;
}

/**
 * uds_roll_up_merge:
 * @self: a roll-up
 * @other: one of other indicators
 *
 * Adds all indicators of @other.
 */
void
uds_roll_up_merge (UdsRollUp       *self,
                   const UdsRollUp *other)
{
  self->n_indicators += other->n_indicators;
  self->n_assessed += other->n_assessed;
  self->n_achieved += other->n_achieved;
  self->sum += other->sum;
}

/**
 * uds_roll_up_get_reason:
 * @self: a roll-up
 *
 * Returns: why it has the status it has
 */
UdsRollUpReason
uds_roll_up_get_reason (const UdsRollUp *self)
{
  if (self->n_indicators == 0)
    return UDS_ROLL_UP_NO_INDICATORS;
  if (self->n_assessed == 0)
    return UDS_ROLL_UP_NONE_ASSESSED;
  if (self->n_assessed < UDS_ROLL_UP_INDICATORS_MIN)
    return UDS_ROLL_UP_TOO_FEW;
  if (UDS_ROLL_UP_COVERAGE_MIN * self->n_assessed < self->n_indicators)
    return UDS_ROLL_UP_LOW_COVERAGE;
  return UDS_ROLL_UP_MEAN;
}

/**
 * uds_roll_up_get_score:
 * @self: a roll-up
 * @score: (out): the mean score, -5 to 5
 *
 * Returns: whether there is one; not where too little is assessed to say
 */
gboolean
uds_roll_up_get_score (const UdsRollUp *self,
                       double          *score)
{
  if (uds_roll_up_get_reason (self) != UDS_ROLL_UP_MEAN)
    return FALSE;

  *score = self->sum / self->n_assessed;
  return TRUE;
}

/**
 * uds_roll_up_get_status:
 * @self: a roll-up
 *
 * Returns: the status; achieved only if all indicators that are assessed are
 */
UdsProgressStatus
uds_roll_up_get_status (const UdsRollUp *self)
{
  double score;

  if (!uds_roll_up_get_score (self, &score))
    return UDS_PROGRESS_NOT_AVAILABLE;
  return self->n_achieved == self->n_assessed ? UDS_PROGRESS_ACHIEVED : uds_progress_status_for_score (score);
}

/**
 * uds_roll_up_get_label:
 * @self: a roll-up
 *
 * Returns: its status in words, in the language of the session; where some indicators are assessed and too few, that
 */
const char *
uds_roll_up_get_label (const UdsRollUp *self)
{
  UdsRollUpReason reason = uds_roll_up_get_reason (self);

  if (reason == UDS_ROLL_UP_TOO_FEW || reason == UDS_ROLL_UP_LOW_COVERAGE)
    return _("Too little is assessed");
  return uds_progress_status_get_label (uds_roll_up_get_status (self));
}

/**
 * uds_roll_up_format_score:
 * @score: a score, or a sum of scores
 * @language: the language of the number
 *
 * Returns: (transfer full): the score with the digits that scores are shown with everywhere
 */
char *
uds_roll_up_format_score (double      score,
                          UdsLanguage language)
{
  return uds_format_number (score, SCORE_DECIMALS, language);
}

static char *
describe_mean (const UdsRollUp *self,
               UdsLanguage      language)
{
  g_autofree char *sum = uds_roll_up_format_score (self->sum, language);
  g_autofree char *mean = uds_roll_up_format_score (self->sum / self->n_assessed, language);

  /* Translators: the sum of scores, how many indicators are assessed, the mean, how many indicators there are */
  return g_strdup_printf (_("The mean score is %1$s ÷ %2$u = %3$s, from −5 to 5; assessed are %2$u of %4$u"
                            " indicators."),
                          sum, self->n_assessed, mean, self->n_indicators);
}

/**
 * uds_roll_up_describe:
 * @self: a roll-up
 * @language: the language of the numbers; that of the words is the session's
 *
 * Returns: (transfer full): the sentence that explains its status
 */
char *
uds_roll_up_describe (const UdsRollUp *self,
                      UdsLanguage      language)
{
  switch (uds_roll_up_get_reason (self))
    {
    case UDS_ROLL_UP_NO_INDICATORS:
      return g_strdup (_("Nothing is measured here yet."));
    case UDS_ROLL_UP_NONE_ASSESSED:
      /* Translators: how many indicators there are */
      return g_strdup_printf (ngettext ("The only indicator is not assessed.",
                                        "None of the %u indicators is assessed.", self->n_indicators),
                              self->n_indicators);
    case UDS_ROLL_UP_TOO_FEW:
      /* Translators: how many indicators there are */
      return g_strdup_printf (ngettext ("The only indicator is assessed, but a status of all needs two.",
                                        "Only one of %u indicators is assessed; a status of all needs two.",
                                        self->n_indicators),
                              self->n_indicators);
    case UDS_ROLL_UP_LOW_COVERAGE:
      return g_strdup_printf (_("Only %1$u of %2$u indicators are assessed; a status of all needs a third of them."),
                              self->n_assessed, self->n_indicators);
    case UDS_ROLL_UP_MEAN:
      return describe_mean (self, language);
    default:
      g_assert_not_reached ();
    }
}

/**
 * uds_roll_up_reason_get_name:
 * @reason: a reason
 *
 * Returns: its name for machines, such as "low-coverage"
 */
const char *
uds_roll_up_reason_get_name (UdsRollUpReason reason)
{
  return reason_names[reason];
}
