/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever a file holds, an import neither crashes nor loses a cell, and bombs are refused before they go off. */
#include "uds-csv.h"
#include "uds-import.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

static UdsImport *
preview_bytes (const char *name,
               GBytes     *bytes)
{
  UdsImport *import = uds_import_new ();

  uds_import_add_bytes (import, name, bytes);
  uds_import_preview (import);
  return import;
}

static UdsImportFile *
get_file (UdsImport *import)
{
  return g_ptr_array_index (uds_import_get_files (import), 0);
}

/* Counts the cells as anybody would, without asking the importer. */
static guint
count_cells (const UdsImportFile *file)
{
  g_autoptr (UdsCsvReader) reader = uds_csv_reader_new (file->text, file->separator);
  guint n_cells = 0;

  uds_csv_reader_next (reader, NULL);
  while (uds_csv_reader_next (reader, NULL))
    for (guint i = 0; i < uds_csv_reader_get_n_cells (reader); i++)
      n_cells += *uds_csv_reader_get_cell (reader, i) != '\0';
  return n_cells;
}

static void
assert_every_cell_once (const UdsImportFile *file)
{
  guint n_reported = 0;

  for (guint i = 0; i < file->problems->len; i++)
    n_reported += !uds_problem_is_note (g_ptr_array_index (file->problems, i));

  g_assert_cmpuint (file->cells.read, ==, file->cells.imported + file->cells.reported);
  if (file->refused)
    return;
  g_assert_cmpuint (file->cells.read, ==, count_cells (file));
  g_assert_cmpuint (file->cells.reported, ==, n_reported);
}

/* Puts something in, takes something out or changes something, where the dice say. */
static void
mutate (GString *text)
{
  static const char *const bits[] = {
    ",", ";", "\"", "\n", "\r", "\r\n", "\t", " ", "\xc2\xa0", "1.234", "1,5", "n/a", "2018/19", "2010-11",
    "Year", "Value",
    "\xef\xbb\xbf", "\x80", "\"\"", "-", "Sex", "2020,,1\n", "æ", ",,,,",
  };
  gsize place = (gsize) g_test_rand_int_range (0, (int) text->len + 1);
  gsize length = (gsize) g_test_rand_int_range (0, 8);

  switch (g_test_rand_int_range (0, 3))
    {
    case 0:
      g_string_insert (text, (gssize) place, bits[g_test_rand_int_range (0, G_N_ELEMENTS (bits))]);
      break;
    case 1:
      g_string_erase (text, (gssize) place, (gssize) MIN (text->len - place, length));
      break;
    default:
      if (place < text->len)
        text->str[place] = (char) g_test_rand_int_range (1, 256);
      break;
    }
}

static void
test_no_mutation_loses_a_cell (void)
{
  static const char original[] = "Year,Sex,Units,Value,COMMENT_OBS_0\n"
                                 "2019,,%,12.5,\n2020,M,%,13,note\n2018/19,\"F, x\",%,7,\n";

  for (guint n = 0; n < 4000; n++)
    {
      g_autoptr (GString) text = g_string_new (original);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (UdsImport) import = NULL;

      for (int i = g_test_rand_int_range (1, 20); i > 0; i--)
        mutate (text);
      bytes = g_bytes_new (text->str, text->len);
      import = preview_bytes ("indicator_1-1-1.csv", bytes);
      if (g_strcmp0 (get_file (import)->format, "open-sdg") == 0 && get_file (import)->columns->len > 0)
        assert_every_cell_once (get_file (import));
      uds_import_set_repair (import, TRUE);
      uds_import_preview (import);
      g_assert_cmpuint (get_file (import)->cells.read, ==,
                        get_file (import)->cells.imported + get_file (import)->cells.reported);
    }
}

static GBytes *
repeat (const char *before,
        const char *text,
        gsize       n_times)
{
  GString *string = g_string_new (before);

  for (gsize i = 0; i < n_times; i++)
    g_string_append (string, text);
  return g_string_free_to_bytes (string);
}

