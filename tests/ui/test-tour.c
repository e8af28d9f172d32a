/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every view and the page of every kind of record, light, dark, in high contrast and with large text, from 360 wide, in
 * both languages: no warning, no text cut off, every control with a name and reached by keyboard. */
#include "ui-fixture.h"

#include "uds-chart-view.h"
#include "uds-page-registry.h"
#include "uds-values-cell.h"
#include "udsyn-config.h"

static const int widths[] = { 360, 800, 1280 };
static const char *const locales[] = { "en_GB.UTF-8", "da_DK.UTF-8" };

/* Names */

static gboolean
has_text (GtkWidget *widget)
{
  return ui_find_type (widget, GTK_TYPE_LABEL) != NULL || ui_find_type (widget, GTK_TYPE_TEXT) != NULL;
}

/* A row is not named by what is in it. */
static gboolean
is_named_by_content (GtkWidget *widget)
{
  return !GTK_IS_LIST_BOX_ROW (widget) && has_text (widget);
}

/* The button of a menu button goes by the menu button's name. */
static gboolean
has_name (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  GtkAccessible *accessible = GTK_ACCESSIBLE (GTK_IS_MENU_BUTTON (parent) ? parent : widget);

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY)
         || gtk_widget_get_tooltip_text (GTK_WIDGET (accessible)) != NULL || is_named_by_content (widget);
}

static gboolean
needs_name (GtkWidget *widget)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  return gtk_widget_get_focusable (widget) && role != GTK_ACCESSIBLE_ROLE_NONE
         && role != GTK_ACCESSIBLE_ROLE_PRESENTATION && role != GTK_ACCESSIBLE_ROLE_GENERIC
         && gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) == NULL;
}

static void
check_name (GtkWidget *widget,
            gpointer   data)
{
  if (!needs_name (widget) || has_name (widget))
    return;

  g_test_message ("%s: a %s has no name", (const char *) data, G_OBJECT_TYPE_NAME (widget));
  g_test_fail ();
}

/* Clipping */

/* The title of a header bar repeats what stands on the page; a cell that is written in says all when it is, and in its
 * tooltip. */
static gboolean
may_be_cut (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, ADW_TYPE_WINDOW_TITLE) != NULL
         || (gtk_widget_get_ancestor (widget, UDS_TYPE_VALUES_CELL) != NULL
             && gtk_widget_get_tooltip_text (widget) != NULL);
}

static gboolean
sticks_out (GtkWidget *widget,
            GtkWidget *ancestor)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, ancestor, &bounds)
         && (bounds.origin.x < -0.5f
             || bounds.origin.x + bounds.size.width > (float) gtk_widget_get_width (ancestor) + 0.5f);
}

/* By the window, or by something in it that cuts its content, such as a column. */
static gboolean
is_clipped (GtkWidget *widget)
{
  for (GtkWidget *around = gtk_widget_get_parent (widget); around != NULL; around = gtk_widget_get_parent (around))
    if ((GTK_IS_WINDOW (around) || gtk_widget_get_overflow (around) == GTK_OVERFLOW_HIDDEN)
        && sticks_out (widget, around))
      return TRUE;

  return FALSE;
}

static void
check_label (GtkWidget *widget,
             gpointer   data)
{
  if (!GTK_IS_LABEL (widget) || may_be_cut (widget))
    return;
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))) && !is_clipped (widget))
    return;

  g_test_message ("%s: “%s” is cut", (const char *) data, gtk_label_get_text (GTK_LABEL (widget)));
  g_test_fail ();
}

/* The keyboard */

typedef struct {
  const char *where;
  GHashTable *reached; /* of GtkWidget: where Tab stops */
} Walk;

static gboolean
takes_focus (GtkWidget *widget)
{
  for (GtkWidget *around = widget; around != NULL; around = gtk_widget_get_parent (around))
    if (!gtk_widget_get_can_focus (around))
      return FALSE;

  return needs_name (widget) && gtk_widget_is_sensitive (widget);
}

