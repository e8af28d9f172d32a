/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what there is to choose of a facet. Which facets a kind has, and what becomes of a choice, is
 * uds-list-filter.c's. */
#include "uds-list-filter-private.h"

#include "uds-country.h"
#include "uds-fold.h"

#include <glib/gi18n.h>

#define MOST_VALUES 300

/**
 * uds_facet_choices_free:
 * @choices: (transfer full): what there is to choose
 */
void
uds_facet_choices_free (UdsFacetChoices *choices)
{
  g_ptr_array_unref (choices->codes);
  g_ptr_array_unref (choices->names);
  g_free (choices);
}

/**
 * uds_facet_choices_are_all:
 * @choices: what there is to choose
 *
 * Returns: whether a record that has something of the facet has one of these; of very many values the most frequent are
 *   to choose
 */
gboolean
uds_facet_choices_are_all (const UdsFacetChoices *choices)
{
  UdsFacetWay way = choices->facet->choices;

  return (way != UDS_CHOICES_VALUES && way != UDS_CHOICES_LINKED) || choices->codes->len < MOST_VALUES;
}

static void
add_choice (UdsFacetChoices *choices,
            const char      *code,
            const char      *name)
{
  g_ptr_array_add (choices->codes, g_strdup (code));
  g_ptr_array_add (choices->names, g_strdup (name));
}

/* What a reader sees of a value, and the value. */
typedef struct {
  const char *name;
  const char *value;
} Named;

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      language)
{
  const Named *one = a, *other = b;

  return uds_sort_compare (one->name, other->name, (UdsLanguage) GPOINTER_TO_INT (language));
}

static const char *
name_value (const UdsField *field,
            const char     *value,
            UdsLanguage     language)
{
  const char *country = field->type == UDS_FIELD_COUNTRY ? uds_country_get_name (value, language) : NULL;

  return country != NULL ? country : value;
}

/* The values that records have in a field, by name; of very many the most frequent. */
static gboolean
add_values (UdsFacetChoices  *choices,
            UdsSession       *session,
            const UdsKind    *kind,
            const char       *name,
            UdsLanguage       language,
            GError          **error)
{
  const UdsField *field = uds_kind_lookup_shown (kind, name, language);
  g_autoptr (GPtrArray) values = uds_session_list_values (session, kind, field->name, MOST_VALUES, error);
  g_autofree Named *named = values != NULL ? g_new (Named, values->len) : NULL;

  if (values == NULL)
    return FALSE;

  for (guint i = 0; i < values->len; i++)
    {
      const char *value = g_ptr_array_index (values, i);

      named[i] = (Named) { name_value (field, value, language), value };
    }
  g_sort_array (named, values->len, sizeof (Named), compare_names, GINT_TO_POINTER (language));
  for (guint i = 0; i < values->len; i++)
    add_choice (choices, named[i].value, named[i].name);
  return TRUE;
}

/* The year of the first record by a date; 0 where there is none. */
static gint64
find_year (UdsSession     *session,
           const UdsKind  *kind,
           const char     *field,
           gboolean        latest,
           GError        **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (kind);
  g_autoptr (UdsRecord) record = NULL;

  uds_query_where (query, field, UDS_IS_SOME, NULL, NULL);
  uds_query_order_by (query, field, latest, NULL);
  uds_query_set_limit (query, 1);
  record = uds_session_find (session, query, error);
  return record != NULL ? g_ascii_strtoll (uds_record_get_text (record, field), NULL, 10) : 0;
}

/* From the latest that there is something of to the earliest. */
static gboolean
add_years (UdsFacetChoices  *choices,
           UdsSession       *session,
           const UdsKind    *kind,
           const char       *field,
           GError          **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 latest = find_year (session, kind, field, TRUE, &failure);
  gint64 earliest = failure == NULL ? find_year (session, kind, field, FALSE, &failure) : 0;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  for (gint64 year = latest; year > 0 && year >= MAX (earliest, latest - MOST_VALUES); year--)
    {
      g_autofree char *text = g_strdup_printf ("%04" G_GINT64_FORMAT, year);

      add_choice (choices, text, text);
    }
  return TRUE;
}

/* Where there are a hundred thousand of the kind, few have something written about them. */
static void
where_linked_from (UdsQuery      *query,
                   const UdsKind *kind)
{
  g_autoptr (UdsQuery) links = uds_query_new (uds_kind_lookup ("link"));

  uds_query_where_is (links, "from_kind", kind->name);
  uds_query_where_named (query, "id", links, "to_id");
}

/* The records that @query asks for; where their kind has rows for the names of different times, each by its code
 * once. */
