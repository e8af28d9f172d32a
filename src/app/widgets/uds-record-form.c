/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes an editor for each field that forms show, and a list for each group of records tied to the record. What was
 * typed becomes a command named after its field. */
#include "uds-record-form.h"

#include "uds-add-button.h"
#include "uds-choose-record.h"
#include "uds-command.h"
#include "uds-error.h"
#include "uds-field-editor.h"
#include "uds-field-text.h"
#include "uds-format.h"
#include "uds-hint-list.h"
#include "uds-new-record.h"
#include "uds-reach-button.h"
#include "uds-related-list.h"

#include <glib/gi18n.h>

#define EDITORS_AT_ONCE 5

struct _UdsRecordForm
{
  AdwBin parent_instance;

  GtkBox *box;
  AdwPreferencesGroup *hints;
  AdwPreferencesGroup *fields;
  GtkWidget *add_button;
  GtkBox *related;

  GPtrArray *hint_rows;

  UdsContext *context;
  UdsRecordDetails *details;
  GPtrArray *editors; /* of UdsFieldEditor, one for each field shown */
  const char *const *covered; /* the related records that are shown elsewhere */
  guint next_field;   /* the first that has no editor yet */
  guint next_group;   /* the first that has no list yet */
  GtkWidget *last_list;
  guint tick;         /* makes the rest */
};

G_DEFINE_FINAL_TYPE (UdsRecordForm, uds_record_form, ADW_TYPE_BIN)

/* Changing the record */

static char *
make_name (UdsRecordForm  *self,
           const UdsField *field)
{
  g_autofree char *label = uds_field_format_label (field);
  const char *title = uds_record_details_get_title (self->details);

  /* Translators: the name of a field and the name of a record */
  return g_strdup_printf (_("“%s” of “%s” changed"), label, title);
}

/* What does not fit on the disk stays in its row until it does. */
static void
on_saved_cb (GObject      *editor,
             const GError *error)
{
  if (g_error_matches (error, UDS_ERROR, UDS_ERROR_FULL))
    uds_field_editor_set_unsaved (UDS_FIELD_EDITOR (editor), error->message);
}

static void
on_edited_cb (UdsRecordForm  *self,
              UdsFieldEditor *editor)
{
  g_autoptr (UdsRecord) record = uds_record_copy (uds_record_details_get_record (self->details));
  g_autoptr (GError) error = NULL;

  if (!uds_field_editor_apply (editor, record, &error) || !uds_record_validate (record, &error))
    {
      uds_field_editor_set_problem (editor, error->message);
      return;
    }

  uds_field_editor_set_problem (editor, NULL);
  if (uds_record_has_changes (record))
    {
      g_autofree char *name = make_name (self, uds_field_editor_get_field (editor));

      uds_command_save_then (GTK_WIDGET (self), self->context, name, record, on_saved_cb, G_OBJECT (editor));
    }
}

typedef struct {
  UdsRecordForm *form;
  const UdsField *field;
} Choosing;

static void
on_chosen_cb (const char *id,
              const char *title,
              gpointer    data)
{
  Choosing *choosing = data;
  g_autoptr (UdsRecord) record = uds_record_copy (uds_record_details_get_record (choosing->form->details));

  uds_record_set_text (record, choosing->field->name, id);
  if (uds_record_has_changes (record))
    {
      g_autofree char *name = make_name (choosing->form, choosing->field);

      uds_command_save (GTK_WIDGET (choosing->form), choosing->form->context, name, record);
    }
}

static void
choosing_free (gpointer data)
{
  Choosing *choosing = data;

  g_object_unref (choosing->form);
  g_free (choosing);
}

static void
on_activated_cb (UdsRecordForm  *self,
                 UdsFieldEditor *editor)
{
  const UdsField *field = uds_field_editor_get_field (editor);
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->form = g_object_ref (self);
  choosing->field = field;
  uds_choose_record_present (GTK_WIDGET (self), self->context, uds_kind_lookup (field->target),
                             !(field->flags & UDS_FIELD_REQUIRED), on_chosen_cb, choosing, choosing_free);
}

/* Links */

typedef struct {
  const UdsRelation *relation;
  UdsRecord *record; /* the one that is shown */
  char *kind;
  char *id; /* of the other */
  gboolean is_tied;
} Tie;

static void
tie_free (gpointer data)
{
  Tie *tie = data;

  g_object_unref (tie->record);
  g_free (tie->kind);
  g_free (tie->id);
  g_free (tie);
}

