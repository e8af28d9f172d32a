/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lane: one thread that does one job after another, in order. For src/store only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _UdsLane UdsLane;

/**
 * UdsJobFunc:
 * @job: the caller's
 *
 * Runs in the lane's thread.
 */
typedef void (*UdsJobFunc) (gpointer job);

UdsLane *uds_lane_new  (const char *name);
void     uds_lane_free (UdsLane    *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsLane, uds_lane_free)

void     uds_lane_push (UdsLane    *self,
                        UdsJobFunc  func,
                        gpointer    job);
void     uds_lane_wait (UdsLane    *self,
                        UdsJobFunc  func,
                        gpointer    job);

gboolean uds_lane_is_own_thread (UdsLane *self);

G_END_DECLS
