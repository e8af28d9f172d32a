/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes what a committee asks of each network: what the city is in it, who is responsible, how large it is and who
 * says so, which goals it serves, what came of it. Members are counted and shown on a map; their names stand in the
 * program. */
#include "uds-networks-report.h"

#include "uds-chart-figure-private.h"
#include "uds-format.h"
#include "uds-map-chart.h"
#include "uds-network-words.h"
#include "uds-record-summary.h"

#include <glib/gi18n.h>

/* So many figures of a network are printed, the latest. */
#define MAX_FIGURES 6

/* Fewer places are no map: one is our own city. */
#define LEAST_PLACES 2

typedef struct {
  const UdsReportOptions *options;
  UdsDocument *document;
  gboolean has_administrations; /* somebody is responsible for one of them */
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

static const char *
name_or_none (UdsRecord   *record,
              UdsLanguage  language)
{
  return record != NULL ? uds_record_get_title (record, language) : UDS_FORMAT_NONE;
}

/* All of them in one table */

static void
add_overview_row (Report           *self,
                  UdsDocumentTable *table,
                  UdsNetworkDigest *digest)
{
  UdsRecord *network = uds_network_digest_get_network (digest);
  UdsRecord *administration = uds_network_digest_get_administration (digest);
  UdsDate day = uds_network_digest_limit_day (digest, &self->options->date);
  g_autoptr (GPtrArray) members = uds_network_digest_list_members_on (digest, &day);
  g_autofree char *dates = uds_record_format_dates (network, get_language (self));
  g_autofree char *count = uds_format_number (members->len, 0, get_language (self));
  g_autoptr (GPtrArray) cells = g_ptr_array_new_null_terminated (5, NULL, TRUE);

  g_ptr_array_add (cells, (gpointer) uds_record_get_title (network, get_language (self)));
  g_ptr_array_add (cells, (gpointer) or_none (uds_record_get_localized (network, "role", get_language (self))));
  if (self->has_administrations)
    g_ptr_array_add (cells, (gpointer) name_or_none (administration, get_language (self)));
  g_ptr_array_add (cells, (gpointer) or_none (dates));
  g_ptr_array_add (cells, members->len > 0 ? count : (gpointer) UDS_FORMAT_NONE);
  uds_document_table_add_row (table, (const char *const *) cells->pdata);
}

static gboolean
have_administrations (GPtrArray *digests)
{
  for (guint i = 0; i < digests->len; i++)
    if (uds_network_digest_get_administration (g_ptr_array_index (digests, i)) != NULL)
      return TRUE;

  return FALSE;
}

static void
add_overview (Report    *self,
              GPtrArray *digests)
{
  UdsDocumentTable *table = uds_document_table_new (NULL);

  self->has_administrations = have_administrations (digests);
  uds_document_table_add_column (table, _("Network or project"), UDS_MARK_NONE, UDS_COLUMN_ROW_HEADER);
  uds_document_table_add_column (table, _("Copenhagen’s role"), UDS_MARK_NONE, UDS_COLUMN_PLAIN);
  if (self->has_administrations)
    uds_document_table_add_column (table, _("Administration"), UDS_MARK_NONE, UDS_COLUMN_PLAIN);
  uds_document_table_add_column (table, _("Dates"), UDS_MARK_NONE, UDS_COLUMN_PLAIN);
  uds_document_table_add_column (table, _("Members in Udsyn"), UDS_MARK_NONE, UDS_COLUMN_NUMERIC);
  for (guint i = 0; i < digests->len; i++)
    add_overview_row (self, table, g_ptr_array_index (digests, i));
  uds_document_add_table (self->document, table);
}

/* One of them */

static void
add_paragraph (Report     *self,
               const char *label,
               const char *text)
{
  g_autofree char *labelled = NULL;

  if (text == NULL)
    return;
  labelled = label != NULL ? g_strdup_printf ("%s: %s", label, text) : g_strdup (text);
  uds_document_add_paragraph (self->document, UDS_PARAGRAPH_BODY, labelled);
}

static void
add_own_roles (Report           *self,
               UdsNetworkDigest *digest)
{
  g_autoptr (GPtrArray) own = uds_network_digest_list_own (digest);
  g_autoptr (GString) roles = g_string_new (uds_network_words_own_role (digest, get_language (self)));

  for (guint i = 0; i < own->len; i++)
    {
      g_autofree char *role =
          uds_network_words_member (g_ptr_array_index (own, i), &self->options->date, get_language (self));

      if (role != NULL)
        g_string_append_printf (roles, "%s%s", roles->len > 0 ? "; " : "", role);
    }
  if (roles->len > 0)
    add_paragraph (self, _("Copenhagen’s role"), roles->str);
}

static void
add_figures (Report           *self,
             UdsNetworkDigest *digest)
{
  GPtrArray *figures = uds_network_digest_get_figures (digest);

  for (guint i = 0; i < MIN (figures->len, MAX_FIGURES); i++)
    {
      UdsRecord *figure = g_ptr_array_index (figures, i);
      g_autofree char *value = uds_network_words_figure (figure, get_language (self));
      g_autofree char *source = uds_network_words_figure_source (figure, get_language (self));
      g_autofree char *text = g_strdup_printf ("%s (%s)", value, source);

      uds_document_add_list_item (self->document, "•", text);
    }
}

/* The titles of records in one line, after a label. */
static void
add_titles (Report     *self,
            const char *label,
            GPtrArray  *records)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *title = uds_record_format_title (g_ptr_array_index (records, i), get_language (self));

      g_string_append_printf (titles, "%s%s", i > 0 ? "; " : "", title);
    }
  if (titles->len > 0)
    add_paragraph (self, label, titles->str);
}

