/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands above and below the plot: title and subtitle, notes and source. Where there is not room for
 * all of it, the plot comes first; what is left out is still in the description and the table. */
#include "uds-chart-layout-private.h"

#include "uds-chart-notes.h"

#define TITLE_SIZE 1.35 /* sizes and distances in multiples of the label's font size */
#define SUBTITLE_SIZE 1.0
#define NOTE_SIZE 0.85
#define PARAGRAPH_GAP 0.25
#define HEADING_GAP 0.9
#define NOTES_GAP 0.7
#define PLOT_HEIGHT_MIN 9.0

typedef enum {
  PART_TITLE,
  PART_SUBTITLE,
  PART_NOTE,
  PART_SOURCE,
  N_FRAME_PARTS,
} FramePart;

static const UdsChartRole roles[N_FRAME_PARTS] = {
  UDS_CHART_ROLE_TITLE,
  UDS_CHART_ROLE_SUBTITLE,
  UDS_CHART_ROLE_NOTE,
  UDS_CHART_ROLE_SOURCE,
};

/* The first to go where there is not room for all. */
static const FramePart least_needed[N_FRAME_PARTS] = { PART_NOTE, PART_SOURCE, PART_SUBTITLE, PART_TITLE };

static UdsChartTextStyle
part_style (const UdsChartBuild *build,
            FramePart            part)
{
  static const double sizes[N_FRAME_PARTS] = { TITLE_SIZE, SUBTITLE_SIZE, NOTE_SIZE, NOTE_SIZE };

  return (UdsChartTextStyle) {
    .size = build->theme->font_size * sizes[part],
    .is_bold = part == PART_TITLE,
    .color = part == PART_TITLE ? build->theme->text : build->theme->dim_text,
    .align = UDS_CHART_ALIGN_START,
  };
}

static double
blocks_height (const UdsChartBlock *blocks,
               FramePart            first,
               FramePart            last,
               double               gap)
{
  double height = 0;

  for (FramePart part = first; part <= last; part++)
    if (blocks[part].height > 0)
      height += blocks[part].height + (height > 0 ? gap : 0);

  return height;
}

static void
add_blocks (UdsChartBuild *build,
            UdsChartBlock *blocks,
            FramePart      first,
            FramePart      last,
            double         top)
{
  for (FramePart part = first; part <= last; part++)
    {
      UdsChartTextStyle style = part_style (build, part);
      UdsChartMark *mark;

      if (blocks[part].height == 0)
        continue;
      mark = uds_chart_build_add_text (build, roles[part], &style, &blocks[part], build->area.x, top);
      top += mark->bounds.height + build->theme->font_size * PARAGRAPH_GAP;
    }
}

static void
measure_part (UdsChartBuild *build,
              UdsChartBlock *blocks,
              FramePart      part,
              const char    *text)
{
  UdsChartTextStyle style = part_style (build, part);

  if (text != NULL && *text != '\0')
    uds_chart_text_measure (build->pango, &style, text, build->area.width, &blocks[part]);
}

/* Heights of everything above and below the plot, with the distance to it. */
static void
measure_frame (const UdsChartBuild *build,
               const UdsChartBlock *blocks,
               double              *above,
               double              *below)
{
  double em = build->theme->font_size;

  *above = blocks_height (blocks, PART_TITLE, PART_SUBTITLE, em * PARAGRAPH_GAP);
  *below = blocks_height (blocks, PART_NOTE, PART_SOURCE, em * PARAGRAPH_GAP);
  *above += *above > 0 ? em * HEADING_GAP : 0;
  *below += *below > 0 ? em * NOTES_GAP : 0;
}

/**
 * uds_chart_build_frame:
 * @build: a build with its whole area
 * @parts: what to put around the plot
 *
 * Adds heading and notes, and leaves the area between them.
 */
void
uds_chart_build_frame (UdsChartBuild *build,
                       UdsChartParts  parts)
{
  UdsChartBlock blocks[N_FRAME_PARTS] = { 0 };
  g_autofree char *notes = NULL;
  double above, below;

  if (parts & UDS_CHART_PART_HEADING)
    {
      measure_part (build, blocks, PART_TITLE, uds_chart_spec_get_title (build->spec));
      measure_part (build, blocks, PART_SUBTITLE, uds_chart_spec_get_subtitle (build->spec));
    }
  if (parts & UDS_CHART_PART_NOTES)
    {
      notes = uds_chart_notes_new (build->spec);
      measure_part (build, blocks, PART_NOTE, notes);
      measure_part (build, blocks, PART_SOURCE, uds_chart_spec_get_source (build->spec));
    }

  measure_frame (build, blocks, &above, &below);
  for (gsize i = 0; i < N_FRAME_PARTS; i++)
    {
      if (build->area.height - above - below >= build->theme->font_size * PLOT_HEIGHT_MIN)
        break;
      uds_chart_block_clear (&blocks[least_needed[i]]);
      blocks[least_needed[i]].height = 0;
      measure_frame (build, blocks, &above, &below);
    }

  add_blocks (build, blocks, PART_TITLE, PART_SUBTITLE, build->area.y);
  add_blocks (build, blocks, PART_NOTE, PART_SOURCE,
              build->area.y + build->area.height - below + build->theme->font_size * NOTES_GAP);
  build->area.y += above;
  build->area.height -= above + below;
}
