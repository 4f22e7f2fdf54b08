#pragma once

#include "models/worksheet/catalogue.h"
#include "widgets/report/report_options.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QTreeWidget;
class QTreeWidgetItem;
class Settings;

// Where the user chooses what goes into a report: sections, paper, blank forms. Remembered from time to time.
class ReportOptionsPane : public QWidget
{
    Q_OBJECT

public:
    ReportOptionsPane(const Catalogue &catalogue, Settings &settings, QWidget *parent = nullptr);

    ReportOptions options() const;
    bool isEmpty() const; // no section is chosen

Q_SIGNALS:
    void changed();

private:
    void fillSections(const Catalogue &catalogue);
    QStringList sections(Qt::CheckState state) const; // of pages
    void remember();

    Settings &m_settings;
    QTreeWidget *m_sections;
    QComboBox *m_paper;
    QCheckBox *m_blankForms;
};
