/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quark of the error domain. The codes and what they mean stand in the header. */
#include "uds-error.h"

G_DEFINE_QUARK (uds-error-quark, uds_error)
