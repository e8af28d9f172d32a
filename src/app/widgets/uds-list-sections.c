/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells on what the rows tell. Which groups there are, and where they begin and end, the rows know
 * (uds-row-list-sections.c). */
#include "uds-list-sections.h"

#include "uds-format.h"

struct _UdsListSections
{
  GObject parent_instance;

  UdsRowList *rows;
  UdsLanguage language;
  GPtrArray *headers; /* of GtkListHeader, not owned: those that are shown */
};

static GType
uds_list_sections_get_item_type (GListModel *model)
{
  return UDS_TYPE_ROW;
}

static guint
uds_list_sections_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (UDS_LIST_SECTIONS (model)->rows));
}

static gpointer
uds_list_sections_get_item (GListModel *model,
                            guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (UDS_LIST_SECTIONS (model)->rows), position);
}

static void
uds_list_sections_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = uds_list_sections_get_item_type;
  iface->get_n_items = uds_list_sections_get_n_items;
  iface->get_item = uds_list_sections_get_item;
}

static void
uds_list_sections_get_section (GtkSectionModel *model,
                               guint            position,
                               guint           *start,
                               guint           *end)
{
  uds_row_list_get_section (UDS_LIST_SECTIONS (model)->rows, position, start, end);
}

static void
uds_list_sections_section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = uds_list_sections_get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (UdsListSections, uds_list_sections, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, uds_list_sections_list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, uds_list_sections_section_model_init))

/* Headings */

/* How many are in the last of them is not known before all are read. */
static void
show_header (UdsListSections *self,
             GtkListHeader   *header)
{
  guint n_items = gtk_list_header_get_n_items (header);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self));
  guint start, end;
  const char *name = uds_row_list_get_section (self->rows, gtk_list_header_get_start (header), &start, &end);
  g_autofree char *number = uds_format_number ((double) n_items, 0, self->language);
  g_autofree char *text = NULL;

  if (name != NULL && uds_row_list_is_loading (self->rows) && gtk_list_header_get_end (header) >= n_rows)
    text = g_strdup (name);
  else if (name != NULL)
    text = g_strdup_printf ("%s · %s", name, number);
  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), text != NULL ? text : "");
}

static void
show_headers (UdsListSections *self)
{
  for (guint i = 0; i < self->headers->len; i++)
    show_header (self, g_ptr_array_index (self->headers, i));
}

static void
on_header_changed_cb (UdsListSections *self,
                      GParamSpec      *pspec,
                      GtkListHeader   *header)
{
  if (g_ptr_array_find (self->headers, header, NULL))
    show_header (self, header);
}

static void
on_setup_cb (UdsListSections *self,
             GtkListHeader   *header)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0f,
                                   "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
  g_signal_connect_object (header, "notify::n-items", G_CALLBACK (on_header_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (header, "notify::start", G_CALLBACK (on_header_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
on_bind_cb (UdsListSections *self,
            GtkListHeader   *header)
{
  g_ptr_array_add (self->headers, header);
  show_header (self, header);
}

static void
on_unbind_cb (UdsListSections *self,
              GtkListHeader   *header)
{
  g_ptr_array_remove_fast (self->headers, header);
}

/**
 * uds_list_sections_make_factory:
 * @self: a list
 * @language: the reader's
 *
 * Returns: (transfer full): makes the headings of its groups, each with how many are in it
 */
GtkListItemFactory *
uds_list_sections_make_factory (UdsListSections *self,
                                UdsLanguage      language)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_return_val_if_fail (UDS_IS_LIST_SECTIONS (self), NULL);

  self->language = language;
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind_cb), self, G_CONNECT_SWAPPED);
  return factory;
}

/* GObject */

static void
uds_list_sections_dispose (GObject *object)
{
  g_clear_object (&UDS_LIST_SECTIONS (object)->rows);

  G_OBJECT_CLASS (uds_list_sections_parent_class)->dispose (object);
}

static void
uds_list_sections_finalize (GObject *object)
{
  g_ptr_array_unref (UDS_LIST_SECTIONS (object)->headers);

  G_OBJECT_CLASS (uds_list_sections_parent_class)->finalize (object);
}

static void
uds_list_sections_class_init (UdsListSectionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = uds_list_sections_dispose;
  G_OBJECT_CLASS (klass)->finalize = uds_list_sections_finalize;
}

static void
uds_list_sections_init (UdsListSections *self)
{
  self->headers = g_ptr_array_new ();
}

/**
 * uds_list_sections_new:
 * @rows: a list
 *
 * Returns: (transfer full): its rows as a #GtkSectionModel
 */
UdsListSections *
uds_list_sections_new (UdsRowList *rows)
{
  UdsListSections *self = g_object_new (UDS_TYPE_LIST_SECTIONS, NULL);

  self->rows = g_object_ref (rows);
  g_signal_connect_object (rows, "items-changed", G_CALLBACK (g_list_model_items_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "notify::loading", G_CALLBACK (show_headers), self, G_CONNECT_SWAPPED);
  return self;
}
