/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes what several tests of reports and charts begin with. What they promise is theirs. */
#include "report-fixture.h"

/**
 * report_find:
 * @session: a session
 * @kind: the name of a kind
 * @field: one of its fields
 * @value: what stands there
 *
 * Returns: (transfer full): the record, which must be there
 */
UdsRecord *
report_find (UdsSession *session,
             const char *kind,
             const char *field,
             const char *value)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup (kind));
  g_autoptr (GError) error = NULL;
  UdsRecord *record;

  uds_query_where_is (query, field, value);
  record = uds_session_find (session, query, &error);
  g_assert_no_error (error);
  g_assert_nonnull (record);
  return record;
}

/**
 * report_find_row:
 * @spec: a chart whose table names what it shows
 * @name: the name of something
 *
 * Returns: its row in the table; %UDS_CHART_NONE where it has none
 */
gsize
report_find_row (UdsChartSpec *spec,
                 const char   *name)
{
  const UdsChartGrid *grid = uds_chart_spec_get_grid (spec);

  for (gsize i = 0; i < uds_chart_grid_get_n_rows (grid); i++)
    if (g_str_equal (uds_chart_grid_get_row_label (grid, i), name))
      return i;
  return UDS_CHART_NONE;
}
