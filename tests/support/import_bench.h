#pragma once

#include "models/funnel/deals/known_sums.h"
#include "models/funnel/funnel_store.h"
#include "models/funnel/import/deal_store.h"
#include "tests/support/scripted_questions.h"
#include "tests/support/workbook.h"
#include "widgets/funnel/import_dialog.h"
#include "widgets/shell/notifier.h"
#include "widgets/shell/settings.h"
#include "widgets/shell/unsaved_typing.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

// The import window with everything a page may use, around a fresh workbook.
struct ImportBench
{
    ImportBench()
        : notifier(std::unique_ptr<Questions>(questions))
    {
    }

    QString file(const QString &name, const QByteArray &bytes) const
    {
        QFile made(workbook.filePath(name));
        if (!made.open(QIODevice::WriteOnly) || made.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(made.fileName()));
        return made.fileName();
    }

    qint64 deals()
    {
        return workbook.document().database().scalar(u"SELECT count(*) FROM funnel_deal"_s).toLongLong();
    }

    DealSummary summary()
    {
        const auto made
            = summaryOfDeals(workbook.document(), readFunnel(workbook.document()).stages, Grain::Quarter);
        return made ? *made : DealSummary();
    }

    TestWorkbook workbook;
    ScriptedQuestions *questions = new ScriptedQuestions; // owned by the notifier
    Notifier notifier;
    Settings settings;
    UnsavedTyping typing;
    PageContext page{workbook.document(), workbook.catalogue(), notifier, settings, typing};
    ImportDialog dialog{page, nullptr};

    void look(const QString &path)
    {
        dialog.show();
        dialog.setFile(path);
        settle();
    }
    void settle() const
    {
        if (!QTest::qWaitFor([this] { return !dialog.isWorking(); }, 60'000))
            qFatal("the file is not read");
    }

    QString saying(const QString &accessibleName) const
    {
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            if (label->accessibleName() == accessibleName)
                return label->text();
        return {};
    }
    bool says(const QString &text) const
    {
        const auto labels = dialog.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    }
    template <class T> T *named(const QString &accessibleName) const
    {
        for (T *widget : dialog.findChildren<T *>())
            if (widget->isVisible() && widget->accessibleName().startsWith(accessibleName))
                return widget;
        return nullptr;
    }
    // Chooses with the keyboard, as a user does.
    void choose(QComboBox *box, const QString &text) const
    {
        box->setFocus();
        box->setCurrentIndex(box->findText(text, Qt::MatchStartsWith));
        Q_EMIT box->activated(box->currentIndex());
        settle();
    }
    QPushButton *button(const QString &name) const { return dialog.findChild<QPushButton *>(name); }
};
