/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of an indicator's values, opened, typed into and looked at by a test. */
#pragma once

#include "ui-fixture.h"

#include "uds-observation-cell.h"
#include "uds-values-cell.h"
#include "uds-values-page.h"

G_BEGIN_DECLS

GtkWidget            *values_get_focus      (UiFixture     *fixture);
UdsValuesPage        *values_open           (UiFixture     *fixture,
                                             const char    *code);
UdsValuesPage        *values_open_empty     (UiFixture     *fixture);
void                  values_press          (UiFixture     *fixture,
                                             guint          key);
void                  values_type           (UiFixture     *fixture,
                                             const char    *text);
void                  values_type_and_press (UiFixture     *fixture,
                                             const char    *text,
                                             guint          key);
UdsObservationColumn  values_get_column     (UiFixture     *fixture);
void                  values_expect         (UiFixture     *fixture,
                                             const char    *values);
void                  values_undo           (UiFixture     *fixture,
                                             const char    *said);
void                  values_fill           (UiFixture     *fixture,
                                             UdsValuesPage *page);

G_END_DECLS
