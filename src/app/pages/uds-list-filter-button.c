/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows what there is to choose from and writes what is chosen into the settings, which the page follows. */
#include "uds-list-filter-button.h"

#include "uds-choice-row.h"
#include "uds-day-row.h"

#include <glib/gi18n.h>

struct _UdsListFilterButton
{
  AdwBin parent_instance;

  GtkListBox *saved_list;
  GtkListBox *facet_list;
  GtkListBox *save_list;
  AdwEntryRow *name_row;

  GPtrArray *rows; /* of GtkWidget, one for each facet */
  GSettings *settings;
  char *filter_key;
  char *saved_key;
  char *kind_key;
  const UdsKind *kind; /* that is listed */
  gboolean is_showing; /* what is chosen then, nobody chose */
};

G_DEFINE_FINAL_TYPE (UdsListFilterButton, uds_list_filter_button, ADW_TYPE_BIN)

static char *
make_key (const char *prefix,
          const char *name)
{
  return g_strconcat (prefix, "-", name, NULL);
}

/**
 * uds_list_filter_read:
 * @settings: the application's
 * @prefix: what the names of the list's settings begin with
 *
 * Returns: (transfer full): the filter that is chosen
 */
GVariant *
uds_list_filter_read (GSettings  *settings,
                      const char *prefix)
{
  g_autofree char *key = make_key (prefix, "filter");

  return g_settings_get_value (settings, key);
}

/**
 * uds_list_filter_write:
 * @settings: the application's
 * @prefix: what the names of the list's settings begin with
 * @filter: (nullable): the filter to choose, consumed where it is floating; %NULL to let everything pass
 */
void
uds_list_filter_write (GSettings  *settings,
                       const char *prefix,
                       GVariant   *filter)
{
  g_autofree char *key = make_key (prefix, "filter");

  if (filter != NULL)
    g_settings_set_value (settings, key, filter);
  else
    g_settings_reset (settings, key);
}

/* The facets */

static void
choose (UdsListFilterButton *self,
        const char          *facet,
        const char          *value)
{
  g_autoptr (GVariant) filter = NULL;

  if (self->is_showing || self->settings == NULL)
    return;

  filter = g_settings_get_value (self->settings, self->filter_key);
  if (g_strcmp0 (uds_list_filter_get (filter, facet), *value != '\0' ? value : NULL) != 0)
    g_settings_set_value (self->settings, self->filter_key, uds_list_filter_with (filter, facet, value));
}

static const UdsFacet *
get_facet (UdsListFilterButton *self,
           GtkWidget           *row)
{
  guint n_facets, index;
  const UdsFacet *facets = uds_facet_list (&n_facets);

  g_assert (g_ptr_array_find (self->rows, row, &index));
  return &facets[index];
}

static void
on_selected_cb (UdsListFilterButton *self,
                GParamSpec          *pspec,
                AdwComboRow         *row)
{
  choose (self, get_facet (self, GTK_WIDGET (row))->name, uds_choice_row_get (row));
}

static void
on_day_changed_cb (UdsListFilterButton *self,
                   UdsDayRow           *row)
{
  UdsDate day;
  g_autofree char *text = uds_day_row_get_day (row, &day) ? uds_date_to_string (&day) : g_strdup ("");

  choose (self, UDS_FACET_DAY, text);
}

static GtkWidget *
make_row (UdsListFilterButton *self,
          const UdsFacet      *facet)
{
  GtkWidget *row;

  if (g_str_equal (facet->name, UDS_FACET_DAY))
    {
      row = uds_day_row_new (_(facet->label));
      g_signal_connect_object (row, "day-changed", G_CALLBACK (on_day_changed_cb), self, G_CONNECT_SWAPPED);
      return row;
    }

  row = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(facet->label));
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_selected_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
make_rows (UdsListFilterButton *self)
{
  guint n_facets;
  const UdsFacet *facets = uds_facet_list (&n_facets);

  self->rows = g_ptr_array_new ();
  for (guint i = 0; i < n_facets; i++)
    {
      GtkWidget *row = make_row (self, &facets[i]);

      g_ptr_array_add (self->rows, row);
      gtk_list_box_append (self->facet_list, row);
    }
}

