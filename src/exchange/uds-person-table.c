/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importer of tables of people, as address books and mail programs write them and as people keep them. Each row
 * becomes a card, so that what a card says of a person is decided in one place, uds-vcard-person.c. */
#include "uds-importer.h"

#include "uds-csv.h"
#include "uds-date.h"
#include "uds-export.h"
#include "uds-person-heading.h"
#include "uds-record-table-private.h"
#include "uds-vcard-person.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  UdsImportFile *file;
  UdsCsvReader *reader;
  GArray *headings;   /* of UdsPersonHeading */
  GPtrArray *origins; /* for each column, the property of the row's card that its cell went into; or none */
} Table;

static void
table_clear (Table *self)
{
  g_clear_pointer (&self->reader, uds_csv_reader_free);
  g_clear_pointer (&self->headings, g_array_unref);
  g_clear_pointer (&self->origins, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

static const UdsPersonHeading *
get_heading (const Table *self,
             guint        column)
{
  return &g_array_index (self->headings, UdsPersonHeading, column);
}

/* Goes to the rows of @file. */
static gboolean
table_open (Table               *self,
            const UdsImportFile *file,
            GError             **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  self->reader = uds_csv_reader_new (file->text, file->separator_given ? file->separator
                                                                       : uds_csv_detect_separator (file->text));
  if (!uds_csv_reader_read_heading (self->reader, error))
    return FALSE;
  for (guint i = 0; i < uds_csv_reader_get_n_cells (self->reader); i++)
    g_ptr_array_add (texts, (gpointer) uds_csv_reader_get_cell (self->reader, i));
  self->headings = uds_person_headings_read (texts);
  self->origins = g_ptr_array_new ();
  g_ptr_array_set_size (self->origins, (int) texts->len);
  return TRUE;
}

/* The card of a row */

static char *
make_group (const UdsPersonHeading *heading)
{
  const char *type = heading->type != NULL ? heading->type : "";

  return heading->number > 0 ? g_strdup_printf ("%s%u", type, heading->number) : g_strdup (type);
}

/* A property of several components stands once for each group of columns. */
static UdsVcardProperty *
find_property (GPtrArray  *properties,
               const char *name,
               const char *group)
{
  for (guint i = 0; i < properties->len; i++)
    {
      UdsVcardProperty *property = g_ptr_array_index (properties, i);

      if (g_strcmp0 (property->name, name) == 0 && g_strcmp0 (property->group, group) == 0)
        return property;
    }
  return NULL;
}

static UdsVcardProperty *
add_property (UdsVcardCard *card,
              const char   *name,
              const char   *group,
              const char   *type,
              char         *value)
{
  UdsVcardProperty *property = g_new0 (UdsVcardProperty, 1);

  property->line = card->line;
  property->name = g_strdup (name);
  property->group = g_strdup (group);
  property->parameters = type != NULL ? g_strdup_printf (";TYPE=%s", type) : g_strdup ("");
  property->value = value;
  g_ptr_array_add (card->properties, property);
  return property;
}

/* Puts @text into its place between the semicolons; what stands there already is followed by it. */
static void
set_component (UdsVcardProperty *property,
               int               part,
               const char       *text)
{
  g_autoptr (GPtrArray) parts = uds_vcard_split (property->value, ';');
  GString *value = g_string_new (NULL);

  for (int i = 0; i < MAX (part + 1, (int) parts->len); i++)
    {
      const char *before = uds_vcard_get_part (parts, (guint) i);
      g_autofree char *both = i != part        ? g_strdup (before)
                              : *before != '\0' ? g_strdup_printf ("%s, %s", before, text)
                                                : g_strdup (text);
      g_autofree char *escaped = uds_vcard_escape (both);

      g_string_append_printf (value, "%s%s", i > 0 ? ";" : "", escaped);
    }
  g_free (property->value);
  property->value = g_string_free (value, FALSE);
}

/* Some programs write several values into one cell: " ::: " between them; of addresses also a comma or semicolon. */
static GStrv
split_values (const UdsPersonHeading *heading,
              const char             *text)
{
  g_auto (GStrv) addresses = NULL;

  if (strstr (text, " ::: ") != NULL)
    return g_strsplit (text, " ::: ", -1);
  if (!g_str_equal (heading->property, "EMAIL"))
    return g_strsplit (text, "\x1f", 1);

  addresses = g_regex_split_simple ("\\s*[;,]\\s*", text, 0, 0);
  for (guint i = 0; addresses[i] != NULL; i++)
    if (strchr (addresses[i], '@') == NULL)
      return g_strsplit (text, "\x1f", 1);
  return g_steal_pointer (&addresses);
}

/* Gives the first of them. */
static UdsVcardProperty *
add_values (UdsVcardCard           *card,
            const UdsPersonHeading *heading,
            const char             *group,
            const char             *text)
{
  g_auto (GStrv) values = split_values (heading, text);
  UdsVcardProperty *first = NULL;

  for (guint i = 0; values[i] != NULL; i++)
    {
      UdsVcardProperty *property;

      if (*g_strstrip (values[i]) == '\0')
        continue;
      property = add_property (card, heading->property, group, heading->type, uds_vcard_escape (values[i]));
      if (first == NULL)
        first = property;
    }
  return first;
}

/* "Work", "* Mobile": the star is one program's sign of the preferred. Another's types of addresses are how mail gets
 * there, which all of today's have in common. */
static void
set_label (UdsVcardProperty *property,
           const char       *text)
{
  const char *label = g_str_has_prefix (text, "* ") ? text + 2 : text;
  g_autofree char *lower = g_utf8_strdown (label, -1);

  if (g_str_equal (label, "SMTP") || g_str_equal (label, "EX"))
    return;
  g_free (property->parameters);
  property->parameters = g_strdup_printf ("%s;%s=\"%s\"", label != text ? ";PREF=1" : "", UDS_VCARD_LABEL,
                                          g_strdelimit (lower, "\"\n", ' '));
}

/* What the place of a role is, as uds-person-sheet.c writes it; and since when and until when. */
static const char *
get_role_parameter (UdsPersonPart  part,
                    const char    *text,
                    const char   **name)
{
  UdsDate date;

  if (part == UDS_PERSON_PART_KIND)
    {
      *name = UDS_VCARD_KIND;
      return uds_person_read_place_kind (text);
    }
  *name = part == UDS_PERSON_PART_FROM ? UDS_VCARD_FROM : UDS_VCARD_TO;
  return uds_date_parse (text, &date) ? text : NULL;
}

/* It stands with the place, where there is one, else with the title. */
static UdsVcardProperty *
set_role_parameter (UdsVcardCard           *card,
                    const UdsPersonHeading *heading,
                    const char             *group,
                    const char             *text)
{
  const char *name;
  const char *value = get_role_parameter ((UdsPersonPart) heading->part, text, &name);
  UdsVcardProperty *property = find_property (card->properties, "ORG", group);
  g_autofree char *parameters = NULL;

  if (property == NULL)
    property = find_property (card->properties, "TITLE", group);
  if (property == NULL || value == NULL)
    return NULL;
  parameters = g_strdup_printf ("%s;%s=%s", property->parameters, name, value);
  g_set_str (&property->parameters, parameters);
  return property;
}

/* Gives the property that the text went into; none where there is nothing that it could be the label of. */
static UdsVcardProperty *
read_value (UdsVcardCard           *card,
            const UdsPersonHeading *heading,
            const char             *text)
{
  g_autofree char *group = make_group (heading);
  UdsVcardProperty *property;

  if (heading->part == UDS_PERSON_PART_WHOLE)
    return add_values (card, heading, group, text);
  if (heading->part <= UDS_PERSON_PART_KIND)
    return set_role_parameter (card, heading, group, text);

  property = find_property (card->properties, heading->property, group);
  if (heading->part == UDS_PERSON_PART_LABEL)
    {
      if (property != NULL)
        set_label (property, text);
      return property;
    }
  if (property == NULL)
    property = add_property (card, heading->property, group, heading->type, g_strdup (""));
  set_component (property, heading->part, text);
  return property;
}

/* What is said of another column comes after it, wherever its own stands. */
static gboolean
comes_last (const UdsPersonHeading *heading)
{
  return heading->part <= UDS_PERSON_PART_LABEL;
}

static gboolean
is_read (const Table *self,
         guint        column)
{
  return column < self->headings->len && get_heading (self, column)->property != NULL
         && !(uds_csv_reader_get_flags (self->reader, column) & UDS_CSV_UNCLOSED);
}

static void
read_cells (const Table  *self,
            UdsVcardCard *card,
            gboolean      last)
{
  for (guint i = 0; i < uds_csv_reader_get_n_cells (self->reader); i++)
    {
      g_autofree char *text = NULL;

      if (!is_read (self, i) || comes_last (get_heading (self, i)) != last)
        continue;
      text = g_strstrip (g_strdup (uds_csv_skip_guard (uds_csv_reader_get_cell (self->reader, i))));
      if (*text != '\0')
        self->origins->pdata[i] = read_value (card, get_heading (self, i), text);
    }
}

/* Groups have told the columns apart; only what belongs to one another keeps its tie. */
static void
settle_groups (UdsVcardCard *card)
{
  for (guint i = 0; i < card->properties->len; i++)
    {
      UdsVcardProperty *property = g_ptr_array_index (card->properties, i);

      if (*property->group == '\0' || !(g_str_equal (property->name, "ORG") || g_str_equal (property->name, "TITLE")))
        g_clear_pointer (&property->group, g_free);
    }
}

static UdsVcardCard *
make_card (const Table *self)
{
  UdsVcardCard *card = g_new0 (UdsVcardCard, 1);

  card->number = self->file->n_rows;
  card->line = uds_csv_reader_get_row (self->reader);
  card->version = 40;
  card->is_ended = TRUE;
  card->properties = g_ptr_array_new_with_free_func ((GDestroyNotify) uds_vcard_property_free);
  for (guint i = 0; i < self->origins->len; i++)
    self->origins->pdata[i] = NULL;
  read_cells (self, card, FALSE);
  read_cells (self, card, TRUE);
  settle_groups (card);
  return card;
}

/* Rows */

static UdsProblemCode
judge (const Table          *self,
       const UdsVcardCard   *card,
       const UdsProblemCode *codes,
       guint                 column)
{
  guint place;

  if (column >= self->headings->len)
    return UDS_PROBLEM_EXTRA_CELL;
  if (uds_csv_reader_get_flags (self->reader, column) & UDS_CSV_UNCLOSED)
    return UDS_PROBLEM_UNCLOSED_QUOTE;
  if (get_heading (self, column)->property == NULL)
    return UDS_PROBLEM_UNKNOWN_COLUMN;
  if (!g_ptr_array_find (card->properties, g_ptr_array_index (self->origins, column), &place))
    return UDS_PROBLEM_MISSING_VALUE;
  if (codes[place] != UDS_PROBLEM_NONE)
    return codes[place];
  return uds_csv_reader_get_flags (self->reader, column) & UDS_CSV_STRAY ? UDS_PROBLEM_STRAY_QUOTE : UDS_PROBLEM_NONE;
}

static void
count_cells (const Table          *self,
             const UdsVcardCard   *card,
             const UdsProblemCode *codes,
             gboolean              is_somebody)
{
  g_autofree char *number = g_strdup_printf ("%u", card->number);

  for (guint i = 0; i < uds_csv_reader_get_n_cells (self->reader); i++)
    {
      const char *text = uds_csv_reader_get_cell (self->reader, i);
      UdsProblemCode code = judge (self, card, codes, i);
      const char *detail = number;

      if (!is_somebody && code <= UDS_PROBLEM_LAST_NOTE)
        code = UDS_PROBLEM_NOBODY;
      if (code == UDS_PROBLEM_UNKNOWN_COLUMN)
        detail = ((const UdsImportColumn *) g_ptr_array_index (self->file->columns, i))->heading;
      if (*text != '\0')
        uds_import_file_add_cell (self->file, card->line, i + 1, code, text, detail, NULL);
    }
}

/* The first column whose cell went into the property. */
static guint
find_column (const Table            *self,
             const UdsVcardProperty *property)
{
  guint column;

  return g_ptr_array_find (self->origins, property, &column) ? column + 1 : 0;
}

static void
set_columns (const Table        *self,
             const UdsVcardCard *card,
             UdsPerson          *person)
{
  for (guint i = 0; i < uds_record_get_kind (person->said)->n_fields; i++)
    if (person->cells[i].row > 0)
      person->cells[i].column = find_column (self, g_ptr_array_index (card->properties, person->cells[i].column));
  for (guint i = 0; i < person->roles->len; i++)
    {
      UdsPersonRole *role = g_ptr_array_index (person->roles, i);

      role->column = find_column (self, g_ptr_array_index (card->properties, role->column));
    }
}

static void
read_row (const Table *self,
          UdsPeople   *people)
{
  g_autoptr (UdsVcardCard) card = make_card (self);
  g_autofree UdsProblemCode *codes = g_new0 (UdsProblemCode, card->properties->len + 1);
  g_autoptr (UdsPerson) person = uds_vcard_read_person (card, codes);
  gboolean is_named = uds_record_has (person->said, "name");
  gboolean is_somebody = is_named || uds_person_make_name (person);

  count_cells (self, card, codes, is_somebody);
  if (!is_somebody)
    return;
  /* A name of two columns is a whole name; one made of an address is not. */
  if (!is_named && !uds_record_has (person->said, "given_name") && !uds_record_has (person->said, "family_name"))
    uds_import_file_add_note (self->file, card->line, 0, UDS_PROBLEM_NAME_MADE, NULL,
                              uds_record_get_text (person->said, "name"));
  set_columns (self, card, person);
  uds_people_add (people, g_steal_pointer (&person));
}

static gboolean
read_rows (Table      *self,
           UdsPeople  *people,
           GError    **error)
{
  g_autoptr (GError) failure = NULL;

  while (uds_csv_reader_next (self->reader, &failure))
    {
      if (uds_csv_reader_get_n_cells (self->reader) == 0)
        continue;
      self->file->n_rows++;
      read_row (self, people);
      if (!uds_import_file_check (self->file, error))
        return FALSE;
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  uds_import_file_sort_problems (self->file);
  return TRUE;
}

static void
note_heading (Table *self)
{
  for (guint i = 0; i < self->headings->len; i++)
    {
      g_autofree char *heading = g_strstrip (g_strdup (uds_csv_reader_get_cell (self->reader, i)));

      uds_import_file_add_column (self->file, heading, get_heading (self, i)->meaning);
    }
}

/* The importer */

static int
sniff (const UdsImportFile  *file,
       const char          **reason)
{
  g_auto (Table) table = { NULL };
  gboolean is_said = file->kind != NULL && g_str_equal (file->kind->name, "contact");

  *reason = _("The headings are not those of a table of people");
  if ((file->kind != NULL && !is_said) || uds_record_table_guess (file) != NULL || !table_open (&table, file, NULL)
      || (!is_said && !uds_person_headings_speak (table.headings)))
    return 0;

  *reason = _("The headings are those of a table of people");
  return is_said ? 100 : 90;
}

static UdsPeople *
read_file (UdsImportFile  *file,
           GError        **error)
{
  g_auto (Table) table = { .file = file };
  g_autoptr (UdsPeople) people = uds_people_new (file);

  if (!table_open (&table, file, error))
    return NULL;
  if (!file->separator_given)
    file->separator = uds_csv_detect_separator (file->text);
  note_heading (&table);
  return read_rows (&table, people, error) ? g_steal_pointer (&people) : NULL;
}

static gpointer
preview (GPtrArray *files,
         gboolean   repair)
{
  return uds_people_preview (files, read_file);
}

const UdsImporter uds_person_table_importer = {
  .name = "person-table",
  .label = N_("Table of people"),
  .sniff = sniff,
  .preview = preview,
  .apply = uds_people_apply,
  .free = uds_people_free_plan,
};
