/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What time it is, by a clock that tests can set. Order of changes never comes from here. */
#pragma once

#include "uds-date.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define UDS_TYPE_CLOCK (uds_clock_get_type ())
G_DECLARE_FINAL_TYPE (UdsClock, uds_clock, UDS, CLOCK, GObject)

UdsClock *uds_clock_new       (void);
UdsClock *uds_clock_new_fixed (gint64    microseconds);
gint64    uds_clock_get_now   (UdsClock *self);
UdsDate   uds_clock_get_today (UdsClock *self);

G_END_DECLS
