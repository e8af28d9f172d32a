/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes out for Open SDG passes the checks of its build, and comes in again exactly as it went out: every
 * observation with its attributes, quality and footnote, every field and every setting. */
#include "import-fixture.h"
#include "uds-content.h"
#include "uds-csv.h"
#include "uds-export.h"

#include <string.h>

/* The rules of sdg-build (sdg/check_csv.py): the year first, the value last, no blanks around headings and cells, no
 * empty rows, numbers only for values; and of its documentation: the place stands before the value. */
static void
assert_passes_check_csv (const UdsExportFile *file)
{
  g_autoptr (UdsCsvReader) reader = uds_csv_reader_new (file->bytes, ',');
  g_autoptr (GHashTable) headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_columns = 0, n_rows = 0;

  while (uds_csv_reader_next (reader, NULL))
    {
      guint n_cells = uds_csv_reader_get_n_cells (reader);
      const char *first = uds_csv_reader_get_cell (reader, 0), *last = uds_csv_reader_get_cell (reader, n_cells - 1);

      for (guint i = 0; i < n_cells; i++)
        {
          const char *cell = uds_csv_reader_get_cell (reader, i);
          g_autofree char *trimmed = g_strstrip (g_strdup (cell));

          g_assert_cmpstr (trimmed, ==, cell);
          if (n_rows == 0)
            g_assert_true (g_hash_table_add (headings, g_strdup (cell)));
          if (n_rows == 0 && g_str_equal (cell, "GeoCode"))
            g_assert_cmpuint (i, ==, n_cells - 2);
        }
      if (n_rows++ == 0)
        {
          n_columns = n_cells;
          g_assert_cmpstr (first, ==, "Year");
          g_assert_cmpstr (last, ==, "Value");
          continue;
        }
      g_assert_cmpuint (n_cells, ==, n_columns);
      g_assert_cmpstr (first, !=, "");
      if (*last != '\0')
        {
          char *end;

          g_ascii_strtod (last, &end);
          g_assert_cmpstr (end, ==, "");
        }
    }
  g_assert_cmpuint (n_rows, >, 0);
}

/* The rules of sdg/check_metadata.py for an indicator that is shown; what it is read with is in meta/ as well. */
static void
assert_passes_check_metadata (const UdsExportFile *file)
{
  static const char *const required[] = {
    "reporting_status", "published: true\n", "data_non_statistical: ", "graph_title: ", "graph_type: ",
  };
  gsize length;
  const char *data = g_bytes_get_data (file->bytes, &length);
  g_autofree char *text = g_strndup (data, length);

  for (gsize i = 0; i < G_N_ELEMENTS (required); i++)
    if (strstr (text, required[i]) == NULL)
      g_error ("%s has no “%s”: %s", file->path, required[i], text);
  g_assert_true (g_regex_match_simple ("^reporting_status: (notstarted|inprogress|complete)$", text, G_REGEX_MULTILINE,
                                       0));
  g_assert_true (g_regex_match_simple ("^graph_type: (line|bar)$", text, G_REGEX_MULTILINE, 0));
}

static gpointer
read_files (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("indicator"));

  return uds_export_open_sdg_files (session, query, error);
}

static GPtrArray *
export_all (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *files = uds_store_read (fixture->store, read_files, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < files->len; i++)
    {
      const UdsExportFile *file = g_ptr_array_index (files, i);

      if (g_str_has_suffix (file->path, ".csv"))
        assert_passes_check_csv (file);
      else if (g_str_has_prefix (file->path, "indicator-config/"))
        assert_passes_check_metadata (file);
    }
  return files;
}

static void
assert_same_files (GPtrArray *first,
                   GPtrArray *second)
{
  for (guint i = 0; i < MIN (first->len, second->len); i++)
    {
      const UdsExportFile *one = g_ptr_array_index (first, i), *other = g_ptr_array_index (second, i);

      g_assert_cmpstr (one->path, ==, other->path);
      if (!g_bytes_equal (one->bytes, other->bytes))
        g_assert_cmpstr (g_bytes_get_data (one->bytes, NULL), ==, g_bytes_get_data (other->bytes, NULL));
    }
  g_assert_cmpuint (first->len, ==, second->len);
}

/* Indicators and what belongs to them, without ids: a reference is what it refers to. A series without observations is
 * nothing that a table has. */

typedef struct {
  GString *text;
  const char *kind;
} Dump;

static void
append_reference (GString        *text,
                  UdsSession     *session,
                  UdsRecord      *record,
                  const UdsField *field)
{
  g_autoptr (UdsRecord) target =
      uds_session_get (session, uds_kind_lookup (field->target), uds_record_get_text (record, field->name), NULL);

  for (guint i = 0; i < uds_record_get_kind (target)->n_fields; i++)
    {
      const UdsField *part = &uds_record_get_kind (target)->fields[i];
      g_autofree char *value = uds_record_to_string (target, part->name);

      if (part->type == UDS_FIELD_REFERENCE && value != NULL && part->flags & UDS_FIELD_OWNER)
        append_reference (text, session, target, part);
      else if (part->type != UDS_FIELD_REFERENCE && value != NULL && part->flags & UDS_FIELD_KEY)
        g_string_append_printf (text, "<%s>", value);
    }
}

