/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of progress: the names of statuses and reasons, and the sentences that explain a status by its
 * points, its rates and its year of arrival. Computes nothing. The words of methods stand in uds-progress-method.c. */
#include "uds-progress-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "uds-format.h"

/* Enough for a value that is reckoned, where the values themselves do not say how exact they are. */
#define PROJECTED_DECIMALS 1

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
  [UDS_PROGRESS_REASON_NO_WHOLE] = "no-headline",
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
  const UdsProgressWords *words;
} Reader;

/* A target may need more decimals than the values have. */
static char *
format_value (const Reader *reader,
              double        value)
{
  const UdsProgressWords *words = reader->words;
  int decimals = words->decimals;

  if (decimals != UDS_FORMAT_SHORTEST)
    decimals = MAX (decimals, uds_format_decimals (&value, 1));
  return uds_format_quantity (value, decimals, words->unit, words->language);
}

static char *
format_base (const Reader *reader)
{
  const UdsProgressWords *words = reader->words;

  return uds_format_quantity_before (reader->progress->base.value, words->decimals, words->unit, words->language);
}

static char *
format_latest (const Reader *reader)
{
  const UdsProgressWords *words = reader->words;

  return uds_format_quantity (reader->progress->latest.value, words->decimals, words->unit, words->language);
}

/* A rate with its sign; small ones with one more decimal, so that they are not shown as zero. */
static char *
format_rate (const Reader *reader,
             double        rate)
{
  double percent = 100 * rate;
  int decimals = percent != 0 && fabs (percent) < 1 ? 2 : 1;
  g_autofree char *text = uds_format_percent (percent, decimals, reader->words->language);

  return g_strconcat (rate > 0 ? "+" : "", text, NULL);
}

/* A rank has no growth, and where zero stands at an end the rate is that of the number put in its place. */
static gboolean
has_telling_rate (const Reader *reader,
                  double        end)
{
  return end != 0 && !uds_unit_is_rank (reader->words->unit);
}

static char *
describe_points (const Reader *reader)
{
  const UdsProgress *progress = reader->progress;
  g_autofree char *base = format_base (reader);
  g_autofree char *latest = format_latest (reader);
  g_autofree char *rate = NULL;

  if (progress->base.year == 0)
    return NULL;
  if (progress->base.year == progress->latest.year)
    /* Translators: a value and its year */
    return g_strdup_printf (_("It was %s in %d."), latest, progress->latest.year);
  if (!progress->has_observed_rate || !has_telling_rate (reader, progress->base.value))
    /* Translators: a value, its year, a later value, its year */
    return g_strdup_printf (_("It was %s in %d and %s in %d."), base, progress->base.year, latest,
                            progress->latest.year);

  rate = format_rate (reader, progress->observed_rate);
  /* Translators: a value, its year, a later value, its year, growth such as “−3.1%” */
  return g_strdup_printf (_("It was %s in %d and %s in %d, a change of %s a year."), base, progress->base.year,
                          latest, progress->latest.year, rate);
}

static gboolean
is_past (const Reader *reader)
{
  return reader->progress->target_year < reader->words->this_year;
}

static char *
describe_former_target (const Reader *reader)
{
  const UdsProgress *progress = reader->progress;
  g_autofree char *target = format_value (reader, progress->target);

  switch (progress->target_state)
    {
    case UDS_TARGET_REACHED:
      /* Translators: a value and the year it was the target of */
      return g_strdup_printf (_("The target of %s in %d was declared reached, and is not met any more."), target,
                              progress->target_year);
    case UDS_TARGET_REPLACED:
      /* Translators: a value and the year it was the target of */
      return g_strdup_printf (_("The target of %s in %d was replaced."), target, progress->target_year);
    case UDS_TARGET_ACTIVE:
    case UDS_TARGET_GIVEN_UP:
    default:
      /* Translators: a value and the year it was the target of */
      return g_strdup_printf (_("The target of %s in %d was given up."), target, progress->target_year);
    }
}

/* Of a deadline that has passed and a target that is not met: what is known of how it ended. */
static char *
describe_past_target (const Reader *reader)
{
  const UdsProgress *progress = reader->progress;
  g_autofree char *target = format_value (reader, progress->target);

  if (progress->reason == UDS_PROGRESS_REASON_TARGET_LEFT)
    /* Translators: a value and the year it was the target of */
    return g_strdup_printf (_("The target was %s in %d."), target, progress->target_year);
  if (progress->was_met_in_time)
    /* Translators: a value and the year it was the target of */
    return g_strdup_printf (_("The target of %s in %d was met on the way, and is not met any more."), target,
                            progress->target_year);
  if (progress->latest.year >= progress->target_year)
    /* Translators: a value and the year it was the target of */
    return g_strdup_printf (_("The target of %s was to be reached in %d; it was not."), target,
                            progress->target_year);
  /* Translators: a value, the year it was the target of, the year of the latest value */
  return g_strdup_printf (_("The target of %s was to be reached in %d; the values end in %d."), target,
                          progress->target_year, progress->latest.year);
}

