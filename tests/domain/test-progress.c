/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Progress agrees with the published method to the last digit, and is a number whatever comes in. The K vectors are
 * series of the Canadian SDG data, T those of sdg-build's own tests, S were made for an edge each. */
#include "../words.h"
#include "progress-fixture.h"
#include "uds-format.h"

#include <string.h>

/* A ratio or score of NONE must be absent. The precision is that of the vector, at best 1e-9. */
typedef struct {
  const char *name;
  UdsProgressPoint base, latest;
  char direction;
  double target;
  double limit;
  int base_year;
  double ratio;
  double score;
  double precision;
  UdsProgressStatus status;
  UdsProgressReason reason;
} Vector;

#define T(value) .target = value, .limit = NONE
#define L(value) .target = NONE, .limit = value
#define FREE .target = NONE, .limit = NONE

/* K19 is a mean of twelve months, which the published seven decimals are too few for. */
static const Vector vectors[] = {
  { "K1", { 2015, 14.5 }, { 2023, 10.2 }, '-', T (7.25), .ratio = 0.9525901792, .score = 2.5185563910,
    .precision = 1e-9, .status = SUBSTANTIAL, .reason = BY_TARGET },
  { "K2", { 2015, 3.98 }, { 2024, 3.46 }, '-', T (1.99), .ratio = 0.3418332245, .score = -1.0756835037,
    .precision = 1e-9, .status = LIMITED, .reason = BY_TARGET },
  { "K3", { 2015, 0.73 }, { 2023, 0.32 }, '-', T (0.073), .ratio = 0.6883470841, .score = 0.6310943871,
    .precision = 1e-9, .status = MODERATE, .reason = BY_TARGET },
  { "K4", { 2015, 6.0 }, { 2024, 4.5 }, '-', T (2.9), .ratio = 0.6649026616, .score = 0.4636332213,
    .precision = 1e-9, .status = MODERATE, .reason = BY_TARGET },
  { "K5", { 2015, 12.3 }, { 2023, 9.5 }, '-', T (8.2), .ratio = 1.1913757276, .score = 4.2241776847,
    .precision = 1e-9, .status = SUBSTANTIAL, .reason = BY_TARGET },
  { "K6", { 2016, 87 }, { 2021, 91 }, '+', T (100), .ratio = 0.9033585466, .score = 2.1668997622,
    .precision = 1e-9, .status = MODERATE, .reason = BY_TARGET },
  { "K7", { 2018, 91.3 }, { 2022, 94.5 }, '+', T (100), .ratio = 1.1360249873, .score = 3.8288128815,
    .precision = 1e-9, .status = SUBSTANTIAL, .reason = BY_TARGET },
  { "K8", { 2015, 97.8 }, { 2024, 97.5 }, '+', T (100), .ratio = -0.2299628061, .score = -3.4581860243,
    .precision = 1e-9, .status = WORSE, .reason = BY_TARGET },
  { "K9", { 2015, 1.55 }, { 2023, 2.2 }, '-', T (0.155), .ratio = -0.3144503717, .score = -3.8102203636,
    .precision = 1e-9, .status = WORSE, .reason = BY_TARGET },
  { "K10", { 2015, 0.052 }, { 2022, 0.048 }, '-', T (0), .ratio = 0.0490959590, .score = -2.2954318678,
    .precision = 1e-9, .status = LIMITED, .reason = BY_TARGET },
  { "K11", { 2015, 81124 }, { 2023, 0 }, '-', T (0), .ratio = 1.4224293446, .score = 5,
    .precision = 1e-9, .status = ACHIEVED, .reason = UDS_PROGRESS_REASON_TARGET_REACHED },
  { "K12", { 2015, 0.9 }, { 2023, 14.7 }, '+', T (10), .ratio = 2.3996836109, .score = 5,
    .precision = 1e-9, .status = ACHIEVED, .reason = UDS_PROGRESS_REASON_TARGET_REACHED },
  { "K13", { 2015, 7.05 }, { 2024, 12.58 }, '-', T (70), .ratio = -0.4018919388, .score = 5,
    .precision = 1e-9, .status = ACHIEVED, .reason = UDS_PROGRESS_REASON_TARGET_REACHED },
  { "K14", { 2015, 100 }, { 2023, 100 }, '+', T (100), .ratio = NONE, .score = 5,
    .precision = 1e-9, .status = ACHIEVED, .reason = UDS_PROGRESS_REASON_TARGET_REACHED },
  { "K15", { 2015, 100.1 }, { 2023, 109.7 }, '-', T (100), .ratio = -172.79059, .score = -5,
    .precision = 1e-5, .status = WORSE, .reason = BY_TARGET },
  { "K16", { 2010, 4 }, { 2023, 3 }, '-', T (0.4), .base_year = 2010, .ratio = 0.2012553587,
    .score = -1.6614292971, .precision = 1e-9, .status = LIMITED, .reason = BY_TARGET },
  { "K17", { 2017, 5.5 }, { 2017, 5.5 }, '-', T (3), .ratio = NONE, .score = NONE,
    .precision = 1e-9, .status = NOT_AVAILABLE, .reason = UDS_PROGRESS_REASON_ONE_POINT },
  { "K18", { 2015, 86.1 }, { 2023, 95.7 }, '+', L (100), .ratio = 0.0133012964, .score = 5,
    .precision = 1e-9, .status = SUBSTANTIAL, .reason = BY_TREND },
  { "K19", { 2015, 977.333 / 12 }, { 2025, 940.768 / 12 }, '+', L (100), .ratio = -0.0038058264,
    .score = -2.9757283058, .precision = 1e-9, .status = WORSE, .reason = BY_TREND },
  { "K20", { 2021, 79 }, { 2022, 79 }, '+', L (100), .ratio = 0, .score = -2.5,
    .precision = 1e-9, .status = LIMITED, .reason = BY_TREND },
  { "K21", { 2016, 99.47 }, { 2022, 99.57 }, '+', L (100), .ratio = 0.0001674846, .score = 0.5456262611,
    .precision = 1e-9, .status = MODERATE, .reason = BY_TREND },
  { "K22", { 2016, 98.55 }, { 2022, 99.47 }, '+', L (100), .ratio = 0.0015498761, .score = 5,
    .precision = 1e-9, .status = SUBSTANTIAL, .reason = BY_TREND },
  { "K23", { 2016, 74.8 }, { 2024, 78.3 }, '+', L (100), .ratio = 0.0057325835, .score = 0.7281197265,
    .precision = 1e-9, .status = MODERATE, .reason = BY_TREND },
  { "K24", { 2015, 9 }, { 2021, 6 }, '+', L (11), .ratio = -0.0653447348, .score = -5,
    .precision = 1e-9, .status = WORSE, .reason = BY_TREND },
  { "K25", { 2015, 7.2 }, { 2020, 6.0 }, '-', FREE, .ratio = 0.0358074960, .score = 5,
    .precision = 1e-9, .status = SUBSTANTIAL, .reason = BY_TREND },
  { "K26", { 2015, 8.1 }, { 2024, 6.8 }, '-', FREE, .ratio = 0.0192502402, .score = 4.6251201127,
    .precision = 1e-9, .status = SUBSTANTIAL, .reason = BY_TREND },
  { "K27", { 2015, 11 }, { 2025, 10 }, '-', FREE, .ratio = 0.0094857418, .score = 1.1214354464,
    .precision = 1e-9, .status = MODERATE, .reason = BY_TREND },
  { "K28", { 2015, 1.7 }, { 2023, 1.8 }, '+', FREE, .ratio = 0.0071703867, .score = 0.5425966807,
    .precision = 1e-9, .status = MODERATE, .reason = BY_TREND },
  { "K29", { 2015, 57590.92 }, { 2024, 59529.12 }, '+', FREE, .ratio = 0.0036846259, .score = -0.6576870749,
    .precision = 1e-9, .status = LIMITED, .reason = BY_TREND },
  { "K30", { 2015, 51.59 }, { 2024, 50.44 }, '+', FREE, .ratio = -0.0025016816, .score = -2.8127101980,
    .precision = 1e-9, .status = WORSE, .reason = BY_TREND },
  { "K31", { 2018, 257.635662114 }, { 2023, 245.7106638733 }, '+', FREE, .ratio = -0.0094335708,
    .score = -3.6791963532, .precision = 1e-9, .status = WORSE, .reason = BY_TREND },
  { "T1", { 2015, 1.55 }, { 2019, 1.82 }, '-', T (0), .ratio = -0.105788, .score = -2.9408,
    .precision = 1e-4, .status = WORSE, .reason = BY_TARGET },
  { "T2", { 2020, 100 }, { 2021, 120 }, '-', FREE, .ratio = -0.2, .score = -5,
    .precision = 1e-9, .status = WORSE, .reason = BY_TREND },
  { "S1", { 2015, 100 }, { 2020, 108 }, '+', FREE, .ratio = 0.015511, .score = 2.7556,
    .precision = 1e-4, .status = SUBSTANTIAL, .reason = BY_TREND },
  { "S2", { 2015, 100 }, { 2020, 108 }, '-', FREE, .ratio = -0.015511, .score = -4.4389,
    .precision = 1e-4, .status = WORSE, .reason = BY_TREND },
  { "S4", { 2015, 100 }, { 2016, 100.5 }, '+', FREE, .ratio = 0.005, .score = 0,
    .precision = 1e-9, .status = LIMITED, .reason = BY_TREND },
  { "S5", { 2015, 100 }, { 2016, 101.5 }, '+', FREE, .ratio = 0.015, .score = 2.5,
    .precision = 1e-9, .status = MODERATE, .reason = BY_TREND },
  { "S6", { 2015, 100 }, { 2020, 79.4 }, '-', T (50), .ratio = 0.998405, .score = 2.8458,
    .precision = 1e-4, .status = SUBSTANTIAL, .reason = BY_TARGET },
  { "S7", { 2015, 100 }, { 2020, 90 }, '-', T (50), .ratio = 0.461744, .score = -0.5760,
    .precision = 1e-4, .status = LIMITED, .reason = BY_TARGET },
  { "S9", { 2015, 100 }, { 2020, 110 }, '-', T (50), .ratio = -0.426164, .score = -4.2757,
    .precision = 1e-4, .status = WORSE, .reason = BY_TARGET },
  { "S12", { 2015, 50 }, { 2020, 55 }, '-', T (50), .ratio = NONE, .score = -5,
    .precision = 1e-9, .status = WORSE, .reason = UDS_PROGRESS_REASON_TARGET_LEFT },
  { "S13", { 2015, 10 }, { 2020, 5 }, '-', T (0), .ratio = 0.282129, .score = -1.3245,
    .precision = 1e-4, .status = LIMITED, .reason = BY_TARGET },
  { "S14", { 2015, 10 }, { 2020, 5 }, '-', T (0.1), .ratio = 0.489675, .score = -0.4597,
    .precision = 1e-4, .status = LIMITED, .reason = BY_TARGET },
  { "S15", { 2015, 0 }, { 2020, 5 }, '+', FREE, .ratio = 4.492803, .score = 5,
    .precision = 1e-6, .status = SUBSTANTIAL, .reason = BY_TREND },
  { "S18", { 2015, -10 }, { 2020, -8 }, '+', FREE, .ratio = 0.043648, .score = 5,
    .precision = 1e-6, .status = SUBSTANTIAL, .reason = BY_TREND },
  { "S19", { 2015, -10 }, { 2020, 8 }, '+', FREE, .ratio = NONE, .score = NONE,
    .precision = 1e-9, .status = NOT_AVAILABLE, .reason = UDS_PROGRESS_REASON_OPPOSITE_SIGNS },
  { "S20", { 2015, 100 }, { 2020, 100 }, '+', L (100), .ratio = 0, .score = 5,
    .precision = 1e-9, .status = SUBSTANTIAL, .reason = UDS_PROGRESS_REASON_AT_LIMIT },
  { "S21", { 2015, 100 }, { 2020, 99 }, '+', L (100), .ratio = -0.002008, .score = -2.7510,
    .precision = 1e-4, .status = WORSE, .reason = BY_TREND },
  { "S23", { 2015, 4 }, { 2020, 3.9 }, '-', L (3), .ratio = 0.005051, .score = 0.2627,
    .precision = 1e-4, .status = MODERATE, .reason = BY_TREND },
};

