// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.base;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much a thread yields to others. */
final class Niceness {

    private static final Logger log = LoggerFactory.getLogger(Niceness.class);
    private static final String LIBRARY = "libc.so.6";

    /** Weighs about a tenth of what others weigh. */
    private static final int VALUE = 10;

    /** {@code PRIO_PROCESS}, which in Linux means one thread; and the one that calls. */
    private static final int OF_THREAD = 0;

    private static final int THIS = 0;

    private Niceness() {}

    /** Has the calling platform thread yield to others from now on; nobody can take that back. */
    static void lower() {
        Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
        if (System.getProperty("os.name").equals("Linux")) {
            try {
                if (value() < VALUE) {
                    new NativeLibrary(LIBRARY).number("setpriority", OF_THREAD, THIS, VALUE);
                }
            } catch (IllegalArgumentException | NativeLibrary.CallFailedException e) {
                log.debug("this system has no priorities of threads");
            }
        }
    }

    /** That of the calling platform thread, in Linux. */
    static int value() {
        return new NativeLibrary(LIBRARY).number("getpriority", OF_THREAD, THIS);
    }
}
