/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The groups below each other. What is in them is theirs (uds-attention-group.c). */
#include "uds-attention-list.h"

#include "uds-attention-group.h"

struct _UdsAttentionList
{
  AdwBin parent_instance;

  UdsAttentionGroup *groups[UDS_N_ATTENTION_REASONS];
};

G_DEFINE_FINAL_TYPE (UdsAttentionList, uds_attention_list, ADW_TYPE_BIN)

static void
uds_attention_list_class_init (UdsAttentionListClass *klass)
{
}

static void
uds_attention_list_init (UdsAttentionList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  for (guint i = 0; i < UDS_N_ATTENTION_REASONS; i++)
    {
      self->groups[i] = UDS_ATTENTION_GROUP (uds_attention_group_new ((UdsAttentionReason) i));
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->groups[i]));
    }
  gtk_widget_add_css_class (box, "attention");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * uds_attention_list_show:
 * @self: a list
 * @found: what was read
 */
void
uds_attention_list_show (UdsAttentionList *self,
                         UdsGoalsFound    *found)
{
  g_return_if_fail (UDS_IS_ATTENTION_LIST (self));

  for (guint i = 0; i < UDS_N_ATTENTION_REASONS; i++)
    uds_attention_group_show (self->groups[i], found);
}