/* Where a single observation was read stands in no column of Open SDG. */
static gboolean
is_compared (const UdsKind  *kind,
             const UdsField *field)
{
  return !g_str_equal (kind->name, "observation") || !g_str_equal (field->name, "source");
}

static char *
dump_record (UdsSession *session,
             UdsRecord  *record)
{
  const UdsKind *kind = uds_record_get_kind (record);
  GString *text = g_string_new (kind->name);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const UdsField *field = &kind->fields[i];
      g_autofree char *value = uds_record_to_string (record, field->name);

      if (value == NULL || !is_compared (kind, field))
        continue;
      g_string_append_printf (text, "\t%s=", field->name);
      if (field->type == UDS_FIELD_REFERENCE)
        append_reference (text, session, record, field);
      else
        g_string_append (text, value);
    }
  return g_string_free (text, FALSE);
}

static gpointer
read_dump (UdsSession  *session,
           gpointer     data,
           GError     **error)
{
  static const char *const kinds[] = { "indicator", "calculation", "observation" };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_null_terminated (0, g_free, TRUE);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup (kinds[i]));
      g_autoptr (GPtrArray) records = NULL;

      uds_query_set_long_text (query, TRUE);
      records = uds_session_list (session, query, error);
      g_assert_nonnull (records);
      for (guint j = 0; j < records->len; j++)
        g_ptr_array_add (lines, dump_record (session, g_ptr_array_index (records, j)));
    }
  g_ptr_array_sort_values (lines, (GCompareFunc) strcmp);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static char *
dump (StoreFixture *fixture)
{
  return uds_store_read (fixture->store, read_dump, NULL, NULL);
}

static void
assert_same_text (const char *one,
                  const char *other)
{
  g_auto (GStrv) first = g_strsplit (one, "\n", -1);
  g_auto (GStrv) second = g_strsplit (other, "\n", -1);

  for (guint i = 0; first[i] != NULL && second[i] != NULL; i++)
    g_assert_cmpstr (first[i], ==, second[i]);
  g_assert_cmpuint (g_strv_length (first), ==, g_strv_length (second));
}

static void
import_files (StoreFixture *fixture,
              GPtrArray    *files,
              gboolean      expect_change)
{
  g_autofree char *path = g_build_filename (fixture->folder, "open-sdg", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (UdsImport) import = uds_import_new ();
  g_autoptr (GError) error = NULL;
  gint64 group;

  g_assert_true (uds_export_write_files (files, folder, NULL, &error));
  uds_import_add (import, folder);
  uds_import_preview (import);
  import_assert_nothing_lost (import);
  group = uds_import_apply (import, fixture->store, &error);
  g_assert_no_error (error);
  if (expect_change)
    g_assert_cmpint (group, >, 0);
  else
    g_assert_cmpint (group, ==, 0);
}

/* Out of one database, into another, and out again. */
static void
assert_comes_in_again (StoreFixture *from,
                       StoreFixture *into)
{
  g_autoptr (GPtrArray) first = export_all (from), second = NULL;
  g_autofree char *before = dump (from), *after = NULL;

  import_files (into, first, TRUE);
  after = dump (into);
  assert_same_text (before, after);
  second = export_all (into);
  assert_same_files (first, second);
  import_files (from, first, FALSE);
}

typedef struct {
  StoreFixture from;
  StoreFixture into;
} Pair;

static void
set_up (Pair          *pair,
        gconstpointer  data)
{
  store_fixture_set_up (&pair->from, NULL);
  store_fixture_set_up (&pair->into, NULL);
}

static void
tear_down (Pair          *pair,
           gconstpointer  data)
{
  store_fixture_tear_down (&pair->from, NULL);
  store_fixture_tear_down (&pair->into, NULL);
}

static void
import_samples (StoreFixture *fixture)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "open-sdg", NULL);
  g_autoptr (UdsImport) import = import_preview_path (path);

  g_assert_cmpint (import_apply (import, fixture), >, 0);
}

static void
test_what_came_in_from_open_sdg (Pair          *pair,
                                 gconstpointer  data)
{
  import_samples (&pair->from);
  assert_comes_in_again (&pair->from, &pair->into);
}

static UdsRecord *
find_observation (StoreFixture *fixture,
                  UdsRecord    *indicator)
{
  g_autoptr (UdsRecord) series = uds_record_new (uds_kind_lookup ("series"));
  UdsRecord *observation = uds_record_new (uds_kind_lookup ("observation"));

  uds_record_set_text (series, "indicator", uds_record_get_id (indicator));
  uds_record_set_text (series, "name", "By hand");
  uds_record_set_integer (series, "position", 100);
  store_fixture_save (fixture, series);
  uds_record_set_text (observation, "series", uds_record_get_id (series));
  uds_record_set_text (observation, "period", "2019");
  return observation;
}

