#include "tests/fuzz/targets.h"

#include <cstdio>
#include <cstdlib>

// The entrance of libFuzzer; FUZZED is one of the functions of targets.h.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray file(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QString wrong = FUZZED(file);
    if (!wrong.isEmpty()) {
        std::fprintf(stderr, "CONTRADICTION: %s\n", qUtf8Printable(wrong));
        std::abort();
    }
    return 0;
}
