/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells each change of the day once, and marks what is no day. Days are typed and shown as people write them. What the
 * day is for is its owner's. */
#include "uds-day-row.h"

#include <glib/gi18n.h>

struct _UdsDayRow
{
  AdwEntryRow parent_instance;

  GtkMenuButton *button;
  GtkCalendar *calendar;

  UdsLanguage language;
  gboolean is_showing; /* what changes then, nobody chose */
};

enum {
  DAY_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UdsDayRow, uds_day_row, ADW_TYPE_ENTRY_ROW)

static gboolean
read_day (UdsDayRow *self,
          UdsDate   *day)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));

  return uds_date_read (text, day);
}

static void
show (UdsDayRow     *self,
      const UdsDate *day)
{
  g_autofree char *text = day != NULL ? uds_date_format (day, self->language) : g_strdup ("");

  self->is_showing = TRUE;
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self), TRUE);
  self->is_showing = FALSE;
}

static void
tell (UdsDayRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  UdsDate day;
  gboolean is_day = read_day (self, &day);
  gboolean is_sound = *text == '\0' || is_day;

  if (is_day)
    show (self, &day);
  if (is_sound)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               is_sound ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  if (is_sound && !self->is_showing)
    g_signal_emit (self, signals[DAY_CHANGED], 0);
}

static void
on_day_selected_cb (UdsDayRow *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (date, "%F");

  gtk_menu_button_popdown (self->button);
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  tell (self);
}

static void
uds_day_row_class_init (UdsDayRowClass *klass)
{
  /**
   * UdsDayRow::day-changed:
   *
   * The user chose another day, or none.
   */
  signals[DAY_CHANGED] = g_signal_new ("day-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static void
uds_day_row_init (UdsDayRow *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->language = uds_language_from_locale ();
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (self->button, popover);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _("Choose a Day"));
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->button));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self), TRUE);
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (on_day_selected_cb), self);
  g_signal_connect (self, "apply", G_CALLBACK (tell), NULL);
}

/**
 * uds_day_row_new:
 * @title: what the day is for
 *
 * Returns: (transfer floating): a row without a day
 */
GtkWidget *
uds_day_row_new (const char *title)
{
  GtkWidget *self = g_object_new (UDS_TYPE_DAY_ROW, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  return self;
}

/**
 * uds_day_row_get_day:
 * @self: a row
 * @day: (out): the day; of a year or a month, the first
 *
 * Returns: whether a day is chosen
 */
gboolean
uds_day_row_get_day (UdsDayRow *self,
                     UdsDate   *day)
{
  g_return_val_if_fail (UDS_IS_DAY_ROW (self), FALSE);

  if (!read_day (self, day))
    return FALSE;
  *day = uds_date_first_day (day);
  return TRUE;
}

/**
 * uds_day_row_set_day:
 * @self: a row
 * @day: (nullable): the day to show; %NULL for none
 */
void
uds_day_row_set_day (UdsDayRow     *self,
                     const UdsDate *day)
{
  g_return_if_fail (UDS_IS_DAY_ROW (self));

  show (self, day);
}
