/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The PDF as other programs find it: sound, tagged, described, with text that can be read, copied and searched. */
#include "sample-document.h"
#include "uds-error.h"
#include "uds-pages.h"
#include "uds-pdf-finish.h"

#include <cairo-pdf.h>
#include <string.h>

#define SECTIONS 4

static GBytes *
make_sample (void)
{
  g_autoptr (UdsDocument) document = sample_document_new (SECTIONS);
  g_autoptr (UdsPages) pages = uds_pages_new (document);
  g_autoptr (GError) error = NULL;
  GBytes *pdf = uds_pages_to_pdf (pages, NULL, &error);

  g_assert_no_error (error);
  return pdf;
}

/* What a program says about a PDF in the file that stands for "FILE"; NULL, and the test skipped, where there is no
 * such program. */
static char *
ask (GBytes     *pdf,
     const char *command)
{
  g_auto (GStrv) words = g_strsplit (command, " ", -1);
  g_autofree char *program = g_find_program_in_path (words[0]);
  g_autofree char *path = NULL;
  g_autofree char *answer = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (program == NULL)
    {
      g_test_skip_printf ("there is no %s here", words[0]);
      return NULL;
    }

  path = g_build_filename (g_get_tmp_dir (), "udsyn-test.pdf", NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  for (char **word = words; *word != NULL; word++)
    if (g_str_equal (*word, "FILE"))
      g_set_str (word, path);

  g_spawn_sync (NULL, words, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &answer, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&answer);
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *place = text; (place = strstr (place, part)) != NULL; place += strlen (part))
    n++;
  return n;
}

static void
test_other_programs_find_no_fault (void)
{
  g_autoptr (GBytes) pdf = make_sample ();
  g_autofree char *answer = ask (pdf, "qpdf --check FILE");

  if (answer != NULL)
    g_assert_nonnull (strstr (answer, "No syntax or stream encoding errors found"));
}

static void
test_properties_are_there (void)
{
  g_autoptr (GBytes) pdf = make_sample ();
  g_autofree char *answer = ask (pdf, "pdfinfo FILE");
  g_autofree char *metadata = NULL;

  if (answer == NULL)
    return;
  g_assert_nonnull (strstr (answer, "København og verdensmålene"));
  g_assert_nonnull (strstr (answer, "Københavns Kommune"));
  g_assert_nonnull (strstr (answer, "Tagged:          yes"));
  g_assert_nonnull (strstr (answer, "(A4)"));

  metadata = ask (pdf, "pdfinfo -meta FILE");
  g_assert_nonnull (strstr (metadata, "<rdf:li xml:lang=\"x-default\">København og verdensmålene</rdf:li>"));
  g_assert_nonnull (strstr (metadata, "<xmp:CreateDate>2024-07-01</xmp:CreateDate>"));
}

static void
test_there_is_no_page_too_many (void)
{
  g_autoptr (UdsDocument) document = sample_document_new (SECTIONS);
  g_autoptr (UdsPages) pages = uds_pages_new (document);
  g_autoptr (GBytes) pdf = uds_pages_to_pdf (pages, NULL, NULL);
  g_autofree char *answer = ask (pdf, "pdfinfo FILE");
  g_autofree char *line = g_strdup_printf ("\nPages:           %u\n", uds_pages_get_n (pages));

  if (answer != NULL)
    g_assert_nonnull (strstr (answer, line));
}

static void
test_fonts_are_embedded_with_their_letters (void)
{
  g_autoptr (GBytes) pdf = make_sample ();
  g_autofree char *answer = ask (pdf, "pdffonts FILE");
  g_auto (GStrv) lines = NULL;

  if (answer == NULL)
    return;
  lines = g_strsplit (g_strchomp (answer), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 3);
  for (guint i = 2; lines[i] != NULL; i++)
    g_assert_nonnull (strstr (lines[i], "yes yes yes"));
  g_assert_null (strstr (answer, "Type 3"));
}

static void
test_there_are_no_pictures_of_pixels (void)
{
  g_autoptr (GBytes) pdf = make_sample ();
  g_autofree char *answer = ask (pdf, "pdfimages -list FILE");

  if (answer != NULL)
    g_assert_cmpuint (count (answer, "\n"), <=, 2);
}

