/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table becomes a file that spreadsheets open as it was meant: numbers are numbers, text is text whatever it looks
 * like, and the same table is the same file. Read back with the zip reader of libgsf. */
#include "../store/store-fixture.h"
#include "uds-error.h"
#include "uds-record-sheet.h"
#include "uds-sheet-file.h"

#include <gsf/gsf-infile-zip.h>
#include <gsf/gsf-input-memory.h>
#include <gsf/gsf.h>
#include <locale.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsfInput, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsfInfile, g_object_unref)

/* A part of the archive as text. */
static char *
read_part (GBytes     *file,
           const char *name)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (file, &size);
  g_autoptr (GsfInput) memory = gsf_input_memory_new (data, (gsf_off_t) size, FALSE);
  g_autoptr (GsfInfile) archive = gsf_infile_zip_new (memory, NULL);
  g_auto (GStrv) folders = g_strsplit (name, "/", -1);
  g_autoptr (GsfInput) part = NULL;
  gsize length;

  g_assert_nonnull (archive);
  part = gsf_infile_child_by_aname (archive, (const char **) folders);
  if (part == NULL)
    return NULL;
  length = (gsize) gsf_input_size (part);
  return g_strndup ((const char *) gsf_input_read (part, length, NULL), length);
}

static void
assert_part_has (GBytes     *file,
                 const char *name,
                 const char *text)
{
  g_autofree char *part = read_part (file, name);

  g_assert_nonnull (part);
  if (strstr (part, text) != NULL)
    return;
  g_test_message ("%s: %s", name, part);
  g_assert_cmpstr (text, ==, "in the part above");
}

static UdsSheet *
make_sheet (void)
{
  UdsSheet *sheet = uds_sheet_new ("CO₂ [t]", UDS_LANGUAGE_DA);

  uds_sheet_set_title (sheet, "Udledning & mål");
  uds_sheet_add_note (sheet, "Kilde: Danmarks Statistik");
  uds_sheet_add_column (sheet, "År", 0);
  uds_sheet_add_column (sheet, "CO₂ (t)", 1);
  uds_sheet_add_column (sheet, "Dato", UDS_FORMAT_SHORTEST);
  uds_sheet_add_column (sheet, "Note", UDS_FORMAT_SHORTEST);
  uds_sheet_append_year (sheet, 2020);
  uds_sheet_append_number (sheet, 1234.56);
  uds_sheet_append_date (sheet, "2020-02-29");
  uds_sheet_append_text (sheet, "=1+1");
  uds_sheet_append_year (sheet, 2021);
  uds_sheet_append_none (sheet);
  uds_sheet_append_date (sheet, "2021-03");
  uds_sheet_append_text (sheet, "a < b  &\nc\x01");
  return sheet;
}

static GBytes *
render (UdsSheet       *sheet,
        UdsSheetFormat  format)
{
  GError *error = NULL;
  GBytes *file = uds_sheet_render (sheet, format, NULL, &error);

  g_assert_no_error (error);
  return file;
}

static void
test_ods_holds_typed_cells (void)
{
  g_autoptr (UdsSheet) sheet = make_sheet ();
  g_autoptr (GBytes) file = render (sheet, UDS_SHEET_ODS);

  assert_part_has (file, "content.xml", "<table:table table:name=\"CO₂  t\">");
  assert_part_has (file, "content.xml",
                   "<table:table-header-rows><table:table-row><table:table-cell table:style-name=\"heading\" "
                   "office:value-type=\"string\"><text:p>År</text:p></table:table-cell>");
  assert_part_has (file, "content.xml",
                   "<table:table-row><table:table-cell table:style-name=\"year\" office:value-type=\"float\" "
                   "office:value=\"2020\"><text:p>2020</text:p></table:table-cell>"
                   "<table:table-cell table:style-name=\"d1\" office:value-type=\"float\" office:value=\"1234.56\">"
                   "<text:p>1.234,6</text:p></table:table-cell>"
                   "<table:table-cell table:style-name=\"date\" office:value-type=\"date\" "
                   "office:date-value=\"2020-02-29\">");
  assert_part_has (file, "content.xml",
                   "<table:table-cell office:value-type=\"string\"><text:p>=1+1</text:p></table:table-cell>");
  assert_part_has (file, "content.xml",
                   "<table:table-cell/><table:table-cell office:value-type=\"string\"><text:p>2021-03</text:p>");
  assert_part_has (file, "content.xml",
                   "<text:p>a &lt; b <text:s text:c=\"1\"/>&amp;</text:p>"
                   "<text:p>c\uFFFD</text:p>");
  assert_part_has (file, "meta.xml", "<dc:title>Udledning &amp; mål</dc:title><dc:language>da</dc:language>");
  assert_part_has (file, "settings.xml", "config:name=\"VerticalSplitPosition\" config:type=\"int\">1<");
}

