/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A user's action on the store, with a toast that names it and offers to undo it. */
#pragma once

#include "uds-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * UdsCommandDoneFunc:
 * @object: the caller's
 * @error: (nullable): why it was not done
 *
 * Called in the GTK thread when a command has come to its end.
 */
typedef void (*UdsCommandDoneFunc) (GObject      *object,
                                    const GError *error);

void uds_command_run    (GtkWidget      *widget,
                         UdsContext     *context,
                         const char     *name,
                         UdsWriteFunc    func,
                         gpointer        data,
                         GDestroyNotify  data_free);
void uds_command_run_then (GtkWidget          *widget,
                           UdsContext         *context,
                           const char         *name,
                           UdsWriteFunc        func,
                           gpointer            data,
                           GDestroyNotify      data_free,
                           UdsCommandDoneFunc  done,
                           GObject            *object);
void uds_command_save   (GtkWidget      *widget,
                         UdsContext     *context,
                         const char     *name,
                         UdsRecord      *record);
void uds_command_save_then (GtkWidget          *widget,
                            UdsContext         *context,
                            const char         *name,
                            UdsRecord          *record,
                            UdsCommandDoneFunc  done,
                            GObject            *object);
void uds_command_remove (GtkWidget      *widget,
                         UdsContext     *context,
                         UdsRecord      *record);

G_END_DECLS
