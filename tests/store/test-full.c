/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that is full or fails costs the command that met it and nothing else: the store says so and goes on. */
#include "disk-fixture.h"
#include "script-fixture.h"

#include "uds-error.h"

typedef struct {
  StoreFixture store;
  Disk *disk;
  Script *script;
} FullFixture;

static void
set_up (FullFixture   *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->store.folder = g_dir_make_tmp ("udsyn-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->store.path = g_build_filename (fixture->store.folder, "udsyn.db", NULL);
  fixture->store.clock = uds_clock_new_fixed (G_GINT64_CONSTANT (1795478400000000));
  fixture->disk = disk_new (fixture->store.folder, (guint32) g_test_rand_int ());
  fixture->script = script_new ((guint32) g_test_rand_int ());
  fixture->store.store = uds_store_open (fixture->store.path, fixture->store.clock, &error);
  g_assert_no_error (error);
}

static void
tear_down (FullFixture   *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->store.store);
  g_clear_pointer (&fixture->disk, disk_free);
  g_clear_pointer (&fixture->script, script_free);
  store_fixture_tear_down (&fixture->store, NULL);
}

/* Writes until the disk is full; returns whether it became so. */
static gboolean
fill (FullFixture *fixture)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *before = store_fixture_dump (&fixture->store);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      if (script_step (fixture->script, fixture->store.store, &error) >= 0
          || g_error_matches (error, UDS_ERROR, UDS_ERROR_NOT_FOUND)
          || g_error_matches (error, UDS_ERROR, UDS_ERROR_CONFLICT))
        continue;
      g_assert_error (error, UDS_ERROR, UDS_ERROR_FULL);
      after = store_fixture_dump (&fixture->store);
      g_assert_cmpstr (after, ==, before);
      return TRUE;
    }
  return FALSE;
}

static void
test_costs_one_command_and_no_more (FullFixture   *fixture,
                                    gconstpointer  data)
{
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      disk_set_room (fixture->disk, g_test_rand_int_range (0, 200000));
      g_assert_true (fill (fixture));
      before = store_fixture_dump (&fixture->store);
      if (i % 2 == 0)
        store_fixture_reopen (&fixture->store);
      after = store_fixture_dump (&fixture->store);
      g_assert_cmpstr (after, ==, before);

      disk_set_room (fixture->disk, -1);
      g_assert_cmpint (script_add (fixture->store.store, 10000 + i, 40, NULL), >, 0);
      script_assert_sound (fixture->store.store);
      store_fixture_reopen (&fixture->store);
    }
}

/* What was reported as failed may yet have reached the disk: all of it or nothing. */
static void
test_failing_disk_leaves_nothing_half (FullFixture   *fixture,
                                       gconstpointer  data)
{
  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *before = NULL;
      g_autofree char *now = NULL;
      g_autofree char *later = NULL;
      gint64 latest = script_get_latest (fixture->store.store);

      before = store_fixture_dump (&fixture->store);
      disk_fail_syncs (fixture->disk, TRUE);
      g_assert_cmpint (script_add (fixture->store.store, i, 3, &error), ==, -1);
      g_assert_error (error, UDS_ERROR, UDS_ERROR_IO);
      now = store_fixture_dump (&fixture->store);
      g_assert_cmpstr (now, ==, before);

      disk_fail_syncs (fixture->disk, FALSE);
      store_fixture_reopen (&fixture->store);
      later = store_fixture_dump (&fixture->store);
      if (script_get_latest (fixture->store.store) == latest)
        g_assert_cmpstr (later, ==, before);
      script_assert_sound (fixture->store.store);
      g_assert_cmpint (script_add (fixture->store.store, 1000 + i, 3, NULL), >, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/full/" name, FullFixture, NULL, set_up, func, tear_down)

  ADD ("disk-costs-one-command-and-no-more", test_costs_one_command_and_no_more);
  ADD ("or-failing-disk-leaves-nothing-half", test_failing_disk_leaves_nothing_half);

  return g_test_run ();
}
