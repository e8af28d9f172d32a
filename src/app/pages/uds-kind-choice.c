/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the two widgets and the setting at the same choice, and tells when it changes. */
#include "uds-kind-choice.h"

#include <glib/gi18n.h>

struct _UdsKindChoice
{
  GObject parent_instance;

  AdwToggleGroup *toggles;
  GtkDropDown *drop_down;
  const char *const *kinds; /* their names */
  GSettings *settings;      /* none where nothing is kept */
  char *key;
  guint chosen;
  gboolean is_showing; /* what is chosen then, nobody chose */
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UdsKindChoice, uds_kind_choice, G_TYPE_OBJECT)

static void
fill (UdsKindChoice *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; self->kinds[i] != NULL; i++)
    {
      AdwToggle *toggle = adw_toggle_new ();
      const char *label = _(uds_kind_lookup (self->kinds[i])->label_plural);

      adw_toggle_set_label (toggle, label);
      adw_toggle_group_add (self->toggles, toggle);
      gtk_string_list_append (labels, label);
    }
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (labels));
}

static void
show (UdsKindChoice *self)
{
  self->is_showing = TRUE;
  adw_toggle_group_set_active (self->toggles, self->chosen);
  gtk_drop_down_set_selected (self->drop_down, self->chosen);
  self->is_showing = FALSE;
}

static void
choose (UdsKindChoice *self,
        guint          index)
{
  if (self->is_showing || index == GTK_INVALID_LIST_POSITION || index == self->chosen)
    return;

  self->chosen = index;
  show (self);
  if (self->settings != NULL)
    g_settings_set_string (self->settings, self->key, self->kinds[index]);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_toggled_cb (UdsKindChoice *self)
{
  choose (self, adw_toggle_group_get_active (self->toggles));
}

static void
on_selected_cb (UdsKindChoice *self)
{
  choose (self, gtk_drop_down_get_selected (self->drop_down));
}

/* The kind that is kept; the first where it is none of these. */
static guint
find_kept (UdsKindChoice *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, self->key);

  for (guint i = 0; self->kinds[i] != NULL; i++)
    if (g_str_equal (self->kinds[i], name))
      return i;

  return 0;
}

static void
on_kept_changed_cb (UdsKindChoice *self)
{
  choose (self, find_kept (self));
}

static void
uds_kind_choice_dispose (GObject *object)
{
  UdsKindChoice *self = UDS_KIND_CHOICE (object);

  g_clear_object (&self->toggles);
  g_clear_object (&self->drop_down);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (uds_kind_choice_parent_class)->dispose (object);
}

static void
uds_kind_choice_class_init (UdsKindChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = uds_kind_choice_dispose;

  /**
   * UdsKindChoice::changed:
   *
   * Another kind is to be listed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
uds_kind_choice_init (UdsKindChoice *self)
{
}

/**
 * uds_kind_choice_new:
 * @toggles: shows the choice where there is room
 * @drop_down: shows it where there is not
 * @kinds: (array zero-terminated=1): the names of the kinds; they outlive the choice
 *
 * Returns: (transfer full): a choice; the first kind is chosen
 */
UdsKindChoice *
uds_kind_choice_new (AdwToggleGroup    *toggles,
                     GtkDropDown       *drop_down,
                     const char *const *kinds)
{
  UdsKindChoice *self = g_object_new (UDS_TYPE_KIND_CHOICE, NULL);

  self->toggles = g_object_ref (toggles);
  self->drop_down = g_object_ref (drop_down);
  self->kinds = kinds;
  fill (self);
  show (self);
  g_signal_connect_object (toggles, "notify::active", G_CALLBACK (on_toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (on_selected_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * uds_kind_choice_bind:
 * @self: a choice
 * @settings: the application's
 * @key: the setting that keeps the name of the kind
 *
 * Chooses what is kept, keeps what is chosen, and follows the setting.
 */
void
uds_kind_choice_bind (UdsKindChoice *self,
                      GSettings     *settings,
                      const char    *key)
{
  g_autofree char *changed = g_strconcat ("changed::", key, NULL);

  g_return_if_fail (UDS_IS_KIND_CHOICE (self));

  self->settings = g_object_ref (settings);
  self->key = g_strdup (key);
  g_signal_connect_object (settings, changed, G_CALLBACK (on_kept_changed_cb), self, G_CONNECT_SWAPPED);
  on_kept_changed_cb (self);
}

/**
 * uds_kind_choice_set_narrow:
 * @self: a choice
 * @title_stack: shows the child "kinds" with the toggles, or "title"
 * @narrow: whether there is no room for the toggles
 */
void
uds_kind_choice_set_narrow (UdsKindChoice *self,
                            GtkStack      *title_stack,
                            gboolean       narrow)
{
  gboolean has_choice = self->kinds[1] != NULL;

  g_return_if_fail (UDS_IS_KIND_CHOICE (self));

  gtk_stack_set_visible_child_name (title_stack, has_choice && !narrow ? "kinds" : "title");
  gtk_widget_set_visible (GTK_WIDGET (self->drop_down), has_choice && narrow);
}

/**
 * uds_kind_choice_get_kind:
 * @self: a choice
 *
 * Returns: the kind that is to be listed
 */
const UdsKind *
uds_kind_choice_get_kind (UdsKindChoice *self)
{
  g_return_val_if_fail (UDS_IS_KIND_CHOICE (self), NULL);

  return uds_kind_lookup (self->kinds[self->chosen]);
}
