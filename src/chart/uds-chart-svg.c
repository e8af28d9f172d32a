/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SVG from the marks of a layout. Cairo's own writer turns text into outlines; here it stays text that can
 * be found, copied, translated and read aloud. */
#include "uds-chart-export.h"

#include "uds-chart-describe.h"

#include <string.h>

#define DECIMALS_FORMAT "%.2f"
#define HALO_PART 0.3

static void
append_number (GString *svg,
               double   number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;

  g_ascii_formatd (buffer, sizeof buffer, DECIMALS_FORMAT, number);
  for (end = buffer + strlen (buffer) - 1; *end == '0'; end--)
    *end = '\0';
  if (*end == '.')
    *end = '\0';
  g_string_append (svg, g_str_equal (buffer, "-0") ? "0" : buffer);
}

static void
append_attribute (GString    *svg,
                  const char *name,
                  double      number)
{
  g_string_append_printf (svg, " %s=\"", name);
  append_number (svg, number);
  g_string_append_c (svg, '"');
}

/* XML 1.0 has no way to write control characters. */
static void
append_text (GString    *svg,
             const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '<')
        g_string_append (svg, "&lt;");
      else if (c == '>')
        g_string_append (svg, "&gt;");
      else if (c == '&')
        g_string_append (svg, "&amp;");
      else if (c == '"')
        g_string_append (svg, "&quot;");
      else if (c >= ' ')
        g_string_append_unichar (svg, c);
    }
}

static void
append_element (GString    *svg,
                const char *element,
                const char *text)
{
  g_string_append_printf (svg, "<%s>", element);
  append_text (svg, text);
  g_string_append_printf (svg, "</%s>", element);
}

static void
append_color (GString             *svg,
              const char          *name,
              const UdsChartColor *color)
{
  if (color->alpha == 0)
    {
      g_string_append_printf (svg, " %s=\"none\"", name);
      return;
    }

  g_string_append_printf (svg, " %s=\"#%02x%02x%02x\"", name, (guint) (color->red * 255 + 0.5),
                          (guint) (color->green * 255 + 0.5), (guint) (color->blue * 255 + 0.5));
  if (color->alpha < 1)
    {
      g_autofree char *opacity = g_strconcat (name, "-opacity", NULL);

      append_attribute (svg, opacity, color->alpha);
    }
}

static void
append_pen (GString           *svg,
            const UdsChartPen *pen)
{
  append_color (svg, "stroke", &pen->color);
  append_attribute (svg, "stroke-width", pen->width);
  if (pen->n_dashes == 0)
    return;

  g_string_append (svg, " stroke-dasharray=\"");
  for (int i = 0; i < pen->n_dashes; i++)
    {
      if (i > 0)
        g_string_append_c (svg, ' ');
      append_number (svg, pen->dashes[i]);
    }
  g_string_append_c (svg, '"');
}

static void
append_path (GString              *svg,
             const UdsChartVertex *vertices,
             gsize                 n_vertices)
{
  g_string_append (svg, " d=\"");
  for (gsize i = 0; i < n_vertices; i++)
    {
      g_string_append_c (svg, vertices[i].is_start ? 'M' : 'L');
      append_number (svg, vertices[i].x);
      g_string_append_c (svg, ' ');
      append_number (svg, vertices[i].y);
    }
  g_string_append_c (svg, '"');
}

/* Ends an element whose attributes are written; @title is what is said when the pointer rests on it. */
static void
append_end (GString    *svg,
            const char *element,
            const char *title)
{
  if (title == NULL)
    {
      g_string_append (svg, "/>\n");
      return;
    }

  g_string_append_c (svg, '>');
  append_element (svg, "title", title);
  g_string_append_printf (svg, "</%s>\n", element);
}

static void
append_point (GString            *svg,
              const UdsChartMark *mark)
{
  UdsChartVertex corners[UDS_CHART_MARKER_CORNERS_MAX];
  double x = mark->vertices->x;
  double y = mark->vertices->y;
  double radius = (mark->size - mark->pen.width) / 2;
  gsize n_corners = uds_chart_marker_trace (mark->marker, x, y, radius, corners);

  if (n_corners == 0)
    {
      g_string_append (svg, "<circle");
      append_attribute (svg, "cx", x);
      append_attribute (svg, "cy", y);
      append_attribute (svg, "r", radius);
    }
  else
    {
      g_string_append (svg, "<path");
      append_path (svg, corners, n_corners);
    }
  append_color (svg, "fill", &mark->fill);
  append_pen (svg, &mark->pen);
  append_end (svg, n_corners == 0 ? "circle" : "path", mark->label);
}

static void
append_line (GString            *svg,
             const UdsChartMark *mark)
{
  g_string_append (svg, "<path fill=\"none\"");
  g_string_append (svg, mark->is_dense ? " stroke-linejoin=\"bevel\"" : " stroke-linejoin=\"round\"");
  if (mark->kind == UDS_CHART_MARK_LINE)
    g_string_append (svg, " stroke-linecap=\"round\"");
  append_pen (svg, &mark->pen);
  append_path (svg, mark->vertices, mark->n_vertices);
  g_string_append (svg, "/>\n");
}

