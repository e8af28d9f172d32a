/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences about charts of categories: bars with their ends and the row they are about, dumbbells row by row, heat
 * maps by what is in their cells, timelines group by group. */
#include "uds-chart-words-private.h"

#include <glib/gi18n.h>

#define ROWS_DESCRIBED 20

typedef struct {
  UdsChartSpec *spec;
  const UdsChartGrid *grid;
  const UdsChartFormat *format;
  GString *text;
} Description;

static void
add_sentence (const Description *self,
              char              *sentence)
{
  if (self->text->len > 0)
    g_string_append_c (self->text, ' ');
  g_string_append (self->text, sentence);
  g_free (sentence);
}

static char *
format_cell (const Description *self,
             gsize              row,
             gsize              column)
{
  return uds_chart_grid_format_cell (self->grid, uds_chart_grid_get_cell (self->grid, row, column), self->format);
}

/* "Accra: 1.16 t" */
static char *
format_row (const Description *self,
            gsize              row)
{
  g_autofree char *name = uds_chart_grid_get_row_name (self->grid, row);
  g_autofree char *value = format_cell (self, row, 0);

  return g_strdup_printf ("%s: %s", name, value);
}

static void
add_ends (const Description *self)
{
  gsize n_ranked = uds_chart_grid_get_n_ranked (self->grid);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (n_ranked == 0)
    return;

  first = format_row (self, 0);
  last = format_row (self, n_ranked - 1);
  if (uds_chart_grid_is_descending (self->grid))
    /* Translators: two bars, "Accra: 1.16 t" */
    add_sentence (self, g_strdup_printf (_ ("Highest first: %s; last %s."), first, last));
  else
    /* Translators: two bars, "Accra: 1.16 t" */
    add_sentence (self, g_strdup_printf (_ ("Lowest first: %s; last %s."), first, last));
}

static void
add_targets (const Description *self)
{
  for (gsize i = 0; i < uds_chart_spec_get_n_targets (self->spec); i++)
    {
      g_autofree char *label =
          uds_chart_target_format_label (uds_chart_spec_get_target (self->spec, i), self->format);

      add_sentence (self, g_strdup_printf ("%s.", label));
    }
}

static void
add_more_rows (const Description *self)
{
  gsize n_rows = uds_chart_grid_get_n_rows (self->grid);

  if (n_rows > ROWS_DESCRIBED)
    add_sentence (self, g_strdup_printf (ngettext ("And %d more row.", "And %d more rows.", n_rows - ROWS_DESCRIBED),
                                         (int) (n_rows - ROWS_DESCRIBED)));
}

static void
describe_bars (const Description *self)
{
  gsize n_rows = uds_chart_grid_get_n_rows (self->grid);
  gsize emphasised = uds_chart_grid_get_emphasised (self->grid);

  add_sentence (self, g_strdup_printf (ngettext ("Bar chart with %d bar.", "Bar chart with %d bars.", n_rows),
                                       (int) n_rows));
  add_ends (self);
  for (gsize i = 0; uds_chart_grid_get_n_ranked (self->grid) == 0 && i < MIN (n_rows, ROWS_DESCRIBED); i++)
    {
      g_autofree char *row = format_row (self, i);

      add_sentence (self, g_strdup_printf ("%s.", row));
    }
  if (uds_chart_grid_get_n_ranked (self->grid) == 0)
    add_more_rows (self);
  if (emphasised != UDS_CHART_NONE)
    {
      g_autofree char *row = format_row (self, emphasised);
      g_autofree char *rank = uds_chart_words_format_rank (self->grid, emphasised);

      add_sentence (self, rank != NULL ? g_strdup_printf ("%s. %s.", row, rank) : g_strdup_printf ("%s.", row));
    }
  add_targets (self);
}

static char *
join_columns (const Description *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) labels = NULL;

  for (gsize i = 0; i < uds_chart_grid_get_n_columns (self->grid); i++)
    g_strv_builder_add (builder, uds_chart_grid_get_column_label (self->grid, i));
  labels = g_strv_builder_end (builder);

  return g_strjoinv (", ", labels);
}

