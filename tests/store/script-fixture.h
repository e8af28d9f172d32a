/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands as users give them, chosen by a seed: new indicators with their observations, changes, deletions, undo. */
#pragma once

#include "store-fixture.h"

G_BEGIN_DECLS

typedef struct _Script Script;

Script *script_new        (guint32   seed);
void    script_free       (Script   *script);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Script, script_free)

gint64  script_step       (Script   *script,
                           UdsStore *store,
                           GError  **error);
gint64  script_add        (UdsStore *store,
                           guint     number,
                           guint     n_years,
                           GError  **error);
gint64  script_get_latest (UdsStore *store);
gint64  script_count      (UdsStore   *store,
                           const char *kind);
void    script_assert_sound (UdsStore *store);
void    script_make_older (const char *path,
                           guint       version,
                           guint       n_indicators);

G_END_DECLS
