package dev.tributary.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** Writes down that somebody came in, and leads to the page that they wanted. Where it cannot be written, they are not in. */
final class SignedIn extends SavedRequestAwareAuthenticationSuccessHandler {

    private final AuditTrail trail;
    private final SignInThrottle throttle;

    SignedIn(AuditTrail trail, SignInThrottle throttle, RequestCache wanted) {
        this.trail = trail;
        this.throttle = throttle;
        setRequestCache(wanted);
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws ServletException, IOException {
        try {
            trail.append(Deeds.of(request, who, Act.ACCESS, HttpServletResponse.SC_OK));
        } catch (RuntimeException unwritable) {
            request.getSession().invalidate();
            throw unwritable;
        }
        throttle.succeeded(request);
        super.onAuthenticationSuccess(request, response, who);
    }
}
