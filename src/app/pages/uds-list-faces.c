/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the faces of all kinds in the page's stack and offers those of one. Which child of the stack is seen is the
 * page's to say. */
#include "uds-list-faces.h"

#include <glib/gi18n.h>

#define LIST "list"

struct _UdsListFaces
{
  GObject parent_instance;

  AdwToggleGroup *toggles;
  GtkStack *stack;
  GPtrArray *faces; /* of Face */
  const UdsKind *kind;
};

/* Another way to look at a kind. */
typedef struct {
  const UdsKind *kind;
  char *name;
  char *title;
} Face;

G_DEFINE_FINAL_TYPE (UdsListFaces, uds_list_faces, G_TYPE_OBJECT)

static void
face_free (gpointer data)
{
  Face *face = data;

  g_free (face->name);
  g_free (face->title);
  g_free (face);
}

static void
add_toggle (UdsListFaces *self,
            const char   *name,
            const char   *title)
{
  AdwToggle *toggle = adw_toggle_new ();

  adw_toggle_set_name (toggle, name);
  adw_toggle_set_label (toggle, title);
  adw_toggle_group_add (self->toggles, toggle);
}

static void
offer (UdsListFaces *self)
{
  g_autofree char *chosen = g_strdup (adw_toggle_group_get_active_name (self->toggles));
  const char *active = LIST;

  adw_toggle_group_remove_all (self->toggles);
  add_toggle (self, LIST, _("List"));
  for (guint i = 0; i < self->faces->len; i++)
    {
      const Face *face = g_ptr_array_index (self->faces, i);

      if (face->kind != self->kind)
        continue;
      add_toggle (self, face->name, face->title);
      if (g_strcmp0 (face->name, chosen) == 0)
        active = face->name;
    }
  adw_toggle_group_set_active_name (self->toggles, active);
  gtk_widget_set_visible (GTK_WIDGET (self->toggles), adw_toggle_group_get_n_toggles (self->toggles) > 1);
}

static void
uds_list_faces_dispose (GObject *object)
{
  UdsListFaces *self = UDS_LIST_FACES (object);

  g_clear_object (&self->toggles);
  g_clear_object (&self->stack);
  g_clear_pointer (&self->faces, g_ptr_array_unref);

  G_OBJECT_CLASS (uds_list_faces_parent_class)->dispose (object);
}

static void
uds_list_faces_class_init (UdsListFacesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = uds_list_faces_dispose;
}

static void
uds_list_faces_init (UdsListFaces *self)
{
  self->faces = g_ptr_array_new_with_free_func (face_free);
}

/**
 * uds_list_faces_new:
 * @toggles: where the user chooses
 * @stack: where the faces go
 *
 * Returns: (transfer full): no faces, until some are added
 */
UdsListFaces *
uds_list_faces_new (AdwToggleGroup *toggles,
                    GtkStack       *stack)
{
  UdsListFaces *self = g_object_new (UDS_TYPE_LIST_FACES, NULL);

  self->toggles = g_object_ref (toggles);
  self->stack = g_object_ref (stack);
  return self;
}

/**
 * uds_list_faces_add:
 * @self: faces
 * @kind: what it shows
 * @name: its name in the stack
 * @title: its name for the user, translated
 * @face: (transfer floating): another way to look at the records of @kind; may have been added for another kind
 */
void
uds_list_faces_add (UdsListFaces  *self,
                    const UdsKind *kind,
                    const char    *name,
                    const char    *title,
                    GtkWidget     *face)
{
  Face *added = g_new (Face, 1);

  g_return_if_fail (UDS_IS_LIST_FACES (self));

  *added = (Face) { .kind = kind, .name = g_strdup (name), .title = g_strdup (title) };
  g_ptr_array_add (self->faces, added);
  if (gtk_widget_get_parent (face) == NULL)
    gtk_stack_add_named (self->stack, face, name);
  if (kind == self->kind)
    offer (self);
}

/**
 * uds_list_faces_set_kind:
 * @self: faces
 * @kind: what is listed now
 *
 * Offers the faces of @kind. A face that was chosen stays so where @kind has it too; else the list is chosen.
 */
void
uds_list_faces_set_kind (UdsListFaces  *self,
                         const UdsKind *kind)
{
  g_return_if_fail (UDS_IS_LIST_FACES (self));

  self->kind = kind;
  offer (self);
}

/**
 * uds_list_faces_get_active:
 * @self: faces
 *
 * Returns: (nullable): the name of the face that is chosen; %NULL where it is the list
 */
const char *
uds_list_faces_get_active (UdsListFaces *self)
{
  const char *name;

  g_return_val_if_fail (UDS_IS_LIST_FACES (self), NULL);

  name = adw_toggle_group_get_active_name (self->toggles);
  return g_strcmp0 (name, LIST) != 0 ? name : NULL;
}
