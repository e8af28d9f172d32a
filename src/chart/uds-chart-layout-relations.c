/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a record is tied to, around it: on either side under the name of their kind, on an ellipse, so that no name
 * hides another and no line crosses a name. Of those for which there is no room the number is written. */
#include "uds-chart-layout-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define SIDES 2
#define MOST_ROWS 28        /* names and headings on both sides: more is a list */
#define FEWEST_ROWS 4
#define LEAST_OF_A_KIND 2   /* a name, and how many more there are */
#define LEAST_HEIGHT 13     /* in multiples of the font size, as all that follow */
#define ROW_GAP 0.45
#define GROUP_GAP 0.9
#define DOT_SIZE 0.75
#define OWN_SIZE 1.3
#define NAME_GAP 0.45
#define HALO 0.09
#define NAME_ROOM 15        /* of a side, before the ellipse takes more than its least */
#define REACH_LEAST 2.5
#define REACH_PART 0.16     /* of the width, at the most: how far the ellipse reaches to a side */
#define FLATTEST 0.35       /* of the reach: how near to the middle the first and the last dot stand */

/* A line of a side: the heading of a kind, a record, or how many more there are of the kind. */
typedef struct {
  gsize level;
  gsize row; /* the record; the first of those that are only counted; UDS_CHART_NONE of a heading */
  guint n_more;
  UdsChartBlock block;
  double middle;
} Line;

typedef struct {
  UdsChartBuild *build;
  const UdsChartGrid *grid;
  gsize own;
  guint *n_rows;  /* of each kind */
  guint *n_shown; /* of each kind, with the line that counts the rest */
  GArray *sides[SIDES]; /* Line */
  double heights[SIDES];
  double reach;
} Relations;

static void
clear_line (gpointer data)
{
  uds_chart_block_clear (&((Line *) data)->block);
}

/* Choosing what is shown */

static void
count_rows (Relations *self)
{
  for (gsize i = 0; i < uds_chart_grid_get_n_rows (self->grid); i++)
    if (i != self->own)
      self->n_rows[uds_chart_grid_get_cell (self->grid, i, 0)->level]++;
}

static guint
count_lines (const Relations *self)
{
  guint n_lines = 0;

  for (gsize i = 0; i < uds_chart_grid_get_n_levels (self->grid); i++)
    n_lines += self->n_shown[i] > 0 ? self->n_shown[i] + 1 : 0;
  return n_lines;
}

/* The kind that there is most of gives way first. */
static void
choose_rows (Relations *self,
             guint      most)
{
  gsize n_levels = uds_chart_grid_get_n_levels (self->grid);

  for (gsize i = 0; i < n_levels; i++)
    self->n_shown[i] = self->n_rows[i];
  while (count_lines (self) > most)
    {
      gsize largest = 0;

      for (gsize i = 1; i < n_levels; i++)
        if (self->n_shown[i] > self->n_shown[largest])
          largest = i;
      if (self->n_shown[largest] <= LEAST_OF_A_KIND)
        return;
      self->n_shown[largest]--;
    }
}

/* Lines */

static UdsChartTextStyle
get_style (const Relations *self,
           const Line      *line)
{
  const UdsChartTheme *theme = self->build->theme;

  return (UdsChartTextStyle) {
    .size = theme->font_size,
    .is_bold = line->row == UDS_CHART_NONE,
    .color = line->n_more > 0 ? theme->dim_text : theme->text,
    .align = UDS_CHART_ALIGN_START,
  };
}

static char *
make_text (const Relations *self,
           const Line      *line)
{
  const char *kind = uds_chart_grid_get_level (self->grid, line->level)->label;

  if (line->n_more > 0)
    /* Translators: a number of records that are not shown */
    return g_strdup_printf (ngettext ("and %u more", "and %u more", line->n_more), line->n_more);
  if (line->row != UDS_CHART_NONE)
    return uds_chart_grid_get_row_name (self->grid, line->row);
  /* the number does not stand in a line of its own */
  return g_strdup_printf ("%s\u00a0·\u00a0%u", kind, self->n_rows[line->level]);
}

static double
get_name_width (const Relations *self)
{
  double em = self->build->theme->font_size;

  return MAX (self->build->area.width / 2 - self->reach - em * (DOT_SIZE + NAME_GAP), em);
}

