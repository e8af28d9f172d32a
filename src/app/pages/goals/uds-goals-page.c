/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the goals with their indicators and shows a tile for each. Tiles stay when what they show changes, and the
 * focus with them. */
#include "uds-goals-page.h"

#include "uds-goal-page.h"
#include "uds-goal-tile.h"
#include "uds-new-record.h"
#include "uds-window.h"

struct _UdsGoalsPage
{
  UdsPage parent_instance;

  GtkStack *stack;
  GtkFlowBox *grid;
};

G_DEFINE_FINAL_TYPE (UdsGoalsPage, uds_goals_page, UDS_TYPE_PAGE)

static void
add_indicator (UdsGoalsPage  *self,
               UdsGoalDigest *digest)
{
  UdsRecord *goal = digest != NULL ? uds_goal_digest_get_goal (digest) : NULL;

  uds_new_record_present (UDS_PAGE (self), uds_kind_lookup ("indicator"), goal != NULL ? "goal" : NULL,
                          goal != NULL ? uds_record_get_id (goal) : NULL);
}

static void
on_add_cb (UdsGoalsPage *self,
           UdsGoalTile  *tile)
{
  add_indicator (self, uds_goal_tile_get_digest (tile));
}

static void
on_activated_cb (UdsGoalsPage *self,
                 UdsGoalTile  *tile)
{
  UdsRecord *goal = uds_goal_digest_get_goal (uds_goal_tile_get_digest (tile));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "(ss)", "goal",
                              goal != NULL ? uds_record_get_id (goal) : "");
}

static UdsGoalTile *
ensure_tile (UdsGoalsPage *self,
             guint         index)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->grid, (int) index);
  GtkWidget *tile;

  if (child != NULL)
    return UDS_GOAL_TILE (child);

  tile = uds_goal_tile_new ();
  g_signal_connect_object (tile, "add", G_CALLBACK (on_add_cb), self, G_CONNECT_SWAPPED);
  gtk_flow_box_append (self->grid, tile);
  return UDS_GOAL_TILE (tile);
}

static void
remove_tiles_from (UdsGoalsPage *self,
                   guint         index)
{
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->grid, (int) index)) != NULL)
    gtk_flow_box_remove (self->grid, GTK_WIDGET (child));
}

static void
show_goals (UdsPage  *page,
            gpointer  result)
{
  UdsGoalsPage *self = UDS_GOALS_PAGE (page);
  GPtrArray *digests = result;

  for (guint i = 0; i < digests->len; i++)
    uds_goal_tile_set_digest (ensure_tile (self, i), g_ptr_array_index (digests, i), uds_page_get_language (page));
  remove_tiles_from (self, digests->len);
  /* The city as a whole is always there. */
  gtk_stack_set_visible_child_name (self->stack, digests->len > 1 ? "grid" : "empty");
}

static gpointer
read_goals (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  return uds_session_digest_goals (session, error);
}

static void
uds_goals_page_load (UdsPage *page)
{
  uds_page_read (page, read_goals, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, show_goals);
}

static void
uds_goals_page_add (UdsPage *page)
{
  add_indicator (UDS_GOALS_PAGE (page), NULL);
}

static void
uds_goals_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UDS_TYPE_GOALS_PAGE);

  G_OBJECT_CLASS (uds_goals_page_parent_class)->dispose (object);
}

static void
uds_goals_page_class_init (UdsGoalsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_goals_page_dispose;
  UDS_PAGE_CLASS (klass)->load = uds_goals_page_load;
  UDS_PAGE_CLASS (klass)->add = uds_goals_page_add;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-goals-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsGoalsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalsPage, grid);
  gtk_widget_class_bind_template_callback (widget_class, on_activated_cb);
}

static void
uds_goals_page_init (UdsGoalsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
