#pragma once

#include "widgets/shell/theme.h"

#include <QIcon>

// One of the program's own icons (resources/icons/<name>.svg, drawn in currentColor), painted in a colour of
// the theme in use at the time of painting.
QIcon themedIcon(const QString &name, Theme::Role role = Theme::Role::Ink);
