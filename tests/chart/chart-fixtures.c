/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of the City of Copenhagen as the office would chart them: with gaps, a target that was given up,
 * few and many points, and several series. */
#include "chart-fixtures.h"

typedef struct {
  double year;
  double value;
  UdsChartQuality quality;
} Row;

static const char *
say (UdsLanguage  language,
     const char  *en,
     const char  *da)
{
  return language == UDS_LANGUAGE_DA ? da : en;
}

static void
add_rows (UdsChartSpec *spec,
          const char   *id,
          const char   *name,
          const Row    *rows,
          gsize         n_rows)
{
  UdsChartSeries *series = uds_chart_spec_add_series (spec, id, name);

  for (gsize i = 0; i < n_rows; i++)
    uds_chart_series_add_point (
        series, &(UdsChartPoint) { rows[i].year, rows[i].value, rows[i].quality, NULL, NULL });
}

UdsChartSpec *
chart_fixture_emissions (UdsLanguage language)
{
  static const Row rows[] = {
    { 2005, 0 },
    { 2011, 21 },
    { 2012, 24, UDS_CHART_UNCERTAIN },
    { 2014, 31 },
    { 2019, 54 },
    { 2020, 65 },
    { 2022, 80, UDS_CHART_UNCERTAIN },
  };
  UdsChartSpec *spec = uds_chart_spec_new (language);

  uds_chart_spec_set_title (spec,
                            say (language, "Emissions are down by 80%, but the target of 2025 was given up",
                                 "Udledningen er faldet 80 %, men målet for 2025 er opgivet"));
  uds_chart_spec_set_subtitle (spec, say (language, "CO₂ reduction since 2005, percent, Copenhagen",
                                          "CO₂-reduktion siden 2005, procent, København"));
  uds_chart_spec_set_source (
      spec, say (language, "Source: City of Copenhagen; 2022 as stated by the Lord Mayor. July 2022.",
                 "Kilde: Københavns Kommune; 2022 oplyst af overborgmesteren. Juli 2022."));
  uds_chart_spec_set_unit (spec, "%");
  add_rows (spec, "emissions", say (language, "CO₂ reduction", "CO₂-reduktion"), rows, G_N_ELEMENTS (rows));
  uds_chart_spec_add_target (spec, &(UdsChartTarget) { 100, 2025, NULL, UDS_CHART_TARGET_GIVEN_UP });
  uds_chart_spec_set_required_path (spec, &(UdsChartPath) { 2005, 0, 2025, 100 });
  uds_chart_spec_set_projection (spec, &(UdsChartPath) { 2022, 80, 2027, 100 });

  return spec;
}

UdsChartSpec *
chart_fixture_population (UdsLanguage language)
{
  static const Row rows[] = {
    { 2001, 499148 },
    { 2005, 500150 },
    { 2006, 500543 },
    { 2007, 505141 },
    { 2008, 511686 },
    { 2009, 521397 },
    { 2010, 531199 },
    { 2011, 541989 },
    { 2012, 551900 },
    { 2013, 562379 },
    { 2014, 572287 },
    { 2015, 583525 },
    { 2016, 594535 },
    { 2017, 605366 },
    { 2018, 616098 },
    { 2019, 626508 },
    { 2020, 633035 },
    { 2021, 638790 },
  };
  UdsChartSpec *spec = uds_chart_spec_new (language);

  uds_chart_spec_set_title (spec, say (language, "140,000 more inhabitants in twenty years",
                                       "140.000 flere indbyggere på tyve år"));
  uds_chart_spec_set_subtitle (spec, say (language, "Population, Copenhagen", "Befolkning, København"));
  uds_chart_spec_set_source (
      spec, say (language, "Source: UN Demographic Yearbook", "Kilde: FN, Demographic Yearbook"));
  uds_chart_spec_set_unit (spec, say (language, "persons", "personer"));
  add_rows (spec, "population", say (language, "Population", "Befolkning"), rows, G_N_ELEMENTS (rows));

  return spec;
}

