/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws the square: the goal's colour, its number in the ink that reads on it, and a thin edge so that light colours
 * do not run into a light page. */
#include "uds-goal-number.h"

struct _UdsGoalNumber
{
  GtkWidget parent_instance;

  GdkRGBA colour;
  GdkRGBA ink;
  char *number;
  int size;
};

G_DEFINE_FINAL_TYPE (UdsGoalNumber, uds_goal_number, GTK_TYPE_WIDGET)

static void
uds_goal_number_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  UdsGoalNumber *self = UDS_GOAL_NUMBER (widget);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, self->number);
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  graphene_rect_t bounds;
  GskRoundedRect outline;
  GdkRGBA edge = { 0, 0, 0, 0.15f };
  int width, height;

  graphene_rect_init (&bounds, 0, 0, (float) self->size, (float) self->size);
  gsk_rounded_rect_init_from_rect (&outline, &bounds, 6);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &self->colour, &bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[]) { 1, 1, 1, 1 }, (GdkRGBA[]) { edge, edge, edge, edge });

  pango_font_description_set_absolute_size (font, self->size * 0.5 * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (self->size - width) / 2,
                                                          (float) (self->size - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &self->ink);
}

static void
uds_goal_number_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = *natural = UDS_GOAL_NUMBER (widget)->size;
}

static void
uds_goal_number_finalize (GObject *object)
{
  g_free (UDS_GOAL_NUMBER (object)->number);

  G_OBJECT_CLASS (uds_goal_number_parent_class)->finalize (object);
}

static void
uds_goal_number_class_init (UdsGoalNumberClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = uds_goal_number_finalize;
  widget_class->snapshot = uds_goal_number_snapshot;
  widget_class->measure = uds_goal_number_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
uds_goal_number_init (UdsGoalNumber *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
}

/**
 * uds_goal_number_new:
 * @goal: a goal
 * @size: how many pixels wide and high
 *
 * Returns: (transfer floating): its square
 */
GtkWidget *
uds_goal_number_new (UdsRecord *goal,
                     int        size)
{
  UdsGoalNumber *self = g_object_new (UDS_TYPE_GOAL_NUMBER, NULL);
  const char *colour = uds_record_get_text (goal, "colour");
  const char *ink = uds_record_get_text (goal, "ink");

  self->size = size;
  self->number = uds_record_to_string (goal, "number");
  if (colour == NULL || !gdk_rgba_parse (&self->colour, colour))
    gdk_rgba_parse (&self->colour, "#5e5c64");
  if (ink == NULL || !gdk_rgba_parse (&self->ink, ink))
    gdk_rgba_parse (&self->ink, "#ffffff");
  return GTK_WIDGET (self);
}
