/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads agreements, EU projects and sector cooperations and puts them in order: those that expire soon by day, all of
 * them by field. What is said of each is uds-term-words.c's. */
#include "uds-agreements-report.h"

#include "uds-agreement-digest.h"
#include "uds-chart-figure-private.h"
#include "uds-error.h"
#include "uds-fold.h"
#include "uds-format.h"
#include "uds-term-words.h"
#include "uds-timeline-chart.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  const UdsReportOptions *options;
  UdsSession *session;
  UdsDocument *document;
  GPtrArray *items; /* of UdsTermItem */
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

/* Choosing */

/* What a project or a cooperation is about is said by its type. */
static char *
get_field (const Report      *self,
           const UdsTermItem *item)
{
  if (uds_record_is_a (item->record, "agreement"))
    return g_strdup (uds_record_get_localized (item->record, "field", get_language (self)));
  return uds_record_format (item->record, "category", get_language (self));
}

static void
keep_field (Report     *self,
            const char *wanted)
{
  g_autofree char *folded = uds_fold (wanted);

  for (guint i = self->items->len; i > 0; i--)
    {
      g_autofree char *field = get_field (self, g_ptr_array_index (self->items, i - 1));
      g_autofree char *own = field != NULL ? uds_fold (field) : NULL;

      if (own == NULL || strstr (own, folded) == NULL)
        g_ptr_array_remove_index (self->items, i - 1);
    }
}

static int
compare_fields (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const Report *self = data;
  g_autofree char *first = get_field (self, a);
  g_autofree char *second = get_field (self, b);

  if (first == NULL || second == NULL)
    return (first == NULL) - (second == NULL);
  return uds_sort_compare (first, second, get_language (self));
}

/* Words */

static void
add_name (GPtrArray  *names,
          const char *name)
{
  for (guint i = 0; name != NULL && i < names->len; i++)
    if (g_str_equal (g_ptr_array_index (names, i), name))
      return;
  if (name != NULL)
    g_ptr_array_add (names, g_strdup (name));
}

static void
add_reference (Report     *self,
               GPtrArray  *names,
               UdsRecord  *record,
               const char *field)
{
  const char *id = uds_record_get_text (record, field);
  g_autoptr (UdsRecord) other = id != NULL ? uds_session_get (self->session, uds_kind_lookup (field), id, NULL) : NULL;

  if (other != NULL)
    add_name (names, uds_record_get_title (other, get_language (self)));
}

