/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row that opens the indicator. Where it is narrow, figures and status with its reason stand below the name. */
#include "uds-indicator-row.h"

#include "uds-format.h"
#include "uds-indicator-chart.h"
#include "uds-indicator-words.h"
#include "uds-sparkline.h"
#include "uds-status-label.h"
#include "uds-wrapped-label.h"

#include <glib/gi18n.h>

#define STATUS_WIDTH 176
#define STATUS_CHARS 16
#define FIGURES_WIDTH 190
#define FIGURES_CHARS 18

struct _UdsIndicatorRow
{
  AdwPreferencesRow parent_instance;

  GtkBox *box;
  GtkWidget *sparkline;
  GtkBox *facts;
};

G_DEFINE_FINAL_TYPE (UdsIndicatorRow, uds_indicator_row, ADW_TYPE_PREFERENCES_ROW)

/**
 * uds_indicator_format_latest:
 * @digest: an indicator
 * @language: the reader's
 *
 * Returns: (transfer full): the latest value of its whole with unit and period
 */
char *
uds_indicator_format_latest (UdsIndicatorDigest *digest,
                             UdsLanguage         language)
{
  const UdsDigestPoint *latest = uds_indicator_digest_get_latest (digest);
  g_autofree char *value = NULL;
  g_autofree char *period = NULL;

  if (latest == NULL)
    return g_strdup (_("No values yet"));
  if (!uds_indicator_digest_is_headline (digest))
    return g_strdup (_("Only values of parts"));

  value = uds_format_quantity (latest->value, uds_indicator_digest_get_decimals (digest),
                               uds_indicator_digest_get_unit (digest, language), language);
  period = uds_indicator_words_period (latest, language);
  /* Translators: a value with its unit and its period, such as “65% in 2020” */
  return g_strdup_printf (_("%s in %s"), value, period);
}

/**
 * uds_indicator_format_target:
 * @digest: an indicator
 * @language: the reader's
 *
 * Returns: (transfer full) (nullable): its target with the year and what became of it; %NULL where there is none
 */
char *
uds_indicator_format_target (UdsIndicatorDigest *digest,
                             UdsLanguage         language)
{
  UdsRecord *indicator = uds_indicator_digest_get_indicator (digest);
  const UdsField *state = uds_kind_lookup_field (uds_record_get_kind (indicator), "target_state", NULL);
  const char *code = uds_record_get_text (indicator, "target_state");
  g_autofree char *value = NULL;
  g_autofree char *text = NULL;
  double target;
  int decimals;

  if (!uds_record_has (indicator, "target_value"))
    return NULL;

  target = uds_record_get_real (indicator, "target_value");
  decimals = MAX (uds_indicator_digest_get_decimals (digest), uds_format_decimals (&target, 1));
  value = uds_format_quantity (target, decimals, uds_indicator_digest_get_unit (digest, language), language);
  if (uds_record_has (indicator, "target_year"))
    /* Translators: a value and a year */
    text = g_strdup_printf (_("Target %s by %d"), value, (int) uds_record_get_integer (indicator, "target_year"));
  else
    /* Translators: a value */
    text = g_strdup_printf (_("Target %s"), value);
  if (code == NULL || g_str_equal (code, "active"))
    return g_steal_pointer (&text);
  /* Translators: a target, and what became of it, such as “given up” */
  return g_strdup_printf (_("%s (%s)"), text, uds_field_get_choice_label (state, code));
}

static GtkWidget *
make_texts (UdsIndicatorDigest *digest,
            UdsLanguage         language)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  UdsRecord *indicator = uds_indicator_digest_get_indicator (digest);
  const char *place = uds_record_get_localized (indicator, "place", language);
  g_autofree char *name = uds_indicator_words_name (digest, language);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), uds_wrapped_label_new (name, NULL));
  if (place != NULL && !uds_indicator_digest_is_namesake (digest))
    {
      GtkWidget *label = uds_wrapped_label_new (place, "caption");

      gtk_widget_add_css_class (label, "dimmed");
      gtk_box_append (GTK_BOX (box), label);
    }
  return box;
}

