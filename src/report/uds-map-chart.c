/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says on a map whom the office has to do with. */
#include "uds-map-chart.h"

#include "uds-city-digest.h"
#include "uds-map-places-private.h"

#include <glib/gi18n.h>

/* "C40, WHO Healthy Cities, 1 agreement, 2 requests" */
static char *
make_note (const UdsMapPlace *place)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autofree char *joined = NULL;

  for (guint i = 0; i < place->networks->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (place->networks, i));
  if (place->n_agreements > 0)
    g_strv_builder_take (builder, g_strdup_printf (ngettext ("%u agreement", "%u agreements", place->n_agreements),
                                                   place->n_agreements));
  if (place->n_requests > 0)
    g_strv_builder_take (builder, g_strdup_printf (ngettext ("%u request", "%u requests", place->n_requests),
                                                   place->n_requests));
  words = g_strv_builder_end (builder);
  joined = g_strjoinv (", ", words);
  return *joined != '\0' ? g_strconcat (joined, ".", NULL) : NULL;
}

/* Cities lie in parts of the world, organisations in regions of a country: they are counted apart, by network. */
static void
add_place (UdsChartMap       *map,
           const UdsMapPlace *place,
           gboolean           with_region,
           UdsLanguage        language)
{
  const char *region = uds_record_get_localized (place->record, "region", language);
  g_autofree char *note = make_note (place);

  uds_chart_map_add_place (map, &(UdsChartMapPlace) {
                                    .id = uds_record_get_id (place->record),
                                    .name = place->name,
                                    .degrees = { place->longitude, place->latitude },
                                    .weight = uds_map_place_count_relations (place),
                                    .is_lit = place->is_lit,
                                    .region = with_region ? region : NULL,
                                    .note = note,
                                });
}

/* Our own city is always there, to go by. */
static gboolean
add_own_city (UdsSession   *session,
              UdsChartSpec *spec,
              UdsChartMap  *map,
              UdsLanguage   language,
              GError      **error)
{
  g_autoptr (UdsRecord) own = NULL;

  if (!uds_session_find_own_city (session, &own, error))
    return FALSE;
  if (own == NULL)
    return TRUE;

  uds_chart_map_emphasise (map, uds_record_get_id (own));
  if (uds_chart_grid_get_emphasised (uds_chart_spec_get_grid (spec)) == UDS_CHART_NONE
      && uds_record_has (own, "latitude") && uds_record_has (own, "longitude"))
    uds_chart_map_add_place (map, &(UdsChartMapPlace) {
                                      .id = uds_record_get_id (own),
                                      .name = uds_record_get_title (own, language),
                                      .degrees = { uds_record_get_real (own, "longitude"),
                                                   uds_record_get_real (own, "latitude") },
                                  });
  return TRUE;
}

/* The part of the world in which most lit places are; nothing where none is known. */
static const char *
find_main_region (const UdsChartMap *map)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const char *best = NULL;
  int most = 0;

  for (gsize i = 0; i < uds_chart_map_get_n_places (map); i++)
    {
      const char *region = uds_chart_map_is_lit (map, i) ? uds_chart_map_get_region (map, i) : NULL;
      int n_places;

      if (region == NULL)
        continue;
      n_places = GPOINTER_TO_INT (g_hash_table_lookup (counts, region)) + 1;
      g_hash_table_insert (counts, (char *) region, GINT_TO_POINTER (n_places));
      if (n_places <= most)
        continue;
      most = n_places;
      best = region;
    }
  return best;
}

/* A network that has ended is shown as it was on its last day. */
static void
limit_day (UdsRecord *network,
           UdsDate   *day)
{
  const char *text = uds_record_get_text (network, "end");
  UdsDate end;

  if (text == NULL || !uds_date_parse (text, &end))
    return;
  end = uds_date_last_day (&end);
  if (uds_date_compare (&end, day) < 0)
    *day = end;
}

/* "C40: 97 members, most in Europe" */
static char *
make_finding (const UdsChartMap *map,
              UdsRecord         *network,
              guint              n_lit,
              UdsLanguage        language)
{
  const char *region = find_main_region (map);
  g_autofree char *count = NULL;

  if (network == NULL)
    count = g_strdup_printf (ngettext ("%u partner", "%u partners", n_lit), n_lit);
  else
    {
      const char *name = uds_record_get_text (network, "short_name");

      if (name == NULL)
        name = uds_record_get_title (network, language);
      /* Translators: a network and how many members it has */
      count = g_strdup_printf (ngettext ("%1$s: %2$u member", "%1$s: %2$u members", n_lit), name, n_lit);
    }
  if (region == NULL)
    return g_steal_pointer (&count);
  /* Translators: how many there are, "C40: 97 members", and the part of the world in which most of them are */
  return g_strdup_printf (_("%1$s, most in %2$s"), count, region);
}

static char *
make_subtitle (const UdsMapSelection *selection,
               UdsLanguage            language)
{
  g_autofree char *day = uds_date_format (&selection->day, language);

  /* Translators: %s is a day */
  return g_strdup_printf (_("%s; the larger the dot, the more memberships, agreements and requests"), day);
}

