/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The view of the networks, and of the cities, organisations, people and agreements behind them. */
#include "uds-networks-page.h"

struct _UdsNetworksPage
{
  UdsListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (UdsNetworksPage, uds_networks_page, UDS_TYPE_LIST_PAGE)

static void
uds_networks_page_class_init (UdsNetworksPageClass *klass)
{
  static const char *const kinds[] = { "network", "city", "organisation", "contact", "agreement", NULL };

  UDS_LIST_PAGE_CLASS (klass)->kinds = kinds;
  UDS_LIST_PAGE_CLASS (klass)->settings_prefix = "networks";
}

static void
uds_networks_page_init (UdsNetworksPage *self)
{
}
