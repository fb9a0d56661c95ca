// Gives the targets of PrecompiledHeaders.cmake something to compile.
