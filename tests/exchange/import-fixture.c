/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of all formats do with an import. What is in the files is the tests' business. */
#include "import-fixture.h"

#include <string.h>

/**
 * import_get_file:
 * @import: an import
 * @place: the place of a file
 *
 * Returns: (transfer none): the file
 */
UdsImportFile *
import_get_file (UdsImport *import,
          guint      place)
{
  return g_ptr_array_index (uds_import_get_files (import), place);
}

/**
 * import_preview_text:
 * @name: the name of a file
 * @text: what stands in it
 *
 * Returns: (transfer full): a previewed import of it
 */
UdsImport *
import_preview_text (const char *name,
              const char *text)
{
  UdsImport *import = uds_import_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  uds_import_add_bytes (import, name, bytes);
  uds_import_preview (import);
  return import;
}

/**
 * import_preview_path:
 * @path: a file or a folder
 *
 * Returns: (transfer full): a previewed import of it
 */
UdsImport *
import_preview_path (const char *path)
{
  UdsImport *import = uds_import_new ();
  g_autoptr (GFile) file = g_file_new_for_path (path);

  uds_import_add (import, file);
  uds_import_preview (import);
  return import;
}

/**
 * import_assert_nothing_lost:
 * @import: an import that was previewed
 *
 * Every cell read was imported or reported, and what counts as reported stands under the problems.
 */
void
import_assert_nothing_lost (UdsImport *import)
{
  GPtrArray *files = uds_import_get_files (import);

  for (guint i = 0; i < files->len; i++)
    {
      const UdsImportFile *file = import_get_file (import, i);
      guint n_reported = 0;

      for (guint j = 0; j < file->problems->len; j++)
        n_reported += !uds_problem_is_note (g_ptr_array_index (file->problems, j));
      g_assert_cmpuint (file->cells.read, ==, file->cells.imported + file->cells.reported);
      if (!file->refused)
        g_assert_cmpuint (n_reported, ==, file->cells.reported);
    }
}

/**
 * import_list_problems:
 * @file: a file of an import
 *
 * Returns: (transfer full): its problems in short, "row:column code" in the order of the file
 */
char *
import_list_problems (const UdsImportFile *file)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < file->problems->len; i++)
    {
      const UdsProblem *problem = g_ptr_array_index (file->problems, i);

      g_string_append_printf (list, "%s%u:%u %s", i > 0 ? ", " : "", problem->row, problem->column,
                              uds_problem_get_name (problem));
    }
  return g_string_free (list, FALSE);
}

/**
 * import_apply:
 * @import: an import that was previewed
 * @fixture: where to
 *
 * Returns: the number of the command; 0 where everything was there
 */
gint64
import_apply (UdsImport    *import,
       StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gint64 group = uds_import_apply (import, fixture->store, &error);

  g_assert_no_error (error);
  return group;
}

/**
 * import_sum_records:
 * @import: an import that was applied
 * @sum: (out): the records of all its files together
 */
void
import_sum_records (UdsImport        *import,
             UdsImportRecords *sum)
{
  GPtrArray *files = uds_import_get_files (import);

  *sum = (UdsImportRecords) { 0 };
  for (guint i = 0; i < files->len; i++)
    {
      const UdsImportFile *file = import_get_file (import, i);

      sum->created += file->records.created;
      sum->updated += file->records.updated;
      sum->unchanged += file->records.unchanged;
    }
}

/**
 * import_assert_round_trip:
 * @fixture: a store
 * @path: a file or a folder
 *
 * Imports it, imports it again, which changes nothing, and takes the import back, which leaves nothing of it.
 */
