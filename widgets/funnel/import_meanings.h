#pragma once

#include "models/funnel/import/import_plan.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class TextLabel;

// What the texts of a file mean: its stages, dates, numbers and currency, each recognised or to be answered.
class ImportMeanings : public QWidget
{
    Q_OBJECT

public:
    explicit ImportMeanings(QWidget *parent = nullptr);

    void setPlan(const ImportFile &file, const ImportPlan &plan, const QList<Stage> &stages);
    void focusFirstQuestion();

Q_SIGNALS:
    void rowsChosen(RowMeaning rows);
    void stageChosen(const QString &text, const StageTarget &target);
    void dateOrderChosen(const QString &column, DateOrder order);
    void signsChosen(const NumberSigns &signs);
    void currencyChosen(const QString &currency);
    void stageOfLostChosen(qint64 stage);
    void spellingsChosen(const Spellings &spellings);
    void focused(QWidget *box); // to be scrolled to

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Line
    {
        QString key;
        QComboBox *box = nullptr;
        TextLabel *question = nullptr;
    };

    void rebuild(const ImportFile &file, const ImportMapping &mapping, const QList<Stage> &stages);
    void addHeading(const QString &text);
    enum class Place { Beside, Below }; // of the answer; below where it is a whole sentence
    QComboBox *addLine(const QString &key, const QString &title, const QString &count = {},
                       Place place = Place::Beside);
    void addRows();
    void addStages(const ImportFile &file, const ImportMapping &mapping, const QList<Stage> &stages);
    void addLost(const QList<Stage> &stages);
    void addDates(const ImportFile &file, const ImportMapping &mapping);
    void addNumbers(const ImportFile &file, const ImportMapping &mapping);
    void addSpellings(const ImportFile &file, const ImportMapping &mapping);
    void addCurrency(const ImportMapping &mapping);
    void choose(const QString &key, const QVariant &choice, const QString &question = {});

    QWidget *m_content = nullptr;
    QGridLayout *m_grid = nullptr;
    QString m_shape; // of the present lines; where it stays, they are only refreshed
    QList<Line> m_lines;
    Spellings m_spellings; // of the plan
};
