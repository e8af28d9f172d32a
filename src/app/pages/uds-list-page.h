/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A view that lists the records of a kind, or of one of several kinds to choose from: search, sort, open, make new. */
#pragma once

#include "uds-page.h"

G_BEGIN_DECLS

#define UDS_TYPE_LIST_PAGE (uds_list_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (UdsListPage, uds_list_page, UDS, LIST_PAGE, UdsPage)

/**
 * UdsListPageClass:
 * @kinds: the names of the kinds to choose from, ended by %NULL
 */
struct _UdsListPageClass
{
  UdsPageClass parent_class;

  const char *const *kinds;
};

UdsQuery *uds_list_page_make_query (UdsListPage *self);

G_END_DECLS
