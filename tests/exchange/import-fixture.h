/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of all formats do with an import. */
#pragma once

#include "../store/store-fixture.h"
#include "uds-import.h"

/* A text that is a table, and what comes of it. */
typedef struct {
  const char *promise;
  const char *text;
  guint n_reported;
  const char *problems;
  const char *observations;
} ImportTable;

/* The same where it is counted too how many cells come in. */
typedef struct {
  const char *promise;
  const char *text;
  guint n_imported, n_reported;
  const char *problems;
  const char *values;
} ImportValues;

typedef void (*ImportTestFunc) (StoreFixture *fixture,
                                gconstpointer data);

typedef struct {
  const char *path;
  ImportTestFunc test;
} ImportTest;

/* A case of @cases, each of which begins with its promise, is the test's data. */
#define import_add_cases(prefix, cases, test) \
  import_add_many_cases (prefix, cases, sizeof *cases, G_N_ELEMENTS (cases), test, NULL)

/* The same for a test that needs no database. */
#define import_add_plain_cases(prefix, cases, test) \
  import_add_many_cases (prefix, cases, sizeof *cases, G_N_ELEMENTS (cases), NULL, test)

#define import_add_tests(tests) import_add_many_tests (tests, G_N_ELEMENTS (tests))

void           import_add_many_cases      (const char          *prefix,
                                           gconstpointer        cases,
                                           gsize                size,
                                           gsize                n_cases,
                                           ImportTestFunc       test,
                                           GTestDataFunc        plain);
void           import_add_many_tests      (const ImportTest    *tests,
                                           gsize                n_tests);
void           import_assert_table        (StoreFixture        *fixture,
                                           const char          *name,
                                           const char          *format,
                                           const ImportTable   *table);
void           import_assert_values       (StoreFixture        *fixture,
                                           const char          *name,
                                           const char          *format,
                                           const ImportValues  *values);
UdsImportFile *import_get_file            (UdsImport           *import,
                                           guint                place);
UdsImport     *import_preview_text        (const char          *name,
                                           const char          *text);
UdsImport     *import_preview_path        (const char          *path);
void           import_assert_nothing_lost (UdsImport           *import);
char          *import_list_problems       (const UdsImportFile *file);
gint64         import_apply               (UdsImport           *import,
                                           StoreFixture        *fixture);
void           import_sum_records         (UdsImport           *import,
                                           UdsImportRecords    *sum);
void           import_assert_round_trip   (StoreFixture        *fixture,
                                           const char          *path);
char          *import_dump_values         (StoreFixture        *fixture);
char          *import_dump_observations   (StoreFixture        *fixture);
UdsRecord     *import_get_indicator       (StoreFixture        *fixture,
                                           const char          *code);
char          *import_dump_records        (StoreFixture        *fixture,
                                           const char          *kind,
                                           const char *const   *fields);
void           import_assert_real_files   (StoreFixture        *fixture,
                                           const char          *name);
