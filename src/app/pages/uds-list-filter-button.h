/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The button of a list that filters: a row for each facet of the kind that is listed, and the filters kept under a
 * name. What is chosen and what is kept stand in the settings. */
#pragma once

#include "uds-list-filter.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_LIST_FILTER_BUTTON (uds_list_filter_button_get_type ())
G_DECLARE_FINAL_TYPE (UdsListFilterButton, uds_list_filter_button, UDS, LIST_FILTER_BUTTON, AdwBin)

void      uds_list_filter_button_bind (UdsListFilterButton *self,
                                       GSettings           *settings,
                                       const char          *prefix);
void      uds_list_filter_button_show (UdsListFilterButton *self,
                                       const UdsKind       *kind,
                                       GPtrArray           *facets,
                                       const char          *text);

GVariant *uds_list_filter_read        (GSettings           *settings,
                                       const char          *prefix);
void      uds_list_filter_write       (GSettings           *settings,
                                       const char          *prefix,
                                       GVariant            *filter);

G_END_DECLS
