/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importer of vCards. Each property is a cell whose row is its line and whose column is the property: read into a
 * field, kept as it is, or reported. */
#include "uds-importer.h"

#include "uds-error.h"
#include "uds-vcard-person.h"

#include <glib/gi18n.h>

static int
sniff (const UdsImportFile  *file,
       const char          **reason)
{
  static const char *const suffixes[] = { ".vcf", ".vcard", NULL };

  if (uds_vcard_is_one (file->bytes))
    {
      *reason = _("The file begins as a vCard does");
      return 100;
    }
  if (uds_import_file_has_suffix (file, suffixes))
    {
      *reason = _("Its name ends as that of a vCard");
      return 80;
    }

  *reason = _("The file does not begin with BEGIN:VCARD");
  return 0;
}

/* Columns */

/* The column of the property, from 1; 0 where there are too many different ones. */
static guint
find_column (UdsImportFile *file,
             GHashTable    *columns,
             const char    *name)
{
  guint column;

  if (name == NULL)
    return 0;
  column = GPOINTER_TO_UINT (g_hash_table_lookup (columns, name));
  if (column > 0 || file->columns->len >= UDS_IMPORT_MAX_CATEGORIES)
    return column;

  uds_import_file_add_column (file, name, uds_vcard_get_meaning (name));
  g_hash_table_insert (columns, g_strdup (name), GUINT_TO_POINTER (file->columns->len));
  return file->columns->len;
}

/* The reader of cards counts places among a card's properties. */
static void
set_columns (UdsImportFile      *file,
             GHashTable         *columns,
             const UdsVcardCard *card,
             UdsPerson          *person)
{
  for (guint i = 0; i < uds_record_get_kind (person->said)->n_fields; i++)
    if (person->cells[i].row > 0)
      {
        const UdsVcardProperty *property = g_ptr_array_index (card->properties, person->cells[i].column);

        person->cells[i].column = find_column (file, columns, property->name);
      }
  for (guint i = 0; i < person->roles->len; i++)
    {
      UdsPersonRole *role = g_ptr_array_index (person->roles, i);
      const UdsVcardProperty *property = g_ptr_array_index (card->properties, role->column);

      role->column = find_column (file, columns, property->name);
    }
}

/* Cards */

static void
report (UdsImportFile       *file,
        GHashTable          *columns,
        const UdsVcardCard  *card,
        const UdsProblemCode *codes,
        gboolean             is_somebody)
{
  g_autofree char *number = g_strdup_printf ("%u", card->number);
  g_autofree char *limit = g_format_size_full (UDS_VCARD_MAX_VALUE, G_FORMAT_SIZE_IEC_UNITS);
  g_autofree char *too_large = g_strdup_printf (_("This is more than %s and was left out"), limit);

  for (guint i = 0; i < card->properties->len; i++)
    {
      const UdsVcardProperty *property = g_ptr_array_index (card->properties, i);
      UdsProblemCode code = codes[i];

      if (!is_somebody && code <= UDS_PROBLEM_LAST_NOTE)
        code = UDS_PROBLEM_NOBODY;
      uds_import_file_add_cell (file, property->line, find_column (file, columns, property->name), code,
                                property->value, code == UDS_PROBLEM_TOO_LARGE ? too_large : number, NULL);
    }
}

static void
note_oddities (UdsImportFile      *file,
               const UdsVcardCard *card,
               gboolean            is_made,
               const UdsPerson    *person)
{
  g_autofree char *number = g_strdup_printf ("%u", card->number);
  const char *name = uds_record_get_text (person->said, "name");

  if (!card->is_ended)
    uds_import_file_add_note (file, card->line, 0, UDS_PROBLEM_CARD_NOT_ENDED, name, number);
  if (is_made)
    uds_import_file_add_note (file, card->line, 0, UDS_PROBLEM_NAME_MADE, NULL, name);
}

static void
read_card (UdsPeople          *people,
           GHashTable         *columns,
           const UdsVcardCard *card)
{
  g_autofree UdsProblemCode *codes = g_new0 (UdsProblemCode, card->properties->len + 1);
  g_autoptr (UdsPerson) person = uds_vcard_read_person (card, codes);
  gboolean is_named = uds_record_has (person->said, "name");
  gboolean is_somebody = is_named || uds_person_make_name (person);
  g_autofree char *number = g_strdup_printf ("%u", card->number);

  people->file->n_rows += card->number > 0;
  report (people->file, columns, card, codes, is_somebody);
  if (card->number > 0 && card->properties->len == 0)
    uds_import_file_add_cell (people->file, card->line, 0, UDS_PROBLEM_EMPTY_CARD, "BEGIN:VCARD", number, NULL);
  if (!is_somebody)
    return;

  note_oddities (people->file, card, !is_named, person);
  set_columns (people->file, columns, card, person);
  uds_people_add (people, g_steal_pointer (&person));
}

static gboolean
read_cards (UdsPeople  *people,
            GError    **error)
{
  UdsImportFile *file = people->file;
  g_autoptr (UdsVcardReader) reader = uds_vcard_reader_new (file->bytes, file->encoding, file->encoding_given, error);
  g_autoptr (GHashTable) columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (reader == NULL)
    return FALSE;
  for (;;)
    {
      g_autoptr (UdsVcardCard) card = uds_vcard_reader_next (reader);

      if (card == NULL)
        break;
      if (card->number > UDS_VCARD_MAX_CARDS)
        {
          g_set_error (error, UDS_ERROR, UDS_ERROR_LIMIT, _("The file has more than %d cards"), UDS_VCARD_MAX_CARDS);
          return FALSE;
        }
      read_card (people, columns, card);
      if (!uds_import_file_check (file, error))
        return FALSE;
    }
  uds_import_file_sort_problems (file);
  return TRUE;
}

static UdsPeople *
read_file (UdsImportFile  *file,
           GError        **error)
{
  g_autoptr (UdsPeople) people = uds_people_new (file);

  return read_cards (people, error) ? g_steal_pointer (&people) : NULL;
}

static gpointer
preview (GPtrArray *files,
         gboolean   repair)
{
  return uds_people_preview (files, read_file);
}

const UdsImporter uds_vcard_importer = {
  .name = "vcard",
  .label = N_("vCards"),
  .sniff = sniff,
  .preview = preview,
  .apply = uds_people_apply,
  .free = uds_people_free_plan,
};
