/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of the methods of progress, and the words that say how they measure and where their thresholds are. The
 * methods themselves stand in a file each. */
#include "uds-progress-private.h"

#include <glib/gi18n.h>

#include "uds-format.h"

/* The default goes without saying where there is little room; each is said in full where a status is explained. */
static const struct {
  const char *name;
  const char *label;
  const char *sentence;
  const char *rule;
} methods[] = {
  [UDS_METHOD_OPEN_SDG] = { "open-sdg", N_("Open SDG"), NULL,
                            N_("Compared are the growth a year since the base year and the growth a year that the"
                               " target asks for; without a target, the growth itself counts. The method is that of"
                               " Statistics Canada and Open SDG.") },
  [UDS_METHOD_UN] = { "un", N_("UN Progress Chart"), N_("Assessed as in the UN Progress Chart."),
                      N_("The value is carried on to the target’s year at the observed growth, and measured is how"
                         " far that is on the way from the first value to the target; without a target, the growth"
                         " itself counts. The method is that of the UN’s Progress Chart of 2023, which has one class"
                         " for what stands still and what goes back.") },
  [UDS_METHOD_EUROSTAT] = { "eurostat", N_("Eurostat"), N_("Assessed as Eurostat does."),
                            N_("Compared are the growth a year since the base year and the growth a year that the"
                               " target asks for; without a target, the growth itself counts. The method is Eurostat’s,"
                               " with the thresholds of Eustat, the Basque statistics office.") },
};

/**
 * uds_progress_method_from_name:
 * @name: (nullable): "open-sdg", "un" or "eurostat"
 *
 * Returns: the method; the default where none is named
 */
UdsProgressMethod
uds_progress_method_from_name (const char *name)
{
  for (UdsProgressMethod method = 0; method < G_N_ELEMENTS (methods); method++)
    if (g_strcmp0 (name, methods[method].name) == 0)
      return method;
  return UDS_METHOD_OPEN_SDG;
}

/**
 * uds_progress_method_get_name:
 * @method: a method
 *
 * Returns: its name for machines, such as "open-sdg"
 */
const char *
uds_progress_method_get_name (UdsProgressMethod method)
{
  return methods[method].name;
}

/**
 * uds_progress_method_get_label:
 * @method: a method
 *
 * Returns: its name for readers, in the language of the session
 */
const char *
uds_progress_method_get_label (UdsProgressMethod method)
{
  return _(methods[method].label);
}

/* Says by which method a status was found; nothing of the default. */
char *
uds_progress_describe_assessment (const UdsProgress *progress)
{
  const char *sentence = methods[progress->method].sentence;

  return progress->status != UDS_PROGRESS_NOT_AVAILABLE && sentence != NULL ? g_strdup (_(sentence)) : NULL;
}

static char *
describe_zero (const UdsProgress *progress,
               UdsLanguage        language)
{
  gboolean from_zero = progress->has_observed_rate && progress->base.value == 0;
  gboolean to_zero = progress->has_required_rate && progress->target == 0;
  g_autofree char *stand_in = NULL;

  if (!from_zero && !to_zero)
    return NULL;

  stand_in = uds_format_number (UDS_PROGRESS_IN_PLACE_OF_ZERO, UDS_FORMAT_SHORTEST, language);
  return g_strdup_printf (_("Zero has no rate of change; the method reckons with %s in its place."), stand_in);
}

/**
 * uds_progress_describe_method:
 * @progress: a progress
 * @language: the language of the numbers; that of the words is the session's
 *
 * Zero has no rate; a person who computes the figures again must know what was put in its place.
 *
 * Returns: (transfer full): what is compared, by which method, and how zero was reckoned with
 */
char *
uds_progress_describe_method (const UdsProgress *progress,
                              UdsLanguage        language)
{
  const char *rule = _(methods[progress->method].rule);
  g_autofree char *zero = describe_zero (progress, language);

  return zero != NULL ? g_strconcat (rule, " ", zero, NULL) : g_strdup (rule);
}

/* Open SDG alone wants more than the threshold where there is no target (uds-progress-open-sdg.c). */
static gboolean
is_strict (const UdsProgress *progress,
           UdsProgressStatus  status)
{
  return progress->method == UDS_METHOD_OPEN_SDG && !progress->has_target && status != UDS_PROGRESS_LIMITED;
}

static char *
format_ratio (double      ratio,
              UdsLanguage language)
{
  double percent = 100 * ratio;
  int decimals = MIN (uds_format_decimals (&percent, 1), 2);

  return uds_format_percent (percent, decimals, language);
}

/**
 * uds_progress_format_threshold:
 * @progress: a progress
 * @status: substantial to deterioration
 * @language: the language of the numbers; that of the words is the session's
 *
 * Returns: (transfer full) (nullable): the ratios that have the status, “from 95%” or “below 0%”; %NULL where the
 *   status was not read off a ratio
 */
char *
uds_progress_format_threshold (const UdsProgress *progress,
                               UdsProgressStatus  status,
                               UdsLanguage        language)
{
  UdsProgressStatus threshold = MIN (status, UDS_PROGRESS_LIMITED);
  g_autofree char *ratio = NULL;

  if (!progress->has_thresholds || status < UDS_PROGRESS_SUBSTANTIAL || status > UDS_PROGRESS_DETERIORATION)
    return NULL;

  ratio = format_ratio (progress->thresholds[threshold], language);
  if (status == UDS_PROGRESS_DETERIORATION)
    /* Translators: a percentage that a rate is below */
    return g_strdup_printf (_("below %s"), ratio);
  if (is_strict (progress, status))
    /* Translators: a percentage that a rate is above */
    return g_strdup_printf (_("above %s"), ratio);
  /* Translators: a percentage that a rate has at least */
  return g_strdup_printf (_("from %s"), ratio);
}

/**
 * uds_progress_describe_thresholds:
 * @progress: a progress
 * @language: the language of the numbers; that of the words is the session's
 *
 * Returns: (transfer full) (nullable): what is measured and the ratios at which the status changes; %NULL where the
 *   status was not read off a ratio
 */
char *
uds_progress_describe_thresholds (const UdsProgress *progress,
                                  UdsLanguage        language)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!progress->has_thresholds)
    return NULL;

  for (UdsProgressStatus status = UDS_PROGRESS_SUBSTANTIAL; status <= UDS_PROGRESS_DETERIORATION; status++)
    {
      g_autofree char *threshold = uds_progress_format_threshold (progress, status, language);

      g_string_append_printf (text, "%s%s %s", text->len > 0 ? "; " : "", uds_progress_status_get_label (status),
                              threshold);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}
