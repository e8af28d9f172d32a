/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of facets, and of where each kind has what they are about: in its own fields, in those of its parts such as
 * memberships, or at the other end of a link. What is chosen is the user's; nothing here keeps it. */
#include "uds-list-filter.h"

#include "uds-country.h"
#include "uds-fold.h"
#include "uds-uuid.h"

#include <glib/gi18n.h>

static const UdsFacet facets[] = {
  { "network", N_("Network"), N_("All networks"), N_("No network") },
  { "country", N_("Country"), N_("All countries"), N_("No country") },
  { "category", N_("Type"), N_("All types"), N_("No type") },
  { "theme", N_("Theme"), N_("All themes"), N_("No theme") },
  { "role", N_("Role"), N_("All roles"), N_("No role") },
  { "administration", N_("Administration"), N_("All administrations"), N_("No administration") },
  { "purpose", N_("Purpose"), N_("All purposes"), N_("No purpose") },
  { "goal", N_("Goal"), N_("All goals"), N_("No goal") },
  { "year", N_("Year"), N_("All years"), N_("No year") },
  { UDS_FACET_DAY, N_("On the Day"), N_("Any day"), NULL },
};

/* How a facet is met: by a field of the record, by a field of a part of it, by a link to a record, by the year of a
 * date, by a day between two dates. */
typedef enum {
  OFFER_FIELD,
  OFFER_PART,
  OFFER_LINK,
  OFFER_YEAR,
  OFFER_DAY,
} OfferWay;

typedef struct {
  const char *kind;
  const char *facet;
  OfferWay way;
  const char *field; /* through references too; of a pair, the name without its language; of a day, the first date */
  const char *to;    /* of a day, the last date */
} Offer;

static const Offer offers[] = {
  { "network", "category", OFFER_FIELD, "category" },
  { "network", "administration", OFFER_FIELD, "administration.code" },
  { "network", "purpose", OFFER_LINK, "purpose" },
  { "network", "goal", OFFER_LINK, "goal" },
  { "network", "day", OFFER_DAY, "start", "end" },
  { "city", "network", OFFER_PART, "network" },
  { "city", "country", OFFER_FIELD, "country" },
  { "city", "role", OFFER_PART, "role" },
  { "city", "day", OFFER_DAY },
  { "organisation", "network", OFFER_PART, "network" },
  { "organisation", "country", OFFER_FIELD, "country" },
  { "organisation", "category", OFFER_FIELD, "category" },
  { "organisation", "role", OFFER_PART, "role" },
  { "organisation", "day", OFFER_DAY, "valid_from", "valid_to" },
  { "contact", "network", OFFER_PART, "network" },
  { "contact", "country", OFFER_PART, "organisation.country" },
  { "contact", "role", OFFER_PART, "title" },
  { "contact", "day", OFFER_DAY },
  { "agreement", "network", OFFER_FIELD, "network" },
  { "agreement", "country", OFFER_FIELD, "city.country" },
  { "agreement", "category", OFFER_FIELD, "category" },
  { "agreement", "administration", OFFER_FIELD, "administration.code" },
  { "agreement", "goal", OFFER_LINK, "goal" },
  { "agreement", "day", OFFER_DAY, "start", "end" },
  { "note", "network", OFFER_LINK, "network" },
  { "note", "category", OFFER_FIELD, "category" },
  { "note", "theme", OFFER_FIELD, "theme" },
  { "note", "goal", OFFER_LINK, "goal" },
  { "note", "year", OFFER_YEAR, "date" },
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

#define MOST_VALUES 300

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

static const Offer *
find_offer (const UdsKind *kind,
            const char    *facet)
{
  for (guint i = 0; i < G_N_ELEMENTS (offers); i++)
    if (g_str_equal (offers[i].kind, kind->name) && g_str_equal (offers[i].facet, facet))
      return &offers[i];

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
  return find_offer (kind, facet) != NULL;
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

static UdsQuery *
ask_for_parts (const UdsKind *kind,
               UdsLanguage    language,
               const char   **reference)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i].kind, kind->name))
      {
        UdsQuery *query = uds_query_new (uds_kind_lookup (parts[i].part));

        uds_query_set_language (query, language);
        *reference = parts[i].reference;
        return query;
      }

  return NULL;
}

