/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why an indicator has its status: the arithmetic, figure by figure. */
#pragma once

#include "uds-indicator-digest.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *uds_progress_popover_new (UdsIndicatorDigest *digest,
                                     UdsLanguage         language);

G_END_DECLS