static void
fill_row (GtkWidget             *row,
          const UdsFacetChoices *choices,
          const char            *value)
{
  g_autoptr (GListStore) list = NULL;
  UdsDate day;

  if (UDS_IS_DAY_ROW (row))
    {
      uds_day_row_set_day (UDS_DAY_ROW (row), value != NULL && uds_date_parse (value, &day) ? &day : NULL);
      return;
    }

  list = uds_choice_list_new ();
  uds_choice_list_add (list, "", _(choices->facet->all));
  for (guint i = 0; i < choices->codes->len; i++)
    uds_choice_list_add (list, g_ptr_array_index (choices->codes, i), g_ptr_array_index (choices->names, i));
  uds_choice_row_fill (ADW_COMBO_ROW (row), list, value);
}

static const UdsFacetChoices *
find_choices (GPtrArray      *found,
              const UdsFacet *facet)
{
  for (guint i = 0; i < found->len; i++)
    {
      const UdsFacetChoices *choices = g_ptr_array_index (found, i);

      if (choices->facet == facet)
        return choices;
    }

  return NULL;
}

static void
show_facets (UdsListFilterButton *self,
             GPtrArray           *found)
{
  g_autoptr (GVariant) filter = g_settings_get_value (self->settings, self->filter_key);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      const UdsFacetChoices *choices = find_choices (found, get_facet (self, row));

      gtk_widget_set_visible (row, choices != NULL);
      if (choices != NULL)
        fill_row (row, choices, uds_list_filter_get (filter, choices->facet->name));
    }
}

/* Filters kept under a name */

#define SAVED_TYPE G_VARIANT_TYPE ("a(ssa{ss})")

/* What is kept, without that of a name. */
static void
open_saved (UdsListFilterButton *self,
            GVariantBuilder     *builder,
            const char          *without)
{
  g_autoptr (GVariant) saved = g_settings_get_value (self->settings, self->saved_key);
  GVariantIter iter;
  GVariant *one;

  g_variant_builder_init (builder, SAVED_TYPE);
  g_variant_iter_init (&iter, saved);
  while ((one = g_variant_iter_next_value (&iter)) != NULL)
    {
      const char *name;

      g_variant_get_child (one, 0, "&s", &name);
      if (!g_str_equal (name, without))
        g_variant_builder_add_value (builder, one);
      g_variant_unref (one);
    }
}

static void
on_save_cb (UdsListFilterButton *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
  g_autoptr (GVariant) filter = g_settings_get_value (self->settings, self->filter_key);
  GVariantBuilder builder;

  if (*name == '\0')
    return;

  open_saved (self, &builder, name);
  g_variant_builder_add (&builder, "(ss@a{ss})", name, self->kind->name, filter);
  g_settings_set_value (self->settings, self->saved_key, g_variant_builder_end (&builder));
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), "");
}

static void
on_remove_cb (UdsListFilterButton *self,
              GtkWidget           *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  GVariantBuilder builder;

  open_saved (self, &builder, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  g_settings_set_value (self->settings, self->saved_key, g_variant_builder_end (&builder));
}

static void
on_saved_activated_cb (UdsListFilterButton *self,
                       GtkListBoxRow       *row)
{
  g_autoptr (GVariant) saved = g_settings_get_value (self->settings, self->saved_key);
  g_autoptr (GVariant) filter = NULL;
  const char *name, *kind;

  g_variant_get_child (saved, (gsize) gtk_list_box_row_get_index (row), "(&s&s@a{ss})", &name, &kind, &filter);
  g_settings_set_value (self->settings, self->filter_key, filter);
  g_settings_set_string (self->settings, self->kind_key, kind);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (self))));
}

