/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the rows of the targets when they are to be seen for the first time: there are a dozen to each goal. */
#include "uds-goal-targets-row.h"

#include "uds-goal-badge.h"
#include "uds-related-list.h"

#include <glib/gi18n.h>

struct _UdsGoalTargetsRow
{
  AdwExpanderRow parent_instance;

  UdsRecord *goal;
  GPtrArray *targets; /* none once their rows are there */
  UdsLanguage language;
};

G_DEFINE_FINAL_TYPE (UdsGoalTargetsRow, uds_goal_targets_row, ADW_TYPE_EXPANDER_ROW)

static GtkWidget *
make_target_row (UdsRecord   *target,
                 UdsLanguage  language)
{
  GtkWidget *row = uds_record_row_new (target, uds_record_get_text (target, "code"), language);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), uds_record_get_title (target, language));
  return row;
}

static void
on_expanded_cb (UdsGoalTargetsRow *self)
{
  g_autoptr (GPtrArray) targets = NULL;

  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)) || self->targets == NULL)
    return;

  targets = g_steal_pointer (&self->targets);
  for (guint i = 0; i < targets->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (self),
                              make_target_row (g_ptr_array_index (targets, i), self->language));
}

static void
uds_goal_targets_row_dispose (GObject *object)
{
  UdsGoalTargetsRow *self = UDS_GOAL_TARGETS_ROW (object);

  g_clear_object (&self->goal);
  g_clear_pointer (&self->targets, g_ptr_array_unref);

  G_OBJECT_CLASS (uds_goal_targets_row_parent_class)->dispose (object);
}

static void
uds_goal_targets_row_class_init (UdsGoalTargetsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = uds_goal_targets_row_dispose;
}

static void
uds_goal_targets_row_init (UdsGoalTargetsRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (on_expanded_cb), NULL);
}

/**
 * uds_goal_targets_row_new:
 * @goal: a goal
 * @targets: (element-type UdsRecord): some of its targets
 * @language: the reader's
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
uds_goal_targets_row_new (UdsRecord   *goal,
                          GPtrArray   *targets,
                          UdsLanguage  language)
{
  UdsGoalTargetsRow *self = g_object_new (UDS_TYPE_GOAL_TARGETS_ROW, NULL);
  GtkWidget *badge = uds_goal_badge_new (32);
  const char *name = uds_record_get_title (goal, language);
  g_autofree char *count = NULL;

  self->goal = g_object_ref (goal);
  self->targets = g_ptr_array_ref (targets);
  self->language = language;
  count = g_strdup_printf (ngettext ("%u target", "%u targets", targets->len), targets->len);
  uds_goal_badge_set_goal (UDS_GOAL_BADGE (badge), goal);
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), badge);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, count, -1);
  return GTK_WIDGET (self);
}

/**
 * uds_goal_targets_row_get_goal:
 * @self: a row
 *
 * Returns: (transfer none): its goal
 */
UdsRecord *
uds_goal_targets_row_get_goal (UdsGoalTargetsRow *self)
{
  g_return_val_if_fail (UDS_IS_GOAL_TARGETS_ROW (self), NULL);

  return self->goal;
}
