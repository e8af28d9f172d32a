/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows a previewed file. A choice that overrules what was detected is put into the import and told by "overruled". */
#include "uds-import-file-row.h"

#include "uds-choose-record.h"
#include "uds-format.h"
#include "uds-import-standing-rows.h"

#include <glib/gi18n.h>

struct _UdsImportFileRow
{
  AdwExpanderRow parent_instance;

  UdsContext *context;
  UdsImport *import;
  guint file;
  GtkWidget *first; /* what the user is asked first; none where nothing is asked */
  gboolean is_filled;
};

enum {
  SIGNAL_OVERRULED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UdsImportFileRow, uds_import_file_row, ADW_TYPE_EXPANDER_ROW)

#define MOST_OPEN 3

static const UdsEncoding encodings[] = {
  UDS_ENCODING_UTF_8,
  UDS_ENCODING_UTF_16_LE,
  UDS_ENCODING_UTF_16_BE,
  UDS_ENCODING_WINDOWS_1252,
};

static const char separators[] = { ',', ';', '\t' };

/* The last is only there where the file does not say: then the user must. */
static const UdsDecimal decimals[] = { UDS_DECIMAL_POINT, UDS_DECIMAL_COMMA, UDS_DECIMAL_UNKNOWN };

static void
on_encoding_cb (UdsImportFileRow *self,
                GParamSpec       *pspec,
                AdwComboRow      *row)
{
  uds_import_set_encoding (self->import, self->file, encodings[adw_combo_row_get_selected (row)]);
  g_signal_emit (self, signals[SIGNAL_OVERRULED], 0);
}

static void
on_separator_cb (UdsImportFileRow *self,
                 GParamSpec       *pspec,
                 AdwComboRow      *row)
{
  uds_import_set_separator (self->import, self->file, separators[adw_combo_row_get_selected (row)]);
  g_signal_emit (self, signals[SIGNAL_OVERRULED], 0);
}

static void
on_decimal_cb (UdsImportFileRow *self,
               GParamSpec       *pspec,
               AdwComboRow      *row)
{
  uds_import_set_decimal (self->import, self->file, decimals[adw_combo_row_get_selected (row)]);
  g_signal_emit (self, signals[SIGNAL_OVERRULED], 0);
}

static void
on_kind_cb (UdsImportFileRow *self,
            GParamSpec       *pspec,
            AdwComboRow      *row)
{
  guint selected = adw_combo_row_get_selected (row);

  uds_import_set_kind (self->import, self->file, selected > 0 ? uds_kind_list (NULL)[selected - 1] : NULL);
  g_signal_emit (self, signals[SIGNAL_OVERRULED], 0);
}

static AdwComboRow *
make_combo (const char        *title,
            const char *const *labels,
            guint              selected)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());
  g_autoptr (GtkStringList) model = gtk_string_list_new (labels);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (row, G_LIST_MODEL (model));
  adw_combo_row_set_selected (row, selected);
  return row;
}

/* What was chosen before the row is watched is no choice of the user. */
static void
add_combo (UdsImportFileRow *self,
           AdwComboRow      *row,
           GCallback         overruled)
{
  g_signal_connect_object (row, "notify::selected", overruled, self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (row));
}

/* Any table can be read as records of a kind, whatever it looks like. */
static void
add_kind (UdsImportFileRow    *self,
          const UdsImportFile *file)
{
  static const char *const suffixes[] = { ".csv", ".tsv", ".txt", NULL };
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  guint n_kinds, selected = 0;
  const UdsKind *const *kinds = uds_kind_list (&n_kinds);

  if (!uds_import_file_has_suffix (file, suffixes))
    return;

  g_ptr_array_add (labels, (gpointer) _("What it looks like"));
  for (guint i = 0; i < n_kinds; i++)
    {
      g_ptr_array_add (labels, (gpointer) _(kinds[i]->label_plural));
      if (kinds[i] == file->kind)
        selected = i + 1;
    }
  g_ptr_array_add (labels, NULL);
  add_combo (self, make_combo (_("Read as"), (const char *const *) labels->pdata, selected), G_CALLBACK (on_kind_cb));
}

static void
add_encoding (UdsImportFileRow    *self,
              const UdsImportFile *file)
{
  const char *labels[G_N_ELEMENTS (encodings) + 1] = { NULL };
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      labels[i] = uds_encoding_get_name (encodings[i]);
      if (encodings[i] == file->encoding)
        selected = i;
    }
  add_combo (self, make_combo (_("Encoding"), labels, selected), G_CALLBACK (on_encoding_cb));
}

