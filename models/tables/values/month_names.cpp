#include "models/tables/values/month_names.h"

#include <array>
#include <string_view>

namespace {

struct MonthName
{
    std::u16string_view start;
    int month;
};

// Beginnings of the months' names.
constexpr std::array monthNames = {
    // English, German, French, Spanish, Portuguese
    MonthName{u"jan", 1},
    MonthName{u"jän", 1},
    MonthName{u"ene", 1},
    MonthName{u"feb", 2},
    MonthName{u"fév", 2},
    MonthName{u"fev", 2},
    MonthName{u"mar", 3},
    MonthName{u"mär", 3},
    MonthName{u"mrz", 3},
    MonthName{u"apr", 4},
    MonthName{u"avr", 4},
    MonthName{u"abr", 4},
    MonthName{u"may", 5},
    MonthName{u"mai", 5},
    MonthName{u"juin", 6},
    MonthName{u"juil", 7},
    MonthName{u"jun", 6},
    MonthName{u"jul", 7},
    MonthName{u"aug", 8},
    MonthName{u"aoû", 8},
    MonthName{u"aou", 8},
    MonthName{u"ago", 8},
    MonthName{u"sep", 9},
    MonthName{u"set", 9},
    MonthName{u"oct", 10},
    MonthName{u"okt", 10},
    MonthName{u"out", 10},
    MonthName{u"nov", 11},
    MonthName{u"dec", 12},
    MonthName{u"dez", 12},
    MonthName{u"déc", 12},
    MonthName{u"dic", 12},
    // Italian, Dutch, Danish, Norwegian, Swedish
    MonthName{u"gen", 1},
    MonthName{u"mag", 5},
    MonthName{u"giu", 6},
    MonthName{u"lug", 7},
    MonthName{u"ott", 10},
    MonthName{u"mrt", 3},
    MonthName{u"maart", 3},
    MonthName{u"mei", 5},
    MonthName{u"maj", 5},
    MonthName{u"des", 12},
    // Polish, Czech
    MonthName{u"sty", 1},
    MonthName{u"lut", 2},
    MonthName{u"kwi", 4},
    MonthName{u"cze", 6},
    MonthName{u"lip", 7},
    MonthName{u"sie", 8},
    MonthName{u"wrz", 9},
    MonthName{u"paź", 10},
    MonthName{u"lis", 11},
    MonthName{u"gru", 12},
    MonthName{u"led", 1},
    MonthName{u"úno", 2},
    MonthName{u"bře", 3},
    MonthName{u"dub", 4},
    MonthName{u"kvě", 5},
    MonthName{u"červenec", 7},
    MonthName{u"července", 7},
    MonthName{u"čvc", 7},
    MonthName{u"čer", 6},
    MonthName{u"čvn", 6},
    MonthName{u"srp", 8},
    MonthName{u"zář", 9},
    MonthName{u"říj", 10},
    MonthName{u"pro", 12},
    // Hungarian, where it differs from all of these
    MonthName{u"már", 3},
    MonthName{u"ápr", 4},
    MonthName{u"máj", 5},
    MonthName{u"jún", 6},
    MonthName{u"júl", 7},
    MonthName{u"sze", 9},
    // Finnish, Turkish
    MonthName{u"tammi", 1},
    MonthName{u"helmi", 2},
    MonthName{u"maalis", 3},
    MonthName{u"huhti", 4},
    MonthName{u"touko", 5},
    MonthName{u"kesä", 6},
    MonthName{u"heinä", 7},
    MonthName{u"elo", 8},
    MonthName{u"syys", 9},
    MonthName{u"loka", 10},
    MonthName{u"marras", 11},
    MonthName{u"joulu", 12},
    MonthName{u"oca", 1},
    MonthName{u"şub", 2},
    MonthName{u"nis", 4},
    MonthName{u"haz", 6},
    MonthName{u"tem", 7},
    MonthName{u"ağu", 8},
    MonthName{u"eyl", 9},
    MonthName{u"eki", 10},
    MonthName{u"kas", 11},
    MonthName{u"ara", 12},
    // Russian
    MonthName{u"янв", 1},
    MonthName{u"фев", 2},
    MonthName{u"мар", 3},
    MonthName{u"апр", 4},
    MonthName{u"май", 5},
    MonthName{u"мая", 5},
    MonthName{u"июн", 6},
    MonthName{u"июл", 7},
    MonthName{u"авг", 8},
    MonthName{u"сен", 9},
    MonthName{u"окт", 10},
    MonthName{u"ноя", 11},
    MonthName{u"дек", 12},
};

} // namespace

// The longest counts: Finnish "marraskuu" begins like March.
int monthOf(QStringView word)
{
    const MonthName *found = nullptr;
    for (const MonthName &name : monthNames)
        if ((!found || name.start.size() > found->start.size())
            && word.startsWith(QStringView(name.start), Qt::CaseInsensitive))
            found = &name;
    return found ? found->month : 0;
}
