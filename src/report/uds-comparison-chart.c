/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranks cities by what they are compared in, the city's own marked; and puts the parts of an indicator beside each
 * other, as they are now or then and now. */
#include "uds-comparison-chart.h"

#include "uds-indicator-digest.h"
#include "uds-period.h"

#include <glib/gi18n.h>
#include <math.h>

/* The code of the city whose office this is. */
#define OWN_CITY "copenhagen"

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
  if (g_strcmp0 (uds_record_get_text (city, "code"), OWN_CITY) == 0)
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

/* Breakdowns of an indicator */

typedef struct {
  int year; /* 0 for none */
  double value;
  gboolean uncertain;
} Point;

/* A part of an indicator with its first value and its latest. */
typedef struct {
  char *label;
  Point first;
  Point latest;
} Part;

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->label);
  g_free (part);
}

/* Reads the observations of one part, the earliest first. */
static gboolean
read_part (UdsSession  *session,
           UdsRecord   *series,
           Part        *part,
           GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("observation"));
  g_autoptr (GPtrArray) observations = NULL;

  uds_query_where_is (query, "series", uds_record_get_id (series));
  observations = uds_session_list (session, query, error);
  if (observations == NULL)
    return FALSE;

  for (guint i = 0; i < observations->len; i++)
    {
      UdsRecord *observation = g_ptr_array_index (observations, i);
      const char *quality = uds_record_get_text (observation, "quality");
      UdsPeriod period;
      Point point;

      if (!uds_record_has (observation, "value")
          || !uds_period_parse (uds_record_get_text (observation, "period"), &period, NULL))
        continue;
      point.year = uds_period_get_year (&period);
      point.value = uds_record_get_real (observation, "value");
      point.uncertain = quality != NULL && !g_str_equal (quality, "measured") && !g_str_equal (quality, "reference");
      if (part->first.year == 0)
        part->first = point;
      part->latest = point;
    }

  return TRUE;
}

/* Whether a series has the name or unit that an indicator's headline has, where it names one. */
static gboolean
is_like_headline (UdsRecord  *series,
                  const char *field,
                  UdsRecord  *indicator,
                  const char *headline_field)
{
  const char *headline = uds_record_get_text (indicator, headline_field);

  return headline == NULL || g_strcmp0 (uds_record_get_text (series, field), headline) == 0;
}

/* The parts of an indicator that have values. */
static GPtrArray *
read_parts (UdsSession  *session,
            UdsRecord   *indicator,
            GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("series"));
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (part_free);
  g_autoptr (GPtrArray) all = NULL;

  uds_query_where_is (query, "indicator", uds_record_get_id (indicator));
  all = uds_session_list (session, query, error);
  if (all == NULL)
    return NULL;

  for (guint i = 0; i < all->len; i++)
    {
      UdsRecord *series = g_ptr_array_index (all, i);
      g_autofree char *label = uds_series_format_breakdown (series);
      Part *part;

      if (!is_like_headline (series, "name", indicator, "series")
          || !is_like_headline (series, "unit", indicator, "series_unit"))
        continue;
      part = g_new0 (Part, 1);
      part->label = label != NULL ? g_steal_pointer (&label) : g_strdup (_("All"));
      g_ptr_array_add (parts, part);
      if (!read_part (session, series, part, error))
        return NULL;
      if (part->latest.year == 0)
        g_ptr_array_set_size (parts, (int) parts->len - 1);
    }

  return g_steal_pointer (&parts);
}

static int
find_latest_year (GPtrArray *parts)
{
  int year = 0;

  for (guint i = 0; i < parts->len; i++)
    year = MAX (year, ((Part *) g_ptr_array_index (parts, i))->latest.year);

  return year;
}

