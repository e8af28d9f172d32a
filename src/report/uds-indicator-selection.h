/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader wants to see of an indicator: one series in one unit, some of its parts, another indicator beside it,
 * as lines or as rows. The window, the printer, files and commands draw from the same selection. Pure: it reads nothing
 * and is read by any thread once it is left alone. */
#pragma once

#include "uds-chart-spec.h"
#include "uds-indicator-parts.h"

G_BEGIN_DECLS

/**
 * UdsIndicatorSelection:
 * @series: (nullable): the name of the series; %NULL for the one without a name
 * @unit: (nullable): the unit of the series; %NULL for the one without
 * @pairs: (element-type UdsBreakdownPair): the parts; none for the whole
 * @compared: (nullable): the id of another indicator
 * @kind: %UDS_CHART_LINES, %UDS_CHART_BARS or %UDS_CHART_DUMBBELL
 */
typedef struct {
  char        *series;
  char        *unit;
  GArray      *pairs;
  char        *compared;
  UdsChartKind kind;
} UdsIndicatorSelection;

/**
 * UdsChoiceOf:
 * @UDS_CHOICE_OF_SERIES: one of the names of series
 * @UDS_CHOICE_OF_UNIT: one of the units of the chosen series
 * @UDS_CHOICE_OF_PARTS: any number of the values of a dimension
 */
typedef enum {
  UDS_CHOICE_OF_SERIES,
  UDS_CHOICE_OF_UNIT,
  UDS_CHOICE_OF_PARTS,
} UdsChoiceOf;

/**
 * UdsIndicatorOption:
 * @value: (nullable): the name, unit or value; %NULL for the series without one
 * @is_chosen: whether it is chosen
 * @is_available: whether choosing it shows anything more
 */
typedef struct {
  char    *value;
  gboolean is_chosen;
  gboolean is_available;
} UdsIndicatorOption;

/**
 * UdsIndicatorChoice:
 * @of: what is chosen
 * @dimension: (nullable): of parts, the dimension they are values of
 * @options: (element-type UdsIndicatorOption): what there is to choose, in the order of the series
 */
typedef struct {
  UdsChoiceOf of;
  char       *dimension;
  GArray     *options;
} UdsIndicatorChoice;

UdsIndicatorSelection *uds_indicator_selection_new          (UdsIndicatorDigest          *digest,
                                                             UdsIndicatorParts           *parts);
UdsIndicatorSelection *uds_indicator_selection_copy         (const UdsIndicatorSelection *self);
void                   uds_indicator_selection_free         (UdsIndicatorSelection       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsIndicatorSelection, uds_indicator_selection_free)

void       uds_indicator_selection_repair       (UdsIndicatorSelection       *self,
                                                 UdsIndicatorParts           *parts);
void       uds_indicator_selection_set_kind     (UdsIndicatorSelection       *self,
                                                 UdsIndicatorParts           *parts,
                                                 UdsChartKind                 kind);
gboolean   uds_indicator_selection_choose       (UdsIndicatorSelection       *self,
                                                 UdsIndicatorParts           *parts,
                                                 UdsChoiceOf                  of,
                                                 const char                  *dimension,
                                                 const char                  *value,
                                                 gboolean                     chosen);
GPtrArray *uds_indicator_selection_list_choices (const UdsIndicatorSelection *self,
                                                 UdsIndicatorParts           *parts);
guint      uds_indicator_selection_count_parts  (const UdsIndicatorSelection *self,
                                                 UdsIndicatorParts           *parts);
GPtrArray *uds_indicator_selection_list_shown   (const UdsIndicatorSelection *self,
                                                 UdsIndicatorParts           *parts);
gboolean   uds_indicator_selection_is_plain     (const UdsIndicatorSelection *self,
                                                 UdsIndicatorDigest          *digest,
                                                 UdsIndicatorParts           *parts);

G_END_DECLS
