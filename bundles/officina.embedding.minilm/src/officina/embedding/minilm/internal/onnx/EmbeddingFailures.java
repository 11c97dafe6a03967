// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.embedding.minilm.internal.onnx;

import java.nio.file.Path;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.base.DurableFiles;
import org.jspecify.annotations.Nullable;

/** Every failure of local embeddings. */
public final class EmbeddingFailures {

    /** Room for the libraries of any system, in bytes. */
    private static final long ROOM = 64L << 20;

    private EmbeddingFailures() {}

    /** There is no library for this system in the product. */
    public static FailureException unsupported(String system) {
        return failure(
                "embedding.unsupported",
                "Texts cannot be compared by meaning on this system (" + system
                        + "): the product has no library for it. Search finds words, and everything else works.",
                null,
                null);
    }

    /** There is one, and the system refuses it. */
    public static FailureException refused(Path library, Throwable cause) {
        return failure(
                "embedding.native-library",
                "Texts cannot be compared by meaning: the system refuses to load " + library
                        + ". Search finds words, and everything else works.",
                "If the data folder lies on a disk from which nothing may be executed (mount option noexec), move it. On an"
                        + " old system a newer C library may be needed.",
                cause);
    }

    /** It could not be put where it can be loaded from. */
    public static FailureException notUnpacked(Path folder, Throwable cause) {
        return DurableFiles.lacksRoom(folder, ROOM)
                ? failure(
                        "embedding.no-room",
                        "Texts cannot be compared by meaning: there is no room in the data folder for the library that"
                                + " does it, which has about 30 MB.",
                        "Make room; it is tried again when it is next needed.",
                        cause)
                : failure(
                        "embedding.io",
                        "Texts cannot be compared by meaning: the library that does it could not be written into the"
                                + " data folder.",
                        "Check the disk of the data folder; it is tried again when it is next needed.",
                        cause);
    }

    /** The model itself does not work. */
    public static FailureException broken(@Nullable Throwable cause) {
        return failure(
                "embedding.model",
                "The model that compares texts by meaning does not work. Search finds words, and everything else works.",
                "Install Officina anew: its files may be damaged.",
                cause);
    }

    /** Nobody is to use it any more. */
    public static FailureException closed() {
        return failure("embedding.closed", "The data folder was being closed while texts were compared.", null, null);
    }

    private static FailureException failure(
            String code, String message, @Nullable String remedy, @Nullable Throwable cause) {
        return new FailureException(Failure.of(code, ErrorKind.RESOURCE, message, remedy), cause);
    }
}
