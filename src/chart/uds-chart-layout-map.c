/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map: legend, frames with their land, the outline of each inset in the frame around it, and the places over all of
 * it. Also the map that is a window on a part of the world, for zooming and panning. */
#include "uds-chart-layout-map-private.h"
#include "uds-chart-rows-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define FRAME_GAP 1.2    /* in multiples of the font size */
#define TALLEST 1.35     /* times as high as it had better be: what is left stays empty */
#define TITLE_SIZE 0.85
#define TITLE_INDENT 0.45
#define TITLE_REACH 0.4  /* of a dot, around its middle */
#define OUTLINE_SAMPLES 8 /* to a side: straight on one map is curved on another */
#define LEGEND_SIZES 3

static void
add_outline_point (GArray                 *outline,
                   const UdsChartMapFrame *outer,
                   const UdsChartMapFrame *inset,
                   double                  across,
                   double                  down)
{
  UdsChartDegrees degrees;
  UdsChartVertex vertex;

  if (!uds_chart_frame_invert (inset, inset->plot.x + inset->plot.width * across,
                               inset->plot.y + inset->plot.height * down, &degrees))
    return;
  uds_chart_frame_map (outer, &degrees, &vertex);
  vertex.is_start = outline->len == 0;
  g_array_append_val (outline, vertex);
}

/* What an inset shows, where the frame around it shows it. */
static void
add_outline (UdsChartBuild          *build,
             const UdsChartMapFrame *outer,
             const UdsChartMapFrame *inset)
{
  static const struct {
    double across;
    double down;
  } corners[] = { { 0, 0 }, { 1, 0 }, { 1, 1 }, { 0, 1 }, { 0, 0 } };
  g_autoptr (GArray) outline = g_array_new (FALSE, FALSE, sizeof (UdsChartVertex));

  for (gsize i = 0; i + 1 < G_N_ELEMENTS (corners); i++)
    for (int j = 0; j <= OUTLINE_SAMPLES; j++)
      {
        double part = (double) j / OUTLINE_SAMPLES;

        add_outline_point (outline, outer, inset,
                           corners[i].across + part * (corners[i + 1].across - corners[i].across),
                           corners[i].down + part * (corners[i + 1].down - corners[i].down));
      }
  if (outline->len > 0)
    uds_chart_build_add_path (build, UDS_CHART_ROLE_INSET, &build->theme->axis, outline);
}

static gboolean
hides_place (const UdsChartBuild    *build,
             const UdsChartMapFrame *frame,
             const UdsChartRect     *title)
{
  const UdsChartMap *map = uds_chart_spec_get_map (build->spec);
  double reach = build->theme->font_size * TITLE_REACH;

  for (gsize i = 0; i < uds_chart_map_get_n_places (map); i++)
    {
      UdsChartVertex at;

      uds_chart_frame_map (frame, uds_chart_map_get_degrees (map, i), &at);
      if (uds_chart_rect_overlaps (title, &(UdsChartRect) { at.x - reach, at.y - reach, 2 * reach, 2 * reach }))
        return TRUE;
    }
  return FALSE;
}

/* In the first corner where it hides no place, else in the upper left one. */
static void
place_title (const UdsChartBuild    *build,
             const UdsChartMapFrame *frame,
             UdsChartRect           *title)
{
  double indent = build->theme->font_size * TITLE_INDENT;
  double left = frame->plot.x + indent, right = frame->plot.x + frame->plot.width - indent - title->width;
  double top = frame->plot.y + indent / 2, bottom = frame->plot.y + frame->plot.height - indent / 2 - title->height;
  const UdsChartVertex corners[] = {
    { left, top }, { right, top }, { left, bottom }, { right, bottom }, { left, top },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      title->x = corners[i].x;
      title->y = corners[i].y;
      if (!hides_place (build, frame, title))
        return;
    }
}

/* Where the sea reaches to the edge, a map has no shape without it. */
static void
add_edge (UdsChartBuild          *build,
          const UdsChartMapFrame *frame)
{
  UdsChartColor none = { 0 };
  UdsChartMark *edge = uds_chart_build_add_rect (build, UDS_CHART_ROLE_INSET, &frame->plot, &none);

  edge->pen = build->theme->axis;
}

