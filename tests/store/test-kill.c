/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program that is killed at any moment has lost nothing it promised, and the next start finds nothing half. */
#include "script-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_DATABASES 10
#define N_KILLS_EACH 17
#define N_MIGRATION_KILLS 30
#define N_YEARS 2

/* Writes the number of each command into the pipe once it is promised, first that of the
 * latest before it. */
static void G_GNUC_NORETURN
write_until_killed (StoreFixture *fixture,
                    int           acknowledgements)
{
  UdsStore *store = uds_store_open (fixture->path, fixture->clock, NULL);
  gint64 group = store != NULL ? script_get_latest (store) : -1;

  while (group >= 0 && write (acknowledgements, &group, sizeof group) == sizeof group)
    group = script_add (store, (guint) group, N_YEARS, NULL);
  _exit (EXIT_FAILURE);
}

static pid_t
start_writer (StoreFixture *fixture,
              int          *acknowledgements)
{
  guint32 seed = (guint32) g_test_rand_int ();
  int ends[2];
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      /* Else every child would make the ids that the one before made. */
      g_random_set_seed (seed);
      write_until_killed (fixture, ends[1]);
    }

  g_assert_cmpint (close (ends[1]), ==, 0);
  *acknowledgements = ends[0];
  return child;
}

static gboolean
read_acknowledgement (int     acknowledgements,
                      gint64 *group)
{
  return read (acknowledgements, group, sizeof *group) == sizeof *group;
}

/* Kills the writer some time after it has promised up to six commands; returns the last one promised. */
static gint64
kill_writer (StoreFixture *fixture)
{
  int acknowledgements;
  pid_t child = start_writer (fixture, &acknowledgements);
  gint64 last = 0;
  int status;

  for (int i = g_test_rand_int_range (0, 8); i > 0; i--)
    g_assert_true (read_acknowledgement (acknowledgements, &last));
  g_usleep ((gulong) g_test_rand_int_range (0, 6000));
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  while (read_acknowledgement (acknowledgements, &last))
    continue;

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (close (acknowledgements), ==, 0);
  return last;
}

static void
open_again (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->store = uds_store_open (fixture->path, fixture->clock, &error);
  g_assert_no_error (error);
}

/* Each command made one indicator, two series and their observations: all of it, or it would not add up. */
static void
assert_promises_kept (StoreFixture *fixture,
                      gint64        promised)
{
  gint64 latest;

  open_again (fixture);
  latest = script_get_latest (fixture->store);
  g_assert_cmpint (latest, >=, promised);
  g_assert_cmpint (script_count (fixture->store, "indicator"), ==, latest);
  g_assert_cmpint (script_count (fixture->store, "series"), ==, 2 * latest);
  g_assert_cmpint (script_count (fixture->store, "observation"), ==, 2 * N_YEARS * latest);
  script_assert_sound (fixture->store);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
}

static void
new_folder (StoreFixture *fixture)
{
  store_fixture_set_up (fixture, NULL);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
}

static void
test_loses_no_promised_command (void)
{
  for (guint i = 0; i < N_DATABASES; i++)
    {
      StoreFixture fixture = { NULL };
      gint64 promised = 0;

      new_folder (&fixture);
      for (guint j = 0; j < N_KILLS_EACH; j++)
        {
          promised = MAX (promised, kill_writer (&fixture));
          assert_promises_kept (&fixture, promised);
        }
      store_fixture_tear_down (&fixture, NULL);
    }
}

static gint64
measure_opening (StoreFixture *fixture)
{
  gint64 start = g_get_monotonic_time ();
  int acknowledgements;
  pid_t child = start_writer (fixture, &acknowledgements);
  gint64 group;

  g_assert_true (read_acknowledgement (acknowledgements, &group));
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  close (acknowledgements);
  return g_get_monotonic_time () - start;
}

/* Kills a program while it opens, and so migrates, a file of an earlier version. */
static void
kill_migration (guint   version,
                gint64 *duration)
{
  enum { N_INDICATORS = 500 };
  StoreFixture fixture = { NULL };
  g_autoptr (GError) error = NULL;
  gint64 latest;

  new_folder (&fixture);
  script_make_older (fixture.path, version, N_INDICATORS);
  if (*duration == 0)
    {
      *duration = measure_opening (&fixture);
    }
  else
    {
      int acknowledgements;
      pid_t child = start_writer (&fixture, &acknowledgements);

      g_usleep ((gulong) g_test_rand_int_range (0, (gint32) *duration));
      g_assert_cmpint (kill (child, SIGKILL), ==, 0);
      g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
      close (acknowledgements);
    }

  open_again (&fixture);
  latest = script_get_latest (fixture.store);
  g_assert_cmpint (script_count (fixture.store, "indicator"), ==, N_INDICATORS + latest);
  /* The killed program may have come so far as to add some itself. */
  script_add (fixture.store, (guint) latest + 1, N_YEARS, &error);
  g_assert_no_error (error);
  store_fixture_tear_down (&fixture, NULL);
}

static void
test_migrates_or_leaves_as_it_was (void)
{
  gint64 duration = 0;

  for (guint i = 0; i < N_MIGRATION_KILLS; i++)
    kill_migration (1 + i % 2, &duration);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kill/loses-no-promised-command", test_loses_no_promised_command);
  g_test_add_func ("/kill/migrates-or-leaves-as-it-was", test_migrates_or_leaves_as_it_was);

  return g_test_run ();
}