void
import_assert_round_trip (StoreFixture *fixture,
                   const char   *path)
{
  g_autofree char *before = store_fixture_dump (fixture);
  g_autofree char *first = NULL, *second = NULL, *after = NULL;
  g_autoptr (UdsImport) import = import_preview_path (path);
  g_autoptr (UdsImport) again = import_preview_path (path);
  g_autoptr (GError) error = NULL;
  UdsImportRecords records, unchanged;
  gint64 group = import_apply (import, fixture);

  import_assert_nothing_lost (import);
  import_sum_records (import, &records);
  g_assert_cmpint (group, >, 0);
  g_assert_cmpuint (records.created, >, 0);
  g_assert_cmpuint (records.unchanged, ==, 0);
  first = store_fixture_dump (fixture);

  g_assert_cmpint (import_apply (again, fixture), ==, 0);
  import_sum_records (again, &unchanged);
  g_assert_cmpuint (unchanged.created, ==, 0);
  g_assert_cmpuint (unchanged.updated, ==, 0);
  g_assert_cmpuint (unchanged.unchanged, ==, records.created);
  second = store_fixture_dump (fixture);
  g_assert_cmpstr (first, ==, second);

  uds_store_undo (fixture->store, group, &error);
  g_assert_no_error (error);
  after = store_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
append_series (GString   *list,
               UdsRecord *series)
{
  const char *name = uds_record_get_text (series, "name");
  const char *unit = uds_record_get_text (series, "unit");
  const char *breakdown = uds_record_get_text (series, "breakdown");

  if (name != NULL || unit != NULL)
    g_string_append_printf (list, "[%s|%s] ", name != NULL ? name : "", unit != NULL ? unit : "");
  g_string_append (list, breakdown != NULL ? breakdown : "-");
}

static void
append_observation (GString   *list,
                    UdsRecord *series,
                    UdsRecord *observation)
{
  static const char *const remarks[] = { "quality", "footnote" };
  g_autofree char *value = uds_record_to_string (observation, "value");

  append_series (list, series);
  g_string_append_printf (list, " %s=%s", uds_record_get_text (observation, "period"), value != NULL ? value : "-");
  for (gsize i = 0; i < G_N_ELEMENTS (remarks); i++)
    if (uds_record_has (observation, remarks[i]))
      g_string_append_printf (list, " (%s)", uds_record_get_text (observation, remarks[i]));
  g_string_append_c (list, '\n');
}

static void
append_value (GString   *list,
              UdsRecord *series,
              UdsRecord *observation)
{
  const char *breakdown = uds_record_get_text (series, "breakdown");
  const char *quality = uds_record_get_text (observation, "quality");
  g_autofree char *value = uds_record_to_string (observation, "value");

  g_string_append_printf (list, "%s %s=%s", breakdown != NULL ? breakdown : "-",
                          uds_record_get_text (observation, "period"), value != NULL ? value : "-");
  if (quality != NULL && !g_str_equal (quality, "measured"))
    g_string_append_printf (list, " %s", quality);
  g_string_append_c (list, '\n');
}

typedef void (*AppendFunc) (GString   *list,
                            UdsRecord *series,
                            UdsRecord *observation);

static gpointer
list_observations (UdsSession  *session,
                   gpointer     data,
                   GError     **error)
{
  AppendFunc append = *(AppendFunc *) data;
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("series"));
  g_autoptr (GPtrArray) all = uds_session_list (session, query, error);
  GString *list = g_string_new (NULL);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      UdsRecord *series = g_ptr_array_index (all, i);
      g_autoptr (UdsQuery) within = uds_query_new (uds_kind_lookup ("observation"));
      g_autoptr (GPtrArray) observations = NULL;

      uds_query_where_is (within, "series", uds_record_get_id (series));
      uds_query_set_long_text (within, TRUE);
      observations = uds_session_list (session, within, error);
      for (guint j = 0; observations != NULL && j < observations->len; j++)
        append (list, series, g_ptr_array_index (observations, j));
    }
  return g_string_free (list, FALSE);
}

static char *
dump (StoreFixture *fixture,
      AppendFunc    append)
{
  g_autoptr (GError) error = NULL;
  char *list = uds_store_read (fixture->store, list_observations, &append, &error);

  g_assert_no_error (error);
  return list;
}

/**
 * import_dump_values:
 * @fixture: a store
 *
 * Returns: (transfer full): every observation in it, "breakdown period=value" and its quality where it is not measured
 */
char *
import_dump_values (StoreFixture *fixture)
{
  return dump (fixture, append_value);
}

/**
 * import_dump_observations:
 * @fixture: a store
 *
 * Returns: (transfer full): all observations, a line each: "[series|unit] breakdown period=value (quality) (footnote)",
 *   with "-" for no breakdown and no value
 */
char *
import_dump_observations (StoreFixture *fixture)
{
  return dump (fixture, append_observation);
}

static gpointer
find_indicator (UdsSession  *session,
                gpointer     code,
                GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("indicator"));

  uds_query_where_is (query, "code", code);
  uds_query_set_long_text (query, TRUE);
  return uds_session_find (session, query, error);
}

/**
 * import_get_indicator:
 * @fixture: a store
 * @code: the code of an indicator that is there
 *
 * Returns: (transfer full): the indicator
 */
UdsRecord *
import_get_indicator (StoreFixture *fixture,
                      const char   *code)
{
  g_autoptr (GError) error = NULL;
  UdsRecord *indicator = uds_store_read (fixture->store, find_indicator, (gpointer) code, &error);

  g_assert_no_error (error);
  g_assert_nonnull (indicator);
  return indicator;
}

/**
 * import_assert_real_files:
 * @fixture: a store
 * @name: a folder of real files
 *
 * Each file in it comes in whole, twice without a change, and goes again. The case is skipped where there are none.
 */
