/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cube of statistics in memory: dimensions with their categories, and the values that are there. PX and JSON-stat
 * fill it; what becomes of it is uds-cube-table.c's. For src/exchange only. */
#pragma once

#include "uds-indicator-table-private.h"

G_BEGIN_DECLS

#define UDS_CUBE_MAX_VALUES 2000000
#define UDS_CUBE_MAX_DIMENSIONS 100
#define UDS_CUBE_MAX_CATEGORIES 200000
#define UDS_CUBE_MAX_SIZE 1000000000

/**
 * UdsCubeCategory:
 * @code: (nullable): its code
 * @text: what a reader calls it; no other category of the dimension has the same once the cube is settled
 * @unit: (nullable): of a category of the measure, the unit of its values
 * @has_period: whether @period is known, whatever its texts say
 * @period: of a category of time, which it is
 */
typedef struct {
  char      *code;
  char      *text;
  char      *unit;
  gboolean   has_period;
  UdsPeriod  period;
} UdsCubeCategory;

/**
 * UdsCubeDimension:
 * @code: its code
 * @text: what a reader calls it
 * @role: %UDS_COLUMN_ROLE_PERIOD, %UDS_COLUMN_ROLE_SERIES for the measure, else %UDS_COLUMN_ROLE_BREAKDOWN
 * @whole: (nullable): the code or text of the category that the file says means all of them
 * @categories: (element-type UdsCubeCategory): its categories
 */
typedef struct {
  char          *code;
  char          *text;
  UdsColumnRole  role;
  char          *whole;
  GPtrArray     *categories;
} UdsCubeDimension;

/**
 * UdsCubeValue:
 * @place: its place in the cube, the last dimension running fastest
 * @line: the line of the file that it stands in
 * @code: %UDS_PROBLEM_NONE or a note where it can be imported
 * @has_value: whether there is a value; where not, the file says that there is none
 * @value: the value
 * @text: (nullable): what stands there, where that is no number
 * @footnote: (nullable): what the file says about such values
 * @status: (nullable): the file's code for how sure it is
 * @counts_status: whether the status stands there on its own, so that it counts as a cell
 *
 * One value that is there. Its texts belong to the cube.
 */
typedef struct {
  guint           place;
  guint           line;
  UdsProblemCode  code;
  gboolean        has_value;
  double          value;
  const char     *text;
  const char     *footnote;
  const char     *status;
  gboolean        counts_status;
} UdsCubeValue;

/**
 * UdsCube:
 * @dimensions: (element-type UdsCubeDimension): its dimensions, the last running fastest
 * @values: (element-type UdsCubeValue): the values that are there, in the order of the file
 * @texts: the texts of the values
 */
typedef struct {
  GPtrArray    *dimensions;
  GArray       *values;
  GStringChunk *texts;
} UdsCube;

UdsCube          *uds_cube_new            (void);
void              uds_cube_free           (UdsCube           *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsCube, uds_cube_free)

UdsCubeDimension *uds_cube_add_dimension  (UdsCube           *self,
                                           const char        *code,
                                           const char        *text);
UdsCubeCategory  *uds_cube_add_category   (UdsCubeDimension  *dimension,
                                           const char        *code,
                                           const char        *text);
UdsCubeDimension *uds_cube_find_dimension (UdsCube           *self,
                                           const char        *name);
gboolean          uds_cube_find_category  (UdsCubeDimension  *dimension,
                                           const char        *name,
                                           guint             *place);
gboolean          uds_cube_get_size       (UdsCube           *self,
                                           guint             *size,
                                           GError           **error);
gboolean          uds_cube_add_value      (UdsCube            *self,
                                           const UdsCubeValue *value,
                                           GError            **error);
void              uds_cube_settle         (UdsCube           *self);

UdsIndicatorTable *uds_cube_to_table      (UdsCube           *self,
                                           UdsImportFile     *file,
                                           GError           **error);
void               uds_cube_list_columns  (UdsCube           *self,
                                           UdsImportFile     *file);

G_END_DECLS
