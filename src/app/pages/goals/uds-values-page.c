/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what series there are and shows one. What is written into the table becomes a command at once; what cannot be
 * read is told below it, and a number that could be two is asked about. */
#include "uds-values-page.h"

#include "uds-format.h"
#include "uds-indicator-digest.h"
#include "uds-problem-item.h"
#include "uds-row.h"
#include "uds-uuid.h"
#include "uds-values-edit.h"
#include "uds-values-found.h"
#include "uds-values-question.h"
#include "uds-values-table.h"
#include "uds-window.h"

#include <glib/gi18n.h>
#include <string.h>

/* So many series are looked through; with more one searches. */
#define MOST_LISTED_SERIES 12

struct _UdsValuesPage
{
  UdsPage parent_instance;

  AdwWindowTitle *window_title;
  GtkLabel *hint;
  GtkDropDown *series_chooser;
  GtkDropDown *column_chooser;
  UdsValuesTable *table;
  GtkWidget *outcome;
  GtkLabel *outcome_label;
  GtkWidget *problems;
  GtkListView *problems_view;

  char *id;
  UdsRecord *indicator;   /* none until it is read */
  GPtrArray *series;      /* of UdsRecord */
  char *series_id;        /* of the one that is shown; none where there is none */
  gboolean is_showing;    /* while the choosers are filled, which is no choice */
  UdsObservationPaste *paste; /* while it is read or written */
};

G_DEFINE_FINAL_TYPE (UdsValuesPage, uds_values_page, UDS_TYPE_PAGE)

/* Showing */

/* “Copenhagen · Female, 15–24 · percent”; a series that says nothing of itself is the indicator's own. */
static char *
name_series (UdsValuesPage *self,
             UdsRecord     *series)
{
  g_autofree char *breakdown = uds_values_name_part (series);
  const char *parts[] = { uds_record_get_text (series, "name"), breakdown, uds_record_get_text (series, "unit") };
  GString *name = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (name, "%s%s", name->len > 0 ? " · " : "", parts[i]);
  if (name->len == 0)
    g_string_append (name, uds_record_get_title (self->indicator, uds_page_get_language (UDS_PAGE (self))));
  return g_string_free (name, FALSE);
}

static void
show_series (UdsValuesPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < self->series->len; i++)
    {
      UdsRecord *series = g_ptr_array_index (self->series, i);

      gtk_string_list_take (names, name_series (self, series));
      if (g_strcmp0 (uds_record_get_id (series), self->series_id) == 0)
        selected = i;
    }

  self->is_showing = TRUE;
  gtk_drop_down_set_model (self->series_chooser, G_LIST_MODEL (names));
  gtk_drop_down_set_enable_search (self->series_chooser, self->series->len > MOST_LISTED_SERIES);
  gtk_drop_down_set_selected (self->series_chooser, selected);
  self->is_showing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->series_chooser), self->series->len > 1);
}

static gboolean
is_same_series (GPtrArray *a,
                GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (uds_record_get_id (g_ptr_array_index (a, i)), uds_record_get_id (g_ptr_array_index (b, i)))
        || uds_record_get_version (g_ptr_array_index (a, i)) != uds_record_get_version (g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

static void
show_hint (UdsValuesPage *self,
           gboolean       can_write)
{
  if (!can_write)
    gtk_label_set_label (self->hint, _("This database can only be read."));
  else if (self->series_id == NULL)
    gtk_label_set_label (self->hint, _("Type the first period and its value, or paste a table from a spreadsheet."));
  else
    gtk_label_set_label (self->hint, _("Type to change, Delete to empty, Ctrl+V to paste from a spreadsheet."));
}

static void
show_values (UdsPage  *page,
             gpointer  result)
{
  UdsValuesPage *self = UDS_VALUES_PAGE (page);
  gboolean can_write = uds_page_can_write (page);
  const UdsValuesFound *found = result;
  gboolean is_new = !is_same_series (self->series, found->series);

  g_set_object (&self->indicator, found->indicator);
  g_set_str (&self->series_id, found->series_id);
  g_clear_pointer (&self->series, g_ptr_array_unref);
  self->series = g_ptr_array_ref (found->series);

  adw_window_title_set_subtitle (self->window_title,
                                 uds_record_get_title (self->indicator, uds_page_get_language (page)));
  if (is_new)
    show_series (self);
  show_hint (self, can_write);
  uds_values_table_set_context (self->table, uds_page_get_context (page), can_write);
  uds_values_table_set_series (self->table, self->series_id);
  uds_new_value_set_next (uds_values_table_get_new_value (self->table), found->next);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "values.paste", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "values.delete-row", can_write);
}

static void
on_series_cb (UdsValuesPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->series_chooser);

  if (self->is_showing || self->series == NULL || selected >= self->series->len)
    return;

  uds_page_flush (UDS_PAGE (self));
  g_set_str (&self->series_id, uds_record_get_id (g_ptr_array_index (self->series, selected)));
  uds_page_reload (UDS_PAGE (self));
}

