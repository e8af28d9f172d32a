/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dots of a map and their names. The area of a dot stands for its weight; large dots lie below small ones, and what
 * the map is about above the rest. Names are given by importance, each where it hides nothing, or left to cursor and
 * table. */
#include "uds-chart-layout-map-private.h"

#include <math.h>

#define LEAST_SIZE 0.34   /* of dots, in multiples of the font size */
#define ONE_SIZE 0.62     /* of a weight of 1, where the greatest allows it */
#define GREATEST_SIZE 1.9
#define SMALL_MAP 0.6     /* dots of a small map are smaller by as much as this */
#define WIDE_MAP 46       /* as wide as this, they are not; in multiples of the font size */
#define OWN_SIZE 0.95     /* at least, of the city whose map it is */
#define HALO 0.09         /* of paper around a dot */
#define RING 0.1          /* the outline of a dot that is only hinted at */
#define NAME_SIZE 0.9
#define NAME_GAP 0.2      /* from a dot to its name */
#define NAMES_TRIED 400   /* the rest of the names would find no room */
#define OUTER_PART 0.5    /* how far outside of a frame a dot may have its middle and still be drawn, in its size */

typedef struct {
  gsize place;
  gsize frame; /* the finest that shows it */
  double size;
  UdsChartVertex at[UDS_CHART_FRAMES_MAX];
  gboolean is_in[UDS_CHART_FRAMES_MAX]; /* whether it is drawn there */
} Dot;

typedef struct {
  UdsChartBuild *build;
  const UdsChartMap *map;
  const UdsChartMapFrames *frames;
  gsize own; /* the row the map is about, or UDS_CHART_NONE */
  Dot *dots;
  gsize n_dots;
  UdsChartPlacer *placers[UDS_CHART_FRAMES_MAX];
} Places;

/* How large dots are drawn for the size of the map. */
static double
measure_map (const UdsChartBuild *build)
{
  return CLAMP (build->area.width / (build->theme->font_size * WIDE_MAP), SMALL_MAP, 1);
}

/**
 * uds_chart_build_dot_size:
 * @build: a build of a map
 * @weight: of a place
 *
 * Returns: the diameter of its dot: areas are to each other as the weights are, but none is too small to be seen
 */
double
uds_chart_build_dot_size (const UdsChartBuild *build,
                          double               weight)
{
  double em = build->theme->font_size;
  double maximum = uds_chart_map_get_max_weight (uds_chart_spec_get_map (build->spec));
  double one = MIN (ONE_SIZE, GREATEST_SIZE / sqrt (MAX (maximum, 1)));

  return MAX (one * measure_map (build) * sqrt (weight), LEAST_SIZE) * em;
}

static gboolean
is_own (const Places *self,
        const Dot    *dot)
{
  return dot->place == self->own || dot->place == uds_chart_map_get_locator (self->map);
}

static gboolean
is_in_frame (const UdsChartMapFrame *frame,
             const UdsChartVertex   *at,
             double                  size)
{
  double edge = size * OUTER_PART;

  return at->x >= frame->plot.x - edge && at->x <= frame->plot.x + frame->plot.width + edge
         && at->y >= frame->plot.y - edge && at->y <= frame->plot.y + frame->plot.height + edge;
}

/* A place has its name in the finest frame, and a plain dot in those around it; where many would lie on top of each
 * other there, only our own city stands for all. */
static void
place_dot (Places *self,
           gsize   place)
{
  Dot *dot = &self->dots[place];
  gsize n_frames = self->frames->n_frames;

  dot->place = place;
  dot->size = uds_chart_build_dot_size (self->build, uds_chart_map_get_weight (self->map, place));
  if (is_own (self, dot))
    dot->size = MAX (dot->size, OWN_SIZE * measure_map (self->build) * self->build->theme->font_size);
  for (gsize i = 0; i < n_frames; i++)
    {
      uds_chart_frame_map (&self->frames->frames[i], uds_chart_map_get_degrees (self->map, place), &dot->at[i]);
      dot->is_in[i] = is_in_frame (&self->frames->frames[i], &dot->at[i], i == 0 ? dot->size : 0);
      if (dot->is_in[i])
        dot->frame = i;
    }
  for (gsize i = 0; i < dot->frame && self->frames->frames[dot->frame].is_crowded; i++)
    dot->is_in[i] = dot->is_in[i] && is_own (self, dot);
}

/* Our own city, then what the map is about, then what is only hinted at. */
static int
get_rank (const Places *self,
          const Dot    *dot)
{
  return is_own (self, dot) ? 2 : uds_chart_map_is_lit (self->map, dot->place);
}

