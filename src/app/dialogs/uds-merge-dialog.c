/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two records side by side: which stays, what differs and what becomes of it, what refers to them. Making one of them
 * is one command. What becomes of a value is src/store's to say (uds-merge.c). */
#include "uds-merge-dialog.h"

#include "uds-choose-record.h"
#include "uds-command.h"
#include "uds-field-text.h"
#include "uds-format.h"
#include "uds-merge.h"
#include "uds-record-details.h"
#include "uds-record-summary.h"
#include "uds-window.h"
#include "uds-wrapped-label.h"

#include <glib/gi18n.h>

#define MOST_LINES 4 /* of a long text */

struct _UdsMergeDialog
{
  AdwDialog parent_instance;

  GtkWidget *merge_button;
  AdwActionRow *first_row;
  GtkCheckButton *first_check;
  AdwActionRow *second_row;
  AdwPreferencesGroup *differences;
  AdwPreferencesGroup *referring;

  UdsPage *page;
  const UdsKind *kind;
  char *first;
  char *second;
  UdsMergedFunc func; /* none where nobody wants to know */
  GCancellable *reading;
  UdsRecordDetails *details[2]; /* of the first and the second; none until they are read */
  GPtrArray *rows;              /* of both groups, with their group as its parent */
};

G_DEFINE_FINAL_TYPE (UdsMergeDialog, uds_merge_dialog, ADW_TYPE_DIALOG)

static UdsRecordDetails *
get_kept (UdsMergeDialog *self)
{
  return self->details[gtk_check_button_get_active (self->first_check) ? 0 : 1];
}

static UdsRecordDetails *
get_merged (UdsMergeDialog *self)
{
  return self->details[gtk_check_button_get_active (self->first_check) ? 1 : 0];
}

static UdsLanguage
get_language (UdsMergeDialog *self)
{
  return uds_page_get_language (self->page);
}

/* Rows */

static void
add_row (UdsMergeDialog      *self,
         AdwPreferencesGroup *group,
         GtkWidget           *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
remove_rows (UdsMergeDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (
          ADW_PREFERENCES_GROUP (gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP)), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = uds_wrapped_label_new (text, style);

  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_lines (GTK_LABEL (label), MOST_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static const char *
name_outcome (UdsMergeDialog  *self,
              UdsMergeOutcome  outcome)
{
  switch (outcome)
    {
    case UDS_MERGE_TAKEN:
      return _("is taken over");

    case UDS_MERGE_JOINED:
      return _("is added");

    case UDS_MERGE_BESIDES:
      return g_str_equal (self->kind->name, "contact") ? _("becomes a contact point") : _("becomes another name");

    case UDS_MERGE_DROPPED:
      return _("is in the history only");

    case UDS_MERGE_SAME:
    default:
      return NULL;
    }
}

/* A value, and what becomes of it. */
static GtkWidget *
make_cell (const char *value,
           const char *outcome)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *note = make_label (outcome, "caption");

  gtk_widget_add_css_class (note, "dimmed");
  gtk_box_append (GTK_BOX (box), make_label (value, NULL));
  gtk_box_append (GTK_BOX (box), note);
  return box;
}

static char *
format_value (UdsRecordDetails *details,
              const UdsField   *field,
              UdsLanguage       language)
{
  char *text = field->type == UDS_FIELD_REFERENCE
                   ? g_strdup (uds_record_details_get_reference (details, field->name))
                   : uds_record_format (uds_record_details_get_record (details), field->name, language);

  return text != NULL ? text : g_strdup (UDS_FORMAT_NONE);
}

static GtkWidget *
make_difference_row (UdsMergeDialog  *self,
                     const UdsField  *field,
                     UdsMergeOutcome  outcome)
{
  g_autofree char *label = uds_field_format_label (field);
  g_autofree char *own = format_value (get_kept (self), field, get_language (self));
  g_autofree char *other = format_value (get_merged (self), field, get_language (self));
  const char *becomes = name_outcome (self, outcome);
  const char *stays = outcome != UDS_MERGE_TAKEN ? _("stays") : "";
  /* Translators: a field; what a record says there and what becomes of that; the same of another record */
  g_autofree char *said = g_strdup_printf (_("%s: %s %s; %s %s"), label, own, stays, other, becomes);
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *cells = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *heading = make_label (label, "caption-heading");

  gtk_box_set_homogeneous (GTK_BOX (cells), TRUE);
  gtk_box_append (GTK_BOX (cells), make_cell (own, stays));
  gtk_box_append (GTK_BOX (cells), make_cell (other, becomes));
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), cells);
  gtk_widget_add_css_class (box, "long-text-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  return row;
}

static void
show_differences (UdsMergeDialog *self)
{
  UdsRecord *kept = uds_record_details_get_record (get_kept (self));
  UdsRecord *merged = uds_record_details_get_record (get_merged (self));
  guint n_rows = self->rows->len;

  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      UdsMergeOutcome outcome = uds_merge_foresee (kept, merged, i);

      if (outcome != UDS_MERGE_SAME && (self->kind->fields[i].flags & UDS_FIELD_HIDDEN) == 0)
        add_row (self, self->differences, make_difference_row (self, &self->kind->fields[i], outcome));
    }
  adw_preferences_group_set_description (
      self->differences, self->rows->len > n_rows ? _("On the left is the one that stays.") : _("Nothing differs."));
}

