/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lets the user choose a record of a kind. */
#pragma once

#include "uds-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * UdsChosenFunc:
 * @id: (nullable): the id of the chosen record; %NULL for none
 * @title: (nullable): what it is called; %NULL for none
 * @data: the caller's
 */
typedef void (*UdsChosenFunc) (const char *id,
                               const char *title,
                               gpointer    data);

#define UDS_TYPE_CHOOSE_RECORD (uds_choose_record_get_type ())
G_DECLARE_FINAL_TYPE (UdsChooseRecord, uds_choose_record, UDS, CHOOSE_RECORD, AdwDialog)

void uds_choose_record_present (GtkWidget      *parent,
                                UdsContext     *context,
                                const UdsKind  *kind,
                                gboolean        can_be_none,
                                UdsChosenFunc   chosen,
                                gpointer        data,
                                GDestroyNotify  data_free);
void uds_choose_record_present_other (GtkWidget *parent,
                                UdsContext     *context,
                                UdsRecord      *record,
                                UdsChosenFunc   chosen,
                                gpointer        data,
                                GDestroyNotify  data_free);

G_END_DECLS