static void
append_text_mark (GString             *svg,
                  const UdsChartMark  *mark,
                  const UdsChartTheme *theme)
{
  static const char *const anchors[] = {
    [UDS_CHART_ALIGN_START] = "start",
    [UDS_CHART_ALIGN_MIDDLE] = "middle",
    [UDS_CHART_ALIGN_END] = "end",
  };

  g_string_append_printf (svg, "<text text-anchor=\"%s\"", anchors[mark->text.align]);
  append_attribute (svg, "font-size", mark->text.size);
  if (mark->text.is_bold)
    g_string_append (svg, " font-weight=\"bold\"");
  append_color (svg, "fill", &mark->text.color);
  if (mark->text.has_halo)
    {
      g_string_append (svg, " paint-order=\"stroke\" stroke-linejoin=\"round\"");
      append_color (svg, "stroke", &theme->background);
      append_attribute (svg, "stroke-width", mark->text.size * HALO_PART);
    }
  g_string_append_c (svg, '>');
  for (gsize i = 0; mark->lines[i] != NULL; i++)
    {
      g_string_append (svg, "<tspan");
      append_attribute (svg, "x", mark->anchor.x);
      append_attribute (svg, "y", mark->anchor.y + (double) i * mark->line_height);
      g_string_append_c (svg, '>');
      append_text (svg, mark->lines[i]);
      g_string_append (svg, "</tspan>");
    }
  g_string_append (svg, "</text>\n");
}

static void
append_rect_shape (GString             *svg,
                   const UdsChartRect  *rect,
                   const UdsChartColor *fill)
{
  g_string_append (svg, "<rect");
  append_attribute (svg, "x", rect->x);
  append_attribute (svg, "y", rect->y);
  append_attribute (svg, "width", rect->width);
  append_attribute (svg, "height", rect->height);
  append_color (svg, "fill", fill);
}

static void
append_rect_mark (GString            *svg,
                  const UdsChartMark *mark)
{
  append_rect_shape (svg, &mark->bounds, &mark->fill);
  if (mark->pen.width > 0)
    append_pen (svg, &mark->pen);
  append_end (svg, "rect", mark->label);
}

static void
append_area (GString            *svg,
             const UdsChartMark *mark)
{
  g_string_append (svg, "<path fill-rule=\"evenodd\"");
  append_color (svg, "fill", &mark->fill);
  append_path (svg, mark->vertices, mark->n_vertices);
  g_string_append (svg, "/>\n");
}

static void
append_mark (GString             *svg,
             const UdsChartMark  *mark,
             const UdsChartTheme *theme)
{
  switch (mark->kind)
    {
    case UDS_CHART_MARK_RECT:
      append_rect_mark (svg, mark);
      break;

    case UDS_CHART_MARK_LINE:
    case UDS_CHART_MARK_RULE:
      append_line (svg, mark);
      break;

    case UDS_CHART_MARK_POINT:
      append_point (svg, mark);
      break;

    case UDS_CHART_MARK_AREA:
      append_area (svg, mark);
      break;

    case UDS_CHART_MARK_TEXT:
      append_text_mark (svg, mark, theme);
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
append_head (GString              *svg,
             const UdsChartLayout *layout,
             double                margin)
{
  UdsChartSpec *spec = uds_chart_layout_get_spec (layout);
  const UdsChartTheme *theme = uds_chart_layout_get_theme (layout);
  const UdsChartSize *size = uds_chart_layout_get_size (layout);
  const char *title = uds_chart_spec_get_title (spec);
  g_autofree char *description = uds_chart_describe (spec);
  UdsChartRect page = { -margin, -margin, size->width + 2 * margin, size->height + 2 * margin };

  g_string_append (svg,
                   "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title desc\"");
  g_string_append_printf (svg, " lang=\"%s\"", uds_language_get_code (uds_chart_spec_get_language (spec)));
  append_attribute (svg, "width", page.width);
  append_attribute (svg, "height", page.height);
  g_string_append (svg, " viewBox=\"");
  append_number (svg, page.x);
  g_string_append_c (svg, ' ');
  append_number (svg, page.y);
  g_string_append_c (svg, ' ');
  append_number (svg, page.width);
  g_string_append_c (svg, ' ');
  append_number (svg, page.height);
  g_string_append (svg, "\" font-family=\"");
  append_text (svg, theme->font_family);
  g_string_append (svg, ", sans-serif\" style=\"font-feature-settings: 'tnum'\">\n<title id=\"title\">");
  append_text (svg, title != NULL ? title : "");
  g_string_append (svg, "</title>\n<desc id=\"desc\">");
  append_text (svg, description);
  g_string_append (svg, "</desc>\n");
  append_rect_shape (svg, &page, &theme->background);
  append_end (svg, "rect", NULL);
}

/**
 * uds_chart_render_svg:
 * @layout: a chart
 * @margin: around it, in units
 *
 * Returns: (transfer full): an SVG file whose text is text, with the title and the written description
 */
GBytes *
uds_chart_render_svg (const UdsChartLayout *layout,
                      double                margin)
{
  const UdsChartTheme *theme = uds_chart_layout_get_theme (layout);
  GString *svg = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  append_head (svg, layout, margin);
  for (gsize i = 0; i < uds_chart_layout_get_n_marks (layout); i++)
    append_mark (svg, uds_chart_layout_get_mark (layout, i), theme);
  g_string_append (svg, "</svg>\n");

  return g_string_free_to_bytes (svg);
}
