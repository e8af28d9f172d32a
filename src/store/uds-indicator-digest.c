/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers an indicator's digest: chooses the headline series, reads its points, and hands points and targets to the
 * method of progress (src/domain/uds-progress.c). Draws and formats nothing. */
#include "uds-indicator-digest.h"

#include "uds-digest-points-private.h"
#include "uds-format.h"

struct _UdsIndicatorDigest
{
  GObject parent_instance;

  UdsRecord *indicator;
  UdsRecord *series; /* none where the indicator has no series */
  gboolean is_headline;
  gboolean is_namesake;
  guint n_series;
  GArray *points;
  GPtrArray *targets; /* of UdsRecord */
  GPtrArray *breaks;  /* of UdsRecord */
  GPtrArray *parts; /* Part *: what progress is calculated from */
  gboolean is_combined;
  UdsProgress progress;
};

/* One calculation: the points it takes and what it asks of them. */
typedef struct {
  GArray *points; /* of UdsProgressPoint */
  UdsProgressOptions options;
  char *group;
} Part;

static void
part_free (gpointer data)
{
  Part *part = data;

  g_array_unref (part->points);
  g_free (part->group);
  g_free (part);
}

G_DEFINE_FINAL_TYPE (UdsIndicatorDigest, uds_indicator_digest, G_TYPE_OBJECT)

static void
uds_indicator_digest_finalize (GObject *object)
{
  UdsIndicatorDigest *self = UDS_INDICATOR_DIGEST (object);

  g_clear_object (&self->indicator);
  g_clear_object (&self->series);
  g_array_unref (self->points);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_clear_pointer (&self->breaks, g_ptr_array_unref);
  g_ptr_array_unref (self->parts);

  G_OBJECT_CLASS (uds_indicator_digest_parent_class)->finalize (object);
}

static void
uds_indicator_digest_class_init (UdsIndicatorDigestClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = uds_indicator_digest_finalize;
}

static void
uds_indicator_digest_init (UdsIndicatorDigest *self)
{
  self->points = uds_digest_points_new ();
  self->parts = g_ptr_array_new_with_free_func (part_free);
}

/**
 * uds_indicator_digest_get_indicator:
 * @self: a digest
 *
 * Returns: (transfer none): the indicator
 */
UdsRecord *
uds_indicator_digest_get_indicator (UdsIndicatorDigest *self)
{
  g_return_val_if_fail (UDS_IS_INDICATOR_DIGEST (self), NULL);

  return self->indicator;
}

/**
 * uds_indicator_digest_get_series:
 * @self: a digest
 *
 * Returns: (transfer none) (nullable): the series that the points are of
 */
UdsRecord *
uds_indicator_digest_get_series (UdsIndicatorDigest *self)
{
  g_return_val_if_fail (UDS_IS_INDICATOR_DIGEST (self), NULL);

  return self->series;
}

/**
 * uds_indicator_digest_is_headline:
 * @self: a digest
 *
 * Returns: whether the series is the indicator's headline; where every series is a breakdown there is none, and the
 *   first is shown in its place
 */
gboolean
uds_indicator_digest_is_headline (UdsIndicatorDigest *self)
{
  g_return_val_if_fail (UDS_IS_INDICATOR_DIGEST (self), FALSE);

  return self->is_headline;
}

/**
 * uds_indicator_digest_is_namesake:
 * @self: a digest
 *
 * Returns: whether another indicator that was read with it has its title, so that the title needs the place beside it
 */
gboolean
uds_indicator_digest_is_namesake (UdsIndicatorDigest *self)
{
  g_return_val_if_fail (UDS_IS_INDICATOR_DIGEST (self), FALSE);

  return self->is_namesake;
}

/**
 * uds_indicator_digest_get_n_series:
 * @self: a digest
 *
 * Returns: how many series the indicator has
 */
guint
uds_indicator_digest_get_n_series (UdsIndicatorDigest *self)
{
  g_return_val_if_fail (UDS_IS_INDICATOR_DIGEST (self), 0);

  return self->n_series;
}

/**
 * uds_indicator_digest_get_n_points:
 * @self: a digest
 *
 * Returns: how many points the series has
 */
guint
uds_indicator_digest_get_n_points (UdsIndicatorDigest *self)
{
  g_return_val_if_fail (UDS_IS_INDICATOR_DIGEST (self), 0);

  return self->points->len;
}