static gboolean
write_tie (UdsSession  *session,
           gpointer     data,
           GError     **error)
{
  const Tie *tie = data;
  g_autoptr (UdsRecord) other = uds_session_get (session, uds_kind_lookup (tie->kind), tie->id, error);
  gboolean outward = uds_record_is_a (tie->record, tie->relation->from);
  UdsRecord *from = outward ? tie->record : other;
  UdsRecord *to = outward ? other : tie->record;

  if (other == NULL)
    return FALSE;
  return tie->is_tied ? uds_session_link (session, from, tie->relation->name, to, error)
                      : uds_session_unlink (session, from, tie->relation->name, to, error);
}

static const UdsRelatedGroup *
find_linked_group (UdsRecordForm *self,
                   const char    *kind)
{
  for (guint i = 0; i < uds_record_details_get_n_groups (self->details); i++)
    {
      const UdsRelatedGroup *group = uds_record_details_get_group (self->details, i);

      if (group->relation != NULL && g_str_equal (group->kind->name, kind))
        return group;
    }
  return NULL;
}

static void
run_tie (UdsRecordForm *self,
         const char    *name,
         const char    *kind,
         const char    *id,
         gboolean       is_tied)
{
  const UdsRelatedGroup *group = find_linked_group (self, kind);
  Tie *tie = g_new0 (Tie, 1);

  tie->relation = group->relation;
  tie->record = g_object_ref (uds_record_details_get_record (self->details));
  tie->kind = g_strdup (kind);
  tie->id = g_strdup (id);
  tie->is_tied = is_tied;
  uds_command_run (GTK_WIDGET (self), self->context, name, write_tie, tie, tie_free);
}

typedef struct {
  UdsRecordForm *form;
  const UdsKind *kind;
} Linking;

static void
linking_free (gpointer data)
{
  Linking *linking = data;

  g_object_unref (linking->form);
  g_free (linking);
}

static void
on_link_chosen_cb (const char *id,
                   const char *chosen,
                   gpointer    data)
{
  const Linking *linking = data;
  const char *title = uds_record_details_get_title (linking->form->details);
  /* Translators: the name of a record, and the kind of what it is tied to, such as “Target” */
  g_autofree char *name = g_strdup_printf (_("Link from “%s” added: %s"), title, _(linking->kind->label));

  run_tie (linking->form, name, linking->kind->name, id, TRUE);
}

static void
on_link (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  UdsRecordForm *self = UDS_RECORD_FORM (widget);
  Linking *linking = g_new0 (Linking, 1);

  linking->form = g_object_ref (self);
  linking->kind = uds_kind_lookup (g_variant_get_string (parameter, NULL));
  uds_choose_record_present (widget, self->context, linking->kind, FALSE, on_link_chosen_cb, linking, linking_free);
}

static void
on_new (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  UdsRecordForm *self = UDS_RECORD_FORM (widget);
  const UdsRelatedGroup *group = find_linked_group (self, g_variant_get_string (parameter, NULL));

  uds_new_record_present_tied (UDS_PAGE (gtk_widget_get_ancestor (widget, UDS_TYPE_PAGE)), group->kind,
                               group->relation->name, uds_record_details_get_record (self->details));
}

static void
on_new_part (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  UdsRecordForm *self = UDS_RECORD_FORM (widget);
  const char *kind, *field;

  g_variant_get (parameter, "(&s&s)", &kind, &field);
  uds_new_record_present (UDS_PAGE (gtk_widget_get_ancestor (widget, UDS_TYPE_PAGE)), uds_kind_lookup (kind), field,
                          uds_record_get_id (uds_record_details_get_record (self->details)));
}

static const char *
find_title (const UdsRelatedGroup *group,
            const char            *id)
{
  for (guint i = 0; i < group->members->len; i++)
    {
      const UdsRelated *related = g_ptr_array_index (group->members, i);

      if (g_str_equal (uds_record_get_id (related->record), id))
        return related->title;
    }
  return UDS_FORMAT_NONE;
}

static void
on_unlink (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  UdsRecordForm *self = UDS_RECORD_FORM (widget);
  const char *kind, *id;
  g_autofree char *name = NULL;

  g_variant_get (parameter, "(&s&s)", &kind, &id);
  /* Translators: the names of two records */
  name = g_strdup_printf (_("Link between “%s” and “%s” removed"), uds_record_details_get_title (self->details),
                          find_title (find_linked_group (self, kind), id));
  run_tie (self, name, kind, id, FALSE);
}

/* Hints */