/* What programs look at before they open the archive (OpenDocument 1.3, part 2, 3.3). */
static void
test_ods_begins_with_its_type (void)
{
  static const char type[] = "mimetypeapplication/vnd.oasis.opendocument.spreadsheet";
  g_autoptr (UdsSheet) sheet = make_sheet ();
  g_autoptr (GBytes) file = render (sheet, UDS_SHEET_ODS);
  const char *data = g_bytes_get_data (file, NULL);

  g_assert_cmpmem (data, 4, "PK\3\4", 4);
  g_assert_cmpmem (data + 8, 2, "\0\0", 2); /* stored */
  g_assert_cmpmem (data + 30, strlen (type), type, strlen (type));
}

static void
test_xlsx_holds_typed_cells (void)
{
  g_autoptr (UdsSheet) sheet = make_sheet ();
  g_autoptr (GBytes) file = render (sheet, UDS_SHEET_XLSX);

  assert_part_has (file, "xl/workbook.xml", "<sheet name=\"CO₂  t\" sheetId=\"1\" r:id=\"rId1\"/>");
  assert_part_has (file, "xl/worksheets/sheet1.xml",
                   "<row r=\"1\"><c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">År</t></is></c>");
  assert_part_has (file, "xl/worksheets/sheet1.xml",
                   "<row r=\"2\"><c r=\"A2\" s=\"2\"><v>2020</v></c><c r=\"B2\" s=\"7\"><v>1234.56</v></c>"
                   "<c r=\"C2\" s=\"3\"><v>43890</v></c>"
                   "<c r=\"D2\" s=\"5\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1</t></is></c></row>");
  assert_part_has (file, "xl/worksheets/sheet1.xml", "a &lt; b  &amp;\nc\uFFFD</t>");
  assert_part_has (file, "xl/worksheets/sheet1.xml", "<pane ySplit=\"1\" topLeftCell=\"A2\"");
  assert_part_has (file, "xl/worksheets/sheet2.xml",
                   "<c r=\"A2\" s=\"4\" t=\"inlineStr\"><is><t xml:space=\"preserve\">Kilde: Danmarks");
  assert_part_has (file, "docProps/core.xml", "<dc:language>da</dc:language>");
  assert_part_has (file, "[Content_Types].xml", "PartName=\"/xl/worksheets/sheet2.xml\"");
}

static void
test_csv_is_for_machines_and_has_the_notes_below (void)
{
  g_autoptr (UdsSheet) sheet = make_sheet ();
  g_autoptr (GBytes) file = render (sheet, UDS_SHEET_CSV);
  static const char expected[] = "År,CO₂ (t),Dato,Note\r\n2020,1234.56,2020-02-29,'=1+1\r\n"
                                 "2021,,2021-03,\"a < b  &\nc\x01\"\r\n"
                                 "\r\nUdledning & mål\r\nKilde: Danmarks Statistik\r\n";

  g_assert_cmpmem (g_bytes_get_data (file, NULL), g_bytes_get_size (file), expected, strlen (expected));
}

static void
test_the_same_table_is_the_same_file (void)
{
  static const UdsSheetFormat formats[] = { UDS_SHEET_CSV, UDS_SHEET_ODS, UDS_SHEET_XLSX };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (UdsSheet) one = make_sheet (), other = make_sheet ();
      g_autoptr (GBytes) first = render (one, formats[i]), second = render (other, formats[i]);

      g_assert_true (g_bytes_equal (first, second));
    }
}

static UdsSheet *
make_one_cell (const char *name,
               const char *text)
{
  UdsSheet *sheet = uds_sheet_new (name, UDS_LANGUAGE_EN);

  uds_sheet_add_column (sheet, "A", UDS_FORMAT_SHORTEST);
  uds_sheet_append_text (sheet, text);
  return sheet;
}

