// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.okhttp.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import officina.api.error.FailureException;
import officina.api.host.HttpAnswer;
import officina.api.host.ServerEvent;
import officina.base.Threads;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer. A thread of its own reads, so that whoever waits can be interrupted or run out of patience
 * at any moment; closing ends the request and closes its connection.
 */
final class Exchange implements AutoCloseable {

    /** Longest whole answer, in bytes. */
    static final int MAX_BODY = 16 << 20;

    /** Longest answer in pieces, in bytes. */
    static final long MAX_PIECES = 1L << 30;

    /** Most that is read of what a server says when it refuses. */
    static final int MAX_REFUSAL = 64 << 10;

    private static final int PIECE = 64 << 10;

    /** So many events are read ahead; each may be as long as an answer. */
    private static final int AHEAD = 4;

    private final BlockingQueue<Item> items = new ArrayBlockingQueue<>(AHEAD);
    private final Progress progress = new Progress();
    private final Call call;
    private final Wanted wanted;
    private final Duration connect;
    private final Thread reader;

    /** What the reader found. */
    private sealed interface Item {
        record Opened(int status, Map<String, String> headers) implements Item {}

        record Event(ServerEvent event) implements Item {}

        record Piece(byte[] content) implements Item {}

        record Ended(String body) implements Item {}

        record Broken(Throwable trouble) implements Item {}
    }

    /** @param connect how long the look-up of the name, the connection and its securing may take together */
    Exchange(OkHttpClient client, Request request, Wanted wanted, Duration connect) {
        this.connect = connect;
        this.call = client.newBuilder().eventListener(progress).build().newCall(request);
        this.wanted = wanted;
        this.reader = Threads.start("http", this::read);
    }

    /** Takes everything until the end. The patience is asked for the first time when there is a connection. */
    HttpAnswer finish(Supplier<Duration> patience, Consumer<ServerEvent> events, Consumer<byte[]> pieces)
            throws InterruptedException {
        if (!progress.awaitSettled(connect)) {
            throw NetFailures.connectTimeout(null);
        }
        Item.@Nullable Opened opened = null;
        while (true) {
            switch (next(patience.get())) {
                case Item.Opened it -> opened = it;
                case Item.Event(ServerEvent event) -> events.accept(event);
                case Item.Piece(byte[] content) -> pieces.accept(content);
                case Item.Ended(String body) -> {
                    if (opened == null) {
                        throw new IllegalStateException("an answer ended that had not begun");
                    }
                    return new HttpAnswer(opened.status(), opened.headers(), body);
                }
                case Item.Broken(Throwable trouble) -> throw failure(trouble);
            }
        }
    }

    private Item next(Duration patience) throws InterruptedException {
        Item item = items.poll(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS);
        if (item == null) {
            throw NetFailures.answerTimeout();
        }
        return item;
    }

    private FailureException failure(Throwable trouble) {
        return switch (trouble) {
            case TooLarge _ ->
                NetFailures.tooLarge(wanted.form() == Wanted.Form.PIECES ? wanted.pieces() : wanted.whole());
            case Neighbourhood.FarAway _ -> NetFailures.unencrypted();
            case SocketTimeoutException late when !progress.connected() -> NetFailures.connectTimeout(late);
            case IOException early when !progress.connected() -> NetFailures.unreachable(early);
            case IOException broken -> NetFailures.broken(broken);
            default -> throw new IllegalStateException("the client of HTTP failed", trouble);
        };
    }

    private void read() {
        try {
            Item last;
            try (Response response = call.execute()) {
                items.put(new Item.Opened(response.code(), headers(response)));
                last = new Item.Ended(content(response));
            } catch (IOException | RuntimeException | Error e) {
                last = new Item.Broken(e);
            }
            items.put(last);
        } catch (InterruptedException e) {
            // nobody waits any more
            Thread.currentThread().interrupt();
        } finally {
            // after what it ended with, so that whoever waits for a connection finds that
            progress.end();
        }
    }

    private String content(Response response) throws IOException, InterruptedException {
        MediaType type = response.body().contentType();
        try (InputStream in = content(response.body().byteStream())) {
            if (response.isSuccessful() && wanted.form() == Wanted.Form.PIECES) {
                pieces(in);
                return "";
            }
            if (response.isSuccessful() && wanted.form() == Wanted.Form.EVENTS && isEvents(type)) {
                new EventReader(in, wanted.whole()).read(event -> items.put(new Item.Event(event)));
                return "";
            }
            int limit = response.isSuccessful() ? wanted.whole() : MAX_REFUSAL;
            byte[] bytes = in.readNBytes(limit);
            if (response.isSuccessful() && bytes.length == limit && in.read() >= 0) {
                throw new TooLarge();
            }
            Charset charset = type == null ? null : type.charset();
            return new String(bytes, charset == null ? StandardCharsets.UTF_8 : charset);
        }
    }

    private InputStream content(InputStream raw) {
        return wanted.secrets().isEmpty() ? raw : new MaskedStream(raw, wanted.secrets());
    }

    private void pieces(InputStream in) throws IOException, InterruptedException {
        byte[] piece = new byte[PIECE];
        long all = 0;
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            all += count;
            if (all > wanted.pieces()) {
                throw new TooLarge();
            }
            items.put(new Item.Piece(Arrays.copyOf(piece, count)));
        }
    }

    private static boolean isEvents(@Nullable MediaType type) {
        return type != null && type.type().equals("text") && type.subtype().equals("event-stream");
    }

    private Map<String, String> headers(Response response) {
        Map<String, String> headers = new HashMap<>();
        for (int i = 0; i < response.headers().size(); i++) {
            headers.put(
                    response.headers().name(i).toLowerCase(Locale.ROOT),
                    wanted.masked(response.headers().value(i)));
        }
        return headers;
    }

    @Override
    public void close() {
        call.cancel();
        reader.interrupt();
    }
}
