/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists the scores of a goal's indicators and what became of them. Computes nothing itself. */
#include "uds-roll-up-popover.h"

#include "uds-arithmetic.h"
#include "uds-format.h"
#include "uds-indicator-words.h"
#include "uds-status-label.h"

#include <glib/gi18n.h>

static void
add_scores (UdsArithmetic *arithmetic,
            UdsGoalDigest *digest,
            UdsLanguage    language)
{
  GPtrArray *indicators = uds_goal_digest_get_indicators (digest);

  for (guint i = 0; i < indicators->len; i++)
    {
      UdsIndicatorDigest *indicator = g_ptr_array_index (indicators, i);
      const UdsProgress *progress = uds_indicator_digest_get_progress (indicator);
      g_autofree char *name = uds_indicator_words_name (indicator, language);
      g_autofree char *score = NULL;

      if (!progress->has_score)
        continue;
      score = uds_roll_up_format_score (progress->score, language);
      uds_arithmetic_add (arithmetic, name, score);
    }
}

static void
add_result (UdsArithmetic   *arithmetic,
            const UdsRollUp *roll_up,
            UdsLanguage      language)
{
  g_autofree char *sum = uds_roll_up_format_score (roll_up->sum, language);
  /* Translators: how many indicators are assessed, of how many */
  g_autofree char *assessed = g_strdup_printf (_("%u of %u"), roll_up->n_assessed, roll_up->n_indicators);
  g_autofree char *mean = NULL;
  double score;

  uds_arithmetic_add_heading (arithmetic, _("Together"));
  uds_arithmetic_add (arithmetic, _("Sum of the scores"), sum);
  uds_arithmetic_add (arithmetic, _("Assessed indicators"), assessed);
  if (!uds_roll_up_get_score (roll_up, &score))
    return;

  mean = uds_roll_up_format_score (score, language);
  uds_arithmetic_add (arithmetic, _("Mean, from −5 to 5"), mean);
}

/* Those of Open SDG's scale (uds_progress_status_for_score()). */
static void
add_thresholds (UdsArithmetic *arithmetic,
                UdsLanguage    language)
{
  static const double scores[] = {
    [UDS_PROGRESS_SUBSTANTIAL] = 2.5, [UDS_PROGRESS_MODERATE] = 0, [UDS_PROGRESS_LIMITED] = -2.5
  };
  g_autofree char *lowest = uds_format_number (scores[UDS_PROGRESS_LIMITED], 1, language);
  g_autofree char *below = g_strdup_printf (_("below %s"), lowest);

  uds_arithmetic_add_heading (arithmetic, _("Thresholds"));
  for (UdsProgressStatus status = UDS_PROGRESS_SUBSTANTIAL; status <= UDS_PROGRESS_LIMITED; status++)
    {
      g_autofree char *number = uds_format_number (scores[status], 1, language);
      g_autofree char *from = g_strdup_printf (_("from %s"), number);

      uds_arithmetic_add_widget (arithmetic, uds_status_label_new (status), from);
    }
  uds_arithmetic_add_widget (arithmetic, uds_status_label_new (UDS_PROGRESS_DETERIORATION), below);
}

/**
 * uds_roll_up_popover_new:
 * @digest: a goal, or the city as a whole
 * @language: the reader's
 *
 * Returns: (transfer floating): a popover with the arithmetic behind its status
 */
GtkWidget *
uds_roll_up_popover_new (UdsGoalDigest *digest,
                         UdsLanguage    language)
{
  const UdsRollUp *roll_up = uds_goal_digest_get_roll_up (digest);
  UdsArithmetic arithmetic;

  uds_arithmetic_init (&arithmetic);
  add_scores (&arithmetic, digest, language);
  add_result (&arithmetic, roll_up, language);
  add_thresholds (&arithmetic, language);
  return uds_arithmetic_popover_new (
      &arithmetic, _("The status is that of the mean of the scores of all indicators that are assessed; achieved only"
                     " if all of them are. Where fewer than two are assessed, or less than a third, too little is known"
                     " to say."));
}
