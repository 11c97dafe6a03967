// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import officina.api.id.PluginId;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionRequest;
import org.jspecify.annotations.Nullable;

/**
 * A plug-in as a person decides about it.
 *
 * @param kinds what it is: {@code agent}, {@code tool} ...; none for one that is gone
 * @param bundle the symbolic name of its bundle; empty for one that is gone
 * @param publisher who says that it is theirs, unproven; empty where nobody does, and for one that is gone
 * @param bundled whether it came with Officina
 * @param rights what it asks for and what it was granted, as its manifest orders them
 * @param risks what the permissions it asks for allow together; whole sentences
 * @param problems why it is not at work, or not as its author meant; whole sentences, none when all is well
 * @param installation who it is from, where somebody installed it; {@code null} for one that came with Officina or is gone
 */
public record PluginItem(
        PluginId id,
        List<String> kinds,
        String version,
        String bundle,
        String publisher,
        boolean bundled,
        State state,
        List<Right> rights,
        List<String> risks,
        List<String> problems,
        @Nullable Installation installation) {

    /** Whether it can be used. */
    public enum State {
        /** Its services are there. */
        AT_WORK,
        /** It is installed; the problems say why it is not at work. */
        NOT_AT_WORK,
        /** It is not installed; what it was granted is kept. */
        GONE
    }

    /**
     * A permission.
     *
     * @param reason why it is asked for, in the words of the plug-in's author; empty where it is not asked for (any more)
     * @param optional whether the plug-in works without it
     * @param grants what allows it now, or a part of it; none when it is refused
     */
    public record Right(Permission permission, String reason, boolean optional, List<Held> grants) {
        public Right {
            grants = List.copyOf(grants);
        }
    }

    /**
     * A grant.
     *
     * @param permission what was granted: what is asked for, or a part of it
     * @param owner the project or run it is for; {@code null} for the other scopes
     */
    public record Held(
            Permission permission,
            GrantScope scope,
            @Nullable UUID owner,
            Instant grantedAt) {}

    /**
     * What is known of an installed bundle.
     *
     * @param keys all that it is signed with; none where it was installed without a signature
     * @param signer what the person calls the one of them that is trusted; empty where none is, or is any more
     * @param enabled whether the person wants it to run
     * @param previous the version that can be gone back to; empty where there is none
     * @param waiting a newer version; {@code null} where there is none
     */
    public record Installation(
            List<String> keys,
            String signer,
            boolean enabled,
            String previous,
            @Nullable Waiting waiting) {
        public Installation {
            keys = List.copyOf(keys);
        }
    }

    /**
     * A version that takes its place when it was granted what it needs.
     *
     * @param asks what it asks for and the current one does not
     */
    public record Waiting(String version, List<PermissionRequest> asks) {
        public Waiting {
            asks = List.copyOf(asks);
        }
    }

    public PluginItem {
        kinds = List.copyOf(kinds);
        rights = List.copyOf(rights);
        risks = List.copyOf(risks);
        problems = List.copyOf(problems);
    }
}
