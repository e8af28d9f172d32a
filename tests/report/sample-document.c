/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts together one document by hand; nothing in it is random. */
#include "sample-document.h"

#define POINTS 24

static const char long_text[] =
    "Københavns Kommune følger målet gennem årlige målinger. Tallene stammer fra kommunens egne registre og opgøres "
    "på samme måde hvert år, så udviklingen kan sammenlignes. Hvor opgørelsen er ændret, står det i noten under "
    "figuren. Æblerne på Østerbro og åen ved Amager er med i opgørelsen fra 2015.";

static void
draw_lines (cairo_t  *cr,
            double    width,
            double    height,
            gpointer  data)
{
  guint seed = GPOINTER_TO_UINT (data);

  cairo_set_source_rgb (cr, 0.8, 0.8, 0.8);
  cairo_set_line_width (cr, 0.5);
  for (guint i = 0; i <= 5; i++)
    {
      cairo_move_to (cr, 0, height * i / 5);
      cairo_line_to (cr, width, height * i / 5);
    }
  cairo_stroke (cr);

  for (guint series = 0; series < 3; series++)
    {
      cairo_set_source_rgb (cr, 0.2 * series, 0.3, 0.6 - 0.2 * series);
      cairo_set_line_width (cr, 1.5);
      for (guint i = 0; i < POINTS; i++)
        cairo_line_to (cr, width * i / (POINTS - 1), height * (0.2 + 0.6 * ((i * (series + 3) + seed * 7) % 11) / 11));
      cairo_stroke (cr);
    }

  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_font_size (cr, 8);
  cairo_move_to (cr, 4, 10);
  cairo_show_text (cr, "Målte værdier");
}

static void
add_figure (UdsDocument *document,
            guint        section)
{
  g_autofree char *alternative = g_strdup_printf ("Linjediagram %u: værdien stiger fra 12 til 44.", section);
  UdsFigure figure = {
    .caption = "Udledningen er faldet hvert år siden 2010, men for langsomt til at nå målet",
    .subtitle = "Tusind ton CO₂ om året, København",
    .source = "Kilde: Klimaregnskabet 2023, hentet 1. juli 2024",
    .alternative = alternative,
    .aspect = 9.0 / 16,
    .draw = draw_lines,
    .data = GUINT_TO_POINTER (section),
  };

  uds_document_add_figure (document, &figure);
}

static void
add_table (UdsDocument *document)
{
  UdsDocumentTable *table = uds_document_table_new ("Værdier pr. år");
  static const char *const headings[] = { "Mål", "Fjernvarme", "El", "Transport", "Ikke\u00advejgående", "I alt" };

  for (guint c = 0; c < G_N_ELEMENTS (headings); c++)
    uds_document_table_add_column (table, headings[c], c == 2 ? UDS_MARK_DISC : UDS_MARK_NONE,
                                   c == 0 ? UDS_COLUMN_ROW_HEADER : UDS_COLUMN_NUMERIC);
  for (guint r = 0; r < SAMPLE_TABLE_ROWS; r++)
    {
      g_autofree char *year = g_strdup_printf ("Opgørelse for året %u", 2000 + r);
      const char *cells[] = { year, "1.234,5", "987,6", "543", "12", "2.777,1" };

      uds_document_table_add_row (table, cells);
      uds_document_table_set_mark (table, 0, 1 + r % UDS_MARK_RING);
    }
  uds_document_table_set_strong (table);
  uds_document_add_table (document, table);
}

static void
add_section (UdsDocument *document,
             guint        section)
{
  g_autofree char *title = g_strdup_printf ("Bæredygtige byer og lokalsamfund, afsnit %u", section);
  UdsBadge badge = { .background = { 0.99, 0.62, 0.14 }, .ink = { 0, 0, 0 } };

  g_snprintf (badge.text, sizeof badge.text, "%u", section % 100);
  uds_document_add_heading (document, 1, title, &badge);
  uds_document_add_paragraph (document, UDS_PARAGRAPH_LEAD, "Gør byer og bosættelser inkluderende, sikre og robuste.");
  uds_document_add_heading (document, 2, "11.6.2 Luftens indhold af fine partikler", NULL);
  uds_document_add_statement (document, UDS_MARK_WEDGE, "For langsomt.", long_text);
  uds_document_add_paragraph (document, UDS_PARAGRAPH_BODY, long_text);
  add_figure (document, section);
  uds_document_add_paragraph (document, UDS_PARAGRAPH_NOTE, "Note: ingen data for 2013–14.");
  add_table (document);
  uds_document_add_heading (document, 3, "Indsatser", NULL);
  for (guint i = 0; i < 4; i++)
    uds_document_add_list_item (document, "•", long_text);
}

/* A document with a cover, contents and sections of more than a page each. */
UdsDocument *
sample_document_new (guint n_sections)
{
  UdsDocument *document = uds_document_new (UDS_LANGUAGE_DA, "København og verdensmålene", "2010–2023");
  UdsDate date = { 2024, 7, 1 };
  UdsBadge badges[17];
  UdsCover cover = {
    .organisation = "Københavns Kommune", .note = "1. juli 2024", .badges = badges, .n_badges = G_N_ELEMENTS (badges)
  };

  for (guint i = 0; i < G_N_ELEMENTS (badges); i++)
    {
      badges[i] = (UdsBadge) { .background = { 0.1, i / 17.0, 0.6 }, .ink = { 1, 1, 1 } };
      g_snprintf (badges[i].text, sizeof badges[i].text, "%u", i + 1);
    }
  uds_document_set_author (document, "Københavns Kommune");
  uds_document_set_date (document, &date);
  uds_document_add_cover (document, &cover);
  uds_document_add_contents (document, "Indhold", 2);
  uds_document_add_page_break (document);
  for (guint i = 1; i <= n_sections; i++)
    add_section (document, i);
  return document;
}
