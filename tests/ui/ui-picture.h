/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of windows, small enough to be kept, and what is different between two of them. */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_t, cairo_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)

cairo_surface_t *ui_picture_shrink  (GdkTexture      *texture,
                                     double           shift);
guint            ui_picture_compare (cairo_surface_t *a,
                                     cairo_surface_t *b,
                                     cairo_surface_t *marks);

G_END_DECLS
