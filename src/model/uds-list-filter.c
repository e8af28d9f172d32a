/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of facets, and of where each kind has what they are about: in its own fields, in those of its parts such as
 * memberships, or at the other end of a link. What is chosen is the user's; nothing here keeps it. What there is to
 * choose is read in uds-facet-choices.c. */
#include "uds-list-filter-private.h"

#include "uds-uuid.h"

#include <glib/gi18n.h>

static const UdsFacet facets[] = {
  { "network", N_("Network"), N_("All networks"), N_("No network"), UDS_CHOICES_RECORDS },
  { "city", N_("City"), N_("All cities"), N_("No city"), UDS_CHOICES_LINKED },
  { "country", N_("Country"), N_("All countries"), N_("No country"), UDS_CHOICES_VALUES },
  { "category", N_("Type"), N_("All types"), N_("No type"), UDS_CHOICES_KNOWN },
  { "theme", N_("Theme"), N_("All themes"), N_("No theme"), UDS_CHOICES_VALUES },
  { "role", N_("Role"), N_("All roles"), N_("No role"), UDS_CHOICES_VALUES },
  { "administration", N_("Administration"), N_("All administrations"), N_("No administration"), UDS_CHOICES_CODES },
  { "purpose", N_("Purpose"), N_("All purposes"), N_("No purpose"), UDS_CHOICES_RECORDS },
  { "goal", N_("Goal"), N_("All goals"), N_("No goal"), UDS_CHOICES_RECORDS },
  { "year", N_("Year"), N_("All years"), N_("No year"), UDS_CHOICES_YEARS },
  { UDS_FACET_DAY, N_("On the Day"), N_("Any day"), NULL, UDS_CHOICES_NONE },
};

static const UdsFacetOffer offers[] = {
  { "network", "category", UDS_OFFER_FIELD, "category" },
  { "network", "administration", UDS_OFFER_FIELD, "administration.code" },
  { "network", "purpose", UDS_OFFER_LINK, "purpose" },
  { "network", "goal", UDS_OFFER_LINK, "goal" },
  { "network", "day", UDS_OFFER_DAY, "start", "end" },
  { "city", "network", UDS_OFFER_PART, "network" },
  { "city", "country", UDS_OFFER_FIELD, "country" },
  { "city", "role", UDS_OFFER_PART, "role" },
  { "city", "day", UDS_OFFER_DAY },
  { "organisation", "network", UDS_OFFER_PART, "network" },
  { "organisation", "country", UDS_OFFER_FIELD, "country" },
  { "organisation", "category", UDS_OFFER_FIELD, "category" },
  { "organisation", "role", UDS_OFFER_PART, "role" },
  { "organisation", "day", UDS_OFFER_DAY, "valid_from", "valid_to" },
  { "contact", "network", UDS_OFFER_PART, "network" },
  { "contact", "country", UDS_OFFER_PART, "organisation.country" },
  { "contact", "role", UDS_OFFER_PART, "title" },
  { "contact", "day", UDS_OFFER_DAY },
  { "agreement", "network", UDS_OFFER_FIELD, "network" },
  { "agreement", "country", UDS_OFFER_FIELD, "city.country" },
  { "agreement", "category", UDS_OFFER_FIELD, "category" },
  { "agreement", "theme", UDS_OFFER_FIELD, "field" },
  { "agreement", "administration", UDS_OFFER_FIELD, "administration.code" },
  { "agreement", "goal", UDS_OFFER_LINK, "goal" },
  { "agreement", "day", UDS_OFFER_DAY, "start", "end" },
  { "note", "network", UDS_OFFER_LINK, "network" },
  { "note", "city", UDS_OFFER_LINK, "city" },
  { "note", "category", UDS_OFFER_FIELD, "category" },
  { "note", "theme", UDS_OFFER_FIELD, "theme" },
  { "note", "goal", UDS_OFFER_LINK, "goal" },
  { "note", "year", UDS_OFFER_YEAR, "date" },
};

