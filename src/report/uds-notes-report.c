/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads notes of knowledge and puts them under their themes, newest first. What their texts may have is said in
 * base/uds-text-blocks.h. */
#include "uds-notes-report.h"

#include "uds-error.h"
#include "uds-fold.h"
#include "uds-format.h"
#include "uds-note-words.h"
#include "uds-period.h"
#include "uds-text-blocks.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  const UdsReportOptions *options;
  UdsSession *session;
  UdsDocument *document;
  UdsPeriod period; /* of the notes, where @has_period */
  gboolean has_period;
  char *theme; /* folded; none of all themes */
  const char *shown; /* what the notes are about, in words; none of all, or where the period says it */
} Report;

static UdsLanguage
get_language (const Report *self)
{
  return self->options->language;
}

/* Choosing */

static gboolean
is_in_period (const Report *self,
              UdsRecord    *note)
{
  const char *text = uds_record_get_text (note, "date");
  UdsDate date;

  if (!self->has_period)
    return TRUE;
  if (text == NULL || !uds_date_parse (text, &date))
    return FALSE;
  date = uds_date_first_day (&date);
  return uds_date_compare (&date, &self->period.begin) >= 0 && uds_date_compare (&date, &self->period.end) <= 0;
}

static gboolean
is_on_theme (const Report *self,
             UdsRecord    *note)
{
  const char *theme = uds_record_get_text (note, "theme");
  g_autofree char *folded = theme != NULL ? uds_fold (theme) : NULL;

  return self->theme == NULL || (folded != NULL && strstr (folded, self->theme) != NULL);
}

static int
compare_themes (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const char *first = uds_record_get_text ((UdsRecord *) a, "theme");
  const char *second = uds_record_get_text ((UdsRecord *) b, "theme");

  if (first == NULL || second == NULL)
    return (first == NULL) - (second == NULL);
  return uds_sort_compare (first, second, *(const UdsLanguage *) data);
}

/* Under their themes, those without one last; of a theme in the order in which they were read. */
static GPtrArray *
list_notes (Report    *self,
            UdsQuery  *asked,
            GError   **error)
{
  g_autoptr (UdsQuery) query = uds_query_copy (asked);
  g_autoptr (GPtrArray) notes = NULL;
  UdsLanguage language = get_language (self);

  uds_query_set_long_text (query, TRUE);
  notes = uds_session_list (self->session, query, error);
  if (notes == NULL)
    return NULL;

  for (guint i = notes->len; i > 0; i--)
    if (!is_in_period (self, g_ptr_array_index (notes, i - 1)) || !is_on_theme (self, g_ptr_array_index (notes, i - 1)))
      g_ptr_array_remove_index (notes, i - 1);
  g_ptr_array_sort_values_with_data (notes, compare_themes, &language);
  return g_steal_pointer (&notes);
}

/* Writing */

/* Headings of a note stand below its own. */
static void
add_block (Report             *self,
           const UdsTextBlock *block)
{
  switch (block->type)
    {
    case UDS_TEXT_HEADING:
      uds_document_add_heading (self->document, 3, block->text, NULL);
      return;

    case UDS_TEXT_ITEM:
      uds_document_add_list_item (self->document, "•", block->text);
      return;

    case UDS_TEXT_PARAGRAPH:
    default:
      uds_document_add_paragraph (self->document, UDS_PARAGRAPH_BODY, block->text);
    }
}

static void
add_text (Report     *self,
          const char *text)
{
  g_autoptr (GPtrArray) blocks = uds_text_read_blocks (text);

  for (guint i = 0; i < blocks->len; i++)
    add_block (self, g_ptr_array_index (blocks, i));
}

/* Where it comes from, and until when it asks for something. */
static char *
describe_origin (Report    *self,
                 UdsRecord *note)
{
  g_autofree char *origin = uds_note_words_origin (note, get_language (self));
  g_autofree char *due = uds_record_format (note, "due", get_language (self));
  /* Translators: a date */
  g_autofree char *deadline = due != NULL ? g_strdup_printf (_("due %s"), due) : NULL;

  return uds_format_join ((const char *const[]) { origin, deadline }, 2);
}

