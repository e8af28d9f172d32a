/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Progress explains itself in both languages: what it was, what it would take, what became of the target. */
#include "../words.h"
#include "progress-fixture.h"
#include "uds-format.h"

#include <string.h>

static void
test_status_explains_itself (void)
{
  static const struct {
    UdsProgressPoint points[2];
    gsize n_points;
    UdsProgressOptions options;
    const char *sentences[5];
  } cases[] = {
    { { { 2015, 3.98 }, { 2024, 3.46 } }, 2, { UDS_DIRECTION_DOWN, TRUE, 1.99 },
      { "It was 3.98\u00a0t in 2015 and 3.46\u00a0t in 2024, a change of −1.5% a year.",
        "The target of 1.99\u00a0t in 2030 needs −4.5% a year.",
        "At this rate the target is reached in 2060." } },
    { { { 2015, 97.8 }, { 2024, 97.5 } }, 2, { UDS_DIRECTION_UP, TRUE, 100 },
      { "It was 97.8\u00a0t in 2015 and 97.5\u00a0t in 2024, a change of −0.03% a year.",
        "The target of 100\u00a0t in 2030 needs +0.15% a year.",
        "It moves away from the target." } },
    { { { 2015, 10 }, { 2020, 10 } }, 2, { UDS_DIRECTION_UP, TRUE, 20 },
      { "It was 10\u00a0t in 2015 and 10\u00a0t in 2020, a change of 0.0% a year.",
        "The target of 20\u00a0t in 2030 needs +4.7% a year.",
        "Standing still, it does not reach the target." } },
    { { { 2015, 10 }, { 2020, 10.01 } }, 2, { UDS_DIRECTION_UP, TRUE, 20 },
      { "It was 10\u00a0t in 2015 and 10.01\u00a0t in 2020, a change of +0.02% a year.",
        "The target of 20\u00a0t in 2030 needs +4.7% a year.",
        "At this rate it does not reach the target within a hundred years." } },
    { { { 2015, 0.9 }, { 2023, 14.7 } }, 2, { UDS_DIRECTION_UP, TRUE, 10 },
      { "It was 0.9\u00a0t in 2015 and 14.7\u00a0t in 2023, a change of +41.8% a year.",
        "The target of 10\u00a0t in 2030 has been met since 2023." } },
    { { { 2015, 50 }, { 2020, 55 } }, 2, { UDS_DIRECTION_DOWN, TRUE, 50 },
      { "It was 50\u00a0t in 2015 and 55\u00a0t in 2020, a change of +1.9% a year.",
        "The target is 50\u00a0t in 2030.",
        "It met the target at first and does not any more." } },
    { { { 2015, 0.052 }, { 2022, 0.048 } }, 2, { UDS_DIRECTION_DOWN, TRUE, 0 },
      { "It was 0.052\u00a0t in 2015 and 0.048\u00a0t in 2022, a change of −1.1% a year.",
        "The target is 0\u00a0t in 2030.",
        "At this rate it does not reach the target within a hundred years." } },
    { { { 2015, 0 }, { 2020, 5 } }, 2, { UDS_DIRECTION_UP },
      { "It was 0\u00a0t in 2015 and 5\u00a0t in 2020.",
        "There is no target, so the change itself is what counts." } },
    { { { 2017, 5.5 } }, 1, { UDS_DIRECTION_DOWN, TRUE, 3 },
      { "It was 5.5\u00a0t in 2017.",
        "The target is 3\u00a0t in 2030.",
        "One value alone shows no progress." } },
    { { { 0 } }, 0, { UDS_DIRECTION_DOWN },
      { "There is no value yet." } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      UdsProgress progress = progress_of (cases[i].points, cases[i].n_points, cases[i].options);
      g_autofree char *expected = g_strjoinv (" ", (char **) cases[i].sentences);
      UdsProgressWords words = { "t", UDS_FORMAT_SHORTEST, 2026, UDS_LANGUAGE_EN };
      g_autofree char *text = uds_progress_describe (&progress, &words);

      g_assert_cmpstr (text, ==, expected);
    }
}

/* What is said in 2026 of points, target and what became of it. */
static char *
say (const UdsProgressPoint *points,
     gsize                   n_points,
     UdsProgressOptions      options,
     const char             *unit,
     int                     decimals)
{
  UdsProgress progress = progress_of (points, n_points, options);
  UdsProgressWords words = { unit, decimals, 2026, UDS_LANGUAGE_EN };

  return uds_progress_describe (&progress, &words);
}

static void
test_what_is_missing_is_said_with_the_base_year (void)
{
  static const UdsProgressPoint until_base[] = { { 2002, 13 }, { 2010, 14 }, { 2015, 12 } };
  g_autofree char *one = say (until_base, 3, (UdsProgressOptions) { UDS_DIRECTION_DOWN }, "%", 1);
  g_autofree char *none = say (until_base, 2, (UdsProgressOptions) { UDS_DIRECTION_DOWN }, "%", 1);

  g_assert_cmpstr (one, ==, "It was 12.0% in 2015. It is the only value since the base year 2015, and one value alone"
                            " shows no progress.");
  g_assert_cmpstr (none, ==, "All values are from before the base year 2015.");
}

static void
test_a_deadline_that_has_passed_is_told_as_past (void)
{
  static const UdsProgressPoint slow[] = { { 2007, 36 }, { 2016, 41 } };
  static const UdsProgressPoint early[] = { { 2007, 36 }, { 2012, 44 } };
  static const UdsProgressPoint lost[] = { { 2007, 36 }, { 2012, 51 }, { 2016, 41 } };
  static const UdsProgressPoint late[] = { { 2007, 36 }, { 2018, 52 } };
  UdsProgressOptions options = {
    .direction = UDS_DIRECTION_UP, .has_target = TRUE, .target = 50, .target_year = 2015, .base_year = 2007
  };
  g_autofree char *missed = say (slow, 2, options, "%", 0);
  g_autofree char *unknown = say (early, 2, options, "%", 0);
  g_autofree char *met_once = say (lost, 3, options, "%", 0);
  g_autofree char *met_late = say (late, 2, options, "%", 0);

  g_assert_true (g_str_has_suffix (missed, "The target of 50% was to be reached in 2015; it was not. At this rate the"
                                           " target is reached in 2030."));
  g_assert_true (g_str_has_suffix (unknown, "The target of 50% was to be reached in 2015; the values end in 2012. At"
                                            " this rate the target would have been reached in 2016, but there are no"
                                            " values after 2012."));
  g_assert_nonnull (strstr (met_once, "The target of 50% in 2015 was met on the way, and is not met any more."));
  g_assert_true (g_str_has_suffix (met_late, "The target of 50% in 2015 was reached late, in 2018."));
}

static void
test_a_target_given_up_is_no_measure_and_is_said (void)
{
  static const UdsProgressPoint points[] = { { 2005, 0 }, { 2020, 65 } };
  UdsProgressOptions options = {
    .direction = UDS_DIRECTION_UP, .has_target = TRUE, .target = 100, .target_year = 2025, .base_year = 2005
  };
  const char *const fates[] = { "given up", "replaced" };

  for (guint i = 0; i < G_N_ELEMENTS (fates); i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *expected = g_strdup_printf ("It was 0%% in 2005 and 65%% in 2020. The target of 100%% in 2025"
                                                   " was %s. What counts is therefore the change itself.",
                                                   fates[i]);
      UdsProgress progress;

      options.target_state = UDS_TARGET_GIVEN_UP + i;
      text = say (points, 2, options, "percent", 0);
      progress = progress_of (points, 2, options);
      g_assert_cmpstr (text, ==, expected);
      g_assert_cmpint (progress.reason, ==, UDS_PROGRESS_REASON_TREND);
      g_assert_false (progress.has_target);
    }
}

static void
test_a_target_declared_reached_counts_for_as_long_as_it_is_met (void)
{
  static const UdsProgressPoint met[] = { { 2015, 80 }, { 2020, 91 } };
  static const UdsProgressPoint left[] = { { 2015, 92 }, { 2020, 88 } };
  UdsProgressOptions options = { .direction = UDS_DIRECTION_UP,
                                 .has_target = TRUE,
                                 .target = 90,
                                 .target_year = 2015,
                                 .target_state = UDS_TARGET_REACHED };
  g_autofree char *text = say (left, 2, options, "%", 0);

  g_assert_cmpint (progress_of (met, 2, options).status, ==, UDS_PROGRESS_ACHIEVED);
  g_assert_cmpint (progress_of (left, 2, options).status, ==, UDS_PROGRESS_DETERIORATION);
  g_assert_cmpint (progress_of (left, 2, options).reason, ==, UDS_PROGRESS_REASON_TREND);
  g_assert_nonnull (strstr (text, "The target of 90% in 2015 was declared reached, and is not met any more."));
}

static void
test_a_long_unit_is_said_once_and_a_rank_as_a_number (void)
{
  static const UdsProgressPoint incomes[] = { { 2015, 16100 }, { 2018, 17800 } };
  static const UdsProgressPoint places[] = { { 2015, 2 }, { 2019, 1 } };
  g_autofree char *income =
      say (incomes, 2, (UdsProgressOptions) { UDS_DIRECTION_UP }, "points (7-point scale)", 0);
  g_autofree char *rank = say (places, 2, (UdsProgressOptions) { UDS_DIRECTION_DOWN }, "rank", 0);

  g_assert_true (g_str_has_prefix (income, "It was 16,100 in 2015 and 17,800\u00a0points in 2018, a change of"));
  g_assert_true (g_str_has_prefix (rank, "It was no.\u00a02 in 2015 and no.\u00a01 in 2019. "));
}

/* In Danish, in 2026. */
static char *
say_in_danish (const UdsProgressPoint *points,
               gsize                   n_points,
               UdsProgressOptions      options,
               const char             *unit)
{
  UdsProgress progress = progress_of (points, n_points, options);
  UdsProgressWords words = { unit, 0, 2026, UDS_LANGUAGE_DA };
  char *text;

  if (!words_be_danish ())
    return NULL;
  text = uds_progress_describe (&progress, &words);
  words_be_english ();
  return text;
}

static void
test_danish_says_the_same (void)
{
  static const UdsProgressPoint slow[] = { { 2007, 36 }, { 2016, 41 } };
  static const UdsProgressPoint reduction[] = { { 2005, 0 }, { 2020, 65 } };
  static const UdsProgressPoint places[] = { { 2011, 2 }, { 2015, 1 } };
  UdsProgressOptions to_2015 = {
    .direction = UDS_DIRECTION_UP, .has_target = TRUE, .target = 50, .target_year = 2015, .base_year = 2007
  };
  UdsProgressOptions given_up = { .direction = UDS_DIRECTION_UP,
                                  .has_target = TRUE,
                                  .target = 100,
                                  .target_year = 2025,
                                  .base_year = 2005,
                                  .target_state = UDS_TARGET_GIVEN_UP };
  g_autofree char *missed = say_in_danish (slow, 2, to_2015, "procent");
  g_autofree char *left = say_in_danish (reduction, 2, given_up, "procent");
  g_autofree char *one = say_in_danish (places, 2, (UdsProgressOptions) { UDS_DIRECTION_DOWN }, "plads");

  if (missed == NULL)
    return;

  g_assert_cmpstr (missed, ==, "Værdien var 36\u00a0% i 2007 og 41\u00a0% i 2016, en ændring på +1,5\u00a0% om året."
                               " Målet på 50\u00a0% skulle være nået i 2015; det blev det ikke. I dette tempo nås"
                               " målet i 2030.");
  g_assert_cmpstr (left, ==, "Værdien var 0\u00a0% i 2005 og 65\u00a0% i 2020. Målet på 100\u00a0% i 2025 er opgivet."
                             " Derfor er det ændringen selv, der tæller.");
  g_assert_cmpstr (one, ==, "Værdien var nr.\u00a01 i 2015. Det er den eneste måling fra basisåret 2015 og frem, og en"
                            " enkelt måling viser ingen udvikling.");
}

static void
test_how_zero_is_reckoned_with_is_said_apart (void)
{
  static const UdsProgressPoint points[] = { { 2015, 0.052 }, { 2022, 0.048 } };
  UdsProgress to_zero = progress_of (points, 2, (UdsProgressOptions) { UDS_DIRECTION_DOWN, TRUE, 0 });
  UdsProgress plain = progress_of (points, 2, (UdsProgressOptions) { UDS_DIRECTION_DOWN });
  g_autofree char *of_zero = uds_progress_describe_method (&to_zero, UDS_LANGUAGE_DA);
  g_autofree char *of_plain = uds_progress_describe_method (&plain, UDS_LANGUAGE_DA);

  g_assert_true (g_str_has_suffix (of_zero, "Zero has no rate of change; the method reckons with 0,001 in its place."));
  g_assert_null (strstr (of_plain, "Zero"));
}

static void
test_combination_explains_itself (void)
{
  UdsProgress series[] = { progress_scored (1), progress_scored (2), progress_scored (NONE) };
  UdsProgress combined = uds_progress_combine (series, NULL, G_N_ELEMENTS (series));
  UdsProgressWords words = { NULL, UDS_FORMAT_SHORTEST, 2026, UDS_LANGUAGE_EN };
  g_autofree char *text = uds_progress_describe (&combined, &words);

  g_assert_cmpstr (text, ==, "The mean of 2 series that are assessed, of 3 in all.");
}

static void
test_every_status_has_its_own_name_and_shape (void)
{
  static const char *const names[] = {
    "achieved", "substantial", "moderate", "limited", "deterioration", "not-available",
  };

  g_assert_cmpint (G_N_ELEMENTS (names), ==, UDS_PROGRESS_N_STATUSES);
  for (UdsProgressStatus status = 0; status < UDS_PROGRESS_N_STATUSES; status++)
    {
      g_autofree char *icon = g_strdup_printf ("uds-status-%s-symbolic", names[status]);

      g_assert_cmpstr (uds_progress_status_get_name (status), ==, names[status]);
      g_assert_cmpstr (uds_progress_status_get_icon_name (status), ==, icon);
      for (UdsProgressStatus other = 0; other < status; other++)
        {
          g_assert_cmpstr (uds_progress_status_get_glyph (status), !=, uds_progress_status_get_glyph (other));
          g_assert_cmpstr (uds_progress_status_get_label (status), !=, uds_progress_status_get_label (other));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  words_init ();

  g_test_add_func ("/progress/status-explains-itself", test_status_explains_itself);
  g_test_add_func ("/progress/what-is-missing-is-said-with-the-base-year",
                   test_what_is_missing_is_said_with_the_base_year);
  g_test_add_func ("/progress/a-deadline-that-has-passed-is-told-as-past",
                   test_a_deadline_that_has_passed_is_told_as_past);
  g_test_add_func ("/progress/a-target-given-up-is-no-measure-and-is-said",
                   test_a_target_given_up_is_no_measure_and_is_said);
  g_test_add_func ("/progress/a-target-declared-reached-counts-for-as-long-as-it-is-met",
                   test_a_target_declared_reached_counts_for_as_long_as_it_is_met);
  g_test_add_func ("/progress/a-long-unit-is-said-once-and-a-rank-as-a-number",
                   test_a_long_unit_is_said_once_and_a_rank_as_a_number);
  g_test_add_func ("/progress/danish-says-the-same", test_danish_says_the_same);
  g_test_add_func ("/progress/how-zero-is-reckoned-with-is-said-apart", test_how_zero_is_reckoned_with_is_said_apart);
  g_test_add_func ("/progress/combination-explains-itself", test_combination_explains_itself);
  g_test_add_func ("/progress/every-status-has-its-own-name-and-shape",
                   test_every_status_has_its_own_name_and_shape);

  return g_test_run ();
}
