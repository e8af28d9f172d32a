/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document with everything in it that a document can have, in Danish. */
#pragma once

#include "uds-document.h"

G_BEGIN_DECLS

/* So many rows has the table of each section. */
#define SAMPLE_TABLE_ROWS 24

UdsDocument *sample_document_new (guint n_sections);

G_END_DECLS
