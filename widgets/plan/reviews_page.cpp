#include "widgets/plan/reviews_page.h"

#include "models/arithmetic/dash.h"
#include "models/arithmetic/share.h"
#include "models/funnel/funnel_store.h"
#include "models/worksheet/date_text.h"
#include "widgets/charts/figure_table_view.h"
#include "widgets/controls/card.h"
#include "widgets/controls/text_label.h"
#include "widgets/shell/undoable_message.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostReviews = 3; // beside each other
constexpr int rateDecimals = 1;

QString orDash(const QString &text)
{
    return text.isEmpty() ? dash() : text;
}

QString countText(const std::optional<qint64> &count, const QLocale &locale)
{
    return orDash(count ? locale.toString(*count) : QString());
}

// "604 of 625".
QString figureText(const FrozenNumber &number, const QLocale &locale)
{
    const QString count = countText(number.amount, locale);
    return number.planned
        ? ReviewsPage::tr("%1 of %2", "a count, its target").arg(count, countText(number.planned, locale))
        : count;
}

QString rateText(const FrozenNumber &number, const QLocale &locale)
{
    return number.rate ? Fraction::of(*number.rate, WholeShare).toPercent(locale, rateDecimals, false)
                       : QString();
}

// With the step that it is of, where reviews froze the rates of several into one stage.
QString rateOfStepText(const FrozenNumber &number, const QLocale &locale)
{
    const QString rate = rateText(number, locale);
    return rate.isEmpty() || number.from.isEmpty()
        ? rate
        : ReviewsPage::tr("%1 of %2", "rate, stage").arg(rate, number.from);
}

QString worthText(const FrozenNumber &number, const QLocale &locale)
{
    return number.worth ? number.worth->toText(locale) : QString();
}

const FrozenNumber *numberOf(const ReviewNumbers &review, const QString &measure)
{
    const auto found = std::find_if(review.numbers.begin(), review.numbers.end(), [&](const FrozenNumber &n) {
        return n.measure.compare(measure, Qt::CaseInsensitive) == 0;
    });
    return found == review.numbers.end() ? nullptr : &*found;
}

// Whatever any of them froze, in the order of the newest.
QStringList measuresOf(const QList<ReviewNumbers> &reviews)
{
    QStringList measures;
    for (auto review = reviews.crbegin(); review != reviews.crend(); ++review)
        for (const FrozenNumber &number : review->numbers)
            if (!measures.contains(number.measure, Qt::CaseInsensitive))
                measures.append(number.measure);
    return measures;
}

// Whether a stage's rate is that of one step, as far as it is known, in all of the reviews.
bool isOneStep(const QList<ReviewNumbers> &reviews, const QString &measure)
{
    QString from;
    for (const ReviewNumbers &review : reviews) {
        const FrozenNumber *number = numberOf(review, measure);
        if (!number || number->from.isEmpty())
            continue;
        if (!from.isEmpty() && from.compare(number->from, Qt::CaseInsensitive) != 0)
            return false;
        from = number->from;
    }
    return true;
}

// A row with what each review says of a measure; none where no review says anything.
void addRow(FigureTable &table, const QString &head, const QString &measure,
            const QList<ReviewNumbers> &reviews, QString (*text)(const FrozenNumber &, const QLocale &),
            const QLocale &locale)
{
    QStringList row{head};
    for (const ReviewNumbers &review : reviews) {
        const FrozenNumber *number = numberOf(review, measure);
        row.append(number ? text(*number, locale) : QString());
    }
    if (std::all_of(row.cbegin() + 1, row.cend(), [](const QString &cell) { return cell.isEmpty(); }))
        return;
    for (QString &cell : row)
        cell = orDash(cell);
    table.rows.append(row);
}

FigureTable comparisonOf(const QList<ReviewNumbers> &reviews, const QLocale &locale)
{
    FigureTable table{.head = {ReviewsPage::tr("Number")}, .rows = {}};
    QStringList scores{ReviewsPage::tr("Alignment score")};
    for (const ReviewNumbers &review : reviews) {
        table.head.append(review.name.isEmpty() ? shortDate(review.on, locale) : review.name);
        scores.append(countText(review.score, locale));
    }
    for (const QString &measure : measuresOf(reviews)) {
        addRow(table, measure, measure, reviews, &figureText, locale);
        addRow(table, ReviewsPage::tr("%1, rate of the step").arg(measure), measure, reviews,
               isOneStep(reviews, measure) ? &rateText : &rateOfStepText, locale);
        addRow(table, ReviewsPage::tr("%1, value").arg(measure), measure, reviews, &worthText, locale);
    }
    table.rows.append(scores);
    return table;
}

