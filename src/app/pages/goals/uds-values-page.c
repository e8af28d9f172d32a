/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what series there are and shows one. What is written into the table is uds-values-page-edit.c's, what is pasted
 * uds-values-page-paste.c's. */
#include "uds-values-page-private.h"

#include "uds-new-series.h"
#include "uds-row.h"
#include "uds-uuid.h"
#include "uds-values-edit.h"
#include "uds-values-found.h"

#include <glib/gi18n.h>

/* So many series are looked through; with more one searches. */
#define MOST_LISTED_SERIES 12

G_DEFINE_FINAL_TYPE (UdsValuesPage, uds_values_page, UDS_TYPE_PAGE)

/* Showing */

/**
 * uds_values_page_get_series:
 * @self: a page that was read
 *
 * Returns: (transfer none) (nullable): the series that is shown; %NULL where the indicator has none yet
 */
UdsRecord *
uds_values_page_get_series (UdsValuesPage *self)
{
  return self->series_id != NULL ? uds_values_find_series (self->series, self->series_id) : NULL;
}

/**
 * uds_values_page_get_unit:
 * @self: a page that was read
 *
 * Returns: (nullable): the unit of the series that is shown: its own, else the indicator's
 */
const char *
uds_values_page_get_unit (UdsValuesPage *self)
{
  UdsRecord *series = uds_values_page_get_series (self);

  if (series != NULL && uds_record_has (series, "unit"))
    return uds_record_get_text (series, "unit");
  return uds_record_get_localized (self->indicator, "unit", uds_page_get_language (UDS_PAGE (self)));
}

/* “Copenhagen · Female, 15–24 · percent”; a series that says nothing of itself is the indicator's own. */
static char *
name_series (UdsValuesPage *self,
             UdsRecord     *series)
{
  g_autofree char *breakdown = uds_values_name_part (series);
  const char *parts[] = { uds_record_get_text (series, "name"), breakdown, uds_record_get_text (series, "unit") };
  GString *name = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (name, "%s%s", name->len > 0 ? " · " : "", parts[i]);
  if (name->len == 0)
    g_string_append (name, uds_record_get_title (self->indicator, uds_page_get_language (UDS_PAGE (self))));
  return g_string_free (name, FALSE);
}

/* The first series is made by writing into it: it stands there already. */
static void
select_series (UdsValuesPage *self)
{
  guint selected = 0;

  for (guint i = 0; i < self->series->len; i++)
    if (g_strcmp0 (uds_record_get_id (g_ptr_array_index (self->series, i)), self->series_id) == 0)
      selected = i;

  self->is_showing = TRUE;
  gtk_drop_down_set_selected (self->series_chooser, selected);
  self->is_showing = FALSE;
}

static void
show_series (UdsValuesPage *self,
             gboolean       can_write)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->series->len; i++)
    gtk_string_list_take (names, name_series (self, g_ptr_array_index (self->series, i)));
  if (self->series->len == 0)
    gtk_string_list_append (names, uds_record_get_title (self->indicator, uds_page_get_language (UDS_PAGE (self))));
  if (can_write)
    gtk_string_list_append (names, _("New Series…"));

  self->is_showing = TRUE;
  gtk_drop_down_set_model (self->series_chooser, G_LIST_MODEL (names));
  gtk_drop_down_set_enable_search (self->series_chooser, self->series->len > MOST_LISTED_SERIES);
  self->is_showing = FALSE;
  select_series (self);
  gtk_widget_set_visible (GTK_WIDGET (self->series_chooser), can_write || self->series->len > 1);
}

