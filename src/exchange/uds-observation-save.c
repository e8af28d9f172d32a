/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the field table cannot say of an observation: it is the only one of its series and period. */
#include "uds-observation-save.h"

#include "uds-error.h"

#include <glib/gi18n.h>

static UdsRecord *
find_first_series (UdsSession  *session,
                   const char  *indicator,
                   GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("series"));

  uds_query_where_is (query, "indicator", indicator);
  return uds_session_find (session, query, error);
}

/**
 * uds_session_ensure_series:
 * @session: a session inside a command
 * @indicator: the id of an indicator
 * @series: (nullable): the id of one of its series; %NULL for the first
 * @error: what went wrong
 *
 * Makes a series without a name where the indicator has none at all.
 *
 * Returns: (transfer full) (nullable): the id of the series
 */
char *
uds_session_ensure_series (UdsSession  *session,
                           const char  *indicator,
                           const char  *series,
                           GError     **error)
{
  g_autoptr (UdsRecord) record = NULL;
  g_autoptr (GError) failure = NULL;

  if (series != NULL)
    return g_strdup (series);

  record = find_first_series (session, indicator, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (record == NULL)
    {
      record = uds_record_new (uds_kind_lookup ("series"));
      uds_record_set_text (record, "indicator", indicator);
      uds_record_set_integer (record, "position", 1);
      if (!uds_session_save (session, record, error))
        return NULL;
    }
  return g_strdup (uds_record_get_id (record));
}

static gboolean
is_only_one (UdsSession  *session,
             UdsRecord   *observation,
             GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_record_get_kind (observation));
  g_autoptr (UdsRecord) other = NULL;
  g_autoptr (GError) failure = NULL;

  uds_query_where_is (query, "series", uds_record_get_text (observation, "series"));
  uds_query_where_is (query, "period", uds_record_get_text (observation, "period"));
  other = uds_session_find (session, query, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (other == NULL || g_strcmp0 (uds_record_get_id (other), uds_record_get_id (observation)) == 0)
    return TRUE;

  g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID,
               /* Translators: %s is a period, such as a year */
               _("The series has a row for %s already. Change the value there."),
               uds_record_get_text (observation, "period"));
  return FALSE;
}

/**
 * uds_session_save_observation:
 * @session: a session inside a command
 * @observation: an observation, new or read before
 * @error: the series has another one of its period (%UDS_ERROR_INVALID); or as uds_session_save()
 *
 * Keeps it.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_session_save_observation (UdsSession  *session,
                              UdsRecord   *observation,
                              GError     **error)
{
  return uds_record_validate (observation, error) && is_only_one (session, observation, error)
         && uds_session_save (session, observation, error);
}
