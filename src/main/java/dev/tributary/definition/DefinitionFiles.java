package dev.tributary.definition;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The files of the home folder, or those in the jar where the home folder has none of the kind. */
final class DefinitionFiles {

    private final Path home;
    private final PathMatchingResourcePatternResolver resolver;

    DefinitionFiles(Path home) {
        this(home, DefinitionFiles.class.getClassLoader());
    }

    DefinitionFiles(Path home, ClassLoader jar) {
        this.home = home.toAbsolutePath();
        this.resolver = new PathMatchingResourcePatternResolver(jar);
    }

    /** The texts of a folder's files by their names, such as {@code jobs/sources/x.yaml}, in alphabetical order. */
    Map<String, String> in(String folder, String ending, Problems problems) {
        return texts(folder, ending, Path.of(folder).getName(0), problems);
    }

    /** As {@link #in}, but those in the jar also where the home folder lacks this very folder. */
    Map<String, String> orBundled(String folder, String ending, Problems problems) {
        return texts(folder, ending, Path.of(folder), problems);
    }

    /** The contents of a folder's files by their names, hidden files left out; those in the jar where the home folder has no such kind. */
    Map<String, byte[]> contents(String folder) {
        Map<String, byte[]> contents = new TreeMap<>();
        for (Resource file : resources(folder, Path.of(folder).getName(0))) {
            String name = Objects.requireNonNull(file.getFilename());
            if (!name.startsWith(".")) {
                try {
                    contents.put(folder + "/" + name, file.getContentAsByteArray());
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
        }
        return contents;
    }

    /** The text of one file in the jar; null where it has none of this name. */
    @Nullable
    String bundled(String file, Problems problems) {
        Resource resource = resolver.getResource("classpath:" + file);
        return resource.exists() ? text(file, resource, problems) : null;
    }

    /** The text of a file that may lie anywhere. */
    static String text(Path file, Problems problems) {
        return text(file.toString(), new FileSystemResource(file), problems);
    }

    static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private Map<String, String> texts(String folder, String ending, Path ofHome, Problems problems) {
        Map<String, String> texts = new TreeMap<>();
        for (Resource file : resources(folder, ofHome)) {
            String name = folder + "/" + Objects.requireNonNull(file.getFilename());
            if (name.endsWith(ending)) {
                texts.put(name, text(name, file, problems));
            } else if (name.endsWith(".yml")) {
                problems.add(name, 0, "", "is not read", "let its name end in .yaml");
            }
        }
        return texts;
    }

    private List<? extends Resource> resources(String folder, Path ofHome) {
        try {
            return Files.isDirectory(home.resolve(ofHome))
                    ? ofHome(home.resolve(folder))
                    : List.of(resolver.getResources("classpath:" + folder + "/*.*"));
        } catch (NoSuchFileException | FileNotFoundException noSuchFolder) {
            return List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Resource> ofHome(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .<Resource>map(FileSystemResource::new)
                    .toList();
        }
    }

    private static String text(String name, Resource file, Problems problems) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.getContentAsByteArray()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            problems.add(name, 0, "", "is not in UTF-8", "save it in UTF-8");
            return "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
