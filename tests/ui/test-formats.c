/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What leaves the window: charts and tables on the clipboard, dragged out, and as files; lists as they are on screen.
 */
#include "ui-fixture.h"

#include "uds-chart-content.h"
#include "uds-chart-save.h"
#include "uds-chart-table-view.h"
#include "uds-chart-view.h"
#include "uds-indicator-page.h"
#include "uds-list-export.h"
#include "uds-list-page.h"
#include "uds-open-sdg-save.h"

#include <string.h>

static const guint8 png_signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

static UdsChartView *
open_chart (UiFixture *fixture)
{
  g_autofree char *id = ui_find_id (fixture, "indicator", "code", "dk-homeless");

  uds_window_open_record (fixture->window, "indicator", id);
  ui_settle (fixture);
  return UDS_CHART_VIEW (ui_find_type (GTK_WIDGET (fixture->window), UDS_TYPE_CHART_VIEW));
}

/* The clipboard */

typedef struct {
  GBytes *bytes;
  gboolean done;
} Pasted;

static void
on_spliced_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  Pasted *pasted = data;

  g_assert_cmpint (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL), >, 0);
  pasted->bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  pasted->done = TRUE;
}

static void
on_opened_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GInputStream) input = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();

  g_assert_nonnull (input);
  g_output_stream_splice_async (output, input,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, on_spliced_cb, data);
}

static gboolean
is_pasted (gpointer data)
{
  return ((Pasted *) data)->done;
}

static GBytes *
paste (UiFixture  *fixture,
       const char *type)
{
  const char *types[] = { type, NULL };
  Pasted pasted = { NULL };

  gdk_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), types, G_PRIORITY_DEFAULT, NULL,
                            on_opened_cb, &pasted);
  g_assert_true (ui_wait_until (is_pasted, &pasted));
  return pasted.bytes;
}

static char *
paste_text (UiFixture  *fixture,
            const char *type)
{
  g_autoptr (GBytes) bytes = paste (fixture, type);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static gboolean
activate_if (GtkShortcut *shortcut,
             GtkWidget   *widget,
             const char  *key)
{
  g_autofree char *trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

  return strstr (trigger, key) != NULL
         && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, NULL);
}

/* A key, as the widget itself has it. */
static void
press (GtkWidget  *widget,
       const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) shortcuts = g_list_model_get_item (controllers, i);
      guint n_shortcuts = GTK_IS_SHORTCUT_CONTROLLER (shortcuts) ? g_list_model_get_n_items (shortcuts) : 0;

      for (guint j = 0; j < n_shortcuts; j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, j);

          if (activate_if (shortcut, widget, key))
            return;
        }
    }
  g_assert_not_reached ();
}

static void
assert_table_is_pasted (UiFixture *fixture)
{
  g_autofree char *text = paste_text (fixture, "text/plain;charset=utf-8");
  g_autofree char *html = paste_text (fixture, "text/html");

  g_assert_true (g_str_has_prefix (text, "Period\tHomeless people in Denmark (count in week 6) (persons)\tNote\n"
                                         "2009\t4998\t\n"));
  g_assert_nonnull (strstr (html, "<td>2009</td>\n<td align=\"right\">4,998</td>"));
}

static void
test_a_chart_is_copied_as_picture_and_table (UiFixture     *fixture,
                                             gconstpointer  data)
{
  UdsChartView *chart = open_chart (fixture);
  g_autoptr (GBytes) png = NULL;
  g_autofree char *svg = NULL;

  g_assert_true (ui_walk_to_type (fixture, UDS_TYPE_CHART_VIEW));
  press (GTK_WIDGET (chart), "<Control>c");
  ui_wait_for_text (fixture, "Copied as a picture and a table");
  png = paste (fixture, "image/png");
  svg = paste_text (fixture, "image/svg+xml");
  g_assert_cmpmem (g_bytes_get_data (png, NULL), sizeof png_signature, png_signature, sizeof png_signature);
  g_assert_nonnull (strstr (svg, "<svg"));
  assert_table_is_pasted (fixture);
}

static void
show_table (GtkWidget *widget,
            gpointer   data)
{
  if (ADW_IS_TOGGLE_GROUP (widget) && adw_toggle_group_get_toggle_by_name (ADW_TOGGLE_GROUP (widget), "table") != NULL)
    adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (widget), "table");
}

