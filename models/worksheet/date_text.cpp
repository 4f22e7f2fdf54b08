#include "models/worksheet/date_text.h"

using namespace Qt::StringLiterals;

QString shortDateFormat(const QLocale &locale)
{
    return locale.dateFormat(QLocale::ShortFormat).replace(u"yyyy"_s, u"yy"_s).replace(u"yy"_s, u"yyyy"_s);
}

QString shortDate(QDate date, const QLocale &locale)
{
    return locale.toString(date, shortDateFormat(locale));
}
