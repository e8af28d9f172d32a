/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lets the importers sniff at each file, hands every importer its own together, and applies all they made of it in one
 * command. Files are gathered by uds-import-gather.c, what becomes of their indicators is asked by
 * uds-import-look-up.c. */
#include "uds-import-private.h"

#include "uds-error.h"
#include "uds-import-memory-private.h"
#include "uds-importer.h"
#include "uds-indicator-plan-private.h"
#include "uds-json.h"

#include <glib/gi18n.h>

/* Under this name the store keeps what users said of files. */
#define MEMORY "import-shapes"

/* Below this an importer is not sure enough. */
#define SURE_ENOUGH 50

static const UdsImporter *const importers[] = {
  &uds_vcard_importer,
  &uds_person_table_importer,
  &uds_open_sdg_importer,
  &uds_sdmx_csv_importer,
  &uds_statbank_importer,
  &uds_statbank_matrix_importer,
  &uds_px_importer,
  &uds_json_stat_importer,
  &uds_plain_table_importer,
  &uds_record_importer,
};

struct _UdsImport
{
  GObject parent_instance;

  GPtrArray *files;
  gboolean repair;
  JsonObject *memory; /* what was said of earlier files; none until it is recalled */
  gpointer plans[G_N_ELEMENTS (importers)];
  GPtrArray *goals; /* that indicators can belong to; none until the store was asked */
};

G_DEFINE_FINAL_TYPE (UdsImport, uds_import, G_TYPE_OBJECT)

static void
clear_plans (UdsImport *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (importers); i++)
    g_clear_pointer (&self->plans[i], importers[i]->free);
}

static void
uds_import_finalize (GObject *object)
{
  UdsImport *self = UDS_IMPORT (object);

  clear_plans (self);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->goals);
  g_clear_pointer (&self->memory, json_object_unref);

  G_OBJECT_CLASS (uds_import_parent_class)->finalize (object);
}

static void
uds_import_class_init (UdsImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = uds_import_finalize;
}

static void
uds_import_init (UdsImport *self)
{
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) uds_import_file_free);
  self->goals = g_ptr_array_new ();
}

/**
 * uds_import_new:
 *
 * Returns: (transfer full): an import without files. One thread at a time may use it
 */
UdsImport *
uds_import_new (void)
{
  return g_object_new (UDS_TYPE_IMPORT, NULL);
}

/**
 * uds_import_get_files:
 * @self: an import
 *
 * Returns: (transfer none) (element-type UdsImportFile): its files with what was found in each
 */
GPtrArray *
uds_import_get_files (UdsImport *self)
{
  g_return_val_if_fail (UDS_IS_IMPORT (self), NULL);

  return self->files;
}

/**
 * uds_import_has_content:
 * @self: an import that was previewed
 *
 * Returns: whether there is anything to apply
 */
gboolean
uds_import_has_content (UdsImport *self)
{
  g_return_val_if_fail (UDS_IS_IMPORT (self), FALSE);

  for (guint i = 0; i < self->files->len; i++)
    {
      const UdsImportFile *file = g_ptr_array_index (self->files, i);

      if (file->cells.imported > 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * uds_import_get_goals:
 * @self: an import that was looked up
 *
 * Returns: (transfer none) (element-type UdsRecord): the goals that its indicators can belong to, by their numbers
 */
GPtrArray *
uds_import_get_goals (UdsImport *self)
{
  g_return_val_if_fail (UDS_IS_IMPORT (self), NULL);

  return self->goals;
}

/**
 * uds_import_take_goals:
 * @self: an import
 * @goals: (transfer full) (element-type UdsRecord): the goals that indicators can belong to
 */
void
uds_import_take_goals (UdsImport *self,
                       GPtrArray *goals)
{
  g_ptr_array_unref (self->goals);
  self->goals = goals;
}

/**
 * uds_import_list_plans:
 * @self: an import that was previewed
 *
 * Returns: (transfer container) (element-type UdsIndicatorPlan): what it will write of indicators
 */
GPtrArray *
uds_import_list_plans (UdsImport *self)
{
  GPtrArray *plans = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (importers); i++)
    if (importers[i]->has_plans && self->plans[i] != NULL)
      g_ptr_array_extend (plans, self->plans[i], NULL, NULL);
  return plans;
}

/**
 * uds_import_count_indicators:
 * @self: an import that was previewed
 *
 * Returns: how many indicators its files are about
 */
guint
uds_import_count_indicators (UdsImport *self)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) plans = NULL;

  g_return_val_if_fail (UDS_IS_IMPORT (self), 0);

  plans = uds_import_list_plans (self);
  for (guint i = 0; i < plans->len; i++)
    g_hash_table_add (codes, ((const UdsIndicatorPlan *) g_ptr_array_index (plans, i))->code);
  return g_hash_table_size (codes);
}

