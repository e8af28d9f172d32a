/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes the selection of a view that the page lends, and says so. Only another indicator has to be read; all else is
 * there already. */
#include "uds-indicator-switches.h"

#include "uds-choose-record.h"
#include "uds-indicator-choice-button.h"
#include "uds-indicator-words.h"

#include <glib/gi18n.h>

struct _UdsIndicatorSwitches
{
  AdwBin parent_instance;

  AdwWrapBox *box;
  GPtrArray *choices; /* of UdsIndicatorChoiceButton */
  AdwToggleGroup *kinds;
  GtkButton *compare_button;
  GtkLabel *compare_label;

  UdsContext *context;
  UdsIndicatorView *view; /* the page's */
  gboolean is_showing;
};

enum {
  SIGNAL_CHANGED,
  SIGNAL_COMPARED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UdsIndicatorSwitches, uds_indicator_switches, ADW_TYPE_BIN)

static const struct {
  const char *name;
  const char *label;
  UdsChartKind kind;
} kinds[] = {
  { "lines", N_("Lines"), UDS_CHART_LINES },
  { "bars", N_("Bars"), UDS_CHART_BARS },
  { "dumbbell", N_("Then and Now"), UDS_CHART_DUMBBELL },
};

static void show_all (UdsIndicatorSwitches *self);

static void
on_chosen_cb (UdsIndicatorSwitches *self,
              int                   of,
              const char           *dimension,
              const char           *value,
              gboolean              is_chosen)
{
  uds_indicator_selection_choose (self->view->selection, self->view->parts, (UdsChoiceOf) of, dimension, value,
                                  is_chosen);
  show_all (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_kind_cb (UdsIndicatorSwitches *self)
{
  guint active = adw_toggle_group_get_active (self->kinds);

  if (self->is_showing || active >= G_N_ELEMENTS (kinds))
    return;

  uds_indicator_selection_set_kind (self->view->selection, self->view->parts, kinds[active].kind);
  show_all (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_record_chosen_cb (const char *id,
                     const char *title,
                     gpointer    data)
{
  UdsIndicatorSwitches *self = data;

  if (self->view == NULL || g_strcmp0 (id, self->view->selection->compared) == 0)
    return;

  /* With itself it would only be drawn twice. */
  if (g_strcmp0 (id, uds_record_get_id (uds_indicator_digest_get_indicator (self->view->digest))) == 0)
    id = NULL;
  g_set_str (&self->view->selection->compared, id);
  g_signal_emit (self, signals[SIGNAL_COMPARED], 0);
}

static void
on_compare_cb (UdsIndicatorSwitches *self)
{
  uds_choose_record_present (GTK_WIDGET (self), self->context, uds_kind_lookup ("indicator"),
                             self->view->selection->compared != NULL, on_record_chosen_cb, g_object_ref (self),
                             g_object_unref);
}

/* Showing */

static gboolean
is_among (UdsIndicatorChoiceButton *button,
          GPtrArray                *choices)
{
  for (guint i = 0; i < choices->len; i++)
    if (uds_indicator_choice_button_is (button, g_ptr_array_index (choices, i)))
      return TRUE;

  return FALSE;
}

static void
insert_button (UdsIndicatorSwitches     *self,
               const UdsIndicatorChoice *choice,
               guint                     place)
{
  GtkWidget *button = uds_indicator_choice_button_new (choice->of, choice->dimension);

  g_signal_connect_object (button, "chosen", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_insert_child_after (self->box, button, place > 0 ? g_ptr_array_index (self->choices, place - 1) : NULL);
  g_ptr_array_insert (self->choices, (int) place, button);
}

/* The unit that series do not name is the indicator's; the series without a name is the indicator itself. */
static const char *
name_without (UdsIndicatorSwitches     *self,
              const UdsIndicatorChoice *choice)
{
  UdsRecord *indicator = uds_indicator_digest_get_indicator (self->view->digest);
  UdsLanguage language = uds_context_get_language (self->context);
  const char *unit = uds_record_get_localized (indicator, "unit", language);

  if (choice->of == UDS_CHOICE_OF_UNIT && unit != NULL)
    return unit;
  return choice->of == UDS_CHOICE_OF_UNIT ? _("not named") : uds_record_get_title (indicator, language);
}

/* Buttons that are there stay, with the focus and an open list; what there is to choose comes in the same order. */
static void
match_buttons (UdsIndicatorSwitches *self,
               GPtrArray            *choices)
{
  for (guint i = self->choices->len; i-- > 0;)
    {
      UdsIndicatorChoiceButton *button = g_ptr_array_index (self->choices, i);

      if (is_among (button, choices))
        continue;
      adw_wrap_box_remove (self->box, GTK_WIDGET (button));
      g_ptr_array_remove_index (self->choices, i);
    }

  for (guint i = 0; i < choices->len; i++)
    {
      const UdsIndicatorChoice *choice = g_ptr_array_index (choices, i);

      if (i == self->choices->len || !uds_indicator_choice_button_is (g_ptr_array_index (self->choices, i), choice))
        insert_button (self, choice, i);
      uds_indicator_choice_button_show (g_ptr_array_index (self->choices, i), choice, name_without (self, choice));
    }
}

/* Rows of one part say nothing; where rows are shown already, the way back stays. */
static gboolean
can_have_rows (UdsIndicatorSwitches *self)
{
  UdsIndicatorSelection *selection = self->view->selection;

  return uds_indicator_selection_count_parts (selection, self->view->parts) > 1 || selection->kind != UDS_CHART_LINES
         || uds_indicator_view_can_share (self->view, uds_context_get_language (self->context));
}

static void
show_kind (UdsIndicatorSwitches *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == self->view->selection->kind)
      adw_toggle_group_set_active_name (self->kinds, kinds[i].name);
  gtk_widget_set_visible (GTK_WIDGET (self->kinds), can_have_rows (self));
}

static void
show_compared (UdsIndicatorSwitches *self)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (self->view->compared != NULL)
    {
      name = uds_indicator_words_name (self->view->compared, uds_context_get_language (self->context));
      /* Translators: the name of an indicator */
      text = g_strdup_printf (_("Compared with: %s"), name);
    }
  gtk_label_set_label (self->compare_label, text != NULL ? text : _("Compare…"));
}

static void
show_all (UdsIndicatorSwitches *self)
{
  g_autoptr (GPtrArray) choices = uds_indicator_selection_list_choices (self->view->selection, self->view->parts);

  self->is_showing = TRUE;
  match_buttons (self, choices);
  show_kind (self);
  show_compared (self);
  self->is_showing = FALSE;
}

static void
uds_indicator_switches_dispose (GObject *object)
{
  UdsIndicatorSwitches *self = UDS_INDICATOR_SWITCHES (object);

  self->view = NULL;
  g_clear_object (&self->context);

  G_OBJECT_CLASS (uds_indicator_switches_parent_class)->dispose (object);
}

static void
uds_indicator_switches_finalize (GObject *object)
{
  g_ptr_array_unref (UDS_INDICATOR_SWITCHES (object)->choices);

  G_OBJECT_CLASS (uds_indicator_switches_parent_class)->finalize (object);
}

static void
uds_indicator_switches_class_init (UdsIndicatorSwitchesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = uds_indicator_switches_dispose;
  G_OBJECT_CLASS (klass)->finalize = uds_indicator_switches_finalize;

  /**
   * UdsIndicatorSwitches::changed:
   * @self: the switches
   *
   * The view's selection shows something else of what was read.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);

  /**
   * UdsIndicatorSwitches::compared:
   * @self: the switches
   *
   * The view's selection compares with another indicator, which is to be read.
   */
  signals[SIGNAL_COMPARED] = g_signal_new ("compared", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 0);
}

static void
make_kinds (UdsIndicatorSwitches *self)
{
  self->kinds = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->kinds), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kinds), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Kind of chart"), -1);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_name (toggle, kinds[i].name);
      adw_toggle_set_label (toggle, _(kinds[i].label));
      adw_toggle_group_add (self->kinds, toggle);
    }
  g_signal_connect_object (self->kinds, "notify::active", G_CALLBACK (on_kind_cb), self, G_CONNECT_SWAPPED);
}

