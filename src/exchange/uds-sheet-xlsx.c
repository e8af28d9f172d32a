/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Office Open XML (ECMA-376). Texts stand in their cells; a formula is never written, so text stays text. */
#include "uds-sheet-xlsx-private.h"

#include "uds-date.h"
#include "udsyn-config.h"

#include <glib/gi18n.h>
#include <string.h>

#define RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"
#define DOCUMENT_RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define CONTENT_TYPES "http://schemas.openxmlformats.org/package/2006/content-types"
#define CORE_RELATION "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
#define CORE "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
#define TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml."

/* More than this Excel refuses in one cell. */
#define LONGEST_TEXT 32767

/* The width of the column with the notes, in characters. */
#define NOTE_WIDTH 80

typedef struct {
  UdsPackage package;
  UdsSheet *sheet;
  char *name;
  char *about;
  guint n_cut; /* texts that were too long */
} Workbook;

static void
workbook_clear (Workbook *self)
{
  uds_package_clear (&self->package);
  g_free (self->name);
  g_free (self->about);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Workbook, workbook_clear)

static GsfXMLOut *
begin_part (Workbook   *self,
            const char *part,
            const char *root,
            const char *schema)
{
  GsfXMLOut *xml = uds_package_begin (&self->package, part);

  gsf_xml_out_start_element (xml, root);
  gsf_xml_out_add_cstr_unchecked (xml, "xmlns", schema);
  return xml;
}

static void
end_part (Workbook *self)
{
  gsf_xml_out_end_element (self->package.xml);
  uds_package_end (&self->package);
}

/* Text */

/* "_x0041_" would be read as "A". */
static gboolean
is_escape (const char *text)
{
  return text[0] == '_' && text[1] == 'x' && g_ascii_isxdigit (text[2]) && g_ascii_isxdigit (text[3])
         && g_ascii_isxdigit (text[4]) && g_ascii_isxdigit (text[5]) && text[6] == '_';
}

static char *
escape (const char *text)
{
  GString *escaped = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p++)
    if (is_escape (p))
      g_string_append (escaped, "_x005F_");
    else
      g_string_append_c (escaped, *p);
  return g_string_free (escaped, FALSE);
}

/* Excel counts in UTF-16. */
static glong
count_units (const char *character)
{
  return g_utf8_get_char (character) > 0xffff ? 2 : 1;
}

/* Ends a text where a cell of Excel would. */
static void
cut (Workbook *self,
     char     *text)
{
  glong length = 0;

  for (char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      length += count_units (p);
      if (length <= LONGEST_TEXT)
        continue;
      *p = '\0';
      self->n_cut++;
      return;
    }
}

static void
write_text (Workbook   *self,
            const char *text)
{
  GsfXMLOut *xml = self->package.xml;
  g_autofree char *clean = uds_sheet_clean_text (text);
  g_autofree char *escaped = NULL;

  cut (self, clean);
  escaped = escape (clean);
  gsf_xml_out_start_element (xml, "is");
  gsf_xml_out_start_element (xml, "t");
  gsf_xml_out_add_cstr_unchecked (xml, "xml:space", "preserve");
  gsf_xml_out_add_cstr (xml, NULL, escaped);
  gsf_xml_out_end_element (xml);
  gsf_xml_out_end_element (xml);
}

/* Cells */

