/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the list page share: its parts and what it asks for. For uds-list-page*.c only. */
#pragma once

#include "uds-kind-choice.h"
#include "uds-list-faces.h"
#include "uds-list-filter-button.h"
#include "uds-list-page.h"
#include "uds-record-columns.h"
#include "uds-row-list.h"

G_BEGIN_DECLS

typedef struct {
  GtkStack *title_stack;
  AdwWindowTitle *title;
  AdwToggleGroup *kind_toggles;
  GtkDropDown *kind_drop_down;
  GtkSearchEntry *search_entry;
  UdsListFilterButton *filter_button;
  GtkWidget *filter_bar;
  GtkLabel *filter_label;
  AdwToggleGroup *face_toggles;
  GtkStack *stack;
  AdwStatusPage *empty;
  GtkWidget *nothing_button;
  GtkColumnView *column_view;
  GMenu *group_menu;

  gboolean narrow;
  int room;
  gboolean goes_to_top; /* when what was asked for is there */
  UdsRecordColumns *columns;
  GSettings *settings;  /* none where the view keeps nothing */
  UdsKindChoice *choice;
  UdsListFaces *faces;
  const UdsKind *kind;  /* that is listed */
  UdsRowList *rows;     /* none until there is a context */
  char *filter_text;    /* what the filter lets pass, in words; none where that is everything */
} UdsListPagePrivate;

UdsListPagePrivate *uds_list_page_get_private    (UdsListPage *self);
const char         *uds_list_page_get_prefix     (UdsListPage *self);
gboolean            uds_list_page_is_filtered    (UdsListPage *self);
void                uds_list_page_update_stack   (UdsListPage *self);
void                uds_list_page_ask            (UdsListPage *self);
void                uds_list_page_ask_faces      (UdsListPage *self);
void                uds_list_page_load_filter    (UdsListPage *self);
void                uds_list_page_follow_filter  (UdsListPage *self);
void                uds_list_page_clear_filters  (UdsListPage *self);
const char         *uds_list_page_get_group      (UdsListPage *self);
void                uds_list_page_set_group      (UdsListPage *self,
                                                  const char  *group);

G_END_DECLS
