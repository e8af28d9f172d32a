/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far an indicator has come: a status with its reason, the rates behind it and the year of arrival. Computed from
 * two points by the method of Statistics Canada and Open SDG, or by another that is asked for, with the direction
 * always said. */
#pragma once

#include "uds-language.h"

G_BEGIN_DECLS

/**
 * UDS_PROGRESS_BASE_YEAR:
 *
 * The year that progress is counted from where an indicator names none.
 */
#define UDS_PROGRESS_BASE_YEAR 2015

/**
 * UDS_PROGRESS_TARGET_YEAR:
 *
 * The year of a target that names none.
 */
#define UDS_PROGRESS_TARGET_YEAR 2030

/**
 * UDS_PROGRESS_IN_PLACE_OF_ZERO:
 *
 * Growth needs a number other than zero to start from and to end at; the method puts this one in its place.
 */
#define UDS_PROGRESS_IN_PLACE_OF_ZERO 0.001

/**
 * UDS_PROGRESS_SCORE_MAX:
 *
 * The best score; the worst is as far below zero.
 */
#define UDS_PROGRESS_SCORE_MAX 5.0

/**
 * UdsProgressMethod:
 * @UDS_METHOD_OPEN_SDG: that of Statistics Canada and Open SDG, which is the default
 * @UDS_METHOD_UN: that of the UN's SDG Progress Chart 2023
 * @UDS_METHOD_EUROSTAT: Eurostat's, in the variant of Eustat
 */
typedef enum {
  UDS_METHOD_OPEN_SDG,
  UDS_METHOD_UN,
  UDS_METHOD_EUROSTAT,
} UdsProgressMethod;

/**
 * UdsDirection:
 * @UDS_DIRECTION_UNKNOWN: nobody said; such an indicator is not assessed
 * @UDS_DIRECTION_UP: higher is better
 * @UDS_DIRECTION_DOWN: lower is better
 */
typedef enum {
  UDS_DIRECTION_UNKNOWN,
  UDS_DIRECTION_UP,
  UDS_DIRECTION_DOWN,
} UdsDirection;

/**
 * UdsTargetState:
 * @UDS_TARGET_ACTIVE: it holds
 * @UDS_TARGET_REACHED: it was declared reached
 * @UDS_TARGET_GIVEN_UP: it was given up
 * @UDS_TARGET_REPLACED: another took its place
 *
 * What became of a target. Only one that holds is measured by; a target declared reached, for as long as it is met.
 */
typedef enum {
  UDS_TARGET_ACTIVE,
  UDS_TARGET_REACHED,
  UDS_TARGET_GIVEN_UP,
  UDS_TARGET_REPLACED,
} UdsTargetState;

/**
 * UdsProgressStatus:
 * @UDS_PROGRESS_ACHIEVED: the target is reached
 * @UDS_PROGRESS_SUBSTANTIAL: on its way
 * @UDS_PROGRESS_MODERATE: too slow
 * @UDS_PROGRESS_LIMITED: standing still, or nearly
 * @UDS_PROGRESS_DETERIORATION: going back
 * @UDS_PROGRESS_NOT_AVAILABLE: not assessed
 *
 * From the best to the worst, as bars and counts show them.
 */
typedef enum {
  UDS_PROGRESS_ACHIEVED,
  UDS_PROGRESS_SUBSTANTIAL,
  UDS_PROGRESS_MODERATE,
  UDS_PROGRESS_LIMITED,
  UDS_PROGRESS_DETERIORATION,
  UDS_PROGRESS_NOT_AVAILABLE,
} UdsProgressStatus;

#define UDS_PROGRESS_N_STATUSES (UDS_PROGRESS_NOT_AVAILABLE + 1)

