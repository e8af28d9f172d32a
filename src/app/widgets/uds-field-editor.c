/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses the row that suits a field's type, and turns what stands in it into the field's value. References are
 * chosen elsewhere; JSON is shown only. Nothing is committed here. */
#include "uds-field-editor.h"

#include "uds-field-note.h"
#include "uds-field-text.h"
#include "uds-format.h"

#include <glib/gi18n.h>

#define PENCIL_MARGIN 15 /* the pencil of an entry row stands so far from where suffixes end */

struct _UdsFieldEditor
{
  GObject parent_instance;

  const UdsField *field;
  UdsLanguage language;
  GtkWidget *row;
  GtkTextView *text_view; /* of a long text */
  GtkWidget *warning;
  GtkWidget *note;        /* a row below that says what is wrong; none where nothing can be */
  guint edited_source;
  gboolean is_showing; /* while the row is filled, which is no edit */
  gboolean is_wrong;   /* what was typed is no value of the field */
  char *shown;         /* how the stored value is written */
  gboolean is_unsaved; /* what was typed found no room on the disk */
};

enum {
  SIGNAL_EDITED,
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UdsFieldEditor, uds_field_editor, G_TYPE_OBJECT)

/* Telling edits */

static void
tell_edited (UdsFieldEditor *self)
{
  g_clear_handle_id (&self->edited_source, g_source_remove);
  self->is_unsaved = FALSE;
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static gboolean
on_delay_over (gpointer data)
{
  UdsFieldEditor *self = data;

  self->edited_source = 0;
  tell_edited (self);
  return G_SOURCE_REMOVE;
}

static void
on_typed_cb (UdsFieldEditor *self)
{
  if (self->is_showing)
    return;

  g_clear_handle_id (&self->edited_source, g_source_remove);
  self->edited_source = g_timeout_add (UDS_FIELD_EDITOR_DELAY, on_delay_over, self);
}

static void
on_chosen_cb (UdsFieldEditor *self)
{
  if (!self->is_showing)
    tell_edited (self);
}

static void
set_text (UdsFieldEditor *self,
          const char     *text)
{
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->row)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->row), text);
}

/* What was typed stands as it was typed until one leaves it. */
static void
on_left_cb (UdsFieldEditor *self)
{
  if (self->edited_source != 0)
    {
      tell_edited (self);
      return;
    }
  if (self->shown == NULL || self->is_wrong || self->is_unsaved)
    return;

  self->is_showing = TRUE;
  set_text (self, self->shown);
  self->is_showing = FALSE;
}

static void
on_activated_cb (UdsFieldEditor *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
watch_focus (UdsFieldEditor *self,
             GtkWidget      *widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (on_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
}

/* Making rows */

static void
make_note (UdsFieldEditor *self)
{
  self->warning = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_set_visible (self->warning, FALSE);
  self->note = g_object_ref_sink (uds_field_note_new ());
}

static GtkWidget *
make_entry_row (UdsFieldEditor *self)
{
  GtkWidget *row = adw_entry_row_new ();

  make_note (self);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), self->warning);
  if (self->field->type == UDS_FIELD_INTEGER || self->field->type == UDS_FIELD_REAL
      || self->field->type == UDS_FIELD_YEAR)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_NUMBER);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_typed_cb), self, G_CONNECT_SWAPPED);
  watch_focus (self, row);
  return row;
}

static GtkWidget *
make_switch_row (UdsFieldEditor *self)
{
  GtkWidget *row = adw_switch_row_new ();

  g_signal_connect_object (row, "notify::active", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  return row;
}

/* The first choice is none. */
static GtkWidget *
make_combo_row (UdsFieldEditor *self)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, UDS_FORMAT_NONE);
  for (const UdsChoice *choice = self->field->choices; choice->code != NULL; choice++)
    gtk_string_list_append (labels, _(choice->label));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
