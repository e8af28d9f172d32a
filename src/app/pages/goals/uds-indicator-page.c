/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads all of an indicator that can be shown, and its details with it, and shows what is selected. The chart is
 * src/report's, its table src/chart's. */
#include "uds-indicator-page.h"

#include "uds-arithmetic.h"
#include "uds-chart-card.h"
#include "uds-command.h"
#include "uds-finding-editor.h"
#include "uds-history-popover.h"
#include "uds-indicator-chart.h"
#include "uds-indicator-memory.h"
#include "uds-indicator-sources.h"
#include "uds-indicator-switches.h"
#include "uds-indicator-words.h"
#include "uds-new-record.h"
#include "uds-print.h"
#include "uds-progress-popover.h"
#include "uds-record-details.h"
#include "uds-record-form.h"
#include "uds-status-label.h"

#include <glib/gi18n.h>

struct _UdsIndicatorPage
{
  UdsPage parent_instance;

  AdwWindowTitle *window_title;
  GtkMenuButton *history_button;
  GtkLabel *name;
  UdsFindingEditor *finding;
  GtkLabel *subtitle;
  UdsIndicatorSwitches *switches;
  UdsChartCard *card;
  UdsStatusLabel *status;
  GtkMenuButton *why_button;
  GtkLabel *explanation;
  UdsIndicatorSources *sources;
  UdsRecordForm *form;

  char *id;
  UdsIndicatorView *view; /* none until it is read */
};

G_DEFINE_FINAL_TYPE (UdsIndicatorPage, uds_indicator_page, UDS_TYPE_PAGE)

/* Reading */

typedef struct {
  char *id;
  UdsLanguage language;
  UdsIndicatorSelection *selection; /* none the first time */
} Wanted;

typedef struct {
  UdsIndicatorView *view;
  UdsRecordDetails *details;
} Found;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->id);
  g_clear_pointer (&wanted->selection, uds_indicator_selection_free);
  g_free (wanted);
}

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_pointer (&found->view, uds_indicator_view_free);
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
  found->view = uds_session_view_indicator (session, uds_record_details_get_record (found->details),
                                            wanted->selection, error);
  return found->view != NULL ? g_steal_pointer (&found) : NULL;
}

/* Showing */

static UdsRecord *
get_indicator (UdsIndicatorPage *self)
{
  return uds_indicator_digest_get_indicator (self->view->digest);
}

static gboolean
is_plain (UdsIndicatorPage *self)
{
  return uds_indicator_selection_is_plain (self->view->selection, self->view->digest, self->view->parts);
}

static void
allow_actions (UdsIndicatorPage *self)
{
  gboolean has_points = !uds_chart_card_is_empty (self->card);

  gtk_widget_set_visible (GTK_WIDGET (self->switches), has_points);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "indicator.copy", has_points);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "indicator.export", has_points);
}

static void
remember (UdsIndicatorPage *self)
{
  g_autofree char *form = NULL;

  g_object_get (self->card, "form", &form, NULL);
  uds_indicator_memory_keep (uds_page_get_context (UDS_PAGE (self)), self->id, self->view->selection, form);
}

static void
on_form_cb (UdsIndicatorPage *self)
{
  if (self->view != NULL)
    remember (self);
}

static void
show_label (GtkLabel   *label,
            const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* Only the finding of the whole is the indicator's own, and can be written by hand. */
static void
show_finding (UdsIndicatorPage *self,
              UdsLanguage       language)
{
  g_autofree char *change = uds_indicator_words_view_change (self->view, language);
  g_autofree char *automatic = uds_indicator_words_computed (self->view->digest, language);
  gboolean can_edit = is_plain (self) && uds_page_can_write (UDS_PAGE (self));

  uds_finding_editor_show (self->finding, change, automatic, can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "indicator.finding", can_edit);
}

/* What depends on the selection. */
static void
show_selection (UdsIndicatorPage *self)
{
  UdsLanguage language = uds_page_get_language (UDS_PAGE (self));
  g_autoptr (UdsChartSpec) spec = uds_indicator_chart_new_view (self->view, language);

  show_finding (self, language);
  show_label (self->subtitle, uds_chart_spec_get_subtitle (spec));
  uds_chart_card_set_spec (self->card, spec);
}

static void
on_selection_changed_cb (UdsIndicatorPage *self)
{
  show_selection (self);
  remember (self);
}

static void
on_compared_cb (UdsIndicatorPage *self)
{
  remember (self);
  uds_page_reload (UDS_PAGE (self));
}

static void
show_heading (UdsIndicatorPage *self,
              UdsRecordDetails *details,
              UdsLanguage       language)
{
  g_autofree char *name = uds_indicator_words_name (self->view->digest, language);
  const char *goal = uds_record_details_get_reference (details, "goal");

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), name);
  g_object_set (self->card, "export-name", name, NULL);
  adw_window_title_set_title (self->window_title, uds_record_get_text (get_indicator (self), "code"));
  adw_window_title_set_subtitle (self->window_title, goal != NULL ? goal : "");
  gtk_label_set_label (self->name, name);
}

