/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A label, and while one writes an entry in its place. Keys are those of a spreadsheet: typing begins, F2 changes,
 * Escape takes back, Delete empties. How sure a value is, is chosen from a menu. */
#include "uds-values-cell.h"

#include "uds-new-value.h"
#include "uds-quality-menu.h"
#include "uds-row.h"
#include "uds-values-text.h"
#include "uds-values-words.h"

#include <glib/gi18n.h>

struct _UdsValuesCell
{
  GtkWidget parent_instance;

  GtkLabel *label;
  GtkText *text; /* only while one writes */
  GtkWidget *menu; /* none until it was opened */

  UdsObservationColumn column;
  UdsLanguage language;
  char *series;  /* what it is called, where the indicator has several */
  GObject *item; /* a UdsRow or a UdsNewValue */
  gulong record_handler;
  gboolean is_editable;
  gboolean is_leaving; /* while the focus leaves what is being written */
  gboolean is_telling; /* while the page is told, which may ask and take the focus */
  UdsValuesMove move;  /* where to go when what was written is settled */
  const char *chosen;  /* of the menu, only while the page is told */
  char *told;          /* what the page was told last */
};

enum {
  SIGNAL_EDITED,
  SIGNAL_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UdsValuesCell, uds_values_cell, GTK_TYPE_WIDGET)

/* Showing */

static void
update (UdsValuesCell *self)
{
  UdsRecord *record = uds_values_cell_get_record (self);
  gboolean is_new = UDS_IS_NEW_VALUE (self->item);
  g_autofree char *text =
      record != NULL ? uds_values_words_cell (record, self->column, self->language) : g_strdup ("");
  g_autofree char *hint =
      *text == '\0' && is_new ? uds_values_words_hint (UDS_NEW_VALUE (self->item), self->column, self->language) : NULL;
  const char *shown = hint != NULL ? hint : text;
  g_autofree char *name = uds_values_words_name (record, self->column, shown, self->series, self->language);

  gtk_label_set_text (self->label, shown);
  if (hint != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "dimmed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "dimmed");
  if (self->column >= UDS_OBSERVATION_COLUMN_SOURCE)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), *text != '\0' ? text : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
forget_item (UdsValuesCell *self)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->record_handler, self->item);
  g_clear_object (&self->item);
}

/* Writing */

static void
show_problem (UdsValuesCell *self,
              const char    *reason)
{
  if (reason != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), reason);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               reason != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Tells the page what was written; it finishes the cell or refuses it, at once or when it has asked. */
static void
tell (UdsValuesCell *self,
      UdsValuesMove  move)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* A window that goes has asked for what was written before. */
  if (self->is_telling || root == NULL || !gtk_widget_get_visible (GTK_WIDGET (root)))
    return;

  self->move = move;
  self->is_telling = TRUE;
  g_set_str (&self->told, uds_values_cell_get_text (self));
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
on_left_cb (UdsValuesCell *self)
{
  self->is_leaving = TRUE;
  uds_values_cell_flush (self);
  self->is_leaving = FALSE;
}

static gboolean
on_text_key_cb (UdsValuesCell   *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  if ((state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;

  if (key == GDK_KEY_Escape)
    uds_values_cell_finish (self);
  else if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    tell (self, (state & GDK_SHIFT_MASK) != 0 ? UDS_VALUES_UP : UDS_VALUES_DOWN);
  else if (key == GDK_KEY_Up || key == GDK_KEY_Down)
    tell (self, key == GDK_KEY_Up ? UDS_VALUES_UP : UDS_VALUES_DOWN);
  else if (key == GDK_KEY_ISO_Left_Tab || (key == GDK_KEY_Tab && (state & GDK_SHIFT_MASK) != 0))
    tell (self, UDS_VALUES_PREVIOUS);
  else if (key == GDK_KEY_Tab && (state & GDK_CONTROL_MASK) == 0)
    tell (self, UDS_VALUES_NEXT);
  else
    return FALSE;
  return TRUE;
}

static void
watch_text (UdsValuesCell *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_text_key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->text), keys);
  gtk_widget_add_controller (GTK_WIDGET (self->text), focus);
}

/* Begins with @typed in the place of what stands there, or with what stands there. */
static void
begin (UdsValuesCell *self,
       const char    *typed)
{
  UdsRecord *record = uds_values_cell_get_record (self);
  g_autofree char *text = NULL;

  if (record == NULL || self->text != NULL)
    return;

  text = typed != NULL ? g_strdup (typed) : uds_observation_write_cell (record, self->column, self->language);
  self->text = GTK_TEXT (uds_values_text_new (self->column, text));
  watch_text (self);
  gtk_widget_set_parent (GTK_WIDGET (self->text), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->label), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  if (typed != NULL)
    gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
  else
    gtk_editable_select_region (GTK_EDITABLE (self->text), 0, -1);
}

/* The menu of qualities */

