/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys that work everywhere: one line each. The application binds them, the dialog of shortcuts lists them;
 * the views' keys come from the page registry. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UDS_SHORTCUT_KEYS 2

/**
 * UdsShortcut:
 * @action: the detailed name of the action
 * @keys: the accelerators, as GTK writes them, ended by a %NULL where there are fewer
 * @title: what it does, marked for translation
 */
typedef struct {
  const char *action;
  const char *keys[UDS_SHORTCUT_KEYS + 1];
  const char *title;
} UdsShortcut;

const UdsShortcut *uds_shortcuts_list (guint          *n_shortcuts);
void               uds_shortcuts_bind (GtkApplication *application);

G_END_DECLS
