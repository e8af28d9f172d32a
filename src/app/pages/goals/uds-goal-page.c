/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows a goal's digest: head, three figures, indicators with their small lines, targets with what covers them, and the
 * records that serve it. */
#include "uds-goal-page.h"

#include "uds-format.h"
#include "uds-goal-number.h"
#include "uds-goal-tile.h"
#include "uds-indicator-chart.h"
#include "uds-period.h"
#include "uds-print.h"
#include "uds-related-list.h"
#include "uds-sparkline.h"
#include "uds-status-bar.h"

#include <glib/gi18n.h>

struct _UdsGoalPage
{
  UdsPage parent_instance;

  GtkBox *content;
  char *id;
};

G_DEFINE_FINAL_TYPE (UdsGoalPage, uds_goal_page, UDS_TYPE_PAGE)

static gpointer
read_goal (UdsSession  *session,
           gpointer     data,
           GError     **error)
{
  g_autoptr (UdsRecord) goal = uds_session_get (session, uds_kind_lookup ("goal"), data, error);

  return goal != NULL ? uds_session_digest_goal (session, goal, error) : NULL;
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_head (UdsRecord  *goal,
           UdsLanguage language)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_box_append (GTK_BOX (texts), make_label (uds_record_get_title (goal, language), "title-1"));
  gtk_box_append (GTK_BOX (texts), make_label (uds_record_get_localized (goal, "sentence", language), "dim-label"));
  gtk_box_append (GTK_BOX (head), uds_goal_number_new (goal, 72));
  gtk_box_append (GTK_BOX (head), texts);
  return head;
}

static GtkWidget *
make_figure (const char *value,
             const char *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), make_label (value, "title-2"));
  gtk_box_append (GTK_BOX (box), make_label (label, "dim-label"));
  return box;
}

static guint
count_kind (GPtrArray  *records,
            const char *kind)
{
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    n += uds_record_is_a (g_ptr_array_index (records, i), kind);
  return n;
}

static GtkWidget *
make_figures (UdsGoalDigest *digest)
{
  const UdsProgressTally *tally = uds_goal_digest_get_tally (digest);
  g_autofree char *coverage = uds_goal_tile_say_coverage (tally);
  g_autofree char *on_way = g_strdup_printf ("%u", uds_progress_tally_get_n_on_their_way (tally));
  g_autofree char *efforts = g_strdup_printf ("%u", count_kind (uds_goal_digest_get_linked (digest), "effort"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *figures = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *bar = uds_status_bar_new ();

  gtk_box_set_homogeneous (GTK_BOX (figures), TRUE);
  gtk_box_append (GTK_BOX (figures), make_figure (coverage, _("indicators")));
  gtk_box_append (GTK_BOX (figures), make_figure (on_way, _("on their way or achieved")));
  gtk_box_append (GTK_BOX (figures), make_figure (efforts, _("efforts")));
  uds_status_bar_set_tally (UDS_STATUS_BAR (bar), tally);
  gtk_box_append (GTK_BOX (box), figures);
  gtk_box_append (GTK_BOX (box), bar);
  return box;
}

/* "København · 24.2 % in 2022" */
static char *
describe_latest (UdsIndicatorDigest *digest,
                 UdsLanguage         language)
{
  UdsRecord *indicator = uds_indicator_digest_get_indicator (digest);
  const UdsDigestPoint *latest = uds_indicator_digest_get_latest (digest);
  const char *place = uds_record_get_localized (indicator, "place", language);
  g_autofree char *value = NULL;
  g_autofree char *period = NULL;
  UdsPeriod parsed;

  if (latest == NULL)
    return g_strdup_printf ("%s%s%s", place != NULL ? place : "", place != NULL ? " · " : "", _("no figures yet"));

  value = uds_format_quantity (latest->value, uds_indicator_digest_get_decimals (digest),
                               uds_indicator_digest_get_unit (digest, language), language);
  period = uds_period_parse (latest->period, &parsed, NULL) ? uds_period_format (&parsed, language)
                                                            : g_strdup (latest->period);
  if (place == NULL)
    /* Translators: a value with its unit, a period */
    return g_strdup_printf (_("%1$s in %2$s"), value, period);
  /* Translators: a place, a value with its unit, a period */
  return g_strdup_printf (_("%1$s · %2$s in %3$s"), place, value, period);
}

static GtkWidget *
make_status (const UdsProgress *progress)
{
  g_autofree char *text = g_strdup_printf ("%s %s", uds_progress_status_get_glyph (progress->status),
                                           uds_progress_status_get_label (progress->status));
  g_autofree char *style = g_strdup_printf ("status-%s", uds_progress_status_get_name (progress->status));
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "status");
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_indicator_row (UdsIndicatorDigest *digest,
                    UdsLanguage         language)
{
  UdsRecord *indicator = uds_indicator_digest_get_indicator (digest);
  g_autofree char *latest = describe_latest (digest, language);
  g_autoptr (UdsChartSpec) spec = uds_indicator_chart_new (digest, language);
  GtkWidget *row = uds_record_row_new (indicator, uds_record_get_title (indicator, language),
                                       make_status (uds_indicator_digest_get_progress (digest)), language);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), latest);
  if (uds_indicator_digest_get_n_points (digest) > 1)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), uds_sparkline_new (spec));
  return row;
}

