/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person on the clipboard, as a vCard. */
#pragma once

#include "uds-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void uds_vcard_copy (GtkWidget  *widget,
                     UdsContext *context,
                     const char *id);

G_END_DECLS
