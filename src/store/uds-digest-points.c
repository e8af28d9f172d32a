/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the observations of a series as points in time. What is chosen and calculated from them is the digest's. */
#include "uds-digest-points-private.h"

#include "uds-format.h"
#include "uds-period.h"

#include <json-glib/json-glib.h>

static void
clear_point (gpointer data)
{
  UdsDigestPoint *point = data;

  g_free (point->period);
  g_free (point->quality);
  g_free (point->footnote);
}

/**
 * uds_digest_points_new:
 *
 * Returns: (transfer full) (element-type UdsDigestPoint): no points
 */
GArray *
uds_digest_points_new (void)
{
  GArray *points = g_array_new (FALSE, TRUE, sizeof (UdsDigestPoint));

  g_array_set_clear_func (points, clear_point);
  return points;
}

typedef struct {
  GArray *points;          /* of UdsDigestPoint */
  GArray *progress_points; /* of UdsProgressPoint, or NULL */
  guint period, value, quality, footnote, attributes; /* places in the field table */
} Reading;

/* Open SDG's column Progress stands in for the value where progress is calculated, and nowhere else. */
static double
get_progress_value (const UdsValue *attributes,
                    double          value)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;
  double progress;

  if (attributes->type != UDS_VALUE_TEXT || strstr (attributes->text, "\"Progress\"") == NULL)
    return value;

  node = json_from_string (attributes->text, NULL);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return value;

  object = json_node_get_object (node);
  if (!uds_parse_machine (json_object_get_string_member_with_default (object, "Progress", ""), &progress))
    return value;
  return progress;
}

static char *
dup_text (const UdsValue *value)
{
  return value->type == UDS_VALUE_TEXT ? g_strdup (value->text) : NULL;
}

static gboolean
read_point (const char     *id,
            const UdsValue *values,
            gpointer        data)
{
  Reading *reading = data;
  const UdsValue *value = &values[reading->value];
  UdsProgressPoint progress;
  UdsDigestPoint point = { NULL };
  UdsPeriod period;

  if (value->type != UDS_VALUE_REAL || !uds_period_parse (values[reading->period].text, &period, NULL))
    return TRUE;

  point.period = dup_text (&values[reading->period]);
  point.year = uds_period_get_year (&period);
  point.position = uds_period_get_position (&period);
  point.value = value->real;
  point.quality = dup_text (&values[reading->quality]);
  point.footnote = dup_text (&values[reading->footnote]);
  point.uncertain = point.quality != NULL && !g_str_equal (point.quality, "measured")
                    && !g_str_equal (point.quality, "reference");
  g_array_append_val (reading->points, point);

  if (reading->progress_points == NULL)
    return TRUE;

  progress.year = point.year;
  progress.value = get_progress_value (&values[reading->attributes], point.value);
  g_array_append_val (reading->progress_points, progress);
  return TRUE;
}

/**
 * uds_digest_points_read:
 * @session: a session
 * @series: a stored series
 * @points: (element-type UdsDigestPoint): gets its points, the earliest first
 * @progress_points: (nullable) (element-type UdsProgressPoint): gets what progress is calculated from
 * @error: what went wrong
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_digest_points_read (UdsSession  *session,
                        UdsRecord   *series,
                        GArray      *points,
                        GArray      *progress_points,
                        GError     **error)
{
  const UdsKind *kind = uds_kind_lookup ("observation");
  g_autoptr (UdsQuery) query = uds_query_new (kind);
  Reading reading = { points, progress_points };

  uds_kind_lookup_field (kind, "period", &reading.period);
  uds_kind_lookup_field (kind, "value", &reading.value);
  uds_kind_lookup_field (kind, "quality", &reading.quality);
  uds_kind_lookup_field (kind, "footnote", &reading.footnote);
  uds_kind_lookup_field (kind, "attributes", &reading.attributes);

  uds_query_where_is (query, "series", uds_record_get_id (series));
  return uds_session_scan (session, query, read_point, &reading, error);
}
