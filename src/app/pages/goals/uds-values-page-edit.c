/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written into a cell becomes a command at once; what cannot be read is told, and a number that could be two is
 * asked about. */
#include "uds-values-page-private.h"

#include "uds-row.h"
#include "uds-uuid.h"
#include "uds-values-edit.h"
#include "uds-values-found.h"
#include "uds-values-question.h"

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
  UdsProblem *problem = uds_observation_read_cell (edit->record, edit->column, edit->text, decimal,
                                                   uds_values_page_get_unit (edit->page));

  if (problem != NULL && !uds_problem_is_note (problem))
    {
      g_autofree char *reason = uds_problem_get_reason (problem);

      uds_values_outcome_show_problem (edit->page->outcome, problem, edit->column);
      uds_problem_free (problem);
      if (edit->cell != NULL)
        uds_values_cell_refuse (edit->cell, reason);
      return;
    }

  g_clear_pointer (&problem, uds_problem_free);
  uds_values_outcome_hide (edit->page->outcome);
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

/**
 * uds_values_page_delete_row:
 * @self: a page
 * @item: the #UdsRow or #UdsNewValue of a row
 *
 * Deletes the observation; of the empty row, what was written into it.
 */
void
uds_values_page_delete_row (UdsValuesPage *self,
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
  UdsDecimal decimal = uds_observation_tell_decimal (edit->text, uds_values_page_get_unit (edit->page));

  if (is_deletion (edit))
    {
      uds_values_page_delete_row (edit->page, edit->item);
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

/**
 * uds_values_page_write_cell:
 * @self: a page
 * @cell: a cell that has told of an edit
 *
 * Makes of what was written what it says, and finishes the cell or refuses it.
 */
void
uds_values_page_write_cell (UdsValuesPage *self,
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

/**
 * uds_values_page_write:
 * @self: a page
 * @item: the #UdsRow or #UdsNewValue of a row
 * @column: a column
 * @text: what to write there
 *
 * As if it was written into the cell; nothing where the row is not read yet.
 */
void
uds_values_page_write (UdsValuesPage        *self,
                       GObject              *item,
                       UdsObservationColumn  column,
                       const char           *text)
{
  UdsRecord *record = UDS_IS_ROW (item) ? uds_row_get_record (UDS_ROW (item))
                                        : uds_new_value_get_record (UDS_NEW_VALUE (item));

  if (record != NULL)
    take_edit (edit_new (self, item, record, column, text));
}

/**
 * uds_values_page_write_rest:
 * @self: a page that goes out of sight
 *
 * Keeps a period that was typed without a value too.
 */
void
uds_values_page_write_rest (UdsValuesPage *self)
{
  UdsNewValue *new_value = uds_values_table_get_new_value (self->table);

  if (uds_record_has (uds_new_value_get_record (new_value), "period"))
    {
      g_autoptr (Edit) edit = edit_new (self, G_OBJECT (new_value), uds_new_value_get_record (new_value),
                                        UDS_OBSERVATION_COLUMN_PERIOD, "");

      add_value (edit);
    }
}
