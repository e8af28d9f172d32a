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
 * @settings_prefix: (nullable): what the names of its settings begin with: PREFIX-kind, PREFIX-filter,
 *   PREFIX-saved-filters; %NULL where the view has no filters and keeps nothing
 * @kind_shown: (nullable): another kind is listed now
 * @asked: (nullable): what the list asks for may have changed, or the answer to it
 *
 * Faces take the place of the list of a kind (uds_list_page_add_face(): a timeline of the agreements). They ask for
 * what the list asks for; PREFIX-filter tells when that changes.
 */
struct _UdsListPageClass
{
  UdsPageClass parent_class;

  const char *const *kinds;
  const char *settings_prefix;
  void (*kind_shown) (UdsListPage   *self,
                      const UdsKind *kind);
  void (*asked) (UdsListPage *self,
                 UdsQuery    *query);
};

UdsQuery *uds_list_page_make_query (UdsListPage *self);
char     *uds_list_page_describe   (UdsListPage *self);
GVariant *uds_list_page_get_filter (UdsListPage *self);
void      uds_list_page_add_face   (UdsListPage *self,
                                    const char  *kind,
                                    const char  *name,
                                    const char  *title,
                                    GtkWidget   *face);

G_END_DECLS
