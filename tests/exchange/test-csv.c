/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables in text are read as RFC 4180 says and as programs really write them, and every cell has its place. */
#include "uds-csv.h"
#include "uds-error.h"

#include <string.h>

/* The table as one text: cells in brackets, rows by line. */
static char *
dump (const char *text,
      gssize      size,
      char        separator)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, size < 0 ? strlen (text) : (gsize) size);
  g_autoptr (UdsCsvReader) reader = uds_csv_reader_new (bytes, separator);
  g_autoptr (GError) error = NULL;
  GString *result = g_string_new (NULL);

  while (uds_csv_reader_next (reader, &error))
    {
      for (guint i = 0; i < uds_csv_reader_get_n_cells (reader); i++)
        g_string_append_printf (result, "[%s]", uds_csv_reader_get_cell (reader, i));
      g_string_append_c (result, '/');
    }
  g_assert_no_error (error);
  return g_string_free (result, FALSE);
}

static void
test_every_dialect_is_read (void)
{
  static const struct {
    const char *text;
    char separator;
    const char *cells;
  } cases[] = {
    { "", ',', "" },
    { "a", ',', "[a]/" },
    { "a,b\nc,d\n", ',', "[a][b]/[c][d]/" },
    { "a,b\r\nc,d", ',', "[a][b]/[c][d]/" },
    { "a,b\rc,d\r", ',', "[a][b]/[c][d]/" },
    { "a;b\n1,5;2\n", ';', "[a][b]/[1,5][2]/" },
    { "a\tb\n", '\t', "[a][b]/" },
    { "a,,\n,,\n", ',', "[a][][]/[][][]/" },
    { "\n\na\n\n", ',', "//[a]//" },
    { "\"\"\n", ',', "[]/" },
    { "\"a,b\",\"c\"\"d\",\"e\nf\"\r\n", ',', "[a,b][c\"d][e\nf]/" },
    { "a\"b,\"c\"d,e\n", ',', "[a\"b][cd][e]/" },
    { "a,\"b\nc", ',', "[a][b\nc]/" },
    { "\"", ',', "[]/" },
    { "\xef\xbb\xbfYear,Value\n", ',', "[Year][Value]/" },
    { " a , b \n", ',', "[ a ][ b ]/" },
    { "København,Ærø\n", ',', "[København][Ærø]/" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cells = dump (cases[i].text, -1, cases[i].separator);

      g_assert_cmpstr (cells, ==, cases[i].cells);
    }
}

static void
test_rows_and_lines_are_counted (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("h\r\n\"a\r\nb\"\r\n\r\nc\rd", 16);
  g_autoptr (UdsCsvReader) reader = uds_csv_reader_new (bytes, ',');
  static const guint lines[] = { 1, 2, 4, 5, 6 };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_assert_true (uds_csv_reader_next (reader, NULL));
      g_assert_cmpuint (uds_csv_reader_get_row (reader), ==, i + 1);
      g_assert_cmpuint (uds_csv_reader_get_line (reader), ==, lines[i]);
    }
  g_assert_false (uds_csv_reader_next (reader, NULL));
}

static void
test_odd_quotes_are_flagged (void)
{
  static const char text[] = "a,\"b\",\"c\"d,\"e";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (UdsCsvReader) reader = uds_csv_reader_new (bytes, ',');

  g_assert_true (uds_csv_reader_next (reader, NULL));
  g_assert_cmpint (uds_csv_reader_get_flags (reader, 0), ==, 0);
  g_assert_cmpint (uds_csv_reader_get_flags (reader, 1), ==, UDS_CSV_QUOTED);
  g_assert_cmpint (uds_csv_reader_get_flags (reader, 2), ==, UDS_CSV_QUOTED | UDS_CSV_STRAY);
  g_assert_cmpint (uds_csv_reader_get_flags (reader, 3), ==, UDS_CSV_QUOTED | UDS_CSV_UNCLOSED);
  g_assert_cmpint (uds_csv_reader_get_flags (reader, 4), ==, 0);
  g_assert_cmpstr (uds_csv_reader_get_cell (reader, 4), ==, "");
}

static void
test_cells_are_found_by_heading (void)
{
  static const char text[] = "Year,Value\n2020,\n2021,5,6\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (UdsCsvReader) reader = uds_csv_reader_new (bytes, ',');

  g_assert_true (uds_csv_reader_read_heading (reader, NULL));
  g_assert_true (uds_csv_reader_next (reader, NULL));
  g_assert_cmpstr (uds_csv_reader_get (reader, "Year"), ==, "2020");
  g_assert_null (uds_csv_reader_get (reader, "Value"));
  g_assert_true (uds_csv_reader_next (reader, NULL));
  g_assert_cmpstr (uds_csv_reader_get (reader, "Value"), ==, "5");
  g_assert_null (uds_csv_reader_get (reader, "Unit"));
}

