/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways to look at what a list page lists, beside the list itself: those of the kind that is listed are offered. */
#pragma once

#include "uds-kind.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_LIST_FACES (uds_list_faces_get_type ())
G_DECLARE_FINAL_TYPE (UdsListFaces, uds_list_faces, UDS, LIST_FACES, GObject)

UdsListFaces *uds_list_faces_new        (AdwToggleGroup *toggles,
                                         GtkStack       *stack);
void          uds_list_faces_add        (UdsListFaces   *self,
                                         const UdsKind  *kind,
                                         const char     *name,
                                         const char     *title,
                                         GtkWidget      *face);
void          uds_list_faces_set_kind   (UdsListFaces   *self,
                                         const UdsKind  *kind);
const char   *uds_list_faces_get_active (UdsListFaces   *self);

G_END_DECLS
