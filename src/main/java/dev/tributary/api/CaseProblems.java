package dev.tributary.api;

import dev.tributary.casework.Outcome.Status;
import dev.tributary.review.RunUnderWay;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says why an answer to a case took no effect, as {@code application/problem+json}. */
@RestControllerAdvice(assignableTypes = CasesApi.class)
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE)
class CaseProblems {

    private static final String IN_A_MINUTE = "60";

    /** {@code status} in the answer tells a stale answer from one that contradicts another person's. */
    @ExceptionHandler
    ProblemDetail notDecided(NotDecided against) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                against.status() == Status.UNKNOWN
                        ? HttpStatus.NOT_FOUND
                        : against.status() == Status.REFUSED ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT,
                String.valueOf(against.getMessage()));
        problem.setProperty("outcome", against.status());
        return problem;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(RunUnderWay underWay) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "A run is under way: nothing was changed. Try again when it has ended.");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, IN_A_MINUTE)
                .body(problem);
    }
}
