/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's actions: views, search, new, import, print, undo and redo. What they show is elsewhere. */
#include "uds-window-private.h"

#include "uds-duplicates-page.h"
#include "uds-help-dialog.h"
#include "uds-link.h"
#include "uds-open-sdg-save.h"
#include "uds-search-page.h"
#include "uds-shortcuts-dialog.h"
#include "uds-values-page.h"
#include "udsyn-config.h"

#include <glib/gi18n.h>

/* Undo */

static gpointer
read_command (UdsSession  *session,
              gpointer     data,
              GError     **error)
{
  const gint64 *group = data;

  return uds_session_get_command (session, *group, error);
}

static void
on_command_read_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      data)
{
  g_autoptr (UdsWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (UdsCommand) command = uds_store_read_finish (UDS_STORE (source), result, &error);
  g_autofree char *text = NULL;

  if (command == NULL)
    {
      uds_window_report (GTK_WIDGET (window), error);
      return;
    }

  text = uds_command_format (command);
  uds_window_tell_done (GTK_WIDGET (window), text, 0);
}

static void
on_undone_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (UdsWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *group = g_new (gint64, 1);

  *group = uds_store_undo_finish (UDS_STORE (source), result, &error);
  if (*group < 0)
    {
      uds_window_report (GTK_WIDGET (window), error);
      return;
    }

  uds_store_read_async (UDS_STORE (source), read_command, g_steal_pointer (&group), g_free,
                        (GDestroyNotify) uds_command_free, NULL, on_command_read_cb, g_steal_pointer (&window));
}

static void
start_undo (UdsWindow *self,
            gint64     group,
            gboolean   redo)
{
  UdsPage *page = uds_window_get_page (self);

  if (page != NULL)
    uds_page_flush (page);
  uds_store_undo_async (uds_context_get_store (self->context), group, redo, NULL, on_undone_cb, g_object_ref (self));
}

/* A field's text is committed while one types, so undoing it is the store's; a search is nobody's but its entry's. */
static gboolean
undo_in_search (UdsWindow  *self,
                const char *action)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY) != NULL
         && gtk_widget_activate_action (focus, action, NULL);
}

static void
on_undo (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  UdsWindow *self = UDS_WINDOW (widget);

  if (!undo_in_search (self, "text.undo"))
    start_undo (self, 0, FALSE);
}

static void
on_redo (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  UdsWindow *self = UDS_WINDOW (widget);

  if (!undo_in_search (self, "text.redo"))
    start_undo (self, 0, TRUE);
}

static void
on_undo_command (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  start_undo (UDS_WINDOW (widget), g_variant_get_int64 (parameter), FALSE);
}

/* Search */

/**
 * uds_window_search:
 * @self: a window with a context
 *
 * Shows the search over everything, or where it is shown, gives it the focus.
 *
 * Returns: (transfer none): where one types
 */
GtkWidget *
uds_window_search (UdsWindow *self)
{
  UdsPage *page = uds_window_get_page (self);
  GtkWidget *entry;

  if (!UDS_IS_SEARCH_PAGE (page))
    {
      page = uds_search_page_new ();
      uds_window_push (self, page);
    }
  entry = uds_search_page_get_entry (UDS_SEARCH_PAGE (page));
  gtk_widget_grab_focus (entry);
  return entry;
}

/* Views and records */

