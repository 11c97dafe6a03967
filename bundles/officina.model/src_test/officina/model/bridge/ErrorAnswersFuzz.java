// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.model.bridge;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import officina.api.error.FailureException;
import officina.api.host.HttpAnswer;
import officina.api.host.ServerEvent;
import officina.api.id.PluginId;
import officina.api.provider.ModelPatience;
import officina.api.provider.ProviderAccount;

/** Any status, header and body as a server's refusal: a failure of providers. Run by {@code releng/scripts/fuzz}. */
public final class ErrorAnswersFuzz {

    private static final ProviderAccount ACCOUNT = new ProviderAccount(
            "home",
            new PluginId("provider.openai"),
            URI.create("http://localhost:1/v1"),
            null,
            null,
            ModelPatience.STANDARD,
            null);

    private ErrorAnswersFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length < 2) {
            return;
        }
        int status = 300 + (Byte.toUnsignedInt(data[0]) << 8 | Byte.toUnsignedInt(data[1])) % 300;
        String text = new String(data, 2, data.length - 2, StandardCharsets.UTF_8);
        int line = text.indexOf('\n');
        String header = line < 0 ? "" : text.substring(0, line);
        String body = text.substring(line + 1);
        for (String name : List.of("retry-after", "retry-after-ms")) {
            FailureException refusal =
                    ErrorAnswers.refusal(ACCOUNT, "m", new HttpAnswer(status, Map.of(name, header), body));
            if (!refusal.failure().code().startsWith("provider.")) {
                throw new AssertionError(
                        "not a failure of providers: " + refusal.failure().code());
            }
        }
        try {
            ErrorAnswers.inStream(ACCOUNT, "m", new ServerEvent("message", body));
        } catch (FailureException _) {
            // it said that there is an error
        }
    }

    public static List<byte[]> seeds() {
        return List.of(
                bytes(429, "Wed, 21 Oct 2026 07:28:00 GMT\n{\"error\":{\"code\":\"rate_limit\",\"message\":\"slow\"}}"),
                bytes(400, "1.5\n{\"error\":{\"message\":\"maximum context length is 8\"}}"),
                bytes(404, "\n{\"error\":\"model x does not exist\"}"));
    }

    private static byte[] bytes(int status, String rest) {
        int code = status - 300;
        return ("" + (char) (code >> 8) + (char) (code & 0xff) + rest).getBytes(StandardCharsets.ISO_8859_1);
    }
}
