/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of keys, and how they are bound. */
#include "uds-shortcuts.h"

#include "uds-page-registry.h"

#include <glib/gi18n.h>

static const UdsShortcut shortcuts[] = {
  { "win.search", { "<primary>f" }, N_("Search everything") },
  { "win.new", { "<primary>n" }, N_("Make a new record") },
  { "win.import", { "<primary>o" }, N_("Import files") },
  { "win.import-folder", { "<primary><shift>o" }, N_("Import a folder") },
  { "win.print", { "<primary>p" }, N_("Print") },
  { "win.undo", { "<primary>z" }, N_("Undo") },
  { "win.redo", { "<primary><shift>z" }, N_("Redo") },
  { "win.help", { "F1" }, N_("Help") },
  { "win.shortcuts", { "<primary>question" }, N_("Keyboard shortcuts") },
  { "win.menu", { "F10" }, N_("Main menu") },
  { "window.close", { "<primary>w" }, N_("Close the window") },
  { "app.quit", { "<primary>q" }, N_("Quit") },
};

/**
 * uds_shortcuts_list:
 * @n_shortcuts: (out): how many
 *
 * Returns: (array length=n_shortcuts): the keys that work everywhere
 */
const UdsShortcut *
uds_shortcuts_list (guint *n_shortcuts)
{
  *n_shortcuts = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

/**
 * uds_shortcuts_bind:
 * @application: the application
 *
 * Binds all keys, those of the views too.
 */
void
uds_shortcuts_bind (GtkApplication *application)
{
  guint n_pages;
  const UdsPageInfo *pages = uds_page_registry_list (&n_pages);

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (application, shortcuts[i].action, shortcuts[i].keys);

  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.page::%s", pages[i].id);

      gtk_application_set_accels_for_action (application, action, (const char *[]) { pages[i].accelerator, NULL });
    }
}
