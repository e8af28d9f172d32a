/* SPDX-License-Identifier: GPL-3.0-or-later */
/* OpenDocument 1.3. Numbers and dates are kept as such and shown in the reader's language; a formula is never written,
 * so text stays text. */
#include "uds-sheet-package-private.h"

#include "udsyn-config.h"

#include <string.h>

#define MIME_TYPE "application/vnd.oasis.opendocument.spreadsheet"

/* A tenth of a millimetre: how wide a character is. */
#define CHARACTER 21

/* The width of the column with the notes, in millimetres. */
#define NOTE_WIDTH 160

static const struct {
  const char *prefix, *uri;
} namespaces[] = {
  { "xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0" },
  { "xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0" },
  { "xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0" },
  { "xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0" },
  { "xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" },
  { "xmlns:number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" },
  { "xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0" },
  { "xmlns:config", "urn:oasis:names:tc:opendocument:xmlns:config:1.0" },
  { "xmlns:dc", "http://purl.org/dc/elements/1.1/" },
};

static GsfXMLOut *
begin_document (UdsPackage *package,
                const char *part,
                const char *root)
{
  GsfXMLOut *xml = uds_package_begin (package, part);

  gsf_xml_out_start_element (xml, root);
  for (gsize i = 0; i < G_N_ELEMENTS (namespaces); i++)
    gsf_xml_out_add_cstr_unchecked (xml, namespaces[i].prefix, namespaces[i].uri);
  gsf_xml_out_add_cstr_unchecked (xml, "office:version", "1.3");
  return xml;
}

static void
end_document (UdsPackage *package)
{
  gsf_xml_out_end_element (package->xml);
  uds_package_end (package);
}

static const char *
get_country (UdsLanguage language)
{
  return language == UDS_LANGUAGE_DA ? "DK" : "GB";
}

/* Text */

/* A run of blanks would be read as one, and those at the ends of a line as none: only one between words stays. */
static void
write_blanks (GsfXMLOut *xml,
              gsize      n_blanks,
              gboolean   is_between)
{
  if (is_between)
    gsf_xml_out_add_cstr_unchecked (xml, NULL, " ");
  if (is_between && n_blanks == 1)
    return;

  gsf_xml_out_start_element (xml, "text:s");
  gsf_xml_out_add_uint (xml, "text:c", (unsigned int) n_blanks - is_between);
  gsf_xml_out_end_element (xml);
}

static void
write_line (GsfXMLOut  *xml,
            const char *line)
{
  const char *start = line;

  gsf_xml_out_start_element (xml, "text:p");
  while (*line != '\0')
    {
      gsize n_blanks = strspn (line, " ");
      gsize n_others = strcspn (line + n_blanks, " \t");
      g_autofree char *others = g_strndup (line + n_blanks, n_others);

      if (n_blanks > 0)
        write_blanks (xml, n_blanks, line > start && line[-1] != '\t' && n_others > 0);
      gsf_xml_out_add_cstr (xml, NULL, others);
      line += n_blanks + n_others;
      if (*line != '\t')
        continue;
      gsf_xml_out_simple_element (xml, "text:tab", NULL);
      line++;
    }
  gsf_xml_out_end_element (xml);
}

static void
write_text (GsfXMLOut  *xml,
            const char *text)
{
  g_autofree char *clean = uds_sheet_clean_text (text);
  g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    write_line (xml, lines[i]);
}

/* Styles */

static void
write_number_style (GsfXMLOut   *xml,
                    int          decimals,
                    UdsLanguage  language)
{
  g_autofree char *name = g_strdup_printf ("N%d", decimals);

  gsf_xml_out_start_element (xml, "number:number-style");
  gsf_xml_out_add_cstr_unchecked (xml, "style:name", name);
  gsf_xml_out_add_cstr_unchecked (xml, "number:language", uds_language_get_code (language));
  gsf_xml_out_add_cstr_unchecked (xml, "number:country", get_country (language));
  gsf_xml_out_start_element (xml, "number:number");
  gsf_xml_out_add_int (xml, "number:decimal-places", decimals);
  gsf_xml_out_add_int (xml, "number:min-decimal-places", decimals);
  gsf_xml_out_add_int (xml, "number:min-integer-digits", 1);
  gsf_xml_out_add_cstr_unchecked (xml, "number:grouping", "true");
  gsf_xml_out_end_element (xml);
  gsf_xml_out_end_element (xml);
}

