/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's texts as the tests read them, in English until a test says otherwise. */
#pragma once

#include <glib/gi18n.h>
#include <locale.h>

/* To be called by main () of a test that reads texts. */
static inline void
words_init (void)
{
  setlocale (LC_ALL, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("UDSYN_TEST_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static inline void
words_be_english (void)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_setenv ("LANGUAGE", "", TRUE);
}

/* FALSE, and the test skipped, where there is no Danish on the machine. */
static inline gboolean
words_be_danish (void)
{
  g_setenv ("LANGUAGE", "da", TRUE);
  if (setlocale (LC_ALL, "da_DK.UTF-8") != NULL)
    return TRUE;

  words_be_english ();
  g_test_skip ("the locale da_DK.UTF-8 is not installed");
  return FALSE;
}
