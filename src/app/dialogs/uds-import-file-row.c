/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows a previewed file. A choice that overrules what was detected is put into the import and told by "overruled". */
#include "uds-import-file-row.h"

#include "uds-format.h"

#include <glib/gi18n.h>

struct _UdsImportFileRow
{
  AdwExpanderRow parent_instance;

  UdsImport *import;
  guint file;
};

enum {
  SIGNAL_OVERRULED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UdsImportFileRow, uds_import_file_row, ADW_TYPE_EXPANDER_ROW)

static const UdsEncoding encodings[] = {
  UDS_ENCODING_UTF_8,
  UDS_ENCODING_UTF_16_LE,
  UDS_ENCODING_UTF_16_BE,
  UDS_ENCODING_WINDOWS_1252,
};

static const char separators[] = { ',', ';', '\t' };

static const UdsDecimal decimals[] = { UDS_DECIMAL_POINT, UDS_DECIMAL_COMMA };

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
add_combo (UdsImportFileRow  *self,
           const char        *title,
           const char *const *labels,
           guint              selected,
           GCallback          overruled)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) model = gtk_string_list_new (labels);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_signal_connect_object (row, "notify::selected", overruled, self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
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
  add_combo (self, _("Encoding"), labels, selected, G_CALLBACK (on_encoding_cb));
}

static void
add_separator (UdsImportFileRow    *self,
               const UdsImportFile *file)
{
  const char *const labels[] = { _("Comma"), _("Semicolon"), _("Tab"), NULL };
  const char *at = memchr (separators, file->separator, sizeof separators);

  if (at != NULL)
    add_combo (self, _("Separator"), labels, (guint) (at - separators), G_CALLBACK (on_separator_cb));
}

static void
add_decimal (UdsImportFileRow    *self,
             const UdsImportFile *file)
{
  const char *const labels[] = { _("Point"), _("Comma"), NULL };

  if (file->separator != 0)
    add_combo (self, _("Decimal sign"), labels, file->decimal == UDS_DECIMAL_COMMA, G_CALLBACK (on_decimal_cb));
}

static void
add_columns (UdsImportFileRow    *self,
             const UdsImportFile *file)
{
  for (guint i = 0; i < file->columns->len; i++)
    {
      const UdsImportColumn *column = g_ptr_array_index (file->columns, i);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(column->meaning));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), column->heading);
      gtk_widget_add_css_class (row, "property");
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
    }
}

static char *
make_subtitle (const UdsImportFile *file,
               UdsLanguage          language)
{
  g_autofree char *rows = uds_format_number (file->n_rows, 0, language);
  g_autofree char *imported = uds_format_number (file->cells.imported, 0, language);
  g_autofree char *reported = uds_format_number (file->cells.reported, 0, language);

  if (file->refused)
    return g_strdup (_("Cannot be imported"));
  /* Translators: numbers of rows, of cells that will be imported, and of cells that stand under the problems */
  return g_strdup_printf (_("Rows: %s · Cells to import: %s · Cells reported: %s"), rows, imported, reported);
}

static void
uds_import_file_row_dispose (GObject *object)
{
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
 * @import: a previewed import
 * @file: the place of one of its files
 * @language: of numbers
 *
 * Returns: (transfer floating): a row about the file
 */
GtkWidget *
uds_import_file_row_new (UdsImport   *import,
                         guint        file,
                         UdsLanguage  language)
{
  UdsImportFileRow *self = g_object_new (UDS_TYPE_IMPORT_FILE_ROW, NULL);
  const UdsImportFile *about = g_ptr_array_index (uds_import_get_files (import), file);
  g_autofree char *name = g_filename_display_basename (about->name);
  g_autofree char *subtitle = make_subtitle (about, language);

  self->import = g_object_ref (import);
  self->file = file;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  if (about->refused)
    adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  add_encoding (self, about);
  add_separator (self, about);
  add_decimal (self, about);
  add_columns (self, about);
  return GTK_WIDGET (self);
}