static void
assert_refused (const char *name,
                GBytes     *bytes,
                const char *code)
{
  g_autoptr (UdsImport) import = preview_bytes (name, bytes);
  const UdsProblem *problem = g_ptr_array_index (get_file (import)->problems, 0);

  g_assert_true (get_file (import)->refused);
  g_assert_cmpstr (uds_problem_get_name (problem), ==, code);
}

static void
test_bombs_are_refused (void)
{
  g_autoptr (GBytes) binary = g_bytes_new_static ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
  g_autoptr (GBytes) large = repeat ("Year,Value\n", "2020,1\n", UDS_IMPORT_MAX_SIZE / strlen ("2020,1\n") + 1);
  g_autoptr (GBytes) rows = repeat ("Year,Value\n", "\n", UDS_CSV_MAX_ROWS + 1);
  g_autoptr (GBytes) wide = repeat ("Year,Value", ",x", UDS_CSV_MAX_COLUMNS);
  g_autoptr (GBytes) cell = repeat ("Year,Value\n2020,", "9", UDS_CSV_MAX_CELL + 1);
  g_autoptr (GBytes) quote = repeat ("Year,Value\n2020,\"", "2021,1\n", UDS_CSV_MAX_CELL);
  g_autoptr (GBytes) odd = repeat ("Year,Value\n", "never,1\n", UDS_IMPORT_MAX_PROBLEMS);
  g_autoptr (GBytes) deep = repeat ("graph_title: ", "[", 100000);
  g_autoptr (GBytes) many = repeat ("graph_title:\n", "- a\n", 200000);

  assert_refused ("indicator_1-1-1.csv", binary, "unknown-format");
  assert_refused ("indicator_1-1-1.csv", large, "too-large");
  assert_refused ("indicator_1-1-1.csv", rows, "too-large");
  assert_refused ("indicator_1-1-1.csv", wide, "unknown-format");
  assert_refused ("indicator_1-1-1.csv", cell, "too-large");
  assert_refused ("indicator_1-1-1.csv", quote, "invalid-file");
  assert_refused ("indicator_1-1-1.csv", odd, "too-large");
  assert_refused ("1-1-1.yml", deep, "too-large");
  assert_refused ("1-1-1.yml", many, "too-large");
}

