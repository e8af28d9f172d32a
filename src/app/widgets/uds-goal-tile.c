/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds a goal's card: number, name, how many of its indicators are assessed, and the bar of their statuses. */
#include "uds-goal-tile.h"

#include "uds-goal-number.h"
#include "uds-status-bar.h"

#include <glib/gi18n.h>

#define NAME_WIDTH 12 /* characters: six tiles beside each other in a wide window, two in the narrowest */

/**
 * uds_goal_tile_say_coverage:
 * @tally: how many indicators have which status
 *
 * Returns: (transfer full): "5 of 7 assessed"
 */
char *
uds_goal_tile_say_coverage (const UdsProgressTally *tally)
{
  guint n = uds_progress_tally_get_n_indicators (tally);

  if (n == 0)
    return g_strdup (_("none yet"));
  /* Translators: how many indicators are assessed, of how many */
  return g_strdup_printf (_("%u of %u assessed"), uds_progress_tally_get_n_assessed (tally), n);
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), NAME_WIDTH);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NAME_WIDTH);
  gtk_widget_add_css_class (label, style);
  return label;
}

/**
 * uds_goal_tile_new:
 * @digest: a goal's digest
 * @language: the language of its name
 *
 * Returns: (transfer floating): its card, a button that opens it
 */
GtkWidget *
uds_goal_tile_new (UdsGoalDigest *digest,
                   UdsLanguage    language)
{
  UdsRecord *goal = uds_goal_digest_get_goal (digest);
  const UdsProgressTally *tally = uds_goal_digest_get_tally (digest);
  const char *name = uds_record_get_title (goal, language);
  g_autofree char *coverage = uds_goal_tile_say_coverage (tally);
  g_autofree char *words = uds_status_bar_describe (tally);
  g_autofree char *label = g_strdup_printf ("%" G_GINT64_FORMAT " %s, %s", uds_record_get_integer (goal, "number"),
                                            name, coverage);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *title = make_label (name, "heading");
  GtkWidget *foot = make_label (coverage, "dim-label");
  GtkWidget *bar = uds_status_bar_new ();

  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_valign (title, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (foot, "caption");
  gtk_widget_set_vexpand (foot, TRUE);
  gtk_widget_set_valign (foot, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (head), uds_goal_number_new (goal, 44));
  gtk_box_append (GTK_BOX (head), title);
  uds_status_bar_set_tally (UDS_STATUS_BAR (bar), tally);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), foot);
  gtk_box_append (GTK_BOX (box), bar);

  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "goal-tile");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", "goal", uds_record_get_id (goal));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  return button;
}