/* Cities have their coordinates from one source, municipalities from another. */
static const char *
get_source (gboolean is_city)
{
  return is_city ? _("Outlines of the countries: Natural Earth. Coordinates: GeoNames.")
                 : _("Outlines of the countries: Natural Earth. Coordinates: GeoNames; of Danish municipalities:"
                     " Geodatastyrelsen.");
}

static void
set_frame (UdsChartSpec          *spec,
           UdsChartMap           *map,
           UdsRecord             *network,
           const UdsMapSelection *selection,
           GPtrArray             *places)
{
  UdsLanguage language = uds_chart_spec_get_language (spec);
  guint n_lit = 0, n_nowhere = 0, n_untied = 0;
  g_autofree char *finding = NULL;
  g_autofree char *subtitle = make_subtitle (selection, language);

  for (guint i = 0; i < places->len; i++)
    {
      const UdsMapPlace *place = g_ptr_array_index (places, i);

      n_lit += place->is_lit ? 1 : 0;
      n_nowhere += place->is_lit && !place->has_position ? 1 : 0;
      n_untied += place->has_position && uds_map_place_count_relations (place) == 0 ? 1 : 0;
    }
  finding = make_finding (map, network, n_lit, language);
  uds_chart_spec_set_title (spec, finding);
  uds_chart_spec_set_subtitle (spec, subtitle);
  uds_chart_spec_set_source (spec, get_source (FALSE));
  if (n_nowhere > 0)
    {
      g_autofree char *note = g_strdup_printf (ngettext ("%u has no coordinates and is not shown.",
                                                         "%u have no coordinates and are not shown.", n_nowhere),
                                               n_nowhere);

      uds_chart_spec_add_footnote (spec, note);
    }
  if (network != NULL)
    uds_chart_map_set_words (map, _("Members"), selection->only_members ? NULL : _("Other partners"));
  else
    uds_chart_map_set_words (map, _("Partners"), n_untied > 0 ? _("Without relations") : NULL);
}

/**
 * uds_session_chart_map:
 * @session: a session
 * @selection: what to show; of a network that has ended, on its last day instead
 * @language: the language of numbers and content; texts of the program are in the session's
 * @error: what went wrong, among it %UDS_ERROR_NOT_FOUND where there is no such network
 *
 * Returns: (transfer full) (nullable): a map of the cities and organisations the office has to do with; the ids of its
 *   places are the records'
 */
UdsChartSpec *
uds_session_chart_map (UdsSession             *session,
                       const UdsMapSelection  *selection,
                       UdsLanguage             language,
                       GError                **error)
{
  g_autoptr (UdsChartSpec) spec = uds_chart_spec_new (language);
  UdsChartMap *map = uds_chart_spec_make_map (spec, _("Name"), _("Relations"));
  g_autoptr (UdsRecord) network = NULL;
  g_autoptr (GPtrArray) places = NULL;
  UdsMapSelection limited = *selection;

  if (selection->network != NULL)
    {
      network = uds_session_get (session, uds_kind_lookup ("network"), selection->network, error);
      if (network == NULL)
        return NULL;
      limit_day (network, &limited.day);
    }
  places = uds_session_list_map_places (session, &limited, language, error);
  if (places == NULL)
    return NULL;

  for (guint i = 0; i < places->len; i++)
    {
      const UdsMapPlace *place = g_ptr_array_index (places, i);

      if (place->has_position)
        add_place (map, place, network != NULL, language);
    }
  if (!add_own_city (session, spec, map, language, error))
    return NULL;

  set_frame (spec, map, network, &limited, places);
  return g_steal_pointer (&spec);
}

/**
 * uds_map_chart_new_locator:
 * @place: a city or an organisation
 * @language: the language of its name
 *
 * Returns: (transfer full) (nullable): a small map that says where it is; %NULL where nobody knows
 */
UdsChartSpec *
uds_map_chart_new_locator (UdsRecord   *place,
                           UdsLanguage  language)
{
  g_autofree char *title = NULL;
  UdsChartSpec *spec;
  UdsChartMap *map;

  if (!uds_record_has (place, "latitude") || !uds_record_has (place, "longitude"))
    return NULL;

  spec = uds_chart_spec_new (language);
  map = uds_chart_spec_make_map (spec, NULL, _("Relations"));
  /* Translators: a city or an organisation: what a small map shows */
  title = g_strdup_printf (_("Where %s is"), uds_record_get_title (place, language));
  uds_chart_spec_set_title (spec, title);
  uds_chart_spec_set_source (spec, get_source (uds_record_is_a (place, "city")));
  uds_chart_map_add_place (map, &(UdsChartMapPlace) {
                                    .id = uds_record_get_id (place),
                                    .name = uds_record_get_title (place, language),
                                    .degrees = { uds_record_get_real (place, "longitude"),
                                                 uds_record_get_real (place, "latitude") },
                                    .weight = 1,
                                    .is_lit = TRUE,
                                });
  uds_chart_map_set_locator (map, 0);
  return spec;
}
