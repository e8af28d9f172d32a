/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the rows of a group and the button that makes more of them. What a row shows is its heirs'. */
#include "uds-folding-group.h"

#include <glib/gi18n.h>

#define FIRST_ROWS 5
#define MORE_ROWS 25

typedef struct {
  GPtrArray *rows; /* of GtkWidget */
  guint n_members;
  guint n_wanted; /* so many of them are to be seen */
} UdsFoldingGroupPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (UdsFoldingGroup, uds_folding_group, ADW_TYPE_PREFERENCES_GROUP)

static UdsFoldingGroupPrivate *
get_private (UdsFoldingGroup *self)
{
  return uds_folding_group_get_instance_private (self);
}

static void
remove_last_row (UdsFoldingGroup *self)
{
  GPtrArray *rows = get_private (self)->rows;

  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (rows, rows->len - 1));
  g_ptr_array_remove_index (rows, rows->len - 1);
}

static void add_members (UdsFoldingGroup *self);

/* The focus goes on to the first of the new rows. */
static void
on_more_cb (UdsFoldingGroup *self)
{
  UdsFoldingGroupPrivate *priv = get_private (self);
  guint n_before = priv->rows->len - 1;

  remove_last_row (self);
  priv->n_wanted += MORE_ROWS;
  add_members (self);
  gtk_widget_grab_focus (g_ptr_array_index (priv->rows, n_before));
}

static void
add_more (UdsFoldingGroup *self,
          guint            n_hidden)
{
  GtkWidget *row = adw_button_row_new ();
  guint n_next = MIN (n_hidden, MORE_ROWS);
  /* Translators: a number of rows */
  g_autofree char *title = g_strdup_printf (ngettext ("Show %u More", "Show %u More", n_next), n_next);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_more_cb), self, G_CONNECT_SWAPPED);
  uds_folding_group_add_row (self, row);
}

/* A button for one more row would take as much room as the row. */
static void
add_members (UdsFoldingGroup *self)
{
  UdsFoldingGroupPrivate *priv = get_private (self);
  guint n_shown = priv->n_members > priv->n_wanted + 1 ? priv->n_wanted : priv->n_members;

  for (guint i = priv->rows->len; i < n_shown; i++)
    uds_folding_group_add_row (self, UDS_FOLDING_GROUP_GET_CLASS (self)->make_row (self, i));
  if (n_shown < priv->n_members)
    add_more (self, priv->n_members - n_shown);
}

static void
uds_folding_group_dispose (GObject *object)
{
  g_ptr_array_set_size (get_private (UDS_FOLDING_GROUP (object))->rows, 0);

  G_OBJECT_CLASS (uds_folding_group_parent_class)->dispose (object);
}

static void
uds_folding_group_finalize (GObject *object)
{
  g_ptr_array_unref (get_private (UDS_FOLDING_GROUP (object))->rows);

  G_OBJECT_CLASS (uds_folding_group_parent_class)->finalize (object);
}

static void
uds_folding_group_class_init (UdsFoldingGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = uds_folding_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = uds_folding_group_finalize;
}

static void
uds_folding_group_init (UdsFoldingGroup *self)
{
  UdsFoldingGroupPrivate *priv = get_private (self);

  priv->rows = g_ptr_array_new ();
  priv->n_wanted = FIRST_ROWS;
}

/**
 * uds_folding_group_show:
 * @self: a group
 * @n_members: how many members it has now
 *
 * Makes the rows of its members anew, as many as were to be seen before.
 */
void
uds_folding_group_show (UdsFoldingGroup *self,
                        guint            n_members)
{
  g_return_if_fail (UDS_IS_FOLDING_GROUP (self));

  uds_folding_group_clear (self);
  get_private (self)->n_members = n_members;
  add_members (self);
}

/**
 * uds_folding_group_clear:
 * @self: a group
 *
 * Removes all rows.
 */
void
uds_folding_group_clear (UdsFoldingGroup *self)
{
  g_return_if_fail (UDS_IS_FOLDING_GROUP (self));

  while (get_private (self)->rows->len > 0)
    remove_last_row (self);
}

/**
 * uds_folding_group_add_row:
 * @self: a group
 * @row: (transfer floating): a row
 *
 * Adds a row at the end, whatever it stands for.
 */
void
uds_folding_group_add_row (UdsFoldingGroup *self,
                           GtkWidget       *row)
{
  g_return_if_fail (UDS_IS_FOLDING_GROUP (self));

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (get_private (self)->rows, row);
}

/**
 * uds_folding_group_get_n_rows:
 * @self: a group
 *
 * Returns: how many rows there are, the button among them
 */
guint
uds_folding_group_get_n_rows (UdsFoldingGroup *self)
{
  g_return_val_if_fail (UDS_IS_FOLDING_GROUP (self), 0);

  return get_private (self)->rows->len;
}

/**
 * uds_folding_group_get_row:
 * @self: a group
 * @index: less than the number of its rows
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
uds_folding_group_get_row (UdsFoldingGroup *self,
                           guint            index)
{
  g_return_val_if_fail (UDS_IS_FOLDING_GROUP (self), NULL);

  return g_ptr_array_index (get_private (self)->rows, index);
}
