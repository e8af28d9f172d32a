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
  GtkListView *problems_view;

  GtkWidget *window; /* where the outcome is told */
  UdsContext *context;
  UdsImport *import;
  GCancellable *cancellable;
  GPtrArray *file_rows;
  guint overruled;   /* the place of the file that the user just said something of */
  gboolean is_shown; /* whether a preview was shown already */
};

G_DEFINE_FINAL_TYPE (UdsImportDialog, uds_import_dialog, ADW_TYPE_DIALOG)

static void start_preview (UdsImportDialog *self);

/* What was found */

static void
on_overruled_cb (UdsImportDialog *self,
                 GtkWidget       *row)
{
  g_ptr_array_find (self->file_rows, row, &self->overruled);
  start_preview (self);
}

static GtkWidget *
make_file_row (UdsImportDialog *self,
               guint            place,
               GPtrArray       *before)
{
  GtkWidget *row = uds_import_file_row_new (self->context, self->import, place);

  if (place < before->len && adw_expander_row_get_expanded (g_ptr_array_index (before, place)))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  g_signal_connect_object (row, "overruled", G_CALLBACK (on_overruled_cb), self, G_CONNECT_SWAPPED);
  return row;
}

/* Rows are made anew after each preview; who just said something of a file stays with it. */
static void
replace_file_rows (UdsImportDialog *self,
                   guint            n_rows)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->file_rows);

  self->file_rows = g_ptr_array_new ();
  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (self->file_rows, make_file_row (self, i, before));
  for (guint i = 0; i < before->len; i++)
    adw_preferences_group_remove (self->files_group, g_ptr_array_index (before, i));
  for (guint i = 0; i < n_rows; i++)
    adw_preferences_group_add (self->files_group, g_ptr_array_index (self->file_rows, i));
}

static GtkWidget *
find_asked (UdsImportDialog *self)
{
  for (guint i = 0; i < self->file_rows->len; i++)
    {
      GtkWidget *asked = uds_import_file_row_get_first (g_ptr_array_index (self->file_rows, i));

      if (asked != NULL)
        return asked;
    }

  return NULL;
}

/* Whoever just said something goes on there; who sees the files for the first time begins with what is asked, or can
 * import them. */
static void
place_focus (UdsImportDialog *self)
{
  GtkWidget *asked = find_asked (self);

  if (self->overruled < self->file_rows->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->file_rows, self->overruled));
  else if (!self->is_shown)
    gtk_widget_grab_focus (asked != NULL ? asked : GTK_WIDGET (self->import_button));
  self->overruled = G_MAXUINT;
  self->is_shown = TRUE;
}

static void
show_files (UdsImportDialog *self)
{
  GPtrArray *files = uds_import_get_files (self->import);
  UdsLanguage language = uds_context_get_language (self->context);

  replace_file_rows (self, MIN (files->len, MOST_FILE_ROWS));
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

  gtk_list_view_set_model (self->problems_view, selection);
  g_object_unref (selection);
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

  if (!uds_import_preview_finish (UDS_IMPORT (source), result, NULL))
    return;

  show_files (self);
  show_problems (self);
  gtk_stack_set_visible_child_name (self->stack, "preview");
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), uds_import_has_content (self->import));
  place_focus (self);
}

/* Reading */

/* The import belongs to the thread until it answers; meanwhile nothing of it is shown. */
static void
read_files (UdsImportDialog *self,
            GListModel      *files)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  gtk_list_view_set_model (self->problems_view, NULL);
  uds_import_preview_async (self->import, uds_context_get_store (self->context), files, self->cancellable,
                            on_previewed_cb, g_object_ref (self));
}

static void
start_preview (UdsImportDialog *self)
{
  read_files (self, NULL);
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
  uds_window_show_imported (UDS_WINDOW (self->window), self->import);
}

static void
on_import_cb (UdsImportDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  gtk_list_view_set_model (self->problems_view, NULL);
  uds_import_apply_async (self->import, uds_context_get_store (self->context), NULL, on_applied_cb,
                          g_object_ref (self));
}

static void
on_cancel_cb (UdsImportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
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
  g_autoptr (GtkListItemFactory) factory = uds_problem_item_factory_new ();

  self->cancellable = g_cancellable_new ();
  self->import = uds_import_new ();
  self->file_rows = g_ptr_array_new ();
  self->overruled = G_MAXUINT;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (self->problems_view, factory);
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
  read_files (self, files);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
