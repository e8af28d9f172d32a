/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The methods beside the default agree with their formulas, say what they did, and never give nonsense. The vectors
 * were reckoned from the formulas by hand: where a value is multiplied by f in 5 years, it is by f² in ten more, so 100
 * → 90 in 2015–2020 is 100 × 0.9³ = 72.9 in 2030, and on the way to 50 that is 27.1 of 50, 0.542. A score lies on the
 * straight line between the two thresholds around it: 0.542 is 0.442 of 0.85 from 0.1 to 0.95, and 2.5 × 0.52 = 1.3. */
#include "../words.h"
#include "progress-fixture.h"
#include "uds-format.h"

#include <string.h>

#define REACHED UDS_PROGRESS_REASON_TARGET_REACHED
#define LEFT UDS_PROGRESS_REASON_TARGET_LEFT

#define UN UDS_METHOD_UN
#define EUROSTAT UDS_METHOD_EUROSTAT

typedef struct {
  const char *name;
  UdsProgressMethod method;
  UdsProgressPoint base, latest;
  char direction;
  double target;
  gboolean is_share;
  double ratio;
  double score;
  UdsProgressStatus status;
  UdsProgressReason reason;
} Vector;

static const Vector vectors[] = {
  /* UN, with a target */
  { "0.9 in five years", UN, { 2015, 100 }, { 2020, 90 }, '-', 50, FALSE, 0.542, 1.3, MODERATE, BY_TARGET },
  /* 100 × 0.8³ = 51.2; 48.8 of 50; 2.5 + 2.5 × 0.026 / 0.35 */
  { "0.8 in five years", UN, { 2015, 100 }, { 2020, 80 }, '-', 50, FALSE, 0.976, 2.5 + 0.065 / 0.35, SUBSTANTIAL,
    BY_TARGET },
  /* 100 × 0.99³ = 97.0299; 2.9701 of 50; −2.5 + 2.5 × 0.059402 / 0.1 */
  { "hardly", UN, { 2015, 100 }, { 2020, 99 }, '-', 50, FALSE, 0.059402, -1.01495, LIMITED, BY_TARGET },
  /* 100 × 1.1³ = 133.1; −33.1 of 50; beyond −0.6 the score ends */
  { "away", UN, { 2015, 100 }, { 2020, 110 }, '-', 50, FALSE, -0.662, -5, WORSE, BY_TARGET },
  /* 100 × 1.02³ = 106.1208; −6.1208 of 50; −5 + 2.5 × 0.477584 / 0.6 */
  { "a little away", UN, { 2015, 100 }, { 2020, 102 }, '-', 50, FALSE, -0.122416, -5 + 1.19396 / 0.6, WORSE,
    BY_TARGET },
  { "unchanged", UN, { 2015, 100 }, { 2020, 100 }, '-', 50, FALSE, 0, -2.5, LIMITED, BY_TARGET },
  { "upwards", UN, { 2015, 100 }, { 2020, 110 }, '+', 150, FALSE, 0.662, 2.5 * 0.562 / 0.85, MODERATE, BY_TARGET },
  /* A target of zero needs no number in its place: 10 × 0.5³ = 1.25; 8.75 of 10 */
  { "to zero", UN, { 2015, 10 }, { 2020, 5 }, '-', 0, FALSE, 0.875, 2.5 * 0.775 / 0.85, MODERATE, BY_TARGET },
  /* −10 × 0.8³ = −5.12; 4.88 of 10 */
  { "below zero", UN, { 2015, -10 }, { 2020, -8 }, '+', 0, FALSE, 0.488, 2.5 * 0.388 / 0.85, MODERATE, BY_TARGET },
  /* No rate leads from 10 to −5, but 0 is two thirds of the way. */
  { "target of the other sign", UN, { 2015, 10 }, { 2020, 0 }, '-', -5, FALSE, 2. / 3, 2.5 * (2. / 3 - 0.1) / 0.85,
    MODERATE, BY_TARGET },
  /* From the deadline on the latest value is what came of it: 30 of 50 */
  { "at the deadline", UN, { 2015, 100 }, { 2030, 70 }, '-', 50, FALSE, 0.6, 2.5 * 0.5 / 0.85, MODERATE, BY_TARGET },
  { "after the deadline", UN, { 2015, 100 }, { 2033, 70 }, '-', 50, FALSE, 0.6, 2.5 * 0.5 / 0.85, MODERATE, BY_TARGET },
  { "met", UN, { 2015, 100 }, { 2020, 50 }, '-', 50, FALSE, NONE, 5, ACHIEVED, REACHED },
  { "left", UN, { 2015, 40 }, { 2020, 55 }, '-', 50, FALSE, NONE, -5, WORSE, LEFT },
  { "began at the target", UN, { 2015, 50 }, { 2020, 55 }, '-', 50, FALSE, NONE, -5, WORSE, LEFT },
  { "all but one percentage point", UN, { 2015, 80 }, { 2020, 99 }, '+', 100, TRUE, NONE, 5, ACHIEVED, REACHED },
  { "a little less", UN, { 2015, 80 }, { 2030, 98.9 }, '+', 100, TRUE, 0.945, 2.5 * 0.845 / 0.85, MODERATE, BY_TARGET },
  { "one percentage point from none", UN, { 2015, 5 }, { 2020, 1 }, '-', 0, TRUE, NONE, 5, ACHIEVED, REACHED },
  { "no longer one from all", UN, { 2015, 99.5 }, { 2020, 98 }, '+', 100, TRUE, NONE, -5, WORSE, LEFT },
  /* Of what is no share, 99 is not 100: 1 of 5 is left in 2030. */
  { "99 pieces", UN, { 2015, 95 }, { 2030, 99 }, '+', 100, FALSE, 0.8, 2.5 * 0.7 / 0.85, MODERATE, BY_TARGET },
  { "a share near another target", UN, { 2015, 85 }, { 2030, 89 }, '+', 90, TRUE, 0.8, 2.5 * 0.7 / 0.85, MODERATE,
    BY_TARGET },
  { "opposite signs", UN, { 2015, 10 }, { 2020, -2 }, '-', 0, FALSE, NONE, NONE, NOT_AVAILABLE,
    UDS_PROGRESS_REASON_OPPOSITE_SIGNS },
  { "beyond all numbers", UN, { 2015, 1e-200 }, { 2016, 1e100 }, '+', 1e300, FALSE, NONE, NONE, NOT_AVAILABLE,
    UDS_PROGRESS_REASON_OUT_OF_RANGE },

  /* UN, without: one year's growth is its rate */
  { "2 % a year", UN, { 2015, 100 }, { 2016, 102 }, '+', NONE, FALSE, 0.02, 2.5, SUBSTANTIAL, BY_TREND },
  { "2.2 % a year", UN, { 2015, 100 }, { 2016, 102.2 }, '+', NONE, FALSE, 0.022, 3.5, SUBSTANTIAL, BY_TREND },
  { "1.25 % a year", UN, { 2015, 100 }, { 2016, 101.25 }, '+', NONE, FALSE, 0.0125, 1.25, MODERATE, BY_TREND },
  { "0.5 % a year", UN, { 2015, 100 }, { 2016, 100.5 }, '+', NONE, FALSE, 0.005, 0, MODERATE, BY_TREND },
  { "0.2 % a year", UN, { 2015, 100 }, { 2016, 100.2 }, '+', NONE, FALSE, 0.002, -1.5, LIMITED, BY_TREND },
  { "1 % less a year", UN, { 2015, 100 }, { 2016, 99 }, '+', NONE, FALSE, -0.01, -3.75, WORSE, BY_TREND },
  { "1 % less a year is better", UN, { 2015, 100 }, { 2016, 99 }, '-', NONE, FALSE, 0.01, 2.5 / 3, MODERATE, BY_TREND },

  /* Eurostat, without a target: 0.1 % either way is no change */
  { "1 % a year", EUROSTAT, { 2015, 100 }, { 2016, 101 }, '+', NONE, FALSE, 0.01, 2.5, SUBSTANTIAL, BY_TREND },
  { "0.55 % a year", EUROSTAT, { 2015, 100 }, { 2016, 100.55 }, '+', NONE, FALSE, 0.0055, 1.25, MODERATE, BY_TREND },
  { "0.1 % a year", EUROSTAT, { 2015, 100 }, { 2016, 100.1 }, '+', NONE, FALSE, 0.001, 0, MODERATE, BY_TREND },
  { "none a year", EUROSTAT, { 2015, 100 }, { 2016, 100 }, '+', NONE, FALSE, 0, -1.25, LIMITED, BY_TREND },
  { "0.1 % less a year", EUROSTAT, { 2015, 100 }, { 2016, 99.9 }, '+', NONE, FALSE, -0.001, -2.5, LIMITED, BY_TREND },
  /* −5 + 2.5 × (0.02 − 0.0105) / 0.019 */
  { "1.05 % less a year", EUROSTAT, { 2015, 100 }, { 2016, 98.95 }, '+', NONE, FALSE, -0.0105, -3.75, WORSE, BY_TREND },
  { "5 % less a year", EUROSTAT, { 2015, 100 }, { 2016, 95 }, '+', NONE, FALSE, -0.05, -5, WORSE, BY_TREND },
  { "from zero", EUROSTAT, { 2015, 0 }, { 2016, 0.002 }, '+', NONE, FALSE, 1, 5, SUBSTANTIAL, BY_TREND },
  /* Eurostat, with one, is Open SDG's K2 and K11 to the digit; 1 % is not enough for it. */
  { "K2", EUROSTAT, { 2015, 3.98 }, { 2024, 3.46 }, '-', 1.99, FALSE, 0.34183322454, -1.07568350331, LIMITED,
    BY_TARGET },
  { "met at zero", EUROSTAT, { 2015, 8 }, { 2016, 0 }, '-', 0, TRUE, NONE, 5, ACHIEVED, REACHED },
  { "near zero", EUROSTAT, { 2015, 8 }, { 2029, 1 }, '-', 0, TRUE, NONE, NONE, LIMITED, BY_TARGET },
};

