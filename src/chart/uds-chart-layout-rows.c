/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows there is room for, where they stand, and their names. The row the chart is about is always among them,
 * with its neighbours; the others are counted where they would stand, so that nobody takes a part for the whole. */
#include "uds-chart-rows-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define ROW_HEIGHT 1.9 /* sizes and distances in multiples of the font size */
#define ROW_HEIGHT_MAX 2.8
#define ROW_GAP 0.5 /* between the names of two rows, at least */
#define CODE_GAP 0.5
#define LABEL_GAP 0.7
#define GROUP_HEIGHT 1.9 /* of the label above a group of rows */
#define GROUP_GAP 0.35   /* between it and the first of them */
#define LABELS_PART 0.42 /* of the width, at most, for names */
#define WORD_PART 0.55   /* so that no word is broken */
#define ROUNDING 0.1

typedef struct {
  UdsChartBuild *build;
  const UdsChartGrid *grid;
  gsize n_rows;
  gsize emphasised;
  UdsChartTextStyle style;
  UdsChartBlock *labels;
  double code_width; /* with the distance to the label */
  double label_width;
  gboolean shows_groups;
} Rows;

/* That no name is cut off at. */
static double
get_row_height (const Rows *rows,
                gsize       row)
{
  double em = rows->build->theme->font_size;

  return MAX (em * ROW_HEIGHT, rows->labels[row].height + em * ROW_GAP);
}

/* Of the label above a row that is the first of a group. */
static double
get_group_height (const Rows *rows,
                  gsize       row)
{
  return rows->shows_groups && uds_chart_grid_begins_group (rows->grid, row)
             ? rows->build->theme->font_size * GROUP_HEIGHT
             : 0;
}

static double
measure_groups (const Rows *rows)
{
  double height = 0;

  for (gsize i = 0; i < rows->n_rows; i++)
    height += get_group_height (rows, i);

  return height;
}

/* Groups are not named where rows are only counted, or where their names would take more than half of the room. */
static void
choose_groups (Rows     *rows,
               gboolean  counts_rest)
{
  rows->shows_groups = !counts_rest;
  rows->shows_groups = rows->shows_groups && measure_groups (rows) * 2 <= rows->build->area.height;
}

/* Of the highest row. */
static double
get_highest (const Rows *rows)
{
  double height = 0;

  for (gsize i = 0; i < rows->n_rows; i++)
    height = MAX (height, get_row_height (rows, i));

  return height;
}

/* The rank, else the code; %NULL where there is neither. */
static char *
format_code (const Rows *rows,
             gsize       row)
{
  gsize rank = uds_chart_grid_get_rank (rows->grid, row);

  if (rank > 0)
    return g_strdup_printf ("%" G_GSIZE_FORMAT ".", rank);
  return g_strdup (uds_chart_grid_get_row_code (rows->grid, row));
}

static UdsChartTextStyle
row_style (const Rows *rows,
           gsize       row)
{
  UdsChartTextStyle style = rows->style;

  style.is_bold = row == rows->emphasised;
  return style;
}

static void
measure_codes (Rows *rows)
{
  for (gsize i = 0; i < rows->n_rows; i++)
    {
      g_autofree char *code = format_code (rows, i);
      UdsChartTextStyle style = row_style (rows, i);
      g_auto (UdsChartBlock) block = { 0 };

      if (code == NULL)
        continue;
      uds_chart_text_measure (rows->build->pango, &style, code, 0, &block);
      rows->code_width = MAX (rows->code_width, block.width + rows->build->theme->font_size * CODE_GAP);
    }
}

static double
measure_longest_word (Rows *rows)
{
  double width = 0;

  for (gsize i = 0; i < rows->n_rows; i++)
    {
      UdsChartTextStyle style = row_style (rows, i);

      width = MAX (width, uds_chart_text_measure_word (rows->build->pango, &style,
                                                       uds_chart_grid_get_row_label (rows->grid, i)));
    }

  return width;
}

/* Names break between words; only a word that is wider than half of the chart is broken itself. */
static void
measure_labels (Rows *rows)
{
  double width = rows->build->area.width;
  double word = MIN (measure_longest_word (rows) + ROUNDING, width * WORD_PART - rows->code_width);
  double most = MAX (MAX (width * LABELS_PART - rows->code_width, word), 1);

  for (gsize i = 0; i < rows->n_rows; i++)
    {
      UdsChartTextStyle style = row_style (rows, i);
      UdsChartBlock *block = &rows->labels[i];

      uds_chart_text_measure (rows->build->pango, &style, uds_chart_grid_get_row_label (rows->grid, i), most, block);
      rows->label_width = MAX (rows->label_width, block->width);
    }
}

