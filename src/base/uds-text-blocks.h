/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long text as people type it, read as headings, list items and paragraphs, with its web addresses. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UdsTextBlockType:
 * @UDS_TEXT_PARAGRAPH: lines that belong together
 * @UDS_TEXT_HEADING: a line that began with "# ", or with more of these signs
 * @UDS_TEXT_ITEM: a line that began with "- " or "* "
 */
typedef enum {
  UDS_TEXT_PARAGRAPH,
  UDS_TEXT_HEADING,
  UDS_TEXT_ITEM,
} UdsTextBlockType;

/**
 * UdsTextBlock:
 * @type: what it is
 * @level: of a heading, how many signs it began with; else 0
 * @text: what it says, without the signs
 */
typedef struct {
  UdsTextBlockType type;
  guint            level;
  char            *text;
} UdsTextBlock;

GPtrArray *uds_text_read_blocks (const char *text);
gboolean   uds_text_find_link   (const char *text,
                                 gsize      *start,
                                 gsize      *length);

G_END_DECLS
