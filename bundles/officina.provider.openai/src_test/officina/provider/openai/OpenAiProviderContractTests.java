// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.provider.openai;

import officina.api.host.HttpAccess;
import officina.api.provider.ModelProvider;
import officina.api.provider.ProviderAccount;
import officina.base.SecretText;
import officina.net.okhttp.HttpScope;
import officina.net.okhttp.internal.OkHttpTransport;
import officina.testkit.model.ModelProviderContractTests;
import org.junit.jupiter.api.AfterAll;

/** The contract of providers, over the real transport. */
class OpenAiProviderContractTests extends ModelProviderContractTests {

    private static final OkHttpTransport TRANSPORT = new OkHttpTransport();

    @AfterAll
    static void close() {
        TRANSPORT.close();
    }

    @Override
    protected ModelProvider provider() {
        return new OpenAiProvider();
    }

    @Override
    protected HttpAccess http(ProviderAccount account, String key) {
        return TRANSPORT.open(new HttpScope(
                account.address(),
                account.patience().connect(),
                account.secret(),
                _ -> new SecretText(key.toCharArray())));
    }
}
