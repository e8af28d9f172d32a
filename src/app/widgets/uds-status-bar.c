/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws the tally of a goal: filled segments from the best to the worst, hatched where nothing is assessed. What the
 * segments mean is said in words too, for hover and screen readers. */
#include "uds-status-bar.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define HEIGHT 8
#define GAP 2
#define HATCH 5

struct _UdsStatusBar
{
  GtkWidget parent_instance;

  UdsProgressTally tally;
};

G_DEFINE_FINAL_TYPE (UdsStatusBar, uds_status_bar, GTK_TYPE_WIDGET)

/* From the best to the worst in steps of lightness as well as hue, from the palette for colour-blind readers that the
 * charts use (Okabe and Ito 2008). */
static const char *const colours[UDS_PROGRESS_N_STATUSES] = {
  [UDS_PROGRESS_ACHIEVED] = "#00664b",
  [UDS_PROGRESS_SUBSTANTIAL] = "#009e73",
  [UDS_PROGRESS_MODERATE] = "#e6b400",
  [UDS_PROGRESS_LIMITED] = "#d98200",
  [UDS_PROGRESS_DETERIORATION] = "#c04a00",
  [UDS_PROGRESS_NOT_AVAILABLE] = NULL,
};

/**
 * uds_status_bar_describe:
 * @tally: how many indicators have which status
 *
 * Returns: (transfer full): the same in words, one status on a line; those that no indicator has are left out
 */
char *
uds_status_bar_describe (const UdsProgressTally *tally)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < UDS_PROGRESS_N_STATUSES; i++)
    if (tally->counts[i] > 0)
      g_string_append_printf (text, "%s%s %s: %u", text->len > 0 ? "\n" : "",
                              uds_progress_status_get_glyph ((UdsProgressStatus) i),
                              uds_progress_status_get_label ((UdsProgressStatus) i), tally->counts[i]);
  if (text->len == 0)
    g_string_append (text, _("No indicators yet"));
  return g_string_free (text, FALSE);
}

static void
hatch (GtkSnapshot           *snapshot,
       const graphene_rect_t *bounds,
       const GdkRGBA         *color)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);
  double right = (double) (bounds->origin.x + bounds->size.width);

  cairo_rectangle (cr, (double) bounds->origin.x, 0, (double) bounds->size.width, HEIGHT);
  cairo_clip (cr);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 1);
  for (double x = (double) bounds->origin.x - HEIGHT; x < right; x += HATCH)
    {
      cairo_move_to (cr, x, HEIGHT);
      cairo_line_to (cr, x + HEIGHT, 0);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
uds_status_bar_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  UdsStatusBar *self = UDS_STATUS_BAR (widget);
  float width = (float) gtk_widget_get_width (widget);
  guint n = MAX (uds_progress_tally_get_n_indicators (&self->tally), 1);
  gboolean empty = uds_progress_tally_get_n_indicators (&self->tally) == 0;
  graphene_rect_t bounds;
  GskRoundedRect outline;
  GdkRGBA faint;
  float x = 0;

  gtk_widget_get_color (widget, &faint);
  faint.alpha *= 0.35f;

  graphene_rect_init (&bounds, 0, 0, width, HEIGHT);
  gsk_rounded_rect_init_from_rect (&outline, &bounds, HEIGHT / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  for (guint i = 0; i < UDS_PROGRESS_N_STATUSES; i++)
    {
      guint count = empty && i == UDS_PROGRESS_NOT_AVAILABLE ? 1 : self->tally.counts[i];
      float part = width * (float) count / (float) n;
      GdkRGBA color;

      if (count == 0)
        continue;
      graphene_rect_init (&bounds, x, 0, MAX (part - GAP, 1), HEIGHT);
      if (colours[i] == NULL)
        hatch (snapshot, &bounds, &faint);
      else if (gdk_rgba_parse (&color, colours[i]))
        gtk_snapshot_append_color (snapshot, &color, &bounds);
      x += part;
    }
  gtk_snapshot_pop (snapshot);
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
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 40;
}

static void
uds_status_bar_class_init (UdsStatusBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = uds_status_bar_snapshot;
  widget_class->measure = uds_status_bar_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
uds_status_bar_init (UdsStatusBar *self)
{
}

/**
 * uds_status_bar_new:
 *
 * Returns: (transfer floating): a bar of no indicators
 */
GtkWidget *
uds_status_bar_new (void)
{
  return g_object_new (UDS_TYPE_STATUS_BAR, NULL);
}

/**
 * uds_status_bar_set_tally:
 * @self: a bar
 * @tally: how many indicators have which status
 */
void
uds_status_bar_set_tally (UdsStatusBar           *self,
                          const UdsProgressTally *tally)
{
  g_autofree char *words = uds_status_bar_describe (tally);

  g_return_if_fail (UDS_IS_STATUS_BAR (self));

  self->tally = *tally;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