static void
append_indicators (UdsGoalPage   *self,
                   UdsGoalDigest *digest,
                   UdsLanguage    language)
{
  GPtrArray *indicators = uds_goal_digest_get_indicators (digest);
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Indicators"));
  if (indicators->len == 0)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                           _("No indicator measures this goal yet. Import one with Ctrl+O."));
  for (guint i = 0; i < indicators->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               make_indicator_row (g_ptr_array_index (indicators, i), language));
  gtk_box_append (self->content, group);
}

static gboolean
is_measured (GPtrArray *indicators,
             UdsRecord *target)
{
  for (guint i = 0; i < indicators->len; i++)
    {
      UdsRecord *indicator = uds_indicator_digest_get_indicator (g_ptr_array_index (indicators, i));

      if (g_strcmp0 (uds_record_get_text (indicator, "target"), uds_record_get_id (target)) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
append_targets (UdsGoalPage   *self,
                UdsGoalDigest *digest,
                UdsLanguage    language)
{
  GPtrArray *targets = uds_goal_digest_get_targets (digest);
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Targets"));
  for (guint i = 0; i < targets->len; i++)
    {
      UdsRecord *target = g_ptr_array_index (targets, i);
      g_autofree char *title = g_strdup_printf ("%s  %s", uds_record_get_text (target, "code"),
                                                uds_record_get_title (target, language));
      GtkWidget *row = uds_record_row_new (target, title, NULL, language);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                                   is_measured (uds_goal_digest_get_indicators (digest), target)
                                       ? _("● measured by an indicator")
                                       : _("○ no indicator"));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  gtk_box_append (self->content, group);
}

static void
append_linked (UdsGoalPage   *self,
               UdsGoalDigest *digest,
               const char    *kind,
               UdsLanguage    language)
{
  GPtrArray *linked = uds_goal_digest_get_linked (digest);
  GtkWidget *group;

  if (count_kind (linked, kind) == 0)
    return;

  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(uds_kind_lookup (kind)->label_plural));
  for (guint i = 0; i < linked->len; i++)
    {
      UdsRecord *record = g_ptr_array_index (linked, i);

      if (uds_record_is_a (record, kind))
        adw_preferences_group_add (
            ADW_PREFERENCES_GROUP (group),
            uds_record_row_new (record, uds_record_get_title (record, language), NULL, language));
    }
  gtk_box_append (self->content, group);
}

static void
show_goal (UdsPage *page,
           gpointer result)
{
  static const char *const kinds[] = { "effort", "network", "agreement", "event" };
  UdsGoalPage *self = UDS_GOAL_PAGE (page);
  UdsGoalDigest *digest = result;
  UdsLanguage language = uds_page_get_language (page);
  GtkWidget *child;

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self),
                                 uds_record_get_title (uds_goal_digest_get_goal (digest), language));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) != NULL)
    gtk_box_remove (self->content, child);

  gtk_box_append (self->content, make_head (uds_goal_digest_get_goal (digest), language));
  gtk_box_append (self->content, make_figures (digest));
  append_indicators (self, digest, language);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    append_linked (self, digest, kinds[i], language);
  append_targets (self, digest, language);
}

static void
uds_goal_page_load (UdsPage *page)
{
  uds_page_read (page, read_goal, g_strdup (UDS_GOAL_PAGE (page)->id), g_free, g_object_unref, show_goal);
}

static gpointer
read_report (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  const UdsPrintJob *job = data;
  g_autoptr (UdsRecord) goal = uds_session_get (session, uds_kind_lookup ("goal"), job->id, error);

  return goal != NULL ? uds_goals_report_new_for_goal (session, &job->options, goal, error) : NULL;
}

static void
uds_goal_page_print (UdsPage *page)
{
  uds_print_report (page, read_report, UDS_GOAL_PAGE (page)->id);
}

static void
uds_goal_page_dispose (GObject *object)
{
  g_clear_pointer (&UDS_GOAL_PAGE (object)->id, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), UDS_TYPE_GOAL_PAGE);

  G_OBJECT_CLASS (uds_goal_page_parent_class)->dispose (object);
}

static void
uds_goal_page_class_init (UdsGoalPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_goal_page_dispose;
  UDS_PAGE_CLASS (klass)->load = uds_goal_page_load;
  UDS_PAGE_CLASS (klass)->print = uds_goal_page_print;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-goal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsGoalPage, content);
}

static void
uds_goal_page_init (UdsGoalPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * uds_goal_page_new:
 * @id: a goal's id
 *
 * Returns: (transfer floating): its page
 */
UdsPage *
uds_goal_page_new (const char *id)
{
  UdsGoalPage *self = g_object_new (UDS_TYPE_GOAL_PAGE, NULL);

  self->id = g_strdup (id);
  return UDS_PAGE (self);
}
