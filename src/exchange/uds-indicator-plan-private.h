/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the readers of all formats hand over to be written: an indicator with its tables, and how its metadata fill
 * its fields. For src/exchange only. */
#pragma once

#include "uds-indicator-table-private.h"
#include "uds-json.h"
#include "uds-session.h"

G_BEGIN_DECLS

/**
 * UdsIndicatorTerms:
 * @fill_indicator: sets the fields of an indicator that its metadata have something for
 * @list_parts: (nullable): gives the records of a kind that are part of the indicator (element-type UdsRecord): its
 *   calculations of progress, its targets, the breaks in its series; without the indicator they belong to
 * @get_reference: (nullable): whether the metadata say all there is to say of the indicator, and then what the record
 *   is called that one of its fields refers to, if any
 * @clean: (nullable): gives the metadata to be kept, without what is ours
 *
 * What the metadata of a format mean. The metadata are kept whole with the indicator, so that the next import sees
 * which fields were changed by hand since.
 */
typedef struct {
  void       (*fill_indicator)    (UdsRecord     *indicator,
                                   JsonObject    *metadata);
  GPtrArray *(*list_parts)        (const UdsKind *kind,
                                   JsonObject    *metadata);
  gboolean   (*get_reference)     (JsonObject    *metadata,
                                   const char    *field,
                                   const char   **name);
  JsonObject *(*clean)            (JsonObject    *metadata);
} UdsIndicatorTerms;

/**
 * UdsIndicatorPlan:
 * @terms: what its metadata mean
 * @code: its code
 * @file: the file that its own record is counted for
 * @metadata: what all files about it say of it
 * @tables: (element-type UdsIndicatorTable): its series and observations
 */
typedef struct {
  const UdsIndicatorTerms *terms;
  char                    *code;
  UdsImportFile           *file;
  JsonObject              *metadata;
  GPtrArray               *tables;
} UdsIndicatorPlan;

UdsIndicatorPlan *uds_indicator_plan_new  (const UdsIndicatorTerms  *terms,
                                           const char               *code,
                                           UdsImportFile            *file);
void              uds_indicator_plan_free (UdsIndicatorPlan         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsIndicatorPlan, uds_indicator_plan_free)

UdsImportFile    *uds_indicator_plan_get_file (const UdsIndicatorPlan *self);
gboolean          uds_indicator_plan_complete (UdsIndicatorPlan     *self,
                                               UdsSession           *session,
                                               UdsImportIndicator   *indicator,
                                               GError              **error);
gboolean          uds_indicator_plan_look_up  (UdsIndicatorPlan     *self,
                                               UdsSession           *session,
                                               GError              **error);
gboolean          uds_indicator_plan_save     (UdsIndicatorPlan     *self,
                                               UdsSession           *session,
                                               GError              **error);

gboolean          uds_indicator_find_record (UdsSession             *session,
                                             const char             *kind,
                                             const char             *field,
                                             const char             *value,
                                             UdsRecord             **record,
                                             GError                **error);

GPtrArray *uds_indicator_plans_new  (void);
gboolean   uds_indicator_plans_save (gpointer     plans,
                                     UdsSession  *session,
                                     GError     **error);
void       uds_indicator_plans_free (gpointer     plans);

gboolean uds_indicator_table_save (UdsIndicatorTable  *self,
                                   UdsRecord          *indicator,
                                   UdsSession         *session,
                                   GError            **error);

G_END_DECLS
