/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which categories the breakdowns of a tidy table have: to tell what means all of them, and for the user to choose
 * from. For src/exchange only. */
#pragma once

#include "uds-tidy-row-private.h"

G_BEGIN_DECLS

typedef struct _UdsTidyCategories UdsTidyCategories;

UdsTidyCategories *uds_tidy_categories_new    (GArray                  *columns);
void               uds_tidy_categories_free   (UdsTidyCategories       *self);
void               uds_tidy_categories_look   (UdsTidyCategories       *self,
                                               UdsCsvReader            *reader);
void               uds_tidy_categories_settle (const UdsTidyCategories *self);
void               uds_tidy_categories_list   (const UdsTidyCategories *self,
                                               UdsImportFile           *file);

G_END_DECLS
