/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses the page of a record by its kind. A kind without a page of its own opens with its plain form. */
#include "uds-open.h"

#include "uds-goal-page.h"
#include "uds-indicator-page.h"
#include "uds-record-page.h"

/**
 * uds_open_record:
 * @kind: the name of a kind
 * @id: the id of a record; empty for the city as a whole among the goals
 *
 * Returns: (transfer floating): a page that shows the record once it is given the context
 */
UdsPage *
uds_open_record (const char *kind,
                 const char *id)
{
  if (g_str_equal (kind, "goal"))
    return uds_goal_page_new (*id != '\0' ? id : NULL);
  if (g_str_equal (kind, "indicator"))
    return uds_indicator_page_new (id);
  return uds_record_page_new (kind, id);
}
