# What every target shares: the language, the warnings, the strict Qt definitions.
# Targets get it by linking Swallowtail::Common.

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network Sql)
if(BUILD_UI)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Gui Widgets Svg DBus)
endif()
if(BUILD_TESTING)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
endif()
qt_standard_project_setup()
set(CMAKE_AUTOUIC OFF) # there are no .ui files

set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Without this ccache gives up on everything that uses precompiled headers.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros "${CCACHE_PROGRAM}")
endif()

add_library(swallowtail_common INTERFACE)
add_library(Swallowtail::Common ALIAS swallowtail_common)
target_compile_features(swallowtail_common INTERFACE cxx_std_20)
target_include_directories(swallowtail_common INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(swallowtail_common INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_CONTEXTLESS_CONNECT
    QT_NO_FOREACH
    QT_NO_KEYWORDS
    QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(swallowtail_common INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast
    -Wcast-qual -Woverloaded-virtual -Wextra-semi -Wformat=2 -Wundef)
# At link time gcc 12 takes the growing of Qt 6.4's QHash for an allocation without bound.
target_link_options(swallowtail_common INTERFACE "$<$<CXX_COMPILER_ID:GNU>:-Wno-alloc-size-larger-than>")
if(WARNINGS_AS_ERRORS)
    target_compile_options(swallowtail_common INTERFACE -Werror)
endif()
target_link_libraries(swallowtail_common INTERFACE Qt6::Core)

set(SANITIZE "" CACHE STRING "Sanitizers to build with, as the compiler takes them: address,undefined or thread")
if(SANITIZE)
    target_compile_options(swallowtail_common INTERFACE -fsanitize=${SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(swallowtail_common INTERFACE -fsanitize=${SANITIZE})
endif()
if(BUILD_FUZZ)
    # Everything tells the fuzzer where it has been; only the targets have its main().
    target_compile_options(swallowtail_common INTERFACE -fsanitize=fuzzer-no-link)
endif()

include(PrecompiledHeaders)

# One layer of the house: a static library named msn_<layer>, alias Msn::<Alias>.
# add_layer(<layer> <Alias> SOURCES ... LINKS ...)
function(add_layer layer alias)
    cmake_parse_arguments(LAYER "" "" "SOURCES;LINKS" ${ARGN})
    qt_add_library(msn_${layer} STATIC ${LAYER_SOURCES})
    add_library(Msn::${alias} ALIAS msn_${layer})
    target_link_libraries(msn_${layer} PUBLIC Swallowtail::Common ${LAYER_LINKS})
    use_precompiled_headers(msn_${layer} core)
endfunction()
