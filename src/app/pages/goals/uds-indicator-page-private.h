/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of an indicator's page, for the two files it is made of. */
#pragma once

#include "uds-chart-view.h"
#include "uds-indicator-page.h"
#include "uds-record-form.h"

G_BEGIN_DECLS

struct _UdsIndicatorPage
{
  UdsPage parent_instance;

  AdwToggleGroup *face;
  GtkStack *faces;
  UdsChartView *chart_view;
  GtkColumnView *table;
  GtkLabel *status;
  GtkLabel *explanation;
  UdsRecordForm *form;

  char *id;
  gboolean is_empty;
};

void uds_indicator_page_save  (GtkWidget  *widget,
                               const char *action,
                               GVariant   *format);
void uds_indicator_page_print (UdsPage    *page);

G_END_DECLS
