/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the backups in a thread and makes a row for each. Restoring is the application's action "app.restore": nothing
 * is asked, as what is replaced is kept. */
#include "uds-restore-dialog.h"

#include "uds-backup-shelf.h"
#include "uds-format.h"
#include "uds-language.h"

#include <glib/gi18n.h>

struct _UdsRestoreDialog
{
  AdwDialog parent_instance;

  GtkStack *stack;
  AdwStatusPage *empty;
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (UdsRestoreDialog, uds_restore_dialog, ADW_TYPE_DIALOG)

/* Reading */

typedef struct {
  UdsBackup *backup;
  UdsBackupContent *content; /* none where it cannot be read */
  GError *error;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  uds_backup_free (entry->backup);
  g_clear_pointer (&entry->content, uds_backup_content_free);
  g_clear_error (&entry->error);
  g_free (entry);
}

static void
read_backups (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) backups = uds_backup_list_all (data, &error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);

  if (backups == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_ptr_array_set_free_func (backups, NULL);
  for (guint i = 0; i < backups->len; i++)
    {
      Entry *entry = g_new0 (Entry, 1);

      entry->backup = g_ptr_array_index (backups, i);
      entry->content = uds_backup_read_content (entry->backup->path, &entry->error);
      g_ptr_array_add (entries, entry);
    }
  g_task_return_pointer (task, g_steal_pointer (&entries), (GDestroyNotify) g_ptr_array_unref);
}

/* Showing */

static char *
format_instant (gint64      at,
                UdsLanguage language)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (at);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  UdsDate day = uds_date_from_unix (at);
  g_autofree char *date = uds_date_format (&day, language);
  g_autofree char *time = uds_time_format (g_date_time_get_hour (local), g_date_time_get_minute (local), language);

  /* Translators: a date and a time of day, such as “24 November 2026” and “16:05” */
  return g_strdup_printf (_("%s, %s"), date, time);
}

static const char *
get_reason (UdsBackupOrigin origin)
{
  switch (origin)
    {
    case UDS_BACKUP_BEFORE_UPDATE:
      return _("Before Udsyn was updated");

    case UDS_BACKUP_REPLACED:
      return _("Before a backup was restored");

    case UDS_BACKUP_DAILY:
    default:
      return NULL;
    }
}

static char *
describe (const Entry *entry,
          UdsLanguage  language)
{
  const char *reason = get_reason (entry->backup->origin);
  g_autofree char *number = uds_format_number ((double) entry->content->n_records, 0, language);
  g_autofree char *changed = format_instant (entry->content->changed_at, language);
  GString *text = g_string_new (reason);

  if (reason != NULL)
    g_string_append_c (text, '\n');
  /* Translators: %s is the number */
  g_string_append_printf (text,
                          ngettext ("%s record", "%s records", (gulong) entry->content->n_records), number);
  if (entry->content->changed_at > 0)
    {
      g_string_append_c (text, '\n');
      /* Translators: when a database was last changed: a date with a time of day */
      g_string_append_printf (text, _("Last change: %s"), changed);
    }
  return g_string_free (text, FALSE);
}

static void
on_restore_cb (GtkButton        *button,
               UdsRestoreDialog *self)
{
  const char *path = g_object_get_data (G_OBJECT (button), "path");

  gtk_widget_activate_action (GTK_WIDGET (self), "app.restore", "s", path);
  adw_dialog_close (ADW_DIALOG (self));
}

static GtkWidget *
make_button (UdsRestoreDialog *self,
             const Entry      *entry,
             const char       *date)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Restore"));
  /* Translators: the date of a backup */
  g_autofree char *name = g_strdup_printf (_("Restore the backup of %s"), date);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (entry->backup->path), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_restore_cb), self, 0);
  return button;
}

static GtkWidget *
make_count_row (const UdsBackupCount *count,
                UdsLanguage           language)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *number = uds_format_number ((double) count->n_records, 0, language);
  GtkWidget *label = gtk_label_new (number);

  gtk_widget_add_css_class (label, "numeric");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(count->kind->label_plural));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

static GtkWidget *
make_row (UdsRestoreDialog *self,
          const Entry      *entry,
          UdsLanguage       language)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *date = uds_date_format (&entry->backup->date, language);
  g_autofree char *text = describe (entry, language);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), date);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), text);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), make_button (self, entry, date));
  for (guint i = 0; i < entry->content->counts->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              make_count_row (&g_array_index (entry->content->counts, UdsBackupCount, i), language));
  return row;
}

static GtkWidget *
make_bad_row (const Entry *entry,
              UdsLanguage  language)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *date = uds_date_format (&entry->backup->date, language);
  /* Translators: why a backup cannot be read */
  g_autofree char *text = g_strdup_printf (_("Cannot be restored: %s"), entry->error->message);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), date);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  return row;
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  UdsRestoreDialog *self = UDS_RESTORE_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = g_task_propagate_pointer (G_TASK (result), &error);
  UdsLanguage language = uds_language_from_locale ();

  /* Closed before the answer came. */
  if (self->stack == NULL)
    return;
  if (entries == NULL)
    adw_status_page_set_description (self->empty, error->message);
  if (entries == NULL || entries->len == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);

      adw_preferences_group_add (self->group,
                                 entry->content != NULL ? make_row (self, entry, language)
                                                        : make_bad_row (entry, language));
    }
  gtk_stack_set_visible_child_name (self->stack, "backups");
  gtk_widget_child_focus (GTK_WIDGET (self->group), GTK_DIR_TAB_FORWARD);
}

static void
uds_restore_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UDS_TYPE_RESTORE_DIALOG);

  G_OBJECT_CLASS (uds_restore_dialog_parent_class)->dispose (object);
}

static void
uds_restore_dialog_class_init (UdsRestoreDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_restore_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-restore-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsRestoreDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, UdsRestoreDialog, empty);
  gtk_widget_class_bind_template_child (widget_class, UdsRestoreDialog, group);
}

static void
uds_restore_dialog_init (UdsRestoreDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * uds_restore_dialog_present:
 * @parent: where the dialog belongs
 * @database: the path of the database
 *
 * Lets the user restore a backup of @database.
 */
void
uds_restore_dialog_present (GtkWidget  *parent,
                            const char *database)
{
  UdsRestoreDialog *self = g_object_new (UDS_TYPE_RESTORE_DIALOG, NULL);
  g_autoptr (GTask) task = g_task_new (self, NULL, on_read_cb, NULL);

  g_task_set_source_tag (task, uds_restore_dialog_present);
  g_task_set_task_data (task, g_strdup (database), g_free);
  adw_dialog_present (ADW_DIALOG (self), parent);
  g_task_run_in_thread (task, read_backups);
}