static void
add_inset (UdsChartBuild          *build,
           const UdsChartMapFrame *frame)
{
  UdsChartTextStyle style = uds_chart_build_tick_style (build);
  double em = build->theme->font_size;
  g_auto (UdsChartBlock) block = { 0 };
  UdsChartRect title;

  add_edge (build, frame);
  style.size = em * TITLE_SIZE;
  style.align = UDS_CHART_ALIGN_START;
  style.has_halo = TRUE;
  uds_chart_text_measure (build->pango, &style, _ (frame->title), 0, &block);
  if (block.width + 2 * em * TITLE_INDENT > frame->plot.width)
    return;
  title = (UdsChartRect) { 0, 0, block.width, block.height };
  place_title (build, frame, &title);
  uds_chart_build_add_text (build, UDS_CHART_ROLE_INSET, &style, &block, title.x, title.y);
}

static void
add_all (UdsChartBuild           *build,
         const UdsChartMapFrames *frames)
{
  for (gsize i = 0; i < frames->n_frames; i++)
    uds_chart_build_land (build, &frames->frames[i]);
  for (gsize i = 1; i < frames->n_frames; i++)
    {
      add_outline (build, &frames->frames[i - 1], &frames->frames[i]);
      add_inset (build, &frames->frames[i]);
    }
  uds_chart_build_places (build, frames);
  build->layout->plot = frames->frames[0].plot;
  build->layout->map_frames = g_memdup2 (frames, sizeof *frames);
}

static gsize
add_group_items (const UdsChartBuild *build,
                 const UdsChartMap   *map,
                 UdsChartLegendItem  *items)
{
  const UdsChartTheme *theme = build->theme;
  const UdsChartGrid *grid = uds_chart_spec_get_grid (build->spec);
  gsize own = uds_chart_grid_get_emphasised (grid);
  gsize n_items = 0;

  if (own != UDS_CHART_NONE)
    items[n_items++] = (UdsChartLegendItem) { .text = uds_chart_grid_get_row_label (grid, own),
                                              .marker = UDS_CHART_MARKER_DIAMOND,
                                              .outline = theme->text,
                                              .fill = theme->text };
  if (uds_chart_map_get_lit_words (map) != NULL)
    items[n_items++] = (UdsChartLegendItem) { .text = uds_chart_map_get_lit_words (map),
                                              .marker = UDS_CHART_MARKER_CIRCLE,
                                              .outline = theme->series[0].pen.color,
                                              .fill = theme->series[0].pen.color };
  if (uds_chart_map_get_other_words (map) != NULL)
    items[n_items++] = (UdsChartLegendItem) { .text = uds_chart_map_get_other_words (map),
                                              .marker = UDS_CHART_MARKER_CIRCLE,
                                              .outline = theme->other.pen.color,
                                              .fill = theme->background };
  return n_items;
}

/* Which weights are shown: one, the greatest, and one between. */
static gsize
choose_weights (const UdsChartMap *map,
                double             weights[LEGEND_SIZES])
{
  double maximum = uds_chart_map_get_max_weight (map);
  double middle = round (maximum / 3);
  gsize n_weights = 0;

  if (maximum <= 1)
    return 0;

  weights[n_weights++] = 1;
  if (middle > 1 && middle < maximum)
    weights[n_weights++] = middle;
  weights[n_weights++] = maximum;
  return n_weights;
}

static void
add_legend (UdsChartBuild     *build,
            const UdsChartMap *map)
{
  const UdsChartGrid *grid = uds_chart_spec_get_grid (build->spec);
  UdsChartLegendItem items[3 + LEGEND_SIZES];
  g_auto (GStrv) texts = g_new0 (char *, LEGEND_SIZES + 1);
  double weights[LEGEND_SIZES];
  gsize n_weights = choose_weights (map, weights);
  gsize n_items = add_group_items (build, map, items);

  for (gsize i = 0; i < n_weights; i++)
    {
      g_autofree char *number = uds_chart_format_number (&build->format, weights[i]);

      texts[i] = i == 0 ? g_strdup_printf ("%s: %s", uds_chart_grid_get_column_label (grid, 0), number)
                        : g_steal_pointer (&number);
      items[n_items++] = (UdsChartLegendItem) { .text = texts[i],
                                                .marker = UDS_CHART_MARKER_CIRCLE,
                                                .outline = build->theme->dim_text,
                                                .fill = { 0 },
                                                .size = uds_chart_build_dot_size (build, weights[i]) };
    }
  if (n_items > 1)
    uds_chart_build_legend (build, items, n_items);
}

