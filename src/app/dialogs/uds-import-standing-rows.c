/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows for what a file does not say of its indicators, or says in a way that the city may want otherwise. What is
 * chosen and typed goes into the import at once; nothing is written before it is applied. */
#include "uds-import-standing-rows.h"

#include <glib/gi18n.h>
#include <stdlib.h>

/* What a row says something of. */
typedef struct {
  UdsImport *import;
  guint file;
  const char *field;
  char *proposal; /* of a text that nothing is said of; none where there is */
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_object_unref (asked->import);
  g_free (asked->proposal);
  g_free (asked);
}

static Asked *
ask (GtkWidget  *row,
     UdsImport  *import,
     guint       file,
     const char *field)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->import = g_object_ref (import);
  asked->file = file;
  asked->field = field;
  g_object_set_data_full (G_OBJECT (row), "uds-asked", asked, asked_free);
  return asked;
}

static Asked *
get_asked (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "uds-asked");
}

static const UdsImportFile *
get_file (UdsImport *import,
          guint      file)
{
  return g_ptr_array_index (uds_import_get_files (import), file);
}

/* None where the file is about several. */
static const UdsImportIndicator *
get_only (const UdsImportFile *file)
{
  return file->indicators->len == 1 ? g_ptr_array_index (file->indicators, 0) : NULL;
}

static const char *
get_field (const char  *name,
           UdsLanguage  language)
{
  return uds_kind_lookup_shown (uds_kind_lookup ("indicator"), name, language)->name;
}

/* In words */

/* The goal that all of them belong to; 0 where there is none. */
static guint
get_goal (const UdsImportFile *file)
{
  const char *said = uds_import_file_get_said (file, "goal");
  guint goal = 0;

  if (said != NULL)
    return (guint) atoi (said);

  for (guint i = 0; i < file->indicators->len; i++)
    {
      const UdsImportIndicator *indicator = g_ptr_array_index (file->indicators, i);

      if (i > 0 && indicator->goal != goal)
        return 0;
      goal = indicator->goal;
    }
  return goal;
}

static const char *
get_title (const UdsImportFile      *file,
           const UdsImportIndicator *indicator,
           UdsLanguage               language)
{
  const char *said = uds_import_file_get_said (file, get_field ("title", language));

  if (said != NULL)
    return *said != '\0' ? said : uds_record_get_text (indicator->record, "code");
  return uds_record_get_title (indicator->record, language);
}

static gboolean
has_un_title (const UdsImportFile      *file,
              const UdsImportIndicator *indicator,
              UdsLanguage               language)
{
  return indicator->has_un_title && uds_import_file_get_said (file, get_field ("title", language)) == NULL;
}

/**
 * uds_import_standing_describe:
 * @import: a previewed import
 * @file: the place of one of its files
 * @language: the reader's
 *
 * Returns: (transfer full) (nullable): what the indicator in the file will be called and which goal it will belong to;
 *   %NULL where nothing is known of any
 */
char *
uds_import_standing_describe (UdsImport   *import,
                              guint        file,
                              UdsLanguage  language)
{
  const UdsImportFile *about = get_file (import, file);
  const UdsImportIndicator *only = get_only (about);
  g_autofree char *goal = NULL;
  guint number;

  if (about->indicators->len == 0)
    return NULL;
  if (only == NULL)
    return g_strdup_printf (ngettext ("%u indicator", "%u indicators", about->indicators->len),
                            about->indicators->len);

  number = get_goal (about);
  goal = number > 0 ? g_strdup_printf (_("Goal %d"), (int) number) : g_strdup (_("no goal yet"));
  if (has_un_title (about, only, language))
    /* Translators: the name of an indicator as the UN's list has it, then which goal it belongs to */
    return g_strdup_printf (_("%s (the UN’s title) · %s"), get_title (about, only, language), goal);
  return g_strdup_printf ("%s · %s", get_title (about, only, language), goal);
}

/* Which goal */

static void
on_goal_cb (AdwComboRow *row)
{
  const Asked *asked = get_asked (row);
  guint selected = adw_combo_row_get_selected (row);
  g_autofree char *number = NULL;

  if (selected > 0)
    number = uds_record_to_string (g_ptr_array_index (uds_import_get_goals (asked->import), selected - 1), "number");
  uds_import_set_field (asked->import, asked->file, asked->field, number != NULL ? number : "");
}

static void
on_choice_setup_cb (GtkListItemFactory *factory,
                    GtkListItem        *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_child (item, label);
}

static void
on_choice_bind_cb (GtkListItemFactory *factory,
                   GtkListItem        *item)
{
  const char *choice = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), choice);
  gtk_list_item_set_accessible_label (item, choice);
}

/* The names of goals are read to their ends. */
static GtkListItemFactory *
make_choice_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_choice_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_choice_bind_cb), NULL);
  return factory;
}

static GtkWidget *
find_inside (GtkWidget *widget,
             GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_inside (child, type);
  return found;
}

static void
on_search_activate_cb (GtkListView *list)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))) > 0)
    g_signal_emit_by_name (list, "activate", 0);
}

/* A number and Enter shall be enough; the library leaves Enter to the list. */
static void
let_enter_choose (GtkWidget *row)
{
  GtkWidget *popover = find_inside (row, GTK_TYPE_POPOVER);
  GtkWidget *entry = popover != NULL ? find_inside (popover, GTK_TYPE_SEARCH_ENTRY) : NULL;
  GtkWidget *list = popover != NULL ? find_inside (popover, GTK_TYPE_LIST_VIEW) : NULL;

  if (entry == NULL || list == NULL)
    return;

  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (entry), 0);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_search_activate_cb), list, G_CONNECT_SWAPPED);
}

