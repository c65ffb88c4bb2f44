package dev.tributary.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import tools.jackson.databind.json.JsonMapper;

/** Answers that are given before a request finds its method: a page for people, a problem for programs. */
final class Screens {

    private static final List<String> FOR_PROGRAMS = List.of("/api/", "/v3/", "/actuator/");

    private final ViewResolver views;
    private final JsonMapper json;

    Screens(ViewResolver views, JsonMapper json) {
        this.views = views;
        this.json = json;
    }

    /** Whether a program asks, which wants no page. */
    static boolean isForPrograms(HttpServletRequest request) {
        return FOR_PROGRAMS.stream().anyMatch(request.getRequestURI()::startsWith);
    }

    /** Whether htmx asks, which puts what it gets into the page that is shown. */
    static boolean isForHtmx(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    /** @param model what the page shows */
    void page(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String page,
            Map<String, ?> model)
            throws IOException, ServletException {
        response.setStatus(status.value());
        Map<String, Object> all = new LinkedHashMap<>(model);
        all.putAll(Visible.to(request));
        try {
            View view = views.resolveViewName(page, Locale.ENGLISH);
            if (view == null) {
                throw new IllegalStateException("there is no page " + page);
            }
            view.render(all, request, response);
        } catch (IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
    }

    void problem(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(ProblemDetail.forStatusAndDetail(status, detail)));
    }
}