static void
on_chosen_cb (const char *code,
              gpointer    data)
{
  UdsValuesCell *self = data;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->chosen = code;
  tell (self, UDS_VALUES_STAY);
  self->chosen = NULL;
}

static void
open_menu (UdsValuesCell *self)
{
  UdsRecord *record = uds_values_cell_get_record (self);

  if (record == NULL)
    return;

  if (self->menu == NULL)
    {
      self->menu = uds_quality_menu_new (on_chosen_cb, self);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  uds_quality_menu_open (self->menu, uds_record_get_text (record, "quality"));
}

/* Keys and pointer */

static void
move (UdsValuesCell *self,
      UdsValuesMove  where)
{
  g_signal_emit (self, signals[SIGNAL_MOVED], 0, where);
}

/* Delete says nothing in the place of what stands there; a row without a period is none. */
static void
empty (UdsValuesCell *self)
{
  self->chosen = "";
  tell (self, UDS_VALUES_STAY);
  self->chosen = NULL;
}

static gboolean
edit_by_key (UdsValuesCell   *self,
             guint            key,
             GdkModifierType  state)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  char typed[7] = "";

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;

  if (key == GDK_KEY_F2)
    uds_values_cell_edit (self);
  else if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete || key == GDK_KEY_BackSpace)
    empty (self);
  else if (letter == 0 || !g_unichar_isprint (letter))
    return FALSE;
  else if (self->column == UDS_OBSERVATION_COLUMN_QUALITY)
    open_menu (self);
  else
    {
      g_unichar_to_utf8 (letter, typed);
      begin (self, letter == ' ' ? NULL : typed);
    }
  return TRUE;
}

static gboolean
on_key_cb (UdsValuesCell   *self,
           guint            key,
           guint            code,
           GdkModifierType  state)
{
  UdsValuesMove where = uds_values_move_from_key (key, state);

  if (self->text != NULL)
    return FALSE;

  if (where != UDS_VALUES_STAY)
    move (self, where);
  else if (!self->is_editable || !edit_by_key (self, key, state))
    return FALSE;
  return TRUE;
}

static void
on_pressed_cb (UdsValuesCell *self,
               int            n_press)
{
  if (self->text != NULL)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 2 && self->is_editable)
    uds_values_cell_edit (self);
}

/* GtkWidget */

static gboolean
uds_values_cell_grab_focus (GtkWidget *widget)
{
  UdsValuesCell *self = UDS_VALUES_CELL (widget);

  if (self->text != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (self->text));
  return GTK_WIDGET_CLASS (uds_values_cell_parent_class)->grab_focus (widget);
}

static void
uds_values_cell_dispose (GObject *object)
{
  UdsValuesCell *self = UDS_VALUES_CELL (object);
  GtkWidget *child;

  forget_item (self);
  self->menu = NULL;
  self->text = NULL;
  self->label = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (uds_values_cell_parent_class)->dispose (object);
}

static void
uds_values_cell_finalize (GObject *object)
{
  g_free (UDS_VALUES_CELL (object)->series);
  g_free (UDS_VALUES_CELL (object)->told);

  G_OBJECT_CLASS (uds_values_cell_parent_class)->finalize (object);
}

