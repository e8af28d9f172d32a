/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells what was saved of a damaged database. */
#pragma once

#include "uds-language.h"
#include "uds-salvage.h"

#include <adwaita.h>

G_BEGIN_DECLS

void uds_salvage_dialog_present (GtkWidget        *parent,
                                 const UdsSalvage *salvage,
                                 UdsLanguage       language);

G_END_DECLS
