/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says what a digest holds in sentences. What changed is told by the two points that the status compares, so that
 * caption and status never say two things; where there is no status, by the first value and the last. */
#include "uds-indicator-words-private.h"

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
describe_two (const UdsDigestPoint *first,
              const UdsDigestPoint *last,
              const char           *unit,
              int                   decimals,
              UdsLanguage           language)
{
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
 * uds_indicator_words_describe_change:
 * @first: a point
 * @last: the same, or a later one
 * @unit: (nullable): of their values
 * @decimals: that their values are written with
 * @language: the reader's
 *
 * Returns: (transfer full): what happened from one to the other, or what is known of a single one
 */
char *
uds_indicator_words_describe_change (const UdsDigestPoint *first,
                                     const UdsDigestPoint *last,
                                     const char           *unit,
                                     int                   decimals,
                                     UdsLanguage           language)
{
  g_autofree char *value = NULL;
  g_autofree char *period = NULL;

  if (first != last)
    return describe_two (first, last, unit, decimals, language);

  value = uds_format_quantity (last->value, decimals, unit, language);
  period = uds_indicator_words_period (last, language);
  /* Translators: value, period: “41% in 2016” */
  return g_strdup_printf (_ ("%1$s in %2$s"), value, period);
}

/**
 * uds_indicator_words_computed:
 * @digest: a digest
 * @language: the reader's
 *
 * Returns: (transfer full) (nullable): what the values did, whatever somebody wrote by hand; %NULL where there is none.
 *   Values of parts say nothing of the whole: where there are no others, that is said
 */
char *
uds_indicator_words_computed (UdsIndicatorDigest *digest,
                              UdsLanguage         language)
{
  const UdsDigestPoint *last = uds_indicator_digest_get_latest (digest);

  if (last == NULL)
    return NULL;
  if (!uds_indicator_digest_is_headline (digest))
    return g_strdup (_ ("There are only values of parts, none of the whole"));
  return uds_indicator_words_describe_change (find_base (digest), last,
                                              uds_indicator_digest_get_unit (digest, language),
                                              uds_indicator_digest_get_decimals (digest), language);
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

  return written != NULL ? g_strdup (written) : uds_indicator_words_computed (digest, language);
}

static gboolean
names_year (const char *text,
            int         year)
{
  g_autofree char *digits = g_strdup_printf ("%d", year);

  return strstr (text, digits) != NULL;
}

/* A sentence that names the years which the status compares is about what the status is about. */
static gboolean
is_about_status (UdsIndicatorDigest *digest,
                 const char         *written)
{
  return names_year (written, find_base (digest)->year)
         && names_year (written, uds_indicator_digest_get_latest (digest)->year);
}

/**
 * uds_indicator_words_beside_written:
 * @digest: a digest
 * @language: the reader's
 *
 * What somebody wrote by hand stays when figures come, and may compare other years than the status does.
 *
 * Returns: (transfer full) (nullable): that the finding was written so, and what the figures say; %NULL where it was
 *   not, and where it names the years that the status compares
 */
char *
uds_indicator_words_beside_written (UdsIndicatorDigest *digest,
                                    UdsLanguage         language)
{
  const char *written = uds_record_get_localized (uds_indicator_digest_get_indicator (digest), "finding", language);
  g_autofree char *computed = uds_indicator_words_computed (digest, language);

  if (written == NULL || computed == NULL || is_about_status (digest, written))
    return NULL;
  /* Translators: below a finding that somebody wrote; then such as “Up from 36% in 2015 to 44% in 2018” */
  return g_strdup_printf (_ ("Written by hand. The figures say: %s"), computed);
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

static UdsProgressWords
make_words (UdsIndicatorDigest *digest,
            int                 this_year,
            UdsLanguage         language)
{
  return (UdsProgressWords) {
    .unit = uds_indicator_digest_get_unit (digest, language),
    .decimals = uds_indicator_digest_get_decimals (digest),
    .this_year = this_year,
    .language = language,
  };
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
  UdsProgressWords words = make_words (digest, this_year, language);

  return uds_progress_describe (uds_indicator_digest_get_progress (digest), &words);
}

/**
 * uds_indicator_words_reason:
 * @digest: a digest
 * @language: the reader's
 *
 * Returns: (transfer full): the reason of its status in a line, with the method where it is not the default
 */
char *
uds_indicator_words_reason (UdsIndicatorDigest *digest,
                            UdsLanguage         language)
{
  const UdsProgress *progress = uds_indicator_digest_get_progress (digest);
  UdsProgressWords words = make_words (digest, 0, language);
  g_autofree char *reason = uds_progress_describe_briefly (progress, &words);

  if (progress->method == UDS_METHOD_OPEN_SDG || progress->status == UDS_PROGRESS_NOT_AVAILABLE)
    return g_steal_pointer (&reason);
  return g_strdup_printf ("%s · %s", reason, uds_progress_method_get_label (progress->method));
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

/* "docslib.org/doc/9815894" at the beginning of a piece of text: labels of letters, digits and hyphens with dots
 * between them, the last of letters alone, and what follows a slash. */
static gboolean
is_address (const char *word)
{
  gsize length = strcspn (word, "/:");
  g_autofree char *host = g_strndup (word, length);
  g_auto (GStrv) labels = g_strsplit (host, ".", -1);
  guint n_labels = g_strv_length (labels);

  if (n_labels < 2 || word[length] == ':')
    return FALSE;
  for (guint i = 0; i < n_labels; i++)
    for (const char *c = labels[i]; c == labels[i] || *c != '\0'; c++)
      if (!g_ascii_isalnum (*c) && *c != '-')
        return FALSE;
  for (const char *c = labels[n_labels - 1]; *c != '\0'; c++)
    if (!g_ascii_isalpha (*c))
      return FALSE;

  return strlen (labels[n_labels - 1]) >= 2;
}

static void
add_links (GPtrArray  *links,
           const char *text)
{
  g_auto (GStrv) pieces = g_strsplit (text != NULL ? text : "", ";", -1);

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      char *word = g_strstrip (pieces[i]);
      char *link = NULL;

      word[strcspn (word, " \t\n")] = '\0';
      if (g_str_has_prefix (word, "https://") || g_str_has_prefix (word, "http://"))
        link = g_strdup (word);
      else if (is_address (word))
        link = g_strconcat ("https://", word, NULL);
      if (link != NULL && !g_ptr_array_find_with_equal_func (links, link, g_str_equal, NULL))
        g_ptr_array_add (links, g_steal_pointer (&link));
      g_free (link);
    }
}

/**
 * uds_indicator_words_links:
 * @indicator: an indicator
 *
 * Returns: (transfer full): the addresses of the web that its link and its source name, each once; the source often
 *   leaves out what they begin with
 */
char **
uds_indicator_words_links (UdsRecord *indicator)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new_null_terminated (4, g_free, TRUE);

  add_links (links, uds_record_get_text (indicator, "link"));
  add_links (links, uds_record_get_text (indicator, "source"));
  return (char **) g_ptr_array_steal (links, NULL);
}
