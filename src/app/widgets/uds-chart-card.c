/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around every chart of a page. Drawing is uds-chart-view.c's, the table uds-chart-table-view.c's, what is
 * drawn src/report's. */
#include "uds-chart-card.h"

#include "uds-chart-content.h"
#include "uds-chart-save.h"
#include "uds-chart-table-view.h"
#include "uds-chart-view.h"

struct _UdsChartCard
{
  AdwBin parent_instance;

  GtkWidget *heading;
  GtkLabel *title;
  GtkLabel *subtitle;
  AdwWrapBox *switches;
  AdwToggleGroup *forms;
  GtkStack *stack;
  UdsChartView *chart;
  UdsChartTableView *table;
  AdwStatusPage *empty;

  char *empty_description;
  char *export_name;
};

enum {
  PROP_0,
  PROP_EMPTY_DESCRIPTION,
  PROP_EXPORT_NAME,
  PROP_FORM,
  PROP_HAS_HEADING,
  N_PROPS,
};

enum {
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static GtkBuildableIface *parent_buildable;

static void uds_chart_card_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (UdsChartCard, uds_chart_card, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, uds_chart_card_buildable_init))

/* GtkBuildable */

/* A page's own switches stand before those that every chart has, its own actions after them; what can be done where
 * there is nothing to be drawn stands below the words that say so. */
static void
uds_chart_card_add_child (GtkBuildable *buildable,
                          GtkBuilder   *builder,
                          GObject      *child,
                          const char   *type)
{
  UdsChartCard *self = UDS_CHART_CARD (buildable);

  if (g_strcmp0 (type, "switch") == 0)
    adw_wrap_box_prepend (self->switches, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "action") == 0)
    adw_wrap_box_insert_child_after (self->switches, GTK_WIDGET (child), GTK_WIDGET (self->forms));
  else if (g_strcmp0 (type, "empty") == 0)
    adw_status_page_set_child (self->empty, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
uds_chart_card_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = uds_chart_card_add_child;
}

/* What is to be seen */

static void
show_form (UdsChartCard *self)
{
  gtk_stack_set_visible_child_name (self->stack, uds_chart_card_is_empty (self)
                                                     ? "empty"
                                                     : adw_toggle_group_get_active_name (self->forms));
}

static void
on_form_cb (UdsChartCard *self)
{
  if (self->chart == NULL)
    return;

  show_form (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FORM]);
}

static void
on_activated_cb (UdsChartCard *self,
                 const char   *id)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, id);
}

static void
on_export (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  UdsChartCard *self = UDS_CHART_CARD (widget);
  UdsChartSpec *spec = uds_chart_card_get_spec (self);

  if (!uds_chart_card_is_empty (self))
    uds_chart_save (widget, spec, self->export_name != NULL ? self->export_name : uds_chart_spec_get_title (spec));
}

/* What is seen is what is copied. */
static void
on_copy (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  UdsChartCard *self = UDS_CHART_CARD (widget);
  UdsChartSpec *spec = uds_chart_card_get_spec (self);

  if (uds_chart_card_is_empty (self))
    return;
  if (g_strcmp0 (adw_toggle_group_get_active_name (self->forms), "table") == 0)
    uds_chart_content_copy_table (widget, spec);
  else
    uds_chart_content_copy (widget, spec);
}

/* GObject */