static gboolean
add_records (UdsFacetChoices  *choices,
             UdsSession       *session,
             UdsQuery         *query,
             UdsLanguage       language,
             GError          **error)
{
  gboolean by_code = choices->facet->choices == UDS_CHOICES_CODES;
  g_autoptr (GPtrArray) records = NULL;

  uds_query_set_language (query, language);
  records = uds_session_list (session, query, error);
  if (records == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      UdsRecord *record = g_ptr_array_index (records, i);
      const char *code = by_code ? uds_record_get_text (record, "code") : uds_record_get_id (record);

      if (!by_code || !g_ptr_array_find_with_equal_func (choices->codes, code, g_str_equal, NULL))
        add_choice (choices, code, uds_record_get_title (record, language));
    }
  return TRUE;
}

static void
add_known (UdsFacetChoices *choices,
           const UdsKind   *kind,
           const char      *name)
{
  const UdsField *field = uds_kind_lookup_field (kind, name, NULL);

  for (const UdsChoice *choice = field->choices; choice->code != NULL; choice++)
    add_choice (choices, choice->code, _(choice->label));
}

/* The kind at the end of a way through references, and the field there. */
static const UdsKind *
follow (const UdsKind  *kind,
        const char     *way,
        const char    **field)
{
  g_auto (GStrv) steps = g_strsplit (way, ".", -1);
  guint n_steps = g_strv_length (steps);

  for (guint i = 0; i + 1 < n_steps; i++)
    kind = uds_kind_lookup (uds_kind_lookup_field (kind, steps[i], NULL)->target);
  *field = way + strlen (way) - strlen (steps[n_steps - 1]);
  return kind;
}

static gboolean
fill_choices (UdsFacetChoices      *choices,
              UdsSession           *session,
              const UdsKind        *kind,
              const UdsFacetOffer  *offer,
              UdsLanguage           language,
              GError              **error)
{
  const char *reference, *field;
  g_autoptr (UdsQuery) records = NULL;

  switch (choices->facet->choices)
    {
    case UDS_CHOICES_KNOWN:
      add_known (choices, kind, offer->field);
      return TRUE;
    case UDS_CHOICES_VALUES:
      kind = follow (offer->way == UDS_OFFER_PART ? uds_facet_get_part (kind, &reference) : kind, offer->field, &field);
      return add_values (choices, session, kind, field, language, error);
    case UDS_CHOICES_YEARS:
      return add_years (choices, session, kind, offer->field, error);
    case UDS_CHOICES_RECORDS:
    case UDS_CHOICES_CODES:
      records = uds_query_new (uds_kind_lookup (choices->facet->name));
      return add_records (choices, session, records, language, error);
    case UDS_CHOICES_LINKED:
      records = uds_query_new (uds_kind_lookup (choices->facet->name));
      where_linked_from (records, kind);
      uds_query_set_limit (records, MOST_VALUES);
      return add_records (choices, session, records, language, error);
    case UDS_CHOICES_NONE:
    default:
      return TRUE;
    }
}

static UdsFacetChoices *
read_choices (UdsSession           *session,
              const UdsKind        *kind,
              const UdsFacet       *facet,
              const UdsFacetOffer  *offer,
              UdsLanguage           language,
              GError              **error)
{
  g_autoptr (UdsFacetChoices) choices = g_new0 (UdsFacetChoices, 1);

  choices->facet = facet;
  choices->codes = g_ptr_array_new_with_free_func (g_free);
  choices->names = g_ptr_array_new_with_free_func (g_free);
  return fill_choices (choices, session, kind, offer, language, error) ? g_steal_pointer (&choices) : NULL;
}

/**
 * uds_session_read_facet:
 * @session: a session
 * @kind: a kind
 * @facet: a facet that lists of it can be filtered by
 * @language: the reader's
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): what there is to choose
 */
UdsFacetChoices *
uds_session_read_facet (UdsSession      *session,
                        const UdsKind   *kind,
                        const UdsFacet  *facet,
                        UdsLanguage      language,
                        GError         **error)
{
  const UdsFacetOffer *offer = uds_facet_find_offer (kind, facet->name);

  g_return_val_if_fail (offer != NULL, NULL);

  return read_choices (session, kind, facet, offer, language, error);
}

/**
 * uds_session_read_facets:
 * @session: a session
 * @kind: a kind
 * @language: the reader's
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type UdsFacetChoices): what lists of @kind can be filtered by, and what
 *   there is to choose
 */
GPtrArray *
uds_session_read_facets (UdsSession     *session,
                         const UdsKind  *kind,
                         UdsLanguage     language,
                         GError        **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) uds_facet_choices_free);
  guint n_facets;
  const UdsFacet *facets = uds_facet_list (&n_facets);

  for (guint i = 0; i < n_facets; i++)
    {
      const UdsFacetOffer *offer = uds_facet_find_offer (kind, facets[i].name);
      UdsFacetChoices *choices;

      if (offer == NULL)
        continue;
      choices = read_choices (session, kind, &facets[i], offer, language, error);
      if (choices == NULL)
        return NULL;
      g_ptr_array_add (found, choices);
    }

  return g_steal_pointer (&found);
}
