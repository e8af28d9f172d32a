/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts what ties a city or an organisation to us: memberships and agreements in force, and requests. Long tables are
 * scanned without making records of their rows; records are made of the places only. */
#include "uds-map-places-private.h"

#include "uds-fold.h"
#include "uds-validity.h"

typedef struct {
  UdsSession *session;
  const UdsMapSelection *selection;
  UdsLanguage language;
  GHashTable *places;     /* the id of a city or organisation → UdsMapPlace * */
  GHashTable *agreements; /* the ids of those in force */
  GHashTable *networks;   /* the id of a network → its short name */
  GHashTable *asked;      /* the ids of what a list asks for; none where that is everything */
} Reading;

/* Which fields of the kind that is read tie it to places; G_MAXUINT where it has none. */
typedef struct {
  Reading *reading;
  guint city;
  guint organisation;
  guint tie; /* the network of a membership, the agreement of a party */
  guint from;
  guint to;
} Scan;

static void
place_free (gpointer data)
{
  UdsMapPlace *place = data;

  g_clear_object (&place->record);
  g_ptr_array_unref (place->networks);
  g_free (place);
}

static guint
find_field (const UdsKind *kind,
            const char    *name)
{
  guint index;

  return name != NULL && uds_kind_lookup_field (kind, name, &index) != NULL ? index : G_MAXUINT;
}

static const char *
get_text (const UdsValue *values,
          guint           index)
{
  return index != G_MAXUINT && values[index].type == UDS_VALUE_TEXT ? values[index].text : NULL;
}

static UdsMapPlace *
get_place (Reading    *reading,
           const char *id)
{
  UdsMapPlace *place = g_hash_table_lookup (reading->places, id);

  if (place != NULL)
    return place;

  place = g_new0 (UdsMapPlace, 1);
  place->networks = g_ptr_array_new_with_free_func (g_free);
  g_hash_table_insert (reading->places, g_strdup (id), place);
  return place;
}

/* Where all are wanted, whatever is tied to us is lit. */
static UdsMapPlace *
tie_place (Reading    *reading,
           const char *id)
{
  UdsMapPlace *place = get_place (reading, id);

  place->is_lit |= reading->selection->network == NULL;
  return place;
}

/* What a row is tied to: an organisation or, where it names none, a city. */
static UdsMapPlace *
get_tied (const Scan     *scan,
          const UdsValue *values)
{
  const char *id = get_text (values, scan->organisation);

  if (id == NULL)
    id = get_text (values, scan->city);
  return id != NULL ? tie_place (scan->reading, id) : NULL;
}

static gboolean
is_in_force (const Scan     *scan,
             const UdsValue *values)
{
  return uds_validity_includes (get_text (values, scan->from), get_text (values, scan->to),
                                &scan->reading->selection->day);
}

static gboolean
count_membership (const char     *id,
                  const UdsValue *values,
                  gpointer        data)
{
  const Scan *scan = data;
  const UdsMapSelection *selection = scan->reading->selection;
  const char *network = get_text (values, scan->tie);
  const char *name = network != NULL ? g_hash_table_lookup (scan->reading->networks, network) : NULL;
  UdsMapPlace *place;

  if (name == NULL || !is_in_force (scan, values))
    return TRUE;
  place = get_tied (scan, values);
  if (place == NULL)
    return TRUE;

  place->is_lit |= g_strcmp0 (network, selection->network) == 0;
  place->is_asked |= scan->reading->asked != NULL && g_hash_table_contains (scan->reading->asked, network);
  if (!g_ptr_array_find_with_equal_func (place->networks, name, g_str_equal, NULL))
    g_ptr_array_add (place->networks, g_strdup (name));
  return TRUE;
}

static gboolean
count_agreement (const char     *id,
                 const UdsValue *values,
                 gpointer        data)
{
  const Scan *scan = data;
  UdsMapPlace *place;

  if (!is_in_force (scan, values))
    return TRUE;

  g_hash_table_add (scan->reading->agreements, g_strdup (id));
  place = get_tied (scan, values);
  if (place != NULL)
    place->n_agreements++;
  return TRUE;
}

static gboolean
count_party (const char     *id,
             const UdsValue *values,
             gpointer        data)
{
  const Scan *scan = data;
  const char *agreement = get_text (values, scan->tie);
  UdsMapPlace *place;

  if (agreement == NULL || !g_hash_table_contains (scan->reading->agreements, agreement))
    return TRUE;

  place = get_tied (scan, values);
  if (place != NULL)
    place->n_agreements++;
  return TRUE;
}

