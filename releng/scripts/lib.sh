# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the Officina authors
#
# Shell functions shared by ./officina, ./verify and releng/scripts. Source it; it needs $root.

java_needed=25
maven_version=3.9.16
maven_sha256=5af3b743dd8b876b5c45da33b676251e5f1687712644abb4ee519ca56e1d89ce
tools=$root/.officina

say() { printf '%s\n' "$*" >&2; }
die() {
    say "$*"
    exit 1
}

# Names of files are UTF-8, whatever the caller's locale says.
case $(locale charmap 2>/dev/null) in
    UTF-8) ;;
    *) export LC_ALL=C.UTF-8 ;;
esac

# --- system packages -------------------------------------------------------

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        sudo -n "$@"
    else
        return 1
    fi
}

# install_packages WHAT-FOR PACKAGE...: installs with apt where that is allowed, else says the exact line and stops.
install_packages() {
    what_for=$1
    shift
    if command -v apt-get >/dev/null 2>&1; then
        if as_root true 2>/dev/null; then
            say "Installing for $what_for: $*"
            [ -n "${officina_apt_updated:-}" ] || as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update >&2 || true
            officina_apt_updated=1
            as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install "$@" >/dev/null ||
                die "Could not install what is needed for $what_for. Please run: sudo apt-get install $*"
            return 0
        fi
        die "Missing for $what_for. Please run: sudo apt-get install $*"
    fi
    die "Missing for $what_for. Please install what your system calls: $*"
}

has_library() {
    # grep reads to the end: stopped early it would make the whole line fail
    { ldconfig -p 2>/dev/null || /sbin/ldconfig -p; } | grep -F "$1" >/dev/null
}

# --- Java ------------------------------------------------------------------

# What Java says of itself: nothing where it does not run, so that the search goes on.
java_properties() { "$1" -XshowSettings:properties -version 2>&1 || true; }

java_places=(/usr/lib/jvm/* /opt/jdk* /opt/java/* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/*
    /Library/Java/JavaVirtualMachines/*/Contents/Home)

# Sets and exports JAVA_HOME to a JDK that is new enough, or stops with one sentence; sets $java_user_home, what is home to
# Java, which asks the account and not $HOME.
find_java() {
    path_java=$(command -v javac 2>/dev/null || true)
    if [ -n "$path_java" ]; then path_java=$(dirname "$(dirname "$(readlink -f "$path_java")")"); fi
    for candidate in "${OFFICINA_JAVA_HOME:-}" "${JAVA_HOME:-}" "$path_java" "${java_places[@]}"; do
        if [ -n "$candidate" ] && [ -x "$candidate/bin/javac" ]; then
            properties=$(java_properties "$candidate/bin/java")
            major=$(sed -n 's/^ *java\.specification\.version = \([0-9]*\).*/\1/p' <<<"$properties")
            if [ "${major:-0}" -ge $java_needed ]; then
                JAVA_HOME=$candidate
                java_user_home=$(sed -n 's/^ *user\.home = //p' <<<"$properties")
                export JAVA_HOME
                return 0
            fi
        fi
    done
    die "Officina needs a JDK $java_needed or newer: please install one (Debian: temurin-$java_needed-jdk or openjdk-$java_needed-jdk) and set JAVA_HOME."
}

# --- Maven -----------------------------------------------------------------

maven_is_new_enough() {
    found=$("$1" -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)
    [ -n "$found" ] && [ "$(printf '%s\n3.9.9\n' "$found" | sort -V | head -n 1)" = 3.9.9 ] && [ "${found%%.*}" = 3 ]
}

# The packages without which find_maven could not find or fetch Maven; after find_java. What a package brings may be older.
missing_for_build() {
    if [ -x "$tools/apache-maven-$maven_version/bin/mvn" ]; then return 0; fi
    if ! command -v mvn >/dev/null 2>&1; then
        echo maven
    elif maven_is_new_enough "$(command -v mvn)"; then
        return 0
    fi
    command -v unzip >/dev/null 2>&1 || echo unzip
}

# Sets $mvn. An older mvn is good enough to fetch the pinned one by its coordinates.
find_maven() {
    # Maven's own libraries still use what JDK 24 and newer warn of
    MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow"
    export MAVEN_OPTS
    pinned=$tools/apache-maven-$maven_version/bin/mvn
    if [ -x "$pinned" ]; then
        mvn=$pinned
        return 0
    fi
    if ! command -v mvn >/dev/null 2>&1; then install_packages "the build" maven; fi
    mvn=$(command -v mvn)
    if maven_is_new_enough "$mvn"; then return 0; fi
    command -v unzip >/dev/null 2>&1 || install_packages "unpacking Maven" unzip
    say "Fetching Maven $maven_version"
    mkdir -p "$tools"
    download=$(mktemp -d "$tools/maven.XXXXXX")
    # in that folder, so that this project's own .mvn settings do not apply to the old Maven
    (cd "$download" && mkdir .mvn && MAVEN_OPTS='' "$mvn" -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
        -Dartifact=org.apache.maven:apache-maven:$maven_version:zip:bin -DoutputDirectory="$download" >maven.log 2>&1) ||
        { cat "$download/maven.log" >&2; rm -rf "$download"; die "Could not fetch Maven $maven_version; a Maven 3.9.9 or newer on the PATH will do as well."; }
    zip=$download/apache-maven-$maven_version-bin.zip
    printf '%s  %s\n' "$maven_sha256" "$zip" | sha256sum -c --status ||
        { rm -rf "$download"; die "The Maven that arrived is not the one that was asked for (SHA-256 differs)."; }
    (cd "$download" && unzip -q "$zip")
    mv "$download/apache-maven-$maven_version" "$tools/" 2>/dev/null || true
    rm -rf "$download"
    mvn=$pinned
}

