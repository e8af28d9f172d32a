/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The groups of a long list as GTK's lists show them: a section model over its rows, and the headings. */
#pragma once

#include "uds-row-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UDS_TYPE_LIST_SECTIONS (uds_list_sections_get_type ())
G_DECLARE_FINAL_TYPE (UdsListSections, uds_list_sections, UDS, LIST_SECTIONS, GObject)

UdsListSections    *uds_list_sections_new          (UdsRowList      *rows);
GtkListItemFactory *uds_list_sections_make_factory (UdsListSections *self,
                                                    UdsLanguage      language);

G_END_DECLS