static void
add_linked (Report           *self,
            UdsNetworkDigest *digest,
            const char       *label,
            const char       *kind)
{
  g_autoptr (GPtrArray) records = uds_network_digest_list_linked (digest, kind);

  add_titles (self, label, records);
}

static void
add_network (Report           *self,
             UdsNetworkDigest *digest,
             guint             level)
{
  UdsRecord *network = uds_network_digest_get_network (digest);
  g_autofree char *summary = uds_network_words_summary (digest, get_language (self));
  g_autofree char *responsible = uds_network_words_responsible (digest, get_language (self));
  UdsDate day = uds_network_digest_limit_day (digest, &self->options->date);
  g_autofree char *members = uds_network_words_members_on (digest, &day, get_language (self));

  uds_document_add_heading (self->document, level, uds_record_get_title (network, get_language (self)), NULL);
  if (summary != NULL)
    uds_document_add_paragraph (self->document, UDS_PARAGRAPH_LEAD, summary);
  add_paragraph (self, NULL, responsible);
  add_own_roles (self, digest);
  if (uds_network_digest_get_members (digest)->len > 0)
    add_paragraph (self, NULL, members);
  add_figures (self, digest);
  add_titles (self, _("Groups"), uds_network_digest_get_groups (digest));
  add_linked (self, digest, _("Goals"), "goal");
  add_linked (self, digest, _("Purposes"), "purpose");
  add_paragraph (self, _("What came of it"), uds_record_get_localized (network, "outcome", get_language (self)));
}

/* Reading */

static GPtrArray *
read_digests (UdsSession   *session,
              UdsLanguage   language,
              UdsRecord    *network,
              GError      **error)
{
  g_autoptr (GPtrArray) digests = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("network"));
  g_autoptr (GPtrArray) networks = NULL;

  uds_query_set_language (query, language);
  if (network != NULL)
    uds_query_where_is (query, "id", uds_record_get_id (network));
  networks = uds_session_list (session, query, error);
  if (networks == NULL)
    return NULL;

  for (guint i = 0; i < networks->len; i++)
    {
      UdsNetworkDigest *digest =
          uds_session_digest_network (session, uds_record_get_id (g_ptr_array_index (networks, i)), language, error);

      if (digest == NULL)
        return NULL;
      g_ptr_array_add (digests, digest);
    }
  return g_steal_pointer (&digests);
}

/* Where the members are; of all networks, all partners. */
static void
add_map (Report       *self,
         UdsChartSpec *map)
{
  if (uds_chart_map_get_n_places (uds_chart_spec_get_map (map)) >= LEAST_PLACES)
    uds_chart_figure_add (self->document, &(UdsChartFigure) { .spec = map, .mono = self->options->mono });
}

static void
add_directory (Report       *self,
               GPtrArray    *digests,
               UdsChartSpec *map)
{
  uds_document_add_heading (self->document, 1, _("Networks and projects"), NULL);
  if (digests->len == 0)
    {
      uds_document_add_paragraph (self->document, UDS_PARAGRAPH_BODY, _("There are no networks yet."));
      return;
    }

  add_overview (self, digests);
  add_map (self, map);
  for (guint i = 0; i < digests->len; i++)
    add_network (self, g_ptr_array_index (digests, i), 2);
}

/**
 * uds_networks_report_new:
 * @session: a session
 * @options: how to write it; members are those of its date
 * @network: (nullable): a network; %NULL for all of them
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): the directory of networks, or what is known of the one
 */
UdsDocument *
uds_networks_report_new (UdsSession              *session,
                         const UdsReportOptions  *options,
                         UdsRecord               *network,
                         GError                 **error)
{
  g_autoptr (GPtrArray) digests = read_digests (session, options->language, network, error);
  UdsMapSelection selection = { .network = network != NULL ? uds_record_get_id (network) : NULL,
                                .only_members = network != NULL,
                                .day = options->date };
  g_autoptr (UdsChartSpec) map = NULL;
  Report self = { .options = options };
  g_autofree char *date = uds_date_format (&options->date, options->language);
  /* Translators: a date */
  g_autofree char *subtitle = g_strdup_printf (_("Directory of networks of %s"), date);
  const char *title = network != NULL ? uds_record_get_title (network, options->language) : _("Networks and projects");

  if (digests == NULL)
    return NULL;
  map = uds_session_chart_map (session, &selection, options->language, error);
  if (map == NULL)
    return NULL;

  self.document = uds_document_new (options->language, title, subtitle);
  uds_document_set_date (self.document, &options->date);
  if (options->organisation != NULL)
    uds_document_set_author (self.document, options->organisation);
  if (network != NULL && digests->len > 0)
    {
      add_network (&self, g_ptr_array_index (digests, 0), 1);
      add_map (&self, map);
    }
  else
    {
      add_directory (&self, digests, map);
    }
  return self.document;
}
