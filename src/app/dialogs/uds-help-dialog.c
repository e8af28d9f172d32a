/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows resources/help. The sandbox has no help viewer and no way to one, so the texts are read here, by the widget
 * that reads the notes. */
#include "uds-help-dialog.h"

#include "uds-language.h"
#include "uds-text-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* A topic begins with its title, as "# Title". */
static const struct {
  const char *name;
  const char *view; /* the view that it is about */
} topics[] = {
  { "first-steps", NULL }, { "goals", "goals" }, { "figures", NULL },
  { "networks", "networks" }, { "people", NULL }, { "keeping", NULL },
};

static char *
read_topic (const char  *name,
            char       **title)
{
  g_autofree char *path = g_strdup_printf ("/dk/kk/Udsyn/help/%s/%s.txt",
                                           uds_language_get_code (uds_language_from_locale ()), name);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  const char *text, *end;

  g_assert (bytes != NULL);
  text = g_bytes_get_data (bytes, NULL);
  end = strchr (text, '\n');
  *title = g_strndup (text + strlen ("# "), (gsize) (end - text) - strlen ("# "));
  return g_strdup (end);
}

static AdwNavigationPage *
make_page (const char *title,
           GtkWidget  *content)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_widget_set_margin_top (content, 12);
  gtk_widget_set_margin_bottom (content, 24);
  gtk_widget_set_margin_start (content, 18);
  gtk_widget_set_margin_end (content, 18);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 600);
  adw_clamp_set_child (ADW_CLAMP (clamp), content);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scrolled);
  return adw_navigation_page_new (view, title);
}

static void
open_topic (AdwNavigationView *navigation,
            gsize              topic)
{
  g_autofree char *title = NULL;
  g_autofree char *text = read_topic (topics[topic].name, &title);

  adw_navigation_view_push (navigation, make_page (title, uds_text_view_new (text, 2)));
}

static void
on_topic_activated_cb (AdwNavigationView *navigation,
                       GtkListBoxRow     *row)
{
  open_topic (navigation, (gsize) gtk_list_box_row_get_index (row));
}

static GtkWidget *
make_topic_row (const char *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static AdwNavigationPage *
make_contents (AdwNavigationView *navigation)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_widget_add_css_class (list, "boxed-list");
  for (gsize i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      g_autofree char *title = NULL;
      g_autofree char *text = read_topic (topics[i].name, &title);

      gtk_list_box_append (GTK_LIST_BOX (list), make_topic_row (title));
    }
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_topic_activated_cb), navigation, G_CONNECT_SWAPPED);
  return make_page (_("Help"), list);
}

/**
 * uds_help_dialog_present:
 * @parent: where the dialog belongs
 * @view: (nullable): the name of the view that is open, whose topic is shown first where it has one
 *
 * Shows the help.
 */
void
uds_help_dialog_present (GtkWidget  *parent,
                         const char *view)
{
  AdwDialog *dialog = adw_dialog_new ();
  AdwNavigationView *navigation = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());

  adw_navigation_view_push (navigation, make_contents (navigation));
  for (gsize i = 0; i < G_N_ELEMENTS (topics); i++)
    if (topics[i].view != NULL && g_strcmp0 (topics[i].view, view) == 0)
      open_topic (navigation, i);
  adw_dialog_set_title (dialog, _("Help"));
  adw_dialog_set_content_width (dialog, 640);
  adw_dialog_set_content_height (dialog, 680);
  adw_dialog_set_child (dialog, GTK_WIDGET (navigation));
  adw_dialog_present (dialog, parent);
}
