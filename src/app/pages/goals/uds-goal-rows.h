/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a goal's page beside those of its indicators: targets, efforts, and what else serves the goal. */
#pragma once

#include "uds-goal-digest.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *uds_target_row_new (UdsGoalDigest *digest,
                               UdsRecord     *target,
                               UdsLanguage    language);
GtkWidget *uds_effort_row_new (UdsGoalDigest *digest,
                               UdsRecord     *effort,
                               UdsLanguage    language);
GtkWidget *uds_served_row_new (GPtrArray     *records,
                               const UdsKind *kind,
                               UdsLanguage    language);

G_END_DECLS
