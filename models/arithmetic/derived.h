#pragma once

#include "models/arithmetic/rational.h"

#include <QString>

// A figure that was worked out, or the reason why it cannot be.
struct Derived
{
    std::optional<Rational> value;
    QString problem = {}; // "Cannot be worked out: …"; empty where there is a value

    static Derived because(const QString &reason) { return {{}, reason}; }
};