static void
on_show_field (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  UdsRecordForm *self = UDS_RECORD_FORM (widget);

  for (guint i = 0; i < self->editors->len; i++)
    {
      UdsFieldEditor *editor = g_ptr_array_index (self->editors, i);

      if (g_str_equal (uds_field_editor_get_field (editor)->name, g_variant_get_string (parameter, NULL)))
        gtk_widget_grab_focus (uds_field_editor_get_row (editor));
    }
}

/* Showing it */

static gboolean
is_shown (const UdsField *field)
{
  return !(field->flags & UDS_FIELD_HIDDEN);
}

static gboolean
can_write (UdsRecordForm *self)
{
  UdsStoreMode mode = uds_store_get_mode (uds_context_get_store (self->context));

  return mode == UDS_STORE_NORMAL || mode == UDS_STORE_NETWORK;
}

static void
show_field (UdsRecordForm  *self,
            UdsFieldEditor *editor)
{
  const UdsField *field = uds_field_editor_get_field (editor);

  uds_field_editor_show (editor, uds_record_details_get_record (self->details),
                         uds_record_details_get_reference (self->details, field->name));
  uds_field_editor_set_editable (editor, can_write (self));
}

static void
make_editor (UdsRecordForm  *self,
             const UdsField *field)
{
  UdsFieldEditor *editor = uds_field_editor_new (field, uds_context_get_language (self->context));

  g_signal_connect_object (editor, "edited", G_CALLBACK (on_edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "activated", G_CALLBACK (on_activated_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->editors, editor);
  if (ADW_IS_ENTRY_ROW (uds_field_editor_get_row (editor)))
    uds_reach_button_add_to_entry (ADW_ENTRY_ROW (uds_field_editor_get_row (editor)), field);
  adw_preferences_group_add (self->fields, uds_field_editor_get_row (editor));
  if (uds_field_editor_get_note (editor) != NULL)
    adw_preferences_group_add (self->fields, uds_field_editor_get_note (editor));
  show_field (self, editor);
}

/* The next few fields that have no editor yet. Returns whether there are more. */
static gboolean
make_some_editors (UdsRecordForm *self)
{
  const UdsKind *kind = uds_record_get_kind (uds_record_details_get_record (self->details));

  for (guint n_made = 0; n_made < EDITORS_AT_ONCE && self->next_field < kind->n_fields; self->next_field++)
    {
      if (!is_shown (&kind->fields[self->next_field]))
        continue;
      make_editor (self, &kind->fields[self->next_field]);
      n_made++;
    }
  return self->next_field < kind->n_fields;
}

static gboolean
is_covered (UdsRecordForm         *self,
            const UdsRelatedGroup *group)
{
  g_autofree char *by_field =
      group->field != NULL ? g_strdup_printf ("%s.%s", group->kind->name, group->field->name) : NULL;

  return self->covered != NULL
         && (g_strv_contains (self->covered, group->kind->name)
             || (by_field != NULL && g_strv_contains (self->covered, by_field)));
}

/* The list of a group, where there is one already. */
static UdsRelatedList *
find_list (UdsRecordForm         *self,
           const UdsRelatedGroup *group)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->related)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (uds_related_list_is_of (UDS_RELATED_LIST (child), group))
      return UDS_RELATED_LIST (child);

  return NULL;
}

/* Lists whose groups are gone. */
static void
remove_lists (UdsRecordForm *self,
              GtkWidget     *after)
{
  GtkWidget *child;

  while ((child = after != NULL ? gtk_widget_get_next_sibling (after)
                                : gtk_widget_get_first_child (GTK_WIDGET (self->related)))
         != NULL)
    gtk_box_remove (self->related, child);
}

static void
show_list (UdsRecordForm         *self,
           const UdsRelatedGroup *group)
{
  UdsRelatedList *list = find_list (self, group);

  if (list == NULL)
    list = UDS_RELATED_LIST (uds_related_list_new ());
  if (gtk_widget_get_parent (GTK_WIDGET (list)) == NULL)
    gtk_box_append (self->related, GTK_WIDGET (list));
  uds_related_list_show (list, self->details, group, uds_context_get_language (self->context));
  gtk_box_reorder_child_after (self->related, GTK_WIDGET (list), self->last_list);
  self->last_list = GTK_WIDGET (list);
}

/* One more list, from the first. Returns whether there are more. */
static gboolean
show_next_list (UdsRecordForm *self)
{
  guint n_groups = uds_record_details_get_n_groups (self->details);

  while (self->next_group < n_groups)
    {
      const UdsRelatedGroup *group = uds_record_details_get_group (self->details, self->next_group++);

      if (group->n_members == 0 || is_covered (self, group))
        continue;
      show_list (self, group);
      return TRUE;
    }

  remove_lists (self, self->last_list);
  return FALSE;
}

