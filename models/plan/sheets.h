#pragma once

#include "models/worksheet/sheet.h"

// The pages and worksheets of this tab, described once.
TabDescription planTab();
