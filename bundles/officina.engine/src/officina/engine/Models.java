// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.util.List;
import java.util.Optional;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.provider.ModelInfo;
import officina.api.provider.ProviderAccount;
import officina.api.provider.ProviderDescriptor;
import officina.base.SecretText;
import org.jspecify.annotations.Nullable;

/**
 * The servers with models that the person has, and which model answers. Keys go in and never come out; setting one is for
 * the process that owns the data folder alone, an engine that is reached from another process refuses it with
 * {@code keys.local-only}. What asks a server blocks as long as the account's patience allows, and throws the failures
 * of {@link officina.api.provider.ProviderFailures}. {@code model.no-account} where there is none of that name.
 */
public interface Models {

    /** In place of an account: no model answers there, whatever holds elsewhere. */
    String NONE = "";

    /** The kinds of servers that can be spoken to, by title. */
    List<ProviderDescriptor> providers();

    /** By name. */
    List<ModelAccount> accounts();

    /** Adds an account; it has no key yet. {@code model.account-exists}, {@code provider.missing}. */
    ModelAccount add(ProviderAccount account);

    /** Forgets an account and its key. */
    void remove(String account);

    /** Keeps the account's key in the vault, in the place of the one before; the caller closes it. */
    ModelAccount setKey(String account, SecretText key);

    /** Forgets the account's key. */
    ModelAccount removeKey(String account);

    /** The models of the account, asked of its server. */
    List<ModelInfo> list(String account) throws InterruptedException;

    /**
     * Asks a model for one word, to see whether all is well. {@code model.no-model} where none is named and the server
     * has none.
     *
     * @param model {@code null} for the account's own, else the first that the server lists
     */
    ModelTest test(String account, @Nullable String model) throws InterruptedException;

    /** The model that answers in the project ({@code null}: where no project says otherwise); none: no model does. */
    Optional<ModelChoice> choice(@Nullable RecordId project);

    /** The model that answers in the conversation: its own choice, or its project's. */
    Optional<ModelChoice> choiceIn(SessionId conversation);

    /**
     * Has a model answer in this conversation alone. {@code record.missing} where there is none.
     *
     * @param account empty ({@link #NONE}) for no model; {@code null} to go back to what holds in its project
     * @param model {@code null} for the account's own; {@code model.no-model} where it has none
     */
    Optional<ModelChoice> useIn(SessionId conversation, @Nullable String account, @Nullable String model);

    /**
     * Has a model answer from now on.
     *
     * @param account empty ({@link #NONE}) for no model; {@code null} to go back to what holds elsewhere, which for all
     *     that say nothing else is none
     * @param model {@code null} for the account's own; {@code model.no-model} where it has none
     * @param project {@code null} for all that say nothing else
     */
    Optional<ModelChoice> use(@Nullable String account, @Nullable String model, @Nullable RecordId project);
}
