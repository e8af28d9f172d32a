/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents on pages: nothing beyond the margins, nothing lost, the same in every thread. */
#include "random-document.h"
#include "sample-document.h"
#include "uds-pages.h"

#include <string.h>

#define ROUNDS 15
#define MARGIN 56.693
#define RUNNING_TOP 28.0
#define PIXEL 2.0 /* what Cairo rounds the edges of ink to, and the sweep of a letter */

static cairo_surface_t *
record_page (UdsPages *pages,
             guint     page)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  uds_pages_draw (pages, page, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return surface;
}

static void
assert_page_keeps_its_margins (UdsPages *pages,
                               guint     page)
{
  cairo_surface_t *surface = record_page (pages, page);
  double width, height, x, y, ink_width, ink_height;

  uds_pages_get_size (pages, &width, &height);
  cairo_recording_surface_ink_extents (surface, &x, &y, &ink_width, &ink_height);
  g_assert_cmpfloat (x, >=, MARGIN - PIXEL);
  g_assert_cmpfloat (x + ink_width, <=, width - MARGIN + PIXEL);
  g_assert_cmpfloat (y, >=, RUNNING_TOP - PIXEL);
  g_assert_cmpfloat (y + ink_height, <=, height - RUNNING_TOP + PIXEL);
  cairo_surface_destroy (surface);
}

static void
test_nothing_is_drawn_beyond_the_margins (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      guint n_texts;
      g_autoptr (UdsDocument) document = random_document_new (&n_texts);
      g_autoptr (UdsPages) pages = uds_pages_new (document);

      for (guint page = 0; page < uds_pages_get_n (pages); page++)
        assert_page_keeps_its_margins (pages, page);
    }
}

static char *
read_text (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) text = NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "pdftotext",
                              "-raw", "-", "-", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate (process, pdf, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
}

static GBytes *
make_pdf (UdsDocument *document)
{
  g_autoptr (UdsPages) pages = uds_pages_new (document);
  g_autoptr (GError) error = NULL;
  GBytes *pdf = uds_pages_to_pdf (pages, NULL, &error);

  g_assert_no_error (error);
  return pdf;
}

static void
test_every_text_is_printed_once_and_in_order (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      guint n_texts;
      g_autoptr (UdsDocument) document = random_document_new (&n_texts);
      g_autoptr (GBytes) pdf = make_pdf (document);
      g_autofree char *text = read_text (pdf);
      const char *rest = text;

      for (guint i = 0; i < n_texts; i++)
        {
          char *end;

          rest = strchr (rest, '#');
          g_assert_nonnull (rest);
          g_assert_cmpuint (g_ascii_strtoull (rest + 1, &end, 10), ==, i);
          rest = end;
        }
      g_assert_null (strchr (rest, '#'));
    }
}

static gpointer
make_sample_pdf (gpointer data)
{
  g_autoptr (UdsDocument) document = sample_document_new (3);

  return make_pdf (document);
}

static void
test_threads_make_the_same_bytes (void)
{
  GThread *threads[3];
  g_autoptr (GBytes) expected = make_sample_pdf (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("pages", make_sample_pdf, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GBytes) actual = g_thread_join (threads[i]);

      g_assert_true (g_bytes_equal (actual, expected));
    }
}

static gpointer
draw_first_page (gpointer data)
{
  cairo_surface_destroy (record_page (data, 2));
  return NULL;
}

static void
test_pages_made_in_one_thread_are_drawn_in_another (void)
{
  g_autoptr (UdsDocument) document = sample_document_new (1);
  g_autoptr (UdsPages) pages = uds_pages_new (document);

  g_thread_join (g_thread_new ("draw", draw_first_page, pages));
  assert_page_keeps_its_margins (pages, 2);
}

static void
test_a_cancelled_pdf_is_none (void)
{
  g_autoptr (UdsDocument) document = sample_document_new (1);
  g_autoptr (UdsPages) pages = uds_pages_new (document);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (uds_pages_to_pdf (pages, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_a_long_row_goes_over_pages_whole (void)
{
  g_autoptr (UdsDocument) document = uds_document_new (UDS_LANGUAGE_DA, "Lang", NULL);
  UdsDocumentTable *table = uds_document_table_new (NULL);
  g_autoptr (GString) cell = g_string_new (NULL);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 900; i++)
    g_string_append_printf (cell, "ord%u ", i);
  uds_document_table_add_column (table, "Note", UDS_MARK_NONE, UDS_COLUMN_PLAIN);
  uds_document_table_add_row (table, (const char *const[]) { cell->str });
  uds_document_add_table (document, table);

  pdf = make_pdf (document);
  text = read_text (pdf);
  for (guint i = 0; i < 900; i++)
    {
      g_autofree char *word = g_strdup_printf ("ord%u", i);

      g_assert_nonnull (strstr (text, word));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/nothing-is-drawn-beyond-the-margins", test_nothing_is_drawn_beyond_the_margins);
  g_test_add_func ("/pages/every-text-is-printed-once-and-in-order", test_every_text_is_printed_once_and_in_order);
  g_test_add_func ("/pages/threads-make-the-same-bytes", test_threads_make_the_same_bytes);
  g_test_add_func ("/pages/pages-made-in-one-thread-are-drawn-in-another",
                   test_pages_made_in_one_thread_are_drawn_in_another);
  g_test_add_func ("/pages/a-cancelled-pdf-is-none", test_a_cancelled_pdf_is_none);
  g_test_add_func ("/pages/a-long-row-goes-over-pages-whole", test_a_long_row_goes_over_pages_whole);
  return g_test_run ();
}
