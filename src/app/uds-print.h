/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report from the store to the printer's dialog. */
#pragma once

#include "uds-goals-report.h"
#include "uds-page.h"

G_BEGIN_DECLS

/**
 * UdsPrintJob:
 * @id: (nullable): the id of the record the report is about
 * @options: how the report is written
 */
typedef struct {
  char             *id;
  UdsReportOptions  options;
} UdsPrintJob;

void uds_print_report (UdsPage     *page,
                       UdsReadFunc  read,
                       const char  *id);

G_END_DECLS
