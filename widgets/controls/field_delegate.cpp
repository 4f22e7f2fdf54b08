#include "widgets/controls/field_delegate.h"

#include "models/worksheet/sheet_model.h"
#include "widgets/controls/broken_text.h"
#include "widgets/controls/chip.h"
#include "widgets/controls/field_binding.h"
#include "widgets/controls/field_editor.h"
#include "widgets/controls/inline_bar.h"
#include "widgets/controls/picture_file.h"
#include "widgets/controls/scroll_into_view.h"
#include "widgets/controls/shaped_text.h"
#include "widgets/controls/sheet_proxy.h"
#include "widgets/shell/page_view.h"
#include "widgets/shell/theme.h"

#include "models/document/document.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPixmapCache>
#include <QPlainTextEdit>
#include <QPointer>
#include <QTextLayout>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

FieldEditor *editorAround(QObject *object)
{
    for (; object; object = object->parent())
        if (auto *editor = qobject_cast<FieldEditor *>(object))
            return editor;
    return nullptr;
}

InlineBar *messageOf(const FieldEditor *editor)
{
    return editor->parentWidget()->findChild<InlineBar *>(QString(), Qt::FindDirectChildrenOnly);
}

// Says below the editor, or above it, what was refused; false where the table has no room for it.
bool tellBeside(FieldEditor *editor, const QString &message)
{
    constexpr double widest = 20; // ems
    QWidget *room = editor->parentWidget();
    InlineBar *bar = messageOf(editor);
    if (!bar) {
        bar = new InlineBar(Severity::Warning, {}, room);
        bar->setClosable(false); // it goes with what it is about
        bar->setAttribute(Qt::WA_NoMousePropagation);
        QObject::connect(editor, &QObject::destroyed, bar, &QObject::deleteLater);
    }
    bar->setText(message);
    const int below = editor->y() + editor->height();
    QRect place(editor->x(), below, std::min(em(editor, widest), room->width()), 0);
    place.setHeight(bar->heightForWidth(place.width()));
    place.moveLeft(std::clamp(place.left(), 0, room->width() - place.width()));
    if (place.bottom() > room->height())
        place.moveBottom(editor->y() - 1);
    bar->setVisible(place.top() >= 0);
    if (bar->isHidden())
        return false;
    bar->setGeometry(place);
    bar->raise();
    editor->control()->setAccessibleDescription(message);
    scrollIntoView(room, place.united(editor->geometry()));
    return true;
}

QPixmap thumbnail(const Document &document, const QString &hash, int side)
{
    const QString key = u"thumbnail/%1/%2"_s.arg(hash).arg(side);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = QPixmap::fromImage(PictureFile::scaled(document.attachment(hash), {side, side}));
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

// Breaks within a word where it alone is wider than the cell.
double layOut(QTextLayout &layout, Qt::Alignment alignment, Qt::LayoutDirection direction, int width,
              QTextOption::WrapMode wrap = QTextOption::WrapAtWordBoundaryOrAnywhere)
{
    QTextOption option(alignment);
    option.setWrapMode(wrap);
    option.setTextDirection(direction);
    layout.setTextOption(option);
    double height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(1, width));
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    return height;
}

// As it is laid out.
QString withLineSeparators(QString text)
{
    return withUnitsKept(text.replace(u'\n', QChar::LineSeparator));
}

// A cell of many lines would push the other rows off the screen; its tooltip and its editor have the rest.
constexpr int mostLines = 8;

int textHeight(const QString &text, const QStyleOptionViewItem &option, int width)
{
    QTextLayout layout(withLineSeparators(text), option.font);
    const double height = layOut(layout, Qt::AlignLeft, option.direction, width);
    return static_cast<int>(
        std::ceil(layout.lineCount() > mostLines ? layout.lineAt(mostLines).y() : height));
}

QString sourceLabel(const QModelIndex &index)
{
    const QString source = index.data(SheetModel::SourceRole).toString();
    const QList<Choice> sources = factSources();
    for (const Choice &choice : sources)
        if (choice.key == source)
            return choice.label;
    return {};
}

// Where the fact comes from, at the foot of its cell.
void drawSource(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QString label = sourceLabel(index);
    if (label.isEmpty())
        return;
    QRect place(QPoint(), Chip::sizeOf(label, option.fontMetrics).boundedTo(option.rect.size()));
    place.moveBottomLeft(option.rect.bottomLeft());
    const bool guess = index.data(SheetModel::SourceRole).toString() == u"guess"_s;
    painter->setFont(option.font);
    Chip::paint(painter, QStyle::visualRect(option.direction, option.rect, place), label, Team::None,
                guess ? Chip::Look::Warning : Chip::Look::Outlined, option.palette);
}