static UdsDirection
direction_of (char sign)
{
  return sign == '+' ? UDS_DIRECTION_UP : UDS_DIRECTION_DOWN;
}

static void
assert_number (gboolean has_number,
               double   number,
               double   expected,
               double   precision)
{
  g_assert_cmpint (has_number, ==, !isnan (expected));
  if (has_number)
    g_assert_cmpfloat_with_epsilon (number, expected, precision);
}

static void
test_agrees_with_the_published_method (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      const Vector *vector = &vectors[i];
      UdsProgressPoint points[] = { vector->latest, vector->base };
      UdsProgressOptions options = {
        .direction = direction_of (vector->direction),
        .has_target = !isnan (vector->target),
        .target = isnan (vector->target) ? 0 : vector->target,
        .has_limit = !isnan (vector->limit),
        .limit = isnan (vector->limit) ? 0 : vector->limit,
        .base_year = vector->base_year,
      };
      gsize n_points = vector->base.year == vector->latest.year ? 1 : 2;
      UdsProgress progress = uds_progress_calculate (points, n_points, &options);

      g_test_message ("%s", vector->name);
      g_assert_cmpstr (uds_progress_status_get_name (progress.status), ==,
                       uds_progress_status_get_name (vector->status));
      g_assert_cmpstr (uds_progress_reason_get_name (progress.reason), ==,
                       uds_progress_reason_get_name (vector->reason));
      assert_number (progress.has_ratio, progress.ratio, vector->ratio, vector->precision);
      assert_number (progress.has_score, progress.score, vector->score, vector->precision);
      g_assert_cmpint (progress.base.year, ==, vector->base.year);
      g_assert_cmpint (progress.latest.year, ==, vector->latest.year);
      g_assert_true (progress.base.value == vector->base.value);
      g_assert_true (progress.latest.value == vector->latest.value);
    }
}

