/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choice of what a list page lists: toggles in the header where there is room, a list that drops down where there
 * is not. */
#pragma once

#include "uds-kind.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_KIND_CHOICE (uds_kind_choice_get_type ())
G_DECLARE_FINAL_TYPE (UdsKindChoice, uds_kind_choice, UDS, KIND_CHOICE, GObject)

UdsKindChoice *uds_kind_choice_new        (AdwToggleGroup    *toggles,
                                           GtkDropDown       *drop_down,
                                           const char *const *kinds);
void           uds_kind_choice_bind       (UdsKindChoice     *self,
                                           GSettings         *settings,
                                           const char        *key);
void           uds_kind_choice_set_narrow (UdsKindChoice     *self,
                                           GtkStack          *title_stack,
                                           gboolean           narrow);
const UdsKind *uds_kind_choice_get_kind   (UdsKindChoice     *self);

G_END_DECLS
