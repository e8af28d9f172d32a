/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's parts and how they work together: the sidebar chooses a view, records open as pages on top of it,
 * toasts tell what was done. The actions are in uds-window-actions.c, the store's states in uds-window-store.c. */
#include "uds-window-private.h"

#include "uds-error.h"
#include "uds-open.h"
#include "uds-page-registry.h"
#include "udsyn-config.h"

#include <glib/gi18n.h>

/* As long as somebody needs who hears the screen, and then has to find the button. */
#define UNDO_SECONDS 15

/* A page knows the record that it was opened for by this name. */
#define RECORD "uds-record"

G_DEFINE_FINAL_TYPE (UdsWindow, uds_window, ADW_TYPE_APPLICATION_WINDOW)

/* The sidebar */

static void
on_view_chosen_cb (UdsWindow  *self,
                   const char *view,
                   gboolean    activated)
{
  if (activated || g_strcmp0 (view, self->view) != 0)
    uds_window_show_page (self, view);
  if (activated)
    adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
on_record_chosen_cb (UdsWindow  *self,
                     const char *kind,
                     const char *id)
{
  uds_window_open_record (self, kind, id);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/* Pages */

static void
on_navigated_cb (UdsWindow *self)
{
  uds_window_update_actions (self);
}

/* A view is made when it is first shown, and kept with its scroll position and filter. */
static void
ensure_page (UdsWindow         *self,
             const UdsPageInfo *info)
{
  AdwNavigationPage *page = adw_navigation_view_find_page (self->navigation, info->id);

  if (page != NULL)
    return;

  page = g_object_new (info->get_type (), "title", _(info->title), "tag", info->id, NULL);
  adw_navigation_view_add (self->navigation, page);
  if (self->context != NULL)
    uds_page_set_context (UDS_PAGE (page), self->context);
}

/**
 * uds_window_show_page:
 * @self: a window
 * @id: the name of a view
 *
 * Shows a view, without the pages that were opened on top of it.
 */
void
uds_window_show_page (UdsWindow  *self,
                      const char *id)
{
  const UdsPageInfo *info = uds_page_registry_lookup (id);

  g_return_if_fail (UDS_IS_WINDOW (self));

  if (info == NULL)
    return;

  ensure_page (self, info);
  self->view = info->id;
  adw_navigation_view_replace_with_tags (self->navigation, (const char *[]) { id }, 1);
  uds_sidebar_select (self->sidebar, id);
  g_settings_set_string (self->settings, "last-page", id);
  uds_window_update_actions (self);
}

/**
 * uds_window_get_page:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the page on top
 */
UdsPage *
uds_window_get_page (UdsWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  return UDS_IS_PAGE (page) ? UDS_PAGE (page) : NULL;
}

/**
 * uds_window_follow_page:
 * @page: a page, whose use has changed
 *
 * Enables what can be done with it now, where it is the page that is shown.
 */
void
uds_window_follow_page (GtkWidget *page)
{
  GtkRoot *root = gtk_widget_get_root (page);

  if (UDS_IS_WINDOW (root))
    uds_window_update_actions (UDS_WINDOW (root));
}

/**
 * uds_window_push:
 * @self: a window with a context
 * @page: a page that is in no window yet
 *
 * Shows a page on top of what is shown.
 */
void
uds_window_push (UdsWindow *self,
                 UdsPage   *page)
{
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (page));
  uds_page_set_context (page, self->context);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  uds_window_update_actions (self);
}

/**
 * uds_window_open_record:
 * @self: a window with a context
 * @kind: the name of a kind
 * @id: the id of a record
 *
 * Opens the record's page on top of what is shown, unless that is it already.
 */
void
uds_window_open_record (UdsWindow  *self,
                        const char *kind,
                        const char *id)
{
  g_autofree char *record = g_strdup_printf ("%s/%s", kind, id);
  UdsPage *shown, *page;

  g_return_if_fail (UDS_IS_WINDOW (self));
  g_return_if_fail (self->context != NULL);

  shown = uds_window_get_page (self);
  if (shown != NULL && g_strcmp0 (g_object_get_data (G_OBJECT (shown), RECORD), record) == 0)
    return;

  page = uds_open_record (kind, id);
  g_object_set_data_full (G_OBJECT (page), RECORD, g_steal_pointer (&record), g_free);
  uds_window_push (self, page);
}

/* Typing where nothing takes it is the beginning of a search. */
static gboolean
on_key_cb (UdsWindow             *self,
           guint                  key,
           guint                  code,
           GdkModifierType        state,
           GtkEventControllerKey *controller)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  GtkWidget *entry;

  if (self->context == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0
      || !g_unichar_isalnum (letter)
      || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return FALSE;

  entry = uds_window_search (self);
  return gtk_event_controller_key_forward (controller, GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry))));
}

static void
watch_typing (UdsWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_BUBBLE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* Toasts */

static UdsWindow *
find_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return UDS_IS_WINDOW (root) ? UDS_WINDOW (root) : NULL;
}

/**
 * uds_window_tell_failure:
 * @widget: a widget in a window
 * @error: what went wrong
 *
 * Tells the user, in a toast.
 */