static gboolean
count_request (const char     *id,
               const UdsValue *values,
               gpointer        data)
{
  const Scan *scan = data;
  UdsMapPlace *place = get_tied (scan, values);

  if (place != NULL)
    place->n_requests++;
  return TRUE;
}

/* What ties places to us; agreements before the parties to them. */
static const struct {
  const char *kind;
  const char *organisation;
  const char *tie;
  const char *from;
  const char *to;
  UdsScanFunc count;
} ties[] = {
  { "membership", "organisation", "network", "valid_from", "valid_to", count_membership },
  { "agreement", "organisation", NULL, "start", "end", count_agreement },
  { "party", "organisation", "agreement", NULL, NULL, count_party },
  { "request", NULL, NULL, NULL, NULL, count_request },
};

static gboolean
scan_ties (Reading  *reading,
           GError  **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ties); i++)
    {
      const UdsKind *kind = uds_kind_lookup (ties[i].kind);
      g_autoptr (UdsQuery) query = uds_query_new (kind);
      Scan scan = {
        reading, find_field (kind, "city"), find_field (kind, ties[i].organisation), find_field (kind, ties[i].tie),
        find_field (kind, ties[i].from), find_field (kind, ties[i].to),
      };

      uds_query_set_long_text (query, FALSE);
      if (!uds_session_scan (reading->session, query, ties[i].count, &scan, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_position (UdsRecord *record)
{
  return uds_record_has (record, "latitude") && uds_record_has (record, "longitude");
}

static gboolean
is_about_networks (UdsQuery *query)
{
  return g_str_equal (uds_query_get_kind (query)->name, "network");
}

static gboolean
read_networks (Reading  *reading,
               GError  **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("network"));
  g_autoptr (GPtrArray) networks = NULL;

  uds_query_set_long_text (query, FALSE);
  networks = uds_session_list (reading->session, query, error);
  for (guint i = 0; networks != NULL && i < networks->len; i++)
    {
      UdsRecord *network = g_ptr_array_index (networks, i);
      const char *name = uds_record_get_text (network, "short_name");

      if (name == NULL)
        name = uds_record_get_title (network, reading->language);
      g_hash_table_insert (reading->networks, g_strdup (uds_record_get_id (network)),
                           g_strdup (name != NULL ? name : ""));
    }
  return networks != NULL;
}

/* What a list asks for is on its map where anybody knows where it lies, also as long as nothing ties it to us. */
static void
add_asked (Reading   *reading,
           UdsRecord *record)
{
  const char *id = uds_record_get_id (record);

  g_hash_table_add (reading->asked, g_strdup (id));
  if (!is_about_networks (reading->selection->query) && has_position (record))
    get_place (reading, id);
}

/* Of the networks all are asked for as long as nobody searches, and then those who are in none are there too. */
static gboolean
read_asked (Reading  *reading,
            GError  **error)
{
  UdsQuery *query = reading->selection->query;
  g_autoptr (GPtrArray) records = NULL;

  if (query == NULL)
    return TRUE;

  records = uds_session_list (reading->session, query, error);
  if (records == NULL)
    return FALSE;
  if (is_about_networks (query) && records->len == g_hash_table_size (reading->networks))
    return TRUE;

  reading->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < records->len; i++)
    add_asked (reading, g_ptr_array_index (records, i));
  return TRUE;
}

static gboolean
is_asked (const Reading     *reading,
          const UdsMapPlace *place)
{
  return reading->asked == NULL || place->is_asked
         || (!is_about_networks (reading->selection->query)
             && g_hash_table_contains (reading->asked, uds_record_get_id (place->record)));
}

static void
set_position (UdsMapPlace *place,
              UdsRecord   *record)
{
  place->has_position = has_position (record);
  if (!place->has_position)
    return;

  place->latitude = uds_record_get_real (record, "latitude");
  place->longitude = uds_record_get_real (record, "longitude");
}

static UdsRecord *
load_one (Reading     *reading,
          const char  *kind,
          const char  *id,
          GError     **error)
{
  g_autoptr (GPtrArray) loaded = uds_session_load (reading->session, uds_kind_lookup (kind), &id, 1, error);

  return loaded != NULL && g_ptr_array_index (loaded, 0) != NULL ? g_object_ref (g_ptr_array_index (loaded, 0)) : NULL;
}

/* An organisation that says nothing of where it is lies in its city. */
static gboolean
borrow_position (Reading      *reading,
                 UdsMapPlace  *place,
                 GError      **error)
{
  const char *id = uds_record_is_a (place->record, "organisation") ? uds_record_get_text (place->record, "city") : NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (UdsRecord) city = NULL;

  if (place->has_position || id == NULL)
    return TRUE;

  city = load_one (reading, "city", id, &failure);
  if (city != NULL)
    set_position (place, city);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return failure == NULL;
}

/* Gives the places of a kind their records: each id is that of a city or of an organisation. */
static gboolean
load_records (Reading     *reading,
              const char  *kind,
              GError     **error)
{
  g_autofree const char **ids = (const char **) g_hash_table_get_keys_as_array (reading->places, NULL);
  guint n_ids = g_hash_table_size (reading->places);
  g_autoptr (GPtrArray) records = uds_session_load (reading->session, uds_kind_lookup (kind), ids, n_ids, error);

  for (guint i = 0; records != NULL && i < n_ids; i++)
    {
      UdsMapPlace *place = g_hash_table_lookup (reading->places, ids[i]);

      if (g_ptr_array_index (records, i) == NULL)
        continue;
      place->record = g_object_ref (g_ptr_array_index (records, i));
      place->name = uds_record_get_title (place->record, reading->language);
      set_position (place, place->record);
      if (!borrow_position (reading, place, error))
        return FALSE;
    }
  return records != NULL;
}

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const UdsLanguage *language = data;

  return uds_sort_compare (*(const char *const *) a, *(const char *const *) b, *language);
}