static void
test_structure_is_that_of_the_document (void)
{
  g_autoptr (GBytes) pdf = make_sample ();
  g_autofree char *answer = ask (pdf, "pdfinfo -struct-text FILE");

  if (answer == NULL)
    return;
  g_assert_true (g_str_has_prefix (answer, "Document\n"));
  g_assert_cmpuint (count (answer, "\n  H1 (block)\n"), ==, SECTIONS + 1);
  g_assert_cmpuint (count (answer, "\n  H2 (block)\n"), ==, SECTIONS);
  g_assert_cmpuint (count (answer, "\n  Figure\n"), ==, SECTIONS);
  g_assert_cmpuint (count (answer, "\n  Table (block)\n"), ==, SECTIONS);
  g_assert_cmpuint (count (answer, "    TR\n"), ==, SECTIONS * (SAMPLE_TABLE_ROWS + 1));
  g_assert_cmpuint (count (answer, "/Scope /Row"), ==, SECTIONS * SAMPLE_TABLE_ROWS);
  g_assert_cmpuint (count (answer, "/Scope /Column"), ==, SECTIONS * 6);
  g_assert_cmpuint (count (answer, "\n  L (block)\n"), ==, SECTIONS);
  g_assert_cmpuint (count (answer, "LBody (block)"), ==, SECTIONS * 4);
  g_assert_cmpuint (count (answer, "TOCI\n"), ==, SECTIONS * 2);
  g_assert_nonnull (strstr (answer, "\"1 Bæredygtige byer og lokalsamfund, afsnit 1\""));

  /* Running heads and feet, repeated heads of tables and their rules are none of it. */
  g_assert_null (strstr (answer, " of "));
  g_assert_null (strstr (answer, "verdensmålene2010"));
}

static void
test_what_cairo_leaves_out_is_there (void)
{
  g_autoptr (GBytes) pdf = make_sample ();
  g_autofree char *answer = ask (pdf, "qpdf --json --json-key=qpdf FILE");

  if (answer == NULL)
    return;
  g_assert_cmpuint (count (answer, "\"/Lang\": \"u:da-DK\""), ==, 1);
  g_assert_cmpuint (count (answer, "\"/DisplayDocTitle\": true"), ==, 1);
  g_assert_cmpuint (count (answer, "\"/S\": \"/Figure\""), ==, SECTIONS);
  for (guint i = 1; i <= SECTIONS; i++)
    {
      g_autofree char *alternative = NULL;

      alternative = g_strdup_printf ("\"/Alt\": \"u:Linjediagram %u: værdien stiger fra 12 til 44.\"", i);

      g_assert_cmpuint (count (answer, alternative), ==, 1);
    }
  g_assert_cmpuint (count (answer, "\"/Subtype\": \"/Link\""), ==, SECTIONS * 2);
  g_assert_cmpuint (count (answer, "\"/Contents\": \"u:"), ==, SECTIONS * 2);
  g_assert_cmpuint (count (answer, "\"/Tabs\": \"/S\""), ==, count (answer, "\"/Type\": \"/Page\""));
}

static void
test_outline_lists_the_headings (void)
{
  g_autoptr (GBytes) pdf = make_sample ();
  g_autofree char *answer = ask (pdf, "qpdf --json --json-key=outlines FILE");

  if (answer == NULL)
    return;
  g_assert_cmpuint (count (answer, "\"title\": "), ==, SECTIONS * 3);
  g_assert_nonnull (strstr (answer, "\"title\": \"1 Bæredygtige byer og lokalsamfund, afsnit 1\""));
}

static void
test_pages_are_labelled (void)
{
  g_autoptr (GBytes) pdf = make_sample ();
  g_autofree char *answer = ask (pdf, "qpdf --json --json-key=pagelabels FILE");

  if (answer == NULL)
    return;
  g_assert_nonnull (strstr (answer, "\"/P\": \"u:Cover\""));
  g_assert_nonnull (strstr (answer, "\"/St\": 2"));
}

static void
test_danish_text_is_found (void)
{
  g_autoptr (GBytes) pdf = make_sample ();
  g_autofree char *answer = ask (pdf, "pdftotext -layout FILE -");

  if (answer == NULL)
    return;
  g_assert_nonnull (strstr (answer, "Gør byer og bosættelser inkluderende, sikre og robuste."));
  g_assert_nonnull (strstr (answer, "Æblerne på Østerbro og åen ved Amager"));
  g_assert_nonnull (strstr (answer, "Luftens indhold af fine partikler"));
  g_assert_nonnull (strstr (answer, "2.777,1"));
}

