/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SDMX-CSV says the same in codes, in names or in both: what readers see are the names, what is meant the codes say. */
#include "import-fixture.h"

static const ImportValues cases[] = {
  { "version-1",
    "DATAFLOW,FREQ,SEX,TIME_PERIOD,OBS_VALUE\nCPH:T(1.0),A,_T,2020,1.234\n"
    "CPH:T(1.0),A,F,2020,0.5\n", 10, 0, "",
    "- 2020=1.234\n{\"SEX\":\"F\"} 2020=0.5\n" },
  { "version-2",
    "STRUCTURE,STRUCTURE_ID,ACTION,SEX,TIME_PERIOD,OBS_VALUE\n"
    "dataflow,CPH:T(1.0),A,_T,2020-Q1,5\n", 6, 0, "",
    "- 2020-Q1=5\n" },
  { "semicolons-and-commas-within",
    "STRUCTURE[,];STRUCTURE_ID;SEX;TIME_PERIOD;OBS_VALUE\n"
    "dataflow;C:T;F;2020;1,5\n", 5, 0,
    "0:0 no-headline", "{\"SEX\":\"F\"} 2020=1.5\n" },
  { "thousands-or-decimals-behind-semicolons",
    "DATAFLOW;SEX;TIME_PERIOD;OBS_VALUE\nC:T;_T;2020;1.234\n"
    "C:T;_T;2021;5\n", 4, 4,
    "2:1 row-refused, 2:2 row-refused, 2:3 row-refused, 2:4 ambiguous-number", "- 2021=5\n" },
  { "names-and-codes",
    "DATAFLOW,SEX: Sex,TIME_PERIOD: Time,OBS_VALUE: Value\nC:T(1.0): Trips,_T: All,2020,5\n"
    "C:T(1.0): Trips,F: Women: all,2020,3\n",
    8, 0, "", "- 2020=5\n{\"Sex\":\"Women: all\"} 2020=3\n" },
  { "names-beside-codes",
    "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,SEX,Sex,TIME_PERIOD,Time,OBS_VALUE,Value\n"
    "dataflow,C:T,Trips,I,_T,All,2020,,5,\ndataflow,C:T,Trips,I,F,Women,2020,,3,\n",
    16, 0, "", "- 2020=5\n{\"Sex\":\"Women\"} 2020=3\n" },
  { "many-languages",
    "STRUCTURE[;],STRUCTURE_ID,STRUCTURE_NAME,SEX,en:Sex;da:Køn,TIME_PERIOD,Time,OBS_VALUE,Value\n"
    "dataflow,C:T,en:Trips;da:Ture,F,en:Women;da:Kvinder,2020,,3,\n",
    7, 0, "0:0 no-headline", "{\"Sex\":\"Women\"} 2020=3\n" },
  { "values-times-powers-of-ten",
    "DATAFLOW,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nC:T,2019,1.005,3\nC:T,2020,12,-1\n"
    "C:T,2021,7,\n", 11, 0,
    "", "- 2019=1005\n- 2020=1.2\n- 2021=7\n" },
  { "a-power-that-is-none",
    "DATAFLOW,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nC:T,2019,1,many\nC:T,2020,1e300,30\n"
    "C:T,2021,7,0\n", 4, 8,
    "2:1 row-refused, 2:2 row-refused, 2:3 row-refused, 2:4 not-a-number, "
    "3:1 row-refused, 3:2 row-refused, 3:3 not-a-number, 3:4 row-refused",
    "- 2021=7\n" },
  { "no-value-and-no-text",
    "DATAFLOW,SEX,TIME_PERIOD,OBS_VALUE\n"
    "C:T,#N/A,2020,NaN\n", 4, 0, "2:4 missing-value", "- 2020=-\n" },
  { "how-sure-a-value-is",
    "DATAFLOW,TIME_PERIOD,OBS_VALUE,OBS_STATUS\nC:T,2019,1,A\nC:T,2020,2,P\n"
    "C:T,2021,3,E\nC:T,2022,4,I\n", 16, 0,
    "", "- 2019=1\n- 2020=2 provisional\n- 2021=3 estimated\n- 2022=4 derived\n" },
  { "nothing-is-deleted",
    "STRUCTURE,STRUCTURE_ID,ACTION,TIME_PERIOD,OBS_VALUE\ndataflow,C:T,D,2019,1\n"
    "dataflow,C:T,I,2020,2\n", 5, 5,
    "2:1 deletion, 2:2 deletion, 2:3 deletion, 2:4 deletion, 2:5 deletion", "- 2020=2\n" },
  { "of-eurostat",
    "DATAFLOW,LAST UPDATE,freq,sex,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"
    "ESTAT:X(1.0),01/01/24,A,T,DK,2020,5,p\n", 8, 0, "",
    "- 2020=5 provisional\n" },
};

static void
test_case (StoreFixture  *fixture,
           gconstpointer  data)
{
  import_assert_values (fixture, "trips.csv", "sdmx-csv", data);
}

static gpointer
read_indicator (UdsSession  *session,
                gpointer     data,
                GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("indicator"));

  return uds_session_find (session, query, error);
}

static void
test_titles (StoreFixture  *fixture,
             gconstpointer  data)
{
  static const struct {
    const char *text, *da, *en;
  } files[] = {
    { "DATAFLOW,TIME_PERIOD,OBS_VALUE\nC:T(1.0): Daily trips,2020,5\n", NULL, "Daily trips" },
    { "STRUCTURE[;],STRUCTURE_ID,STRUCTURE_NAME,TIME_PERIOD,Time,OBS_VALUE,Value\n"
      "dataflow,C:T,en:Daily trips;da:Daglige ture,2020,,5,\n",
      "Daglige ture", "Daily trips" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (UdsImport) import = import_preview_text ("trips.csv", files[i].text);
      g_autoptr (UdsRecord) indicator = NULL;
      g_autoptr (GError) error = NULL;
      gint64 group = import_apply (import, fixture);

      indicator = uds_store_read (fixture->store, read_indicator, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (uds_record_get_text (indicator, "title_da"), ==, files[i].da);
      g_assert_cmpstr (uds_record_get_text (indicator, "title_en"), ==, files[i].en);
      uds_store_undo (fixture->store, group, &error);
      g_assert_no_error (error);
    }
}

static void
test_file_goes_in_once_and_comes_out (StoreFixture  *fixture,
                                      gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "sdmx", "both.csv", NULL);

  import_assert_round_trip (fixture, path);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  import_add_cases ("/sdmx-csv/", cases, test_case);
  g_test_add ("/sdmx-csv/titles", StoreFixture, NULL, store_fixture_set_up, test_titles, store_fixture_tear_down);
  g_test_add ("/sdmx-csv/file-goes-in-once-and-comes-out", StoreFixture, NULL, store_fixture_set_up,
              test_file_goes_in_once_and_comes_out, store_fixture_tear_down);
  return g_test_run ();
}
