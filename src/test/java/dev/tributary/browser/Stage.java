package dev.tributary.browser;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a browser and the company of the samples, each started when the first one asks and stopped after the last. */
final class Stage implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(Stage.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == Chromium.class || type == Company.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Store store = test.getRoot().getStore(NAMESPACE);
        Chromium chromium = store.computeIfAbsent(Chromium.class, it -> Chromium.start(), Chromium.class);
        return parameter.getParameter().getType() == Chromium.class
                ? chromium
                : store.computeIfAbsent(Company.class, it -> Company.ofTheSamples(chromium), Company.class);
    }
}