/* Lit before the others, then by how much ties them to us, then by name. */
static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const UdsMapPlace *first = *(const UdsMapPlace *const *) a;
  const UdsMapPlace *second = *(const UdsMapPlace *const *) b;
  guint n_first = uds_map_place_count_relations (first);
  guint n_second = uds_map_place_count_relations (second);
  const UdsLanguage *language = data;

  if (first->is_lit != second->is_lit)
    return second->is_lit - first->is_lit;
  if (n_first != n_second)
    return n_first < n_second ? 1 : -1;
  return uds_sort_compare (first->name, second->name, *language);
}

static GPtrArray *
sort_places (Reading *reading)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func (place_free);
  GHashTableIter iter;
  UdsMapPlace *place;
  char *id;

  g_hash_table_iter_init (&iter, reading->places);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, (gpointer *) &place))
    {
      gboolean is_wanted = place->record != NULL && place->name != NULL
                           && (place->is_lit || !reading->selection->only_members) && is_asked (reading, place);

      g_hash_table_iter_steal (&iter);
      g_free (id);
      g_ptr_array_sort_with_data (place->networks, compare_names, &reading->language);
      if (is_wanted)
        g_ptr_array_add (sorted, place);
      else
        place_free (place);
    }
  g_ptr_array_sort_with_data (sorted, compare_places, &reading->language);
  return sorted;
}

/**
 * uds_session_list_map_places:
 * @session: a session
 * @selection: what is wanted
 * @language: of names, and by which they are sorted
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type UdsMapPlace): the places, the most important first; also those of
 *   which nobody knows where they are
 */
GPtrArray *
uds_session_list_map_places (UdsSession             *session,
                             const UdsMapSelection  *selection,
                             UdsLanguage             language,
                             GError                **error)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, place_free);
  g_autoptr (GHashTable) agreements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) networks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Reading reading = { session, selection, language, places, agreements, networks, NULL };
  GPtrArray *sorted = NULL;

  if (read_networks (&reading, error) && read_asked (&reading, error) && scan_ties (&reading, error)
      && load_records (&reading, "city", error) && load_records (&reading, "organisation", error))
    sorted = sort_places (&reading);
  g_clear_pointer (&reading.asked, g_hash_table_unref);
  return sorted;
}

/**
 * uds_map_place_count_relations:
 * @self: a place
 *
 * Returns: how much ties it to us: the networks it is in, its agreements, its requests
 */
guint
uds_map_place_count_relations (const UdsMapPlace *self)
{
  return self->networks->len + self->n_agreements + self->n_requests;
}
