#pragma once

#include "models/funnel/import/mapping.h"

#include <QTableWidget>

class ImportRoleHeader;
struct ImportFile;

// The first rows of a file to import, under the roles of its columns.
class ImportPreview : public QTableWidget
{
    Q_OBJECT

public:
    explicit ImportPreview(QWidget *parent = nullptr);

    void setFile(const ImportFile &file);
    void setRoles(const ImportMapping &mapping);
    ImportRoleHeader *roles() const { return m_roles; }

protected:
    void scrollContentsBy(int dx, int dy) override;

private:
    void fitColumns();

    ImportRoleHeader *m_roles;
};
