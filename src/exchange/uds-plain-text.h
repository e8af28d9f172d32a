/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes that statistical offices write in HTML, as plain text. No web page: only what stands in notes is understood. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *uds_plain_text_from_html (const char *html);

G_END_DECLS
