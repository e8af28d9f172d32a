/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the blocks of a document in the order they are read in. */
#include "uds-document-private.h"

#include <string.h>

struct _UdsDocument {
  GObject parent_instance;

  UdsLanguage language;
  char *title;
  char *subtitle;
  char *author;
  UdsDate date;
  gboolean has_date;
  GPtrArray *blocks;
};

G_DEFINE_FINAL_TYPE (UdsDocument, uds_document, G_TYPE_OBJECT)

static void
block_free (gpointer data)
{
  UdsBlock *block = data;

  if (block->figure.free_data != NULL)
    block->figure.free_data (block->figure.data);
  g_free ((char *) block->figure.caption);
  g_free ((char *) block->figure.subtitle);
  g_free ((char *) block->figure.source);
  g_free ((char *) block->figure.alternative);
  g_clear_pointer (&block->table, uds_document_table_free);
  g_free (block->text);
  g_free (block->label);
  g_free (block->badges);
  g_free (block->organisation);
  g_free (block->note);
  g_free (block);
}

static void
uds_document_finalize (GObject *object)
{
  UdsDocument *self = UDS_DOCUMENT (object);

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->author);
  g_ptr_array_unref (self->blocks);

  G_OBJECT_CLASS (uds_document_parent_class)->finalize (object);
}

static void
uds_document_class_init (UdsDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = uds_document_finalize;
}

static void
uds_document_init (UdsDocument *self)
{
  self->blocks = g_ptr_array_new_with_free_func (block_free);
}

static UdsBlock *
add_block (UdsDocument  *self,
           UdsBlockType  type)
{
  UdsBlock *block = g_new0 (UdsBlock, 1);

  block->type = type;
  g_ptr_array_add (self->blocks, block);
  return block;
}

/**
 * uds_document_new:
 * @language: what it is written in
 * @title: its title
 * @subtitle: (nullable): the period or place it is about
 *
 * Returns: (transfer full): a document with nothing in it
 */
UdsDocument *
uds_document_new (UdsLanguage  language,
                  const char  *title,
                  const char  *subtitle)
{
  UdsDocument *self = g_object_new (UDS_TYPE_DOCUMENT, NULL);

  self->language = language;
  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  return self;
}

/**
 * uds_document_set_author:
 * @self: a document
 * @author: who stands behind it; becomes part of the file's properties
 */
void
uds_document_set_author (UdsDocument *self,
                         const char  *author)
{
  g_set_str (&self->author, author);
}

/**
 * uds_document_set_date:
 * @self: a document
 * @date: the day it was made; becomes part of the file's properties
 */
void
uds_document_set_date (UdsDocument   *self,
                       const UdsDate *date)
{
  self->date = *date;
  self->has_date = TRUE;
}

/**
 * uds_document_add_cover:
 * @self: a document
 * @cover: what stands on it besides title and subtitle; copied
 *
 * Adds a page of its own without running head and foot.
 */
void
uds_document_add_cover (UdsDocument    *self,
                        const UdsCover *cover)
{
  UdsBlock *block = add_block (self, UDS_BLOCK_COVER);

  block->organisation = g_strdup (cover->organisation);
  block->note = g_strdup (cover->note);
  block->n_badges = cover->n_badges;
  block->badges = g_memdup2 (cover->badges, cover->n_badges * sizeof (UdsBadge));
}

/**
 * uds_document_add_contents:
 * @self: a document
 * @heading: what stands above it
 * @levels: headings down to this level are listed
 *
 * Adds a list of the headings after it, with their pages.
 */
void
uds_document_add_contents (UdsDocument *self,
                           const char  *heading,
                           guint        levels)
{
  UdsBlock *block = add_block (self, UDS_BLOCK_CONTENTS);

  block->text = g_strdup (heading);
  block->level = levels;
}

/**
 * uds_document_add_heading:
 * @self: a document
 * @level: 1 to %UDS_HEADING_LEVELS
 * @text: what it says
 * @badge: (nullable): the square before it
 *
 * Adds a heading. It stays on one page with what follows it, is listed in the contents and in the outline.
 */
void
uds_document_add_heading (UdsDocument    *self,
                          guint           level,
                          const char     *text,
                          const UdsBadge *badge)
{
  UdsBlock *block;

  g_return_if_fail (level >= 1 && level <= UDS_HEADING_LEVELS);

  block = add_block (self, UDS_BLOCK_HEADING);
  block->level = level;
  block->text = g_strdup (text);
  block->n_badges = badge != NULL;
  block->badges = g_memdup2 (badge, badge != NULL ? sizeof *badge : 0);
}

