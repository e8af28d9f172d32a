/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the neighbours of a record by the field tables alone: whatever refers to a kind shows up. How they are placed
 * is src/chart's (uds-chart-layout-relations.c). */
#include "uds-relations-chart.h"

#include "uds-fold.h"
#include "uds-record-summary.h"

#include <glib/gi18n.h>
#include <math.h>

#define MOST_OF_A_KIND 200u /* what else there is of it is said below the picture */

/* A record, and what ties it in words. */
typedef struct {
  UdsRecord *record;
  char *tie; /* or none */
} Neighbour;

typedef struct {
  UdsSession *session;
  UdsRecord *record;
  UdsLanguage language;
  UdsDate today;
  GHashTable *ids;       /* of the neighbours, and its own */
  GPtrArray *neighbours; /* of Neighbour */
  gboolean is_cut;       /* some were left out */
} Reading;

static void
neighbour_free (gpointer data)
{
  Neighbour *neighbour = data;

  g_object_unref (neighbour->record);
  g_free (neighbour->tie);
  g_free (neighbour);
}

/* Each stands there once, as it was found first. */
static void
add_neighbour (Reading    *self,
               UdsRecord  *record,
               const char *tie)
{
  Neighbour *neighbour;

  if (!g_hash_table_add (self->ids, g_strdup (uds_record_get_id (record))))
    return;
  neighbour = g_new (Neighbour, 1);
  *neighbour = (Neighbour) { g_object_ref (record), g_strdup (tie) };
  g_ptr_array_add (self->neighbours, neighbour);
}

/* "Member · 2005–", what a membership, a role or a party says of the tie. */
static char *
describe_tie (Reading   *self,
              UdsRecord *part)
{
  static const char *const fields[] = { "title", "role" };
  g_autofree char *dates = uds_record_format_dates (part, self->language);
  const char *what = NULL;

  for (gsize i = 0; what == NULL && i < G_N_ELEMENTS (fields); i++)
    if (uds_kind_lookup_shown (uds_record_get_kind (part), fields[i], self->language) != NULL)
      what = uds_record_get_localized (part, fields[i], self->language);
  if (what != NULL && dates != NULL)
    return g_strdup_printf ("%s · %s", what, dates);
  return what != NULL ? g_strdup (what) : g_steal_pointer (&dates);
}

/* The records that one names, apart from one field: by @from that is what a part ties to. */
static gboolean
add_named (Reading         *self,
           UdsRecord       *from,
           const UdsField  *apart,
           GError         **error)
{
  const UdsKind *kind = uds_record_get_kind (from);
  g_autofree char *tie = apart != NULL ? describe_tie (self, from) : NULL;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const UdsField *field = &kind->fields[i];
      const char *id = field->type == UDS_FIELD_REFERENCE ? uds_record_get_text (from, field->name) : NULL;
      g_autoptr (UdsRecord) named = NULL;

      if (id == NULL || field == apart)
        continue;
      named = uds_session_get (self->session, uds_kind_lookup (field->target), id, error);
      if (named == NULL)
        return FALSE;
      add_neighbour (self, named, tie != NULL ? tie : _(field->label));
    }
  return TRUE;
}

static gboolean
add_referring (Reading         *self,
               const UdsKind   *kind,
               const UdsField  *field,
               GError         **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;

  uds_query_set_language (query, self->language);
  uds_query_where_is (query, field->name, uds_record_get_id (self->record));
  if (kind->title == NULL && uds_kind_lookup_field (kind, "valid_from", NULL) != NULL)
    uds_query_where_valid (query, "valid_from", "valid_to", &self->today);
  uds_query_set_limit (query, MOST_OF_A_KIND + 1);
  records = uds_session_list (self->session, query, error);
  if (records == NULL)
    return FALSE;

  self->is_cut = self->is_cut || records->len > MOST_OF_A_KIND;
  for (guint i = 0; i < MIN (records->len, MOST_OF_A_KIND); i++)
    {
      UdsRecord *record = g_ptr_array_index (records, i);

      if (kind->title != NULL)
        add_neighbour (self, record, _(field->label));
      else if (!add_named (self, record, field, error))
        return FALSE;
    }
  return TRUE;
}

/* What only belongs to the record, such as its figures and documents, is no neighbour; what ties it to another is. */
static gboolean
is_tie (const UdsKind  *kind,
        const UdsField *field)
{
  return kind->title == NULL || (field->flags & UDS_FIELD_OWNER) == 0;
}

static gboolean
add_all_referring (Reading  *self,
                   GError  **error)
{
  const char *name = uds_record_get_kind (self->record)->name;
  guint n_kinds;
  const UdsKind *const *kinds = uds_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < kinds[i]->n_fields; j++)
      {
        const UdsField *field = &kinds[i]->fields[j];

        if (field->type == UDS_FIELD_REFERENCE && g_str_equal (field->target, name) && is_tie (kinds[i], field)
            && !add_referring (self, kinds[i], field, error))
          return FALSE;
      }
  return TRUE;
}

static gboolean
add_linked (Reading  *self,
            GError  **error)
{
  g_autoptr (GPtrArray) linked = uds_session_list_linked (self->session, self->record, NULL, error);

  if (linked == NULL)
    return FALSE;
  self->is_cut = self->is_cut || linked->len > MOST_OF_A_KIND;
  for (guint i = 0; i < MIN (linked->len, MOST_OF_A_KIND); i++)
    add_neighbour (self, g_ptr_array_index (linked, i), NULL);
  return TRUE;
}

/* The picture */

