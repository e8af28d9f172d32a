/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: sidebar, the pages beside it, search, undo, toasts. What is on a page is the page's own business. */
#pragma once

#include "uds-application.h"
#include "uds-import.h"

G_BEGIN_DECLS

#define UDS_TYPE_WINDOW (uds_window_get_type ())
G_DECLARE_FINAL_TYPE (UdsWindow, uds_window, UDS, WINDOW, AdwApplicationWindow)

UdsWindow *uds_window_new          (UdsApplication *application);
void       uds_window_set_context  (UdsWindow      *self,
                                    UdsContext     *context);
void       uds_window_show_failure (UdsWindow      *self,
                                    const GError   *error);
void       uds_window_show_work    (UdsWindow      *self,
                                    const char     *what);
void       uds_window_show_page    (UdsWindow      *self,
                                    const char     *id);
void       uds_window_open_record  (UdsWindow      *self,
                                    const char     *kind,
                                    const char     *id);
void       uds_window_import       (UdsWindow      *self,
                                    GListModel     *files);
void       uds_window_show_imported (UdsWindow     *self,
                                     UdsImport     *import);
void       uds_window_follow_page  (GtkWidget      *page);
void       uds_window_report       (GtkWidget      *widget,
                                    const GError   *error);
void       uds_window_tell_failure (GtkWidget      *widget,
                                    const GError   *error);
void       uds_window_tell_restored (UdsWindow     *self,
                                     const char    *aside);
void       uds_window_tell_done    (GtkWidget      *widget,
                                    const char     *what,
                                    gint64          group);

G_END_DECLS
