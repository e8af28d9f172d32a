/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Has the store opened while the window is already there, replaced when the user wants a backup or what is left of a
 * damaged one, and owns the actions that concern no window. What a window shows is uds-window.c's. */
#include "uds-application.h"

#include "uds-about.h"
#include "uds-check.h"
#include "uds-error.h"
#include "uds-opening.h"
#include "uds-salvage-dialog.h"
#include "uds-shortcuts.h"
#include "uds-window.h"
#include "udsyn-config.h"

#include <glib/gi18n.h>

struct _UdsApplication
{
  AdwApplication parent_instance;

  UdsContext *context; /* none until the store is open */
  char *path;          /* of the database; none for the usual one */
  gboolean empty;
  gboolean is_opening;
};

G_DEFINE_FINAL_TYPE (UdsApplication, uds_application, ADW_TYPE_APPLICATION)

static UdsWindow *
get_window (UdsApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  return windows != NULL ? UDS_WINDOW (windows->data) : NULL;
}

/* Opening the store */

/* What the check finds is the window's to say, unless another store has taken the place of this one meanwhile. */
static void
on_checked_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (UdsApplication) self = data;
  g_autoptr (GError) error = NULL;
  gboolean sound = uds_store_check_start_finish (UDS_STORE (source), result, &error);
  UdsWindow *window = get_window (self);

  if (sound || window == NULL || self->context == NULL
      || uds_context_get_store (self->context) != UDS_STORE (source))
    return;
  if (g_error_matches (error, UDS_ERROR, UDS_ERROR_CORRUPT))
    uds_window_show_failure (window, error);
}

/* What became of the file before it was opened. */
static void
tell_change (UdsApplication  *self,
             UdsWindow       *window,
             const UdsOpened *opened,
             gboolean         restored)
{
  if (opened->failure != NULL)
    uds_window_tell_failure (GTK_WIDGET (window), opened->failure);
  else if (opened->salvage != NULL)
    uds_salvage_dialog_present (GTK_WIDGET (window), opened->salvage, uds_context_get_language (self->context));
  else if (restored)
    uds_window_tell_restored (window, opened->aside);
}

static void
on_opened_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  UdsApplication *self = UDS_APPLICATION (source);
  const UdsOpening *opening = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (UdsOpened) opened = uds_opening_finish (result, &error);
  UdsWindow *window = get_window (self);

  self->is_opening = FALSE;
  if (opened != NULL)
    {
      uds_application_set_context (self, opened->context);
      uds_store_check_start_async (uds_context_get_store (opened->context), NULL, on_checked_cb, g_object_ref (self));
    }

  if (window == NULL)
    return;
  if (opened != NULL)
    tell_change (self, window, opened, opening->backup != NULL);
  else
    uds_window_show_failure (window, error);
}

static UdsOpening *
make_opening (UdsApplication *self)
{
  UdsOpening *opening = g_new0 (UdsOpening, 1);

  opening->path = uds_application_get_database (self);
  opening->empty = self->empty;
  return opening;
}

static void
start_opening (UdsApplication *self,
               UdsOpening     *opening)
{
  self->is_opening = TRUE;
  uds_opening_start (opening, self, on_opened_cb);
}

/* Nobody works with the file while another takes its place. */
static void
start_change (UdsApplication *self,
              UdsOpening     *opening,
              const char     *what)
{
  UdsWindow *window = get_window (self);

  if (window != NULL)
    uds_window_show_work (window, what);
  if (self->context != NULL)
    opening->previous = g_object_ref (uds_context_get_store (self->context));
  g_clear_object (&self->context);
  start_opening (self, opening);
}

/* Actions */

static void
on_open_store (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  UdsApplication *self = data;

  if (self->context == NULL && !self->is_opening)
    start_opening (self, make_opening (self));
}

static void
on_salvage (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  UdsApplication *self = data;
  UdsOpening *opening;

  if (self->is_opening)
    return;

  opening = make_opening (self);
  opening->salvage = TRUE;
  start_change (self, opening, _("Saving What Can Be Saved…"));
}

static void
on_restore (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  UdsApplication *self = data;
  UdsOpening *opening;

  if (self->is_opening)
    return;

  opening = make_opening (self);
  opening->backup = g_variant_dup_string (parameter, NULL);
  start_change (self, opening, _("Restoring the Backup…"));
}

static void
on_about (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  UdsApplication *self = data;

  uds_about_present (GTK_WIDGET (get_window (self)));
}

/* Windows are closed one by one, so that each commits what was typed. */
static void
on_quit (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (GTK_WINDOW (link->data));
}