/* What refers to them */

static gint64
count_group (UdsRecordDetails      *details,
             const UdsRelatedGroup *wanted)
{
  for (guint i = 0; i < uds_record_details_get_n_groups (details); i++)
    {
      const UdsRelatedGroup *group = uds_record_details_get_group (details, i);

      if (group->kind == wanted->kind && group->field == wanted->field)
        return group->n_members;
    }
  return 0;
}

static void
add_group (UdsMergeDialog        *self,
           const UdsRelatedGroup *group)
{
  gint64 n_kept = count_group (get_kept (self), group);
  gint64 n_merged = count_group (get_merged (self), group);
  g_autofree char *kept = uds_format_number ((double) n_kept, 0, get_language (self));
  g_autofree char *merged = uds_format_number ((double) n_merged, 0, get_language (self));
  /* Translators: how many records refer to a record, and to another */
  g_autofree char *counts = g_strdup_printf (_("%s to the one that stays, %s to the other"), kept, merged);
  GtkWidget *row;

  if (n_kept == 0 && n_merged == 0)
    return;
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(group->kind->label_plural));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), counts);
  add_row (self, self->referring, row);
}

static void
show_referring (UdsMergeDialog *self)
{
  UdsRecordDetails *kept = get_kept (self), *merged = get_merged (self);
  guint n_rows = self->rows->len;

  for (guint i = 0; i < uds_record_details_get_n_groups (kept); i++)
    add_group (self, uds_record_details_get_group (kept, i));
  for (guint i = 0; i < uds_record_details_get_n_groups (merged); i++)
    {
      const UdsRelatedGroup *group = uds_record_details_get_group (merged, i);

      if (count_group (kept, group) == 0)
        add_group (self, group);
    }
  adw_preferences_group_set_description (self->referring, self->rows->len > n_rows
                                                              ? _("Afterwards all of it refers to the one that stays.")
                                                              : _("Nothing refers to either of them."));
}

static void
show (UdsMergeDialog *self)
{
  remove_rows (self);
  show_differences (self);
  show_referring (self);
}

static void
on_toggled_cb (UdsMergeDialog *self)
{
  if (self->details[0] != NULL)
    show (self);
}

/* Which stays */

static void
show_choice (AdwActionRow     *row,
             UdsRecordDetails *details,
             UdsLanguage       language)
{
  UdsRecord *record = uds_record_details_get_record (details);
  g_autofree char *subtitle = uds_record_tell_apart (record, language);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), uds_record_details_get_title (details));
  adw_action_row_set_subtitle (row, subtitle != NULL ? subtitle : "");
}

