# Fails if PROGRAM needs, directly or through a library, anything that draws windows.
file(GET_RUNTIME_DEPENDENCIES
    EXECUTABLES "${PROGRAM}"
    RESOLVED_DEPENDENCIES_VAR resolved
    UNRESOLVED_DEPENDENCIES_VAR unresolved)
if(NOT "${resolved}" MATCHES "Qt6Core")
    message(FATAL_ERROR "${PROGRAM} is not linked to Qt6Core: this check looks at the wrong thing")
endif()
foreach(library IN LISTS resolved unresolved)
    if(library MATCHES "Qt6(Gui|Widgets|Svg|OpenGL|PrintSupport)|libX11|libxcb|libwayland|libGL\\.")
        message(SEND_ERROR "${PROGRAM} is linked to ${library}")
    endif()
endforeach()