static void
test_empty_file_has_no_heading (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\xef\xbb\xbf", 3);
  g_autoptr (UdsCsvReader) reader = uds_csv_reader_new (bytes, ',');
  g_autoptr (GError) error = NULL;

  g_assert_false (uds_csv_reader_read_heading (reader, &error));
  g_assert_error (error, UDS_ERROR, UDS_ERROR_INVALID);
}

static void
test_separator_is_told (void)
{
  static const struct {
    const char *text;
    char separator;
  } cases[] = {
    { "", ',' },
    { "Year\n2020\n", ',' },
    { "Year,Value\n2020,5\n", ',' },
    { "Year;Value\n2020;1,5\n2021;2,5\n", ';' },
    { "Year\tName, long\n2020\ta, b\n2021\tc\n", '\t' },
    { "Year,\"a;b\",Value\n2020,\"c;d;e\",1\n", ',' },
    { "Year;Value\n2020;1,5\n2021;\n2022;3\n", ';' },
    { "\"a;b;c\";d\n1;2\n", ';' },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (uds_csv_detect_separator (bytes), ==, cases[i].separator);
    }
}

static GBytes *
repeat (const char *text,
        gsize       n_times,
        const char *after)
{
  GString *string = g_string_new (NULL);

  for (gsize i = 0; i < n_times; i++)
    g_string_append (string, text);
  g_string_append (string, after);
  return g_string_free_to_bytes (string);
}

static void
assert_refused (GBytes  *bytes,
                UdsError code)
{
  g_autoptr (UdsCsvReader) reader = uds_csv_reader_new (bytes, ',');
  g_autoptr (GError) error = NULL;

  while (uds_csv_reader_next (reader, &error))
    continue;
  g_assert_error (error, UDS_ERROR, (int) code);
}

static void
test_bombs_are_refused (void)
{
  g_autoptr (GBytes) rows = repeat ("\n", UDS_CSV_MAX_ROWS + 1, "");
  g_autoptr (GBytes) columns = repeat (",", UDS_CSV_MAX_COLUMNS, "");
  g_autoptr (GBytes) cell = repeat ("x", UDS_CSV_MAX_CELL + 1, ",y");
  g_autoptr (GBytes) quotes = repeat ("\"\"", UDS_CSV_MAX_CELL + 2, "\"");
  g_autoptr (GBytes) unclosed = repeat ("\"\"", UDS_CSV_MAX_CELL + 2, "\"x");

  assert_refused (rows, UDS_ERROR_LIMIT);
  assert_refused (columns, UDS_ERROR_LIMIT);
  assert_refused (cell, UDS_ERROR_LIMIT);
  assert_refused (quotes, UDS_ERROR_INVALID);
  assert_refused (unclosed, UDS_ERROR_INVALID);
}

static void
append_quoted (GString    *text,
               const char *cell)
{
  g_string_append_c (text, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

static void
test_what_is_quoted_comes_back (void)
{
  static const char letters[] = "ab,;\t\"\r\n ";

  for (guint n = 0; n < 2000; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) expected = g_string_new (NULL);
      g_autofree char *cells = NULL;
      int n_cells = g_test_rand_int_range (1, 6);

      for (int i = 0; i < n_cells; i++)
        {
          char cell[6] = "";

          for (int j = g_test_rand_int_range (0, 6); j > 0; j--)
            cell[j - 1] = letters[g_test_rand_int_range (0, sizeof letters - 1)];
          if (i > 0)
            g_string_append_c (text, ';');
          append_quoted (text, cell);
          g_string_append_printf (expected, "[%s]", cell);
        }
      g_string_append_c (expected, '/');

      cells = dump (text->str, (gssize) text->len, ';');
      g_assert_cmpstr (cells, ==, expected->str);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/every-dialect-is-read", test_every_dialect_is_read);
  g_test_add_func ("/csv/rows-and-lines-are-counted", test_rows_and_lines_are_counted);
  g_test_add_func ("/csv/odd-quotes-are-flagged", test_odd_quotes_are_flagged);
  g_test_add_func ("/csv/cells-are-found-by-heading", test_cells_are_found_by_heading);
  g_test_add_func ("/csv/empty-file-has-no-heading", test_empty_file_has_no_heading);
  g_test_add_func ("/csv/separator-is-told", test_separator_is_told);
  g_test_add_func ("/csv/bombs-are-refused", test_bombs_are_refused);
  g_test_add_func ("/csv/what-is-quoted-comes-back", test_what_is_quoted_comes_back);

  return g_test_run ();
}