/* A value of another year than its column is about says so. */
static void
set_cell (UdsChartGrid *grid,
          gsize         row,
          gsize         column,
          const Point  *point,
          int           year)
{
  g_autofree char *note = point->year != year ? g_strdup_printf (_("Value of %d."), point->year) : NULL;

  uds_chart_grid_set_cell (grid, row, column,
                           &(UdsChartCell) {
                               .value = point->value,
                               .level = UDS_CHART_NONE,
                               .quality = point->uncertain ? UDS_CHART_UNCERTAIN : UDS_CHART_MEASURED,
                               .note = note,
                           });
}

static void
add_bars (UdsChartGrid *grid,
          GPtrArray    *parts,
          int           year)
{
  g_autofree char *heading = g_strdup_printf ("%d", year);

  uds_chart_grid_add_column (grid, heading, UDS_CHART_NONE);
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = g_ptr_array_index (parts, i);
      gsize row = uds_chart_grid_add_row (grid, part->label, NULL, part->label);

      set_cell (grid, row, 0, &part->latest, year);
    }
  uds_chart_grid_rank (grid, TRUE);
}

static gboolean
has_target (UdsRecord *indicator)
{
  const char *state = uds_record_get_text (indicator, "target_state");

  return uds_record_has (indicator, "target_value")
         && (state == NULL || g_str_equal (state, "active") || g_str_equal (state, "reached"));
}

static void
add_dumbbells (UdsChartGrid *grid,
               GPtrArray    *parts,
               UdsRecord    *indicator,
               int           latest)
{
  g_autofree char *then = NULL;
  g_autofree char *now = g_strdup_printf ("%d", latest);
  int first = latest;

  for (guint i = 0; i < parts->len; i++)
    first = MIN (first, ((Part *) g_ptr_array_index (parts, i))->first.year);
  then = g_strdup_printf ("%d", first);
  uds_chart_grid_add_column (grid, then, UDS_CHART_NONE);
  uds_chart_grid_add_column (grid, now, UDS_CHART_NONE);
  if (has_target (indicator))
    uds_chart_grid_add_column (grid, _("Target"), UDS_CHART_NONE);

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = g_ptr_array_index (parts, i);
      gsize row = uds_chart_grid_add_row (grid, part->label, NULL, part->label);

      set_cell (grid, row, UDS_CHART_THEN, &part->first, first);
      set_cell (grid, row, UDS_CHART_NOW, &part->latest, latest);
      if (has_target (indicator))
        uds_chart_grid_set_cell (grid, row, UDS_CHART_TO_COME,
                                 &(UdsChartCell) { .value = uds_record_get_real (indicator, "target_value"),
                                                   .level = UDS_CHART_NONE });
    }
}

/**
 * uds_session_chart_breakdown:
 * @session: a session
 * @indicator: a stored indicator
 * @kind: %UDS_CHART_BARS for the latest values, %UDS_CHART_DUMBBELL for the first and the latest
 * @language: the language of numbers and content; texts of the program are in the session's
 * @error: what went wrong
 *
 * Puts the parts of an indicator beside each other: those of its headline series and unit, or all where it names none.
 *
 * Returns: (transfer full) (nullable): the chart
 */
UdsChartSpec *
uds_session_chart_breakdown (UdsSession   *session,
                             UdsRecord    *indicator,
                             UdsChartKind  kind,
                             UdsLanguage   language,
                             GError      **error)
{
  g_autoptr (GPtrArray) parts = read_parts (session, indicator, error);
  UdsChartSpec *spec;
  UdsChartGrid *grid;

  if (parts == NULL)
    return NULL;

  spec = uds_chart_spec_new (language);
  grid = uds_chart_spec_make_grid (spec, kind);
  uds_chart_spec_set_title (spec, uds_record_get_title (indicator, language));
  uds_chart_spec_set_subtitle (spec, uds_record_get_localized (indicator, "place", language));
  set_frame (spec, indicator, language);
  uds_chart_grid_set_heading (grid, _("Breakdown"));
  if (kind == UDS_CHART_DUMBBELL)
    add_dumbbells (grid, parts, indicator, find_latest_year (parts));
  else
    add_bars (grid, parts, find_latest_year (parts));

  return spec;
}
