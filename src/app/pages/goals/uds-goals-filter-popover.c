/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Offers what there is to choose from and writes what is chosen into the settings, which the page follows. */
#include "uds-goals-filter-popover.h"

#include "uds-choice-row.h"
#include "udsyn-config.h"

#include <glib/gi18n.h>

struct _UdsGoalsFilterPopover
{
  GtkPopover parent_instance;

  AdwComboRow *scope_row;
  AdwComboRow *administration_row;
  AdwComboRow *purpose_row;

  GSettings *settings;
  gboolean is_showing; /* what is chosen then, nobody chose */
};

G_DEFINE_FINAL_TYPE (UdsGoalsFilterPopover, uds_goals_filter_popover, GTK_TYPE_POPOVER)

static void
fill (AdwComboRow *row,
      const char  *all,
      GPtrArray   *choices,
      const char  *code)
{
  g_autoptr (GListStore) items = uds_choice_list_new ();

  uds_choice_list_add (items, "", all);
  for (guint i = 0; i < choices->len; i++)
    {
      const UdsGoalsChoice *choice = g_ptr_array_index (choices, i);

      uds_choice_list_add (items, choice->code, choice->name);
    }
  uds_choice_row_fill (row, items, code);
}

static void
fill_scopes (AdwComboRow *row)
{
  g_autoptr (GListStore) items = uds_choice_list_new ();

  for (guint i = 0; i < UDS_N_SCOPES; i++)
    uds_choice_list_add (items, uds_scope_get_name ((UdsScope) i), uds_scope_get_label ((UdsScope) i));
  uds_choice_row_fill (row, items, NULL);
}

static void
on_selected_cb (UdsGoalsFilterPopover *self,
                GParamSpec            *pspec,
                AdwComboRow           *row)
{
  if (self->is_showing || self->settings == NULL)
    return;

  if (row == self->scope_row)
    g_settings_set_string (self->settings, "goals-scope", uds_choice_row_get (row));
  else if (row == self->administration_row)
    g_settings_set_string (self->settings, "goals-administration", uds_choice_row_get (row));
  else
    g_settings_set_string (self->settings, "goals-purpose", uds_choice_row_get (row));
}

static void
uds_goals_filter_popover_dispose (GObject *object)
{
  UdsGoalsFilterPopover *self = UDS_GOALS_FILTER_POPOVER (object);

  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), UDS_TYPE_GOALS_FILTER_POPOVER);

  G_OBJECT_CLASS (uds_goals_filter_popover_parent_class)->dispose (object);
}

static void
uds_goals_filter_popover_class_init (UdsGoalsFilterPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_goals_filter_popover_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-goals-filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsGoalsFilterPopover, scope_row);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalsFilterPopover, administration_row);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalsFilterPopover, purpose_row);
  gtk_widget_class_bind_template_callback (widget_class, on_selected_cb);
}

static void
uds_goals_filter_popover_init (UdsGoalsFilterPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_scopes (self->scope_row);
  self->settings = g_settings_new (UDSYN_APP_ID);
}

/**
 * uds_goals_filter_popover_new:
 *
 * Returns: (transfer floating): a popover with nothing to choose from yet
 */
GtkWidget *
uds_goals_filter_popover_new (void)
{
  return g_object_new (UDS_TYPE_GOALS_FILTER_POPOVER, NULL);
}

/**
 * uds_goals_filter_popover_show:
 * @self: a popover
 * @found: what was read
 *
 * Shows what there is to choose from, and what is chosen.
 */
void
uds_goals_filter_popover_show (UdsGoalsFilterPopover *self,
                               const UdsGoalsFound   *found)
{
  const UdsGoalFilter *filter = found->wanted->filter;

  g_return_if_fail (UDS_IS_GOALS_FILTER_POPOVER (self));

  self->is_showing = TRUE;
  uds_choice_row_select (self->scope_row, uds_scope_get_name (filter->scope));
  fill (self->administration_row, _("All administrations"), found->administrations, filter->administration);
  fill (self->purpose_row, _("All purposes"), found->purposes, filter->purpose);
  self->is_showing = FALSE;
}
