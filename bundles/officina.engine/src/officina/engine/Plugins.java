// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import officina.api.host.SecretRef;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.base.SecretText;
import org.jspecify.annotations.Nullable;

/**
 * The plug-ins of this engine: what they are, what they ask for, what they may, and why one is not available. What is
 * granted or taken back here holds from the next use on, and after a restart.
 */
public interface Plugins {

    /** All that are declared, at work or not, and those that are gone but still have grants; by id. */
    List<PluginItem> list();

    /** One of them. {@code plugin.missing}. */
    PluginItem find(PluginId plugin);

    /**
     * Installs the bundle in that file, or a newer version of one that was installed; a copy is kept in the data folder.
     * It runs outside this process, once it was granted what it cannot do without.
     *
     * <p>A newer version that needs something which was not granted yet waits for that, while the one that is there goes on;
     * what that is at work on it finishes in any case.
     *
     * <p>The bundle has to be signed by somebody who is trusted, in a file beside it with {@code .sig} behind its name, and the
     * one that it takes the place of by the same one.
     *
     * @param file a whole path
     * @param examined the digest of what {@link #examine} told of it, where somebody was shown that; {@code null} where
     *     nobody was
     * @param consents what is not to be refused
     * @return what the bundle says that it is
     * @throws officina.api.error.FailureException {@code plugin.changed} where it is not what was examined,
     *     {@code plugin.file}, {@code plugin.damaged}, {@code plugin.unfit} where
     *     its declarations have faults, {@code plugin.taken} where another has one of its ids or a part of
     *     Officina its name, {@code plugin.unsigned}, {@code plugin.signed}, {@code plugin.signature},
     *     {@code plugin.untrusted-key}, {@code plugin.other-publisher}, {@code plugin.older}, {@code plugin.disk}
     */
    List<PluginItem> install(Path file, @Nullable String examined, Set<InstallConsent> consents);

    /**
     * What the bundle in that file would be if it were installed: what it asks for, who has signed it, and which version it
     * would take the place of. Nothing of it is run or kept. Nobody needs to be trusted for that, but a signature of another
     * file is refused.
     *
     * @param file a whole path
     * @throws officina.api.error.FailureException {@code plugin.file}, {@code plugin.damaged}, {@code plugin.unfit},
     *     {@code plugin.taken}, {@code plugin.signature}, {@code plugin.disk}
     */
    ExaminedBundle examine(Path file);

    /**
     * Removes the bundle that somebody installed with that plug-in, in whichever of its versions, takes back what it was granted and forgets the secrets
     * that it was given: who has its name next is asked for anew. {@code plugin.not-installed}.
     */
    void remove(PluginId plugin);

    /**
     * The version before this one runs again, and this one is what can be gone back to; what it is at work on it finishes.
     * {@code plugin.not-installed}, {@code plugin.no-previous}.
     */
    void rollback(PluginId plugin);

    /** Lets a plug-in run that was installed, or ends it and keeps it from running. {@code plugin.not-installed}. */
    void enable(PluginId plugin, boolean wanted);

    /** From where plug-ins are got: the catalogue that came with the program first, then by name. */
    List<CatalogItem> catalogs();

    /**
     * Gets plug-ins from there, too: a folder with a {@code catalog.json} that is signed by somebody who is trusted, or the
     * https address of one. Reads it. {@code plugin.catalog-place}, {@code plugin.catalog-missing}, {@code plugin.catalog},
     * {@code plugin.catalog-other}, {@code plugin.catalog-older}, {@code plugin.signature}, {@code plugin.untrusted-key},
     * {@code net.*}.
     */
    CatalogItem addCatalog(String place);

    /**
     * Gets no more from there; what was installed stays. {@code plugin.catalog-unknown}, {@code plugin.catalog-own},
     * {@code plugin.catalog-place}.
     */
    void removeCatalog(String place);

    /** What the catalogues offer; those that cannot be read now offer nothing, and are named. */
    Offered offers();

    /**
     * Gets a plug-in from a catalogue in its highest version and installs it, as {@link #install} does: the catalogue says
     * what there is, and the bundle's own signature whose it is. Of several offers those of the publisher count whose bundle
     * is there, or of one who is trusted. {@code plugin.not-offered}, and what both throw.
     */
    List<PluginItem> obtain(PluginId plugin, Set<InstallConsent> consents);

    /**
     * Whose plug-ins can be installed: those built in, the key of the catalogue that came with the program among them, then
     * those that the person trusts.
     */
    List<PublisherItem> publishers();

    /**
     * What is signed with that key can be installed from now on; it may nothing by that. Once more gives it another name.
     * {@code plugin.key}.
     *
     * @param key as its publisher tells it
     * @param name what the person calls whose key it is
     */
    void trust(String key, String name);

    /**
     * Nothing more that is signed with that key can be installed; what was installed stays. {@code plugin.key},
     * {@code plugin.key-unknown}.
     */
    void forget(String key);

    /**
     * Allows what the plug-in's manifest asks, or a part of it: a folder where it asks for any. A folder is granted as the
     * place that its path leads to now, once all links are followed. What holds already is not granted twice.
     *
     * @param scope always, once or in a project; not for a run, which only a run can ask for
     * @param project for {@link GrantScope#PROJECT}, which needs one; else {@code null}
     * @return the permission as it was granted
     * @throws officina.api.error.FailureException {@code plugin.missing}, {@code permission.not-asked},
     *     {@code permission.never}, {@code permission.scope}, {@code permission.folder}, {@code record.missing} for the
     *     project
     */
    Permission grant(PluginId plugin, Permission permission, GrantScope scope, @Nullable RecordId project);

    /** Takes back each grant of that permission, as {@link #list} shows it. {@code grant.missing} where there is none. */
    void revoke(PluginId plugin, Permission permission);

    /**
     * Keeps a secret that the plug-in asks to use, in the place of the one before. It goes to that server alone (scheme, host
     * and port) and in the requests of that plug-in alone, which never sees it and needs to be granted its use as well.
     *
     * @param server an address there
     * @param value stays the caller's to close
     * @throws officina.api.error.FailureException {@code plugin.missing}, {@code permission.not-asked},
     *     {@code plugin.server}, {@code vault.secret-unfit}; {@code keys.local-only} in another process than the one that
     *     has the data open
     */
    void giveSecret(PluginId plugin, SecretRef secret, URI server, SecretText value);

    /** Forgets it; does nothing where there is none. {@code plugin.server}. */
    void forgetSecret(PluginId plugin, SecretRef secret, URI server);

    /** The processes that plug-ins of others run in now; by bundle. One that nobody has called lately has none. */
    List<PluginProcess> processes();

    /**
     * Ends the process that a plug-in runs in, with whatever it is at work on, which fails; the next call starts another.
     * {@code plugin.no-process}.
     */
    void endProcess(PluginId plugin);

    /**
     * Calls the listener, on a thread of its own, with the plug-in that something was granted to or taken back from, or
     * that was installed, removed, changed or switched off, whoever did it. Once for each grant.
     */
    Subscription onChange(Consumer<PluginId> listener);
}