/* S25 */
static void
test_counts_from_the_base_year_that_is_asked_for (void)
{
  static const UdsProgressPoint points[] = { { 2012, 10 }, { 2014, 11 }, { 2017, 12 }, { 2021, 13 } };
  UdsProgress progress = progress_of (points, 4, (UdsProgressOptions) { UDS_DIRECTION_UP, .base_year = 2017 });
  UdsProgress fallback = progress_of (points, 4, (UdsProgressOptions) { UDS_DIRECTION_UP, .base_year = 2015 });

  g_assert_cmpint (progress.base.year, ==, 2017);
  g_assert_cmpint (progress.latest.year, ==, 2021);
  assert_number (progress.has_ratio, progress.ratio, 0.020212, 1e-6);
  assert_number (progress.has_score, progress.score, 5, 1e-9);
  g_assert_cmpint (progress.status, ==, UDS_PROGRESS_SUBSTANTIAL);
  g_assert_cmpint (fallback.base.year, ==, 2017);
}

/* S28: the first year of 2015/16, 2016/17 and 2019/20. */
static void
test_years_between_do_not_matter (void)
{
  static const UdsProgressPoint points[] = { { 2016, 11 }, { 2019, 14 }, { 2015, 10 } };
  UdsProgress progress = progress_of (points, 3, (UdsProgressOptions) { UDS_DIRECTION_UP });

  assert_number (progress.has_ratio, progress.ratio, 0.087757, 1e-6);
  assert_number (progress.has_score, progress.score, 5, 1e-9);
  g_assert_cmpint (progress.status, ==, UDS_PROGRESS_SUBSTANTIAL);
}

