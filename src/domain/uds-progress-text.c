/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of progress: the names of statuses and reasons, and the sentences that explain a status by its
 * points, its rates and its year of arrival. Computes nothing. */
#include "uds-progress.h"

#include <glib/gi18n.h>
#include <math.h>

#include "uds-format.h"

static const struct {
  const char *name;
  const char *label;
  const char *icon_name;
  const char *glyph;
} statuses[] = {
  [UDS_PROGRESS_ACHIEVED] = { "achieved", N_("Achieved"), "uds-status-achieved-symbolic", "●" },
  [UDS_PROGRESS_SUBSTANTIAL] = { "substantial", N_("On its way"), "uds-status-substantial-symbolic", "▲" },
  [UDS_PROGRESS_MODERATE] = { "moderate", N_("Too slow"), "uds-status-moderate-symbolic", "◢" },
  [UDS_PROGRESS_LIMITED] = { "limited", N_("Standing still"), "uds-status-limited-symbolic", "▬" },
  [UDS_PROGRESS_DETERIORATION] = { "deterioration", N_("Going back"), "uds-status-deterioration-symbolic", "▼" },
  [UDS_PROGRESS_NOT_AVAILABLE] = { "not-available", N_("Not assessed"), "uds-status-not-available-symbolic", "○" },
};

static const char *const reason_names[] = {
  [UDS_PROGRESS_REASON_NO_DATA] = "no-data",
  [UDS_PROGRESS_REASON_NO_RECENT_DATA] = "no-recent-data",
  [UDS_PROGRESS_REASON_ONE_POINT] = "one-point",
  [UDS_PROGRESS_REASON_DUPLICATE_YEAR] = "duplicate-year",
  [UDS_PROGRESS_REASON_NO_DIRECTION] = "no-direction",
  [UDS_PROGRESS_REASON_OPPOSITE_SIGNS] = "opposite-signs",
  [UDS_PROGRESS_REASON_TARGET_SIGN] = "target-sign",
  [UDS_PROGRESS_REASON_TARGET_YEAR] = "target-year",
  [UDS_PROGRESS_REASON_OUT_OF_RANGE] = "out-of-range",
  [UDS_PROGRESS_REASON_TARGET_REACHED] = "target-reached",
  [UDS_PROGRESS_REASON_TARGET_LEFT] = "target-left",
  [UDS_PROGRESS_REASON_TARGET] = "target",
  [UDS_PROGRESS_REASON_AT_LIMIT] = "at-limit",
  [UDS_PROGRESS_REASON_TREND] = "trend",
  [UDS_PROGRESS_REASON_COMBINED] = "combined",
};

/**
 * uds_progress_status_get_name:
 * @status: a status
 *
 * Returns: its name for machines, such as "not-available"
 */
const char *
uds_progress_status_get_name (UdsProgressStatus status)
{
  return statuses[status].name;
}

/**
 * uds_progress_status_get_label:
 * @status: a status
 *
 * Returns: its name for readers, in the language of the session
 */
const char *
uds_progress_status_get_label (UdsProgressStatus status)
{
  return _(statuses[status].label);
}

/**
 * uds_progress_status_get_icon_name:
 * @status: a status
 *
 * Returns: the name of its symbolic icon
 */
const char *
uds_progress_status_get_icon_name (UdsProgressStatus status)
{
  return statuses[status].icon_name;
}

/**
 * uds_progress_status_get_glyph:
 * @status: a status
 *
 * Returns: the one character that stands for it where there are no icons; each has a form of its own, so that
 *   nothing hangs on colour
 */
const char *
uds_progress_status_get_glyph (UdsProgressStatus status)
{
  return statuses[status].glyph;
}

/**
 * uds_progress_reason_get_name:
 * @reason: a reason
 *
 * Returns: its name for machines, such as "one-point"
 */
const char *
uds_progress_reason_get_name (UdsProgressReason reason)
{
  return reason_names[reason];
}

typedef struct {
  const UdsProgress *progress;
  const char *unit;
  UdsLanguage language;
} Reader;

static char *
format_value (const Reader *reader,
              double        value)
{
  return uds_format_quantity (value, UDS_FORMAT_SHORTEST, reader->unit, reader->language);
}

/* A rate with its sign; small ones with one more decimal, so that they are not shown as zero. */
static char *
format_rate (const Reader *reader,
             double        rate)
{
  double percent = 100 * rate;
  int decimals = percent != 0 && fabs (percent) < 1 ? 2 : 1;
  g_autofree char *text = uds_format_percent (percent, decimals, reader->language);

  return g_strconcat (rate > 0 ? "+" : "", text, NULL);
}

static char *
describe_points (const Reader *reader)
{
  const UdsProgress *progress = reader->progress;
  g_autofree char *base = format_value (reader, progress->base.value);
  g_autofree char *latest = format_value (reader, progress->latest.value);
  g_autofree char *rate = NULL;

  if (progress->base.year == 0)
    return NULL;
  if (progress->base.year == progress->latest.year)
    /* Translators: a value and its year */
    return g_strdup_printf (_("It was %s in %d."), latest, progress->latest.year);
  if (!progress->has_observed_rate || progress->base.value == 0)
    /* Translators: a value, its year, a later value, its year */
    return g_strdup_printf (_("It was %s in %d and %s in %d."), base, progress->base.year, latest,
                            progress->latest.year);

  rate = format_rate (reader, progress->observed_rate);
  /* Translators: a value, its year, a later value, its year, growth such as “−3.1%” */
  return g_strdup_printf (_("It was %s in %d and %s in %d, a change of %s a year."), base, progress->base.year,
                          latest, progress->latest.year, rate);
}

