/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of views, in the order of the sidebar. A new view is one line here. */
#include "uds-page-registry.h"

#include "uds-delegations-page.h"
#include "uds-due.h"
#include "uds-events-page.h"
#include "uds-goals-page.h"
#include "uds-networks-page.h"

#include <glib/gi18n.h>

#define NETWORK_DUES (1u << UDS_DUE_REMINDER | 1u << UDS_DUE_NOTICE | 1u << UDS_DUE_END | 1u << UDS_DUE_NOTE)

static const UdsPageInfo pages[] = {
  { "goals", N_("Goals"), "uds-goals-symbolic", "<alt>1", uds_goals_page_get_type, 1u << UDS_DUE_FIGURE },
  { "networks", N_("Networks"), "uds-networks-symbolic", "<alt>2", uds_networks_page_get_type, NETWORK_DUES },
  { "events", N_("Events"), "uds-events-symbolic", "<alt>3", uds_events_page_get_type, 0 },
  { "delegations", N_("Delegations"), "uds-delegations-symbolic", "<alt>4", uds_delegations_page_get_type, 0 },
};

/**
 * uds_page_registry_list:
 * @n_pages: (out): how many
 *
 * Returns: (array length=n_pages): the views
 */
const UdsPageInfo *
uds_page_registry_list (guint *n_pages)
{
  *n_pages = G_N_ELEMENTS (pages);
  return pages;
}

/**
 * uds_page_registry_lookup:
 * @id: the name of a view
 *
 * Returns: (nullable): the view; %NULL where there is none of that name
 */
const UdsPageInfo *
uds_page_registry_lookup (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].id, id))
      return &pages[i];

  return NULL;
}