static void
add_separator (UdsImportFileRow    *self,
               const UdsImportFile *file)
{
  const char *const labels[] = { _("Comma"), _("Semicolon"), _("Tab"), NULL };
  const char *at = memchr (separators, file->separator, sizeof separators);

  if (at != NULL)
    add_combo (self, make_combo (_("Separator"), labels, (guint) (at - separators)), G_CALLBACK (on_separator_cb));
}

static void
add_decimal (UdsImportFileRow    *self,
             const UdsImportFile *file)
{
  gboolean unknown = file->decimal == UDS_DECIMAL_UNKNOWN;
  const char *const labels[] = { _("Point"), _("Comma"), unknown ? _("Please choose") : NULL, NULL };

  if (file->separator == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (decimals); i++)
    if (decimals[i] == file->decimal)
      add_combo (self, make_combo (_("Decimal sign"), labels, i), G_CALLBACK (on_decimal_cb));
}

/* What the columns are */

#define HEADING "uds-heading"

static const UdsColumnRole roles[] = {
  UDS_COLUMN_ROLE_PERIOD, UDS_COLUMN_ROLE_VALUE,     UDS_COLUMN_ROLE_VALUE_OF_PERIOD,
  UDS_COLUMN_ROLE_SERIES, UDS_COLUMN_ROLE_UNIT,      UDS_COLUMN_ROLE_BREAKDOWN,
  UDS_COLUMN_ROLE_STATUS, UDS_COLUMN_ROLE_COMMENT,   UDS_COLUMN_ROLE_ATTRIBUTE,
  UDS_COLUMN_ROLE_IGNORED,
};

static void
on_role_cb (UdsImportFileRow *self,
            GParamSpec       *pspec,
            AdwComboRow      *row)
{
  uds_import_set_role (self->import, self->file, g_object_get_data (G_OBJECT (row), HEADING),
                       roles[adw_combo_row_get_selected (row)]);
  g_signal_emit (self, signals[SIGNAL_OVERRULED], 0);
}

/* The first choice is all of them. */
static void
on_wanted_cb (UdsImportFileRow *self,
              GParamSpec       *pspec,
              AdwComboRow      *row)
{
  GtkStringObject *chosen = adw_combo_row_get_selected_item (row);
  gboolean all = adw_combo_row_get_selected (row) == 0;

  uds_import_set_wanted (self->import, self->file, g_object_get_data (G_OBJECT (row), HEADING),
                         all ? NULL : gtk_string_object_get_string (chosen));
  g_signal_emit (self, signals[SIGNAL_OVERRULED], 0);
}

static void
add_role (UdsImportFileRow      *self,
          const UdsImportColumn *column)
{
  const char *labels[G_N_ELEMENTS (roles) + 1] = { NULL };
  guint selected = 0;
  AdwComboRow *row;

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      labels[i] = _(uds_column_role_get_label (roles[i]));
      if (roles[i] == column->role)
        selected = i;
    }
  row = make_combo (column->heading, labels, selected);
  g_object_set_data_full (G_OBJECT (row), HEADING, g_strdup (column->heading), g_free);
  add_combo (self, row, G_CALLBACK (on_role_cb));
}

static void
on_proposed_cb (AdwComboRow *row,
                GtkButton   *button)
{
  GListModel *choices = adw_combo_row_get_model (row);

  for (guint i = 1; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (GtkStringObject) choice = g_list_model_get_item (choices, i);

      if (g_str_equal (gtk_string_object_get_string (choice), gtk_button_get_label (button)))
        adw_combo_row_set_selected (row, i);
    }
}

