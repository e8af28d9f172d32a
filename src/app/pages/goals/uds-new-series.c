/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dialog that asks what a new series is about. It is one of its kind: what there is already is not made again. */
#include "uds-new-series.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

struct _UdsNewSeries
{
  AdwDialog parent_instance;

  AdwEntryRow *dimension_row;
  AdwEntryRow *part_row;
  AdwEntryRow *unit_row;
  GtkButton *add_button;
  GtkLabel *problem;

  GPtrArray *present; /* of UdsRecord */
  UdsRecord *like;    /* none where it is the first */
  char *unit;         /* in which @like is measured; none where nobody says */
  UdsNewSeriesFunc made;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (UdsNewSeries, uds_new_series, ADW_TYPE_DIALOG)

/* What was typed */

static char *
read_row (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static JsonNode *
parse_breakdown (UdsRecord *series)
{
  const char *text = uds_record_get_text (series, "breakdown");
  JsonNode *node = text != NULL ? json_from_string (text, NULL) : NULL;

  return node != NULL ? node : json_from_string ("{}", NULL);
}

/* {"Sex":"Women"}; none for the whole. */
static char *
write_breakdown (const char *dimension,
                 const char *part)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (object, dimension, part);
  json_node_set_object (node, object);
  return json_to_string (node, FALSE);
}

/* The unit stays unsaid where the series beside it does not say it either. */
static UdsRecord *
make_series (UdsNewSeries *self)
{
  g_autofree char *dimension = read_row (self->dimension_row);
  g_autofree char *part = read_row (self->part_row);
  g_autofree char *unit = read_row (self->unit_row);
  UdsRecord *series = uds_record_new (uds_kind_lookup ("series"));

  if (self->like != NULL)
    uds_record_set_text (series, "name", uds_record_get_text (self->like, "name"));
  if (self->like != NULL && g_strcmp0 (unit, self->unit) == 0)
    uds_record_set_text (series, "unit", uds_record_get_text (self->like, "unit"));
  else if (*unit != '\0')
    uds_record_set_text (series, "unit", unit);
  if (*part != '\0')
    {
      g_autofree char *breakdown = write_breakdown (dimension, part);

      uds_record_set_text (series, "breakdown", breakdown);
    }
  return series;
}

static gboolean
is_same (UdsRecord *a,
         UdsRecord *b)
{
  g_autoptr (JsonNode) breakdown_a = parse_breakdown (a);
  g_autoptr (JsonNode) breakdown_b = parse_breakdown (b);

  return g_strcmp0 (uds_record_get_text (a, "name"), uds_record_get_text (b, "name")) == 0
         && g_strcmp0 (uds_record_get_text (a, "unit"), uds_record_get_text (b, "unit")) == 0
         && json_node_equal (breakdown_a, breakdown_b);
}

static gboolean
is_present (UdsNewSeries *self,
            UdsRecord    *series)
{
  for (guint i = 0; i < self->present->len; i++)
    if (is_same (g_ptr_array_index (self->present, i), series))
      return TRUE;
  return FALSE;
}

static void
show_problem (UdsNewSeries *self,
              const char   *problem)
{
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

static void
on_changed_cb (UdsNewSeries *self)
{
  show_problem (self, NULL);
}

static void
on_cancel_cb (UdsNewSeries *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_add_cb (UdsNewSeries *self)
{
  g_autofree char *dimension = read_row (self->dimension_row);
  g_autofree char *part = read_row (self->part_row);
  g_autoptr (UdsRecord) series = NULL;

  if (*part != '\0' && *dimension == '\0')
    {
      show_problem (self, _("Say by what the whole is divided into parts."));
      gtk_widget_grab_focus (GTK_WIDGET (self->dimension_row));
      return;
    }

  series = make_series (self);
  if (is_present (self, series))
    {
      show_problem (self, _("The indicator has this series already."));
      gtk_widget_grab_focus (GTK_WIDGET (self->part_row));
      return;
    }
  self->made (series, self->data);
  adw_dialog_close (ADW_DIALOG (self));
}

/* GObject */

static void
uds_new_series_dispose (GObject *object)
{
  UdsNewSeries *self = UDS_NEW_SERIES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UDS_TYPE_NEW_SERIES);
  g_clear_pointer (&self->present, g_ptr_array_unref);
  g_clear_object (&self->like);

  G_OBJECT_CLASS (uds_new_series_parent_class)->dispose (object);
}

static void
uds_new_series_finalize (GObject *object)
{
  g_free (UDS_NEW_SERIES (object)->unit);

  G_OBJECT_CLASS (uds_new_series_parent_class)->finalize (object);
}

static void
uds_new_series_class_init (UdsNewSeriesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_new_series_dispose;
  G_OBJECT_CLASS (klass)->finalize = uds_new_series_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-new-series.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsNewSeries, dimension_row);
  gtk_widget_class_bind_template_child (widget_class, UdsNewSeries, part_row);
  gtk_widget_class_bind_template_child (widget_class, UdsNewSeries, unit_row);
  gtk_widget_class_bind_template_child (widget_class, UdsNewSeries, add_button);
  gtk_widget_class_bind_template_child (widget_class, UdsNewSeries, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_add_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
}

static void
uds_new_series_init (UdsNewSeries *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* By what the series there are divide the whole; one goes on with that. */
static char *
find_dimension (GPtrArray *present)
{
  for (guint i = 0; i < present->len; i++)
    {
      g_autoptr (JsonNode) breakdown = parse_breakdown (g_ptr_array_index (present, i));
      g_autoptr (GList) names =
          JSON_NODE_HOLDS_OBJECT (breakdown) ? json_object_get_members (json_node_get_object (breakdown)) : NULL;

      if (names != NULL)
        return g_strdup (names->data);
    }
  return NULL;
}

/**
 * uds_new_series_present:
 * @parent: where the dialog belongs
 * @present: (element-type UdsRecord): the series that the indicator has
 * @like: (nullable): the one that is shown, whose name and unit the new one has unless the user says otherwise
 * @unit: (nullable): the unit in which that is measured
 * @made: called when the user has said what the series is; not where the dialog is closed without
 * @data: handed to @made; must live as long as @parent
 *
 * Asks what a new series is about.
 */
void
uds_new_series_present (GtkWidget        *parent,
                        GPtrArray        *present,
                        UdsRecord        *like,
                        const char       *unit,
                        UdsNewSeriesFunc  made,
                        gpointer          data)
{
  UdsNewSeries *self = g_object_new (UDS_TYPE_NEW_SERIES, NULL);
  g_autofree char *dimension = find_dimension (present);

  self->present = g_ptr_array_ref (present);
  self->like = like != NULL ? g_object_ref (like) : NULL;
  self->unit = g_strdup (unit);
  self->made = made;
  self->data = data;
  gtk_editable_set_text (GTK_EDITABLE (self->dimension_row), dimension != NULL ? dimension : "");
  gtk_editable_set_text (GTK_EDITABLE (self->unit_row), unit != NULL ? unit : "");
  adw_dialog_present (ADW_DIALOG (self), parent);
  gtk_widget_grab_focus (GTK_WIDGET (dimension != NULL ? self->part_row : self->dimension_row));
}