QString promiseText(const ReviewNumbers &review, const PromiseCount &count, const QLocale &locale)
{
    QStringList parts;
    const auto add = [&](int number, const QString &text) {
        if (number > 0)
            parts.append(text.arg(locale.toString(number)));
    };
    add(count.kept, ReviewsPage::tr("kept %1"));
    add(count.partly, ReviewsPage::tr("partly kept %1"));
    add(count.broken, ReviewsPage::tr("not kept %1"));
    add(count.open, ReviewsPage::tr("open %1"));
    return ReviewsPage::tr("Promised in “%1”: %2; %3.", "review, number, what became of them")
        .arg(review.name, locale.toString(count.all()), parts.join(u", "_s));
}

} // namespace

ReviewsPage::ReviewsPage(const PageContext &context, const Page &page, QWidget *parent)
    : FiguresPage(context, page,
                  funnelTables()
                      + QSet<QString>{u"plan_review"_s, u"plan_review_figure"_s, u"plan_review_promise"_s,
                                      u"overview_statement"_s},
                  parent)
    , m_today(new TextLabel({}))
    , m_freeze(new QPushButton(tr("Freeze today's numbers")))
    , m_comparison(new FigureTableView)
    , m_promises(new TextLabel({}))
{
    auto *card = new Card;
    QVBoxLayout *column
        = columnOf(card, tr("From review to review"),
                   tr("A review holds fast what was seen on its day. Frozen numbers stay as they are, "
                      "whatever changes later. “604 of 625” is a count beside its target."));
    column->addWidget(m_comparison);
    column->addWidget(m_promises);
    column->addWidget(m_today);
    column->addWidget(m_freeze, 0, Qt::AlignLeading);
    m_freeze->setObjectName(u"freeze"_s);
    m_comparison->setAccessibleName(tr("The last reviews beside each other"));
    addCard(card);
    m_freeze->hide();
    m_offer.setSingleShot(true);
    m_offer.setInterval(0);
    connect(&m_offer, &QTimer::timeout, this, &ReviewsPage::offerToFreeze);
    connect(m_freeze, &QPushButton::clicked, this, &ReviewsPage::freeze);
}

QString ReviewsPage::promises() const
{
    return m_promises->isHidden() ? QString() : m_promises->text();
}

void ReviewsPage::read()
{
    const QList<ReviewNumbers> held = heldReviews(context().document);
    const QList<ReviewNumbers> newest = held.last(std::min(held.size(), mostReviews));
    m_comparison->setVisible(!newest.isEmpty());
    m_comparison->setFigures(comparisonOf(newest, QLocale()));
    showPromises(newest);
    m_offer.start();
}

void ReviewsPage::showPromises(const QList<ReviewNumbers> &reviews)
{
    const QLocale locale;
    QStringList lines;
    for (const ReviewNumbers &review : reviews)
        if (const PromiseCount count = promisesOf(context().document, review.review); count.all() > 0)
            lines.append(promiseText(review, count, locale));
    m_promises->setText(lines.join(u'\n'));
    m_promises->setVisible(!lines.isEmpty());
}

void ReviewsPage::offerToFreeze()
{
    const QLocale locale;
    const QDate day = QDate::currentDate();
    const QList<ReviewNumbers> held = heldReviews(context().document);
    if (std::any_of(held.begin(), held.end(), [day](const ReviewNumbers &review) {
            return review.on == day && !review.numbers.isEmpty();
        })) {
        m_freeze->hide();
        return m_today->setText(tr("Today's numbers are frozen."));
    }
    const Result<ReviewNumbers> read = numbersOfToday(context().document, day, locale);
    if (!read) {
        m_freeze->hide();
        return m_today->setText(read.error().message);
    }
    const ReviewNumbers &today = *read;
    const bool isAny = !today.numbers.isEmpty() || today.score;
    m_freeze->setVisible(isAny);
    m_freeze->setEnabled(!context().document.isReadOnly());
    m_freeze->setToolTip(tr("Makes a review of today, or fills in the one that is held today."));
    QString text;
    if (!isAny)
        text = tr("There is nothing to freeze yet: type numbers under “Split funnel”, or rate the statements "
                  "of the alignment score.");
    else if (today.period.isValid())
        text = (today.period.end() <= day
                    ? tr("A review of today would keep the numbers of %1, the newest full period, and the "
                         "alignment score, %2.")
                    : tr("A review of today would keep the numbers of %1 so far, as no period with numbers "
                         "is over yet, and the alignment score, %2."))
                   .arg(today.period.label(locale),
                        today.score ? locale.toString(*today.score) : tr("not rated yet"));
    else
        text = tr("A review of today would keep the alignment score, %1.").arg(locale.toString(*today.score));
    m_today->setText(text);
}

void ReviewsPage::freeze()
{
    m_comparison->setFocus(Qt::OtherFocusReason); // the button goes
    const Result<ReviewNumbers> today = numbersOfToday(context().document, QDate::currentDate());
    const Result<void> frozen
        = today ? freezeReview(context().document, *today) : Result<void>(today.error());
    tell(frozen);
    if (frozen)
        showUndoable(context(),
                     tr("Today's numbers are frozen. What went well, what badly and what is "
                        "promised is written below."));
}
