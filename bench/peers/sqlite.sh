# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the Officina authors
#
# Fetches SQLite, with SQLCipher in it, as a Java library where it is not there, and sets $sqlite to its jar. Needs $root
# and lib.sh.
peers=$root/.officina/bench
mkdir -p "$peers"
if [ -z "$(find "$peers" -name 'sqlite-jdbc-*.jar')" ]; then
    find_maven
    (cd "$peers" && "$mvn" -q org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy \
        -Dartifact=io.github.willena:sqlite-jdbc:3.40.1.0 -DoutputDirectory="$peers")
fi
sqlite=$(find "$peers" -name 'sqlite-jdbc-*.jar' | head -n 1)
