# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the Officina authors
#
# Finds Java for the start scripts. Needs $here, the product's folder; sets $java, $runtime, its version, and $guard, the
# options that it must not run without. Works without other programs, because a command that attaches takes hardly longer
# than starting some of them.

# A JDK or JRE beside the product, then the usual places, which are those of releng/scripts/lib.sh: who has built with one
# must be able to start with it. That of the PATH comes last, because finding it takes another program.
java=
for candidate in "$here/jre" "${OFFICINA_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/jdk* /opt/java/* \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* path; do
    if [ "$candidate" = path ]; then
        candidate=$(command -v java) && candidate=$(readlink -f "$candidate")
        candidate=${candidate%/bin/java}
    fi
    if [ -n "$candidate" ] && [ -r "$candidate/release" ] && [ -x "$candidate/bin/java" ]; then
        runtime=
        major=
        number=
        while IFS= read -r line; do
            value=${line#*=\"}
            value=${value%\"*}
            case $line in
                JAVA_VERSION=*) major=${value%%[!0-9]*} number=$value runtime=${runtime:-$value} ;;
                JAVA_RUNTIME_VERSION=*) runtime=$value ;;
            esac
        done <"$candidate/release"
        if [ "${major:-0}" -ge 25 ]; then
            java=$candidate/bin/java
            break
        fi
    fi
done
if [ -z "$java" ]; then
    echo "Officina needs Java 25 or newer: please install it and set JAVA_HOME." >&2
    exit 127
fi

# The builds of Java 25 before 25.0.3 have instructions for AES-GCM that are wrong for contents of some lengths (JDK-8371864):
# what is sealed with them is lost. They do without.
guard=
case $number in
    25 | 25.0 | 25.0.[012] | 25.0.[012].*)
        guard='-XX:+UnlockDiagnosticVMOptions -XX:DisableIntrinsic=_galoisCounterMode_AESCrypt'
        ;;
esac

# What is written is for this user alone, also where a library makes the file.
umask 077

# A core file would hold what is decrypted in memory; the virtual machine's own option covers only its own crashes.
ulimit -c 0 2>/dev/null || :

# Names and texts are UTF-8, whatever the caller's locale says.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[.][Uu][Tt][Ff]8 | *[.][Uu][Tt][Ff]-8) ;;
    *) export LC_ALL=C.UTF-8 ;;
esac

cache=${XDG_CACHE_HOME:-$HOME/.cache}/officina
