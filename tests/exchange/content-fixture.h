/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A store with the starting content, for tests that begin with it. */
#pragma once

#include "../store/store-fixture.h"

G_BEGIN_DECLS

void content_fixture_set_up (StoreFixture  *fixture,
                             gconstpointer  data);

G_END_DECLS
