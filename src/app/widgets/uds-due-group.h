/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is due, by day: rows that open what it is about. Hidden where nothing is. */
#pragma once

#include "uds-language.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_DUE_GROUP (uds_due_group_get_type ())
G_DECLARE_FINAL_TYPE (UdsDueGroup, uds_due_group, UDS, DUE_GROUP, AdwPreferencesGroup)

GtkWidget *uds_due_group_new  (void);
void       uds_due_group_show (UdsDueGroup *self,
                               GPtrArray   *dues,
                               UdsLanguage  language);

G_END_DECLS
