package dev.tributary.doctor;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every text of a definition, however deep it lies. */
final class Texts {

    private Texts() {}

    static Stream<String> of(@Nullable Object part) {
        if (part instanceof String text) {
            return Stream.of(text);
        }
        if (part instanceof Map<?, ?> map) {
            return Stream.of(map.keySet(), map.values())
                    .flatMap(Collection::stream)
                    .flatMap(Texts::of);
        }
        if (part instanceof Collection<?> some) {
            return some.stream().flatMap(Texts::of);
        }
        return part instanceof Record ? components(part) : Stream.empty();
    }

    private static Stream<String> components(Object part) {
        return List.of(part.getClass().getRecordComponents()).stream().flatMap(it -> of(value(it, part)));
    }

    private static @Nullable Object value(RecordComponent component, Object part) {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException(component.getName(), hidden);
        }
    }
}
