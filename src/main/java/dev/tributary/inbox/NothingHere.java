package dev.tributary.inbox;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What goes wrong before a request finds its address, or in the web server itself, is answered by a number and no more. */
@RestController
@ConditionalOnWebApplication
class NothingHere implements ErrorController {

    private static final int UNKNOWN = 500;

    @RequestMapping("/error")
    ResponseEntity<byte[]> error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int code = status instanceof Integer number ? number : UNKNOWN;
        return Responses.of(Reply.problem(code, Reply.Outcome.NO_SUCH_SOURCE));
    }
}