static void
show_status (UdsIndicatorPage *self,
             UdsLanguage       language)
{
  UdsDate today = uds_clock_get_today (uds_context_get_clock (uds_page_get_context (UDS_PAGE (self))));
  g_autofree char *text = uds_indicator_words_status (self->view->digest, today.year, language);

  uds_status_label_set_status (self->status, uds_indicator_digest_get_progress (self->view->digest)->status);
  gtk_label_set_label (self->explanation, text);
}

static void
make_why (GtkMenuButton *button,
          gpointer       data)
{
  UdsIndicatorPage *self = data;
  UdsLanguage language = uds_page_get_language (UDS_PAGE (self));

  if (self->view != NULL)
    uds_arithmetic_popover_attach (uds_progress_popover_new (self->view->digest, language), button);
}

/* What was selected while this was being read stays; what it named and is gone is dropped. */
static void
take_view (UdsIndicatorPage *self,
           UdsIndicatorView *view)
{
  UdsIndicatorView *before = self->view;

  if (before != NULL)
    {
      g_set_str (&before->selection->compared, view->selection->compared);
      uds_indicator_selection_free (view->selection);
      view->selection = g_steal_pointer (&before->selection);
      uds_indicator_selection_repair (view->selection, view->parts);
    }
  self->view = view;
  uds_indicator_switches_show (self->switches, uds_page_get_context (UDS_PAGE (self)), view);
  g_clear_pointer (&before, uds_indicator_view_free);
}

static void
show_indicator (UdsPage  *page,
                gpointer  result)
{
  UdsIndicatorPage *self = UDS_INDICATOR_PAGE (page);
  UdsLanguage language = uds_page_get_language (page);
  gboolean can_write = uds_page_can_write (page);
  Found *found = result;

  take_view (self, g_steal_pointer (&found->view));
  show_heading (self, found->details, language);
  show_selection (self);
  allow_actions (self);
  show_status (self, language);
  uds_indicator_sources_show (self->sources, get_indicator (self), language);
  uds_record_form_show (self->form, uds_page_get_context (page), found->details);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "indicator.delete", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "indicator.add-target", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "indicator.add-break", can_write);
}

/* The finding */

/* Nothing written brings the automatic sentence back, in both languages: each stands in for the other. */
static void
on_finding_edited_cb (UdsIndicatorPage *self,
                      const char       *text)
{
  UdsLanguage language = uds_page_get_language (UDS_PAGE (self));
  g_autoptr (UdsRecord) record = uds_record_copy (get_indicator (self));
  const UdsField *field = uds_kind_lookup_shown (uds_record_get_kind (record), "finding", language);
  g_autofree char *name = NULL;

  if (*text != '\0')
    {
      uds_record_set_text (record, field->name, text);
    }
  else
    {
      uds_record_clear (record, "finding_da");
      uds_record_clear (record, "finding_en");
    }
  if (!uds_record_has_changes (record))
    return;

  /* Translators: the name of a field and the name of a record */
  name = g_strdup_printf (_("“%s” of “%s” changed"), _(field->label), uds_record_get_title (record, language));
  uds_command_save (GTK_WIDGET (self), uds_page_get_context (UDS_PAGE (self)), name, record);
}

static void
on_edit_finding (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  uds_finding_editor_edit (UDS_INDICATOR_PAGE (widget)->finding);
}

/* Actions */

static void
on_export (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (UDS_INDICATOR_PAGE (widget)->card), "chart-card.export", NULL);
}

static void
on_copy (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (UDS_INDICATOR_PAGE (widget)->card), "chart-card.copy", NULL);
}

