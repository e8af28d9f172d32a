/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells title and notes from the table by the blank rows between them, and only by those: a row that may belong to the
 * table is left to it. */
#include "uds-tidy-frame-private.h"

#include "uds-description-private.h"
#include "uds-error.h"
#include "uds-fold.h"

#include <glib/gi18n.h>
#include <string.h>

/* A title with its blank rows is not longer. */
#define MAX_TITLE_ROWS 12

static gboolean
is_blank (const char *text)
{
  const char *start;
  gsize length;

  uds_text_trim (text, &start, &length);
  return length == 0;
}

/* Whether nothing stands in the row but perhaps its first cell. */
static gboolean
is_single (UdsCsvReader *reader)
{
  for (guint i = 1; i < uds_csv_reader_get_n_cells (reader); i++)
    if (!is_blank (uds_csv_reader_get_cell (reader, i)))
      return FALSE;
  return TRUE;
}

static void
append (GString   **texts,
        const char *text,
        const char *joint)
{
  g_autofree char *trimmed = NULL;
  const char *start;
  gsize length;

  uds_text_trim (text, &start, &length);
  trimmed = g_strndup (start, length);
  if (*texts == NULL)
    *texts = g_string_new (trimmed);
  else
    g_string_append_printf (*texts, "%s%s", joint, trimmed);
}

/**
 * uds_tidy_frame_find_heading:
 * @self: a frame without title
 * @text: a table
 * @separator: what stands between its cells
 *
 * Finds the row of the heading and the title above it: rows with a first cell only, and a blank row after them.
 */
void
uds_tidy_frame_find_heading (UdsTidyFrame *self,
                             GBytes       *text,
                             char          separator)
{
  g_autoptr (UdsCsvReader) reader = uds_csv_reader_new (text, separator);
  GString *title = NULL;
  gboolean after_blank = TRUE;

  self->heading = 1;
  while (uds_csv_reader_get_row (reader) < MAX_TITLE_ROWS && uds_csv_reader_next (reader, NULL))
    {
      const char *first = uds_csv_reader_get_cell (reader, 0);

      if (is_single (reader) && is_blank (first))
        after_blank = TRUE;
      else if (is_single (reader))
        {
          append (&title, first, " ");
          after_blank = FALSE;
        }
      else
        {
          if (!after_blank)
            break;
          self->heading = uds_csv_reader_get_row (reader);
          if (title != NULL)
            {
              self->title = g_string_free (g_steal_pointer (&title), FALSE);
              self->title_field = uds_title_get_field (self->title);
            }
          return;
        }
    }
  if (title != NULL)
    g_string_free (title, TRUE);
}

/**
 * uds_tidy_frame_open:
 * @self: a frame whose heading was found
 * @text: the table
 * @separator: what stands between its cells
 * @error: what went wrong; an empty file is %UDS_ERROR_INVALID
 *
 * Returns: (transfer full) (nullable): a reader at the heading
 */
UdsCsvReader *
uds_tidy_frame_open (const UdsTidyFrame  *self,
                     GBytes              *text,
                     char                 separator,
                     GError             **error)
{
  g_autoptr (UdsCsvReader) reader = uds_csv_reader_new (text, separator);
  g_autoptr (GError) local_error = NULL;

  while (uds_csv_reader_get_row (reader) < self->heading)
    if (!uds_csv_reader_next (reader, &local_error))
      {
        if (local_error != NULL)
          g_propagate_error (error, g_steal_pointer (&local_error));
        else
          g_set_error_literal (error, UDS_ERROR, UDS_ERROR_INVALID, _("The file is empty"));
        return NULL;
      }
  return g_steal_pointer (&reader);
}

/**
 * uds_tidy_frame_look:
 * @self: a frame
 * @reader: at a row below the heading
 *
 * Learns from each row in turn, before any is read, where the notes begin: behind a blank row, each in a first cell,
 * and up to the end.
 */
void
uds_tidy_frame_look (UdsTidyFrame *self,
                     UdsCsvReader *reader)
{
  gboolean blank;

  if (!is_single (reader))
    {
      self->notes = 0;
      self->after_blank = FALSE;
      return;
    }

  blank = is_blank (uds_csv_reader_get_cell (reader, 0));
  if (!blank && self->notes == 0 && self->after_blank)
    self->notes = uds_csv_reader_get_row (reader);
  self->after_blank = blank;
}

/**
 * uds_tidy_frame_is_note:
 * @self: a frame that has seen all rows
 * @reader: at a row
 *
 * Returns: whether the row is a note, or blank between notes
 */
gboolean
uds_tidy_frame_is_note (const UdsTidyFrame *self,
                        UdsCsvReader       *reader)
{
  return self->notes > 0 && uds_csv_reader_get_row (reader) >= self->notes;
}

/**
 * uds_tidy_frame_add_note:
 * @self: a frame
 * @text: what a note says
 */
void
uds_tidy_frame_add_note (UdsTidyFrame *self,
                         const char   *text)
{
  append (&self->footnote, text, "\n");
}

/**
 * uds_title_get_field:
 * @title: a title
 *
 * Returns: the field of an indicator for a title in its language: Danish where it has a Danish letter or more Danish
 *   small words than English ones, English otherwise
 */
const char *
uds_title_get_field (const char *title)
{
  static const char *const danish[] = { "efter", "og", "af", "den", "i", "pr.", "med", "fordelt", "pa", "ved", NULL };
  static const char *const english[] = { "by", "and", "of", "the", "in", "per", "with", "at", "on", "for", NULL };
  g_autofree char *folded = uds_fold (title);
  g_auto (GStrv) words = g_strsplit_set (folded, " ,", -1);
  int n_danish = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n_danish += g_strv_contains (danish, words[i]) - g_strv_contains (english, words[i]);
  for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
    n_danish += g_utf8_strchr ("æøåÆØÅ", -1, g_utf8_get_char (p)) != NULL;
  return n_danish > 0 ? "title_da" : "title_en";
}

/**
 * uds_tidy_frame_describe:
 * @self: a frame
 * @metadata: the metadata of the indicator that the table is about; gets title and notes
 */
void
uds_tidy_frame_describe (const UdsTidyFrame *self,
                         JsonObject         *metadata)
{
  if (self->title != NULL)
    uds_description_set (metadata, self->title_field, self->title);
  if (self->footnote != NULL)
    uds_description_set (metadata, "footnote", self->footnote->str);
}

/**
 * uds_tidy_frame_clear:
 * @self: a frame
 */
void
uds_tidy_frame_clear (UdsTidyFrame *self)
{
  g_clear_pointer (&self->title, g_free);
  if (self->footnote != NULL)
    g_string_free (g_steal_pointer (&self->footnote), TRUE);
}
