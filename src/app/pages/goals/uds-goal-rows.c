/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each row opens what it shows; what it says in words is src/report's. */
#include "uds-goal-rows.h"

#include "uds-format.h"
#include "uds-goal-words.h"
#include "uds-related-list.h"
#include "uds-wrapped-label.h"

#include <glib/gi18n.h>

static void
open_on_activation (GtkWidget *row,
                    UdsRecord *record)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", uds_record_get_kind (record)->name,
                                    uds_record_get_id (record));
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = uds_wrapped_label_new (text, style);

  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

/* Targets */

/* What is there has a glyph of its own; what is missing has a line, and is dim. */
static GtkWidget *
make_mark (gboolean    is_there,
           const char *icon_name,
           const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image = gtk_image_new_from_icon_name (is_there ? icon_name : "list-remove-symbolic");

  gtk_widget_add_css_class (box, "caption");
  if (!is_there)
    gtk_widget_add_css_class (box, "dimmed");
  gtk_image_set_pixel_size (GTK_IMAGE (image), 14);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), gtk_label_new (text));
  return box;
}

static GtkWidget *
make_marks (const char *measured,
            gboolean    is_measured,
            const char *worked_on,
            gboolean    is_worked_on)
{
  GtkWidget *marks = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (marks), 18);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (marks), 3);
  gtk_widget_set_margin_top (marks, 3);
  adw_wrap_box_append (ADW_WRAP_BOX (marks), make_mark (is_measured, "uds-indicator-symbolic", measured));
  adw_wrap_box_append (ADW_WRAP_BOX (marks), make_mark (is_worked_on, "uds-effort-symbolic", worked_on));
  return marks;
}

/**
 * uds_target_row_new:
 * @digest: a goal
 * @target: one of its targets
 * @language: the reader's
 *
 * Returns: (transfer floating): a row that opens the target and says whether it is measured and worked on
 */
GtkWidget *
uds_target_row_new (UdsGoalDigest *digest,
                    UdsRecord     *target,
                    UdsLanguage    language)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *code = gtk_label_new (uds_record_get_text (target, "code"));
  gboolean is_measured = uds_goal_digest_covers_target (digest, target);
  gboolean is_worked_on = uds_goal_digest_works_on_target (digest, target);
  const char *measured = is_measured ? _("An indicator measures it") : _("No indicator");
  const char *worked_on = is_worked_on ? _("An effort works on it") : _("No effort");
  g_autofree char *name = g_strdup_printf ("%s %s", uds_record_get_text (target, "code"),
                                           uds_record_get_title (target, language));
  g_autofree char *description = g_strdup_printf ("%s. %s.", measured, worked_on);

  gtk_label_set_width_chars (GTK_LABEL (code), 4);
  gtk_label_set_xalign (GTK_LABEL (code), 0);
  gtk_widget_set_valign (code, GTK_ALIGN_START);
  gtk_widget_add_css_class (code, "numeric");
  gtk_widget_add_css_class (code, "dimmed");
  gtk_widget_add_css_class (box, "indicator-row");
  gtk_box_append (GTK_BOX (texts), make_label (uds_record_get_title (target, language), NULL));
  gtk_box_append (GTK_BOX (texts), make_marks (measured, is_measured, worked_on, is_worked_on));
  gtk_box_append (GTK_BOX (box), code);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  open_on_activation (row, target);
  return row;
}

/* Efforts */

static char *
make_effort_subtitle (UdsGoalDigest *digest,
                      UdsRecord     *effort,
                      UdsLanguage    language)
{
  g_autofree char *facts = uds_goal_words_effort (digest, effort, language);
  g_autofree char *measured_by = uds_goal_words_measured_by (effort, language);

  if (facts != NULL && measured_by != NULL)
    return g_strdup_printf ("%s\n%s", facts, measured_by);
  return facts != NULL ? g_steal_pointer (&facts) : g_steal_pointer (&measured_by);
}

/**
 * uds_effort_row_new:
 * @digest: a goal
 * @effort: one of its efforts
 * @language: the reader's
 *
 * Returns: (transfer floating): a row that opens the effort: its name, who does it and when, by what it is measured
 */
GtkWidget *
uds_effort_row_new (UdsGoalDigest *digest,
                    UdsRecord     *effort,
                    UdsLanguage    language)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = make_effort_subtitle (digest, effort, language);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), uds_record_get_title (effort, language));
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  open_on_activation (row, effort);
  return row;
}

/* What else serves the goal */

/**
 * uds_served_row_new:
 * @records: (element-type UdsRecord): what serves the goal
 * @kind: the kind of it
 * @language: the reader's
 *
 * Returns: (transfer floating): a row with how many there are, that unfolds to them
 */
GtkWidget *
uds_served_row_new (GPtrArray     *records,
                    const UdsKind *kind,
                    UdsLanguage    language)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *count = uds_format_number (records->len, 0, language);
  GtkWidget *label = gtk_label_new (count);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dimmed");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(kind->label_plural));
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), gtk_image_new_from_icon_name (kind->icon));
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(kind->label_plural),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, count, -1);
  for (guint i = 0; i < records->len; i++)
    {
      UdsRecord *record = g_ptr_array_index (records, i);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                                uds_record_row_new (record, uds_record_get_title (record, language), language));
    }
  return row;
}