static void
on_export_open_sdg (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.export-open-sdg", "(ss)", "indicator", UDS_INDICATOR_PAGE (widget)->id);
}

static void
on_edit_values (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.edit-values", "s", UDS_INDICATOR_PAGE (widget)->id);
}

static void
on_delete (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  UdsIndicatorPage *self = UDS_INDICATOR_PAGE (widget);

  uds_command_remove (widget, uds_page_get_context (UDS_PAGE (self)), get_indicator (self));
}

static void
on_add_target (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  uds_new_record_present (UDS_PAGE (widget), uds_kind_lookup ("indicator-target"), "indicator",
                          UDS_INDICATOR_PAGE (widget)->id);
}

static void
on_add_break (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  uds_new_record_present (UDS_PAGE (widget), uds_kind_lookup ("series-break"), "indicator",
                          UDS_INDICATOR_PAGE (widget)->id);
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
  UdsIndicatorPage *self = UDS_INDICATOR_PAGE (page);
  UdsContext *context = uds_page_get_context (page);
  const UdsIndicatorSelection *selection = uds_indicator_memory_get_selection (context, self->id);
  const char *form = uds_indicator_memory_get_form (context, self->id);
  Wanted *wanted = g_new0 (Wanted, 1);

  if (self->view != NULL)
    selection = self->view->selection;
  else if (form != NULL)
    g_object_set (self->card, "form", form, NULL);

  wanted->id = g_strdup (self->id);
  wanted->language = uds_page_get_language (page);
  wanted->selection = selection != NULL ? uds_indicator_selection_copy (selection) : NULL;
  uds_page_read (page, read_indicator, wanted, wanted_free, found_free, show_indicator);
}

static void
uds_indicator_page_flush (UdsPage *page)
{
  UdsIndicatorPage *self = UDS_INDICATOR_PAGE (page);

  uds_finding_editor_flush (self->finding);
  uds_record_form_flush (self->form);
}

static void
uds_indicator_page_print (UdsPage *page)
{
  UdsIndicatorPage *self = UDS_INDICATOR_PAGE (page);

  if (self->view != NULL)
    uds_print_indicator (page, self->id, self->view->selection);
}

/* GObject */

static void
uds_indicator_page_dispose (GObject *object)
{
  UdsIndicatorPage *self = UDS_INDICATOR_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UDS_TYPE_INDICATOR_PAGE);
  g_clear_pointer (&self->view, uds_indicator_view_free);

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

  g_type_ensure (UDS_TYPE_CHART_CARD);
  g_type_ensure (UDS_TYPE_FINDING_EDITOR);
  g_type_ensure (UDS_TYPE_INDICATOR_SOURCES);
  g_type_ensure (UDS_TYPE_INDICATOR_SWITCHES);
  g_type_ensure (UDS_TYPE_STATUS_LABEL);
  g_type_ensure (UDS_TYPE_RECORD_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-indicator-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, history_button);
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, name);
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, finding);
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, switches);
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, card);
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, status);
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, why_button);
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, explanation);
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, sources);
  gtk_widget_class_bind_template_child (widget_class, UdsIndicatorPage, form);
  gtk_widget_class_bind_template_callback (widget_class, on_form_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_finding_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_compared_cb);
  gtk_widget_class_install_action (widget_class, "indicator.export", NULL, on_export);
  gtk_widget_class_install_action (widget_class, "indicator.finding", NULL, on_edit_finding);
  gtk_widget_class_install_action (widget_class, "indicator.add-target", NULL, on_add_target);
  gtk_widget_class_install_action (widget_class, "indicator.add-break", NULL, on_add_break);
  gtk_widget_class_install_action (widget_class, "indicator.copy", NULL, on_copy);
  gtk_widget_class_install_action (widget_class, "indicator.export-open-sdg", NULL, on_export_open_sdg);
  gtk_widget_class_install_action (widget_class, "indicator.edit-values", NULL, on_edit_values);
  gtk_widget_class_install_action (widget_class, "indicator.delete", NULL, on_delete);
}

static void
uds_indicator_page_init (UdsIndicatorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "indicator.copy", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "indicator.export", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "indicator.finding", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "indicator.add-target", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "indicator.add-break", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "indicator.delete", FALSE);
  gtk_menu_button_set_create_popup_func (self->why_button, make_why, self, NULL);
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