static gboolean
on_tick_cb (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       data)
{
  UdsRecordForm *self = UDS_RECORD_FORM (widget);

  if (make_some_editors (self) || show_next_list (self))
    return G_SOURCE_CONTINUE;

  self->tick = 0;
  return G_SOURCE_REMOVE;
}

/* A form is long, and its beginning is what is seen of it: the rest is made little by little, so that the page is drawn
 * and answers meanwhile. */
static void
show_rest (UdsRecordForm *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.link", can_write (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.new", can_write (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.new-part", can_write (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.unlink", can_write (self));
  uds_add_button_show (GTK_MENU_BUTTON (self->add_button), self->details);
  self->next_group = 0;
  self->last_list = NULL;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick_cb, NULL, NULL);
}

static void
on_full_cb (UdsRecordForm *self)
{
  if (!uds_store_is_full (uds_context_get_store (self->context)))
    uds_record_form_flush (self);
}

static void
uds_record_form_dispose (GObject *object)
{
  UdsRecordForm *self = UDS_RECORD_FORM (object);

  g_ptr_array_set_size (self->editors, 0);
  g_clear_object (&self->context);
  g_clear_object (&self->details);

  G_OBJECT_CLASS (uds_record_form_parent_class)->dispose (object);
}

static void
uds_record_form_finalize (GObject *object)
{
  g_ptr_array_unref (UDS_RECORD_FORM (object)->editors);
  g_ptr_array_unref (UDS_RECORD_FORM (object)->hint_rows);

  G_OBJECT_CLASS (uds_record_form_parent_class)->finalize (object);
}

static void
uds_record_form_class_init (UdsRecordFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = uds_record_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = uds_record_form_finalize;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "form.show-field", "s", on_show_field);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "form.link", "s", on_link);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "form.new", "s", on_new);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "form.new-part", "(ss)", on_new_part);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "form.unlink", "(ss)", on_unlink);
}

static void
uds_record_form_init (UdsRecordForm *self)
{
  self->editors = g_ptr_array_new_with_free_func (g_object_unref);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  self->hint_rows = g_ptr_array_new ();
  self->hints = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->fields = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->add_button = uds_add_button_new ();
  adw_preferences_group_set_header_suffix (self->fields, self->add_button);
  self->related = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  gtk_box_append (self->box, GTK_WIDGET (self->hints));
  gtk_box_append (self->box, GTK_WIDGET (self->fields));
  gtk_box_append (self->box, GTK_WIDGET (self->related));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * uds_record_form_set_covered:
 * @self: a form that was not shown yet
 * @kinds: (array zero-terminated=1): names of kinds, or of a kind and the field by which its records refer to this one
 *   ("organisation.part_of"); static
 *
 * Leaves out these related records: the page shows them above. The fields get a heading.
 */
void
uds_record_form_set_covered (UdsRecordForm     *self,
                             const char *const *kinds)
{
  g_return_if_fail (UDS_IS_RECORD_FORM (self));

  self->covered = kinds;
  adw_preferences_group_set_title (self->fields, _("Facts"));
}

/**
 * uds_record_form_show:
 * @self: a form
 * @context: the context
 * @details: the record and what is tied to it; always one of the same kind
 *
 * Shows the record. What the user is typing stays.
 */
void
uds_record_form_show (UdsRecordForm    *self,
                      UdsContext       *context,
                      UdsRecordDetails *details)
{
  g_return_if_fail (UDS_IS_RECORD_FORM (self));

  if (g_set_object (&self->context, context))
    g_signal_connect_object (uds_context_get_store (context), "notify::full", G_CALLBACK (on_full_cb), self,
                             G_CONNECT_SWAPPED);
  g_set_object (&self->details, details);
  uds_hint_list_fill (self->hints, self->hint_rows, uds_record_details_get_record (details));
  for (guint i = 0; i < self->editors->len; i++)
    show_field (self, g_ptr_array_index (self->editors, i));
  if (self->editors->len == 0)
    make_some_editors (self);
  show_rest (self);
}

/**
 * uds_record_form_flush:
 * @self: a form
 *
 * Commits what was typed and is still on its way.
 */
void
uds_record_form_flush (UdsRecordForm *self)
{
  g_return_if_fail (UDS_IS_RECORD_FORM (self));

  for (guint i = 0; i < self->editors->len; i++)
    uds_field_editor_flush (g_ptr_array_index (self->editors, i));
}