/* What ties a record to others for a time. */
static const struct {
  const char *kind;
  const char *part;
  const char *reference;
} parts[] = {
  { "city", "membership", "city" },
  { "organisation", "membership", "organisation" },
  { "contact", "contact-role", "contact" },
};

/**
 * uds_facet_list:
 * @n_facets: (out): how many
 *
 * Returns: (array length=n_facets): the facets, in the order in which they are shown
 */
const UdsFacet *
uds_facet_list (guint *n_facets)
{
  *n_facets = G_N_ELEMENTS (facets);
  return facets;
}

/**
 * uds_facet_find_offer:
 * @kind: a kind
 * @facet: the name of a facet
 *
 * Returns: (nullable): where records of @kind have it; %NULL where they do not
 */
const UdsFacetOffer *
uds_facet_find_offer (const UdsKind *kind,
                      const char    *facet)
{
  for (guint i = 0; i < G_N_ELEMENTS (offers); i++)
    if (g_str_equal (offers[i].kind, kind->name) && g_str_equal (offers[i].facet, facet))
      return &offers[i];

  return NULL;
}

/**
 * uds_facet_get_part:
 * @kind: a kind
 * @reference: (out): the field of a part that says whose it is
 *
 * Returns: (nullable): the kind of what ties records of @kind to others for a time; %NULL where nothing does
 */
const UdsKind *
uds_facet_get_part (const UdsKind  *kind,
                    const char    **reference)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i].kind, kind->name))
      {
        *reference = parts[i].reference;
        return uds_kind_lookup (parts[i].part);
      }

  return NULL;
}

/**
 * uds_kind_has_facet:
 * @kind: a kind
 * @facet: the name of a facet
 *
 * Returns: whether lists of @kind can be filtered by it
 */
gboolean
uds_kind_has_facet (const UdsKind *kind,
                    const char    *facet)
{
  return uds_facet_find_offer (kind, facet) != NULL;
}

/**
 * uds_facet_makes_groups:
 * @facet: a facet
 * @kind: a kind
 *
 * Returns: whether lists of @kind can be grouped by it
 */
gboolean
uds_facet_makes_groups (const UdsFacet *facet,
                        const UdsKind  *kind)
{
  return facet->none != NULL && uds_kind_has_facet (kind, facet->name);
}

/* Values */

/**
 * uds_list_filter_get:
 * @filter: a filter
 * @facet: the name of a facet
 *
 * Returns: (nullable): what is chosen of it, valid as long as @filter; %NULL for nothing
 */
const char *
uds_list_filter_get (GVariant   *filter,
                     const char *facet)
{
  const char *value = NULL;

  g_variant_lookup (filter, facet, "&s", &value);
  return value;
}

/**
 * uds_list_filter_with:
 * @filter: a filter
 * @facet: the name of a facet
 * @value: (nullable): what to choose of it; %NULL for nothing
 *
 * Returns: (transfer none) (floating): a filter that is like @filter but for @facet
 */
GVariant *
uds_list_filter_with (GVariant   *filter,
                      const char *facet,
                      const char *value)
{
  GVariantBuilder builder;
  GVariantIter iter;
  const char *name, *chosen;

  g_variant_builder_init (&builder, UDS_LIST_FILTER_TYPE);
  g_variant_iter_init (&iter, filter);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &chosen))
    if (!g_str_equal (name, facet))
      g_variant_builder_add (&builder, "{ss}", name, chosen);
  if (value != NULL && *value != '\0')
    g_variant_builder_add (&builder, "{ss}", facet, value);
  return g_variant_builder_end (&builder);
}

/* The question */

/* Of a pair, the half in the language in which @query is read. */
static const char *
name_field (UdsQuery   *query,
            const char *name)
{
  const UdsField *field = uds_kind_lookup_shown (uds_query_get_kind (query), name, uds_query_get_language (query));

  return field != NULL ? field->name : name;
}

static void
where_field (UdsQuery   *query,
             const char *name,
             const char *value)
{
  uds_query_where_is (query, name_field (query, name), value);
}

