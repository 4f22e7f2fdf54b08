// How FunnelPicture divides its width, and what it does where that is short.

#include "widgets/charts/funnel_picture.h"

#include "widgets/charts/funnel_shapes.h"

#include <algorithm>
#include <utility>

using namespace FunnelShapes;

namespace {

// All in heights of the font.
constexpr double narrowestFunnel = 14;
constexpr double widestNeed = 22; // however long the names are
constexpr double widestFunnel = 44;
constexpr double gutterFrame = besideDiamond + 2 * diamondSize + 2 * padding;

} // namespace

bool FunnelPicture::hasHandover(const FunnelBands &funnel)
{
    return std::any_of(funnel.bands.begin(), funnel.bands.end(),
                       [](const FunnelBand &band) { return band.handover; });
}

double FunnelPicture::movementWidth(const FunnelBand::Movement &movement) const
{
    return movement.text.isEmpty() ? 0 : widthOf(movement.text) + (4 * triangleSize + padding) * m_em;
}

QString FunnelPicture::stepText(const FunnelBand &band)
{
    return band.stepAsked ? band.step + tr(" ?") : band.step;
}

QString FunnelPicture::overallHead()
{
    return tr("Overall", "rate from the top, as the head of a narrow column");
}

QString FunnelPicture::overallText(const FunnelBand &band)
{
    return band.overall.isEmpty() ? QString() : tr("%1 overall", "rate from the top").arg(band.overall);
}

void FunnelPicture::layOutColumns()
{
    double terms = 0;
    for (const FunnelBand &band : m_funnel.bands) {
        if (band.handover)
            terms = std::max({terms, widthOf(band.handoverTitle, true), widthOf(band.handoverTerms)});
        m_columns.overall = std::max(m_columns.overall, widthOf(band.overall));
        m_columns.change = std::max(m_columns.change, movementWidth(band.change));
    }
    const double pad = 2 * padding * m_em;
    const auto withHead = [&](double width, const QString &head) {
        return width > 0 ? std::max(width, widthOf(head)) + pad : 0;
    };
    m_columns.gutter = hasHandover(m_funnel) ? terms + gutterFrame * m_em : 0;
    const QList<int> lanes = recycleLanes();
    const int most = *std::max_element(lanes.begin(), lanes.end());
    m_columns.recycle = most < 0 ? 0 : (most + 1) * laneWidth * m_em + pad / 2;
    m_columns.overall = withHead(m_columns.overall, overallHead());
    m_columns.step = stepWidth();
    m_columns.change = withHead(m_columns.change, tr("Change"));

    makeRoom();
}

double FunnelPicture::stepWidth() const
{
    double rate = 0, moved = 0, overall = 0;
    for (const FunnelBand &band : m_funnel.bands) {
        rate = std::max(rate, widthOf(stepText(band)));
        moved = std::max(moved, movementWidth(band.stepChange));
        if (m_columns.overall <= 0)
            overall = std::max(overall, widthOf(overallText(band)));
    }
    const double needed = std::max(rate + moved, overall);
    return needed > 0 ? std::max(needed, widthOf(tr("Step rate"))) + 2 * padding * m_em : 0;
}

double FunnelPicture::movedWidth() const
{
    double moved = m_merged ? widthOf(tr("Change")) + padding * m_em : 0;
    for (const FunnelBand &band : m_funnel.bands)
        moved = std::max({moved, movementWidth(band.stepChange), m_merged ? movementWidth(band.change) : 0});
    return moved;
}

// Whether what belongs to a stage and what belongs to the step after it can stand below each other.
bool FunnelPicture::isRoomBetween() const
{
    const double legend
        = legendRows(m_funnel, m_rect.width(), m_metrics, true) * m_spacing.legendRow + padding;
    const double count = static_cast<double>(m_funnel.bands.size());
    const double pitch = (m_rect.height() / m_em - m_spacing.head - legend) / count;
    return pitch >= twoLines;
}

// Changes of all kinds below each other, and both rates, where that saves room.
void FunnelPicture::mergeColumns()
{
    m_merged = true;
    double rate = widthOf(tr("Rate"));
    for (const FunnelBand &band : m_funnel.bands)
        rate = std::max({rate, widthOf(stepText(band)), widthOf(band.overall)});
    const double width = rate + movedWidth() + 2 * padding * m_em;
    m_merged = width < m_columns.step + m_columns.change;
    if (!m_merged)
        return;
    m_columns.step = width;
    m_columns.change = 0;
}

// First what there is stands closer together. What can be left out first goes first then; all of it stands in
// the table and the tips as well.
void FunnelPicture::makeRoom()
{
    Columns &c = m_columns;
    const auto rest = [&] { return m_rect.width() - c.gutter - c.recycle - c.step - c.overall - c.change; };
    double longest = 0; // name and figure
    for (int i = 0; i < m_funnel.bands.size(); ++i)
        longest = std::max(longest, textWidth(i, false));
    const double needed
        = std::clamp(longest + narrowestBands * m_em, narrowestFunnel * m_em, widestNeed * m_em);
    // Beneath it the bands themselves would hardly be seen beside their names.
    const double least
        = std::min(needed, std::max(longest, longName * m_em) + (leastBands + 2 * padding) * m_em);
    double shortTerms = 0, words = 0;
    for (const FunnelBand &band : m_funnel.bands) {
        if (!band.handover)
            continue;
        shortTerms = std::max({shortTerms, widthOf(band.handoverShort, true), widthOf(band.handoverTerms)});
        words = std::max(words, widthOf(band.handoverWord, true));
    }
    if (rest() < needed)
        c.gutter
            = std::max(std::min(c.gutter, shortTerms + gutterFrame * m_em), c.gutter - (needed - rest()));
    if (rest() < needed && c.gutter > 0 && m_rect.height() + 1 >= heightWithNamesInGaps()) {
        m_inGaps = true;
        c.gutter = (besideDiamond + 2 * diamondSize + padding) * m_em;
    }
    // The rate from the top can stand beside the stages in the column of the step rates, which stand between.
    if (rest() < needed && isRoomBetween()) {
        c.overall = 0;
        c.step = stepWidth();
        if (rest() < needed && c.change > 0)
            mergeColumns();
    }
    if (rest() < least && c.overall > 0) {
        c.overall = 0;
        c.step = stepWidth();
    }
    if (rest() < least)
        leaveOutChanges();
    if (rest() < least)
        c.recycle = 0;
    if (rest() < least)
        leaveOutStepChanges();
    // Whether a contract is kept is never said by colour alone; but half a word says less than the diamond.
    if (rest() < needed)
        c.gutter = std::min(c.gutter, words + gutterFrame * m_em);
    if (rest() < std::min(longest, longName * m_em) + narrowestBands * m_em)
        c.gutter = std::min(c.gutter, (besideDiamond + 2 * diamondSize) * m_em);
    c.funnel = std::clamp(rest(), m_em, widestFunnel * m_em);
    c.left = m_rect.left() + std::max(0.0, rest() - c.funnel) / 2;
}

void FunnelPicture::leaveOutChanges()
{
    for (FunnelBand &band : m_funnel.bands)
        band.change = {};
    m_columns.change = 0;
    if (std::exchange(m_merged, false))
        m_columns.step = stepWidth();
}

void FunnelPicture::leaveOutStepChanges()
{
    for (FunnelBand &band : m_funnel.bands)
        band.stepChange = {};
    m_columns.step = stepWidth();
}
