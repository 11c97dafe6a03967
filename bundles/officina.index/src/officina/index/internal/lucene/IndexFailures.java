// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index.internal.lucene;

import java.nio.file.Path;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.base.DurableFiles;
import org.jspecify.annotations.Nullable;

/** Every failure of the index. */
final class IndexFailures {

    /** Below this, in bytes, an error of writing is a lack of space. */
    private static final long SPACE = 4L << 20;

    private IndexFailures() {}

    /** It was read or written in vain. */
    static FailureException io(Path folder, Throwable cause) {
        return DurableFiles.lacksRoom(folder, SPACE)
                ? failure(
                        "index.full",
                        "There is no space left on the disk that holds the data folder, so that what was found could not"
                                + " be kept. Nothing is lost: your documents are where they were.",
                        "Make room; indexing goes on from where it was.",
                        cause)
                : failure(
                        "index.io",
                        "The files of the index could not be read or written. Nothing is lost: your documents are where"
                                + " they were.",
                        "Check the disk that holds the data folder and try again.",
                        cause);
    }

    /** What was read is not what was written. */
    static FailureException damaged(Throwable cause) {
        return failure(
                "index.damaged",
                "The index was damaged and begins anew. Nothing is lost: it is made of your documents.",
                "Wait until your documents are indexed again, and search again.",
                cause);
    }

    /** Nobody is to use it any more. */
    static FailureException closed() {
        return failure("index.closed", "The data folder is being closed.", null, null);
    }

    private static FailureException failure(
            String code, String message, @Nullable String remedy, @Nullable Throwable cause) {
        return new FailureException(Failure.of(code, ErrorKind.RESOURCE, message, remedy), cause);
    }
}