static void
make_compare_button (UdsIndicatorSwitches *self)
{
  self->compare_label = GTK_LABEL (gtk_label_new (_("Compare…")));
  gtk_label_set_wrap (self->compare_label, TRUE);
  gtk_label_set_wrap_mode (self->compare_label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (self->compare_label, GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (self->compare_label, 0);
  self->compare_button = GTK_BUTTON (gtk_button_new ());
  gtk_button_set_child (self->compare_button, GTK_WIDGET (self->compare_label));
  gtk_widget_set_valign (GTK_WIDGET (self->compare_button), GTK_ALIGN_CENTER);
  g_signal_connect_object (self->compare_button, "clicked", G_CALLBACK (on_compare_cb), self, G_CONNECT_SWAPPED);
}

static void
uds_indicator_switches_init (UdsIndicatorSwitches *self)
{
  self->choices = g_ptr_array_new ();
  self->is_showing = TRUE;
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 12);
  adw_wrap_box_set_line_spacing (self->box, 6);
  make_kinds (self);
  make_compare_button (self);
  adw_wrap_box_append (self->box, GTK_WIDGET (self->kinds));
  adw_wrap_box_append (self->box, GTK_WIDGET (self->compare_button));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * uds_indicator_switches_show:
 * @self: the switches
 * @context: the context
 * @view: what was read; its selection is changed by the switches, and it must live until the next one is shown
 *
 * Shows what there is to choose.
 */
void
uds_indicator_switches_show (UdsIndicatorSwitches *self,
                             UdsContext           *context,
                             UdsIndicatorView     *view)
{
  g_return_if_fail (UDS_IS_INDICATOR_SWITCHES (self));

  g_set_object (&self->context, context);
  self->view = view;
  show_all (self);
}