static char *
describe_requirement (const Reader *reader)
{
  const UdsProgress *progress = reader->progress;
  g_autofree char *target = format_value (reader, progress->target);
  g_autofree char *rate = NULL;

  if (!progress->has_target)
    return NULL;
  if (!progress->has_required_rate || progress->required_rate == 0 || progress->base.value == 0)
    /* Translators: a value and the year it is the target of */
    return g_strdup_printf (_("The target is %s in %d."), target, progress->target_year);

  rate = format_rate (reader, progress->required_rate);
  /* Translators: a value, the year it is the target of, growth such as “−6.7%” */
  return g_strdup_printf (_("The target of %s in %d needs %s a year."), target, progress->target_year, rate);
}

static char *
describe_arrival (const Reader *reader)
{
  const UdsProgress *progress = reader->progress;

  if (progress->arrival_year != 0)
    return g_strdup_printf (_("At this rate the target is reached in %d."), progress->arrival_year);
  if (progress->ratio == 0)
    return g_strdup (_("Standing still, it does not reach the target."));
  if (progress->ratio < 0)
    return g_strdup (_("It moves away from the target."));
  return g_strdup (_("At this rate it does not reach the target within a hundred years."));
}

static char *
describe_reason (const Reader *reader)
{
  const UdsProgress *progress = reader->progress;

  switch (progress->reason)
    {
    case UDS_PROGRESS_REASON_NO_DATA:
      return g_strdup (_("There is no value yet."));
    case UDS_PROGRESS_REASON_NO_RECENT_DATA:
      return g_strdup (_("All values are from before the base year."));
    case UDS_PROGRESS_REASON_ONE_POINT:
      return g_strdup (_("One value alone shows no progress."));
    case UDS_PROGRESS_REASON_DUPLICATE_YEAR:
      return g_strdup (_("One year has several values, so it is not clear which one counts."));
    case UDS_PROGRESS_REASON_NO_DIRECTION:
      return g_strdup (_("It is not said whether higher or lower is better."));
    case UDS_PROGRESS_REASON_OPPOSITE_SIGNS:
      return g_strdup (_("The value changed its sign, so it has no rate of change."));
    case UDS_PROGRESS_REASON_TARGET_SIGN:
      return g_strdup (_("The target has the other sign than the values, so no rate leads to it."));
    case UDS_PROGRESS_REASON_TARGET_YEAR:
      return g_strdup (_("The year of the target is not after that of the first value."));
    case UDS_PROGRESS_REASON_OUT_OF_RANGE:
      return g_strdup (_("The values are too far apart for a rate of change."));
    case UDS_PROGRESS_REASON_TARGET_REACHED:
      return g_strdup_printf (_("The target is reached, since %d."), progress->arrival_year);
    case UDS_PROGRESS_REASON_TARGET_LEFT:
      return g_strdup (_("It met the target at first and does not any more."));
    case UDS_PROGRESS_REASON_TARGET:
      return describe_arrival (reader);
    case UDS_PROGRESS_REASON_AT_LIMIT:
      return g_strdup (_("It is as good as it can be."));
    case UDS_PROGRESS_REASON_TREND:
      return g_strdup (_("There is no target, so the change itself is what counts."));
    case UDS_PROGRESS_REASON_COMBINED:
      return g_strdup_printf (ngettext ("The mean of %u series that is assessed, of %u in all.",
                                        "The mean of %u series that are assessed, of %u in all.",
                                        progress->n_assessed),
                              progress->n_assessed, progress->n_series);
    default:
      g_assert_not_reached ();
    }
}

/* Zero has no rate; a person who computes the figures again must know what was put in its place. */
static char *
describe_zero (const Reader *reader)
{
  const UdsProgress *progress = reader->progress;
  gboolean from_zero = progress->has_observed_rate && progress->base.value == 0;
  gboolean to_zero = progress->has_required_rate && progress->target == 0;
  g_autofree char *stand_in = NULL;

  if (!from_zero && !to_zero)
    return NULL;

  stand_in = uds_format_number (UDS_PROGRESS_IN_PLACE_OF_ZERO, UDS_FORMAT_SHORTEST, reader->language);
  return g_strdup_printf (_("Zero has no rate of change; the method reckons with %s in its place."), stand_in);
}

static void
append_sentence (GString *text,
                 char    *sentence)
{
  if (sentence != NULL && text->len > 0)
    g_string_append_c (text, ' ');
  if (sentence != NULL)
    g_string_append (text, sentence);
  g_free (sentence);
}

/**
 * uds_progress_describe:
 * @progress: a progress
 * @unit: (nullable): the unit of the values, as it is printed
 * @language: the language of the numbers; that of the words is the session's
 *
 * Explains a status: the two points, the observed and the required rate, and the year of arrival or why there
 * is none.
 *
 * Returns: (transfer full): one to four sentences
 */
char *
uds_progress_describe (const UdsProgress *progress,
                       const char        *unit,
                       UdsLanguage        language)
{
  Reader reader = { progress, unit, language };
  GString *text = g_string_new (NULL);

  append_sentence (text, describe_points (&reader));
  append_sentence (text, describe_requirement (&reader));
  append_sentence (text, describe_reason (&reader));
  append_sentence (text, describe_zero (&reader));

  return g_string_free_and_steal (text);
}