/**
 * uds_indicator_digest_get_point:
 * @self: a digest
 * @index: which point, oldest first
 *
 * Returns: the point, valid as long as @self
 */
const UdsDigestPoint *
uds_indicator_digest_get_point (UdsIndicatorDigest *self,
                                guint               index)
{
  g_return_val_if_fail (UDS_IS_INDICATOR_DIGEST (self) && index < self->points->len, NULL);

  return &g_array_index (self->points, UdsDigestPoint, index);
}

/**
 * uds_indicator_digest_get_latest:
 * @self: a digest
 *
 * Returns: (nullable): the latest point; %NULL where there is none
 */
const UdsDigestPoint *
uds_indicator_digest_get_latest (UdsIndicatorDigest *self)
{
  g_return_val_if_fail (UDS_IS_INDICATOR_DIGEST (self), NULL);

  return self->points->len > 0 ? uds_indicator_digest_get_point (self, self->points->len - 1) : NULL;
}

/**
 * uds_indicator_digest_get_targets:
 * @self: a digest
 *
 * Returns: (transfer none) (element-type UdsRecord): the targets that were set for it, the earliest first; the one that
 *   progress is measured by stands in the indicator too
 */
GPtrArray *
uds_indicator_digest_get_targets (UdsIndicatorDigest *self)
{
  g_return_val_if_fail (UDS_IS_INDICATOR_DIGEST (self), NULL);

  return self->targets;
}

/**
 * uds_indicator_digest_get_breaks:
 * @self: a digest
 *
 * Returns: (transfer none) (element-type UdsRecord): where its values began to be counted in a new way
 */
GPtrArray *
uds_indicator_digest_get_breaks (UdsIndicatorDigest *self)
{
  g_return_val_if_fail (UDS_IS_INDICATOR_DIGEST (self), NULL);

  return self->breaks;
}

/**
 * uds_indicator_digest_get_progress:
 * @self: a digest
 *
 * Returns: how far the indicator has come, and why
 */
const UdsProgress *
uds_indicator_digest_get_progress (UdsIndicatorDigest *self)
{
  g_return_val_if_fail (UDS_IS_INDICATOR_DIGEST (self), NULL);

  return &self->progress;
}

/**
 * uds_indicator_digest_get_unit:
 * @self: a digest
 * @language: the language wanted
 *
 * Returns: (nullable): the unit of the points: the series' own, else the indicator's
 */
const char *
uds_indicator_digest_get_unit (UdsIndicatorDigest *self,
                               UdsLanguage         language)
{
  g_return_val_if_fail (UDS_IS_INDICATOR_DIGEST (self), NULL);

  if (self->series != NULL && uds_record_has (self->series, "unit"))
    return uds_record_get_text (self->series, "unit");
  return uds_record_get_localized (self->indicator, "unit", language);
}

/**
 * uds_indicator_digest_get_decimals:
 * @self: a digest
 *
 * Returns: how many decimals its values are shown with: the indicator's own, else what all points read well with
 */
int
uds_indicator_digest_get_decimals (UdsIndicatorDigest *self)
{
  g_autofree double *values = NULL;

  g_return_val_if_fail (UDS_IS_INDICATOR_DIGEST (self), 0);

  if (uds_record_has (self->indicator, "decimals"))
    return CLAMP ((int) uds_record_get_integer (self->indicator, "decimals"), 0, 6);

  values = g_new (double, self->points->len + 1);
  for (guint i = 0; i < self->points->len; i++)
    values[i] = uds_indicator_digest_get_point (self, i)->value;
  return uds_format_readable_decimals (values, self->points->len);
}

/* Choosing series */

static gboolean
matches (UdsRecord  *series,
         const char *name,
         const char *unit,
         const char *breakdown)
{
  return g_strcmp0 (uds_record_get_text (series, "breakdown"), breakdown) == 0
         && (name == NULL || g_strcmp0 (uds_record_get_text (series, "name"), name) == 0)
         && (unit == NULL || g_strcmp0 (uds_record_get_text (series, "unit"), unit) == 0);
}

static UdsRecord *
find_series (GPtrArray  *all,
             const char *name,
             const char *unit,
             const char *breakdown)
{
  for (guint i = 0; i < all->len; i++)
    if (matches (g_ptr_array_index (all, i), name, unit, breakdown))
      return g_ptr_array_index (all, i);

  return NULL;
}

