/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signs by which places are told apart beside a map: the shapes and colours of the map itself. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * UdsMapSign:
 * @UDS_MAP_SIGN_OWN: our own city
 * @UDS_MAP_SIGN_LIT: a place that stands out
 * @UDS_MAP_SIGN_OTHER: any other
 */
typedef enum {
  UDS_MAP_SIGN_OWN,
  UDS_MAP_SIGN_LIT,
  UDS_MAP_SIGN_OTHER,
} UdsMapSign;

void uds_map_sign_show (GtkLabel   *label,
                        UdsMapSign  sign);

G_END_DECLS
