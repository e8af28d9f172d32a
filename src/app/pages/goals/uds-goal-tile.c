/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card of the grid. What happens when it is activated is the grid's business. */
#include "uds-goal-tile.h"

#include "uds-goal-badge.h"
#include "uds-status-bar.h"
#include "uds-status-label.h"

#include <glib/gi18n.h>

struct _UdsGoalTile
{
  GtkFlowBoxChild parent_instance;

  UdsGoalBadge *badge;
  GtkLabel *name_label;
  GtkLabel *count_label;
  UdsStatusLabel *direction;
  GtkButton *add_button;
  UdsStatusBar *bar;

  UdsGoalDigest *digest;
};

enum {
  SIGNAL_ADD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UdsGoalTile, uds_goal_tile, GTK_TYPE_FLOW_BOX_CHILD)

static void
on_add_cb (UdsGoalTile *self)
{
  g_signal_emit (self, signals[SIGNAL_ADD], 0);
}

static char *
format_count (const UdsProgressTally *tally,
              gboolean                is_filtered)
{
  guint n_indicators = uds_progress_tally_get_n_indicators (tally);

  if (n_indicators == 0)
    return g_strdup (is_filtered ? _("None in this selection") : _("No indicators yet"));
  /* Translators: how many of a goal’s indicators have a status, and how many there are */
  return g_strdup_printf (_("%u of %u assessed"), uds_progress_tally_get_n_assessed (tally), n_indicators);
}

static void
uds_goal_tile_dispose (GObject *object)
{
  UdsGoalTile *self = UDS_GOAL_TILE (object);

  g_clear_object (&self->digest);
  gtk_widget_dispose_template (GTK_WIDGET (self), UDS_TYPE_GOAL_TILE);

  G_OBJECT_CLASS (uds_goal_tile_parent_class)->dispose (object);
}

static void
uds_goal_tile_class_init (UdsGoalTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_goal_tile_dispose;

  signals[SIGNAL_ADD] =
      g_signal_new ("add", UDS_TYPE_GOAL_TILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (UDS_TYPE_GOAL_BADGE);
  g_type_ensure (UDS_TYPE_STATUS_BAR);
  g_type_ensure (UDS_TYPE_STATUS_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-goal-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsGoalTile, badge);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalTile, name_label);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalTile, count_label);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalTile, direction);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalTile, add_button);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalTile, bar);
  gtk_widget_class_bind_template_callback (widget_class, on_add_cb);
}

static void
uds_goal_tile_init (UdsGoalTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * uds_goal_tile_new:
 *
 * "add" is emitted when an indicator is to be added to the goal.
 *
 * Returns: (transfer floating): an empty tile
 */
GtkWidget *
uds_goal_tile_new (void)
{
  return g_object_new (UDS_TYPE_GOAL_TILE, NULL);
}

/* What a screen reader says of it. */
static void
describe (UdsGoalTile *self,
          const char  *name,
          const char  *count,
          const char  *why)
{
  UdsRecord *goal = uds_goal_digest_get_goal (self->digest);
  const char *direction = uds_roll_up_get_label (uds_goal_digest_get_roll_up (self->digest));
  g_autofree char *statuses = uds_status_bar_describe (self->bar);
  g_autofree char *description = g_strdup_printf ("%s. %s. %s %s", count, direction, why, statuses);
  g_autofree char *label = NULL;

  if (goal != NULL)
    label = g_strdup_printf (_("Goal %d: %s"), (int) uds_record_get_integer (goal, "number"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label != NULL ? label : name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

/**
 * uds_goal_tile_set_digest:
 * @self: a tile
 * @digest: the goal, or the city as a whole
 * @is_filtered: whether it holds only some of the indicators there are
 * @language: the reader's
 */
void
uds_goal_tile_set_digest (UdsGoalTile   *self,
                          UdsGoalDigest *digest,
                          gboolean       is_filtered,
                          UdsLanguage    language)
{
  const UdsProgressTally *tally = uds_goal_digest_get_tally (digest);
  const UdsRollUp *roll_up = uds_goal_digest_get_roll_up (digest);
  gboolean has_indicators = uds_progress_tally_get_n_indicators (tally) > 0;
  UdsRecord *goal = uds_goal_digest_get_goal (digest);
  const char *name = goal != NULL ? uds_record_get_title (goal, language) : _("All Goals Together");
  g_autofree char *count = format_count (tally, is_filtered);
  g_autofree char *why = uds_roll_up_describe (roll_up, language);

  g_return_if_fail (UDS_IS_GOAL_TILE (self));

  g_set_object (&self->digest, digest);
  uds_goal_badge_set_goal (self->badge, goal);
  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->count_label, count);
  uds_status_label_set_roll_up (self->direction, roll_up);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->direction), why);
  gtk_widget_set_visible (GTK_WIDGET (self->direction), has_indicators);
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), !has_indicators && !is_filtered);
  uds_status_bar_set_tally (self->bar, tally);
  describe (self, name, count, why);
}

/**
 * uds_goal_tile_get_digest:
 * @self: a tile
 *
 * Returns: (transfer none) (nullable): what it shows
 */
UdsGoalDigest *
uds_goal_tile_get_digest (UdsGoalTile *self)
{
  g_return_val_if_fail (UDS_IS_GOAL_TILE (self), NULL);

  return self->digest;
}