make_reference_row (UdsFieldEditor *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *pencil = gtk_image_new_from_icon_name ("document-edit-symbolic");

  gtk_widget_set_margin_end (pencil, PENCIL_MARGIN);
  gtk_widget_add_css_class (row, "property");
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  make_note (self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->warning);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pencil);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_activated_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
make_fact_row (void)
{
  GtkWidget *row = adw_action_row_new ();

  gtk_widget_add_css_class (row, "property");
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  return row;
}

static GtkWidget *
make_long_text_row (UdsFieldEditor *self)
{
  g_autofree char *label = uds_field_format_label (self->field);
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (label);

  self->text_view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->text_view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->text_view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->text_view), "long-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text_view), "changed", G_CALLBACK (on_typed_cb), self,
                           G_CONNECT_SWAPPED);
  watch_focus (self, GTK_WIDGET (self->text_view));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dimmed");
  gtk_widget_add_css_class (box, "long-text-row");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->text_view));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static GtkWidget *
make_row (UdsFieldEditor *self)
{
  switch (self->field->type)
    {
    case UDS_FIELD_LONG_TEXT:
      return make_long_text_row (self);

    case UDS_FIELD_BOOLEAN:
      return make_switch_row (self);

    case UDS_FIELD_CHOICE:
      return make_combo_row (self);

    case UDS_FIELD_REFERENCE:
      return make_reference_row (self);

    case UDS_FIELD_JSON:
      return make_fact_row ();

    case UDS_FIELD_TEXT:
    case UDS_FIELD_INTEGER:
    case UDS_FIELD_YEAR:
    case UDS_FIELD_REAL:
    case UDS_FIELD_DATE:
    case UDS_FIELD_TIME:
    case UDS_FIELD_PERIOD:
    case UDS_FIELD_COUNTRY:
    default:
      return make_entry_row (self);
    }
}

/* Showing values */

static guint
find_choice (const UdsField *field,
             const char     *code)
{
  for (guint i = 0; code != NULL && field->choices[i].code != NULL; i++)
    if (g_str_equal (field->choices[i].code, code))
      return i + 1;

  return 0;
}

static void
show_text (GtkTextBuffer *buffer,
           const char    *text)
{
  g_autofree char *now = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  now = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  if (!g_str_equal (now, text))
    gtk_text_buffer_set_text (buffer, text, -1);
}

/* Whether the user is in the row and has typed just this, perhaps in another form. */
static gboolean
is_typed (UdsFieldEditor *self,
          UdsRecord      *record)
{
  g_autofree char *typed = NULL;
  g_autofree char *value = NULL;

  if ((gtk_widget_get_state_flags (self->row) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    return FALSE;

  typed = uds_field_text_read (self->field, gtk_editable_get_text (GTK_EDITABLE (self->row)), self->language);
  value = uds_record_to_string (record, self->field->name);
  return g_str_equal (typed, value != NULL ? value : "");
}

static void
show_in_row (UdsFieldEditor *self,
             UdsRecord      *record,
             const char     *reference)
{
  const char *name = self->field->name;
  g_autofree char *text = NULL;

  switch (self->field->type)
    {
    case UDS_FIELD_LONG_TEXT:
      text = g_strdup (uds_record_get_text (record, name));
      show_text (gtk_text_view_get_buffer (self->text_view), text != NULL ? text : "");
      return;

    case UDS_FIELD_BOOLEAN:
      adw_switch_row_set_active (ADW_SWITCH_ROW (self->row), uds_record_get_integer (record, name) != 0);
      return;

    case UDS_FIELD_CHOICE:
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->row),
                                  find_choice (self->field, uds_record_get_text (record, name)));
      return;

    case UDS_FIELD_REFERENCE:
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row), reference != NULL ? reference : UDS_FORMAT_NONE);
      return;

    case UDS_FIELD_JSON:
      text = uds_record_to_string (record, name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row), text != NULL ? text : UDS_FORMAT_NONE);
      return;

    case UDS_FIELD_TEXT:
    case UDS_FIELD_INTEGER:
    case UDS_FIELD_YEAR:
    case UDS_FIELD_REAL:
    case UDS_FIELD_DATE:
    case UDS_FIELD_TIME:
    case UDS_FIELD_PERIOD:
    case UDS_FIELD_COUNTRY:
    default:
      text = uds_field_text_format (self->field, record, self->language);
      g_set_str (&self->shown, text);
      if (!is_typed (self, record))
        set_text (self, text);
    }
}

