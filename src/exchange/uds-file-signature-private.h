/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file is that is no text at all, by the bytes it begins with: so that a picture is called a picture. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *uds_file_signature_describe (GBytes *bytes);

G_END_DECLS