static GtkWidget *
make_saved_row (UdsListFilterButton *self,
                const char          *name,
                const char          *kind)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: the name of a filter that was saved */
  g_autofree char *label = g_strdup_printf (_("Remove the Filter “%s”"), name);
  const UdsKind *known = uds_kind_lookup (kind);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  if (known != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(known->label_plural));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_saved (UdsListFilterButton *self)
{
  g_autoptr (GVariant) saved = g_settings_get_value (self->settings, self->saved_key);
  gsize n_saved = g_variant_n_children (saved);

  gtk_list_box_remove_all (self->saved_list);
  for (gsize i = 0; i < n_saved; i++)
    {
      const char *name, *kind;

      g_variant_get_child (saved, i, "(&s&s@a{ss})", &name, &kind, NULL);
      gtk_list_box_append (self->saved_list, make_saved_row (self, name, kind));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->saved_list), n_saved > 0);
}

/* GObject */

static void
uds_list_filter_button_dispose (GObject *object)
{
  UdsListFilterButton *self = UDS_LIST_FILTER_BUTTON (object);

  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), UDS_TYPE_LIST_FILTER_BUTTON);

  G_OBJECT_CLASS (uds_list_filter_button_parent_class)->dispose (object);
}

static void
uds_list_filter_button_finalize (GObject *object)
{
  UdsListFilterButton *self = UDS_LIST_FILTER_BUTTON (object);

  g_ptr_array_unref (self->rows);
  g_free (self->filter_key);
  g_free (self->saved_key);
  g_free (self->kind_key);

  G_OBJECT_CLASS (uds_list_filter_button_parent_class)->finalize (object);
}

static void
uds_list_filter_button_class_init (UdsListFilterButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_list_filter_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = uds_list_filter_button_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-list-filter-button.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsListFilterButton, saved_list);
  gtk_widget_class_bind_template_child (widget_class, UdsListFilterButton, facet_list);
  gtk_widget_class_bind_template_child (widget_class, UdsListFilterButton, save_list);
  gtk_widget_class_bind_template_child (widget_class, UdsListFilterButton, name_row);
  gtk_widget_class_bind_template_callback (widget_class, on_saved_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_cb);
}

static void
uds_list_filter_button_init (UdsListFilterButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_rows (self);
}

/**
 * uds_list_filter_button_bind:
 * @self: a button
 * @settings: the application's
 * @prefix: what the names of the list's settings begin with: PREFIX-filter, PREFIX-saved-filters, PREFIX-kind
 *
 * Says where the filters are kept.
 */
void
uds_list_filter_button_bind (UdsListFilterButton *self,
                             GSettings           *settings,
                             const char          *prefix)
{
  g_autofree char *signal = NULL;

  g_return_if_fail (UDS_IS_LIST_FILTER_BUTTON (self));

  self->settings = g_object_ref (settings);
  self->filter_key = make_key (prefix, "filter");
  self->saved_key = make_key (prefix, "saved-filters");
  self->kind_key = make_key (prefix, "kind");
  signal = g_strconcat ("changed::", self->saved_key, NULL);
  g_signal_connect_object (settings, signal, G_CALLBACK (show_saved), self, G_CONNECT_SWAPPED);
  show_saved (self);
}

/**
 * uds_list_filter_button_show:
 * @self: a button that knows where the filters are kept
 * @kind: the kind that is listed
 * @facets: (element-type UdsFacetChoices): what there is to choose for it
 * @text: (nullable): what is chosen, in words
 *
 * Shows what there is to choose from, and what is chosen.
 */
void
uds_list_filter_button_show (UdsListFilterButton *self,
                             const UdsKind       *kind,
                             GPtrArray           *facets,
                             const char          *text)
{
  /* Translators: what a filter lets pass */
  g_autofree char *label = text != NULL ? g_strdup_printf (_("Filter: %s"), text) : g_strdup (_("Filter"));
  GtkWidget *button = adw_bin_get_child (ADW_BIN (self));

  g_return_if_fail (UDS_IS_LIST_FILTER_BUTTON (self));

  self->kind = kind;
  self->is_showing = TRUE;
  show_facets (self, facets);
  self->is_showing = FALSE;

  gtk_widget_set_visible (GTK_WIDGET (self->save_list), text != NULL);
  gtk_widget_set_tooltip_text (button, label);
  if (text != NULL)
    gtk_widget_add_css_class (button, "accent");
  else
    gtk_widget_remove_css_class (button, "accent");
}
