/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library's own widget for shortcuts is deprecated at our baseline and its successor is newer, so this is a plain
 * dialog with rows. */
#include "uds-shortcuts-dialog.h"

#include "uds-page-registry.h"
#include "uds-shortcuts.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Inside a chart there is no action to bind; its widget has the keys. */
static const struct {
  const char *keys;
  const char *title;
} chart_keys[] = {
  { "Left", N_("Point before") },
  { "Right", N_("Next point") },
  { "Home", N_("First point") },
  { "End", N_("Last point") },
  { "Up", N_("Series before") },
  { "Down", N_("Next series") },
  { "m", N_("Lowest point") },
  { "x", N_("Highest point") },
  { "t", N_("Where the target is reached") },
  { "Return", N_("Open what a row of a heat map is about") },
  { "Escape", N_("Leave the points") },
  { "plus", N_("Come nearer on a map") },
  { "minus", N_("Go farther away on a map") },
  { "0", N_("See all of a map") },
  { "<shift>Left", N_("Pan a map; so do the other arrows") },
  { "<primary>c", N_("Copy the chart or its table") },
  { "Menu", N_("What can be done with it") },
};

static char *
format_key (const char *accelerator)
{
  GdkModifierType modifiers;
  guint key;

  gtk_accelerator_parse (accelerator, &key, &modifiers);
  return gtk_accelerator_get_label (key, modifiers);
}

static void
add_row (AdwPreferencesGroup *group,
         const char          *title,
         const char          *accelerator)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *key = format_key (accelerator);
  GtkWidget *label = gtk_label_new (key);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (label, "keycap");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page,
           const char         *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_page_add (page, group);
  return group;
}

static void
add_views (AdwPreferencesPage *page)
{
  AdwPreferencesGroup *group = add_group (page, _("Views"));
  guint n_pages;
  const UdsPageInfo *pages = uds_page_registry_list (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    add_row (group, _(pages[i].title), pages[i].accelerator);
}

static void
add_everywhere (AdwPreferencesPage *page)
{
  AdwPreferencesGroup *group = add_group (page, _("Everywhere"));
  guint n_shortcuts;
  const UdsShortcut *shortcuts = uds_shortcuts_list (&n_shortcuts);

  for (guint i = 0; i < n_shortcuts; i++)
    add_row (group, _(shortcuts[i].title), shortcuts[i].keys[0]);
}

static void
add_chart (AdwPreferencesPage *page)
{
  AdwPreferencesGroup *group = add_group (page, _("In a Chart"));

  for (guint i = 0; i < G_N_ELEMENTS (chart_keys); i++)
    add_row (group, _(chart_keys[i].title), chart_keys[i].keys);
}

/**
 * uds_shortcuts_dialog_present:
 * @parent: where the dialog belongs
 *
 * Shows all keys.
 */
void
uds_shortcuts_dialog_present (GtkWidget *parent)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();

  add_views (ADW_PREFERENCES_PAGE (page));
  add_everywhere (ADW_PREFERENCES_PAGE (page));
  add_chart (ADW_PREFERENCES_PAGE (page));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, _("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 460);
  adw_dialog_set_content_height (dialog, 620);
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, parent);
}
