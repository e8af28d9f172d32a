/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many small line charts over the same time: each is made as a line chart is, in its part of the area, under its
 * title. */
#include "uds-chart-layout-private.h"

#include "uds-chart-time.h"

#include <math.h>
#include <string.h>

#define FONT_PART 0.88 /* of the font size */
#define WIDTH 11.0     /* sizes and distances in multiples of the font size */
#define WIDTH_MIN 8.0
#define ASPECT 0.62 /* of a plot with its axes, without its title */
#define COLUMNS_MAX 6
#define GAP_X 1.2
#define GAP_Y 1.0
#define TITLE_GAP 0.3
#define CHART_MIN 6.5 /* lower than this, a chart is a line without words; lower still, without a title */
#define LINE_MIN 1.5

typedef struct {
  UdsChartBuild *build;
  UdsChartTheme theme; /* smaller */
  gsize n_panels;
  gsize n_columns;
  gsize n_rows;
  double width; /* of each */
  double title_height;
  double height; /* of each, with its title */
  UdsChartTextStyle title;
} Multiples;

static UdsChartSpec *
get_panel (const Multiples *self,
           gsize            index)
{
  return uds_chart_spec_get_panel (self->build->spec, index);
}

static void
measure_title (const Multiples *self,
               gsize            index,
               UdsChartBlock   *block)
{
  const char *title = uds_chart_spec_get_title (get_panel (self, index));

  uds_chart_text_measure (self->build->pango, &self->title, title != NULL ? title : "", self->width, block);
}

/* With so many columns. */
static void
set_columns (Multiples *self,
             gsize      n_columns)
{
  const UdsChartRect *area = &self->build->area;
  double em = self->build->theme->font_size;

  self->n_columns = n_columns;
  self->n_rows = (self->n_panels + n_columns - 1) / n_columns;
  self->width = MAX ((area->width - em * GAP_X * (double) (n_columns - 1)) / (double) n_columns, 1);
  self->title_height = 0;
  for (gsize i = 0; i < self->n_panels; i++)
    {
      g_auto (UdsChartBlock) block = { 0 };

      measure_title (self, i, &block);
      self->title_height = MAX (self->title_height, block.height + em * TITLE_GAP);
    }
  self->height = self->title_height + self->width * ASPECT;
}

static double
get_height (const Multiples *self)
{
  return self->height * (double) self->n_rows + self->build->theme->font_size * GAP_Y * (double) (self->n_rows - 1);
}

/* As wide as they read well; where they are then too high together, more of them side by side, and at last lower ones.
 * */
static void
choose_columns (Multiples *self)
{
  UdsChartBuild *build = self->build;
  double em = build->theme->font_size;
  gsize most = MIN (MAX ((gsize) (build->area.width / (em * (WIDTH_MIN + GAP_X))), 1), self->n_panels);
  gsize wanted = (gsize) (build->area.width / (em * (WIDTH + GAP_X)));

  set_columns (self, CLAMP (wanted, 1, MIN (most, COLUMNS_MAX)));
  build->layout->spare_height = build->area.height - get_height (self);
  while (get_height (self) > build->area.height && self->n_columns < most)
    set_columns (self, self->n_columns + 1);
  if (get_height (self) > build->area.height)
    self->height = (build->area.height - em * GAP_Y * (double) (self->n_rows - 1)) / (double) self->n_rows;
}

static void
panel_init (const Multiples *self,
            gsize            index,
            UdsChartBuild   *panel)
{
  memset (panel, 0, sizeof *panel);
  panel->layout = self->build->layout;
  panel->spec = get_panel (self, index);
  panel->theme = &self->theme;
  panel->pango = self->build->pango;
  uds_chart_spec_get_format (panel->spec, &panel->format);
  uds_chart_build_extent (panel);
  /* One scale has one unit, which the subtitle names. */
  if (uds_chart_spec_get_shares_scale (self->build->spec) && !uds_chart_build_unit_is_short (panel))
    panel->format.unit = NULL;
}

