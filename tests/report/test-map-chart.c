/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a map says of records: who is in a network on a day, how much ties each to us, and who is nowhere. */
#include "report-fixture.h"

#include "uds-chart-cursor.h"
#include "uds-error.h"
#include "uds-map-chart.h"

#include <string.h>

static const UdsDate today = { 2026, 5, 12 };

static UdsChartSpec *
chart_map (UdsSession    *session,
           const char    *network,
           gboolean       only_members,
           const UdsDate *day)
{
  g_autoptr (UdsRecord) record = network != NULL ? report_find (session, "network", "code", network) : NULL;
  UdsMapSelection selection = { record != NULL ? uds_record_get_id (record) : NULL, only_members, *day, NULL };
  g_autoptr (GError) error = NULL;
  UdsChartSpec *spec = uds_session_chart_map (session, &selection, UDS_LANGUAGE_EN, &error);

  g_assert_no_error (error);
  return spec;
}

static gsize
count_lit (UdsChartSpec *spec)
{
  const UdsChartMap *map = uds_chart_spec_get_map (spec);
  gsize n_lit = 0;

  for (gsize i = 0; i < uds_chart_map_get_n_places (map); i++)
    n_lit += uds_chart_map_is_lit (map, i);
  return n_lit;
}

static gpointer
map_members (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  g_autoptr (UdsChartSpec) members = chart_map (session, "c40", TRUE, &today);
  g_autoptr (UdsChartSpec) lit = chart_map (session, "c40", FALSE, &today);
  g_autoptr (UdsChartSpec) all = chart_map (session, NULL, FALSE, &today);
  const UdsChartGrid *grid = uds_chart_spec_get_grid (members);

  g_assert_cmpstr (uds_chart_spec_get_title (members), ==, "C40: 97 members, most in Europe");
  g_assert_nonnull (strstr (uds_chart_spec_get_subtitle (members), "12 May 2026"));
  g_assert_nonnull (strstr (uds_chart_spec_get_source (members), "Natural Earth"));
  g_assert_cmpuint (uds_chart_map_get_n_places (uds_chart_spec_get_map (members)), ==, 97);
  g_assert_cmpuint (count_lit (members), ==, 97);
  g_assert_cmpstr (uds_chart_grid_get_row_label (grid, uds_chart_grid_get_emphasised (grid)), ==, "Copenhagen");

  /* The others are hinted at, behind the members. */
  g_assert_cmpuint (count_lit (lit), ==, 97);
  g_assert_cmpuint (uds_chart_map_get_n_places (uds_chart_spec_get_map (lit)), >, 97 + 85);
  g_assert_true (uds_chart_map_is_lit (uds_chart_spec_get_map (lit), 96));
  g_assert_false (uds_chart_map_is_lit (uds_chart_spec_get_map (lit), 97));

  g_assert_cmpuint (count_lit (all), ==, uds_chart_map_get_n_places (uds_chart_spec_get_map (lit)));
  return NULL;
}

static void
test_members (StoreFixture  *fixture,
              gconstpointer  data)
{
  uds_store_read (fixture->store, map_members, NULL, NULL);
}

static gpointer
map_ties (UdsSession  *session,
          gpointer     data,
          GError     **error)
{
  g_autoptr (UdsChartSpec) spec = chart_map (session, "c40", TRUE, &today);
  UdsChartPlace beijing = { report_find_row (spec, "Beijing"), 0 };
  g_autofree char *said = uds_chart_place_announce (&beijing, spec);

  /* The agreement with Buenos Aires had ended, that with Beijing has no end. */
  g_assert_cmpstr (said, ==, "Beijing. Relations: 3. C40, SSC Beijing, 1 agreement.");
  g_assert_cmpfloat (
      uds_chart_map_get_weight (uds_chart_spec_get_map (spec), report_find_row (spec, "Buenos Aires")), ==, 2);
  g_assert_cmpuint (beijing.series, ==, 0); /* nobody has more */
  return NULL;
}

static void
test_ties_are_counted (StoreFixture  *fixture,
                       gconstpointer  data)
{
  uds_store_read (fixture->store, map_ties, NULL, NULL);
}

static gpointer
map_nowhere (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  g_autoptr (UdsChartSpec) spec = chart_map (session, "greater-copenhagen", TRUE, &today);

  /* 85 municipalities, and our own city to go by; four regions have no coordinates. */
  g_assert_cmpuint (count_lit (spec), ==, 85);
  g_assert_cmpuint (uds_chart_map_get_n_places (uds_chart_spec_get_map (spec)), ==, 86);
  g_assert_cmpuint (report_find_row (spec, "Copenhagen"), ==, 85);
  g_assert_cmpstr (uds_chart_spec_get_footnote (spec, 0), ==, "4 have no coordinates and are not shown.");
  return NULL;
}

static void
test_nowhere_is_said (StoreFixture  *fixture,
                      gconstpointer  data)
{
  uds_store_read (fixture->store, map_nowhere, NULL, NULL);
}

