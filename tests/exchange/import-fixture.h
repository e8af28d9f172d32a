/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of all formats do with an import. */
#pragma once

#include "../store/store-fixture.h"
#include "uds-import.h"

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
void           import_assert_real_files   (StoreFixture        *fixture,
                                           const char          *name);