/**
 * uds_document_add_paragraph:
 * @self: a document
 * @style: how it is set
 * @text: what it says
 */
void
uds_document_add_paragraph (UdsDocument       *self,
                            UdsParagraphStyle  style,
                            const char        *text)
{
  UdsBlock *block = add_block (self, UDS_BLOCK_PARAGRAPH);

  block->style = style;
  block->text = g_strdup (text);
}

/**
 * uds_document_add_statement:
 * @self: a document
 * @mark: the shape before it
 * @lead: its first words, which stand out
 * @text: what follows them
 *
 * Adds a paragraph that says where something stands, and why.
 */
void
uds_document_add_statement (UdsDocument *self,
                            UdsMark      mark,
                            const char  *lead,
                            const char  *text)
{
  UdsBlock *block = add_block (self, UDS_BLOCK_PARAGRAPH);

  block->mark = mark;
  block->lead = strlen (lead);
  block->text = *text == '\0' ? g_strdup (lead) : g_strconcat (lead, " ", text, NULL);
}

/**
 * uds_document_add_list_item:
 * @self: a document
 * @label: what stands before it: "1.", "•"
 * @text: what it says
 *
 * Adds an item to the list that the block before it belongs to, or begins a list.
 */
void
uds_document_add_list_item (UdsDocument *self,
                            const char  *label,
                            const char  *text)
{
  UdsBlock *block = add_block (self, UDS_BLOCK_LIST_ITEM);

  block->label = g_strdup (label);
  block->text = g_strdup (text);
}

/**
 * uds_document_add_figure:
 * @self: a document
 * @figure: the figure; its texts are copied, its data is taken over
 *
 * Adds a figure as wide as the text. It stays on one page with its caption and source.
 */
void
uds_document_add_figure (UdsDocument     *self,
                         const UdsFigure *figure)
{
  UdsBlock *block = add_block (self, UDS_BLOCK_FIGURE);

  block->figure = *figure;
  block->figure.caption = g_strdup (figure->caption);
  block->figure.subtitle = g_strdup (figure->subtitle);
  block->figure.source = g_strdup (figure->source);
  block->figure.alternative = g_strdup (figure->alternative);
}

/**
 * uds_document_add_table:
 * @self: a document
 * @table: (transfer full): a table with at least one column
 *
 * Adds a table. Where it goes over a page its headings are repeated.
 */
void
uds_document_add_table (UdsDocument      *self,
                        UdsDocumentTable *table)
{
  g_return_if_fail (uds_document_table_get_n_columns (table) > 0);

  add_block (self, UDS_BLOCK_TABLE)->table = table;
}

/**
 * uds_document_add_page_break:
 * @self: a document
 *
 * What follows begins on a new page.
 */
void
uds_document_add_page_break (UdsDocument *self)
{
  add_block (self, UDS_BLOCK_PAGE_BREAK);
}

/**
 * uds_document_keep_with_next:
 * @self: a document
 *
 * The block added last stays on one page with the one added next, as headings always do.
 */
void
uds_document_keep_with_next (UdsDocument *self)
{
  UdsBlock *last;

  g_return_if_fail (self->blocks->len > 0);

  last = g_ptr_array_index (self->blocks, self->blocks->len - 1);
  last->keep = TRUE;
}

/**
 * uds_document_get_language:
 * @self: a document
 *
 * Returns: what it is written in
 */
UdsLanguage
uds_document_get_language (UdsDocument *self)
{
  return self->language;
}

/**
 * uds_document_get_title:
 * @self: a document
 *
 * Returns: its title
 */
const char *
uds_document_get_title (UdsDocument *self)
{
  return self->title;
}

/**
 * uds_document_get_subtitle:
 * @self: a document
 *
 * Returns: (nullable): the period or place it is about
 */
const char *
uds_document_get_subtitle (UdsDocument *self)
{
  return self->subtitle;
}

/**
 * uds_document_get_author:
 * @self: a document
 *
 * Returns: (nullable): who stands behind it
 */
const char *
uds_document_get_author (UdsDocument *self)
{
  return self->author;
}

/**
 * uds_document_get_date:
 * @self: a document
 *
 * Returns: (nullable): the day it was made
 */
const UdsDate *
uds_document_get_date (UdsDocument *self)
{
  return self->has_date ? &self->date : NULL;
}

guint
uds_document_get_n_blocks (UdsDocument *self)
{
  return self->blocks->len;
}

const UdsBlock *
uds_document_get_block (UdsDocument *self,
                        guint        index)
{
  return g_ptr_array_index (self->blocks, index);
}
