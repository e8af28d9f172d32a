/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows what there is to choose from and writes what is chosen into the settings, which the page follows. */
#include "uds-goals-filter.h"

#include "uds-choice-row.h"
#include "udsyn-config.h"

#include <glib/gi18n.h>

struct _UdsGoalsFilter
{
  AdwBin parent_instance;

  AdwComboRow *scope_row;
  AdwComboRow *administration_row;
  AdwComboRow *purpose_row;

  GSettings *settings;
  gboolean is_showing; /* what is chosen then, nobody chose */
};

G_DEFINE_FINAL_TYPE (UdsGoalsFilter, uds_goals_filter, ADW_TYPE_BIN)

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
on_selected_cb (UdsGoalsFilter *self,
                GParamSpec     *pspec,
                AdwComboRow    *row)
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
uds_goals_filter_dispose (GObject *object)
{
  UdsGoalsFilter *self = UDS_GOALS_FILTER (object);

  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), UDS_TYPE_GOALS_FILTER);

  G_OBJECT_CLASS (uds_goals_filter_parent_class)->dispose (object);
}

static void
uds_goals_filter_class_init (UdsGoalsFilterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_goals_filter_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-goals-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsGoalsFilter, scope_row);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalsFilter, administration_row);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalsFilter, purpose_row);
  gtk_widget_class_bind_template_callback (widget_class, on_selected_cb);
}

static void
uds_goals_filter_init (UdsGoalsFilter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_scopes (self->scope_row);
  self->settings = g_settings_new (UDSYN_APP_ID);
}

/**
 * uds_goals_filter_show:
 * @self: a button
 * @found: what was read
 *
 * Shows what there is to choose from, and what is chosen.
 */
void
uds_goals_filter_show (UdsGoalsFilter      *self,
                       const UdsGoalsFound *found)
{
  const UdsGoalFilter *filter = found->wanted->filter;
  GtkWidget *button = adw_bin_get_child (ADW_BIN (self));
  g_autofree char *label = NULL;

  g_return_if_fail (UDS_IS_GOALS_FILTER (self));

  self->is_showing = TRUE;
  uds_choice_row_select (self->scope_row, uds_scope_get_name (filter->scope));
  fill (self->administration_row, _("All administrations"), found->administrations, filter->administration);
  fill (self->purpose_row, _("All purposes"), found->purposes, filter->purpose);
  self->is_showing = FALSE;

  /* Translators: what a filter lets pass */
  label = found->filter_text != NULL ? g_strdup_printf (_("Filter: %s"), found->filter_text) : g_strdup (_("Filter"));
  gtk_widget_set_tooltip_text (button, label);
  if (found->filter_text != NULL)
    gtk_widget_add_css_class (button, "accent");
  else
    gtk_widget_remove_css_class (button, "accent");
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
