/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Check buttons in a popover; of those that exclude each other, radio buttons. What choosing does is the
 * selection's. */
#include "uds-indicator-choice-button.h"

#include "uds-breakdown.h"

#include <glib/gi18n.h>

#define LIST_HEIGHT_MAX 360
#define LABEL_CHARS 28
#define CHECKS_AT_ONCE 20

struct _UdsIndicatorChoiceButton
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkLabel *label;
  GtkBox *list;

  UdsChoiceOf of;
  char *dimension;
  char *without; /* what the series or unit without a name is called */
  GArray *options;   /* of UdsIndicatorOption */
  GPtrArray *checks; /* of GtkCheckButton, for the first options; none until the list was open */
  gboolean is_showing;
  guint tick; /* makes the rest */
};

enum {
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UdsIndicatorChoiceButton, uds_indicator_choice_button, ADW_TYPE_BIN)

#define VALUE "uds-value"

static void
on_toggled_cb (UdsIndicatorChoiceButton *self,
               GtkCheckButton           *check)
{
  gboolean is_chosen = gtk_check_button_get_active (check);

  /* Of those that exclude each other the one that loses its mark was not chosen. */
  if (self->is_showing || (self->of != UDS_CHOICE_OF_PARTS && !is_chosen))
    return;

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, (int) self->of, self->dimension,
                 g_object_get_data (G_OBJECT (check), VALUE), is_chosen);
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* A popover gives a label that wraps no more than its longest letter. */
  gtk_label_set_width_chars (GTK_LABEL (label), text != NULL ? (int) MIN (g_utf8_strlen (text, -1), LABEL_CHARS) : -1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LABEL_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static void
show_check (GtkCheckButton           *check,
            const UdsIndicatorOption *option)
{
  gtk_check_button_set_active (check, option->is_chosen);
  gtk_widget_set_sensitive (GTK_WIDGET (check), option->is_available);
}

static void
add_check (UdsIndicatorChoiceButton *self,
           const UdsIndicatorOption *option)
{
  GtkWidget *check = gtk_check_button_new ();
  const char *text = option->value != NULL ? uds_breakdown_word (option->value) : self->without;

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), make_label (text));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (self->of != UDS_CHOICE_OF_PARTS && self->checks->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), g_ptr_array_index (self->checks, 0));
  g_object_set_data_full (G_OBJECT (check), VALUE, g_strdup (option->value), g_free);
  show_check (GTK_CHECK_BUTTON (check), option);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  gtk_box_append (self->list, check);
}

/* Whether the checks there are stand for the first of the options. */
static gboolean
has_options (UdsIndicatorChoiceButton *self,
             const GArray             *options)
{
  if (self->options->len != options->len)
    return FALSE;

  for (guint i = 0; i < options->len; i++)
    if (g_strcmp0 (g_array_index (self->options, UdsIndicatorOption, i).value,
                   g_array_index (options, UdsIndicatorOption, i).value)
        != 0)
      return FALSE;

  return TRUE;
}

static void
empty_list (UdsIndicatorChoiceButton *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    gtk_box_remove (self->list, g_ptr_array_index (self->checks, i));
  g_ptr_array_set_size (self->checks, 0);
}

/* The next few. Returns whether there are more. */
static gboolean
add_some_checks (UdsIndicatorChoiceButton *self)
{
  guint end = MIN (self->checks->len + CHECKS_AT_ONCE, self->options->len);

  self->is_showing = TRUE;
  for (guint i = self->checks->len; i < end; i++)
    add_check (self, &g_array_index (self->options, UdsIndicatorOption, i));
  self->is_showing = FALSE;
  return end < self->options->len;
}

static gboolean
on_tick_cb (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       data)
{
  UdsIndicatorChoiceButton *self = UDS_INDICATOR_CHOICE_BUTTON (widget);

  if (add_some_checks (self))
    return G_SOURCE_CONTINUE;

  self->tick = 0;
  return G_SOURCE_REMOVE;
}

/* A list may be long, and its beginning is what is seen of it: the rest is made little by little. */
static void
fill_list (GtkMenuButton *button,
           gpointer       data)
{
  UdsIndicatorChoiceButton *self = data;

  if (self->tick == 0 && self->checks->len < self->options->len && add_some_checks (self))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick_cb, NULL, NULL);
}

