/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The power may go at any write and any sync: what the store had promised is there afterwards, and nothing is half. */
#include "disk-fixture.h"
#include "script-fixture.h"

#define N_CUTS 500
#define N_STEPS 24
#define N_MIGRATION_CUTS 40

/* One life of a database: its states by the number of the latest command, and what the power cuts in it left. */
typedef struct {
  StoreFixture store;
  Disk *disk;
  Script *script;
  GPtrArray *states;
} Life;

static void
life_begin (Life *life)
{
  g_autoptr (GError) error = NULL;

  life->store.folder = g_dir_make_tmp ("udsyn-test-XXXXXX", &error);
  g_assert_no_error (error);
  life->store.path = g_build_filename (life->store.folder, "udsyn.db", NULL);
  life->store.clock = uds_clock_new_fixed (G_GINT64_CONSTANT (1795478400000000));
  life->disk = disk_new (life->store.folder, (guint32) g_test_rand_int ());
  life->script = script_new ((guint32) g_test_rand_int ());
  life->states = g_ptr_array_new_with_free_func (g_free);
}

static void
life_open (Life *life)
{
  g_autoptr (GError) error = NULL;

  life->store.store = uds_store_open (life->store.path, life->store.clock, &error);
  g_assert_no_error (error);
}

static void
life_end (Life *life)
{
  g_clear_object (&life->store.store);
  g_clear_pointer (&life->disk, disk_free);
  g_clear_pointer (&life->script, script_free);
  g_clear_pointer (&life->states, g_ptr_array_unref);
  store_fixture_tear_down (&life->store, NULL);
}

static void
life_step (Life *life)
{
  gint64 group = script_step (life->script, life->store.store, NULL);

  if (group <= 0)
    return;
  g_assert_cmpint (group, ==, life->states->len);
  disk_acknowledge (life->disk, (guint) group);
  g_ptr_array_add (life->states, store_fixture_dump (&life->store));
}

/* What a cut left, opened by the next start of the program. */
static void
open_remains (const Cut    *cut,
              StoreFixture *remains)
{
  g_autoptr (GError) error = NULL;

  remains->folder = g_dir_make_tmp ("udsyn-test-XXXXXX", &error);
  g_assert_no_error (error);
  remains->path = g_build_filename (remains->folder, "udsyn.db", NULL);
  remains->clock = uds_clock_new_fixed (G_GINT64_CONSTANT (1795478400000000));
  cut_write (cut, remains->folder);
  remains->store = uds_store_open (remains->path, remains->clock, &error);
  g_assert_no_error (error);
}

static void
assert_promises_kept (Life      *life,
                      const Cut *cut)
{
  StoreFixture remains = { NULL };
  g_autofree char *state = NULL;
  gint64 latest;

  open_remains (cut, &remains);
  latest = script_get_latest (remains.store);
  g_assert_cmpint (latest, >=, cut->n_acknowledged);
  g_assert_cmpint (latest, <=, cut->n_acknowledged + 1);
  g_assert_cmpint (latest, <, life->states->len);
  state = store_fixture_dump (&remains);
  g_assert_cmpstr (state, ==, g_ptr_array_index (life->states, latest));
  script_assert_sound (remains.store);
  store_fixture_tear_down (&remains, NULL);
}

/* New, written to, closed, opened again and written to: the power goes about forty times. */
static guint
live_through_cuts (void)
{
  Life life = { 0 };
  g_autoptr (GPtrArray) cuts = NULL;

  life_begin (&life);
  disk_cut_one_in (life.disk, 16);
  life_open (&life);
  g_ptr_array_add (life.states, store_fixture_dump (&life.store));
  for (guint i = 0; i < N_STEPS; i++)
    {
      if (i == N_STEPS / 2)
        store_fixture_reopen (&life.store);
      life_step (&life);
    }
  g_clear_object (&life.store.store);
  disk_cut_one_in (life.disk, 0);

  cuts = disk_take_cuts (life.disk);
  for (guint i = 0; i < cuts->len; i++)
    assert_promises_kept (&life, g_ptr_array_index (cuts, i));
  life_end (&life);
  return cuts->len;
}

static void
test_loses_no_promised_command (void)
{
  guint n_cuts = 0;

  while (n_cuts < N_CUTS)
    n_cuts += live_through_cuts ();
  g_test_message ("%u cuts", n_cuts);
}

/* The migration happened or it did not, and every record is there. */
static void
assert_old_or_new (const Cut *cut,
                   guint      n_indicators)
{
  StoreFixture remains = { NULL };

  open_remains (cut, &remains);
  g_assert_cmpint (script_count (remains.store, "indicator"), ==, n_indicators);
  g_assert_cmpint (script_add (remains.store, 1, 1, NULL), >, 0);
  store_fixture_tear_down (&remains, NULL);
}

static guint
migrate_through_cuts (guint version)
{
  enum { N_INDICATORS = 200 };
  Life life = { 0 };
  g_autoptr (GPtrArray) cuts = NULL;

  life_begin (&life);
  script_make_older (life.store.path, version, N_INDICATORS);
  disk_cut_one_in (life.disk, 20);
  life_open (&life);
  g_clear_object (&life.store.store);
  disk_cut_one_in (life.disk, 0);

  cuts = disk_take_cuts (life.disk);
  for (guint i = 0; i < cuts->len; i++)
    assert_old_or_new (g_ptr_array_index (cuts, i), N_INDICATORS);
  life_end (&life);
  return cuts->len;
}

static void
test_migrates_or_leaves_as_it_was (void)
{
  guint n_cuts = 0;

  for (guint i = 0; n_cuts < N_MIGRATION_CUTS; i++)
    n_cuts += migrate_through_cuts (1 + i % 2);
  g_test_message ("%u cuts", n_cuts);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/powercut/loses-no-promised-command", test_loses_no_promised_command);
  g_test_add_func ("/powercut/migrates-or-leaves-as-it-was", test_migrates_or_leaves_as_it_was);

  return g_test_run ();
}