/* Where there is room for one column beside the value, the user says which. */
static void
on_column_cb (UdsValuesPage *self)
{
  uds_values_table_show_only (self->table,
                              UDS_OBSERVATION_COLUMN_QUALITY + gtk_drop_down_get_selected (self->column_chooser));
}

static void
on_narrow_cb (UdsValuesPage *self)
{
  on_column_cb (self);
}

static void
on_wide_cb (UdsValuesPage *self)
{
  uds_values_table_show_only (self->table, UDS_OBSERVATION_COLUMN_PERIOD);
}

static void
fill_column_chooser (UdsValuesPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = UDS_OBSERVATION_COLUMN_QUALITY; i < UDS_OBSERVATION_N_COLUMNS; i++)
    gtk_string_list_append (names, _(uds_observation_column_get_field (i)->label));
  gtk_drop_down_set_model (self->column_chooser, G_LIST_MODEL (names));
}

/* What became of it */

static void
show_outcome (UdsValuesPage *self,
              const char    *text,
              GListStore    *problems)
{
  GListModel *shown = G_LIST_MODEL (g_object_ref (problems));
  g_autoptr (GtkSelectionModel) model = GTK_SELECTION_MODEL (gtk_no_selection_new (shown));

  gtk_label_set_label (self->outcome_label, text);
  gtk_list_view_set_model (self->problems_view, model);
  gtk_widget_set_visible (self->problems, g_list_model_get_n_items (G_LIST_MODEL (problems)) > 0);
  gtk_widget_set_visible (self->outcome, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
hide_outcome (UdsValuesPage *self)
{
  gtk_widget_set_visible (self->outcome, FALSE);
  gtk_list_view_set_model (self->problems_view, NULL);
}

static void
on_close_cb (UdsValuesPage *self)
{
  hide_outcome (self);
}

static void
show_problem (UdsValuesPage        *self,
              const UdsProblem     *problem,
              UdsObservationColumn  column)
{
  const char *heading = _(uds_observation_column_get_field (column)->label);
  g_autoptr (UdsProblemItem) item = uds_problem_item_new (problem, NULL, heading);
  g_autoptr (GListStore) items = g_list_store_new (UDS_TYPE_PROBLEM_ITEM);

  g_list_store_append (items, item);
  show_outcome (self, _("What was typed is not kept"), items);
}

static void
append_count (GString    *text,
              const char *what,
              guint       count,
              UdsLanguage language)
{
  g_autofree char *number = uds_format_number (count, 0, language);

  if (count > 0)
    g_string_append_printf (text, "%s%s: %s", text->len > 0 ? " · " : "", what, number);
}

static char *
format_counts (UdsObservationPaste *paste,
               UdsLanguage          language)
{
  UdsPasteCounts counts = uds_observation_paste_get_counts (paste);
  GString *text = g_string_new (NULL);

  append_count (text, _("New rows"), counts.created, language);
  append_count (text, _("Changed"), counts.updated, language);
  append_count (text, _("Unchanged"), counts.unchanged, language);
  append_count (text, _("Not taken"), counts.refused, language);
  if (text->len == 0)
    g_string_append (text, _("There is nothing in the clipboard that could be a table of values"));
  return g_string_free (text, FALSE);
}

static void
show_pasted (UdsValuesPage *self)
{
  GPtrArray *problems = uds_observation_paste_get_problems (self->paste);
  g_autofree char *text = format_counts (self->paste, uds_page_get_language (UDS_PAGE (self)));
  g_autoptr (GListStore) items = g_list_store_new (UDS_TYPE_PROBLEM_ITEM);

  for (guint i = 0; i < problems->len; i++)
    {
      const UdsProblem *problem = g_ptr_array_index (problems, i);
      const char *heading = uds_observation_paste_get_heading (self->paste, problem->column);
      g_autoptr (UdsProblemItem) item = uds_problem_item_new (problem, NULL, heading);

      g_list_store_append (items, item);
    }
  show_outcome (self, text, items);
}

/* Writing into a cell */

/* What was written, and the cell it was written in. */
typedef struct {
  UdsValuesPage *page;
  UdsValuesCell *cell; /* none where it was pasted */
  GObject *item;
  UdsRecord *record;
  UdsObservationColumn column;
  char *text;
} Edit;

static Edit *
edit_new (UdsValuesPage        *self,
          GObject              *item,
          UdsRecord            *record,
          UdsObservationColumn  column,
          const char           *text)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->page = g_object_ref (self);
  edit->item = g_object_ref (item);
  edit->record = uds_record_copy (record);
  edit->column = column;
  edit->text = g_strdup (text);
  return edit;
}

static void
edit_free (Edit *edit)
{
  g_object_unref (edit->page);
  g_clear_object (&edit->cell);
  g_object_unref (edit->item);
  g_object_unref (edit->record);
  g_free (edit->text);
  g_free (edit);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Edit, edit_free)

static void
finish_cell (const Edit *edit)
{
  if (edit->cell != NULL)
    uds_values_cell_finish (edit->cell);
}

/* What could not be kept goes back to where it was written. */
static void
on_saved_cb (GObject      *object,
             const GError *error)
{
  if (error != NULL && UDS_IS_VALUES_CELL (object))
    uds_values_cell_bring_back (UDS_VALUES_CELL (object), uds_values_cell_get_item (UDS_VALUES_CELL (object)),
                                error->message);
}

static void
save_edit (const Edit *edit,
           const char *field)
{
  UdsValuesPage *self = edit->page;

  uds_values_edit_save (GTK_WIDGET (self), uds_page_get_context (UDS_PAGE (self)), self->indicator, edit->record, field,
                        on_saved_cb, edit->cell != NULL ? G_OBJECT (edit->cell) : G_OBJECT (self));
}

/* Stores what is in the empty row, which is then empty again. */
static void
add_value (const Edit *edit)
{
  UdsValuesPage *self = edit->page;
  UdsNewValue *new_value = UDS_NEW_VALUE (edit->item);
  UdsClock *clock = uds_context_get_clock (uds_page_get_context (UDS_PAGE (self)));
  g_autofree char *id = uds_uuid_new (uds_clock_get_now (clock));
  g_autofree char *next = NULL;

  if (!uds_record_has (edit->record, "period"))
    uds_record_set_text (edit->record, "period", uds_new_value_get_next (new_value));
  uds_record_set_identity (edit->record, id, 0);
  uds_record_set_text (edit->record, "series", self->series_id);
  save_edit (edit, NULL);

  next = uds_values_make_next (uds_record_get_text (edit->record, "period"));
  uds_new_value_set_record (new_value, NULL);
  uds_new_value_set_next (new_value, next);
  /* To say more of it one goes on to the right; for the next one, down. */
  if (edit->cell != NULL && uds_values_cell_get_move (edit->cell) == UDS_VALUES_NEXT)
    uds_values_table_await (self->table, id, UDS_OBSERVATION_COLUMN_QUALITY);
}

/* A value makes the row whole, where its period is written or known. */
static void
write_new_value (const Edit *edit)
{
  UdsNewValue *new_value = UDS_NEW_VALUE (edit->item);
  gboolean has_period = uds_record_has (edit->record, "period") || uds_new_value_get_next (new_value) != NULL;

  if (uds_record_has (edit->record, "value") && has_period)
    add_value (edit);
  else
    uds_new_value_set_record (new_value, edit->record);
}

static void
apply_edit (const Edit *edit,
            UdsDecimal  decimal)
{
  UdsProblem *problem = uds_observation_read_cell (edit->record, edit->column, edit->text, decimal);

  if (problem != NULL && !uds_problem_is_note (problem))
    {
      g_autofree char *reason = uds_problem_get_reason (problem);

      show_problem (edit->page, problem, edit->column);
      uds_problem_free (problem);
      if (edit->cell != NULL)
        uds_values_cell_refuse (edit->cell, reason);
      return;
    }

  g_clear_pointer (&problem, uds_problem_free);
  hide_outcome (edit->page);
  if (UDS_IS_NEW_VALUE (edit->item))
    write_new_value (edit);
  else if (uds_record_has_changes (edit->record))
    save_edit (edit, uds_observation_column_get_field (edit->column)->name);
  finish_cell (edit);
}

static void
on_number_answered (UdsDecimal decimal,
                    gpointer   data)
{
  g_autoptr (Edit) edit = data;

  if (decimal != UDS_DECIMAL_UNKNOWN)
    apply_edit (edit, decimal);
  else if (edit->cell != NULL)
    uds_values_cell_refuse (edit->cell, NULL);
}

static void
delete_row (UdsValuesPage *self,
            GObject       *item)
{
  if (UDS_IS_NEW_VALUE (item))
    uds_new_value_set_record (UDS_NEW_VALUE (item), NULL);
  else if (uds_row_get_record (UDS_ROW (item)) != NULL)
    uds_values_edit_remove (GTK_WIDGET (self), uds_page_get_context (UDS_PAGE (self)), self->indicator,
                            uds_row_get_record (UDS_ROW (item)));
}

/* A row without a period is none. */
static gboolean
is_deletion (const Edit *edit)
{
  g_autofree char *text = g_strstrip (g_strdup (edit->text));

  return edit->column == UDS_OBSERVATION_COLUMN_PERIOD && *text == '\0';
}

static void
take_edit (Edit *taken)
{
  g_autoptr (Edit) edit = taken;
  UdsDecimal decimal = uds_observation_tell_decimal (edit->text);

  if (is_deletion (edit))
    {
      delete_row (edit->page, edit->item);
      finish_cell (edit);
    }
  else if (edit->column == UDS_OBSERVATION_COLUMN_VALUE && decimal == UDS_DECIMAL_UNKNOWN)
    {
      UdsValuesPage *page = edit->page;
      const char *number = edit->text;

      uds_values_question_present (GTK_WIDGET (page), number, uds_page_get_language (UDS_PAGE (page)),
                                   on_number_answered, g_steal_pointer (&edit));
    }
  else
    apply_edit (edit, decimal);
}

static void
on_edited_cb (UdsValuesPage *self,
              UdsValuesCell *cell)
{
  UdsRecord *record = uds_values_cell_get_record (cell);
  Edit *edit;

  if (record == NULL)
    {
      uds_values_cell_finish (cell);
      return;
    }
  edit = edit_new (self, uds_values_cell_get_item (cell), record, uds_values_cell_get_column (cell),
                   uds_values_cell_get_text (cell));
  edit->cell = g_object_ref (cell);
  take_edit (edit);
}

/* Pasting */

/* What is pasted on a cell, while it is read. */
typedef struct {
  char *text;
  char *series;
  UdsObservationColumn column;
} PastedText;

static void
pasted_text_free (gpointer data)
{
  PastedText *pasted = data;

  g_free (pasted->text);
  g_free (pasted->series);
  g_free (pasted);
}

static void
on_pasted_cb (GObject      *object,
              const GError *error)
{
  UdsValuesPage *self = UDS_VALUES_PAGE (object);

  if (error == NULL)
    show_pasted (self);
  g_clear_object (&self->paste);
}

static void
write_paste (UdsValuesPage *self)
{
  UdsObservationColumn column;
  GObject *item = uds_values_table_get_current (self->table, &column);

  uds_values_edit_paste (GTK_WIDGET (self), uds_page_get_context (UDS_PAGE (self)), self->indicator, self->series_id,
                         UDS_IS_ROW (item) ? uds_row_get_id (UDS_ROW (item)) : NULL, self->paste, on_pasted_cb,
                         G_OBJECT (self));
}

static void
on_paste_answered (UdsDecimal decimal,
                   gpointer   data)
{
  g_autoptr (UdsValuesPage) self = data;

  if (decimal == UDS_DECIMAL_UNKNOWN)
    {
      g_clear_object (&self->paste);
      return;
    }
  uds_observation_paste_set_decimal (self->paste, decimal);
  write_paste (self);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const PastedText *pasted = data;

  g_task_return_pointer (task, uds_observation_paste_new (pasted->text, pasted->column, pasted->series),
                         g_object_unref);
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  UdsValuesPage *self = UDS_VALUES_PAGE (source);
  const char *question;

  g_clear_object (&self->paste);
  self->paste = g_task_propagate_pointer (G_TASK (result), NULL);
  question = uds_observation_paste_get_question (self->paste);
  if (question != NULL)
    uds_values_question_present (GTK_WIDGET (self), question, uds_page_get_language (UDS_PAGE (self)),
                                 on_paste_answered, g_object_ref (self));
  else
    write_paste (self);
}

static gboolean
is_table (const char *text)
{
  return strpbrk (text, "\t\r\n;") != NULL;
}

/**
 * uds_values_page_paste:
 * @self: a page that was read
 * @text: a text from the clipboard
 *
 * Pastes a table from the cell that had the focus last; a single value, into it.
 */
void
uds_values_page_paste (UdsValuesPage *self,
                       const char    *text)
{
  UdsObservationColumn column;
  GObject *item = uds_values_table_get_current (self->table, &column);
  UdsRecord *series = self->series_id != NULL ? uds_values_find_series (self->series, self->series_id) : NULL;
  PastedText *pasted;
  g_autoptr (GTask) task = NULL;

  if (self->paste != NULL)
    return;

  if (item != NULL && !is_table (text))
    {
      UdsRecord *record = UDS_IS_ROW (item) ? uds_row_get_record (UDS_ROW (item))
                                            : uds_new_value_get_record (UDS_NEW_VALUE (item));

      if (record != NULL)
        take_edit (edit_new (self, item, record, column, text));
      return;
    }

  pasted = g_new0 (PastedText, 1);
  pasted->text = g_strdup (text);
  pasted->series = series != NULL ? name_series (self, series) : NULL;
  pasted->column = item != NULL ? column : UDS_OBSERVATION_COLUMN_PERIOD;
  task = g_task_new (self, NULL, on_read_cb, NULL);
  g_task_set_task_data (task, pasted, pasted_text_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
on_clipboard_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (UdsValuesPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  uds_values_page_paste (self, text != NULL ? text : "\n");
}

/* Actions */

static void
on_paste (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, on_clipboard_cb, g_object_ref (widget));
}

static void
on_copy (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  UdsValuesPage *self = UDS_VALUES_PAGE (widget);
  UdsObservationColumn column;
  GObject *item = uds_values_table_get_current (self->table, &column);
  UdsRecord *record = UDS_IS_ROW (item) ? uds_row_get_record (UDS_ROW (item)) : NULL;

  if (record != NULL)
    {
      g_autofree char *text = uds_observation_write_cell (record, column, uds_page_get_language (UDS_PAGE (self)));

      gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
    }
}

static void
on_delete_row (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  UdsValuesPage *self = UDS_VALUES_PAGE (widget);
  UdsObservationColumn column;
  GObject *item = uds_values_table_get_current (self->table, &column);

  if (item != NULL)
    delete_row (self, item);
}

/* UdsPage */

static void
uds_values_page_load (UdsPage *page)
{
  UdsValuesPage *self = UDS_VALUES_PAGE (page);
  UdsValuesWanted *wanted = g_new0 (UdsValuesWanted, 1);

  wanted->id = g_strdup (self->id);
  wanted->series_id = g_strdup (self->series_id);
  uds_page_read (page, uds_values_read, wanted, uds_values_wanted_free, uds_values_found_free, show_values);
}

/* A period that was typed without a value is kept too. */
static void
uds_values_page_flush (UdsPage *page)
{
  UdsValuesPage *self = UDS_VALUES_PAGE (page);
  UdsNewValue *new_value = uds_values_table_get_new_value (self->table);

  uds_values_table_flush (self->table);
  if (uds_record_has (uds_new_value_get_record (new_value), "period"))
    {
      g_autoptr (Edit) edit = edit_new (self, G_OBJECT (new_value), uds_new_value_get_record (new_value),
                                        UDS_OBSERVATION_COLUMN_PERIOD, "");

      add_value (edit);
    }
}

/* GObject */

static void
uds_values_page_dispose (GObject *object)
{
  UdsValuesPage *self = UDS_VALUES_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UDS_TYPE_VALUES_PAGE);
  g_clear_object (&self->indicator);
  g_clear_object (&self->paste);
  g_clear_pointer (&self->series, g_ptr_array_unref);

  G_OBJECT_CLASS (uds_values_page_parent_class)->dispose (object);
}

static void
uds_values_page_finalize (GObject *object)
{
  g_free (UDS_VALUES_PAGE (object)->id);
  g_free (UDS_VALUES_PAGE (object)->series_id);

  G_OBJECT_CLASS (uds_values_page_parent_class)->finalize (object);
}

static void
uds_values_page_class_init (UdsValuesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_values_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = uds_values_page_finalize;
  UDS_PAGE_CLASS (klass)->load = uds_values_page_load;
  UDS_PAGE_CLASS (klass)->flush = uds_values_page_flush;

  g_type_ensure (UDS_TYPE_VALUES_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-values-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsValuesPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, UdsValuesPage, hint);
  gtk_widget_class_bind_template_child (widget_class, UdsValuesPage, series_chooser);
  gtk_widget_class_bind_template_child (widget_class, UdsValuesPage, column_chooser);
  gtk_widget_class_bind_template_child (widget_class, UdsValuesPage, table);
  gtk_widget_class_bind_template_child (widget_class, UdsValuesPage, outcome);
  gtk_widget_class_bind_template_child (widget_class, UdsValuesPage, outcome_label);
  gtk_widget_class_bind_template_child (widget_class, UdsValuesPage, problems);
  gtk_widget_class_bind_template_child (widget_class, UdsValuesPage, problems_view);
  gtk_widget_class_bind_template_callback (widget_class, on_close_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_column_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_series_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_wide_cb);
  gtk_widget_class_install_action (widget_class, "values.paste", NULL, on_paste);
  gtk_widget_class_install_action (widget_class, "values.copy", NULL, on_copy);
  gtk_widget_class_install_action (widget_class, "values.delete-row", NULL, on_delete_row);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "values.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "values.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_CONTROL_MASK, "values.delete-row", NULL);
}

static void
uds_values_page_init (UdsValuesPage *self)
{
  g_autoptr (GtkListItemFactory) factory = uds_problem_item_factory_new ();
  g_autoptr (GtkExpression) name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->is_showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_showing = FALSE;
  gtk_list_view_set_factory (self->problems_view, factory);
  gtk_drop_down_set_expression (self->series_chooser, name);
  gtk_drop_down_set_search_match_mode (self->series_chooser, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  fill_column_chooser (self);
  on_wide_cb (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "values.paste", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "values.delete-row", FALSE);
}

/**
 * uds_values_page_new:
 * @indicator: the id of an indicator
 *
 * Returns: (transfer floating): the page of its values, empty until it is given the context
 */
UdsPage *
uds_values_page_new (const char *indicator)
{
  UdsValuesPage *self = g_object_new (UDS_TYPE_VALUES_PAGE, "title", _("Edit Values"), NULL);

  self->id = g_strdup (indicator);
  return UDS_PAGE (self);
}
