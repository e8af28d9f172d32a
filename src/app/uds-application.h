/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application: its store, its actions and shortcuts, its windows. */
#pragma once

#include "uds-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_APPLICATION (uds_application_get_type ())
G_DECLARE_FINAL_TYPE (UdsApplication, uds_application, UDS, APPLICATION, AdwApplication)

UdsApplication *uds_application_new         (void);
UdsContext     *uds_application_get_context (UdsApplication *self);
void            uds_application_set_context (UdsApplication *self,
                                             UdsContext     *context);
void            uds_application_set_database (UdsApplication *self,
                                              const char     *path);
char           *uds_application_get_database (UdsApplication *self);
gboolean        uds_application_is_usual_database (UdsApplication *self);

G_END_DECLS