static void
include_extent (UdsChartExtent       *all,
                const UdsChartExtent *extent)
{
  all->from = MIN (all->from, extent->from);
  all->to = MAX (all->to, extent->to);
  all->minimum = MIN (all->minimum, extent->minimum);
  all->maximum = MAX (all->maximum, extent->maximum);
  if (extent->step > 0)
    all->step = all->step > 0 ? MIN (all->step, extent->step) : extent->step;
}

/* Of all that have data; nothing where none has. */
static gboolean
find_extent (const Multiples *self,
             UdsChartExtent  *all)
{
  *all = (UdsChartExtent) { G_MAXDOUBLE, -G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, 0 };
  for (gsize i = 0; i < self->n_panels; i++)
    {
      UdsChartBuild panel;

      panel_init (self, i, &panel);
      if (uds_chart_build_has_data (&panel))
        include_extent (all, &panel.extent);
    }

  return all->from <= all->to;
}

/* What a small chart calls its only series is to the whole the series of this index. */
static void
name_marks (const Multiples *self,
            guint            first,
            gsize            index)
{
  GPtrArray *marks = self->build->layout->marks;

  for (guint i = first; i < marks->len; i++)
    {
      UdsChartMark *mark = g_ptr_array_index (marks, i);

      if (mark->series != UDS_CHART_NONE)
        mark->series = index;
    }
}

static void
add_title (const Multiples *self,
           gsize            index,
           double           x,
           double           y)
{
  g_auto (UdsChartBlock) block = { 0 };
  UdsChartMark *mark;

  measure_title (self, index, &block);
  mark = uds_chart_build_add_text (self->build, UDS_CHART_ROLE_LABEL, &self->title, &block, x,
                                   y + self->title_height - self->theme.font_size * TITLE_GAP - block.height);
  mark->series = index;
}

static void
add_panel (Multiples            *self,
           gsize                 index,
           const UdsChartExtent *all)
{
  const UdsChartRect *area = &self->build->area;
  double em = self->build->theme->font_size;
  UdsChartLayout *layout = self->build->layout;
  guint first = layout->marks->len;
  double x = area->x + (self->width + em * GAP_X) * (double) (index % self->n_columns);
  double y = area->y + (self->height + em * GAP_Y) * (double) (index / self->n_columns);
  UdsChartBuild panel;
  UdsChartFrame frame;

  panel_init (self, index, &panel);
  if (all != NULL)
    {
      panel.extent.from = all->from;
      panel.extent.to = all->to;
      panel.extent.step = all->step;
    }
  if (all != NULL && uds_chart_spec_get_shares_scale (self->build->spec))
    {
      panel.extent.minimum = all->minimum;
      panel.extent.maximum = all->maximum;
    }
  panel.area = (UdsChartRect) { x, y + self->title_height, self->width, self->height - self->title_height };
  if (panel.area.height >= em * LINE_MIN)
    add_title (self, index, x, y);
  else
    panel.area = (UdsChartRect) { x, y, self->width, MAX (self->height, 1) };

  if (panel.area.height >= em * CHART_MIN)
    uds_chart_build_lines (&panel);
  else
    uds_chart_build_sparkline (&panel);
  uds_chart_build_clear (&panel);
  name_marks (self, first, index);

  frame = (UdsChartFrame) { layout->plot, layout->x, layout->y };
  g_array_append_val (layout->frames, frame);
}

/**
 * uds_chart_build_multiples:
 * @build: a build whose area is what the charts may take
 *
 * Adds small multiples.
 */
void
uds_chart_build_multiples (UdsChartBuild *build)
{
  Multiples self = {
    .build = build,
    .theme = *build->theme,
    .n_panels = uds_chart_spec_get_n_series (build->spec),
    .title = { .size = build->theme->font_size * FONT_PART, .is_bold = TRUE, .color = build->theme->text },
  };
  UdsChartExtent all;
  gboolean has_data;

  self.theme.font_size *= FONT_PART;
  choose_columns (&self);
  has_data = find_extent (&self, &all);
  for (gsize i = 0; i < self.n_panels; i++)
    add_panel (&self, i, has_data ? &all : NULL);
  build->layout->plot = build->area;
}
