/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes out comes in again the same, and no text of others becomes a formula in a spreadsheet. */
#include "../store/store-fixture.h"
#include "uds-export.h"
#include "uds-import.h"

#include <string.h>

static void
test_formulas_are_defused (void)
{
  static const struct {
    const char *text, *cell;
  } cases[] = {
    { "=1+1", "'=1+1" }, { "+45 33 66 33 66", "'+45 33 66 33 66" }, { "-x", "'-x" },     { "@SUM(A1)", "'@SUM(A1)" },
    { "\tx", "'\tx" },
    { "=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"" }, { "a=b", "a=b" }, { "", "" },
    { "a,b", "\"a,b\"" }, { "a\nb", "\"a\nb\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) row = g_string_new (NULL);

      uds_csv_append_guarded (row, cases[i].text);
      g_assert_cmpstr (row->str, ==, cases[i].cell);
    }
}

static gpointer
export_csv (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("indicator"));

  return uds_export_csv (session, query, error);
}

static gpointer
export_json (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("indicator"));

  return uds_export_json_lines (session, query, error);
}

static gpointer
export_open_sdg (UdsSession  *session,
                 gpointer     data,
                 GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("indicator"));
  g_autoptr (UdsRecord) indicator = uds_session_find (session, query, error);

  return indicator != NULL ? uds_export_open_sdg (session, uds_record_get_id (indicator), error) : NULL;
}

static char *
to_text (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_strndup (data, size);
}

static void
test_records_go_out_by_their_field_table (StoreFixture  *fixture,
                                          gconstpointer  data)
{
  g_autoptr (UdsRecord) indicator = store_fixture_indicator ("1.1", "=Dansk", "A, \"b\"");
  g_autoptr (GBytes) csv = NULL, json = NULL;
  g_autofree char *table = NULL, *lines = NULL, *row = NULL, *line = NULL;

  uds_record_set_real (indicator, "target_value", -5);
  uds_record_set_text (indicator, "metadata", "{\"a\":\"1\"}");
  store_fixture_save (fixture, indicator);
  csv = uds_store_read (fixture->store, export_csv, NULL, NULL);
  json = uds_store_read (fixture->store, export_json, NULL, NULL);
  table = to_text (csv);
  lines = to_text (json);

  row = g_strdup_printf ("\r\n%s,1.1,'=Dansk,\"A, \"\"b\"\"\",", uds_record_get_id (indicator));
  g_assert_true (g_str_has_prefix (table, "id,code,title_da,title_en,"));
  g_assert_nonnull (strstr (table, row));
  g_assert_nonnull (strstr (table, ",-5,"));
  line = g_strdup_printf ("{\"id\":\"%s\",\"code\":\"1.1\",\"title_da\":\"=Dansk\",\"title_en\":\"A, \\\"b\\\"\","
                          "\"target_value\":-5.0,\"metadata\":{\"a\":\"1\"}}\n",
                          uds_record_get_id (indicator));
  g_assert_cmpstr (lines, ==, line);
}

static void
test_table_comes_in_again_the_same (StoreFixture  *fixture,
                                    gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "open-sdg", "data", "indicator_8-5-2.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (UdsImport) first = uds_import_new ();
  g_autoptr (UdsImport) second = uds_import_new ();
  g_autoptr (GBytes) table = NULL;
  g_autofree char *text = NULL;

  uds_import_add (first, file);
  uds_import_preview (first);
  g_assert_cmpint (uds_import_apply (first, fixture->store, NULL), >, 0);

  table = uds_store_read (fixture->store, export_open_sdg, NULL, NULL);
  text = to_text (table);
  g_assert_cmpstr (text, ==,
                   "Year,Series,Units,Age,Gender,Observation status,COMMENT_OBS_0,GeoCode,Value\r\n"
                   "2020,Rate,Per 100,,,Normal value,,,5.5\r\n"
                   "2021,Rate,Per 100,,,Provisional value,First count,,5.25\r\n"
                   "2021,Rate,Per 100,\"16, 17\",female,Normal value,,,4\r\n"
                   "2021,Count,Persons,,,Normal value,,D1,1200\r\n");

  uds_import_add_bytes (second, "indicator_8-5-2.csv", table);
  uds_import_preview (second);
  g_assert_cmpint (uds_import_apply (second, fixture->store, NULL), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/formulas-are-defused", test_formulas_are_defused);
  g_test_add ("/export/records-go-out-by-their-field-table", StoreFixture, NULL, store_fixture_set_up,
              test_records_go_out_by_their_field_table, store_fixture_tear_down);
  g_test_add ("/export/table-comes-in-again-the-same", StoreFixture, NULL, store_fixture_set_up,
              test_table_comes_in_again_the_same, store_fixture_tear_down);

  return g_test_run ();
}
