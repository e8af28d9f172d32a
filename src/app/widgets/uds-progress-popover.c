/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists what the calculation of progress started from and came to. Computes nothing itself. */
#include "uds-progress-popover.h"

#include "uds-arithmetic.h"
#include "uds-format.h"
#include "uds-status-label.h"

#include <glib/gi18n.h>

typedef struct {
  UdsArithmetic arithmetic;
  UdsIndicatorDigest *digest;
  const UdsProgress *progress;
  UdsLanguage language;
} Filling;

static void
add_row (Filling    *filling,
         const char *meaning,
         const char *value)
{
  uds_arithmetic_add (&filling->arithmetic, meaning, value);
}

static char *
format_value (Filling *filling,
              double   value)
{
  const char *unit = uds_indicator_digest_get_unit (filling->digest, filling->language);
  int decimals = MAX (uds_indicator_digest_get_decimals (filling->digest), uds_format_decimals (&value, 1));

  return uds_format_quantity (value, decimals, unit, filling->language);
}

static void
add_point (Filling                *filling,
           const char             *format,
           const UdsProgressPoint *point)
{
  g_autofree char *meaning = NULL;
  g_autofree char *value = NULL;

  if (point->year == 0)
    return;

  meaning = g_strdup_printf ("%s %d", format, point->year);
  value = format_value (filling, point->value);
  add_row (filling, meaning, value);
}

static void
add_rate (Filling    *filling,
          const char *meaning,
          double      rate)
{
  g_autofree char *percent = uds_format_percent (100 * rate, 2, filling->language);
  g_autofree char *value = g_strconcat (rate > 0 ? "+" : "", percent, NULL);

  add_row (filling, meaning, value);
}

static void
add_target (Filling *filling)
{
  UdsProgressPoint target = { filling->progress->target_year, filling->progress->target };

  if (filling->progress->has_target)
    add_point (filling, C_("figure", "Target"), &target);
}

static void
add_arrival (Filling *filling)
{
  const UdsProgress *progress = filling->progress;
  g_autofree char *year = g_strdup_printf ("%d", progress->arrival_year);

  if (progress->arrival_year == 0)
    return;

  if (progress->arrival_year <= progress->latest.year)
    add_row (filling, _("Target met since"), year);
  else
    add_row (filling, _("Target reached in, at this rate"), year);
}

/* What the thresholds are for: a rise of what should fall is a way back. */
static void
add_wanted_rate (Filling *filling)
{
  const UdsProgress *progress = filling->progress;

  if (progress->has_observed_rate && progress->ratio * progress->observed_rate < 0)
    add_rate (filling, _("In the wanted direction"), progress->ratio);
}

static void
add_ratio (Filling *filling)
{
  const UdsProgress *progress = filling->progress;
  g_autofree char *ratio = uds_format_percent (100 * progress->ratio, 0, filling->language);

  if (!progress->has_ratio)
    return;

  if (progress->has_projected)
    add_row (filling, _("Share of the way to the target"), ratio);
  else if (progress->has_target)
    add_row (filling, _("Observed as a share of required"), ratio);
  else
    add_wanted_rate (filling);
}

/* What the UN's method measures: where the value would be in the target's year. */
static void
add_projected (Filling *filling)
{
  const UdsProgress *progress = filling->progress;
  const char *unit = uds_indicator_digest_get_unit (filling->digest, filling->language);
  g_autofree char *value = NULL;
  g_autofree char *meaning = NULL;

  if (!progress->has_projected || progress->latest.year >= progress->target_year)
    return;

  value = uds_format_quantity (progress->projected, uds_indicator_digest_get_decimals (filling->digest), unit,
                               filling->language);
  /* Translators: a year; what the value would be then if it went on as it did */
  meaning = g_strdup_printf (_("Carried on to %d"), progress->target_year);
  add_row (filling, meaning, value);
}

static void
add_thresholds (Filling *filling)
{
  const UdsProgress *progress = filling->progress;

  if (!progress->has_thresholds)
    return;

  uds_arithmetic_add_heading (&filling->arithmetic, _("Thresholds"));
  for (UdsProgressStatus status = UDS_PROGRESS_SUBSTANTIAL; status <= UDS_PROGRESS_DETERIORATION; status++)
    {
      g_autofree char *threshold = uds_progress_format_threshold (progress, status, filling->language);

      uds_arithmetic_add_widget (&filling->arithmetic, uds_status_label_new (status), threshold);
    }
}

static void
add_score (Filling *filling)
{
  g_autofree char *score = uds_format_number (filling->progress->score, 2, filling->language);

  if (filling->progress->has_score)
    add_row (filling, _("Score, from −5 to 5"), score);
}

/**
 * uds_progress_popover_new:
 * @digest: an indicator
 * @language: the reader's
 *
 * Returns: (transfer floating): a popover with the arithmetic behind its status
 */
GtkWidget *
uds_progress_popover_new (UdsIndicatorDigest *digest,
                          UdsLanguage         language)
{
  const UdsProgress *progress = uds_indicator_digest_get_progress (digest);
  Filling filling = { .digest = digest, .progress = progress, .language = language };
  g_autofree char *rule = uds_progress_describe_method (progress, language);

  uds_arithmetic_init (&filling.arithmetic);
  add_row (&filling, _("Method"), uds_progress_method_get_label (progress->method));
  add_point (&filling, _("Base"), &progress->base);
  add_point (&filling, _("Latest"), &progress->latest);
  add_target (&filling);
  if (progress->has_observed_rate)
    add_rate (&filling, _("Observed, a year"), progress->observed_rate);
  if (progress->has_required_rate)
    add_rate (&filling, _("Required, a year"), progress->required_rate);
  add_projected (&filling);
  add_ratio (&filling);
  add_arrival (&filling);
  add_score (&filling);
  add_thresholds (&filling);

  return uds_arithmetic_popover_new (&filling.arithmetic, rule);
}
