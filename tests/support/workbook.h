#pragma once

#include "models/document/document.h"
#include "models/worksheet/catalogue.h"

#include <QTemporaryDir>

#include <memory>

// A fresh workbook in a folder of its own, removed afterwards. Locks and backups stay inside the folder.
class TestWorkbook
{
public:
    explicit TestWorkbook(const QString &starter);
    TestWorkbook();

    Document &document() { return *m_document; }
    const Catalogue &catalogue() const { return m_catalogue; }
    QString path() const { return filePath(QStringLiteral("workbook.smarketing")); }
    QString filePath(const QString &name) const { return m_folder.filePath(name); }
    Document::Options options() const { return {.dataFolder = m_folder.filePath(QStringLiteral("data"))}; }
    void close() { m_document.reset(); }
    Document &reopen();

private:
    QTemporaryDir m_folder;
    Catalogue m_catalogue;
    std::unique_ptr<Document> m_document;
};

// Every row of every journalled table as text, for comparing two states of a workbook.
QString contentOf(const Document &document);

// Folder of files that nobody here wrote; empty where it is not there, so that a test can be skipped.
QString sharedData();