static UdsProgressOptions
options_of (const Vector *vector)
{
  return (UdsProgressOptions) {
    .direction = vector->direction == '+' ? UDS_DIRECTION_UP : UDS_DIRECTION_DOWN,
    .has_target = !isnan (vector->target),
    .target = isnan (vector->target) ? 0 : vector->target,
    .method = vector->method,
    .is_share = vector->is_share,
  };
}

/* What a vector leaves open is not compared. */
static void
assert_number (gboolean has_number,
               double   number,
               double   expected)
{
  if (isnan (expected))
    return;
  g_assert_true (has_number);
  g_assert_cmpfloat_with_epsilon (number, expected, 1e-9);
}

static void
test_agree_with_their_formulas (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      const Vector *vector = &vectors[i];
      UdsProgressPoint points[] = { vector->latest, vector->base };
      UdsProgressOptions options = options_of (vector);
      UdsProgress progress = uds_progress_calculate (points, 2, &options);

      g_test_message ("%s", vector->name);
      g_assert_cmpstr (uds_progress_status_get_name (progress.status), ==,
                       uds_progress_status_get_name (vector->status));
      g_assert_cmpstr (uds_progress_reason_get_name (progress.reason), ==,
                       uds_progress_reason_get_name (vector->reason));
      assert_number (progress.has_ratio, progress.ratio, vector->ratio);
      assert_number (progress.has_score, progress.score, vector->score);
      g_assert_cmpint (progress.method, ==, vector->method);
    }
}