static char *
describe_requirement (const Reader *reader)
{
  const UdsProgress *progress = reader->progress;
  g_autofree char *target = format_value (reader, progress->target);
  g_autofree char *rate = NULL;

  if (progress->has_former_target)
    return describe_former_target (reader);
  if (!progress->has_target || progress->reason == UDS_PROGRESS_REASON_TARGET_REACHED)
    return NULL;
  if (is_past (reader) && progress->latest.year != 0)
    return describe_past_target (reader);
  if (!progress->has_required_rate || progress->required_rate == 0
      || !has_telling_rate (reader, progress->base.value) || !has_telling_rate (reader, progress->target))
    /* Translators: a value and the year it is the target of */
    return g_strdup_printf (_("The target is %s in %d."), target, progress->target_year);

  rate = format_rate (reader, progress->required_rate);
  /* Translators: a value, the year it is the target of, growth such as “−6.7%” */
  return g_strdup_printf (_("The target of %s in %d needs %s a year."), target, progress->target_year, rate);
}

static char *
describe_reached (const Reader *reader)
{
  const UdsProgress *progress = reader->progress;
  g_autofree char *target = format_value (reader, progress->target);

  if (progress->is_met_nearly)
    /* Translators: a value, the year it is the target of, the year since which it counts as met */
    return g_strdup_printf (_("The target of %s in %d counts as met since %d: to the UN, one percentage point is near"
                              " enough."),
                            target, progress->target_year, progress->arrival_year);
  if (is_past (reader) && progress->arrival_year > progress->target_year)
    /* Translators: a value, the year it was the target of, the year it was reached in */
    return g_strdup_printf (_("The target of %s in %d was reached late, in %d."), target, progress->target_year,
                            progress->arrival_year);
  /* Translators: a value, the year it is the target of, the year since which it is met */
  return g_strdup_printf (_("The target of %s in %d has been met since %d."), target, progress->target_year,
                          progress->arrival_year);
}

/* Of an active target that the latest value does not meet. */
static char *
describe_arrival (const Reader *reader)
{
  const UdsProgress *progress = reader->progress;

  if (progress->arrival_year != 0 && progress->arrival_year < reader->words->this_year)
    /* Translators: the year a target would be reached in, the year of the latest value */
    return g_strdup_printf (_("At this rate the target would have been reached in %d, but there are no values after "
                              "%d."),
                            progress->arrival_year, progress->latest.year);
  if (progress->arrival_year != 0)
    return g_strdup_printf (_("At this rate the target is reached in %d."), progress->arrival_year);
  if (progress->ratio == 0)
    return g_strdup (_("Standing still, it does not reach the target."));
  if (progress->ratio < 0)
    return g_strdup (_("It moves away from the target."));
  return g_strdup (_("At this rate it does not reach the target within a hundred years."));
}

static char *
describe_one_point (const UdsProgress *progress)
{
  if (!progress->has_earlier)
    return g_strdup (_("One value alone shows no progress."));
  /* Translators: the year that progress is counted from */
  return g_strdup_printf (_("It is the only value since the base year %d, and one value alone shows no progress."),
                          progress->base_year);
}

