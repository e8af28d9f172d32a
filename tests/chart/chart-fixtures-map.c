/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Maps: cities all over the world with some of Greater Copenhagen, those alone, and the whereabouts of one. */
#include "chart-fixtures.h"

typedef struct {
  const char *id;
  const char *en;
  const char *da;
  double longitude;
  double latitude;
} Place;

static const Place cities[] = {
  { "hamburg", "Hamburg", "Hamburg", 9.99, 53.55 },
  { "oslo", "Oslo", "Oslo", 10.75, 59.91 },
  { "stockholm", "Stockholm", "Stockholm", 18.07, 59.33 },
  { "london", "London", "London", -0.13, 51.51 },
  { "paris", "Paris", "Paris", 2.35, 48.85 },
  { "berlin", "Berlin", "Berlin", 13.41, 52.52 },
  { "amsterdam", "Amsterdam", "Amsterdam", 4.89, 52.37 },
  { "milan", "Milan", "Milano", 9.19, 45.46 },
  { "rome", "Rome", "Rom", 12.51, 41.89 },
  { "madrid", "Madrid", "Madrid", -3.7, 40.42 },
  { "barcelona", "Barcelona", "Barcelona", 2.16, 41.39 },
  { "lisbon", "Lisbon", "Lissabon", -9.13, 38.72 },
  { "athens", "Athens", "Athen", 23.73, 37.98 },
  { "warsaw", "Warsaw", "Warszawa", 21.01, 52.23 },
  { "istanbul", "Istanbul", "Istanbul", 28.95, 41.01 },
  { "new-york-city", "New York City", "New York", -74.01, 40.71 },
  { "washington-dc", "Washington, DC", "Washington D.C.", -77.04, 38.9 },
  { "buenos-aires", "Buenos Aires", "Buenos Aires", -58.38, -34.61 },
  { "rio-de-janeiro", "Rio de Janeiro", "Rio de Janeiro", -43.18, -22.91 },
  { "sao-paulo", "São Paulo", "São Paulo", -46.64, -23.55 },
  { "bogota", "Bogotá", "Bogotá", -74.08, 4.61 },
  { "lima", "Lima", "Lima", -77.03, -12.04 },
  { "mexico-city", "Mexico City", "Mexico City", -99.13, 19.43 },
  { "los-angeles", "Los Angeles", "Los Angeles", -118.24, 34.05 },
  { "vancouver", "Vancouver", "Vancouver", -123.12, 49.25 },
  { "montreal", "Montréal", "Montreal", -73.59, 45.51 },
  { "lagos", "Lagos", "Lagos", 3.39, 6.45 },
  { "accra", "Accra", "Accra", -0.2, 5.56 },
  { "nairobi", "Nairobi", "Nairobi", 36.82, -1.28 },
  { "cape-town", "Cape Town", "Cape Town", 18.42, -33.93 },
  { "johannesburg", "Johannesburg", "Johannesburg", 28.04, -26.2 },
  { "dakar", "Dakar", "Dakar", -17.44, 14.69 },
  { "addis-ababa", "Addis Ababa", "Addis Abeba", 38.75, 9.02 },
  { "beijing", "Beijing", "Peking", 116.4, 39.91 },
  { "shanghai", "Shanghai", "Shanghai", 121.46, 31.22 },
  { "tokyo", "Tokyo", "Tokyo", 139.69, 35.69 },
  { "seoul", "Seoul", "Seoul", 126.98, 37.57 },
  { "singapore", "Singapore", "Singapore", 103.85, 1.29 },
  { "jakarta", "Jakarta", "Jakarta", 106.85, -6.21 },
  { "mumbai", "Mumbai", "Mumbai", 72.88, 19.07 },
  { "dhaka", "Dhaka (North and South)", "Dhaka (nord og syd)", 90.41, 23.71 },
  { "karachi", "Karachi", "Karachi", 67.01, 24.86 },
  { "sydney", "Sydney", "Sydney", 151.21, -33.87 },
  { "melbourne", "Melbourne", "Melbourne", 144.96, -37.81 },
  { "auckland", "Auckland", "Auckland", 174.76, -36.85 },
  { "dubai", "Dubai", "Dubai", 55.31, 25.08 },
  { "amman", "Amman", "Amman", 35.95, 31.96 },
  { "copenhagen", "Copenhagen", "København", 12.57, 55.68 },
};

