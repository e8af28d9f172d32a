/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importer of SDMX-CSV 1 (DATAFLOW) and 2 (STRUCTURE), with ids, names or both. Codes say what is meant, names are
 * what readers get to see. Source: the SDMX-CSV field guide. */
#include "uds-description-private.h"
#include "uds-importer.h"
#include "uds-tidy-frame-private.h"
#include "uds-tidy-table-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define BOTH ": "
#define STRUCTURE "structure"

/* Components that do not divide what is measured; all others are dimensions. */
static const struct {
  const char *id;
  UdsColumnRole role;
} components[] = {
  { "STRUCTURE", UDS_COLUMN_ROLE_TECHNICAL },     { "STRUCTURE_ID", UDS_COLUMN_ROLE_TECHNICAL },
  { "STRUCTURE_NAME", UDS_COLUMN_ROLE_TECHNICAL }, { "DATAFLOW", UDS_COLUMN_ROLE_TECHNICAL },
  { "ACTION", UDS_COLUMN_ROLE_TECHNICAL },        { "SERIES_KEY", UDS_COLUMN_ROLE_TECHNICAL },
  { "OBS_KEY", UDS_COLUMN_ROLE_TECHNICAL },       { "LAST UPDATE", UDS_COLUMN_ROLE_TECHNICAL },
  { "UNIT_MULT", UDS_COLUMN_ROLE_TECHNICAL },     { "TIME_PERIOD", UDS_COLUMN_ROLE_PERIOD },
  { "OBS_VALUE", UDS_COLUMN_ROLE_VALUE },         { "SERIES", UDS_COLUMN_ROLE_SERIES },
  { "UNIT_MEASURE", UDS_COLUMN_ROLE_UNIT },       { "UNIT", UDS_COLUMN_ROLE_UNIT },
  { "OBS_STATUS", UDS_COLUMN_ROLE_STATUS },       { "OBS_FLAG", UDS_COLUMN_ROLE_STATUS },
  { "COMMENT_OBS", UDS_COLUMN_ROLE_COMMENT },     { "OBS_COMMENT", UDS_COLUMN_ROLE_COMMENT },
  { "FREQ", UDS_COLUMN_ROLE_ATTRIBUTE },          { "REPORTING_TYPE", UDS_COLUMN_ROLE_ATTRIBUTE },
  { "DECIMALS", UDS_COLUMN_ROLE_ATTRIBUTE },      { "CONF_STATUS", UDS_COLUMN_ROLE_ATTRIBUTE },
  { "OBS_CONF", UDS_COLUMN_ROLE_ATTRIBUTE },      { "TIME_FORMAT", UDS_COLUMN_ROLE_ATTRIBUTE },
  { "TIME_DETAIL", UDS_COLUMN_ROLE_ATTRIBUTE },   { "TIME_COVERAGE", UDS_COLUMN_ROLE_ATTRIBUTE },
  { "BASE_PER", UDS_COLUMN_ROLE_ATTRIBUTE },      { "NATURE", UDS_COLUMN_ROLE_ATTRIBUTE },
  { "SOURCE_DETAIL", UDS_COLUMN_ROLE_ATTRIBUTE }, { "COMMENT_TS", UDS_COLUMN_ROLE_ATTRIBUTE },
  { "UPPER_BOUND", UDS_COLUMN_ROLE_ATTRIBUTE },   { "LOWER_BOUND", UDS_COLUMN_ROLE_ATTRIBUTE },
  { "GEO_INFO_URL", UDS_COLUMN_ROLE_ATTRIBUTE },  { "GEO_INFO_TYPE", UDS_COLUMN_ROLE_ATTRIBUTE },
};

/* How long the id is of "ID: Name", "ID[;]" or "ID". */
static gsize
get_id_length (const char *heading)
{
  const char *end = strstr (heading, BOTH);
  const char *bracket = strchr (heading, '[');

  if (end == NULL)
    end = heading + strlen (heading);
  return (bracket != NULL && bracket < end ? bracket : end) - heading;
}

static gboolean
has_id (const char *heading,
        const char *id)
{
  gsize length = get_id_length (heading);

  return length == strlen (id) && g_ascii_strncasecmp (heading, id, length) == 0;
}

static UdsColumnRole
get_role (const char *heading)
{
  for (gsize i = 0; i < G_N_ELEMENTS (components); i++)
    if (has_id (heading, components[i].id))
      return components[i].role;
  return UDS_COLUMN_ROLE_BREAKDOWN;
}

/* The name behind ": ", where what stands before it can be an id. */
static const char *
find_name (const char *text)
{
  const char *joint = strstr (text, BOTH);

  if (joint == NULL || joint == text || strcspn (text, " ") < (gsize) (joint - text))
    return NULL;
  return joint + strlen (BOTH);
}

