// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.rpc;

import officina.api.error.ErrorKind;
import officina.api.error.Failure;

/**
 * Why a request has no result. The number is what JSON-RPC asks for; the failure, sent as its {@code data}, is what
 * programs and people go by.
 */
public record RpcError(int code, Failure failure) {

    /** The line is not JSON. */
    public static final int PARSE = -32700;

    /** JSON, but no message. */
    public static final int INVALID_REQUEST = -32600;

    public static final int UNKNOWN_METHOD = -32601;

    /** The parameters do not fit the method. */
    public static final int INVALID_PARAMS = -32602;

    /** A defect of the one who was asked. */
    public static final int INTERNAL = -32603;

    /** The method refused, and its failure says why. */
    public static final int REFUSED = -32000;

    /** The error of a failure that a method threw. */
    public static RpcError of(Failure failure) {
        return new RpcError(failure.kind() == ErrorKind.INTERNAL ? INTERNAL : REFUSED, failure);
    }

    public static RpcError unknownMethod() {
        return new RpcError(
                UNKNOWN_METHOD,
                Failure.of(
                        "protocol.unknown-method",
                        ErrorKind.USER,
                        "The other side does not know this method.",
                        "Use the same version of Officina on both sides."));
    }
}
