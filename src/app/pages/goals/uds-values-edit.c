/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names the commands and hands them to the store. */
#include "uds-values-edit.h"

#include "uds-observation-save.h"
#include "uds-values-words.h"

#include <glib/gi18n.h>

static char *
format_period (UdsRecord  *observation,
               UdsContext *context)
{
  return uds_values_words_period (uds_record_get_text (observation, "period"), uds_context_get_language (context));
}

typedef struct {
  char *indicator;
  UdsRecord *observation;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_free (saving->indicator);
  g_object_unref (saving->observation);
  g_free (saving);
}

/* A copy: it may be the second time (UdsWriteFunc). */
static gboolean
save_observation (UdsSession  *session,
                  gpointer     data,
                  GError     **error)
{
  const Saving *saving = data;
  g_autoptr (UdsRecord) observation = uds_record_copy (saving->observation);
  g_autofree char *series =
      uds_session_ensure_series (session, saving->indicator, uds_record_get_text (observation, "series"), error);

  if (series == NULL)
    return FALSE;
  uds_record_set_text (observation, "series", series);
  return uds_session_save_observation (session, observation, error);
}

static char *
make_name (UdsContext *context,
           UdsRecord  *indicator,
           UdsRecord  *observation,
           const char *field)
{
  const char *title = uds_record_get_title (indicator, uds_context_get_language (context));
  g_autofree char *period = format_period (observation, context);
  const UdsField *changed;

  if (field == NULL)
    /* Translators: a period such as a year, and the name of an indicator */
    return g_strdup_printf (_("%s added to “%s”"), period, title);
  changed = uds_kind_lookup_field (uds_record_get_kind (observation), field, NULL);
  /* Translators: the name of a field, a period such as a year, and the name of an indicator */
  return g_strdup_printf (_("“%s” for %s in “%s” changed"), _(changed->label), period, title);
}

/**
 * uds_values_edit_save:
 * @widget: a widget in the window that tells the outcome
 * @context: the context
 * @indicator: the indicator
 * @observation: a new observation or a changed one, which nobody may change afterwards; without a series, it goes to
 *   the indicator's first
 * @field: (nullable): the field that was changed; %NULL for a new observation
 * @done: called when it is kept or was not
 * @object: handed to @done, and kept until then
 */
void
uds_values_edit_save (GtkWidget          *widget,
                      UdsContext         *context,
                      UdsRecord          *indicator,
                      UdsRecord          *observation,
                      const char         *field,
                      UdsCommandDoneFunc  done,
                      GObject            *object)
{
  g_autofree char *name = make_name (context, indicator, observation, field);
  Saving *saving = g_new0 (Saving, 1);

  saving->indicator = g_strdup (uds_record_get_id (indicator));
  saving->observation = g_object_ref (observation);
  uds_command_run_then (widget, context, name, save_observation, saving, saving_free, done, object);
}

/**
 * uds_values_edit_add_series:
 * @widget: a widget in the window that tells the outcome
 * @context: the context
 * @indicator: the indicator
 * @series: a new series with an id, which nobody may change afterwards
 * @name: what it is called
 * @done: called when it is kept or was not
 * @object: handed to @done, and kept until then
 */
void
uds_values_edit_add_series (GtkWidget          *widget,
                            UdsContext         *context,
                            UdsRecord          *indicator,
                            UdsRecord          *series,
                            const char         *name,
                            UdsCommandDoneFunc  done,
                            GObject            *object)
{
  const char *title = uds_record_get_title (indicator, uds_context_get_language (context));
  /* Translators: what a series is about, such as “Women · percent”, and the name of an indicator */
  g_autofree char *command = g_strdup_printf (_("Series “%s” added to “%s”"), name, title);

  uds_command_save_then (widget, context, command, series, done, object);
}

static gboolean
remove_observation (UdsSession  *session,
                    gpointer     data,
                    GError     **error)
{
  UdsRecord *observation = data;

  return uds_session_remove (session, uds_record_get_kind (observation), uds_record_get_id (observation), error);
}

/**
 * uds_values_edit_remove:
 * @widget: a widget in the window that tells the outcome
 * @context: the context
 * @indicator: the indicator
 * @observation: a stored observation
 */
void
uds_values_edit_remove (GtkWidget  *widget,
                        UdsContext *context,
                        UdsRecord  *indicator,
                        UdsRecord  *observation)
{
  const char *title = uds_record_get_title (indicator, uds_context_get_language (context));
  g_autofree char *period = format_period (observation, context);
  /* Translators: a period such as a year, and the name of an indicator */
  g_autofree char *name = g_strdup_printf (_("%s deleted from “%s”"), period, title);

  uds_command_run (widget, context, name, remove_observation, g_object_ref (observation), g_object_unref);
}

typedef struct {
  UdsObservationPaste *paste;
  char *indicator;
  char *series;
  char *anchor;
} Pasting;

static void
pasting_free (gpointer data)
{
  Pasting *pasting = data;

  g_object_unref (pasting->paste);
  g_free (pasting->indicator);
  g_free (pasting->series);
  g_free (pasting->anchor);
  g_free (pasting);
}

static gboolean
save_paste (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  const Pasting *pasting = data;

  return uds_observation_paste_save (pasting->paste, session, pasting->indicator, pasting->series, pasting->anchor,
                                     error);
}

/**
 * uds_values_edit_paste:
 * @widget: a widget in the window that tells the outcome
 * @context: the context
 * @indicator: the indicator
 * @series: (nullable): the id of the series; %NULL where the indicator has none yet
 * @anchor: (nullable): the id of the observation that was pasted on; %NULL for the empty row
 * @paste: what was pasted, at which nobody may look until @done is called
 * @done: called when it is kept or was not
 * @object: handed to @done, and kept until then
 */
void
uds_values_edit_paste (GtkWidget           *widget,
                       UdsContext          *context,
                       UdsRecord           *indicator,
                       const char          *series,
                       const char          *anchor,
                       UdsObservationPaste *paste,
                       UdsCommandDoneFunc   done,
                       GObject             *object)
{
  const char *title = uds_record_get_title (indicator, uds_context_get_language (context));
  /* Translators: the name of an indicator */
  g_autofree char *name = g_strdup_printf (_("Values pasted into “%s”"), title);
  Pasting *pasting = g_new0 (Pasting, 1);

  pasting->paste = g_object_ref (paste);
  pasting->indicator = g_strdup (uds_record_get_id (indicator));
  pasting->series = g_strdup (series);
  pasting->anchor = g_strdup (anchor);
  uds_command_run_then (widget, context, name, save_paste, pasting, pasting_free, done, object);
}