static char *
describe_reason (const Reader *reader)
{
  const UdsProgress *progress = reader->progress;

  switch (progress->reason)
    {
    case UDS_PROGRESS_REASON_NO_DATA:
      return g_strdup (_("There is no value yet."));
    case UDS_PROGRESS_REASON_NO_WHOLE:
      return g_strdup (_("There are values of parts, but none of the whole, and only the whole is assessed."));
    case UDS_PROGRESS_REASON_NO_RECENT_DATA:
      /* Translators: the year that progress is counted from */
      return g_strdup_printf (_("All values are from before the base year %d."), progress->base_year);
    case UDS_PROGRESS_REASON_ONE_POINT:
      return describe_one_point (progress);
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
      return describe_reached (reader);
    case UDS_PROGRESS_REASON_TARGET_LEFT:
      return g_strdup (_("It met the target at first and does not any more."));
    case UDS_PROGRESS_REASON_TARGET:
      return describe_arrival (reader);
    case UDS_PROGRESS_REASON_AT_LIMIT:
      return g_strdup (_("It is as good as it can be."));
    case UDS_PROGRESS_REASON_TREND:
      if (progress->has_former_target)
        return g_strdup (_("What counts is therefore the change itself."));
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

/* What the UN's method measures. */
static char *
describe_way (const Reader *reader)
{
  const UdsProgress *progress = reader->progress;
  const UdsProgressWords *words = reader->words;
  int decimals = words->decimals != UDS_FORMAT_SHORTEST ? words->decimals : PROJECTED_DECIMALS;
  g_autofree char *projected = NULL;
  g_autofree char *ratio = NULL;

  if (!progress->has_projected || progress->latest.year >= progress->target_year)
    return NULL;

  projected = uds_format_quantity (progress->projected, decimals, words->unit, words->language);
  ratio = uds_format_percent (100 * progress->ratio, 0, words->language);
  /* Translators: a value, the target’s year, a percentage */
  return g_strdup_printf (_("Carried on like this it is %s in %d, which is %s of the way from the first value to the"
                            " target."),
                          projected, progress->target_year, ratio);
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
 * @words: how to say it
 *
 * Explains a status: the two points it compares, what the target asks for or what became of it, and the year of arrival
 * or why there is none, and the method where it is not the default. Deadlines and arrivals before this year are told as
 * past.
 *
 * Returns: (transfer full): one to five sentences
 */
char *
uds_progress_describe (const UdsProgress      *progress,
                       const UdsProgressWords *words)
{
  Reader reader = { progress, words };
  GString *text = g_string_new (NULL);

  append_sentence (text, describe_points (&reader));
  append_sentence (text, describe_requirement (&reader));
  append_sentence (text, describe_way (&reader));
  append_sentence (text, describe_reason (&reader));
  append_sentence (text, uds_progress_describe_assessment (progress));

  return g_string_free_and_steal (text);
}

/* What the ratio of a target is made of, in one line. */
static char *
describe_target_briefly (const Reader *reader)
{
  const UdsProgress *progress = reader->progress;
  g_autofree char *share = uds_format_percent (100 * progress->ratio, 0, reader->words->language);
  g_autofree char *observed = NULL;
  g_autofree char *required = NULL;

  if (progress->has_projected)
    /* Translators: a percentage, the target’s year */
    return g_strdup_printf (_("%1$s of the way by %2$d"), share, progress->target_year);
  if (!progress->has_required_rate || !has_telling_rate (reader, progress->base.value)
      || !has_telling_rate (reader, progress->target))
    /* Translators: a percentage of the rate that a target asks for */
    return g_strdup_printf (_("%s of the rate needed"), share);

  observed = format_rate (reader, progress->observed_rate);
  required = format_rate (reader, progress->required_rate);
  /* Translators: growth such as “−1.5%”, growth that a target asks for */
  return g_strdup_printf (_("%1$s a year, needed %2$s"), observed, required);
}

static char *
describe_trend_briefly (const Reader *reader)
{
  const UdsProgress *progress = reader->progress;
  g_autofree char *rate = NULL;

  if (!has_telling_rate (reader, progress->base.value))
    return describe_points (reader);

  rate = format_rate (reader, progress->observed_rate);
  /* Translators: growth such as “−1.5%”, a year */
  return g_strdup_printf (_("%1$s a year since %2$d"), rate, progress->base.year);
}

/**
 * uds_progress_describe_briefly:
 * @progress: a progress
 * @words: how to say it
 *
 * Returns: (transfer full): why a status is that one, in a line to stand beside it
 */
char *
uds_progress_describe_briefly (const UdsProgress      *progress,
                               const UdsProgressWords *words)
{
  Reader reader = { progress, words };

  switch (progress->reason)
    {
    case UDS_PROGRESS_REASON_TARGET:
      return describe_target_briefly (&reader);
    case UDS_PROGRESS_REASON_TREND:
      return describe_trend_briefly (&reader);
    case UDS_PROGRESS_REASON_TARGET_REACHED:
      /* Translators: a year */
      return g_strdup_printf (_("Target met since %d"), progress->arrival_year);
    case UDS_PROGRESS_REASON_ONE_POINT:
      if (progress->has_earlier)
        /* Translators: the year that progress is counted from */
        return g_strdup_printf (_("Only one value since %d"), progress->base_year);
      /* Translators: a year */
      return g_strdup_printf (_("Only one value, of %d"), progress->latest.year);
    case UDS_PROGRESS_REASON_NO_WHOLE:
      return g_strdup (_("No value of the whole"));
    case UDS_PROGRESS_REASON_NO_DATA:
    case UDS_PROGRESS_REASON_NO_RECENT_DATA:
    case UDS_PROGRESS_REASON_DUPLICATE_YEAR:
    case UDS_PROGRESS_REASON_NO_DIRECTION:
    case UDS_PROGRESS_REASON_OPPOSITE_SIGNS:
    case UDS_PROGRESS_REASON_TARGET_SIGN:
    case UDS_PROGRESS_REASON_TARGET_YEAR:
    case UDS_PROGRESS_REASON_OUT_OF_RANGE:
    case UDS_PROGRESS_REASON_TARGET_LEFT:
    case UDS_PROGRESS_REASON_AT_LIMIT:
    case UDS_PROGRESS_REASON_COMBINED:
    default:
      return describe_reason (&reader);
    }
}
