/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that open what they are about. Long groups fold: those of indicators as uds-folding-group.c does it, targets
 * under their goals. Where nothing of it changed the rows stay, and the focus with them. What needs
 * attention is src/store's (uds-attention.c). */
#include "uds-attention-group.h"

#include "uds-goal-badge.h"
#include "uds-goal-targets-row.h"
#include "uds-indicator-words.h"
#include "uds-related-list.h"

#include <glib/gi18n.h>

struct _UdsAttentionGroup
{
  UdsFoldingGroup parent_instance;

  UdsAttentionReason reason;
  UdsGoalsFound *found; /* none until it is read */
  char *content;        /* what the rows say, to be compared */
};

G_DEFINE_FINAL_TYPE (UdsAttentionGroup, uds_attention_group, UDS_TYPE_FOLDING_GROUP)

/* Why a group is there, and what it says when nothing is in it. */
static const struct {
  const char *title;
  const char *why;
  const char *none;
} texts[UDS_N_ATTENTION_REASONS] = {
  [UDS_ATTENTION_UNPLACED] = { N_("Indicators without a goal"),
                               N_("No goal shows these indicators. Open one and choose its goal."),
                               N_("Every indicator belongs to a goal.") },
  [UDS_ATTENTION_DETERIORATING] = { N_("Going back"), N_("The values of these indicators have moved the wrong way."),
                                    N_("No indicator is going back.") },
  [UDS_ATTENTION_OVERDUE] = { N_("Overdue for update"),
                              N_("The date of the next figure is past or, where none is set, the latest figure is more "
                                 "than three years old."),
                              N_("No indicator is waiting for a figure.") },
  [UDS_ATTENTION_UNMEASURED] = { N_("Targets without an indicator"), N_("Nothing measures how far these targets are."),
                                 N_("Every target has an indicator.") },
  [UDS_ATTENTION_UNSERVED] = { N_("Targets without an effort"), N_("No effort is linked to these targets."),
                               N_("Every target has an effort.") },
};

static UdsLanguage
get_language (UdsAttentionGroup *self)
{
  return self->found->wanted->language;
}

static GPtrArray *
get_members (UdsAttentionGroup *self)
{
  const UdsAttention *attention = self->found->attention;
  GPtrArray *const members[UDS_N_ATTENTION_REASONS] = {
    [UDS_ATTENTION_UNPLACED] = attention->unplaced,
    [UDS_ATTENTION_DETERIORATING] = attention->deteriorating,
    [UDS_ATTENTION_OVERDUE] = attention->overdue,
    [UDS_ATTENTION_UNMEASURED] = attention->unmeasured,
    [UDS_ATTENTION_UNSERVED] = attention->unserved,
  };

  return members[self->reason];
}

static gboolean
is_about_targets (UdsAttentionGroup *self)
{
  return self->reason == UDS_ATTENTION_UNMEASURED || self->reason == UDS_ATTENTION_UNSERVED;
}

/* Indicators */

static char *
explain (UdsAttentionGroup  *self,
         UdsIndicatorDigest *digest)
{
  if (self->reason == UDS_ATTENTION_OVERDUE)
    return uds_indicator_digest_describe_update (digest, &self->found->wanted->today, get_language (self));
  return uds_indicator_words_computed (digest, get_language (self));
}

static UdsRecord *
find_goal (UdsAttentionGroup *self,
           const char        *id)
{
  GPtrArray *digests = self->found->digests;

  for (guint i = 0; id != NULL && i < digests->len; i++)
    {
      UdsRecord *goal = uds_goal_digest_get_goal (g_ptr_array_index (digests, i));

      if (goal != NULL && g_str_equal (uds_record_get_id (goal), id))
        return goal;
    }

  return NULL;
}

static GtkWidget *
make_indicator_row (UdsAttentionGroup  *self,
                    UdsIndicatorDigest *digest)
{
  UdsRecord *indicator = uds_indicator_digest_get_indicator (digest);
  UdsRecord *goal = find_goal (self, uds_record_get_text (indicator, "goal"));
  g_autofree char *name = uds_indicator_words_name (digest, get_language (self));
  g_autofree char *why = explain (self, digest);
  GtkWidget *row = uds_record_row_new (indicator, name, get_language (self));

  if (why != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), why);
  if (goal != NULL)
    {
      GtkWidget *badge = uds_goal_badge_new (32);

      uds_goal_badge_set_goal (UDS_GOAL_BADGE (badge), goal);
      gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), badge);
    }
  return row;
}

static GtkWidget *
uds_attention_group_make_row (UdsFoldingGroup *group,
                              guint            index)
{
  UdsAttentionGroup *self = UDS_ATTENTION_GROUP (group);

  return make_indicator_row (self, g_ptr_array_index (get_members (self), index));
}

/* Targets */

static GPtrArray *
choose_targets (UdsAttentionGroup *self,
                UdsRecord         *goal)
{
  GPtrArray *members = get_members (self);
  GPtrArray *targets = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < members->len; i++)
    {
      UdsRecord *target = g_ptr_array_index (members, i);

      if (g_strcmp0 (uds_record_get_text (target, "goal"), uds_record_get_id (goal)) == 0)
        g_ptr_array_add (targets, g_object_ref (target));
    }
  return targets;
}

