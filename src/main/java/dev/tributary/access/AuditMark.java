package dev.tributary.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Notes on a request what the method that answers it wants to be audited as. */
final class AuditMark implements HandlerInterceptor {

    private static final String ACT = AuditMark.class.getName();

    static @Nullable Act on(HttpServletRequest request) {
        return (Act) request.getAttribute(ACT);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object answers) {
        Audited audited = answers instanceof HandlerMethod method ? method.getMethodAnnotation(Audited.class) : null;
        if (audited != null) {
            request.setAttribute(ACT, audited.value());
        }
        return true;
    }
}
