/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clock: the system's, or one that stands still for tests. */
#include "uds-clock.h"

struct _UdsClock
{
  GObject parent_instance;

  gint64 fixed; /* microseconds since 1970 UTC; 0 for the system's clock */
};

G_DEFINE_FINAL_TYPE (UdsClock, uds_clock, G_TYPE_OBJECT)

static void
uds_clock_class_init (UdsClockClass *klass)
{
}

static void
uds_clock_init (UdsClock *self)
{
}

/**
 * uds_clock_new:
 *
 * Returns: (transfer full): the system's clock
 */
UdsClock *
uds_clock_new (void)
{
  return g_object_new (UDS_TYPE_CLOCK, NULL);
}

/**
 * uds_clock_new_fixed:
 * @microseconds: an instant, microseconds since 1970 UTC, not 0
 *
 * Returns: (transfer full): a clock that always shows @microseconds
 */
UdsClock *
uds_clock_new_fixed (gint64 microseconds)
{
  UdsClock *self = uds_clock_new ();

  g_return_val_if_fail (microseconds != 0, self);

  self->fixed = microseconds;
  return self;
}

/**
 * uds_clock_get_now:
 * @self: a clock
 *
 * Any thread.
 *
 * Returns: microseconds since 1970 UTC
 */
gint64
uds_clock_get_now (UdsClock *self)
{
  g_return_val_if_fail (UDS_IS_CLOCK (self), 0);

  return self->fixed != 0 ? self->fixed : g_get_real_time ();
}

/**
 * uds_clock_get_today:
 * @self: a clock
 *
 * Any thread.
 *
 * Returns: the date where the user is
 */
UdsDate
uds_clock_get_today (UdsClock *self)
{
  g_return_val_if_fail (UDS_IS_CLOCK (self), ((UdsDate) { 1970, 1, 1 }));

  return uds_date_from_unix (uds_clock_get_now (self));
}