void
import_assert_real_files (StoreFixture *fixture,
                          const char   *name)
{
  const char *shared = g_getenv ("UDSYN_SHARED");
  g_autofree char *folder = g_build_filename (shared != NULL ? shared : "", "data", name, NULL);
  g_autoptr (GDir) dir = shared != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *entry;

  if (dir == NULL)
    {
      g_test_skip ("there are no real files here");
      return;
    }
  while ((entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, entry, NULL);
      g_autoptr (UdsImport) import = import_preview_path (path);
      g_autofree char *problems = import_list_problems (import_get_file (import, 0));

      g_test_message ("%s: %s", entry, problems);
      g_assert_false (import_get_file (import, 0)->refused);
      g_assert_cmpuint (import_get_file (import, 0)->cells.reported, ==, 0);
      import_assert_round_trip (fixture, path);
    }
}

/**
 * import_add_many_cases:
 * @prefix: the path of the cases, with the slash behind it
 * @cases: structures that begin with their promise, the rest of the path
 * @size: the size of one
 * @n_cases: how many
 * @test: (nullable): what is asked of each with a database
 * @plain: (nullable): what is asked of each without
 */
void
import_add_many_cases (const char     *prefix,
                       gconstpointer   cases,
                       gsize           size,
                       gsize           n_cases,
                       ImportTestFunc  test,
                       GTestDataFunc   plain)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      const char *one = (const char *) cases + i * size;
      g_autofree char *path = g_strconcat (prefix, *(const char *const *) one, NULL);

      if (test != NULL)
        g_test_add (path, StoreFixture, one, store_fixture_set_up, test, store_fixture_tear_down);
      else
        g_test_add_data_func (path, one, plain);
    }
}

/**
 * import_add_many_tests:
 * @tests: tests with a database
 * @n_tests: how many
 */
void
import_add_many_tests (const ImportTest *tests,
                       gsize             n_tests)
{
  for (gsize i = 0; i < n_tests; i++)
    g_test_add (tests[i].path, StoreFixture, NULL, store_fixture_set_up, tests[i].test, store_fixture_tear_down);
}

/* What the file is taken for and what is odd in it; all that is not goes in. */
static void
assert_goes_in (UdsImport    *import,
                StoreFixture *fixture,
                const char   *format,
                const char   *expected,
                guint         n_reported)
{
  const UdsImportFile *file = import_get_file (import, 0);
  g_autofree char *problems = import_list_problems (file);

  g_assert_cmpstr (file->format, ==, format);
  g_assert_cmpstr (problems, ==, expected);
  g_assert_false (file->refused);
  g_assert_cmpuint (file->cells.reported, ==, n_reported);
  import_assert_nothing_lost (import);
  g_assert_cmpint (import_apply (import, fixture), >, 0);
}

/**
 * import_assert_table:
 * @fixture: a database
 * @name: what the file is called
 * @format: the importer that should take it
 * @table: the text and what should come of it
 */
void
import_assert_table (StoreFixture      *fixture,
                     const char        *name,
                     const char        *format,
                     const ImportTable *table)
{
  g_autoptr (UdsImport) import = import_preview_text (name, table->text);
  g_autofree char *observations = NULL;

  assert_goes_in (import, fixture, format, table->problems, table->n_reported);
  observations = import_dump_observations (fixture);
  g_assert_cmpstr (observations, ==, table->observations);
}

/**
 * import_assert_values:
 * @fixture: a database
 * @name: what the file is called
 * @format: the importer that should take it
 * @values: the text and what should come of it
 */
void
import_assert_values (StoreFixture       *fixture,
                      const char         *name,
                      const char         *format,
                      const ImportValues *values)
{
  g_autoptr (UdsImport) import = import_preview_text (name, values->text);
  g_autofree char *found = NULL;

  g_assert_cmpuint (import_get_file (import, 0)->cells.imported, ==, values->n_imported);
  assert_goes_in (import, fixture, format, values->problems, values->n_reported);
  found = import_dump_values (fixture);
  g_assert_cmpstr (found, ==, values->values);
}

typedef struct {
  const char *kind;
  const char *const *fields;
} Wanted;

static gpointer
list_fields (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  const Wanted *wanted = data;
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup (wanted->kind));
  g_autoptr (GPtrArray) records = NULL;
  GString *list = g_string_new (NULL);

  uds_query_set_long_text (query, TRUE);
  records = uds_session_list (session, query, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      for (guint j = 0; wanted->fields[j] != NULL; j++)
        {
          g_autofree char *text = uds_record_to_string (g_ptr_array_index (records, i), wanted->fields[j]);

          g_string_append_printf (list, "%s%s", j > 0 ? "|" : "", text != NULL ? text : "-");
        }
      g_string_append_c (list, '\n');
    }
  return g_string_free (list, FALSE);
}

/* The fields of all records of a kind, a line for each record. */
char *
import_dump_records (StoreFixture       *fixture,
                     const char         *kind,
                     const char *const  *fields)
{
  Wanted wanted = { kind, fields };
  g_autoptr (GError) error = NULL;
  char *list = uds_store_read (fixture->store, list_fields, &wanted, &error);

  g_assert_no_error (error);
  return list;
}
