// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.models.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import officina.api.id.PluginId;
import officina.api.provider.ProviderAccount;
import officina.api.provider.ProviderDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountFormTests {

    private static final ProviderDescriptor PROVIDER =
            new ProviderDescriptor(new PluginId("provider.openai"), "", "", Set.of(), List.of());

    @ParameterizedTest
    @CsvSource(
            nullValues = "fine",
            value = {
                "'', '', fine",
                "ollama, '', fine",
                "' ollama ', ' http://127.0.0.1:11434/v1 ', fine",
                "Ollama, '', NAME_WRONG",
                "my server, '', NAME_WRONG",
                "work, https://x/v1, NAME_TAKEN",
                "a, localhost:11434, ADDRESS_WRONG",
                "a, ftp://x/v1, ADDRESS_WRONG",
                "a, https://x/v1?key=secret, ADDRESS_WRONG",
                "a, https://me:secret@x/v1, ADDRESS_WRONG",
                "a, http:// x, ADDRESS_WRONG"
            })
    void says_what_is_wrong_as_soon_as_it_is(String name, String address, String wrong) {
        assertEquals(
                Optional.ofNullable(wrong).map(Words::valueOf), new AccountForm(name, address).wrong(List.of("work")));
    }

    @Test
    void an_account_needs_both() {
        assertFalse(new AccountForm("a", " ").account(PROVIDER, List.of()).isPresent());
        assertFalse(
                new AccountForm("", "http://x/v1").account(PROVIDER, List.of()).isPresent());
        assertFalse(new AccountForm("a", "http://x/v1")
                .account(PROVIDER, List.of("a"))
                .isPresent());

        Optional<ProviderAccount> account = new AccountForm(" a ", " http://x/v1 ").account(PROVIDER, List.of());

        assertTrue(account.isPresent());
        assertEquals("a", account.get().name());
        assertEquals(URI.create("http://x/v1"), account.get().address());
        assertEquals(PROVIDER.id(), account.get().provider());
    }
}