/* With whom an agreement was made; NULL where that is not known. */
static char *
list_parties (Report                   *self,
              const UdsAgreementDigest *digest)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  add_reference (self, names, digest->item->record, "city");
  add_reference (self, names, digest->item->record, "organisation");
  for (guint i = 0; i < digest->parties->len; i++)
    {
      const UdsParty *party = g_ptr_array_index (digest->parties, i);

      if (party->who != NULL)
        add_name (names, uds_record_get_title (party->who, get_language (self)));
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

/* Tables */

static UdsDocumentTable *
make_table (const char *const *columns)
{
  UdsDocumentTable *table = uds_document_table_new (NULL);

  for (guint i = 0; columns[i] != NULL; i++)
    uds_document_table_add_column (table, columns[i], UDS_MARK_NONE, i == 0 ? UDS_COLUMN_ROW_HEADER : UDS_COLUMN_PLAIN);
  return table;
}

static void
add_expiring_row (Report            *self,
                  UdsDocumentTable  *table,
                  const UdsTermItem *item)
{
  g_autofree char *end = uds_term_words_end (item, get_language (self));
  g_autofree char *notice = item->term.has_notice ? uds_date_format (&item->term.notice_by, get_language (self)) : NULL;
  g_autofree char *field = get_field (self, item);
  const char *const cells[] = {
    uds_record_get_title (item->record, get_language (self)), or_none (field), end, or_none (notice), NULL,
  };

  uds_document_table_add_row (table, cells);
}

static void
add_expiring (Report *self)
{
  const char *const columns[] = { _("Title"), _("Field"), _("End"), _("Last day for giving notice"), NULL };
  g_autoptr (GPtrArray) expiring = uds_terms_list_expiring (self->items);
  UdsDocumentTable *table;

  uds_document_add_heading (self->document, 2, _("Expires within six months"), NULL);
  if (expiring->len == 0)
    {
      uds_document_add_paragraph (self->document, UDS_PARAGRAPH_BODY, _("Nothing expires within six months."));
      return;
    }

  table = make_table (columns);
  for (guint i = 0; i < expiring->len; i++)
    add_expiring_row (self, table, g_ptr_array_index (expiring, i));
  uds_document_add_table (self->document, table);
}

static gboolean
add_row (Report             *self,
         UdsDocumentTable   *table,
         const UdsTermItem  *item,
         GError            **error)
{
  g_autoptr (UdsAgreementDigest) digest = NULL;
  g_autofree char *state = uds_term_words_state (item, get_language (self));
  g_autofree char *parties = NULL;
  g_autofree char *approval = NULL;

  if (uds_record_is_a (item->record, "agreement"))
    {
      digest =
          uds_session_digest_agreement (self->session, uds_record_get_id (item->record), get_language (self), error);
      if (digest == NULL)
        return FALSE;
      parties = list_parties (self, digest);
      approval = uds_term_words_approval (digest->item->record, get_language (self));
    }

  uds_document_table_add_row (table, (const char *const[]) { uds_record_get_title (item->record, get_language (self)),
                                                             state, or_none (parties), or_none (approval), NULL });
  return TRUE;
}

/* All of one field, from @index on; moves it behind them. */
static gboolean
add_field (Report  *self,
           guint   *index,
           GError **error)
{
  const char *const columns[] = { _("Title"), _("Time and state"), _("Parties"), _("Approved by the City Council"),
                                  NULL };
  const char *const project_columns[] = { columns[0], columns[1], NULL };
  UdsTermItem *first = g_ptr_array_index (self->items, *index);
  gboolean is_agreement = uds_record_is_a (first->record, "agreement");
  g_autofree char *field = get_field (self, first);
  g_autoptr (UdsDocumentTable) table = make_table (is_agreement ? columns : project_columns);

  uds_document_add_heading (self->document, 3, field != NULL ? field : _("Without a field"), NULL);
  for (; *index < self->items->len; (*index)++)
    {
      UdsTermItem *item = g_ptr_array_index (self->items, *index);

      if (compare_fields (first, item, self) != 0)
        break;
      if (!add_row (self, table, item, error))
        return FALSE;
    }
  uds_document_add_table (self->document, g_steal_pointer (&table));
  return TRUE;
}

static gboolean
add_fields (Report  *self,
            GError **error)
{
  guint index = 0;

  uds_document_add_heading (self->document, 2, _("By field"), NULL);
  g_ptr_array_sort_values_with_data (self->items, compare_fields, self);
  while (index < self->items->len)
    if (!add_field (self, &index, error))
      return FALSE;
  return TRUE;
}

/* The whole */

static void
begin_document (Report *self)
{
  g_autofree char *date = uds_date_format (&self->options->date, get_language (self));
  /* Translators: a date */
  g_autofree char *subtitle = g_strdup_printf (_("Report of %s"), date);
  const char *title = _("Agreements, EU projects and sector cooperations");

  self->document = uds_document_new (get_language (self), title, subtitle);
  uds_document_set_date (self->document, &self->options->date);
  if (self->options->organisation != NULL)
    uds_document_set_author (self->document, self->options->organisation);
  uds_document_add_heading (self->document, 1, title, NULL);
  uds_document_add_paragraph (self->document, UDS_PARAGRAPH_NOTE, subtitle);
}

static void
add_timeline (Report *self)
{
  g_autoptr (UdsChartSpec) spec = uds_timeline_chart_new (self->items, &self->options->date, get_language (self));

  uds_chart_figure_add (self->document, &(UdsChartFigure) { .spec = spec, .mono = self->options->mono });
}

static void
report_none (const char  *about,
             GError     **error)
{
  if (about == NULL)
    g_set_error_literal (error, UDS_ERROR, UDS_ERROR_NOT_FOUND, _("There are no agreements yet."));
  else
    g_set_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND, _("There are no agreements in the field “%s”."), about);
}

/**
 * uds_agreements_report_new:
 * @session: a session
 * @options: how to write it; its "about" is a field, or part of one
 * @record: %NULL: it is about many
 * @error: %UDS_ERROR_NOT_FOUND where there are none
 *
 * Gathers what was agreed for a time, as it is on the day of the report.
 *
 * Returns: (transfer full) (nullable): the report
 */
UdsDocument *
uds_agreements_report_new (UdsSession              *session,
                           const UdsReportOptions  *options,
                           UdsRecord               *record,
                           GError                 **error)
{
  g_autoptr (GPtrArray) items = uds_session_list_terms (session, &options->date, options->language, error);
  Report self = { .options = options, .session = session, .items = items };

  if (items == NULL)
    return NULL;
  if (options->about != NULL)
    keep_field (&self, options->about);
  if (items->len == 0)
    {
      report_none (options->about, error);
      return NULL;
    }

  begin_document (&self);
  add_timeline (&self);
  add_expiring (&self);
  if (add_fields (&self, error))
    return self.document;
  g_clear_object (&self.document);
  return NULL;
}
