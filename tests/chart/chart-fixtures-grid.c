/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of categories and small multiples: cities by emissions, modes of transport then and now, goals over years,
 * agreements and projects on a timeline. */
#include "chart-fixtures.h"

#include <math.h>

static const char *
say (UdsLanguage  language,
     const char  *en,
     const char  *da)
{
  return language == UDS_LANGUAGE_DA ? da : en;
}

UdsChartSpec *
chart_fixture_cities (UdsLanguage language)
{
  static const struct {
    const char *id;
    const char *en;
    const char *da;
    double value;
    UdsChartQuality quality;
  } rows[] = {
    { "melbourne", "Melbourne", "Melbourne", 37.66 },
    { "accra", "Accra", "Accra", 1.16 },
    { "copenhagen", "Copenhagen", "København", 2.56 },
    { "salvador", "Salvador", "Salvador", 1.33 },
    { "paris", "Paris", "Paris", 2.42, UDS_CHART_UNCERTAIN },
    { "london", "London", "London", 4.73 },
    { "tokyo", "Tokyo", "Tokyo", 4.97 },
    { "oslo", "Oslo", "Oslo", 2.15 },
    { "stockholm", "Stockholm", "Stockholm", 1.95 },
    { "buenos-aires", "Buenos Aires", "Buenos Aires", 4.32 },
    { "sydney", "Sydney", "Sydney", 17.94 },
    { "dubai", "Dubai", "Dubai", 17.94 },
    { "nowhere", "Nowhere", "Ingensteder", NAN },
    { "cape-town", "Cape Town", "Cape Town", 5.29 },
    { "amsterdam", "Amsterdam", "Amsterdam", 5.84 },
    { "warsaw", "Warsaw", "Warszawa", 5.83 },
  };
  UdsChartSpec *spec = uds_chart_spec_new (language);
  UdsChartGrid *grid = uds_chart_spec_make_grid (spec, UDS_CHART_BARS);

  uds_chart_spec_set_title (spec, say (language, "Copenhagen is 6th of 15 cities in CO₂ per inhabitant",
                                       "København er nummer 6 af 15 byer i CO₂ pr. indbygger"));
  uds_chart_spec_set_subtitle (spec, say (language, "CO₂ per inhabitant, 2016", "CO₂ pr. indbygger, 2016"));
  uds_chart_spec_set_source (spec, say (language, "Source: C40", "Kilde: C40"));
  uds_chart_spec_set_unit (spec, "t");
  uds_chart_spec_add_target (spec, &(UdsChartTarget) { 2, 0, NULL, UDS_CHART_TARGET_ACTIVE });
  uds_chart_grid_set_heading (grid, say (language, "City", "By"));
  uds_chart_grid_add_column (grid, say (language, "CO₂ per inhabitant", "CO₂ pr. indbygger"), UDS_CHART_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize row = uds_chart_grid_add_row (grid, rows[i].id, NULL, say (language, rows[i].en, rows[i].da));

      uds_chart_grid_set_cell (grid, row, 0,
                               &(UdsChartCell) { rows[i].value, UDS_CHART_NONE, rows[i].quality, NULL });
    }
  uds_chart_grid_rank (grid, FALSE);
  uds_chart_grid_emphasise (grid, "copenhagen");

  return spec;
}

