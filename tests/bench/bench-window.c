/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starting the program, with the starting content and with ten thousand requests, against a bare libadwaita program,
 * in turns on one display. Measured from outside: the display server tells when a window is there and when it is
 * painted, the kernel how much memory and processor time the process has used one second later. */
#include "bench-support.h"

#include "uds-content.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <time.h>

#define N_ROUNDS 11
#define N_REQUESTS 10000
#define PATIENCE 10000.0 /* milliseconds until a program counts as broken */
#define REST 1000.0      /* from the first paint to the reading of memory */

typedef enum {
  MEASURE_PAINTED,
  MEASURE_SETTLED,
  MEASURE_CPU,
  MEASURE_DIRTY,
  N_MEASURES,
} Measure;

typedef struct {
  const char *name;
  const char *argv[3];
  GArray *figures[N_MEASURES]; /* of double */
} Program;

typedef struct {
  Display *display;
  int damage_event;
  Window window; /* none until one is mapped */
  double start;
  double painted; /* 0 until it is */
  double settled; /* the latest paint */
} Watch;

/* A window may go while it is asked about. */
static int
on_x_error (Display     *display,
            XErrorEvent *event)
{
  return 0;
}

static void
watch_init (Watch *self)
{
  int damage_error;

  *self = (Watch) { .display = XOpenDisplay (NULL) };
  g_assert_nonnull (self->display);
  g_assert_true (XDamageQueryExtension (self->display, &self->damage_event, &damage_error));
  XSetErrorHandler (on_x_error);
  XSelectInput (self->display, DefaultRootWindow (self->display), SubstructureNotifyMask);
  XSync (self->display, False);
}

/* A window begins black: looks for anything else on its middle line. */
static gboolean
is_painted (Watch *self)
{
  XWindowAttributes attributes;
  gboolean painted = FALSE;
  XImage *image;

  if (!XGetWindowAttributes (self->display, self->window, &attributes))
    return FALSE;
  image = XGetImage (self->display, self->window, 0, attributes.height / 2, (unsigned int) attributes.width, 1,
                     AllPlanes, ZPixmap);
  if (image == NULL)
    return FALSE;

  for (int x = 0; x < attributes.width && !painted; x++)
    painted = (XGetPixel (image, x, 0) & 0xffffff) != 0;
  XDestroyImage (image);
  return painted;
}

static void
note_paint (Watch *self)
{
  double now = bench_now () - self->start;

  if (self->painted == 0 && is_painted (self))
    self->painted = now;
  self->settled = now;
}

static void
handle_event (Watch  *self,
              XEvent *event)
{
  if (event->type == MapNotify && self->window == None && !event->xmap.override_redirect)
    {
      self->window = event->xmap.window;
      XDamageCreate (self->display, self->window, XDamageReportRawRectangles);
      note_paint (self);
    }
  else if (event->type == self->damage_event + XDamageNotify && event->xany.window == self->window)
    note_paint (self);
}

/* Handles what the display tells, for @time milliseconds or until the first paint. */
static void
watch (Watch    *self,
       double    time,
       gboolean  first_paint)
{
  struct pollfd connection = { ConnectionNumber (self->display), POLLIN, 0 };
  double end = bench_now () + time;

  while (bench_now () < end && !(first_paint && self->painted != 0))
    {
      XEvent event;

      if (XPending (self->display) == 0 && poll (&connection, 1, (int) (end - bench_now ()) + 1) <= 0)
        continue;
      XNextEvent (self->display, &event);
      handle_event (self, &event);
    }
}

