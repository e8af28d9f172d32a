/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program: sets the language and hands over to a command or to the window. */
#include "uds-application.h"
#include "uds-cli.h"
#include "udsyn-config.h"

#include <glib/gi18n.h>
#include <locale.h>

/* Where a program that is not installed finds its translations; meson devenv sets it. */
static const char *
get_locale_dir (void)
{
  const char *folder = g_getenv ("TEXTDOMAINDIR");

  return folder != NULL ? folder : UDSYN_LOCALEDIR;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (UdsApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (uds_cli_is_command (argc, argv))
    return uds_cli_run (argc, argv);

  application = uds_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
