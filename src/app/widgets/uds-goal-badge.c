/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws a goal's number in the ink that is readable on its colour. The city as a whole is a sum sign on the accent
 * colour. */
#include "uds-goal-badge.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _UdsGoalBadge
{
  GtkWidget parent_instance;

  int size;
  GdkRGBA colour;
  GdkRGBA ink;
  gboolean has_goal;
  char *text;
};

G_DEFINE_FINAL_TYPE (UdsGoalBadge, uds_goal_badge, GTK_TYPE_WIDGET)

static void
uds_goal_badge_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = *natural = UDS_GOAL_BADGE (widget)->size;
}

static void
get_colours (UdsGoalBadge *self,
             GdkRGBA      *colour,
             GdkRGBA      *ink)
{
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());

  *colour = self->has_goal ? self->colour : *accent;
  *ink = self->has_goal ? self->ink : (GdkRGBA) { 1, 1, 1, 1 };
}

static PangoLayout *
make_layout (UdsGoalBadge *self)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_size_new_absolute (self->size * PANGO_SCALE * 45 / 100));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

static void
uds_goal_badge_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  UdsGoalBadge *self = UDS_GOAL_BADGE (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  g_autoptr (PangoLayout) layout = make_layout (self);
  GskRoundedRect outline;
  GdkRGBA colour, ink;
  int text_width, text_height;

  get_colours (self, &colour, &ink);
  gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) self->size / 8);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &colour, &bounds);
  gtk_snapshot_pop (snapshot);

  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((width - (float) text_width) / 2, (height - (float) text_height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
}

static void
uds_goal_badge_finalize (GObject *object)
{
  g_free (UDS_GOAL_BADGE (object)->text);

  G_OBJECT_CLASS (uds_goal_badge_parent_class)->finalize (object);
}

static void
uds_goal_badge_class_init (UdsGoalBadgeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = uds_goal_badge_finalize;
  widget_class->measure = uds_goal_badge_measure;
  widget_class->snapshot = uds_goal_badge_snapshot;
  /* The goal's name stands beside it. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
uds_goal_badge_init (UdsGoalBadge *self)
{
  self->size = 40;
  self->text = g_strdup ("Σ");
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::accent-color-rgba",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * uds_goal_badge_new:
 * @size: its width and height
 *
 * Returns: (transfer floating): the badge of the city as a whole, until it is given a goal
 */
GtkWidget *
uds_goal_badge_new (int size)
{
  UdsGoalBadge *self = g_object_new (UDS_TYPE_GOAL_BADGE, NULL);

  uds_goal_badge_set_size (self, size);
  return GTK_WIDGET (self);
}

/**
 * uds_goal_badge_set_size:
 * @self: a badge
 * @size: its width and height
 */
void
uds_goal_badge_set_size (UdsGoalBadge *self,
                         int           size)
{
  g_return_if_fail (UDS_IS_GOAL_BADGE (self));

  self->size = size;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
parse_colour (UdsRecord  *goal,
              const char *field,
              GdkRGBA    *colour)
{
  const char *text = uds_record_get_text (goal, field);

  return text != NULL && gdk_rgba_parse (colour, text);
}

/**
 * uds_goal_badge_set_goal:
 * @self: a badge
 * @goal: (nullable): the goal; %NULL for the city as a whole
 */
void
uds_goal_badge_set_goal (UdsGoalBadge *self,
                         UdsRecord    *goal)
{
  g_return_if_fail (UDS_IS_GOAL_BADGE (self));

  self->has_goal =
      goal != NULL && parse_colour (goal, "colour", &self->colour) && parse_colour (goal, "ink", &self->ink);
  g_free (self->text);
  self->text = goal != NULL ? uds_record_to_string (goal, "number") : g_strdup ("Σ");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