static gboolean
holds_a_stop (GtkWidget  *widget,
              GHashTable *reached)
{
  GHashTableIter iter;
  gpointer stop;

  g_hash_table_iter_init (&iter, reached);
  while (g_hash_table_iter_next (&iter, &stop, NULL))
    if (stop == widget || gtk_widget_is_ancestor (stop, widget))
      return TRUE;

  return FALSE;
}

/* From one item of a list, a grid or a group of toggles the arrows lead to the others, and so they do from one cell of
 * a table that is written in. */
static gboolean
is_beside_a_stop (GtkWidget  *widget,
                  GHashTable *reached)
{
  GtkWidget *list = UDS_IS_VALUES_CELL (widget) ? gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_VIEW)
                                                : gtk_widget_get_parent (widget);

  if (!GTK_IS_LIST_BOX (list) && !GTK_IS_FLOW_BOX (list) && !GTK_IS_LIST_BASE (list)
      && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (list)) != GTK_ACCESSIBLE_ROLE_RADIO_GROUP)
    return FALSE;

  return holds_a_stop (list, reached);
}

static void
check_reached (GtkWidget *widget,
               gpointer   data)
{
  Walk *walk = data;

  if (!takes_focus (widget) || holds_a_stop (widget, walk->reached) || is_beside_a_stop (widget, walk->reached))
    return;

  g_test_message ("%s: a %s is not reached by keyboard", walk->where, G_OBJECT_TYPE_NAME (widget));
  g_test_fail ();
}

static void
check_tab_order (UiFixture  *fixture,
                 const char *where)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  g_autoptr (GHashTable) reached = g_hash_table_new (NULL, NULL);

  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  while (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD)
         && g_hash_table_add (reached, gtk_root_get_focus (GTK_ROOT (window))))
    continue;

  ui_for_each (window, check_reached, &(Walk) { where, reached });
}

/* The tour */

static void
look (UiFixture  *fixture,
      const char *name)
{
  g_test_message ("%s", name);
  ui_settle (fixture);
  ui_for_each (GTK_WIDGET (fixture->window), check_name, (gpointer) name);
  ui_for_each (GTK_WIDGET (fixture->window), check_label, (gpointer) name);
  ui_draw (fixture, name);
  check_tab_order (fixture, name);
}

static void
visit_views (UiFixture  *fixture,
             const char *where)
{
  guint n_pages;
  const UdsPageInfo *pages = uds_page_registry_list (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%s", where, pages[i].id);

      uds_window_show_page (fixture->window, pages[i].id);
      look (fixture, name);
    }
}

/* The goals can be looked at in several ways, with and without a filter. */
static void
visit_faces (UiFixture  *fixture,
             const char *where)
{
  static const char *const faces[] = { "heat", "attention", "grid" };
  g_autoptr (GSettings) settings = g_settings_new (UDSYN_APP_ID);

  uds_window_show_page (fixture->window, "goals");
  g_settings_set_string (settings, "goals-scope", "city");
  for (guint i = 0; i < G_N_ELEMENTS (faces); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-goals-%s", where, faces[i]);

      g_settings_set_string (settings, "goals-face", faces[i]);
      look (fixture, name);
    }
  g_settings_reset (settings, "goals-scope");
}

static void
visit_records (UiFixture  *fixture,
               const char *where)
{
  guint n_kinds;
  const UdsKind *const *kinds = uds_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *id = ui_find_id (fixture, kinds[i]->name, NULL, NULL);
      g_autofree char *name = g_strdup_printf ("%s-record-%s", where, kinds[i]->name);

      if (id == NULL)
        continue;
      uds_window_show_page (fixture->window, "goals");
      uds_window_open_record (fixture->window, kinds[i]->name, id);
      look (fixture, name);
    }
}

static void
visit_values (UiFixture  *fixture,
              const char *where)
{
  g_autofree char *id = ui_find_id (fixture, "indicator", "code", "cph-co2-reduction");
  g_autofree char *name = g_strdup_printf ("%s-values", where);

  uds_window_show_page (fixture->window, "goals");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.edit-values", "s", id);
  look (fixture, name);
}

