# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the Officina authors
#
# A private screen, window manager, message bus and key ring for tests. Source it after lib.sh.

# needs_for_tests PACKAGE...: these are missing as well
needs_for_tests() {
    missing=$*
    command -v Xvfb >/dev/null 2>&1 || missing="$missing xvfb"
    command -v openbox >/dev/null 2>&1 || missing="$missing openbox"
    command -v dbus-run-session >/dev/null 2>&1 || missing="$missing dbus"
    command -v gnome-keyring-daemon >/dev/null 2>&1 || missing="$missing gnome-keyring"
    command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list | head -n 1)" ] || missing="$missing fontconfig fonts-dejavu-core"
    has_library libgtk-3.so.0 || missing="$missing libgtk-3-0"
    has_library libsecret-1.so.0 || missing="$missing libsecret-1-0"
    if [ -n "$missing" ]; then
        command -v bwrap >/dev/null 2>&1 || missing="$missing bubblewrap"
        # shellcheck disable=SC2086
        install_packages "the tests" $missing
    fi
    # in a shell of its own, because it stops where it cannot: those tests are skipped then
    command -v bwrap >/dev/null 2>&1 || (install_packages "the tests of the sandbox" bubblewrap) ||
        say "Without bubblewrap some tests of the sandbox are skipped."
}

# in_private_session LOG-FOLDER COMMAND...: nothing of the caller's desktop, home settings or key ring is touched
in_private_session() (
    logs_of_session=$1
    shift
    # what stays behind must not hold the build's lock
    exec 8>&-
    session=$(mktemp -d "${TMPDIR:-/tmp}/officina-session.XXXXXX")
    Xvfb -displayfd 3 -screen 0 1400x1000x24 -nolisten tcp >"$logs_of_session/xvfb.log" 2>&1 3>"$session/display" &
    xvfb=$!
    trap 'kill $xvfb 2>/dev/null; wait $xvfb 2>/dev/null; rm -rf "$session"' EXIT
    waited=0
    while [ ! -s "$session/display" ]; do
        kill -0 $xvfb 2>/dev/null || die "The private screen did not start: $logs_of_session/xvfb.log"
        [ $((waited += 1)) -lt 100 ] || die "The private screen did not start in time."
        sleep 0.1
    done
    DISPLAY=:$(head -n 1 "$session/display")
    export DISPLAY
    unset WAYLAND_DISPLAY
    mkdir -m 700 "$session/run"
    # GDK_BACKEND: never a Wayland session that happens to be there; GTK_A11Y, NO_AT_BRIDGE: no helper processes
    env GDK_BACKEND=x11 NO_AT_BRIDGE=1 XDG_RUNTIME_DIR="$session/run" OFFICINA_SESSION="$session" \
        dbus-run-session -- sh -c '
            HOME=$OFFICINA_SESSION openbox --sm-disable >"$0/openbox.log" 2>&1 &
            openbox=$!
            printf officina | HOME=$OFFICINA_SESSION XDG_DATA_HOME=$OFFICINA_SESSION/share \
                gnome-keyring-daemon --unlock --components=secrets >"$0/keyring.log" 2>&1 || true
            "$@"
            code=$?
            kill $openbox 2>/dev/null
            exit $code
        ' "$logs_of_session" "$@"
)
