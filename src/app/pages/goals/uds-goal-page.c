/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a goal with all that belongs to it and shows it in sections. Without a goal it is the page of the city as a
 * whole. */
#include "uds-goal-page.h"

#include "uds-arithmetic.h"
#include "uds-chart-card.h"
#include "uds-format.h"
#include "uds-goal-badge.h"
#include "uds-goal-digest.h"
#include "uds-goal-rows.h"
#include "uds-goal-words.h"
#include "uds-goals-chart.h"
#include "uds-indicator-row.h"
#include "uds-new-record.h"
#include "uds-print.h"
#include "uds-related-list.h"
#include "uds-roll-up-popover.h"
#include "uds-status-bar.h"
#include "uds-status-label.h"

#include <glib/gi18n.h>

struct _UdsGoalPage
{
  UdsPage parent_instance;

  AdwWindowTitle *window_title;
  UdsGoalBadge *badge;
  GtkLabel *heading;
  GtkLabel *sentence;
  GtkBox *figures;
  GtkWidget *status_card;
  UdsStatusLabel *status;
  GtkMenuButton *why_button;
  GtkLabel *explanation;
  UdsStatusBar *bar;
  AdwPreferencesGroup *indicators;
  AdwToggleGroup *toggles;
  UdsChartCard *card; /* of the indicators, filled when it is to be seen */
  GtkBox *groups;

  char *id;              /* of the goal; none for the city as a whole */
  UdsGoalDigest *digest; /* none until it is read */
  GPtrArray *rows;       /* of the indicators */
  gboolean narrow;
};

enum {
  PROP_0,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (UdsGoalPage, uds_goal_page, UDS_TYPE_PAGE)

/* Heading */

static void
show_heading (UdsGoalPage *self,
              UdsLanguage  language)
{
  UdsRecord *goal = uds_goal_digest_get_goal (self->digest);
  const char *name = goal != NULL ? uds_record_get_title (goal, language) : _("All Goals Together");
  const char *sentence = goal != NULL ? uds_record_get_localized (goal, "sentence", language)
                                      : _("Everything the city measures and does for the 17 goals.");
  int number = goal != NULL ? (int) uds_record_get_integer (goal, "number") : 0;
  g_autofree char *title = goal != NULL ? g_strdup_printf (_("Goal %d"), number) : g_strdup (_("Goals"));

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), name);
  adw_window_title_set_title (self->window_title, title);
  uds_goal_badge_set_goal (self->badge, goal);
  gtk_label_set_label (self->heading, name);
  gtk_label_set_label (self->sentence, sentence != NULL ? sentence : "");
}

static void
remove_children (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* Figures */

static void
add_figure (UdsGoalPage *self,
            const char  *value,
            const char  *meaning)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *number = gtk_label_new (value);
  GtkWidget *label = gtk_label_new (meaning);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "figure-card");
  gtk_widget_add_css_class (number, "title-2");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_label_set_xalign (GTK_LABEL (number), 0);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->figures, box);
}

static void
show_figures (UdsGoalPage *self,
              UdsLanguage  language)
{
  const UdsProgressTally *tally = uds_goal_digest_get_tally (self->digest);
  guint n_indicators = uds_progress_tally_get_n_indicators (tally);
  g_autoptr (GPtrArray) efforts = uds_goal_digest_list_linked (self->digest, "effort");
  g_autofree char *coverage = n_indicators > 0
                                  ? uds_format_percent (100 * uds_progress_tally_get_coverage (tally), 0, language)
                                  : g_strdup (UDS_FORMAT_NONE);
  g_autofree char *on_their_way = g_strdup_printf ("%u", uds_progress_tally_get_n_on_their_way (tally));
  g_autofree char *n_efforts = g_strdup_printf ("%u", efforts->len);
  /* Translators: how many of the indicators have a status, and how many there are */
  g_autofree char *assessed = g_strdup_printf (_("Coverage: %u of %u indicators assessed"),
                                               uds_progress_tally_get_n_assessed (tally), n_indicators);

  remove_children (self->figures);
  add_figure (self, coverage, assessed);
  add_figure (self, on_their_way, _("Indicators achieved or on their way"));
  add_figure (self, n_efforts, _("Efforts"));
  uds_status_bar_set_tally (self->bar, tally);
}

