"""The rules of columns that the database keeps itself (`Field.db_check`), for columns that had none before.

SQLite makes a table anew when one of its columns changes, and its rules with it. On PostgreSQL Django writes the rule of
a field only when it makes the column; when a field of another class takes an old column, this has to follow.
"""

from django.db.models import Field


def write(app_label):
    """Return what a migration runs: the rule of every column of an app, where the database has not written it already."""
    return lambda apps, schema_editor: _each(apps, schema_editor, app_label, _write)


def erase(app_label):
    """Return what takes back `write`."""
    return lambda apps, schema_editor: _each(apps, schema_editor, app_label, _erase)


def _each(apps, schema_editor, app_label, change):
    if schema_editor.connection.vendor == "sqlite":
        return
    for model in apps.get_app_config(app_label).get_models():
        for field in model._meta.local_concrete_fields:
            if type(field).db_check is not Field.db_check and (rule := field.db_check(schema_editor.connection)):
                name = schema_editor._create_index_name(model._meta.db_table, [field.column], suffix="_rule")
                change(schema_editor, model, name, rule)


def _write(schema_editor, model, name, rule):
    schema_editor.execute(schema_editor._create_check_sql(model, name, rule))


def _erase(schema_editor, model, name, _rule):
    schema_editor.execute(schema_editor._delete_check_sql(model, name))
