#include "widgets/shell/questions.h"

#include "widgets/shell/theme.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace {
std::optional<QString> askForFile(QWidget *parent, const Questions::FileQuestion &question, bool saving)
{
    QFileDialog dialog(parent, question.title, question.suggestion, question.filter);
    dialog.setAcceptMode(saving ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog.setFileMode(saving ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    if (saving) {
        dialog.setDefaultSuffix(question.suffix);
        dialog.setOption(QFileDialog::DontConfirmOverwrite, !question.mayReplace);
        dialog.selectFile(question.suggestion);
    }
    resizeWithinScreen(&dialog, dialog.sizeHint().expandedTo({em(&dialog, 48), em(&dialog, 28)}));
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
        return std::nullopt;
    return dialog.selectedFiles().constFirst();
}
} // namespace

QString folderFor(QStandardPaths::StandardLocation kind)
{
    const QString folder = QStandardPaths::writableLocation(kind);
    return QFileInfo(folder).isDir() ? folder : QDir::homePath();
}

std::optional<QString> DialogQuestions::openFile(QWidget *parent, const FileQuestion &question)
{
    return askForFile(parent, question, false);
}

std::optional<QString> DialogQuestions::saveFile(QWidget *parent, const FileQuestion &question)
{
    return askForFile(parent, question, true);
}

std::optional<int> DialogQuestions::choose(QWidget *parent, const QString &question,
                                           const QStringList &answers)
{
    QMessageBox box(QMessageBox::Question,
                    QCoreApplication::translate("DialogQuestions", "Smarketing Workbook"), question,
                    QMessageBox::NoButton, parent);
    QList<QPushButton *> buttons;
    for (const QString &answer : answers)
        buttons.append(box.addButton(answer, QMessageBox::AcceptRole));
    box.setDefaultButton(buttons.constFirst());
    box.setEscapeButton(buttons.constFirst());
    box.exec();
    for (int i = 0; i < buttons.size(); ++i)
        if (box.clickedButton() == buttons.at(i))
            return i;
    return std::nullopt;
}
