/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports on paper: the very PDF that commands write, handed to the print dialog. */
#pragma once

#include "uds-indicator-selection.h"
#include "uds-page.h"

G_BEGIN_DECLS

void uds_print_report (UdsPage    *page,
                       const char *report,
                       const char *id);

void uds_print_notes (UdsPage    *page,
                      UdsQuery   *query,
                      const char *shown);

void uds_print_indicator (UdsPage                     *page,
                          const char                  *id,
                          const UdsIndicatorSelection *selection);

G_END_DECLS