static void
choose_series (UdsIndicatorDigest *self,
               GPtrArray          *all)
{
  UdsRecord *headline = find_series (all, uds_record_get_text (self->indicator, "series"),
                                     uds_record_get_text (self->indicator, "series_unit"), NULL);

  self->n_series = all->len;
  self->is_headline = headline != NULL;
  if (headline == NULL && all->len > 0)
    headline = g_ptr_array_index (all, 0);
  g_set_object (&self->series, headline);
}

static GPtrArray *
list_parts (UdsSession  *session,
            const char  *kind,
            UdsRecord   *indicator,
            GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup (kind));

  uds_query_where_is (query, "indicator", uds_record_get_id (indicator));
  return uds_session_list (session, query, error);
}

/* Progress */

/* What an indicator, or one of its calculations, says of direction, target and limit. A calculation that leaves
 * something open takes it from the indicator. */
static UdsProgressOptions
get_options (UdsIndicatorDigest *self,
             UdsRecord          *calculation)
{
  UdsRecord *indicator = self->indicator;
  UdsRecord *own = calculation != NULL ? calculation : indicator;
  UdsRecord *target = uds_record_has (own, "target_value") ? own : indicator;
  UdsRecord *limit = uds_record_has (own, "limit_value") ? own : indicator;
  UdsRecord *direction = uds_record_has (own, "direction") ? own : indicator;
  UdsRecord *base = uds_record_has (own, "base_year") ? own : indicator;
  const char *name = uds_record_get_text (direction, "direction");
  const char *unit = calculation != NULL ? uds_record_get_text (calculation, "unit") : NULL;

  if (unit == NULL)
    unit = uds_indicator_digest_get_unit (self, UDS_LANGUAGE_EN);
  return (UdsProgressOptions) {
    .direction = name != NULL ? uds_direction_from_name (name) : UDS_DIRECTION_UNKNOWN,
    .has_target = uds_record_has (target, "target_value"),
    .target = uds_record_get_real (target, "target_value"),
    .target_year = (int) uds_record_get_integer (target, "target_year"),
    .base_year = (int) uds_record_get_integer (base, "base_year"),
    .has_limit = uds_record_has (limit, "limit_value"),
    .limit = uds_record_get_real (limit, "limit_value"),
    .target_state = uds_target_state_from_name (uds_record_get_text (indicator, "target_state")),
    .method = uds_progress_method_from_name (uds_record_get_text (indicator, "method")),
    .is_share = uds_unit_is_share (unit),
  };
}

static UdsProgress
calculate_part (const Part *part,
                int         year)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (UdsProgressPoint));

  for (guint i = 0; i < part->points->len; i++)
    if (g_array_index (part->points, UdsProgressPoint, i).year <= year)
      g_array_append_val (points, g_array_index (part->points, UdsProgressPoint, i));

  return uds_progress_calculate ((const UdsProgressPoint *) (gpointer) points->data, points->len, &part->options);
}

static UdsProgress
calculate_alone (UdsIndicatorDigest *self,
                 int                 year)
{
  UdsProgress progress = calculate_part (g_ptr_array_index (self->parts, 0), year);

  if (!self->is_headline && self->points->len > 0)
    progress.reason = UDS_PROGRESS_REASON_NO_WHOLE;
  return progress;
}

/**
 * uds_indicator_digest_calculate_until:
 * @self: a digest
 * @year: a year
 *
 * Returns: how far the indicator had come when the values of @year were known and no later ones, measured by the target
 *   it has today
 */
UdsProgress
uds_indicator_digest_calculate_until (UdsIndicatorDigest *self,
                                      int                 year)
{
  g_autofree UdsProgress *each = NULL;
  g_autofree const char **groups = NULL;

  if (!self->is_combined)
    return calculate_alone (self, year);

  each = g_new0 (UdsProgress, self->parts->len);
  groups = g_new0 (const char *, self->parts->len);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);

      groups[i] = part->group;
      each[i] = calculate_part (part, year);
    }
  return uds_progress_combine (each, groups, self->parts->len);
}

static void
add_part (UdsIndicatorDigest *self,
          UdsRecord          *calculation,
          GArray             *points)
{
  Part *part = g_new0 (Part, 1);

  part->points = g_array_ref (points);
  part->options = get_options (self, calculation);
  part->group = calculation != NULL ? g_strdup (uds_record_get_text (calculation, "grouping")) : NULL;
  g_ptr_array_add (self->parts, part);
}

