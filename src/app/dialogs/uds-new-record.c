/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dialog with the fields without which a record is not valid, those that name it, and of a part, such as a
 * membership, what it ties together. */
#include "uds-new-record.h"

#include "uds-choose-record.h"
#include "uds-command.h"
#include "uds-field-editor.h"
#include "uds-record-summary.h"
#include "uds-uuid.h"

#include <glib/gi18n.h>

struct _UdsNewRecord
{
  AdwDialog parent_instance;

  GtkButton *add_button;
  AdwPreferencesGroup *fields;

  UdsPage *page;
  UdsRecord *record;
  const char *relation; /* none where it is tied to nothing */
  UdsRecord *to;
  GPtrArray *editors; /* of UdsFieldEditor */
  gboolean was_tried; /* to add it: from then on what is missing is told */
};

G_DEFINE_FINAL_TYPE (UdsNewRecord, uds_new_record, ADW_TYPE_DIALOG)

static void
on_cancel_cb (UdsNewRecord *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* What is asked */

static gboolean
is_title (UdsNewRecord   *self,
          const UdsField *field)
{
  const UdsKind *kind = uds_record_get_kind (self->record);

  return g_strcmp0 (field->name, uds_kind_get_title_field (kind, uds_page_get_language (self->page))) == 0;
}

static gboolean
is_part (const UdsKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & UDS_FIELD_OWNER) != 0)
      return TRUE;
  return FALSE;
}

/* What tells a part from its owner's others: the member of a membership, the organisation of a role and its title. */
static gboolean
is_telling (const UdsKind  *kind,
            const UdsField *field)
{
  const UdsFieldFlags others = UDS_FIELD_OWNER | UDS_FIELD_DANISH | UDS_FIELD_ENGLISH;

  return (field->type == UDS_FIELD_REFERENCE || field->type == UDS_FIELD_TEXT)
         && (field->flags & (UDS_FIELD_KEY | others)) == UDS_FIELD_KEY && is_part (kind);
}

/* What is called by its type where it has no name need not have one. */
static gboolean
is_needed (UdsNewRecord   *self,
           const UdsField *field)
{
  return (field->flags & UDS_FIELD_REQUIRED) != 0
         || (is_title (self, field) && uds_kind_get_type_field (uds_record_get_kind (self->record)) == NULL);
}

static gboolean
is_asked (UdsNewRecord   *self,
          const UdsField *field)
{
  if (uds_record_has (self->record, field->name))
    return FALSE;
  return is_needed (self, field) || is_title (self, field) || is_telling (uds_record_get_kind (self->record), field);
}

/* Reading it */

/* Records are chosen, and stand in the record already. */
static const char *
find_problem (UdsNewRecord    *self,
              UdsFieldEditor  *editor,
              GError         **error)
{
  const UdsField *field = uds_field_editor_get_field (editor);

  if (field->type != UDS_FIELD_REFERENCE && !uds_field_editor_apply (editor, self->record, error))
    return (*error)->message;
  return self->was_tried && is_needed (self, field) && !uds_record_has (self->record, field->name)
             ? _("This is needed")
             : NULL;
}

static gboolean
has_any (UdsNewRecord *self)
{
  for (guint i = 0; i < self->editors->len; i++)
    if (uds_record_has (self->record, uds_field_editor_get_field (g_ptr_array_index (self->editors, i))->name))
      return TRUE;
  return FALSE;
}

/* A dialog keeps the height it came with, and a message would push the last line out of it. */
static void
fit_height (UdsNewRecord *self)
{
  GtkWidget *content = adw_dialog_get_child (ADW_DIALOG (self));
  int height;

  gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (content), NULL, &height, NULL, NULL);
  adw_dialog_set_content_height (ADW_DIALOG (self), height);
}

/* Puts what was typed into the record; marks what is wrong. */
static gboolean
mark_all (UdsNewRecord *self)
{
  gboolean is_sound = TRUE;

  for (guint i = 0; i < self->editors->len; i++)
    {
      UdsFieldEditor *editor = g_ptr_array_index (self->editors, i);
      g_autoptr (GError) error = NULL;
      const char *problem = find_problem (self, editor, &error);

      uds_field_editor_set_problem (editor, problem);
      is_sound = is_sound && problem == NULL;
    }
  if (!is_sound || !self->was_tried || has_any (self))
    return is_sound;

  uds_field_editor_set_problem (g_ptr_array_index (self->editors, 0), _("One of these is needed"));
  return FALSE;
}

