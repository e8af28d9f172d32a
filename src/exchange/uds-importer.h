/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every importer answers: is this mine, what is in it, do it. One importer per format; uds-import.h asks them. */
#pragma once

#include "uds-import-file.h"
#include "uds-session.h"

G_BEGIN_DECLS

/**
 * UdsImporter:
 * @name: its name in reports and commands
 * @label: what a reader sees; English, marked for translation
 * @sniff: looks at a file whose text is read and says how sure it is that the file is its own, 0 to 100, and in
 *   @reason why or why not, in the user's language
 * @preview: reads the files (element-type UdsImportFile), which belong together and all are its own; fills in
 *   what it finds in each, refuses those that cannot be read, and gives back what is to be written. @repair says
 *   whether the repairs it proposes are accepted. No database, any thread
 * @apply: writes what a preview gave, inside a command, and counts the records in the files
 * @free: frees what a preview gave
 * @has_plans: whether what a preview gives is a list of what is to be written of indicators (element-type
 *   UdsIndicatorPlan)
 */
typedef struct {
  const char *name;
  const char *label;

  int      (*sniff)   (const UdsImportFile  *file,
                       const char          **reason);
  gpointer (*preview) (GPtrArray            *files,
                       gboolean              repair);
  gboolean (*apply)   (gpointer              plan,
                       UdsSession           *session,
                       GError              **error);
  void     (*free)    (gpointer              plan);
  gboolean has_plans;
} UdsImporter;

extern const UdsImporter uds_open_sdg_importer;
extern const UdsImporter uds_px_importer;
extern const UdsImporter uds_json_stat_importer;
extern const UdsImporter uds_person_table_importer;
extern const UdsImporter uds_plain_table_importer;
extern const UdsImporter uds_record_importer;
extern const UdsImporter uds_sdmx_csv_importer;
extern const UdsImporter uds_statbank_importer;
extern const UdsImporter uds_statbank_matrix_importer;
extern const UdsImporter uds_vcard_importer;

G_END_DECLS
