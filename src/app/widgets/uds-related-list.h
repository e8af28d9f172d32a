/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A group of records tied to the one that is shown, as rows that open them. */
#pragma once

#include "uds-folding-group.h"
#include "uds-record-details.h"

G_BEGIN_DECLS

#define UDS_TYPE_RELATED_LIST (uds_related_list_get_type ())
G_DECLARE_FINAL_TYPE (UdsRelatedList, uds_related_list, UDS, RELATED_LIST, UdsFoldingGroup)

GtkWidget *uds_related_list_new   (void);
gboolean   uds_related_list_is_of (UdsRelatedList        *self,
                                   const UdsRelatedGroup *group);
void       uds_related_list_show  (UdsRelatedList        *self,
                                   UdsRecordDetails      *details,
                                   const UdsRelatedGroup *group,
                                   UdsLanguage            language);
GtkWidget *uds_new_button_new     (const UdsKind         *kind,
                                   const char            *action,
                                   GVariant              *target);
GtkWidget *uds_fact_row_new       (UdsRecord             *record,
                                   const char            *title,
                                   const char            *facts);
GtkWidget *uds_record_row_new     (UdsRecord             *record,
                                   const char            *title,
                                   UdsLanguage            language);

G_END_DECLS
