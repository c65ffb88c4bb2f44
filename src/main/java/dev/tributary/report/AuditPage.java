package dev.tributary.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Draws the page. */
final class AuditPage {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TemplateEngine ENGINE = engine();

    private AuditPage() {}

    static void write(Answers answers, OutputStream out) throws IOException {
        // Templates may not reach into our own types; of maps and texts they may read everything.
        Map<String, Object> view = MAPPER.convertValue(PageView.of(answers), new TypeReference<>() {});
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        ENGINE.process("audit", new Context(Locale.ENGLISH, view), writer);
        writer.flush();
    }

    private static TemplateEngine engine() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver(AuditPage.class.getClassLoader());
        templates.setPrefix("report/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
        TemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        return engine;
    }
}
