# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the Officina authors
#
# What a command that attaches is: Java's $options, the $program, and its class $path. Source it; it needs $here.
options=$here/settings/attached.options
program=officina.cli.AttachedCommandLine

plugins_of_client() {
    path=
    for name in officina.cli officina.base officina.api officina.protocol officina.core.run officina.core.settings \
        officina.vault officina.engine officina.engine.wire officina.engine.remote \
        picocli slf4j.api com.fasterxml.jackson.core.jackson-core org.pcollections; do
        for jar in "$here/plugins/$name"_*.jar; do
            path=${path:+$path:}$jar
        done
    done
}
