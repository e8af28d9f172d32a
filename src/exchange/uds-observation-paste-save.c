/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the rows of a paste that were understood to the series they were pasted on. */
#include "uds-observation-paste-private.h"

#include "uds-observation-save.h"
#include "uds-period.h"

/* The observations of the series in the order of time. */
typedef struct {
  GPtrArray *ids;
  GPtrArray *periods;
  GHashTable *places; /* a period to its place plus one */
  guint period;       /* where the period stands in the field table */
} Present;

static gboolean
add_present (const char     *id,
             const UdsValue *values,
             gpointer        data)
{
  Present *present = data;
  char *period = g_strdup (values[present->period].text);

  g_ptr_array_add (present->ids, g_strdup (id));
  g_ptr_array_add (present->periods, period);
  g_hash_table_insert (present->places, period, GUINT_TO_POINTER (present->ids->len));
  return TRUE;
}

static void
present_clear (Present *present)
{
  g_clear_pointer (&present->places, g_hash_table_unref);
  g_clear_pointer (&present->periods, g_ptr_array_unref);
  g_clear_pointer (&present->ids, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Present, present_clear)

static gboolean
read_present (Present     *present,
              UdsSession  *session,
              const char  *series,
              GError     **error)
{
  const UdsKind *kind = uds_kind_lookup ("observation");
  g_autoptr (UdsQuery) query = uds_query_new (kind);

  *present = (Present) {
    .ids = g_ptr_array_new_with_free_func (g_free),
    .periods = g_ptr_array_new_with_free_func (g_free),
    .places = g_hash_table_new (g_str_hash, g_str_equal),
  };
  uds_kind_lookup_field (kind, "period", &present->period);
  uds_query_where_is (query, "series", series);
  return uds_session_scan (session, query, add_present, present, error);
}

/* The place of the row that was pasted on; behind the last where it was the empty one. */
static guint
find_anchor (const Present *present,
             const char    *anchor)
{
  for (guint i = 0; anchor != NULL && i < present->ids->len; i++)
    if (g_str_equal (g_ptr_array_index (present->ids, i), anchor))
      return i;
  return present->ids->len;
}

/* Adds the periods that follow, without observations, until there is one at @place. */
static gboolean
reach_place (Present *present,
             guint    place)
{
  UdsPeriod period;

  while (present->periods->len <= place)
    {
      guint n_periods = present->periods->len;

      if (n_periods == 0 || !uds_period_parse (g_ptr_array_index (present->periods, n_periods - 1), &period, NULL)
          || !uds_period_get_next (&period, &period))
        return FALSE;
      g_ptr_array_add (present->periods, uds_period_to_string (&period));
      g_ptr_array_add (present->ids, NULL);
    }
  return TRUE;
}

static void
copy_cells (UdsRecord         *record,
            const UdsPasteRow *row)
{
  const UdsKind *kind = uds_record_get_kind (record);

  for (guint i = 0; i < UDS_OBSERVATION_N_COLUMNS; i++)
    {
      guint place;

      if (!row->says[i] || i == UDS_OBSERVATION_COLUMN_PERIOD)
        continue;
      uds_kind_lookup_field (kind, uds_observation_column_get_field (i)->name, &place);
      uds_record_put (record, place, uds_record_peek (row->record, place));
    }
}

/* A new row says what its period was written as. */
static UdsRecord *
make_observation (const UdsPasteRow *row,
                  const char        *series,
                  const char        *period)
{
  UdsRecord *record = uds_record_new (uds_kind_lookup ("observation"));

  uds_record_set_text (record, "series", series);
  uds_record_set_text (record, "period", period);
  uds_record_set_text (record, "period_label", uds_record_get_text (row->record, "period_label"));
  return record;
}

static gboolean
save_row (UdsObservationPaste  *self,
          const UdsPasteRow    *row,
          UdsSession           *session,
          const char           *series,
          const char           *id,
          const char           *period,
          GError              **error)
{
  g_autoptr (UdsRecord) record = NULL;
  guint *count = &self->counts.created;

  if (id != NULL)
    record = uds_session_get (session, uds_kind_lookup ("observation"), id, error);
  else
    record = make_observation (row, series, period);
  if (record == NULL)
    return FALSE;

  copy_cells (record, row);
  if (id != NULL)
    count = uds_record_has_changes (record) ? &self->counts.updated : &self->counts.unchanged;
  (*count)++;
  return uds_session_save (session, record, error);
}

/* A row of a wider table that says nothing of this series beside its period. */
static gboolean
is_about_others (UdsObservationPaste *self,
                 const UdsPasteRow   *row)
{
  for (guint i = UDS_OBSERVATION_COLUMN_VALUE; i < UDS_OBSERVATION_N_COLUMNS; i++)
    if (row->says[i])
      return FALSE;
  return self->columns->len > 1;
}

/* By its period, or so far below the row that was pasted on as it stands below the first. */
static gboolean
place_row (UdsObservationPaste  *self,
           const UdsPasteRow    *row,
           UdsSession           *session,
           const char           *series,
           Present              *present,
           guint                 anchor,
           GError              **error)
{
  const char *period = uds_record_get_text (row->record, "period");
  guint place = anchor + row->number - self->first_row;
  const char *id = NULL;

  if (self->has_period)
    place = GPOINTER_TO_UINT (g_hash_table_lookup (present->places, period)) - 1;
  else if (reach_place (present, place))
    period = g_ptr_array_index (present->periods, place);

  if (period == NULL)
    {
      g_ptr_array_add (self->problems, uds_problem_new (row->number, 0, UDS_PROBLEM_NO_PERIOD, NULL, NULL, NULL));
      self->counts.refused++;
      return TRUE;
    }

  if (place < present->ids->len)
    id = g_ptr_array_index (present->ids, place);
  if (id == NULL && is_about_others (self, row))
    {
      self->counts.unchanged++;
      return TRUE;
    }
  return save_row (self, row, session, series, id, period, error);
}

/**
 * uds_observation_paste_save:
 * @self: what was pasted, without an open question
 * @session: a session inside a command
 * @indicator: the id of the indicator
 * @series: (nullable): the id of the series; %NULL where the indicator has none yet
 * @anchor: (nullable): the id of the observation that it was pasted on; %NULL for the empty row behind the last
 * @error: what went wrong
 *
 * Writes the rows. Those with a period go where it is; the others from the anchor downwards, and behind the last row
 * they get the periods that follow. Nobody else may look at @self meanwhile.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_observation_paste_save (UdsObservationPaste  *self,
                            UdsSession           *session,
                            const char           *indicator,
                            const char           *series,
                            const char           *anchor,
                            GError              **error)
{
  g_autofree char *id = NULL;
  g_auto (Present) present = { NULL };
  guint place;

  if (self->rows->len == 0)
    return TRUE;

  id = uds_session_ensure_series (session, indicator, series, error);
  if (id == NULL || !read_present (&present, session, id, error))
    return FALSE;

  /* It may be the second time (UdsWriteFunc). */
  self->counts = (UdsPasteCounts) { .refused = self->n_refused };
  g_ptr_array_set_size (self->problems, (int) self->n_row_problems);
  place = find_anchor (&present, anchor);
  for (guint i = 0; i < self->rows->len; i++)
    if (!place_row (self, g_ptr_array_index (self->rows, i), session, id, &present, place, error))
      return FALSE;
  return TRUE;
}
