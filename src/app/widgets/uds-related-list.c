/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of records in a group with a heading that counts them. */
#include "uds-related-list.h"

#include "uds-format.h"
#include "uds-reach-button.h"
#include "uds-record-summary.h"

#include <glib/gi18n.h>

struct _UdsRelatedList
{
  UdsFoldingGroup parent_instance;

  UdsRecordDetails *details; /* which the group is of */
  const UdsRelatedGroup *group;
  UdsLanguage language;
};

G_DEFINE_FINAL_TYPE (UdsRelatedList, uds_related_list, UDS_TYPE_FOLDING_GROUP)

static char *
make_subtitle (UdsRecord   *record,
               UdsLanguage  language)
{
  g_autofree char *dates = uds_record_format_dates (record, language);
  const char *place = uds_record_get_place (record, language);

  if (dates != NULL && place != NULL)
    return g_strdup_printf ("%s · %s", dates, place);
  return dates != NULL ? g_steal_pointer (&dates) : g_strdup (place);
}

/**
 * uds_fact_row_new:
 * @record: a record
 * @title: what it is called
 * @facts: (nullable): what is said of it below
 *
 * Returns: (transfer floating): a row that opens the record
 */
GtkWidget *
uds_fact_row_new (UdsRecord  *record,
                  const char *title,
                  const char *facts)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (facts != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", uds_record_get_kind (record)->name,
                                    uds_record_get_id (record));
  return row;
}

/**
 * uds_record_row_new:
 * @record: a record
 * @title: what it is called
 * @language: the reader's
 *
 * Returns: (transfer floating): a row that opens the record, with its dates and its place
 */
GtkWidget *
uds_record_row_new (UdsRecord   *record,
                    const char  *title,
                    UdsLanguage  language)
{
  g_autofree char *facts = make_subtitle (record, language);

  return uds_fact_row_new (record, title, facts);
}

/* Beside the row, so that opening it and untying it are two things. */
static void
add_unlink_button (GtkWidget        *row,
                   const UdsRelated *related)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  /* Translators: the name of a record that is tied to the one shown */
  g_autofree char *label = g_strdup_printf (_("Remove the Link to “%s”"), related->title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "form.unlink");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", uds_record_get_kind (related->record)->name,
                                    uds_record_get_id (related->record));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_button (const char *icon,
             const char *label,
             const char *action,
             GVariant   *target)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  return button;
}

/**
 * uds_new_button_new:
 * @kind: a kind
 * @action: the action that makes a record of it
 * @target: (nullable): what the action takes; taken over where it is floating
 *
 * Returns: (transfer floating): a button for the heading of a group
 */
GtkWidget *
uds_new_button_new (const UdsKind *kind,
                    const char    *action,
                    GVariant      *target)
{
  /* Translators: one of a kind, such as “Network” */
  g_autofree char *label = g_strdup_printf (_("New: %s"), _(kind->label));

  return make_button ("document-new-symbolic", label, action, target);
}

/* To tie one that there is, and where it is the other that says what it is to this one, to make one. */
static GtkWidget *
make_link_buttons (const UdsRelatedGroup *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *kind = group->kind->name;
  /* Translators: a kind of record, such as “Targets” */
  g_autofree char *link = g_strdup_printf (_("Add a Link: %s"), _(group->kind->label_plural));

  if (g_str_equal (group->relation->from, kind))
    gtk_box_append (GTK_BOX (box), uds_new_button_new (group->kind, "form.new", g_variant_new_string (kind)));
  gtk_box_append (GTK_BOX (box), make_button ("list-add-symbolic", link, "form.link", g_variant_new_string (kind)));
  return box;
}

/* None where nothing is added by hand. */
static GtkWidget *
make_buttons (const UdsRelatedGroup *group)
{
  if (group->relation != NULL)
    return make_link_buttons (group);
  if (group->field != NULL && (group->field->flags & UDS_FIELD_OFFERED) != 0)
    return uds_new_button_new (group->kind, "form.new-part",
                               g_variant_new ("(ss)", group->kind->name, group->field->name));
  return NULL;
}

static char *
make_title (const UdsRelatedGroup *group,
            UdsLanguage            language)
{
  g_autofree char *number = uds_format_number ((double) group->n_members, 0, language);

  return g_strdup_printf ("%s · %s", _(group->kind->label_plural), number);
}

