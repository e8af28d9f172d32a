/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Identifiers are well formed, unique, and in the order they were made. */
#include "uds-uuid.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1656676800000000)
#define N_IDS 10000
#define N_THREADS 4

static void
test_is_version_seven_of_its_time (void)
{
  g_autofree char *id = uds_uuid_new (NOW);

  g_assert_true (uds_uuid_is_valid (id));
  g_assert_true (g_uuid_string_is_valid (id));
  g_assert_true (g_str_has_prefix (id, "0181b9a1-d6"));
  g_assert_cmpint (id[14], ==, '7');
  g_assert_nonnull (strchr ("89ab", id[19]));
}

static void
test_later_sorts_later_while_the_clock_stands (void)
{
  char before[UDS_UUID_LENGTH + 1], after[UDS_UUID_LENGTH + 1];

  uds_uuid_make (before, NOW);
  for (int i = 0; i < N_IDS; i++)
    {
      uds_uuid_make (after, i % 3 == 0 ? NOW - 5000000 : NOW);
      g_assert_cmpstr (before, <, after);
      memcpy (before, after, sizeof before);
    }
}

static gpointer
make_ids (gpointer data)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < N_IDS; i++)
    g_ptr_array_add (ids, uds_uuid_new (NOW));
  return ids;
}

static void
test_threads_never_make_the_same (void)
{
  GThread *threads[N_THREADS];
  g_autoptr (GHashTable) stamps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("ids", make_ids, NULL);

  for (int i = 0; i < N_THREADS; i++)
    {
      g_autoptr (GPtrArray) ids = g_thread_join (threads[i]);

      /* The part that counts must already be unique; chance is for other machines. */
      for (guint j = 0; j < ids->len; j++)
        g_assert_true (g_hash_table_add (stamps, g_strndup (ids->pdata[j], 18)));
    }
}

static void
test_only_the_canonical_form_is_valid (void)
{
  static const char *const refused[] = {
    "", "0181b9c4-2c00-7000-8000-00000000000", "0181b9c4-2c00-7000-8000-0000000000000",
    "0181B9C4-2c00-7000-8000-000000000000", "0181b9c42-c00-7000-8000-000000000000",
    "0181b9c4-2c00-7000-8000-00000000000g", "{181b9c4-2c00-7000-8000-00000000000}",
  };

  g_assert_true (uds_uuid_is_valid ("0181b9c4-2c00-7000-8000-000000000000"));
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (uds_uuid_is_valid (refused[i]));
}

static void
test_packs_without_loss (void)
{
  char text[UDS_UUID_LENGTH + 1];
  UdsUuid uuid, same;

  g_assert_true (uds_uuid_pack ("0181b9c4-2c00-7abc-8def-0123456789fe", &uuid));
  uds_uuid_unpack (&uuid, text);
  g_assert_cmpstr (text, ==, "0181b9c4-2c00-7abc-8def-0123456789fe");
  g_assert_true (uds_uuid_pack (text, &same));
  g_assert_true (uds_uuid_equal (&uuid, &same));
  g_assert_cmpuint (uds_uuid_hash (&uuid), ==, uds_uuid_hash (&same));

  g_assert_true (uds_uuid_pack ("0181b9c4-2c00-7abc-8def-0123456789ff", &same));
  g_assert_false (uds_uuid_equal (&uuid, &same));
  g_assert_false (uds_uuid_pack ("0181B9C4-2c00-7abc-8def-0123456789fe", &uuid));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/uuid/is-version-seven-of-its-time", test_is_version_seven_of_its_time);
  g_test_add_func ("/uuid/later-sorts-later-while-the-clock-stands",
                   test_later_sorts_later_while_the_clock_stands);
  g_test_add_func ("/uuid/threads-never-make-the-same", test_threads_never_make_the_same);
  g_test_add_func ("/uuid/only-the-canonical-form-is-valid", test_only_the_canonical_form_is_valid);
  g_test_add_func ("/uuid/packs-without-loss", test_packs_without_loss);

  return g_test_run ();
}
