/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The button says what is chosen; what there is to choose from is made when somebody asks, since its lists are half of
 * all the widgets a window begins with. What is chosen stands in the settings. */
#include "uds-goals-filter.h"

#include "uds-goals-filter-popover.h"

#include <glib/gi18n.h>

struct _UdsGoalsFilter
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  UdsGoalsFilterPopover *popover; /* none until it is asked for */
  UdsGoalsFound *found;
};

G_DEFINE_FINAL_TYPE (UdsGoalsFilter, uds_goals_filter, ADW_TYPE_BIN)

static void
show_choices (UdsGoalsFilter *self)
{
  if (self->popover != NULL && self->found != NULL)
    uds_goals_filter_popover_show (self->popover, self->found);
}

static void
create_popover (GtkMenuButton *button,
                gpointer       data)
{
  UdsGoalsFilter *self = data;

  if (self->popover != NULL)
    return;

  self->popover = UDS_GOALS_FILTER_POPOVER (uds_goals_filter_popover_new ());
  gtk_menu_button_set_popover (button, GTK_WIDGET (self->popover));
  show_choices (self);
}

static void
uds_goals_filter_finalize (GObject *object)
{
  UdsGoalsFilter *self = UDS_GOALS_FILTER (object);

  g_clear_pointer (&self->found, uds_goals_found_unref);

  G_OBJECT_CLASS (uds_goals_filter_parent_class)->finalize (object);
}

static void
uds_goals_filter_class_init (UdsGoalsFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = uds_goals_filter_finalize;
}

static void
uds_goals_filter_init (UdsGoalsFilter *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "uds-filter-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _("Filter"));
  gtk_menu_button_set_create_popup_func (self->button, create_popover, self, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

/**
 * uds_goals_filter_show:
 * @self: a button
 * @found: what was read
 *
 * Shows what there is to choose from, and what is chosen.
 */
void
uds_goals_filter_show (UdsGoalsFilter *self,
                       UdsGoalsFound  *found)
{
  g_autofree char *label = NULL;

  g_return_if_fail (UDS_IS_GOALS_FILTER (self));

  g_clear_pointer (&self->found, uds_goals_found_unref);
  self->found = uds_goals_found_ref (found);
  show_choices (self);

  /* Translators: what a filter lets pass */
  label = found->filter_text != NULL ? g_strdup_printf (_("Filter: %s"), found->filter_text) : g_strdup (_("Filter"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), label);
  if (found->filter_text != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "accent");
}

static char *
get_code_or_none (GSettings  *settings,
                  const char *key)
{
  g_autofree char *code = g_settings_get_string (settings, key);

  return *code != '\0' ? g_steal_pointer (&code) : NULL;
}

/**
 * uds_goals_filter_read:
 * @settings: the application's
 *
 * Returns: (transfer full): the filter that is chosen
 */
UdsGoalFilter *
uds_goals_filter_read (GSettings *settings)
{
  UdsGoalFilter *filter = g_new0 (UdsGoalFilter, 1);
  g_autofree char *scope = g_settings_get_string (settings, "goals-scope");

  filter->scope = uds_scope_from_name (scope);
  filter->administration = get_code_or_none (settings, "goals-administration");
  filter->purpose = get_code_or_none (settings, "goals-purpose");
  return filter;
}

/**
 * uds_goals_filter_clear:
 * @settings: the application's
 *
 * Lets everything pass again.
 */
void
uds_goals_filter_clear (GSettings *settings)
{
  g_settings_reset (settings, "goals-scope");
  g_settings_reset (settings, "goals-administration");
  g_settings_reset (settings, "goals-purpose");
}