static GtkWidget *
make_figures (UdsIndicatorDigest *digest,
              UdsLanguage         language)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *latest = uds_indicator_format_latest (digest, language);
  g_autofree char *target = uds_indicator_format_target (digest, language);
  GtkWidget *value = uds_wrapped_label_new (latest, "numeric");

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (box, FIGURES_WIDTH, -1);
  gtk_label_set_max_width_chars (GTK_LABEL (value), FIGURES_CHARS);
  gtk_box_append (GTK_BOX (box), value);
  if (target != NULL)
    {
      GtkWidget *label = uds_wrapped_label_new (target, "caption");

      gtk_label_set_max_width_chars (GTK_LABEL (label), FIGURES_CHARS);
      gtk_widget_add_css_class (label, "dimmed");
      gtk_box_append (GTK_BOX (box), label);
    }
  return box;
}

static GtkWidget *
make_status (UdsIndicatorDigest *digest,
             UdsLanguage         language)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *status = uds_status_label_new (uds_indicator_digest_get_progress (digest)->status);
  g_autofree char *reason = uds_indicator_words_reason (digest, language);
  GtkWidget *label = uds_wrapped_label_new (reason, "caption");

  gtk_widget_set_halign (status, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (box, STATUS_WIDTH, -1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), STATUS_CHARS);
  gtk_box_append (GTK_BOX (box), status);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
make_sparkline (UdsIndicatorDigest *digest,
                UdsLanguage         language)
{
  g_autoptr (UdsChartSpec) spec = uds_indicator_chart_new (digest, language);

  return uds_sparkline_new (spec);
}

/* A row of one's own making has no name but the one it is given. */
static void
name_row (UdsIndicatorRow    *self,
          UdsIndicatorDigest *digest,
          UdsLanguage         language)
{
  g_autofree char *name = uds_indicator_words_name (digest, language);
  g_autofree char *latest = uds_indicator_format_latest (digest, language);
  UdsProgressStatus status = uds_indicator_digest_get_progress (digest)->status;
  g_autofree char *reason = uds_indicator_words_reason (digest, language);
  g_autofree char *description = g_strdup_printf ("%s. %s. %s", latest, uds_progress_status_get_label (status), reason);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
uds_indicator_row_class_init (UdsIndicatorRowClass *klass)
{
}

static void
uds_indicator_row_init (UdsIndicatorRow *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18));
  self->facts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "indicator-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->box));
}

/**
 * uds_indicator_row_new:
 * @digest: an indicator
 * @language: the reader's
 *
 * Returns: (transfer floating): a row that opens it
 */
GtkWidget *
uds_indicator_row_new (UdsIndicatorDigest *digest,
                       UdsLanguage         language)
{
  UdsIndicatorRow *self = g_object_new (UDS_TYPE_INDICATOR_ROW, NULL);
  UdsRecord *indicator = uds_indicator_digest_get_indicator (digest);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  name_row (self, digest, language);
  self->sparkline = make_sparkline (digest, language);
  gtk_box_append (self->box, self->sparkline);
  gtk_box_append (self->box, make_texts (digest, language));
  gtk_box_append (self->box, GTK_WIDGET (self->facts));
  gtk_box_append (self->facts, make_figures (digest, language));
  gtk_box_append (self->facts, make_status (digest, language));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "(ss)", "indicator", uds_record_get_id (indicator));
  return GTK_WIDGET (self);
}

/**
 * uds_indicator_row_set_narrow:
 * @self: a row
 * @narrow: whether there is little room
 */
void
uds_indicator_row_set_narrow (UdsIndicatorRow *self,
                              gboolean         narrow)
{
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  g_return_if_fail (UDS_IS_INDICATOR_ROW (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), orientation);
  gtk_box_set_spacing (self->box, narrow ? 6 : 18);
  gtk_box_set_spacing (self->facts, narrow ? 6 : 18);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->facts), orientation);
  gtk_widget_set_visible (self->sparkline, !narrow);
}