static void
test_language_follows_the_document (void)
{
  g_autoptr (UdsDocument) document = uds_document_new (UDS_LANGUAGE_EN, "Goals", NULL);
  g_autoptr (UdsPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *answer = NULL;

  uds_document_add_paragraph (document, UDS_PARAGRAPH_BODY, "One & two < three");
  pages = uds_pages_new (document);
  pdf = uds_pages_to_pdf (pages, NULL, NULL);
  answer = ask (pdf, "qpdf --json --json-key=qpdf FILE");
  if (answer != NULL)
    g_assert_nonnull (strstr (answer, "\"/Lang\": \"u:en-GB\""));
}

static void
assert_not_finished (GBytes            *pdf,
                     const UdsPdfNotes *notes)
{
  const UdsPdfInfo info = { .language = UDS_LANGUAGE_DA, .title = "Titel", .creator = "Prøve" };
  g_autoptr (GError) error = NULL;

  g_assert_null (uds_pdf_finish (pdf, &info, notes, &error));
  g_assert_error (error, UDS_ERROR, UDS_ERROR_FAILED);
}

static void
test_an_unknown_file_is_refused (void)
{
  static const char *const files[] = {
    "",
    "%PDF-1.4",
    "%PDF-1.4 ................................................................\nstartxref\n9\n%%EOF\n",
    "%PDF-1.4 .............................................................\nstartxref\n99999999\n%%EOF\n",
    "%PDF-1.4 .............................................................\nstartxref\n12",
    "%PDF-1.4 ............................................................xref\n0 9\nstartxref\n69\n%%EOF\n",
    "%PDF-1.4 ............................................................xref\n0 9\ntrailer\nstartxref\n69\n%%EOF\n",
  };
  g_autoptr (UdsPdfNotes) notes = uds_pdf_notes_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) pdf = g_bytes_new_static (files[i], strlen (files[i]));

      assert_not_finished (pdf, notes);
    }
}

static void
test_any_truncated_file_is_refused (void)
{
  g_autoptr (GBytes) pdf = make_sample ();
  g_autoptr (UdsPdfNotes) notes = uds_pdf_notes_new ();

  for (gsize length = g_bytes_get_size (pdf) - 8; length > 1000; length = length * 99 / 100)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (pdf, 0, length);

      assert_not_finished (part, notes);
    }
}

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
make_figure_without_words (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, 100, 100);
  cairo_t *cr = cairo_create (surface);

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_tag_begin (cr, "Document", NULL);
  cairo_tag_begin (cr, "Figure", NULL);
  cairo_rectangle (cr, 10, 10, 20, 20);
  cairo_fill (cr);
  cairo_tag_end (cr, "Figure");
  cairo_tag_end (cr, "Document");
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
test_each_figure_must_have_its_words (void)
{
  g_autoptr (GBytes) pdf = make_figure_without_words ();
  g_autoptr (UdsPdfNotes) none = uds_pdf_notes_new ();
  g_autoptr (UdsPdfNotes) two = uds_pdf_notes_new ();

  uds_pdf_notes_add_figure (two, "et");
  uds_pdf_notes_add_figure (two, "to");
  assert_not_finished (pdf, none);
  assert_not_finished (pdf, two);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf/other-programs-find-no-fault", test_other_programs_find_no_fault);
  g_test_add_func ("/pdf/properties-are-there", test_properties_are_there);
  g_test_add_func ("/pdf/there-is-no-page-too-many", test_there_is_no_page_too_many);
  g_test_add_func ("/pdf/fonts-are-embedded-with-their-letters", test_fonts_are_embedded_with_their_letters);
  g_test_add_func ("/pdf/there-are-no-pictures-of-pixels", test_there_are_no_pictures_of_pixels);
  g_test_add_func ("/pdf/structure-is-that-of-the-document", test_structure_is_that_of_the_document);
  g_test_add_func ("/pdf/what-cairo-leaves-out-is-there", test_what_cairo_leaves_out_is_there);
  g_test_add_func ("/pdf/outline-lists-the-headings", test_outline_lists_the_headings);
  g_test_add_func ("/pdf/pages-are-labelled", test_pages_are_labelled);
  g_test_add_func ("/pdf/danish-text-is-found", test_danish_text_is_found);
  g_test_add_func ("/pdf/language-follows-the-document", test_language_follows_the_document);
  g_test_add_func ("/pdf/an-unknown-file-is-refused", test_an_unknown_file_is_refused);
  g_test_add_func ("/pdf/any-truncated-file-is-refused", test_any_truncated_file_is_refused);
  g_test_add_func ("/pdf/each-figure-must-have-its-words", test_each_figure_must_have_its_words);
  return g_test_run ();
}
