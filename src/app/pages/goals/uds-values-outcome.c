/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line with what became of it and a list of what was not sound. The page has it above the table, where no toast
 * covers it. */
#include "uds-values-outcome.h"

#include "uds-format.h"
#include "uds-problem-item.h"

#include <glib/gi18n.h>

struct _UdsValuesOutcome
{
  AdwBin parent_instance;

  GtkLabel *label;
  GtkWidget *problems;
  GtkListView *problems_view;
};

G_DEFINE_FINAL_TYPE (UdsValuesOutcome, uds_values_outcome, ADW_TYPE_BIN)

static void
show (UdsValuesOutcome *self,
      const char       *text,
      GListStore       *problems)
{
  GListModel *shown = G_LIST_MODEL (g_object_ref (problems));
  g_autoptr (GtkSelectionModel) model = GTK_SELECTION_MODEL (gtk_no_selection_new (shown));

  gtk_label_set_label (self->label, text);
  gtk_list_view_set_model (self->problems_view, model);
  gtk_widget_set_visible (self->problems, g_list_model_get_n_items (G_LIST_MODEL (problems)) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
append_count (GString     *text,
              const char  *what,
              guint        count,
              UdsLanguage  language)
{
  g_autofree char *number = uds_format_number (count, 0, language);

  if (count > 0)
    g_string_append_printf (text, "%s%s: %s", text->len > 0 ? " · " : "", what, number);
}

static char *
format_counts (UdsObservationPaste *paste,
               UdsLanguage          language)
{
  UdsPasteCounts counts = uds_observation_paste_get_counts (paste);
  GString *text = g_string_new (NULL);

  append_count (text, _("New rows"), counts.created, language);
  append_count (text, _("Changed"), counts.updated, language);
  append_count (text, _("Unchanged"), counts.unchanged, language);
  append_count (text, _("Not taken"), counts.refused, language);
  if (text->len == 0)
    g_string_append (text, _("There is nothing in the clipboard that could be a table of values"));
  return g_string_free (text, FALSE);
}

static void
on_close_cb (UdsValuesOutcome *self)
{
  uds_values_outcome_hide (self);
}

static void
uds_values_outcome_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UDS_TYPE_VALUES_OUTCOME);

  G_OBJECT_CLASS (uds_values_outcome_parent_class)->dispose (object);
}

static void
uds_values_outcome_class_init (UdsValuesOutcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_values_outcome_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-values-outcome.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsValuesOutcome, label);
  gtk_widget_class_bind_template_child (widget_class, UdsValuesOutcome, problems);
  gtk_widget_class_bind_template_child (widget_class, UdsValuesOutcome, problems_view);
  gtk_widget_class_bind_template_callback (widget_class, on_close_cb);
}

static void
uds_values_outcome_init (UdsValuesOutcome *self)
{
  g_autoptr (GtkListItemFactory) factory = uds_problem_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (self->problems_view, factory);
}

/**
 * uds_values_outcome_show_problem:
 * @self: an outcome
 * @problem: what is odd about what was typed
 * @column: where it was typed
 *
 * Says why it is not kept.
 */
void
uds_values_outcome_show_problem (UdsValuesOutcome     *self,
                                 const UdsProblem     *problem,
                                 UdsObservationColumn  column)
{
  const char *heading = _(uds_observation_column_get_field (column)->label);
  g_autoptr (UdsProblemItem) item = uds_problem_item_new (problem, NULL, heading);
  g_autoptr (GListStore) items = g_list_store_new (UDS_TYPE_PROBLEM_ITEM);

  g_list_store_append (items, item);
  show (self, _("What was typed is not kept"), items);
}

/**
 * uds_values_outcome_show_paste:
 * @self: an outcome
 * @paste: what was pasted and written
 * @language: the reader's
 *
 * Says what became of its rows.
 */
void
uds_values_outcome_show_paste (UdsValuesOutcome    *self,
                               UdsObservationPaste *paste,
                               UdsLanguage          language)
{
  GPtrArray *problems = uds_observation_paste_get_problems (paste);
  g_autofree char *text = format_counts (paste, language);
  g_autoptr (GListStore) items = g_list_store_new (UDS_TYPE_PROBLEM_ITEM);

  for (guint i = 0; i < problems->len; i++)
    {
      const UdsProblem *problem = g_ptr_array_index (problems, i);
      const char *heading = uds_observation_paste_get_heading (paste, problem->column);
      g_autoptr (UdsProblemItem) item = uds_problem_item_new (problem, NULL, heading);

      g_list_store_append (items, item);
    }
  show (self, text, items);
}

/**
 * uds_values_outcome_hide:
 * @self: an outcome
 *
 * Says nothing any more.
 */
void
uds_values_outcome_hide (UdsValuesOutcome *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_list_view_set_model (self->problems_view, NULL);
}