/**
 * UdsProgressReason:
 * @UDS_PROGRESS_REASON_NO_DATA: there is no value at all
 * @UDS_PROGRESS_REASON_NO_WHOLE: there are values of parts, and none of the whole, which is what is assessed
 * @UDS_PROGRESS_REASON_NO_RECENT_DATA: all values are from before the base year
 * @UDS_PROGRESS_REASON_ONE_POINT: there is one value since the base year
 * @UDS_PROGRESS_REASON_DUPLICATE_YEAR: there are two values for one year since the base year
 * @UDS_PROGRESS_REASON_NO_DIRECTION: nobody said which direction is better
 * @UDS_PROGRESS_REASON_OPPOSITE_SIGNS: the value changed its sign, so it has no rate of growth
 * @UDS_PROGRESS_REASON_TARGET_SIGN: the target has the other sign than the value
 * @UDS_PROGRESS_REASON_TARGET_YEAR: the target's year is not after the year of the first value
 * @UDS_PROGRESS_REASON_OUT_OF_RANGE: the rates are beyond what can be computed
 * @UDS_PROGRESS_REASON_TARGET_REACHED: the latest value meets the target
 * @UDS_PROGRESS_REASON_TARGET_LEFT: the first value met the target, the latest does not
 * @UDS_PROGRESS_REASON_TARGET: the observed rate is measured by the rate the target asks for
 * @UDS_PROGRESS_REASON_AT_LIMIT: the value was at its limit from the start and did not get worse
 * @UDS_PROGRESS_REASON_TREND: there is no target; the observed rate itself is measured
 * @UDS_PROGRESS_REASON_COMBINED: the mean of several series
 */
typedef enum {
  UDS_PROGRESS_REASON_NO_DATA,
  UDS_PROGRESS_REASON_NO_WHOLE,
  UDS_PROGRESS_REASON_NO_RECENT_DATA,
  UDS_PROGRESS_REASON_ONE_POINT,
  UDS_PROGRESS_REASON_DUPLICATE_YEAR,
  UDS_PROGRESS_REASON_NO_DIRECTION,
  UDS_PROGRESS_REASON_OPPOSITE_SIGNS,
  UDS_PROGRESS_REASON_TARGET_SIGN,
  UDS_PROGRESS_REASON_TARGET_YEAR,
  UDS_PROGRESS_REASON_OUT_OF_RANGE,
  UDS_PROGRESS_REASON_TARGET_REACHED,
  UDS_PROGRESS_REASON_TARGET_LEFT,
  UDS_PROGRESS_REASON_TARGET,
  UDS_PROGRESS_REASON_AT_LIMIT,
  UDS_PROGRESS_REASON_TREND,
  UDS_PROGRESS_REASON_COMBINED,
} UdsProgressReason;

/**
 * UdsProgressPoint:
 * @year: the year of a value, or 0 for no point
 * @value: the value; where it is not finite the point does not count
 */
typedef struct {
  int    year;
  double value;
} UdsProgressPoint;

/**
 * UdsProgressOptions:
 * @direction: which direction is better
 * @has_target: whether a target was set
 * @target: the target
 * @target_year: the target's year, or 0 for %UDS_PROGRESS_TARGET_YEAR
 * @base_year: the year to count from, or 0 for %UDS_PROGRESS_BASE_YEAR; where it has no value, the next that
 *   has
 * @has_limit: whether the value has a natural end; it counts only where there is no target
 * @limit: that end, such as 100 for a share in percent
 * @target_state: what became of the target
 * @method: the method of assessment
 * @is_share: whether the values are percent of a whole; to the UN, such a value is at its end a little before
 */
typedef struct {
  UdsDirection      direction;
  gboolean          has_target;
  double            target;
  int               target_year;
  int               base_year;
  gboolean          has_limit;
  double            limit;
  UdsTargetState    target_state;
  UdsProgressMethod method;
  gboolean          is_share;
} UdsProgressOptions;

/**
 * UdsProgress:
 * @status: the status
 * @reason: why it is that one
 * @method: the method it was assessed by
 * @base_year: the year that was to be counted from
 * @has_earlier: whether there are values too early to count
 * @base: the point counted from
 * @latest: the latest point
 * @has_score: whether there is a @score; always, unless the status is not available
 * @score: -5 to 5
 * @has_ratio: whether there is a @ratio
 * @ratio: what the method measures. With a target, the observed rate as a share of the required one, or, by the UN,
 *   how far of the way from @base to @target @projected is; without, the observed rate in the wanted direction
 * @has_thresholds: whether the status was read off the @ratio
 * @thresholds: the ratio from which a status is substantial, moderate, limited, by status
 * @has_projected: whether there is a @projected
 * @projected: the value in the target's year if growth goes on as observed
 * @has_observed_rate: whether there is an @observed_rate
 * @observed_rate: growth a year from @base to @latest, -0.03 for three percent less
 * @has_required_rate: whether there is a @required_rate
 * @required_rate: growth a year from @base to the target
 * @has_target: whether there is a @target to measure by
 * @has_former_target: whether there is a @target that no longer counts
 * @target: the target
 * @target_year: its year
 * @target_state: what became of it
 * @is_met_nearly: whether it is met because the latest value is within the UN's percentage point of it
 * @was_met_in_time: whether a value up to the target's year met it
 * @arrival_year: the year since which the target is met, or in which it will be at the observed rate; 0 if
 *   neither
 * @n_series: of a combination, how many series there are
 * @n_assessed: of a combination, how many of them are assessed
 *
 * No number in it is ever infinite or not a number.
 */