static void
write_year_style (GsfXMLOut *xml)
{
  gsf_xml_out_start_element (xml, "number:number-style");
  gsf_xml_out_add_cstr_unchecked (xml, "style:name", "Nyear");
  gsf_xml_out_start_element (xml, "number:number");
  gsf_xml_out_add_int (xml, "number:decimal-places", 0);
  gsf_xml_out_add_int (xml, "number:min-integer-digits", 1);
  gsf_xml_out_end_element (xml);
  gsf_xml_out_end_element (xml);
}

/* The program that opens the file writes dates in its own short form. */
static void
write_date_style (GsfXMLOut   *xml,
                  UdsLanguage  language)
{
  static const char *const parts[] = { "number:day", "number:month", "number:year" };
  const char *separator = language == UDS_LANGUAGE_DA ? "." : "/";

  gsf_xml_out_start_element (xml, "number:date-style");
  gsf_xml_out_add_cstr_unchecked (xml, "style:name", "Ndate");
  gsf_xml_out_add_cstr_unchecked (xml, "number:language", uds_language_get_code (language));
  gsf_xml_out_add_cstr_unchecked (xml, "number:country", get_country (language));
  gsf_xml_out_add_cstr_unchecked (xml, "number:automatic-order", "true");
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (i > 0)
        gsf_xml_out_simple_element (xml, "number:text", separator);
      gsf_xml_out_start_element (xml, parts[i]);
      gsf_xml_out_add_cstr_unchecked (xml, "number:style", "long");
      gsf_xml_out_end_element (xml);
    }
  gsf_xml_out_end_element (xml);
}

static void
begin_cell_style (GsfXMLOut  *xml,
                  const char *name,
                  const char *data_style)
{
  gsf_xml_out_start_element (xml, "style:style");
  gsf_xml_out_add_cstr_unchecked (xml, "style:name", name);
  gsf_xml_out_add_cstr_unchecked (xml, "style:family", "table-cell");
  gsf_xml_out_add_cstr_unchecked (xml, "style:parent-style-name", "Default");
  if (data_style != NULL)
    gsf_xml_out_add_cstr_unchecked (xml, "style:data-style-name", data_style);
}

static void
write_cell_styles (GsfXMLOut   *xml,
                   UdsLanguage  language)
{
  begin_cell_style (xml, "heading", NULL);
  gsf_xml_out_start_element (xml, "style:table-cell-properties");
  gsf_xml_out_add_cstr_unchecked (xml, "fo:wrap-option", "wrap");
  gsf_xml_out_end_element (xml);
  gsf_xml_out_start_element (xml, "style:text-properties");
  gsf_xml_out_add_cstr_unchecked (xml, "fo:font-weight", "bold");
  gsf_xml_out_end_element (xml);
  gsf_xml_out_end_element (xml);

  begin_cell_style (xml, "note", NULL);
  gsf_xml_out_start_element (xml, "style:table-cell-properties");
  gsf_xml_out_add_cstr_unchecked (xml, "fo:wrap-option", "wrap");
  gsf_xml_out_end_element (xml);
  gsf_xml_out_end_element (xml);

  write_year_style (xml);
  begin_cell_style (xml, "year", "Nyear");
  gsf_xml_out_end_element (xml);
  write_date_style (xml, language);
  begin_cell_style (xml, "date", "Ndate");
  gsf_xml_out_end_element (xml);
  for (int i = 0; i <= UDS_SHEET_MOST_DECIMALS; i++)
    {
      g_autofree char *name = g_strdup_printf ("d%d", i);
      g_autofree char *data_style = g_strdup_printf ("N%d", i);

      write_number_style (xml, i, language);
      begin_cell_style (xml, name, data_style);
      gsf_xml_out_end_element (xml);
    }
}

static void
write_column_style (GsfXMLOut  *xml,
                    const char *name,
                    int         width)
{
  g_autofree char *text = g_strdup_printf ("%dmm", width);

  gsf_xml_out_start_element (xml, "style:style");
  gsf_xml_out_add_cstr_unchecked (xml, "style:name", name);
  gsf_xml_out_add_cstr_unchecked (xml, "style:family", "table-column");
  gsf_xml_out_start_element (xml, "style:table-column-properties");
  gsf_xml_out_add_cstr_unchecked (xml, "style:column-width", text);
  gsf_xml_out_end_element (xml);
  gsf_xml_out_end_element (xml);
}

