package dev.tributary.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;

/** A line to a server that is cut after so many bytes of answers; once only, or always. */
final class CuttingProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final int target;
    private final boolean once;
    private volatile long left;
    private volatile int connections;

    CuttingProxy(int target, long bytes, boolean once) throws IOException {
        this.listener = new ServerSocket(0);
        this.target = target;
        this.left = bytes;
        this.once = once;
        new Thread(() -> accept(bytes)).start();
    }

    int port() {
        return listener.getLocalPort();
    }

    int connections() {
        return connections;
    }

    private void accept(long bytes) {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                connections++;
                left = once && connections > 1 ? Long.MAX_VALUE : bytes;
                Socket server = new Socket("localhost", target);
                new Thread(() -> copy(client, server, false)).start();
                new Thread(() -> copy(server, client, true)).start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void copy(Socket from, Socket to, boolean counted) {
        byte[] buffer = new byte[512];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                left -= counted ? read : 0;
                if (left < 0) {
                    return;
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException cut) {
            // that is what it is for
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