/* The names of what it is linked to. */
static char *
list_concerned (Report     *self,
                UdsRecord  *note,
                GError    **error)
{
  g_autoptr (GPtrArray) linked = uds_session_list_linked (self->session, note, NULL, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (linked == NULL)
    return NULL;
  for (guint i = 0; i < linked->len; i++)
    g_ptr_array_add (names, (gpointer) uds_record_get_title (g_ptr_array_index (linked, i), get_language (self)));
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static void
add_concerned (Report     *self,
               const char *concerned)
{
  g_autofree char *text = NULL;

  if (*concerned == '\0')
    return;
  /* Translators: the names of what a note is about */
  text = g_strdup_printf (_("Concerns: %s"), concerned);
  uds_document_add_paragraph (self->document, UDS_PARAGRAPH_NOTE, text);
}

static gboolean
add_note (Report     *self,
          UdsRecord  *note,
          GError    **error)
{
  g_autofree char *origin = describe_origin (self, note);
  g_autofree char *concerned = list_concerned (self, note, error);
  g_auto (GStrv) facts = uds_note_words_facts (note);
  const char *text = uds_record_get_text (note, "text");

  if (concerned == NULL)
    return FALSE;

  uds_document_add_heading (self->document, 2, uds_record_get_title (note, get_language (self)), NULL);
  if (origin != NULL)
    {
      uds_document_add_paragraph (self->document, UDS_PARAGRAPH_NOTE, origin);
      uds_document_keep_with_next (self->document);
    }
  if (text != NULL)
    add_text (self, text);
  add_concerned (self, concerned);
  for (guint i = 0; facts[i] != NULL; i++)
    uds_document_add_paragraph (self->document, UDS_PARAGRAPH_NOTE, facts[i]);
  return TRUE;
}

static gboolean
add_notes (Report     *self,
           GPtrArray  *notes,
           GError    **error)
{
  const UdsLanguage language = get_language (self);
  UdsRecord *before = NULL;

  for (guint i = 0; i < notes->len; i++)
    {
      UdsRecord *note = g_ptr_array_index (notes, i);
      const char *theme = uds_record_get_text (note, "theme");

      if (before == NULL || compare_themes (before, note, (gpointer) &language) != 0)
        uds_document_add_heading (self->document, 1, theme != NULL ? theme : _("Without a theme"), NULL);
      if (!add_note (self, note, error))
        return FALSE;
      before = note;
    }
  return TRUE;
}

static char *
make_subtitle (Report *self,
               guint   n_notes)
{
  g_autofree char *period = self->has_period ? uds_period_format (&self->period, get_language (self)) : NULL;
  g_autofree char *count = g_strdup_printf (ngettext ("%u note", "%u notes", n_notes), n_notes);
  const char *const parts[] = { period, self->shown, count };

  return uds_format_join (parts, G_N_ELEMENTS (parts));
}

static void
begin_document (Report *self,
                guint   n_notes)
{
  g_autofree char *subtitle = make_subtitle (self, n_notes);
  g_autofree char *date = uds_date_format (&self->options->date, get_language (self));
  /* Translators: a date */
  g_autofree char *note = g_strdup_printf (_("Report of %s"), date);
  const UdsCover cover = { .organisation = self->options->organisation, .note = note };

  self->document = uds_document_new (get_language (self), _("What the office has learned"), subtitle);
  uds_document_set_date (self->document, &self->options->date);
  if (self->options->organisation != NULL)
    uds_document_set_author (self->document, self->options->organisation);
  uds_document_add_cover (self->document, &cover);
  uds_document_add_contents (self->document, _("Contents"), 2);
}

static void
report_none (const char  *about,
             GError     **error)
{
  if (about == NULL)
    g_set_error_literal (error, UDS_ERROR, UDS_ERROR_NOT_FOUND, _("There are no notes of knowledge yet."));
  else
    g_set_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND, _("There are no notes of knowledge on “%s”."), about);
}

static UdsDocument *
write_digest (Report    *self,
              UdsQuery  *query,
              GError   **error)
{
  g_autoptr (GPtrArray) notes = list_notes (self, query, error);

  if (notes == NULL)
    return NULL;
  if (notes->len == 0)
    {
      report_none (self->options->about, error);
      return NULL;
    }

  begin_document (self, notes->len);
  if (add_notes (self, notes, error))
    return self->document;
  g_clear_object (&self->document);
  return NULL;
}

/**
 * uds_notes_report_new:
 * @session: a session
 * @options: how to write it; its "about" is a theme, or part of one, or a period such as 2026, 2026-Q2 or 2026-05
 * @error: %UDS_ERROR_NOT_FOUND where there is no such note
 *
 * Gathers the notes of knowledge.
 *
 * Returns: (transfer full) (nullable): the digest
 */
UdsDocument *
uds_notes_report_new (UdsSession              *session,
                      const UdsReportOptions  *options,
                      GError                 **error)
{
  Report self = { .options = options, .session = session };
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("note"));
  g_autofree char *theme = NULL;

  self.has_period = options->about != NULL && uds_period_parse (options->about, &self.period, NULL);
  if (options->about != NULL && !self.has_period)
    {
      self.theme = theme = uds_fold (options->about);
      self.shown = options->about;
    }
  return write_digest (&self, query, error);
}

/**
 * uds_notes_report_new_of:
 * @session: a session
 * @options: how to write it; its "about" is what @query asks for, in words, or nothing where that is everything
 * @query: which notes of knowledge, in the order in which those of one theme follow each other
 * @error: %UDS_ERROR_NOT_FOUND where there is no such note
 *
 * Returns: (transfer full) (nullable): the digest of these notes
 */
UdsDocument *
uds_notes_report_new_of (UdsSession              *session,
                         const UdsReportOptions  *options,
                         UdsQuery                *query,
                         GError                 **error)
{
  Report self = { .options = options, .session = session, .shown = options->about };

  return write_digest (&self, query, error);
}