/* The first choice is none. */
static GtkWidget *
make_goal_row (UdsImport   *import,
               guint        file,
               UdsLanguage  language)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) factory = make_choice_factory ();
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GPtrArray *goals = uds_import_get_goals (import);
  guint chosen = get_goal (get_file (import, file));
  guint selected = 0;

  gtk_string_list_append (labels, _("None"));
  for (guint i = 0; i < goals->len; i++)
    {
      UdsRecord *goal = g_ptr_array_index (goals, i);
      g_autofree char *label = uds_record_format_title (goal, language);

      gtk_string_list_append (labels, label);
      if (uds_record_get_integer (goal, "number") == chosen)
        selected = i + 1;
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Goal"));
  adw_combo_row_set_list_factory (ADW_COMBO_ROW (row), factory);
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  adw_combo_row_set_expression (ADW_COMBO_ROW (row), expression);
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (row), TRUE);
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (row), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  let_enter_choose (row);
  ask (row, import, file, "goal");
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_goal_cb), NULL);
  return row;
}

/* Texts */

static void
show_origin (GtkWidget *row)
{
  const Asked *asked = get_asked (row);
  const UdsImportFile *file = get_file (asked->import, asked->file);
  const UdsImportIndicator *only = get_only (file);
  gboolean is_un = only != NULL && only->has_un_title && uds_import_file_get_said (file, asked->field) == NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 is_un ? _("Title · proposed from the UN’s list") : _("Title"));
}

/* What stands there as it was proposed is not said. */
static void
on_text_cb (GtkWidget *row)
{
  const Asked *asked = get_asked (row);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));

  uds_import_set_field (asked->import, asked->file, asked->field, g_strcmp0 (text, asked->proposal) == 0 ? NULL : text);
}

static GtkWidget *
make_text_row (UdsImport  *import,
               guint       file,
               const char *field,
               const char *proposal)
{
  GtkWidget *row = adw_entry_row_new ();
  const char *said = uds_import_file_get_said (get_file (import, file), field);

  if (proposal == NULL)
    proposal = "";
  ask (row, import, file, field)->proposal = said == NULL ? g_strdup (proposal) : NULL;
  gtk_editable_set_text (GTK_EDITABLE (row), said != NULL ? said : proposal);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect (row, "changed", G_CALLBACK (on_text_cb), NULL);
  return row;
}

static GtkWidget *
make_title_row (UdsImport                *import,
                guint                     file,
                const UdsImportIndicator *indicator,
                UdsLanguage               language)
{
  GtkWidget *row = make_text_row (import, file, get_field ("title", language),
                                  uds_record_get_title (indicator->record, language));

  g_signal_connect (row, "changed", G_CALLBACK (show_origin), NULL);
  show_origin (row);
  return row;
}

static GtkWidget *
make_place_row (UdsImport                *import,
                guint                     file,
                const UdsImportIndicator *indicator,
                UdsLanguage               language)
{
  GtkWidget *row = make_text_row (import, file, get_field ("place", language),
                                  uds_record_get_localized (indicator->record, "place", language));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Place"));
  return row;
}

/* Whether one of them belongs to no goal, by what the file says and by what is there. */
static gboolean
lacks_goal (const UdsImportFile *file)
{
  for (guint i = 0; i < file->indicators->len; i++)
    if (((const UdsImportIndicator *) g_ptr_array_index (file->indicators, i))->goal == 0)
      return TRUE;

  return FALSE;
}

static gboolean
has_new (const UdsImportFile *file)
{
  for (guint i = 0; i < file->indicators->len; i++)
    if (((const UdsImportIndicator *) g_ptr_array_index (file->indicators, i))->is_new)
      return TRUE;

  return FALSE;
}

/**
 * uds_import_standing_is_asked:
 * @import: a previewed import
 * @file: the place of one of its files
 *
 * Returns: whether an indicator in the file will belong to no goal unless the user says which
 */
gboolean
uds_import_standing_is_asked (UdsImport *import,
                              guint      file)
{
  const UdsImportFile *about = get_file (import, file);

  return uds_import_file_get_said (about, "goal") == NULL && lacks_goal (about);
}

/**
 * uds_import_standing_rows_new:
 * @import: a previewed import
 * @file: the place of one of its files
 * @language: the language in which the user says it
 *
 * Returns: (transfer full) (element-type GtkWidget): rows for the goal, title and place of the indicators that come
 *   with the file; of one that was there already, only the goal, where it has none
 */
GPtrArray *
uds_import_standing_rows_new (UdsImport   *import,
                              guint        file,
                              UdsLanguage  language)
{
  const UdsImportFile *about = get_file (import, file);
  const UdsImportIndicator *only = get_only (about);
  GPtrArray *rows = g_ptr_array_new ();

  if (!has_new (about) && !lacks_goal (about) && uds_import_file_get_said (about, "goal") == NULL)
    return rows;

  g_ptr_array_add (rows, make_goal_row (import, file, language));
  if (only == NULL || !only->is_new)
    return rows;

  g_ptr_array_add (rows, make_title_row (import, file, only, language));
  g_ptr_array_add (rows, make_place_row (import, file, only, language));
  return rows;
}
