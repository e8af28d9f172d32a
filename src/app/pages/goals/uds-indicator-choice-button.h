/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button that opens a list to choose from: one series, one unit, or any number of the values of a dimension. */
#pragma once

#include "uds-indicator-selection.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_INDICATOR_CHOICE_BUTTON (uds_indicator_choice_button_get_type ())
G_DECLARE_FINAL_TYPE (UdsIndicatorChoiceButton, uds_indicator_choice_button, UDS, INDICATOR_CHOICE_BUTTON, AdwBin)

GtkWidget *uds_indicator_choice_button_new  (UdsChoiceOf               of,
                                             const char               *dimension);
gboolean   uds_indicator_choice_button_is   (UdsIndicatorChoiceButton *self,
                                             const UdsIndicatorChoice *choice);
void       uds_indicator_choice_button_show (UdsIndicatorChoiceButton *self,
                                             const UdsIndicatorChoice *choice,
                                             const char               *without);

G_END_DECLS
