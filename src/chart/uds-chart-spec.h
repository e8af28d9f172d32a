/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a chart says, as data: its texts; its series over time, its targets and paths; or its rows and columns of
 * categories; or several such charts side by side. No sizes, no colours,
 * no drawing. Built on one thread and then left alone, it may be read by many. */
#pragma once

#include "uds-chart-map.h"
#include "uds-language.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * UdsChartKind:
 * @UDS_CHART_LINES: lines over time
 * @UDS_CHART_BARS: a bar for each category, from zero; a grid of one column
 * @UDS_CHART_DUMBBELL: how far each category came: a grid of two columns, then and now, or of three with the target
 * @UDS_CHART_HEAT_MAP: a cell for each row and column of a grid
 * @UDS_CHART_MULTIPLES: many small line charts over the same time
 * @UDS_CHART_TIMELINE: a bar from start to end for each row of a grid of one column, which holds its state
 * @UDS_CHART_MAP: a dot for each place, where it is on the earth; a grid of one column
 * @UDS_CHART_RELATIONS: what one row is tied to, around it; a grid of one column, which holds what each row is
 */
typedef enum {
  UDS_CHART_LINES,
  UDS_CHART_BARS,
  UDS_CHART_DUMBBELL,
  UDS_CHART_HEAT_MAP,
  UDS_CHART_MULTIPLES,
  UDS_CHART_TIMELINE,
  UDS_CHART_MAP,
  UDS_CHART_RELATIONS,
} UdsChartKind;

/**
 * UDS_CHART_THEN:
 *
 * The columns of a dumbbell's grid.
 */
#define UDS_CHART_THEN 0
#define UDS_CHART_NOW 1
#define UDS_CHART_TO_COME 2

/**
 * UdsChartTargetState:
 * @UDS_CHART_TARGET_ACTIVE: it counts
 * @UDS_CHART_TARGET_REACHED: it was reached
 * @UDS_CHART_TARGET_GIVEN_UP: it was given up
 * @UDS_CHART_TARGET_REPLACED: another one took its place
 */
typedef enum {
  UDS_CHART_TARGET_ACTIVE,
  UDS_CHART_TARGET_REACHED,
  UDS_CHART_TARGET_GIVEN_UP,
  UDS_CHART_TARGET_REPLACED,
} UdsChartTargetState;

/**
 * UdsChartTarget:
 * @value: what is to be reached, in the spec's unit
 * @position: by when, a year with a fraction; 0 where no time was set
 * @label: (nullable): what it is called; %NULL to write "Target 100% by 2025". What became of it is written after it
 * @state: what became of it
 * @ended: when it did, a year with a fraction; 0 where it is not known or has not ended
 */
typedef struct {
  double value;
  double position;
  char *label;
  UdsChartTargetState state;
  double ended;
} UdsChartTarget;

/**
 * UdsChartPath:
 * @from_position: when it starts, a year with a fraction
 * @from_value: where it starts
 * @to_position: when it ends, later
 * @to_value: where it ends
 */
typedef struct {
  double from_position;
  double from_value;
  double to_position;
  double to_value;
} UdsChartPath;

/**
 * UdsChartFormat:
 * @language: of the numbers
 * @unit: (nullable): of the values; the spec's
 * @decimals: of the values
 *
 * How one spec writes its values.
 */
typedef struct {
  UdsLanguage language;
  const char *unit;
  int decimals;
} UdsChartFormat;

#define UDS_TYPE_CHART_SPEC (uds_chart_spec_get_type ())
G_DECLARE_FINAL_TYPE (UdsChartSpec, uds_chart_spec, UDS, CHART_SPEC, GObject)

UdsChartSpec         *uds_chart_spec_new               (UdsLanguage           language);
void                  uds_chart_spec_set_title         (UdsChartSpec         *self,
                                                        const char           *title);
void                  uds_chart_spec_set_subtitle      (UdsChartSpec         *self,
                                                        const char           *subtitle);
void                  uds_chart_spec_set_source        (UdsChartSpec         *self,
                                                        const char           *source);