/**
 * uds_chart_build_map:
 * @build: a build whose area is what the chart may take
 *
 * Adds a map of all its places.
 */
void
uds_chart_build_map (UdsChartBuild *build)
{
  const UdsChartMap *map = uds_chart_spec_get_map (build->spec);
  double gap = build->theme->font_size * FRAME_GAP;
  UdsChartMapFrames frames;
  double height;

  if (uds_chart_map_get_locator (map) == UDS_CHART_NONE)
    add_legend (build, map);
  height = uds_chart_frames_get_height (map, build->area.width, gap);
  build->layout->spare_height = build->area.height - height;
  build->area.height = MIN (build->area.height, height * TALLEST);
  uds_chart_frames_arrange (&frames, map, &build->area, gap);
  add_all (build, &frames);
  if (uds_chart_map_get_locator (map) != UDS_CHART_NONE)
    add_edge (build, &frames.frames[0]);
}

/**
 * uds_chart_build_map_view:
 * @build: a build whose whole area the map takes
 * @view: which part of the world
 *
 * Adds a map of a part of the world, without legend and insets.
 */
void
uds_chart_build_map_view (UdsChartBuild         *build,
                          const UdsChartMapView *view)
{
  UdsChartMapFrames frames = { .n_frames = 1 };

  uds_chart_frame_init_view (&frames.frames[0], &build->area, view);
  add_all (build, &frames);
}

/* The finest frame at a place. */
static const UdsChartMapFrame *
find_frame (const UdsChartLayout *self,
            double                x,
            double                y)
{
  const UdsChartMapFrames *frames = self->map_frames;

  for (gsize i = frames->n_frames; i-- > 0;)
    {
      const UdsChartRect *plot = &frames->frames[i].plot;

      if (x >= plot->x && x <= plot->x + plot->width && y >= plot->y && y <= plot->y + plot->height)
        return &frames->frames[i];
    }
  return NULL;
}

/**
 * uds_chart_layout_get_degrees:
 * @self: the layout of a map
 * @x: a place in it
 * @y: a place in it
 * @degrees: (out): what lies there on the earth
 *
 * Returns: %FALSE where that is beside the earth
 */
gboolean
uds_chart_layout_get_degrees (const UdsChartLayout *self,
                              double                x,
                              double                y,
                              UdsChartDegrees      *degrees)
{
  const UdsChartMapFrame *frame;

  g_return_val_if_fail (self->map_frames != NULL, FALSE);

  frame = find_frame (self, x, y);
  return frame != NULL && uds_chart_frame_invert (frame, x, y, degrees);
}

/**
 * uds_chart_layout_get_map_view:
 * @self: the layout of a map
 * @view: (out): what its main frame shows
 */
void
uds_chart_layout_get_map_view (const UdsChartLayout *self,
                               UdsChartMapView      *view)
{
  const UdsChartRect *plot;

  g_return_if_fail (self->map_frames != NULL);

  plot = &self->map_frames->frames[0].plot;
  uds_chart_layout_get_map_view_at (self, plot->x + plot->width / 2, plot->y + plot->height / 2, view);
}

/**
 * uds_chart_layout_get_map_view_at:
 * @self: the layout of a map
 * @x: a place in it
 * @y: a place in it
 * @view: (out): what a map shows that is as large as its main frame and has that place in its middle
 *
 * Returns: %FALSE where the place is beside the earth; @view is then not to be used
 */
gboolean
uds_chart_layout_get_map_view_at (const UdsChartLayout *self,
                                  double                x,
                                  double                y,
                                  UdsChartMapView      *view)
{
  const UdsChartMapFrame *frame;

  g_return_val_if_fail (self->map_frames != NULL, FALSE);

  frame = &self->map_frames->frames[0];
  view->scale = frame->scale;
  return uds_chart_frame_invert (frame, x, y, &view->centre);
}
