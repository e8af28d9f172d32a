/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens the store in a thread while the window is already there, and owns the actions that concern no window.
 * What a window shows is uds-window.c's. */
#include "uds-application.h"

#include "uds-about.h"
#include "uds-content.h"
#include "uds-error.h"
#include "uds-shortcuts.h"
#include "uds-window.h"
#include "udsyn-config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

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

typedef struct {
  char *path;
  gboolean empty;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->path);
  g_free (opening);
}

static UdsStore *
open_store (Opening   *opening,
            UdsClock  *clock,
            GError   **error)
{
  g_autofree char *folder = g_path_get_dirname (opening->path);
  g_autoptr (UdsStore) store = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      /* Translators: a folder, and the system's reason */
      g_set_error (error, UDS_ERROR, UDS_ERROR_IO, _("The folder “%s” cannot be made: %s"), folder, g_strerror (errno));
      return NULL;
    }

  store = uds_store_open (opening->path, clock, error);
  if (store == NULL || (!opening->empty && !uds_content_fill (store, error)))
    return NULL;
  return g_steal_pointer (&store);
}

static void
run_opening (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  g_autoptr (UdsClock) clock = uds_clock_new ();
  g_autoptr (UdsStore) store = NULL;
  GError *error = NULL;

  store = open_store (data, clock, &error);
  if (store == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, uds_context_new (store, clock, uds_language_from_locale ()), g_object_unref);
}

static void
on_opened_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  UdsApplication *self = UDS_APPLICATION (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (UdsContext) context = g_task_propagate_pointer (G_TASK (result), &error);
  UdsWindow *window = get_window (self);

  self->is_opening = FALSE;
  if (context != NULL)
    uds_application_set_context (self, context);
  else if (window != NULL)
    uds_window_show_failure (window, error);
}

static void
start_opening (UdsApplication *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_opened_cb, NULL);
  Opening *opening = g_new0 (Opening, 1);

  opening->path = self->path != NULL ? g_strdup (self->path) : uds_store_get_default_path ();
  opening->empty = self->empty;
  self->is_opening = TRUE;
  g_task_set_source_tag (task, start_opening);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, run_opening);
}

/* Actions */

static void
on_open_store (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  UdsApplication *self = data;

  if (self->context == NULL && !self->is_opening)
    start_opening (self);
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
      window = uds_window_new (self);
      if (self->context != NULL)
        uds_window_set_context (window, self->context);
      else
        g_action_group_activate_action (G_ACTION_GROUP (self), "open-store", NULL);
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
