/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page of a record shows above its form, for kinds of which there is more to see than their fields. */
#pragma once

#include "uds-page.h"

G_BEGIN_DECLS

/**
 * UdsOverview:
 * @kind: the kind it is for
 * @report: (nullable): the report by which a record of it is printed
 * @covered: (array zero-terminated=1): the related records it shows, which the form leaves out
 *   (uds_record_form_set_covered())
 * @read: reads what is shown, in the store's thread
 * @found_free: frees what was read
 * @show: makes the widgets of it
 */
typedef struct {
  const char        *kind;
  const char        *report;
  const char *const *covered;
  gpointer         (*read) (UdsSession   *session,
                            const char   *id,
                            UdsLanguage   language,
                            GError      **error);
  GDestroyNotify     found_free;
  GtkWidget       *(*show) (gpointer      found,
                            UdsLanguage   language);
} UdsOverview;

/* Makes the row of one of the things that a section lists. */
typedef GtkWidget *(*UdsOverviewRowFunc) (gpointer    item,
                                          UdsLanguage language);

const UdsOverview   *uds_overview_lookup    (const char         *kind);
AdwPreferencesGroup *uds_overview_add_group (GtkBox             *box,
                                             const char         *title);
void                 uds_overview_add_rows  (GtkBox             *box,
                                             const char         *title,
                                             GPtrArray          *items,
                                             UdsOverviewRowFunc  make_row,
                                             UdsLanguage         language);
void                 uds_overview_add_line  (GtkBox             *box,
                                             const char         *text);

G_END_DECLS
