package dev.tributary.console;

import dev.tributary.definition.UnknownDefinition;
import dev.tributary.run.UnknownRun;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Pages of what is not there. */
@ControllerAdvice("dev.tributary.console")
@ConditionalOnWebApplication
class NothingThere {

    @ExceptionHandler({UnknownRun.class, UnknownDefinition.class})
    void notFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
