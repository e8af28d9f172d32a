/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands above and below the plot: title and subtitle, notes and source. Where there is not room for
 * all of it, the words become smaller and the plot lower before anything is left out; what is left out is still in the
 * description and the table. */
#include "uds-chart-layout-private.h"

#include "uds-chart-notes.h"

#define TITLE_SIZE 1.35 /* sizes and distances in multiples of the label's font size */
#define SUBTITLE_SIZE 1.0
#define NOTE_SIZE 0.85
#define PARAGRAPH_GAP 0.25
#define HEADING_GAP 0.9
#define NOTES_GAP 0.7

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

/**
 * Fit:
 * @scale: of the words
 * @plot_height: the least that is left for the plot, in multiples of the label's font size
 * @has_part: what stands there
 *
 * A way to share out the room. A title and a source are the last to go: without them a chart says nothing.
 */
typedef struct {
  double scale;
  double plot_height;
  gboolean has_part[N_FRAME_PARTS];
} Fit;

/* The best first. The last fits always. */
static const Fit fits[] = {
  { 1.0, 9.0, { TRUE, TRUE, TRUE, TRUE } },
  { 0.85, 7.0, { TRUE, TRUE, TRUE, TRUE } },
  { 0.85, 6.0, { TRUE, TRUE, FALSE, TRUE } },
  { 0.75, 5.0, { TRUE, TRUE, FALSE, TRUE } },
  { 0.75, 5.0, { TRUE, FALSE, FALSE, TRUE } },
  { 0.75, 5.0, { TRUE, FALSE, FALSE, FALSE } },
  { 0.75, 0.0, { FALSE, FALSE, FALSE, FALSE } },
};

static UdsChartTextStyle
part_style (const UdsChartBuild *build,
            FramePart            part,
            double               scale)
{
  static const double sizes[N_FRAME_PARTS] = { TITLE_SIZE, SUBTITLE_SIZE, NOTE_SIZE, NOTE_SIZE };

  return (UdsChartTextStyle) {
    .size = build->theme->font_size * sizes[part] * scale,
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
            double         scale,
            double         top)
{
  for (FramePart part = first; part <= last; part++)
    {
      UdsChartTextStyle style = part_style (build, part, scale);
      UdsChartMark *mark;

      if (blocks[part].height == 0)
        continue;
      mark = uds_chart_build_add_text (build, roles[part], &style, &blocks[part], build->area.x, top);
      top += mark->bounds.height + build->theme->font_size * PARAGRAPH_GAP;
    }
}

static void
measure_parts (UdsChartBuild     *build,
               UdsChartBlock     *blocks,
               const char *const *texts,
               const Fit         *fit)
{
  for (FramePart part = 0; part < N_FRAME_PARTS; part++)
    {
      UdsChartTextStyle style = part_style (build, part, fit->scale);

      uds_chart_block_clear (&blocks[part]);
      blocks[part] = (UdsChartBlock) { 0 };
      if (fit->has_part[part] && texts[part] != NULL && *texts[part] != '\0')
        uds_chart_text_measure (build->pango, &style, texts[part], build->area.width, &blocks[part]);
    }
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
  const char *texts[N_FRAME_PARTS] = { NULL };
  g_autofree char *notes = NULL;
  const Fit *fit = fits;
  double em = build->theme->font_size;
  double above, below;

  if (parts & UDS_CHART_PART_HEADING)
    {
      texts[PART_TITLE] = uds_chart_spec_get_title (build->spec);
      texts[PART_SUBTITLE] = uds_chart_spec_get_subtitle (build->spec);
    }
  if (parts & UDS_CHART_PART_NOTES)
    {
      notes = uds_chart_notes_new (build->spec);
      texts[PART_NOTE] = notes;
      texts[PART_SOURCE] = uds_chart_spec_get_source (build->spec);
    }

  measure_parts (build, blocks, texts, fit);
  measure_frame (build, blocks, &above, &below);
  while (build->area.height - above - below < em * fit->plot_height && fit < &fits[G_N_ELEMENTS (fits) - 1])
    {
      measure_parts (build, blocks, texts, ++fit);
      measure_frame (build, blocks, &above, &below);
    }

  add_blocks (build, blocks, PART_TITLE, PART_SUBTITLE, fit->scale, build->area.y);
  add_blocks (build, blocks, PART_NOTE, PART_SOURCE, fit->scale,
              build->area.y + build->area.height - below + em * NOTES_GAP);
  build->area.y += above;
  build->area.height -= above + below;
}