/* Status */

static void
show_status (UdsGoalPage *self,
             UdsLanguage  language)
{
  const UdsRollUp *roll_up = uds_goal_digest_get_roll_up (self->digest);
  g_autofree char *text = uds_roll_up_describe (roll_up, language);

  gtk_widget_set_visible (self->status_card, roll_up->n_indicators > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->why_button), roll_up->n_assessed > 0);
  uds_status_label_set_roll_up (self->status, roll_up);
  gtk_label_set_label (self->explanation, text);
}

static void
make_why (GtkMenuButton *button,
          gpointer       data)
{
  UdsGoalPage *self = data;
  UdsLanguage language = uds_page_get_language (UDS_PAGE (self));

  uds_arithmetic_popover_attach (uds_roll_up_popover_new (self->digest, language), button);
}

/* Indicators */

/* One chart is the indicator's own page's, and those of all goals are too many to be read side by side. */
static gboolean
can_have_charts (UdsGoalPage *self)
{
  return self->digest != NULL && uds_goal_digest_get_goal (self->digest) != NULL && self->rows->len > 1;
}

/* As rows, or side by side as small charts. */
static void
show_view (UdsGoalPage *self)
{
  gboolean as_charts = can_have_charts (self)
                       && g_strcmp0 (adw_toggle_group_get_active_name (self->toggles), "charts") == 0;
  g_autoptr (UdsChartSpec) spec = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->rows, i), !as_charts);
  gtk_widget_set_visible (GTK_WIDGET (self->toggles), can_have_charts (self));
  gtk_widget_set_visible (GTK_WIDGET (self->card), as_charts);
  if (!as_charts)
    return;

  spec = uds_goal_chart_new (self->digest, uds_page_get_language (UDS_PAGE (self)));
  uds_chart_card_set_spec (self->card, spec);
}

static void
on_toggled_cb (UdsGoalPage *self)
{
  show_view (self);
}

static void
show_indicators (UdsGoalPage *self,
                 UdsLanguage  language)
{
  GPtrArray *indicators = uds_goal_digest_get_indicators (self->digest);
  const char *empty = _("Nothing is measured here yet. Add an indicator, or import a file with its values.");

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->indicators, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < indicators->len; i++)
    {
      GtkWidget *row = uds_indicator_row_new (g_ptr_array_index (indicators, i), language);

      uds_indicator_row_set_narrow (UDS_INDICATOR_ROW (row), self->narrow);
      adw_preferences_group_add (self->indicators, row);
      g_ptr_array_add (self->rows, row);
    }
  adw_preferences_group_set_description (self->indicators, indicators->len == 0 ? empty : NULL);
  show_view (self);
}

/* The sections below */

