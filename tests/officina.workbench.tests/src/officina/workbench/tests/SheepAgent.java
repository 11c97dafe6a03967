// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import officina.api.agent.AgentContext;
import officina.api.agent.AgentReply;
import officina.api.agent.ChatAgent;
import officina.api.chat.ChatRequest;
import org.osgi.framework.FrameworkUtil;

/** Is still at work when the program ends for the first time; at once done after that. */
final class SheepAgent implements ChatAgent {

    static final String QUERY = "Count the sheep";

    private final Path begun;

    /** @param folder where it remembers that it has begun before */
    private SheepAgent(Path folder) {
        begun = folder.resolve("sheep-begun");
    }

    /** Offers it to the product, as a plug-in does. */
    static void register(Path folder) {
        FrameworkUtil.getBundle(SheepAgent.class)
                .getBundleContext()
                .registerService(ChatAgent.class, new SheepAgent(folder), null);
    }

    @Override
    public AgentReply handle(ChatRequest request, AgentContext context) throws InterruptedException {
        try {
            if (Files.notExists(begun)) {
                Files.createFile(begun);
                context.progress("One sheep");
                if (new CountDownLatch(1).await(10, TimeUnit.MINUTES)) {
                    throw new IllegalStateException("nobody opens this latch");
                }
            }
            return AgentReply.answer("Ten sheep.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
