/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A store in a folder of its own that goes with the test, and short ways to write into it. */
#pragma once

#include "uds-store.h"

G_BEGIN_DECLS

typedef struct {
  char *folder;
  char *path;
  UdsClock *clock;
  UdsStore *store;
} StoreFixture;

void       store_fixture_set_up    (StoreFixture  *fixture,
                                    gconstpointer  data);
void       store_fixture_set_up_from (StoreFixture *fixture,
                                    GBytes        *database);
void       store_fixture_tear_down (StoreFixture  *fixture,
                                    gconstpointer  data);
void       store_fixture_reopen    (StoreFixture  *fixture);
gint64     store_fixture_save      (StoreFixture  *fixture,
                                    UdsRecord     *record);
UdsRecord *store_fixture_add     (StoreFixture  *fixture,
                                  const char    *kind,
                                  ...) G_GNUC_NULL_TERMINATED;
gint64     store_fixture_remove    (StoreFixture  *fixture,
                                    UdsRecord     *record);
UdsRecord *store_fixture_get       (StoreFixture  *fixture,
                                    const char    *kind,
                                    const char    *id);
char      *store_fixture_dump      (StoreFixture  *fixture);
UdsRecord *store_fixture_indicator (const char    *code,
                                    const char    *title_da,
                                    const char    *title_en);
void       store_fixture_run_sql   (const char    *path,
                                    const char    *sql);
gpointer   store_fixture_read_everything (UdsSession    *session,
                                          gpointer       data,
                                          GError       **error);

G_END_DECLS
