/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every view and the page of every kind of record, light and dark, from 360 wide, in both languages: no warning, no
 * text cut off, every control with a name. */
#include "ui-fixture.h"

#include "uds-chart-view.h"
#include "uds-page-registry.h"

static const int widths[] = { 360, 800, 1280 };
static const char *const locales[] = { "en_GB.UTF-8", "da_DK.UTF-8" };

/* Names */

static gboolean
has_text (GtkWidget *widget)
{
  return ui_find_type (widget, GTK_TYPE_LABEL) != NULL || ui_find_type (widget, GTK_TYPE_TEXT) != NULL;
}

/* The button of a menu button goes by the menu button's name. */
static gboolean
has_name (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  GtkAccessible *accessible = GTK_ACCESSIBLE (GTK_IS_MENU_BUTTON (parent) ? parent : widget);

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY)
         || gtk_widget_get_tooltip_text (GTK_WIDGET (accessible)) != NULL || has_text (widget);
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

/* The title of a header bar repeats what stands on the page. */
static gboolean
may_be_cut (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, ADW_TYPE_WINDOW_TITLE) != NULL;
}

static gboolean
leaves_window (GtkWidget *widget)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, window, &bounds)
         && (bounds.origin.x < -0.5f
             || bounds.origin.x + bounds.size.width > (float) gtk_widget_get_width (window) + 0.5f);
}

static void
check_label (GtkWidget *widget,
             gpointer   data)
{
  if (!GTK_IS_LABEL (widget) || may_be_cut (widget))
    return;
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))) && !leaves_window (widget))
    return;

  g_test_message ("%s: “%s” is cut", (const char *) data, gtk_label_get_text (GTK_LABEL (widget)));
  g_test_fail ();
}

static void
look (UiFixture  *fixture,
      const char *name)
{
  g_test_message ("%s", name);
  ui_settle (fixture);
  ui_for_each (GTK_WIDGET (fixture->window), check_name, (gpointer) name);
  ui_for_each (GTK_WIDGET (fixture->window), check_label, (gpointer) name);
  ui_draw (fixture, name);
}

/* The tour */

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

typedef struct {
  const char *locale;
  int width;
  gboolean dark;
} Stop;

static void
test_stop (gconstpointer data)
{
  const Stop *stop = data;
  g_autofree char *where = g_strdup_printf ("%.2s-%d-%s", stop->locale, stop->width, stop->dark ? "dark" : "light");
  UiFixture fixture = { 0 };

  ui_speak (stop->locale);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      stop->dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  ui_fixture_set_up (&fixture, GINT_TO_POINTER (stop->width));
  visit_views (&fixture, where);
  /* Forms are the same in dark, but for their colours. */
  if (!stop->dark && stop->width != 1280)
    visit_records (&fixture, where);
  ui_fixture_tear_down (&fixture, NULL);
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
          gboolean    dark)
{
  g_autofree char *path = g_strdup_printf ("/tour/%.2s/%d/%s", locale, width, dark ? "dark" : "light");
  Stop *stop = g_new0 (Stop, 1);

  stop->locale = locale;
  stop->width = width;
  stop->dark = dark;
  g_test_add_data_func_full (path, stop, test_stop, g_free);
}

int
main (int   argc,
      char *argv[])
{
  ui_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (widths); j++)
      {
        add_stop (locales[i], widths[j], FALSE);
        add_stop (locales[i], widths[j], TRUE);
      }
  g_test_add ("/tour/the-points-of-a-chart-are-accessible-one-by-one", UiFixture, NULL, ui_fixture_set_up, test_points,
              ui_fixture_tear_down);

  return g_test_run ();
}