static gboolean
is_same_series (GPtrArray *a,
                GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (uds_record_get_id (g_ptr_array_index (a, i)), uds_record_get_id (g_ptr_array_index (b, i)))
        || uds_record_get_version (g_ptr_array_index (a, i)) != uds_record_get_version (g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

static void
show_hint (UdsValuesPage *self,
           gboolean       can_write)
{
  if (!can_write)
    gtk_label_set_label (self->hint, _("This database can only be read."));
  else if (self->series_id == NULL)
    gtk_label_set_label (self->hint, _("Type the first period and its value, or paste a table from a spreadsheet."));
  else
    gtk_label_set_label (self->hint, _("Type to change, Delete to empty, Ctrl+V to paste from a spreadsheet."));
}

static void
show_values (UdsPage  *page,
             gpointer  result)
{
  UdsValuesPage *self = UDS_VALUES_PAGE (page);
  gboolean can_write = uds_page_can_write (page);
  const UdsValuesFound *found = result;
  g_autofree char *name = NULL;
  gboolean is_new = !is_same_series (self->series, found->series) || g_strcmp0 (self->shown_id, found->series_id) != 0;

  g_set_object (&self->indicator, found->indicator);
  g_set_str (&self->series_id, found->series_id);
  g_set_str (&self->shown_id, found->series_id);
  g_clear_pointer (&self->series, g_ptr_array_unref);
  self->series = g_ptr_array_ref (found->series);

  adw_window_title_set_subtitle (self->window_title,
                                 uds_record_get_title (self->indicator, uds_page_get_language (page)));
  if (is_new)
    show_series (self, can_write);
  show_hint (self, can_write);
  uds_values_table_set_context (self->table, uds_page_get_context (page), can_write);
  name = found->series->len > 1 ? name_series (self, uds_values_page_get_series (self)) : NULL;
  uds_values_table_set_series (self->table, self->series_id, name);
  uds_new_value_set_next (uds_values_table_get_new_value (self->table), found->next);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "values.paste", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "values.delete-row", can_write);
}

/* Another series, and one that is new */

static void
choose_series (UdsValuesPage *self,
               const char    *id)
{
  g_set_str (&self->series_id, id);
  uds_page_reload (UDS_PAGE (self));
}

static void
on_series_added_cb (GObject      *object,
                    const GError *error)
{
  UdsValuesPage *self = UDS_VALUES_PAGE (object);
  g_autofree char *added = g_steal_pointer (&self->added_id);

  if (error != NULL)
    return;

  uds_values_table_start (self->table);
  choose_series (self, added);
}

static gint64
find_last_position (GPtrArray *series)
{
  gint64 last = 0;

  for (guint i = 0; i < series->len; i++)
    last = MAX (last, uds_record_get_integer (g_ptr_array_index (series, i), "position"));
  return last;
}

static void
on_series_made (UdsRecord *series,
                gpointer   data)
{
  UdsValuesPage *self = data;
  UdsContext *context = uds_page_get_context (UDS_PAGE (self));
  g_autofree char *name = name_series (self, series);

  g_free (self->added_id);
  self->added_id = uds_uuid_new (uds_clock_get_now (uds_context_get_clock (context)));
  uds_record_set_identity (series, self->added_id, 0);
  uds_record_set_text (series, "indicator", self->id);
  uds_record_set_integer (series, "position", find_last_position (self->series) + 1);
  uds_values_edit_add_series (GTK_WIDGET (self), context, self->indicator, series, name, on_series_added_cb,
                              G_OBJECT (self));
}

static void
on_series_cb (UdsValuesPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->series_chooser);

  if (self->is_showing || self->series == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  uds_page_flush (UDS_PAGE (self));
  if (selected < self->series->len)
    {
      choose_series (self, uds_record_get_id (g_ptr_array_index (self->series, selected)));
      return;
    }

  select_series (self);
  if (selected > 0)
    uds_new_series_present (GTK_WIDGET (self), self->series, uds_values_page_get_series (self),
                            uds_values_page_get_unit (self), on_series_made, self);
}

/* Where there is room for one column beside the value, the user says which. */
static void
on_column_cb (UdsValuesPage *self)
{
  uds_values_table_show_only (self->table,
                              UDS_OBSERVATION_COLUMN_QUALITY + gtk_drop_down_get_selected (self->column_chooser));
}

static void
on_narrow_cb (UdsValuesPage *self)
{
  on_column_cb (self);
}

static void
on_wide_cb (UdsValuesPage *self)
{
  uds_values_table_show_only (self->table, UDS_OBSERVATION_COLUMN_PERIOD);
}

static void
fill_column_chooser (UdsValuesPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = UDS_OBSERVATION_COLUMN_QUALITY; i < UDS_OBSERVATION_N_COLUMNS; i++)
    gtk_string_list_append (names, _(uds_observation_column_get_field (i)->label));
  gtk_drop_down_set_model (self->column_chooser, G_LIST_MODEL (names));
}

/* Actions */

static void
on_paste (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  uds_values_page_paste_clipboard (UDS_VALUES_PAGE (widget));
}

