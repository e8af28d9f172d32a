/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the main loop itself, so that a benchmark knows when a frame was drawn. Measures nothing. */
#include "bench-frame.h"

#include "bench-support.h"

#include <locale.h>

typedef struct {
  GtkWidget *window;
  BenchReadyFunc is_ready;
  gboolean ready;
  gboolean drawn;
} Frame;

UdsApplication *
bench_start_application (void)
{
  UdsApplication *application;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  adw_init ();
  application = uds_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

GtkWidget *
bench_find_type (GtkWidget *widget,
                 GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = bench_find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
on_before_paint_cb (Frame *frame)
{
  frame->ready = frame->is_ready (frame->window);
}

static void
on_after_paint_cb (Frame *frame)
{
  frame->drawn |= frame->ready;
}

/* Until a frame was drawn that shows all. */
void
bench_wait_for_frame (GtkWidget      *window,
                      BenchReadyFunc  is_ready)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  Frame frame = { window, is_ready };
  gulong before = g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (on_before_paint_cb), &frame);
  gulong after = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (on_after_paint_cb), &frame);

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (!frame.drawn)
    {
      g_main_context_iteration (NULL, TRUE);
      if (!frame.drawn)
        gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
    }
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);
}

void
bench_settle (double milliseconds)
{
  double end = bench_now () + milliseconds;

  while (bench_now () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}
