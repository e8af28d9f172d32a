/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map drawn in a thread of its own: the layout, for whoever asks what is where, and a picture of it, which can be
 * moved and scaled within a frame. */
#pragma once

#include "uds-chart-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * UdsMapRequest:
 * @theme: how it looks; its font family stays as long as the program
 * @size: how large it is; its resolution is that of the picture
 * @is_whole: whether all of it is shown, with legend and insets
 * @view: else, which part of the world
 */
typedef struct {
  UdsChartTheme theme;
  UdsChartSize size;
  gboolean is_whole;
  UdsChartMapView view;
} UdsMapRequest;

/**
 * UdsMapPicture:
 * @layout: what is where
 * @texture: the same, drawn
 */
typedef struct {
  UdsChartLayout *layout;
  GdkTexture *texture;
} UdsMapPicture;

void           uds_map_picture_draw_async  (UdsChartSpec         *spec,
                                            const UdsMapRequest  *request,
                                            GObject              *source,
                                            GAsyncReadyCallback   callback,
                                            gpointer              data);
UdsMapPicture *uds_map_picture_draw_finish (GAsyncResult         *result);
void           uds_map_picture_free        (UdsMapPicture        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsMapPicture, uds_map_picture_free)

G_END_DECLS