static void
uds_values_cell_class_init (UdsValuesCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_values_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = uds_values_cell_finalize;
  widget_class->grab_focus = uds_values_cell_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "valuecell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);

  signals[SIGNAL_EDITED] = g_signal_new ("edited", UDS_TYPE_VALUES_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  signals[SIGNAL_MOVED] = g_signal_new ("moved", UDS_TYPE_VALUES_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
uds_values_cell_init (UdsValuesCell *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * uds_values_cell_new:
 * @column: what it shows of an observation
 * @language: the reader's
 *
 * "edited" is emitted when something was written: answer with uds_values_cell_finish() or uds_values_cell_refuse(), at
 * once or later. "moved" says where the keyboard goes next, a #UdsValuesMove.
 *
 * Returns: (transfer floating): a cell
 */
GtkWidget *
uds_values_cell_new (UdsObservationColumn column,
                     UdsLanguage          language)
{
  UdsValuesCell *self = g_object_new (UDS_TYPE_VALUES_CELL, NULL);

  self->column = column;
  self->language = language;
  gtk_label_set_xalign (self->label, column == UDS_OBSERVATION_COLUMN_VALUE ? 1 : 0);
  /* Each row has one line; the rest of a long text is in the tooltip and there when one changes it. */
  if (column >= UDS_OBSERVATION_COLUMN_SOURCE)
    {
      gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (self->label, 24);
    }
  if (column <= UDS_OBSERVATION_COLUMN_VALUE)
    gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  return GTK_WIDGET (self);
}

/**
 * uds_values_cell_set_item:
 * @self: a cell
 * @item: (nullable): the #UdsRow or the #UdsNewValue to follow
 *
 * What is being written is told before the cell shows something else.
 */
void
uds_values_cell_set_item (UdsValuesCell *self,
                          GObject       *item)
{
  g_return_if_fail (UDS_IS_VALUES_CELL (self));

  if (self->item == item)
    return;

  uds_values_cell_flush (self);
  uds_values_cell_finish (self);
  forget_item (self);
  if (item != NULL)
    {
      self->item = g_object_ref (item);
      self->record_handler = g_signal_connect_swapped (item, "notify::record", G_CALLBACK (update), self);
    }
  update (self);
}

/**
 * uds_values_cell_set_series:
 * @self: a cell
 * @series: (nullable): what the series is called where the indicator has several
 */
void
uds_values_cell_set_series (UdsValuesCell *self,
                            const char    *series)
{
  g_return_if_fail (UDS_IS_VALUES_CELL (self));

  if (g_set_str (&self->series, series))
    update (self);
}

/**
 * uds_values_cell_get_item:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): the #UdsRow or #UdsNewValue it shows
 */
GObject *
uds_values_cell_get_item (UdsValuesCell *self)
{
  return self->item;
}

/**
 * uds_values_cell_get_record:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): the observation it shows; %NULL until it is read
 */
UdsRecord *
uds_values_cell_get_record (UdsValuesCell *self)
{
  if (self->item == NULL)
    return NULL;
  return UDS_IS_NEW_VALUE (self->item) ? uds_new_value_get_record (UDS_NEW_VALUE (self->item))
                                       : uds_row_get_record (UDS_ROW (self->item));
}

/**
 * uds_values_cell_get_column:
 * @self: a cell
 *
 * Returns: what it shows of the observation
 */
UdsObservationColumn
uds_values_cell_get_column (UdsValuesCell *self)
{
  return self->column;
}

/**
 * uds_values_cell_set_editable:
 * @self: a cell
 * @editable: whether one may write into it
 */
void
uds_values_cell_set_editable (UdsValuesCell *self,
                              gboolean       editable)
{
  self->is_editable = editable;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, !editable, -1);
}

/**
 * uds_values_cell_get_text:
 * @self: a cell that has told of an edit
 *
 * Returns: what was written or chosen
 */
const char *
uds_values_cell_get_text (UdsValuesCell *self)
{
  if (self->chosen != NULL)
    return self->chosen;
  return self->text != NULL ? gtk_editable_get_text (GTK_EDITABLE (self->text)) : "";
}

/**
 * uds_values_cell_get_move:
 * @self: a cell that has told of an edit
 *
 * Returns: where the keyboard goes once it is settled
 */
UdsValuesMove
uds_values_cell_get_move (UdsValuesCell *self)
{
  return self->move;
}

/**
 * uds_values_cell_edit:
 * @self: a cell
 *
 * Begins to change what stands there.
 */
void
uds_values_cell_edit (UdsValuesCell *self)
{
  if (self->column == UDS_OBSERVATION_COLUMN_QUALITY)
    open_menu (self);
  else
    begin (self, NULL);
}

/**
 * uds_values_cell_flush:
 * @self: a cell
 *
 * Tells what is being written, where something is.
 */
void
uds_values_cell_flush (UdsValuesCell *self)
{
  if (self->text != NULL)
    tell (self, UDS_VALUES_STAY);
}

/**
 * uds_values_cell_finish:
 * @self: a cell
 *
 * Shows the observation again, and goes on where the keyboard was to go.
 */
void
uds_values_cell_finish (UdsValuesCell *self)
{
  GtkWidget *text = GTK_WIDGET (self->text);
  UdsValuesMove where = self->move;
  gboolean had_focus = text != NULL && gtk_widget_has_focus (text);

  self->is_telling = FALSE;
  self->move = UDS_VALUES_STAY;
  show_problem (self, NULL);
  if (text == NULL)
    return;

  self->text = NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->label), TRUE);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  uds_values_text_remove (text, self->is_leaving);
  if (where != UDS_VALUES_STAY)
    move (self, where);
}

/**
 * uds_values_cell_refuse:
 * @self: a cell that has told of an edit
 * @reason: (nullable): what is wrong with it; %NULL where the user would rather write something else
 *
 * Keeps what was written, to be changed.
 */
void
uds_values_cell_refuse (UdsValuesCell *self,
                        const char    *reason)
{
  self->is_telling = FALSE;
  self->move = UDS_VALUES_STAY;
  show_problem (self, self->text != NULL ? reason : NULL);
}

/**
 * uds_values_cell_bring_back:
 * @self: a cell that was finished
 * @item: what it showed when it told of the edit
 * @reason: why the edit could not be kept
 *
 * Lets one go on with what was written, where the cell still shows @item.
 */
void
uds_values_cell_bring_back (UdsValuesCell *self,
                            GObject       *item,
                            const char    *reason)
{
  if (self->item != item || self->column == UDS_OBSERVATION_COLUMN_QUALITY)
    return;

  begin (self, self->told);
  show_problem (self, reason);
}