static GtkWidget *
uds_related_list_make_row (UdsFoldingGroup *group,
                           guint            index)
{
  UdsRelatedList *self = UDS_RELATED_LIST (group);
  const UdsRelated *related = g_ptr_array_index (self->group->members, index);
  GtkWidget *row = uds_record_row_new (related->record, related->title, self->language);

  if (related->detail != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), related->detail);
  uds_reach_button_add_for_point (ADW_ACTION_ROW (row), related->record);
  if (self->group->relation != NULL)
    add_unlink_button (row, related);
  return row;
}

static void
uds_related_list_dispose (GObject *object)
{
  g_clear_object (&UDS_RELATED_LIST (object)->details);

  G_OBJECT_CLASS (uds_related_list_parent_class)->dispose (object);
}

static void
uds_related_list_class_init (UdsRelatedListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = uds_related_list_dispose;
  UDS_FOLDING_GROUP_CLASS (klass)->make_row = uds_related_list_make_row;
}

static void
uds_related_list_init (UdsRelatedList *self)
{
}

static gboolean
is_same_member (const UdsRelated *a,
                const UdsRelated *b)
{
  return g_str_equal (uds_record_get_id (a->record), uds_record_get_id (b->record))
         && uds_record_get_version (a->record) == uds_record_get_version (b->record)
         && g_str_equal (a->title, b->title) && g_strcmp0 (a->detail, b->detail) == 0;
}

static gboolean
has_same_members (const UdsRelatedGroup *a,
                  const UdsRelatedGroup *b)
{
  if (a->n_members != b->n_members || a->members->len != b->members->len)
    return FALSE;

  for (guint i = 0; i < a->members->len; i++)
    if (!is_same_member (g_ptr_array_index (a->members, i), g_ptr_array_index (b->members, i)))
      return FALSE;
  return TRUE;
}

static void
show_heading (UdsRelatedList *self)
{
  AdwPreferencesGroup *list = ADW_PREFERENCES_GROUP (self);
  g_autofree char *title = make_title (self->group, self->language);
  g_autofree char *shown = uds_format_number (self->group->members->len, 0, self->language);
  g_autofree char *note = NULL;

  if (self->group->n_members > self->group->members->len)
    /* Translators: a number of records */
    note = g_strdup_printf (_("The first %s are shown."), shown);
  adw_preferences_group_set_title (list, title);
  adw_preferences_group_set_description (list, note);
  if (adw_preferences_group_get_header_suffix (list) == NULL)
    adw_preferences_group_set_header_suffix (list, make_buttons (self->group));
}

/**
 * uds_related_list_new:
 *
 * Where links are made by hand, the list has buttons for it, with the actions "form.link", "form.new" and
 * "form.unlink"; where parts are, one with "form.new-part".
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
uds_related_list_new (void)
{
  return g_object_new (UDS_TYPE_RELATED_LIST, NULL);
}

/**
 * uds_related_list_is_of:
 * @self: a list
 * @group: a group of records
 *
 * Returns: whether the list shows that group, as it was or as it is: records of one kind, tied in one way
 */
gboolean
uds_related_list_is_of (UdsRelatedList        *self,
                        const UdsRelatedGroup *group)
{
  g_return_val_if_fail (UDS_IS_RELATED_LIST (self), FALSE);

  return self->group != NULL && self->group->kind == group->kind && self->group->field == group->field;
}

/**
 * uds_related_list_show:
 * @self: a list
 * @details: a record and what is tied to it
 * @group: a group of @details, always of the same kind
 * @language: the reader's
 *
 * Shows the group. Where nothing of it changed the rows stay, with the focus and under a finger that is just pressing.
 */
void
uds_related_list_show (UdsRelatedList        *self,
                       UdsRecordDetails      *details,
                       const UdsRelatedGroup *group,
                       UdsLanguage            language)
{
  g_autoptr (UdsRecordDetails) before = NULL;
  gboolean is_same;

  g_return_if_fail (UDS_IS_RELATED_LIST (self));

  is_same = self->group != NULL && self->language == language && has_same_members (self->group, group);
  before = g_steal_pointer (&self->details);
  self->details = g_object_ref (details);
  self->group = group;
  self->language = language;
  if (is_same)
    return;

  show_heading (self);
  uds_folding_group_show (UDS_FOLDING_GROUP (self), group->members->len);
}
