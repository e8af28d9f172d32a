/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The windows that most people see first look as they did when somebody last looked at them. */
#include "ui-fixture.h"
#include "ui-picture.h"

#include "uds-goal-badge.h"
#include "uds-goal-tile.h"
#include "udsyn-config.h"

#define WIDTH 800

static void
show_goals (UiFixture *fixture)
{
  uds_window_show_page (fixture->window, "goals");
}

static void
show_goal (UiFixture *fixture)
{
  g_autofree char *id = ui_find_id (fixture, "goal", "number", "11");

  uds_window_open_record (fixture->window, "goal", id);
}

static void
show_indicator (UiFixture *fixture)
{
  g_autofree char *id = ui_find_id (fixture, "indicator", "code", "cph-co2-reduction");

  uds_window_open_record (fixture->window, "indicator", id);
}

static void
show_import (UiFixture *fixture)
{
  ui_import (fixture, "indicator_7-1-1.csv", "Year,Value\n2015,10\n2016,elleve\n2017,12\n", "elleve");
}

static void
show_face (const char *face)
{
  g_autoptr (GSettings) settings = g_settings_new (UDSYN_APP_ID);

  g_settings_set_string (settings, "goals-face", face);
}

static void
show_heat (UiFixture *fixture)
{
  show_face ("heat");
}

static void
show_attention (UiFixture *fixture)
{
  show_face ("attention");
}

static const struct {
  const char *name;
  void (*show) (UiFixture *fixture);
} windows[] = {
  { "goals", show_goals },
  { "goal", show_goal },
  { "indicator", show_indicator },
  { "import", show_import },
  { "goals-heat", show_heat },
  { "goals-attention", show_attention },
};

typedef struct {
  guint window;
  gboolean is_dark;
} Case;

static gboolean
has_golden_fonts (void)
{
  const char *environment = g_getenv ("UDSYN_ENV");

  if (environment != NULL && g_str_has_prefix (environment, "trixie-"))
    return TRUE;

  g_test_skip ("the pictures show the fonts of Debian 13, which this environment is not made of");
  return FALSE;
}

static char *
get_golden_path (const char *name)
{
  g_autofree char *file = g_strdup_printf ("window-%s.png", name);

  return g_build_filename (g_getenv ("UDSYN_SOURCE"), "tests", "golden", file, NULL);
}

static char *
get_log_path (const char *name,
              const char *what)
{
  g_autofree char *file = g_strdup_printf ("golden-%s-%s.png", name, what);

  return g_build_filename (g_getenv ("UDSYN_BUILD"), "meson-logs", file, NULL);
}

/* Leaves beside the build's logs what is to be looked at. */
static void
fail_with_pictures (const char      *name,
                    GdkTexture      *texture,
                    cairo_surface_t *picture,
                    guint            n_different)
{
  g_autofree char *path = get_log_path (name, "now");
  g_autofree char *marks_path = get_log_path (name, "difference");

  g_assert_true (gdk_texture_save_to_png (texture, path));
  g_assert_cmpint (cairo_surface_write_to_png (picture, marks_path), ==, CAIRO_STATUS_SUCCESS);
  g_test_message ("%s: %u places are not as in tests/golden. See %s, in red %s. Where it is meant: "
                  "UDSYN_GOLDEN=update tests/run ui",
                  name, n_different, path, marks_path);
  g_test_fail ();
}

static void
check_picture (UiFixture  *fixture,
               const char *name)
{
  g_autoptr (GdkTexture) texture = ui_render (fixture);
  g_autoptr (cairo_surface_t) now = ui_picture_shrink (texture, 0);
  g_autoptr (cairo_surface_t) marks = ui_picture_shrink (texture, 0);
  g_autofree char *path = get_golden_path (name);
  g_autoptr (cairo_surface_t) golden = cairo_image_surface_create_from_png (path);

  if (g_strcmp0 (g_getenv ("UDSYN_GOLDEN"), "update") == 0)
    {
      g_assert_cmpint (cairo_surface_write_to_png (now, path), ==, CAIRO_STATUS_SUCCESS);
    }
  else
    {
      guint n_different = ui_picture_compare (now, golden, marks);

      if (n_different > 0)
        fail_with_pictures (name, texture, marks, n_different);
    }
}

static void
set_up (UiFixture *fixture,
        gboolean   is_dark)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      is_dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  ui_fixture_set_up (fixture, GINT_TO_POINTER (WIDTH));
}

static void
test_window (gconstpointer data)
{
  const Case *wanted = data;
  g_autofree char *name =
      g_strdup_printf ("%s-%s", windows[wanted->window].name, wanted->is_dark ? "dark" : "light");
  UiFixture fixture = { 0 };
  AdwDialog *dialog;

  if (!has_golden_fonts ())
    return;

  set_up (&fixture, wanted->is_dark);
  windows[wanted->window].show (&fixture);
  ui_settle (&fixture);
  check_picture (&fixture, name);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture.window));
  if (dialog != NULL)
    adw_dialog_force_close (dialog);
  show_face ("grid");
  ui_fixture_tear_down (&fixture, NULL);
}

/* What counts as a difference */

static guint
count_differences (UiFixture       *fixture,
                   cairo_surface_t *before)
{
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (cairo_surface_t) now = NULL;

  ui_settle (fixture);
  texture = ui_render (fixture);
  now = ui_picture_shrink (texture, 0);
  return ui_picture_compare (before, now, NULL);
}

static void
test_edges_may_be_drawn_otherwise_but_nothing_moved_missing_or_recoloured (void)
{
  UiFixture fixture = { 0 };
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (cairo_surface_t) before = NULL;
  g_autoptr (cairo_surface_t) shifted = NULL;
  GtkWidget *tile, *badge;

  set_up (&fixture, FALSE);
  texture = ui_render (&fixture);
  before = ui_picture_shrink (texture, 0);
  tile = ui_find_type (GTK_WIDGET (fixture.window), UDS_TYPE_GOAL_TILE);
  badge = ui_find_type (tile, UDS_TYPE_GOAL_BADGE);

  g_assert_cmpuint (count_differences (&fixture, before), ==, 0);
  shifted = ui_picture_shrink (texture, 0.4);
  g_assert_cmpuint (ui_picture_compare (before, shifted, NULL), ==, 0);

  gtk_widget_set_margin_start (badge, 6);
  g_assert_cmpuint (count_differences (&fixture, before), >, 0);
  gtk_widget_set_margin_start (badge, 0);
  gtk_widget_set_opacity (badge, 0.8);
  g_assert_cmpuint (count_differences (&fixture, before), >, 0);
  gtk_widget_set_opacity (badge, 1);
  gtk_widget_set_child_visible (badge, FALSE);
  g_assert_cmpuint (count_differences (&fixture, before), >, 0);

  ui_fixture_tear_down (&fixture, NULL);
}

int
main (int   argc,
      char *argv[])
{
  ui_init (&argc, &argv);
  ui_speak ("da_DK.UTF-8");

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    for (int dark = 0; dark <= 1; dark++)
      {
        g_autofree char *path = g_strdup_printf ("/golden/%s/%s", windows[i].name, dark ? "dark" : "light");
        Case *wanted = g_new0 (Case, 1);

        *wanted = (Case) { i, dark };
        g_test_add_data_func_full (path, wanted, test_window, g_free);
      }
  g_test_add_func ("/golden/edges-may-be-drawn-otherwise-but-nothing-moved-missing-or-recoloured",
                   test_edges_may_be_drawn_otherwise_but_nothing_moved_missing_or_recoloured);

  return g_test_run ();
}