static void
where_field (UdsQuery   *query,
             const char *name,
             const char *value)
{
  const UdsField *field = uds_kind_lookup_shown (uds_query_get_kind (query), name, uds_query_get_language (query));

  uds_query_where_is (query, field != NULL ? field->name : name, value);
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

/* Adds what is chosen of one facet; returns whether the parts were asked for something. */
static gboolean
apply_offer (const Offer   *offer,
             const char    *value,
             const UdsDate *day,
             UdsQuery      *query,
             UdsQuery      *part_query)
{
  switch (offer->way)
    {
    case OFFER_FIELD:
      where_field (query, offer->field, value);
      return FALSE;
    case OFFER_PART:
      where_field (part_query, offer->field, value);
      return TRUE;
    case OFFER_LINK:
      where_linked (query, value);
      return FALSE;
    case OFFER_YEAR:
      where_year (query, offer->field, value);
      return FALSE;
    case OFFER_DAY:
    default:
      if (offer->field != NULL)
        uds_query_where_valid (query, offer->field, offer->to, day);
      return FALSE;
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
  const char *reference = NULL;
  g_autoptr (UdsQuery) part_query = ask_for_parts (kind, uds_query_get_language (query), &reference);
  UdsDate day = *today;
  gboolean has_day = get_day (filter, &day), asks_parts = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    {
      const Offer *offer = find_offer (kind, facets[i].name);
      const char *value = uds_list_filter_get (filter, facets[i].name);

      if (offer != NULL && value != NULL && (has_day || offer->way != OFFER_DAY))
        asks_parts = apply_offer (offer, value, &day, query, part_query) || asks_parts;
    }

  if (!asks_parts)
    return;
  uds_query_where_valid (part_query, "valid_from", "valid_to", &day);
  uds_query_where_named (query, "id", part_query, reference);
}

/* Choices */

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
  return choices->codes->len < MOST_VALUES;
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

/* The records of a kind; where it has rows for the names of different times, each by its code once. */
static gboolean
add_records (UdsFacetChoices  *choices,
             UdsSession       *session,
             const char       *kind,
             gboolean          by_code,
             UdsLanguage       language,
             GError          **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup (kind));
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
           const UdsKind   *kind)
{
  const UdsField *field = uds_kind_lookup_field (kind, "category", NULL);

  for (const UdsChoice *choice = field->choices; choice->code != NULL; choice++)
    add_choice (choices, choice->code, _(choice->label));
}

/* People are where their organisations are, agreements are with cities. */
static const UdsKind *
get_kind_with_country (const UdsKind *kind)
{
  gboolean is_city = g_str_equal (kind->name, "city") || g_str_equal (kind->name, "agreement");

  return uds_kind_lookup (is_city ? "city" : "organisation");
}

static gboolean
fill_choices (UdsFacetChoices  *choices,
              UdsSession       *session,
              const UdsKind    *kind,
              const Offer      *offer,
              UdsLanguage       language,
              GError          **error)
{
  const char *facet = choices->facet->name;
  const char *reference;
  g_autoptr (UdsQuery) part_query = ask_for_parts (kind, language, &reference);

  if (g_str_equal (facet, UDS_FACET_DAY))
    return TRUE;
  if (g_str_equal (facet, "category"))
    {
      add_known (choices, kind);
      return TRUE;
    }
  if (g_str_equal (facet, "year"))
    return add_years (choices, session, kind, offer->field, error);
  if (g_str_equal (facet, "theme"))
    return add_values (choices, session, kind, offer->field, language, error);
  if (g_str_equal (facet, "role"))
    return add_values (choices, session, uds_query_get_kind (part_query), offer->field, language, error);
  if (g_str_equal (facet, "country"))
    return add_values (choices, session, get_kind_with_country (kind), "country", language, error);
  return add_records (choices, session, facet, g_str_equal (facet, "administration"), language, error);
}

static UdsFacetChoices *
read_choices (UdsSession      *session,
              const UdsKind   *kind,
              const UdsFacet  *facet,
              const Offer     *offer,
              UdsLanguage      language,
              GError         **error)
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
  const Offer *offer = find_offer (kind, facet->name);

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

  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    {
      const Offer *offer = find_offer (kind, facets[i].name);
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
