#pragma once

#include "widgets/report/report_options.h"

#include <QWidget>

class Catalogue;
class CurrencyChoice;
class QCheckBox;
class QComboBox;
class QTreeWidget;
class QTreeWidgetItem;
class Settings;
struct PageContext;

// Where the user chooses what goes into a report: sections, paper, blank forms. Remembered from time to
// time, the sections for each workbook; in which currency values are is asked anew.
class ReportOptionsPane : public QWidget
{
    Q_OBJECT

public:
    explicit ReportOptionsPane(const PageContext &context, QWidget *parent = nullptr);

    ReportOptions options() const;
    bool isEmpty() const; // no section is chosen

Q_SIGNALS:
    void changed();

private:
    void offerCurrencies(const PageContext &context);
    void fillSections(const Catalogue &catalogue);
    QStringList sections(Qt::CheckState state) const; // of pages
    void remember();

    Settings &m_settings;
    QString m_workbook; // path
    QTreeWidget *m_sections;
    QComboBox *m_paper;
    CurrencyChoice *m_currency; // in sight where the workbook has several
    QCheckBox *m_blankForms;
};