/**
 * uds_import_set_repair:
 * @self: an import
 * @repair: whether cells that a repair is proposed for are imported as proposed
 *
 * Counts from the next preview on, as does what is said of single files (uds-import-say.c).
 */
void
uds_import_set_repair (UdsImport *self,
                       gboolean   repair)
{
  g_return_if_fail (UDS_IS_IMPORT (self));

  self->repair = repair;
}

/* The importer that is surest that the file is its own; where none is, the file is refused with the reason of the
 * one that came closest. */
static int
find_importer (UdsImportFile *file)
{
  g_autoptr (GError) error = NULL;
  const char *best_reason = NULL;
  int best_score = -1;
  int best = -1;

  for (int i = 0; i < (int) G_N_ELEMENTS (importers); i++)
    {
      const char *reason;
      int score = importers[i]->sniff (file, &reason);

      if (score <= best_score)
        continue;
      best_score = score;
      best_reason = reason;
      best = i;
    }
  if (best_score >= SURE_ENOUGH)
    return best;

  error = g_error_new_literal (UDS_ERROR, UDS_ERROR_UNKNOWN_FORMAT, best_reason);
  uds_import_file_refuse (file, error);
  return -1;
}

/**
 * uds_import_recall:
 * @self: an import
 * @session: a session
 * @error: what went wrong
 *
 * Reads what was said of earlier files, so that the next preview takes it for files of the same shape.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_import_recall (UdsImport   *self,
                   UdsSession  *session,
                   GError     **error)
{
  GError *local_error = NULL;
  g_autofree char *memory = NULL;

  g_return_val_if_fail (UDS_IS_IMPORT (self), FALSE);

  memory = uds_session_get_note (session, MEMORY, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  g_clear_pointer (&self->memory, json_object_unref);
  self->memory = uds_json_parse_object (memory);
  return TRUE;
}

static void
preview_files (UdsImport *self)
{
  g_autoptr (GPtrArray) shares = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  clear_plans (self);
  for (gsize i = 0; i < G_N_ELEMENTS (importers); i++)
    g_ptr_array_add (shares, g_ptr_array_new ());

  for (guint i = 0; i < self->files->len; i++)
    {
      UdsImportFile *file = g_ptr_array_index (self->files, i);
      int importer = uds_import_file_read (file) ? find_importer (file) : -1;

      if (importer < 0)
        continue;
      file->format = importers[importer]->name;
      g_ptr_array_add (g_ptr_array_index (shares, importer), file);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (importers); i++)
    self->plans[i] = importers[i]->preview (g_ptr_array_index (shares, i), self->repair);
}

static gboolean
use_memory (UdsImport *self)
{
  gboolean used = FALSE;

  for (guint i = 0; self->memory != NULL && i < self->files->len; i++)
    used |= uds_import_memory_use (self->memory, g_ptr_array_index (self->files, i));
  return used;
}

/**
 * uds_import_preview:
 * @self: an import
 *
 * Looks into all files and fills in what is found. May be called again after a setting was changed. Blocks; any
 * thread.
 */
void
uds_import_preview (UdsImport *self)
{
  g_return_if_fail (UDS_IS_IMPORT (self));

  preview_files (self);
  if (use_memory (self))
    preview_files (self);
}

typedef struct {
  UdsStore *store;
  GListModel *files;
} Preview;

static void
preview_free (gpointer data)
{
  Preview *preview = data;

  g_clear_object (&preview->store);
  g_clear_object (&preview->files);
  g_free (preview);
}

static gpointer
recall (UdsSession  *session,
        gpointer     data,
        GError     **error)
{
  return GINT_TO_POINTER (uds_import_recall (UDS_IMPORT (data), session, error));
}

static void
preview_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  UdsImport *self = UDS_IMPORT (source);
  const Preview *preview = data;

  for (guint i = 0; preview->files != NULL && i < g_list_model_get_n_items (preview->files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (preview->files, i);

      uds_import_add (self, file);
    }
  /* Without memory the preview is as good as the first of its kind. */
  if (preview->store != NULL && self->memory == NULL)
    uds_store_read (preview->store, recall, self, NULL);
  uds_import_preview (self);
  /* Nor does it need to know the store; what is asked of the user is then less. */
  if (preview->store != NULL)
    uds_import_look_up (self, preview->store, NULL);
  g_task_return_boolean (task, TRUE);
}

/**
 * uds_import_preview_async:
 * @self: an import; nobody else may use it until the callback
 * @store: (nullable): the store that it would go to, which remembers what was said of earlier files
 * @files: (nullable) (element-type GFile): files and folders to add first
 * @cancellable: (nullable): to drop the answer
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Does uds_import_add(), uds_import_recall(), uds_import_preview() and uds_import_look_up() in a thread.
 */
