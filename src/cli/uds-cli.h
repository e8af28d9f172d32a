/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands: what Udsyn does without a window. Exit status 0 done, 1 done with problems reported, 2 not done. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean uds_cli_is_command (int    argc,
                             char **argv);
int      uds_cli_run        (int    argc,
                             char **argv);

G_END_DECLS
