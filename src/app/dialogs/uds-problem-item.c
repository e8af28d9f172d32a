/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wraps problems, those of an import only as they are looked at, for there may be very many. */
#include "uds-problem-item.h"

#include <glib/gi18n.h>

struct _UdsProblemItem
{
  GObject parent_instance;

  char *file;
  char *heading;
  guint row;
  guint column;
  char *value;
  char *reason;
};

G_DEFINE_FINAL_TYPE (UdsProblemItem, uds_problem_item, G_TYPE_OBJECT)

static void
uds_problem_item_finalize (GObject *object)
{
  UdsProblemItem *self = UDS_PROBLEM_ITEM (object);

  g_free (self->file);
  g_free (self->heading);
  g_free (self->value);
  g_free (self->reason);

  G_OBJECT_CLASS (uds_problem_item_parent_class)->finalize (object);
}

static void
uds_problem_item_class_init (UdsProblemItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = uds_problem_item_finalize;
}

static void
uds_problem_item_init (UdsProblemItem *self)
{
}

static char *
format_reason (const UdsProblem *problem)
{
  g_autofree char *reason = uds_problem_get_reason (problem);

  if (problem->repair == NULL)
    return g_steal_pointer (&reason);
  if (uds_problem_is_note (problem))
    /* Translators: what is odd about a cell, and what was imported in its place */
    return g_strdup_printf (_("%s Imported as “%s”."), reason, problem->repair);
  /* Translators: what is wrong with a cell, and what is proposed in its place */
  return g_strdup_printf (_("%s Proposed repair: “%s”."), reason, problem->repair);
}

/**
 * uds_problem_item_new:
 * @problem: a problem
 * @file: (nullable): the file it is in, where there are several
 * @heading: (nullable): what its column is called
 *
 * Returns: (transfer full): an item
 */
UdsProblemItem *
uds_problem_item_new (const UdsProblem *problem,
                      const char       *file,
                      const char       *heading)
{
  UdsProblemItem *self = g_object_new (UDS_TYPE_PROBLEM_ITEM, NULL);

  self->file = g_strdup (file);
  self->row = problem->row;
  self->column = problem->column;
  self->heading = g_strdup (heading);
  self->value = g_strdup (problem->value);
  self->reason = format_reason (problem);
  return self;
}

static UdsProblemItem *
item_of_file_new (const UdsImportFile *file,
                  const UdsProblem    *problem,
                  gboolean             with_file)
{
  g_autofree char *name = with_file ? g_path_get_basename (file->name) : NULL;
  const char *heading = NULL;

  if (problem->column > 0 && problem->column <= file->columns->len)
    heading = ((const UdsImportColumn *) g_ptr_array_index (file->columns, problem->column - 1))->heading;
  return uds_problem_item_new (problem, name, heading);
}

/* The list: all problems of all files one after the other */

#define UDS_TYPE_PROBLEM_LIST (uds_problem_list_get_type ())
G_DECLARE_FINAL_TYPE (UdsProblemList, uds_problem_list, UDS, PROBLEM_LIST, GObject)

struct _UdsProblemList
{
  GObject parent_instance;

  GPtrArray *files;
};

static guint
uds_problem_list_get_n_items (GListModel *model)
{
  UdsProblemList *self = UDS_PROBLEM_LIST (model);
  guint n = 0;

  for (guint i = 0; i < self->files->len; i++)
    n += ((const UdsImportFile *) g_ptr_array_index (self->files, i))->problems->len;
  return n;
}

static gpointer
uds_problem_list_get_item (GListModel *model,
                           guint       position)
{
  UdsProblemList *self = UDS_PROBLEM_LIST (model);

  for (guint i = 0; i < self->files->len; i++)
    {
      const UdsImportFile *file = g_ptr_array_index (self->files, i);

      if (position < file->problems->len)
        return item_of_file_new (file, g_ptr_array_index (file->problems, position), self->files->len > 1);
      position -= file->problems->len;
    }

  return NULL;
}

static GType
uds_problem_list_get_item_type (GListModel *model)
{
  return UDS_TYPE_PROBLEM_ITEM;
}

static void
uds_problem_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = uds_problem_list_get_item_type;
  iface->get_n_items = uds_problem_list_get_n_items;
  iface->get_item = uds_problem_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (UdsProblemList, uds_problem_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, uds_problem_list_model_init))

