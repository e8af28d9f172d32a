/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a value whatever the kind of the chart: how sure it is, how far from another and from the target,
 * which rank it has. */
#include "uds-chart-words-private.h"

#include "uds-format.h"

#include <glib/gi18n.h>
#include <math.h>

/* The target that counts, else the first one. */
const UdsChartTarget *
uds_chart_words_find_target (UdsChartSpec *spec)
{
  gsize n_targets = uds_chart_spec_get_n_targets (spec);

  for (gsize i = 0; i < n_targets; i++)
    if (uds_chart_spec_get_target (spec, i)->state == UDS_CHART_TARGET_ACTIVE)
      return uds_chart_spec_get_target (spec, i);

  return n_targets > 0 ? uds_chart_spec_get_target (spec, 0) : NULL;
}

/* ", uncertain" behind a value. */
void
uds_chart_words_append_quality (GString         *text,
                                UdsChartQuality  quality)
{
  if (quality == UDS_CHART_UNCERTAIN)
    g_string_append_printf (text, ", %s", _ ("uncertain"));
  if (quality == UDS_CHART_PROJECTED)
    g_string_append_printf (text, ", %s", _ ("projection"));
}

/* "3 t less than 2019." */
void
uds_chart_words_append_change (GString              *text,
                               double                change,
                               const char           *before,
                               const UdsChartFormat *format)
{
  g_autofree char *difference = uds_chart_format_difference (format, change);

  g_string_append_c (text, ' ');
  if (change == 0)
    /* Translators: %s is the time of the point before */
    g_string_append_printf (text, _ ("As much as %s."), before);
  else if (change > 0)
    /* Translators: a difference and the time of the point before */
    g_string_append_printf (text, _ ("%s more than %s."), difference, before);
  else
    /* Translators: a difference and the time of the point before */
    g_string_append_printf (text, _ ("%s less than %s."), difference, before);
}

/* "3 t above the target of 20 t." */
void
uds_chart_words_append_distance (GString              *text,
                                 double                own,
                                 const UdsChartTarget *target,
                                 const UdsChartFormat *format)
{
  double distance = own - target->value;
  g_autofree char *difference = uds_chart_format_difference (format, distance);
  UdsChartFormat exact = { format->language, format->unit, UDS_FORMAT_SHORTEST };
  g_autofree char *value = uds_chart_format_value (&exact, target->value);

  g_string_append_c (text, ' ');
  if (distance == 0)
    /* Translators: %s is the value of the target */
    g_string_append_printf (text, _ ("Equal to the target of %s."), value);
  else if (distance < 0)
    /* Translators: a difference and the value of the target */
    g_string_append_printf (text, _ ("%s below the target of %s."), difference, value);
  else
    /* Translators: a difference and the value of the target */
    g_string_append_printf (text, _ ("%s above the target of %s."), difference, value);
}

/* "Number 13 of 53", %NULL where a row has no rank. */
char *
uds_chart_words_format_rank (const UdsChartGrid *grid,
                             gsize               row)
{
  gsize rank = uds_chart_grid_get_rank (grid, row);

  if (rank == 0)
    return NULL;
  /* Translators: the rank of a row, and how many have one */
  return g_strdup_printf (_ ("Number %u of %u"), (guint) rank, (guint) uds_chart_grid_get_n_ranked (grid));
}