/* The rows in the order in which they deserve to be seen: the one the chart is about, the first, its neighbours, and
 * then from the top. */
static GArray *
list_by_importance (const Rows *rows)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize first[4];
  gsize n_first = 0;

  if (rows->emphasised != UDS_CHART_NONE)
    {
      first[n_first++] = rows->emphasised;
      if (rows->emphasised > 0)
        first[n_first++] = 0;
      if (rows->emphasised > 1)
        first[n_first++] = rows->emphasised - 1;
      if (rows->emphasised + 1 < rows->n_rows)
        first[n_first++] = rows->emphasised + 1;
    }
  g_array_append_vals (order, first, (guint) n_first);
  for (gsize i = 0; i < rows->n_rows; i++)
    {
      gboolean is_there = FALSE;

      for (gsize j = 0; j < n_first; j++)
        is_there = is_there || first[j] == i;
      if (!is_there)
        g_array_append_val (order, i);
    }

  return order;
}

/* A slot for each row to be seen, and one for each run of others between them. A run of one row is that row. */
static GArray *
make_slots (const Rows     *rows,
            const gboolean *is_seen)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (UdsChartRowSlot));

  for (gsize i = 0; i < rows->n_rows; i++)
    {
      UdsChartRowSlot slot = { .first = i, .n_rows = 1 };

      while (!is_seen[i] && i + 1 < rows->n_rows && !is_seen[i + 1])
        {
          slot.n_rows++;
          i++;
        }
      g_array_append_val (slots, slot);
    }

  return slots;
}

/* As many rows as @capacity slots let be seen. */
static GArray *
choose_slots (const Rows *rows,
              gsize       capacity)
{
  g_autofree gboolean *is_seen = g_new0 (gboolean, rows->n_rows + 1);
  g_autoptr (GArray) order = list_by_importance (rows);
  GArray *slots = make_slots (rows, is_seen);

  for (gsize i = 0; i < order->len && i < capacity; i++)
    {
      g_autoptr (GArray) more = NULL;

      is_seen[g_array_index (order, gsize, i)] = TRUE;
      more = make_slots (rows, is_seen);
      if (more->len > capacity)
        continue;
      g_array_unref (slots);
      slots = g_steal_pointer (&more);
    }

  return slots;
}

static double
get_indent (const Rows *rows)
{
  return rows->code_width + rows->label_width + rows->build->theme->font_size * LABEL_GAP;
}

static double
measure_all (const Rows *rows,
             gboolean    counts_rest)
{
  double height = measure_groups (rows);

  if (counts_rest)
    return height + get_highest (rows) * (double) rows->n_rows;
  for (gsize i = 0; i < rows->n_rows; i++)
    height += get_row_height (rows, i);

  return height;
}

/* Alike where some rows are only counted, or where there is too little room for all of them; else each as high as its
 * name asks for. */
static void
set_bounds (Rows     *rows,
            GArray   *slots,
            gboolean  counts_rest)
{
  UdsChartRect *plot = &rows->build->layout->plot;
  gboolean is_alike = counts_rest || measure_all (rows, FALSE) > rows->build->area.height;
  double alike = get_highest (rows);
  double most = rows->build->theme->font_size * ROW_HEIGHT_MAX;
  double room = MAX (rows->build->area.height - measure_groups (rows), 1);
  double needed = 0, factor, y = plot->y;

  for (guint i = 0; i < slots->len; i++)
    needed += is_alike ? alike : get_row_height (rows, g_array_index (slots, UdsChartRowSlot, i).first);
  factor = MIN (room / needed, MAX (most * (double) slots->len / needed, 1));
  for (guint i = 0; i < slots->len; i++)
    {
      UdsChartRowSlot *slot = &g_array_index (slots, UdsChartRowSlot, i);
      double height = (is_alike ? alike : get_row_height (rows, slot->first)) * factor;

      y += get_group_height (rows, slot->first);
      slot->bounds = (UdsChartRect) { plot->x, y, plot->width, height };
      y += height;
    }
  plot->height = y - plot->y;
}

