/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds out what the columns of a paste are, by its heading or by where it was pasted, and their decimal sign. The rows
 * are read by it in uds-observation-paste.c. */
#include "uds-observation-paste-private.h"

#include "uds-fold.h"
#include "uds-format.h"
#include "uds-plain-table-private.h"
#include "uds-value-cell-private.h"

#include <string.h>

/* While columns are told apart, a percent sign behind a number does not make it less of one. */
#define SHARE "%"

/* So many lines above the heading can be a title. */
#define MOST_TITLES 4

/* What a heading says that its column is; %UDS_PASTE_NO_COLUMN where it is no word for one of ours. */
static guint
get_named_column (const char *heading)
{
  g_autofree char *folded = uds_fold (heading);

  if (g_str_equal (folded, "source") || g_str_equal (folded, "kilde"))
    return UDS_OBSERVATION_COLUMN_SOURCE;

  switch ((int) uds_plain_table_get_role (heading))
    {
    case UDS_COLUMN_ROLE_PERIOD:
      return UDS_OBSERVATION_COLUMN_PERIOD;

    case UDS_COLUMN_ROLE_VALUE:
      return UDS_OBSERVATION_COLUMN_VALUE;

    case UDS_COLUMN_ROLE_STATUS:
      return UDS_OBSERVATION_COLUMN_QUALITY;

    case UDS_COLUMN_ROLE_COMMENT:
      return UDS_OBSERVATION_COLUMN_FOOTNOTE;

    default:
      return UDS_PASTE_NO_COLUMN;
    }
}

static gboolean
looks_like (UdsObservationColumn  column,
            const char           *text)
{
  g_autoptr (UdsRecord) scratch = uds_record_new (uds_kind_lookup ("observation"));
  UdsDecimal decimal = uds_observation_tell_decimal (text, SHARE);
  UdsProblem *problem = uds_observation_read_cell (scratch, column, text, decimal, SHARE);
  UdsProblemCode code = problem != NULL ? problem->code : UDS_PROBLEM_NONE;

  g_clear_pointer (&problem, uds_problem_free);
  return code <= UDS_PROBLEM_LAST_NOTE || code == UDS_PROBLEM_AMBIGUOUS_NUMBER;
}

