#pragma once

#include <QAccessibleWidget>
#include <QPointer>
#include <QWidget>

// A part of a widget that draws its parts itself, as a screen reader finds it.
class AccessiblePart : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    AccessiblePart(QWidget *whole, int index);

    bool isValid() const override { return !m_whole.isNull(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_whole); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    void setText(QAccessible::Text, const QString &) override { }
    void *interface_cast(QAccessible::InterfaceType type) override;
    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

protected:
    int index() const { return m_index; }

private:
    QPointer<QWidget> m_whole;
    int m_index;
};

// The widget itself, with such parts as its children. They are made when they are asked for.
class AccessibleParts : public QAccessibleWidget
{
public:
    using QAccessibleWidget::QAccessibleWidget;
    ~AccessibleParts() override;

    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;

protected:
    virtual AccessiblePart *makePart(int index) const = 0;

private:
    mutable QList<QAccessible::Id> m_parts;
};
