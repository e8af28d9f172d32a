/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the digests of all goals and lays their tiles out in the grid people know the 17 goals by. */
#include "uds-goals-page.h"

#include "uds-goal-tile.h"
#include "uds-print.h"
#include "uds-status-bar.h"

#include <glib/gi18n.h>

struct _UdsGoalsPage
{
  UdsPage parent_instance;

  GtkFlowBox *grid;
};

G_DEFINE_FINAL_TYPE (UdsGoalsPage, uds_goals_page, UDS_TYPE_PAGE)

static gpointer
read_goals (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  return uds_session_digest_goals (session, error);
}

/* The 18th place: all goals together. */
static GtkWidget *
make_city_tile (GPtrArray *digests)
{
  UdsProgressTally tally = { { 0 } };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *bar = uds_status_bar_new ();
  GtkWidget *title, *foot;
  g_autofree char *coverage = NULL;

  for (guint i = 0; i < digests->len; i++)
    {
      const UdsProgressTally *one = uds_goal_digest_get_tally (g_ptr_array_index (digests, i));

      for (guint j = 0; j < UDS_PROGRESS_N_STATUSES; j++)
        tally.counts[j] += one->counts[j];
    }

  coverage = uds_goal_tile_say_coverage (&tally);
  title = gtk_label_new (_("All goals together"));
  foot = gtk_label_new (coverage);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (foot), 0);
  gtk_widget_set_vexpand (foot, TRUE);
  gtk_widget_set_valign (foot, GTK_ALIGN_END);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (foot, "caption");
  gtk_widget_add_css_class (foot, "dim-label");
  uds_status_bar_set_tally (UDS_STATUS_BAR (bar), &tally);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), foot);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_widget_add_css_class (box, "goal-sum");
  return box;
}

static void
show_goals (UdsPage *page,
            gpointer result)
{
  UdsGoalsPage *self = UDS_GOALS_PAGE (page);
  GPtrArray *digests = result;

  gtk_flow_box_remove_all (self->grid);
  for (guint i = 0; i < digests->len; i++)
    gtk_flow_box_append (self->grid,
                         uds_goal_tile_new (g_ptr_array_index (digests, i), uds_page_get_language (page)));
  if (digests->len > 0)
    gtk_flow_box_append (self->grid, make_city_tile (digests));

  /* The tiles are the buttons: the flow box's own children are no stop on the way. */
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_focusable (child, FALSE);
}

static void
uds_goals_page_load (UdsPage *page)
{
  uds_page_read (page, read_goals, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, show_goals);
}

static gpointer
read_report (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  const UdsPrintJob *job = data;

  return uds_goals_report_new (session, &job->options, error);
}

static void
uds_goals_page_print (UdsPage *page)
{
  uds_print_report (page, read_report, NULL);
}

static void
uds_goals_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UDS_TYPE_GOALS_PAGE);

  G_OBJECT_CLASS (uds_goals_page_parent_class)->dispose (object);
}

static void
uds_goals_page_class_init (UdsGoalsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_goals_page_dispose;
  UDS_PAGE_CLASS (klass)->load = uds_goals_page_load;
  UDS_PAGE_CLASS (klass)->print = uds_goals_page_print;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-goals-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsGoalsPage, grid);
}

static void
uds_goals_page_init (UdsGoalsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
