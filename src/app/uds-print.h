/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports on paper: the very PDF that commands write, handed to the print dialog. */
#pragma once

#include "uds-context.h"
#include "uds-indicator-selection.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void uds_print_report (GtkWidget       *widget,
                       UdsContext      *context,
                       const char      *report,
                       const char      *id);

void uds_print_indicator (GtkWidget                   *widget,
                          UdsContext                  *context,
                          const char                  *id,
                          const UdsIndicatorSelection *selection);

G_END_DECLS
