/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells stand one after the other, row by row. Texts are kept once however often they come: in a long list most do
 * again and again. */
#include "uds-sheet.h"

#include "uds-date.h"

#include <math.h>

typedef struct {
  const char *heading;
  int decimals;
} Column;

struct _UdsSheet {
  GObject parent_instance;

  GStringChunk *texts;
  const char *name;
  const char *title; /* none where nobody gave one */
  UdsLanguage language;
  GArray *columns; /* Column */
  GArray *cells;   /* UdsSheetCell */
  GArray *notes;   /* const char * */
};

G_DEFINE_FINAL_TYPE (UdsSheet, uds_sheet, G_TYPE_OBJECT)

#define TEXTS_SIZE 4096

static void
uds_sheet_finalize (GObject *object)
{
  UdsSheet *self = UDS_SHEET (object);

  g_array_unref (self->columns);
  g_array_unref (self->cells);
  g_array_unref (self->notes);
  g_string_chunk_free (self->texts);

  G_OBJECT_CLASS (uds_sheet_parent_class)->finalize (object);
}

static void
uds_sheet_class_init (UdsSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = uds_sheet_finalize;
}

static void
uds_sheet_init (UdsSheet *self)
{
  self->texts = g_string_chunk_new (TEXTS_SIZE);
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  self->cells = g_array_new (FALSE, FALSE, sizeof (UdsSheetCell));
  self->notes = g_array_new (FALSE, FALSE, sizeof (const char *));
}