/* What was typed: names in both languages, a target, a quality and a footnote that no file knows. */
static void
test_what_was_typed (Pair          *pair,
                     gconstpointer  data)
{
  g_autoptr (UdsRecord) indicator = store_fixture_indicator ("7/b: egen", "Støj \"ved\" veje", "Noise: by roads");
  g_autoptr (UdsRecord) other = store_fixture_indicator ("12.10", "no", NULL);
  g_autoptr (UdsRecord) observation = NULL;
  g_autoptr (UdsRecord) calculation = uds_record_new (uds_kind_lookup ("calculation"));

  uds_record_set_text (indicator, "direction", "down");
  uds_record_set_real (indicator, "target_value", 12.5);
  uds_record_set_integer (indicator, "target_year", 2030);
  uds_record_set_text (indicator, "note_da", "Linje 1\n\n  Linje 2: - # 'x'");
  store_fixture_save (&pair->from, indicator);
  store_fixture_save (&pair->from, other);
  uds_record_set_text (calculation, "indicator", uds_record_get_id (other));
  uds_record_set_integer (calculation, "position", 3);
  uds_record_set_text (calculation, "breakdown", "{\"Gender\":\"female\"}");
  store_fixture_save (&pair->from, calculation);
  observation = find_observation (&pair->from, indicator);
  uds_record_set_real (observation, "value", -0.1);
  uds_record_set_text (observation, "quality", "secondary");
  uds_record_set_text (observation, "footnote", "Talt, \"to\" gange");
  store_fixture_save (&pair->from, observation);
  assert_comes_in_again (&pair->from, &pair->into);
}

static gpointer
read_edited (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup (data));

  if (g_str_equal (data, "observation"))
    uds_query_where (query, "footnote", UDS_IS_SOME, NULL, NULL);
  else
    uds_query_where_is (query, "code", "11.6.2");
  uds_query_set_long_text (query, TRUE);
  return uds_session_find (session, query, error);
}

static char *
get_file (GPtrArray  *files,
          const char *path)
{
  for (guint i = 0; i < files->len; i++)
    {
      const UdsExportFile *file = g_ptr_array_index (files, i);

      if (g_str_equal (file->path, path))
        return g_strndup (g_bytes_get_data (file->bytes, NULL), g_bytes_get_size (file->bytes));
    }
  g_assert_not_reached ();
}

/* What came in and was corrected goes out as it is now, and still comes in with what it was. */
static void
test_what_was_corrected (Pair          *pair,
                         gconstpointer  data)
{
  g_autoptr (UdsRecord) indicator = NULL, observation = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *settings = NULL, *table = NULL;

  import_samples (&pair->from);
  indicator = uds_store_read (pair->from.store, read_edited, (gpointer) "indicator", NULL);
  uds_record_set_text (indicator, "title_en", "Another name");
  uds_record_clear (indicator, "footnote");
  uds_record_set_real (indicator, "target_value", 3);
  store_fixture_save (&pair->from, indicator);
  observation = uds_store_read (pair->from.store, read_edited, (gpointer) "observation", NULL);
  uds_record_set_text (observation, "footnote", "Corrected");
  uds_record_set_text (observation, "quality", "reference");
  store_fixture_save (&pair->from, observation);

  files = export_all (&pair->from);
  settings = get_file (files, "indicator-config/11-6-2.yml");
  table = get_file (files, "data/indicator_8-5-2.csv");
  g_assert_nonnull (strstr (settings, "graph_title: Another name\n"));
  g_assert_nonnull (strstr (settings, "target: 3\n"));
  g_assert_nonnull (strstr (table, ",reference,"));
  g_assert_nonnull (strstr (table, ",Corrected,"));
}

static gpointer
read_ids (UdsSession  *session,
          gpointer     data,
          GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("indicator"));

  return uds_session_list (session, query, error);
}

/* All that Udsyn begins with, into a database that has everything but indicators. */
static void
test_the_starting_content (Pair          *pair,
                           gconstpointer  data)
{
  g_autoptr (GPtrArray) indicators = NULL;

  g_assert_true (uds_content_fill (pair->from.store, NULL));
  g_assert_true (uds_content_fill (pair->into.store, NULL));
  indicators = uds_store_read (pair->into.store, read_ids, NULL, NULL);
  g_assert_cmpuint (indicators->len, >, 50);
  for (guint i = 0; i < indicators->len; i++)
    store_fixture_remove (&pair->into, g_ptr_array_index (indicators, i));
  assert_comes_in_again (&pair->from, &pair->into);
}

#define ADD(path, func) g_test_add ("/open-sdg-export/" path, Pair, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("what-came-in-from-open-sdg", test_what_came_in_from_open_sdg);
  ADD ("what-was-typed", test_what_was_typed);
  ADD ("what-was-corrected", test_what_was_corrected);
  ADD ("the-starting-content", test_the_starting_content);

  return g_test_run ();
}
