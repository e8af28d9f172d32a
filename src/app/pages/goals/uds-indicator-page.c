/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads an indicator's digest and details together and shows them. The chart is src/report's, its table src/chart's. */
#include "uds-indicator-page.h"

#include "uds-chart-save.h"
#include "uds-chart-table-view.h"
#include "uds-chart-view.h"
#include "uds-command.h"
#include "uds-history-popover.h"
#include "uds-indicator-chart.h"
#include "uds-indicator-words.h"
#include "uds-print.h"
#include "uds-progress-popover.h"
#include "uds-record-details.h"
#include "uds-record-form.h"
#include "uds-status-label.h"

#include <glib/gi18n.h>

struct _UdsIndicatorPage
{
  UdsPage parent_instance;

  GtkMenuButton *history_button;
  GtkLabel *name;
  GtkLabel *finding;
  GtkLabel *subtitle;
  AdwToggleGroup *toggles;
  GtkStack *stack;
  UdsChartView *chart;
  UdsChartTableView *table;
  UdsStatusLabel *status;
  GtkMenuButton *why_button;
  GtkLabel *explanation;
  UdsRecordForm *form;

  char *id;
  UdsIndicatorDigest *digest; /* none until it is read */
};

G_DEFINE_FINAL_TYPE (UdsIndicatorPage, uds_indicator_page, UDS_TYPE_PAGE)

/* Reading */

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
  const Wanted *wanted = data;
  g_autoptr (Found) found = g_new0 (Found, 1);

  found->details =
      uds_session_read_details (session, uds_kind_lookup ("indicator"), wanted->id, wanted->language, error);
  if (found->details == NULL)
    return NULL;
  found->digest = uds_session_digest_indicator (session, uds_record_details_get_record (found->details), error);
  return found->digest != NULL ? g_steal_pointer (&found) : NULL;
}

/* Showing */

static void
show_stack_page (UdsIndicatorPage *self)
{
  gboolean has_points = self->digest != NULL && uds_indicator_digest_get_n_points (self->digest) > 0;

  gtk_widget_set_sensitive (GTK_WIDGET (self->toggles), has_points);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "indicator.export", has_points);
  gtk_stack_set_visible_child_name (self->stack,
                                    has_points ? adw_toggle_group_get_active_name (self->toggles) : "empty");
}

static void
on_toggled_cb (UdsIndicatorPage *self)
{
  if (self->digest != NULL)
    show_stack_page (self);
}

static void
show_label (GtkLabel   *label,
            const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_heading (UdsIndicatorPage *self,
              UdsChartSpec     *spec,
              UdsLanguage       language)
{
  g_autofree char *name = uds_indicator_words_name (self->digest, language);
  g_autofree char *change = uds_indicator_words_change (self->digest, language);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), name);
  gtk_label_set_label (self->name, name);
  show_label (self->finding, change);
  show_label (self->subtitle, uds_chart_spec_get_subtitle (spec));
}

static void
show_status (UdsIndicatorPage *self,
             UdsLanguage       language)
{
  UdsDate today = uds_clock_get_today (uds_context_get_clock (uds_page_get_context (UDS_PAGE (self))));
  g_autofree char *text = uds_indicator_words_status (self->digest, today.year, language);

  uds_status_label_set_status (self->status, uds_indicator_digest_get_progress (self->digest)->status);
  gtk_label_set_label (self->explanation, text);
  gtk_menu_button_set_popover (self->why_button, uds_progress_popover_new (self->digest, language));
}

static void
show_indicator (UdsPage  *page,
                gpointer  result)
{
  UdsIndicatorPage *self = UDS_INDICATOR_PAGE (page);
  UdsLanguage language = uds_page_get_language (page);
  const Found *found = result;
  g_autoptr (UdsChartSpec) spec = uds_indicator_chart_new (found->digest, language);

  g_set_object (&self->digest, found->digest);
  show_heading (self, spec, language);
  uds_chart_view_set_spec (self->chart, spec);
  uds_chart_table_view_set_spec (self->table, spec);
  show_stack_page (self);
  show_status (self, language);
  uds_record_form_show (self->form, uds_page_get_context (page), found->details);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "indicator.delete", uds_page_can_write (page));
}

/* Actions */

static void
on_export (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  UdsIndicatorPage *self = UDS_INDICATOR_PAGE (widget);

  uds_chart_save (widget, uds_chart_view_get_spec (self->chart),
                  adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (self)));
}

static void
on_delete (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  UdsIndicatorPage *self = UDS_INDICATOR_PAGE (widget);

  uds_command_remove (widget, uds_page_get_context (UDS_PAGE (self)),
                      uds_indicator_digest_get_indicator (self->digest));
}

static void
make_history (GtkMenuButton *button,
              gpointer       data)
{
  UdsIndicatorPage *self = data;

  gtk_menu_button_set_popover (button, uds_history_popover_new (uds_page_get_context (UDS_PAGE (self)), self->id));
}

/* UdsPage */

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
uds_indicator_page_print (UdsPage *page)
{
  uds_print_report (GTK_WIDGET (page), uds_page_get_context (page), UDS_PRINT_INDICATOR, UDS_INDICATOR_PAGE (page)->id);
}

/* GObject */

static void
uds_indicator_page_dispose (GObject *object)
{
  UdsIndicatorPage *self = UDS_INDICATOR_PAGE (object);

  g_clear_object (&self->digest);
  gtk_widget_dispose_template (GTK_WIDGET (self), UDS_TYPE_INDICATOR_PAGE);

  G_OBJECT_CLASS (uds_indicator_page_parent_class)->dispose (object);
}

static void
uds_indicator_page_finalize (GObject *object)
{
  g_free (UDS_INDICATOR_PAGE (object)->id);

  G_OBJECT_CLASS (uds_indicator_page_parent_class)->finalize (object);
}

static void
uds_indicator_page_class_init (UdsIndicatorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_indicator_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = uds_indicator_page_finalize;
  UDS_PAGE_CLASS (klass)->load = uds_indicator_page_load;
  UDS_PAGE_CLASS (klass)->flush = uds_indicator_page_flush;
  UDS_PAGE_CLASS (klass)->print = uds_indicator_page_print;

  g_type_ensure (UDS_TYPE_CHART_VIEW);
  g_type_ensure (UDS_TYPE_CHART_TABLE_VIEW);
  g_type_ensure (UDS_TYPE_STATUS_LABEL);
  g_type_ensure (UDS_TYPE_RECORD_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-indicator-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, history_button);
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, name);
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, finding);
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, toggles);
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, stack);
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, chart);
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, table);
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, status);
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, why_button);
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, explanation);
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, form);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled_cb);
  gtk_widget_class_install_action (widget_class, "indicator.export", NULL, on_export);
  gtk_widget_class_install_action (widget_class, "indicator.delete", NULL, on_delete);
}

static void
uds_indicator_page_init (UdsIndicatorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "indicator.export", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "indicator.delete", FALSE);
  gtk_menu_button_set_create_popup_func (self->history_button, make_history, self, NULL);
}

/**
 * uds_indicator_page_new:
 * @id: the id of an indicator
 *
 * Returns: (transfer floating): its page, empty until it is given the context
 */
UdsPage *
uds_indicator_page_new (const char *id)
{
  UdsIndicatorPage *self = g_object_new (UDS_TYPE_INDICATOR_PAGE, "title", _("Indicator"), NULL);

  self->id = g_strdup (id);
  return UDS_PAGE (self);
}
