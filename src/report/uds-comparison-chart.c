/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranks cities by what they are compared in, the city's own marked. */
#include "uds-comparison-chart.h"

#include "uds-city.h"

#include <glib/gi18n.h>
#include <math.h>

/* Comparisons of cities */

static gboolean
is_descending (UdsRecord *comparison)
{
  const char *direction = uds_record_get_text (comparison, "direction");

  return direction == NULL || g_str_equal (direction, "up");
}

static gboolean
add_city (UdsSession    *session,
          UdsChartGrid  *grid,
          UdsRecord     *value,
          UdsLanguage    language,
          GError       **error)
{
  g_autoptr (UdsRecord) city =
      uds_session_get (session, uds_kind_lookup ("city"), uds_record_get_text (value, "city"), error);
  gsize row;

  if (city == NULL)
    return FALSE;

  row = uds_chart_grid_add_row (grid, uds_record_get_id (city), NULL, uds_record_get_title (city, language));
  uds_chart_grid_set_cell (grid, row, 0,
                           &(UdsChartCell) {
                               .value = uds_record_has (value, "value") ? uds_record_get_real (value, "value") : NAN,
                               .level = UDS_CHART_NONE,
                           });
  if (uds_city_is_own (city))
    uds_chart_grid_emphasise (grid, uds_record_get_id (city));
  return TRUE;
}

/* "Copenhagen is number 13 of 53 cities: 2.56 tonnes" */
static char *
make_finding (UdsChartSpec *spec,
              UdsRecord    *comparison,
              UdsLanguage   language)
{
  const UdsChartGrid *grid = uds_chart_spec_get_grid (spec);
  gsize own = uds_chart_grid_get_emphasised (grid);
  g_autofree char *value = NULL;
  UdsChartFormat format;

  if (own == UDS_CHART_NONE || uds_chart_grid_get_rank (grid, own) == 0)
    return g_strdup (uds_record_get_title (comparison, language));

  uds_chart_spec_get_format (spec, &format);
  value = uds_chart_format_value (&format, uds_chart_grid_get_cell (grid, own, 0)->value);
  /* Translators: a city, its rank, how many cities there are, its value */
  return g_strdup_printf (_("%1$s is number %2$u of %3$u cities: %4$s"), uds_chart_grid_get_row_label (grid, own),
                          (guint) uds_chart_grid_get_rank (grid, own), (guint) uds_chart_grid_get_n_ranked (grid),
                          value);
}

/* "CO2 per inhabitant · 2016 · lowest first" */
static char *
make_subtitle (UdsRecord   *comparison,
               UdsLanguage  language)
{
  const char *title = uds_record_get_title (comparison, language);
  const char *order = is_descending (comparison) ? _("highest first") : _("lowest first");
  g_autofree char *year = uds_record_to_string (comparison, "year");

  return year != NULL ? g_strdup_printf ("%s · %s · %s", title, year, order)
                      : g_strdup_printf ("%s · %s", title, order);
}

static void
set_frame (UdsChartSpec *spec,
           UdsRecord    *record,
           UdsLanguage   language)
{
  const char *note = uds_record_get_localized (record, "note", language);

  uds_chart_spec_set_unit (spec, uds_record_get_localized (record, "unit", language));
  if (uds_record_has (record, "decimals"))
    uds_chart_spec_set_decimals (spec, CLAMP ((int) uds_record_get_integer (record, "decimals"), 0, 6));
  uds_chart_spec_set_source (spec, uds_record_get_text (record, "source"));
  if (note != NULL)
    uds_chart_spec_add_footnote (spec, note);
}

/**
 * uds_session_chart_comparison:
 * @session: a session
 * @comparison: a stored comparison of cities
 * @language: the language of numbers and content; texts of the program are in the session's
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): ranked bars of the cities: the lowest first where lower is better, else the
 *   highest
 */
UdsChartSpec *
uds_session_chart_comparison (UdsSession   *session,
                              UdsRecord    *comparison,
                              UdsLanguage   language,
                              GError      **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("comparison-value"));
  g_autoptr (UdsChartSpec) spec = uds_chart_spec_new (language);
  UdsChartGrid *grid = uds_chart_spec_make_grid (spec, UDS_CHART_BARS);
  g_autoptr (GPtrArray) values = NULL;
  g_autofree char *finding = NULL;
  g_autofree char *subtitle = make_subtitle (comparison, language);

  uds_query_where_is (query, "comparison", uds_record_get_id (comparison));
  values = uds_session_list (session, query, error);
  if (values == NULL)
    return NULL;

  uds_chart_grid_set_heading (grid, _("City"));
  uds_chart_grid_add_column (grid, uds_record_get_title (comparison, language), UDS_CHART_NONE);
  for (guint i = 0; i < values->len; i++)
    if (!add_city (session, grid, g_ptr_array_index (values, i), language, error))
      return NULL;

  uds_chart_grid_rank (grid, is_descending (comparison));
  set_frame (spec, comparison, language);
  finding = make_finding (spec, comparison, language);
  uds_chart_spec_set_title (spec, finding);
  uds_chart_spec_set_subtitle (spec, subtitle);
  return g_steal_pointer (&spec);
}
