/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A menu of how sure a value can be. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * UdsQualityFunc:
 * @code: the code of a quality; empty for none
 * @data: the caller's
 */
typedef void (*UdsQualityFunc) (const char *code,
                                gpointer    data);

GtkWidget *uds_quality_menu_new  (UdsQualityFunc  chosen,
                                  gpointer        data);
void       uds_quality_menu_open (GtkWidget      *menu,
                                  const char     *code);

G_END_DECLS
