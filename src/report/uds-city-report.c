/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts what the office knows about a city in order: what it has together with ours, people, delegations, figures,
 * notes. Lists are cut so that it stays on two pages, and say so. */
#include "uds-city-report.h"

#include "uds-chart-figure-private.h"
#include "uds-city.h"
#include "uds-city-words.h"
#include "uds-format.h"
#include "uds-map-chart.h"
#include "uds-record-summary.h"
#include "uds-tie-words.h"

#include <glib/gi18n.h>

/* So many rows of a section are printed. */
#define MAX_ROWS 8

typedef struct {
  const UdsReportOptions *options;
  UdsCityDigest *digest;
  UdsDocument *document;
} Report;

static UdsLanguage
get_language (const Report *self)
{
  return self->options->language;
}

static const char *
or_none (const char *text)
{
  return text != NULL ? text : UDS_FORMAT_NONE;
}

/* What does not fit is counted. */
static void
add_rest (Report *self,
          guint   n_rows)
{
  g_autofree char *text = NULL;

  if (n_rows <= MAX_ROWS)
    return;
  text = g_strdup_printf (ngettext ("And %u more in Udsyn.", "And %u more in Udsyn.", n_rows - MAX_ROWS),
                          n_rows - MAX_ROWS);
  uds_document_add_paragraph (self->document, UDS_PARAGRAPH_NOTE, text);
}

static UdsDocumentTable *
begin_table (Report            *self,
             const char        *heading,
             const char *const *columns,
             guint              n_columns)
{
  UdsDocumentTable *table = uds_document_table_new (NULL);

  uds_document_add_heading (self->document, 2, heading, NULL);
  for (guint i = 0; i < n_columns; i++)
    uds_document_table_add_column (table, columns[i], UDS_MARK_NONE, i == 0 ? UDS_COLUMN_ROW_HEADER : UDS_COLUMN_PLAIN);
  return table;
}

/* A strip of the map below the name, as on a letterhead. */
static void
add_locator (Report    *self,
             UdsRecord *city)
{
  g_autoptr (UdsChartSpec) spec = uds_map_chart_new_locator (city, get_language (self));

  if (spec != NULL)
    uds_chart_figure_add (self->document, &(UdsChartFigure) { .spec = spec, .mono = self->options->mono });
}

/* What we have together */

static void
add_membership (Report           *self,
                UdsDocumentTable *table,
                const UdsTie *tie)
{
  g_autofree char *theirs = uds_tie_words_membership (tie, get_language (self));
  g_autofree char *ours = uds_city_words_own_role (tie, get_language (self));
  const char *const cells[] = {
    uds_record_get_title (tie->other, get_language (self)), or_none (theirs), or_none (ours), NULL,
  };

  uds_document_table_add_row (table, cells);
}

static void
add_memberships (Report *self)
{
  GPtrArray *memberships = uds_city_digest_get_memberships (self->digest);
  UdsRecord *city = uds_city_digest_get_city (self->digest);
  const char *const columns[] = {
    _("Network or project"),
    uds_record_get_title (city, get_language (self)),
    uds_city_words_own_name (self->digest, get_language (self)),
  };
  UdsDocumentTable *table;

  if (memberships->len == 0)
    return;

  table = begin_table (self, _("Networks and projects"), columns, uds_city_is_own (city) ? 2 : G_N_ELEMENTS (columns));
  for (guint i = 0; i < MIN (memberships->len, MAX_ROWS); i++)
    add_membership (self, table, g_ptr_array_index (memberships, i));
  uds_document_add_table (self->document, table);
  add_rest (self, memberships->len);
}

static void
add_agreements (Report *self)
{
  GPtrArray *agreements = uds_city_digest_get_agreements (self->digest);

  if (agreements->len == 0)
    return;

  uds_document_add_heading (self->document, 2, _("Agreements"), NULL);
  for (guint i = 0; i < MIN (agreements->len, MAX_ROWS); i++)
    {
      const UdsTermItem *agreement = g_ptr_array_index (agreements, i);
      const char *title = uds_record_get_title (agreement->record, get_language (self));
      g_autofree char *facts = uds_tie_words_agreement (agreement, get_language (self));
      g_autofree char *text = g_strdup_printf ("%s. %s", title, facts);

      uds_document_add_list_item (self->document, "•", text);
    }
  add_rest (self, agreements->len);
}

/* People and delegations */

static void
add_people (Report *self)
{
  GPtrArray *roles = uds_city_digest_get_roles (self->digest);
  const char *const columns[] = { _("Name"), _("Title"), _("E-mail"), _("Telephone") };
  UdsDocumentTable *table;

  if (roles->len == 0)
    return;

  table = begin_table (self, _("People"), columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < MIN (roles->len, MAX_ROWS); i++)
    {
      const UdsTie *tie = g_ptr_array_index (roles, i);
      g_autofree char *role = uds_tie_words_role (tie, get_language (self));
      const char *const cells[] = {
        uds_record_get_text (tie->other, "name"), or_none (role), or_none (uds_record_get_text (tie->other, "email")),
        or_none (uds_record_get_text (tie->other, "phone")), NULL,
      };

      uds_document_table_add_row (table, cells);
    }
  uds_document_add_table (self->document, table);
  add_rest (self, roles->len);
}