static void
add_line (Relations *self,
          gsize      side,
          Line       line)
{
  double em = self->build->theme->font_size;
  UdsChartTextStyle style = get_style (self, &line);
  g_autofree char *text = make_text (self, &line);
  gboolean begins_group = line.row == UDS_CHART_NONE && self->sides[side]->len > 0;

  uds_chart_text_measure (self->build->pango, &style, text, get_name_width (self), &line.block);
  self->heights[side] += begins_group ? em * GROUP_GAP : 0;
  line.middle = self->heights[side] + line.block.height / 2;
  self->heights[side] += line.block.height + em * ROW_GAP;
  g_array_append_val (self->sides[side], line);
}

static void
add_kind (Relations *self,
          gsize      side,
          gsize      level)
{
  gboolean are_all = self->n_shown[level] == self->n_rows[level];
  guint n_named = are_all ? self->n_shown[level] : self->n_shown[level] - 1, n_seen = 0;

  add_line (self, side, (Line) { level, UDS_CHART_NONE, 0, { 0 }, 0 });
  for (gsize i = 0; i < uds_chart_grid_get_n_rows (self->grid); i++)
    {
      if (i == self->own || uds_chart_grid_get_cell (self->grid, i, 0)->level != level)
        continue;
      if (n_seen++ < n_named)
        add_line (self, side, (Line) { level, i, 0, { 0 }, 0 });
      else if (n_seen == n_named + 1)
        add_line (self, side, (Line) { level, i, self->n_rows[level] - n_named, { 0 }, 0 });
    }
}

/* Kinds in their order: to the right until half of the lines are there, the rest to the left. */
static void
fill_sides (Relations *self)
{
  guint n_lines = count_lines (self), n_done = 0;

  for (gsize side = 0; side < SIDES; side++)
    {
      g_array_set_size (self->sides[side], 0);
      self->heights[side] = 0;
    }
  for (gsize level = 0; level < uds_chart_grid_get_n_levels (self->grid); level++)
    {
      guint n_own = self->n_shown[level] > 0 ? self->n_shown[level] + 1 : 0;

      if (n_own == 0)
        continue;
      add_kind (self, 2 * n_done + n_own <= n_lines || n_done == 0 ? 0 : 1, level);
      n_done += n_own;
    }
}

static double
get_height (const Relations *self)
{
  double em = self->build->theme->font_size;

  return MAX (MAX (self->heights[0], self->heights[1]), em * LEAST_HEIGHT);
}

/* As many names as there is room for. */
static void
arrange (Relations *self)
{
  for (guint most = MOST_ROWS; most >= FEWEST_ROWS; most -= 2)
    {
      choose_rows (self, most);
      fill_sides (self);
      if (get_height (self) <= self->build->area.height)
        return;
    }
}

/* Drawing */

static UdsChartVertex
get_centre (const Relations *self)
{
  const UdsChartRect *area = &self->build->area;

  return (UdsChartVertex) { area->x + area->width / 2, area->y + get_height (self) / 2, TRUE };
}

static UdsChartVertex
get_dot (const Relations *self,
         gsize            side,
         const Line      *line)
{
  UdsChartVertex centre = get_centre (self);
  double half = MAX (self->heights[side] / 2, 1);
  double across = MIN (fabs (line->middle - half) / half, 1);
  double reach = self->reach * MAX (sqrt (1 - across * across), FLATTEST);

  return (UdsChartVertex) { centre.x + (side == 0 ? reach : -reach), centre.y - half + line->middle, TRUE };
}

static void
set_spot (Relations            *self,
          gsize                 row,
          const UdsChartVertex *at,
          double                size)
{
  uds_chart_build_set_spot (self->build, &(UdsChartPlace) { row, 0 },
                            &(UdsChartRect) { at->x - size / 2, at->y - size / 2, size, size });
}

/* What is only counted is found where its number stands. */
static void
set_spots (Relations            *self,
           const Line           *line,
           const UdsChartVertex *at)
{
  double size = self->build->theme->font_size;
  guint n_left = MAX (line->n_more, 1);

  for (gsize i = line->row; n_left > 0 && i < uds_chart_grid_get_n_rows (self->grid); i++)
    {
      if (i == self->own || uds_chart_grid_get_cell (self->grid, i, 0)->level != line->level)
        continue;
      set_spot (self, i, at, size);
      n_left--;
    }
}

static void
add_text (Relations            *self,
          gsize                 side,
          Line                 *line,
          const UdsChartVertex *at)
{
  double em = self->build->theme->font_size;
  double away = em * (DOT_SIZE / 2 + NAME_GAP);
  UdsChartTextStyle style = get_style (self, line);

  style.align = side == 0 ? UDS_CHART_ALIGN_START : UDS_CHART_ALIGN_END;
  uds_chart_build_add_text (self->build, line->n_more > 0 ? UDS_CHART_ROLE_MORE : UDS_CHART_ROLE_LABEL, &style,
                            &line->block, side == 0 ? at->x + away : at->x - away, at->y - line->block.height / 2);
}