/* GObject */

static void
uds_field_editor_dispose (GObject *object)
{
  UdsFieldEditor *self = UDS_FIELD_EDITOR (object);

  g_clear_handle_id (&self->edited_source, g_source_remove);
  g_clear_object (&self->row);
  g_clear_object (&self->note);

  G_OBJECT_CLASS (uds_field_editor_parent_class)->dispose (object);
}

static void
uds_field_editor_finalize (GObject *object)
{
  g_free (UDS_FIELD_EDITOR (object)->shown);

  G_OBJECT_CLASS (uds_field_editor_parent_class)->finalize (object);
}

static void
uds_field_editor_class_init (UdsFieldEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = uds_field_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = uds_field_editor_finalize;

  signals[SIGNAL_EDITED] = g_signal_new ("edited", UDS_TYPE_FIELD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", UDS_TYPE_FIELD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 0);
}

static void
uds_field_editor_init (UdsFieldEditor *self)
{
}

/**
 * uds_field_editor_new:
 * @field: a field
 * @language: of its numbers
 *
 * "edited" is emitted when its value may have changed, "activated" when another record is to be chosen.
 *
 * Returns: (transfer full): an editor with an empty row
 */
UdsFieldEditor *
uds_field_editor_new (const UdsField *field,
                      UdsLanguage     language)
{
  UdsFieldEditor *self = g_object_new (UDS_TYPE_FIELD_EDITOR, NULL);
  g_autofree char *label = uds_field_format_label (field);

  self->field = field;
  self->language = language;
  self->row = g_object_ref_sink (make_row (self));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), label);
  return self;
}

/**
 * uds_field_editor_get_field:
 * @self: an editor
 *
 * Returns: its field
 */
const UdsField *
uds_field_editor_get_field (UdsFieldEditor *self)
{
  g_return_val_if_fail (UDS_IS_FIELD_EDITOR (self), NULL);

  return self->field;
}

/**
 * uds_field_editor_get_row:
 * @self: an editor
 *
 * Returns: (transfer none): the row, an #AdwPreferencesRow
 */
GtkWidget *
uds_field_editor_get_row (UdsFieldEditor *self)
{
  g_return_val_if_fail (UDS_IS_FIELD_EDITOR (self), NULL);

  return self->row;
}

/**
 * uds_field_editor_get_note:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): a row for the place below, which says what is wrong with what was typed and
 *   is hidden where nothing is; %NULL where nothing can be
 */
GtkWidget *
uds_field_editor_get_note (UdsFieldEditor *self)
{
  g_return_val_if_fail (UDS_IS_FIELD_EDITOR (self), NULL);

  return self->note;
}

/**
 * uds_field_editor_show:
 * @self: an editor
 * @record: a record of the field's kind
 * @reference: (nullable): of a reference, what the record it refers to is called
 *
 * Shows the record's value, unless the user is typing another or has typed one that could not be saved yet. What was
 * wrong beside the record as it was is told again: it may be right now.
 */
void
uds_field_editor_show (UdsFieldEditor *self,
                       UdsRecord      *record,
                       const char     *reference)
{
  g_return_if_fail (UDS_IS_FIELD_EDITOR (self));

  if (self->edited_source != 0 || self->is_unsaved)
    return;
  if (self->is_wrong)
    {
      tell_edited (self);
      return;
    }

  self->is_showing = TRUE;
  show_in_row (self, record, reference);
  self->is_showing = FALSE;
  uds_field_editor_set_problem (self, NULL);
}

