/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a record with what is tied to it and shows it in a form, below its overview or its chart where its kind has
 * one; tells its history; prints it; gives a person out; makes one of it and another; deletes it. */
#include "uds-record-page.h"

#include "uds-chart-card.h"
#include "uds-command.h"
#include "uds-comparison-chart.h"
#include "uds-history-popover.h"
#include "uds-list-export.h"
#include "uds-merge-dialog.h"
#include "uds-merge.h"
#include "uds-overview.h"
#include "uds-print.h"
#include "uds-record-details.h"
#include "uds-record-form.h"
#include "uds-relations-dialog.h"
#include "uds-similar-group.h"
#include "uds-vcard-copy.h"
#include "uds-window.h"

#include <glib/gi18n.h>

struct _UdsRecordPage
{
  UdsPage parent_instance;

  AdwWindowTitle *window_title;
  GtkMenuButton *history_button;
  AdwClamp *heading_clamp;
  GtkLabel *heading;
  AdwClamp *similar_clamp;
  AdwClamp *overview_clamp;
  GtkWidget *chart_clamp;
  UdsChartCard *chart;
  UdsRecordForm *form;

  const UdsKind *kind;
  const UdsOverview *overview; /* none of most kinds */
  char *id;
  UdsRecordDetails *details; /* none until it is read */
};

G_DEFINE_FINAL_TYPE (UdsRecordPage, uds_record_page, UDS_TYPE_PAGE)

/* Reading */

typedef struct {
  const UdsKind *kind;
  const UdsOverview *overview;
  char *id;
  UdsLanguage language;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->id);
  g_free (wanted);
}

typedef struct {
  UdsRecordDetails *details;
  GPtrArray *similar; /* of UdsRecord: what may be about the same */
  UdsChartSpec *spec; /* none of a record that has no chart */
  const UdsOverview *overview;
  gpointer seen; /* what the overview read */
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_object (&found->details);
  g_clear_pointer (&found->similar, g_ptr_array_unref);
  g_clear_object (&found->spec);
  if (found->seen != NULL)
    found->overview->found_free (found->seen);
  g_free (found);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, found_free)

static gboolean
read_overview (Found         *found,
               UdsSession    *session,
               const Wanted  *wanted,
               GError       **error)
{
  found->overview = wanted->overview;
  if (found->overview == NULL)
    return TRUE;

  found->seen = found->overview->read (session, wanted->id, wanted->language, error);
  return found->seen != NULL;
}

static gpointer
read_record (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  const Wanted *wanted = data;
  g_autoptr (Found) found = g_new0 (Found, 1);
  UdsRecord *record;

  found->details = uds_session_read_details (session, wanted->kind, wanted->id, wanted->language, error);
  if (found->details == NULL || !read_overview (found, session, wanted, error))
    return NULL;

  record = uds_record_details_get_record (found->details);
  found->similar = uds_session_list_similar (session, record, error);
  if (found->similar == NULL)
    return NULL;
  if (!uds_record_is_a (record, "comparison"))
    return g_steal_pointer (&found);
  found->spec = uds_session_chart_comparison (session, record, wanted->language, error);
  return found->spec != NULL ? g_steal_pointer (&found) : NULL;
}

/* Showing */

/* The name stands above the left edge of what follows it. */
static void
show_chart (UdsRecordPage *self,
            UdsChartSpec  *spec)
{
  AdwClamp *below = ADW_CLAMP (spec != NULL ? self->chart_clamp : gtk_widget_get_parent (GTK_WIDGET (self->form)));

  adw_clamp_set_maximum_size (self->heading_clamp, adw_clamp_get_maximum_size (below));
  gtk_widget_set_visible (self->chart_clamp, spec != NULL);
  if (spec != NULL)
    uds_chart_card_set_spec (self->chart, spec);
}

static void
show_overview (UdsRecordPage *self,
               const Found   *found)
{
  UdsLanguage language = uds_page_get_language (UDS_PAGE (self));
  GtkWidget *overview = found->seen != NULL ? found->overview->show (found->seen, language) : NULL;

  adw_clamp_set_child (self->overview_clamp, overview);
  gtk_widget_set_visible (GTK_WIDGET (self->overview_clamp),
                          overview != NULL && gtk_widget_get_first_child (overview) != NULL);
}