static void
add_dot (Relations            *self,
         gsize                 row,
         gsize                 style_of,
         const UdsChartVertex *at,
         double                size)
{
  const UdsChartTheme *theme = self->build->theme;
  const UdsChartLevel *level =
      uds_chart_grid_get_level (self->grid, uds_chart_grid_get_cell (self->grid, row, 0)->level);
  UdsChartMark *mark =
      uds_chart_build_add_marker (self->build, UDS_CHART_ROLE_POINT, level->marker, at->x, at->y, size);

  mark->pen = (UdsChartPen) { .color = theme->background, .width = theme->font_size * HALO };
  mark->fill = style_of != UDS_CHART_NONE ? uds_chart_theme_get_series (theme, style_of)->pen.color : theme->text;
  mark->series = row;
  mark->point = 0;
  mark->id = g_strdup (uds_chart_grid_get_row_id (self->grid, row));
  mark->label = uds_chart_grid_get_row_name (self->grid, row);
}

static void
add_lines (Relations *self)
{
  UdsChartVertex centre = get_centre (self);

  for (gsize side = 0; side < SIDES; side++)
    for (guint i = 0; i < self->sides[side]->len; i++)
      {
        const Line *line = &g_array_index (self->sides[side], Line, i);
        UdsChartVertex at = get_dot (self, side, line);

        if (line->row != UDS_CHART_NONE && line->n_more == 0)
          uds_chart_build_add_rule (self->build, UDS_CHART_ROLE_CHAIN, &self->build->theme->axis, centre.x, centre.y,
                                    at.x, at.y);
      }
}

static void
add_side (Relations *self,
          gsize      side)
{
  double em = self->build->theme->font_size;

  for (guint i = 0; i < self->sides[side]->len; i++)
    {
      Line *line = &g_array_index (self->sides[side], Line, i);
      UdsChartVertex at = get_dot (self, side, line);

      add_text (self, side, line, &at);
      if (line->row == UDS_CHART_NONE)
        continue;
      set_spots (self, line, &at);
      if (line->n_more == 0)
        add_dot (self, line->row, line->level, &at, em * DOT_SIZE);
    }
}

/* Its name stands in the title. */
static void
add_own (Relations *self)
{
  UdsChartVertex centre = get_centre (self);
  double size = self->build->theme->font_size * OWN_SIZE;

  if (self->own == UDS_CHART_NONE)
    return;
  add_dot (self, self->own, UDS_CHART_NONE, &centre, size);
  set_spot (self, self->own, &centre, size);
}

/* In a narrow picture the names need the room more than the lines do. */
static double
find_reach (const UdsChartBuild *build)
{
  double em = build->theme->font_size;
  double left = build->area.width / 2 - em * NAME_ROOM;

  return MAX (MIN (left, build->area.width * REACH_PART), em * REACH_LEAST);
}

/**
 * uds_chart_build_relations:
 * @build: a build whose area is what the chart may take
 *
 * Adds a picture of what a record is tied to.
 */
void
uds_chart_build_relations (UdsChartBuild *build)
{
  const UdsChartGrid *grid = uds_chart_spec_get_grid (build->spec);
  gsize n_levels = uds_chart_grid_get_n_levels (grid);
  g_autofree guint *n_rows = g_new0 (guint, n_levels + 1);
  g_autofree guint *n_shown = g_new0 (guint, n_levels + 1);
  Relations self = { build, grid, uds_chart_grid_get_emphasised (grid), n_rows, n_shown, { NULL }, { 0 }, 0 };

  if (n_levels == 0)
    {
      uds_chart_build_no_data (build, &build->area);
      return;
    }

  self.reach = find_reach (build);
  for (gsize side = 0; side < SIDES; side++)
    {
      self.sides[side] = g_array_new (FALSE, FALSE, sizeof (Line));
      g_array_set_clear_func (self.sides[side], clear_line);
    }
  count_rows (&self);
  arrange (&self);
  add_lines (&self);
  for (gsize side = 0; side < SIDES; side++)
    add_side (&self, side);
  add_own (&self);
  build->layout->spare_height = build->area.height - get_height (&self);
  build->layout->plot =
      (UdsChartRect) { build->area.x, build->area.y, build->area.width, get_height (&self) };
  for (gsize side = 0; side < SIDES; side++)
    g_array_unref (self.sides[side]);
}