typedef struct {
  UdsProgressStatus status;
  UdsProgressReason reason;
  UdsProgressMethod method;
  int               base_year;
  gboolean          has_earlier;
  UdsProgressPoint  base;
  UdsProgressPoint  latest;
  gboolean          has_score;
  double            score;
  gboolean          has_ratio;
  double            ratio;
  gboolean          has_thresholds;
  double            thresholds[UDS_PROGRESS_LIMITED + 1];
  gboolean          has_projected;
  double            projected;
  gboolean          has_observed_rate;
  double            observed_rate;
  gboolean          has_required_rate;
  double            required_rate;
  gboolean          has_target;
  gboolean          has_former_target;
  double            target;
  int               target_year;
  UdsTargetState    target_state;
  gboolean          is_met_nearly;
  gboolean          was_met_in_time;
  int               arrival_year;
  guint             n_series;
  guint             n_assessed;
} UdsProgress;

/**
 * UdsProgressWords:
 * @unit: (nullable): the unit of the values, as it was written
 * @decimals: how many decimals the values are written with, or %UDS_FORMAT_SHORTEST
 * @this_year: today's, which tells past deadlines from those to come
 * @language: the language of the numbers; that of the words is the session's
 *
 * How progress is put into words.
 */
typedef struct {
  const char *unit;
  int         decimals;
  int         this_year;
  UdsLanguage language;
} UdsProgressWords;

/**
 * UdsProgressTally:
 * @counts: how many indicators have each status
 *
 * The statuses of a goal's indicators, or of all; starts as zeros.
 */
typedef struct {
  guint counts[UDS_PROGRESS_N_STATUSES];
} UdsProgressTally;

UdsDirection       uds_direction_from_name               (const char               *name);
UdsTargetState     uds_target_state_from_name            (const char               *name);
UdsProgressMethod  uds_progress_method_from_name         (const char               *name);
const char        *uds_progress_method_get_name          (UdsProgressMethod         method);
const char        *uds_progress_method_get_label         (UdsProgressMethod         method);
UdsProgress        uds_progress_calculate                (const UdsProgressPoint   *points,
                                                          gsize                     n_points,
                                                          const UdsProgressOptions *options);
UdsProgress        uds_progress_combine                  (const UdsProgress        *series,
                                                          const char *const        *groups,
                                                          gsize                     n_series);
UdsProgressStatus  uds_progress_status_for_score         (double                    score);
char              *uds_progress_describe                 (const UdsProgress        *progress,
                                                          const UdsProgressWords   *words);
char              *uds_progress_describe_briefly         (const UdsProgress        *progress,
                                                          const UdsProgressWords   *words);
char              *uds_progress_describe_method          (const UdsProgress        *progress,
                                                          UdsLanguage               language);
char              *uds_progress_describe_thresholds      (const UdsProgress        *progress,
                                                          UdsLanguage               language);
char              *uds_progress_format_threshold         (const UdsProgress        *progress,
                                                          UdsProgressStatus         status,
                                                          UdsLanguage               language);
const char        *uds_progress_reason_get_name          (UdsProgressReason         reason);
const char        *uds_progress_status_get_name          (UdsProgressStatus         status);
const char        *uds_progress_status_get_label         (UdsProgressStatus         status);
const char        *uds_progress_status_get_icon_name     (UdsProgressStatus         status);
const char        *uds_progress_status_get_glyph         (UdsProgressStatus         status);
void               uds_progress_tally_add                (UdsProgressTally         *tally,
                                                          UdsProgressStatus         status);
guint              uds_progress_tally_get_n_indicators   (const UdsProgressTally   *tally);
guint              uds_progress_tally_get_n_assessed     (const UdsProgressTally   *tally);
guint              uds_progress_tally_get_n_on_their_way (const UdsProgressTally   *tally);
double             uds_progress_tally_get_coverage       (const UdsProgressTally   *tally);

G_END_DECLS
