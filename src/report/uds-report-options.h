/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a report is written, whatever it is about. */
#pragma once

#include "uds-document.h"

G_BEGIN_DECLS

/**
 * UdsReportOptions:
 * @language: what to write it in; the words of the interface are the session's
 * @organisation: (nullable): whose report it is, on the cover and in the file's properties
 * @date: the day it is made
 * @about: (nullable): of a report that is about no record, what it is limited to, as it was said: a theme or a period
 * @mono: whether charts are told apart without colour
 */
typedef struct {
  UdsLanguage language;
  const char *organisation;
  UdsDate     date;
  const char *about;
  gboolean    mono;
} UdsReportOptions;

G_END_DECLS