/* "A1", "AB12". */
static char *
make_place (gsize row,
            gsize column)
{
  g_autoptr (GString) place = g_string_new (NULL);

  for (gsize rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    g_string_prepend_c (place, (char) ('A' + (rest - 1) % 26));
  g_string_append_printf (place, "%" G_GSIZE_FORMAT, row + 1);
  return g_string_free (g_steal_pointer (&place), FALSE);
}

static void
begin_cell (Workbook *self,
            gsize     row,
            gsize     column,
            int       style)
{
  g_autofree char *place = make_place (row, column);

  gsf_xml_out_start_element (self->package.xml, "c");
  gsf_xml_out_add_cstr_unchecked (self->package.xml, "r", place);
  if (style != UDS_XLSX_PLAIN)
    gsf_xml_out_add_int (self->package.xml, "s", style);
}

static void
write_text_cell (Workbook   *self,
                 gsize       row,
                 gsize       column,
                 int         style,
                 const char *text)
{
  begin_cell (self, row, column, style);
  gsf_xml_out_add_cstr_unchecked (self->package.xml, "t", "inlineStr");
  write_text (self, text);
  gsf_xml_out_end_element (self->package.xml);
}

static void
write_number_cell (Workbook *self,
                   gsize     row,
                   gsize     column,
                   int       style,
                   double    number)
{
  g_autofree char *value = uds_format_machine (number);

  begin_cell (self, row, column, style);
  gsf_xml_out_simple_element (self->package.xml, "v", value);
  gsf_xml_out_end_element (self->package.xml);
}

/* Days are counted from the last of 1899, with a 29th of February 1900 that never was: so dates begin after it. */
static gboolean
count_days (const char *text,
            int        *days)
{
  static const UdsDate zero = { 1899, 12, 30 }, first = { 1900, 3, 1 };
  UdsDate date;

  if (!uds_date_parse (text, &date) || uds_date_compare (&date, &first) < 0)
    return FALSE;
  *days = uds_date_days_between (&zero, &date);
  return TRUE;
}

static int
get_number_style (Workbook *self,
                  gsize     column)
{
  int decimals = uds_sheet_get_decimals (self->sheet, column);

  return decimals >= 0 && decimals <= UDS_SHEET_MOST_DECIMALS ? UDS_XLSX_DECIMALS + decimals : UDS_XLSX_PLAIN;
}

static void
write_cell (Workbook *self,
            gsize     row,
            gsize     column)
{
  const UdsSheetCell *cell = uds_sheet_get_cell (self->sheet, row, column);
  int days;

  switch (cell->type)
    {
    case UDS_SHEET_TEXT:
      write_text_cell (self, row + 1, column, strchr ("=+-@", *cell->text) != NULL ? UDS_XLSX_FORMULA : UDS_XLSX_PLAIN,
                       cell->text);
      break;
    case UDS_SHEET_NUMBER:
      write_number_cell (self, row + 1, column, get_number_style (self, column), cell->number);
      break;
    case UDS_SHEET_YEAR:
      write_number_cell (self, row + 1, column, UDS_XLSX_YEAR, cell->number);
      break;
    case UDS_SHEET_DATE:
      if (count_days (cell->text, &days))
        write_number_cell (self, row + 1, column, UDS_XLSX_DATE, days);
      else
        write_text_cell (self, row + 1, column, UDS_XLSX_PLAIN, cell->text);
      break;
    case UDS_SHEET_NONE:
    default:
      break;
    }
}

/* Sheets */

static void
begin_row (Workbook *self,
           gsize     row)
{
  gsf_xml_out_start_element (self->package.xml, "row");
  gsf_xml_out_add_uint (self->package.xml, "r", (unsigned int) row + 1);
}

static void
write_width (Workbook *self,
             gsize     column,
             int       width)
{
  GsfXMLOut *xml = self->package.xml;

  gsf_xml_out_start_element (xml, "col");
  gsf_xml_out_add_uint (xml, "min", (unsigned int) column + 1);
  gsf_xml_out_add_uint (xml, "max", (unsigned int) column + 1);
  gsf_xml_out_add_int (xml, "width", width);
  gsf_xml_out_add_cstr_unchecked (xml, "customWidth", "1");
  gsf_xml_out_end_element (xml);
}

/* The first row stays in sight. */
static void
write_frozen_view (GsfXMLOut *xml)
{
  gsf_xml_out_start_element (xml, "sheetViews");
  gsf_xml_out_start_element (xml, "sheetView");
  gsf_xml_out_add_cstr_unchecked (xml, "tabSelected", "1");
  gsf_xml_out_add_cstr_unchecked (xml, "workbookViewId", "0");
  gsf_xml_out_start_element (xml, "pane");
  gsf_xml_out_add_cstr_unchecked (xml, "ySplit", "1");
  gsf_xml_out_add_cstr_unchecked (xml, "topLeftCell", "A2");
  gsf_xml_out_add_cstr_unchecked (xml, "activePane", "bottomLeft");
  gsf_xml_out_add_cstr_unchecked (xml, "state", "frozen");
  gsf_xml_out_end_element (xml);
  gsf_xml_out_end_element (xml);
  gsf_xml_out_end_element (xml);
}

static void
write_heading (Workbook *self)
{
  begin_row (self, 0);
  for (gsize i = 0; i < uds_sheet_get_n_columns (self->sheet); i++)
    write_text_cell (self, 0, i, UDS_XLSX_HEADING, uds_sheet_get_heading (self->sheet, i));
  gsf_xml_out_end_element (self->package.xml);
}

static gboolean
write_rows (Workbook      *self,
            GCancellable  *cancellable,
            GError       **error)
{
  for (gsize row = 0; row < uds_sheet_get_n_rows (self->sheet); row++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      begin_row (self, row + 1);
      for (gsize column = 0; column < uds_sheet_get_n_columns (self->sheet); column++)
        write_cell (self, row, column);
      gsf_xml_out_end_element (self->package.xml);
    }
  return TRUE;
}

/* An element that is left open, its writer never frees: the table is closed when it is given up too. */
static gboolean
write_table (Workbook      *self,
             GCancellable  *cancellable,
             GError       **error)
{
  GsfXMLOut *xml = begin_part (self, "xl/worksheets/sheet1.xml", "worksheet", UDS_XLSX_MAIN);
  gsize n_columns = uds_sheet_get_n_columns (self->sheet);
  gboolean is_whole;

  write_frozen_view (xml);
  gsf_xml_out_start_element (xml, "cols");
  for (gsize i = 0; i < n_columns; i++)
    write_width (self, i, uds_sheet_get_width (self->sheet, i));
  gsf_xml_out_end_element (xml);
  gsf_xml_out_start_element (xml, "sheetData");
  write_heading (self);
  is_whole = write_rows (self, cancellable, error);
  gsf_xml_out_end_element (xml);
  end_part (self);
  return is_whole;
}

static void
write_note (Workbook   *self,
            gsize      *row,
            int         style,
            const char *text)
{
  begin_row (self, *row);
  write_text_cell (self, *row, 0, style, text);
  gsf_xml_out_end_element (self->package.xml);
  (*row)++;
}

static void
write_notes (Workbook *self)
{
  GsfXMLOut *xml = begin_part (self, "xl/worksheets/sheet2.xml", "worksheet", UDS_XLSX_MAIN);
  gsize row = 0;

  gsf_xml_out_start_element (xml, "cols");
  write_width (self, 0, NOTE_WIDTH);
  gsf_xml_out_end_element (xml);
  gsf_xml_out_start_element (xml, "sheetData");
  if (uds_sheet_get_title (self->sheet) != NULL)
    write_note (self, &row, UDS_XLSX_HEADING, uds_sheet_get_title (self->sheet));
  for (gsize i = 0; i < uds_sheet_get_n_notes (self->sheet); i++)
    write_note (self, &row, UDS_XLSX_NOTE, uds_sheet_get_note (self->sheet, i));
  if (self->n_cut > 0)
    {
      g_autofree char *note =
          g_strdup_printf (ngettext ("%u text is longer than a cell of Excel can hold, and is cut. A CSV or ODS file"
                                     " has all of it.",
                                     "%u texts are longer than a cell of Excel can hold, and are cut. A CSV or ODS file"
                                     " has all of them.",
                                     self->n_cut),
                           self->n_cut);

      write_note (self, &row, UDS_XLSX_NOTE, note);
    }
  gsf_xml_out_end_element (xml);
  end_part (self);
}

/* The other parts */

static void
write_sheet_entry (GsfXMLOut  *xml,
                   const char *name,
                   const char *number)
{
  g_autofree char *relation = g_strconcat ("rId", number, NULL);

  gsf_xml_out_start_element (xml, "sheet");
  gsf_xml_out_add_cstr (xml, "name", name);
  gsf_xml_out_add_cstr_unchecked (xml, "sheetId", number);
  gsf_xml_out_add_cstr_unchecked (xml, "r:id", relation);
  gsf_xml_out_end_element (xml);
}

/* On paper the heading stands on every page. */
static void
write_workbook (Workbook *self)
{
  GsfXMLOut *xml = begin_part (self, "xl/workbook.xml", "workbook", UDS_XLSX_MAIN);
  g_autofree char *titles = g_strdup_printf ("'%s'!$1:$1", self->name);

  gsf_xml_out_add_cstr_unchecked (xml, "xmlns:r", DOCUMENT_RELATION);
  gsf_xml_out_start_element (xml, "sheets");
  write_sheet_entry (xml, self->name, "1");
  if (self->about != NULL)
    write_sheet_entry (xml, self->about, "2");
  gsf_xml_out_end_element (xml);
  gsf_xml_out_start_element (xml, "definedNames");
  gsf_xml_out_start_element (xml, "definedName");
  gsf_xml_out_add_cstr_unchecked (xml, "name", "_xlnm.Print_Titles");
  gsf_xml_out_add_cstr_unchecked (xml, "localSheetId", "0");
  gsf_xml_out_add_cstr (xml, NULL, titles);
  gsf_xml_out_end_element (xml);
  gsf_xml_out_end_element (xml);
  end_part (self);
}

static void
write_relation (GsfXMLOut  *xml,
                const char *id,
                const char *type,
                const char *target)
{
  gsf_xml_out_start_element (xml, "Relationship");
  gsf_xml_out_add_cstr_unchecked (xml, "Id", id);
  gsf_xml_out_add_cstr_unchecked (xml, "Type", type);
  gsf_xml_out_add_cstr_unchecked (xml, "Target", target);
  gsf_xml_out_end_element (xml);
}

static void
write_relations (Workbook *self)
{
  GsfXMLOut *xml = begin_part (self, "_rels/.rels", "Relationships", RELATIONS);

  write_relation (xml, "rId1", DOCUMENT_RELATION "/officeDocument", "xl/workbook.xml");
  write_relation (xml, "rId2", CORE_RELATION, "docProps/core.xml");
  end_part (self);

  xml = begin_part (self, "xl/_rels/workbook.xml.rels", "Relationships", RELATIONS);
  write_relation (xml, "rId1", DOCUMENT_RELATION "/worksheet", "worksheets/sheet1.xml");
  if (self->about != NULL)
    write_relation (xml, "rId2", DOCUMENT_RELATION "/worksheet", "worksheets/sheet2.xml");
  write_relation (xml, "rId3", DOCUMENT_RELATION "/styles", "styles.xml");
  end_part (self);
}

static void
write_content_type (GsfXMLOut  *xml,
                    const char *part,
                    const char *type)
{
  gsf_xml_out_start_element (xml, "Override");
  gsf_xml_out_add_cstr_unchecked (xml, "PartName", part);
  gsf_xml_out_add_cstr_unchecked (xml, "ContentType", type);
  gsf_xml_out_end_element (xml);
}

static void
write_content_types (Workbook *self)
{
  GsfXMLOut *xml = begin_part (self, "[Content_Types].xml", "Types", CONTENT_TYPES);

  gsf_xml_out_start_element (xml, "Default");
  gsf_xml_out_add_cstr_unchecked (xml, "Extension", "rels");
  gsf_xml_out_add_cstr_unchecked (xml, "ContentType", "application/vnd.openxmlformats-package.relationships+xml");
  gsf_xml_out_end_element (xml);
  gsf_xml_out_start_element (xml, "Default");
  gsf_xml_out_add_cstr_unchecked (xml, "Extension", "xml");
  gsf_xml_out_add_cstr_unchecked (xml, "ContentType", "application/xml");
  gsf_xml_out_end_element (xml);
  write_content_type (xml, "/xl/workbook.xml", TYPE "sheet.main+xml");
  write_content_type (xml, "/xl/worksheets/sheet1.xml", TYPE "worksheet+xml");
  if (self->about != NULL)
    write_content_type (xml, "/xl/worksheets/sheet2.xml", TYPE "worksheet+xml");
  write_content_type (xml, "/xl/styles.xml", TYPE "styles+xml");
  write_content_type (xml, "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
  end_part (self);
}

static void
write_properties (Workbook *self)
{
  GsfXMLOut *xml = uds_package_begin (&self->package, "docProps/core.xml");
  const char *title = uds_sheet_get_title (self->sheet);
  g_autofree char *clean = uds_sheet_clean_text (title != NULL ? title : uds_sheet_get_name (self->sheet));

  gsf_xml_out_start_element (xml, "cp:coreProperties");
  gsf_xml_out_add_cstr_unchecked (xml, "xmlns:cp", CORE);
  gsf_xml_out_add_cstr_unchecked (xml, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
  gsf_xml_out_simple_element (xml, "dc:title", clean);
  gsf_xml_out_simple_element (xml, "dc:creator", "Udsyn");
  gsf_xml_out_simple_element (xml, "dc:language", uds_language_get_code (uds_sheet_get_language (self->sheet)));
  end_part (self);
}

/**
 * uds_sheet_render_xlsx:
 * @sheet: a sheet
 * @cancellable: (nullable): to give up
 * @error: as of uds_sheet_render()
 *
 * Texts longer than a cell of Excel can hold are cut, and the notes say so.
 *
 * Returns: (transfer full) (nullable): an Excel workbook
 */
GBytes *
uds_sheet_render_xlsx (UdsSheet      *sheet,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_auto (Workbook) self = { .sheet = sheet, .name = uds_sheet_clean_name (uds_sheet_get_name (sheet)) };

  uds_package_init (&self.package);
  if (!write_table (&self, cancellable, error))
    return NULL;
  if (uds_sheet_has_notes (sheet) || self.n_cut > 0)
    {
      self.about = uds_sheet_make_about_name (self.name);
      write_notes (&self);
    }
  uds_xlsx_write_styles (begin_part (&self, "xl/styles.xml", "styleSheet", UDS_XLSX_MAIN));
  end_part (&self);
  write_workbook (&self);
  write_relations (&self);
  write_properties (&self);
  write_content_types (&self);
  return uds_package_finish (&self.package, error);
}
