// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.wire;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import java.nio.file.attribute.UserPrincipal;

/**
 * Who is at the other end of a socket, by the word of the system. The option that tells belongs to the JDK and not to
 * Java itself, so that its types are not named here: not every framework lets bundles see them.
 */
public final class Peer {

    private static final String OPTION = "SO_PEERCRED";

    private Peer() {}

    /** Whether the process at the other end runs as that user. Where the system does not say, nobody does. */
    public static boolean is(UserPrincipal user, SocketChannel channel) throws IOException {
        for (SocketOption<?> option : channel.supportedOptions()) {
            if (option.name().equals(OPTION)) {
                return user.equals(user(channel.getOption(option)));
            }
        }
        return false;
    }

    private static Object user(Object peer) {
        try {
            return peer.getClass().getMethod("user").invoke(peer);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("what the system says of the other end cannot be read", e);
        }
    }
}