static int
compare_neighbours (gconstpointer a,
                    gconstpointer b,
                    gpointer      data)
{
  const Neighbour *first = a, *second = b;
  UdsLanguage language = *(const UdsLanguage *) data;

  return uds_sort_compare (uds_record_get_title (first->record, language),
                           uds_record_get_title (second->record, language), language);
}

static void
add_row (UdsChartGrid *grid,
         UdsRecord    *record,
         const char   *tie,
         gsize         level,
         UdsLanguage   language)
{
  g_autofree char *id =
      g_strdup_printf ("%s/%s", uds_record_get_kind (record)->name, uds_record_get_id (record));
  gsize row = uds_chart_grid_add_row (grid, id, NULL, uds_record_get_title (record, language));

  uds_chart_grid_set_cell (grid, row, 0, &(UdsChartCell) { .value = NAN, .level = level, .note = tie });
}

/* Each kind is a level of its own, with a shape of its own as far as there are shapes. */
static void
add_kind (UdsChartGrid  *grid,
          GPtrArray     *neighbours,
          const UdsKind *kind,
          UdsLanguage    language)
{
  static const UdsChartMarker markers[] = {
    UDS_CHART_MARKER_CIRCLE, UDS_CHART_MARKER_SQUARE, UDS_CHART_MARKER_TRIANGLE,
    UDS_CHART_MARKER_DOWN, UDS_CHART_MARKER_DIAMOND, UDS_CHART_MARKER_LEFT, UDS_CHART_MARKER_RIGHT,
  };
  gsize level = uds_chart_grid_get_n_levels (grid);
  gboolean is_begun = FALSE;

  for (guint i = 0; i < neighbours->len; i++)
    {
      const Neighbour *neighbour = g_ptr_array_index (neighbours, i);

      if (uds_record_get_kind (neighbour->record) != kind)
        continue;
      if (!is_begun)
        uds_chart_grid_add_level (grid, &(UdsChartLevel) { .label = _(kind->label_plural),
                                                           .marker = markers[level % G_N_ELEMENTS (markers)],
                                                           .tone = UDS_CHART_TONE_NONE });
      is_begun = TRUE;
      add_row (grid, neighbour->record, neighbour->tie, level, language);
    }
}

static void
add_own (UdsChartGrid *grid,
         UdsRecord    *record,
         UdsLanguage   language)
{
  g_autofree char *id =
      g_strdup_printf ("%s/%s", uds_record_get_kind (record)->name, uds_record_get_id (record));

  uds_chart_grid_add_level (grid, &(UdsChartLevel) { .label = _(uds_record_get_kind (record)->label),
                                                     .marker = UDS_CHART_MARKER_DIAMOND,
                                                     .tone = UDS_CHART_TONE_NONE });
  add_row (grid, record, NULL, 0, language);
  uds_chart_grid_emphasise (grid, id);
}

static UdsChartSpec *
draw (Reading *self)
{
  UdsChartSpec *spec = uds_chart_spec_new (self->language);
  UdsChartGrid *grid = uds_chart_spec_make_grid (spec, UDS_CHART_RELATIONS);
  g_autofree char *day = uds_date_format (&self->today, self->language);
  g_autofree char *title = NULL;
  guint n_kinds;
  const UdsKind *const *kinds = uds_kind_list (&n_kinds);

  /* Translators: how many records a record is tied to; then its name */
  title = g_strdup_printf (ngettext ("%1$u relation of %2$s", "%1$u relations of %2$s", self->neighbours->len),
                           self->neighbours->len, uds_record_get_title (self->record, self->language));
  uds_chart_spec_set_title (spec, title);
  uds_chart_spec_set_subtitle (spec, day);
  if (self->is_cut)
    {
      g_autofree char *note = g_strdup_printf (_("Of each kind the first %u are counted."), MOST_OF_A_KIND);

      uds_chart_spec_add_footnote (spec, note);
    }
  uds_chart_grid_set_heading (grid, _("Name"));
  uds_chart_grid_add_column (grid, _("Type"), UDS_CHART_NONE);
  add_own (grid, self->record, self->language);
  g_ptr_array_sort_values_with_data (self->neighbours, compare_neighbours, &self->language);
  for (guint i = 0; i < n_kinds; i++)
    add_kind (grid, self->neighbours, kinds[i], self->language);
  return spec;
}

/**
 * uds_session_chart_relations:
 * @session: a session
 * @record: a stored record
 * @language: the language of names and dates; texts of the program are in the session's
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): a picture of what it is tied to today; the ids of its rows are read by
 *   uds_relations_chart_parse_id()
 */
UdsChartSpec *
uds_session_chart_relations (UdsSession   *session,
                             UdsRecord    *record,
                             UdsLanguage   language,
                             GError      **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) neighbours = g_ptr_array_new_with_free_func (neighbour_free);
  Reading self = { session, record, language, uds_session_get_today (session), ids, neighbours, FALSE };

  g_hash_table_add (ids, g_strdup (uds_record_get_id (record)));
  if (!add_named (&self, record, NULL, error) || !add_all_referring (&self, error) || !add_linked (&self, error))
    return NULL;
  return draw (&self);
}

/**
 * uds_relations_chart_parse_id:
 * @id: the id of a row
 * @kind: (out) (transfer full): the name of the kind of its record
 * @record: (out) (transfer full): the id of its record
 *
 * Returns: %FALSE where it is none; then nothing is set
 */
gboolean
uds_relations_chart_parse_id (const char  *id,
                              char       **kind,
                              char       **record)
{
  g_auto (GStrv) parts = g_strsplit (id, "/", 2);

  if (g_strv_length (parts) != 2)
    return FALSE;
  *kind = g_steal_pointer (&parts[0]);
  *record = g_steal_pointer (&parts[1]);
  return TRUE;
}
