/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the series of an indicator with their points, and takes apart what each is about. */
#include "uds-indicator-parts.h"

#include "uds-digest-points-private.h"

#include <json-glib/json-glib.h>

struct _UdsIndicatorParts
{
  GObject parent_instance;

  GPtrArray *parts; /* of UdsIndicatorPart, in the order of the series */
  GArray *start;    /* of UdsBreakdownPair */
};

G_DEFINE_FINAL_TYPE (UdsIndicatorParts, uds_indicator_parts, G_TYPE_OBJECT)

static void
clear_pair (gpointer data)
{
  UdsBreakdownPair *pair = data;

  g_free (pair->dimension);
  g_free (pair->value);
}

/**
 * uds_breakdown_pairs_new:
 *
 * Returns: (transfer full) (element-type UdsBreakdownPair): no pairs; they are freed with the array
 */
GArray *
uds_breakdown_pairs_new (void)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (UdsBreakdownPair));

  g_array_set_clear_func (pairs, clear_pair);
  return pairs;
}

/**
 * uds_breakdown_pairs_add:
 * @pairs: (element-type UdsBreakdownPair): pairs
 * @dimension: by what is broken down
 * @value: into what
 */
void
uds_breakdown_pairs_add (GArray     *pairs,
                         const char *dimension,
                         const char *value)
{
  UdsBreakdownPair pair = { g_strdup (dimension), g_strdup (value) };

  g_array_append_val (pairs, pair);
}

static void
part_free (UdsIndicatorPart *part)
{
  g_object_unref (part->series);
  g_array_unref (part->points);
  g_array_unref (part->pairs);
  g_free (part->label);
  g_free (part);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsIndicatorPart, part_free)

static void
uds_indicator_parts_finalize (GObject *object)
{
  UdsIndicatorParts *self = UDS_INDICATOR_PARTS (object);

  g_ptr_array_unref (self->parts);
  g_array_unref (self->start);

  G_OBJECT_CLASS (uds_indicator_parts_parent_class)->finalize (object);
}

static void
uds_indicator_parts_class_init (UdsIndicatorPartsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = uds_indicator_parts_finalize;
}

static void
uds_indicator_parts_init (UdsIndicatorParts *self)
{
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  self->start = uds_breakdown_pairs_new ();
}

/**
 * uds_indicator_parts_get_n:
 * @self: the parts of an indicator
 *
 * Returns: how many have values
 */
guint
uds_indicator_parts_get_n (UdsIndicatorParts *self)
{
  g_return_val_if_fail (UDS_IS_INDICATOR_PARTS (self), 0);

  return self->parts->len;
}

/**
 * uds_indicator_parts_get:
 * @self: the parts of an indicator
 * @index: less than their number
 *
 * Returns: the part, valid as long as @self
 */
const UdsIndicatorPart *
uds_indicator_parts_get (UdsIndicatorParts *self,
                         guint              index)
{
  g_return_val_if_fail (UDS_IS_INDICATOR_PARTS (self) && index < self->parts->len, NULL);

  return g_ptr_array_index (self->parts, index);
}

/**
 * uds_indicator_parts_get_start:
 * @self: the parts of an indicator
 *
 * Returns: (element-type UdsBreakdownPair): what its metadata want to be chosen at first, in Open SDG's words: values
 *   of dimensions, of "Series" and of "Units"
 */
const GArray *
uds_indicator_parts_get_start (UdsIndicatorParts *self)
{
  g_return_val_if_fail (UDS_IS_INDICATOR_PARTS (self), NULL);

  return self->start;
}

/**
 * uds_indicator_part_get_point:
 * @self: a part
 * @index: which point, the earliest first
 *
 * Returns: the point, valid as long as @self
 */
const UdsDigestPoint *
uds_indicator_part_get_point (const UdsIndicatorPart *self,
                              guint                   index)
{
  g_return_val_if_fail (index < self->points->len, NULL);

  return &g_array_index (self->points, UdsDigestPoint, index);
}

/**
 * uds_indicator_part_get_latest:
 * @self: a part
 *
 * Returns: its latest point, valid as long as @self
 */
const UdsDigestPoint *
uds_indicator_part_get_latest (const UdsIndicatorPart *self)
{
  return uds_indicator_part_get_point (self, self->points->len - 1);
}

/* Reading */

static void
add_pair (JsonObject *object,
          const char *name,
          JsonNode   *node,
          gpointer    data)
{
  UdsIndicatorPart *part = data;
  const char *value = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
  char *label;

  if (value == NULL)
    return;

  uds_breakdown_pairs_add (part->pairs, name, value);
  label = part->label != NULL ? g_strdup_printf ("%s, %s", part->label, value) : g_strdup (value);
  g_free (part->label);
  part->label = label;
}

static void
read_pairs (UdsIndicatorPart *part)
{
  const char *text = uds_record_get_text (part->series, "breakdown");
  g_autoptr (JsonNode) node = text != NULL ? json_from_string (text, NULL) : NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    json_object_foreach_member (json_node_get_object (node), add_pair, part);
}

static UdsIndicatorPart *
part_new (UdsRecord *series)
{
  UdsIndicatorPart *part = g_new0 (UdsIndicatorPart, 1);

  part->series = g_object_ref (series);
  part->points = uds_digest_points_new ();
  part->pairs = uds_breakdown_pairs_new ();
  read_pairs (part);
  return part;
}

static void
add_start_value (JsonArray *array,
                 guint      index,
                 JsonNode  *node,
                 gpointer   data)
{
  UdsIndicatorParts *self = data;
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  UdsBreakdownPair pair;

  if (object == NULL)
    return;

  pair.dimension = g_strdup (json_object_get_string_member_with_default (object, "field", NULL));
  pair.value = g_strdup (json_object_get_string_member_with_default (object, "value", NULL));
  if (pair.dimension != NULL && pair.value != NULL)
    g_array_append_val (self->start, pair);
  else
    clear_pair (&pair);
}

static void
read_start_values (UdsIndicatorParts *self,
                   UdsRecord         *indicator)
{
  const char *text = uds_record_get_text (indicator, "metadata");
  g_autoptr (JsonNode) node = text != NULL ? json_from_string (text, NULL) : NULL;
  JsonNode *member;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;

  member = json_object_get_member (json_node_get_object (node), "data_start_values");
  if (member != NULL && JSON_NODE_HOLDS_ARRAY (member))
    json_array_foreach_element (json_node_get_array (member), add_start_value, self);
}

/**
 * uds_session_read_indicator_parts:
 * @session: a session
 * @indicator: a stored indicator
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): its series that have values
 */
UdsIndicatorParts *
uds_session_read_indicator_parts (UdsSession  *session,
                                  UdsRecord   *indicator,
                                  GError     **error)
{
  g_autoptr (UdsIndicatorParts) self = g_object_new (UDS_TYPE_INDICATOR_PARTS, NULL);
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("series"));
  g_autoptr (GPtrArray) series = NULL;

  uds_query_where_is (query, "indicator", uds_record_get_id (indicator));
  series = uds_session_list (session, query, error);
  if (series == NULL)
    return NULL;

  read_start_values (self, indicator);
  for (guint i = 0; i < series->len; i++)
    {
      g_autoptr (UdsIndicatorPart) part = part_new (g_ptr_array_index (series, i));

      if (!uds_digest_points_read (session, part->series, part->points, NULL, error))
        return NULL;
      if (part->points->len > 0)
        g_ptr_array_add (self->parts, g_steal_pointer (&part));
    }

  return g_steal_pointer (&self);
}