/* Where the text in a language begins in "en:…;da:…". */
static const char *
find_language (const char *text,
               const char *language)
{
  for (const char *p = text; p != NULL && *p != '\0'; p = strpbrk (p, ";|,"))
    {
      if (p > text)
        p++;
      if (g_str_has_prefix (p, language) && p[strlen (language)] == ':')
        return p + strlen (language) + 1;
      if (p[0] == '\0')
        break;
    }
  return NULL;
}

static gboolean
begins_language (const char *text)
{
  return g_ascii_islower (text[0]) && g_ascii_islower (text[1]) && text[2] == ':' && text[3] != ' ';
}

/* How long it is, up to where the next language begins. */
static gsize
get_language_length (const char *text)
{
  const char *p = text;

  while ((p = strpbrk (p, ";|,")) != NULL && !begins_language (p + 1))
    p++;
  return p != NULL ? (gsize) (p - text) : strlen (text);
}

static const char *
choose_language (const char   *text,
                 GStringChunk *scratch)
{
  const char *chosen;

  if (!begins_language (text))
    return text;
  chosen = find_language (text, "en");
  if (chosen == NULL)
    chosen = find_language (text, "da");
  if (chosen == NULL)
    chosen = text + 3;
  return g_string_chunk_insert_len (scratch, chosen, (gssize) get_language_length (chosen));
}

/* Of a dimension, the codes for all of it, and for that it does not apply; those of Eurostat too. */
static gboolean
is_total (const char *id,
          gsize       length)
{
  static const char *const totals[] = { "_T", "_Z", "T", "TOTAL" };

  for (gsize i = 0; i < G_N_ELEMENTS (totals); i++)
    if (strlen (totals[i]) == length && strncmp (id, totals[i], length) == 0)
      return TRUE;
  return FALSE;
}

static const char *
read_category (const UdsTidyColumn *column,
               const char          *id,
               gsize                length,
               const char          *name,
               GStringChunk        *scratch)
{
  if (column->role == UDS_COLUMN_ROLE_BREAKDOWN && is_total (id, length))
    return "";
  if (g_str_equal (id, "#N/A"))
    return "";
  return choose_language (name != NULL && *name != '\0' ? name : id, scratch);
}

static const char *
read_alone (const UdsTidyColumn *column,
            const char          *text,
            const char          *next,
            GStringChunk        *scratch)
{
  return read_category (column, text, strlen (text), NULL, scratch);
}

static const char *
read_named (const UdsTidyColumn *column,
            const char          *text,
            const char          *next,
            GStringChunk        *scratch)
{
  return read_category (column, text, strlen (text), next, scratch);
}

static const char *
read_both (const UdsTidyColumn *column,
           const char          *text,
           const char          *next,
           GStringChunk        *scratch)
{
  const char *name = find_name (text);

  return read_category (column, text, name != NULL ? name - strlen (BOTH) - text : strlen (text), name, scratch);
}

static const char *
read_id (const UdsTidyColumn *column,
         const char          *text,
         const char          *next,
         GStringChunk        *scratch)
{
  const char *name = find_name (text);

  if (g_str_equal (text, "#N/A"))
    return "";
  return name != NULL ? g_string_chunk_insert_len (scratch, text, name - strlen (BOTH) - text) : text;
}

/* Where the columns of components begin that have a column of names behind each; 0 where they do not. */
static guint
find_first_named (UdsCsvReader *reader)
{
  static const char *const leading[] = { "STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "SERIES_KEY",
                                         "OBS_KEY" };
  gboolean named = FALSE;
  guint place;

  for (place = 0; place < uds_csv_reader_get_n_cells (reader); place++)
    {
      const char *heading = uds_csv_reader_get_cell (reader, place);
      gboolean leads = FALSE;

      for (gsize i = 0; i < G_N_ELEMENTS (leading); i++)
        leads |= has_id (heading, leading[i]);
      if (!leads)
        break;
      named |= has_id (heading, "STRUCTURE_NAME");
    }
  return named ? place : 0;
}

static gboolean
is_coded (UdsColumnRole role)
{
  return role == UDS_COLUMN_ROLE_BREAKDOWN || role == UDS_COLUMN_ROLE_SERIES || role == UDS_COLUMN_ROLE_UNIT;
}