void
uds_import_preview_async (UdsImport           *self,
                          UdsStore            *store,
                          GListModel          *files,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Preview *preview;

  g_return_if_fail (UDS_IS_IMPORT (self));

  preview = g_new0 (Preview, 1);
  g_set_object (&preview->store, store);
  g_set_object (&preview->files, files);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, uds_import_preview_async);
  g_task_set_task_data (task, preview, preview_free);
  g_task_run_in_thread (task, preview_in_thread);
}

/**
 * uds_import_preview_finish:
 * @self: an import
 * @result: what the callback was given
 * @error: it was cancelled
 *
 * Returns: whether the files say what was found in them
 */
gboolean
uds_import_preview_finish (UdsImport     *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
keep_memory (UdsImport   *self,
             UdsSession  *session,
             GError     **error)
{
  g_autofree char *text = NULL;
  gboolean changed = FALSE;

  if (!uds_import_recall (self, session, error))
    return FALSE;
  for (guint i = 0; i < self->files->len; i++)
    changed |= uds_import_memory_learn (self->memory, g_ptr_array_index (self->files, i));
  if (!changed)
    return TRUE;

  text = uds_json_to_canonical (self->memory);
  return uds_session_set_note (session, MEMORY, text, error);
}

static gboolean
write_plans (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  UdsImport *self = data;

  for (guint i = 0; i < self->files->len; i++)
    {
      UdsImportFile *file = g_ptr_array_index (self->files, i);

      file->records = (UdsImportRecords) { 0 };
      g_ptr_array_set_size (file->indicators, 0);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (importers); i++)
    if (self->plans[i] != NULL && !importers[i]->apply (self->plans[i], session, error))
      return FALSE;
  return keep_memory (self, session, error);
}

/* The name of the command: "Import of indicator_11-6-2.csv" */
static char *
make_name (UdsImport *self)
{
  const UdsImportFile *first = self->files->len > 0 ? g_ptr_array_index (self->files, 0) : NULL;
  g_autofree char *base = first != NULL ? g_path_get_basename (first->name) : g_strdup ("");
  g_autofree char *valid = g_utf8_make_valid (base, -1);

  if (self->files->len <= 1)
    return g_strdup_printf (_("Import of %s"), valid);
  /* Translators: the name of a file, then how many more there are */
  return g_strdup_printf (ngettext ("Import of %s and %u more file", "Import of %s and %u more files",
                                    self->files->len - 1),
                          valid, self->files->len - 1);
}

/**
 * uds_import_apply:
 * @self: an import that was previewed
 * @store: where to
 * @error: what went wrong; nothing was then changed
 *
 * Writes everything in one command and counts the records of each file. Blocks.
 *
 * Returns: the command's number, to undo it by; 0 where everything was there already; -1 on failure
 */
gint64
uds_import_apply (UdsImport  *self,
                  UdsStore   *store,
                  GError    **error)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (UDS_IS_IMPORT (self), -1);

  name = make_name (self);
  return uds_store_write (store, name, write_plans, self, error);
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  gint64 group = uds_store_write_finish (UDS_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, (gssize) group);
}

/* Does everything, and then fails on purpose: a command that fails changes nothing. */
static gboolean
write_in_vain (UdsSession  *session,
               gpointer     data,
               GError     **error)
{
  if (write_plans (session, data, error))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "a rehearsal");
  return FALSE;
}

/**
 * uds_import_rehearse:
 * @self: an import that was previewed
 * @store: where it would go
 * @error: what would go wrong
 *
 * Counts the records that uds_import_apply() would make, change and leave as they are, and finds what only shows
 * against the records that are there. Changes nothing. Blocks. To be followed by no other preview, rehearsal or import
 * of the same files: what was found would be found twice.
 *
 * Returns: %FALSE where the import would fail
 */
gboolean
uds_import_rehearse (UdsImport  *self,
                     UdsStore   *store,
                     GError    **error)
{
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (UDS_IS_IMPORT (self), FALSE);

  uds_store_write (store, "", write_in_vain, self, &failure);
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * uds_import_apply_async:
 * @self: an import that was previewed; nobody else may use it until the callback
 * @store: where to
 * @cancellable: (nullable): to drop the answer
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Does uds_import_apply() in the store's thread.
 */
void
uds_import_apply_async (UdsImport           *self,
                        UdsStore            *store,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autofree char *name = NULL;
  GTask *task;

  g_return_if_fail (UDS_IS_IMPORT (self));

  name = make_name (self);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, uds_import_apply_async);
  uds_store_write_async (store, name, write_plans, g_object_ref (self), g_object_unref, cancellable, on_written, task);
}

/**
 * uds_import_apply_finish:
 * @self: an import
 * @result: what the callback was given
 * @error: what went wrong
 *
 * Returns: as uds_import_apply()
 */
gint64
uds_import_apply_finish (UdsImport     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  return g_task_propagate_int (G_TASK (result), error);
}
