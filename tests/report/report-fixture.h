/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A store with the starting content, and records in it by what they are called. */
#pragma once

#include "uds-chart-spec.h"

#include "../exchange/content-fixture.h"

UdsRecord *report_find           (UdsSession    *session,
                                  const char    *kind,
                                  const char    *field,
                                  const char    *value);
gsize      report_find_row       (UdsChartSpec  *spec,
                                  const char    *name);
