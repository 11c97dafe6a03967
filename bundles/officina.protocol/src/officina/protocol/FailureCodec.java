// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol;

import officina.api.error.Failure;
import officina.api.json.JsonObject;
import officina.protocol.internal.map.Constants;
import officina.protocol.internal.map.In;
import officina.protocol.internal.map.Out;

/** Failures. Reading what does not fit throws {@code protocol.malformed}. */
public final class FailureCodec {

    private FailureCodec() {}

    public static JsonObject write(Failure failure) {
        return new Out()
                .text("code", failure.code())
                .constant("kind", Constants.ERROR_KIND, failure.kind())
                .text("message", failure.message())
                .text("remedy", failure.remedy())
                .flag("retryable", failure.retryable())
                .duration("retryAfter", failure.retryAfter())
                .object();
    }

    public static Failure read(JsonObject json) {
        In in = new In(json);
        return In.checked(
                "the failure",
                () -> new Failure(
                        in.text("code"),
                        in.constant("kind", Constants.ERROR_KIND),
                        in.text("message"),
                        in.textOrNull("remedy"),
                        in.flagOrFalse("retryable"),
                        in.has("retryAfter") ? in.duration("retryAfter") : null));
    }
}