UdsChartSpec *
chart_fixture_then_and_now (UdsLanguage language)
{
  static const struct {
    const char *id;
    const char *en;
    const char *da;
    double values[3];
  } rows[] = {
    { "car", "Car", "Bil", { 32, 29, 25 } },
    { "bicycle", "Bicycle", "Cykel", { 28, 27, 33 } },
    { "foot", "On foot", "Til fods", { 23, 27, 26 } },
    { "transit", "Public transport", "Kollektiv trafik", { 17, 17, NAN } },
  };
  UdsChartSpec *spec = uds_chart_spec_new (language);
  UdsChartGrid *grid = uds_chart_spec_make_grid (spec, UDS_CHART_DUMBBELL);

  uds_chart_spec_set_title (spec, say (language, "More walk, fewer drive", "Flere går, færre kører bil"));
  uds_chart_spec_set_subtitle (spec, say (language, "Share of all trips, percent, Copenhagen",
                                          "Andel af alle ture, procent, København"));
  uds_chart_spec_set_source (spec, say (language, "Source: Mobility report", "Kilde: Mobilitetsredegørelsen"));
  uds_chart_spec_set_unit (spec, "%");
  uds_chart_grid_set_heading (grid, say (language, "Mode", "Transportmiddel"));
  uds_chart_grid_add_column (grid, "2019", UDS_CHART_NONE);
  uds_chart_grid_add_column (grid, "2023", UDS_CHART_NONE);
  uds_chart_grid_add_column (grid, say (language, "Target 2025", "Mål 2025"), UDS_CHART_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize row = uds_chart_grid_add_row (grid, rows[i].id, NULL, say (language, rows[i].en, rows[i].da));

      for (gsize j = 0; j < 3; j++)
        uds_chart_grid_set_cell (grid, row, j, &(UdsChartCell) { .value = rows[i].values[j], .level = UDS_CHART_NONE });
    }

  return spec;
}

static const struct {
  const char *en;
  const char *da;
} goals[] = {
  { "No Poverty", "Afskaf fattigdom" },
  { "Zero Hunger", "Stop sult" },
  { "Good Health and Well-being", "Sundhed og trivsel" },
  { "Quality Education", "Kvalitetsuddannelse" },
  { "Gender Equality", "Ligestilling mellem kønnene" },
  { "Clean Water and Sanitation", "Rent vand og sanitet" },
  { "Affordable and Clean Energy", "Bæredygtig energi" },
  { "Decent Work and Economic Growth", "Anstændige jobs og økonomisk vækst" },
  { "Industry, Innovation and Infrastructure", "Industri, innovation og infrastruktur" },
  { "Reduced Inequalities", "Mindre ulighed" },
  { "Sustainable Cities and Communities", "Bæredygtige byer og lokalsamfund" },
  { "Responsible Consumption and Production", "Ansvarligt forbrug og produktion" },
  { "Climate Action", "Klimaindsats" },
  { "Life below Water", "Livet i havet" },
  { "Life on Land", "Livet på land" },
  { "Peace, Justice and Strong Institutions", "Fred, retfærdighed og stærke institutioner" },
  { "Partnerships for the Goals", "Partnerskaber for handling" },
};

#define N_YEARS 9
#define FIRST_YEAR 2015

