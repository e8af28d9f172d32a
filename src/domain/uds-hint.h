/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be said about a record as it stands: dates in disorder, what the strategy asks for and nobody filled in.
 * A hint refuses nothing: the record is kept as it was written. */
#pragma once

#include "uds-record.h"

G_BEGIN_DECLS

/**
 * UdsHint:
 * @field: the field where something can be done about it
 * @text: the hint, a sentence in the language of the session
 */
typedef struct {
  const char *field;
  char *text;
} UdsHint;

GPtrArray *uds_record_find_hints (UdsRecord *record);

G_END_DECLS
