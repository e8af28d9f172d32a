/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The view of the requests for visits. */
#include "uds-delegations-page.h"

struct _UdsDelegationsPage
{
  UdsListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (UdsDelegationsPage, uds_delegations_page, UDS_TYPE_LIST_PAGE)

static void
uds_delegations_page_class_init (UdsDelegationsPageClass *klass)
{
  static const char *const kinds[] = { "request", NULL };

  UDS_LIST_PAGE_CLASS (klass)->kinds = kinds;
}

static void
uds_delegations_page_init (UdsDelegationsPage *self)
{
}