/* "Unit: percent"; "Sex: Women"; "Sex · 2" */
static char *
make_title (const UdsIndicatorChoice *choice,
            const char               *without)
{
  const char *name = choice->of == UDS_CHOICE_OF_SERIES ? _("Series")
                     : choice->of == UDS_CHOICE_OF_UNIT ? _("Unit")
                                                        : uds_breakdown_word (choice->dimension);
  const UdsIndicatorOption *chosen = NULL;
  guint n_chosen = 0;

  for (guint i = 0; i < choice->options->len; i++)
    {
      const UdsIndicatorOption *option = &g_array_index (choice->options, UdsIndicatorOption, i);

      if (!option->is_chosen)
        continue;
      chosen = option;
      n_chosen++;
    }

  if (n_chosen == 0)
    return g_strdup (name);
  if (n_chosen > 1)
    return g_strdup_printf ("%s · %u", name, n_chosen);
  return g_strdup_printf ("%s: %s", name, chosen->value != NULL ? uds_breakdown_word (chosen->value) : without);
}

static void
uds_indicator_choice_button_finalize (GObject *object)
{
  UdsIndicatorChoiceButton *self = UDS_INDICATOR_CHOICE_BUTTON (object);

  g_free (self->dimension);
  g_free (self->without);
  g_array_unref (self->options);
  g_ptr_array_unref (self->checks);

  G_OBJECT_CLASS (uds_indicator_choice_button_parent_class)->finalize (object);
}

static void
uds_indicator_choice_button_class_init (UdsIndicatorChoiceButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = uds_indicator_choice_button_finalize;

  /**
   * UdsIndicatorChoiceButton::chosen:
   * @self: a button
   * @of: a #UdsChoiceOf
   * @dimension: (nullable): of parts, the dimension
   * @value: (nullable): what was chosen, or is not any more
   * @is_chosen: which of it
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 4, G_TYPE_INT, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
uds_indicator_choice_button_init (UdsIndicatorChoiceButton *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->options = g_array_new (FALSE, FALSE, sizeof (UdsIndicatorOption));
  self->checks = g_ptr_array_new ();
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT_MAX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);

  self->label = GTK_LABEL (make_label (NULL));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, GTK_WIDGET (self->label));
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  gtk_menu_button_set_popover (self->button, popover);
  gtk_menu_button_set_create_popup_func (self->button, fill_list, self, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

/**
 * uds_indicator_choice_button_new:
 * @of: what is chosen
 * @dimension: (nullable): of parts, the dimension
 *
 * Returns: (transfer floating): a button without options
 */
GtkWidget *
uds_indicator_choice_button_new (UdsChoiceOf of,
                          const char *dimension)
{
  UdsIndicatorChoiceButton *self = g_object_new (UDS_TYPE_INDICATOR_CHOICE_BUTTON, NULL);

  self->of = of;
  self->dimension = g_strdup (dimension);
  return GTK_WIDGET (self);
}

/**
 * uds_indicator_choice_button_is:
 * @self: a button
 * @choice: a choice
 *
 * Returns: whether it is for that choice
 */
gboolean
uds_indicator_choice_button_is (UdsIndicatorChoiceButton *self,
                         const UdsIndicatorChoice *choice)
{
  g_return_val_if_fail (UDS_IS_INDICATOR_CHOICE_BUTTON (self), FALSE);

  return self->of == choice->of && g_strcmp0 (self->dimension, choice->dimension) == 0;
}

/**
 * uds_indicator_choice_button_show:
 * @self: a button
 * @choice: what there is to choose and what is chosen
 * @without: what the series or unit without a name is called
 *
 * An open list stays open.
 */
void
uds_indicator_choice_button_show (UdsIndicatorChoiceButton *self,
                                  const UdsIndicatorChoice *choice,
                                  const char               *without)
{
  g_autofree char *title = make_title (choice, without);

  g_return_if_fail (UDS_IS_INDICATOR_CHOICE_BUTTON (self));

  self->is_showing = TRUE;
  g_set_str (&self->without, without);
  gtk_label_set_label (self->label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (!has_options (self, choice->options))
    empty_list (self);
  g_array_unref (self->options);
  self->options = g_array_ref (choice->options);
  for (guint i = 0; i < self->checks->len; i++)
    show_check (g_ptr_array_index (self->checks, i), &g_array_index (self->options, UdsIndicatorOption, i));
  self->is_showing = FALSE;
  if (gtk_widget_get_visible (GTK_WIDGET (gtk_menu_button_get_popover (self->button))))
    fill_list (self->button, self);
}
