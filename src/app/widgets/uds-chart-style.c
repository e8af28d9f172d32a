/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the widget and the style manager what the theme of a chart needs. */
#include "uds-chart-style.h"

#include <adwaita.h>

static UdsChartColor
to_chart_color (const GdkRGBA *rgba)
{
  return (UdsChartColor) { rgba->red, rgba->green, rgba->blue, rgba->alpha };
}

/* In pixels; large text is the font's size. */
static double
get_font_size (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (pango_font_description_get_size_is_absolute (font))
    return size;
  return size * pango_cairo_context_get_resolution (context) / 72;
}

/**
 * uds_chart_style_init_theme:
 * @theme: (out): the theme
 * @widget: a widget on the view's background
 *
 * The theme's font family lives as long as the widget's font does not change.
 */
void
uds_chart_style_init_theme (UdsChartTheme *theme,
                            GtkWidget     *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (manager);
  PangoContext *context = gtk_widget_get_pango_context (widget);
  /* What libadwaita's style sheet has for cards on a window, of which there is no API. */
  UdsChartColor background = uds_chart_color_from_rgb (dark ? 0x343437 : 0xffffff);
  UdsChartColor accent_color = to_chart_color (accent);
  UdsChartColor foreground;
  GdkRGBA rgba;

  gtk_widget_get_color (widget, &rgba);
  rgba.alpha = 1;
  foreground = to_chart_color (&rgba);
  uds_chart_theme_init_screen (theme, &background, &foreground, &accent_color,
                               adw_style_manager_get_high_contrast (manager));
  theme->font_family = pango_font_description_get_family (pango_context_get_font_description (context));
  theme->font_size = get_font_size (widget);
}

/**
 * uds_chart_style_watch:
 * @widget: a widget that draws a chart
 * @changed: called with @widget when the theme is another
 */
void
uds_chart_style_watch (GtkWidget *widget,
                       GCallback  changed)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  static const char *const properties[] = { "notify::dark", "notify::accent-color-rgba", "notify::high-contrast" };

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    g_signal_connect_object (manager, properties[i], changed, widget, G_CONNECT_SWAPPED);
}
