// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.model.internal;

import officina.api.host.HttpAccess;
import officina.api.provider.ProviderAccount;
import officina.api.provider.ProviderContext;
import officina.net.okhttp.HttpScope;
import officina.net.okhttp.HttpTransport;
import officina.net.okhttp.SecretSource;

/** What a provider works with during one call. */
final class AccountContext implements ProviderContext, AutoCloseable {

    private final ProviderAccount account;
    private final HttpAccess http;
    private volatile boolean closed;

    AccountContext(ProviderAccount account, HttpTransport transport, SecretSource secrets) {
        this.account = account;
        http = transport.open(
                new HttpScope(account.address(), account.patience().connect(), account.secret(), secrets));
    }

    @Override
    public ProviderAccount account() {
        return account;
    }

    @Override
    public HttpAccess http() {
        if (closed) {
            throw new IllegalStateException("a handle is valid only until the call it was given to returns");
        }
        return http;
    }

    @Override
    public void close() {
        closed = true;
    }
}
