#pragma once

#include <QStringView>

// The month that a word names, short or long, in the languages that are recognised; 0 where it is none.
int monthOf(QStringView word);