static void
write_styles_of_content (GsfXMLOut *xml,
                         UdsSheet  *sheet)
{
  gsf_xml_out_start_element (xml, "office:automatic-styles");
  for (gsize i = 0; i < uds_sheet_get_n_columns (sheet); i++)
    {
      g_autofree char *name = g_strdup_printf ("c%" G_GSIZE_FORMAT, i + 1);

      write_column_style (xml, name, uds_sheet_get_width (sheet, i) * CHARACTER / 10);
    }
  write_column_style (xml, "notes", NOTE_WIDTH);
  write_cell_styles (xml, uds_sheet_get_language (sheet));
  gsf_xml_out_end_element (xml);
}

/* Cells */

static void
begin_cell (GsfXMLOut  *xml,
            const char *style,
            const char *type)
{
  gsf_xml_out_start_element (xml, "table:table-cell");
  if (style != NULL)
    gsf_xml_out_add_cstr_unchecked (xml, "table:style-name", style);
  if (type != NULL)
    gsf_xml_out_add_cstr_unchecked (xml, "office:value-type", type);
}

static void
write_text_cell (GsfXMLOut  *xml,
                 const char *style,
                 const char *text)
{
  begin_cell (xml, style, "string");
  write_text (xml, text);
  gsf_xml_out_end_element (xml);
}

static void
write_number_cell (GsfXMLOut  *xml,
                   double      number,
                   int         decimals,
                   const char *shown)
{
  g_autofree char *style =
      decimals >= 0 && decimals <= UDS_SHEET_MOST_DECIMALS ? g_strdup_printf ("d%d", decimals) : NULL;
  g_autofree char *value = uds_format_machine (number);

  begin_cell (xml, style, "float");
  gsf_xml_out_add_cstr_unchecked (xml, "office:value", value);
  write_text (xml, shown);
  gsf_xml_out_end_element (xml);
}

static void
write_cell (GsfXMLOut *xml,
            UdsSheet  *sheet,
            gsize      row,
            gsize      column)
{
  const UdsSheetCell *cell = uds_sheet_get_cell (sheet, row, column);
  g_autofree char *shown = uds_sheet_format_cell (sheet, row, column);

  switch (cell->type)
    {
    case UDS_SHEET_TEXT:
      write_text_cell (xml, NULL, cell->text);
      break;
    case UDS_SHEET_NUMBER:
      write_number_cell (xml, cell->number, uds_sheet_get_decimals (sheet, column), shown);
      break;
    case UDS_SHEET_YEAR:
      begin_cell (xml, "year", "float");
      gsf_xml_out_add_cstr_unchecked (xml, "office:value", shown);
      write_text (xml, shown);
      gsf_xml_out_end_element (xml);
      break;
    case UDS_SHEET_DATE:
      begin_cell (xml, "date", "date");
      gsf_xml_out_add_cstr (xml, "office:date-value", cell->text);
      write_text (xml, shown);
      gsf_xml_out_end_element (xml);
      break;
    case UDS_SHEET_NONE:
    default:
      gsf_xml_out_simple_element (xml, "table:table-cell", NULL);
      break;
    }
}

static void
write_heading (GsfXMLOut *xml,
               UdsSheet  *sheet)
{
  gsf_xml_out_start_element (xml, "table:table-header-rows");
  gsf_xml_out_start_element (xml, "table:table-row");
  for (gsize i = 0; i < uds_sheet_get_n_columns (sheet); i++)
    write_text_cell (xml, "heading", uds_sheet_get_heading (sheet, i));
  gsf_xml_out_end_element (xml);
  gsf_xml_out_end_element (xml);
}

static void
write_column (GsfXMLOut  *xml,
              const char *style)
{
  gsf_xml_out_start_element (xml, "table:table-column");
  gsf_xml_out_add_cstr_unchecked (xml, "table:style-name", style);
  gsf_xml_out_end_element (xml);
}

static gboolean
write_rows (GsfXMLOut     *xml,
            UdsSheet      *sheet,
            GCancellable  *cancellable,
            GError       **error)
{
  for (gsize row = 0; row < uds_sheet_get_n_rows (sheet); row++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      gsf_xml_out_start_element (xml, "table:table-row");
      for (gsize column = 0; column < uds_sheet_get_n_columns (sheet); column++)
        write_cell (xml, sheet, row, column);
      gsf_xml_out_end_element (xml);
    }
  return TRUE;
}

