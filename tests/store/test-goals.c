/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the view of the goals reads: what passes a filter, and what needs attention. */
#include "store-fixture.h"

#include "uds-attention.h"

#include <string.h>

/* Two goals with two targets each; goal 2 serves a purpose by way of a network; an administration with two names. */
typedef struct {
  StoreFixture store;
  UdsRecord *goals[2];
  UdsRecord *targets[4];
  UdsRecord *administrations[3];
  UdsRecord *purpose;
  UdsRecord *network;
  UdsRecord *effort;
} Fixture;

/* What has a name goes by the value too. */
static UdsRecord *
make (const char *kind,
      const char *field,
      const char *value)
{
  const char *title = uds_kind_lookup (kind)->title;
  UdsRecord *record = uds_record_new (uds_kind_lookup (kind));

  if (title != NULL)
    uds_record_set_text (record, uds_kind_lookup_shown (uds_kind_lookup (kind), title, UDS_LANGUAGE_DA)->name, value);
  g_assert_true (uds_record_set_from_string (record, field, value, NULL));
  return record;
}

static UdsRecord *
save (Fixture   *fixture,
      UdsRecord *record)
{
  store_fixture_save (&fixture->store, record);
  return record;
}

static void
make_goal (Fixture *fixture,
           guint    index)
{
  g_autofree char *number = g_strdup_printf ("%u", index + 1);

  fixture->goals[index] = save (fixture, make ("goal", "number", number));
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *code = g_strdup_printf ("%s.%u", number, i + 1);
      UdsRecord *target = make ("target", "code", code);

      uds_record_set_text (target, "goal", uds_record_get_id (fixture->goals[index]));
      uds_record_set_integer (target, "position", index * 2 + i);
      fixture->targets[index * 2 + i] = save (fixture, target);
    }
}

static UdsRecord *
make_administration (Fixture    *fixture,
                     const char *code,
                     const char *valid_from)
{
  UdsRecord *record = make ("administration", "code", code);

  uds_record_set_text (record, "valid_from", valid_from);
  return save (fixture, record);
}

typedef struct {
  UdsRecord *from;
  UdsRecord *to;
} Link;

static gboolean
write_link (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  const Link *link = data;

  return uds_session_link (session, link->from, "serves", link->to, error);
}

static void
tie (Fixture   *fixture,
     UdsRecord *from,
     UdsRecord *to)
{
  g_assert_cmpint (uds_store_write (fixture->store.store, "Link", write_link, &(Link) { from, to }, NULL), >, 0);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  store_fixture_set_up (&fixture->store, NULL);
  make_goal (fixture, 0);
  make_goal (fixture, 1);
  fixture->administrations[0] = make_administration (fixture, "TMF", "2006-01-01");
  fixture->administrations[1] = make_administration (fixture, "TMF", "2026-01-01");
  fixture->administrations[2] = make_administration (fixture, "SUF", "2006-01-01");
  fixture->purpose = save (fixture, make ("purpose", "code", "learn"));
  fixture->network = save (fixture, make ("network", "code", "c40"));
  fixture->effort = save (fixture, make ("effort", "code", "plan"));
  tie (fixture, fixture->network, fixture->goals[1]);
  tie (fixture, fixture->network, fixture->purpose);
}

static void
clear (UdsRecord **records,
       guint       n_records)
{
  for (guint i = 0; i < n_records; i++)
    g_clear_object (&records[i]);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  clear (fixture->goals, G_N_ELEMENTS (fixture->goals));
  clear (fixture->targets, G_N_ELEMENTS (fixture->targets));
  clear (fixture->administrations, G_N_ELEMENTS (fixture->administrations));
  clear (&fixture->purpose, 1);
  clear (&fixture->network, 1);
  clear (&fixture->effort, 1);
  store_fixture_tear_down (&fixture->store, NULL);
}

