/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long list of requests beside a naive one, which a test changes together. */
#pragma once

#include "uds-row-list.h"

#include "../store/store-fixture.h"

G_BEGIN_DECLS

typedef struct {
  StoreFixture store;
  UdsRowList *list;

  GPtrArray *records;  /* of UdsRecord: what the store holds */
  const char *field;   /* the naive order */
  gboolean descending;
  int least;           /* the naive filter: so many persons at least */

  GPtrArray *shown;    /* of GHashTable: the ids of each state that the list may have shown since it last settled */
  GPtrArray *replay;   /* of char *: the ids that a view has been told of */
  GString *log;
  UdsRow *selected;
  guint selected_position;
  gboolean lost;
} RowFixture;

void       row_fixture_set_up          (RowFixture       *fixture,
                                        gconstpointer  data);
void       row_fixture_tear_down       (RowFixture       *fixture,
                                        gconstpointer  data);
void       row_list_settle             (UdsRowList *list,
                                        UdsStore   *store);
void       row_fixture_settle          (RowFixture *fixture);
void       row_fixture_save            (RowFixture   *fixture,
                                        GPtrArray *records);
UdsRecord *row_fixture_make_request    (const char *subject,
                                        int         persons);
void       row_fixture_add_requests    (RowFixture *fixture,
                                        int      n);
void       row_fixture_set_persons     (RowFixture *fixture,
                                        guint    index,
                                        int      persons);
void       row_fixture_show            (RowFixture *fixture);
void       row_fixture_show_and_settle (RowFixture *fixture);
void       row_fixture_select          (RowFixture *fixture,
                                        guint    position);
void       row_fixture_remember_state  (RowFixture *fixture);
void       row_fixture_assert_as_naive (RowFixture *fixture);

G_END_DECLS
