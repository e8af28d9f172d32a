/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A group of records tied to the one that is shown, as rows that open them. */
#pragma once

#include "uds-record-details.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *uds_related_list_new (const UdsRelatedGroup *group,
                                 UdsLanguage            language);
GtkWidget *uds_fact_row_new     (UdsRecord             *record,
                                 const char            *title,
                                 const char            *facts);
GtkWidget *uds_record_row_new   (UdsRecord             *record,
                                 const char            *title,
                                 UdsLanguage            language);

G_END_DECLS
