/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What everything above the store is given: the store, the clock and the language. Tests set them all. */
#pragma once

#include "uds-clock.h"
#include "uds-language.h"
#include "uds-store.h"

G_BEGIN_DECLS

#define UDS_TYPE_CONTEXT (uds_context_get_type ())
G_DECLARE_FINAL_TYPE (UdsContext, uds_context, UDS, CONTEXT, GObject)

UdsContext *uds_context_new          (UdsStore    *store,
                                      UdsClock    *clock,
                                      UdsLanguage  language);
UdsStore   *uds_context_get_store    (UdsContext  *self);
UdsClock   *uds_context_get_clock    (UdsContext  *self);
UdsLanguage uds_context_get_language (UdsContext  *self);

G_END_DECLS