static void
test_a_table_is_copied_without_its_picture (UiFixture     *fixture,
                                            gconstpointer  data)
{
  GdkContentFormats *formats;

  open_chart (fixture);
  ui_for_each (GTK_WIDGET (fixture->window), show_table, NULL);
  ui_settle (fixture);
  press (ui_find_type (GTK_WIDGET (fixture->window), UDS_TYPE_CHART_TABLE_VIEW), "<Control>c");
  ui_wait_for_text (fixture, "Table copied");
  formats = gdk_clipboard_get_formats (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)));
  g_assert_false (gdk_content_formats_contain_mime_type (formats, "image/png"));
  assert_table_is_pasted (fixture);
}

static void
test_the_menu_of_the_page_copies_too (UiFixture     *fixture,
                                      gconstpointer  data)
{
  open_chart (fixture);
  gtk_widget_activate_action (ui_find_type (GTK_WIDGET (fixture->window), UDS_TYPE_INDICATOR_PAGE), "indicator.copy",
                              NULL);
  ui_wait_for_text (fixture, "Copied as a picture and a table");
  assert_table_is_pasted (fixture);
}

static void
test_a_dragged_chart_is_a_file (UiFixture     *fixture,
                                gconstpointer  data)
{
  UdsChartSpec *spec = uds_chart_view_get_spec (open_chart (fixture));
  g_autoptr (GdkContentProvider) content =
      uds_chart_content_new (spec, UDS_CHART_CONTENT_PICTURE | UDS_CHART_CONTENT_FILE);
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GSList) files = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_assert_true (gdk_content_provider_get_value (content, &value, &error));
  g_assert_no_error (error);
  files = gdk_file_list_get_files (g_value_get_boxed (&value));
  g_assert_cmpuint (g_slist_length (files), ==, 1);
  g_assert_true (g_str_has_suffix (g_file_peek_path (files->data), ".png"));
  g_assert_true (g_file_load_contents (files->data, NULL, &bytes, NULL, NULL, NULL));
  g_assert_cmpmem (bytes, sizeof png_signature, png_signature, sizeof png_signature);
}

static void
test_the_menu_of_a_chart_opens_by_keyboard (UiFixture     *fixture,
                                            gconstpointer  data)
{
  UdsChartView *chart = open_chart (fixture);

  press (GTK_WIDGET (chart), "F10");
  ui_settle (fixture);
  g_assert_nonnull (ui_find_text (GTK_WIDGET (chart), "Copy Table"));
  ui_draw (fixture, "chart-menu");
}

/* Files */

static GFile *
make_file (UiFixture  *fixture,
           const char *name)
{
  g_autofree char *path = g_build_filename (fixture->store.folder, name, NULL);

  return g_file_new_for_path (path);
}

static void
test_a_chart_is_saved_in_each_format (UiFixture     *fixture,
                                      gconstpointer  data)
{
  static const struct {
    const char *name, *begins;
  } cases[] = {
    { "Chart.pdf", "%PDF-" }, { "chart.svg", "<?xml" },      { "chart.png", "\x89PNG" },
    { "chart.ods", "PK" },    { "chart.xlsx", "PK" },        { "chart.csv", "Period," },
    { "chart", "%PDF-" },
  };
  UdsChartView *chart = open_chart (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = make_file (fixture, cases[i].name);
      g_autofree char *said = g_strdup_printf ("saved as “%s”", cases[i].name);
      g_autofree char *bytes = NULL;

      uds_chart_save_to_file (GTK_WIDGET (chart), uds_chart_view_get_spec (chart), file);
      ui_wait_for_text (fixture, said);
      g_assert_true (g_file_load_contents (file, NULL, &bytes, NULL, NULL, NULL));
      g_assert_true (g_str_has_prefix (bytes, cases[i].begins));
    }
}

/* Until the list says no more of what the search leaves out. */
static gboolean
is_filtered (gpointer data)
{
  return ui_find_text (data, "Eurocities") == NULL;
}

static void
test_a_list_is_saved_as_it_is_on_screen (UiFixture     *fixture,
                                         gconstpointer  data)
{
  g_autoptr (GFile) file = make_file (fixture, "list.csv");
  g_autoptr (UdsQuery) query = NULL;
  g_autofree char *text = NULL;
  GtkWidget *page, *entry;

  uds_window_show_page (fixture->window, "networks");
  ui_settle (fixture);
  page = ui_find_type (GTK_WIDGET (fixture->window), UDS_TYPE_LIST_PAGE);
  entry = ui_find_type (page, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "c40");
  g_assert_true (ui_wait_until (is_filtered, page));
  query = uds_list_page_make_query (UDS_LIST_PAGE (page));
  uds_list_export_to_file (page, uds_page_get_context (UDS_PAGE (page)), query, 0, file);
  ui_wait_for_text (fixture, "2 rows saved as “list.csv”");
  ui_draw (fixture, "list-saved");
  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  g_assert_nonnull (strstr (text, "C40 Cities"));
  g_assert_null (strstr (text, "Eurocities"));
}

