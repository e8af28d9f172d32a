/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question while it becomes SQL. For uds-query-sql.c and uds-query-conditions.c only. */
#pragma once

#include "uds-query-private.h"

G_BEGIN_DECLS

/**
 * UdsPlan:
 * @UDS_PLAN_TABLE: the records are read and sorted
 * @UDS_PLAN_NAMES: the keys of the names are read in order, until there are enough
 * @UDS_PLAN_CONDITIONS: the records that meet the conditions are read and sorted by the keys of their names
 * @UDS_PLAN_HITS: the records found by words are read and sorted by the keys of their names
 */
typedef enum {
  UDS_PLAN_TABLE,
  UDS_PLAN_NAMES,
  UDS_PLAN_CONDITIONS,
  UDS_PLAN_HITS,
} UdsPlan;

/**
 * UdsMaking:
 *
 * How a question becomes SQL. Values are numbered as they are put into it.
 */
typedef struct {
  UdsQuery *query;
  UdsColumns columns;
  const UdsPair *pair;     /* where the columns are one */
  UdsPlan plan;
  gboolean has_words;
  gboolean holds_against;  /* each record is held against what names it */
  gboolean needs_no_table; /* the keys of the names have the ids, and more is not asked for */
  guint most_named;        /* so many records at the most may name others, where that is enough to know; 0 for all */
  GString *sql;
  GPtrArray *values;       /* (element-type UdsValue) */
  GPtrArray *texts;        /* (element-type UdsValue): those of them that are no part of the question */
} UdsMaking;

guint uds_making_add_text          (UdsMaking   *self,
                                    char        *text);
char *uds_query_make_words         (UdsQuery    *self);
void  uds_making_append_code       (UdsMaking   *self,
                                    UdsQuery    *query);
void  uds_making_append_own        (UdsMaking   *self,
                                    UdsQuery    *query,
                                    gboolean     is_indexed);
void  uds_making_append_conditions (UdsMaking   *self,
                                    UdsQuery    *query,
                                    UdsPlan      plan,
                                    gboolean     is_indexed);

G_END_DECLS
