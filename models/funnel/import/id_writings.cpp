#include "models/funnel/import/id_writings.h"

#include "models/funnel/deals/deal_table.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortSalesforce = 15, longSalesforce = 18;

bool isLetterOrDigit(QChar c)
{
    return c.unicode() < 0x80 && c.isLetterOrNumber();
}

// Five characters each: a bit for each capital letter, the first lowest.
QString checksumOf(QStringView id)
{
    static const QString signs = u"ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"_s;
    constexpr qsizetype part = 5;
    QString checksum;
    for (qsizetype from = 0; from < shortSalesforce; from += part) {
        int bits = 0;
        for (qsizetype i = 0; i < part; ++i)
            bits |= id[from + i].isUpper() ? 1 << i : 0;
        checksum += signs.at(bits);
    }
    return checksum;
}

QString formOfSalesforce(const QString &id)
{
    const bool isLong = id.size() == longSalesforce;
    if ((id.size() != shortSalesforce && !isLong) || !std::all_of(id.begin(), id.end(), isLetterOrDigit)
        || std::all_of(id.begin(), id.end(), [](QChar c) { return c.isDigit(); }))
        return {};
    const QString own = id.first(shortSalesforce);
    return !isLong || id.sliced(shortSalesforce) == checksumOf(own) ? own : QString();
}

// "1.23E+05" as "123000".
QString expanded(const QRegularExpressionMatch &power)
{
    constexpr int mostZeros = 18;
    QString digits = power.captured(1) + power.captured(2);
    const qsizetype zeros = power.captured(3).toInt() - power.captured(2).size();
    if (zeros > mostZeros)
        return {};
    for (qsizetype i = zeros; i < 0; ++i) {
        if (!digits.endsWith(u'0'))
            return {}; // no whole number
        digits.chop(1);
    }
    return digits + QString(std::max<qsizetype>(zeros, 0), u'0');
}

QString formOfNumber(const QString &id)
{
    static const QRegularExpression grouped(u"^\\d{1,3}(?:([,.'’ \u00a0\u202f])\\d{3})(?:\\1\\d{3})*$"_s),
        decimal(u"^(\\d+)[.,]0{1,2}$"_s), power(u"^(\\d)(?:[.,](\\d+))?[eE]\\+?(\\d{1,2})$"_s);
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (id.isEmpty() || !isDigit(id.front()))
        return {};
    QString digits;
    if (std::all_of(id.begin(), id.end(), isDigit)) // as most are
        digits = id;
    else if (const auto plain = decimal.match(id); plain.hasMatch())
        digits = plain.captured(1);
    else if (grouped.match(id).hasMatch())
        std::copy_if(id.begin(), id.end(), std::back_inserter(digits), isDigit);
    else if (const auto match = power.match(id); match.hasMatch())
        digits = expanded(match);
    qsizetype zeros = 0;
    while (zeros + 1 < digits.size() && digits.at(zeros) == u'0')
        ++zeros;
    return digits.sliced(std::min(zeros, digits.size()));
}

} // namespace

QString commonFormOf(const QString &id)
{
    if (isKeyOfLead(id)) {
        const QString own = id.sliced(keyOfLead({}).size());
        const QString form = commonFormOf(own);
        return form.isEmpty() ? QString() : keyOfLead(form);
    }
    const QString form = formOfNumber(id);
    return form.isEmpty() ? formOfSalesforce(id) : form;
}

bool IdWritings::find(Deal &deal, qint64 import)
{
    const QString form = commonFormOf(deal.key);
    if (form.isEmpty())
        return false;
    readKnown();
    const QString known = m_known.value(form);
    if (known.isEmpty() || known == deal.key || m_asWritten.contains(known) || m_there.contains(qHash(known)))
        return false;
    const StoredDeal there = m_table.newest(known, import);
    const bool isOther
        = there.deal.created.isValid() && deal.created.isValid() && there.deal.created != deal.created;
    if (!there.counts() || isOther)
        return false;
    m_asKnown.insert(deal.key, known);
    m_asWritten.insert(known, deal.key);
    deal.key = known;
    return true;
}

// A table may have both writings, for two deals. Then what is written as the other is known by changes places
// with it, so that none takes the place of the other.
void IdWritings::giveKnown(Deal &deal) const
{
    if (const auto known = m_asKnown.constFind(deal.key); known != m_asKnown.cend())
        deal.key = *known;
    else if (const auto written = m_asWritten.constFind(deal.key); written != m_asWritten.cend())
        deal.key = *written;
}

void IdWritings::readKnown()
{
    if (std::exchange(m_isRead, true))
        return;
    m_table.visit(DealTable::Detail::Whole, [this](const StoredDeal &known) {
        const QString form = commonFormOf(known.deal.key);
        if (form.isEmpty())
            return;
        const auto other = m_known.find(form);
        if (other == m_known.end())
            m_known.insert(form, known.deal.key);
        else
            other->clear();
    });
}

QString idWritingsText()
{
    return QCoreApplication::translate(
        "Import",
        "Deals whose id is written otherwise than in the workbook, as 1001 and 1001.0 are, or the 15 and 18 "
        "characters of Salesforce: %1. They were taken as the same deals.");
}
