/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document on A4 pages: measured, divided, drawn. The same code draws the preview, the print and the PDF. May be made
 * in one thread and used in another, in one at a time. Writing files is the caller's business. */
#pragma once

#include "uds-document.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define UDS_TYPE_PAGES (uds_pages_get_type ())
G_DECLARE_FINAL_TYPE (UdsPages, uds_pages, UDS, PAGES, GObject)

UdsPages *uds_pages_new      (UdsDocument   *document);
guint     uds_pages_get_n    (UdsPages      *self);
void      uds_pages_get_size (UdsPages      *self,
                              double        *width,
                              double        *height);
void      uds_pages_draw     (UdsPages      *self,
                              guint          page,
                              cairo_t       *cr);
GBytes   *uds_pages_to_pdf   (UdsPages      *self,
                              GCancellable  *cancellable,
                              GError       **error);

G_END_DECLS
