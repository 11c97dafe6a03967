# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the Officina authors
#
# Where the start scripts keep what the virtual machine has learnt about the classes of this build: $learnt.jsa for
# commands that start the platform, $learnt.jar and $learnt.aot for those that attach. Kept per user, place, build and
# Java. It holds no user data and may be deleted. Source it after java.sh; it sets $version as well.

for jar in "$here"/plugins/officina.cli_*.jar; do version=${jar%.jar}; done
version=${version##*_}

learnt=
rest=${here#/}
while [ -n "$rest" ]; do
    learnt=$learnt-${rest%%/*}
    case $rest in
        */*) rest=${rest#*/} ;;
        *) rest= ;;
    esac
done
[ "${#learnt}" -lt 200 ] || learnt=-$(printf %s "$here" | cksum | tr ' ' '-')
learnt=$cache/learnt$learnt/$version-$runtime
