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

static UdsIndicatorPart *
part_new (UdsRecord *series)
{
  UdsIndicatorPart *part = g_new0 (UdsIndicatorPart, 1);

  part->series = g_object_ref (series);
  part->points = uds_digest_points_new ();
  part->pairs = uds_breakdown_pairs_parse (uds_record_get_text (series, "breakdown"));
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
  const char *dimension = object != NULL ? json_object_get_string_member_with_default (object, "field", NULL) : NULL;
  const char *value = object != NULL ? json_object_get_string_member_with_default (object, "value", NULL) : NULL;

  if (dimension != NULL && value != NULL)
    uds_breakdown_pairs_add (self->start, dimension, value);
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

/* Technical columns */

/* What tells a part from the others, with @dropped left out. */
static char *
make_key (const UdsIndicatorPart *part,
          const char             *dropped)
{
  const char *name = uds_record_get_text (part->series, "name");
  const char *unit = uds_record_get_text (part->series, "unit");
  GString *key = g_string_new (NULL);

  g_string_append_printf (key, "%s\n%s", name != NULL ? name : "", unit != NULL ? unit : "");
  for (guint i = 0; i < part->pairs->len; i++)
    {
      const UdsBreakdownPair *pair = &g_array_index (part->pairs, UdsBreakdownPair, i);

      if (!g_str_equal (pair->dimension, dropped))
        g_string_append_printf (key, "\n%s\n%s", pair->dimension, pair->value);
    }
  return g_string_free_and_steal (key);
}

/* Whether the other columns say all that a column says. */
static gboolean
is_redundant (UdsIndicatorParts *self,
              const char        *dimension)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->parts->len; i++)
    if (!g_hash_table_add (keys, make_key (g_ptr_array_index (self->parts, i), dimension)))
      return FALSE;

  return TRUE;
}

static void
drop_dimension (UdsIndicatorParts *self,
                const char        *dimension)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      GArray *pairs = ((UdsIndicatorPart *) g_ptr_array_index (self->parts, i))->pairs;

      for (guint j = pairs->len; j-- > 0;)
        if (g_str_equal (g_array_index (pairs, UdsBreakdownPair, j).dimension, dimension))
          g_array_remove_index (pairs, j);
    }
}

static GPtrArray *
list_technical (UdsIndicatorParts *self)
{
  GPtrArray *dimensions = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const GArray *pairs = ((UdsIndicatorPart *) g_ptr_array_index (self->parts, i))->pairs;

      for (guint j = 0; j < pairs->len; j++)
        {
          const char *dimension = g_array_index (pairs, UdsBreakdownPair, j).dimension;

          if (uds_breakdown_is_technical (dimension)
              && !g_ptr_array_find_with_equal_func (dimensions, dimension, g_str_equal, NULL))
            g_ptr_array_add (dimensions, g_strdup (dimension));
        }
    }

  return dimensions;
}

/* A code beside the name of the same place is nothing that anybody chooses. */
static void
drop_technical (UdsIndicatorParts *self)
{
  g_autoptr (GPtrArray) dimensions = list_technical (self);

  for (guint i = 0; i < dimensions->len; i++)
    if (is_redundant (self, g_ptr_array_index (dimensions, i)))
      drop_dimension (self, g_ptr_array_index (dimensions, i));
}

static void
name_parts (UdsIndicatorParts *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      UdsIndicatorPart *part = g_ptr_array_index (self->parts, i);

      part->label = uds_breakdown_pairs_format (part->pairs);
    }
}

/**
 * uds_session_read_indicator_parts:
 * @session: a session
 * @indicator: a stored indicator
 * @error: what went wrong
 *
 * A technical column that tells no parts apart is left out.
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
  drop_technical (self);
  name_parts (self);

  return g_steal_pointer (&self);
}