static void
where_linked (UdsQuery   *query,
              const char *id)
{
  g_autoptr (UdsQuery) links = uds_query_new (uds_kind_lookup ("link"));

  uds_query_where_is (links, "to_id", id);
  uds_query_where_named (query, "id", links, "from_id");
}

/* Dates may be partial; as text each stands between its year and the next. */
static void
where_year (UdsQuery   *query,
            const char *field,
            const char *year)
{
  g_autofree char *next = g_strdup_printf ("%04" G_GINT64_FORMAT, g_ascii_strtoll (year, NULL, 10) + 1);

  uds_query_where (query, field, UDS_AT_LEAST, year, NULL);
  uds_query_where (query, field, UDS_LESS, next, NULL);
}

static void
apply_offer (const UdsFacetOffer *offer,
             const char          *value,
             const UdsDate       *day,
             UdsQuery            *query)
{
  switch (offer->way)
    {
    case UDS_OFFER_FIELD:
    case UDS_OFFER_PART:
      where_field (query, offer->field, value);
      return;
    case UDS_OFFER_LINK:
      where_linked (query, value);
      return;
    case UDS_OFFER_YEAR:
      where_year (query, offer->field, value);
      return;
    case UDS_OFFER_DAY:
    default:
      if (offer->field != NULL)
        uds_query_where_valid (query, offer->field, offer->to, day);
    }
}

/* The day that is chosen, a whole one. */
static gboolean
get_day (GVariant *filter,
         UdsDate  *day)
{
  const char *text = uds_list_filter_get (filter, UDS_FACET_DAY);

  if (text == NULL || !uds_date_parse (text, day))
    return FALSE;
  *day = uds_date_first_day (day);
  return TRUE;
}

/* Adds what is chosen of @kind itself or of its parts; returns whether there was anything. */
static gboolean
apply_offers (GVariant      *filter,
              const UdsKind *kind,
              gboolean       of_parts,
              const UdsDate *today,
              UdsQuery      *query)
{
  UdsDate day = *today;
  gboolean has_day = get_day (filter, &day), asks = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    {
      const UdsFacetOffer *offer = uds_facet_find_offer (kind, facets[i].name);
      const char *value = uds_list_filter_get (filter, facets[i].name);

      if (offer == NULL || value == NULL || (offer->way == UDS_OFFER_PART) != of_parts)
        continue;
      if (offer->way == UDS_OFFER_DAY && !has_day)
        continue;
      apply_offer (offer, value, &day, query);
      asks = TRUE;
    }
  return asks;
}

/* The parts of @kind that have all that is chosen of parts, on the day that is chosen or today. */
static UdsQuery *
ask_for_parts (GVariant       *filter,
               const UdsKind  *kind,
               UdsLanguage     language,
               const UdsDate  *today,
               const char    **reference,
               gboolean       *asks)
{
  const UdsKind *part = uds_facet_get_part (kind, reference);
  UdsDate day = *today;
  UdsQuery *asked;

  *asks = FALSE;
  if (part == NULL)
    return NULL;
  asked = uds_query_new (part);
  uds_query_set_language (asked, language);
  *asks = apply_offers (filter, kind, TRUE, today, asked);
  get_day (filter, &day);
  uds_query_where_valid (asked, "valid_from", "valid_to", &day);
  return asked;
}

/**
 * uds_list_filter_apply:
 * @filter: a filter
 * @query: a question whose language is set
 * @today: the day it is
 *
 * Keeps of the records asked for only those that @filter lets pass. Was Hamburg in C40 that day? A city is asked for by
 * a network and a day, and by today where no day is chosen.
 */
void
uds_list_filter_apply (GVariant      *filter,
                       UdsQuery      *query,
                       const UdsDate *today)
{
  const UdsKind *kind = uds_query_get_kind (query);
  const char *reference;
  gboolean asks;
  g_autoptr (UdsQuery) part =
      ask_for_parts (filter, kind, uds_query_get_language (query), today, &reference, &asks);

  apply_offers (filter, kind, FALSE, today, query);
  if (asks)
    uds_query_where_named (query, "id", part, reference);
}

