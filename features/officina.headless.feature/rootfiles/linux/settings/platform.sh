# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the Officina authors
#
# Starts the platform for one command, with an engine of this process where the command needs one. The words are the
# command's. Extra options for Java: OFFICINA_JAVA_OPTIONS.
here=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
product=headless

# a command is over before the second compiler would pay: it takes nearly half of the processor's time
compilers=-XX:TieredStopAtLevel=1
[ "${1:-}" != serve ] || compilers=-XX:+TieredCompilation

# each argument gets a mark, or the platform would take words such as -data for its own
count=$#
while [ "$count" -gt 0 ]; do
    word=$1
    shift
    set -- "$@" "=$word"
    count=$((count - 1))
done
set -- -Dosgi.instance.area=@none -Dosgi.user.area=@none ${OFFICINA_JAVA_OPTIONS:-} -jar "$here"/plugins/org.eclipse.equinox.launcher_*.jar "$@"
. "$here/settings/launch.sh"

. "$here/settings/learnt.sh"
if [ -n "${officina_rehearsal:-}" ]; then
    set -- -Dofficina.rehearsal=true -XX:ArchiveClassesAtExit="$officina_rehearsal" "$@"
elif [ -r "$learnt.jsa" ]; then
    set -- -XX:SharedArchiveFile="$learnt.jsa" "$@"
fi
exec "$java" -XX:+UseSerialGC $compilers "$@"
