# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the Officina authors
#
# Runs one command with the engine that listens at the data folder, without starting the platform. Sourced after java.sh
# and learnt.sh. The words are the command's.
. "$here/settings/client.sh"
set -- -Dofficina.version="$version" -Dofficina.platform="$here/settings/platform.sh" \
    ${OFFICINA_JAVA_OPTIONS:-} "$program" "$@"
if [ -r "$learnt.aot" ] && [ -r "$learnt.jar" ]; then
    exec "$java" "@$options" $guard -XX:AOTCache="$learnt.aot" -cp "$learnt.jar" "$@"
fi
plugins_of_client
exec "$java" "@$options" $guard -cp "$path" "$@"