/* Our own city among many places is offered, never taken without asking. */
static void
add_proposal (AdwComboRow *row,
              const char  *proposed)
{
  GtkWidget *button = gtk_button_new_with_label (proposed);
  /* Translators: %s is a city */
  g_autofree char *tooltip = g_strdup_printf (_("Import only “%s”"), proposed);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_proposed_cb), row, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_wanted (UdsImportFileRow      *self,
            const UdsImportColumn *column,
            const char            *wanted)
{
  /* Translators: %s is the heading of a column with places, groups of people or the like */
  g_autofree char *title = g_strdup_printf (_("Only one of “%s”"), column->heading);
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  g_auto (GStrv) list = NULL;
  guint selected = 0;
  AdwComboRow *row;

  g_strv_builder_add (labels, _("All"));
  for (guint i = 0; i < column->categories->len; i++)
    {
      const char *category = g_ptr_array_index (column->categories, i);

      g_strv_builder_add (labels, category);
      if (g_strcmp0 (category, wanted) == 0)
        selected = i + 1;
    }
  list = g_strv_builder_end (labels);
  row = make_combo (title, (const char *const *) list, selected);
  adw_combo_row_set_expression (row, expression);
  adw_combo_row_set_enable_search (row, TRUE);
  adw_combo_row_set_selected (row, selected);
  g_object_set_data_full (G_OBJECT (row), HEADING, g_strdup (column->heading), g_free);
  if (wanted == NULL && column->proposed != NULL)
    add_proposal (row, column->proposed);
  add_combo (self, row, G_CALLBACK (on_wanted_cb));
}

static void
add_meaning (UdsImportFileRow      *self,
             const UdsImportColumn *column)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(column->meaning));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), column->heading);
  gtk_widget_add_css_class (row, "property");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
add_columns (UdsImportFileRow    *self,
             const UdsImportFile *file)
{
  for (guint i = 0; i < file->columns->len; i++)
    {
      const UdsImportColumn *column = g_ptr_array_index (file->columns, i);

      if (column->has_role && uds_column_role_get_name (column->role) != NULL)
        add_role (self, column);
      else
        add_meaning (self, column);
      if (column->categories != NULL && column->categories->len > 1)
        add_wanted (self, column, uds_import_file_get_wanted (file, column->heading));
    }
}

/* Which indicator it is about */

static gpointer
read_code (UdsSession  *session,
           gpointer     id,
           GError     **error)
{
  g_autoptr (UdsRecord) indicator = uds_session_get (session, uds_kind_lookup ("indicator"), id, error);

  return indicator != NULL ? g_strdup (uds_record_get_text (indicator, "code")) : NULL;
}

static void
on_code_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (UdsImportFileRow) self = data;
  g_autofree char *code = uds_store_read_finish (UDS_STORE (source), result, NULL);

  if (code == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  uds_import_set_indicator (self->import, self->file, code);
  g_signal_emit (self, signals[SIGNAL_OVERRULED], 0);
}

static void
on_indicator_chosen (const char *id,
                     const char *title,
                     gpointer    data)
{
  UdsImportFileRow *self = data;

  if (id != NULL)
    {
      uds_store_read_async (uds_context_get_store (self->context), read_code, g_strdup (id), g_free, g_free, NULL,
                            on_code_read_cb, g_object_ref (self));
      return;
    }
  uds_import_set_indicator (self->import, self->file, NULL);
  g_signal_emit (self, signals[SIGNAL_OVERRULED], 0);
}

static void
on_choose_indicator_cb (UdsImportFileRow *self)
{
  uds_choose_record_present (GTK_WIDGET (self), self->context, uds_kind_lookup ("indicator"), TRUE,
                             on_indicator_chosen, g_object_ref (self), g_object_unref);
}

static gboolean
is_about_one_indicator (const UdsImportFile *file)
{
  for (guint i = 0; i < file->columns->len; i++)
    if (((const UdsImportColumn *) g_ptr_array_index (file->columns, i))->has_role)
      return TRUE;
  return FALSE;
}

static void
add_indicator (UdsImportFileRow    *self,
               const UdsImportFile *file)
{
  GtkWidget *row;
  g_autofree char *code = NULL;

  if (!is_about_one_indicator (file))
    return;

  code = uds_import_file_get_code (file, NULL);
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Indicator"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), code);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_choose_indicator_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

/* What becomes of it */

static char *
describe_cells (const UdsImportFile *file,
                UdsLanguage          language)
{
  g_autofree char *rows = uds_format_number (file->n_rows, 0, language);
  g_autofree char *imported = uds_format_number (file->cells.imported, 0, language);
  g_autofree char *reported = uds_format_number (file->cells.reported, 0, language);

  if (file->refused)
    return g_strdup (file->columns->len > 0 ? _("Please say what the columns are") : _("Cannot be imported"));
  /* Translators: numbers of rows, of cells that will be imported, and of cells that stand under the problems */
  return g_strdup_printf (_("Rows: %s · Cells to import: %s · Cells reported: %s"), rows, imported, reported);
}

static void
show_subtitle (UdsImportFileRow *self)
{
  UdsLanguage language = uds_context_get_language (self->context);
  g_autofree char *cells =
      describe_cells (g_ptr_array_index (uds_import_get_files (self->import), self->file), language);
  g_autofree char *standing = uds_import_standing_describe (self->import, self->file, language);
  g_autofree char *subtitle = standing != NULL ? g_strjoin ("\n", standing, cells, NULL) : g_strdup (cells);

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
}

static void
add_standing (UdsImportFileRow *self)
{
  g_autoptr (GPtrArray) rows =
      uds_import_standing_rows_new (self->import, self->file, uds_context_get_language (self->context));

  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (rows, i);

      g_signal_connect_object (row, ADW_IS_COMBO_ROW (row) ? "notify::selected" : "changed",
                               G_CALLBACK (show_subtitle), self, G_CONNECT_SWAPPED);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
    }
  if (rows->len > 0 && uds_import_standing_is_asked (self->import, self->file))
    self->first = g_ptr_array_index (rows, 0);
}

