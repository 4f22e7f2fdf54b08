#pragma once

#include "widgets/shell/questions.h"

#include <QList>

// Answers questions with what a test has laid out, and remembers what was asked.
class ScriptedQuestions : public Questions
{
public:
    QList<std::optional<QString>> files; // taken from the front
    QList<std::optional<int>> choices;
    QStringList asked;

    std::optional<QString> openFile(QWidget *parent, const FileQuestion &question) override;
    std::optional<QString> saveFile(QWidget *parent, const FileQuestion &question) override;
    std::optional<int> choose(QWidget *parent, const QString &question, const QStringList &answers) override;
};
