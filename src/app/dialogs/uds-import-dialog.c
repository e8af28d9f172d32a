/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads files and previews them in a thread, lists what was found and what is wrong, and applies them as one
 * command. */
#include "uds-import-dialog.h"

#include "uds-format.h"
#include "uds-import-file-row.h"
#include "uds-problem-item.h"
#include "uds-window.h"

#include <glib/gi18n.h>

/* Each file is a row of widgets; a whole repository is summed up after these. */
#define MOST_FILE_ROWS 100

struct _UdsImportDialog
{
  AdwDialog parent_instance;

  GtkButton *import_button;
  GtkStack *stack;
  AdwPreferencesGroup *summary;
  AdwSwitchRow *repair_row;
  AdwPreferencesGroup *files_group;
  AdwPreferencesGroup *problems_group;
  GtkColumnView *problems_view;
  GtkColumnViewColumn *file_column; /* not owned */

  GtkWidget *window; /* where the outcome is told */
  UdsContext *context;
  UdsImport *import;
  GCancellable *cancellable;
  GPtrArray *file_rows;
};

G_DEFINE_FINAL_TYPE (UdsImportDialog, uds_import_dialog, ADW_TYPE_DIALOG)

static void start_preview (UdsImportDialog *self);

/* What was found */

static void
clear_files (UdsImportDialog *self)
{
  for (guint i = 0; i < self->file_rows->len; i++)
    adw_preferences_group_remove (self->files_group, g_ptr_array_index (self->file_rows, i));
  g_ptr_array_set_size (self->file_rows, 0);
}

static void
show_files (UdsImportDialog *self)
{
  GPtrArray *files = uds_import_get_files (self->import);
  UdsLanguage language = uds_context_get_language (self->context);

  clear_files (self);
  for (guint i = 0; i < MIN (files->len, MOST_FILE_ROWS); i++)
    {
      GtkWidget *row = uds_import_file_row_new (self->import, i, language);

      g_signal_connect_object (row, "overruled", G_CALLBACK (start_preview), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->files_group, row);
      g_ptr_array_add (self->file_rows, row);
    }
  if (files->len > MOST_FILE_ROWS)
    {
      g_autofree char *number = uds_format_number (files->len - MOST_FILE_ROWS, 0, language);
      /* Translators: a number of files */
      g_autofree char *note = g_strdup_printf (_("And %s more."), number);

      adw_preferences_group_set_description (self->files_group, note);
    }
}

static gboolean
has_repairs (UdsImportDialog *self)
{
  GPtrArray *files = uds_import_get_files (self->import);

  for (guint i = 0; i < files->len; i++)
    {
      const UdsImportFile *file = g_ptr_array_index (files, i);

      for (guint j = 0; j < file->problems->len; j++)
        if (((const UdsProblem *) g_ptr_array_index (file->problems, j))->repair != NULL)
          return TRUE;
    }

  return FALSE;
}

static void
show_problems (UdsImportDialog *self)
{
  g_autoptr (GListModel) problems = uds_problem_item_list (uds_import_get_files (self->import));
  guint n_problems = g_list_model_get_n_items (problems);
  g_autofree char *number = uds_format_number (n_problems, 0, uds_context_get_language (self->context));
  g_autofree char *title = g_strdup_printf ("%s · %s", _("Problems"), number);
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_steal_pointer (&problems)));

  gtk_column_view_set_model (self->problems_view, selection);
  g_object_unref (selection);
  gtk_column_view_column_set_visible (self->file_column, uds_import_get_files (self->import)->len > 1);
  adw_preferences_group_set_title (self->problems_group, title);
  gtk_widget_set_visible (GTK_WIDGET (self->problems_group), n_problems > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->summary),
                          adw_switch_row_get_active (self->repair_row) || has_repairs (self));
}

static void
on_previewed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (UdsImportDialog) self = data;

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;

  show_files (self);
  show_problems (self);
  gtk_stack_set_visible_child_name (self->stack, "preview");
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), uds_import_has_content (self->import));
}

/* Reading */

static void
run_preview (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  GListModel *files = data;
  UdsImport *import = UDS_IMPORT (source);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      uds_import_add (import, file);
    }
  uds_import_preview (import);
  g_task_return_boolean (task, TRUE);
}

