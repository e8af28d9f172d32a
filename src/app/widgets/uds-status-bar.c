/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares out its width by counts. The segments' colours are the style sheet's; without indicators it is hatched. */
#include "uds-status-bar.h"

#include <glib/gi18n.h>

#define GAP 2

struct _UdsStatusBar
{
  GtkWidget parent_instance;

  GtkWidget *segments[UDS_PROGRESS_N_STATUSES];
  UdsProgressTally tally;
};

G_DEFINE_FINAL_TYPE (UdsStatusBar, uds_status_bar, GTK_TYPE_WIDGET)

static guint
count_segments (UdsStatusBar *self)
{
  guint n = 0;

  for (guint i = 0; i < UDS_PROGRESS_N_STATUSES; i++)
    n += self->tally.counts[i] > 0;
  return n;
}

static void
uds_status_bar_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? 8 : 48;
}

static void
uds_status_bar_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  UdsStatusBar *self = UDS_STATUS_BAR (widget);
  guint n_indicators = uds_progress_tally_get_n_indicators (&self->tally);
  int room = width - GAP * ((int) count_segments (self) - 1);
  guint before = 0;
  int gaps = 0;

  for (guint i = 0; i < UDS_PROGRESS_N_STATUSES; i++)
    {
      int from, to;

      if (self->tally.counts[i] == 0)
        continue;
      from = room * (int) before / (int) n_indicators + gaps;
      before += self->tally.counts[i];
      to = room * (int) before / (int) n_indicators + gaps;
      gaps += GAP;
      gtk_widget_size_allocate (self->segments[i], &(GtkAllocation) { from, 0, MAX (to - from, 1), height }, -1);
    }
}

/* Diagonal lines say that there is nothing to be seen yet. */
static void
append_hatching (UdsStatusBar *self,
                 GtkSnapshot  *snapshot)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1);
  GdkRGBA colour;

  for (float x = -height; x < width; x += 6)
    {
      gsk_path_builder_move_to (builder, x, height);
      gsk_path_builder_line_to (builder, x + height, 0);
    }
  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  colour.alpha *= 0.3f;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_snapshot_append_stroke (snapshot, path, stroke, &colour);
  gtk_snapshot_pop (snapshot);
}

static void
uds_status_bar_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  if (count_segments (UDS_STATUS_BAR (widget)) == 0)
    append_hatching (UDS_STATUS_BAR (widget), snapshot);

  GTK_WIDGET_CLASS (uds_status_bar_parent_class)->snapshot (widget, snapshot);
}

static void
uds_status_bar_dispose (GObject *object)
{
  UdsStatusBar *self = UDS_STATUS_BAR (object);

  for (guint i = 0; i < UDS_PROGRESS_N_STATUSES; i++)
    g_clear_pointer (&self->segments[i], gtk_widget_unparent);

  G_OBJECT_CLASS (uds_status_bar_parent_class)->dispose (object);
}

static void
uds_status_bar_class_init (UdsStatusBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_status_bar_dispose;
  widget_class->measure = uds_status_bar_measure;
  widget_class->size_allocate = uds_status_bar_size_allocate;
  widget_class->snapshot = uds_status_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "tally");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
uds_status_bar_init (UdsStatusBar *self)
{
  for (guint i = 0; i < UDS_PROGRESS_N_STATUSES; i++)
    {
      self->segments[i] = g_object_new (GTK_TYPE_BOX, "css-name", "segment", "visible", FALSE,
                                        "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_add_css_class (self->segments[i], uds_progress_status_get_name ((UdsProgressStatus) i));
      gtk_widget_set_parent (self->segments[i], GTK_WIDGET (self));
    }
  uds_status_bar_set_tally (self, &self->tally);
}

/**
 * uds_status_bar_new:
 *
 * Returns: (transfer floating): a bar for no indicators
 */
GtkWidget *
uds_status_bar_new (void)
{
  return g_object_new (UDS_TYPE_STATUS_BAR, NULL);
}

/**
 * uds_status_bar_describe:
 * @self: a bar
 *
 * Returns: (transfer full): the counts in words, a line for each status there is
 */
char *
uds_status_bar_describe (UdsStatusBar *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (UDS_IS_STATUS_BAR (self), NULL);

  for (guint i = 0; i < UDS_PROGRESS_N_STATUSES; i++)
    if (self->tally.counts[i] > 0)
      g_string_append_printf (text, "%s%s %s: %u", text->len > 0 ? "\n" : "",
                              uds_progress_status_get_glyph ((UdsProgressStatus) i),
                              uds_progress_status_get_label ((UdsProgressStatus) i), self->tally.counts[i]);
  if (text->len == 0)
    g_string_append (text, _("No indicators"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * uds_status_bar_set_tally:
 * @self: a bar
 * @tally: how many indicators have each status
 */
void
uds_status_bar_set_tally (UdsStatusBar           *self,
                          const UdsProgressTally *tally)
{
  g_autofree char *text = NULL;

  g_return_if_fail (UDS_IS_STATUS_BAR (self));

  self->tally = *tally;
  for (guint i = 0; i < UDS_PROGRESS_N_STATUSES; i++)
    gtk_widget_set_visible (self->segments[i], tally->counts[i] > 0);
  text = uds_status_bar_describe (self);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
