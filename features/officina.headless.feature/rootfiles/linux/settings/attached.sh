# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the Officina authors
#
# Runs one command with the engine that listens at the data folder, without starting the platform. Sourced; needs $here
# and $data. The words are the command's.
. "$here/settings/java.sh"

plugin() {
    for jar in "$here/plugins/$1"_*.jar; do
        path=${path:+$path:}$jar
    done
}
path=
for name in officina.cli officina.base officina.api officina.protocol officina.core.run officina.core.settings \
    officina.vault officina.engine officina.engine.wire officina.engine.remote \
    picocli slf4j.api com.fasterxml.jackson.core.jackson-core org.pcollections; do
    plugin "$name"
done
version=${path%%.jar:*}
version=${version##*_}

# What the virtual machine has learnt about these classes is kept per user, place and build. It holds no user data and
# may be deleted.
place=
rest=${here#/}
while [ -n "$rest" ]; do
    place=$place-${rest%%/*}
    case $rest in
        */*) rest=${rest#*/} ;;
        *) rest= ;;
    esac
done
[ "${#place}" -lt 200 ] || place=-$(printf %s "$here" | cksum | tr ' ' '-')
state=$cache/client$place
kept=$state/$version-$runtime

options=@$here/settings/attached.options
program=officina.cli.AttachedCommandLine
set -- -Dofficina.version="$version" -Dofficina.platform="$here/settings/platform.sh" \
    ${OFFICINA_JAVA_OPTIONS:-} "$program" "$@"
if [ -r "$kept.aot" ] && [ -r "$kept.jar" ]; then
    exec "$java" "$options" -XX:AOTCache="$kept.aot" -cp "$kept.jar" "$@"
fi

# The first time another process learns, beside the command, what the next ones will need.
learn() {
    rm -f "$kept".new.*
    "$java" "$options" -cp "$path" officina.cli.ClientJar "$kept.new.jar" &&
        mv "$kept.new.jar" "$kept.jar" &&
        "$java" "$options" -XX:AOTCacheOutput="$kept.new.aot" -cp "$kept.jar" \
            -Dofficina.rehearsal=true "$program" --data "$data" &&
        mv "$kept.new.aot" "$kept.aot" &&
        for other in "$state"/*; do
            case $other in
                "$kept".*) ;;
                *) rm -rf "$other" ;;
            esac
        done
}
if [ -S "$data/engine.sock" ] && mkdir -p "$state" 2>/dev/null && chmod 700 "$cache" "$state"; then
    beside "$kept" learn
fi
exec "$java" "$options" -cp "$path" "$@"
