// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.model.bridge;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import officina.api.error.FailureException;
import officina.api.host.HttpAnswer;
import officina.api.host.ServerEvent;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import officina.api.provider.ProviderAccount;
import officina.api.provider.ProviderFailures;
import officina.api.provider.ProviderFailures.Wait;
import officina.protocol.Json;
import org.jspecify.annotations.Nullable;

/** The one place where refusals of servers and trouble on the way become failures of providers. */
final class ErrorAnswers {

    /** Servers that have no code for it say it in one of these ways. */
    private static final Pattern TOO_LONG = Pattern.compile(
            "context[_ -]?(length|size|window)|maximum context|max_model_len|exceeds? .{0,40}context|prompt is too long");

    private static final Pattern NO_MODEL =
            Pattern.compile("model.{0,80}(not found|does not exist|not exist)|model_not_found");

    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private ErrorAnswers() {}

    /** What a refusal means. */
    static FailureException refusal(ProviderAccount account, String model, HttpAnswer answer) {
        int status = answer.status();
        String said = said(error(answer.body()), answer.body());
        if (status >= 300 && status < 400) {
            return ProviderFailures.badAnswer(account, "it points to another address", null);
        }
        return switch (status) {
            case 401, 403, 407 -> ProviderFailures.unauthorised(account);
            case 429 -> ProviderFailures.rateLimited(account, retryAfter(answer));
            case 400, 413, 422 -> asked(account, model, said, status);
            case 404 ->
                NO_MODEL.matcher(said).find()
                        ? ProviderFailures.noSuchModel(account, model)
                        : ProviderFailures.badAnswer(account, "there is nothing at its address", null);
            default ->
                status >= 500
                        ? TOO_LONG.matcher(said).find()
                                ? ProviderFailures.contextTooLong(account, model)
                                : ProviderFailures.serverError(account, status, retryAfter(answer))
                        : ProviderFailures.refused(account, status);
        };
    }

    /** Throws what an error in the middle of a stream means; returns where the event is none. */
    static void inStream(ProviderAccount account, String model, ServerEvent event) {
        boolean named = event.type().equals("error");
        if (!named && (!event.data().contains("\"error\"") || !saysError(event.data()))) {
            return;
        }
        JsonObject error = error(event.data());
        String said = said(error, event.data());
        if (TOO_LONG.matcher(said).find()) {
            throw ProviderFailures.contextTooLong(account, model);
        }
        if (said.contains("rate_limit") || error.number("code", 0) == 429) {
            throw ProviderFailures.rateLimited(account, null);
        }
        throw ProviderFailures.serverError(account, 0, null);
    }

    /** Trouble on the way, in the words of providers; what is not of the way stays what it is. */
    static FailureException way(ProviderAccount account, FailureException trouble, boolean spoken, Duration limit) {
        return switch (trouble.failure().code()) {
            case "net.unreachable" -> ProviderFailures.offline(account, trouble);
            case "net.broken" ->
                spoken ? ProviderFailures.broken(account, trouble) : ProviderFailures.offline(account, trouble);
            case "net.connect-timeout" ->
                ProviderFailures.timeout(
                        account, Wait.CONNECT, account.patience().connect(), trouble);
            case "net.answer-timeout" ->
                ProviderFailures.timeout(account, spoken ? Wait.BETWEEN_TOKENS : Wait.FIRST_TOKEN, limit, trouble);
            case "net.too-large" -> ProviderFailures.badAnswer(account, "it is longer than is taken", trouble);
            default -> trouble;
        };
    }

    private static FailureException asked(ProviderAccount account, String model, String said, int status) {
        if (status == 413 || TOO_LONG.matcher(said).find()) {
            return ProviderFailures.contextTooLong(account, model);
        }
        return NO_MODEL.matcher(said).find()
                ? ProviderFailures.noSuchModel(account, model)
                : ProviderFailures.refused(account, status);
    }

    /** Whether there is an error in it, in whatever form, beside whatever else. */
    private static boolean saysError(String body) {
        try {
            JsonObject all = Json.parseObject(body);
            return all.has("error") && all.get("error") != JsonNull.NULL;
        } catch (FailureException notJson) {
            return false;
        }
    }

    private static JsonObject error(String body) {
        try {
            return Json.parseObject(body).object("error");
        } catch (FailureException notJson) {
            return JsonObject.EMPTY;
        }
    }

    /** Code, type and words of an error, in lower case; only looked at, never shown. */
    private static String said(JsonObject error, String body) {
        String all = error.members().isEmpty()
                ? body
                : error.text("code") + " " + error.text("type") + " " + error.text("message");
        return all.toLowerCase(Locale.ROOT);
    }

    private static @Nullable Duration retryAfter(HttpAnswer answer) {
        String millis = answer.header("retry-after-ms");
        String after = answer.header("retry-after");
        try {
            if (millis != null) {
                return bounded(Duration.ofMillis((long) Double.parseDouble(millis)));
            }
            if (after == null) {
                return null;
            }
            return bounded(
                    after.strip().chars().allMatch(each -> Character.isDigit(each) || each == '.')
                            ? Duration.ofMillis((long) (Double.parseDouble(after) * 1000))
                            : Duration.between(
                                    Instant.now(), ZonedDateTime.parse(after, DateTimeFormatter.RFC_1123_DATE_TIME)));
        } catch (DateTimeException | ArithmeticException | NumberFormatException unreadable) {
            return null;
        }
    }

    private static Duration bounded(Duration asked) {
        return asked.isNegative() ? Duration.ZERO : asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
    }
}
