/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes labels of the blocks of a text, each with its role for who hears the page. What is a heading, an item or an
 * address is said in base/uds-text-blocks.h. */
#include "uds-text-view.h"

#include "uds-link.h"
#include "uds-text-blocks.h"

static char *
make_markup (const char *text)
{
  GString *markup = g_string_new (NULL);
  gsize start, length;

  while (uds_text_find_link (text, &start, &length))
    {
      g_autofree char *before = g_markup_escape_text (text, (gssize) start);
      g_autofree char *link = g_markup_escape_text (text + start, (gssize) length);

      g_string_append_printf (markup, "%s<a href=\"%s\">%s</a>", before, link, link);
      text += start + length;
    }
  if (*text != '\0')
    {
      g_autofree char *rest = g_markup_escape_text (text, -1);

      g_string_append (markup, rest);
    }
  return g_string_free (markup, FALSE);
}

static gboolean
on_activate_link_cb (GtkLabel   *label,
                     const char *link)
{
  uds_link_open (GTK_WIDGET (label), link);
  return TRUE;
}

static GtkWidget *
make_label (GtkAccessibleRole  role,
            const char        *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, NULL);
  g_autofree char *markup = make_markup (text);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  g_signal_connect (label, "activate-link", G_CALLBACK (on_activate_link_cb), NULL);
  return label;
}

/**
 * uds_text_label_new:
 * @text: one paragraph
 *
 * Returns: (transfer floating): a label in which web addresses can be followed, with the pointer or by Tab and Enter
 */
GtkWidget *
uds_text_label_new (const char *text)
{
  return make_label (GTK_ACCESSIBLE_ROLE_LABEL, text);
}

static GtkWidget *
make_heading (const UdsTextBlock *block,
              guint               level)
{
  GtkWidget *label = make_label (GTK_ACCESSIBLE_ROLE_HEADING, block->text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                  (int) (level + block->level - 1), -1);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_add_css_class (label, block->level == 1 ? "title-4" : "heading");
  return label;
}

/* The sign is seen and not heard: the role says that it is an item. */
static GtkWidget *
make_item (const UdsTextBlock *block)
{
  GtkWidget *item = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, "spacing", 9, NULL);
  GtkWidget *sign =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "label", "•", NULL);
  GtkWidget *label = make_label (GTK_ACCESSIBLE_ROLE_LABEL, block->text);

  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (item), sign);
  gtk_box_append (GTK_BOX (item), label);
  return item;
}

/* Items that follow each other are one list. */
static void
add_item (GtkBox             *box,
          const UdsTextBlock *block)
{
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (box));

  if (list == NULL || gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (list)) != GTK_ACCESSIBLE_ROLE_LIST)
    {
      list = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, "orientation",
                           GTK_ORIENTATION_VERTICAL, "spacing", 6, "margin-start", 6, NULL);
      gtk_box_append (box, list);
    }
  gtk_box_append (GTK_BOX (list), make_item (block));
}

/**
 * uds_text_view_new:
 * @text: a long text
 * @level: of its highest headings, for who hears the page: 2 where they stand below the page's own
 *
 * Returns: (transfer floating): the text to be read
 */
GtkWidget *
uds_text_view_new (const char *text,
                   guint       level)
{
  g_autoptr (GPtrArray) blocks = uds_text_read_blocks (text);
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));

  for (guint i = 0; i < blocks->len; i++)
    {
      const UdsTextBlock *block = g_ptr_array_index (blocks, i);

      if (block->type == UDS_TEXT_ITEM)
        add_item (box, block);
      else if (block->type == UDS_TEXT_HEADING)
        gtk_box_append (box, make_heading (block, level));
      else
        gtk_box_append (box, uds_text_label_new (block->text));
    }
  return GTK_WIDGET (box);
}
