/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A status with its icon. The colours are the style sheet's. */
#include "uds-status-label.h"

struct _UdsStatusLabel
{
  GtkBox parent_instance;

  GtkImage *icon;
  GtkLabel *label;
  const char *style; /* the style class of the status shown */
};

G_DEFINE_FINAL_TYPE (UdsStatusLabel, uds_status_label, GTK_TYPE_BOX)

static void
uds_status_label_class_init (UdsStatusLabelClass *klass)
{
}

static void
uds_status_label_init (UdsStatusLabel *self)
{
  self->icon = GTK_IMAGE (gtk_image_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "status");
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), "status-glyph");
  gtk_image_set_pixel_size (self->icon, 12);
  gtk_label_set_xalign (self->label, 0);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->label));
  uds_status_label_set_status (self, UDS_PROGRESS_NOT_AVAILABLE);
}

/**
 * uds_status_label_new:
 * @status: a status
 *
 * Returns: (transfer floating): the status to be seen
 */
GtkWidget *
uds_status_label_new (UdsProgressStatus status)
{
  UdsStatusLabel *self = g_object_new (UDS_TYPE_STATUS_LABEL, NULL);

  uds_status_label_set_status (self, status);
  return GTK_WIDGET (self);
}

/**
 * uds_status_label_set_status:
 * @self: a label
 * @status: the status to show
 */
void
uds_status_label_set_status (UdsStatusLabel    *self,
                             UdsProgressStatus  status)
{
  g_return_if_fail (UDS_IS_STATUS_LABEL (self));

  if (self->style != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->style);
  self->style = uds_progress_status_get_name (status);
  gtk_widget_add_css_class (GTK_WIDGET (self), self->style);
  gtk_image_set_from_icon_name (self->icon, uds_progress_status_get_icon_name (status));
  gtk_label_set_label (self->label, uds_progress_status_get_label (status));
}

/**
 * uds_status_label_set_roll_up:
 * @self: a label
 * @roll_up: of several indicators, the status to show
 */
void
uds_status_label_set_roll_up (UdsStatusLabel  *self,
                              const UdsRollUp *roll_up)
{
  g_return_if_fail (UDS_IS_STATUS_LABEL (self));

  uds_status_label_set_status (self, uds_roll_up_get_status (roll_up));
  gtk_label_set_label (self->label, uds_roll_up_get_label (roll_up));
}