/* What records have */

typedef struct {
  UdsPairFunc func;
  gpointer data;
} Caller;

static void
tell_year (const UdsUuid *id,
           const char    *date,
           gpointer       data)
{
  const Caller *caller = data;
  g_autofree char *year = g_strndup (date, 4);

  caller->func (id, year, caller->data);
}

/**
 * uds_session_scan_facet:
 * @session: a session
 * @facet: a facet that the records have
 * @query: which records; what @filter lets pass of them
 * @filter: the filter
 * @today: the day it is
 * @func: called for each record and each choice of the facet that it is found by; for some of them more than once
 * @data: handed to @func
 * @error: what went wrong
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_session_scan_facet (UdsSession      *session,
                        const UdsFacet  *facet,
                        UdsQuery        *query,
                        GVariant        *filter,
                        const UdsDate   *today,
                        UdsPairFunc      func,
                        gpointer         data,
                        GError         **error)
{
  const UdsKind *kind = uds_query_get_kind (query);
  const UdsFacetOffer *offer = uds_facet_find_offer (kind, facet->name);
  g_autoptr (UdsQuery) asked = NULL;
  const char *reference;
  gboolean asks;

  switch (offer->way)
    {
    case UDS_OFFER_PART:
      asked = ask_for_parts (filter, kind, uds_query_get_language (query), today, &reference, &asks);
      uds_query_where_named (asked, reference, query, "id");
      return uds_session_scan_pairs (session, asked, reference, name_field (asked, offer->field), func, data, error);
    case UDS_OFFER_LINK:
      asked = uds_query_new (uds_kind_lookup ("link"));
      uds_query_where_named (asked, "from_id", query, "id");
      return uds_session_scan_pairs (session, asked, "from_id", "to_id", func, data, error);
    case UDS_OFFER_YEAR:
      return uds_session_scan_pairs (session, query, "id", offer->field, tell_year, &(Caller) { func, data }, error);
    case UDS_OFFER_FIELD:
    case UDS_OFFER_DAY:
    default:
      return uds_session_scan_pairs (session, query, "id", name_field (query, offer->field), func, data, error);
    }
}

/* Words */

static const char *
get_name (const UdsFacetChoices *choices,
          const char            *code)
{
  guint index;

  if (g_ptr_array_find_with_equal_func (choices->codes, code, g_str_equal, &index))
    return g_ptr_array_index (choices->names, index);
  /* Translators: what a filter lets pass: a network, a goal or a purpose that was deleted */
  return uds_uuid_is_valid (code) ? _("something that is not there any more") : code;
}

/**
 * uds_list_filter_describe:
 * @filter: a filter
 * @kind: the kind that is listed
 * @facets: (element-type UdsFacetChoices): what there is to choose for @kind
 * @language: the reader's
 *
 * Returns: (transfer full) (nullable): what the filter lets pass, in words; %NULL where that is everything
 */
char *
uds_list_filter_describe (GVariant      *filter,
                          const UdsKind *kind,
                          GPtrArray     *found,
                          UdsLanguage    language)
{
  g_autoptr (GString) text = g_string_new (NULL);
  UdsDate day;

  for (guint i = 0; i < found->len; i++)
    {
      const UdsFacetChoices *choices = g_ptr_array_index (found, i);
      const char *value = uds_list_filter_get (filter, choices->facet->name);

      if (value == NULL || g_str_equal (choices->facet->name, UDS_FACET_DAY))
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", get_name (choices, value));
    }
  if (uds_kind_has_facet (kind, UDS_FACET_DAY) && get_day (filter, &day))
    {
      g_autofree char *date = uds_date_format (&day, language);
      /* Translators: a date */
      g_autofree char *words = g_strdup_printf (_("on %s"), date);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", words);
    }

  return text->len > 0 ? g_strdup (text->str) : NULL;
}
