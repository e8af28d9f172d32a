/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The groups below each other: what has a day, what there is to do besides, what is in order at the foot. What is in
 * them is theirs (uds-due-group.c, uds-attention-group.c). */
#include "uds-attention-list.h"

#include "uds-attention-group.h"
#include "uds-due-group.h"

struct _UdsAttentionList
{
  AdwBin parent_instance;

  GtkBox *box;
  UdsDueGroup *due;
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

  self->due = UDS_DUE_GROUP (uds_due_group_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->due));
  for (guint i = 0; i < UDS_N_ATTENTION_REASONS; i++)
    {
      self->groups[i] = UDS_ATTENTION_GROUP (uds_attention_group_new ((UdsAttentionReason) i));
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->groups[i]));
    }
  self->box = GTK_BOX (box);
  gtk_widget_add_css_class (box, "attention");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/* Puts the groups with members, or those without any, in their order after @sibling; tells the last one. */
static GtkWidget *
place_groups (UdsAttentionList *self,
              gboolean          is_empty,
              GtkWidget        *sibling)
{
  for (guint i = 0; i < UDS_N_ATTENTION_REASONS; i++)
    {
      GtkWidget *group = GTK_WIDGET (self->groups[i]);

      if (uds_attention_group_is_empty (self->groups[i]) != is_empty)
        continue;
      if (gtk_widget_get_prev_sibling (group) != sibling)
        gtk_box_reorder_child_after (self->box, group, sibling);
      sibling = group;
    }
  return sibling;
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
  uds_due_group_show (self->due, found->dues, found->wanted->language);
  place_groups (self, TRUE, place_groups (self, FALSE, GTK_WIDGET (self->due)));
}