static double
read_cpu (GPid pid)
{
  struct timespec time;
  clockid_t clock;

  g_assert_cmpint (clock_getcpuclockid (pid, &clock), ==, 0);
  clock_gettime (clock, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

/* MiB that are the process's alone and would not be there without it. */
static double
read_dirty (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/smaps_rollup", pid);
  g_autofree char *text = NULL;
  const char *line;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  line = strstr (text, "Private_Dirty:");
  g_assert_nonnull (line);
  return g_ascii_strtod (line + strlen ("Private_Dirty:"), NULL) / 1024;
}

/* As a user closes a window; a program that does not listen is killed. */
static void
close_program (Watch *self,
               GPid   pid)
{
  XClientMessageEvent message = {
    .type = ClientMessage,
    .window = self->window,
    .message_type = XInternAtom (self->display, "WM_PROTOCOLS", False),
    .format = 32,
    .data.l = { (long) XInternAtom (self->display, "WM_DELETE_WINDOW", False), CurrentTime },
  };
  double start = bench_now ();

  XSendEvent (self->display, self->window, False, NoEventMask, (XEvent *) &message);
  XFlush (self->display);
  while (waitpid (pid, NULL, WNOHANG) == 0)
    {
      if (bench_now () - start > PATIENCE)
        kill (pid, SIGKILL);
      g_usleep (5000);
    }
  XSync (self->display, True);
}

static GPid
start_program (const Program *program)
{
  g_autoptr (GError) error = NULL;
  GPid pid;

  g_spawn_async (NULL, (char **) program->argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error);
  g_assert_no_error (error);
  return pid;
}

static void
run_program (Watch   *self,
             Program *program,
             gboolean counts)
{
  double figures[N_MEASURES];
  GPid pid;

  self->window = None;
  self->painted = self->settled = 0;
  self->start = bench_now ();
  pid = start_program (program);
  watch (self, PATIENCE, TRUE);
  if (self->painted == 0)
    g_error ("%s has painted nothing", program->name);
  watch (self, REST, FALSE);

  figures[MEASURE_PAINTED] = self->painted;
  figures[MEASURE_SETTLED] = self->settled;
  figures[MEASURE_CPU] = read_cpu (pid);
  figures[MEASURE_DIRTY] = read_dirty (pid);
  close_program (self, pid);
  for (gsize i = 0; i < N_MEASURES && counts; i++)
    g_array_append_val (program->figures[i], figures[i]);
}

static void
print_program (Program *program)
{
  static const char *const names[] = { "painted, ms", "last paint, ms", "CPU, ms", "private dirty, MiB" };

  for (gsize i = 0; i < N_MEASURES; i++)
    g_print ("%-28s %-20s %7.1f %7.1f %7.1f\n", i == 0 ? program->name : "", names[i],
             bench_percentile (program->figures[i], 0), bench_percentile (program->figures[i], 50),
             bench_percentile (program->figures[i], 100));
}

static double
get_median (Program *program,
            Measure  measure)
{
  return bench_percentile (program->figures[measure], 50);
}

static void
compare (Program *ours,
         Program *bare)
{
  g_autofree char *painted = g_strdup_printf ("start to painted window, %s", ours->name);
  g_autofree char *settled = g_strdup_printf ("start to the last paint, %s", ours->name);
  g_autofree char *cpu = g_strdup_printf ("CPU to one second later, %s", ours->name);
  g_autofree char *dirty = g_strdup_printf ("private dirty beyond the bare window's, %s", ours->name);

  bench_report (painted, "ms", get_median (ours, MEASURE_PAINTED), bare->name, get_median (bare, MEASURE_PAINTED), 1.5);
  bench_report (settled, "ms", get_median (ours, MEASURE_SETTLED), bare->name, get_median (bare, MEASURE_SETTLED), 1.5);
  bench_report (cpu, "ms", get_median (ours, MEASURE_CPU), bare->name, get_median (bare, MEASURE_CPU), 1.6);
  bench_report_aim (dirty, "MiB", get_median (ours, MEASURE_DIRTY) - get_median (bare, MEASURE_DIRTY), 12);
}

/* The program opens the file itself. */
static char *
prepare_database (BenchDatabase *database,
                  guint          n_requests)
{
  g_autoptr (GError) error = NULL;

  bench_database_init (database, n_requests, TRUE);
  uds_content_fill (database->store, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (g_steal_pointer (&database->store));
  return g_strdup_printf ("--database=%s", database->path);
}

int
main (void)
{
  BenchDatabase databases[2];
  g_autofree char *content = prepare_database (&databases[0], 0);
  g_autofree char *requests = prepare_database (&databases[1], N_REQUESTS);
  g_autofree char *ours = g_build_filename (g_getenv ("UDSYN_BUILD"), "src", "app", "udsyn", NULL);
  g_autofree char *bare = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "bench", "bare-window", NULL);
  Program programs[] = {
    { "bare window", { bare } },
    { "starting content", { ours, content } },
    { "10,000 requests", { ours, requests } },
  };
  Watch watcher;

  /* The tests' accessibility makes objects that users have only while a screen reader runs. */
  g_setenv ("GTK_A11Y", "none", TRUE);
  watch_init (&watcher);
  for (gsize i = 0; i < G_N_ELEMENTS (programs); i++)
    for (gsize j = 0; j < N_MEASURES; j++)
      programs[i].figures[j] = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint round = 0; round <= N_ROUNDS; round++)
    for (gsize i = 0; i < G_N_ELEMENTS (programs); i++)
      run_program (&watcher, &programs[i], round > 0);

  g_print ("%-49s %7s %7s %7s\n", "", "min", "median", "max");
  for (gsize i = 0; i < G_N_ELEMENTS (programs); i++)
    print_program (&programs[i]);
  for (gsize i = 1; i < G_N_ELEMENTS (programs); i++)
    compare (&programs[i], &programs[0]);
  bench_report_load ();

  for (gsize i = 0; i < G_N_ELEMENTS (programs); i++)
    for (gsize j = 0; j < N_MEASURES; j++)
      g_array_unref (programs[i].figures[j]);
  for (gsize i = 0; i < G_N_ELEMENTS (databases); i++)
    bench_database_clear (&databases[i]);
  XCloseDisplay (watcher.display);
  return 0;
}