/* Of two that are equally important: the larger before the smaller, else in their order. */
static int
compare_sizes (const Dot *first,
               const Dot *second)
{
  if (first->size != second->size)
    return first->size < second->size ? 1 : -1;
  return first->place < second->place ? -1 : first->place > second->place;
}

/* What is drawn first, and so lies below. */
static int
compare_by_depth (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  const Dot *first = *(const Dot *const *) a;
  const Dot *second = *(const Dot *const *) b;
  int difference = get_rank (data, first) - get_rank (data, second);

  return difference != 0 ? difference : compare_sizes (first, second);
}

/* Who gets a name first. */
static int
compare_by_importance (gconstpointer a,
                       gconstpointer b,
                       gpointer      data)
{
  const Dot *first = *(const Dot *const *) a;
  const Dot *second = *(const Dot *const *) b;
  int difference = get_rank (data, second) - get_rank (data, first);

  return difference != 0 ? difference : compare_sizes (first, second);
}

static GPtrArray *
sort_dots (Places           *self,
           GCompareDataFunc  compare)
{
  GPtrArray *sorted = g_ptr_array_sized_new ((guint) self->n_dots);

  for (gsize i = 0; i < self->n_dots; i++)
    g_ptr_array_add (sorted, &self->dots[i]);
  g_ptr_array_sort_with_data (sorted, compare, self);
  return sorted;
}

/* Told apart without colours too: our own by its shape, what is only hinted at by being hollow. */
static void
style_dot (const Places *self,
           const Dot    *dot,
           UdsChartMark *mark)
{
  const UdsChartTheme *theme = self->build->theme;
  double em = theme->font_size;

  mark->pen = (UdsChartPen) { .color = theme->background, .width = em * HALO };
  mark->fill = theme->series[0].pen.color;
  if (is_own (self, dot))
    {
      mark->marker = UDS_CHART_MARKER_DIAMOND;
      mark->fill = theme->text;
    }
  else if (!uds_chart_map_is_lit (self->map, dot->place))
    {
      mark->pen = (UdsChartPen) { .color = theme->other.pen.color, .width = em * RING };
      mark->fill = theme->background;
    }
}

static void
add_dot (Places    *self,
         const Dot *dot,
         gsize      frame)
{
  const UdsChartGrid *grid = uds_chart_spec_get_grid (self->build->spec);
  UdsChartVertex at = dot->at[frame];
  UdsChartMark *mark = uds_chart_build_add_marker (self->build, UDS_CHART_ROLE_POINT, UDS_CHART_MARKER_CIRCLE, at.x,
                                                   at.y, dot->size);

  style_dot (self, dot, mark);
  if (frame != dot->frame)
    return;

  mark->series = dot->place;
  mark->point = 0;
  mark->id = g_strdup (uds_chart_grid_get_row_id (grid, dot->place));
  mark->value = uds_chart_map_get_weight (self->map, dot->place);
  mark->label = g_strdup (uds_chart_grid_get_row_label (grid, dot->place));
}

static void
add_dots (Places *self)
{
  g_autoptr (GPtrArray) sorted = sort_dots (self, compare_by_depth);

  for (guint i = 0; i < sorted->len; i++)
    {
      const Dot *dot = g_ptr_array_index (sorted, i);

      for (gsize frame = 0; frame < self->frames->n_frames; frame++)
        if (dot->is_in[frame])
          add_dot (self, dot, frame);
    }
}

/* Where pointer and cursor find it, on the map or outside of it. */
static void
set_spots (Places *self)
{
  double least = self->build->theme->font_size;

  for (gsize i = 0; i < self->n_dots; i++)
    {
      const Dot *dot = &self->dots[i];
      UdsChartVertex at = dot->at[dot->frame];
      double size = MAX (dot->size, least);

      uds_chart_build_set_spot (self->build, &(UdsChartPlace) { dot->place, 0 },
                                &(UdsChartRect) { at.x - size / 2, at.y - size / 2, size, size });
    }
}

static void
add_obstacles (Places *self)
{
  for (gsize i = 0; i < self->frames->n_frames; i++)
    self->placers[i] = uds_chart_placer_new (&self->frames->frames[i].plot);
  for (gsize i = 0; i < self->n_dots; i++)
    {
      const Dot *dot = &self->dots[i];

      for (gsize frame = 0; frame < self->frames->n_frames; frame++)
        if (dot->is_in[frame])
          uds_chart_placer_add_rect (self->placers[frame],
                                     &(UdsChartRect) { dot->at[frame].x - dot->size / 2,
                                                       dot->at[frame].y - dot->size / 2, dot->size, dot->size });
    }
  /* The titles of insets are there already. */
  for (guint i = 0; i < self->build->layout->marks->len; i++)
    {
      const UdsChartMark *mark = g_ptr_array_index (self->build->layout->marks, i);

      for (gsize frame = 0; mark->kind == UDS_CHART_MARK_TEXT && frame < self->frames->n_frames; frame++)
        uds_chart_placer_add_rect (self->placers[frame], &mark->bounds);
    }
}