static gboolean
apply_all (UdsNewRecord *self)
{
  gboolean is_sound = mark_all (self);

  fit_height (self);
  return is_sound;
}

static void
on_edited_cb (UdsNewRecord *self)
{
  apply_all (self);
}

/* Choosing what it refers to */

typedef struct {
  UdsNewRecord *dialog;
  UdsFieldEditor *editor;
} Choosing;

static void
choosing_free (gpointer data)
{
  Choosing *choosing = data;

  g_object_unref (choosing->dialog);
  g_object_unref (choosing->editor);
  g_free (choosing);
}

static void
on_chosen_cb (const char *id,
              const char *title,
              gpointer    data)
{
  const Choosing *choosing = data;
  UdsRecord *record = choosing->dialog->record;
  const char *field = uds_field_editor_get_field (choosing->editor)->name;

  if (id != NULL)
    uds_record_set_text (record, field, id);
  else
    uds_record_clear (record, field);
  uds_field_editor_set_problem (choosing->editor, NULL);
  uds_field_editor_show (choosing->editor, record, title);
  apply_all (choosing->dialog);
}

static void
on_activated_cb (UdsNewRecord   *self,
                 UdsFieldEditor *editor)
{
  const UdsField *field = uds_field_editor_get_field (editor);
  Choosing *choosing = g_new (Choosing, 1);

  *choosing = (Choosing) { g_object_ref (self), g_object_ref (editor) };
  uds_choose_record_present (GTK_WIDGET (self), uds_page_get_context (self->page), uds_kind_lookup (field->target),
                             !(field->flags & UDS_FIELD_REQUIRED), on_chosen_cb, choosing, choosing_free);
}

/* Keeping it */

typedef struct {
  UdsRecord *record;
  const char *relation;
  UdsRecord *to;
} Tied;

static void
tied_free (gpointer data)
{
  Tied *tied = data;

  g_object_unref (tied->record);
  g_object_unref (tied->to);
  g_free (tied);
}

/* One command, so that undoing it takes both back. */
static gboolean
save_tied (UdsSession  *session,
           gpointer     data,
           GError     **error)
{
  const Tied *tied = data;
  g_autoptr (UdsRecord) record = uds_record_copy (tied->record);

  return uds_session_save (session, record, error)
         && uds_session_link (session, record, tied->relation, tied->to, error);
}

static void
save (UdsNewRecord *self,
      const char   *name)
{
  UdsContext *context = uds_page_get_context (self->page);
  Tied *tied;

  if (self->to == NULL)
    {
      uds_command_save (GTK_WIDGET (self->page), context, name, self->record);
      return;
    }

  tied = g_new (Tied, 1);
  *tied = (Tied) { g_object_ref (self->record), self->relation, g_object_ref (self->to) };
  uds_command_run (GTK_WIDGET (self->page), context, name, save_tied, tied, tied_free);
}

static void
on_add_cb (UdsNewRecord *self)
{
  UdsLanguage language = uds_page_get_language (self->page);
  g_autofree char *name = NULL;

  self->was_tried = TRUE;
  if (!apply_all (self))
    return;

  /* Translators: the name of a new record */
  name = g_strdup_printf (_("“%s” added"), uds_record_get_title (self->record, language));
  save (self, name);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "win.open", "(ss)", uds_record_get_kind (self->record)->name,
                              uds_record_get_id (self->record));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
