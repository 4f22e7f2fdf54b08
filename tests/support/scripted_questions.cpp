#include "tests/support/scripted_questions.h"

std::optional<QString> ScriptedQuestions::openFile(QWidget *, const FileQuestion &question)
{
    asked.append(question.title);
    return files.isEmpty() ? std::nullopt : files.takeFirst();
}

std::optional<QString> ScriptedQuestions::saveFile(QWidget *parent, const FileQuestion &question)
{
    return openFile(parent, question);
}

std::optional<int> ScriptedQuestions::choose(QWidget *, const QString &question, const QStringList &)
{
    asked.append(question);
    return choices.isEmpty() ? std::nullopt : choices.takeFirst();
}