/* "Car: 32%, 29%, 25%." in the order of the columns */
static void
add_row_values (const Description *self,
                gsize              row)
{
  g_autofree char *name = uds_chart_grid_get_row_name (self->grid, row);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) values = NULL;
  g_autofree char *joined = NULL;

  for (gsize i = 0; i < uds_chart_grid_get_n_columns (self->grid); i++)
    g_strv_builder_take (builder, format_cell (self, row, i));
  values = g_strv_builder_end (builder);
  joined = g_strjoinv (", ", values);
  add_sentence (self, g_strdup_printf ("%s: %s.", name, joined));
}

static void
describe_dumbbell (const Description *self)
{
  gsize n_rows = uds_chart_grid_get_n_rows (self->grid);
  g_autofree char *columns = join_columns (self);

  /* Translators: then the names of its columns, "2019, 2023, Target 2025" */
  add_sentence (self, g_strdup_printf (ngettext ("Dumbbell chart with %d row: %s.", "Dumbbell chart with %d rows: %s.",
                                                 n_rows),
                                       (int) n_rows, columns));
  for (gsize i = 0; i < MIN (n_rows, ROWS_DESCRIBED); i++)
    add_row_values (self, i);
  add_more_rows (self);
}

/* How many cells are at each level, and of how many nothing is known. */
static void
add_level_counts (const Description *self)
{
  gsize n_levels = uds_chart_grid_get_n_levels (self->grid);
  g_autofree gsize *counts = g_new0 (gsize, n_levels + 1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autofree char *joined = NULL;

  for (gsize row = 0; row < uds_chart_grid_get_n_rows (self->grid); row++)
    for (gsize column = 0; column < uds_chart_grid_get_n_columns (self->grid); column++)
      {
        const UdsChartCell *cell = uds_chart_grid_get_cell (self->grid, row, column);

        if (cell->level != UDS_CHART_NONE)
          counts[cell->level]++;
        else
          counts[n_levels] += uds_chart_cell_is_empty (cell);
      }
  for (gsize i = 0; i <= n_levels; i++)
    if (counts[i] > 0)
      g_strv_builder_take (
          builder, g_strdup_printf ("%s %d",
                                    i < n_levels ? uds_chart_grid_get_level (self->grid, i)->label : _ ("No data"),
                                    (int) counts[i]));
  words = g_strv_builder_end (builder);
  if (words[0] == NULL)
    return;
  joined = g_strjoinv (", ", words);
  if (uds_chart_spec_get_kind (self->spec) == UDS_CHART_TIMELINE)
    add_sentence (self, g_strdup_printf ("%s.", joined));
  else
    /* Translators: what is in the cells of a heat map and how often, "On its way 12, Too slow 3" */
    add_sentence (self, g_strdup_printf (_ ("Cells: %s."), joined));
}

/* The last column of a row in which something is known. */
static gsize
find_last_column (const Description *self,
                  gsize              row)
{
  for (gsize i = uds_chart_grid_get_n_columns (self->grid); i-- > 0;)
    if (!uds_chart_cell_is_empty (uds_chart_grid_get_cell (self->grid, row, i)))
      return i;

  return UDS_CHART_NONE;
}

static void
add_last_known (const Description *self,
                gsize              row)
{
  g_autofree char *name = uds_chart_grid_get_row_name (self->grid, row);
  gsize column = find_last_column (self, row);
  g_autofree char *what = NULL;

  if (column == UDS_CHART_NONE)
    {
      add_sentence (self, g_strdup_printf (_ ("%s: no data."), name));
      return;
    }

  what = format_cell (self, row, column);
  /* Translators: a row, what is in its last cell, and the column of it: "13 Climate Action: Too slow in 2022." */
  add_sentence (self, g_strdup_printf (_ ("%s: %s in %s."), name, what,
                                       uds_chart_grid_get_column_label (self->grid, column)));
}

static void
describe_heat_map (const Description *self)
{
  gsize n_rows = uds_chart_grid_get_n_rows (self->grid);
  gsize n_columns = uds_chart_grid_get_n_columns (self->grid);
  /* Levels over time: the latest is what counts. */
  gboolean tells_latest = uds_chart_grid_get_n_levels (self->grid) > 0
                          && uds_chart_grid_get_column_level (self->grid, 0) == UDS_CHART_NONE;
  g_autofree char *columns = join_columns (self);

  /* Translators: how many rows and columns, then the names of the columns */
  add_sentence (self, g_strdup_printf (_ ("Heat map, %d × %d cells, columns: %s."), (int) n_rows, (int) n_columns,
                                       columns));
  add_level_counts (self);
  for (gsize i = 0; i < MIN (n_rows, ROWS_DESCRIBED); i++)
    {
      if (tells_latest)
        add_last_known (self, i);
      else
        add_row_values (self, i);
    }
  add_more_rows (self);
}

/* "Agreement with Oslo: expires soon. Expires 30 May 2027, in 6 months." under the name of its group. */
static void
add_span (const Description *self,
          gsize              row)
{
  const UdsChartCell *cell = uds_chart_grid_get_cell (self->grid, row, 0);
  g_autofree char *what = format_row (self, row);

  if (uds_chart_grid_begins_group (self->grid, row))
    add_sentence (self, g_strdup_printf ("%s:", uds_chart_grid_get_row_group (self->grid, row)));
  add_sentence (self, g_strdup_printf ("%s.", what));
  if (cell->note != NULL)
    add_sentence (self, g_strdup (cell->note));
}

static void
describe_timeline (const Description *self)
{
  gsize n_rows = uds_chart_grid_get_n_rows (self->grid);

  add_sentence (self, g_strdup_printf (ngettext ("Timeline with %d row.", "Timeline with %d rows.", n_rows),
                                       (int) n_rows));
  add_level_counts (self);
  for (gsize i = 0; i < MIN (n_rows, ROWS_DESCRIBED); i++)
    add_span (self, i);
  add_more_rows (self);
}

/* "Cities: Hamburg (Member), Oslo." Without the record in the middle, which the title names. */
static void
add_relations (const Description *self,
               gsize              level)
{
  GString *names = g_string_new (NULL);
  guint n_rows = 0;

  for (gsize i = 0; i < uds_chart_grid_get_n_rows (self->grid); i++)
    {
      const UdsChartCell *cell = uds_chart_grid_get_cell (self->grid, i, 0);

      if (cell->level != level || i == uds_chart_grid_get_emphasised (self->grid) || n_rows++ >= ROWS_DESCRIBED)
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", uds_chart_grid_get_row_label (self->grid, i));
      if (cell->note != NULL)
        g_string_append_printf (names, " (%s)", cell->note);
    }
  if (n_rows > ROWS_DESCRIBED)
    g_string_append (names, ", …");
  if (n_rows > 0)
    add_sentence (self, g_strdup_printf ("%s · %u: %s.", uds_chart_grid_get_level (self->grid, level)->label, n_rows,
                                         names->str));
  g_string_free (names, TRUE);
}

static void
describe_relations (const Description *self)
{
  gsize n_rows = uds_chart_grid_get_n_rows (self->grid) - 1;

  add_sentence (self, g_strdup_printf (ngettext ("Picture of %d relation.", "Picture of %d relations.", n_rows),
                                       (int) n_rows));
  for (gsize i = 0; i < uds_chart_grid_get_n_levels (self->grid); i++)
    add_relations (self, i);
}

/* Adds to @text what a chart of categories shows; as uds_chart_describe(). */
void
uds_chart_describe_grid (UdsChartSpec         *spec,
                         const UdsChartFormat *format,
                         GString              *text)
{
  const Description self = { spec, uds_chart_spec_get_grid (spec), format, text };

  if (uds_chart_grid_get_n_rows (self.grid) == 0 || uds_chart_grid_get_n_columns (self.grid) == 0)
    {
      g_string_append (text, _ ("Chart without data."));
      return;
    }

  switch (uds_chart_spec_get_kind (spec))
    {
    case UDS_CHART_BARS:
      describe_bars (&self);
      break;

    case UDS_CHART_DUMBBELL:
      describe_dumbbell (&self);
      break;

    case UDS_CHART_HEAT_MAP:
      describe_heat_map (&self);
      break;

    case UDS_CHART_TIMELINE:
      describe_timeline (&self);
      break;

    case UDS_CHART_MAP:
      uds_chart_describe_map (spec, text);
      break;

    case UDS_CHART_RELATIONS:
      describe_relations (&self);
      break;

    case UDS_CHART_LINES:
    case UDS_CHART_MULTIPLES:
    default:
      g_assert_not_reached ();
    }
}
