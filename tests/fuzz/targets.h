#pragma once

#include <QByteArray>
#include <QString>

// What is fuzzed. Each takes any bytes as a file and reads it in every way the import does; the answer says
// what contradicts itself, and is empty where nothing does. tests/fuzz/run.sh feeds them what libFuzzer
// thinks of, tst_fuzz_corpus what was found worth keeping.

QString contradictionInCsv(const QByteArray &file);

// Either a file as it is, or its parts, each below a line "=== NAME", which are then packed.
QString contradictionInXlsx(const QByteArray &file);

// A saved mapping as JSON, a line "===", and a table to read with it.
QString contradictionInMapping(const QByteArray &file);