static GArray *
place_slots (Rows     *rows,
             gboolean  counts_rest)
{
  UdsChartBuild *build = rows->build;
  gsize capacity = (gsize) MAX (build->area.height / get_highest (rows), 1);
  GArray *slots = choose_slots (rows, counts_rest ? capacity : rows->n_rows);
  double indent = get_indent (rows);

  build->layout->plot =
      (UdsChartRect) { build->area.x + indent, build->area.y, MAX (build->area.width - indent, 1), 0 };
  set_bounds (rows, slots, counts_rest);

  return slots;
}

/* "… 38 more, 2.90 to 37.66", without the values where they are not in order. */
static char *
format_rest (const Rows            *rows,
             const UdsChartRowSlot *slot,
             gboolean               with_values)
{
  const UdsChartCell *first = uds_chart_grid_get_cell (rows->grid, slot->first, 0);
  const UdsChartCell *last = uds_chart_grid_get_cell (rows->grid, slot->first + slot->n_rows - 1, 0);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!with_values || uds_chart_grid_get_rank (rows->grid, slot->first) == 0 || !uds_chart_cell_has_value (last))
    /* Translators: so many rows are not drawn */
    return g_strdup_printf (ngettext ("… %u more", "… %u more", slot->n_rows), (guint) slot->n_rows);

  from = uds_chart_build_format_label (rows->build, first->value);
  to = uds_chart_build_format_label (rows->build, last->value);
  /* Translators: so many rows are not drawn, then the first and last of their values */
  return g_strdup_printf (ngettext ("… %1$u more, %2$s to %3$s", "… %1$u more, %2$s to %3$s", slot->n_rows),
                          (guint) slot->n_rows, from, to);
}

/* With the values where they have room in one line. */
static void
add_rest (Rows                  *rows,
          const UdsChartRowSlot *slot)
{
  UdsChartBuild *build = rows->build;
  UdsChartTextStyle style = rows->style;
  double room = build->area.width - rows->code_width;

  style.color = build->theme->dim_text;
  for (int with_values = 1; with_values >= 0; with_values--)
    {
      g_autofree char *text = format_rest (rows, slot, with_values);
      g_auto (UdsChartBlock) block = { 0 };

      uds_chart_text_measure (build->pango, &style, text, 0, &block);
      if (block.width > room || block.height > slot->bounds.height)
        continue;
      uds_chart_build_add_text (build, UDS_CHART_ROLE_MORE, &style, &block, build->area.x + rows->code_width,
                                slot->bounds.y + (slot->bounds.height - block.height) / 2);
      return;
    }
}

/* As much of a line as has room for the dots that say that there is more. */
static char *
cut_line (const Rows              *rows,
          const UdsChartTextStyle *style,
          const char              *line,
          double                   width)
{
  for (glong length = g_utf8_strlen (line, -1);; length--)
    {
      g_autofree char *start = g_utf8_substring (line, 0, length);
      g_autofree char *text = g_strconcat (g_strchomp (start), "…", NULL);
      g_auto (UdsChartBlock) block = { 0 };

      uds_chart_text_measure (rows->build->pango, style, text, 0, &block);
      if (block.width <= width || length == 0)
        return g_steal_pointer (&text);
    }
}

/* A name that is higher than its row loses its last lines; the table and the cursor have all of it. */
static void
cut_label (const Rows    *rows,
           UdsChartBlock *block,
           double         height)
{
  int n_lines = MAX ((int) (height / block->line_height), 1);
  char *last;

  if (n_lines >= block->n_lines)
    return;

  last = cut_line (rows, &rows->style, block->lines[n_lines - 1], rows->label_width);
  for (int i = n_lines - 1; i < block->n_lines; i++)
    g_clear_pointer (&block->lines[i], g_free);
  block->lines[n_lines - 1] = last;
  block->n_lines = n_lines;
  block->height = n_lines * block->line_height;
}

static void
add_name (Rows                  *rows,
          const UdsChartRowSlot *slot)
{
  UdsChartBuild *build = rows->build;
  UdsChartBlock *block = &rows->labels[slot->first];
  UdsChartTextStyle style = row_style (rows, slot->first);
  g_autofree char *code = format_code (rows, slot->first);
  double x = build->area.x + rows->code_width;
  double middle = slot->bounds.y + slot->bounds.height / 2;
  UdsChartMark *mark;

  if (block->line_height > slot->bounds.height)
    return;

  cut_label (rows, block, slot->bounds.height);
  mark = uds_chart_build_add_text (build, UDS_CHART_ROLE_LABEL, &style, block, x, middle - block->height / 2);
  mark->series = slot->first;
  if (code == NULL)
    return;
  style.align = UDS_CHART_ALIGN_END;
  uds_chart_build_add_words (build, UDS_CHART_ROLE_LABEL, &style, code, 0, x - build->theme->font_size * CODE_GAP,
                             middle);
}