/* Whether the file can only be imported, or be imported well, when the user says something of it. Of many files the
 * user opens those that matter. */
static gboolean
waits_for_user (UdsImportFileRow    *self,
                const UdsImportFile *file)
{
  if (file->refused)
    return file->columns->len > 0;
  if (uds_import_standing_is_asked (self->import, self->file)
      && uds_import_get_files (self->import)->len <= MOST_OPEN)
    return TRUE;
  if (file->separator != 0 && file->decimal == UDS_DECIMAL_UNKNOWN)
    return TRUE;
  for (guint i = 0; i < file->columns->len; i++)
    {
      const UdsImportColumn *column = g_ptr_array_index (file->columns, i);

      if (column->proposed != NULL && uds_import_file_get_wanted (file, column->heading) == NULL)
        return TRUE;
    }
  return FALSE;
}

/* The rows inside are made when they are to be seen: a folder has many files. */
static void
on_expanded_cb (UdsImportFileRow *self)
{
  const UdsImportFile *about = g_ptr_array_index (uds_import_get_files (self->import), self->file);

  if (self->is_filled || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;

  self->is_filled = TRUE;
  add_standing (self);
  add_kind (self, about);
  add_indicator (self, about);
  add_encoding (self, about);
  add_separator (self, about);
  add_decimal (self, about);
  add_columns (self, about);
}

static void
uds_import_file_row_dispose (GObject *object)
{
  g_clear_object (&UDS_IMPORT_FILE_ROW (object)->context);
  g_clear_object (&UDS_IMPORT_FILE_ROW (object)->import);

  G_OBJECT_CLASS (uds_import_file_row_parent_class)->dispose (object);
}

static void
uds_import_file_row_class_init (UdsImportFileRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = uds_import_file_row_dispose;

  signals[SIGNAL_OVERRULED] = g_signal_new ("overruled", UDS_TYPE_IMPORT_FILE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 0);
}

static void
uds_import_file_row_init (UdsImportFileRow *self)
{
}

/**
 * uds_import_file_row_new:
 * @context: the context
 * @import: a previewed import
 * @file: the place of one of its files
 *
 * Returns: (transfer floating): a row about the file
 */
GtkWidget *
uds_import_file_row_new (UdsContext *context,
                         UdsImport  *import,
                         guint       file)
{
  UdsImportFileRow *self = g_object_new (UDS_TYPE_IMPORT_FILE_ROW, NULL);
  const UdsImportFile *about = g_ptr_array_index (uds_import_get_files (import), file);
  g_autofree char *name = g_filename_display_basename (about->name);

  self->context = g_object_ref (context);
  self->import = g_object_ref (import);
  self->file = file;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  show_subtitle (self);
  if (about->refused)
    adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  g_signal_connect (self, "notify::expanded", G_CALLBACK (on_expanded_cb), NULL);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), waits_for_user (self, about));
  return GTK_WIDGET (self);
}

/**
 * uds_import_file_row_get_first:
 * @self: a row about a file
 *
 * Returns: (transfer none) (nullable): the row in it that the user is asked to answer first, where it is open; %NULL
 *   where nothing is asked
 */
GtkWidget *
uds_import_file_row_get_first (UdsImportFileRow *self)
{
  g_return_val_if_fail (UDS_IS_IMPORT_FILE_ROW (self), NULL);

  return adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)) ? self->first : NULL;
}
