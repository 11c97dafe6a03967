// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.internal.json;

import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;

/**
 * The one failure of this bundle, {@code protocol.malformed}. Its texts name places and members, never what stands
 * there: that may be the user's data. For the same reason the library's exceptions are not kept as causes.
 */
public final class Malformed {

    /** The code in every failure of this bundle. */
    public static final String CODE = "protocol.malformed";

    private Malformed() {}

    /** The reason completes "because ...": {@code it ends too early}. */
    public static FailureException text(String reason) {
        return exception("This cannot be read as JSON: " + reason + ".", "Send one complete JSON value in UTF-8.");
    }

    /** A value that has no wire form within the limits. */
    public static FailureException unwritable(String reason) {
        return exception(
                "This cannot be written as JSON: " + reason + ".", "Keep large content in a file and refer to it.");
    }

    /** Well-formed JSON in which a member is missing or is not what it has to be. */
    public static FailureException member(String name, String form) {
        return exception("Member \"" + name + "\" must be " + form + ".", "Compare with the reference of the events.");
    }

    /** Well-formed JSON that breaks another rule. */
    public static FailureException content(String reason) {
        return exception(reason + ".", "Compare with the reference of the events.");
    }

    private static FailureException exception(String message, String remedy) {
        return new FailureException(Failure.of(CODE, ErrorKind.USER, message, remedy));
    }
}