static void
uds_chart_card_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  UdsChartCard *self = UDS_CHART_CARD (object);

  switch (id)
    {
    case PROP_EMPTY_DESCRIPTION:
      g_value_set_string (value, self->empty_description);
      break;

    case PROP_EXPORT_NAME:
      g_value_set_string (value, self->export_name);
      break;

    case PROP_FORM:
      g_value_set_string (value, adw_toggle_group_get_active_name (self->forms));
      break;

    case PROP_HAS_HEADING:
      g_value_set_boolean (value, gtk_widget_get_visible (self->heading));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
uds_chart_card_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  UdsChartCard *self = UDS_CHART_CARD (object);

  switch (id)
    {
    case PROP_EMPTY_DESCRIPTION:
      if (g_set_str (&self->empty_description, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;

    case PROP_EXPORT_NAME:
      if (g_set_str (&self->export_name, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;

    case PROP_FORM:
      adw_toggle_group_set_active_name (self->forms, g_value_get_string (value));
      break;

    case PROP_HAS_HEADING:
      if (gtk_widget_get_visible (self->heading) == g_value_get_boolean (value))
        break;
      gtk_widget_set_visible (self->heading, g_value_get_boolean (value));
      g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
uds_chart_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UDS_TYPE_CHART_CARD);

  G_OBJECT_CLASS (uds_chart_card_parent_class)->dispose (object);
}

static void
uds_chart_card_finalize (GObject *object)
{
  UdsChartCard *self = UDS_CHART_CARD (object);

  g_free (self->empty_description);
  g_free (self->export_name);

  G_OBJECT_CLASS (uds_chart_card_parent_class)->finalize (object);
}

static void
uds_chart_card_class_init (UdsChartCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = uds_chart_card_get_property;
  object_class->set_property = uds_chart_card_set_property;
  object_class->dispose = uds_chart_card_dispose;
  object_class->finalize = uds_chart_card_finalize;

  properties[PROP_EMPTY_DESCRIPTION] =
      g_param_spec_string ("empty-description", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /* What a file of it is called at first; its title where nothing is said. */
  properties[PROP_EXPORT_NAME] =
      g_param_spec_string ("export-name", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /* "chart" or "table". */
  properties[PROP_FORM] = g_param_spec_string ("form", NULL, NULL, "chart",
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /* Whether title and subtitle stand above it; else the page has them. */
  properties[PROP_HAS_HEADING] = g_param_spec_boolean (
      "has-heading", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* With the id of the row of categories that is to be opened. */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", UDS_TYPE_CHART_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (UDS_TYPE_CHART_VIEW);
  g_type_ensure (UDS_TYPE_CHART_TABLE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsChartCard, heading);
  gtk_widget_class_bind_template_child (widget_class, UdsChartCard, title);
  gtk_widget_class_bind_template_child (widget_class, UdsChartCard, subtitle);
  gtk_widget_class_bind_template_child (widget_class, UdsChartCard, switches);
  gtk_widget_class_bind_template_child (widget_class, UdsChartCard, forms);
  gtk_widget_class_bind_template_child (widget_class, UdsChartCard, stack);
  gtk_widget_class_bind_template_child (widget_class, UdsChartCard, chart);
  gtk_widget_class_bind_template_child (widget_class, UdsChartCard, table);
  gtk_widget_class_bind_template_child (widget_class, UdsChartCard, empty);
  gtk_widget_class_bind_template_callback (widget_class, on_form_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activated_cb);
  gtk_widget_class_install_action (widget_class, "chart-card.copy", NULL, on_copy);
  gtk_widget_class_install_action (widget_class, "chart-card.export", NULL, on_export);
}

static void
allow_actions (UdsChartCard *self,
               gboolean      has_chart)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->forms), has_chart);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart-card.copy", has_chart);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart-card.export", has_chart);
}

static void
uds_chart_card_init (UdsChartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  allow_actions (self, FALSE);
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/**
 * uds_chart_card_set_spec:
 * @self: a card
 * @spec: what to show; nobody may change it any more
 */
void
uds_chart_card_set_spec (UdsChartCard *self,
                         UdsChartSpec *spec)
{
  g_return_if_fail (UDS_IS_CHART_CARD (self));

  show_text (self->title, uds_chart_spec_get_title (spec));
  show_text (self->subtitle, uds_chart_spec_get_subtitle (spec));
  uds_chart_view_set_spec (self->chart, spec);
  uds_chart_table_view_set_spec (self->table, spec);
  show_form (self);
  allow_actions (self, !uds_chart_card_is_empty (self));
}

/**
 * uds_chart_card_get_spec:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): what it shows
 */
UdsChartSpec *
uds_chart_card_get_spec (UdsChartCard *self)
{
  g_return_val_if_fail (UDS_IS_CHART_CARD (self), NULL);

  return uds_chart_view_get_spec (self->chart);
}

/**
 * uds_chart_card_is_empty:
 * @self: a card
 *
 * Returns: whether there is nothing to be drawn
 */
gboolean
uds_chart_card_is_empty (UdsChartCard *self)
{
  UdsChartSpec *spec;
  const UdsChartGrid *grid;

  g_return_val_if_fail (UDS_IS_CHART_CARD (self), TRUE);

  spec = uds_chart_card_get_spec (self);
  if (spec == NULL)
    return TRUE;
  grid = uds_chart_spec_get_grid (spec);
  if (grid != NULL)
    return uds_chart_grid_get_n_rows (grid) == 0 || uds_chart_grid_get_n_columns (grid) == 0;
  return uds_chart_spec_get_n_series (spec) == 0;
}