/* Whether every row below the heading has in it what a column would have. */
static gboolean
all_look_like (UdsObservationPaste  *self,
               guint                 place,
               UdsObservationColumn  column)
{
  for (guint i = self->has_heading ? 1 : 0; i < self->lines->len; i++)
    {
      const UdsPasteLine *line = uds_paste_get_line (self, i);

      if (!uds_paste_line_is_empty (line) && !looks_like (column, uds_paste_get_cell (line, place)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

/* A row without figures above one that has them. A figure written wrong must not be taken for a heading: it would go
 * unseen, and the rows below it would move. */
static gboolean
is_unknown_heading (UdsObservationPaste *self,
                    const UdsPasteLine  *line)
{
  gboolean is_wide = g_strv_length (line->cells) > 1;
  const char *first = uds_paste_get_cell (line, 0);

  return self->first <= UDS_OBSERVATION_COLUMN_VALUE && *first != '\0' && !has_digit (first)
         && !looks_like (self->first, first)
         && (!is_wide || !looks_like (UDS_OBSERVATION_COLUMN_VALUE, uds_paste_get_cell (line, 1)))
         && has_digit (uds_paste_get_cell (uds_paste_get_line (self, 1), 0));
}

static guint
count_filled (const UdsPasteLine *line)
{
  guint n_filled = 0;

  for (guint i = 0; line->cells[i] != NULL; i++)
    n_filled += *line->cells[i] != '\0';
  return n_filled;
}

static gboolean
names_period (const UdsPasteLine *line)
{
  for (guint i = 0; line->cells[i] != NULL; i++)
    if (get_named_column (line->cells[i]) == UDS_OBSERVATION_COLUMN_PERIOD)
      return TRUE;
  return FALSE;
}

/* A title stands alone above the heading. */
static void
drop_titles (UdsObservationPaste *self)
{
  guint n_titles = 0;

  while (n_titles < MIN (MOST_TITLES, self->lines->len) && count_filled (uds_paste_get_line (self, n_titles)) < 2)
    n_titles++;
  if (n_titles > 0 && n_titles < self->lines->len && names_period (uds_paste_get_line (self, n_titles)))
    g_ptr_array_remove_range (self->lines, 0, n_titles);
}

/* Whether the first row names the columns: by words we know, or as the only row that begins otherwise. */
static gboolean
find_heading (UdsObservationPaste *self)
{
  const UdsPasteLine *line;

  if (self->lines->len < 2)
    return FALSE;

  line = uds_paste_get_line (self, 0);
  for (guint i = 0; line->cells[i] != NULL; i++)
    if (get_named_column (line->cells[i]) != UDS_PASTE_NO_COLUMN)
      return TRUE;

  return is_unknown_heading (self, line);
}

static guint *
find_column (UdsObservationPaste *self,
             guint                column)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_array_index (self->columns, guint, i) == column)
      return &g_array_index (self->columns, guint, i);
  return NULL;
}

/* “Men” for the series “Men”, and “Men (percent)” too. */
static gboolean
names_series (UdsObservationPaste *self,
              const char          *heading)
{
  g_autofree char *folded = uds_fold (heading);
  g_autofree char *name = uds_fold (self->series);
  gsize length = strlen (name);

  return length > 0 && g_str_has_prefix (folded, name) && (folded[length] == '\0' || folded[length] == ' ');
}

/* In a table of several series a note may be about any of them. */
static void
drop_shared_note (UdsObservationPaste *self)
{
  guint *note = find_column (self, UDS_OBSERVATION_COLUMN_FOOTNOTE);

  for (guint i = 0; note != NULL && i < self->columns->len; i++)
    if (g_array_index (self->columns, guint, i) == UDS_PASTE_NO_COLUMN
        && all_look_like (self, i, UDS_OBSERVATION_COLUMN_VALUE))
      *note = UDS_PASTE_NO_COLUMN;
}

/* The one that is called as the series is, or the only one that is left. */
static void
find_value_column (UdsObservationPaste *self)
{
  const UdsPasteLine *heading = uds_paste_get_line (self, 0);
  guint unknown = 0, n_unknown = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      if (g_array_index (self->columns, guint, i) != UDS_PASTE_NO_COLUMN)
        continue;
      if (names_series (self, uds_paste_get_cell (heading, i)))
        {
          g_array_index (self->columns, guint, i) = UDS_OBSERVATION_COLUMN_VALUE;
          return;
        }
      unknown = i;
      n_unknown++;
    }
  if (n_unknown == 1)
    g_array_index (self->columns, guint, unknown) = UDS_OBSERVATION_COLUMN_VALUE;
}

static void
name_columns (UdsObservationPaste *self)
{
  const UdsPasteLine *heading = uds_paste_get_line (self, 0);

  for (guint i = 0; i < self->columns->len; i++)
    {
      guint named = get_named_column (uds_paste_get_cell (heading, i));

      if (named != UDS_PASTE_NO_COLUMN && find_column (self, named) == NULL)
        g_array_index (self->columns, guint, i) = named;
    }
  if (find_column (self, UDS_OBSERVATION_COLUMN_PERIOD) == NULL
      && g_array_index (self->columns, guint, 0) == UDS_PASTE_NO_COLUMN
      && all_look_like (self, 0, UDS_OBSERVATION_COLUMN_PERIOD))
    g_array_index (self->columns, guint, 0) = UDS_OBSERVATION_COLUMN_PERIOD;
  if (find_column (self, UDS_OBSERVATION_COLUMN_VALUE) == NULL)
    find_value_column (self);
  drop_shared_note (self);
}

/* Periods and numbers that were pasted on a value or a quality: nothing else fits, for a number is never a quality. */
static gboolean
begins_with_period (UdsObservationPaste *self)
{
  if (self->first == UDS_OBSERVATION_COLUMN_PERIOD)
    return TRUE;
  if (self->first > UDS_OBSERVATION_COLUMN_QUALITY || self->columns->len < 2)
    return FALSE;
  return all_look_like (self, 0, UDS_OBSERVATION_COLUMN_PERIOD) && all_look_like (self, 1, UDS_OBSERVATION_COLUMN_VALUE)
         && !all_look_like (self, 1, UDS_OBSERVATION_COLUMN_QUALITY);
}

static void
place_columns (UdsObservationPaste *self)
{
  guint first = begins_with_period (self) ? UDS_OBSERVATION_COLUMN_PERIOD : self->first;

  for (guint i = 0; i < self->columns->len; i++)
    g_array_index (self->columns, guint, i) = MIN (first + i, UDS_PASTE_NO_COLUMN);
}

/**
 * uds_paste_find_columns:
 * @self: a paste whose lines are read
 *
 * Says what its columns are, whether the first row is a heading, and whether the rows say their periods.
 */
void
uds_paste_find_columns (UdsObservationPaste *self)
{
  static const guint none = UDS_PASTE_NO_COLUMN;
  guint n_columns = 0;

  drop_titles (self);
  for (guint i = 0; i < self->lines->len; i++)
    n_columns = MAX (n_columns, g_strv_length (uds_paste_get_line (self, i)->cells));
  for (guint i = 0; i < n_columns; i++)
    g_array_append_val (self->columns, none);
  if (n_columns == 0)
    return;

  self->has_heading = find_heading (self);
  if (self->has_heading)
    name_columns (self);
  else
    place_columns (self);
  self->has_period = find_column (self, UDS_OBSERVATION_COLUMN_PERIOD) != NULL;
}

/**
 * uds_paste_find_decimal:
 * @self: a paste whose columns are found
 *
 * The decimal sign is told by all values together; where they do not say, by the user: then there is a question.
 */
void
uds_paste_find_decimal (UdsObservationPaste *self)
{
  guint *column = find_column (self, UDS_OBSERVATION_COLUMN_VALUE);
  guint place = column != NULL ? (guint) (column - &g_array_index (self->columns, guint, 0)) : 0;
  UdsDecimalEvidence evidence = { 0 };

  if (column == NULL)
    return;

  for (guint i = self->has_heading ? 1 : 0; i < self->lines->len; i++)
    {
      const char *text = uds_paste_get_cell (uds_paste_get_line (self, i), place);
      gboolean is_share;
      g_autofree char *number = uds_observation_strip_share (text, &is_share);

      if (is_share && !uds_unit_is_share (self->unit))
        continue;
      uds_value_cell_look (&evidence, number);
      if (evidence.n_either > 0 && self->question == NULL)
        self->question = text;
    }
  self->decimal = uds_decimal_decide (&evidence);
  if (self->decimal != UDS_DECIMAL_UNKNOWN)
    self->question = NULL;
}