static UdsProgress
calculate (const UdsProgressPoint *points,
           gsize                   n_points,
           UdsProgressMethod       method)
{
  return uds_progress_calculate (points, n_points,
                                 &(UdsProgressOptions) { .direction = UDS_DIRECTION_UP, .method = method });
}

static void
test_un_goes_back_for_a_second_value_and_the_others_do_not (void)
{
  static const struct {
    UdsProgressPoint points[4];
    gsize n_points;
    int base, latest; /* 0 where there are none */
    UdsProgressReason reason;
  } cases[] = {
    { { { 2010, 1 }, { 2013, 2 }, { 2017, 3 }, { 2020, 4 } }, 4, 2017, 2020, BY_TREND },
    { { { 2010, 1 }, { 2013, 2 }, { 2017, 3 } }, 3, 2013, 2017, BY_TREND },
    { { { 2015, 3 }, { 2010, 1 }, { 2013, 2 } }, 3, 2013, 2015, BY_TREND },
    { { { 2010, 1 }, { 2013, 2 } }, 2, 2010, 2013, BY_TREND },
    { { { 2013, 2 } }, 1, 2013, 2013, UDS_PROGRESS_REASON_ONE_POINT },
    { { { 2013, NAN } }, 1, 0, 0, UDS_PROGRESS_REASON_NO_DATA },
    { { { 2013, 1 }, { 2013, 2 }, { 2017, 3 } }, 3, 2013, 2017, UDS_PROGRESS_REASON_DUPLICATE_YEAR },
    { { { 2012, 1 }, { 2013, 2 }, { 2017, 3 }, { 2017, 4 } }, 4, 2017, 2017, UDS_PROGRESS_REASON_DUPLICATE_YEAR },
    { { { 2012, 1 }, { 2012, 2 }, { 2013, 3 }, { 2017, 4 } }, 4, 2013, 2017, BY_TREND },
  };
  UdsProgress other = calculate (cases[1].points, cases[1].n_points, EUROSTAT);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      UdsProgress progress = calculate (cases[i].points, cases[i].n_points, UN);

      g_assert_cmpint (progress.base.year, ==, cases[i].base);
      g_assert_cmpint (progress.latest.year, ==, cases[i].latest);
      g_assert_cmpstr (uds_progress_reason_get_name (progress.reason), ==,
                       uds_progress_reason_get_name (cases[i].reason));
    }
  g_assert_cmpint (other.reason, ==, UDS_PROGRESS_REASON_ONE_POINT);
}

