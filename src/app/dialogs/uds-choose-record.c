/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dialog with a list of all records of a kind and a search over them. */
#include "uds-choose-record.h"

#include "uds-record-cell.h"
#include "uds-row-list.h"

#include <glib/gi18n.h>

struct _UdsChooseRecord
{
  AdwDialog parent_instance;

  GtkButton *none_button;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListView *list_view;
  AdwStatusPage *empty;

  UdsContext *context;
  const UdsKind *kind;
  char *left_out; /* the id of a record that is not offered; none where all are */
  UdsRowList *rows;
  gboolean chooses_first; /* as soon as it is found */
  UdsChosenFunc chosen;
  gpointer data;
  GDestroyNotify data_free;
};

G_DEFINE_FINAL_TYPE (UdsChooseRecord, uds_choose_record, ADW_TYPE_DIALOG)

static void
choose (UdsChooseRecord *self,
        const char      *id,
        const char      *title)
{
  self->chosen (id, title, self->data);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_none_cb (UdsChooseRecord *self)
{
  choose (self, NULL, NULL);
}

static void
on_activate_cb (UdsChooseRecord *self,
                guint            position)
{
  g_autoptr (UdsRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  UdsRecord *record = uds_row_get_record (row);
  UdsLanguage language = uds_context_get_language (self->context);

  /* One that is chosen before it was read is called by its kind. */
  choose (self, uds_row_get_id (row), record != NULL ? uds_record_get_title (record, language) : _(self->kind->label));
}

/* Escape in an entry for searching does not get to the dialog. */
static void
on_stop_search_cb (UdsChooseRecord *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_search_changed_cb (UdsChooseRecord *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autoptr (UdsQuery) query = uds_query_new (self->kind);

  uds_query_set_language (query, uds_context_get_language (self->context));
  if (*text != '\0')
    uds_query_match_code (query, text);
  if (self->left_out != NULL)
    uds_query_where (query, "id", UDS_IS_NOT, self->left_out, NULL);
  uds_row_list_set_query (self->rows, query, NULL);
}

/* What was typed last may not be searched for yet. */
static void
on_search_activate_cb (UdsChooseRecord *self)
{
  self->chooses_first = TRUE;
  on_search_changed_cb (self);
}

/* An empty list says why it is, and what to do. */
static void
explain_nothing (UdsChooseRecord *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autofree char *plural = g_utf8_strdown (_(self->kind->label_plural), -1);
  g_autofree char *description = NULL;
  g_autofree char *escaped = NULL;

  if (*text != '\0')
    /* Translators: what a user searched for */
    description = g_strdup_printf (_("Nothing here is called “%s”. Try a number, a code, or how a word begins."), text);
  else
    /* Translators: the name of a kind, such as “targets”, in small letters */
    description = g_strdup_printf (_("The database has no %s yet."), plural);
  escaped = g_markup_escape_text (description, -1);
  adw_status_page_set_title (self->empty, *text != '\0' ? _("Nothing Found") : _("Nothing to Choose From"));
  adw_status_page_set_description (self->empty, escaped);
}

static void
on_loading_cb (UdsChooseRecord *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->rows)) == 0;
  gboolean chooses = self->chooses_first && !is_empty;

  if (uds_row_list_is_loading (self->rows))
    return;

  self->chooses_first = FALSE;
  if (is_empty)
    explain_nothing (self);
  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "list");
  if (chooses)
    on_activate_cb (self, 0);
}

static void
on_setup_cb (UdsChooseRecord *self,
             GtkListItem     *item)
{
  GtkWidget *cell = uds_record_cell_new (UDS_RECORD_CELL_NAME, uds_context_get_language (self->context));

  uds_record_cell_set_with_code (UDS_RECORD_CELL (cell), TRUE);
  gtk_list_item_set_child (item, cell);
}

static void
on_bind_cb (UdsChooseRecord *self,
            GtkListItem     *item)
{
  uds_record_cell_set_row (UDS_RECORD_CELL (gtk_list_item_get_child (item)), UDS_ROW (gtk_list_item_get_item (item)));
}