/* Keeps the store's thread busy until the list is given up. */
static gpointer
wait_for_cancel (UdsSession  *session,
                 gpointer     data,
                 GError     **error)
{
  while (!g_atomic_int_get ((int *) data))
    g_usleep (1000);
  return g_strdup ("");
}

static void
on_waited_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_free (uds_store_read_finish (UDS_STORE (source), result, NULL));
}

static gboolean
can_cancel (gpointer data)
{
  return ui_find_text (GTK_WIDGET (((UiFixture *) data)->window), "Cancel") != NULL;
}

static void
test_a_long_export_is_given_up (UiFixture     *fixture,
                                gconstpointer  data)
{
  g_autoptr (GFile) file = make_file (fixture, "list.ods");
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("city"));
  GtkWidget *page;
  UdsContext *context;
  int given_up = FALSE;

  uds_window_show_page (fixture->window, "networks");
  ui_settle (fixture);
  page = ui_find_type (GTK_WIDGET (fixture->window), UDS_TYPE_LIST_PAGE);
  context = uds_page_get_context (UDS_PAGE (page));
  uds_store_read_async (uds_context_get_store (context), wait_for_cancel, &given_up, NULL, g_free, NULL, on_waited_cb,
                        NULL);
  uds_list_export_to_file (page, context, query, 0, file);
  g_assert_true (ui_wait_until (can_cancel, fixture));
  ui_draw (fixture, "exporting");
  g_signal_emit_by_name (ui_find_button (fixture, "Cancel"), "clicked");
  g_atomic_int_set (&given_up, TRUE);
  ui_wait_for_text (fixture, "Export given up; nothing was written");
  g_assert_false (g_file_query_exists (file, NULL));
}

static void
test_an_indicator_is_saved_for_open_sdg (UiFixture     *fixture,
                                         gconstpointer  data)
{
  g_autofree char *id = ui_find_id (fixture, "indicator", "code", "dk-homeless");
  g_autoptr (GFile) folder = make_file (fixture, "open-sdg");
  g_autoptr (GFile) table = g_file_resolve_relative_path (folder, "data/indicator_dk-homeless.csv");
  g_autoptr (GFile) settings = g_file_resolve_relative_path (folder, "indicator-config/dk-homeless.yml");
  GtkWidget *page = GTK_WIDGET (open_chart (fixture));

  page = gtk_widget_get_ancestor (page, UDS_TYPE_PAGE);
  uds_open_sdg_save_to_folder (page, uds_page_get_context (UDS_PAGE (page)), "indicator", id, folder);
  ui_wait_for_text (fixture, "2 files saved in “open-sdg”");
  g_assert_true (g_file_query_exists (table, NULL));
  g_assert_true (g_file_query_exists (settings, NULL));
}

#define ADD(path, func) g_test_add ("/formats/" path, UiFixture, NULL, ui_fixture_set_up, func, ui_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GTK_A11Y", "none", TRUE);
  ui_init (&argc, &argv);
  ui_speak ("en_GB.UTF-8");

  ADD ("a-chart-is-copied-as-picture-and-table", test_a_chart_is_copied_as_picture_and_table);
  ADD ("a-table-is-copied-without-its-picture", test_a_table_is_copied_without_its_picture);
  ADD ("the-menu-of-the-page-copies-too", test_the_menu_of_the_page_copies_too);
  ADD ("a-dragged-chart-is-a-file", test_a_dragged_chart_is_a_file);
  ADD ("the-menu-of-a-chart-opens-by-keyboard", test_the_menu_of_a_chart_opens_by_keyboard);
  ADD ("a-chart-is-saved-in-each-format", test_a_chart_is_saved_in_each_format);
  ADD ("an-indicator-is-saved-for-open-sdg", test_an_indicator_is_saved_for_open_sdg);
  ADD ("a-long-export-is-given-up", test_a_long_export_is_given_up);
  ADD ("a-list-is-saved-as-it-is-on-screen", test_a_list_is_saved_as_it_is_on_screen);

  return g_test_run ();
}