UdsChartSpec *
chart_fixture_cycling (UdsLanguage language)
{
  static const Row rows[] = {
    { 2012, 36 },
    { 2014, 45 },
    { 2016, 41 },
    { 2018, 49 },
    { 2019, 44, UDS_CHART_UNCERTAIN },
  };
  UdsChartSpec *spec = uds_chart_spec_new (language);

  uds_chart_spec_set_title (spec, say (language, "Fewer than half cycle to work and education",
                                       "Under halvdelen cykler til arbejde og uddannelse"));
  uds_chart_spec_set_subtitle (spec,
                               say (language, "Share of trips to work and education, percent, Copenhagen",
                                    "Andel af ture til arbejde og uddannelse, procent, København"));
  uds_chart_spec_set_source (spec, say (language, "Source: Bicycle Account", "Kilde: Cykelregnskabet"));
  uds_chart_spec_set_unit (spec, "%");
  add_rows (spec, "cycling", say (language, "By bicycle", "På cykel"), rows, G_N_ELEMENTS (rows));
  uds_chart_spec_add_target (spec, &(UdsChartTarget) { 50, 2015, NULL, UDS_CHART_TARGET_ACTIVE });

  return spec;
}

UdsChartSpec *
chart_fixture_homeless (UdsLanguage language)
{
  static const Row rows[] = {
    { 2009, 1494 },
    { 2011, 1507 },
    { 2013, 1581 },
    { 2015, 1562 },
    { 2017, 1482 },
    { 2019, 1442 },
    { 2022, 1370 },
  };
  UdsChartSpec *spec = uds_chart_spec_new (language);

  uds_chart_spec_set_title (spec, say (language, "Fewer people without a home since 2013",
                                       "Færre uden hjem siden 2013"));
  uds_chart_spec_set_subtitle (spec, say (language, "Homeless people, count in week 6, Copenhagen",
                                          "Hjemløse, tælling i uge 6, København"));
  uds_chart_spec_set_source (spec, say (language, "Source: VIVE", "Kilde: VIVE"));
  uds_chart_spec_set_unit (spec, say (language, "persons", "personer"));
  add_rows (spec, "homeless", say (language, "Homeless", "Hjemløse"), rows, G_N_ELEMENTS (rows));
  uds_chart_spec_add_footnote (spec, say (language, "Minimum figures.", "Minimumstal."));

  return spec;
}

UdsChartSpec *
chart_fixture_modes (UdsLanguage language)
{
  static const Row car[] = { { 2019, 32 }, { 2020, 35 }, { 2021, 33 }, { 2022, 25 }, { 2023, 29 } };
  static const Row bicycle[] = { { 2019, 28 }, { 2020, 26 }, { 2021, 27.5 }, { 2022, 27 }, { 2023, 27 } };
  static const Row foot[] = { { 2019, 23 }, { 2020, 26 }, { 2021, 27 }, { 2022, 31 }, { 2023, 27 } };
  static const Row transit[] = { { 2019, 17 }, { 2020, 13 }, { 2021, 12.5 }, { 2022, 17 }, { 2023, 17 } };
  UdsChartSpec *spec = uds_chart_spec_new (language);

  uds_chart_spec_set_title (spec, say (language, "Car, bicycle and foot share the city almost alike",
                                       "Bil, cykel og gang deler byen næsten lige"));
  uds_chart_spec_set_subtitle (spec, say (language, "Share of all trips, percent, Copenhagen",
                                          "Andel af alle ture, procent, København"));
  uds_chart_spec_set_source (spec,
                             say (language, "Source: Mobility report", "Kilde: Mobilitetsredegørelsen"));
  uds_chart_spec_set_unit (spec, "%");
  add_rows (spec, "car", say (language, "Car", "Bil"), car, G_N_ELEMENTS (car));
  add_rows (spec, "bicycle", say (language, "Bicycle", "Cykel"), bicycle, G_N_ELEMENTS (bicycle));
  add_rows (spec, "foot", say (language, "On foot", "Til fods"), foot, G_N_ELEMENTS (foot));
  add_rows (spec, "transit", say (language, "Public transport", "Kollektiv trafik"), transit,
            G_N_ELEMENTS (transit));

  return spec;
}
