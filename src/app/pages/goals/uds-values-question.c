/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dialog with both numbers to choose from. */
#include "uds-values-question.h"

#include "uds-observation-cell.h"

#include <glib/gi18n.h>

typedef struct {
  UdsAnswerFunc answer;
  gpointer data;
} Question;

static void
on_answered_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autofree Question *question = data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (response, "point"))
    question->answer (UDS_DECIMAL_POINT, question->data);
  else if (g_str_equal (response, "comma"))
    question->answer (UDS_DECIMAL_COMMA, question->data);
  else
    question->answer (UDS_DECIMAL_UNKNOWN, question->data);
}

static char *
write_as (const char  *number,
          UdsDecimal   decimal,
          UdsLanguage  language)
{
  gboolean is_share;
  g_autofree char *bare = uds_observation_strip_share (number, &is_share);
  g_autoptr (UdsRecord) scratch = uds_record_new (uds_kind_lookup ("observation"));
  g_autoptr (UdsProblem) problem =
      uds_observation_read_cell (scratch, UDS_OBSERVATION_COLUMN_VALUE, bare, decimal, NULL);

  g_assert (problem == NULL);
  return uds_observation_write_cell (scratch, UDS_OBSERVATION_COLUMN_VALUE, language);
}

/**
 * uds_values_question_present:
 * @parent: where the dialog belongs
 * @number: a number that can be read both ways
 * @language: the reader's
 * @answer: called once with what the user says
 * @data: handed to @answer
 */
void
uds_values_question_present (GtkWidget     *parent,
                             const char    *number,
                             UdsLanguage    language,
                             UdsAnswerFunc  answer,
                             gpointer       data)
{
  g_autofree char *by_point = write_as (number, UDS_DECIMAL_POINT, language);
  g_autofree char *by_comma = write_as (number, UDS_DECIMAL_COMMA, language);
  /* Translators: a number that could be two, such as 1.234 */
  g_autofree char *heading = g_strdup_printf (_("Which Number is “%s”?"), number);
  AdwDialog *dialog = adw_alert_dialog_new (heading, _("Its sign can stand before decimals or between thousands."));
  Question *question = g_new (Question, 1);

  *question = (Question) { answer, data };
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "point", by_point);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "comma", by_comma);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (gtk_widget_get_root (parent)), NULL, on_answered_cb,
                           question);
}