static const struct {
  const char *name;
  gboolean is_dark;
  gboolean is_contrast;
  double text_scale;
} looks[] = {
  { "light", FALSE, FALSE, 1 },
  { "dark", TRUE, FALSE, 1 },
  { "contrast", FALSE, TRUE, 1 },
  { "dark-contrast", TRUE, TRUE, 1 },
  { "large-text", FALSE, FALSE, 1.5 },
};

typedef struct {
  const char *locale;
  int width;
  guint look;
} Stop;

static void
put_on_look (guint look)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GSettings) settings = g_settings_new ("org.gnome.desktop.a11y.interface");

  g_settings_set_boolean (settings, "high-contrast", looks[look].is_contrast);
  adw_style_manager_set_color_scheme (manager,
                                      looks[look].is_dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * looks[look].text_scale), NULL);

  g_assert_true (adw_style_manager_get_dark (manager) == looks[look].is_dark);
  g_assert_true (adw_style_manager_get_high_contrast (manager) == looks[look].is_contrast);
}

static void
test_stop (gconstpointer data)
{
  const Stop *stop = data;
  g_autofree char *where = g_strdup_printf ("%.2s-%d-%s", stop->locale, stop->width, looks[stop->look].name);
  UiFixture fixture = { 0 };

  ui_speak (stop->locale);
  put_on_look (stop->look);
  ui_fixture_set_up (&fixture, GINT_TO_POINTER (stop->width));
  visit_views (&fixture, where);
  visit_faces (&fixture, where);
  visit_values (&fixture, where);
  /* Forms are the same in all looks, but for their colours. */
  if (stop->look == 0 && stop->width != 1280)
    visit_records (&fixture, where);
  ui_fixture_tear_down (&fixture, NULL);
  put_on_look (0);
}

static void
test_points (UiFixture     *fixture,
             gconstpointer  data)
{
  g_autofree char *id = ui_find_id (fixture, "indicator", "code", "cph-co2-reduction");
  g_autoptr (GtkAccessible) point = NULL;
  const UdsChartSeries *series;
  GtkWidget *chart;
  gsize n_points = 0;

  uds_window_open_record (fixture->window, "indicator", id);
  ui_settle (fixture);
  chart = ui_find_type (GTK_WIDGET (fixture->window), UDS_TYPE_CHART_VIEW);
  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_LIST);

  point = gtk_accessible_get_first_accessible_child (GTK_ACCESSIBLE (chart));
  while (point != NULL)
    {
      GtkAccessible *next = gtk_accessible_get_next_accessible_sibling (point);

      gtk_test_accessible_assert_role (point, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      g_assert_true (gtk_test_accessible_has_property (point, GTK_ACCESSIBLE_PROPERTY_LABEL));
      g_object_unref (point);
      point = next;
      n_points++;
    }
  series = uds_chart_spec_get_series (uds_chart_view_get_spec (UDS_CHART_VIEW (chart)), 0);
  g_assert_cmpuint (n_points, ==, uds_chart_series_get_n_points (series));
}

static void
add_stop (const char *locale,
          int         width,
          guint       look)
{
  g_autofree char *path = g_strdup_printf ("/tour/%.2s/%d/%s", locale, width, looks[look].name);
  Stop *stop = g_new0 (Stop, 1);

  *stop = (Stop) { locale, width, look };
  g_test_add_data_func_full (path, stop, test_stop, g_free);
}

int
main (int   argc,
      char *argv[])
{
  ui_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (widths); j++)
      for (guint look = 0; look < G_N_ELEMENTS (looks); look++)
        /* Who needs larger text has a larger window too: the guidelines want half as large again to fit on 800. */
        if (widths[j] >= 800 || looks[look].text_scale <= 1)
          add_stop (locales[i], widths[j], look);
  g_test_add ("/tour/the-points-of-a-chart-are-accessible-one-by-one", UiFixture, NULL, ui_fixture_set_up, test_points,
              ui_fixture_tear_down);

  return g_test_run ();
}