static void
on_page (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  UdsWindow *self = UDS_WINDOW (widget);

  uds_window_show_page (self, g_variant_get_string (parameter, NULL));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
on_open (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  const char *kind, *id;

  g_variant_get (parameter, "(&s&s)", &kind, &id);
  uds_window_open_record (UDS_WINDOW (widget), kind, id);
}

/* The records of a kind, filtered. */
static void
on_list (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  g_autoptr (GSettings) settings = g_settings_new (UDSYN_APP_ID);
  g_autoptr (GVariant) filter = NULL;
  const char *kind;

  g_variant_get (parameter, "(&s@a{ss})", &kind, &filter);
  g_settings_set_value (settings, "networks-filter", filter);
  g_settings_set_string (settings, "networks-kind", kind);
  uds_window_show_page (UDS_WINDOW (widget), "networks");
}

static void
on_launch (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  uds_link_open (widget, g_variant_get_string (parameter, NULL));
}

static void
on_edit_values (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  uds_window_push (UDS_WINDOW (widget), uds_values_page_new (g_variant_get_string (parameter, NULL)));
}

static void
on_duplicates (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  uds_window_push (UDS_WINDOW (widget), uds_duplicates_page_new (g_variant_get_string (parameter, NULL)));
}

static void
on_new (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  uds_page_add (uds_window_get_page (UDS_WINDOW (widget)));
}

static void
on_print (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  uds_page_print (uds_window_get_page (UDS_WINDOW (widget)));
}

static void
on_import (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  uds_window_choose_import (UDS_WINDOW (widget));
}

static void
on_import_folder (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  uds_window_choose_import_folder (UDS_WINDOW (widget));
}

/* Of one indicator, of a goal's, or of all. */
static void
on_export_open_sdg (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  const char *kind, *id;

  g_variant_get (parameter, "(&s&s)", &kind, &id);
  uds_open_sdg_save (widget, UDS_WINDOW (widget)->context, kind, id);
}

static void
on_restore (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  uds_window_choose_backup (UDS_WINDOW (widget));
}

static void
on_search (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  uds_window_search (UDS_WINDOW (widget));
}

static void
on_help (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  uds_help_dialog_present (widget, UDS_WINDOW (widget)->view);
}

static void
on_shortcuts (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  uds_shortcuts_dialog_present (widget);
}

static void
on_menu (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  UdsWindow *self = UDS_WINDOW (widget);

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  gtk_menu_button_popup (self->menu_button);
}

/**
 * uds_window_install_actions:
 * @widget_class: the window's class
 *
 * Called once, when the class is made.
 */
void
uds_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.page", "s", on_page);
  gtk_widget_class_install_action (widget_class, "win.open", "(ss)", on_open);
  gtk_widget_class_install_action (widget_class, "win.list", "(sa{ss})", on_list);
  gtk_widget_class_install_action (widget_class, "win.launch", "s", on_launch);
  gtk_widget_class_install_action (widget_class, "win.edit-values", "s", on_edit_values);
  gtk_widget_class_install_action (widget_class, "win.duplicates", "s", on_duplicates);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, on_search);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, on_help);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, on_shortcuts);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, on_new);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, on_import);
  gtk_widget_class_install_action (widget_class, "win.import-folder", NULL, on_import_folder);
  gtk_widget_class_install_action (widget_class, "win.export-open-sdg", "(ss)", on_export_open_sdg);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, on_print);
  gtk_widget_class_install_action (widget_class, "win.restore", NULL, on_restore);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, on_menu);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, on_undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, on_redo);
  gtk_widget_class_install_action (widget_class, "win.undo-command", "x", on_undo_command);
}

/**
 * uds_window_update_actions:
 * @self: a window
 *
 * Enables what can be done with the page that is shown.
 */
void
uds_window_update_actions (UdsWindow *self)
{
  UdsPage *page = uds_window_get_page (self);
  gboolean ready = self->context != NULL && page != NULL;
  gboolean can_write = ready && uds_page_get_context (page) != NULL && uds_page_can_write (page);
  static const char *const reading[] = {
    "win.open", "win.list", "win.edit-values", "win.search", "win.export-open-sdg",
  };
  static const char *const writing[] = { "win.undo", "win.redo", "win.undo-command", "win.import",
                                         "win.import-folder" };

  for (guint i = 0; i < G_N_ELEMENTS (reading); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), reading[i], ready);
  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), writing[i], can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new", can_write && uds_page_can_add (page));
  /* Not least where there is no store to speak of. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.restore", !ready || can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print", ready && uds_page_can_print (page));
}