static AdwPreferencesGroup *
add_group (UdsGoalPage *self,
           const char  *title,
           const char  *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (self->groups, group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_targets (UdsGoalPage *self,
             UdsLanguage  language)
{
  GPtrArray *targets = uds_goal_digest_get_targets (self->digest);
  g_autofree char *summary = uds_goal_words_targets (self->digest);
  AdwPreferencesGroup *group;

  if (targets->len == 0)
    return;

  group = add_group (self, _("Targets"), summary);
  for (guint i = 0; i < targets->len; i++)
    adw_preferences_group_add (group, uds_target_row_new (self->digest, g_ptr_array_index (targets, i), language));
}

/* Of one goal; what serves all of them is said goal by goal. */
static gboolean
can_add (UdsGoalPage *self)
{
  return self->id != NULL && uds_page_can_write (UDS_PAGE (self));
}

static AdwPreferencesGroup *
add_group_with_new (UdsGoalPage *self,
                    const char  *title,
                    const char  *description,
                    const char  *kind,
                    const char  *relation)
{
  AdwPreferencesGroup *group = add_group (self, title, description);

  if (can_add (self))
    adw_preferences_group_set_header_suffix (
        group, uds_new_button_new (uds_kind_lookup (kind), "goal.new", g_variant_new ("(ss)", kind, relation)));
  return group;
}

/* Of one goal also where there is none yet, so that one can make the first. */
static void
add_efforts (UdsGoalPage *self,
             UdsLanguage  language)
{
  g_autoptr (GPtrArray) efforts = uds_goal_digest_list_linked (self->digest, "effort");
  AdwPreferencesGroup *group;

  if (efforts->len == 0 && !can_add (self))
    return;

  group = add_group_with_new (self, _("Efforts"), efforts->len == 0 ? _("No effort serves the goal yet.") : NULL,
                              "effort", "serves");
  for (guint i = 0; i < efforts->len; i++)
    adw_preferences_group_add (group, uds_effort_row_new (self->digest, g_ptr_array_index (efforts, i), language));
}

/* Networks, events and delegations; nothing where none serves the goal. */
static void
add_served (UdsGoalPage *self,
            UdsLanguage  language)
{
  static const char *const kinds[] = { "network", "event", "request" };
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) records = uds_goal_digest_list_linked (self->digest, kinds[i]);

      if (records->len == 0)
        continue;
      if (group == NULL)
        group = add_group (self, _("Here we work with the goal"), NULL);
      adw_preferences_group_add (group, uds_served_row_new (records, uds_kind_lookup (kinds[i]), language));
    }
}

static void
add_rows (AdwPreferencesGroup *group,
          GPtrArray           *records,
          UdsLanguage          language)
{
  for (guint i = 0; i < records->len; i++)
    {
      UdsRecord *record = g_ptr_array_index (records, i);

      adw_preferences_group_add (group, uds_record_row_new (record, uds_record_get_title (record, language), language));
    }
}

static void
add_comparisons (UdsGoalPage *self,
                 UdsLanguage  language)
{
  g_autoptr (GPtrArray) comparisons = uds_goal_digest_list_linked (self->digest, "comparison");

  if (comparisons->len > 0)
    add_rows (add_group (self, _("Beside other cities"), NULL), comparisons, language);
}

static void
add_notes (UdsGoalPage *self,
           UdsLanguage  language)
{
  g_autoptr (GPtrArray) notes = uds_goal_digest_list_linked (self->digest, "note");

  if (notes->len > 0 || can_add (self))
    add_rows (add_group_with_new (self, _("What we learned"),
                                  notes->len == 0 ? _("No note concerns the goal yet.") : NULL, "note", "concerns"),
              notes, language);
}

static void
show_groups (UdsGoalPage *self,
             UdsLanguage  language)
{
  remove_children (self->groups);
  add_targets (self, language);
  add_efforts (self, language);
  add_served (self, language);
  add_comparisons (self, language);
  add_notes (self, language);
}

/* UdsPage */

static gpointer
read_goal (UdsSession  *session,
           gpointer     data,
           GError     **error)
{
  return uds_session_digest_goal (session, data, error);
}

static void
show_goal (UdsPage  *page,
           gpointer  result)
{
  UdsGoalPage *self = UDS_GOAL_PAGE (page);
  UdsLanguage language = uds_page_get_language (page);

  g_set_object (&self->digest, result);
  show_heading (self, language);
  show_figures (self, language);
  show_status (self, language);
  show_indicators (self, language);
  show_groups (self, language);
}

static void
uds_goal_page_load (UdsPage *page)
{
  uds_page_read (page, read_goal, g_strdup (UDS_GOAL_PAGE (page)->id), g_free, g_object_unref, show_goal);
}

static void
uds_goal_page_add (UdsPage *page)
{
  const char *id = UDS_GOAL_PAGE (page)->id;

  uds_new_record_present (page, uds_kind_lookup ("indicator"), id != NULL ? "goal" : NULL, id);
}

