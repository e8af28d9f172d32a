/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reports there are. Commands and the print dialog know them by name; what stands in one is its own file's. */
#pragma once

#include "uds-report-options.h"
#include "uds-session.h"

G_BEGIN_DECLS

/**
 * UdsReport:
 * @name: what commands call it
 * @kind: (nullable): the kind of record it is about; %NULL where it is about many, limited by a word of the options
 * @about: what that word or that record is, as usage lines write it
 * @about_all: whether it can also be about all of them
 * @write: writes it; the record is %NULL where it is about all
 */
typedef struct {
  const char  *name;
  const char  *kind;
  const char  *about;
  gboolean     about_all;
  UdsDocument *(*write) (UdsSession              *session,
                         const UdsReportOptions  *options,
                         UdsRecord               *record,
                         GError                 **error);
} UdsReport;

const UdsReport *uds_report_list   (guint       *n_reports);
const UdsReport *uds_report_lookup (const char  *name);

G_END_DECLS