void drawCellText(QPainter *painter, const QStyleOptionViewItem &option)
{
    const Qt::Alignment alignment = QStyle::visualAlignment(option.direction, option.displayAlignment);
    QTextLayout layout(withLineSeparators(option.text), option.font);
    layOut(layout, alignment, option.direction, option.rect.width());
    if (layout.lineCount() > mostLines) {
        layout.setText(brokenText(option.text, option.font, option.rect.width(), mostLines)
                           .join(QChar(QChar::LineSeparator)));
        layOut(layout, alignment, option.direction, option.rect.width(), QTextOption::NoWrap);
    }
    painter->save();
    painter->setClipRect(option.rect);
    const bool selected = option.state & QStyle::State_Selected;
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    layout.draw(painter, option.rect.topLeft());
    painter->restore();
}

} // namespace

FieldDelegate::FieldDelegate(SheetProxy &proxy, const PageContext &page, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_proxy(proxy)
    , m_page(page)
{
}

FieldBinding *FieldDelegate::bindingOf(const QWidget *editor)
{
    return editor->findChild<FieldBinding *>(QString(), Qt::FindDirectChildrenOnly);
}

QWidget *FieldDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                     const QModelIndex &index) const
{
    SheetModel &model = m_proxy.sheetModel();
    const QModelIndex cell = m_proxy.mapToSource(index);
    const Field &field = model.fieldAt(cell.column());
    FieldEditor *editor = FieldEditor::create(field, model, m_page, parent);
    editor->setAutoFillBackground(true);
    auto *binding = new FieldBinding(editor, model, m_page.typing);
    auto *own = const_cast<FieldDelegate *>(this);
    editor->control()->installEventFilter(own); // before the binding's
    connect(binding, &FieldBinding::refused, this,
            [this, editor, label = field.label](const QString &message) {
                if (!tellBeside(editor, message))
                    Q_EMIT refused(message, label);
            });
    connect(binding, &FieldBinding::shown, this, [this, editor] {
        if (InlineBar *bar = messageOf(editor))
            bar->hide();
        Q_EMIT accepted();
    });
    connect(editor, &FieldEditor::refused, this, [own, editor] { own->m_refusing = editor; });
    connect(editor, &FieldEditor::chosen, this, [own] { own->m_refusing = nullptr; });
    binding->setCell(cell.row(), cell.column());
    if (m_replacing)
        editor->selectAll();
    else if (auto *text = qobject_cast<QPlainTextEdit *>(editor->control()))
        text->moveCursor(QTextCursor::End); // one goes on writing; a line is selected by the view
    return editor;
}

void FieldDelegate::setEditorData(QWidget *, const QModelIndex &) const
{
    // The binding shows the cell and follows its changes.
}

void FieldDelegate::setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &) const
{
    bindingOf(editor)->commit();
}

void FieldDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                         const QModelIndex &) const
{
    // At least as large as its content needs, but inside the table.
    QRect rect = option.rect;
    rect.setHeight(rect.height() - 1); // the line between rows
    const auto *field = qobject_cast<const FieldEditor *>(editor);
    if (field->control()->sizePolicy().verticalPolicy() == QSizePolicy::Fixed)
        rect.setHeight(std::min(rect.height(), editor->sizeHint().height()));
    const QSize least = editor->minimumSizeHint();
    rect.setSize(rect.size().expandedTo(least));
    const QRect area = editor->parentWidget()->rect();
    if (rect.right() > area.right())
        rect.moveRight(std::max(area.right(), rect.width() - 1));
    if (rect.bottom() > area.bottom())
        rect.moveBottom(std::max(area.bottom(), rect.height() - 1));
    editor->setGeometry(rect);
}

void FieldDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->displayAlignment = (option->displayAlignment & Qt::AlignHorizontal_Mask) | Qt::AlignTop;
    const bool missing = index.data(SheetModel::MissingRole).toBool();
    if (!missing && index.data(SheetModel::QuestionRole).toString().isEmpty())
        return;
    const Theme &theme = Theme::of(option->palette);
    if (missing) {
        option->text = tr("Missing");
        option->features |= QStyleOptionViewItem::HasDisplay;
    } else if (index.data(SheetModel::OverdueRole).toBool()) {
        option->text = tr("%1\nOverdue", "a date").arg(option->text);
    }
    option->backgroundBrush = theme.color(Theme::Role::WarningTint);
    for (const auto role : {QPalette::Text, QPalette::HighlightedText})
        option->palette.setColor(role, theme.color(Theme::Role::Warning));
}

void FieldDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Field &field = m_proxy.sheetModel().fieldAt(m_proxy.mapToSource(index).column());
    const int inset = em(option.fontMetrics, 0.3);
    QStyleOptionViewItem own(option);
    initStyleOption(&own, index);
    const bool chip = field.kind == FieldKind::Team && !index.data().toString().isEmpty();
    const bool picture = field.kind == FieldKind::Picture && index.data(Qt::EditRole).isValid();
    const QString text = own.text;
    if (chip || picture)
        own.text.clear();
    own.state &= ~QStyle::State_HasFocus;
    const QWidget *view = option.widget;
    QStyle *style = view ? view->style() : QApplication::style();
    // Ground over the whole cell, text with room around it.
    QStyleOptionViewItem ground(own);
    ground.text.clear();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, view);
    own.rect = option.rect.adjusted(inset, inset, -inset, -inset);
    if (chip) {
        QRect place(own.rect.topLeft(), Chip::sizeOf(text, option.fontMetrics).boundedTo(own.rect.size()));
        painter->setFont(own.font);
        Chip::paint(painter, QStyle::visualRect(own.direction, own.rect, place), text,
                    teamFromKey(index.data(Qt::EditRole).toString()), Chip::Look::Tinted, own.palette);
    } else if (picture) {
        const QPixmap pixmap = thumbnail(m_page.document, index.data(Qt::EditRole).toString(),
                                         std::min(own.rect.width(), em(option.fontMetrics, 3)));
        painter->drawPixmap(own.rect.topLeft(), pixmap);
    } else {
        own.backgroundBrush = Qt::NoBrush;
        if (isFigure(field.kind)) // broken, what is left of a figure would be another one
            own.text = own.fontMetrics.elidedText(own.text, Qt::ElideRight, own.rect.width());
        drawCellText(painter, own);
    }
    drawSource(painter, own, index);
    if (index.row() + 1 < index.model()->rowCount()) { // below the last one lies the table's own frame
        painter->setPen(Theme::of(option.palette).color(Theme::Role::Line));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(Theme::of(option.palette).color(Theme::Role::Accent), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
}

QSize FieldDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Field &field = m_proxy.sheetModel().fieldAt(m_proxy.mapToSource(index).column());
    const int inset = em(option.fontMetrics, 0.3);
    int height = em(option.fontMetrics, 1.2);
    if (field.kind == FieldKind::Picture && index.data(Qt::EditRole).isValid())
        height = em(option.fontMetrics, 3);
    else if (field.kind == FieldKind::LongText || field.kind == FieldKind::ShortText
             || field.kind == FieldKind::Link || field.kind == FieldKind::Choice
             || field.kind == FieldKind::Person)
        height
            = std::max(height, textHeight(index.data().toString(), option, option.rect.width() - 2 * inset));
    if (index.data(SheetModel::OverdueRole).toBool())
        height += em(option.fontMetrics);
    if (!sourceLabel(index).isEmpty())
        height += em(option.fontMetrics, 1.4);
    return {em(option.fontMetrics, 3), height + 2 * inset};
}

bool FieldDelegate::eventFilter(QObject *watched, QEvent *event)
{
    FieldEditor *editor = editorAround(watched);
    if (!editor)
        return QStyledItemDelegate::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::KeyPress:
        return onKey(editor, static_cast<QKeyEvent *>(event));
    case QEvent::ShortcutOverride:
        if (static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
            return false;
        event->accept();
        return true;
    case QEvent::FocusOut:
        if (static_cast<QFocusEvent *>(event)->reason() == Qt::PopupFocusReason)
            return false;
        // Once the focus has arrived: it may only have gone to another part of the editor.
        QTimer::singleShot(0, this, [this, left = QPointer(editor)] {
            const QWidget *focus = QApplication::focusWidget();
            if (!left || left->isHidden() || left == focus || left->isAncestorOf(focus))
                return;
            if (!bindingOf(left)->isPending())
                Q_EMIT closeEditor(left, NoHint);
        });
        return false;
    default:
        return false;
    }
}

bool FieldDelegate::onKey(FieldEditor *editor, const QKeyEvent *event)
{
    const auto leave = [this, editor](int rows, int columns) {
        if (std::exchange(m_refusing, nullptr) == editor)
            return true; // first it is read what is wrong
        if (!bindingOf(editor)->commit())
            return true;
        Q_EMIT closeEditor(editor, NoHint);
        Q_EMIT moveWanted(rows, columns);
        return true;
    };
    switch (event->key()) {
    case Qt::Key_Tab:
        return leave(0, 1);
    case Qt::Key_Backtab:
        return leave(0, -1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (auto *text = qobject_cast<QPlainTextEdit *>(editor->control()); text && editor->takesLineBreaks()
            && event->modifiers() & (Qt::AltModifier | Qt::ControlModifier)) {
            text->insertPlainText(u"\n"_s);
            return true;
        }
        return leave(event->modifiers() & Qt::ShiftModifier ? -1 : 1, 0);
    case Qt::Key_Escape:
        bindingOf(editor)->revert();
        Q_EMIT closeEditor(editor, RevertModelCache);
        return true;
    default:
        return false;
    }
}
