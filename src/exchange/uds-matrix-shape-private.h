/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a matrix of figures is like: which dimensions stand beside its rows and above its columns. For src/exchange
 * only. */
#pragma once

#include "uds-decimal.h"
#include "uds-import-file.h"
#include "uds-tidy-frame-private.h"

G_BEGIN_DECLS

/**
 * UdsMatrixDimension:
 * @name: its name, from the title
 * @is_told: whether the title names it
 * @is_time: whether its categories are the periods
 * @categories: (element-type utf8): a set of its categories
 * @whole: (nullable): the one that means all of them
 * @wanted: (nullable): the only one that the user wants; the others are left out, and it is no breakdown then
 */
typedef struct {
  char       *name;
  gboolean    is_told;
  gboolean    is_time;
  GHashTable *categories;
  const char *whole;
  const char *wanted;
} UdsMatrixDimension;

/**
 * UdsMatrixShape:
 * @frame: title and notes
 * @n_stubs: how many columns of labels there are
 * @headings: (element-type GPtrArray): the rows above the columns, each with a category per column; %NULL for none
 * @dimensions: (element-type UdsMatrixDimension): those of the columns of labels, then those of the rows above
 * @decimal: what the values say about their decimal sign
 */
typedef struct {
  UdsTidyFrame       frame;
  guint              n_stubs;
  GPtrArray         *headings;
  GArray            *dimensions;
  UdsDecimalEvidence decimal;
} UdsMatrixShape;

UdsMatrixShape *uds_matrix_shape_read (const UdsImportFile *file,
                                       guint                max_rows);
void            uds_matrix_shape_free (UdsMatrixShape      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsMatrixShape, uds_matrix_shape_free)

UdsCsvReader *uds_matrix_shape_open         (const UdsMatrixShape *self,
                                             const UdsImportFile  *file);
const char   *uds_matrix_shape_get_category (const UdsMatrixShape *self,
                                             guint                 heading,
                                             guint                 column);
void          uds_matrix_shape_describe     (const UdsMatrixShape *self,
                                             JsonObject           *metadata);

G_END_DECLS
