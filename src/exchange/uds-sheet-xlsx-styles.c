/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The styles of a workbook: how cells look and how their numbers are written. */
#include "uds-sheet-xlsx-private.h"

#define FIRST_NUMBER_FORMAT 164

/* What the built-in formats are numbered. */
enum {
  FORMAT_GENERAL = 0,
  FORMAT_WHOLE = 1,
  FORMAT_DATE = 14,
  FORMAT_TEXT = 49,
};

static void
write_number_formats (GsfXMLOut *xml)
{
  gsf_xml_out_start_element (xml, "numFmts");
  gsf_xml_out_add_int (xml, "count", UDS_SHEET_MOST_DECIMALS + 1);
  for (int i = 0; i <= UDS_SHEET_MOST_DECIMALS; i++)
    {
      g_autofree char *zeros = g_strnfill ((gsize) i, '0');
      g_autofree char *code = g_strconcat ("#,##0", i > 0 ? "." : "", zeros, NULL);

      gsf_xml_out_start_element (xml, "numFmt");
      gsf_xml_out_add_int (xml, "numFmtId", FIRST_NUMBER_FORMAT + i);
      gsf_xml_out_add_cstr_unchecked (xml, "formatCode", code);
      gsf_xml_out_end_element (xml);
    }
  gsf_xml_out_end_element (xml);
}

static void
write_font (GsfXMLOut *xml,
            gboolean   bold)
{
  gsf_xml_out_start_element (xml, "font");
  if (bold)
    gsf_xml_out_simple_element (xml, "b", NULL);
  gsf_xml_out_start_element (xml, "sz");
  gsf_xml_out_add_cstr_unchecked (xml, "val", "11");
  gsf_xml_out_end_element (xml);
  gsf_xml_out_start_element (xml, "name");
  gsf_xml_out_add_cstr_unchecked (xml, "val", "Calibri");
  gsf_xml_out_end_element (xml);
  gsf_xml_out_end_element (xml);
}

static void
write_fill (GsfXMLOut  *xml,
            const char *pattern)
{
  gsf_xml_out_start_element (xml, "fill");
  gsf_xml_out_start_element (xml, "patternFill");
  gsf_xml_out_add_cstr_unchecked (xml, "patternType", pattern);
  gsf_xml_out_end_element (xml);
  gsf_xml_out_end_element (xml);
}

/* Two fills and a border are there in every file, used or not. */
static void
write_looks (GsfXMLOut *xml)
{
  gsf_xml_out_start_element (xml, "fonts");
  gsf_xml_out_add_cstr_unchecked (xml, "count", "2");
  write_font (xml, FALSE);
  write_font (xml, TRUE);
  gsf_xml_out_end_element (xml);
  gsf_xml_out_start_element (xml, "fills");
  gsf_xml_out_add_cstr_unchecked (xml, "count", "2");
  write_fill (xml, "none");
  write_fill (xml, "gray125");
  gsf_xml_out_end_element (xml);
  gsf_xml_out_start_element (xml, "borders");
  gsf_xml_out_add_cstr_unchecked (xml, "count", "1");
  gsf_xml_out_simple_element (xml, "border", NULL);
  gsf_xml_out_end_element (xml);
}

static void
write_style (GsfXMLOut *xml,
             int        format,
             gboolean   bold,
             gboolean   wraps)
{
  gsf_xml_out_start_element (xml, "xf");
  gsf_xml_out_add_int (xml, "numFmtId", format);
  gsf_xml_out_add_int (xml, "fontId", bold ? 1 : 0);
  gsf_xml_out_add_int (xml, "fillId", 0);
  gsf_xml_out_add_int (xml, "borderId", 0);
  gsf_xml_out_add_int (xml, "xfId", 0);
  if (format != FORMAT_GENERAL)
    gsf_xml_out_add_cstr_unchecked (xml, "applyNumberFormat", "1");
  if (bold)
    gsf_xml_out_add_cstr_unchecked (xml, "applyFont", "1");
  if (wraps)
    {
      gsf_xml_out_add_cstr_unchecked (xml, "applyAlignment", "1");
      gsf_xml_out_start_element (xml, "alignment");
      gsf_xml_out_add_cstr_unchecked (xml, "vertical", "top");
      gsf_xml_out_add_cstr_unchecked (xml, "wrapText", "1");
      gsf_xml_out_end_element (xml);
    }
  gsf_xml_out_end_element (xml);
}

/**
 * uds_xlsx_write_styles:
 * @xml: the part of a workbook with its styles, begun
 *
 * Writes what a cell's style can be, in the order of #UdsXlsxStyle.
 */
void
uds_xlsx_write_styles (GsfXMLOut *xml)
{
  static const struct {
    int format;
    gboolean bold, wraps;
  } styles[] = {
    [UDS_XLSX_PLAIN] = { FORMAT_GENERAL, FALSE, FALSE },
    [UDS_XLSX_HEADING] = { FORMAT_GENERAL, TRUE, TRUE },
    [UDS_XLSX_YEAR] = { FORMAT_WHOLE, FALSE, FALSE },
    [UDS_XLSX_DATE] = { FORMAT_DATE, FALSE, FALSE },
    [UDS_XLSX_NOTE] = { FORMAT_GENERAL, FALSE, TRUE },
    [UDS_XLSX_FORMULA] = { FORMAT_TEXT, FALSE, FALSE },
  };

  write_number_formats (xml);
  write_looks (xml);
  gsf_xml_out_start_element (xml, "cellStyleXfs");
  gsf_xml_out_add_cstr_unchecked (xml, "count", "1");
  gsf_xml_out_start_element (xml, "xf");
  gsf_xml_out_add_cstr_unchecked (xml, "numFmtId", "0");
  gsf_xml_out_add_cstr_unchecked (xml, "fontId", "0");
  gsf_xml_out_add_cstr_unchecked (xml, "fillId", "0");
  gsf_xml_out_add_cstr_unchecked (xml, "borderId", "0");
  gsf_xml_out_end_element (xml);
  gsf_xml_out_end_element (xml);
  gsf_xml_out_start_element (xml, "cellXfs");
  gsf_xml_out_add_int (xml, "count", (int) G_N_ELEMENTS (styles) + UDS_SHEET_MOST_DECIMALS + 1);
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    write_style (xml, styles[i].format, styles[i].bold, styles[i].wraps);
  for (int i = 0; i <= UDS_SHEET_MOST_DECIMALS; i++)
    write_style (xml, FIRST_NUMBER_FORMAT + i, FALSE, FALSE);
  gsf_xml_out_end_element (xml);
}