/* Records as a list of their titles, each with a line of facts where @describe knows any. */
static void
add_list (Report     *self,
          const char *heading,
          GPtrArray  *records,
          char     *(*describe) (UdsRecord   *record,
                                 UdsLanguage  language))
{
  if (records->len == 0)
    return;

  uds_document_add_heading (self->document, 2, heading, NULL);
  for (guint i = 0; i < MIN (records->len, MAX_ROWS); i++)
    {
      UdsRecord *record = g_ptr_array_index (records, i);
      g_autofree char *facts = describe (record, get_language (self));
      g_autofree char *text = g_strconcat (uds_record_get_title (record, get_language (self)),
                                           facts != NULL ? " · " : NULL, facts, NULL);

      uds_document_add_list_item (self->document, "•", text);
    }
  add_rest (self, records->len);
}

static void
add_linked (Report     *self,
            const char *heading,
            const char *kind)
{
  g_autoptr (GPtrArray) records = uds_city_digest_list_linked (self->digest, kind);

  add_list (self, heading, records, uds_record_format_dates);
}

/* Figures */

static void
add_figures (Report *self)
{
  GPtrArray *figures = uds_city_digest_get_figures (self->digest);
  UdsRecord *city = uds_city_digest_get_city (self->digest);
  gboolean is_own = uds_city_is_own (city);
  UdsDocumentTable *table;

  if (figures->len == 0)
    return;

  uds_document_add_heading (self->document, 2, _("Figures"), NULL);
  table = uds_document_table_new (NULL);
  uds_document_table_add_column (table, _("Figure"), UDS_MARK_NONE, UDS_COLUMN_ROW_HEADER);
  uds_document_table_add_column (table, uds_record_get_title (city, get_language (self)), UDS_MARK_NONE,
                                 UDS_COLUMN_NUMERIC);
  if (!is_own)
    uds_document_table_add_column (table, uds_city_words_own_name (self->digest, get_language (self)), UDS_MARK_NONE,
                                   UDS_COLUMN_NUMERIC);
  for (guint i = 0; i < MIN (figures->len, MAX_ROWS); i++)
    {
      const UdsTie *tie = g_ptr_array_index (figures, i);
      g_autofree char *measure = uds_city_words_measure (tie, get_language (self));
      g_autofree char *theirs = uds_city_words_figure (tie, tie->record, get_language (self));
      g_autofree char *ours = uds_city_words_figure (tie, tie->own, get_language (self));

      uds_document_table_add_row (table, (const char *const[]) { measure, theirs, ours, NULL });
    }
  uds_document_add_table (self->document, table);
  add_rest (self, figures->len);
}

static void
add_note (Report *self)
{
  const char *note = uds_record_get_localized (uds_city_digest_get_city (self->digest), "note", get_language (self));

  if (note != NULL)
    uds_document_add_paragraph (self->document, UDS_PARAGRAPH_BODY, note);
}

/**
 * uds_city_report_new:
 * @session: a session
 * @options: how to write it
 * @city: a city
 * @error: what went wrong
 *
 * Writes a briefing on a city.
 *
 * Returns: (transfer full) (nullable): the briefing
 */
UdsDocument *
uds_city_report_new (UdsSession              *session,
                     const UdsReportOptions  *options,
                     UdsRecord               *city,
                     GError                 **error)
{
  g_autoptr (UdsCityDigest) digest =
      uds_session_digest_city (session, uds_record_get_id (city), options->language, error);
  Report self = { .options = options, .digest = digest };
  g_autofree char *place = uds_city_words_place (city, options->language);
  g_autofree char *date = uds_date_format (&options->date, options->language);
  /* Translators: a date */
  g_autofree char *subtitle = g_strdup_printf (_("City briefing of %s"), date);
  g_autofree char *names = NULL;
  g_autofree char *summary = NULL;

  if (digest == NULL)
    return NULL;

  names = uds_city_words_names (digest, options->language);
  summary = uds_city_words_summary (digest, options->language);
  self.document = uds_document_new (options->language, uds_record_get_title (city, options->language), subtitle);
  uds_document_set_date (self.document, &options->date);
  if (options->organisation != NULL)
    uds_document_set_author (self.document, options->organisation);

  uds_document_add_heading (self.document, 1, uds_record_get_title (city, options->language), NULL);
  if (place != NULL)
    uds_document_add_paragraph (self.document, UDS_PARAGRAPH_LEAD, place);
  if (names != NULL)
    uds_document_add_paragraph (self.document, UDS_PARAGRAPH_NOTE, names);
  uds_document_add_paragraph (self.document, UDS_PARAGRAPH_BODY, summary);
  add_note (&self);
  add_locator (&self, city);
  add_memberships (&self);
  add_agreements (&self);
  add_people (&self);
  add_list (&self, _("Delegations"), uds_city_digest_get_requests (digest), uds_city_words_request);
  add_linked (&self, _("Events"), "event");
  add_figures (&self);
  add_linked (&self, _("What we learned"), "note");
  return self.document;
}