/* The import belongs to the thread until it answers; meanwhile nothing of it is shown. */
static void
run_in_thread (UdsImportDialog *self,
               GListModel      *files)
{
  g_autoptr (GTask) task = g_task_new (self->import, self->cancellable, on_previewed_cb, g_object_ref (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  gtk_column_view_set_model (self->problems_view, NULL);
  g_task_set_source_tag (task, run_in_thread);
  if (files != NULL)
    g_task_set_task_data (task, g_object_ref (files), g_object_unref);
  g_task_run_in_thread (task, run_preview);
}

static void
start_preview (UdsImportDialog *self)
{
  run_in_thread (self, NULL);
}

static void
on_repair_cb (UdsImportDialog *self)
{
  uds_import_set_repair (self->import, adw_switch_row_get_active (self->repair_row));
  start_preview (self);
}

/* Importing */

static char *
format_outcome (UdsImport   *import,
                UdsLanguage  language)
{
  GPtrArray *files = uds_import_get_files (import);
  UdsImportRecords records = { 0 };
  g_autofree char *created = NULL;
  g_autofree char *updated = NULL;

  for (guint i = 0; i < files->len; i++)
    {
      const UdsImportFile *file = g_ptr_array_index (files, i);

      records.created += file->records.created;
      records.updated += file->records.updated;
    }
  if (records.created == 0 && records.updated == 0)
    return g_strdup (_("Everything was there already"));

  created = uds_format_number (records.created, 0, language);
  updated = uds_format_number (records.updated, 0, language);
  /* Translators: numbers of records */
  return g_strdup_printf (_("Imported: %s new, %s changed"), created, updated);
}

static void
on_applied_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (UdsImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  gint64 group = uds_import_apply_finish (UDS_IMPORT (source), result, &error);
  g_autofree char *outcome = NULL;

  adw_dialog_force_close (ADW_DIALOG (self));
  if (group < 0)
    {
      uds_window_report (self->window, error);
      return;
    }

  outcome = format_outcome (self->import, uds_context_get_language (self->context));
  uds_window_tell_done (self->window, outcome, group);
}

static void
on_import_cb (UdsImportDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  gtk_column_view_set_model (self->problems_view, NULL);
  uds_import_apply_async (self->import, uds_context_get_store (self->context), NULL, on_applied_cb,
                          g_object_ref (self));
}

static void
on_cancel_cb (UdsImportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* The table of problems */

static void
on_setup_cb (gpointer     data,
             GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_child (item, label);
  gtk_list_item_set_focusable (item, FALSE);
}

static void
on_bind_cb (gpointer     data,
            GtkListItem *item)
{
  UdsProblemColumn column = GPOINTER_TO_UINT (data);
  g_autofree char *text = uds_problem_item_format (gtk_list_item_get_item (item), column);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static GtkColumnViewColumn *
add_column (UdsImportDialog  *self,
            const char       *title,
            UdsProblemColumn  column,
            gboolean          expand)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = gtk_column_view_column_new (title, factory);

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (on_setup_cb), GUINT_TO_POINTER (column));
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (on_bind_cb), GUINT_TO_POINTER (column));
  gtk_column_view_column_set_expand (view_column, expand);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_append_column (self->problems_view, view_column);
  return view_column;
}

/* GObject */

static void
uds_import_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (UDS_IMPORT_DIALOG (dialog)->cancellable);
}

static void
uds_import_dialog_dispose (GObject *object)
{
  UdsImportDialog *self = UDS_IMPORT_DIALOG (object);

  g_ptr_array_set_size (self->file_rows, 0);
  g_clear_object (&self->window);
  g_clear_object (&self->context);
  g_clear_object (&self->import);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), UDS_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (uds_import_dialog_parent_class)->dispose (object);
}

static void
uds_import_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (UDS_IMPORT_DIALOG (object)->file_rows);

  G_OBJECT_CLASS (uds_import_dialog_parent_class)->finalize (object);
}

static void
uds_import_dialog_class_init (UdsImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = uds_import_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = uds_import_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, UdsImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, UdsImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, UdsImportDialog, repair_row);
  gtk_widget_class_bind_template_child (widget_class, UdsImportDialog, files_group);
  gtk_widget_class_bind_template_child (widget_class, UdsImportDialog, problems_group);
  gtk_widget_class_bind_template_child (widget_class, UdsImportDialog, problems_view);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_import_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_repair_cb);
}

static void
uds_import_dialog_init (UdsImportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->import = uds_import_new ();
  self->file_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->file_column = add_column (self, _("File"), UDS_PROBLEM_COLUMN_FILE, FALSE);
  add_column (self, _("Row"), UDS_PROBLEM_COLUMN_ROW, FALSE);
  add_column (self, _("Column"), UDS_PROBLEM_COLUMN_HEADING, FALSE);
  add_column (self, _("Value"), UDS_PROBLEM_COLUMN_VALUE, FALSE);
  add_column (self, _("Reason"), UDS_PROBLEM_COLUMN_REASON, TRUE);
}

/**
 * uds_import_dialog_present:
 * @parent: a widget in the window that tells the outcome
 * @context: the context
 * @files: (element-type GFile): files and folders
 *
 * Shows what is in @files and imports them when the user agrees.
 */
void
uds_import_dialog_present (GtkWidget  *parent,
                           UdsContext *context,
                           GListModel *files)
{
  UdsImportDialog *self = g_object_new (UDS_TYPE_IMPORT_DIALOG, NULL);

  self->window = g_object_ref (parent);
  self->context = g_object_ref (context);
  run_in_thread (self, files);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
