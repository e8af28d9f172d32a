/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row below a field that says what is wrong with what was typed. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *uds_field_note_new      (void);
void       uds_field_note_set_text (GtkWidget  *note,
                                    const char *text);

G_END_DECLS