/* Reading */

typedef struct {
  const UdsKind *kind;
  char *ids[2];
  UdsLanguage language;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->ids[0]);
  g_free (wanted->ids[1]);
  g_free (wanted);
}

static gpointer
read_two (UdsSession  *session,
          gpointer     data,
          GError     **error)
{
  const Wanted *wanted = data;
  g_autoptr (GPtrArray) two = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (wanted->ids); i++)
    {
      UdsRecordDetails *details =
          uds_session_read_details (session, wanted->kind, wanted->ids[i], wanted->language, error);

      if (details == NULL)
        return NULL;
      g_ptr_array_add (two, details);
    }
  return g_steal_pointer (&two);
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (UdsMergeDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) two = uds_store_read_finish (UDS_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (two == NULL)
    {
      uds_window_report (GTK_WIDGET (self->page), error);
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (self->details); i++)
    g_set_object (&self->details[i], g_ptr_array_index (two, i));
  show_choice (self->first_row, self->details[0], get_language (self));
  show_choice (self->second_row, self->details[1], get_language (self));
  gtk_widget_set_sensitive (self->merge_button, TRUE);
  show (self);
}

static void
start_reading (UdsMergeDialog *self)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->kind = self->kind;
  wanted->ids[0] = g_strdup (self->first);
  wanted->ids[1] = g_strdup (self->second);
  wanted->language = get_language (self);
  uds_store_read_async (uds_context_get_store (uds_page_get_context (self->page)), read_two, wanted, wanted_free,
                        (GDestroyNotify) g_ptr_array_unref, self->reading, on_read_cb, g_object_ref (self));
}

/* Making one */

typedef struct {
  const UdsKind *kind;
  char *first; /* the one that stays, where one goes */
  char *second;
} Two;

static Two *
two_new (const UdsKind *kind,
         const char    *first,
         const char    *second)
{
  Two *two = g_new0 (Two, 1);

  two->kind = kind;
  two->first = g_strdup (first);
  two->second = g_strdup (second);
  return two;
}

static void
two_free (gpointer data)
{
  Two *two = data;

  g_free (two->first);
  g_free (two->second);
  g_free (two);
}

static gboolean
write_merge (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  const Two *two = data;

  return uds_session_merge (session, two->kind, two->first, two->second, error);
}

static gboolean
write_apart (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  const Two *two = data;

  return uds_session_tell_apart (session, two->kind, two->first, two->second, error);
}

static void
on_merged_cb (GObject      *object,
              const GError *error)
{
  UdsMergeDialog *self = UDS_MERGE_DIALOG (object);

  if (error == NULL && self->func != NULL)
    self->func (self->page, uds_record_get_id (uds_record_details_get_record (get_kept (self))));
}

