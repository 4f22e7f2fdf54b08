#include "models/exchange/workbook_sections.h"

#include <algorithm>

QString WorkbookSections::key(const TabDescription &tab, const Page &page)
{
    return tab.key % u'/' % page.key;
}

bool WorkbookSections::contains(const QStringList &sections, const TabDescription &tab)
{
    return std::any_of(tab.pages.begin(), tab.pages.end(),
                       [&](const Page &page) { return contains(sections, tab, page); });
}

bool WorkbookSections::contains(const QStringList &sections, const TabDescription &tab, const Page &page)
{
    return sections.isEmpty() || sections.contains(tab.key) || sections.contains(key(tab, page));
}

QList<const Sheet *> WorkbookSections::sheets(const QStringList &sections, const Catalogue &catalogue)
{
    QList<const Sheet *> result;
    for (const TabDescription &tab : catalogue.tabs())
        for (const Page &page : tab.pages)
            if (contains(sections, tab, page))
                for (const Sheet &sheet : page.sheets)
                    result.append(&sheet);
    return result;
}

QStringList WorkbookSections::unknown(const QStringList &sections, const Catalogue &catalogue)
{
    QStringList result = sections;
    for (const TabDescription &tab : catalogue.tabs()) {
        result.removeAll(tab.key);
        for (const Page &page : tab.pages)
            result.removeAll(key(tab, page));
    }
    return result;
}
