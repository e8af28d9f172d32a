/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Twenty tagged pages by UdsDocument, with contents, links, descriptions and properties, against the same words, lines
 * and tags drawn by a bare Cairo and Pango program. Both in this process, in turn. */
#include "uds-pages.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define PAGES 20
#define ROUNDS 9
#define ROWS 24
#define COLUMNS 6
#define POINTS 40
#define WIDTH 595.276
#define HEIGHT 841.89
#define MARGIN 56.693
#define CHART_HEIGHT 130.0

static const char paragraph[] =
    "Københavns Kommune følger målet gennem årlige målinger. Tallene stammer fra kommunens egne registre og opgøres på "
    "samme måde hvert år, så udviklingen kan sammenlignes. Hvor opgørelsen er ændret, står det i noten.";

static void
draw_figure (cairo_t  *cr,
             double    width,
             double    height,
             gpointer  data)
{
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, 0, height / 3);
  cairo_line_to (cr, width, height / 3);
  cairo_stroke (cr);
  cairo_set_line_width (cr, 1.5);
  for (guint series = 0; series < 3; series++)
    {
      for (guint i = 0; i < POINTS; i++)
        cairo_line_to (cr, width * i / (POINTS - 1), height * ((i * (series + 3)) % 17) / 17);
      cairo_stroke (cr);
    }
}

static char *
make_cell (guint row,
           guint column)
{
  if (column == 0)
    return g_strdup_printf ("Opgørelse %u", 2000 + row);
  return g_strdup_printf ("%u,%u", row * 37 + column, column);
}

static UdsDocumentTable *
make_table (void)
{
  UdsDocumentTable *table = uds_document_table_new (NULL);

  for (guint c = 0; c < COLUMNS; c++)
    uds_document_table_add_column (table, "Værdi", UDS_MARK_NONE, c == 0 ? UDS_COLUMN_ROW_HEADER : UDS_COLUMN_NUMERIC);
  for (guint r = 0; r < ROWS; r++)
    {
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      for (guint c = 0; c < COLUMNS; c++)
        g_ptr_array_add (cells, make_cell (r, c));
      uds_document_table_add_row (table, (const char *const *) cells->pdata);
    }
  return table;
}

static gsize
print_ours (guint *n_pages)
{
  g_autoptr (UdsDocument) document = uds_document_new (UDS_LANGUAGE_DA, "Rapport", "2024");
  g_autoptr (UdsPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;
  UdsFigure figure = {
    .caption = "Udledningen er faldet hvert år",
    .source = "Kilde: Klimaregnskabet",
    .alternative = "Et diagram i ord",
    .aspect = CHART_HEIGHT / (WIDTH - 2 * MARGIN),
    .draw = draw_figure,
  };

  uds_document_add_contents (document, "Indhold", 1);
  for (guint i = 1; i < PAGES; i++)
    {
      uds_document_add_page_break (document);
      uds_document_add_heading (document, 1, "Bæredygtige byer", NULL);
      uds_document_add_paragraph (document, UDS_PARAGRAPH_BODY, paragraph);
      uds_document_add_figure (document, &figure);
      uds_document_add_table (document, make_table ());
    }
  pages = uds_pages_new (document);
  pdf = uds_pages_to_pdf (pages, NULL, NULL);
  *n_pages = uds_pages_get_n (pages);
  return g_bytes_get_size (pdf);
}

static void
show (cairo_t    *cr,
      const char *tag,
      const char *font,
      const char *text,
      double      x,
      double      y,
      double      width)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  cairo_tag_begin (cr, tag, NULL);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  cairo_tag_end (cr, tag);
  pango_font_description_free (description);
}

static void
show_table (cairo_t *cr,
            double   y)
{
  double step = (WIDTH - 2 * MARGIN) / COLUMNS;

  cairo_tag_begin (cr, "Table", NULL);
  for (guint r = 0; r <= ROWS; r++)
    {
      cairo_tag_begin (cr, "TR", NULL);
      for (guint c = 0; c < COLUMNS; c++)
        {
          g_autofree char *cell = r == 0 ? g_strdup ("Værdi") : make_cell (r - 1, c);

          show (cr, r == 0 || c == 0 ? "TH" : "TD", "Adwaita Sans 6.75", cell, MARGIN + c * step, y + r * 17.5, step);
        }
      cairo_tag_end (cr, "TR");
    }
  cairo_tag_end (cr, "Table");
}

static void
show_bare_page (cairo_t         *cr,
                cairo_surface_t *surface)
{
  double width = WIDTH - 2 * MARGIN;

  cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, "Bæredygtige byer", "page=1", 0);
  show (cr, "H1", "Adwaita Sans bold 15", "Bæredygtige byer", MARGIN, MARGIN, width);
  show (cr, "P", "Adwaita Sans 7.5", paragraph, MARGIN, 90, width);
  show (cr, "P", "Adwaita Sans bold 7.5", "Udledningen er faldet hvert år", MARGIN, 140, width);
  cairo_tag_begin (cr, "Figure", NULL);
  cairo_save (cr);
  cairo_translate (cr, MARGIN, 160);
  draw_figure (cr, width, CHART_HEIGHT, NULL);
  cairo_restore (cr);
  cairo_tag_end (cr, "Figure");
  show (cr, "P", "Adwaita Sans 6", "Kilde: Klimaregnskabet", MARGIN, 325, width);
  show_table (cr, 350);
  show (cr, "P", "Adwaita Sans 6", "side 1 af 20", MARGIN, HEIGHT - 38, width);
}

static cairo_status_t
count_bytes (void                *closure,
             const unsigned char *data,
             unsigned int         length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

static gsize
print_bare (guint *n_pages)
{
  gsize size = 0;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (count_bytes, &size, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < PAGES; i++)
    {
      show_bare_page (cr, surface);
      if (i == PAGES - 1)
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  *n_pages = PAGES;
  return size;
}

static double
cpu_milliseconds (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

static int
compare (const void *a,
         const void *b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static double
report (const char *name,
        double     *times,
        guint       n_pages,
        gsize       size)
{
  qsort (times, ROUNDS, sizeof *times, compare);
  printf ("%-5s %u pages, %4" G_GSIZE_FORMAT " kB, CPU ms min/median/max %.1f/%.1f/%.1f\n", name, n_pages, size / 1000,
          times[0], times[ROUNDS / 2], times[ROUNDS - 1]);
  return times[ROUNDS / 2];
}

int
main (void)
{
  gsize (*const print[]) (guint *) = { print_bare, print_ours };
  double times[2][ROUNDS], load[1] = { 0 }, bare;
  guint n_pages[2];
  gsize sizes[2];

  for (int round = -1; round < ROUNDS; round++)
    for (guint i = 0; i < 2; i++)
      {
        double start = cpu_milliseconds ();

        sizes[i] = print[i](&n_pages[i]);
        if (round >= 0)
          times[i][round] = cpu_milliseconds () - start;
      }

  getloadavg (load, 1);
  bare = report ("bare", times[0], n_pages[0], sizes[0]);
  printf ("ratio %.2f (aim: at most 2), load %.1f\n", report ("ours", times[1], n_pages[1], sizes[1]) / bare, load[0]);
  return EXIT_SUCCESS;
}
