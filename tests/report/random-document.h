/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents made by chance, in which every text carries a number, in the order they are read in. */
#pragma once

#include "uds-document.h"

G_BEGIN_DECLS

UdsDocument *random_document_new (guint *n_texts);

G_END_DECLS