/* The score says what the status says, so that the mean of scores has a status too. At a threshold itself the score is
 * the threshold's but for the noise of the arithmetic. */
static void
assert_sound (const UdsProgress *progress)
{
  UdsProgressWords words = { "t", UDS_FORMAT_SHORTEST, 2026, UDS_LANGUAGE_EN };
  g_autofree char *text = uds_progress_describe (progress, &words);

  g_assert_true (isfinite (progress->score) && isfinite (progress->ratio) && isfinite (progress->projected));
  g_assert_true (isfinite (progress->observed_rate) && isfinite (progress->required_rate));
  g_assert_cmpfloat (fabs (progress->score), <=, UDS_PROGRESS_SCORE_MAX);
  g_assert_cmpint (progress->has_score, ==, progress->status != NOT_AVAILABLE);
  g_assert_null (strstr (text, "nan"));
  g_assert_null (strstr (text, "inf"));
  if (progress->has_score && progress->status != ACHIEVED && fabs (fmod (progress->score, 2.5)) > 1e-3)
    g_assert_cmpint (progress->status, ==, uds_progress_status_for_score (progress->score));
}

static void
test_random_input_never_gives_nonsense (void)
{
  GRand *random = g_rand_new_with_seed (2030);

  for (int i = 0; i < 200000; i++)
    {
      UdsProgressPoint points[4];
      UdsProgressOptions options = {
        .direction = (UdsDirection) g_rand_int_range (random, 0, 3),
        .has_target = g_rand_boolean (random),
        .target = progress_random_value (random, 200),
        .target_year = g_rand_boolean (random) ? 0 : g_rand_int_range (random, 2010, 2040),
        .target_state = (UdsTargetState) g_rand_int_range (random, 0, 4),
        .method = g_rand_boolean (random) ? UN : EUROSTAT,
        .is_share = g_rand_boolean (random),
      };
      gsize n_points = (gsize) g_rand_int_range (random, 0, 5);
      UdsProgress progress;

      options.has_target = options.has_target && isfinite (options.target);
      for (gsize j = 0; j < n_points; j++)
        points[j] = (UdsProgressPoint) { g_rand_int_range (random, 2010, 2034), progress_random_value (random, 200) };

      progress = uds_progress_calculate (points, n_points, &options);
      assert_sound (&progress);
    }

  g_rand_free (random);
}