static void
test_what_excel_cannot_hold_is_said (void)
{
  g_autofree char *whole = g_strnfill (32767, 'x');
  g_autofree char *longer = g_strnfill (32768, 'x');
  g_autoptr (UdsSheet) fits = make_one_cell ("Texts", whole), cut = make_one_cell ("Texts", longer);
  g_autoptr (GBytes) fitting = render (fits, UDS_SHEET_XLSX), cutting = render (cut, UDS_SHEET_XLSX);
  g_autoptr (GBytes) open = render (cut, UDS_SHEET_ODS);
  g_autofree char *notes = read_part (fitting, "xl/worksheets/sheet2.xml");

  assert_part_has (fitting, "xl/worksheets/sheet1.xml", whole);
  g_assert_null (notes);
  assert_part_has (cutting, "xl/worksheets/sheet1.xml", whole);
  assert_part_has (cutting, "xl/worksheets/sheet2.xml", "1 text is longer than a cell of Excel can hold");
  assert_part_has (open, "content.xml", longer);
}

static void
test_names_of_sheets_are_allowed_ones (void)
{
  static const struct {
    const char *name, *written;
  } cases[] = {
    { "a/b:c*d", "a b c d" },
    { "'x'", "x" },
    { "[]", "1" },
    { "1234567890123456789012345678901234567890", "1234567890123456789012345678901" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UdsSheet) sheet = make_one_cell (cases[i].name, "x");
      g_autoptr (GBytes) file = render (sheet, UDS_SHEET_XLSX);
      g_autofree char *element = g_strdup_printf ("<sheet name=\"%s\" ", cases[i].written);

      assert_part_has (file, "xl/workbook.xml", element);
    }
}

static void
test_dates_before_excel_counts_and_its_escapes_stay_text (void)
{
  g_autoptr (UdsSheet) sheet = uds_sheet_new ("Dates", UDS_LANGUAGE_EN);
  g_autoptr (GBytes) file = NULL;

  uds_sheet_add_column (sheet, "Day", UDS_FORMAT_SHORTEST);
  uds_sheet_append_date (sheet, "1900-03-01");
  uds_sheet_append_date (sheet, "1900-02-28");
  uds_sheet_append_text (sheet, "_x0041_");
  file = render (sheet, UDS_SHEET_XLSX);
  assert_part_has (file, "xl/worksheets/sheet1.xml", "<c r=\"A2\" s=\"3\"><v>61</v></c>");
  assert_part_has (file, "xl/worksheets/sheet1.xml", "<t xml:space=\"preserve\">1900-02-28</t>");
  assert_part_has (file, "xl/worksheets/sheet1.xml", "<t xml:space=\"preserve\">_x005F_x0041_</t>");
}

static void
test_html_is_a_table_with_its_title_and_source (void)
{
  g_autoptr (UdsSheet) sheet = make_sheet ();
  g_autofree char *html = uds_sheet_to_html (sheet);

  g_assert_nonnull (strstr (html, "<p>Udledning &amp; mål</p>\n<table>"));
  g_assert_nonnull (strstr (html, "<th>CO₂ (t)</th>"));
  g_assert_nonnull (strstr (html, "<td>2020</td>\n<td align=\"right\">1.234,6</td>"));
  g_assert_nonnull (strstr (html, "</table>\n<p>Kilde: Danmarks Statistik</p>"));
}

static void
test_too_many_rows_are_refused_with_advice (void)
{
  g_autoptr (UdsSheet) sheet = uds_sheet_new ("Rows", UDS_LANGUAGE_EN);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) csv = NULL;

  uds_sheet_add_column (sheet, "A", UDS_FORMAT_SHORTEST);
  for (guint i = 0; i < 1048576; i++)
    uds_sheet_append_none (sheet);
  g_assert_null (uds_sheet_render (sheet, UDS_SHEET_ODS, NULL, &error));
  g_assert_error (error, UDS_ERROR, UDS_ERROR_LIMIT);
  csv = render (sheet, UDS_SHEET_CSV);
  g_assert_nonnull (csv);
}