static void
on_copy (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  UdsValuesPage *self = UDS_VALUES_PAGE (widget);
  UdsObservationColumn column;
  GObject *item = uds_values_table_get_current (self->table, &column);
  UdsRecord *record = UDS_IS_ROW (item) ? uds_row_get_record (UDS_ROW (item)) : NULL;

  if (record != NULL)
    {
      g_autofree char *text = uds_observation_write_cell (record, column, uds_page_get_language (UDS_PAGE (self)));

      gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
    }
}

static void
on_delete_row (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  UdsValuesPage *self = UDS_VALUES_PAGE (widget);
  UdsObservationColumn column;
  GObject *item = uds_values_table_get_current (self->table, &column);

  if (item != NULL)
    uds_values_page_delete_row (self, item);
}

/* UdsPage */

static void
uds_values_page_load (UdsPage *page)
{
  UdsValuesPage *self = UDS_VALUES_PAGE (page);
  UdsValuesWanted *wanted = g_new0 (UdsValuesWanted, 1);

  wanted->id = g_strdup (self->id);
  wanted->series_id = g_strdup (self->series_id);
  uds_page_read (page, uds_values_read, wanted, uds_values_wanted_free, uds_values_found_free, show_values);
}

static void
uds_values_page_flush (UdsPage *page)
{
  UdsValuesPage *self = UDS_VALUES_PAGE (page);

  uds_values_table_flush (self->table);
  uds_values_page_write_rest (self);
}

/* GObject */

static void
uds_values_page_dispose (GObject *object)
{
  UdsValuesPage *self = UDS_VALUES_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UDS_TYPE_VALUES_PAGE);
  g_clear_object (&self->indicator);
  g_clear_object (&self->paste);
  g_clear_pointer (&self->series, g_ptr_array_unref);

  G_OBJECT_CLASS (uds_values_page_parent_class)->dispose (object);
}

static void
uds_values_page_finalize (GObject *object)
{
  g_free (UDS_VALUES_PAGE (object)->id);
  g_free (UDS_VALUES_PAGE (object)->series_id);
  g_free (UDS_VALUES_PAGE (object)->shown_id);
  g_free (UDS_VALUES_PAGE (object)->added_id);

  G_OBJECT_CLASS (uds_values_page_parent_class)->finalize (object);
}

static void
uds_values_page_class_init (UdsValuesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_values_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = uds_values_page_finalize;
  UDS_PAGE_CLASS (klass)->load = uds_values_page_load;
  UDS_PAGE_CLASS (klass)->flush = uds_values_page_flush;

  g_type_ensure (UDS_TYPE_VALUES_OUTCOME);
  g_type_ensure (UDS_TYPE_VALUES_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-values-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsValuesPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, UdsValuesPage, hint);
  gtk_widget_class_bind_template_child (widget_class, UdsValuesPage, series_chooser);
  gtk_widget_class_bind_template_child (widget_class, UdsValuesPage, column_chooser);
  gtk_widget_class_bind_template_child (widget_class, UdsValuesPage, table);
  gtk_widget_class_bind_template_child (widget_class, UdsValuesPage, outcome);
  gtk_widget_class_bind_template_callback (widget_class, on_column_cb);
  gtk_widget_class_bind_template_callback (widget_class, uds_values_page_write_cell);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_series_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_wide_cb);
  gtk_widget_class_install_action (widget_class, "values.paste", NULL, on_paste);
  gtk_widget_class_install_action (widget_class, "values.copy", NULL, on_copy);
  gtk_widget_class_install_action (widget_class, "values.delete-row", NULL, on_delete_row);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "values.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "values.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_CONTROL_MASK, "values.delete-row", NULL);
}

static void
uds_values_page_init (UdsValuesPage *self)
{
  g_autoptr (GtkExpression) name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->is_showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_showing = FALSE;
  gtk_drop_down_set_expression (self->series_chooser, name);
  gtk_drop_down_set_search_match_mode (self->series_chooser, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  fill_column_chooser (self);
  on_wide_cb (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "values.paste", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "values.delete-row", FALSE);
}

/**
 * uds_values_page_new:
 * @indicator: the id of an indicator
 *
 * Returns: (transfer floating): the page of its values, empty until it is given the context
 */
UdsPage *
uds_values_page_new (const char *indicator)
{
  UdsValuesPage *self = g_object_new (UDS_TYPE_VALUES_PAGE, "title", _("Edit Values"), NULL);

  self->id = g_strdup (indicator);
  return UDS_PAGE (self);
}
