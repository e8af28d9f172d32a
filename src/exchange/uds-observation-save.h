/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps observations that a person wrote, and makes an indicator's first series for them. */
#pragma once

#include "uds-session.h"

G_BEGIN_DECLS

char     *uds_session_ensure_series    (UdsSession  *session,
                                        const char  *indicator,
                                        const char  *series,
                                        GError     **error);
gboolean  uds_session_save_observation (UdsSession  *session,
                                        UdsRecord   *observation,
                                        GError     **error);

G_END_DECLS