static void
uds_problem_list_finalize (GObject *object)
{
  g_ptr_array_unref (UDS_PROBLEM_LIST (object)->files);

  G_OBJECT_CLASS (uds_problem_list_parent_class)->finalize (object);
}

static void
uds_problem_list_class_init (UdsProblemListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = uds_problem_list_finalize;
}

static void
uds_problem_list_init (UdsProblemList *self)
{
}

/**
 * uds_problem_item_list:
 * @files: (element-type UdsImportFile): previewed files, which do not change as long as the list is used
 *
 * Returns: (transfer full): a list of #UdsProblemItem
 */
GListModel *
uds_problem_item_list (GPtrArray *files)
{
  UdsProblemList *list = g_object_new (UDS_TYPE_PROBLEM_LIST, NULL);

  list->files = g_ptr_array_ref (files);
  return G_LIST_MODEL (list);
}

static char *
format_column (UdsProblemItem *self)
{
  if (self->heading != NULL && *self->heading != '\0')
    /* Translators: %s is the heading of a column of a file */
    return g_strdup_printf (_("Column “%s”"), self->heading);
  /* Translators: %u is the number of a column of a file */
  return self->column > 0 ? g_strdup_printf (_("Column %u"), self->column) : NULL;
}

/**
 * uds_problem_item_format_place:
 * @self: a problem
 *
 * Returns: (transfer full): where it is, as a reader finds it: "Row 3 · Column “Value”"; empty where it is about a
 *   whole file that is not named
 */
char *
uds_problem_item_format_place (UdsProblemItem *self)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *column = NULL;
  g_auto (GStrv) list = NULL;

  g_return_val_if_fail (UDS_IS_PROBLEM_ITEM (self), NULL);

  if (self->file != NULL)
    g_strv_builder_add (parts, self->file);
  if (self->row > 0)
    /* Translators: %u is the number of a row of a file */
    g_strv_builder_take (parts, g_strdup_printf (_("Row %u"), self->row));
  column = format_column (self);
  if (column != NULL)
    g_strv_builder_add (parts, column);
  list = g_strv_builder_end (parts);
  return g_strjoinv (" · ", list);
}

/**
 * uds_problem_item_get_value:
 * @self: a problem
 *
 * Returns: (nullable): what stands there
 */
const char *
uds_problem_item_get_value (UdsProblemItem *self)
{
  g_return_val_if_fail (UDS_IS_PROBLEM_ITEM (self), NULL);

  return self->value;
}

/**
 * uds_problem_item_get_reason:
 * @self: a problem
 *
 * Returns: what is odd about it, and the repair
 */
const char *
uds_problem_item_get_reason (UdsProblemItem *self)
{
  g_return_val_if_fail (UDS_IS_PROBLEM_ITEM (self), NULL);

  return self->reason;
}

/* Showing: where, what stands there, what is odd about it */

static GtkWidget *
add_line (GtkWidget  *box,
          const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
on_setup_cb (GtkListItemFactory *factory,
             GtkListItem        *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (box, "problem");
  gtk_widget_add_css_class (add_line (box, "caption"), "dimmed");
  add_line (box, "heading");
  add_line (box, NULL);
  gtk_list_item_set_child (item, box);
}

static void
set_line (GtkWidget  *label,
          const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
on_bind_cb (GtkListItemFactory *factory,
            GtkListItem        *item)
{
  UdsProblemItem *problem = gtk_list_item_get_item (item);
  GtkWidget *place = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *value = gtk_widget_get_next_sibling (place);
  const char *written = uds_problem_item_get_value (problem);
  g_autofree char *where = uds_problem_item_format_place (problem);
  g_autofree char *label = g_strjoin (", ", where, uds_problem_item_get_reason (problem), written, NULL);

  set_line (place, where);
  set_line (value, written);
  set_line (gtk_widget_get_next_sibling (value), uds_problem_item_get_reason (problem));
  gtk_list_item_set_accessible_label (item, label);
}

/**
 * uds_problem_item_factory_new:
 *
 * Returns: (transfer full): what shows the problems in a list
 */
GtkListItemFactory *
uds_problem_item_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);
  return factory;
}