fill_fields (UdsNewRecord *self)
{
  const UdsKind *kind = uds_record_get_kind (self->record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      UdsFieldEditor *editor;

      if (!is_asked (self, &kind->fields[i]))
        continue;
      editor = uds_field_editor_new (&kind->fields[i], uds_page_get_language (self->page));
      g_signal_connect_object (editor, "edited", G_CALLBACK (on_edited_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (editor, "activated", G_CALLBACK (on_activated_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->editors, editor);
      if (kind->fields[i].type == UDS_FIELD_REFERENCE)
        uds_field_editor_show (editor, self->record, NULL);
      if (ADW_IS_ENTRY_ROW (uds_field_editor_get_row (editor)))
        adw_entry_row_set_activates_default (ADW_ENTRY_ROW (uds_field_editor_get_row (editor)), TRUE);
      adw_preferences_group_add (self->fields, uds_field_editor_get_row (editor));
      if (uds_field_editor_get_note (editor) != NULL)
        adw_preferences_group_add (self->fields, uds_field_editor_get_note (editor));
    }
}

/* A request is received and a note written on the day it is entered, unless somebody says otherwise. */
static void
set_today (UdsNewRecord *self)
{
  UdsDate today = uds_clock_get_today (uds_context_get_clock (uds_page_get_context (self->page)));
  g_autofree char *text = uds_date_to_string (&today);

  if (uds_record_is_a (self->record, "note"))
    uds_record_set_text (self->record, "date", text);
  else if (uds_kind_lookup_field (uds_record_get_kind (self->record), "received", NULL) != NULL)
    uds_record_set_text (self->record, "received", text);
}

/* What a dialog does when it is there, whether it floats or is a sheet of a narrow window: one types at once. */
static gboolean
uds_new_record_grab_focus (GtkWidget *widget)
{
  GPtrArray *editors = UDS_NEW_RECORD (widget)->editors;

  /* While it goes there is nothing left to type in. */
  if (editors->len == 0)
    return GTK_WIDGET_CLASS (uds_new_record_parent_class)->grab_focus (widget);
  return gtk_widget_grab_focus (uds_field_editor_get_row (g_ptr_array_index (editors, 0)));
}

static void
uds_new_record_dispose (GObject *object)
{
  UdsNewRecord *self = UDS_NEW_RECORD (object);

  g_ptr_array_set_size (self->editors, 0);
  g_clear_object (&self->page);
  g_clear_object (&self->record);
  g_clear_object (&self->to);
  gtk_widget_dispose_template (GTK_WIDGET (self), UDS_TYPE_NEW_RECORD);

  G_OBJECT_CLASS (uds_new_record_parent_class)->dispose (object);
}

static void
uds_new_record_finalize (GObject *object)
{
  g_ptr_array_unref (UDS_NEW_RECORD (object)->editors);

  G_OBJECT_CLASS (uds_new_record_parent_class)->finalize (object);
}

static void
uds_new_record_class_init (UdsNewRecordClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_new_record_dispose;
  G_OBJECT_CLASS (klass)->finalize = uds_new_record_finalize;
  widget_class->grab_focus = uds_new_record_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-new-record.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsNewRecord, add_button);
  gtk_widget_class_bind_template_child (widget_class, UdsNewRecord, fields);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_add_cb);
}

static void
uds_new_record_init (UdsNewRecord *self)
{
  self->editors = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static UdsNewRecord *
new_record_new (UdsPage       *page,
                const UdsKind *kind)
{
  /* Translators: one of a kind, such as “Network” */
  g_autofree char *title = g_strdup_printf (_("New: %s"), _(kind->label));
  UdsNewRecord *self = g_object_new (UDS_TYPE_NEW_RECORD, "title", title, NULL);
  UdsClock *clock = uds_context_get_clock (uds_page_get_context (page));
  g_autofree char *id = uds_uuid_new (uds_clock_get_now (clock));

  self->page = g_object_ref (page);
  self->record = uds_record_new (kind);
  uds_record_set_identity (self->record, id, 0);
  return self;
}

static void
present (UdsNewRecord *self)
{
  set_today (self);
  fill_fields (self);
  adw_dialog_present (ADW_DIALOG (self), GTK_WIDGET (self->page));
}

/**
 * uds_new_record_present:
 * @page: the page that the record is made from
 * @kind: its kind
 * @field: (nullable): a field that is known already
 * @value: (nullable): its value
 *
 * Asks for what the record needs, adds it and opens it.
 */
void
uds_new_record_present (UdsPage       *page,
                        const UdsKind *kind,
                        const char    *field,
                        const char    *value)
{
  UdsNewRecord *self = new_record_new (page, kind);

  if (field != NULL)
    uds_record_set_text (self->record, field, value);
  present (self);
}

/**
 * uds_new_record_present_tied:
 * @page: the page that the record is made from
 * @kind: its kind
 * @relation: what it will be to @to, such as "serves"
 * @to: a stored record
 *
 * Asks for what the record needs, adds it tied to @to, and opens it. Undo takes both back.
 */
void
uds_new_record_present_tied (UdsPage       *page,
                             const UdsKind *kind,
                             const char    *relation,
                             UdsRecord     *to)
{
  UdsNewRecord *self = new_record_new (page, kind);

  self->relation = g_intern_string (relation);
  self->to = g_object_ref (to);
  present (self);
}