static const Place municipalities[] = {
  { "400", "Bornholm", "Bornholm", 14.91, 55.124 },
  { "147", "Frederiksberg", "Frederiksberg", 12.524, 55.68 },
  { "157", "Gentofte", "Gentofte", 12.553, 55.751 },
  { "217", "Helsingør", "Helsingør", 12.497, 56.038 },
  { "219", "Hillerød", "Hillerød", 12.239, 55.929 },
  { "326", "Kalundborg", "Kalundborg", 11.233, 55.622 },
  { "259", "Køge", "Køge", 12.07, 55.456 },
  { "265", "Roskilde", "Roskilde", 12.103, 55.637 },
  { "390", "Vordingborg", "Vordingborg", 11.972, 55.064 },
  { "1283", "Helsingborg", "Helsingborg", 12.784, 56.065 },
  { "1290", "Kristianstad", "Kristianstad", 14.152, 56.001 },
  { "1281", "Lund", "Lund", 13.373, 55.668 },
  { "1280", "Malmö", "Malmö", 13.011, 55.566 },
  { "1286", "Ystad", "Ystad", 13.897, 55.46 },
  { "1380", "Halmstad", "Halmstad", 12.967, 56.744 },
  { "1383", "Varberg", "Varberg", 12.381, 57.18 },
};

static const char *
say (UdsLanguage  language,
     const char  *en,
     const char  *da)
{
  return language == UDS_LANGUAGE_DA ? da : en;
}

static const char *
find_region (const Place *place,
             UdsLanguage  language)
{
  if (place->longitude < -25)
    return say (language, "America", "Amerika");
  if (place->longitude > 45)
    return say (language, "Asia and Oceania", "Asien og Oceanien");
  return place->latitude > 36 ? say (language, "Europe", "Europa") : say (language, "Africa", "Afrika");
}

static void
add_place (UdsChartMap *map,
           const Place *place,
           double       weight,
           gboolean     is_lit,
           UdsLanguage  language)
{
  uds_chart_map_add_place (map, &(UdsChartMapPlace) {
                                    .id = place->id,
                                    .name = say (language, place->en, place->da),
                                    .degrees = { place->longitude, place->latitude },
                                    .weight = weight,
                                    .is_lit = is_lit,
                                    .region = find_region (place, language),
                                    .note = is_lit ? say (language, "Member.", "Medlem.") : NULL,
                                });
}

static void
set_frame (UdsChartSpec *spec,
           UdsLanguage   language)
{
  uds_chart_spec_set_subtitle (spec, say (language, "Cities by how much we do together",
                                          "Byer efter hvor meget vi har sammen"));
  uds_chart_spec_set_source (spec, say (language, "Outlines: Natural Earth", "Omrids: Natural Earth"));
}

UdsChartSpec *
chart_fixture_map (UdsLanguage language)
{
  UdsChartSpec *spec = uds_chart_spec_new (language);
  UdsChartMap *map = uds_chart_spec_make_map (spec, say (language, "City", "By"),
                                              say (language, "Relations", "Relationer"));

  uds_chart_spec_set_title (spec, say (language, "Most of our partners are in Europe",
                                       "De fleste af vores partnere er i Europa"));
  set_frame (spec, language);
  uds_chart_map_set_words (map, say (language, "Members", "Medlemmer"), say (language, "Other cities", "Andre byer"));
  for (gsize i = 0; i < G_N_ELEMENTS (cities); i++)
    add_place (map, &cities[i], (double) ((i * 7) % 5 + 1), i % 4 != 3, language);
  for (gsize i = 0; i < G_N_ELEMENTS (municipalities); i++)
    add_place (map, &municipalities[i], 1, i % 3 != 0, language);
  uds_chart_map_emphasise (map, "copenhagen");

  return spec;
}

UdsChartSpec *
chart_fixture_municipalities (UdsLanguage language)
{
  UdsChartSpec *spec = uds_chart_spec_new (language);
  UdsChartMap *map = uds_chart_spec_make_map (spec, say (language, "Municipality", "Kommune"),
                                              say (language, "Relations", "Relationer"));

  uds_chart_spec_set_title (spec, say (language, "Municipalities around the Sound", "Kommuner omkring Øresund"));
  set_frame (spec, language);
  for (gsize i = 0; i < G_N_ELEMENTS (municipalities); i++)
    add_place (map, &municipalities[i], 1, TRUE, language);

  return spec;
}

UdsChartSpec *
chart_fixture_locator (UdsLanguage language)
{
  UdsChartSpec *spec = uds_chart_spec_new (language);
  UdsChartMap *map = uds_chart_spec_make_map (spec, NULL, say (language, "Relations", "Relationer"));

  uds_chart_spec_set_title (spec, "Singapore");
  for (gsize i = 0; i < G_N_ELEMENTS (cities); i++)
    if (g_str_equal (cities[i].id, "singapore"))
      add_place (map, &cities[i], 1, TRUE, language);
  uds_chart_map_set_locator (map, 0);

  return spec;
}
