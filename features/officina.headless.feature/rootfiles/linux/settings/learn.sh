# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the Officina authors
#
# Learns what learnt.sh names, once for each build, beside the command that found nothing learnt. It works with a data
# folder of its own, so that no word of a user can be in what is kept. A try that failed is repeated after an hour.
here=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
. "$here/settings/java.sh"
. "$here/settings/learnt.sh"
. "$here/settings/client.sh"

own=$learnt.learning
mkdir -p "${own%/*}" && chmod 700 "$cache" "${own%/*}"
find "$own" -maxdepth 0 -mmin +60 -exec rm -rf {} + 2>/dev/null
mkdir "$own" || exit 0
echo "a rehearsal" >"$own/passphrase"

# no key ring: what is kept in the user's is theirs, and it might ask for its password
export OFFICINA_JAVA_OPTIONS=-Dofficina.keyring=none
client() { timeout -k 10 300 "$java" "@$options" $guard "$@"; }

# for commands that start the platform
learn_platform() {
    officina_rehearsal=$own/jsa timeout -k 10 300 /bin/sh "$here/settings/platform.sh" \
        --data "$own/data" --passphrase-file "$own/passphrase" &&
        mv "$own/jsa" "$learnt.jsa"
}

# for commands that attach, with an engine that listens
learn_client() {
    timeout -k 10 300 /bin/sh "$here/settings/platform.sh" \
        serve --data "$own/data" --passphrase-file "$own/passphrase" &
    engine=$!
    turns=0
    until [ -S "$own/data/engine.sock" ] || [ -f "$own/data/engine.sock.place" ] || [ "$turns" = 600 ]; do
        turns=$((turns + 1))
        sleep 0.2
    done
    plugins_of_client
    client -cp "$path" officina.cli.ClientJar "$own/jar" &&
        mv "$own/jar" "$learnt.jar" &&
        client -XX:AOTCacheOutput="$own/aot" -cp "$learnt.jar" -Dofficina.rehearsal=true "$program" --data "$own/data" &&
        mv "$own/aot" "$learnt.aot"
    learned=$?
    kill "$engine"
    wait "$engine"
    return "$learned"
}

if learn_platform && learn_client; then
    # of other builds and of other Javas, when nobody has learnt anew for a week
    find "${own%/*}" -mindepth 1 -maxdepth 1 -mtime +7 ! -name "${learnt##*/}.*" -exec rm -rf {} +
    rm -rf "$own"
else
    rm -rf "$own"/*
fi
