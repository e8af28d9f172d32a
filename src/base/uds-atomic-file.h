/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a file whole or not at all. What is in it is the caller's. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean uds_atomic_file_write (GFile         *file,
                                GBytes        *contents,
                                GCancellable  *cancellable,
                                GError       **error);

G_END_DECLS