/* What the rows from here on are, above them. */
static void
add_group (Rows                  *rows,
           const UdsChartRowSlot *slot)
{
  UdsChartBuild *build = rows->build;
  UdsChartTextStyle style = rows->style;
  g_auto (UdsChartBlock) block = { 0 };
  const char *text;

  if (get_group_height (rows, slot->first) <= 0)
    return;

  style.is_bold = TRUE;
  style.color = build->theme->dim_text;
  text = uds_chart_grid_get_row_group (rows->grid, slot->first);
  uds_chart_text_measure (build->pango, &style, text, 0, &block);
  if (block.width > build->area.width)
    {
      g_autofree char *start = cut_line (rows, &style, text, build->area.width);

      uds_chart_block_clear (&block);
      uds_chart_text_measure (build->pango, &style, start, 0, &block);
    }
  if (block.width <= build->area.width)
    uds_chart_build_add_text (build, UDS_CHART_ROLE_LABEL, &style, &block, build->area.x,
                            slot->bounds.y - block.height - build->theme->font_size * GROUP_GAP);
}

/* Where the rows that are only counted can be found by cursor and pointer. */
static void
set_rest_spots (Rows                  *rows,
                const UdsChartRowSlot *slot)
{
  for (gsize row = slot->first; row < slot->first + slot->n_rows; row++)
    for (gsize column = 0; column < uds_chart_grid_get_n_columns (rows->grid); column++)
      uds_chart_build_set_spot (rows->build, &(UdsChartPlace) { row, column }, &slot->bounds);
}

static void
rows_init (Rows          *rows,
           UdsChartBuild *build)
{
  *rows = (Rows) {
    .build = build,
    .grid = uds_chart_spec_get_grid (build->spec),
    .style = { .size = build->theme->font_size, .color = build->theme->text, .align = UDS_CHART_ALIGN_START },
  };
  rows->n_rows = uds_chart_grid_get_n_rows (rows->grid);
  rows->emphasised = uds_chart_grid_get_emphasised (rows->grid);
  rows->labels = g_new0 (UdsChartBlock, rows->n_rows);
  measure_codes (rows);
  measure_labels (rows);
}

static void
rows_clear (Rows *rows)
{
  for (gsize i = 0; i < rows->n_rows; i++)
    uds_chart_block_clear (&rows->labels[i]);
  g_free (rows->labels);
}

/* How wide the names are, with the distance to the plot. */
double
uds_chart_build_measure_rows (UdsChartBuild *build)
{
  Rows rows;
  double indent;

  rows_init (&rows, build);
  indent = get_indent (&rows);
  rows_clear (&rows);

  return indent;
}

/**
 * uds_chart_build_rows:
 * @build: a build of a spec whose grid has rows, and whose area is what rows and names may take
 * @counts_rest: whether rows for which there is no room are only counted; else all rows become as low as it takes
 *
 * Adds the names of rows, and sets the plot beside them.
 *
 * Returns: (transfer full) (element-type UdsChartRowSlot): where the rows are
 */
GArray *
uds_chart_build_rows (UdsChartBuild *build,
                      gboolean       counts_rest)
{
  Rows rows;
  GArray *slots;

  rows_init (&rows, build);
  choose_groups (&rows, counts_rest);
  build->layout->spare_height = build->area.height - measure_all (&rows, counts_rest);
  slots = place_slots (&rows, counts_rest);
  for (guint i = 0; i < slots->len; i++)
    {
      const UdsChartRowSlot *slot = &g_array_index (slots, UdsChartRowSlot, i);

      add_group (&rows, slot);
      if (slot->n_rows == 1)
        {
          add_name (&rows, slot);
          continue;
        }
      add_rest (&rows, slot);
      set_rest_spots (&rows, slot);
    }

  rows_clear (&rows);

  return slots;
}

/* A value as it stands beside its mark: with its unit where that is short. */
char *
uds_chart_build_format_label (const UdsChartBuild *build,
                              double               value)
{
  return uds_chart_build_unit_is_short (build) ? uds_chart_format_value (&build->format, value)
                                               : uds_chart_format_number (&build->format, value);
}
