/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file of an import: its text and how it is written, what an importer found in it, and the count of its cells.
 * The importer itself is uds-importer.h's. */
#pragma once

#include "uds-column.h"
#include "uds-decimal.h"
#include "uds-encoding.h"
#include "uds-import-indicator.h"
#include "uds-kind.h"
#include "uds-problem.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define UDS_IMPORT_MAX_SIZE (50 * 1024 * 1024)
#define UDS_IMPORT_MAX_PROBLEMS 200000
#define UDS_IMPORT_MAX_CATEGORIES 1000 /* a breakdown with more is nothing to choose from */

/**
 * UdsImportCells:
 * @read: how many cells below the heading are not empty; of a text without a table, how many values
 * @imported: how many of them have their content in a record
 * @reported: how many stand under the problems instead; @read is always @imported plus @reported
 */
typedef struct {
  guint read;
  guint imported;
  guint reported;
} UdsImportCells;

/**
 * UdsImportRecords:
 * @created: how many records the file makes
 * @updated: how many it changes
 * @unchanged: how many are there already as it says
 */
typedef struct {
  guint created;
  guint updated;
  guint unchanged;
} UdsImportRecords;

/**
 * UdsImportColumn:
 * @heading: what stands in the heading, without blanks around it
 * @meaning: what the importer takes it for, English and marked for translation
 * @has_role: whether it is a column of observations, so that the user may say what it is
 * @role: what it is then
 * @categories: (nullable) (element-type utf8): of a breakdown with not too many, its categories in order
 * @proposed: (nullable): the one of them that is our own city, where it is one of several: to be offered, never taken
 *   unasked
 */
typedef struct {
  char          *heading;
  const char    *meaning;
  gboolean       has_role;
  UdsColumnRole  role;
  GPtrArray     *categories;
  char          *proposed;
} UdsImportColumn;

/**
 * UdsImportFile:
 * @name: the path, as the user gave it or below the folder given
 * @bytes: (nullable): the content; %NULL where it could not be read
 * @text: (nullable): the content in UTF-8
 * @format: (nullable): the name of the importer that takes it
 * @encoding: how it is written
 * @separator: of a table, what stands between cells; 0 otherwise
 * @decimal: of a table, the decimal sign of its numbers
 * @n_rows: of a table, how many rows below the heading are not empty
 * @columns: (element-type UdsImportColumn): of a table, its columns
 * @problems: (element-type UdsProblem): what is odd in it, in the order of the rows
 * @cells: what became of its cells
 * @records: what became of its records; known when it was applied
 * @refused: whether nothing in it can be imported; the problem says why
 * @kind: (nullable): the kind that the user said its rows are records of
 * @encoding_given: whether the user said the encoding
 * @separator_given: whether the user said the separator
 * @decimal_given: whether the user said the decimal sign
 * @roles: (element-type utf8 UdsColumnRole): what the user says columns are, by heading
 * @indicator: (nullable): the code of the indicator that the user says it is about
 * @wanted: (element-type utf8 utf8): by heading, the only category that the user wants of a breakdown
 * @said: (element-type utf8 utf8): what the user says of the indicators in it, by field: "goal" by its number, all
 *   others as they are stored; an empty text says that there is none
 * @indicators: (element-type UdsImportIndicator): what becomes of the indicators in it; known when the store was asked,
 *   and when it was applied
 *
 * What a preview of one file shows, and its part of the report.
 */
typedef struct {
  char             *name;
  GBytes           *bytes;
  GBytes           *text;
  const char       *format;
  UdsEncoding       encoding;
  char              separator;
  UdsDecimal        decimal;
  guint             n_rows;
  GPtrArray        *columns;
  GPtrArray        *problems;
  UdsImportCells    cells;
  UdsImportRecords  records;
  gboolean          refused;
  const UdsKind    *kind;
  gboolean          encoding_given;
  gboolean          separator_given;
  gboolean          decimal_given;
  GHashTable       *roles;
  GHashTable       *wanted;
  char             *indicator;
  GHashTable       *said;
  GPtrArray        *indicators;
} UdsImportFile;

UdsImportFile *uds_import_file_new         (const char           *name,
                                            GBytes               *bytes);
UdsImportFile *uds_import_file_load        (GFile                *file);
void           uds_import_file_free        (UdsImportFile        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsImportFile, uds_import_file_free)

gboolean uds_import_file_read       (UdsImportFile       *self);
gboolean uds_import_file_recode     (UdsImportFile       *self,
                                     UdsEncoding          encoding);
void     uds_import_file_refuse     (UdsImportFile       *self,
                                     const GError        *error);
char    *uds_import_file_get_stem   (const UdsImportFile *self);
char    *uds_import_file_get_code   (const UdsImportFile *self,
                                     gboolean            *is_certain);
gboolean uds_import_file_has_suffix (const UdsImportFile *self,
                                     const char *const   *suffixes);

void        uds_import_file_add_column      (UdsImportFile        *self,
                                             const char           *heading,
                                             const char           *meaning);
void        uds_import_file_add_role_column (UdsImportFile        *self,
                                             const char           *heading,
                                             UdsColumnRole         role);
gboolean    uds_import_file_get_role        (const UdsImportFile  *self,
                                             const char           *heading,
                                             UdsColumnRole        *role);
const char *uds_import_file_get_wanted      (const UdsImportFile  *self,
                                             const char           *heading);
const char *uds_import_file_get_said        (const UdsImportFile  *self,
                                             const char           *field);
void        uds_import_file_add_cell        (UdsImportFile        *self,
                                             guint                 row,
                                             guint                 column,
                                             UdsProblemCode        code,
                                             const char           *value,
                                             const char           *detail,
                                             const char           *repair);
void        uds_import_file_add_note        (UdsImportFile        *self,
                                             guint                 row,
                                             guint                 column,
                                             UdsProblemCode        code,
                                             const char           *value,
                                             const char           *detail);
void        uds_import_file_take_back       (UdsImportFile        *self,
                                             guint                 row,
                                             guint                 column,
                                             UdsProblemCode        code,
                                             const char           *value,
                                             const char           *detail);
void        uds_import_file_sort_problems   (UdsImportFile        *self);
gboolean    uds_import_file_check           (UdsImportFile        *self,
                                             GError              **error);
char       *uds_import_file_to_json         (const UdsImportFile  *self,
                                             gint64                group);

void uds_import_column_set_categories (UdsImportColumn *column,
                                       GHashTable      *categories);

gboolean uds_text_trim (const char  *text,
                        const char **start,
                        gsize       *length);

G_END_DECLS