static char *
say (const UdsProgressPoint *points,
     UdsProgressOptions      options,
     const char             *unit,
     int                     decimals)
{
  UdsProgress progress = uds_progress_calculate (points, 2, &options);
  UdsProgressWords words = { unit, decimals, 2026, UDS_LANGUAGE_EN };

  return uds_progress_describe (&progress, &words);
}

static void
test_status_says_its_method_and_what_that_measured (void)
{
  static const UdsProgressPoint slow[] = { { 2015, 100 }, { 2020, 90 } };
  static const UdsProgressPoint nearly[] = { { 2015, 80 }, { 2020, 99.2 } };
  UdsProgressOptions to_half = { UDS_DIRECTION_DOWN, TRUE, 50, .method = UN };
  UdsProgressOptions to_all = { UDS_DIRECTION_UP, TRUE, 100, .method = UN, .is_share = TRUE };
  g_autofree char *way = say (slow, to_half, "t", 1);
  g_autofree char *near_enough = say (nearly, to_all, "%", 1);
  g_autofree char *trend = say (slow, (UdsProgressOptions) { UDS_DIRECTION_DOWN, .method = EUROSTAT }, "t", 0);

  g_assert_cmpstr (way, ==,
                   "It was 100.0\u00a0t in 2015 and 90.0\u00a0t in 2020, a change of −2.1% a year. The target of"
                   " 50.0\u00a0t in 2030 needs −4.5% a year. Carried on like this it is 72.9\u00a0t in 2030, which is"
                   " 54% of the way from the first value to the target. At this rate the target is reached in 2048."
                   " Assessed as in the UN Progress Chart.");
  g_assert_cmpstr (near_enough, ==,
                   "It was 80.0% in 2015 and 99.2% in 2020, a change of +4.4% a year. The target of 100.0% in 2030"
                   " counts as met since 2020: to the UN, one percentage point is near enough. Assessed as in the UN"
                   " Progress Chart.");
  g_assert_cmpstr (trend, ==,
                   "It was 100\u00a0t in 2015 and 90\u00a0t in 2020, a change of −2.1% a year. There is no target, so"
                   " the change itself is what counts. Assessed as Eurostat does.");
}

