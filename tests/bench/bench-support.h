/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the store's benchmarks share: a database in a folder of its own, filled past the store so that a million rows
 * are there in seconds, clocks, and the line that says ours, the anchor, the ratio and the aim. */
#pragma once

#include "uds-row-list.h"

#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct {
  char *folder;
  char *path;
  UdsStore *store;
} BenchDatabase;

void     bench_database_init  (BenchDatabase *self,
                               guint          n_requests,
                               gboolean       searchable);
void     bench_database_clear (BenchDatabase *self);
sqlite3 *bench_open           (const char    *path);
void     bench_exec           (sqlite3       *handle,
                               const char    *sql);
char    *bench_make_word      (guint          number);

UdsRowList *bench_open_list   (BenchDatabase *database,
                               UdsQuery      *query,
                               UdsListGroups       *groups,
                               GArray        *times);
void     bench_wait_for_rows  (GListModel    *model,
                               guint          first,
                               guint          end);
void     bench_wait_for_all   (UdsRowList    *list);

double   bench_import_with_shell (const char *csv,
                                  const char *table,
                                  const char *schema,
                                  double     *cpu);

double   bench_now            (void);
double   bench_cpu            (void);
double   bench_cpu_of_thread  (void);
double   bench_percentile     (GArray        *times,
                               double         percent);
void     bench_report         (const char    *what,
                               const char    *unit,
                               double         ours,
                               const char    *anchor_name,
                               double         anchor,
                               double         aim);
void     bench_report_aim     (const char    *what,
                               const char    *unit,
                               double         ours,
                               double         aim);
void     bench_report_load    (void);

G_END_DECLS
