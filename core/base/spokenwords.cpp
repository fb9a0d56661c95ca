#include "core/base/spokenwords.h"

#include <array>

namespace Msn {

namespace {

// clang-format off
constexpr std::array<const char *, 256> words{
    "acorn", "actor", "album", "alley", "amber", "angle", "apple", "apron",
    "arrow", "aspen", "atlas", "attic", "award", "bacon", "badge", "baker",
    "bamboo", "banjo", "barley", "basil", "basket", "beach", "beetle", "bench",
    "berry", "birch", "bishop", "bison", "blanket", "blossom", "board", "bonfire",
    "boot", "bottle", "bramble", "branch", "bread", "brick", "bridge", "brook",
    "brush", "bubble", "bucket", "butter", "button", "cabin", "cactus", "camel",
    "candle", "canoe", "canvas", "captain", "carpet", "carrot", "castle", "cedar",
    "cello", "chalk", "cherry", "chess", "chimney", "cider", "circle", "clay",
    "cliff", "clock", "clover", "cobalt", "coconut", "comet", "copper", "coral",
    "cotton", "crab", "crayon", "cricket", "crown", "crystal", "curtain", "cushion",
    "daisy", "dancer", "desert", "diamond", "dolphin", "donkey", "dragon", "drum",
    "eagle", "echo", "elbow", "elder", "engine", "evening", "falcon", "farmer",
    "feather", "fern", "fiddle", "finger", "flag", "flame", "flour", "flute",
    "forest", "fountain", "fox", "frost", "galaxy", "garden", "garlic", "ghost",
    "ginger", "giraffe", "glacier", "globe", "glove", "goblet", "grape", "gravel",
    "guitar", "hammer", "harbour", "hazel", "helmet", "hermit", "heron", "hockey",
    "honey", "horizon", "hotel", "hunter", "igloo", "indigo", "iris", "island",
    "ivory", "jacket", "jaguar", "jelly", "jewel", "jigsaw", "jungle", "juniper",
    "kettle", "kitchen", "kite", "koala", "ladder", "lagoon", "lantern", "lemon",
    "leopard", "lettuce", "lily", "lion", "lizard", "lobster", "locket", "lotus",
    "magnet", "mango", "maple", "marble", "meadow", "melon", "mirror", "mitten",
    "monkey", "moon", "mountain", "muffin", "museum", "mustard", "napkin", "nectar",
    "needle", "nickel", "noodle", "nutmeg", "oasis", "ocean", "olive", "onion",
    "opera", "orange", "orchid", "otter", "oyster", "paddle", "palace", "panda",
    "parrot", "peach", "peanut", "pebble", "pencil", "pepper", "piano", "pigeon",
    "pillow", "pilot", "pirate", "planet", "plum", "pocket", "poem", "polar",
    "poppy", "potato", "puffin", "pumpkin", "puppet", "puzzle", "quail", "quartz",
    "queen", "quill", "rabbit", "radish", "raven", "ribbon", "river", "robin",
    "rocket", "rope", "ruby", "saddle", "salmon", "sandal", "satin", "school",
    "shadow", "shell", "silver", "skate", "slipper", "snow", "spider", "spoon",
    "squirrel", "stable", "statue", "storm", "sugar", "summer", "swan", "table",
    "tailor", "teapot", "temple", "thunder", "tiger", "tomato", "trumpet", "tulip",
};
// clang-format on

} // namespace

std::span<const char *const> spokenWords()
{
    return words;
}

} // namespace Msn
