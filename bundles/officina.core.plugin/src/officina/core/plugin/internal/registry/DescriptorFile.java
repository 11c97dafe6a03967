// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin.internal.registry;

import java.io.IOException;
import java.io.InputStream;
import officina.api.agent.AgentDescriptor;
import officina.api.error.FailureException;
import officina.core.plugin.PluginFiles;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginManifest.Declared;
import officina.protocol.Json;

/** The JSON file in which an agent says what it is. */
final class DescriptorFile {

    /** More than any description needs; a file beyond it is not read into memory. */
    private static final int MAX_BYTES = 1024 * 1024;

    private DescriptorFile() {}

    /** Why a descriptor cannot be used, in words for the plug-in's author. */
    static final class Unusable extends Exception {

        private static final long serialVersionUID = 1L;

        private final String text;

        Unusable(String text) {
            super(text);
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    static AgentDescriptor read(Declared plugin, PluginFiles files) throws Unusable {
        String path = plugin.descriptor();
        if (path == null) {
            throw new Unusable("The agent is ignored: its capability names no descriptor.");
        }
        AgentDescriptor descriptor = parse(plugin, path, bytes(path, files));
        boolean named =
                !descriptor.name().isBlank() && !descriptor.description().isBlank();
        if (plugin.info().kind().equals(PluginInfo.BATCH)) {
            // what works by itself is not found by what people say
            if (!named) {
                throw new Unusable("The agent is ignored: " + path + " needs a name and a description.");
            }
        } else if (!named || descriptor.examples().isEmpty()) {
            throw new Unusable("The agent is ignored: " + path + " needs a name, a description and examples, since they"
                    + " are what it is found by.");
        }
        return descriptor;
    }

    private static byte[] bytes(String path, PluginFiles files) throws Unusable {
        try (InputStream in = files.open(path)) {
            if (in == null) {
                throw new Unusable("The agent is ignored: there is no file " + path + " in the bundle.");
            }
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new Unusable("The agent is ignored: " + path + " is larger than 1 MiB.");
            }
            return bytes;
        } catch (IOException e) {
            throw new Unusable("The agent is ignored: " + path + " cannot be read.");
        }
    }

    private static AgentDescriptor parse(Declared plugin, String path, byte[] utf8) throws Unusable {
        try {
            return AgentDescriptor.from(plugin.info().id(), Json.parseObject(utf8));
        } catch (FailureException e) {
            throw new Unusable("The agent is ignored: " + path + " is no JSON object. "
                    + e.failure().message());
        } catch (IllegalArgumentException e) {
            throw new Unusable("The agent is ignored: " + path + " is incomplete: " + e.getMessage() + ".");
        }
    }
}
