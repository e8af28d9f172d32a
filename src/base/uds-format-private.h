/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What writing and reading numbers share. For src/base only. */
#pragma once

#include "uds-format.h"

G_BEGIN_DECLS

#define UDS_NO_BREAK_SPACE "\u00a0"

/**
 * UdsSeparators:
 * @group: stands between groups of three digits
 * @point: stands before the decimals
 */
typedef struct {
  char group;
  char point;
} UdsSeparators;

UdsSeparators uds_separators_for (UdsLanguage language);

G_END_DECLS
