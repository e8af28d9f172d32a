/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one page shows, drawn. For src/report only. */
#pragma once

#include "uds-boxes-private.h"
#include "uds-painter-private.h"

G_BEGIN_DECLS

/**
 * UdsSheet:
 * @document: what is printed
 * @boxes: the same, measured
 * @placements: (array length=n_placements): what comes on this page
 * @n_placements: how much
 * @page: which page this is, from 0
 * @n_pages: of how many
 */
typedef struct {
  UdsDocument        *document;
  const UdsBoxes     *boxes;
  const UdsPlacement *placements;
  guint               n_placements;
  guint               page;
  guint               n_pages;
} UdsSheet;

gboolean uds_sheet_is_cover (const UdsSheet *self);
void     uds_sheet_draw     (const UdsSheet *self,
                             UdsPainter     *painter);

G_END_DECLS