static void
on_merge_cb (UdsMergeDialog *self)
{
  Two *two = two_new (self->kind, uds_record_get_id (uds_record_details_get_record (get_kept (self))),
                      uds_record_get_id (uds_record_details_get_record (get_merged (self))));
  g_autofree char *name = uds_merge_make_name (self->kind);

  uds_command_run_then (GTK_WIDGET (self->page), uds_page_get_context (self->page), name, write_merge, two, two_free,
                        on_merged_cb, G_OBJECT (self));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_keep_both_cb (UdsMergeDialog *self)
{
  uds_merge_dialog_tell_apart (self->page, self->kind, self->first, self->second);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_cancel_cb (UdsMergeDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* GObject */

static void
uds_merge_dialog_dispose (GObject *object)
{
  UdsMergeDialog *self = UDS_MERGE_DIALOG (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->page);
  g_clear_object (&self->details[0]);
  g_clear_object (&self->details[1]);
  gtk_widget_dispose_template (GTK_WIDGET (self), UDS_TYPE_MERGE_DIALOG);

  G_OBJECT_CLASS (uds_merge_dialog_parent_class)->dispose (object);
}

static void
uds_merge_dialog_finalize (GObject *object)
{
  UdsMergeDialog *self = UDS_MERGE_DIALOG (object);

  g_object_unref (self->reading);
  g_ptr_array_unref (self->rows);
  g_free (self->first);
  g_free (self->second);

  G_OBJECT_CLASS (uds_merge_dialog_parent_class)->finalize (object);
}

static void
uds_merge_dialog_class_init (UdsMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_merge_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = uds_merge_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsMergeDialog, merge_button);
  gtk_widget_class_bind_template_child (widget_class, UdsMergeDialog, first_row);
  gtk_widget_class_bind_template_child (widget_class, UdsMergeDialog, first_check);
  gtk_widget_class_bind_template_child (widget_class, UdsMergeDialog, second_row);
  gtk_widget_class_bind_template_child (widget_class, UdsMergeDialog, differences);
  gtk_widget_class_bind_template_child (widget_class, UdsMergeDialog, referring);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_merge_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_keep_both_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled_cb);
}

static void
uds_merge_dialog_init (UdsMergeDialog *self)
{
  self->reading = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * uds_merge_dialog_present:
 * @page: the page of @record
 * @record: a stored record of a kind that is mergeable, which stays unless the user says otherwise
 * @other: the id of another of its kind
 * @func: (nullable): told which one stayed, once the two are one
 *
 * Shows both, and makes one of them where the user wants it.
 */
void
uds_merge_dialog_present (UdsPage       *page,
                          UdsRecord     *record,
                          const char    *other,
                          UdsMergedFunc  func)
{
  UdsMergeDialog *self = g_object_new (UDS_TYPE_MERGE_DIALOG, NULL);

  self->page = g_object_ref (page);
  self->kind = uds_record_get_kind (record);
  self->first = g_strdup (uds_record_get_id (record));
  self->second = g_strdup (other);
  self->func = func;
  start_reading (self);
  adw_dialog_present (ADW_DIALOG (self), GTK_WIDGET (page));
}

/**
 * uds_merge_dialog_tell_apart:
 * @page: a page
 * @kind: a kind that is mergeable
 * @first: the id of a stored record
 * @second: the id of another
 *
 * Says, as a command of its own, that the two are not about the same.
 */
void
uds_merge_dialog_tell_apart (UdsPage       *page,
                             const UdsKind *kind,
                             const char    *first,
                             const char    *second)
{
  g_autofree char *name = uds_merge_make_apart_name (kind);

  uds_command_run (GTK_WIDGET (page), uds_page_get_context (page), name, write_apart, two_new (kind, first, second),
                   two_free);
}

/* Choosing the other */

typedef struct {
  UdsPage *page;
  UdsRecord *record;
  UdsMergedFunc func;
} Choosing;

static void
choosing_free (gpointer data)
{
  Choosing *choosing = data;

  g_object_unref (choosing->page);
  g_object_unref (choosing->record);
  g_free (choosing);
}

static void
on_chosen_cb (const char *id,
              const char *title,
              gpointer    data)
{
  const Choosing *choosing = data;

  uds_merge_dialog_present (choosing->page, choosing->record, id, choosing->func);
}

/**
 * uds_merge_dialog_choose:
 * @page: the page of @record
 * @record: a stored record of a kind that is mergeable
 * @func: (nullable): told which one stayed, once the two are one
 *
 * Asks which other record it is to become one with, and shows both.
 */
void
uds_merge_dialog_choose (UdsPage       *page,
                         UdsRecord     *record,
                         UdsMergedFunc  func)
{
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->page = g_object_ref (page);
  choosing->record = g_object_ref (record);
  choosing->func = func;
  uds_choose_record_present_other (GTK_WIDGET (page), uds_page_get_context (page), record, on_chosen_cb, choosing,
                                   choosing_free);
}