static void
test_thresholds_are_said_in_numbers (void)
{
  static const UdsProgressPoint points[] = { { 2015, 80 }, { 2020, 81 } };
  static const struct {
    UdsProgressOptions options;
    const char *thresholds;
  } cases[] = {
    { { UDS_DIRECTION_UP, TRUE, 95 },
      "On its way from 95%; Too slow from 60%; Standing still from 0%; Going back below 0%" },
    { { UDS_DIRECTION_UP }, "On its way above 1.5%; Too slow above 0.5%; Standing still from 0%; Going back below 0%" },
    /* Near its limit a value has less far to go: × (1 − 0.8^4.44) = 0.6287 */
    { { UDS_DIRECTION_UP, .has_limit = TRUE, .limit = 100 },
      "On its way above 0.94%; Too slow above 0.31%; Standing still from 0%; Going back below 0%" },
    { { UDS_DIRECTION_UP, TRUE, 95, .method = UN },
      "On its way from 95%; Too slow from 10%; Standing still from 0%; Going back below 0%" },
    { { UDS_DIRECTION_UP, .method = UN },
      "On its way from 2%; Too slow from 0.5%; Standing still from 0%; Going back below 0%" },
    { { UDS_DIRECTION_UP, .method = EUROSTAT },
      "On its way from 1%; Too slow from 0.1%; Standing still from −0.1%; Going back below −0.1%" },
    { { UDS_DIRECTION_UP, TRUE, 70 }, NULL },
    { { UDS_DIRECTION_UNKNOWN }, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      UdsProgress progress = uds_progress_calculate (points, 2, &cases[i].options);
      g_autofree char *text = uds_progress_describe_thresholds (&progress, UDS_LANGUAGE_EN);

      g_assert_cmpstr (text, ==, cases[i].thresholds);
    }
}

static void
test_methods_are_named_and_none_is_the_default (void)
{
  for (UdsProgressMethod method = UDS_METHOD_OPEN_SDG; method <= UDS_METHOD_EUROSTAT; method++)
    {
      UdsProgress progress = { .method = method };
      g_autofree char *rule = uds_progress_describe_method (&progress, UDS_LANGUAGE_EN);

      g_assert_cmpint (uds_progress_method_from_name (uds_progress_method_get_name (method)), ==, method);
      g_assert_nonnull (strstr (rule, "without a target"));
    }
  g_assert_cmpint (uds_progress_method_from_name (NULL), ==, UDS_METHOD_OPEN_SDG);
  g_assert_cmpint (uds_progress_method_from_name ("guess"), ==, UDS_METHOD_OPEN_SDG);
}

/* The mean of 1.3 (UN) and of -1.0757 (Eurostat) is that of the scores, on the one scale. */
static void
test_series_of_different_methods_have_a_mean (void)
{
  UdsProgressOptions un = options_of (&vectors[0]);
  UdsProgressOptions trend = { UDS_DIRECTION_UP, .method = EUROSTAT };
  UdsProgressPoint by_un[] = { vectors[0].base, vectors[0].latest };
  UdsProgressPoint by_trend[] = { { 2015, 100 }, { 2016, 98.95 } };
  UdsProgress series[] = { uds_progress_calculate (by_un, 2, &un), uds_progress_calculate (by_trend, 2, &trend) };
  UdsProgress combined = uds_progress_combine (series, NULL, 2);

  assert_number (combined.has_score, combined.score, (1.3 - 3.75) / 2);
  g_assert_cmpint (combined.status, ==, LIMITED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  words_init ();

  g_test_add_func ("/progress-methods/agree-with-their-formulas", test_agree_with_their_formulas);
  g_test_add_func ("/progress-methods/un-goes-back-for-a-second-value-and-the-others-do-not",
                   test_un_goes_back_for_a_second_value_and_the_others_do_not);
  g_test_add_func ("/progress-methods/random-input-never-gives-nonsense", test_random_input_never_gives_nonsense);
  g_test_add_func ("/progress-methods/status-says-its-method-and-what-that-measured",
                   test_status_says_its_method_and_what_that_measured);
  g_test_add_func ("/progress-methods/thresholds-are-said-in-numbers", test_thresholds_are_said_in_numbers);
  g_test_add_func ("/progress-methods/methods-are-named-and-none-is-the-default",
                   test_methods_are_named_and_none_is_the_default);
  g_test_add_func ("/progress-methods/series-of-different-methods-have-a-mean",
                   test_series_of_different_methods_have_a_mean);

  return g_test_run ();
}