# local_repository_of SETTINGS: what stands there outside of comments
local_repository_of() {
    [ -r "$1" ] || return 0
    tr '\n' ' ' <"$1" | sed 's/<!--/\n&/g; s/-->/&\n/g' | sed '/^<!--/d' | tr -d '\n' |
        sed -n 's/.*<localRepository>[[:space:]]*\([^<]*[^<[:space:]]\)[[:space:]]*<.*/\1/p'
}

# The local Maven repository that Maven itself would use, found by its rules but without starting it: after find_java.
local_repository() {
    repository=${OFFICINA_M2:-}
    user_home=$java_user_home
    for word in ${MAVEN_OPTS:-} $(cat "$root/.mvn/maven.config" 2>/dev/null || true) ${MAVEN_ARGS:-}; do
        case $word in
            -Duser.home=*) user_home=${word#*=} ;;
            -Dmaven.repo.local=*) repository=${OFFICINA_M2:-${word#*=}} ;;
        esac
    done
    maven=${mvn:-$tools/apache-maven-$maven_version/bin/mvn}
    [ -x "$maven" ] || maven=$(command -v mvn || echo "$maven")
    maven=$(dirname "$(dirname "$(readlink -m "$maven")")")
    for settings in "$user_home/.m2/settings.xml" "$maven/conf/settings.xml"; do
        [ -n "$repository" ] || repository=$(local_repository_of "$settings")
    done
    repository=${repository//'${user.home}'/"$user_home"}
    while [[ $repository =~ \$\{env\.([A-Za-z0-9_]+)\} ]]; do
        name_of_variable=${BASH_REMATCH[1]}
        repository=${repository//"${BASH_REMATCH[0]}"/"${!name_of_variable:-}"}
    done
    printf '%s\n' "${repository:-$user_home/.m2/repository}"
}

# --- the build -------------------------------------------------------------

can_install() { command -v apt-get >/dev/null 2>&1 && as_root true 2>/dev/null; }

# What a product is made of. Tests are not.
product_sources() {
    (cd "$root" && find pom.xml .mvn target-platform bundles features releng plugins-sdk \
        \( -name target -o -name bin -o -name src_test -o -name scripts -o -name quality -o -name tools \) -prune \
        -o -type f -print "$@" | LC_ALL=C sort)
}

stamp=$tools/built
# built_from_these_sources FILE...: are these products there, and made from the sources as they are now?
built_from_these_sources() {
    for file in "$@"; do [ -x "$file" ] || return 1; done
    [ -e "$stamp" ] && [ "$(cat "$stamp")" = "$(product_sources | cksum)" ] &&
        [ -z "$(cd "$root" && find pom.xml .mvn target-platform bundles features releng plugins-sdk \
            \( -name target -o -name bin -o -name src_test -o -name scripts -o -name quality -o -name tools \) -prune \
            -o -type f -newer "$stamp" -print | head -n 1)" ]
}

mark_as_built() {
    mkdir -p "$tools"
    product_sources | cksum >"$stamp.new"
    touch -r "$1" "$stamp.new"
    mv "$stamp.new" "$stamp"
}

# no_test_hung LOG: failures of tests are counted from their reports, and the build ignores them; with them it ignores
# that Surefire ended a process which hung, and that one has no report. Tycho's runner fails by itself.
no_test_hung() {
    if grep -q -F 'There was a timeout in the fork' "$1"; then
        say "A test process hung and was ended."
        return 1
    fi
}

# One build at a time in this folder.
lock_build() {
    mkdir -p "$tools"
    if command -v flock >/dev/null 2>&1; then
        exec 8>"$tools/build.lock"
        flock -n 8 || { say "Waiting for another build to end"; flock 8; }
    fi
}

# Both products for this system, without tests; the test kits because bundles name them for their tests, which Maven's
# -am does not see.
build_products() {
    lock_build
    if built_from_these_sources "$headless" "$workbench"; then return 0; fi
    say "Building Officina (the first time takes some minutes)"
    : >"$tools/build.started"
    if ! (cd "$root" && "$mvn" clean verify -DskipTests \
        -pl :officina.headless.product,:officina.workbench.product,:officina.catalog.feature,:officina.testkit,:officina.testkit.ui -am) >"$tools/build.log" 2>&1; then
        grep -E '^\[ERROR\]' "$tools/build.log" | head -n 40 >&2
        die "The build failed; all of it: $tools/build.log"
    fi
    mark_as_built "$tools/build.started"
    exec 8>&-
}