/* S45 */
static void
test_target_may_have_a_year_of_its_own (void)
{
  static const UdsProgressPoint points[] = { { 2015, 100 }, { 2016, 106 } };
  UdsProgress progress = progress_of (points, 2,
                                    (UdsProgressOptions) { UDS_DIRECTION_UP, TRUE, 110, .target_year = 2016 });

  assert_number (progress.has_ratio, progress.ratio, 0.6, 1e-9);
  assert_number (progress.has_score, progress.score, 0, 1e-4);
  assert_number (progress.has_required_rate, progress.required_rate, 0.1, 1e-9);
  g_assert_cmpint (progress.status, ==, UDS_PROGRESS_MODERATE);
}

/* The status at a threshold must not hang on how the arithmetic rounds, whatever the values and years. */
static void
test_threshold_is_not_left_to_chance (void)
{
  for (int n_years = 1; n_years <= 15; n_years++)
    for (int start = 1; start < 400; start++)
      {
        double base = start / 7.;
        double times = 2 + start / 100.;
        double factor = 1 - pow (1 / times, 4.44);
        UdsProgressPoint slow[] = { { 2015, base }, { 2015 + n_years, base * pow (1 + 0.005 * factor, n_years) } };
        UdsProgressPoint fast[] = { { 2015, base }, { 2015 + n_years, base * pow (1 + 0.015 * factor, n_years) } };
        UdsProgressPoint fair[] = { { 2015, base }, { 2015 + n_years, base * pow (0.97, n_years) } };
        UdsProgressOptions trend = { UDS_DIRECTION_UP, .has_limit = TRUE, .limit = times * base };
        UdsProgressOptions target = { UDS_DIRECTION_DOWN, TRUE, base * pow (0.95, 16), 2031 };

        g_assert_cmpint (progress_of (slow, 2, trend).status, ==, UDS_PROGRESS_LIMITED);
        g_assert_cmpint (progress_of (fast, 2, trend).status, ==, UDS_PROGRESS_MODERATE);
        g_assert_cmpint (progress_of (fair, 2, target).status, ==, UDS_PROGRESS_MODERATE);
      }
}

static void
test_noise_is_no_change (void)
{
  UdsProgressPoint points[] = { { 2015, 0.3 }, { 2016, 0.1 + 0.2 } };
  UdsProgress progress = progress_of (points, 2, (UdsProgressOptions) { UDS_DIRECTION_DOWN });

  g_assert_cmpint (progress.status, ==, UDS_PROGRESS_LIMITED);
  g_assert_true (progress.has_ratio && progress.ratio == 0);
}