static void
on_unbind_cb (UdsChooseRecord *self,
              GtkListItem     *item)
{
  uds_record_cell_set_row (UDS_RECORD_CELL (gtk_list_item_get_child (item)), NULL);
}

static void
fill_list (UdsChooseRecord *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind_cb), self, G_CONNECT_SWAPPED);
  self->rows = uds_row_list_new (uds_context_get_store (self->context));
  g_signal_connect_object (self->rows, "notify::loading", G_CALLBACK (on_loading_cb), self, G_CONNECT_SWAPPED);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows))));
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, selection);
  on_search_changed_cb (self);
}

static void
uds_choose_record_dispose (GObject *object)
{
  UdsChooseRecord *self = UDS_CHOOSE_RECORD (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->context);
  g_clear_pointer (&self->data, self->data_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), UDS_TYPE_CHOOSE_RECORD);

  G_OBJECT_CLASS (uds_choose_record_parent_class)->dispose (object);
}

static void
uds_choose_record_finalize (GObject *object)
{
  g_free (UDS_CHOOSE_RECORD (object)->left_out);

  G_OBJECT_CLASS (uds_choose_record_parent_class)->finalize (object);
}

static void
uds_choose_record_class_init (UdsChooseRecordClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_choose_record_dispose;
  G_OBJECT_CLASS (klass)->finalize = uds_choose_record_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-choose-record.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsChooseRecord, none_button);
  gtk_widget_class_bind_template_child (widget_class, UdsChooseRecord, search_entry);
  gtk_widget_class_bind_template_child (widget_class, UdsChooseRecord, stack);
  gtk_widget_class_bind_template_child (widget_class, UdsChooseRecord, list_view);
  gtk_widget_class_bind_template_child (widget_class, UdsChooseRecord, empty);
  gtk_widget_class_bind_template_callback (widget_class, on_none_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search_cb);
}

static void
uds_choose_record_init (UdsChooseRecord *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static UdsChooseRecord *
choose_record_new (UdsContext     *context,
                   const UdsKind  *kind,
                   UdsChosenFunc   chosen,
                   gpointer        data,
                   GDestroyNotify  data_free)
{
  UdsChooseRecord *self = g_object_new (UDS_TYPE_CHOOSE_RECORD, "title", _(kind->label_plural), NULL);

  self->context = g_object_ref (context);
  self->kind = kind;
  self->chosen = chosen;
  self->data = data;
  self->data_free = data_free;
  return self;
}

/**
 * uds_choose_record_present:
 * @parent: where the dialog belongs
 * @context: the context
 * @kind: the kind to choose from
 * @can_be_none: whether none may be chosen
 * @chosen: called when the user has chosen; not where the dialog is closed without
 * @data: handed to @chosen
 * @data_free: frees @data
 *
 * Asks the user for a record.
 */
void
uds_choose_record_present (GtkWidget      *parent,
                           UdsContext     *context,
                           const UdsKind  *kind,
                           gboolean        can_be_none,
                           UdsChosenFunc   chosen,
                           gpointer        data,
                           GDestroyNotify  data_free)
{
  UdsChooseRecord *self = choose_record_new (context, kind, chosen, data, data_free);

  gtk_widget_set_visible (GTK_WIDGET (self->none_button), can_be_none);
  fill_list (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}

/**
 * uds_choose_record_present_other:
 * @parent: where the dialog belongs
 * @context: the context
 * @record: the record to which another of its kind is chosen
 * @chosen: called when the user has chosen; not where the dialog is closed without
 * @data: handed to @chosen
 * @data_free: frees @data
 *
 * Asks the user for another record of the same kind.
 */
void
uds_choose_record_present_other (GtkWidget      *parent,
                                 UdsContext     *context,
                                 UdsRecord      *record,
                                 UdsChosenFunc   chosen,
                                 gpointer        data,
                                 GDestroyNotify  data_free)
{
  UdsChooseRecord *self = choose_record_new (context, uds_record_get_kind (record), chosen, data, data_free);

  self->left_out = g_strdup (uds_record_get_id (record));
  gtk_widget_set_visible (GTK_WIDGET (self->none_button), FALSE);
  fill_list (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
