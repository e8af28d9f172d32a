/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts as files: SVG whose text is text, PDF without pictures and with its fonts, PNG of the right size;
 * written whole or not at all. */
#include "chart-fixtures.h"
#include "uds-atomic-file.h"
#include "uds-chart-export.h"
#include "uds-error.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

typedef struct {
  char *folder;
  UdsChartSpec *spec;
  UdsChartLayout *layout;
} Fixture;

static UdsChartLayout *
lay_out (UdsChartSpec *spec)
{
  UdsChartTheme theme;

  uds_chart_theme_init_print (&theme, FALSE);
  return uds_chart_layout_new (spec, &theme, &(UdsChartSize) { 480, 270, 2 }, UDS_CHART_PART_ALL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("udsyn-chart-XXXXXX", NULL);
  fixture->spec = chart_fixture_emissions (UDS_LANGUAGE_DA);
  fixture->layout = lay_out (fixture->spec);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_rmdir (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
  g_clear_pointer (&fixture->layout, uds_chart_layout_unref);
  g_clear_object (&fixture->spec);
}

typedef struct {
  int n_texts;
  GString *content;
  gboolean has_role;
} Svg;

static void
start_element (GMarkupParseContext  *context,
               const char           *element,
               const char          **names,
               const char          **values,
               gpointer              data,
               GError              **error)
{
  Svg *svg = data;

  svg->n_texts += g_str_equal (element, "text");
  for (gsize i = 0; names[i] != NULL; i++)
    svg->has_role = svg->has_role || (g_str_equal (names[i], "role") && g_str_equal (values[i], "img"));
}

static void
read_text (GMarkupParseContext  *context,
           const char           *text,
           gsize                 length,
           gpointer              data,
           GError              **error)
{
  g_string_append_len (((Svg *) data)->content, text, (gssize) length);
}

static void
parse_svg (GBytes *bytes,
           Svg    *svg)
{
  const GMarkupParser parser = { .start_element = start_element, .text = read_text };
  GMarkupParseContext *context;
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  svg->content = g_string_new (NULL);
  context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, svg, NULL);
  g_markup_parse_context_parse (context, data, (gssize) length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
}

static void
test_svg_is_text (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GBytes) bytes = uds_chart_render_svg (fixture->layout, 10);
  Svg svg = { 0 };

  parse_svg (bytes, &svg);

  g_assert_true (svg.has_role);
  g_assert_cmpint (svg.n_texts, >, 10);
  g_assert_nonnull (strstr (svg.content->str, "Udledningen er faldet 80 %, men målet for 2025 er opgivet"));
  g_assert_nonnull (strstr (svg.content->str, "2011: 21\u00a0%"));
  g_assert_nonnull (strstr (svg.content->str, "CO₂-reduktion siden 2005, procent, København"));
  g_string_free (svg.content, TRUE);
}

static void
test_svg_any_text (void)
{
  g_autoptr (UdsChartSpec) spec = uds_chart_spec_new (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartLayout) layout = NULL;
  g_autoptr (GBytes) bytes = NULL;
  Svg svg = { 0 };

  uds_chart_spec_set_title (spec, "<b>\"Føtex\" & 'co'</b>\001]]>");
  layout = lay_out (spec);
  bytes = uds_chart_render_svg (layout, 0);
  parse_svg (bytes, &svg);

  g_assert_nonnull (strstr (svg.content->str, "<b>\"Føtex\" & 'co'</b>]]>"));
  g_string_free (svg.content, TRUE);
}

static void
test_png (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = uds_chart_render_png (fixture->layout, 10, &error);
  const guint8 *png = g_bytes_get_data (bytes, NULL);

  g_assert_no_error (error);
  g_assert_cmpmem (png, 8, "\211PNG\r\n\032\n", 8);
  g_assert_cmpint (png[18] << 8 | png[19], ==, 1000);
  g_assert_cmpint (png[22] << 8 | png[23], ==, 580);
}

static char *
run_tool (const char *tool,
          const char *path)
{
  g_auto (GStrv) words = g_strsplit (tool, " ", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  char *output = NULL;
  g_autoptr (GError) error = NULL;

  g_strv_builder_addv (builder, (const char **) words);
  g_strv_builder_add (builder, path);
  arguments = g_strv_builder_end (builder);
  g_spawn_sync (NULL, arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, NULL,
                &error);
  g_assert_no_error (error);

  return output;
}

static void
test_pdf (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "chart.pdf", NULL);
  g_autofree char *found = g_find_program_in_path ("pdffonts");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *fonts = NULL;
  g_autofree char *images = NULL;
  g_autofree char *info = NULL;
  g_auto (GStrv) lines = NULL;

  if (found == NULL)
    {
      g_test_skip ("pdffonts is not installed");
      return;
    }

  g_assert_true (uds_chart_write_pdf (fixture->layout, 12, file, NULL, &error));
  g_assert_no_error (error);
  fonts = run_tool ("pdffonts", path);
  images = run_tool ("pdfimages -list", path);
  info = run_tool ("pdfinfo", path);
  g_unlink (path);

  lines = g_strsplit (g_strchomp (fonts), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 2);
  for (gsize i = 2; lines[i] != NULL; i++)
    g_assert_true (
        g_regex_match_simple ("yes +yes +yes", lines[i], 0, 0)); /* embedded, a subset, with its Unicode */
  g_assert_cmpint (g_regex_match_simple ("\n *1 ", images, 0, 0), ==, FALSE);
  g_assert_nonnull (strstr (info, "Udledningen er faldet 80 %"));
  g_assert_nonnull (strstr (info, "504 x 294 pts"));
}

static void
test_long_series_is_a_small_file (void)
{
  const gsize n_points = 200000;
  g_autoptr (UdsChartSpec) spec = uds_chart_spec_new (UDS_LANGUAGE_EN);
  UdsChartSeries *series = uds_chart_spec_add_series (spec, "s", "S");
  g_autoptr (UdsChartLayout) layout = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  double value = 0;

  for (gsize i = 0; i < n_points; i++)
    {
      value += g_test_rand_double_range (-1, 1);
      uds_chart_series_add_values (series, &(double) { 2000 + 20.0 * (double) i / (double) n_points }, &value,
                                   1);
    }
  layout = lay_out (spec);
  pdf = uds_chart_render_pdf (layout, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (pdf), <, 50000);
}

static void
test_too_large (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = uds_chart_render_png (fixture->layout, 40000, &error);

  g_assert_null (bytes);
  g_assert_error (error, UDS_ERROR, UDS_ERROR_FAILED);
}

static void
test_file_is_whole_or_as_before (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "æøå.svg", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) before = g_bytes_new_static ("before", 6);
  g_autoptr (GError) error = NULL;

  g_assert_true (uds_atomic_file_write (file, before, NULL, &error));
  g_cancellable_cancel (cancellable);
  g_assert_false (uds_chart_write_svg (fixture->layout, 0, file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "before");

  g_clear_error (&error);
  g_clear_pointer (&contents, g_free);
  g_assert_true (uds_chart_write_svg (fixture->layout, 0, file, NULL, &error));
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "<?xml"));
  g_unlink (path);
}

static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none", "chart.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_false (uds_chart_write_png (fixture->layout, 0, file, NULL, &error));
  g_assert_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/export/svg/text-is-text-and-points-have-titles", test_svg_is_text);
  g_test_add_func ("/export/svg/any-text-is-well-formed", test_svg_any_text);
  ADD ("/export/png/has-the-size-times-the-resolution", test_png);
  ADD ("/export/png/one-too-large-is-refused", test_too_large);
  ADD ("/export/pdf/has-fonts-title-and-no-pictures", test_pdf);
  g_test_add_func ("/export/pdf/a-long-series-is-a-small-file", test_long_series_is_a_small_file);
  ADD ("/export/file/is-whole-or-as-before", test_file_is_whole_or_as_before);
  ADD ("/export/file/without-a-folder-is-an-error", test_no_folder);

  return g_test_run ();
}
