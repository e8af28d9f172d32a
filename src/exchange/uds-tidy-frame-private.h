/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What statistical offices write around a table: its title above the heading, notes below the rows. For src/exchange
 * only. */
#pragma once

#include "uds-csv.h"
#include "uds-json.h"

G_BEGIN_DECLS

/**
 * UdsTidyFrame:
 * @heading: the row of the heading, from 1
 * @title: (nullable): the title above it
 * @title_field: (nullable): the field of an indicator that is for titles in its language
 * @notes: the row in which the notes begin; 0 where there are none
 * @footnote: (nullable): the notes, as far as they were read
 * @after_blank: whether the row before the one at hand was blank
 */
typedef struct {
  guint    heading;
  char    *title;
  const char *title_field;
  guint    notes;
  GString *footnote;
  gboolean after_blank;
} UdsTidyFrame;

void          uds_tidy_frame_find_heading (UdsTidyFrame       *self,
                                           GBytes             *text,
                                           char                separator);
UdsCsvReader *uds_tidy_frame_open         (const UdsTidyFrame  *self,
                                           GBytes              *text,
                                           char                 separator,
                                           GError             **error);
void          uds_tidy_frame_look         (UdsTidyFrame       *self,
                                           UdsCsvReader       *reader);
gboolean      uds_tidy_frame_is_note      (const UdsTidyFrame *self,
                                           UdsCsvReader       *reader);
void          uds_tidy_frame_add_note     (UdsTidyFrame       *self,
                                           const char         *text);
void          uds_tidy_frame_describe     (const UdsTidyFrame *self,
                                           JsonObject         *metadata);
void          uds_tidy_frame_clear        (UdsTidyFrame       *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (UdsTidyFrame, uds_tidy_frame_clear)

const char *uds_title_get_field (const char *title);

G_END_DECLS
