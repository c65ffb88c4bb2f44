package dev.tributary.access;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.function.IntConsumer;
import org.springframework.security.web.util.OnCommittedResponseWrapper;

/** A response that tells its status just before its first byte leaves. */
final class SealedResponse extends HttpServletResponseWrapper {

    private final Ending ending;

    SealedResponse(HttpServletResponse response, IntConsumer beforeItLeaves) {
        this(response, beforeItLeaves, new Ending());
    }

    private SealedResponse(HttpServletResponse response, IntConsumer beforeItLeaves, Ending ending) {
        super(new OnCommittedResponseWrapper(response) {
            @Override
            protected void onResponseCommitted() {
                beforeItLeaves.accept(ending.of(response));
            }
        });
        this.ending = ending;
    }

    /** The status of an error or a redirect is known before the response has it. */
    private static final class Ending {

        private int told;

        int of(HttpServletResponse response) {
            return told == 0 ? response.getStatus() : told;
        }
    }

    int status() {
        return ending.of((HttpServletResponse) getResponse());
    }

    @Override
    public void sendError(int status) throws IOException {
        ending.told = status;
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        ending.told = status;
        super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        ending.told = SC_FOUND;
        super.sendRedirect(location);
    }
}
