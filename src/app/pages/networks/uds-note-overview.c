/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows a note as the printed digest does, with its links to follow. The form below it changes the note and ties it to
 * what it concerns. */
#include "uds-note-overview.h"

#include "uds-due.h"
#include "uds-note-words.h"
#include "uds-text-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * Found:
 * @note: the note, with its text
 * @concerned: (element-type UdsRecord): what it is linked to
 * @dues: (element-type UdsDue): its deadline, where it has one
 */
typedef struct {
  UdsRecord *note;
  GPtrArray *concerned;
  GPtrArray *dues;
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_object (&found->note);
  g_clear_pointer (&found->concerned, g_ptr_array_unref);
  g_clear_pointer (&found->dues, g_ptr_array_unref);
  g_free (found);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, found_free)

static gpointer
read_note (UdsSession   *session,
           const char   *id,
           UdsLanguage   language,
           GError      **error)
{
  g_autoptr (Found) found = g_new0 (Found, 1);
  UdsDate today = uds_session_get_today (session);

  found->note = uds_session_get (session, uds_kind_lookup ("note"), id, error);
  if (found->note == NULL)
    return NULL;
  found->concerned = uds_session_list_linked (session, found->note, NULL, error);
  found->dues = uds_session_list_due_of (session, found->note, &today, language, error);
  return found->concerned != NULL && found->dues != NULL ? g_steal_pointer (&found) : NULL;
}

/* What is due stands out, as it asks for something. */
static void
add_deadline (GtkBox      *box,
              GPtrArray   *dues,
              UdsLanguage  language)
{
  for (guint i = 0; i < dues->len; i++)
    {
      g_autofree char *text = uds_due_format (g_ptr_array_index (dues, i), language);
      GtkWidget *label = uds_text_label_new (text);

      gtk_widget_add_css_class (label, "heading");
      gtk_box_append (box, label);
    }
}

static void
add_text (GtkBox    *box,
          UdsRecord *note)
{
  const char *text = uds_record_get_text (note, "text");

  if (text != NULL)
    gtk_box_append (box, uds_text_view_new (text, 2));
}

static void
add_facts (GtkBox    *box,
           UdsRecord *note)
{
  g_auto (GStrv) facts = uds_note_words_facts (note);
  GtkBox *lines;

  if (facts[0] == NULL)
    return;

  lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  for (guint i = 0; facts[i] != NULL; i++)
    gtk_box_append (lines, uds_text_label_new (facts[i]));
  gtk_box_append (box, GTK_WIDGET (lines));
}

static GtkWidget *
make_concerned (UdsRecord   *record,
                UdsLanguage  language)
{
  const UdsKind *kind = uds_record_get_kind (record);
  GtkWidget *content = adw_button_content_new ();
  GtkWidget *button = gtk_button_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), kind->icon);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), uds_record_get_title (record, language));
  adw_button_content_set_can_shrink (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
  gtk_widget_set_tooltip_text (button, _(kind->label));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", kind->name, uds_record_get_id (record));
  return button;
}

static void
add_concerned (GtkBox      *box,
               GPtrArray   *concerned,
               UdsLanguage  language)
{
  AdwPreferencesGroup *group;
  GtkWidget *wrap;

  if (concerned->len == 0)
    return;

  group = uds_overview_add_group (box, _("Concerns"));
  wrap = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (wrap), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (wrap), 6);
  for (guint i = 0; i < concerned->len; i++)
    adw_wrap_box_append (ADW_WRAP_BOX (wrap), make_concerned (g_ptr_array_index (concerned, i), language));
  adw_preferences_group_add (group, wrap);
}

static GtkWidget *
show_note (gpointer    found,
           UdsLanguage language)
{
  const Found *seen = found;
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  g_autofree char *origin = uds_note_words_origin (seen->note, language);

  uds_overview_add_line (box, origin);
  add_deadline (box, seen->dues, language);
  add_text (box, seen->note);
  add_facts (box, seen->note);
  add_concerned (box, seen->concerned, language);
  return GTK_WIDGET (box);
}

const UdsOverview uds_note_overview = {
  .kind = "note",
  .read = read_note,
  .found_free = found_free,
  .show = show_note,
};
