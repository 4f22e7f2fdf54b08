#pragma once

#include <QWidget>

// The one heading of a page and the question under it.
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(const QString &title, const QString &question, QWidget *parent = nullptr);
};
