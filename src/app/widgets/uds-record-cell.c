/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Follows a row: what it says of the record changes when the record does. */
#include "uds-record-cell.h"

#include "uds-format.h"
#include "uds-list-columns.h"

struct _UdsRecordCell
{
  AdwBin parent_instance;

  GtkLabel *label;
  GtkLabel *summary; /* below the name, where the other columns have no room */

  int column;
  UdsLanguage language;
  gboolean with_code;
  guint summary_from; /* the first column that the line below the name tells */
  UdsRow *row;
  gulong record_handler;
};

enum {
  PROP_0,
  PROP_SUMMARY_FROM,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (UdsRecordCell, uds_record_cell, ADW_TYPE_BIN)

static char *
make_text (UdsRecordCell *self,
           UdsRecord     *record)
{
  guint n_columns;
  const UdsListColumn *columns = uds_kind_list_columns (uds_record_get_kind (record), &n_columns);

  if (self->column == UDS_RECORD_CELL_NAME && self->with_code)
    return uds_record_format_title (record, self->language);
  if (self->column == UDS_RECORD_CELL_NAME)
    return g_strdup (uds_record_get_title (record, self->language));
  if ((guint) self->column >= n_columns)
    return NULL;
  return uds_record_get_column (record, &columns[self->column], self->language);
}

/* A code that is no number, and so does not stand before the name. */
static char *
get_code (UdsRecordCell *self,
          UdsRecord     *record)
{
  const char *field = uds_kind_get_code_field (uds_record_get_kind (record));
  g_autofree char *code = self->with_code && field != NULL ? uds_record_to_string (record, field) : NULL;

  return code != NULL && !g_ascii_isdigit (*code) ? g_steal_pointer (&code) : NULL;
}

static char *
make_summary (UdsRecordCell *self,
              UdsRecord     *record)
{
  g_autofree char *code = get_code (self, record);
  g_autofree char *columns = uds_record_get_columns_from (record, self->summary_from, self->language);
  const char *const parts[] = { code, columns };

  return uds_format_join (parts, G_N_ELEMENTS (parts));
}

/* A record that is still being read shows nothing; one that has no such value, a dash. */
static void
update (UdsRecordCell *self)
{
  UdsRecord *record = self->row != NULL ? uds_row_get_record (self->row) : NULL;
  g_autofree char *text = record != NULL ? make_text (self, record) : g_strdup ("");
  gboolean has_summary = record != NULL && self->column == UDS_RECORD_CELL_NAME;
  g_autofree char *summary = has_summary ? make_summary (self, record) : NULL;

  gtk_label_set_text (self->label, text != NULL ? text : UDS_FORMAT_NONE);
  gtk_label_set_text (self->summary, summary != NULL ? summary : "");
  gtk_widget_set_visible (GTK_WIDGET (self->summary), summary != NULL);
}

static void
forget_row (UdsRecordCell *self)
{
  if (self->row != NULL)
    g_clear_signal_handler (&self->record_handler, self->row);
  g_clear_object (&self->row);
}

static void
uds_record_cell_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  UdsRecordCell *self = UDS_RECORD_CELL (object);

  switch (id)
    {
    case PROP_SUMMARY_FROM:
      g_value_set_uint (value, self->summary_from);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
uds_record_cell_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_SUMMARY_FROM:
      uds_record_cell_set_summary_from (UDS_RECORD_CELL (object), g_value_get_uint (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
uds_record_cell_dispose (GObject *object)
{
  forget_row (UDS_RECORD_CELL (object));

  G_OBJECT_CLASS (uds_record_cell_parent_class)->dispose (object);
}

static void
uds_record_cell_class_init (UdsRecordCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = uds_record_cell_get_property;
  object_class->set_property = uds_record_cell_set_property;
  object_class->dispose = uds_record_cell_dispose;

  properties[PROP_SUMMARY_FROM] =
      g_param_spec_uint ("summary-from", NULL, NULL, 0, UDS_LIST_COLUMNS_MAX, 0,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GtkLabel *
make_label (void)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  return label;
}

static void
uds_record_cell_init (UdsRecordCell *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->label = make_label ();
  self->summary = make_label ();
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "dimmed");
  gtk_widget_set_visible (GTK_WIDGET (self->summary), FALSE);
  gtk_widget_add_css_class (box, "record-cell");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * uds_record_cell_new:
 * @column: which column of the record's kind, or %UDS_RECORD_CELL_NAME
 * @language: the reader's
 *
 * Returns: (transfer floating): a cell
 */
GtkWidget *
uds_record_cell_new (int         column,
                     UdsLanguage language)
{
  UdsRecordCell *self = g_object_new (UDS_TYPE_RECORD_CELL, NULL);

  self->column = column;
  self->language = language;
  if (column != UDS_RECORD_CELL_NAME)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  return GTK_WIDGET (self);
}

/**
 * uds_record_cell_set_row:
 * @self: a cell
 * @row: (nullable): the row to follow
 */
void
uds_record_cell_set_row (UdsRecordCell *self,
                         UdsRow        *row)
{
  g_return_if_fail (UDS_IS_RECORD_CELL (self));

  forget_row (self);
  if (row != NULL)
    {
      self->row = g_object_ref (row);
      self->record_handler = g_signal_connect_swapped (row, "notify::record", G_CALLBACK (update), self);
    }
  update (self);
}

/**
 * uds_record_cell_set_summary_from:
 * @self: a cell
 * @column: the first column that has no room of its own: it and those after it stand below the name
 */
void
uds_record_cell_set_summary_from (UdsRecordCell *self,
                                  guint          column)
{
  g_return_if_fail (UDS_IS_RECORD_CELL (self));

  if (self->summary_from == column)
    return;

  self->summary_from = column;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY_FROM]);
}

/**
 * uds_record_cell_set_with_code:
 * @self: a cell
 * @with_code: whether the name stands with the number or code by which people know the record
 */
void
uds_record_cell_set_with_code (UdsRecordCell *self,
                               gboolean       with_code)
{
  g_return_if_fail (UDS_IS_RECORD_CELL (self));

  self->with_code = with_code;
  update (self);
}
