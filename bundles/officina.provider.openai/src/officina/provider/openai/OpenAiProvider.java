// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.provider.openai;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.URI;
import java.util.List;
import java.util.Set;
import officina.api.id.PluginId;
import officina.api.json.JsonObject;
import officina.api.provider.ModelInfo;
import officina.api.provider.ModelProvider;
import officina.api.provider.ModelRequest;
import officina.api.provider.ProviderAccount;
import officina.api.provider.ProviderContext;
import officina.api.provider.ProviderDescriptor;
import officina.api.provider.ProviderFailures;
import officina.api.provider.ProviderFeature;
import officina.api.provider.ProviderPreset;
import officina.api.provider.Sampling;
import officina.model.bridge.LangChainProvider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** OpenAI, and every server that speaks its interface: LangChain4j's builder and the dialects. */
@Component(service = ModelProvider.class, property = "officina.plugin=provider.openai")
public final class OpenAiProvider extends LangChainProvider {

    private static final String OPENAI_HOST = "api.openai.com";

    private static final ProviderDescriptor DESCRIPTOR = new ProviderDescriptor(
            new PluginId("provider.openai"),
            "OpenAI-compatible server",
            "Speaks to OpenAI and to servers with its interface: Ollama, llama.cpp, LM Studio, vLLM and others.",
            Set.of(ProviderFeature.values()),
            List.of(
                    new ProviderPreset("ollama", "Ollama", URI.create("http://127.0.0.1:11434/v1"), false),
                    new ProviderPreset("llama-cpp", "llama.cpp", URI.create("http://127.0.0.1:8080/v1"), false),
                    new ProviderPreset("lm-studio", "LM Studio", URI.create("http://127.0.0.1:1234/v1"), false),
                    new ProviderPreset("vllm", "vLLM", URI.create("http://127.0.0.1:8000/v1"), false),
                    new ProviderPreset("openai", "OpenAI", URI.create("https://" + OPENAI_HOST + "/v1"), true)));

    @Activate
    public OpenAiProvider() {}

    @Override
    public ProviderDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public List<ModelInfo> models(ProviderContext context) throws InterruptedException {
        JsonObject answer = get(context, "/models");
        if (!answer.has("data")) {
            throw ProviderFailures.badAnswer(context.account(), "it is no list of models", null);
        }
        return answer.items("data").stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .filter(model -> model.text("id") != null)
                .map(ModelEntries::info)
                .toList();
    }

    @Override
    protected StreamingChatModel model(ModelRequest request, ProviderAccount account, HttpClientBuilder http) {
        Sampling sampling = request.sampling();
        OpenAiStreamingChatModel.OpenAiStreamingChatModelBuilder builder = OpenAiStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(base(account))
                .modelName(request.model())
                .temperature(sampling.temperature())
                .topP(sampling.topP())
                .returnThinking(true);
        if (!sampling.stop().isEmpty()) {
            builder.stop(sampling.stop());
        }
        if (sampling.maxTokens() != null) {
            // OpenAI refuses the old name for its newer models; the others know nothing else
            if (OPENAI_HOST.equalsIgnoreCase(account.address().getHost())) {
                builder.maxCompletionTokens(sampling.maxTokens());
            } else {
                builder.maxTokens(sampling.maxTokens());
            }
        }
        return builder.build();
    }
}
