// Writes the sounds of the messenger into a directory: makesounds resources/sounds
#include "resources/sounds/tones.h"

#include <cstdio>
#include <fstream>

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("usage: swallowtail-make-sounds DIRECTORY\n", stderr);
        return 2;
    }
    for (const Tones::Tune &tune : Tones::tunes()) {
        std::ofstream file(std::string(argv[1]) + '/' + tune.name + ".wav", std::ios::binary);
        file << Tones::wavOf(tune);
        if (!file.flush()) {
            std::fprintf(stderr, "%s could not be written\n", tune.name.c_str());
            return 1;
        }
    }
    return 0;
}
