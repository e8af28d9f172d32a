/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file says about one indicator, whatever its format: series and observations in memory, to be written by
 * uds-indicator-plan-private.h. For src/exchange only. */
#pragma once

#include "uds-import-file.h"
#include "uds-period.h"

G_BEGIN_DECLS

/**
 * UdsObservationState:
 * @UDS_OBSERVATION_NEW: not in the database
 * @UDS_OBSERVATION_SAME: there as the file says
 * @UDS_OBSERVATION_CHANGED: there, but different
 */
typedef enum {
  UDS_OBSERVATION_NEW,
  UDS_OBSERVATION_SAME,
  UDS_OBSERVATION_CHANGED,
} UdsObservationState;

/**
 * UdsIndicatorObservation:
 * @series: the place of its series in the table
 * @period: the place of its period in the table
 * @row: the row of the file it stands in
 * @has_value: whether it has a value; where not, the file says that there is none
 * @state: how it stands in the database, known when it is written
 * @value: the value
 * @label: (nullable): the period as written, where that differs from its canonical form
 * @quality: (nullable): the code of its quality
 * @footnote: (nullable): a remark on it
 * @attributes: (nullable): what else is said about it, a JSON object
 * @id: (nullable): of the record, where it is changed
 *
 * One observation. Its texts are shared by many and belong to the table.
 */
typedef struct {
  guint               series;
  guint               period;
  guint               row;
  gboolean            has_value;
  UdsObservationState state;
  double              value;
  const char         *label;
  const char         *quality;
  const char         *footnote;
  const char         *attributes;
  const char         *id;
} UdsIndicatorObservation;

/**
 * UdsIndicatorSeries:
 * @name: (nullable): its name, the table's
 * @unit: (nullable): the unit of its values, the table's
 * @breakdown: (nullable): which part it is about, a JSON object of names and categories, the table's; %NULL for all
 * @id: (nullable): of the record, when it is known
 */
typedef struct {
  const char *name;
  const char *unit;
  const char *breakdown;
  char       *id;
} UdsIndicatorSeries;

/**
 * UdsIndicatorTable:
 * @file: the file that counts its cells and records
 * @texts: the texts that its parts share
 * @series: (element-type UdsIndicatorSeries): its series
 * @observations: (element-type UdsIndicatorObservation): its observations in the order of the file
 * @periods: (element-type utf8): its periods in their canonical form
 * @series_places: from uds_indicator_series_make_key() to a series' place plus one
 * @period_places: from a canonical period to its place plus one
 * @places: from series and period to an observation's place plus one
 */
typedef struct {
  UdsImportFile *file;
  GStringChunk  *texts;
  GArray        *series;
  GArray        *observations;
  GPtrArray     *periods;
  GHashTable    *series_places;
  GHashTable    *period_places;
  GHashTable    *places;
} UdsIndicatorTable;

UdsIndicatorTable *uds_indicator_table_new  (UdsImportFile     *file);
void               uds_indicator_table_free (UdsIndicatorTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsIndicatorTable, uds_indicator_table_free)

const char              *uds_indicator_table_share         (UdsIndicatorTable             *self,
                                                            const char                    *text);
guint                    uds_indicator_table_intern_period (UdsIndicatorTable             *self,
                                                            const UdsPeriod               *period);
guint                    uds_indicator_table_intern_series (UdsIndicatorTable             *self,
                                                            const char                    *name,
                                                            const char                    *unit,
                                                            const char                    *breakdown);
UdsIndicatorObservation *uds_indicator_table_find          (UdsIndicatorTable             *self,
                                                            guint                          series,
                                                            guint                          period);
void                     uds_indicator_table_add           (UdsIndicatorTable             *self,
                                                            const UdsIndicatorObservation *observation);
UdsProblemCode           uds_indicator_table_tell_second   (const UdsIndicatorObservation *first,
                                                            gboolean                       has_value,
                                                            double                         value,
                                                            char                         **detail);
void                     uds_indicator_table_note_headline (UdsIndicatorTable             *self);
char                    *uds_indicator_series_make_key     (const char                    *name,
                                                            const char                    *unit,
                                                            const char                    *breakdown);

G_END_DECLS
