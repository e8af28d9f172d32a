/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text set in the sizes of the house: broken into lines of one height, measured and drawn. Lines break alike on screen
 * and on paper. For src/report only. */
#pragma once

#include "uds-language.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * UdsTextRole:
 *
 * What a text is for; its size, weight and grey follow from it.
 */
typedef enum {
  UDS_TEXT_BODY,
  UDS_TEXT_LEAD,
  UDS_TEXT_NOTE,
  UDS_TEXT_HEADING_1,
  UDS_TEXT_HEADING_2,
  UDS_TEXT_HEADING_3,
  UDS_TEXT_CAPTION,
  UDS_TEXT_SUBTITLE,
  UDS_TEXT_CELL,
  UDS_TEXT_CELL_STRONG,
  UDS_TEXT_CELL_HEAD,
  UDS_TEXT_RUNNING,
  UDS_TEXT_BADGE,
  UDS_TEXT_COVER_TITLE,
  UDS_TEXT_COVER_SUBTITLE,
  UDS_N_TEXT_ROLES,
} UdsTextRole;

typedef struct _UdsTypesetter UdsTypesetter;

/**
 * UdsText:
 * @layout: (nullable): its lines; %NULL for no text
 * @role: what it is for
 * @n_lines: how many lines
 */
typedef struct {
  PangoLayout *layout;
  UdsTextRole  role;
  guint        n_lines;
} UdsText;

UdsTypesetter *uds_typesetter_new             (UdsLanguage    language);
void           uds_typesetter_free            (UdsTypesetter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsTypesetter, uds_typesetter_free)

double         uds_text_role_get_leading      (UdsTextRole    role);
double         uds_text_role_get_size         (UdsTextRole    role);

void           uds_text_init                  (UdsText       *self,
                                               UdsTypesetter *typesetter,
                                               UdsTextRole    role,
                                               const char    *text);
void           uds_text_clear                 (UdsText       *self);
void           uds_text_set_lead              (UdsText       *self,
                                               gsize          n_bytes);
void           uds_text_set_width             (UdsText       *self,
                                               double         width);
void           uds_text_set_max_lines         (UdsText       *self,
                                               guint          max_lines);
double         uds_text_get_natural_width     (const UdsText *self);
double         uds_text_get_longest_word      (const UdsText *self);
double         uds_text_get_height            (const UdsText *self);
double         uds_text_get_last_line_width   (const UdsText *self);
void           uds_text_draw                  (const UdsText *self,
                                               UdsTypesetter *typesetter,
                                               cairo_t       *cr,
                                               double         x,
                                               double         y,
                                               guint          first,
                                               guint          n_lines);
void           uds_text_draw_end              (const UdsText *self,
                                               UdsTypesetter *typesetter,
                                               cairo_t       *cr,
                                               double         x,
                                               double         y);
void           uds_text_draw_to_right         (const UdsText *self,
                                               UdsTypesetter *typesetter,
                                               cairo_t       *cr,
                                               double         right,
                                               double         y,
                                               guint          first,
                                               guint          n_lines);

G_END_DECLS