void                  uds_chart_spec_add_footnote      (UdsChartSpec         *self,
                                                        const char           *footnote);
void                  uds_chart_spec_set_unit          (UdsChartSpec         *self,
                                                        const char           *unit);
void                  uds_chart_spec_set_decimals      (UdsChartSpec         *self,
                                                        int                   decimals);
UdsChartSeries       *uds_chart_spec_add_series        (UdsChartSpec         *self,
                                                        const char           *id,
                                                        const char           *name);
UdsChartGrid         *uds_chart_spec_make_grid         (UdsChartSpec         *self,
                                                        UdsChartKind          kind);
UdsChartMap          *uds_chart_spec_make_map          (UdsChartSpec         *self,
                                                        const char           *heading,
                                                        const char           *weights);
void                  uds_chart_spec_add_panel         (UdsChartSpec         *self,
                                                        UdsChartSpec         *panel);
void                  uds_chart_spec_set_shares_scale  (UdsChartSpec         *self,
                                                        gboolean              shares_scale);
void                  uds_chart_spec_add_target        (UdsChartSpec         *self,
                                                        const UdsChartTarget *target);
void                  uds_chart_spec_set_required_path (UdsChartSpec         *self,
                                                        const UdsChartPath   *path);
void                  uds_chart_spec_set_projection    (UdsChartSpec         *self,
                                                        const UdsChartPath   *path);
void                  uds_chart_spec_set_base          (UdsChartSpec         *self,
                                                        gsize                 point);

UdsLanguage           uds_chart_spec_get_language      (UdsChartSpec         *self);
const char           *uds_chart_spec_get_title         (UdsChartSpec         *self);
const char           *uds_chart_spec_get_subtitle      (UdsChartSpec         *self);
const char           *uds_chart_spec_get_source        (UdsChartSpec         *self);
const char           *uds_chart_spec_get_unit          (UdsChartSpec         *self);
gsize                 uds_chart_spec_get_n_footnotes   (UdsChartSpec         *self);
const char           *uds_chart_spec_get_footnote      (UdsChartSpec         *self,
                                                        gsize                 index);
UdsChartKind          uds_chart_spec_get_kind          (UdsChartSpec         *self);
gsize                 uds_chart_spec_get_n_series      (UdsChartSpec         *self);
const UdsChartSeries *uds_chart_spec_get_series        (UdsChartSpec         *self,
                                                        gsize                 index);
UdsChartSpec         *uds_chart_spec_get_panel         (UdsChartSpec         *self,
                                                        gsize                 series);
gboolean              uds_chart_spec_get_shares_scale  (UdsChartSpec         *self);
const UdsChartGrid   *uds_chart_spec_get_grid          (UdsChartSpec         *self);
const UdsChartMap    *uds_chart_spec_get_map           (UdsChartSpec         *self);
gsize                 uds_chart_spec_get_n_targets     (UdsChartSpec         *self);
const UdsChartTarget *uds_chart_spec_get_target        (UdsChartSpec         *self,
                                                        gsize                 index);
const UdsChartPath   *uds_chart_spec_get_required_path (UdsChartSpec         *self);
const UdsChartPath   *uds_chart_spec_get_projection    (UdsChartSpec         *self);
gsize                 uds_chart_spec_get_base          (UdsChartSpec         *self);
void                  uds_chart_spec_get_format        (UdsChartSpec         *self,
                                                        UdsChartFormat       *format);

char                 *uds_chart_format_number          (const UdsChartFormat *self,
                                                        double                value);
char                 *uds_chart_format_value           (const UdsChartFormat *self,
                                                        double                value);
char                 *uds_chart_format_difference      (const UdsChartFormat *self,
                                                        double                difference);
char                 *uds_chart_grid_format_cell       (const UdsChartGrid   *self,
                                                        const UdsChartCell   *cell,
                                                        const UdsChartFormat *format);
char                 *uds_chart_point_format_period    (const UdsChartPoint  *self,
                                                        UdsLanguage           language);
char                 *uds_chart_target_format_label    (const UdsChartTarget *self,
                                                        const UdsChartFormat *format);

G_END_DECLS
