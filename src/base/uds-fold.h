/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text folded for searching and comparing: case, accents and the Danish letters (ø=o, æ=ae, å=a, aa=a) fall
 * together. Sort keys are for showing lists in a language's order. Nothing is stored sorted by these keys. */
#pragma once

#include "uds-language.h"

G_BEGIN_DECLS

char *uds_fold          (const char  *text);
char *uds_sort_key      (const char  *text,
                         UdsLanguage  language);
int   uds_sort_compare  (const char  *a,
                         const char  *b,
                         UdsLanguage  language);
int   uds_sort_compare_length (const char  *a,
                         gsize        a_length,
                         const char  *b,
                         gsize        b_length,
                         UdsLanguage  language);

G_END_DECLS
