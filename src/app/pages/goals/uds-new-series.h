/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a series of an indicator by hand: one part of the whole, or another unit. */
#pragma once

#include "uds-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_NEW_SERIES (uds_new_series_get_type ())
G_DECLARE_FINAL_TYPE (UdsNewSeries, uds_new_series, UDS, NEW_SERIES, AdwDialog)

/**
 * UdsNewSeriesFunc:
 * @series: a series that is not stored yet
 * @data: the caller's
 *
 * Called when the user has said what the series is.
 */
typedef void (*UdsNewSeriesFunc) (UdsRecord *series,
                                  gpointer   data);

void uds_new_series_present (GtkWidget        *parent,
                             GPtrArray        *present,
                             UdsRecord        *like,
                             const char       *unit,
                             UdsNewSeriesFunc  made,
                             gpointer          data);

G_END_DECLS
