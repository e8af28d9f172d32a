/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window and the state of its store: open, read only, on a full disk, damaged, being replaced. Views and toasts are
 * uds-window.c's; what is done to the file is uds-opening.c's. */
#include "uds-window-private.h"

#include "uds-error.h"
#include "uds-page-registry.h"
#include "uds-restore-dialog.h"

#include <glib/gi18n.h>

/* Others may have changed the database while the window was not looked at. */
static void
on_active_cb (UdsWindow *self)
{
  if (self->context != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    uds_store_poll (uds_context_get_store (self->context));
}

static const char *
get_banner_text (UdsStoreMode mode)
{
  switch (mode)
    {
    case UDS_STORE_NETWORK:
      return _("The database lies on a network drive. Only one Udsyn at a time can use it there.");

    case UDS_STORE_READ_ONLY:
      return _("The database can only be read: the file or its folder is write-protected.");

    case UDS_STORE_NEWER:
      return _("A newer Udsyn wrote this database. It can be read here; install the update to change it.");

    case UDS_STORE_NORMAL:
    default:
      return "";
    }
}

/* On a full disk somebody may make room at any time, with another program and while this window has the focus. */
#define SECONDS_BETWEEN_LOOKS 5

static gboolean
on_look_for_room (gpointer data)
{
  UdsWindow *self = data;

  uds_store_poll (uds_context_get_store (self->context));
  return G_SOURCE_CONTINUE;
}

static void
on_full_cb (UdsWindow *self)
{
  UdsStore *store = uds_context_get_store (self->context);
  gboolean full = uds_store_is_full (store);
  const char *text = full ? _("The disk is full. Delete or move files you do not need. What cannot be saved stays in"
                              " the form.")
                          : get_banner_text (uds_store_get_mode (store));

  adw_banner_set_title (self->banner, text);
  adw_banner_set_revealed (self->banner, *text != '\0');
  g_clear_handle_id (&self->full_source, g_source_remove);
  if (full)
    self->full_source = g_timeout_add_seconds (SECONDS_BETWEEN_LOOKS, on_look_for_room, self);
}

/* Pages of another store go with everything that was opened on top of them. */
static void
drop_pages (UdsWindow *self)
{
  guint n_pages;
  const UdsPageInfo *pages = uds_page_registry_list (&n_pages);

  adw_navigation_view_replace (self->navigation, NULL, 0);
  for (guint i = 0; i < n_pages; i++)
    {
      AdwNavigationPage *page = adw_navigation_view_find_page (self->navigation, pages[i].id);

      if (page != NULL)
        adw_navigation_view_remove (self->navigation, page);
    }
}

static void
give_context_to_pages (UdsWindow *self)
{
  guint n_pages;
  const UdsPageInfo *pages = uds_page_registry_list (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    {
      AdwNavigationPage *page = adw_navigation_view_find_page (self->navigation, pages[i].id);

      if (page != NULL)
        uds_page_set_context (UDS_PAGE (page), self->context);
    }
}

/**
 * uds_window_set_context:
 * @self: a window
 * @context: the context
 *
 * Gives the window the opened store, for the first time or in the place of another.
 */
void
uds_window_set_context (UdsWindow  *self,
                        UdsContext *context)
{
  g_autoptr (GListModel) waiting = g_steal_pointer (&self->waiting);
  gboolean replaced = self->context != NULL && self->context != context;

  g_return_if_fail (UDS_IS_WINDOW (self));

  if (replaced)
    {
      g_signal_handlers_disconnect_by_func (uds_context_get_store (self->context), on_full_cb, self);
      drop_pages (self);
    }
  g_set_object (&self->context, context);
  g_signal_connect_object (uds_context_get_store (context), "notify::full", G_CALLBACK (on_full_cb), self,
                           G_CONNECT_SWAPPED);
  on_full_cb (self);
  gtk_stack_set_visible_child_name (self->stack, "views");
  if (replaced)
    uds_window_show_page (self, self->view);
  give_context_to_pages (self);
  uds_sidebar_set_context (self->sidebar, context);
  uds_window_update_actions (self);
  if (waiting != NULL)
    uds_window_import (self, waiting);
}

/* Whether what is there may be a damaged database of ours. */
static gboolean
can_be_salvaged (UdsWindow    *self,
                 const GError *error)
{
  UdsApplication *application = UDS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  return g_error_matches (error, UDS_ERROR, UDS_ERROR_CORRUPT)
         || (g_error_matches (error, UDS_ERROR, UDS_ERROR_NOT_OURS) && uds_application_is_usual_database (application));
}

/* What the database engine says of damage is for the log of a support case. */
static char *
describe_failure (const GError *error,
                  gboolean      damaged)
{
  if (!damaged)
    return g_markup_escape_text (error->message, -1);

  g_info ("%s", error->message);
  return g_markup_escape_text (_("Parts of the file can no longer be read. What is left can be saved; what is missing"
                                 " is taken from the latest backup. Whatever you choose, the damaged file is kept."),
                               -1);
}

/**
 * uds_window_show_failure:
 * @self: a window
 * @error: why the database cannot be opened, or used any longer
 *
 * Says so in the place of everything else, and offers the ways on.
 */
void
uds_window_show_failure (UdsWindow    *self,
                         const GError *error)
{
  gboolean damaged;
  g_autofree char *text = NULL;

  g_return_if_fail (UDS_IS_WINDOW (self));

  damaged = can_be_salvaged (self, error);
  text = describe_failure (error, damaged);
  adw_status_page_set_title (self->failure,
                             damaged ? _("The database is damaged") : _("The database cannot be opened"));
  adw_status_page_set_description (self->failure, text);
  gtk_widget_set_visible (self->salvage_button, damaged);
  gtk_widget_set_visible (self->restore_button, damaged || g_error_matches (error, UDS_ERROR, UDS_ERROR_NOT_OURS));
  gtk_widget_set_visible (self->again_button, !damaged);
  gtk_stack_set_visible_child_name (self->stack, "failure");
  gtk_widget_grab_focus (damaged ? self->salvage_button : self->again_button);
  uds_window_update_actions (self);
}

/**
 * uds_window_show_work:
 * @self: a window
 * @what: what is done with the database
 *
 * Commits what was typed, and says in the place of everything else what is going on until there is a store again.
 */
void
uds_window_show_work (UdsWindow  *self,
                      const char *what)
{
  UdsPage *page;

  g_return_if_fail (UDS_IS_WINDOW (self));

  page = uds_window_get_page (self);
  if (page != NULL && self->context != NULL)
    uds_page_flush (page);
  adw_status_page_set_title (self->work, what);
  gtk_stack_set_visible_child_name (self->stack, "work");
}

/**
 * uds_window_tell_restored:
 * @self: a window
 * @aside: (nullable): what the backup took the place of
 *
 * Tells that a backup is the database now, and offers the way back.
 */
void
uds_window_tell_restored (UdsWindow  *self,
                          const char *aside)
{
  AdwToast *toast;

  g_return_if_fail (UDS_IS_WINDOW (self));

  toast = adw_toast_new (_("Backup restored"));
  if (aside != NULL)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "app.restore");
      adw_toast_set_action_target (toast, "s", aside);
    }
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * uds_window_choose_backup:
 * @self: a window
 *
 * Shows the backups there are and restores the one that is chosen.
 */
void
uds_window_choose_backup (UdsWindow *self)
{
  UdsApplication *application = UDS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autofree char *database = uds_application_get_database (application);

  uds_restore_dialog_present (GTK_WIDGET (self), database);
}

/**
 * uds_window_watch_store:
 * @self: a window
 *
 * Lets the window look for what others did whenever it gets the focus.
 */
void
uds_window_watch_store (UdsWindow *self)
{
  g_signal_connect_object (self, "notify::is-active", G_CALLBACK (on_active_cb), self, 0);
}
