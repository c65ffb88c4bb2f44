package dev.tributary.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;

/** An address that foreign files name for us to fetch; whoever comes is noticed. */
public final class Temptation implements AutoCloseable {

    private static final int PATIENCE = 200;

    private final ServerSocket listener;

    public Temptation() {
        try {
            listener = new ServerSocket(0);
            listener.setSoTimeout(PATIENCE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public String url() {
        return "http://localhost:" + listener.getLocalPort() + "/x";
    }

    /** Whoever came before waits in the queue. */
    public void expectNobody() {
        assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
