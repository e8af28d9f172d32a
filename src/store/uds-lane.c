/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The thread behind each of the store's connections: jobs wait in a queue and run one by one, all of them, also those
 * still waiting when the lane ends. Knows nothing of databases. */
#include "uds-lane-private.h"

#include <gio/gio.h>

struct _UdsLane
{
  GAsyncQueue *queue;
  GThread *thread;
};

typedef struct {
  UdsJobFunc func;
  gpointer job;
} Job;

typedef struct {
  UdsJobFunc func;
  gpointer job;
  GMutex mutex;
  GCond cond;
  gboolean done;
} Wait;

static gpointer
run (gpointer data)
{
  GAsyncQueue *queue = data;

  while (TRUE)
    {
      g_autofree Job *job = g_async_queue_pop (queue);

      if (job->func == NULL)
        return NULL;
      job->func (job->job);
    }
}

/**
 * uds_lane_new:
 * @name: the thread's name, for debuggers
 *
 * Returns: (transfer full): a lane that waits for its first job
 */
UdsLane *
uds_lane_new (const char *name)
{
  UdsLane *self = g_new0 (UdsLane, 1);

  self->queue = g_async_queue_new ();
  self->thread = g_thread_new (name, run, self->queue);
  return self;
}

/**
 * uds_lane_free:
 * @self: (transfer full): a lane
 *
 * Waits until all jobs are done and ends the thread. Not from the lane itself.
 */
void
uds_lane_free (UdsLane *self)
{
  uds_lane_push (self, NULL, NULL);
  g_thread_join (self->thread);
  g_async_queue_unref (self->queue);
  g_free (self);
}

/**
 * uds_lane_is_own_thread:
 * @self: a lane
 *
 * Returns: whether the caller runs in the lane's thread
 */
gboolean
uds_lane_is_own_thread (UdsLane *self)
{
  return g_thread_self () == self->thread;
}

/**
 * uds_lane_push:
 * @self: a lane
 * @func: what to do
 * @job: handed to @func
 *
 * Adds a job to the queue. Any thread.
 */
void
uds_lane_push (UdsLane    *self,
               UdsJobFunc  func,
               gpointer    job)
{
  Job *entry = g_new0 (Job, 1);

  entry->func = func;
  entry->job = job;
  g_async_queue_push (self->queue, entry);
}

static void
run_waited (gpointer data)
{
  Wait *wait = data;

  wait->func (wait->job);

  g_mutex_lock (&wait->mutex);
  wait->done = TRUE;
  g_cond_signal (&wait->cond);
  g_mutex_unlock (&wait->mutex);
}

/**
 * uds_lane_wait:
 * @self: a lane
 * @func: what to do
 * @job: handed to @func
 *
 * Adds a job and waits until it is done. Any thread but the lane's.
 */
void
uds_lane_wait (UdsLane    *self,
               UdsJobFunc  func,
               gpointer    job)
{
  Wait wait = { .func = func, .job = job };

  g_assert (!uds_lane_is_own_thread (self));

  g_mutex_init (&wait.mutex);
  g_cond_init (&wait.cond);
  uds_lane_push (self, run_waited, &wait);

  g_mutex_lock (&wait.mutex);
  while (!wait.done)
    g_cond_wait (&wait.cond, &wait.mutex);
  g_mutex_unlock (&wait.mutex);

  g_mutex_clear (&wait.mutex);
  g_cond_clear (&wait.cond);
}