/* An indicator and the values of its only series: "2015 10, 2020 12". */
static void
add_indicator (Fixture    *fixture,
               const char *code,
               guint       goal,
               const char *fields,
               const char *values)
{
  g_autoptr (UdsRecord) indicator = make ("indicator", "code", code);
  g_auto (GStrv) settings = g_strsplit (fields, ", ", -1);
  g_auto (GStrv) points = g_strsplit (values, ", ", -1);
  g_autoptr (UdsRecord) series = uds_record_new (uds_kind_lookup ("series"));

  uds_record_set_text (indicator, "goal", uds_record_get_id (fixture->goals[goal]));
  uds_record_set_text (indicator, "direction", "up");
  for (guint i = 0; settings[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (settings[i], "=", 2);

      g_assert_true (uds_record_set_from_string (indicator, pair[0], pair[1], NULL));
    }
  store_fixture_save (&fixture->store, indicator);

  uds_record_set_text (series, "indicator", uds_record_get_id (indicator));
  store_fixture_save (&fixture->store, series);
  for (guint i = 0; points[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (points[i], " ", 2);
      g_autoptr (UdsRecord) observation = make ("observation", "period", pair[0]);

      uds_record_set_text (observation, "series", uds_record_get_id (series));
      g_assert_true (uds_record_set_from_string (observation, "value", pair[1], NULL));
      store_fixture_save (&fixture->store, observation);
    }
}

/* What passes */

/* The goals by number with the codes of their indicators, and of the city those of all: "1: a; 2: b c; a b c" */
static gpointer
list_goals (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  g_autoptr (GPtrArray) digests = uds_session_digest_goals (session, data, error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (*error);
  for (guint i = 0; i < digests->len; i++)
    {
      UdsGoalDigest *digest = g_ptr_array_index (digests, i);
      GPtrArray *indicators = uds_goal_digest_get_indicators (digest);
      UdsRecord *goal = uds_goal_digest_get_goal (digest);

      if (goal != NULL)
        g_string_append_printf (text, "%d:", (int) uds_record_get_integer (goal, "number"));
      for (guint j = 0; j < indicators->len; j++)
        {
          UdsRecord *indicator = uds_indicator_digest_get_indicator (g_ptr_array_index (indicators, j));

          g_string_append_printf (text, " %s", uds_record_get_text (indicator, "code"));
        }
      g_string_append (text, goal != NULL ? "; " : "");
    }
  return g_string_free (text, FALSE);
}

static void
assert_passes (Fixture       *fixture,
               UdsGoalFilter  filter,
               const char    *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = uds_store_read (fixture->store.store, list_goals, &filter, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_only_what_passes_the_filter_is_counted (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_autofree char *old = g_strdup_printf ("place_da=København, administration=%s",
                                          uds_record_get_id (fixture->administrations[0]));
  g_autofree char *new = g_strdup_printf ("place_da=Danmark, administration=%s",
                                          uds_record_get_id (fixture->administrations[1]));
  g_autofree char *other = g_strdup_printf ("place_en=Copenhagen, administration=%s",
                                            uds_record_get_id (fixture->administrations[2]));
  g_autofree char *unfiltered = NULL;

  add_indicator (fixture, "a", 0, old, "2015 1");
  add_indicator (fixture, "b", 0, new, "2015 1");
  add_indicator (fixture, "c", 1, other, "2015 1");
  add_indicator (fixture, "d", 1, "place_da=Region Hovedstaden", "2015 1");

  unfiltered = uds_store_read (fixture->store.store, list_goals, NULL, NULL);
  g_assert_cmpstr (unfiltered, ==, "1: a b; 2: c d;  a b c d");
  assert_passes (fixture, (UdsGoalFilter) { 0 }, unfiltered);

  /* Goals stay, even where nothing of them is left. */
  assert_passes (fixture, (UdsGoalFilter) { .scope = UDS_SCOPE_CITY }, "1: a; 2: c;  a c");
  assert_passes (fixture, (UdsGoalFilter) { .scope = UDS_SCOPE_COUNTRY }, "1: b; 2:;  b");
  assert_passes (fixture, (UdsGoalFilter) { .scope = UDS_SCOPE_REGION }, "1:; 2: d;  d");
  /* An administration under all its names. */
  assert_passes (fixture, (UdsGoalFilter) { .administration = (char *) "TMF" }, "1: a b; 2:;  a b");
  assert_passes (fixture, (UdsGoalFilter) { .administration = (char *) "XYZ" }, "1:; 2:; ");
  /* A purpose by way of the network. */
  assert_passes (fixture, (UdsGoalFilter) { .purpose = (char *) "learn" }, "2: c d;  c d");
  assert_passes (fixture, (UdsGoalFilter) { .purpose = (char *) "brag" }, "");
  /* All at once. */
  assert_passes (fixture,
                 (UdsGoalFilter) { UDS_SCOPE_CITY, .administration = (char *) "SUF", .purpose = (char *) "learn" },
                 "2: c;  c");
}

/* What needs attention */

static void
append_indicators (GString   *text,
                   GPtrArray *digests)
{
  for (guint i = 0; i < digests->len; i++)
    g_string_append_printf (
        text, " %s",
        uds_record_get_text (uds_indicator_digest_get_indicator (g_ptr_array_index (digests, i)), "code"));
}

static void
append_targets (GString   *text,
                GPtrArray *targets)
{
  for (guint i = 0; i < targets->len; i++)
    g_string_append_printf (text, " %s", uds_record_get_text (g_ptr_array_index (targets, i), "code"));
}

static gpointer
list_attention (UdsSession  *session,
                gpointer     data,
                GError     **error)
{
  UdsDate today = { 2026, 11, 24 };
  g_autoptr (GPtrArray) digests = uds_session_digest_goals (session, data, error);
  g_autoptr (UdsAttention) attention = NULL;
  GString *text = g_string_new ("back:");

  g_assert_no_error (*error);
  attention = uds_attention_new (digests, &today);
  append_indicators (text, attention->deteriorating);
  g_string_append (text, "; overdue:");
  append_indicators (text, attention->overdue);
  g_string_append (text, "; unmeasured:");
  append_targets (text, attention->unmeasured);
  g_string_append (text, "; unserved:");
  append_targets (text, attention->unserved);
  return g_string_free (text, FALSE);
}

static void
assert_attention (Fixture             *fixture,
                  const UdsGoalFilter *filter,
                  const char          *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = uds_store_read (fixture->store.store, list_attention, (gpointer) filter, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_what_goes_back_is_overdue_or_missing_is_found (Fixture       *fixture,
                                                    gconstpointer  data)
{
  g_autofree char *measures = g_strdup_printf ("target=%s", uds_record_get_id (fixture->targets[1]));
  UdsGoalFilter learn = { .purpose = (char *) "learn" };

  assert_attention (fixture, NULL, "back:; overdue:; unmeasured: 1.1 1.2 2.1 2.2; unserved: 1.1 1.2 2.1 2.2");

  tie (fixture, fixture->effort, fixture->targets[0]);
  add_indicator (fixture, "fresh", 0, measures, "2015 10, 2025 30");
  add_indicator (fixture, "old", 0, "place_da=København", "2015 10, 2022 30");
  add_indicator (fixture, "older", 1, "place_da=København", "2015 30, 2016 1");
  add_indicator (fixture, "promised", 1, "next_due=2026-10", "2015 30, 2025 28");
  add_indicator (fixture, "expected", 1, "next_due=2027", "2010 1");
  add_indicator (fixture, "begun", 1, "next_due=2026-11-23", "");

  /* The worst and the oldest first; what has not a single figure before all. */
  assert_attention (fixture, NULL,
                    "back: older promised; overdue: begun older old promised; unmeasured: 1.1 2.1 2.2;"
                    " unserved: 1.2 2.1 2.2");
  assert_attention (fixture, &learn,
                    "back: older promised; overdue: begun older promised; unmeasured: 2.1 2.2; unserved: 2.1 2.2");
}

static gpointer
list_unplaced (UdsSession  *session,
               gpointer     data,
               GError     **error)
{
  UdsDate today = { 2026, 11, 24 };
  g_autoptr (GPtrArray) digests = uds_session_digest_goals (session, NULL, error);
  g_autoptr (UdsAttention) attention = NULL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (*error);
  attention = uds_attention_new (digests, &today);
  append_indicators (text, attention->unplaced);
  return g_string_free (text, FALSE);
}

static void
test_an_indicator_that_no_goal_shows_is_found (Fixture       *fixture,
                                               gconstpointer  data)
{
  g_autoptr (UdsRecord) stray = make ("indicator", "code", "stray");
  g_autofree char *text = NULL;

  add_indicator (fixture, "placed", 0, "place_da=København", "2015 10, 2025 30");
  store_fixture_save (&fixture->store, stray);
  text = uds_store_read (fixture->store.store, list_unplaced, NULL, NULL);
  g_assert_cmpstr (text, ==, " stray");
}

#define ADD(path, func) g_test_add ("/goals/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("only-what-passes-the-filter-is-counted", test_only_what_passes_the_filter_is_counted);
  ADD ("what-goes-back-is-overdue-or-missing-is-found", test_what_goes_back_is_overdue_or_missing_is_found);
  ADD ("an-indicator-that-no-goal-shows-is-found", test_an_indicator_that_no_goal_shows_is_found);

  return g_test_run ();
}
