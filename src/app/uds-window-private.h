/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window's files share: its parts. For uds-window*.c only. */
#pragma once

#include "uds-page.h"
#include "uds-sidebar.h"
#include "uds-window.h"

G_BEGIN_DECLS

struct _UdsWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwNavigationSplitView *split_view;
  UdsSidebar *sidebar;
  AdwNavigationView *navigation;
  AdwBanner *banner;
  AdwStatusPage *failure;
  GtkWidget *salvage_button;
  GtkWidget *restore_button;
  GtkWidget *again_button;
  AdwStatusPage *work;
  GtkMenuButton *menu_button;

  UdsContext *context; /* none until the store is open */
  GSettings *settings;
  const char *view;    /* the name of the view that is shown */
  AdwToast *done;      /* the toast that offers to undo */
  GListModel *waiting; /* files to be imported once the store is open */
  guint full_source;   /* while the disk is full: looks for room */
};

void     uds_window_install_actions (GtkWidgetClass *widget_class);
void     uds_window_update_actions  (UdsWindow      *self);
UdsPage *uds_window_get_page        (UdsWindow      *self);
void     uds_window_push            (UdsWindow      *self,
                                     UdsPage        *page);
GtkWidget *uds_window_search        (UdsWindow      *self);
void     uds_window_choose_backup   (UdsWindow      *self);
void     uds_window_watch_store     (UdsWindow      *self);
void     uds_window_choose_import   (UdsWindow      *self);
void     uds_window_choose_import_folder (UdsWindow *self);
void     uds_window_accept_drops    (UdsWindow      *self);

G_END_DECLS
