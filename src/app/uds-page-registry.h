/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The views of the sidebar: one line each. Sidebar, shortcuts and the tour of the tests read this. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * UdsPageInfo:
 * @id: its name in actions and settings
 * @title: its name for the user, marked for translation
 * @icon: its symbolic icon
 * @accelerator: its shortcut
 * @get_type: the type of its page, a #UdsPage
 * @dues: what is counted at its name when it is due: a bit for each #UdsDueWhat
 */
typedef struct {
  const char *id;
  const char *title;
  const char *icon;
  const char *accelerator;
  GType (*get_type) (void);
  guint dues;
} UdsPageInfo;

const UdsPageInfo *uds_page_registry_list   (guint      *n_pages);
const UdsPageInfo *uds_page_registry_lookup (const char *id);

G_END_DECLS