static UdsChartTextStyle
name_style (const Places *self,
            const Dot    *dot)
{
  const UdsChartTheme *theme = self->build->theme;
  gboolean is_lit = is_own (self, dot) || uds_chart_map_is_lit (self->map, dot->place);

  return (UdsChartTextStyle) {
    .size = theme->font_size * NAME_SIZE,
    .is_bold = is_own (self, dot),
    .has_halo = TRUE,
    .color = is_lit ? theme->text : theme->dim_text,
    .align = UDS_CHART_ALIGN_START,
  };
}

/* To the right, to the left, then above and below, as mapmakers prefer. */
static gboolean
choose_spot (Places              *self,
             const Dot           *dot,
             gsize                frame,
             const UdsChartBlock *block,
             UdsChartRect        *chosen)
{
  UdsChartVertex at = dot->at[frame];
  double away = dot->size / 2 + self->build->theme->font_size * NAME_GAP;
  double slant = away * G_SQRT2 / 2;
  double width = block->width, height = block->height;
  const UdsChartRect candidates[] = {
    { at.x + away, at.y - height / 2, width, height },
    { at.x + slant, at.y - slant - height * 0.75, width, height },
    { at.x + slant, at.y + slant - height * 0.25, width, height },
    { at.x - away - width, at.y - height / 2, width, height },
    { at.x - slant - width, at.y - slant - height * 0.75, width, height },
    { at.x - slant - width, at.y + slant - height * 0.25, width, height },
    { at.x - width / 2, at.y - dot->size / 2 - height, width, height },
    { at.x - width / 2, at.y + dot->size / 2, width, height },
  };

  return uds_chart_placer_choose_exactly (self->placers[frame], candidates, G_N_ELEMENTS (candidates), G_MAXSIZE,
                                          chosen);
}

static void
add_name (Places    *self,
          const Dot *dot,
          gsize      frame)
{
  const UdsChartGrid *grid = uds_chart_spec_get_grid (self->build->spec);
  UdsChartTextStyle style = name_style (self, dot);
  g_auto (UdsChartBlock) block = { 0 };
  UdsChartRect chosen;

  uds_chart_text_measure (self->build->pango, &style, uds_chart_grid_get_row_label (grid, dot->place), 0, &block);
  if (choose_spot (self, dot, frame, &block, &chosen))
    uds_chart_build_add_text (self->build, UDS_CHART_ROLE_LABEL, &style, &block, chosen.x, chosen.y);
}

static void
add_names (Places *self)
{
  g_autoptr (GPtrArray) sorted = sort_dots (self, compare_by_importance);
  guint n_tried = 0;

  add_obstacles (self);
  for (guint i = 0; i < sorted->len && n_tried < NAMES_TRIED; i++)
    {
      const Dot *dot = g_ptr_array_index (sorted, i);

      if (!dot->is_in[dot->frame])
        continue;
      for (gsize frame = 0; frame <= dot->frame; frame++)
        if (frame == dot->frame || (is_own (self, dot) && dot->is_in[frame]))
          add_name (self, dot, frame);
      n_tried++;
    }
  for (gsize i = 0; i < self->frames->n_frames; i++)
    uds_chart_placer_free (self->placers[i]);
}

/**
 * uds_chart_build_places:
 * @build: a build of a map
 * @frames: where its land is drawn
 *
 * Adds the dots and their names.
 */
void
uds_chart_build_places (UdsChartBuild           *build,
                        const UdsChartMapFrames *frames)
{
  const UdsChartMap *map = uds_chart_spec_get_map (build->spec);
  gsize n_dots = uds_chart_map_get_n_places (map);
  g_autofree Dot *dots = g_new0 (Dot, n_dots + 1);
  gsize own = uds_chart_grid_get_emphasised (uds_chart_spec_get_grid (build->spec));
  Places self = { build, map, frames, own, dots, n_dots };

  for (gsize i = 0; i < n_dots; i++)
    place_dot (&self, i);
  set_spots (&self);
  add_dots (&self);
  add_names (&self);
}
