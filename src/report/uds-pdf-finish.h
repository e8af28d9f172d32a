/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Cairo leaves out of a tagged PDF, appended to the file it wrote: language, descriptions of figures and links,
 * scopes of table headers, properties as XMP. Knows Cairo's way of writing objects, nothing of documents or pages. */
#pragma once

#include "uds-language.h"

G_BEGIN_DECLS

/**
 * UdsPdfInfo:
 * @language: what the text is written in
 * @title: its title
 * @author: (nullable): who stands behind it
 * @date: (nullable): when it was made, an ISO date
 * @creator: the program that made it
 */
typedef struct {
  UdsLanguage language;
  const char *title;
  const char *author;
  const char *date;
  const char *creator;
} UdsPdfInfo;

typedef struct _UdsPdfNotes UdsPdfNotes;

UdsPdfNotes *uds_pdf_notes_new        (void);
void         uds_pdf_notes_free       (UdsPdfNotes       *self);
void         uds_pdf_notes_add_figure (UdsPdfNotes       *self,
                                       const char        *alternative);
void         uds_pdf_notes_add_header (UdsPdfNotes       *self,
                                       gboolean           of_row);
void         uds_pdf_notes_add_link   (UdsPdfNotes       *self,
                                       const char        *description);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsPdfNotes, uds_pdf_notes_free)

GBytes      *uds_pdf_finish           (GBytes            *pdf,
                                       const UdsPdfInfo  *info,
                                       const UdsPdfNotes *notes,
                                       GError           **error);

G_END_DECLS