static void
test_what_cannot_be_assessed_has_a_reason (void)
{
  static const struct {
    UdsProgressPoint points[3];
    gsize n_points;
    UdsProgressOptions options;
    UdsProgressReason reason;
  } cases[] = {
    { { { 0 } }, 0, { UDS_DIRECTION_UP }, UDS_PROGRESS_REASON_NO_DATA },
    { { { 2016, NAN }, { 2017, INFINITY } }, 2, { UDS_DIRECTION_UP }, UDS_PROGRESS_REASON_NO_DATA },
    { { { 2011, 1 }, { 2014, 2 } }, 2, { UDS_DIRECTION_UP }, UDS_PROGRESS_REASON_NO_RECENT_DATA },
    { { { 2014, 1 }, { 2016, 2 } }, 2, { UDS_DIRECTION_UP }, UDS_PROGRESS_REASON_ONE_POINT },
    { { { 2015, 1 }, { 2016, 2 },
    { 2016, 3 } }, 3, { UDS_DIRECTION_UP }, UDS_PROGRESS_REASON_DUPLICATE_YEAR },
    { { { 2016, 3 }, { 2016, 3 } }, 2, { UDS_DIRECTION_UP }, UDS_PROGRESS_REASON_DUPLICATE_YEAR },
    { { { 2015, 1 }, { 2016, 2 } }, 2, { UDS_DIRECTION_UNKNOWN }, UDS_PROGRESS_REASON_NO_DIRECTION },
    { { { 2015, 1 }, { 2016, -2 } }, 2, { UDS_DIRECTION_UP }, UDS_PROGRESS_REASON_OPPOSITE_SIGNS },
    { { { 2015, 0 }, { 2016, -2 } }, 2, { UDS_DIRECTION_DOWN }, UDS_PROGRESS_REASON_OPPOSITE_SIGNS },
    { { { 2015, 1 }, { 2016, 2 } }, 2, { UDS_DIRECTION_DOWN, TRUE, -5 }, UDS_PROGRESS_REASON_TARGET_SIGN },
    { { { 2015, 1 }, { 2016, 2 } }, 2, { UDS_DIRECTION_UP, TRUE, 5, 2015 }, UDS_PROGRESS_REASON_TARGET_YEAR },
    { { { 2015, 1e-300 }, { 2016, 1e300 } }, 2, { UDS_DIRECTION_UP }, UDS_PROGRESS_REASON_OUT_OF_RANGE },
    { { { 2015, 0.001 },
    { 2016, 2 } }, 2, { UDS_DIRECTION_DOWN, TRUE, 0 }, UDS_PROGRESS_REASON_OUT_OF_RANGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      UdsProgress progress = progress_of (cases[i].points, cases[i].n_points, cases[i].options);

      g_assert_cmpstr (uds_progress_reason_get_name (progress.reason), ==,
                       uds_progress_reason_get_name (cases[i].reason));
      g_assert_cmpint (progress.status, ==, UDS_PROGRESS_NOT_AVAILABLE);
      g_assert_false (progress.has_score);
      g_assert_cmpint (progress.arrival_year, ==, 0);
    }
}

static void
test_duplicate_before_the_base_year_is_no_hindrance (void)
{
  static const UdsProgressPoint points[] = { { 2010, 1 }, { 2010, 2 }, { 2015, 100 }, { 2020, 108 } };

  g_assert_cmpint (progress_of (points, 4, (UdsProgressOptions) { UDS_DIRECTION_UP }).status, ==,
                   UDS_PROGRESS_SUBSTANTIAL);
}

static void
test_target_that_was_met_and_is_not_is_going_back (void)
{
  static const UdsProgressPoint points[] = { { 2015, 40 }, { 2020, 55 } };
  UdsProgress progress = progress_of (points, 2, (UdsProgressOptions) { UDS_DIRECTION_DOWN, TRUE, 50 });

  g_assert_cmpint (progress.status, ==, UDS_PROGRESS_DETERIORATION);
  g_assert_cmpint (progress.reason, ==, UDS_PROGRESS_REASON_TARGET_LEFT);
  g_assert_true (progress.has_ratio);
  g_assert_cmpint (progress.arrival_year, ==, 0);
}

static void
test_negative_values_may_aim_at_zero (void)
{
  static const UdsProgressPoint points[] = { { 2015, -10 }, { 2020, -8 } };
  UdsProgress progress = progress_of (points, 2, (UdsProgressOptions) { UDS_DIRECTION_UP, TRUE, 0 });

  g_assert_cmpint (progress.status, ==, UDS_PROGRESS_LIMITED);
  assert_number (progress.has_ratio, progress.ratio, 0.0436475 / 0.4588304, 1e-6);
}

static void
test_year_of_arrival_is_projected_or_known (void)
{
  static const struct {
    UdsProgressPoint points[4];
    gsize n_points;
    UdsProgressOptions options;
    int year;
  } cases[] = {
    /* Halved in five years, so a quarter of it takes ten more. */
    { { { 2015, 100 }, { 2020, 50 } }, 2, { UDS_DIRECTION_DOWN, TRUE, 12.5 }, 2030 },
    { { { 2015, 100 }, { 2020, 50 } }, 2, { UDS_DIRECTION_DOWN, TRUE, 12.4 }, 2031 },
    { { { 2015, 100 }, { 2020, 101 } }, 2, { UDS_DIRECTION_UP, TRUE, 110 }, 2063 },
    { { { 2015, 100 }, { 2020, 100.1 } }, 2, { UDS_DIRECTION_UP, TRUE, 200 }, 0 },
    { { { 2015, 100 }, { 2020, 100 } }, 2, { UDS_DIRECTION_UP, TRUE, 110 }, 0 },
    { { { 2015, 100 }, { 2020, 90 } }, 2, { UDS_DIRECTION_UP, TRUE, 110 }, 0 },
    { { { 2015, 100 }, { 2020, 0 } }, 2, { UDS_DIRECTION_UP, TRUE, 110 }, 0 },
    { { { 2015, 100 }, { 2020, 110 } }, 2, { UDS_DIRECTION_UP }, 0 },
    { { { 2015, 9 }, { 2017, 11 }, { 2018, 12 }, { 2019, 13 } }, 4, { UDS_DIRECTION_UP, TRUE, 11 }, 2017 },
    { { { 2015, 9 }, { 2017, 11 }, { 2018, 10 }, { 2019, 13 } }, 4, { UDS_DIRECTION_UP, TRUE, 11 }, 2019 },
    { { { 2015, 12 }, { 2017, 11 }, { 2018, 12 }, { 2019, 13 } }, 4, { UDS_DIRECTION_UP, TRUE, 11 }, 2015 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (progress_of (cases[i].points, cases[i].n_points, cases[i].options).arrival_year, ==,
                     cases[i].year);
}

static void
test_arrival_is_not_a_year_late_by_rounding (void)
{
  for (int n_years = 6; n_years < 100; n_years++)
    {
      UdsProgressPoint points[] = { { 2015, 100 }, { 2020, 100 * pow (0.93, 5) } };
      UdsProgressOptions options = { UDS_DIRECTION_DOWN, TRUE, 100 * pow (0.93, n_years) };

      g_assert_cmpint (progress_of (points, 2, options).arrival_year, ==, 2015 + n_years);
    }
}

static void
test_rates_are_those_of_the_points (void)
{
  static const UdsProgressPoint points[] = { { 2015, 3.98 }, { 2024, 3.46 } };
  UdsProgress progress = progress_of (points, 2, (UdsProgressOptions) { UDS_DIRECTION_DOWN, TRUE, 1.99 });

  assert_number (progress.has_observed_rate, progress.observed_rate, pow (3.46 / 3.98, 1. / 9) - 1, 1e-12);
  assert_number (progress.has_required_rate, progress.required_rate, pow (0.5, 1. / 15) - 1, 1e-12);
  g_assert_cmpfloat (progress.observed_rate, <, 0);
  g_assert_true (progress.has_target && progress.target == 1.99);
  g_assert_cmpint (progress.target_year, ==, 2030);
}

static void
test_series_are_combined_by_their_mean (void)
{
  static const struct {
    const char *name;
    double scores[7];
    const char *groups[7];
    gsize n_series;
    guint n_assessed;
    double score;
    UdsProgressStatus status;
  } cases[] = {
    { "A1", { 2.8153866454, -2.7348688404, -2.8492675347, NONE, NONE, NONE, NONE }, { NULL }, 7, 3,
      -0.9229165766, UDS_PROGRESS_LIMITED },
    { "A2", { -3.2188588755, -1.7887677815, -1.7485016154 }, { "a", "a", NULL }, 3, 3,
      -2.1261574720, UDS_PROGRESS_LIMITED },
    { "A3", { 4.9817979, 5, 1.4505697731 }, { "a", "a", "" }, 3, 3, 3.2207344300, UDS_PROGRESS_SUBSTANTIAL },
    { "A3 in another order", { 5, 1.4505697731, 4.9817979 }, { "a", "", "a" }, 3, 3, 3.2207344300,
      UDS_PROGRESS_SUBSTANTIAL },
    { "A4", { 0.7281197265, 3.8907192806 }, { NULL }, 2, 2, 2.3094195035, UDS_PROGRESS_MODERATE },
    { "A5", { 5 }, { NULL }, 1, 1, 5, UDS_PROGRESS_ACHIEVED },
    { "S39", { 5, 0.7313 }, { NULL }, 2, 2, 2.86565, UDS_PROGRESS_SUBSTANTIAL },
    { "S39 in another order", { 0.7313, 5 }, { NULL }, 2, 2, 2.86565, UDS_PROGRESS_SUBSTANTIAL },
    { "all achieved", { 5, NONE, 5 }, { NULL }, 3, 2, 5, UDS_PROGRESS_ACHIEVED },
    { "worst", { -5, -3 }, { NULL }, 2, 2, -4, UDS_PROGRESS_DETERIORATION },
    { "at the edge", { -2, -3 }, { NULL }, 2, 2, -2.5, UDS_PROGRESS_LIMITED },
    { "one assessed", { NONE, -1 }, { NULL }, 2, 1, -1, UDS_PROGRESS_LIMITED },
    { "none assessed", { NONE, NONE }, { "a", "a" }, 2, 0, NONE, UDS_PROGRESS_NOT_AVAILABLE },
    { "two groups", { 1, 3, -4 }, { "a", "a", "b" }, 3, 3, -1, UDS_PROGRESS_LIMITED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      UdsProgress series[7];
      UdsProgress combined;

      for (gsize j = 0; j < cases[i].n_series; j++)
        series[j] = progress_scored (cases[i].scores[j]);
      combined = uds_progress_combine (series, cases[i].groups, cases[i].n_series);

      g_test_message ("%s", cases[i].name);
      assert_number (combined.has_score, combined.score, cases[i].score, 1e-7);
      g_assert_cmpint (combined.status, ==, cases[i].status);
      g_assert_cmpint (combined.n_series, ==, cases[i].n_series);
      g_assert_cmpint (combined.n_assessed, ==, cases[i].n_assessed);
    }
}

/* S38 and S39, from the points on. */
static void
test_two_series_are_assessed_together (void)
{
  static const UdsProgressPoint women[] = { { 2015, 100 }, { 2020, 110 } };
  static const UdsProgressPoint men[] = { { 2015, 100 }, { 2020, 95 } };
  static const UdsProgressPoint reached[] = { { 2015, 100 }, { 2020, 160 } };
  UdsProgressOptions trend = { UDS_DIRECTION_UP };
  UdsProgressOptions target = { UDS_DIRECTION_UP, TRUE, 150 };
  UdsProgress by_trend[] = { progress_of (women, 2, trend), progress_of (men, 2, trend) };
  UdsProgress by_target[] = { progress_of (reached, 2, target), progress_of (women, 2, target) };
  UdsProgress combined = uds_progress_combine (by_trend, NULL, 2);

  assert_number (by_trend[0].has_score, by_trend[0].score, 4.6224, 1e-4);
  assert_number (by_trend[1].has_score, by_trend[1].score, -3.7758, 1e-4);
  assert_number (combined.has_score, combined.score, 0.4233, 1e-4);
  g_assert_cmpint (combined.status, ==, UDS_PROGRESS_MODERATE);
  g_assert_cmpint (combined.reason, ==, UDS_PROGRESS_REASON_COMBINED);

  combined = uds_progress_combine (by_target, NULL, 2);
  g_assert_cmpint (by_target[0].status, ==, UDS_PROGRESS_ACHIEVED);
  assert_number (by_target[1].has_score, by_target[1].score, 0.7313, 1e-4);
  assert_number (combined.has_score, combined.score, 2.8657, 1e-4);
  g_assert_cmpint (combined.status, ==, UDS_PROGRESS_SUBSTANTIAL);
}

static void
assert_finite_and_consistent (const UdsProgress *progress)
{
  UdsProgressWords words = { "t", UDS_FORMAT_SHORTEST, 2026, UDS_LANGUAGE_DA };
  g_autofree char *text = uds_progress_describe (progress, &words);

  g_assert_true (isfinite (progress->score) && isfinite (progress->ratio));
  g_assert_true (isfinite (progress->observed_rate) && isfinite (progress->required_rate));
  g_assert_cmpfloat (fabs (progress->score), <=, 5);
  g_assert_cmpint (progress->has_score, ==, progress->status != UDS_PROGRESS_NOT_AVAILABLE);
  g_assert_true (progress->arrival_year == 0 || progress->arrival_year >= progress->base.year);
  g_assert_null (strstr (text, "nan"));
  g_assert_null (strstr (text, "inf"));
}

static void
test_random_input_never_gives_nonsense (void)
{
  GRand *random = g_rand_new_with_seed (2030);

  for (int i = 0; i < 200000; i++)
    {
      UdsProgressPoint points[3];
      UdsProgressOptions options = {
        .direction = (UdsDirection) g_rand_int_range (random, 0, 3),
        .has_target = g_rand_boolean (random),
        .target = progress_random_value (random, 1000),
        .target_year = g_rand_boolean (random) ? 0 : g_rand_int_range (random, 2010, 2040),
        .target_state = (UdsTargetState) g_rand_int_range (random, 0, 4),
        .base_year = g_rand_boolean (random) ? 0 : g_rand_int_range (random, 2010, 2020),
        .has_limit = g_rand_boolean (random),
        .limit = progress_random_value (random, 1000),
      };
      gsize n_points = (gsize) g_rand_int_range (random, 0, 4);
      UdsProgress progress;

      options.has_target = options.has_target && isfinite (options.target);
      options.has_limit = options.has_limit && isfinite (options.limit);
      for (gsize j = 0; j < n_points; j++)
        points[j] = (UdsProgressPoint) { g_rand_int_range (random, 2012, 2024), progress_random_value (random, 1000) };

      progress = uds_progress_calculate (points, n_points, &options);
      assert_finite_and_consistent (&progress);
    }

  g_rand_free (random);
}

static void
test_direction_is_never_assumed (void)
{
  g_assert_cmpint (uds_direction_from_name ("up"), ==, UDS_DIRECTION_UP);
  g_assert_cmpint (uds_direction_from_name ("down"), ==, UDS_DIRECTION_DOWN);
  g_assert_cmpint (uds_direction_from_name ("positive?"), ==, UDS_DIRECTION_UNKNOWN);
  g_assert_cmpint (uds_direction_from_name (NULL), ==, UDS_DIRECTION_UNKNOWN);
}

static void
test_goal_counts_its_indicators (void)
{
  UdsProgressTally tally = { 0 };

  g_assert_cmpfloat (uds_progress_tally_get_coverage (&tally), ==, 0);

  uds_progress_tally_add (&tally, UDS_PROGRESS_ACHIEVED);
  uds_progress_tally_add (&tally, UDS_PROGRESS_SUBSTANTIAL);
  uds_progress_tally_add (&tally, UDS_PROGRESS_DETERIORATION);
  uds_progress_tally_add (&tally, UDS_PROGRESS_NOT_AVAILABLE);

  g_assert_cmpint (uds_progress_tally_get_n_indicators (&tally), ==, 4);
  g_assert_cmpint (uds_progress_tally_get_n_assessed (&tally), ==, 3);
  g_assert_cmpint (uds_progress_tally_get_n_on_their_way (&tally), ==, 2);
  g_assert_cmpfloat (uds_progress_tally_get_coverage (&tally), ==, 0.75);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  words_init ();

  g_test_add_func ("/progress/agrees-with-the-published-method", test_agrees_with_the_published_method);
  g_test_add_func ("/progress/counts-from-the-base-year-that-is-asked-for",
                   test_counts_from_the_base_year_that_is_asked_for);
  g_test_add_func ("/progress/years-between-do-not-matter", test_years_between_do_not_matter);
  g_test_add_func ("/progress/target-may-have-a-year-of-its-own", test_target_may_have_a_year_of_its_own);
  g_test_add_func ("/progress/threshold-is-not-left-to-chance", test_threshold_is_not_left_to_chance);
  g_test_add_func ("/progress/noise-is-no-change", test_noise_is_no_change);
  g_test_add_func ("/progress/what-cannot-be-assessed-has-a-reason",
                   test_what_cannot_be_assessed_has_a_reason);
  g_test_add_func ("/progress/duplicate-before-the-base-year-is-no-hindrance",
                   test_duplicate_before_the_base_year_is_no_hindrance);
  g_test_add_func ("/progress/target-that-was-met-and-is-not-is-going-back",
                   test_target_that_was_met_and_is_not_is_going_back);
  g_test_add_func ("/progress/negative-values-may-aim-at-zero", test_negative_values_may_aim_at_zero);
  g_test_add_func ("/progress/year-of-arrival-is-projected-or-known",
                   test_year_of_arrival_is_projected_or_known);
  g_test_add_func ("/progress/arrival-is-not-a-year-late-by-rounding",
                   test_arrival_is_not_a_year_late_by_rounding);
  g_test_add_func ("/progress/rates-are-those-of-the-points", test_rates_are_those_of_the_points);
  g_test_add_func ("/progress/series-are-combined-by-their-mean", test_series_are_combined_by_their_mean);
  g_test_add_func ("/progress/two-series-are-assessed-together", test_two_series_are_assessed_together);
  g_test_add_func ("/progress/random-input-never-gives-nonsense", test_random_input_never_gives_nonsense);
  g_test_add_func ("/progress/direction-is-never-assumed", test_direction_is_never_assumed);
  g_test_add_func ("/progress/goal-counts-its-indicators", test_goal_counts_its_indicators);

  return g_test_run ();
}
