/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The starting content is written once in a program; each test has a copy of the file, which takes a tenth of the
 * time. */
#include "content-fixture.h"

#include "uds-content.h"

static GBytes *
make_filled (void)
{
  StoreFixture fixture = { 0 };
  g_autoptr (GError) error = NULL;
  char *contents = NULL;
  gsize length = 0;

  store_fixture_set_up (&fixture, NULL);
  uds_content_fill (fixture.store, &error);
  g_assert_no_error (error);
  /* What is closed is in one file. */
  g_assert_finalize_object (g_steal_pointer (&fixture.store));
  g_file_get_contents (fixture.path, &contents, &length, &error);
  g_assert_no_error (error);
  store_fixture_tear_down (&fixture, NULL);
  return g_bytes_new_take (contents, length);
}

/**
 * content_fixture_set_up:
 * @fixture: a fixture
 * @data: not read
 *
 * As store_fixture_set_up(), with the starting content. It is torn down by store_fixture_tear_down().
 */
void
content_fixture_set_up (StoreFixture  *fixture,
                        gconstpointer  data)
{
  static GBytes *filled;

  if (g_once_init_enter_pointer (&filled))
    g_once_init_leave_pointer (&filled, make_filled ());
  store_fixture_set_up_from (fixture, filled);
}
