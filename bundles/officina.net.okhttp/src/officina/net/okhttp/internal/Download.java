// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.okhttp.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Takes a file from a server.
 *
 * @param most bytes that are taken
 * @param patience for all of it
 */
record Download(OkHttpClient client, long most, Duration patience) {

    private static final Duration CONNECT = Duration.ofSeconds(15);

    int take(URI address, OutputStream into) {
        OkHttpClient own = client.newBuilder()
                .connectTimeout(CONNECT)
                .callTimeout(patience)
                .build();
        Request request;
        try {
            request = new Request.Builder().url(address.toString()).build();
        } catch (IllegalArgumentException quoting) {
            throw NetFailures.unfit();
        }
        try (Response response = own.newCall(request).execute();
                InputStream in = response.body().byteStream()) {
            if (response.code() == 200) {
                copy(in, into);
            }
            return response.code();
        } catch (UnknownHostException | ConnectException | SSLException e) {
            throw NetFailures.unreachable(e);
        } catch (IOException e) {
            throw NetFailures.broken(e);
        }
    }

    private void copy(InputStream in, OutputStream into) throws IOException {
        byte[] some = new byte[1 << 16];
        long all = 0;
        for (int count = in.read(some); count >= 0; count = in.read(some)) {
            all += count;
            if (all > most) {
                throw NetFailures.tooLarge(most);
            }
            into.write(some, 0, count);
        }
    }
}
