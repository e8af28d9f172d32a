/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of real figures that many tests look at. */
#pragma once

#include "uds-chart-spec.h"

typedef UdsChartSpec *(*ChartFixture) (UdsLanguage language);

UdsChartSpec *chart_fixture_emissions  (UdsLanguage language);
UdsChartSpec *chart_fixture_population (UdsLanguage language);
UdsChartSpec *chart_fixture_cycling    (UdsLanguage language);
UdsChartSpec *chart_fixture_homeless   (UdsLanguage language);
UdsChartSpec *chart_fixture_modes      (UdsLanguage language);
UdsChartSpec *chart_fixture_cities   (UdsLanguage language);
UdsChartSpec *chart_fixture_then_and_now (UdsLanguage language);
UdsChartSpec *chart_fixture_goals    (UdsLanguage language);
UdsChartSpec *chart_fixture_counts   (UdsLanguage language);
UdsChartSpec *chart_fixture_multiples (UdsLanguage language);
UdsChartSpec *chart_fixture_own_scales (UdsLanguage language);
UdsChartSpec *chart_fixture_timeline (UdsLanguage language);
UdsChartSpec *chart_fixture_map        (UdsLanguage language);
UdsChartSpec *chart_fixture_municipalities (UdsLanguage language);
UdsChartSpec *chart_fixture_locator    (UdsLanguage language);
