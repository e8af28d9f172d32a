/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page's files share: its parts, and what is done with what was written or pasted. For uds-values-page*.c
 * only. */
#pragma once

#include "uds-observation-paste.h"
#include "uds-values-outcome.h"
#include "uds-values-page.h"
#include "uds-values-table.h"

G_BEGIN_DECLS

struct _UdsValuesPage
{
  UdsPage parent_instance;

  AdwWindowTitle *window_title;
  GtkLabel *hint;
  GtkDropDown *series_chooser;
  GtkDropDown *column_chooser;
  UdsValuesTable *table;
  UdsValuesOutcome *outcome;

  char *id;
  UdsRecord *indicator;   /* none until it is read */
  GPtrArray *series;      /* of UdsRecord */
  char *series_id;        /* of the one that is shown; none where there is none */
  char *shown_id;         /* of the one that the chooser shows */
  char *added_id;         /* of the one that is being added */
  gboolean is_showing;    /* while the choosers are filled, which is no choice */
  UdsObservationPaste *paste; /* while it is read or written */
};

UdsRecord  *uds_values_page_get_series      (UdsValuesPage        *self);
const char *uds_values_page_get_unit        (UdsValuesPage        *self);
void        uds_values_page_write           (UdsValuesPage        *self,
                                             GObject              *item,
                                             UdsObservationColumn  column,
                                             const char           *text);
void        uds_values_page_write_cell      (UdsValuesPage        *self,
                                             UdsValuesCell        *cell);
void        uds_values_page_write_rest      (UdsValuesPage        *self);
void        uds_values_page_delete_row      (UdsValuesPage        *self,
                                             GObject              *item);
void        uds_values_page_paste_clipboard (UdsValuesPage        *self);

G_END_DECLS
