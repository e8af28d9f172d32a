/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists what the calculation of progress started from and came to. Computes nothing itself. */
#include "uds-progress-popover.h"

#include "uds-format.h"
#include "uds-status-label.h"

#include <glib/gi18n.h>

typedef struct {
  GtkGrid *grid;
  UdsIndicatorDigest *digest;
  const UdsProgress *progress;
  UdsLanguage language;
  int n_rows;
} Filling;

static void
attach_row (Filling    *filling,
            GtkWidget  *left,
            const char *value)
{
  GtkWidget *right = gtk_label_new (value);

  gtk_label_set_xalign (GTK_LABEL (right), 1);
  gtk_widget_add_css_class (right, "numeric");
  gtk_widget_set_hexpand (right, TRUE);
  gtk_grid_attach (filling->grid, left, 0, filling->n_rows, 1, 1);
  gtk_grid_attach (filling->grid, right, 1, filling->n_rows, 1, 1);
  filling->n_rows++;
}

static void
add_row (Filling    *filling,
         const char *meaning,
         const char *value)
{
  GtkWidget *left = gtk_label_new (meaning);

  gtk_label_set_xalign (GTK_LABEL (left), 0);
  gtk_label_set_wrap (GTK_LABEL (left), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (left), 26);
  gtk_widget_add_css_class (left, "dimmed");
  attach_row (filling, left, value);
}

static void
add_heading (Filling    *filling,
             const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_grid_attach (filling->grid, label, 0, filling->n_rows++, 2, 1);
}

static char *
format_value (Filling *filling,
              double   value)
{
  const char *unit = uds_indicator_digest_get_unit (filling->digest, filling->language);
  int decimals = MAX (uds_indicator_digest_get_decimals (filling->digest), uds_format_decimals (&value, 1));

  return uds_format_quantity (value, decimals, unit, filling->language);
}

static void
add_point (Filling                *filling,
           const char             *format,
           const UdsProgressPoint *point)
{
  g_autofree char *meaning = NULL;
  g_autofree char *value = NULL;

  if (point->year == 0)
    return;

  meaning = g_strdup_printf ("%s %d", format, point->year);
  value = format_value (filling, point->value);
  add_row (filling, meaning, value);
}

static void
add_rate (Filling    *filling,
          const char *meaning,
          double      rate)
{
  g_autofree char *percent = uds_format_percent (100 * rate, 2, filling->language);
  g_autofree char *value = g_strconcat (rate > 0 ? "+" : "", percent, NULL);

  add_row (filling, meaning, value);
}

static void
add_target (Filling *filling)
{
  UdsProgressPoint target = { filling->progress->target_year, filling->progress->target };

  if (filling->progress->has_target)
    add_point (filling, _("Target"), &target);
}

static void
add_arrival (Filling *filling)
{
  const UdsProgress *progress = filling->progress;
  g_autofree char *year = g_strdup_printf ("%d", progress->arrival_year);

  if (progress->arrival_year == 0)
    return;

  if (progress->arrival_year <= progress->latest.year)
    add_row (filling, _("Target met since"), year);
  else
    add_row (filling, _("Target reached in, at this rate"), year);
}

static void
add_ratio (Filling *filling)
{
  const UdsProgress *progress = filling->progress;
  g_autofree char *ratio = uds_format_percent (100 * progress->ratio, 0, filling->language);

  if (progress->has_ratio && progress->has_projected)
    add_row (filling, _("Share of the way to the target"), ratio);
  else if (progress->has_ratio && progress->has_target)
    add_row (filling, _("Observed as a share of required"), ratio);
}

/* What the UN's method measures: where the value would be in the target's year. */
static void
add_projected (Filling *filling)
{
  const UdsProgress *progress = filling->progress;
  const char *unit = uds_indicator_digest_get_unit (filling->digest, filling->language);
  g_autofree char *value = NULL;
  g_autofree char *meaning = NULL;

  if (!progress->has_projected || progress->latest.year >= progress->target_year)
    return;

  value = uds_format_quantity (progress->projected, uds_indicator_digest_get_decimals (filling->digest), unit,
                               filling->language);
  /* Translators: a year; what the value would be then if it went on as it did */
  meaning = g_strdup_printf (_("Carried on to %d"), progress->target_year);
  add_row (filling, meaning, value);
}

static void
add_thresholds (Filling *filling)
{
  const UdsProgress *progress = filling->progress;

  if (!progress->has_thresholds)
    return;

  add_heading (filling, _("Thresholds"));
  for (UdsProgressStatus status = UDS_PROGRESS_SUBSTANTIAL; status <= UDS_PROGRESS_DETERIORATION; status++)
    {
      g_autofree char *threshold = uds_progress_format_threshold (progress, status, filling->language);

      attach_row (filling, uds_status_label_new (status), threshold);
    }
}

static void
add_score (Filling *filling)
{
  g_autofree char *score = uds_format_number (filling->progress->score, 2, filling->language);

  if (filling->progress->has_score)
    add_row (filling, _("Score, from −5 to 5"), score);
}

static GtkWidget *
make_sentence (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  return label;
}

/**
 * uds_progress_popover_new:
 * @digest: an indicator
 * @language: the reader's
 *
 * Returns: (transfer floating): a popover with the arithmetic behind its status
 */
GtkWidget *
uds_progress_popover_new (UdsIndicatorDigest *digest,
                          UdsLanguage         language)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  const UdsProgress *progress = uds_indicator_digest_get_progress (digest);
  Filling filling = { GTK_GRID (gtk_grid_new ()), digest, progress, language, 0 };
  g_autofree char *rule = uds_progress_describe_method (progress, language);
  GtkWidget *method = make_sentence (rule);

  add_row (&filling, _("Method"), uds_progress_method_get_label (progress->method));
  add_point (&filling, _("Base"), &progress->base);
  add_point (&filling, _("Latest"), &progress->latest);
  add_target (&filling);
  if (progress->has_observed_rate)
    add_rate (&filling, _("Observed, a year"), progress->observed_rate);
  if (progress->has_required_rate)
    add_rate (&filling, _("Required, a year"), progress->required_rate);
  add_projected (&filling);
  add_ratio (&filling);
  add_arrival (&filling);
  add_score (&filling);
  add_thresholds (&filling);

  gtk_grid_set_column_spacing (filling.grid, 18);
  gtk_grid_set_row_spacing (filling.grid, 6);
  gtk_widget_add_css_class (method, "caption");
  gtk_widget_add_css_class (method, "dimmed");
  gtk_widget_add_css_class (box, "arithmetic");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (filling.grid));
  gtk_box_append (GTK_BOX (box), method);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The arithmetic"), -1);
  return popover;
}