void
uds_window_tell_failure (GtkWidget    *widget,
                         const GError *error)
{
  UdsWindow *self = find_window (widget);
  AdwToast *toast;

  if (self == NULL)
    return;

  toast = adw_toast_new (error->message);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * uds_window_report:
 * @widget: a widget in a window
 * @error: what went wrong in the store or in a dialog
 *
 * Tells the user. A widget that is no longer in a window has nobody to tell. That the database is damaged takes the
 * place of everything else.
 */
void
uds_window_report (GtkWidget    *widget,
                   const GError *error)
{
  UdsWindow *self = find_window (widget);

  if (self == NULL)
    return;

  /* Whoever dismissed a dialog knows it, whoever was still asking when another database took the place of this one has
   * nothing to tell, and of a full disk the banner tells. */
  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED)
      || (g_error_matches (error, UDS_ERROR, UDS_ERROR_FULL) && adw_banner_get_revealed (self->banner)))
    return;
  if (g_error_matches (error, UDS_ERROR, UDS_ERROR_CORRUPT))
    uds_window_show_failure (self, error);
  else
    uds_window_tell_failure (widget, error);
}

/**
 * uds_window_tell_done:
 * @widget: a widget in a window
 * @what: what was done
 * @group: the number of the command that did it, offered to be undone; 0 for none
 *
 * Tells the user, in the place of the previous such message.
 */
void
uds_window_tell_done (GtkWidget  *widget,
                      const char *what,
                      gint64      group)
{
  UdsWindow *self = find_window (widget);

  if (self == NULL)
    return;

  if (self->done != NULL)
    adw_toast_dismiss (self->done);
  g_clear_object (&self->done);
  self->done = g_object_ref_sink (adw_toast_new (what));
  adw_toast_set_use_markup (self->done, FALSE);
  if (group > 0)
    {
      adw_toast_set_timeout (self->done, UNDO_SECONDS);
      adw_toast_set_button_label (self->done, _("_Undo"));
      adw_toast_set_action_name (self->done, "win.undo-command");
      adw_toast_set_action_target (self->done, "x", group);
    }
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->done));
}

/* GtkWindow */

static gboolean
uds_window_close_request (GtkWindow *window)
{
  UdsWindow *self = UDS_WINDOW (window);
  UdsPage *page = uds_window_get_page (self);
  int width, height;

  if (page != NULL)
    uds_page_flush (page);

  g_object_get (self, "default-width", &width, "default-height", &height, NULL);
  g_settings_set_int (self->settings, "window-width", MAX (width, 1));
  g_settings_set_int (self->settings, "window-height", MAX (height, 1));
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));

  return GTK_WINDOW_CLASS (uds_window_parent_class)->close_request (window);
}

static void
uds_window_dispose (GObject *object)
{
  UdsWindow *self = UDS_WINDOW (object);

  g_clear_handle_id (&self->full_source, g_source_remove);
  g_clear_object (&self->context);
  g_clear_object (&self->settings);
  g_clear_object (&self->done);
  g_clear_object (&self->waiting);
  gtk_widget_dispose_template (GTK_WIDGET (self), UDS_TYPE_WINDOW);

  G_OBJECT_CLASS (uds_window_parent_class)->dispose (object);
}

static void
uds_window_class_init (UdsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = uds_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-window.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, UdsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, UdsWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, UdsWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, UdsWindow, navigation);
  gtk_widget_class_bind_template_child (widget_class, UdsWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, UdsWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, UdsWindow, salvage_button);
  gtk_widget_class_bind_template_child (widget_class, UdsWindow, restore_button);
  gtk_widget_class_bind_template_child (widget_class, UdsWindow, again_button);
  gtk_widget_class_bind_template_child (widget_class, UdsWindow, work);
  gtk_widget_class_bind_template_child (widget_class, UdsWindow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, on_view_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_record_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_navigated_cb);
  uds_window_install_actions (widget_class);
}

/* A style sheet of its own for the dark style is deprecated in newer libadwaita, and media queries are not known to
 * older GTK. */
static void
on_dark_cb (UdsWindow       *self,
            GParamSpec      *pspec,
            AdwStyleManager *manager)
{
  if (adw_style_manager_get_dark (manager))
    gtk_widget_add_css_class (GTK_WIDGET (self), "dark");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dark");
}

static void
watch_style (UdsWindow *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (on_dark_cb), self, G_CONNECT_SWAPPED);
  on_dark_cb (self, NULL, manager);
}

static void
uds_window_init (UdsWindow *self)
{
  self->settings = g_settings_new (UDSYN_APP_ID);
  g_type_ensure (UDS_TYPE_SIDEBAR);
  gtk_widget_init_template (GTK_WIDGET (self));
  uds_window_accept_drops (self);
  watch_typing (self);
  uds_window_watch_store (self);
  watch_style (self);
}

/**
 * uds_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window of the size and with the view that were there last
 */
UdsWindow *
uds_window_new (UdsApplication *application)
{
  UdsWindow *self = g_object_new (UDS_TYPE_WINDOW, "application", application, NULL);
  g_autofree char *last = g_settings_get_string (self->settings, "last-page");
  const UdsPageInfo *info = uds_page_registry_lookup (last);
  guint n_pages;

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  uds_window_show_page (self, info != NULL ? info->id : uds_page_registry_list (&n_pages)[0].id);
  return self;
}
