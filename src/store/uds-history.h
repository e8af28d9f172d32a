/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that were carried out, what each changed, and how to take them back.
 * The rows are written by triggers (uds-triggers.c); this reads them and applies them backwards. */
#pragma once

#include "uds-session.h"

G_BEGIN_DECLS

/**
 * UdsCommandState:
 * @UDS_COMMAND_DO: the user did something
 * @UDS_COMMAND_UNDO: a command was taken back
 * @UDS_COMMAND_REDO: an undo was taken back
 * @UDS_COMMAND_BASE: what the database began with; it cannot be taken back
 */
typedef enum {
  UDS_COMMAND_DO,
  UDS_COMMAND_UNDO,
  UDS_COMMAND_REDO,
  UDS_COMMAND_BASE,
} UdsCommandState;

/**
 * UdsCommand:
 * @group: its number; later commands have higher ones
 * @name: what the user did, in the language it was done in
 * @at: when, microseconds since 1970 UTC; information, never an order
 * @state: whether it did something, took a command back, or did one again
 * @undoes: the group that it takes back, or 0
 * @undone_by: the group that took it back, or 0
 * @n_changes: how many records it changed
 */
typedef struct {
  gint64           group;
  char            *name;
  gint64           at;
  UdsCommandState  state;
  gint64           undoes;
  gint64           undone_by;
  gint64           n_changes;
} UdsCommand;

/**
 * UdsChange:
 * @command: the command it was part of, without its count
 * @kind: the name of the record's kind
 * @record: the record's id
 * @before: (nullable): its fields before as a JSON object; %NULL where it was made
 * @after: (nullable): its fields after; %NULL where it was deleted
 */
typedef struct {
  UdsCommand *command;
  char       *kind;
  char       *record;
  char       *before;
  char       *after;
} UdsChange;

void uds_command_free (UdsCommand *command);
void uds_change_free  (UdsChange  *change);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsCommand, uds_command_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsChange, uds_change_free)

char *uds_command_format (const UdsCommand *self);

GPtrArray *uds_session_list_commands (UdsSession  *self,
                                      guint        limit,
                                      GError     **error);
GPtrArray *uds_session_list_changes  (UdsSession  *self,
                                      const char  *record,
                                      gint64       group,
                                      guint        limit,
                                      GError     **error);
UdsCommand *uds_session_get_command  (UdsSession  *self,
                                      gint64       group,
                                      GError     **error);
UdsCommand *uds_session_next_undo    (UdsSession  *self,
                                      GError     **error);
UdsCommand *uds_session_next_redo    (UdsSession  *self,
                                      GError     **error);
gboolean   uds_session_mark_base     (UdsSession  *self,
                                      GError     **error);
gboolean   uds_session_undo          (UdsSession  *self,
                                      gint64       group,
                                      GError     **error);

G_END_DECLS
