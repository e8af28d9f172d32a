/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every view of the registry, and a page of each sort, is shown in light and dark and from a narrow window to a wide
 * one, on the starting content: nothing warns (warnings are fatal here), and something is drawn. */
#include "uds-content.h"
#include "uds-page-registry.h"
#include "uds-window.h"

#include <glib/gstdio.h>

static const int widths[] = { 360, 800, 1280 };

typedef struct {
  char *folder;
  UdsApplication *application;
  UdsWindow *window;
  UdsContext *context;
} Fixture;

/* Lets the window do what it has to: lanes answer, frames are drawn. */
static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + 150 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

static void
set_up (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UdsClock) clock = uds_clock_new ();
  g_autoptr (UdsStore) store = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("udsyn-test-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "udsyn.db", NULL);
  store = uds_store_open (path, clock, &error);
  g_assert_no_error (error);
  uds_content_fill (store, &error);
  g_assert_no_error (error);
  fixture->context = uds_context_new (store, clock, UDS_LANGUAGE_DA);

  fixture->application = uds_application_new ();
  g_application_register (G_APPLICATION (fixture->application), NULL, &error);
  g_assert_no_error (error);
  fixture->window = uds_window_new (fixture->application);
  uds_window_set_context (fixture->window, fixture->context);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

static void
tear_down (Fixture *fixture)
{
  static const char *const names[] = { "udsyn.db", "udsyn.db-wal", "udsyn.db-shm" };

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_clear_object (&fixture->application);
  g_clear_object (&fixture->context);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static void
assert_draws (UdsWindow *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  g_assert_nonnull (node);
}

static void
show_in_all_sizes (Fixture *fixture)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };

  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (widths); j++)
      {
        adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[i]);
        gtk_window_set_default_size (GTK_WINDOW (fixture->window), widths[j], 700);
        settle ();
        assert_draws (fixture->window);
      }
}

static void
test_every_view_in_all_sizes (gconstpointer data)
{
  Fixture *fixture = (Fixture *) data;
  guint n_pages;
  const UdsPageInfo *pages = uds_page_registry_list (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    {
      uds_window_show_page (fixture->window, pages[i].id);
      show_in_all_sizes (fixture);
    }
}

static gpointer
find_first (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (data);

  return uds_session_find (session, query, error);
}

/* A record of every kind that can be opened; a kind without any in the starting content is left out. */
static void
test_a_record_of_every_kind (gconstpointer data)
{
  Fixture *fixture = (Fixture *) data;
  guint n_kinds;
  const UdsKind *const *kinds = uds_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (UdsRecord) record = NULL;

      if (!uds_kind_is_listed (kinds[i]))
        continue;
      record = uds_store_read (uds_context_get_store (fixture->context), find_first, (gpointer) kinds[i], NULL);
      if (record == NULL)
        continue;
      uds_window_show_page (fixture->window, "goals");
      uds_window_open_record (fixture->window, kinds[i]->name, uds_record_get_id (record));
      settle ();
      assert_draws (fixture->window);
    }
}

int
main (int   argc,
      char *argv[])
{
  Fixture fixture = { NULL };
  int status;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);

  /* One application for all: its objects on the bus are there once. */
  set_up (&fixture);
  g_test_add_data_func ("/tour/every-view-in-all-sizes", &fixture, test_every_view_in_all_sizes);
  g_test_add_data_func ("/tour/a-record-of-every-kind", &fixture, test_a_record_of_every_kind);
  status = g_test_run ();
  tear_down (&fixture);

  return status;
}