static const GActionEntry actions[] = {
  { "open-store", on_open_store },
  { "salvage", on_salvage },
  { "restore", on_restore, "s" },
  { "about", on_about },
  { "quit", on_quit },
};

/* GApplication */

static void
uds_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (uds_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  uds_shortcuts_bind (GTK_APPLICATION (application));
  gtk_window_set_default_icon_name (UDSYN_APP_ID);
}

static void
uds_application_activate (GApplication *application)
{
  UdsApplication *self = UDS_APPLICATION (application);
  UdsWindow *window = get_window (self);

  if (window == NULL)
    {
      /* A thread opens the store while the window is being made; its answer comes when the main loop runs again. */
      if (self->context == NULL)
        g_action_group_activate_action (G_ACTION_GROUP (self), "open-store", NULL);
      window = uds_window_new (self);
      if (self->context != NULL)
        uds_window_set_context (window, self->context);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
uds_application_open (GApplication  *application,
                      GFile        **files,
                      int            n_files,
                      const char    *hint)
{
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);

  for (int i = 0; i < n_files; i++)
    g_list_store_append (list, files[i]);

  uds_application_activate (application);
  uds_window_import (get_window (UDS_APPLICATION (application)), G_LIST_MODEL (list));
}

static int
uds_application_handle_local_options (GApplication *application,
                                      GVariantDict *options)
{
  UdsApplication *self = UDS_APPLICATION (application);

  g_variant_dict_lookup (options, "database", "^ay", &self->path);
  self->empty = g_variant_dict_contains (options, "empty");
  return -1;
}

static void
uds_application_finalize (GObject *object)
{
  UdsApplication *self = UDS_APPLICATION (object);

  g_clear_object (&self->context);
  g_free (self->path);

  G_OBJECT_CLASS (uds_application_parent_class)->finalize (object);
}

static void
uds_application_class_init (UdsApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = uds_application_finalize;
  application_class->startup = uds_application_startup;
  application_class->activate = uds_application_activate;
  application_class->open = uds_application_open;
  application_class->handle_local_options = uds_application_handle_local_options;
}

static void
uds_application_init (UdsApplication *self)
{
  static const GOptionEntry options[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("The database to open"), N_("FILE") },
    { "empty", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Make a new database without the starting content"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * uds_application_new:
 *
 * Returns: (transfer full): the application
 */
UdsApplication *
uds_application_new (void)
{
  return g_object_new (UDS_TYPE_APPLICATION,
                       "application-id", UDSYN_APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/dk/kk/Udsyn",
                       NULL);
}

/**
 * uds_application_get_context:
 * @self: the application
 *
 * Returns: (transfer none) (nullable): the context; %NULL until the store is open
 */
UdsContext *
uds_application_get_context (UdsApplication *self)
{
  g_return_val_if_fail (UDS_IS_APPLICATION (self), NULL);

  return self->context;
}

/**
 * uds_application_set_context:
 * @self: the application
 * @context: the context
 *
 * Gives the application its store; tests do it before there is a window.
 */
void
uds_application_set_context (UdsApplication *self,
                             UdsContext     *context)
{
  UdsWindow *window;

  g_return_if_fail (UDS_IS_APPLICATION (self));
  g_return_if_fail (UDS_IS_CONTEXT (context));

  g_set_object (&self->context, context);
  window = get_window (self);
  if (window != NULL)
    uds_window_set_context (window, context);
}

/**
 * uds_application_set_database:
 * @self: the application
 * @path: (nullable): the database to open; %NULL for the usual one
 *
 * Lets go of the store there is.
 */
void
uds_application_set_database (UdsApplication *self,
                              const char     *path)
{
  g_return_if_fail (UDS_IS_APPLICATION (self));

  g_clear_object (&self->context);
  g_set_str (&self->path, path);
}

/**
 * uds_application_get_database:
 * @self: the application
 *
 * Returns: (transfer full): the path of the database
 */
char *
uds_application_get_database (UdsApplication *self)
{
  g_return_val_if_fail (UDS_IS_APPLICATION (self), NULL);

  return self->path != NULL ? g_strdup (self->path) : uds_store_get_default_path ();
}

/**
 * uds_application_is_usual_database:
 * @self: the application
 *
 * Returns: whether the database is the one of a user who names no other: whatever lies there was ours
 */
gboolean
uds_application_is_usual_database (UdsApplication *self)
{
  g_return_val_if_fail (UDS_IS_APPLICATION (self), FALSE);

  return self->path == NULL;
}