static void
read_heading (UdsTidyColumn *column,
              UdsCsvReader  *reader,
              guint          place)
{
  guint first_named = find_first_named (reader);
  gboolean named = first_named > 0 && place >= first_named;
  const char *name = find_name (column->name);
  g_autofree char *heading = NULL;

  column->is_exponent = has_id (column->name, "UNIT_MULT");
  if (named && (place - first_named) % 2 == 1)
    {
      column->role = UDS_COLUMN_ROLE_TECHNICAL;
      return;
    }
  if (is_coded (column->role) && named)
    column->read = read_named;
  else if (is_coded (column->role))
    column->read = name != NULL ? read_both : read_alone;
  else if (name != NULL && column->role != UDS_COLUMN_ROLE_COMMENT)
    column->read = read_id;

  if (named)
    name = uds_csv_reader_get_cell (reader, place + 1);
  if (name != NULL && *name != '\0' && column->role == UDS_COLUMN_ROLE_BREAKDOWN)
    {
      g_autoptr (GStringChunk) scratch = g_string_chunk_new (64);

      heading = g_strstrip (g_strdup (choose_language (name, scratch)));
      g_set_str (&column->name, heading);
    }
}

/* The separator is the character behind the first word; "STRUCTURE[;]" names another one, for within cells. */
static char
find_separator (GBytes *text)
{
  gsize size;
  const char *data = g_bytes_get_data (text, &size);
  g_autofree char *beginning = g_strndup (data, MIN (size, 200));
  const char *p = g_str_has_prefix (beginning, "\xef\xbb\xbf") ? beginning + 3 : beginning;

  p += *p == '"';
  if (!g_str_has_prefix (p, "STRUCTURE") && !g_str_has_prefix (p, "DATAFLOW"))
    return 0;
  p += strspn (p, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  if (p[0] == '[' && p[1] != '\0' && p[2] == ']')
    p += 3;
  p = strpbrk (p, ",;\t");
  return p != NULL ? *p : 0;
}

static UdsProblemCode
look_at_row (UdsCsvReader *reader,
             GArray       *columns)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_str_equal (g_array_index (columns, UdsTidyColumn, i).name, "ACTION"))
      return g_str_equal (uds_csv_reader_get_cell (reader, i), "D") ? UDS_PROBLEM_DELETION : UDS_PROBLEM_NONE;
  return UDS_PROBLEM_NONE;
}

static const UdsTidyDialect dialect = {
  .get_role = get_role,
  .find_separator = find_separator,
  .read_heading = read_heading,
  .look_at_row = look_at_row,
  .has_parts = TRUE,
  .is_program = TRUE,
  .is_format = TRUE,
};

static int
sniff (const UdsImportFile  *file,
       const char          **reason)
{
  if (find_separator (file->text) == 0 || !uds_tidy_is_table (file, &dialect, reason))
    return 0;
  *reason = _("The first row has the headings of SDMX-CSV");
  return 95;
}

static void
set_title (JsonObject *metadata,
           const char *field,
           const char *language,
           const char *name)
{
  const char *text = find_language (name, language);
  g_autofree char *title = text != NULL ? g_strndup (text, get_language_length (text)) : NULL;

  uds_description_set (metadata, field, title);
}

/* The structure is the same for all rows: its name is the title, its id is kept. */
static void
describe (UdsIndicatorPlan *plan)
{
  g_autoptr (UdsCsvReader) reader = uds_csv_reader_new (plan->file->text, plan->file->separator);
  const char *id, *name;

  if (!uds_csv_reader_read_heading (reader, NULL) || !uds_csv_reader_next (reader, NULL))
    return;
  name = uds_csv_reader_get (reader, "STRUCTURE_NAME");
  id = uds_csv_reader_get (reader, "STRUCTURE_ID");
  if (id == NULL)
    id = uds_csv_reader_get_cell (reader, 0);
  if (name == NULL)
    name = find_name (id);
  json_object_set_string_member (plan->metadata, STRUCTURE, id);
  if (name == NULL)
    return;
  if (!begins_language (name))
    {
      uds_description_set (plan->metadata, uds_title_get_field (name), name);
      return;
    }
  set_title (plan->metadata, "title_da", "da", name);
  set_title (plan->metadata, "title_en", "en", name);
}

static gpointer
preview (GPtrArray *files,
         gboolean   repair)
{
  GPtrArray *plans = uds_tidy_tables_plan (files, &dialect, repair);

  for (guint i = 0; i < plans->len; i++)
    describe (g_ptr_array_index (plans, i));
  return plans;
}

const UdsImporter uds_sdmx_csv_importer = {
  .name = "sdmx-csv",
  .label = N_("SDMX-CSV"),
  .sniff = sniff,
  .preview = preview,
  .apply = uds_indicator_plans_save,
  .free = uds_indicator_plans_free,
  .has_plans = TRUE,
};