static void
show_similar (UdsRecordPage *self,
              GPtrArray     *similar)
{
  UdsPage *page = UDS_PAGE (self);

  gtk_widget_set_visible (GTK_WIDGET (self->similar_clamp), similar->len > 0);
  adw_clamp_set_child (self->similar_clamp, similar->len > 0
                                                ? uds_similar_group_new (self->kind, similar, uds_page_can_write (page),
                                                                         uds_page_get_language (page))
                                                : NULL);
}

static void
show_record (UdsPage  *page,
             gpointer  result)
{
  UdsRecordPage *self = UDS_RECORD_PAGE (page);
  const Found *found = result;
  gboolean is_person = g_str_equal (self->kind->name, "contact");
  const char *title;

  g_set_object (&self->details, found->details);
  title = uds_record_details_get_title (self->details);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  adw_window_title_set_title (self->window_title, _(self->kind->label));
  gtk_label_set_label (self->heading, title);
  show_chart (self, found->spec);
  show_similar (self, found->similar);
  show_overview (self, found);
  uds_record_form_show (self->form, uds_page_get_context (page), self->details);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.delete", uds_page_can_write (page));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.relations", uds_relations_dialog_can_show (self->kind));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.export", is_person);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.copy-vcard", is_person);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.merge",
                                 self->kind->is_mergeable && uds_page_can_write (page));
}

static void
uds_record_page_load (UdsPage *page)
{
  UdsRecordPage *self = UDS_RECORD_PAGE (page);
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->kind = self->kind;
  wanted->overview = self->overview;
  wanted->id = g_strdup (self->id);
  wanted->language = uds_page_get_language (page);
  uds_page_read (page, read_record, wanted, wanted_free, found_free, show_record);
}

static gboolean
uds_record_page_can_print (UdsPage *page)
{
  const UdsOverview *overview = UDS_RECORD_PAGE (page)->overview;

  return overview != NULL && overview->report != NULL;
}

static void
uds_record_page_print (UdsPage *page)
{
  UdsRecordPage *self = UDS_RECORD_PAGE (page);

  uds_print_report (page, self->overview->report, self->id);
}

static void
uds_record_page_flush (UdsPage *page)
{
  uds_record_form_flush (UDS_RECORD_PAGE (page)->form);
}

/* Actions */

static void
on_delete (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  UdsRecordPage *self = UDS_RECORD_PAGE (widget);

  uds_command_remove (widget, uds_page_get_context (UDS_PAGE (self)), uds_record_details_get_record (self->details));
}

static void
on_relations (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  UdsRecordPage *self = UDS_RECORD_PAGE (widget);

  uds_relations_dialog_present (UDS_PAGE (self), self->kind, self->id);
}

/* Where the record of the page went into the other, the other is what there is to see. */
static void
on_merged (UdsPage    *page,
           const char *kept)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (page));

  if (window == NULL || g_str_equal (kept, UDS_RECORD_PAGE (page)->id))
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (page)))
    gtk_widget_activate_action (GTK_WIDGET (page), "navigation.pop", NULL);
  uds_window_open_record (UDS_WINDOW (window), UDS_RECORD_PAGE (page)->kind->name, kept);
}

static void
on_merge (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  UdsRecordPage *self = UDS_RECORD_PAGE (widget);

  uds_page_flush (UDS_PAGE (self));
  uds_merge_dialog_choose (UDS_PAGE (self), uds_record_details_get_record (self->details), on_merged);
}

static void
on_export (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  UdsRecordPage *self = UDS_RECORD_PAGE (widget);
  g_autoptr (UdsQuery) query = uds_query_new (self->kind);

  uds_page_flush (UDS_PAGE (self));
  uds_query_where_is (query, "id", self->id);
  uds_list_export (widget, uds_page_get_context (UDS_PAGE (self)), query,
                   uds_record_details_get_title (self->details));
}

static void
on_copy_vcard (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  UdsRecordPage *self = UDS_RECORD_PAGE (widget);

  uds_page_flush (UDS_PAGE (self));
  uds_vcard_copy (widget, uds_page_get_context (UDS_PAGE (self)), self->id);
}

