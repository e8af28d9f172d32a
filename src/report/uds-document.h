/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be printed, in reading order: cover, headings, paragraphs, lists, figures, tables. No sizes and no pages;
 * those are made of it by UdsPages. Built on one thread and then left alone, it may be read by many. */
#pragma once

#include "uds-date.h"
#include "uds-document-table.h"
#include "uds-language.h"

#include <cairo.h>
#include <glib-object.h>

G_BEGIN_DECLS

/**
 * UDS_HEADING_LEVELS:
 *
 * Headings have levels 1 to this one.
 */
#define UDS_HEADING_LEVELS 3

/**
 * UdsParagraphStyle:
 * @UDS_PARAGRAPH_BODY: running text
 * @UDS_PARAGRAPH_LEAD: what a reader should see first, larger
 * @UDS_PARAGRAPH_NOTE: footnotes and sources, smaller
 */
typedef enum {
  UDS_PARAGRAPH_BODY,
  UDS_PARAGRAPH_LEAD,
  UDS_PARAGRAPH_NOTE,
} UdsParagraphStyle;

/**
 * UdsBadge:
 * @text: one or two characters, a goal's number
 * @background: its colour, red, green and blue from 0 to 1
 * @ink: the colour of @text on it
 *
 * A small coloured square that identifies what a heading is about. It repeats what the heading says.
 */
typedef struct {
  char   text[4];
  double background[3];
  double ink[3];
} UdsBadge;

/**
 * UdsFigureDrawFunc:
 * @cr: where to draw, the origin at the figure's upper left corner
 * @width: in points
 * @height: in points
 * @data: the figure's data
 *
 * Draws a figure with lines, areas and text, no images. May be called from any thread, and more than once.
 */
typedef void (*UdsFigureDrawFunc) (cairo_t *cr,
                                   double   width,
                                   double   height,
                                   gpointer data);

/**
 * UdsFigure:
 * @caption: (nullable): the finding, printed above
 * @subtitle: (nullable): measure, unit and place, printed under the caption
 * @source: (nullable): printed below
 * @alternative: the figure in words, for those who do not see it
 * @aspect: height divided by width
 * @draw: draws it
 * @data: for @draw
 * @free_data: (nullable): frees @data with the document
 */
typedef struct {
  const char       *caption;
  const char       *subtitle;
  const char       *source;
  const char       *alternative;
  double            aspect;
  UdsFigureDrawFunc draw;
  gpointer          data;
  GDestroyNotify    free_data;
} UdsFigure;

/**
 * UdsCover:
 * @organisation: whose document it is
 * @note: (nullable): a line at the foot: the date, or where the figures come from
 * @badges: (nullable) (array length=n_badges): a row of squares below the title
 * @n_badges: how many
 *
 * The first page, besides the document's title and subtitle.
 */
typedef struct {
  const char     *organisation;
  const char     *note;
  const UdsBadge *badges;
  guint           n_badges;
} UdsCover;

#define UDS_TYPE_DOCUMENT (uds_document_get_type ())
G_DECLARE_FINAL_TYPE (UdsDocument, uds_document, UDS, DOCUMENT, GObject)

UdsDocument *uds_document_new            (UdsLanguage        language,
                                          const char        *title,
                                          const char        *subtitle);
void         uds_document_set_author     (UdsDocument       *self,
                                          const char        *author);
void         uds_document_set_date       (UdsDocument       *self,
                                          const UdsDate     *date);

void         uds_document_add_cover      (UdsDocument       *self,
                                          const UdsCover    *cover);
void         uds_document_add_contents   (UdsDocument       *self,
                                          const char        *heading,
                                          guint              levels);
void         uds_document_add_heading    (UdsDocument       *self,
                                          guint              level,
                                          const char        *text,
                                          const UdsBadge    *badge);
void         uds_document_add_paragraph  (UdsDocument       *self,
                                          UdsParagraphStyle  style,
                                          const char        *text);
void         uds_document_add_statement  (UdsDocument       *self,
                                          UdsMark            mark,
                                          const char        *lead,
                                          const char        *text);
void         uds_document_add_list_item  (UdsDocument       *self,
                                          const char        *label,
                                          const char        *text);
void         uds_document_add_figure     (UdsDocument       *self,
                                          const UdsFigure   *figure);
void         uds_document_add_table      (UdsDocument       *self,
                                          UdsDocumentTable  *table);
void         uds_document_add_page_break (UdsDocument       *self);
void         uds_document_keep_with_next (UdsDocument       *self);

UdsLanguage    uds_document_get_language (UdsDocument       *self);
const char    *uds_document_get_title    (UdsDocument       *self);
const char    *uds_document_get_subtitle (UdsDocument       *self);
const char    *uds_document_get_author   (UdsDocument       *self);
const UdsDate *uds_document_get_date     (UdsDocument       *self);

G_END_DECLS
