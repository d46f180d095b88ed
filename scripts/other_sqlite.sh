#!/bin/bash
# Runs tests against another version of SQLite than the one that Python brings.
#
#     scripts/other_sqlite.sh FOLDER [pytest's words …]
#
# FOLDER holds one version's sqlite3.c (the "amalgamation", as sqlite.org offers it and several packages of other languages
# carry it along), or a libsqlite3.so.0 already built. It works where Python's own module is linked to a libsqlite3 of the
# system (ldd says so); elsewhere the script says that it doesn't. Without further words the tests run that touch a book.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

folder=$(cd "${1:?which folder?}" && pwd)
shift
python=${PYTHON:-python3}

if [ ! -f "$folder/libsqlite3.so.0" ]; then
    cc -shared -fPIC -O2 -DSQLITE_ENABLE_JSON1 -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_RTREE -DSQLITE_ENABLE_COLUMN_METADATA \
        -DSQLITE_ENABLE_DBSTAT_VTAB -DSQLITE_ENABLE_MATH_FUNCTIONS -o "$folder/libsqlite3.so.0" "$folder/sqlite3.c" -lpthread -ldl -lm
fi

version='import sqlite3; print(sqlite3.sqlite_version)'
own=$("$python" -c "$version")
export LD_LIBRARY_PATH="$folder${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
other=$("$python" -c "$version")
if [ "$own" = "$other" ]; then
    echo "This Python keeps its own SQLite ($own): take one whose module is linked to the system's library." >&2
    exit 1
fi
echo "SQLite $other instead of $own"

if [ $# -eq 0 ]; then
    set -- tests/test_laws.py tests/test_names.py tests/test_documents.py tests/test_treasurer.py tests/test_versions.py tests/test_evidence.py tests/test_sql.py tests/test_growth.py
fi
PYTHONPATH="$PWD${PYTHONPATH:+:$PYTHONPATH}" exec "$python" -m pytest -q "$@"
