/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for each address: pressing it opens the browser, its button copies it. Below, the metadata of the files as they
 * are, one row for each key. */
#include "uds-indicator-sources.h"

#include "uds-indicator-words.h"
#include "uds-link.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

struct _UdsIndicatorSources
{
  AdwBin parent_instance;

  GtkBox *box;
  char *shown; /* what the rows were made from */
};

G_DEFINE_FINAL_TYPE (UdsIndicatorSources, uds_indicator_sources, ADW_TYPE_BIN)

#define LINK "uds-link"

/* Links */

static void
on_open_cb (GtkWidget *row)
{
  uds_link_open (row, g_object_get_data (G_OBJECT (row), LINK));
}

static void
on_copy_cb (GtkWidget *button)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), g_object_get_data (G_OBJECT (button), LINK));
}

static GtkWidget *
make_copy_button (const char *link)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  gtk_widget_set_tooltip_text (button, _("Copy Link"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), LINK, g_strdup (link), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_copy_cb), NULL);
  return button;
}

static GtkWidget *
make_link_row (const char *link)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), strstr (link, "://") + strlen ("://"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_copy_button (link));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("adw-external-link-symbolic"));
  gtk_widget_set_tooltip_text (row, _("Open in the Browser"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), LINK, g_strdup (link), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (on_open_cb), NULL);
  return row;
}

static void
add_sources (UdsIndicatorSources *self,
             UdsRecord           *indicator,
             UdsLanguage          language)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *words = uds_indicator_words_source (indicator, language);
  g_auto (GStrv) links = uds_indicator_words_links (indicator);

  if (words == NULL && links[0] == NULL)
    {
      g_object_unref (g_object_ref_sink (group));
      return;
    }

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Source"));
  if (words != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (words, -1);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), escaped);
    }
  for (guint i = 0; links[i] != NULL; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_link_row (links[i]));
  gtk_box_append (self->box, group);
}

/* Other metadata */

static void
add_metadata_row (JsonObject *object,
                  const char *key,
                  JsonNode   *node,
                  gpointer    data)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
                              ? json_node_dup_string (node)
                              : json_to_string (node, FALSE);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), key);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  adw_expander_row_add_row (data, row);
}

/* The rows are made when somebody wants to see them: there may be many, and long. */
static void
on_expanded_cb (AdwExpanderRow *expander)
{
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = g_object_steal_data (G_OBJECT (expander), "uds-metadata");

  node = text != NULL ? json_from_string (text, NULL) : NULL;
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    json_object_foreach_member (json_node_get_object (node), add_metadata_row, expander);
}

static void
add_metadata (UdsIndicatorSources *self,
              UdsRecord           *indicator)
{
  GtkWidget *group, *expander;

  if (!uds_record_has (indicator, "metadata"))
    return;

  group = adw_preferences_group_new ();
  expander = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), _("Other metadata"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), _("As the imported files have them"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Other metadata"), -1);
  g_object_set_data_full (G_OBJECT (expander), "uds-metadata",
                          g_strdup (uds_record_get_text (indicator, "metadata")), g_free);
  g_signal_connect (expander, "notify::expanded", G_CALLBACK (on_expanded_cb), NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), expander);
  gtk_box_append (self->box, group);
}

static void
uds_indicator_sources_finalize (GObject *object)
{
  g_free (UDS_INDICATOR_SOURCES (object)->shown);

  G_OBJECT_CLASS (uds_indicator_sources_parent_class)->finalize (object);
}

static void
uds_indicator_sources_class_init (UdsIndicatorSourcesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = uds_indicator_sources_finalize;
}

static void
uds_indicator_sources_init (UdsIndicatorSources *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * uds_indicator_sources_show:
 * @self: the sources
 * @indicator: an indicator
 * @language: the reader's
 *
 * Rows are made anew only where something changed, so that focus and what is unfolded stay.
 */
void
uds_indicator_sources_show (UdsIndicatorSources *self,
                            UdsRecord           *indicator,
                            UdsLanguage          language)
{
  g_autofree char *words = uds_indicator_words_source (indicator, language);
  const char *link = uds_record_get_text (indicator, "link");
  const char *source = uds_record_get_text (indicator, "source");
  const char *metadata = uds_record_get_text (indicator, "metadata");
  g_autofree char *shown = g_strdup_printf ("%s\n%s\n%s\n%s", words != NULL ? words : "", link != NULL ? link : "",
                                            source != NULL ? source : "", metadata != NULL ? metadata : "");
  GtkWidget *child;

  g_return_if_fail (UDS_IS_INDICATOR_SOURCES (self));

  if (g_strcmp0 (shown, self->shown) == 0)
    return;

  g_set_str (&self->shown, shown);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  add_sources (self, indicator, language);
  add_metadata (self, indicator);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self->box)) != NULL);
}