static void
add_targets (UdsAttentionGroup *self,
             GHashTable        *unfolded)
{
  GPtrArray *digests = self->found->digests;

  for (guint i = 0; i < digests->len; i++)
    {
      UdsRecord *goal = uds_goal_digest_get_goal (g_ptr_array_index (digests, i));
      g_autoptr (GPtrArray) targets = goal != NULL ? choose_targets (self, goal) : NULL;
      gboolean is_unfolded = goal != NULL && g_hash_table_contains (unfolded, uds_record_get_id (goal));
      GtkWidget *row;

      if (targets == NULL || targets->len == 0)
        continue;
      row = uds_goal_targets_row_new (goal, targets, get_language (self));
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), is_unfolded);
      uds_folding_group_add_row (UDS_FOLDING_GROUP (self), row);
    }
}

/* The goals whose targets are to be seen. */
static GHashTable *
list_unfolded (UdsAttentionGroup *self)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < uds_folding_group_get_n_rows (UDS_FOLDING_GROUP (self)); i++)
    {
      GtkWidget *row = uds_folding_group_get_row (UDS_FOLDING_GROUP (self), i);

      if (UDS_IS_GOAL_TARGETS_ROW (row) && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
        g_hash_table_add (ids,
                          g_strdup (uds_record_get_id (uds_goal_targets_row_get_goal (UDS_GOAL_TARGETS_ROW (row)))));
    }
  return ids;
}

/* The whole */

static char *
describe_content (UdsAttentionGroup *self)
{
  GPtrArray *members = get_members (self);
  GString *content = g_string_new (NULL);

  for (guint i = 0; i < members->len; i++)
    {
      gpointer member = g_ptr_array_index (members, i);
      UdsRecord *record = is_about_targets (self) ? member : uds_indicator_digest_get_indicator (member);
      g_autofree char *why = is_about_targets (self) ? NULL : explain (self, member);

      g_string_append_printf (content, "%s\t%s\t%s\n", uds_record_get_id (record),
                              uds_record_get_title (record, get_language (self)), why != NULL ? why : "");
    }
  return g_string_free (content, FALSE);
}

static void
show_heading (UdsAttentionGroup *self)
{
  guint n_members = get_members (self)->len;
  g_autofree char *title = g_strdup_printf ("%s · %u", _(texts[self->reason].title), n_members);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), n_members > 0 ? _(texts[self->reason].why)
                                                                                     : _(texts[self->reason].none));
}

static void
show_rows (UdsAttentionGroup *self)
{
  g_autoptr (GHashTable) unfolded = list_unfolded (self);

  if (!is_about_targets (self))
    {
      uds_folding_group_show (UDS_FOLDING_GROUP (self), get_members (self)->len);
      return;
    }
  uds_folding_group_clear (UDS_FOLDING_GROUP (self));
  add_targets (self, unfolded);
}

static void
uds_attention_group_dispose (GObject *object)
{
  UdsAttentionGroup *self = UDS_ATTENTION_GROUP (object);

  g_clear_pointer (&self->found, uds_goals_found_unref);

  G_OBJECT_CLASS (uds_attention_group_parent_class)->dispose (object);
}

static void
uds_attention_group_finalize (GObject *object)
{
  g_free (UDS_ATTENTION_GROUP (object)->content);

  G_OBJECT_CLASS (uds_attention_group_parent_class)->finalize (object);
}

static void
uds_attention_group_class_init (UdsAttentionGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = uds_attention_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = uds_attention_group_finalize;
  UDS_FOLDING_GROUP_CLASS (klass)->make_row = uds_attention_group_make_row;
}

static void
uds_attention_group_init (UdsAttentionGroup *self)
{
}

/**
 * uds_attention_group_new:
 * @reason: why its members are in it
 *
 * Returns: (transfer floating): an empty group
 */
GtkWidget *
uds_attention_group_new (UdsAttentionReason reason)
{
  UdsAttentionGroup *self = g_object_new (UDS_TYPE_ATTENTION_GROUP, NULL);

  self->reason = reason;
  return GTK_WIDGET (self);
}

/**
 * uds_attention_group_show:
 * @self: a group
 * @found: what was read
 *
 * Shows what of it belongs to the group.
 */
void
uds_attention_group_show (UdsAttentionGroup *self,
                          UdsGoalsFound     *found)
{
  g_autofree char *content = NULL;

  g_return_if_fail (UDS_IS_ATTENTION_GROUP (self));

  g_clear_pointer (&self->found, uds_goals_found_unref);
  self->found = uds_goals_found_ref (found);
  content = describe_content (self);
  if (g_strcmp0 (content, self->content) == 0)
    return;

  g_free (self->content);
  self->content = g_steal_pointer (&content);
  show_heading (self);
  show_rows (self);
}

/**
 * uds_attention_group_is_empty:
 * @self: a group that shows what was read
 *
 * Returns: whether nothing is in it
 */
gboolean
uds_attention_group_is_empty (UdsAttentionGroup *self)
{
  g_return_val_if_fail (UDS_IS_ATTENTION_GROUP (self), TRUE);

  return get_members (self)->len == 0;
}
