/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the benchmarks of views share: the application without a main loop of its own, and the wait for the frame that
 * shows what was asked for. */
#pragma once

#include "uds-application.h"

G_BEGIN_DECLS

/* Whether the window shows all that is waited for. */
typedef gboolean (*BenchReadyFunc) (GtkWidget *window);

UdsApplication *bench_start_application (void);
GtkWidget      *bench_find_type         (GtkWidget      *widget,
                                         GType           type);
void            bench_wait_for_frame    (GtkWidget      *window,
                                         BenchReadyFunc  is_ready);
void            bench_settle            (double          milliseconds);

G_END_DECLS