/**
 * uds_field_editor_set_editable:
 * @self: an editor
 * @editable: whether the user may change it
 */
void
uds_field_editor_set_editable (UdsFieldEditor *self,
                               gboolean        editable)
{
  g_return_if_fail (UDS_IS_FIELD_EDITOR (self));

  if (self->text_view != NULL)
    gtk_text_view_set_editable (self->text_view, editable);
  else if (ADW_IS_ENTRY_ROW (self->row))
    gtk_editable_set_editable (GTK_EDITABLE (self->row), editable);
  else if (self->field->type == UDS_FIELD_REFERENCE)
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->row), editable);
  else if (self->field->type != UDS_FIELD_JSON)
    gtk_widget_set_sensitive (self->row, editable);
}

/**
 * uds_field_editor_set_problem:
 * @self: an editor
 * @problem: (nullable): why what was typed is no value of the field
 */
void
uds_field_editor_set_problem (UdsFieldEditor *self,
                              const char     *problem)
{
  g_return_if_fail (UDS_IS_FIELD_EDITOR (self));

  if (self->warning == NULL)
    return;

  self->is_wrong = problem != NULL;
  gtk_widget_set_visible (self->warning, problem != NULL);
  uds_field_note_set_text (self->note, problem);
  gtk_widget_set_tooltip_text (self->warning, problem);
  if (problem != NULL)
    gtk_widget_add_css_class (self->row, "error");
  else
    gtk_widget_remove_css_class (self->row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  problem != NULL ? problem : "", -1);
}

/**
 * uds_field_editor_set_unsaved:
 * @self: an editor that has told an edit
 * @reason: why it could not be saved
 *
 * Keeps what was typed, to tell it again when flushed.
 */
void
uds_field_editor_set_unsaved (UdsFieldEditor *self,
                              const char     *reason)
{
  g_return_if_fail (UDS_IS_FIELD_EDITOR (self));

  self->is_unsaved = TRUE;
  uds_field_editor_set_problem (self, reason);
}

static char *
read_text_view (UdsFieldEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static char *
read_row (UdsFieldEditor *self)
{
  if (self->text_view != NULL)
    return read_text_view (self);
  if (ADW_IS_SWITCH_ROW (self->row))
    return g_strdup (adw_switch_row_get_active (ADW_SWITCH_ROW (self->row)) ? "1" : "0");
  if (ADW_IS_COMBO_ROW (self->row))
    {
      guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->row));

      return g_strdup (selected > 0 ? self->field->choices[selected - 1].code : "");
    }
  return uds_field_text_read (self->field, gtk_editable_get_text (GTK_EDITABLE (self->row)), self->language);
}

/**
 * uds_field_editor_apply:
 * @self: an editor of a field that is edited in its row
 * @record: the record to put the value into
 * @error: why it is no value of the field
 *
 * Returns: %FALSE where what was typed is no value of the field
 */
gboolean
uds_field_editor_apply (UdsFieldEditor  *self,
                        UdsRecord       *record,
                        GError         **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (UDS_IS_FIELD_EDITOR (self), FALSE);

  text = read_row (self);
  if (*text != '\0')
    return uds_record_set_from_string (record, self->field->name, text, error);

  uds_record_clear (record, self->field->name);
  return TRUE;
}

/**
 * uds_field_editor_flush:
 * @self: an editor
 *
 * Tells an edit now that would be told in a moment, or again one that could not be saved.
 */
void
uds_field_editor_flush (UdsFieldEditor *self)
{
  g_return_if_fail (UDS_IS_FIELD_EDITOR (self));

  if (self->edited_source != 0 || self->is_unsaved)
    tell_edited (self);
}