/* A list of cities has all of them on its map; those that nothing ties to us are no partners. */
static gpointer
map_untied (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("city"));
  UdsMapSelection selection = { NULL, FALSE, today, query };
  g_autoptr (UdsChartSpec) partners = chart_map (session, NULL, FALSE, &today);
  g_autoptr (UdsChartSpec) cities = uds_session_chart_map (session, &selection, UDS_LANGUAGE_EN, NULL);
  const UdsChartMap *map = uds_chart_spec_get_map (cities);
  gsize place = report_find_row (cities, "Nuuk");

  g_assert_cmpuint (report_find_row (partners, "Nuuk"), ==, UDS_CHART_NONE);
  g_assert_cmpuint (place, !=, UDS_CHART_NONE);
  g_assert_false (uds_chart_map_is_lit (map, place));
  g_assert_cmpuint (report_find_row (cities, "Thule"), ==, UDS_CHART_NONE);
  g_assert_cmpuint (count_lit (cities), <, uds_chart_map_get_n_places (map));
  return NULL;
}

static void
test_what_nothing_ties_is_there_too (StoreFixture  *fixture,
                                     gconstpointer  data)
{
  g_autoptr (UdsRecord) nuuk = store_fixture_add (fixture, "city", "code", "nuuk", "name_en", "Nuuk", NULL);
  g_autoptr (UdsRecord) thule = store_fixture_add (fixture, "city", "code", "thule", "name_en", "Thule", NULL);

  uds_record_set_real (nuuk, "latitude", 64.18);
  uds_record_set_real (nuuk, "longitude", -51.72);
  store_fixture_save (fixture, nuuk);
  uds_store_read (fixture->store, map_untied, NULL, NULL);
}

/* "Was Hamburg in FORCE that day?" */
static gpointer
map_days (UdsSession  *session,
          gpointer     data,
          GError     **error)
{
  const UdsDate before = { 2016, 8, 31 }, first = { 2016, 9, 1 };
  g_autoptr (UdsChartSpec) early = chart_map (session, "force", TRUE, &before);
  g_autoptr (UdsChartSpec) during = chart_map (session, "force", TRUE, &first);
  g_autoptr (UdsChartSpec) ended = chart_map (session, "force", TRUE, &today);

  g_assert_cmpuint (report_find_row (early, "Hamburg"), ==, UDS_CHART_NONE);
  g_assert_cmpuint (report_find_row (during, "Hamburg"), !=, UDS_CHART_NONE);
  g_assert_cmpuint (count_lit (during), ==, 5); /* four cities, and an institute that lies in one of them */
  /* A project that has ended is shown as it was on its last day, and says so. */
  g_assert_cmpuint (count_lit (ended), ==, 4);
  g_assert_true (g_str_has_prefix (uds_chart_spec_get_subtitle (ended), "31 January 2021;"));
  return NULL;
}

static void
test_memberships_have_days (StoreFixture  *fixture,
                            gconstpointer  data)
{
  uds_store_read (fixture->store, map_days, NULL, NULL);
}

static gpointer
map_unknown (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  UdsMapSelection selection = { "00000000-0000-7000-8000-000000000000", FALSE, today, NULL };

  g_assert_null (uds_session_chart_map (session, &selection, UDS_LANGUAGE_EN, error));
  return NULL;
}

static void
test_unknown_network (StoreFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  uds_store_read (fixture->store, map_unknown, NULL, &error);
  g_assert_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND);
}

static gpointer
map_empty (UdsSession  *session,
           gpointer     data,
           GError     **error)
{
  g_autoptr (UdsChartSpec) spec = chart_map (session, NULL, FALSE, &today);

  g_assert_cmpuint (uds_chart_map_get_n_places (uds_chart_spec_get_map (spec)), ==, 0);
  return NULL;
}

static void
test_empty_database (StoreFixture  *fixture,
                     gconstpointer  data)
{
  uds_store_read (fixture->store, map_empty, NULL, NULL);
}

static void
test_locator (void)
{
  g_autoptr (UdsRecord) city = uds_record_new (uds_kind_lookup ("city"));
  g_autoptr (UdsChartSpec) spec = NULL;

  uds_record_set_text (city, "name_en", "Hamburg");
  g_assert_null (uds_map_chart_new_locator (city, UDS_LANGUAGE_EN));
  uds_record_set_real (city, "latitude", 53.55);
  uds_record_set_real (city, "longitude", 9.99);
  uds_record_set_identity (city, "hamburg", 1);
  spec = uds_map_chart_new_locator (city, UDS_LANGUAGE_EN);
  g_assert_cmpuint (uds_chart_map_get_locator (uds_chart_spec_get_map (spec)), ==, 0);
  g_assert_cmpstr (uds_chart_spec_get_title (spec), ==, "Where Hamburg is");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/map-chart/members", StoreFixture, NULL, content_fixture_set_up, test_members, store_fixture_tear_down);
  g_test_add ("/map-chart/ties are counted", StoreFixture, NULL, content_fixture_set_up, test_ties_are_counted,
              store_fixture_tear_down);
  g_test_add ("/map-chart/nowhere is said", StoreFixture, NULL, content_fixture_set_up, test_nowhere_is_said,
              store_fixture_tear_down);
  g_test_add ("/map-chart/what nothing ties is there too", StoreFixture, NULL, content_fixture_set_up,
              test_what_nothing_ties_is_there_too, store_fixture_tear_down);
  g_test_add ("/map-chart/memberships have days", StoreFixture, NULL, content_fixture_set_up,
              test_memberships_have_days, store_fixture_tear_down);
  g_test_add ("/map-chart/unknown network", StoreFixture, NULL, content_fixture_set_up, test_unknown_network,
              store_fixture_tear_down);
  g_test_add ("/map-chart/empty database", StoreFixture, NULL, store_fixture_set_up, test_empty_database,
              store_fixture_tear_down);
  g_test_add_func ("/map-chart/locator", test_locator);

  return g_test_run ();
}