static const char *
keep (UdsSheet   *self,
      const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

/**
 * uds_sheet_new:
 * @name: what is in it, in a word
 * @language: the reader's
 *
 * Returns: (transfer full): a sheet without columns
 */
UdsSheet *
uds_sheet_new (const char  *name,
               UdsLanguage  language)
{
  UdsSheet *self = g_object_new (UDS_TYPE_SHEET, NULL);

  self->name = keep (self, name);
  self->language = language;
  return self;
}

/**
 * uds_sheet_set_title:
 * @self: a sheet
 * @title: (nullable): what it shows
 */
void
uds_sheet_set_title (UdsSheet   *self,
                     const char *title)
{
  self->title = keep (self, title);
}

/**
 * uds_sheet_add_note:
 * @self: a sheet
 * @note: (nullable): a sentence; nothing is added where there is none
 *
 * Adds what is said about the table: its source, a footnote.
 */
void
uds_sheet_add_note (UdsSheet   *self,
                    const char *note)
{
  const char *kept = keep (self, note);

  if (kept != NULL && *kept != '\0')
    g_array_append_val (self->notes, kept);
}

/**
 * uds_sheet_add_column:
 * @self: a sheet without rows
 * @heading: what stands above it
 * @decimals: with how many decimals its numbers are written, or %UDS_FORMAT_SHORTEST
 */
void
uds_sheet_add_column (UdsSheet   *self,
                      const char *heading,
                      int         decimals)
{
  Column column = { keep (self, heading), decimals };

  g_return_if_fail (self->cells->len == 0);

  g_array_append_val (self->columns, column);
}

static void
append (UdsSheet           *self,
        const UdsSheetCell *cell)
{
  g_return_if_fail (self->columns->len > 0);

  g_array_append_vals (self->cells, cell, 1);
}

/**
 * uds_sheet_append_none:
 * @self: a sheet
 *
 * Adds an empty cell: to the last row, or to a new one where that is full. So do all others.
 */
void
uds_sheet_append_none (UdsSheet *self)
{
  append (self, &(UdsSheetCell) { UDS_SHEET_NONE });
}

/**
 * uds_sheet_append_text:
 * @self: a sheet
 * @text: (nullable): what stands in the next cell
 */
void
uds_sheet_append_text (UdsSheet   *self,
                       const char *text)
{
  if (text == NULL || *text == '\0')
    uds_sheet_append_none (self);
  else
    append (self, &(UdsSheetCell) { UDS_SHEET_TEXT, .text = keep (self, text) });
}

/**
 * uds_sheet_append_number:
 * @self: a sheet
 * @number: what stands in the next cell; nothing where it is none
 */
void
uds_sheet_append_number (UdsSheet *self,
                         double    number)
{
  if (!isfinite (number))
    uds_sheet_append_none (self);
  else
    append (self, &(UdsSheetCell) { UDS_SHEET_NUMBER, .number = number });
}

/**
 * uds_sheet_append_year:
 * @self: a sheet
 * @year: what stands in the next cell
 */
void
uds_sheet_append_year (UdsSheet *self,
                       gint64    year)
{
  append (self, &(UdsSheetCell) { UDS_SHEET_YEAR, .number = (double) year });
}

/**
 * uds_sheet_append_date:
 * @self: a sheet
 * @date: (nullable): a date, ISO and possibly partial; a year alone is a year, a month stays text
 */
void
uds_sheet_append_date (UdsSheet   *self,
                       const char *date)
{
  UdsDate parsed;

  if (date == NULL || !uds_date_parse (date, &parsed) || (parsed.day == 0 && parsed.month != 0))
    uds_sheet_append_text (self, date);
  else if (parsed.month == 0)
    uds_sheet_append_year (self, parsed.year);
  else
    append (self, &(UdsSheetCell) { UDS_SHEET_DATE, .text = keep (self, date) });
}

/**
 * uds_sheet_get_name:
 * @self: a sheet
 *
 * Returns: what is in it, in a word
 */
const char *
uds_sheet_get_name (UdsSheet *self)
{
  return self->name;
}

/**
 * uds_sheet_get_language:
 * @self: a sheet
 *
 * Returns: the reader's language
 */
UdsLanguage
uds_sheet_get_language (UdsSheet *self)
{
  return self->language;
}

/**
 * uds_sheet_get_title:
 * @self: a sheet
 *
 * Returns: (nullable): what it shows
 */
const char *
uds_sheet_get_title (UdsSheet *self)
{
  return self->title;
}

/**
 * uds_sheet_get_n_notes:
 * @self: a sheet
 *
 * Returns: how many notes there are
 */
gsize
uds_sheet_get_n_notes (UdsSheet *self)
{
  return self->notes->len;
}

/**
 * uds_sheet_get_note:
 * @self: a sheet
 * @index: less than the number of notes
 *
 * Returns: what is said about the table
 */
const char *
uds_sheet_get_note (UdsSheet *self,
                    gsize     index)
{
  return g_array_index (self->notes, const char *, index);
}

/**
 * uds_sheet_get_n_columns:
 * @self: a sheet
 *
 * Returns: how many columns there are
 */
gsize
uds_sheet_get_n_columns (UdsSheet *self)
{
  return self->columns->len;
}

/**
 * uds_sheet_get_heading:
 * @self: a sheet
 * @column: less than the number of columns
 *
 * Returns: what stands above it
 */
const char *
uds_sheet_get_heading (UdsSheet *self,
                       gsize     column)
{
  return g_array_index (self->columns, Column, column).heading;
}

/**
 * uds_sheet_get_decimals:
 * @self: a sheet
 * @column: less than the number of columns
 *
 * Returns: with how many decimals its numbers are written, or %UDS_FORMAT_SHORTEST
 */
int
uds_sheet_get_decimals (UdsSheet *self,
                        gsize     column)
{
  return g_array_index (self->columns, Column, column).decimals;
}

/**
 * uds_sheet_get_n_rows:
 * @self: a sheet
 *
 * Returns: how many rows there are without the heading
 */
gsize
uds_sheet_get_n_rows (UdsSheet *self)
{
  return self->columns->len > 0 ? (self->cells->len + self->columns->len - 1) / self->columns->len : 0;
}

/**
 * uds_sheet_get_cell:
 * @self: a sheet
 * @row: less than the number of rows
 * @column: less than the number of columns
 *
 * Returns: the cell; an empty one where the last row is not full yet
 */
const UdsSheetCell *
uds_sheet_get_cell (UdsSheet *self,
                    gsize     row,
                    gsize     column)
{
  static const UdsSheetCell none = { UDS_SHEET_NONE };
  gsize place = row * self->columns->len + column;

  return place < self->cells->len ? &g_array_index (self->cells, UdsSheetCell, place) : &none;
}

static char *
format_date (const char  *text,
             UdsLanguage  language)
{
  UdsDate date;

  return uds_date_parse (text, &date) ? uds_date_format (&date, language) : g_strdup (text);
}

/**
 * uds_sheet_format_cell:
 * @self: a sheet
 * @row: less than the number of rows
 * @column: less than the number of columns
 *
 * Returns: (transfer full): the cell as the reader would write it; "" where it is empty
 */
char *
uds_sheet_format_cell (UdsSheet *self,
                       gsize     row,
                       gsize     column)
{
  const UdsSheetCell *cell = uds_sheet_get_cell (self, row, column);

  switch (cell->type)
    {
    case UDS_SHEET_TEXT:
      return g_strdup (cell->text);
    case UDS_SHEET_NUMBER:
      return uds_format_number (cell->number, uds_sheet_get_decimals (self, column), self->language);
    case UDS_SHEET_YEAR:
      return uds_format_machine (cell->number);
    case UDS_SHEET_DATE:
      return format_date (cell->text, self->language);
    case UDS_SHEET_NONE:
    default:
      return g_strdup ("");
    }
}