static void
uds_goal_page_print (UdsPage *page)
{
  uds_print_report (page, "goals", UDS_GOAL_PAGE (page)->id);
}

/* GObject */

static void
set_narrow (UdsGoalPage *self,
            gboolean     narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  for (guint i = 0; i < self->rows->len; i++)
    uds_indicator_row_set_narrow (g_ptr_array_index (self->rows, i), narrow);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
uds_goal_page_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, UDS_GOAL_PAGE (object)->narrow);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
uds_goal_page_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      set_narrow (UDS_GOAL_PAGE (object), g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
uds_goal_page_dispose (GObject *object)
{
  UdsGoalPage *self = UDS_GOAL_PAGE (object);

  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->digest);
  gtk_widget_dispose_template (GTK_WIDGET (self), UDS_TYPE_GOAL_PAGE);

  G_OBJECT_CLASS (uds_goal_page_parent_class)->dispose (object);
}

static void
uds_goal_page_finalize (GObject *object)
{
  UdsGoalPage *self = UDS_GOAL_PAGE (object);

  g_ptr_array_unref (self->rows);
  g_free (self->id);

  G_OBJECT_CLASS (uds_goal_page_parent_class)->finalize (object);
}

static void
on_export_open_sdg (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  const char *id = UDS_GOAL_PAGE (widget)->id;

  gtk_widget_activate_action (widget, "win.export-open-sdg", "(ss)", id != NULL ? "goal" : "", id != NULL ? id : "");
}

static void
on_new (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  UdsGoalPage *self = UDS_GOAL_PAGE (widget);
  const char *kind, *relation;

  g_variant_get (parameter, "(&s&s)", &kind, &relation);
  uds_new_record_present_tied (UDS_PAGE (self), uds_kind_lookup (kind), relation,
                               uds_goal_digest_get_goal (self->digest));
}

static void
uds_goal_page_class_init (UdsGoalPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = uds_goal_page_get_property;
  object_class->set_property = uds_goal_page_set_property;
  object_class->dispose = uds_goal_page_dispose;
  object_class->finalize = uds_goal_page_finalize;
  UDS_PAGE_CLASS (klass)->load = uds_goal_page_load;
  UDS_PAGE_CLASS (klass)->add = uds_goal_page_add;
  UDS_PAGE_CLASS (klass)->print = uds_goal_page_print;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (UDS_TYPE_GOAL_BADGE);
  g_type_ensure (UDS_TYPE_STATUS_BAR);
  g_type_ensure (UDS_TYPE_STATUS_LABEL);
  g_type_ensure (UDS_TYPE_CHART_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-goal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsGoalPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalPage, badge);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalPage, heading);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalPage, figures);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalPage, bar);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalPage, status_card);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalPage, status);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalPage, why_button);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalPage, explanation);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalPage, toggles);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalPage, card);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled_cb);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalPage, indicators);
  gtk_widget_class_bind_template_child (widget_class, UdsGoalPage, groups);
  gtk_widget_class_install_action (widget_class, "goal.export-open-sdg", NULL, on_export_open_sdg);
  gtk_widget_class_install_action (widget_class, "goal.new", "(ss)", on_new);
}

static void
uds_goal_page_init (UdsGoalPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  uds_goal_badge_set_size (self->badge, 64);
  gtk_menu_button_set_create_popup_func (self->why_button, make_why, self, NULL);
}

/**
 * uds_goal_page_new:
 * @id: (nullable): the id of a goal; %NULL for the city as a whole
 *
 * Returns: (transfer floating): its page, empty until it is given the context
 */
UdsPage *
uds_goal_page_new (const char *id)
{
  UdsGoalPage *self = g_object_new (UDS_TYPE_GOAL_PAGE, "title", _("Goal"), NULL);

  self->id = g_strdup (id);
  return UDS_PAGE (self);
}
