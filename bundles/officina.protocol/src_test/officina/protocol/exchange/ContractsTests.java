// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Type;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import officina.api.agent.ChatAgent;
import officina.api.batch.BatchAgent;
import officina.api.provider.ModelProvider;
import officina.api.tool.Tool;
import org.junit.jupiter.api.Test;

class ContractsTests {

    interface Twice {
        void same(String text);

        void same(int number);
    }

    interface Strange {
        Thread thread();
    }

    @Test
    void whatever_a_plug_in_offers_and_is_handed_travels() {
        Contracts contracts = new Contracts();
        Set<String> reached = Stream.of(ChatAgent.class, BatchAgent.class, Tool.class, ModelProvider.class)
                .flatMap(each -> contracts.reachable(each).stream())
                .map(Type::getTypeName)
                .map(name -> name.replaceAll("\\b[a-z]\\w*\\.", ""))
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "ChatAgent",
                        "BatchAgent",
                        "Tool",
                        "ModelProvider",
                        "AgentContext",
                        "BatchContext",
                        "ToolContext",
                        "ProviderContext",
                        "ModelListener",
                        "RecordAccess",
                        "Notifier",
                        "DocumentAccess",
                        "FolderProgress",
                        "IndexAccess",
                        "BrowserDataAccess",
                        "Consumer<BrowserPages>",
                        "EntityExtractor",
                        "HttpAccess",
                        "MailAccess",
                        "Supplier<Duration>",
                        "Consumer<ServerEvent>",
                        "Consumer<byte[]>"),
                reached);
    }

    @Test
    void what_cannot_travel_is_a_defect_of_the_contract() {
        Contracts contracts = new Contracts();
        assertThrows(IllegalArgumentException.class, () -> contracts.reachable(Twice.class));
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> contracts.reachable(Strange.class));
        assertTrue(String.valueOf(e.getMessage()).contains("Thread"), e.getMessage());
    }
}
