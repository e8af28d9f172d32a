/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads an indicator's digest and details and shows them: the chart and its table, the status in words, the form of all
 * fields. Saving and printing the chart are uds-indicator-page-output.c's. */
#include "uds-indicator-page-private.h"

#include "uds-chart-table.h"
#include "uds-indicator-chart.h"
#include "uds-indicator-digest.h"
#include "uds-record-details.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (UdsIndicatorPage, uds_indicator_page, UDS_TYPE_PAGE)

typedef struct {
  char *id;
  UdsLanguage language;
} Wanted;

typedef struct {
  UdsIndicatorDigest *digest;
  UdsRecordDetails *details;
} Found;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->id);
  g_free (wanted);
}

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_object (&found->digest);
  g_clear_object (&found->details);
  g_free (found);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, found_free)

static gpointer
read_indicator (UdsSession  *session,
                gpointer     data,
                GError     **error)
{
  Wanted *wanted = data;
  const UdsKind *kind = uds_kind_lookup ("indicator");
  g_autoptr (Found) found = g_new0 (Found, 1);

  found->details = uds_session_read_details (session, kind, wanted->id, wanted->language, error);
  if (found->details == NULL)
    return NULL;
  found->digest = uds_session_digest_indicator (session, uds_record_details_get_record (found->details), error);
  return found->digest != NULL ? g_steal_pointer (&found) : NULL;
}

/* The table */

static void
on_cell_setup (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
on_cell_bind (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              gpointer                  data)
{
  UdsChartTable *table = g_object_get_data (G_OBJECT (factory), "table");
  g_autofree char *text =
      uds_chart_table_get_text (table, gtk_list_item_get_position (item), (gsize) GPOINTER_TO_UINT (data));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
add_column (UdsIndicatorPage *self,
            UdsChartTable    *table,
            guint             column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *heading = uds_chart_table_get_heading (table, column);
  g_autoptr (GtkColumnViewColumn) view_column = NULL;

  g_object_set_data_full (G_OBJECT (factory), "table", g_object_ref (table), g_object_unref);
  g_signal_connect (factory, "setup", G_CALLBACK (on_cell_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_cell_bind), GUINT_TO_POINTER (column));
  view_column = gtk_column_view_column_new (heading, factory);
  gtk_column_view_column_set_expand (view_column, TRUE);
  gtk_column_view_append_column (self->table, view_column);
}

static void
show_table (UdsIndicatorPage *self,
            UdsChartSpec     *spec)
{
  g_autoptr (UdsChartTable) table = uds_chart_table_new (spec);
  GListModel *columns = gtk_column_view_get_columns (self->table);
  g_autoptr (GtkStringList) rows = gtk_string_list_new (NULL);
  g_autoptr (GtkSelectionModel) selection = NULL;

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->table, column);
    }

  for (gsize i = 0; i < uds_chart_table_get_n_columns (table); i++)
    add_column (self, table, (guint) i);
  for (gsize i = 0; i < uds_chart_table_get_n_rows (table); i++)
    gtk_string_list_append (rows, "");
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&rows))));
  gtk_column_view_set_model (self->table, selection);
}

/* The rest */

static void
show_face (UdsIndicatorPage *self)
{
  const char *face = adw_toggle_group_get_active_name (self->face);

  gtk_stack_set_visible_child_name (self->faces, self->is_empty ? "empty" : face);
  gtk_widget_set_visible (GTK_WIDGET (self->face), !self->is_empty);
}

static void
show_status (UdsIndicatorPage   *self,
             UdsIndicatorDigest *digest,
             UdsLanguage         language)
{
  const UdsProgress *progress = uds_indicator_digest_get_progress (digest);
  g_autofree char *status = g_strdup_printf ("%s %s", uds_progress_status_get_glyph (progress->status),
                                             uds_progress_status_get_label (progress->status));
  g_autofree char *explanation =
      uds_progress_describe (progress, uds_indicator_digest_get_unit (digest, language), language);

  gtk_label_set_text (self->status, status);
  gtk_label_set_text (self->explanation, explanation);
}

static void
show_indicator (UdsPage *page,
                gpointer result)
{
  UdsIndicatorPage *self = UDS_INDICATOR_PAGE (page);
  Found *found = result;
  UdsLanguage language = uds_page_get_language (page);
  g_autoptr (UdsChartSpec) spec = uds_indicator_chart_new (found->digest, language);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), uds_record_details_get_title (found->details));
  self->is_empty = uds_indicator_digest_get_n_points (found->digest) == 0;
  uds_chart_view_set_spec (self->chart_view, spec);
  show_table (self, spec);
  show_status (self, found->digest, language);
  uds_record_form_show (self->form, uds_page_get_context (page), found->details);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "indicator.save", !self->is_empty);
  show_face (self);
}

static void
uds_indicator_page_load (UdsPage *page)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->id = g_strdup (UDS_INDICATOR_PAGE (page)->id);
  wanted->language = uds_page_get_language (page);
  uds_page_read (page, read_indicator, wanted, wanted_free, found_free, show_indicator);
}

static void
uds_indicator_page_flush (UdsPage *page)
{
  uds_record_form_flush (UDS_INDICATOR_PAGE (page)->form);
}

static void
uds_indicator_page_dispose (GObject *object)
{
  g_clear_pointer (&UDS_INDICATOR_PAGE (object)->id, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), UDS_TYPE_INDICATOR_PAGE);

  G_OBJECT_CLASS (uds_indicator_page_parent_class)->dispose (object);
}

static void
uds_indicator_page_class_init (UdsIndicatorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_indicator_page_dispose;
  UDS_PAGE_CLASS (klass)->load = uds_indicator_page_load;
  UDS_PAGE_CLASS (klass)->flush = uds_indicator_page_flush;
  UDS_PAGE_CLASS (klass)->print = uds_indicator_page_print;

  g_type_ensure (UDS_TYPE_CHART_VIEW);
  g_type_ensure (UDS_TYPE_RECORD_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-indicator-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, face);
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, faces);
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, chart_view);
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, table);
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, status);
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, explanation);
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, form);
  gtk_widget_class_install_action (widget_class, "indicator.save", "s", uds_indicator_page_save);
}

static void
uds_indicator_page_init (UdsIndicatorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->face, "notify::active-name", G_CALLBACK (show_face), self, G_CONNECT_SWAPPED);
}

/**
 * uds_indicator_page_new:
 * @id: an indicator's id
 *
 * Returns: (transfer floating): its page
 */
UdsPage *
uds_indicator_page_new (const char *id)
{
  UdsIndicatorPage *self = g_object_new (UDS_TYPE_INDICATOR_PAGE, NULL);

  self->id = g_strdup (id);
  return UDS_PAGE (self);
}
