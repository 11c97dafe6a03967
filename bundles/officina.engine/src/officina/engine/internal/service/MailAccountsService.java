// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.api.mail.MailAccount;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.base.SecretText;
import officina.base.Uuids;
import officina.engine.MailAccountItem;
import officina.engine.MailAccounts;
import officina.engine.MailTest;
import officina.engine.internal.edit.Edits;
import officina.engine.internal.run.RunMail;
import officina.mail.MailLogin;
import officina.mail.MailTransport;
import officina.store.Store;
import officina.vault.VaultSecrets;

/** Accounts of mail as records of the store, changed by small runs; their passwords in the vault. */
public final class MailAccountsService implements MailAccounts, RunMail.Accounts {

    private final Store store;
    private final Edits edits;
    private final VaultSecrets secrets;
    private final Supplier<MailTransport> transport;
    private final InstantSource clock;
    private final RecordId standardProject;

    /** @param transport started when a server is asked for the first time */
    public MailAccountsService(
            Store store,
            Edits edits,
            VaultSecrets secrets,
            Supplier<MailTransport> transport,
            InstantSource clock,
            RecordId standardProject) {
        this.store = store;
        this.edits = edits;
        this.secrets = secrets;
        this.transport = transport;
        this.clock = clock;
        this.standardProject = standardProject;
    }

    @Override
    public List<MailAccountItem> list() {
        Set<String> kept = kept();
        return store.list(RecordQuery.all(RecordKind.MAIL_ACCOUNT)).stream()
                .map(record -> item(record, kept))
                .sorted(Comparator.comparing(each -> each.account().name()))
                .toList();
    }

    private static MailAccountItem item(DataRecord record, Set<String> kept) {
        MailAccount account = MailAccount.from(record.fields());
        return new MailAccountItem(record.id(), account, kept.contains(secretOf(record.id(), account)));
    }

    /** Of secrets nobody can read none is kept; whoever needs one of them hears why. */
    private Set<String> kept() {
        try {
            return secrets.names();
        } catch (FailureException unreadable) {
            return Set.of();
        }
    }

    /**
     * What the password is called in the vault: it is bound to the record and to where it is sent, so that neither another
     * account of the same name nor another server can come by it.
     */
    static String secretOf(RecordId id, MailAccount account) {
        String place = account.security() + " " + account.host() + ":" + account.port() + " " + account.user();
        try {
            byte[] seal = MessageDigest.getInstance("SHA-256").digest(place.getBytes(StandardCharsets.UTF_8));
            return "mail." + id + "." + HexFormat.of().formatHex(seal);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public MailAccountItem add(MailAccount account) {
        RecordId id = new RecordId(Uuids.next(clock));
        return edits.edit(
                standardProject,
                "Added the mail account " + account.name(),
                changes -> {
                    changes.create(RecordKind.MAIL_ACCOUNT, id, account.fields());
                    return new MailAccountItem(id, account, false);
                },
                (added, _) -> added);
    }

    @Override
    public void remove(String name) {
        MailAccountItem item = require(name);
        edits.edit(
                standardProject,
                "Removed the mail account " + name,
                changes -> changes.delete(RecordKind.MAIL_ACCOUNT, item.id()),
                (removed, _) -> removed);
        secrets.remove(secretOf(item.id(), item.account()));
    }

    @Override
    public MailAccountItem setPassword(String name, SecretText password) {
        MailAccountItem item = require(name);
        secrets.put(secretOf(item.id(), item.account()), password);
        return new MailAccountItem(item.id(), item.account(), true);
    }

    @Override
    public MailAccountItem removePassword(String name) {
        MailAccountItem item = require(name);
        secrets.remove(secretOf(item.id(), item.account()));
        return new MailAccountItem(item.id(), item.account(), false);
    }

    @Override
    public MailTest test(String name) throws InterruptedException {
        MailLogin login = login(name);
        try (SecretText _ = login.password()) {
            long begun = System.nanoTime();
            int messages = transport.get().count(login);
            return new MailTest(name, messages, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    @Override
    public List<String> names() {
        return list().stream().map(each -> each.account().name()).toList();
    }

    @Override
    public MailLogin login(String name) {
        MailAccountItem item = require(name);
        SecretText password = secrets.find(secretOf(item.id(), item.account()));
        if (password == null) {
            throw failure(
                    "mail.no-password",
                    "The vault does not have the password of the mail account \"" + name + "\".",
                    "Give it with \"officina mail password " + name + "\".");
        }
        return new MailLogin(item.account(), password);
    }

    private MailAccountItem require(String name) {
        return list().stream()
                .filter(each -> each.account().name().equals(name))
                .findFirst()
                .orElseThrow(() -> failure(
                        "mail.no-account",
                        "There is no mail account \"" + name + "\".",
                        "\"officina mail list\" shows those there are; \"officina mail add\" adds one."));
    }

    private static FailureException failure(String code, String message, String remedy) {
        return new FailureException(Failure.of(code, ErrorKind.USER, message, remedy));
    }
}