static gboolean
read_part (UdsSession          *session,
           UdsIndicatorDigest  *self,
           UdsRecord           *calculation,
           GPtrArray           *all,
           GError             **error)
{
  g_autoptr (GArray) points = uds_digest_points_new ();
  g_autoptr (GArray) progress_points = g_array_new (FALSE, TRUE, sizeof (UdsProgressPoint));
  UdsRecord *series =
      find_series (all, uds_record_get_text (calculation, "series"), uds_record_get_text (calculation, "unit"),
                   uds_record_get_text (calculation, "breakdown"));

  if (series != NULL && !uds_digest_points_read (session, series, points, progress_points, error))
    return FALSE;

  add_part (self, calculation, progress_points);
  return TRUE;
}

static gboolean
fill (UdsSession          *session,
      UdsIndicatorDigest  *self,
      GError             **error)
{
  g_autoptr (GArray) progress_points = g_array_new (FALSE, TRUE, sizeof (UdsProgressPoint));
  g_autoptr (GPtrArray) all = list_parts (session, "series", self->indicator, error);
  g_autoptr (GPtrArray) calculations = NULL;

  if (all == NULL)
    return FALSE;
  self->targets = list_parts (session, "indicator-target", self->indicator, error);
  if (self->targets == NULL)
    return FALSE;
  self->breaks = list_parts (session, "series-break", self->indicator, error);
  if (self->breaks == NULL)
    return FALSE;
  calculations = list_parts (session, "calculation", self->indicator, error);
  if (calculations == NULL)
    return FALSE;

  choose_series (self, all);
  if (self->series != NULL && !uds_digest_points_read (session, self->series, self->points, progress_points, error))
    return FALSE;

  /* The mean of the calculations that the indicator's metadata ask for, where they do. */
  self->is_combined = calculations->len > 0;
  for (guint i = 0; i < calculations->len; i++)
    if (!read_part (session, self, g_ptr_array_index (calculations, i), all, error))
      return FALSE;
  if (!self->is_headline)
    g_array_set_size (progress_points, 0);
  if (!self->is_combined)
    add_part (self, NULL, progress_points);

  self->progress = uds_indicator_digest_calculate_until (self, G_MAXINT);
  return TRUE;
}

/**
 * uds_session_digest_indicator:
 * @session: a session
 * @indicator: a stored indicator
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): its digest
 */
UdsIndicatorDigest *
uds_session_digest_indicator (UdsSession  *session,
                              UdsRecord   *indicator,
                              GError     **error)
{
  g_autoptr (UdsIndicatorDigest) self = g_object_new (UDS_TYPE_INDICATOR_DIGEST, NULL);

  self->indicator = g_object_ref (indicator);
  return fill (session, self, error) ? g_steal_pointer (&self) : NULL;
}

/* Marks those whose title in @language another one has too. */
static void
find_namesakes (GPtrArray   *digests,
                UdsLanguage  language)
{
  g_autoptr (GHashTable) by_title = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < digests->len; i++)
    {
      UdsIndicatorDigest *digest = g_ptr_array_index (digests, i);
      const char *title = uds_record_get_title (digest->indicator, language);
      UdsIndicatorDigest *other = g_hash_table_lookup (by_title, title);

      g_hash_table_insert (by_title, (gpointer) title, digest);
      if (other == NULL)
        continue;
      digest->is_namesake = TRUE;
      other->is_namesake = TRUE;
    }
}

/**
 * uds_session_digest_indicators:
 * @session: a session
 * @query: which indicators
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type UdsIndicatorDigest): their digests, in the query's order
 */
GPtrArray *
uds_session_digest_indicators (UdsSession  *session,
                               UdsQuery    *query,
                               GError     **error)
{
  g_autoptr (GPtrArray) indicators = uds_session_list (session, query, error);
  g_autoptr (GPtrArray) digests = NULL;

  if (indicators == NULL)
    return NULL;

  digests = g_ptr_array_new_full (indicators->len, g_object_unref);
  for (guint i = 0; i < indicators->len; i++)
    {
      UdsIndicatorDigest *digest = uds_session_digest_indicator (session, g_ptr_array_index (indicators, i), error);

      if (digest == NULL)
        return NULL;
      g_ptr_array_add (digests, digest);
    }

  find_namesakes (digests, UDS_LANGUAGE_DA);
  find_namesakes (digests, UDS_LANGUAGE_EN);
  return g_steal_pointer (&digests);
}
