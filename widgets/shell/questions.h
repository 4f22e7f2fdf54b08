#pragma once

#include <QStandardPaths>
#include <QString>
#include <QStringList>

#include <optional>

class QWidget;

// The user's folder for this kind of file; the home folder where there is none.
QString folderFor(QStandardPaths::StandardLocation kind);

// The few things that need an answer before work can go on. An interface, so that tests can answer.
class Questions
{
public:
    virtual ~Questions() = default;

    struct FileQuestion
    {
        QString title;
        QString suggestion = {}; // folder or file
        QString filter = {}; // "Workbook (*.smarketing)"
        QString suffix = {}; // added when saving under a name without one
        bool mayReplace = true; // false: whoever saves refuses to replace a file
    };
    // No answer: cancelled.
    virtual std::optional<QString> openFile(QWidget *parent, const FileQuestion &question) = 0;
    virtual std::optional<QString> saveFile(QWidget *parent, const FileQuestion &question) = 0;
    // The index of the chosen answer; the first is the default and changes nothing: closing counts as it.
    virtual std::optional<int> choose(QWidget *parent, const QString &question, const QStringList &answers)
        = 0;
};

// Asks with dialogs.
class DialogQuestions : public Questions
{
public:
    std::optional<QString> openFile(QWidget *parent, const FileQuestion &question) override;
    std::optional<QString> saveFile(QWidget *parent, const FileQuestion &question) override;
    std::optional<int> choose(QWidget *parent, const QString &question, const QStringList &answers) override;
};
