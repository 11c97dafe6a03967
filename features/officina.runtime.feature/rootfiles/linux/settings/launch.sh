# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the Officina authors
#
# What the start scripts share. Needs $here, the product's folder, and $product, a short name.

. "$here/settings/java.sh"

# The product's folder may be read-only and several processes may start from it: what the platform works out at a start
# is kept per user and per build. It holds no user data and may be deleted.
build=$(cksum <"$here/artifacts.xml" | tr ' ' '-')-$(printf %s "$here" | cksum | tr ' ' '-')
state=$cache/$product-$build
if [ ! -d "$state" ]; then
    # leftovers of earlier builds of this product
    find "$cache" -maxdepth 1 -name "$product-*" -mtime +7 -exec rm -rf {} + 2>/dev/null
    mkdir -p "$state"
    chmod 700 "$cache" "$state"
fi

# Of AWT only the arithmetic of images is used: without this it would want libraries of X that need not be there.
# A virtual thread that writes into a file or a full pipe keeps its carrier: with one for each processor, as is usual,
# two of them would stop a small machine's engine. No reflection through native code for the same reason.
# Nothing of a user's data may be left in a crash file, a heap dump, a core file or the performance counters in /tmp.
set -- $guard \
    -Xmx1g \
    -XX:-UsePerfData -XX:ErrorFile=/dev/null -XX:-CreateCoredumpOnCrash -XX:-HeapDumpOnOutOfMemoryError \
    '-Xlog:cds*=off' '-Xlog:aot*=off' \
    --enable-native-access=ALL-UNNAMED \
    -Dstdin.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
    -Djava.awt.headless=true \
    -Djdk.virtualThreadScheduler.parallelism=8 \
    -Djava.util.logging.config.file="$here/settings/logging.properties" \
    -Declipse.log.enabled=false \
    -Dosgi.configuration.area="$state/configuration" \
    -Dosgi.sharedConfiguration.area="file:$here/configuration" \
    -Dosgi.configuration.cascaded=true \
    "$@"