/* An element that is left open, its writer never frees: all are closed when the table is given up too. */
static gboolean
write_table (GsfXMLOut     *xml,
             UdsSheet      *sheet,
             const char    *name,
             GCancellable  *cancellable,
             GError       **error)
{
  gboolean is_whole;

  gsf_xml_out_start_element (xml, "table:table");
  gsf_xml_out_add_cstr (xml, "table:name", name);
  for (gsize i = 0; i < uds_sheet_get_n_columns (sheet); i++)
    {
      g_autofree char *style = g_strdup_printf ("c%" G_GSIZE_FORMAT, i + 1);

      write_column (xml, style);
    }
  write_heading (xml, sheet);
  is_whole = write_rows (xml, sheet, cancellable, error);
  gsf_xml_out_end_element (xml);
  return is_whole;
}

static void
write_note (GsfXMLOut  *xml,
            const char *style,
            const char *text)
{
  gsf_xml_out_start_element (xml, "table:table-row");
  write_text_cell (xml, style, text);
  gsf_xml_out_end_element (xml);
}

static void
write_notes (GsfXMLOut  *xml,
             UdsSheet   *sheet,
             const char *name)
{
  gsf_xml_out_start_element (xml, "table:table");
  gsf_xml_out_add_cstr (xml, "table:name", name);
  write_column (xml, "notes");
  if (uds_sheet_get_title (sheet) != NULL)
    write_note (xml, "heading", uds_sheet_get_title (sheet));
  for (gsize i = 0; i < uds_sheet_get_n_notes (sheet); i++)
    write_note (xml, "note", uds_sheet_get_note (sheet, i));
  gsf_xml_out_end_element (xml);
}

static gboolean
write_content (UdsPackage    *package,
               UdsSheet      *sheet,
               const char    *name,
               GCancellable  *cancellable,
               GError       **error)
{
  GsfXMLOut *xml = begin_document (package, "content.xml", "office:document-content");
  gboolean is_whole;

  write_styles_of_content (xml, sheet);
  gsf_xml_out_start_element (xml, "office:body");
  gsf_xml_out_start_element (xml, "office:spreadsheet");
  is_whole = write_table (xml, sheet, name, cancellable, error);
  if (is_whole && uds_sheet_has_notes (sheet))
    {
      g_autofree char *about = uds_sheet_make_about_name (name);

      write_notes (xml, sheet, about);
    }
  gsf_xml_out_end_element (xml);
  gsf_xml_out_end_element (xml);
  end_document (package);
  return is_whole;
}

/* The other parts */

static void
write_styles (UdsPackage  *package,
              UdsLanguage  language)
{
  GsfXMLOut *xml = begin_document (package, "styles.xml", "office:document-styles");

  gsf_xml_out_start_element (xml, "office:styles");
  gsf_xml_out_start_element (xml, "style:default-style");
  gsf_xml_out_add_cstr_unchecked (xml, "style:family", "table-cell");
  gsf_xml_out_start_element (xml, "style:text-properties");
  gsf_xml_out_add_cstr_unchecked (xml, "fo:language", uds_language_get_code (language));
  gsf_xml_out_add_cstr_unchecked (xml, "fo:country", get_country (language));
  gsf_xml_out_end_element (xml);
  gsf_xml_out_end_element (xml);
  gsf_xml_out_start_element (xml, "style:style");
  gsf_xml_out_add_cstr_unchecked (xml, "style:name", "Default");
  gsf_xml_out_add_cstr_unchecked (xml, "style:family", "table-cell");
  gsf_xml_out_end_element (xml);
  gsf_xml_out_end_element (xml);
  end_document (package);
}

static void
write_meta (UdsPackage *package,
            UdsSheet   *sheet)
{
  GsfXMLOut *xml = begin_document (package, "meta.xml", "office:document-meta");
  const char *title = uds_sheet_get_title (sheet);
  g_autofree char *clean = uds_sheet_clean_text (title != NULL ? title : uds_sheet_get_name (sheet));

  gsf_xml_out_start_element (xml, "office:meta");
  gsf_xml_out_simple_element (xml, "meta:generator", "Udsyn/" UDSYN_VERSION);
  gsf_xml_out_simple_element (xml, "dc:title", clean);
  gsf_xml_out_simple_element (xml, "dc:language", uds_language_get_code (uds_sheet_get_language (sheet)));
  gsf_xml_out_end_element (xml);
  end_document (package);
}