static void
test_a_file_that_is_no_text_is_called_what_it_is (void)
{
  static const struct {
    const char *bytes;
    gsize length;
    const char *word;
  } cases[] = {
    { "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, "picture" },
    { "\xff\xd8\xff\xe0\0\x10JFIF", 10, "picture" },
    { "%PDF-1.7\n%\xe2\xe3\xcf\xd3", 14, "PDF" },
    { "PK\x03\x04\x14\0\x06\0", 8, "workbook" },
    { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", 10, "CSV" },
    { "SQLite format 3\0\x10\0", 18, "restoring" },
    { "\177ELF\x02\x01\x01\0", 8, "program" },
    { "\x1f\x8b\x08\0", 4, "Unpack" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].bytes, cases[i].length);
      g_autoptr (UdsImport) import = preview_bytes ("indicator_1-1-1.csv", bytes);
      g_autofree char *reason = uds_problem_get_reason (g_ptr_array_index (get_file (import)->problems, 0));

      g_assert_true (get_file (import)->refused);
      g_assert_nonnull (strstr (reason, cases[i].word));
    }
}

static void
test_what_cannot_be_read_is_said (void)
{
  g_autoptr (UdsImport) import = uds_import_new ();
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at-all.csv");
  const UdsProblem *problem;
  g_autofree char *reason = NULL;

  uds_import_add (import, file);
  uds_import_preview (import);
  problem = g_ptr_array_index (get_file (import)->problems, 0);
  reason = uds_problem_get_reason (problem);
  g_assert_true (get_file (import)->refused);
  g_assert_cmpstr (uds_problem_get_name (problem), ==, "unreadable-file");
  g_assert_cmpstr (reason, !=, "");
}

static void
test_report_is_as_promised (void)
{
  static const char text[] = "Year,Value\n2020,many\n2021,2\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (UdsImport) import = preview_bytes ("indicator_1-1-1.csv", bytes);
  g_autofree char *json = uds_import_file_to_json (get_file (import), 7);

  g_assert_cmpstr (json, ==,
                   "{\"file\":\"indicator_1-1-1.csv\",\"format\":\"open-sdg\",\"encoding\":\"UTF-8\","
                   "\"records\":{\"created\":0,\"updated\":0,\"unchanged\":0},"
                   "\"cells\":{\"read\":4,\"imported\":2,\"reported\":2},"
                   "\"problems\":[{\"row\":2,\"column\":1,\"value\":\"2020\",\"code\":\"row-refused\","
                   "\"reason\":\"The row was not imported because of “many”\"},"
                   "{\"row\":2,\"column\":2,\"value\":\"many\",\"code\":\"not-a-number\","
                   "\"reason\":\"This is not a number\"}],\"group\":7}");
}

static void
on_previewed (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  gboolean *done = data;
  g_autoptr (GError) error = NULL;

  g_assert_true (uds_import_preview_finish (UDS_IMPORT (source), result, &error));
  g_assert_no_error (error);
  *done = TRUE;
}

static void
test_preview_can_run_beside (void)
{
  static const char text[] = "Year,Value\n2020,1\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (UdsImport) import = uds_import_new ();
  gboolean done = FALSE;

  uds_import_add_bytes (import, "indicator_1-1-1.csv", bytes);
  uds_import_preview_async (import, NULL, NULL, NULL, on_previewed, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (get_file (import)->cells.imported, ==, 2);
}

/* Of two values for the same the first is kept, whatever the format, and both are named. */
static void
test_of_two_values_both_are_named (void)
{
  static const struct {
    const char *name;
    const char *text;
    const char *reason;
  } files[] = {
    { "indicator_1-1-1.csv", "Year,Value\n2020,10.5\n2020,11.25\n",
      "Row 2 is about the same period and the same series: 10.5 was kept, 11.25 was left out" },
    { "indicator_1-1-1.csv", "Year,Value\n2020,\n2020,3\n",
      "Row 2 is about the same period and the same series: no value was kept, 3 was left out" },
    { "indicator_1-1-1.csv", "Year,Value\n2020,3\n2020,3.0\n", "Row 2 is about the same period and the same series" },
    { "1-1-1.json",
      "{\"id\":[\"year\"],\"size\":[1],\"dimension\":{\"year\":{\"category\":{\"index\":[\"2020\"]}}},"
      "\"role\":{\"time\":[\"year\"]},\"version\":\"2.0\",\"class\":\"dataset\",\"value\":{\"0\":1,\n\"0\":2}}",
      "Row 1 is about the same period and the same series: 1 was kept, 2 was left out" },
    { "1-1-1.csv",
      "\"Trips by area, time and sex\"\n\n , ,Total\nTotal,,\n ,2020,3\nTotal,,\n ,2020,5\n",
      "Row 5 is about the same period and the same series: 3 was kept, 5 was left out" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i].text, strlen (files[i].text));
      g_autoptr (UdsImport) import = preview_bytes (files[i].name, bytes);
      GPtrArray *problems = get_file (import)->problems;
      const UdsProblem *last = g_ptr_array_index (problems, problems->len - 1);
      g_autofree char *reason = uds_problem_get_reason (last);

      g_assert_cmpstr (uds_problem_get_name (last), ==, "duplicate");
      g_assert_cmpstr (reason, ==, files[i].reason);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/no-mutation-loses-a-cell", test_no_mutation_loses_a_cell);
  g_test_add_func ("/import/of-two-values-both-are-named", test_of_two_values_both_are_named);
  g_test_add_func ("/import/bombs-are-refused", test_bombs_are_refused);
  g_test_add_func ("/import/a-file-that-is-no-text-is-called-what-it-is",
                   test_a_file_that_is_no_text_is_called_what_it_is);
  g_test_add_func ("/import/what-cannot-be-read-is-said", test_what_cannot_be_read_is_said);
  g_test_add_func ("/import/report-is-as-promised", test_report_is_as_promised);
  g_test_add_func ("/import/preview-can-run-beside", test_preview_can_run_beside);

  return g_test_run ();
}