static void
on_compare (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  UdsRecordPage *self = UDS_RECORD_PAGE (widget);

  uds_page_flush (UDS_PAGE (self));
  uds_merge_dialog_present (UDS_PAGE (self), uds_record_details_get_record (self->details),
                            g_variant_get_string (parameter, NULL), on_merged);
}

static void
on_tell_apart (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  UdsRecordPage *self = UDS_RECORD_PAGE (widget);

  uds_merge_dialog_tell_apart (UDS_PAGE (self), self->kind, self->id, g_variant_get_string (parameter, NULL));
}

static void
make_history (GtkMenuButton *button,
              gpointer       data)
{
  UdsRecordPage *self = data;

  gtk_menu_button_set_popover (button, uds_history_popover_new (uds_page_get_context (UDS_PAGE (self)), self->id));
}

/* GObject */

static void
uds_record_page_dispose (GObject *object)
{
  UdsRecordPage *self = UDS_RECORD_PAGE (object);

  g_clear_object (&self->details);
  gtk_widget_dispose_template (GTK_WIDGET (self), UDS_TYPE_RECORD_PAGE);

  G_OBJECT_CLASS (uds_record_page_parent_class)->dispose (object);
}

static void
uds_record_page_finalize (GObject *object)
{
  g_free (UDS_RECORD_PAGE (object)->id);

  G_OBJECT_CLASS (uds_record_page_parent_class)->finalize (object);
}

static void
uds_record_page_class_init (UdsRecordPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_record_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = uds_record_page_finalize;
  UDS_PAGE_CLASS (klass)->load = uds_record_page_load;
  UDS_PAGE_CLASS (klass)->flush = uds_record_page_flush;
  UDS_PAGE_CLASS (klass)->can_print = uds_record_page_can_print;
  UDS_PAGE_CLASS (klass)->print = uds_record_page_print;

  g_type_ensure (UDS_TYPE_CHART_CARD);
  g_type_ensure (UDS_TYPE_RECORD_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-record-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsRecordPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, UdsRecordPage, history_button);
  gtk_widget_class_bind_template_child (widget_class, UdsRecordPage, heading_clamp);
  gtk_widget_class_bind_template_child (widget_class, UdsRecordPage, heading);
  gtk_widget_class_bind_template_child (widget_class, UdsRecordPage, similar_clamp);
  gtk_widget_class_bind_template_child (widget_class, UdsRecordPage, overview_clamp);
  gtk_widget_class_bind_template_child (widget_class, UdsRecordPage, chart_clamp);
  gtk_widget_class_bind_template_child (widget_class, UdsRecordPage, chart);
  gtk_widget_class_bind_template_child (widget_class, UdsRecordPage, form);
  gtk_widget_class_install_action (widget_class, "record.delete", NULL, on_delete);
  gtk_widget_class_install_action (widget_class, "record.relations", NULL, on_relations);
  gtk_widget_class_install_action (widget_class, "record.copy-vcard", NULL, on_copy_vcard);
  gtk_widget_class_install_action (widget_class, "record.export", NULL, on_export);
  gtk_widget_class_install_action (widget_class, "record.merge", NULL, on_merge);
  gtk_widget_class_install_action (widget_class, "record.compare", "s", on_compare);
  gtk_widget_class_install_action (widget_class, "record.tell-apart", "s", on_tell_apart);
}

static void
uds_record_page_init (UdsRecordPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.delete", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.relations", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.copy-vcard", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.export", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.merge", FALSE);
  gtk_menu_button_set_create_popup_func (self->history_button, make_history, self, NULL);
}

/**
 * uds_record_page_new:
 * @kind: the name of a kind
 * @id: the id of a record
 *
 * Returns: (transfer floating): the record's page, empty until it is given the context
 */
UdsPage *
uds_record_page_new (const char *kind,
                     const char *id)
{
  const UdsKind *known = uds_kind_lookup (kind);
  UdsRecordPage *self = g_object_new (UDS_TYPE_RECORD_PAGE, "title", _(known->label), NULL);

  self->kind = known;
  self->overview = uds_overview_lookup (kind);
  if (self->overview != NULL)
    uds_record_form_set_covered (self->form, self->overview->covered);
  self->id = g_strdup (id);
  return UDS_PAGE (self);
}