static void
write_setting (GsfXMLOut  *xml,
               const char *name,
               const char *type,
               const char *value)
{
  gsf_xml_out_start_element (xml, "config:config-item");
  gsf_xml_out_add_cstr_unchecked (xml, "config:name", name);
  gsf_xml_out_add_cstr_unchecked (xml, "config:type", type);
  gsf_xml_out_add_cstr (xml, NULL, value);
  gsf_xml_out_end_element (xml);
}

static void
begin_setting (GsfXMLOut  *xml,
               const char *element,
               const char *name)
{
  gsf_xml_out_start_element (xml, element);
  if (name != NULL)
    gsf_xml_out_add_cstr (xml, "config:name", name);
}

/* The first row stays in sight. These names are no part of the standard, but both LibreOffice and Excel know them. */
static void
write_settings (UdsPackage *package,
                const char *name)
{
  GsfXMLOut *xml = begin_document (package, "settings.xml", "office:document-settings");

  gsf_xml_out_add_cstr_unchecked (xml, "xmlns:ooo", "http://openoffice.org/2004/office");
  gsf_xml_out_start_element (xml, "office:settings");
  begin_setting (xml, "config:config-item-set", "ooo:view-settings");
  begin_setting (xml, "config:config-item-map-indexed", "Views");
  begin_setting (xml, "config:config-item-map-entry", NULL);
  write_setting (xml, "ViewId", "string", "view1");
  begin_setting (xml, "config:config-item-map-named", "Tables");
  begin_setting (xml, "config:config-item-map-entry", name);
  write_setting (xml, "VerticalSplitMode", "short", "2");
  write_setting (xml, "VerticalSplitPosition", "int", "1");
  write_setting (xml, "ActiveSplitRange", "short", "2");
  write_setting (xml, "PositionBottom", "int", "1");
  gsf_xml_out_end_element (xml);
  gsf_xml_out_end_element (xml);
  write_setting (xml, "ActiveTable", "string", name);
  gsf_xml_out_end_element (xml);
  gsf_xml_out_end_element (xml);
  gsf_xml_out_end_element (xml);
  gsf_xml_out_end_element (xml);
  end_document (package);
}

static void
write_manifest (UdsPackage *package)
{
  static const struct {
    const char *path, *type;
  } entries[] = {
    { "/", MIME_TYPE },
    { "content.xml", "text/xml" },
    { "styles.xml", "text/xml" },
    { "meta.xml", "text/xml" },
    { "settings.xml", "text/xml" },
  };
  GsfXMLOut *xml = uds_package_begin (package, "META-INF/manifest.xml");

  gsf_xml_out_start_element (xml, "manifest:manifest");
  gsf_xml_out_add_cstr_unchecked (xml, "xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0");
  gsf_xml_out_add_cstr_unchecked (xml, "manifest:version", "1.3");
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      gsf_xml_out_start_element (xml, "manifest:file-entry");
      gsf_xml_out_add_cstr_unchecked (xml, "manifest:full-path", entries[i].path);
      if (i == 0)
        gsf_xml_out_add_cstr_unchecked (xml, "manifest:version", "1.3");
      gsf_xml_out_add_cstr_unchecked (xml, "manifest:media-type", entries[i].type);
      gsf_xml_out_end_element (xml);
    }
  end_document (package);
}

/**
 * uds_sheet_render_ods:
 * @sheet: a sheet
 * @cancellable: (nullable): to give up
 * @error: as of uds_sheet_render()
 *
 * Returns: (transfer full) (nullable): an OpenDocument spreadsheet
 */
GBytes *
uds_sheet_render_ods (UdsSheet      *sheet,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autofree char *name = uds_sheet_clean_name (uds_sheet_get_name (sheet));
  g_auto (UdsPackage) package;

  uds_package_init (&package);
  /* First, as it is and without anything besides: so programs recognise the file. */
  uds_package_add_stored (&package, "mimetype", MIME_TYPE);
  if (!write_content (&package, sheet, name, cancellable, error))
    return NULL;
  write_styles (&package, uds_sheet_get_language (sheet));
  write_meta (&package, sheet);
  write_settings (&package, name);
  write_manifest (&package);
  return uds_package_finish (&package, error);
}