static void
test_rendering_can_be_given_up (void)
{
  static const UdsSheetFormat formats[] = { UDS_SHEET_CSV, UDS_SHEET_ODS, UDS_SHEET_XLSX };
  g_autoptr (UdsSheet) sheet = make_sheet ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (uds_sheet_render (sheet, formats[i], cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

/* Records */

typedef struct {
  GCancellable *cancellable;
  int n_done;
} Wanted;

static gpointer
read_indicators (UdsSession  *session,
                 gpointer     data,
                 GError     **error)
{
  Wanted *wanted = data;
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("indicator"));

  return uds_record_sheet_new (session, query, UDS_LANGUAGE_EN, &wanted->n_done, wanted->cancellable, error);
}

static const char *
get_cell_text (UdsSheet   *sheet,
               const char *heading)
{
  for (gsize i = 0; i < uds_sheet_get_n_columns (sheet); i++)
    if (g_str_equal (uds_sheet_get_heading (sheet, i), heading))
      return uds_sheet_get_cell (sheet, 0, i)->text;
  g_assert_not_reached ();
}

static void
test_records_are_written_for_people (StoreFixture  *fixture,
                                     gconstpointer  data)
{
  g_autoptr (UdsRecord) goal = uds_record_new (uds_kind_lookup ("goal"));
  g_autoptr (UdsRecord) indicator = store_fixture_indicator ("1.1", "Dansk", NULL);
  g_autoptr (UdsSheet) sheet = NULL;
  Wanted wanted = { NULL };

  uds_record_set_integer (goal, "number", 7);
  uds_record_set_text (goal, "name_en", "Clean Energy");
  store_fixture_save (fixture, goal);
  uds_record_set_text (indicator, "goal", uds_record_get_id (goal));
  uds_record_set_text (indicator, "direction", "down");
  store_fixture_save (fixture, indicator);

  sheet = uds_store_read (fixture->store, read_indicators, &wanted, NULL);
  g_assert_cmpuint (uds_sheet_get_n_rows (sheet), ==, 1);
  g_assert_cmpint (wanted.n_done, ==, 1);
  g_assert_cmpstr (uds_sheet_get_name (sheet), ==, "Indicators");
  g_assert_cmpstr (get_cell_text (sheet, "Title"), ==, "Dansk");
  g_assert_cmpstr (get_cell_text (sheet, "Goal"), ==, "Clean Energy");
  g_assert_cmpstr (get_cell_text (sheet, "Direction"), ==, "Lower is better");
}

static void
test_a_long_list_can_be_given_up (StoreFixture  *fixture,
                                  gconstpointer  data)
{
  g_autoptr (UdsRecord) indicator = store_fixture_indicator ("1.1", "Dansk", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Wanted wanted = { cancellable, 0 };

  store_fixture_save (fixture, indicator);
  g_cancellable_cancel (cancellable);
  g_assert_null (uds_store_read (fixture->store, read_indicators, &wanted, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sheet/ods-holds-typed-cells", test_ods_holds_typed_cells);
  g_test_add_func ("/sheet/ods-begins-with-its-type", test_ods_begins_with_its_type);
  g_test_add_func ("/sheet/xlsx-holds-typed-cells", test_xlsx_holds_typed_cells);
  g_test_add_func ("/sheet/csv-is-for-machines-and-has-the-notes-below",
                   test_csv_is_for_machines_and_has_the_notes_below);
  g_test_add_func ("/sheet/the-same-table-is-the-same-file", test_the_same_table_is_the_same_file);
  g_test_add_func ("/sheet/what-excel-cannot-hold-is-said", test_what_excel_cannot_hold_is_said);
  g_test_add_func ("/sheet/names-of-sheets-are-allowed-ones", test_names_of_sheets_are_allowed_ones);
  g_test_add_func ("/sheet/dates-before-excel-counts-and-its-escapes-stay-text",
                   test_dates_before_excel_counts_and_its_escapes_stay_text);
  g_test_add_func ("/sheet/html-is-a-table-with-its-title-and-source", test_html_is_a_table_with_its_title_and_source);
  g_test_add_func ("/sheet/too-many-rows-are-refused-with-advice", test_too_many_rows_are_refused_with_advice);
  g_test_add_func ("/sheet/rendering-can-be-given-up", test_rendering_can_be_given_up);
  g_test_add ("/sheet/records-are-written-for-people", StoreFixture, NULL, store_fixture_set_up,
              test_records_are_written_for_people, store_fixture_tear_down);
  g_test_add ("/sheet/a-long-list-can-be-given-up", StoreFixture, NULL, store_fixture_set_up,
              test_a_long_list_can_be_given_up, store_fixture_tear_down);

  return g_test_run ();
}