static void
add_levels (UdsChartGrid *grid,
            UdsLanguage   language)
{
  const UdsChartLevel levels[] = {
    { say (language, "Achieved", "Nået"), UDS_CHART_MARKER_CIRCLE, FALSE, UDS_CHART_TONE_BEST },
    { say (language, "On its way", "På vej"), UDS_CHART_MARKER_TRIANGLE, FALSE, UDS_CHART_TONE_GOOD },
    { say (language, "Too slow", "For langsomt"), UDS_CHART_MARKER_WEDGE, FALSE, UDS_CHART_TONE_FAIR },
    { say (language, "Standing still", "Står stille"), UDS_CHART_MARKER_BAR, FALSE, UDS_CHART_TONE_FLAT },
    { say (language, "Going back", "Går tilbage"), UDS_CHART_MARKER_DOWN, FALSE, UDS_CHART_TONE_BAD },
    { say (language, "Not assessed", "Ikke vurderet"), UDS_CHART_MARKER_CIRCLE, TRUE, UDS_CHART_TONE_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    uds_chart_grid_add_level (grid, &levels[i]);
}

static gsize
add_goal (UdsChartGrid *grid,
          gsize         index,
          UdsLanguage   language)
{
  g_autofree char *number = g_strdup_printf ("%d", (int) index + 1);

  return uds_chart_grid_add_row (grid, number, number, say (language, goals[index].en, goals[index].da));
}

UdsChartSpec *
chart_fixture_goals (UdsLanguage language)
{
  UdsChartSpec *spec = uds_chart_spec_new (language);
  UdsChartGrid *grid = uds_chart_spec_make_grid (spec, UDS_CHART_HEAT_MAP);

  uds_chart_spec_set_title (spec, say (language, "Most goals are on their way", "De fleste verdensmål er på vej"));
  uds_chart_spec_set_subtitle (spec, say (language, "Status by year", "Status pr. år"));
  uds_chart_grid_set_heading (grid, say (language, "Goal", "Verdensmål"));
  add_levels (grid, language);
  for (int i = 0; i < N_YEARS; i++)
    {
      g_autofree char *year = g_strdup_printf ("%d", FIRST_YEAR + i);

      uds_chart_grid_add_column (grid, year, UDS_CHART_NONE);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (goals); i++)
    {
      gsize row = add_goal (grid, i, language);

      for (gsize j = i % 4; j < N_YEARS && i % 5 != 1; j++)
        uds_chart_grid_set_cell (grid, row, j, &(UdsChartCell) { .value = NAN, .level = (i * 7 + j / 2) % 6 });
    }

  return spec;
}

UdsChartSpec *
chart_fixture_counts (UdsLanguage language)
{
  UdsChartSpec *spec = uds_chart_spec_new (language);
  UdsChartGrid *grid = uds_chart_spec_make_grid (spec, UDS_CHART_HEAT_MAP);

  uds_chart_spec_set_title (spec, say (language, "Indicators by status", "Indikatorer efter status"));
  uds_chart_grid_set_heading (grid, say (language, "Goal", "Verdensmål"));
  add_levels (grid, language);
  for (gsize i = 0; i < uds_chart_grid_get_n_levels (grid); i++)
    uds_chart_grid_add_column (grid, uds_chart_grid_get_level (grid, i)->label, i);
  for (gsize i = 0; i < G_N_ELEMENTS (goals); i++)
    {
      gsize row = add_goal (grid, i, language);

      for (gsize j = 0; j < 6; j++)
        uds_chart_grid_set_cell (grid, row, j,
                                 &(UdsChartCell) { .value = (double) ((i * 5 + j * 3) % 13), .level = UDS_CHART_NONE });
    }

  return spec;
}

UdsChartSpec *
chart_fixture_multiples (UdsLanguage language)
{
  UdsChartSpec *spec = uds_chart_spec_new (language);

  uds_chart_spec_set_title (spec, say (language, "Seventeen goals on a page", "Sytten verdensmål på en side"));
  uds_chart_spec_set_subtitle (spec, say (language, "Mean score, −5 to 5", "Gennemsnitlig score, −5 til 5"));
  uds_chart_spec_set_shares_scale (spec, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (goals); i++)
    {
      g_autoptr (UdsChartSpec) panel = uds_chart_spec_new (language);
      g_autofree char *id = g_strdup_printf ("goal-%d", (int) i + 1);
      g_autofree char *title = g_strdup_printf ("%d %s", (int) i + 1, say (language, goals[i].en, goals[i].da));
      UdsChartSeries *series = uds_chart_spec_add_series (panel, id, title);

      uds_chart_spec_set_title (panel, title);
      for (int year = FIRST_YEAR + (int) (i % 4); year < FIRST_YEAR + N_YEARS && i % 5 != 1; year++)
        uds_chart_series_add_values (series, &(double) { year }, &(double) { sin ((double) i + year * 0.7) * 4 }, 1);
      uds_chart_spec_add_panel (spec, panel);
    }

  return spec;
}

UdsChartSpec *
chart_fixture_own_scales (UdsLanguage language)
{
  static const ChartFixture panels[] = { chart_fixture_emissions, chart_fixture_population, chart_fixture_cycling,
                                         chart_fixture_homeless };
  UdsChartSpec *spec = uds_chart_spec_new (language);

  uds_chart_spec_set_title (spec, say (language, "Four indicators", "Fire indikatorer"));
  for (gsize i = 0; i < G_N_ELEMENTS (panels); i++)
    {
      g_autoptr (UdsChartSpec) panel = panels[i](language);

      uds_chart_spec_add_panel (spec, panel);
    }

  return spec;
}

static const struct {
  const char *group_en;
  const char *group_da;
  const char *id;
  const char *en;
  const char *da;
  UdsChartSpan span;
  gsize level;
  const char *note;
} spans[] = {
  { "Agreements", "Aftaler", "riverton-1", "Sister city agreement with Riverton", "Venskabsbyaftale med Riverton",
    { 2012.5, 2017.5, 2017, TRUE, UDS_CHART_NONE, "July 2012", "June 2017", "replaced" }, 4, "Replaced by phase II." },
  { NULL, NULL, "riverton-2", "Sister city agreement with Riverton, phase II", "Venskabsbyaftale med Riverton, fase II",
    { 2018, 2027.25, 2026.75, FALSE, 0, "2018", "March 2027", "expires March 2027" }, 2, "Expires in 4 months." },
  { NULL, NULL, "hilltown", "Exchange of staff", "Udveksling af medarbejdere",
    { 2021.75, NAN, NAN, FALSE, UDS_CHART_NONE, "October 2021", NULL, "no end date" }, 3,
    "No end date and no reason." },
  { NULL, NULL, "lakeside", "Lakeside", "Lakeside",
    { NAN, 2014.5, NAN, TRUE, UDS_CHART_NONE, NULL, "June 2014", "expired" }, 5, "Expired long ago." },
  { "EU projects", "EU-projekter", "loop", "LOOP", "LOOP",
    { 2025, 2029, NAN, FALSE, UDS_CHART_NONE, "2025", "2028", "2 years left" }, 1, "In force." },
  { NULL, NULL, "spark", "SPARK", "SPARK",
    { 2027.5, 2030, NAN, FALSE, UDS_CHART_NONE, "July 2027", "2029", "begins July 2027" }, 0, "Begins in 7 months." },
};

UdsChartSpec *
chart_fixture_timeline (UdsLanguage language)
{
  UdsChartSpec *spec = uds_chart_spec_new (language);
  UdsChartGrid *grid = uds_chart_spec_make_grid (spec, UDS_CHART_TIMELINE);
  const UdsChartLevel levels[] = {
    { say (language, "Not begun", "Ikke begyndt"), UDS_CHART_MARKER_CIRCLE, TRUE, UDS_CHART_TONE_FLAT },
    { say (language, "In force", "I kraft"), UDS_CHART_MARKER_CIRCLE, FALSE, UDS_CHART_TONE_GOOD },
    { say (language, "Expires soon", "Udløber snart"), UDS_CHART_MARKER_WEDGE, FALSE, UDS_CHART_TONE_FAIR },
    { say (language, "End date missing", "Slutdato mangler"), UDS_CHART_MARKER_CROSS, FALSE, UDS_CHART_TONE_BAD },
    { say (language, "Replaced", "Afløst"), UDS_CHART_MARKER_RIGHT, FALSE, UDS_CHART_TONE_NONE },
    { say (language, "Expired", "Udløbet"), UDS_CHART_MARKER_SQUARE, FALSE, UDS_CHART_TONE_NONE },
  };

  uds_chart_spec_set_title (spec, say (language, "1 agreement expires within six months",
                                       "1 aftale udløber inden for seks måneder"));
  uds_chart_spec_set_subtitle (spec, say (language, "Agreements and projects, 30 November 2026",
                                          "Aftaler og projekter, 30. november 2026"));
  uds_chart_grid_set_heading (grid, say (language, "Title", "Titel"));
  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    uds_chart_grid_add_level (grid, &levels[i]);
  uds_chart_grid_add_column (grid, say (language, "State", "Tilstand"), UDS_CHART_NONE);
  uds_chart_grid_set_now (grid, 2026.914);
  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      gsize row;

      if (spans[i].group_en != NULL)
        uds_chart_grid_begin_group (grid, say (language, spans[i].group_en, spans[i].group_da));
      row = uds_chart_grid_add_row (grid, spans[i].id, NULL, say (language, spans[i].en, spans[i].da));
      uds_chart_grid_set_span (grid, row, &spans[i].span);
      uds_chart_grid_set_cell (grid, row, 0,
                               &(UdsChartCell) { NAN, spans[i].level, UDS_CHART_MEASURED, spans[i].note });
    }

  return spec;
}
