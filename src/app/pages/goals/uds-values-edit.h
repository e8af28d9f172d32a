/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done to the values of an indicator, each deed a command with its name: change, add, delete, paste. */
#pragma once

#include "uds-command.h"
#include "uds-observation-paste.h"

G_BEGIN_DECLS

void uds_values_edit_save   (GtkWidget           *widget,
                             UdsContext          *context,
                             UdsRecord           *indicator,
                             UdsRecord           *observation,
                             const char          *field,
                             UdsCommandDoneFunc   done,
                             GObject             *object);
void uds_values_edit_add_series (GtkWidget          *widget,
                                 UdsContext         *context,
                                 UdsRecord          *indicator,
                                 UdsRecord          *series,
                                 const char         *name,
                                 UdsCommandDoneFunc  done,
                                 GObject            *object);
void uds_values_edit_remove (GtkWidget           *widget,
                             UdsContext          *context,
                             UdsRecord           *indicator,
                             UdsRecord           *observation);
void uds_values_edit_paste  (GtkWidget           *widget,
                             UdsContext          *context,
                             UdsRecord           *indicator,
                             const char          *series,
                             const char          *anchor,
                             UdsObservationPaste *paste,
                             UdsCommandDoneFunc   done,
                             GObject             *object);

G_END_DECLS
