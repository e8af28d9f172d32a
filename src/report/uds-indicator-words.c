/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says what a digest holds in sentences. What changed is told by the two points that the status compares, so that
 * caption and status never say two things; where there is no status, by the first value and the last. */
#include "uds-indicator-words.h"

#include "uds-format.h"
#include "uds-period.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * uds_indicator_words_name:
 * @digest: a digest
 * @language: the reader's
 *
 * Returns: (transfer full): the indicator's title, with its place where another one has the same title
 */
char *
uds_indicator_words_name (UdsIndicatorDigest *digest,
                          UdsLanguage         language)
{
  UdsRecord *indicator = uds_indicator_digest_get_indicator (digest);
  const char *title = uds_record_get_title (indicator, language);
  const char *place = uds_record_get_localized (indicator, "place", language);

  if (place == NULL || !uds_indicator_digest_is_namesake (digest))
    return g_strdup (title);
  return g_strdup_printf ("%s, %s", title, place);
}

/**
 * uds_indicator_words_period:
 * @point: a point
 * @language: the reader's
 *
 * Returns: (transfer full): its period
 */
char *
uds_indicator_words_period (const UdsDigestPoint *point,
                            UdsLanguage           language)
{
  UdsPeriod period;

  return uds_period_parse (point->period, &period, NULL) ? uds_period_format (&period, language)
                                                         : g_strdup (point->period);
}

static const UdsDigestPoint *
find_point (UdsIndicatorDigest *digest,
            int                 year)
{
  for (guint i = 0; i < uds_indicator_digest_get_n_points (digest); i++)
    if (uds_indicator_digest_get_point (digest, i)->year == year)
      return uds_indicator_digest_get_point (digest, i);
  return NULL;
}

/* The point that the status counts from; else the first. */
static const UdsDigestPoint *
find_base (UdsIndicatorDigest *digest)
{
  const UdsProgress *progress = uds_indicator_digest_get_progress (digest);
  const UdsDigestPoint *point = NULL;

  if (progress->status != UDS_PROGRESS_NOT_AVAILABLE)
    point = find_point (digest, progress->base.year);
  return point != NULL ? point : uds_indicator_digest_get_point (digest, 0);
}

static char *
describe_two (UdsIndicatorDigest   *digest,
              const UdsDigestPoint *first,
              const UdsDigestPoint *last,
              UdsLanguage           language)
{
  const char *unit = uds_indicator_digest_get_unit (digest, language);
  int decimals = uds_indicator_digest_get_decimals (digest);
  g_autofree char *from = uds_format_quantity_before (first->value, decimals, unit, language);
  g_autofree char *to = uds_format_quantity (last->value, decimals, unit, language);
  g_autofree char *from_number = uds_format_number (first->value, decimals, language);
  g_autofree char *to_number = uds_format_number (last->value, decimals, language);
  g_autofree char *from_period = uds_indicator_words_period (first, language);
  g_autofree char *to_period = uds_indicator_words_period (last, language);

  if (g_str_equal (from_number, to_number))
    /* Translators: value, first period, last period */
    return g_strdup_printf (_ ("Unchanged at %1$s from %2$s to %3$s"), to, from_period, to_period);
  if (uds_unit_is_rank (unit))
    /* Translators: places on a list: “From no. 2 in 2011 to no. 1 in 2015” */
    return g_strdup_printf (_ ("From %1$s in %2$s to %3$s in %4$s"), from, from_period, to, to_period);
  if (last->value > first->value)
    /* Translators: first value, first period, last value, last period */
    return g_strdup_printf (_ ("Up from %1$s in %2$s to %3$s in %4$s"), from, from_period, to, to_period);
  /* Translators: first value, first period, last value, last period */
  return g_strdup_printf (_ ("Down from %1$s in %2$s to %3$s in %4$s"), from, from_period, to, to_period);
}

/**
 * uds_indicator_words_change:
 * @digest: a digest
 * @language: the reader's
 *
 * Returns: (transfer full) (nullable): what the values did, under a heading that names the indicator: “Up from 36% in
 *   2015 to 44% in 2018”; the finding somebody wrote by hand where there is one; %NULL where there is no value
 */
char *
uds_indicator_words_change (UdsIndicatorDigest *digest,
                            UdsLanguage         language)
{
  UdsRecord *indicator = uds_indicator_digest_get_indicator (digest);
  const char *written = uds_record_get_localized (indicator, "finding", language);
  const UdsDigestPoint *last = uds_indicator_digest_get_latest (digest);
  g_autofree char *value = NULL;
  g_autofree char *period = NULL;

  if (written != NULL)
    return g_strdup (written);
  if (last == NULL)
    return NULL;
  if (find_base (digest) != last)
    return describe_two (digest, find_base (digest), last, language);

  value = uds_format_quantity (last->value, uds_indicator_digest_get_decimals (digest),
                               uds_indicator_digest_get_unit (digest, language), language);
  period = uds_indicator_words_period (last, language);
  /* Translators: value, period: “41% in 2016” */
  return g_strdup_printf (_ ("%1$s in %2$s"), value, period);
}

/**
 * uds_indicator_words_finding:
 * @digest: a digest
 * @language: the reader's
 *
 * Returns: (transfer full): what the values did, where nothing else names the indicator
 */
char *
uds_indicator_words_finding (UdsIndicatorDigest *digest,
                             UdsLanguage         language)
{
  UdsRecord *indicator = uds_indicator_digest_get_indicator (digest);
  g_autofree char *name = uds_indicator_words_name (digest, language);
  g_autofree char *change = uds_indicator_words_change (digest, language);

  if (uds_record_get_localized (indicator, "finding", language) != NULL)
    return g_steal_pointer (&change);
  return change == NULL ? g_steal_pointer (&name) : g_strdup_printf ("%s. %s", name, change);
}

/**
 * uds_indicator_words_status:
 * @digest: a digest
 * @this_year: today's
 * @language: the reader's
 *
 * Returns: (transfer full): the sentences that explain its status, with the values written as they are everywhere
 */
char *
uds_indicator_words_status (UdsIndicatorDigest *digest,
                            int                 this_year,
                            UdsLanguage         language)
{
  UdsProgressWords words = {
    .unit = uds_indicator_digest_get_unit (digest, language),
    .decimals = uds_indicator_digest_get_decimals (digest),
    .this_year = this_year,
    .language = language,
  };

  return uds_progress_describe (uds_indicator_digest_get_progress (digest), &words);
}

/**
 * uds_indicator_words_source:
 * @indicator: an indicator
 * @language: the reader's
 *
 * Returns: (transfer full) (nullable): who published its figures and under which title, as readers are told; where
 *   nobody wrote that down, the publisher and after it what the record says of the source
 */
char *
uds_indicator_words_source (UdsRecord   *indicator,
                            UdsLanguage  language)
{
  const char *citation = uds_record_get_localized (indicator, "citation", language);
  const char *publisher = uds_record_get_text (indicator, "publisher");
  const char *source = uds_record_get_text (indicator, "source");

  if (citation != NULL)
    return g_strdup (citation);
  if (publisher == NULL || source == NULL)
    return g_strdup (publisher != NULL ? publisher : source);
  if (strstr (source, publisher) != NULL)
    return g_strdup (source);
  return g_strdup_printf ("%s; %s", publisher, source);
}
