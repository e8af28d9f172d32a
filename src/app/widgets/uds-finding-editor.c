/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A label with a button that turns it into an entry. Enter or leaving the entry keeps what was typed, Escape does not;
 * nothing typed brings the automatic sentence back. */
#include "uds-finding-editor.h"

#include <glib/gi18n.h>

#define BUTTON_HEIGHT 34

struct _UdsFindingEditor
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkLabel *label;
  GtkButton *button;
  GtkEntry *entry;

  char *text;      /* what is shown */
  char *automatic; /* what the data say by themselves */
};

enum {
  SIGNAL_EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UdsFindingEditor, uds_finding_editor, ADW_TYPE_BIN)

static gboolean
is_editing (UdsFindingEditor *self)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), "entry");
}

static void
stop (UdsFindingEditor *self)
{
  gtk_stack_set_visible_child_name (self->stack, "label");
}

/* The automatic sentence typed again is not one of one's own. */
static void
finish (UdsFindingEditor *self)
{
  g_autofree char *typed = NULL;

  if (!is_editing (self))
    return;

  typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  stop (self);
  if (g_strcmp0 (typed, self->text) == 0)
    return;
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, g_strcmp0 (typed, self->automatic) == 0 ? "" : typed);
}

static void
on_activated_cb (UdsFindingEditor *self)
{
  finish (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->button));
}

static void
on_focus_left_cb (UdsFindingEditor *self)
{
  finish (self);
}

static gboolean
on_key_cb (UdsFindingEditor *self,
           guint             key,
           guint             code,
           GdkModifierType   state)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  stop (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->button));
  return GDK_EVENT_STOP;
}

static void
uds_finding_editor_finalize (GObject *object)
{
  UdsFindingEditor *self = UDS_FINDING_EDITOR (object);

  g_free (self->text);
  g_free (self->automatic);

  G_OBJECT_CLASS (uds_finding_editor_parent_class)->finalize (object);
}

static void
uds_finding_editor_class_init (UdsFindingEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = uds_finding_editor_finalize;

  /**
   * UdsFindingEditor::edited:
   * @self: an editor
   * @text: what somebody wrote; empty where the automatic sentence is wanted again
   */
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
make_shown (UdsFindingEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  /* As high without the button, so that what is below does not jump. */
  gtk_widget_set_size_request (box, -1, BUTTON_HEIGHT);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (self->label, GTK_NATURAL_WRAP_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "title-4");
  self->button = GTK_BUTTON (gtk_button_new_from_icon_name ("document-edit-symbolic"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _("Write the Finding Yourself"));
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (uds_finding_editor_edit), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->button));
  return box;
}

static GtkWidget *
make_entry (UdsFindingEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Finding"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_focus_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  return GTK_WIDGET (self->entry);
}

static void
uds_finding_editor_init (UdsFindingEditor *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, make_shown (self), "label");
  gtk_stack_add_named (self->stack, make_entry (self), "entry");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/**
 * uds_finding_editor_show:
 * @self: an editor
 * @text: (nullable): the sentence
 * @automatic: (nullable): what the data say by themselves
 * @can_edit: whether it may be rewritten
 *
 * What the user is typing stays.
 */
void
uds_finding_editor_show (UdsFindingEditor *self,
                         const char       *text,
                         const char       *automatic,
                         gboolean          can_edit)
{
  g_return_if_fail (UDS_IS_FINDING_EDITOR (self));

  g_set_str (&self->text, text);
  g_set_str (&self->automatic, automatic);
  gtk_label_set_label (self->label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->label), text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->button), can_edit);
  gtk_entry_set_placeholder_text (self->entry, automatic);
}

/**
 * uds_finding_editor_edit:
 * @self: an editor
 *
 * Lets the user write.
 */
void
uds_finding_editor_edit (UdsFindingEditor *self)
{
  g_return_if_fail (UDS_IS_FINDING_EDITOR (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->text != NULL ? self->text : "");
  gtk_stack_set_visible_child_name (self->stack, "entry");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * uds_finding_editor_flush:
 * @self: an editor
 *
 * Keeps what was typed.
 */
void
uds_finding_editor_flush (UdsFindingEditor *self)
{
  g_return_if_fail (UDS_IS_FINDING_EDITOR (self));

  finish (self);
}
